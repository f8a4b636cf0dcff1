"""A drawing as a text of GPML 2013a, in one fixed order of elements and attributes.

WikiPathways' scripts read the first element with patterns, not as XML: it stands on one line, with
``Organism`` last and the authors in brackets. Records are Attributes; their keys differ, for
PathVisio keeps one value for each. GPML2013a.xsd.
"""

from collections.abc import Iterable, Iterator, Mapping

from pathport.formats.gpml.drawing import (
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
from pathport.formats.gpml.looks import USUAL, colour_word, filled, usual_of
from pathport.formats.gpml.terms import (
    BIOPAX,
    COMPONENT_KEY,
    CONNECTOR,
    DESCRIPTION,
    DOUBLE,
    DOUBLE_KEY,
    GPML,
    MARKS,
    RDF,
    SHAPE,
    TEXTS,
)
from pathport.layout.geometry import DIGITS, centre
from pathport.model.layout import LineStyle, Style

__all__ = ["Attributes", "attributes", "element", "escaped", "number", "shape_word", "written"]

Attributes = Mapping[str, str | None]


def escaped(text: str) -> str:
    """The text as the content of an element."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#xD;")


def quoted(text: str) -> str:
    """The text as the value of an attribute; JSON stands in the quotes that it does not need."""
    text = escaped(text).replace("\t", "&#x9;").replace("\n", "&#xA;")
    if '"' in text and "'" not in text:
        return f"'{text}'"
    return '"' + text.replace('"', "&quot;") + '"'


def attributes(values: Attributes) -> str:
    """Attributes with a blank before each; those without a value are left out."""
    return "".join(f" {name}={quoted(v)}" for name, v in values.items() if v is not None)


def number(value: float) -> str:
    """A number as PathVisio spells it; one that is far below what is told apart is 0."""
    return repr(float(value) if round(value, DIGITS + 1) else 0.0)


def element(name: str, values: Attributes, inner: Iterable[str] = (), indent: str = "  ") -> str:
    """An element on lines of its own."""
    content = "".join(inner)
    start = f"{indent}<{name}{attributes(values)}"
    return f"{start}>\n{content}{indent}</{name}>\n" if content else f"{start} />\n"


def shape_word(shape: str | None) -> str:
    """How 2013a calls a shape; one that it does not know stays as it is."""
    return SHAPE.word(shape or "") or shape or "Rectangle"


def written(drawing: Drawing) -> str:
    """The text of a drawing."""
    return "".join(_document(drawing))


def _document(drawing: Drawing) -> Iterator[str]:
    names = ", ".join(it.name for it in drawing.authors)
    head = {
        "xmlns": GPML,
        "Name": drawing.title,
        "Data-Source": drawing.source or None,
        "Version": drawing.version or None,
        "Author": f"[{names}]" if names else None,
        "License": drawing.licence or None,
        "Last-Modified": drawing.modified or None,
        "Organism": drawing.organism or None,
    }
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f"<Pathway{attributes(head)}>\n"
    for text in drawing.description:
        yield f'  <Comment Source="{DESCRIPTION}">{escaped(text)}</Comment>\n'
    yield from _comments(drawing, "  ")
    board = {
        "BoardWidth": number(drawing.width or 0.0),
        "BoardHeight": number(drawing.height or 0.0),
    }
    yield element("Graphics", board)
    yield from map(_node, drawing.nodes)
    yield from map(_state, drawing.states)
    yield from (_line(it) for it in drawing.lines if not it.graphical)
    yield from (_line(it) for it in drawing.lines if it.graphical)
    yield from map(_label, drawing.labels)
    yield from map(_shape, drawing.shapes)
    yield from map(_group, drawing.groups)
    yield element("InfoBox", {"CenterX": "0.0", "CenterY": "0.0"})
    yield from _biopax(drawing)
    yield "</Pathway>\n"


# What all have


def _comments(
    drawn: Drawn | Drawing, indent: str = "    ", more: Attributes | None = None
) -> Iterator[str]:
    """Comments, references, attributes and records."""
    for note in drawn.notes:
        source = attributes({"Source": note.source or None})
        yield f"{indent}<Comment{source}>{escaped(note.text)}</Comment>\n"
    for ref in drawn.refs:
        yield f"{indent}<BiopaxRef>{escaped(ref)}</BiopaxRef>\n"
    keys = {**(more or {}), **{f"{MARKS}{n}": text for n, text in enumerate(drawn.marks, start=1)}}
    for key, value in keys.items():
        yield element("Attribute", {"Key": key, "Value": value}, indent=indent)


def _ids(drawn: Drawn) -> dict[str, str | None]:
    return {"GraphId": drawn.id, "GroupRef": drawn.group or None}


def _xref(xref: Xref) -> str:
    return element("Xref", {"Database": xref.database, "ID": xref.id}, indent="    ")


def _graphics(values: Attributes, inner: Iterable[str] = ()) -> str:
    return element("Graphics", values, inner, indent="    ")


def _rect(drawn: Node | Label | Shape) -> dict[str, str | None]:
    x, y = centre(drawn.rect)
    return {
        "CenterX": number(x),
        "CenterY": number(y),
        "Width": number(drawn.rect.width),
        "Height": number(drawn.rect.height),
    }


def _order(look: Style) -> dict[str, str | None]:
    return {"ZOrder": None if look.depth is None else str(look.depth)}


def _fill(look: Style, usual: str) -> dict[str, str | None]:
    word = colour_word(look.fill)
    return {"FillColor": word if word not in (usual, usual.lower()) else None}


def _font(look: Style) -> dict[str, str | None]:
    size = look.size or 0.0
    return {
        "FontName": None if look.font == "Arial" else look.font,
        "FontStyle": "Italic" if look.italic else None,
        "FontDecoration": "Underline" if look.underline else None,
        "FontStrikethru": "Strikethru" if look.struck else None,
        "FontWeight": "Bold" if look.bold else None,
        "FontSize": str(max(round(size), 0)),
        "Align": _side(look.align, ("Left", "Right")),
        "Valign": _side(look.vertical_align, ("Top", "Bottom")) or "Middle",
    }


def _side(word: str | None, known: tuple[str, ...]) -> str | None:
    found = (word or "").capitalize()
    return found if found in known else None


def _border(look: Style) -> dict[str, str | None]:
    colour = colour_word(look.colour)
    return {
        "LineStyle": "Broken" if look.line is LineStyle.DASHED else None,
        "LineThickness": None if look.thickness == 1.0 else number(look.thickness or 0.0),
        "Color": None if colour == "000000" else colour,
    }


def _doubled(look: Style) -> dict[str, str | None]:
    return {DOUBLE_KEY: DOUBLE} if look.line is LineStyle.DOUBLE else {}


# What is on the canvas


def _node(node: Node) -> str:
    look = filled(node.style, usual_of(node.type))
    shape = shape_word(look.shape)
    graphics = {
        **_rect(node),
        **_order(look),
        **_fill(look, "ffffff"),
        **_font(look),
        "ShapeType": None if shape == "Rectangle" else shape,
        **_border(look),
    }
    inner = (*_comments(node, more=_doubled(look)), _graphics(graphics), _xref(node.xref))
    head = {"TextLabel": node.label, **_ids(node), "Type": node.type}
    return element("DataNode", head, inner)


def _state(state: State) -> str:
    look = filled(state.style, USUAL["state"])
    graphics = {
        "RelX": number(state.x),
        "RelY": number(state.y),
        "Width": number(state.width),
        "Height": number(state.height),
        **_order(look),
        **_fill(look, "ffffff"),
        "ShapeType": shape_word(look.shape),
        **_border(look),
    }
    inner = (*_comments(state, more=_doubled(look)), _graphics(graphics), _xref(state.xref))
    head = {"TextLabel": state.label, "GraphId": state.id, "GraphRef": state.node}
    return element("State", head, inner)


def _line(line: Line) -> str:
    look = filled(line.style, USUAL["line"])
    connector = CONNECTOR.word(line.connector)
    graphics = {
        "ConnectorType": None if connector == "Straight" else connector,
        **_order(look),
        **_border(look),
        "LineThickness": number(1.0 if look.thickness is None else look.thickness),
    }
    joints = [
        element(
            "Point",
            {
                "X": number(it.x),
                "Y": number(it.y),
                "GraphRef": it.on or None,
                "RelX": number(it.at[0]) if it.at else None,
                "RelY": number(it.at[1]) if it.at else None,
                "GraphId": it.id or None,
                "ArrowHead": it.head or None,
            },
            indent="      ",
        )
        for it in line.joints
    ]
    anchors = [
        element(
            "Anchor",
            {"Position": number(it.position), "Shape": "None", "GraphId": it.id},
            indent="      ",
        )
        for it in line.anchors
    ]
    inner = [*_comments(line, more=_doubled(look)), _graphics(graphics, (*joints, *anchors))]
    inner += [] if line.graphical else [_xref(line.xref)]
    return element("GraphicalLine" if line.graphical else "Interaction", _ids(line), inner)


def _label(label: Label) -> str:
    look = filled(label.style, USUAL["label"])
    shape = shape_word(look.shape)
    graphics = {
        **_rect(label),
        **_order(look),
        "FillColor": colour_word(look.fill),
        **_font(look),
        "ShapeType": None if shape == "None" else shape,
        **_border(look),
    }
    inner = (*_comments(label, more=_doubled(look)), _graphics(graphics))
    head = {"TextLabel": label.label, "Href": label.href or None, **_ids(label)}
    return element("Label", head, inner)


def _shape(shape: Shape) -> str:
    look = filled(shape.style, USUAL["shape"])
    graphics = {
        **_rect(shape),
        **_order(look),
        **_fill(look, "Transparent"),
        **_font(look),
        "ShapeType": shape_word(look.shape),
        **_border(look),
        "Rotation": number(look.rotation or 0.0),
    }
    keys: dict[str, str | None] = {COMPONENT_KEY: shape.component} if shape.component else {}
    inner = (*_comments(shape, more={**keys, **_doubled(look)}), _graphics(graphics))
    return element("Shape", {"TextLabel": shape.label or None, **_ids(shape)}, inner)


def _group(group: Group) -> str:
    """A group; its two ids are one."""
    head = {
        "TextLabel": group.label or None,
        "GroupId": group.id,
        **_ids(group),
        "Style": group.type,
    }
    return element("Group", head, _comments(group))


# Literature and ontologies


def _biopax(drawing: Drawing) -> Iterator[str]:
    if drawing.references or drawing.terms:
        inner = (*map(_reference, drawing.references), *map(_term, drawing.terms))
        yield element("Biopax", {}, inner)


def _reference(reference: Reference) -> str:
    fields = [
        ("ID", reference.xref.id),
        ("DB", reference.xref.database),
        ("TITLE", reference.title),
        ("SOURCE", reference.journal),
        ("YEAR", reference.year),
        *(("AUTHORS", it) for it in reference.authors),
    ]
    head = {"xmlns:bp": BIOPAX, "xmlns:rdf": RDF, "rdf:id": reference.id}
    return element("bp:PublicationXref", head, _fields(fields), indent="    ")


def _term(tag: Tag) -> str:
    fields = [("TERM", tag.term), ("ID", tag.xref.id), ("Ontology", tag.ontology)]
    head = {"xmlns:bp": BIOPAX, "xmlns:rdf": RDF}
    return element("bp:openControlledVocabulary", head, _fields(fields), indent="    ")


def _fields(fields: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, text in fields:
        yield f'      <bp:{name} rdf:datatype="{TEXTS}">{escaped(text)}</bp:{name}>\n'
