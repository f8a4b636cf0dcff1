"""A picture as SVG 1.1 with text as text: title, compartments, lines, glyphs, legend.

Each glyph and frame is a group with the id of its thing in ``data-thing`` and its whole name as a
tooltip. Colours are classes in one style sheet, light or dark, or both by what the reader prefers.
"""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import escape

from pathport.drawing.boxes import front_of, is_unsure, signed
from pathport.drawing.heading import Heading, heading
from pathport.drawing.legend import Legend, legend
from pathport.drawing.lettering import lettered
from pathport.drawing.shapes import SYMBOLS, Box, head, number, rectangle
from pathport.drawing.sheet import sheet
from pathport.drawing.sketches import sketched
from pathport.layout.heads import LENGTHS, head_of, heads
from pathport.layout.labels import MARK, MARK_GAP, MARK_PAD, TEXT
from pathport.layout.picture import Area, Glyph, GlyphKind, Line, LineRole, Part, Picture
from pathport.layout.text import text_width
from pathport.model.enumerations import Kind
from pathport.model.layout import DecorationKind

__all__ = ["extent", "svg"]

Point = tuple[float, float]

CORNER = 6.0
CLONE = 4.0
NUMBER = 10
DIGIT = 7.0
"""How high a digit of a number is."""
ROW = 13.0
"""From one line of a text in a box to the next."""


def svg(picture: Picture, *, theme: str = "light", with_legend: bool = True) -> str:
    """The picture as a document.

    :param theme: ``light``, ``dark``, or ``auto`` for what the reader prefers.
    """
    key = legend(picture) if with_legend else None
    above = _heading(picture, key)
    width, height = extent(picture, key)
    size = f'width="{number(width)}" height="{number(height)}"'
    size += f' viewBox="0 0 {number(width)} {number(height)}"'
    at = number(0 - picture.left), number(above.height - picture.top)
    body = [
        '<?xml version="1.0" encoding="UTF-8"?>\n',
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">\n',
        f"<title>{escape(picture.title)}</title>\n",
        f"<style>{sheet(theme)}</style>\n",
        f'<rect width="{number(width)}" height="{number(height)}" class="paper"/>\n',
        *(f"{each}\n" for each in above.shapes()),
        f'<g transform="translate({at[0]} {at[1]})">\n',
        *(f"{each}\n" for each in drawn(picture)),
        "</g>\n",
    ]
    if key:
        body.append(f'<g transform="translate(0 {number(above.height + picture.height)})">\n')
        body += [f"{each}\n" for each in key.shapes]
        body.append("</g>\n")
    return "".join((*body, "</svg>\n"))


def extent(picture: Picture, key: Legend | None) -> tuple[float, float]:
    """The width and height of a picture with its title and key."""
    above = _heading(picture, key)
    below = (key.width, key.height) if key else (0, 0)
    return max(picture.width, below[0], above.width), above.height + picture.height + below[1]


def _heading(picture: Picture, key: Legend | None) -> Heading:
    return heading(picture.title, max(picture.width, key.width if key else 0))


def drawn(picture: Picture) -> Iterator[str]:
    """What is drawn, from back to front."""
    for area in picture.areas:
        yield _grouped(area.compartment, area.name, _area(area))
    for sketch in picture.sketches:
        if sketch.kind is not DecorationKind.LABEL:
            yield from sketched(sketch)
    behind: list[Glyph] = []
    before: list[Glyph] = []
    for glyph in picture.glyphs:
        (behind if glyph.kind is GlyphKind.CONTAINER else before).append(glyph)
    yield from map(_glyph, behind)
    yield from ways(picture.lines)
    for each in picture.lines:
        yield from _heads(each)
    yield from map(_glyph, before)
    for sketch in picture.sketches:
        if sketch.kind is DecorationKind.LABEL:
            yield from sketched(sketch)


def _area(area: Area) -> Iterator[str]:
    box = area.x, area.y, area.width, area.height
    yield rectangle(*box, cls="membrane" if area.membrane else "area", r=0 if area.membrane else 10)
    if area.membrane or area.spanning:
        top, bottom = area.spanning or (area.y, area.y + area.height)
        yield rectangle(area.x, top, area.width, bottom - top, cls="bilayer")
        inset = min(4, (bottom - top) / 4)
        inner = area.x, top + inset, area.width, max(0, bottom - top - 2 * inset)
        yield rectangle(*inner, cls="leaflet")
    cls = "place" if area.band else "frame"
    x, y = area.label
    for index, text in enumerate(area.lines):
        place = f'x="{number(x)}" y="{number(y + 10 + index * 13)}"'
        yield f'<text {place} class="{cls}">{lettered(text)}</text>'


