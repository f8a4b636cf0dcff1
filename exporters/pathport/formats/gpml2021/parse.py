"""A text of GPML 2021 as a drawing: what it draws, word for word, and what has no place in that.

What the drawing means is not known here. GPML2021.xsd.
"""

from collections.abc import Iterator
from typing import Any

from pathport.errors import UnreadableError
from pathport.findings import Location
from pathport.formats.gpml.drawing import (
    Anchor,
    Author,
    Drawing,
    Group,
    Joint,
    Label,
    Line,
    Loss,
    Node,
    Note,
    Reference,
    Shape,
    State,
    Tag,
    Xref,
)
from pathport.formats.gpml.elements import Taken
from pathport.formats.gpml.looks import USUAL, colour_read, told, usual_of
from pathport.formats.gpml.parse_parts import graphics_of
from pathport.formats.gpml.refusals import NOT_GPML
from pathport.formats.gpml.terms import COMPONENT_KEY, CONNECTOR, DOUBLE_KEY, MARKS, NOTHING_KEYS
from pathport.formats.gpml.xrefs import ADDRESS
from pathport.formats.gpml2021.terms import COMPONENT, GPML, LINE_STYLE, SHAPE, STYLELESS
from pathport.layout.geometry import Rect, rounded
from pathport.model.layout import Connector, Style
from pathport.safety.xml import parse_xml

__all__ = ["parse"]

PLAIN_STATES = frozenset({"Undefined", "ProteinModification"})
"""Types of States that say no more than that it is one."""
BORDER = ("borderColor", "borderStyle", "borderWidth")
LINE = ("lineColor", "lineStyle", "lineWidth")


def parse(content: bytes, *, path: str = "") -> Drawing:
    """The drawing that a text holds.

    :raises UnreadableError: if it is not XML, or its root is not a Pathway of GPML 2021.
    """
    root = Taken(parse_xml(content, path=path).getroot())
    if root.name != "Pathway" or root.namespace != GPML:
        shown = f"<{root.name}> of {root.namespace or 'no namespace'}"
        sentence = f"the root is {shown}, not a Pathway of GPML 2021"
        place = Location(path=path, line=root.line)
        raise UnreadableError(NOT_GPML.finding(sentence, place=place))
    return _Parser(root).drawing()


