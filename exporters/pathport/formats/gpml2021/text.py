"""A drawing as a text of GPML 2021, in one fixed order of elements and attributes.

Every element has an id, points too; records are Properties. GPML2021.xsd; libGPML writes every
attribute of a look, and so does this.
"""

from collections.abc import Iterable, Iterator

from pathport.formats.gpml.drawing import (
    Author,
    Drawing,
    Drawn,
    Group,
    Label,
    Line,
    Node,
    Reference,
    Shape,
    State,
    Tag,
    Xref,
)
from pathport.formats.gpml.looks import USUAL, colour_read, filled, usual_of
from pathport.formats.gpml.parse import made_id
from pathport.formats.gpml.terms import ANY_ONTOLOGY, COMPONENT_KEY, CONNECTOR, MARKS
from pathport.formats.gpml.text import Attributes, attributes, element, escaped, number
from pathport.formats.gpml.xrefs import ADDRESS
from pathport.formats.gpml2021.terms import COMPONENT, GPML, HEADLESS, LINE_STYLE, SHAPE
from pathport.layout.geometry import Rect, centre
from pathport.model.layout import Style

__all__ = ["written"]

BLACK = "000000"


def written(drawing: Drawing) -> str:
    """The text of a drawing."""
    return "".join(_document(drawing))


def _document(drawing: Drawing) -> Iterator[str]:
    head = {
        "xmlns": GPML,
        "title": drawing.title,
        "organism": drawing.organism or None,
        "source": drawing.source or None,
        "version": drawing.version or None,
        "license": drawing.licence or None,
    }
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f"<Pathway{attributes(head)}>\n"
    yield from _xref(drawing.xref, "  ")
    for text in drawing.description:
        yield f"  <Description>{escaped(text)}</Description>\n"
    yield from _listed("Authors", map(_author, drawing.authors))
    yield from _common(drawing, "  ")
    board = {
        "boardWidth": number(drawing.width or 0.0),
        "boardHeight": number(drawing.height or 0.0),
    }
    yield element("Graphics", board)
    yield from _listed("DataNodes", (_node(it, drawing) for it in drawing.nodes))
    yield from _listed("Interactions", (_line(it) for it in drawing.lines if not it.graphical))
    yield from _listed("GraphicalLines", (_line(it) for it in drawing.lines if it.graphical))
    yield from _listed("Labels", map(_label, drawing.labels))
    yield from _listed("Shapes", map(_shape, drawing.shapes))
    yield from _listed("Groups", map(_group, drawing.groups))
    yield from _listed("Annotations", map(_annotation, drawing.terms))
    yield from _listed("Citations", map(_citation, drawing.references))
    yield from _listed("Evidences", map(_evidence, drawing.evidence))
    yield "</Pathway>\n"


def _listed(name: str, elements: Iterable[str]) -> Iterator[str]:
    """The elements in their list; no list for none."""
    texts = iter(elements)
    for first in texts:
        yield f"  <{name}>\n{first}"
        yield from texts
        yield f"  </{name}>\n"


# What all have


def _common(
    drawn: Drawn | Drawing, indent: str = "      ", more: Attributes | None = None
) -> Iterator[str]:
    """Comments, properties and records, and what it refers to."""
    for note in drawn.notes:
        source = attributes({"source": note.source or None})
        yield f"{indent}<Comment{source}>{escaped(note.text)}</Comment>\n"
    keys = {**(more or {}), **{f"{MARKS}{n}": text for n, text in enumerate(drawn.marks, start=1)}}
    for key, value in keys.items():
        yield element("Property", {"key": key, "value": value}, indent=indent)
    for name, refs in (
        ("AnnotationRef", drawn.tags),
        ("CitationRef", drawn.refs),
        ("EvidenceRef", drawn.codes),
    ):
        yield from (element(name, {"elementRef": ref}, indent=indent) for ref in refs)


def _head(drawn: Drawn, **more: str | None) -> dict[str, str | None]:
    return {"elementId": drawn.id, **more, "groupRef": drawn.group or None}


def _xref(xref: Xref, indent: str = "      ") -> Iterator[str]:
    if any(xref):
        values = {"identifier": xref.id, "dataSource": xref.database}
        yield element("Xref", values, indent=indent)


def _graphics(values: Attributes, indent: str = "      ") -> str:
    return element("Graphics", values, indent=indent)


def _rect(rect: Rect) -> dict[str, str | None]:
    x, y = centre(rect)
    return {
        "centerX": number(x),
        "centerY": number(y),
        "width": number(rect.width),
        "height": number(rect.height),
    }


def _colour(colour: str | None) -> str:
    return (colour_read(colour or "") or f"#{BLACK}")[1:]


def _look(look: Style, shape: str | None = None) -> dict[str, str | None]:
    line = LINE_STYLE.word(look.line) if look.line is not None else None
    return {
        "textColor": _colour(look.text_colour),
        "fontName": look.font or "Arial",
        "fontWeight": "Bold" if look.bold else "Normal",
        "fontStyle": "Italic" if look.italic else "Normal",
        "fontDecoration": "Underline" if look.underline else "Normal",
        "fontStrikethru": "Strikethru" if look.struck else "Normal",
        "fontSize": str(max(round(look.size or 0.0), 0)),
        "hAlign": _side(look.align, ("Left", "Center", "Right")),
        "vAlign": _side(look.vertical_align, ("Top", "Middle", "Bottom")),
        "borderColor": _colour(look.colour),
        "borderStyle": line or "Solid",
        "borderWidth": number(1.0 if look.thickness is None else look.thickness),
        "fillColor": _colour(look.fill),
        "shapeType": shape or SHAPE.word(look.shape or "") or look.shape or "Rectangle",
        "zOrder": None if look.depth is None else str(look.depth),
        "rotation": number(look.rotation) if look.rotation else None,
    }


