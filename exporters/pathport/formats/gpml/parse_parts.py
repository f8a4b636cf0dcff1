"""What stands in an element of GPML 2013a: places, points, cross references, fields of records.

They are taken from elements that ``parse`` walks; what they mean is not known here. GPML2013a.xsd.
"""

from collections.abc import Collection, Sequence
from itertools import zip_longest

from pathport.formats.gpml.drawing import Anchor, Joint, Tag, Xref
from pathport.formats.gpml.elements import Taken
from pathport.formats.gpml.terms import RDF
from pathport.layout.geometry import Rect, rounded
from pathport.model.layout import Style

__all__ = [
    "anchor_of",
    "author_names",
    "first_text",
    "graphics_of",
    "joint_of",
    "record_of",
    "rect_of",
    "subject_at",
    "tag_of",
    "texts_in",
    "without_text",
    "xref_of",
]


def graphics_of(element: Taken) -> Taken:
    """The Graphics of an element; an empty one where there is none."""
    found = element.one("Graphics")
    return found if found is not None else Taken(element.element.makeelement("Graphics"))


def rect_of(graphics: Taken) -> Rect:
    """Where something is, from its middle and extent."""
    width, height = graphics.size("Width"), graphics.size("Height")
    x, y = graphics.number("CenterX") - width / 2, graphics.number("CenterY") - height / 2
    return Rect(rounded(x), rounded(y), width, height)


def xref_of(element: Taken) -> Xref:
    """The cross reference of an element, or an empty one."""
    found = element.one("Xref")
    if found is None:
        return Xref()
    return Xref(found.get("Database").strip(), found.get("ID").strip())


def joint_of(point: Taken) -> Joint:
    """A point of a line."""
    on = point.get("GraphRef")
    at = (rounded(point.number("RelX")), rounded(point.number("RelY")))
    return Joint(
        x=rounded(point.number("X")),
        y=rounded(point.number("Y")),
        on=on,
        at=at if on else None,
        head=point.get("ArrowHead"),
        id=point.get("GraphId"),
    )


def anchor_of(anchor: Taken) -> Anchor:
    """An anchor of a line."""
    anchor.ignore("Shape")  # None, or a circle
    position = rounded(anchor.share("Position"))
    return Anchor(id=anchor.get("GraphId"), position=position)


def without_text(look: Style) -> Style:
    """The look of what has no text, and no turn."""
    return Style(
        colour=look.colour,
        text_colour=look.colour,
        fill=look.fill,
        line=look.line,
        thickness=look.thickness,
        shape=look.shape,
        depth=look.depth,
    )


def record_of(
    element: Taken, key: str, others: Collection[str]
) -> tuple[dict[str, str], Collection[tuple[str, str]]]:
    """The fields of a record, and what else is told of them.

    Some elements tell the same fields several times, the first time often without a title: that
    time counts which tells most, and what it lacks is taken from others with its ``key``.
    """
    names = (key, *others)
    columns = (_all_texts(element, name) for name in names)
    times = [dict(zip(names, row, strict=True)) for row in zip_longest(*columns, fillvalue="")]
    nothing = dict.fromkeys(names, "")
    most = max(times, key=lambda it: (bool(it[key]), sum(map(bool, it.values()))), default=nothing)
    same = [most, *(it for it in times if it[key] in ("", most[key]))]
    found = {name: next((it[name] for it in same if it[name]), "") for name in names}
    said = dict.fromkeys((name, it[name]) for it in times for name in names)
    return found, [(name, text) for name, text in said if text not in ("", found[name])]


def texts_in(element: Taken, name: str) -> list[str]:
    """The texts of all fields of this name that tell something."""
    return [*filter(None, _all_texts(element, name))]


def _all_texts(element: Taken, name: str) -> list[str]:
    found = element.all(name)
    for it in found:
        it.ignore(f"{{{RDF}}}datatype")
    return [it.text().strip() for it in found]


def first_text(element: Taken, name: str) -> str:
    """The first such text, or an empty one."""
    return next(iter(texts_in(element, name)), "")


def tag_of(element: Taken) -> Tag:
    """A term of an ontology."""
    id_ = first_text(element, "ID")
    return Tag(
        id=f"{id_} {element.line}",
        xref=Xref("", id_),
        term=first_text(element, "TERM"),
        ontology=first_text(element, "Ontology"),
        line=element.line,
    )


def author_names(text: str) -> Sequence[str]:
    """The names in ``[A, B]``, or in a text without brackets."""
    inner = text.strip().removeprefix("[").removesuffix("]")
    return [name for it in inner.split(",") if (name := it.strip())]


def subject_at(root: Taken, line: int) -> str:
    """The element on the canvas that a line of the file is in."""
    before = [it for it in root.inner if it.line <= line]
    if not before or not line:
        return root.name
    last = before[-1]
    return f"{last.name} {last.element.get('GraphId') or ''}".strip()