class _Parser:
    """A text on the way to a drawing."""

    def __init__(self, root: Taken) -> None:
        self.root = root
        self.losses: list[Loss] = []
        self.states: list[State] = []

    def drawing(self) -> Drawing:
        root = self.root
        board = root.one("Graphics")
        description = root.one("Description")
        texts = [description.text()] if description is not None else []
        nodes = tuple(map(self.node, self.listed("DataNodes", "DataNode")))
        about: dict[str, Any] = {
            "title": root.get("title"),
            "organism": root.get("organism"),
            "source": root.get("source"),
            "version": root.get("version"),
            "licence": root.get("license"),
            "xref": _xref(root),
            "description": tuple(it for it in texts if it.strip()),
            "authors": tuple(map(self.author, self.listed("Authors", "Author"))),
            "width": None if board is None else board.size("boardWidth"),
            "height": None if board is None else board.size("boardHeight"),
            **self.common(root),
        }
        drawn: dict[str, Any] = {
            "nodes": nodes,
            "states": tuple(self.states),
            "lines": tuple(self.lines()),
            "labels": tuple(map(self.label, self.listed("Labels", "Label"))),
            "shapes": tuple(map(self.shape, self.listed("Shapes", "Shape"))),
            "groups": tuple(map(self.group, self.listed("Groups", "Group"))),
            "references": tuple(map(self.reference, self.listed("Citations", "Citation"))),
            "terms": tuple(map(self.tag, self.listed("Annotations", "Annotation"))),
            "evidence": tuple(map(self.tag, self.listed("Evidences", "Evidence"))),
        }
        for what, line in root.rest():
            self.losses.append(Loss(what, line, "Pathway"))
        return Drawing(**about, **drawn, losses=tuple(self.losses))

    def listed(self, lists: str, name: str) -> Iterator[Taken]:
        """The elements of a list."""
        for it in self.root.all(lists):
            yield from it.all(name)

    def lose(self, what: str, line: int, subject: str) -> None:
        self.losses.append(Loss(what, line, subject))

    # What all have

    def common(self, element: Taken) -> dict[str, Any]:
        """Comments, properties, and what it refers to."""
        return {
            "notes": tuple(
                Note(text, it.get("source"))
                for it in element.all("Comment")
                if (text := it.text()).strip()
            ),
            "tags": tuple(it.get("elementRef") for it in element.all("AnnotationRef")),
            "refs": tuple(it.get("elementRef") for it in element.all("CitationRef")),
            "codes": tuple(it.get("elementRef") for it in element.all("EvidenceRef")),
            "marks": tuple(self.marks(element)),
        }

    def thing(self, element: Taken) -> dict[str, Any]:
        """The same of a thing on the canvas, with its id and line."""
        return {
            "id": element.get("elementId"),
            "line": element.line,
            "group": element.get("groupRef"),
            **self.common(element),
        }

    def marks(self, element: Taken) -> Iterator[str]:
        """The records on an element; keys of programs say nothing, others are lost."""
        for it in element.all("Property"):
            key, value = it.get("key"), it.get("value")
            if key.startswith(MARKS):
                yield value
            elif not key.startswith((COMPONENT_KEY, DOUBLE_KEY, *NOTHING_KEYS)):
                name = f"{element.name} {element.get('elementId')}".strip()
                self.lose(f'the property {key}="{value}"', it.line, name)

    # What is on the canvas

    def node(self, element: Taken) -> Node:
        graphics = graphics_of(element)
        type_ = element.get("type", "Undefined")
        thing = self.thing(element)
        for it in element.all("States"):
            self.states += [self.state(state, thing["id"]) for state in it.all("State")]
        return Node(
            **thing,
            label=element.get("textLabel").strip(),
            type=type_,
            rect=_rect(graphics),
            style=told(_look(graphics, BORDER), usual_of(type_)),
            xref=_xref(element),
        )

    def state(self, element: Taken, node: str) -> State:
        graphics = graphics_of(element)
        thing, type_ = self.thing(element), element.get("type")
        if type_ and type_ not in PLAIN_STATES:
            self.lose(f'the type "{type_}"', element.line, f"State {thing['id']}")
        return State(
            **thing,
            label=element.get("textLabel"),
            node=node,
            x=rounded(graphics.number("relX")),
            y=rounded(graphics.number("relY")),
            width=graphics.size("width"),
            height=graphics.size("height"),
            style=told(_look(graphics, BORDER), USUAL["state"]),
            xref=_xref(element),
        )

    def lines(self) -> Iterator[Line]:
        """Interactions and free lines; one without two ends is none."""
        for lists, name in (("Interactions", "Interaction"), ("GraphicalLines", "GraphicalLine")):
            for element in self.listed(lists, name):
                line = self.line(element, graphical=name == "GraphicalLine")
                if len(line.joints) > 1:
                    yield line
                else:
                    self.lose("a line without two ends", line.line, line.subject)

    def line(self, element: Taken, *, graphical: bool) -> Line:
        graphics = graphics_of(element)
        points = [it for way in element.all("Waypoints") for it in way.all("Point")]
        anchors = [it for way in element.all("Waypoints") for it in way.all("Anchor")]
        connector = graphics.meaning("connectorType", CONNECTOR.key, "Straight")
        return Line(
            **self.thing(element),
            joints=tuple(map(_joint, points)),
            graphical=graphical,
            anchors=tuple(map(_anchor, anchors)),
            connector=connector or Connector.STRAIGHT,
            style=told(_look(graphics, LINE), USUAL["line"]),
            xref=_xref(element),
        )

    def label(self, element: Taken) -> Label:
        graphics = graphics_of(element)
        return Label(
            **self.thing(element),
            label=element.get("textLabel"),
            rect=_rect(graphics),
            href=element.get("href"),
            style=told(_look(graphics, BORDER), USUAL["label"]),
        )

    def shape(self, element: Taken) -> Shape:
        graphics = graphics_of(element)
        look = _look(graphics, BORDER)
        keys = {it.get("key"): it.get("value") for it in element.all("Property")}
        return Shape(
            **self.thing(element),
            label=element.get("textLabel"),
            rect=_rect(graphics),
            component=keys.get(COMPONENT_KEY) or COMPONENT.get(look.shape or "", ""),
            style=look,
        )

    def group(self, element: Taken) -> Group:
        graphics = graphics_of(element)
        return Group(
            **self.thing(element),
            label=element.get("textLabel").strip(),
            type=element.get("type", STYLELESS),
            rect=_rect(graphics),
            style=told(_look(graphics, BORDER), USUAL["group"]),
            xref=_xref(element),
        )

    # What is referred to

    def author(self, element: Taken) -> Author:
        element.ignore("order")  # that of the elements
        if element.get("username"):
            what = f'the user name "{element.get("username")}"'
            self.lose(what, element.line, f"Author {element.get('name')}")
        return Author(element.get("name"), _xref(element))

    def reference(self, element: Taken) -> Reference:
        url = element.one("Url")
        link, xref = (url.get("link") if url is not None else ""), _xref(element)
        told = any(xref)
        return Reference(
            id=element.get("elementId"),
            xref=xref if told else Xref(ADDRESS, link),
            url=link if told else "",
            line=element.line,
        )

    def tag(self, element: Taken) -> Tag:
        url = element.one("Url")
        if url is not None:
            self.lose(f'the address "{url.get("link")}"', element.line, element.name)
        return Tag(
            id=element.get("elementId"),
            xref=_xref(element),
            term=element.get("value"),
            ontology=element.get("type"),
            line=element.line,
        )