def ways(lines: Iterable[Line]) -> Iterator[str]:
    """The lines without heads; what lines of one trunk share is drawn once."""
    drawn_of: defaultdict[str, list[list[Point]]] = defaultdict(list)
    for each in lines:
        points = list(each.points)
        if len(points) < 2:
            continue
        points[-1] = _back(points[-1], points[-2], LENGTHS.get(head_of(each.role, each.effect), 0))
        others = drawn_of[each.trunk]
        others.append(points)
        backwards = bool(others[0][0] != points[0])
        yield _way(each, _own(points, others[:-1], backwards=backwards))


def _own(points: list[Point], others: list[list[Point]], *, backwards: bool) -> list[Point]:
    """What a line has for itself: from where it leaves the last of the others of its trunk."""
    way = points[::-1] if backwards else points
    shortest = way
    for other in others:
        rest = _after(way, other[::-1] if backwards else other)
        if _reach(rest) < _reach(shortest):
            shortest = rest
    return shortest[::-1] if backwards else shortest


def _after(way: list[Point], other: list[Point]) -> list[Point]:
    """The rest of a way after it leaves another one that has the same beginning.

    It begins a corner earlier, where the other one begins to turn.
    """
    index = 0
    while index < min(len(way), len(other)) and way[index] == other[index]:
        index += 1
    if index in (0, len(way), len(other)):
        return way
    root, here, there = way[index - 1], way[index], other[index]
    if _is_along(root, here, there) and _distance(root, there) < _distance(root, here):
        return [_back(there, root, CORNER), *way[index:]]
    if index == 1:
        return way
    return [_back(root, way[index - 2], CORNER), *way[index - 1 :]]


def _is_along(root: Point, here: Point, there: Point) -> bool:
    """Whether two places lie in one direction from a third, across or down."""
    across = root[1] == here[1] == there[1] and (here[0] - root[0]) * (there[0] - root[0]) > 0
    down = root[0] == here[0] == there[0] and (here[1] - root[1]) * (there[1] - root[1]) > 0
    return across or down


def _reach(points: list[Point]) -> float:
    return sum(_distance(a, b) for a, b in itertools.pairwise(points))


def _way(each: Line, points: list[Point]) -> str:
    path = [f"M{_at(points[0])}"]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        reach = min(CORNER, _distance(before, here) / 2, _distance(here, after) / 2)
        path.append(f"L{_at(_back(here, before, reach))}")
        path.append(f"Q{_at(here)} {_at(_back(here, after, reach))}")
    path.append(f"L{_at(points[-1])}")
    dashed = " unsure" if each.certainty == "hypothetical" else ""
    return f'<path d="{"".join(path)}" class="way {_class(each)}{dashed}"/>'


def _class(each: Line) -> str:
    return (each.effect or "line").replace(" ", "-")


def _heads(each: Line) -> Iterator[str]:
    for kind, tip, before in heads(each):
        yield head(kind, tip, before, _class(each))
    if (
        len(each.points) > 1
        and each.coefficient != 1
        and each.role in (LineRole.INPUT, LineRole.OUTPUT)
    ):
        yield from _coefficient(each)


def _coefficient(each: Line) -> Iterator[str]:
    """The number beside the end at the species, but where that is a cofactor's own text."""
    if each.start.startswith(f"{each.of}/in/") or each.end.startswith(f"{each.of}/out/"):
        return
    text = f"{each.coefficient:g}"
    x, y = _beside(each, text_width(text, NUMBER))
    yield f'<text x="{number(x)}" y="{number(y)}" class="number">{text}</text>'


def _beside(each: Line, width: float) -> Point:
    """Where a number of this width begins: near the species, off the line and its head."""
    near, far = (0, 1) if each.role is LineRole.INPUT else (-1, -2)
    (x, y), (x2, y2) = each.points[near], each.points[far]
    aside = 3.0 if each.role is LineRole.INPUT else 6.0
    if y == y2:
        return x + (5 if x2 > x else -5 - width), y - aside
    if x == x2:
        return x + aside, y + (10 if y2 > y else -3)
    reach = math.hypot(x2 - x, y2 - y)
    along, down = (x2 - x) / reach, (y2 - y) / reach
    half = DIGIT / 2
    side = math.copysign(aside + abs(down) * width / 2 + abs(along) * half, along * down)
    middle = x + 14 * along + side * down, y + 14 * down - side * along
    return middle[0] - width / 2, middle[1] + half


