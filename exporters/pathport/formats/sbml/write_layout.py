"""The drawing of a pathway in SBML's layout package: glyphs as elements, with their records.

What is drawn where is decided by ``sketch`` and ``sketch_lines``. SBML Level 3 Layout Version 1, 3.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pathport.fidelity.measure import Marks
from pathport.formats.sbml.canvas import extent, inset
from pathport.formats.sbml.curves import base_points
from pathport.formats.sbml.layout_terms import BEZIER, LAYOUT, LINE
from pathport.formats.sbml.markup import annotation, attributes, coordinate, listed
from pathport.formats.sbml.plan import Plan
from pathport.formats.sbml.sketch import Glyph, Sketch
from pathport.formats.sbml.sketch_lines import Leg, ReactionGlyph, reaction_glyphs
from pathport.formats.sbml.terms import XSI
from pathport.formats.sbml.write_render import RENDER_PACKAGE, Wardrobe
from pathport.layout.geometry import Place, Rect

__all__ = ["LAYOUT_PACKAGE", "written_layout"]

LAYOUT_PACKAGE = f' xmlns:layout="{LAYOUT}" layout:required="false"{RENDER_PACKAGE}'
"""What the root of a file says that has a layout."""

LAYOUTS, LISTS, ITEMS, INNER, DEEP = ("  " * depth for depth in (2, 4, 5, 6, 8))


class _Kind(NamedTuple):
    """A kind of glyph: its element, what names what it stands for, what it is to records."""

    element: str
    of: str
    construct: str


FRAME = _Kind("compartmentGlyph", "compartment", "frame")
BOX = _Kind("speciesGlyph", "species", "box")
PART = _Kind("generalGlyph", "reference", "box")
ROLE = "render:objectRole"
COLOUR = ("stroke",)
"""What the own curve of a reaction takes from its way: the node that it is has its own width."""


def written_layout(plan: Plan, marks: Marks) -> Iterator[str]:
    """The one layout of a file, if its pathway says where anything is drawn."""
    if not plan.draws:
        return
    sketch = Sketch(plan)
    told = sketch.layout
    shown = [*sketch.frames, *sketch.boxes, *sketch.parts]
    usual = extent(it.rect for it in shown if it.of != plan.implicit)
    width = usual[0] if told.width is None else told.width
    height = usual[1] if told.height is None else told.height
    yield f'{LAYOUTS}<layout:listOfLayouts xmlns:xsi="{XSI}">\n'
    yield f'      <layout:layout layout:id="{sketch.new_id("layout")}">\n'
    yield f"{LISTS}{_dimensions(width, height)}"
    looks = Wardrobe(sketch)
    frames = (_glyph(it, FRAME, marks, looks) for it in sketch.frames)
    boxes = (_glyph(it, BOX, marks, looks) for it in sketch.boxes)
    parts = (_glyph(it, PART, marks, looks) for it in sketch.parts)
    lines = (_reaction(it, marks, looks) for it in reaction_glyphs(sketch))
    yield from _listed("listOfCompartmentGlyphs", frames)
    yield from _listed("listOfSpeciesGlyphs", boxes)
    yield from _listed("listOfReactionGlyphs", lines)
    yield from _listed("listOfTextGlyphs", _texts(sketch, looks))
    yield from _listed("listOfAdditionalGraphicalObjects", parts)
    yield from looks.written()
    yield f"      </layout:layout>\n{LAYOUTS}</layout:listOfLayouts>\n"


def _listed(name: str, elements: Iterable[str]) -> Iterator[str]:
    return listed(f"layout:{name}", elements, LISTS)


def _dimensions(width: float, height: float) -> str:
    size = f'layout:width="{coordinate(width)}" layout:height="{coordinate(height)}"'
    return f"<layout:dimensions {size}/>\n"


def _element(name: str, head: Mapping[str, str | None], inner: str, indent: str = ITEMS) -> str:
    told = attributes(
        {key if ":" in key else f"layout:{key}": value for key, value in head.items()}
    )
    return f"{indent}<layout:{name}{told}>\n{inner}{indent}</layout:{name}>\n"


def _records(marks: Sequence[str], indent: str) -> str:
    return annotation("", (), marks, node="", indent=indent)


def _box(rect: Rect) -> str:
    x, y, width, height = rect
    return (
        f"{INNER}<layout:boundingBox>\n"
        f'{INNER}  <layout:position layout:x="{coordinate(x)}" layout:y="{coordinate(y)}"/>\n'
        f"{INNER}  {_dimensions(width, height)}"
        f"{INNER}</layout:boundingBox>\n"
    )


def _glyph(glyph: Glyph, kind: _Kind, marks: Marks, looks: Wardrobe) -> str:
    head = {
        "id": glyph.id,
        kind.of: glyph.of,
        ROLE: looks.border(glyph.id, glyph.look, glyph.style),
    }
    told = _records(marks.at(kind.construct, glyph.id), INNER)
    return _element(kind.element, head, told + _box(glyph.rect))


def _texts(sketch: Sketch, looks: Wardrobe) -> Iterator[str]:
    for glyph in sketch.frames:
        if glyph.is_named:
            yield _text(glyph, sketch, looks, inset(glyph.rect))
    for glyph in (*sketch.boxes, *sketch.parts):
        if glyph.is_named:
            yield _text(glyph, sketch, looks, glyph.rect)


def _text(glyph: Glyph, sketch: Sketch, looks: Wardrobe, rect: Rect) -> str:
    id_ = sketch.new_id(f"{glyph.id}_text")
    head = {
        "id": id_,
        "graphicalObject": glyph.id,
        "originOfText": glyph.of if glyph.text is None else None,
        "text": glyph.text,
        ROLE: looks.text(id_, glyph.label, glyph.style),
    }
    return _element("textGlyph", head, _box(rect))


# Lines


def _reaction(glyph: ReactionGlyph, marks: Marks, looks: Wardrobe) -> str:
    head: dict[str, str | None] = {
        "id": glyph.id,
        "reaction": glyph.reaction,
        ROLE: looks.line(glyph.id, glyph.look, glyph.style, COLOUR),
    }
    legs = listed(
        "layout:listOfSpeciesReferenceGlyphs", (_leg(it, marks, looks) for it in glyph.legs), INNER
    )
    inner = _records(marks.at("way", glyph.id), INNER) + _curve(glyph, INNER)
    return _element("reactionGlyph", head, inner + "".join(legs))


def _leg(leg: Leg, marks: Marks, looks: Wardrobe) -> str:
    head = {
        "id": leg.id,
        "speciesGlyph": leg.glyph,
        "speciesReference": leg.reference,
        "role": leg.role,
        ROLE: looks.line(leg.id, leg.look, leg.style),
    }
    told = _records(marks.at("way", leg.id), DEEP)
    return _element("speciesReferenceGlyph", head, told + _curve(leg, DEEP), INNER + "  ")


def _curve(drawn: Leg | ReactionGlyph, indent: str) -> str:
    pieces = _segments(drawn.points, indent + "    ", is_curved=drawn.is_curved)
    return (
        f"{indent}<layout:curve>\n{indent}  <layout:listOfCurveSegments>\n{''.join(pieces)}"
        f"{indent}  </layout:listOfCurveSegments>\n{indent}</layout:curve>\n"
    )


def _segments(points: Sequence[Place], indent: str, *, is_curved: bool) -> Iterator[str]:
    type_ = BEZIER if is_curved else LINE
    ends = itertools.pairwise(points)
    bases = base_points(points) if is_curved else itertools.repeat(())
    for (start, end), between in zip(ends, bases, strict=False):
        named = {"start": start, "end": end}
        named |= {f"basePoint{number}": it for number, it in enumerate(between, start=1)}
        inner = "".join(f"{indent}  {_point(name, at)}" for name, at in named.items())
        start_tag = f'{indent}<layout:curveSegment xsi:type="{type_}">\n'
        yield f"{start_tag}{inner}{indent}</layout:curveSegment>\n"


def _point(name: str, at: Place) -> str:
    return f'<layout:{name} layout:x="{coordinate(at[0])}" layout:y="{coordinate(at[1])}"/>\n'
