"""What CellDesigner's files hold to in how compartments are drawn, and what is on their membranes.

Each rule is a function over a file; what they demand is in ``codes``.
"""

from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

from pathport.formats.celldesigner import codes
from pathport.formats.celldesigner.geometry import Rect, close_up, is_on_border
from pathport.formats.celldesigner.sheet import (
    BOUNDS,
    POSITION,
    CheckedSheet,
    numbers_in,
    text_in,
)
from pathport.formats.celldesigner.terms import CLOSE_UPS, DEFAULT, DOUBLE_LINE, INSIDE
from pathport.formats.grammar import Breach

__all__ = ["frames", "membranes", "nesting"]


def frames(sheet: CheckedSheet) -> Iterator[Breach]:
    """What frames draw, whether each compartment has one, and whether there is one around all."""
    for it in sheet.drawn_frames:
        place = it.get("compartment")
        if place and place not in sheet.compartments:
            sentence = f'frame {it.get("id")} draws "{place}", which is no compartment'
            yield sheet.breach(codes.FRAME_OF, sentence, it)
    framed = {*sheet.frames.values()}
    others = {id_: it for id_, it in sheet.compartments.items() if id_ != DEFAULT}
    for id_, it in others.items():
        if id_ not in framed and framed <= sheet.compartments.keys():
            yield sheet.breach(codes.UNFRAMED, f"compartment {id_} has no alias", it)
        # What has no dimensions can only be in what has none either: rule 20506 of SBML.
        is_point = it.get("spatialDimensions") == "0"
        if not (it.get("outside") or is_point) and DEFAULT in sheet.compartments:
            yield sheet.breach(codes.INSIDE_OF, f"compartment {id_} is inside of none", it)
    if DEFAULT not in sheet.compartments:
        yield sheet.breach(codes.OUTERMOST, f'no compartment is called "{DEFAULT}"', sheet.model)


def nesting(sheet: CheckedSheet) -> Iterator[Breach]:
    """Whether frames are in those of the compartments around theirs."""
    rects: dict[str, list[list[float]]] = defaultdict(list)
    drawn = sheet.drawn_frames
    for it in drawn:
        rects[it.get("compartment") or ""].append(_frame_rect(sheet, it))
    outside = {id_: it.get("outside") for id_, it in sheet.compartments.items()}
    for it in drawn:
        place = it.get("compartment")
        around, rect = outside.get(place or ""), _frame_rect(sheet, it)
        frames = list(filter(None, rects.get(around, ()) if around else ()))
        if rect and frames and not any(_holds(frame, rect) for frame in frames):
            sentence = f"frame {it.get('id')} of {place} is not in that of {around}"
            yield sheet.breach(codes.FRAME_PLACE, sentence, it)


def membranes(sheet: CheckedSheet) -> Iterator[Breach]:
    """Whether what is on the membrane around a compartment is drawn there."""
    known = {it.get("id"): it for it in sheet.drawn_frames}
    for it in sheet.drawn:
        told = sheet.identities.get(it.get("species") or "")
        frame, position = known.get(it.get("compartmentAlias")), text_in(told, POSITION)
        if frame is None or position in ("", INSIDE) or it.get("complexSpeciesAlias"):
            continue
        rect, around = numbers_in(it, BOUNDS, "bounds"), _frame_rect(sheet, frame)
        lines = numbers_in(frame, ("thickness",), "doubleLine") or [DOUBLE_LINE["thickness"]]
        word = text_in(frame, "class")
        if rect and around and not is_on_border(word, Rect(*around), Rect(*rect), lines[0]):
            sentence = (
                f"alias {it.get('id')} ({position}) is not on the border of {frame.get('id')}"
            )
            yield sheet.breach(codes.ON_MEMBRANE, sentence, it)


def _frame_rect(sheet: CheckedSheet, frame: etree._Element) -> list[float]:
    """Where a frame is, be it at the edge of the canvas; nothing where that is not told."""
    word, point = text_in(frame, "class"), numbers_in(frame, ("x", "y"), "point")
    canvas = numbers_in(sheet.extension, ("sizeX", "sizeY"), "modelDisplay")
    if word in CLOSE_UPS and point and canvas:
        return list(close_up(word, (point[0], point[1]), (canvas[0], canvas[1])))
    return numbers_in(frame, BOUNDS, "bounds")


def _holds(around: list[float], rect: list[float]) -> bool:
    """Whether all of a rectangle is in another one, but for a pixel."""
    return all(
        start - 1 <= at and at + size <= start + whole + 1
        for at, size, start, whole in zip(rect[:2], rect[2:], around[:2], around[2:], strict=True)
    )
