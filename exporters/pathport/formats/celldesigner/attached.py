"""Units of information and tags: what is attached to a box or frame, as labels of the drawing.

Such a label starts on what it is attached to; its shape tells it from other texts. It says in what
way a box is to be understood (``mt:prot``, ``N:2``), or what it is called elsewhere, in words that
belong to the diagram. Extension Tag Specification, fourth edition.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pathport.formats.celldesigner.framed import is_frame_again
from pathport.formats.celldesigner.geometry import (
    Rect,
    angle_said,
    place_of_angle,
    rounded,
    spot_on,
)
from pathport.formats.celldesigner.markup import (
    colour_said,
    element,
    empty,
    many,
    pixels,
    scheme_of,
)
from pathport.formats.celldesigner.names import written_name
from pathport.formats.celldesigner.parts import Information, Tag
from pathport.formats.celldesigner.reading_ways import style_of
from pathport.formats.celldesigner.terms import INFORMATION, TAG
from pathport.model.layout import Decoration, DecorationKind, End, Layout, Point, Style

__all__ = ["Attached", "information_read", "information_said", "tag_read", "tags_said", "width_of"]

HEIGHT = 15.0
"""Of a unit of information, in pixels."""
CHARACTER = 7.0
"""About the width of a character in it."""
BETWEEN = ":"
"""Between what a unit of information tells of and what it tells."""
NONE = {"state": "empty", "angle": "-1.5707963267948966"}
"""What stands where a box has no unit of information."""
UNPAINTED = "ffffffff"
"""The fill of a tag that has none."""


def width_of(text: str) -> float:
    """About how wide a bubble on a border is that holds a text, in pixels."""
    return max(HEIGHT, CHARACTER * len(text) + CHARACTER)


# From a file


def information_read(told: Information, on: str, rect: Rect) -> Decoration:
    """The label that a unit of information is, on the border of what is there."""
    x, y = place_of_angle(-told.angle)
    across, down = spot_on(rect, (x, y))
    text = told.label
    if told.prefix or BETWEEN in told.label:
        text = f"{told.prefix}{BETWEEN}{told.label}"
    wide = width_of(text)
    left, top = rounded(across - wide / 2), rounded(down - HEIGHT / 2)
    return Decoration(
        kind=DecorationKind.LABEL,
        text=text or None,
        points=(Point(x=left, y=top), Point(x=left + wide, y=top + HEIGHT)),
        start=End(on=on, at=Point(x=x, y=y)),
        style=Style(shape=INFORMATION.key(told.state)),
    )


def tag_read(told: Tag, on: str) -> Decoration:
    """The label that a tag is."""
    x, y, width, height = told.rect
    return Decoration(
        kind=DecorationKind.LABEL,
        text=told.name or None,
        points=(Point(x=x, y=y), Point(x=x + width, y=y + height)),
        start=End(on=on),
        style=style_of(told.look, fill=UNPAINTED, thickness=1.0, shape=TAG.key(told.direction)),
    )


# To a file


class Attached:
    """The labels of a drawing that are attached to one of these boxes and frames."""

    def __init__(self, layout: Layout, there: Iterable[str]) -> None:
        places = frozenset(there)
        framed = {it.compartment for it in layout.frames}
        self.information: dict[str, Decoration] = {}
        self.tags: dict[str, list[Decoration]] = defaultdict(list)
        self.others: list[Decoration] = []
        """What is drawn in a layer."""
        for it in layout.drawing:
            on = it.start.on if it.start is not None else None
            shape = it.style.shape or ""
            is_label = it.kind is DecorationKind.LABEL and on in places
            if is_label and on and INFORMATION.word(shape) and on not in self.information:
                self.information[on] = it
            elif is_label and on and TAG.word(shape) and len(it.points) > 1:
                self.tags[on].append(it)
            elif not is_frame_again(it, framed):
                self.others.append(it)


def information_said(told: Decoration | None) -> str:
    """The unit of information of a box; it says so that there is none."""
    if told is None:
        return empty("info", **NONE)
    at = told.start.at if told.start is not None else None
    prefix, between, label = (told.text or "").partition(BETWEEN)
    if not between:
        prefix, label = "", prefix
    return empty(
        "info",
        state=INFORMATION.word(told.style.shape or ""),
        prefix=written_name(prefix) or None,
        label=written_name(label),
        angle=pixels(-angle_said((at.x, at.y)) if at is not None else float(NONE["angle"])),
    )


def tags_said(told: Sequence[Decoration]) -> str:
    """The tags of a box, in order."""
    return many("listOfSpeciesTag", map(_tag, told))


def _tag(told: Decoration) -> str:
    return element("SpeciesTag", {}, "".join(_parts_of_tag(told)))


def _parts_of_tag(told: Decoration) -> Iterator[str]:
    one, *_, other = told.points
    style = told.style
    yield empty("KeyInfo", name=written_name(told.text or ""), direct=TAG.word(style.shape or ""))
    yield empty(
        "TagBounds",
        x=pixels(one.x),
        y=pixels(one.y),
        w=pixels(other.x - one.x),
        h=pixels(other.y - one.y),
    )
    yield empty("TagEdgeLine", width=pixels(1.0 if style.thickness is None else style.thickness))
    fill = UNPAINTED if style.fill is None else colour_said(style.fill, "LINE")
    yield empty("TagFramePaint", color=fill, scheme=scheme_of(style))
