"""The box of one part of a species: its outline and fill, and what tells that it stands for more.

Several of one thing in a complex have SBGN's double outline (Process Description 2.0, 2.4.4,
multimers). A family, for which SBGN has no glyph, has a dashed line inside: like the dashed frame
around alternatives, it tells that one of them is meant.
"""

from collections.abc import Iterator

from pathport.drawing.fills import fill_of
from pathport.drawing.shapes import Box, outline, rectangle
from pathport.layout.picture import Glyph, GlyphKind, Part
from pathport.model.enumerations import Certainty, Kind

__all__ = ["front_of", "is_family", "is_multimer", "is_unsure", "signed"]

ASIDE = 2.5
"""How far the second outline is to the right of the first, and below."""
INSIDE = 2.0
"""How far the line of a family is from the outline."""


def signed(part: Part, kind: str, box: Box) -> Iterator[str]:
    """The box of a part in the outline of a kind, without its text."""
    x, y, width, height = front = front_of(part, box)
    cls = f"box {fill_of(part)}"
    if is_multimer(part):
        yield outline(kind, (x + ASIDE, y + ASIDE, width, height), cls)
    yield outline(kind, front, cls)
    if is_family(part):
        across, down = max(0, width - 2 * INSIDE), max(0, height - 2 * INSIDE)
        yield rectangle(x + INSIDE, y + INSIDE, across, down, cls="any", r=5 - INSIDE)


def front_of(part: Part, box: Box) -> Box:
    """The outline that has the text: all of the box but what shows of a second one behind it, for
    lines end at the box, and their heads would be hidden by what is beyond.
    """
    x, y, width, height = box
    seen = ASIDE if is_multimer(part) else 0.0
    return x, y, max(0, width - seen), max(0, height - seen)


def is_multimer(part: Part) -> bool:
    """Whether it is there several times in one complex."""
    return part.count > 1


def is_family(part: Part) -> bool:
    """Whether it stands for any one of its members."""
    return part.kind == Kind.FAMILY and not part.is_heading


def is_unsure(glyph: Glyph) -> bool:
    """Whether it is the box of a hypothetical species, dashed as hypothetical lines are."""
    is_box = glyph.kind in (GlyphKind.SPECIES, GlyphKind.CONTAINER)
    return is_box and glyph.certainty == Certainty.HYPOTHETICAL
