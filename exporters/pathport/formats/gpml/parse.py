"""A text of GPML 2013a as a drawing: what it draws, word for word, and what has no place in that.

What the drawing means is not known here. GPML2013a.xsd; numbers are pixels, and angles radians.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pathport.errors import UnreadableError
from pathport.findings import Location
from pathport.formats.gpml.drawing import (
    Author,
    Drawing,
    Group,
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
from pathport.formats.gpml.parse_parts import (
    anchor_of,
    author_names,
    graphics_of,
    joint_of,
    record_of,
    rect_of,
    subject_at,
    tag_of,
    texts_in,
    without_text,
    xref_of,
)
from pathport.formats.gpml.refusals import NOT_GPML
from pathport.formats.gpml.terms import (
    COMPONENT_KEY,
    CONNECTOR,
    DESCRIPTION,
    DOUBLE_KEY,
    GPML,
    LINE_STYLE,
    MARKS,
    NOTHING_KEYS,
    RDF,
    SHAPE,
    STYLELESS,
)
from pathport.layout.geometry import rounded
from pathport.model.layout import Connector, LineStyle, Style
from pathport.safety.xml import parse_xml

__all__ = ["made_id", "parse", "shape_read"]

NODE_DEFAULTS = {"fill": "White", "shape": "Rectangle"}
TEXT_DEFAULTS = {"fill": "Transparent", "shape": "None"}
SHAPE_DEFAULTS = {"fill": "Transparent", "shape": "Rectangle"}
FIELDS = ("DB", "TITLE", "SOURCE", "YEAR")
"""What a record of a publication tells, but for its id and authors."""
TURNS = {"Top": 0.0, "Right": 1.5707963267948966, "Bottom": 3.141592653589793,
         "Left": 4.71238898038469}  # fmt: skip


def parse(content: bytes, *, path: str = "") -> Drawing:
    """The drawing that a text holds.

    :raises UnreadableError: if it is not XML, or its root is not a Pathway of GPML 2013a.
    """
    root = Taken(parse_xml(content, path=path).getroot())
    if root.name != "Pathway" or root.namespace != GPML:
        shown = f"<{root.name}> of {root.namespace or 'no namespace'}"
        sentence = f"the root is {shown}, not a Pathway of GPML 2013a"
        place = Location(path=path, line=root.line)
        raise UnreadableError(NOT_GPML.finding(sentence, place=place))
    return _Parser(root).drawing()


def made_id(*content: object) -> str:
    """An id for what has none, from what it says; of the form of those that PathVisio makes."""
    told_ = "\t".join(map(str, content)).encode()
    return f"f{hashlib.blake2b(told_, digest_size=5).hexdigest()}"


def shape_read(word: str) -> str:
    """A shape in the words of a style; one that is not known stays as it is."""
    return SHAPE.key(word) or word


class _Parser:
    """A text on the way to a drawing."""

    def __init__(self, root: Taken) -> None:
        self.root = root
        self.losses: list[Loss] = []
        self.groups = self._group_ids()
        self.grouping: set[str] = set()
        """The GroupIds of groups so far."""
        self.made: Counter[str] = Counter()
        """How often each id has been made, for what says the same."""

    def drawing(self) -> Drawing:
        root = self.root
        common = self.common(root)
        comments: tuple[Note, ...] = common.pop("notes")
        described = tuple(it.text for it in comments if it.source == DESCRIPTION)
        board = root.one("Graphics")
        box = root.one("InfoBox")
        if box is not None:
            box.ignore("CenterX", "CenterY")  # where PathVisio writes title and organism
        for legend in root.all("Legend"):
            legend.ignore("CenterX", "CenterY")
        drawn: dict[str, Any] = {
            "nodes": tuple(map(self.node, root.all("DataNode"))),
            "states": tuple(map(self.state, root.all("State"))),
            "lines": tuple(self.lines()),
            "labels": tuple(map(self.label, root.all("Label"))),
            "shapes": tuple(map(self.shape, root.all("Shape"))),
            "groups": tuple(map(self.group, root.all("Group"))),
        }
        references, terms = self.biopax()
        about: dict[str, Any] = {
            "title": root.get("Name"),
            "organism": root.get("Organism"),
            "source": root.get("Data-Source"),
            "version": root.get("Version"),
            "licence": root.get("License"),
            "modified": root.get("Last-Modified"),
            "authors": tuple(Author(name) for name in author_names(root.get("Author"))),
            "width": None if board is None else board.size("BoardWidth"),
            "height": None if board is None else board.size("BoardHeight"),
        }
        for what, line in root.rest():
            self.losses.append(Loss(what, line, subject_at(root, line)))
        return Drawing(
            **about,
            **common,
            **drawn,
            description=described,
            notes=tuple(it for it in comments if it.source != DESCRIPTION),
            references=references,
            terms=terms,
            tags=tuple(it.id for it in terms),
            losses=tuple(self.losses),
        )

    def lose(self, what: str, line: int, subject: str) -> None:
        self.losses.append(Loss(what, line, subject))

    def _group_ids(self) -> dict[str, str]:
        """By GroupId, the id of the first group that has it: its GraphId, or one that is made."""
        found: dict[str, str] = {}
        for group in self.root.all("Group"):
            key = group.get("GroupId")
            if key:
                found.setdefault(key, group.get("GraphId") or made_id("Group", key))
        return found

    # What all have

    def common(self, element: Taken) -> dict[str, Any]:
        """Comments, references, records, and the group that it is in."""
        return {
            "notes": tuple(
                Note(text, it.get("Source"))
                for it in element.all("Comment")
                if (text := it.text()).strip()
            ),
            "refs": tuple(it.text().strip() for it in element.all("BiopaxRef")),
            "marks": tuple(self.marks(element)),
        }

    def thing(self, element: Taken, *content: object) -> dict[str, Any]:
        """The same of a thing on the canvas, with its id and line."""
        group = element.get("GroupRef")
        return {
            "id": element.get("GraphId") or self.id_for(element.name, *content),
            "line": element.line,
            "group": self.groups.get(group, group),
            **self.common(element),
        }

    def id_for(self, *content: object) -> str:
        """An id for what has none, other than that of anything that says the same."""
        made = made_id(*content)
        self.made[made] += 1
        times = self.made[made]
        return made if times == 1 else made_id(made, times)

    def marks(self, element: Taken) -> Iterator[str]:
        """The records on an element; keys of programs say nothing, others are lost."""
        for attribute in element.all("Attribute"):
            key, value = attribute.get("Key"), attribute.get("Value")
            if key.startswith(MARKS):
                yield value
            elif not key.startswith((COMPONENT_KEY, DOUBLE_KEY, *NOTHING_KEYS)):
                name = f"{element.name} {element.get('GraphId')}".strip()
                self.lose(f'the attribute {key}="{value}"', attribute.line, name)

    def property(self, element: Taken, key: str) -> str:
        """The value of an Attribute with this key."""
        found = (it.get("Value") for it in element.all("Attribute") if it.get("Key") == key)
        return next(found, "")

    def look(self, element: Taken, graphics: Taken, defaults: dict[str, str]) -> Style:
        """All that an element says of how it looks."""
        line = graphics.meaning("LineStyle", LINE_STYLE.key, "Solid")
        if self.property(element, DOUBLE_KEY):
            line = LineStyle.DOUBLE
        colour = graphics.meaning("Color", colour_read, "Black")
        turn = graphics.get("Rotation", "Top")
        return Style(
            colour=colour,
            text_colour=colour,
            fill=graphics.meaning("FillColor", colour_read, defaults["fill"]),
            line=line,
            thickness=graphics.size("LineThickness", 1.0),
            shape=shape_read(graphics.get("ShapeType", defaults["shape"])),
            font=graphics.get("FontName", "Arial"),
            size=graphics.size("FontSize", 12.0),
            bold=graphics.get("FontWeight") == "Bold",
            italic=graphics.get("FontStyle") == "Italic",
            underline=graphics.get("FontDecoration") == "Underline",
            struck=graphics.get("FontStrikethru") == "Strikethru",
            align=graphics.get("Align", "Center").lower(),
            vertical_align=graphics.get("Valign", "Top").lower(),
            depth=graphics.whole("ZOrder"),
            rotation=TURNS[turn] if turn in TURNS else graphics.number("Rotation"),
        )

    # What is on the canvas

    def node(self, element: Taken) -> Node:
        graphics = graphics_of(element)
        label, type_, rect = (
            element.get("TextLabel").strip(),
            element.get("Type", "Unknown"),
            rect_of(graphics),
        )
        return Node(
            **self.thing(element, label, type_, rect),
            label=label,
            type=type_,
            rect=rect,
            style=told(self.look(element, graphics, NODE_DEFAULTS), usual_of(type_)),
            xref=xref_of(element),
        )

    def state(self, element: Taken) -> State:
        graphics = graphics_of(element)
        node, label = element.get("GraphRef"), element.get("TextLabel")
        x, y = graphics.number("RelX"), graphics.number("RelY")
        look = self.look(element, graphics, NODE_DEFAULTS)
        usual = USUAL["state"]
        return State(
            **self.thing(element, node, label, x, y),
            label=label,
            node=node,
            x=rounded(x),
            y=rounded(y),
            width=graphics.size("Width"),
            height=graphics.size("Height"),
            style=told(without_text(look), without_text(usual)),
            xref=xref_of(element),
        )

    def lines(self) -> Iterator[Line]:
        """Interactions and free lines; one without two ends is none."""
        for name, graphical in (("Interaction", False), ("GraphicalLine", True)):
            for element in self.root.all(name):
                line = self.line(element, graphical=graphical)
                if len(line.joints) > 1:
                    yield line
                else:
                    self.lose("a line without two ends", line.line, line.subject)

    def line(self, element: Taken, *, graphical: bool) -> Line:
        graphics = graphics_of(element)
        joints = tuple(map(joint_of, graphics.all("Point")))
        anchors = tuple(map(anchor_of, graphics.all("Anchor")))
        connector = graphics.meaning("ConnectorType", CONNECTOR.key, "Straight")
        look = without_text(self.look(element, graphics, NODE_DEFAULTS))
        usual = without_text(USUAL["line"])
        made = [f"{it.x} {it.y} {it.on} {it.head}" for it in joints]
        return Line(
            **self.thing(element, *made),
            joints=joints,
            graphical=graphical,
            anchors=anchors,
            connector=connector or Connector.STRAIGHT,
            style=told(look, usual),
            xref=xref_of(element),
        )

    def label(self, element: Taken) -> Label:
        graphics = graphics_of(element)
        label, rect = element.get("TextLabel"), rect_of(graphics)
        return Label(
            **self.thing(element, label, rect),
            label=label,
            rect=rect,
            href=element.get("Href"),
            style=told(self.look(element, graphics, TEXT_DEFAULTS), USUAL["label"]),
        )

    def shape(self, element: Taken) -> Shape:
        graphics = graphics_of(element)
        label, rect = element.get("TextLabel"), rect_of(graphics)
        return Shape(
            **self.thing(element, label, rect),
            label=label,
            rect=rect,
            component=self.property(element, COMPONENT_KEY),
            style=self.look(element, graphics, SHAPE_DEFAULTS),
        )

    def group(self, element: Taken) -> Group:
        """A group; what is in it names its GroupId, so nothing is in one without, or in the second
        of two with the same.
        """
        key = element.get("GroupId")
        thing = self.thing(element, key)
        if key and key not in self.grouping:
            self.grouping.add(key)
            thing["id"] = self.groups[key]
        elif key:
            self.lose(f'the GroupId "{key}", which another group has', element.line, "Group")
        return Group(
            **thing, label=element.get("TextLabel").strip(), type=element.get("Style", STYLELESS)
        )

    # References and ontologies

    def biopax(self) -> tuple[tuple[Reference, ...], tuple[Tag, ...]]:
        """The publications and terms of the Biopax block."""
        block = self.root.one("Biopax")
        if block is None:
            return (), ()
        references = tuple(map(self.reference, block.all("PublicationXref")))
        return references, tuple(map(tag_of, block.all("openControlledVocabulary")))

    def reference(self, element: Taken) -> Reference:
        id_ = element.get(f"{{{RDF}}}id")
        fields, others = record_of(element, "ID", FIELDS)
        for name, text in others:
            self.lose(f'the {name} "{text}", one too many', element.line, f"reference {id_}")
        authors = dict.fromkeys(texts_in(element, "AUTHORS"))
        return Reference(
            id=id_,
            xref=Xref(fields["DB"], fields["ID"]),
            title=fields["TITLE"],
            journal=fields["SOURCE"],
            year=fields["YEAR"],
            authors=tuple(authors),
            line=element.line,
        )