def _at(point: tuple[float, float]) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _distance(first: tuple[float, float], second: tuple[float, float]) -> float:
    return abs(first[0] - second[0]) + abs(first[1] - second[1])


def _back(
    tip: tuple[float, float], before: tuple[float, float], reach: float
) -> tuple[float, float]:
    """The place so far before the tip."""
    length = _distance(tip, before) or 1
    share = min(1.0, reach / length)
    return tip[0] + (before[0] - tip[0]) * share, tip[1] + (before[1] - tip[1]) * share


def _glyph(glyph: Glyph) -> str:
    look = "unsure" if is_unsure(glyph) else ""
    return _grouped(glyph.thing, glyph.tip or glyph.text, _shapes(glyph), look)


def _grouped(thing: str, name: str, shapes: Iterable[str], look: str = "") -> str:
    """What is drawn of a thing, with its whole name as a tooltip; ``look`` is that of its boxes."""
    tip = f"<title>{escape(name or thing)}</title>"
    cls = f' class="{look}"' if look else ""
    return f'<g data-thing="{escape(thing)}"{cls}>{tip}{"".join(shapes)}</g>'


def _shapes(glyph: Glyph) -> Iterator[str]:
    if glyph.kind is GlyphKind.COFACTOR:
        middle = glyph.x + glyph.width / 2
        place = f'x="{number(middle)}" y="{number(glyph.y + 9)}"'
        yield f'<text {place} class="cofactor">{lettered(glyph.text)}</text>'
    elif glyph.kind is GlyphKind.SPECIES:
        yield from _box(glyph)
    else:
        yield SYMBOLS[glyph.kind](glyph)


def _box(glyph: Glyph) -> Iterator[str]:
    at, x, width = glyph.y + glyph.margin, glyph.x + glyph.margin, glyph.width - 2 * glyph.margin
    is_list = glyph.type == "set"
    is_stack = len(glyph.parts) > 1 and not is_list
    for part in glyph.parts:
        kind = part.kind if not is_stack else Kind.PROTEIN
        box = x, at, width, part.height
        # The name of a list has no box of its own, or it would read as one more member.
        if not (is_list and part.is_heading):
            yield from signed(part, kind, box)
        yield from _texts(glyph, part, front_of(part, box))
        at += part.height
    if is_list or glyph.margin:
        room = 0.0 if glyph.margin else 2.5
        around = glyph.x - room, glyph.y - room, glyph.width + 2 * room, glyph.height + 2 * room
        yield rectangle(*around, cls="set", r=6)
    if glyph.clone:
        strip = glyph.x + 4, glyph.y + glyph.height - CLONE, glyph.width - 8, CLONE - 1
        yield rectangle(*strip, cls="clone", r=1)


def _texts(glyph: Glyph, part: Part, box: Box) -> Iterator[str]:
    """The text of a part and its marks, in the middle of its box together."""
    left, top, width, height = box
    widths = [text_width(mark, MARK) + 2 * MARK_PAD for mark in part.marks]
    lines = part.text.split("\n")
    size = TEXT * part.scale
    bold = part.is_heading
    cls = 'class="name"' + (' font-weight="bold"' if bold else "")
    cls += f' style="font-size: {number(size)}px"' if part.scale != 1 else ""
    text = max(text_width(line, size, bold=bold) for line in lines)
    whole = text + sum(wide + MARK_GAP for wide in widths)
    x = left + (width - whole) / 2
    middle = top + height / 2 - (1 if glyph.clone and len(glyph.parts) == 1 else 0)
    for index, line in enumerate(lines):
        y = middle + (4 + (index - (len(lines) - 1) / 2) * ROW) * part.scale
        start = x if len(lines) == 1 else left + (width - text_width(line, size, bold=bold)) / 2
        yield f'<text x="{number(start)}" y="{number(y)}" {cls}>{lettered(line)}</text>'
    x += text + MARK_GAP
    for mark, wide in zip(part.marks, widths, strict=True):
        looks = "mark active" if mark == "active" else "mark"
        yield rectangle(x, middle - 6.5, wide, 13, cls=looks, r=6.5)
        place = f'x="{number(x + wide / 2)}" y="{number(middle + 3.2)}"'
        yield f'<text {place} class="site">{lettered(mark)}</text>'
        x += wide + MARK_GAP
