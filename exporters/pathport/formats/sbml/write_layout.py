"""The drawing of a pathway in SBML's layout package: glyphs as elements, with their records.

What is drawn where is decided by ``sketch`` and ``sketch_lines``. SBML Level 3 Layout Version 1, 3.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence

from pathport.fidelity.measure import Marks
from pathport.formats.sbml.canvas import extent
from pathport.formats.sbml.curves import base_points
from pathport.formats.sbml.layout_terms import BEZIER, LAYOUT, LINE
from pathport.formats.sbml.markup import annotation, attributes, listed, number
from pathport.formats.sbml.plan import Plan
from pathport.formats.sbml.sketch import Glyph, Sketch
from pathport.formats.sbml.sketch_lines import Leg, ReactionGlyph, reaction_glyphs
from pathport.formats.sbml.terms import XSI
from pathport.layout.geometry import Place, Rect

__all__ = ["LAYOUT_PACKAGE", "written_layout"]

LAYOUT_PACKAGE = f' xmlns:layout="{LAYOUT}" layout:required="false"'
"""What the root of a file says that has a layout."""

LAYOUTS, LISTS, ITEMS, INNER, DEEP = ("  " * depth for depth in (2, 4, 5, 6, 8))


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
    yield from _listed("listOfCompartmentGlyphs", _frames(sketch, marks))
    yield from _listed("listOfSpeciesGlyphs", _boxes(sketch, marks))
    yield from _listed("listOfReactionGlyphs", _reactions(sketch, marks))
    yield from _listed("listOfTextGlyphs", _texts(sketch, shown))
    yield from _listed("listOfAdditionalGraphicalObjects", _parts(sketch, marks))
    yield f"      </layout:layout>\n{LAYOUTS}</layout:listOfLayouts>\n"


def _listed(name: str, elements: Iterable[str]) -> Iterator[str]:
    return listed(f"layout:{name}", elements, LISTS)


def _dimensions(width: float, height: float) -> str:
    return f'<layout:dimensions layout:width="{number(width)}" layout:height="{number(height)}"/>\n'


def _element(name: str, head: dict[str, str | None], inner: str, indent: str = ITEMS) -> str:
    told = attributes({f"layout:{key}": value for key, value in head.items()})
    return f"{indent}<layout:{name}{told}>\n{inner}{indent}</layout:{name}>\n"


def _records(marks: Sequence[str], indent: str) -> str:
    return annotation("", (), marks, node="", indent=indent)


def _box(rect: Rect) -> str:
    x, y, width, height = rect
    return (
        f"{INNER}<layout:boundingBox>\n"
        f'{INNER}  <layout:position layout:x="{number(x)}" layout:y="{number(y)}"/>\n'
        f"{INNER}  {_dimensions(width, height)}"
        f"{INNER}</layout:boundingBox>\n"
    )


def _frames(sketch: Sketch, marks: Marks) -> Iterator[str]:
    for glyph in sketch.frames:
        head: dict[str, str | None] = {"id": glyph.id, "compartment": glyph.of}
        told = _records(marks.at("frame", glyph.shown), INNER)
        yield _element("compartmentGlyph", head, told + _box(glyph.rect))


def _boxes(sketch: Sketch, marks: Marks) -> Iterator[str]:
    for glyph in sketch.boxes:
        head: dict[str, str | None] = {"id": glyph.id, "species": glyph.of}
        told = _records(marks.at("box", glyph.shown), INNER)
        yield _element("speciesGlyph", head, told + _box(glyph.rect))


def _parts(sketch: Sketch, marks: Marks) -> Iterator[str]:
    for glyph in sketch.parts:
        head: dict[str, str | None] = {"id": glyph.id, "reference": glyph.of}
        told = _records(marks.at("box", glyph.shown), INNER)
        yield _element("generalGlyph", head, told + _box(glyph.rect))


def _texts(sketch: Sketch, shown: Iterable[Glyph]) -> Iterator[str]:
    for glyph in shown:
        if glyph.is_named:
            head = {
                "id": sketch.new_id(f"{glyph.shown}_text"),
                "graphicalObject": glyph.id,
                "originOfText": glyph.of if glyph.text is None else None,
                "text": glyph.text,
            }
            yield _element("textGlyph", head, _box(glyph.rect))


# Lines


def _reactions(sketch: Sketch, marks: Marks) -> Iterator[str]:
    for glyph in reaction_glyphs(sketch):
        head: dict[str, str | None] = {"id": glyph.id, "reaction": glyph.reaction}
        legs = listed(
            "layout:listOfSpeciesReferenceGlyphs", (_leg(it, marks) for it in glyph.legs), INNER
        )
        inner = _records(marks.at("way", glyph.shown), INNER) + _curve(glyph, INNER)
        yield _element("reactionGlyph", head, inner + "".join(legs))


def _leg(leg: Leg, marks: Marks) -> str:
    head = {
        "id": leg.id,
        "speciesGlyph": leg.glyph,
        "speciesReference": leg.reference,
        "role": leg.role,
    }
    told = _records(marks.at("way", leg.shown), DEEP) if leg.shown else ""
    indent = INNER + "  "
    return _element("speciesReferenceGlyph", head, told + _curve(leg, DEEP), indent)


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
    return f'<layout:{name} layout:x="{number(at[0])}" layout:y="{number(at[1])}"/>\n'