def _side(word: str | None, known: tuple[str, str, str]) -> str:
    found = (word or "").capitalize()
    return found if found in known else known[1]


# What is on the canvas


def _node(node: Node, drawing: Drawing) -> str:
    look = filled(node.style, usual_of(node.type))
    states = "".join(_state(it) for it in drawing.states if it.node == node.id)
    inner = [
        *_xref(node.xref),
        f"      <States>\n{states}      </States>\n" if states else "",
        _graphics({**_rect(node.rect), **_look(look)}),
        *_common(node),
    ]
    head = _head(node, textLabel=node.label, type=node.type)
    return element("DataNode", head, inner, indent="    ")


def _state(state: State) -> str:
    look = filled(state.style, USUAL["state"])
    place = {
        "relX": number(state.x),
        "relY": number(state.y),
        "width": number(state.width),
        "height": number(state.height),
    }
    inner = [
        *_xref(state.xref, " " * 10),
        _graphics({**place, **_look(look)}, " " * 10),
        *_common(state, " " * 10),
    ]
    head = {"elementId": state.id, "textLabel": state.label}
    return element("State", head, inner, indent=" " * 8)


def _line(line: Line) -> str:
    look = filled(line.style, USUAL["line"])
    style = LINE_STYLE.word(look.line) if look.line is not None else None
    graphics = {
        "lineColor": _colour(look.colour),
        "lineStyle": style or "Solid",
        "lineWidth": number(1.0 if look.thickness is None else look.thickness),
        "connectorType": CONNECTOR.word(line.connector),
        "zOrder": None if look.depth is None else str(look.depth),
    }
    joints = [
        element(
            "Point",
            {
                "elementId": made_id("point", line.id, n),
                "arrowHead": it.head or HEADLESS,
                "x": number(it.x),
                "y": number(it.y),
                "elementRef": it.on or None,
                "relX": number(it.at[0]) if it.at else None,
                "relY": number(it.at[1]) if it.at else None,
            },
            indent=" " * 8,
        )
        for n, it in enumerate(line.joints)
    ]
    anchors = [
        element(
            "Anchor",
            {"elementId": it.id, "position": number(it.position), "shapeType": "None"},
            indent=" " * 8,
        )
        for it in line.anchors
    ]
    inner = [
        *([] if line.graphical else _xref(line.xref)),
        element("Waypoints", {}, (*joints, *anchors), indent="      "),
        _graphics(graphics),
        *_common(line),
    ]
    name = "GraphicalLine" if line.graphical else "Interaction"
    return element(name, _head(line), inner, indent="    ")


def _label(label: Label) -> str:
    look = filled(label.style, USUAL["label"])
    inner = [_graphics({**_rect(label.rect), **_look(look)}), *_common(label)]
    head = {**_head(label, textLabel=label.label), "href": label.href or None}
    return element("Label", head, inner, indent="    ")


def _shape(shape: Shape) -> str:
    """A shape; one that is a cellular component by itself needs no property to say so."""
    look = filled(shape.style, USUAL["shape"])
    words = {word: SHAPE.word(name) for name, word in COMPONENT.items()}
    usual = look.shape == USUAL["frame"].shape
    word = words.get(shape.component) if usual or look.shape in COMPONENT else None
    says = COMPONENT.get(look.shape or "", "") == shape.component
    keys = {COMPONENT_KEY: shape.component} if shape.component and not (word or says) else {}
    inner = [
        _graphics({**_rect(shape.rect), **_look(look, word)}),
        *_common(shape, more=keys),
    ]
    return element("Shape", _head(shape, textLabel=shape.label or None), inner, indent="    ")


def _group(group: Group) -> str:
    look = filled(group.style, USUAL["group"])
    rect = group.rect or Rect(0.0, 0.0, 0.0, 0.0)
    inner = [*_xref(group.xref), _graphics({**_rect(rect), **_look(look)}), *_common(group)]
    head = _head(group, textLabel=group.label or None, type=group.type)
    return element("Group", head, inner, indent="    ")


# What is referred to


def _author(author: Author) -> str:
    return element("Author", {"name": author.name}, _xref(author.xref), indent="    ")


def _annotation(tag: Tag) -> str:
    """A term of an ontology; its number stands without the prefix that its source repeats."""
    xref = Xref(tag.xref.database, tag.xref.id.rpartition(":")[2])
    head = {"elementId": tag.id, "value": tag.term, "type": ANY_ONTOLOGY}
    return element("Annotation", head, _xref(xref), indent="    ")


def _citation(reference: Reference) -> str:
    head, link = {"elementId": reference.id}, {"link": reference.xref.id}
    if reference.xref.database == ADDRESS:
        return element("Citation", head, [element("Url", link, indent="      ")], indent="    ")
    return element("Citation", head, _xref(reference.xref), indent="    ")


def _evidence(tag: Tag) -> str:
    head = {"elementId": tag.id, "value": tag.term}
    return element("Evidence", head, _xref(tag.xref), indent="    ")