def _rect(graphics: Taken) -> Rect:
    width, height = graphics.size("width"), graphics.size("height")
    x, y = graphics.number("centerX") - width / 2, graphics.number("centerY") - height / 2
    return Rect(rounded(x), rounded(y), width, height)


def _xref(element: Taken) -> Xref:
    found = element.one("Xref")
    if found is None:
        return Xref()
    return Xref(found.get("dataSource").strip(), found.get("identifier").strip())


def _look(graphics: Taken, names: tuple[str, str, str]) -> Style:
    """All that an element says of how it looks."""
    colour_name, style_name, width_name = names
    colour = graphics.meaning(colour_name, colour_read, "000000")
    is_line = names is LINE
    return Style(
        colour=colour,
        text_colour=colour if is_line else graphics.meaning("textColor", colour_read, "000000"),
        fill="#ffffff" if is_line else graphics.meaning("fillColor", colour_read, "ffffff"),
        line=graphics.meaning(style_name, LINE_STYLE.key, "Solid"),
        thickness=graphics.size(width_name, 1.0),
        shape="rectangle" if is_line else shape_read(graphics.get("shapeType", "Rectangle")),
        font=graphics.get("fontName", "Arial"),
        size=graphics.size("fontSize", 12.0),
        bold=graphics.get("fontWeight") == "Bold",
        italic=graphics.get("fontStyle") == "Italic",
        underline=graphics.get("fontDecoration") == "Underline",
        struck=graphics.get("fontStrikethru") == "Strikethru",
        align=graphics.get("hAlign", "Center").lower(),
        vertical_align=graphics.get("vAlign", "Middle").lower(),
        depth=graphics.whole("zOrder"),
        rotation=graphics.number("rotation"),
    )


def shape_read(word: str) -> str:
    """A shape in the words of a style; one that is not known stays as it is."""
    return SHAPE.key(word) or word


def _joint(point: Taken) -> Joint:
    on = point.get("elementRef")
    at = (rounded(point.number("relX")), rounded(point.number("relY")))
    point.ignore("elementId")  # nothing names a point
    return Joint(
        x=rounded(point.number("x")),
        y=rounded(point.number("y")),
        on=on,
        at=at if on else None,
        head=point.get("arrowHead"),
    )


def _anchor(anchor: Taken) -> Anchor:
    anchor.ignore("shapeType")  # a square, a circle, or none
    return Anchor(id=anchor.get("elementId"), position=rounded(anchor.share("position")))
