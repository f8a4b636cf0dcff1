"""What of a layout is still as the engine made it, and is drawn as the engine draws it.

A layout tells boxes, frames and ways; of the picture that it was made of, the bilayer, stacks,
trunks and gates are not in it. Where most boxes are the engine's, at its places, the picture is
made again: what stands there unmoved is shown as it was, and only what was moved is drawn plainly.
What was moved as a whole is as it was made, elsewhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any

import msgspec

from pathport.layout.blocks import LINE
from pathport.layout.engine import laid_out
from pathport.layout.geometry import Place
from pathport.layout.keeping import box_ids, ids_of, kept
from pathport.layout.labels import Labels
from pathport.layout.moving import layout_moved, offset, picture_moved
from pathport.layout.picture import Area, Glyph, Line, Picture
from pathport.layout.unplaced import unplaced, untold_parts, without
from pathport.model.layout import Box, Frame, Layout, Point, Way
from pathport.model.pathway import Pathway

__all__ = [
    "NOTHING",
    "Known",
    "Made",
    "has_own",
    "made_for",
    "recognised",
    "standing_for",
    "tells_few",
]

NEAR = 0.5
"""Pixels that a number may be off, as programs round them, and is the same place."""
SHARE = 0.05
"""The same of a place in halves of a box, or along a line."""
EMPTY: Mapping[str, Any] = MappingProxyType({})


class Made(msgspec.Struct, frozen=True):
    """What the engine makes of a pathway, or of the part that has places."""

    pathway: Pathway
    picture: Picture
    layout: Layout


def made_for(pathway: Pathway) -> Made | None:
    """What the engine makes of a pathway, if most boxes of its layout are where that has them, all
    moved alike or not, or if it tells few and these are called as the engine's: somebody moved
    them.

    What has no box may have been taken away since, or may have been added: both are tried.
    """
    boxes = [it for it in pathway.layout.boxes if it.inside is None]
    is_rest = tells_few(pathway) and has_own(pathway)
    if not is_rest and 2 * _sized_so(pathway, boxes) <= len(boxes):
        return None
    bare = msgspec.structs.replace(pathway, layout=Layout())
    missing = unplaced(pathway)
    parts = (bare,) if is_rest or not missing else (bare, without(bare, missing))
    best: tuple[int, Made] | None = None
    for part in parts:
        made = _made(part)
        same = len(in_place(boxes, made.layout.boxes))
        if not is_rest and 2 * same <= len(boxes):
            made = _moved(made, offset(boxes, made.layout.boxes))
            same = len(in_place(boxes, made.layout.boxes))
        if best is None or same > best[0]:
            best = same, made
    return best[1] if best and (is_rest or 2 * best[0] > len(boxes)) else None


def _made(pathway: Pathway) -> Made:
    picture = laid_out(pathway)
    return Made(pathway, picture, kept(picture, pathway))


def _moved(made: Made, by: Place) -> Made:
    """The same elsewhere."""
    return Made(made.pathway, picture_moved(made.picture, by), layout_moved(made.layout, by))


def tells_few(pathway: Pathway) -> bool:
    """Whether the layout of a pathway has no box for most of its species."""
    return 2 * len(unplaced(pathway)) > len(pathway.species)


def has_own(pathway: Pathway) -> bool:
    """Whether some box of the layout of a pathway is called and as large as those of the engine's
    layouts; formats that have the engine place boxes of theirs have others.
    """
    called = (it for it in pathway.layout.boxes if it.id.startswith(f"{it.species}_box"))
    return _sized_so(pathway, called) > 0


def _sized_so(pathway: Pathway, boxes: Iterable[Box]) -> int:
    """How many boxes, in no others, are as high as their parts or as the text of a cofactor."""
    labels = Labels(pathway)
    heights = {it: (labels.shown(labels.species[it.species]).height, LINE) for it in boxes}
    return sum(
        it.inside is None and any(abs(it.height - high) <= NEAR for high in known)
        for it, known in heights.items()
    )


def in_place(told: Iterable[Box], made: Iterable[Box]) -> Mapping[str, str]:
    """By id of a told box, that of the made one of its species which is where it is."""
    at: dict[str, list[Box]] = defaultdict(list)
    for it in made:
        if it.inside is None:
            at[it.species].append(it)
    found: dict[str, str] = {}
    for box in told:
        match = next((it for it in at[box.species] if _is_same_box(it, box)), None)
        if match is not None and box.inside is None and box.part is None:
            at[box.species].remove(match)
            found[box.id] = match.id
    return found


def standing_for(told: Layout, made: Layout) -> Mapping[str, str]:
    """By id of a box that was made, the told one that stands for it: at its place, or by its id."""
    found = {ours: theirs for theirs, ours in in_place(told.boxes, made.boxes).items()}
    species = {it.id: it.species for it in told.boxes if it.inside is None}
    placed = set(found.values())
    for it in made.boxes:
        if it.id not in found and it.id not in placed and species.get(it.id) == it.species:
            found[it.id] = it.id
    return found


class Known(msgspec.Struct, frozen=True):
    """Of a pathway with a layout, what is drawn as the engine made it."""

    glyphs: Mapping[str, Glyph] = EMPTY
    """By id of a box, the glyph that it is: box and all in it are where they were."""
    things: frozenset[str] = frozenset()
    """The processes, controls and associations all of whose lines run as they did."""
    nodes: Mapping[str, Glyph] = EMPTY
    """By id, the glyphs of processes, gates and what else belongs to these things."""
    lines: tuple[Line, ...] = ()
    """Those of these things."""
    areas: Mapping[str, Area] = EMPTY
    """By compartment, the areas whose frames are where they were."""
    size: tuple[float, float] = (0.0, 0.0)
    """Of the whole picture."""


NOTHING = Known()


def recognised(pathway: Pathway, made: Made) -> Known:
    """What of the layout of a pathway is as it was made."""
    told = _Told(pathway.layout, made)
    picture = made.picture
    return Known(
        glyphs={told.glyphs[it.id]: it for it in picture.glyphs if it.id in told.glyphs},
        things=told.things,
        nodes={
            it.id: it
            for it in picture.glyphs
            if it.id not in told.box_of and it.thing in told.things
        },
        lines=tuple(it for it in picture.lines if it.of in told.things),
        areas={it.compartment: it for it in picture.areas if it.compartment in told.areas},
        size=(picture.width, picture.height),
    )


class _Told:
    """A layout beside the one that was made."""

    def __init__(self, told: Layout, made: Made) -> None:
        self.told = told
        self.made = made
        self.box_of = box_ids(made.picture, ids_of(made.pathway))
        self.by_id = {it.id: it for it in made.picture.glyphs}
        self.ours = in_place(told.boxes, made.layout.boxes)

    @cached_property
    def glyphs(self) -> Mapping[str, str]:
        """By id of a glyph, the box that it is: where it was, with all in it or without any."""
        theirs = {ours: box for box, ours in self.ours.items()}
        before, now = _inside(self.made.layout.boxes), _inside(self.told.boxes)
        found = {}
        for glyph, ours in self.box_of.items():
            box = theirs.get(ours)
            if box is not None and _hold_same(before[ours], now[box]):
                found[glyph] = box
        return found

    @cached_property
    def things(self) -> frozenset[str]:
        """What has all of its lines as they were, and between what is where it was."""
        before, now = _ways_of(self.made.layout.ways), _ways_of(self.told.ways)
        kinds = (self.made.pathway.processes, self.made.pathway.controls)
        all_ = [it.id for kind in (*kinds, self.made.pathway.associations) for it in kind]
        same = {it for it in all_ if self._run_same(before[it], now[it])}
        needs: dict[str, set[str]] = defaultdict(set)
        for line in self.made.picture.lines:
            for end in (self.by_id[line.start], self.by_id[line.end]):
                if end.id not in self.box_of:
                    needs[line.of].add(end.thing)
                elif end.id not in self.glyphs:
                    same.discard(line.of)
        while lost := {it for it in same if not needs[it] <= same}:
            same -= lost
        return frozenset(same)

    def _run_same(self, before: Sequence[Way], now: Sequence[Way]) -> bool:
        """Whether the ways of a thing run as they did, in any order."""
        rest = [self._ours(it) for it in now]
        for way in before:
            same = next((it for it in rest if _is_same_way(way, it)), None)
            if same is None:
                return False
            rest.remove(same)
        return not rest

    def _ours(self, way: Way) -> Way:
        """A told way between the boxes that were made."""
        start, end = (self.ours.get(it or "", it) for it in (way.start, way.end))
        return msgspec.structs.replace(way, start=start, end=end)

    @cached_property
    def areas(self) -> frozenset[str]:
        """The compartments whose frames are where they were."""
        told = {it.compartment: it for it in self.told.frames}
        same = (
            it for it in self.made.layout.frames if _is_same_frame(it, told.get(it.compartment))
        )
        return frozenset(it.compartment for it in same)


def _inside(boxes: Sequence[Box]) -> Mapping[str, list[Box]]:
    """By id of a box, those in it that tell what they show."""
    found: dict[str, list[Box]] = defaultdict(list)
    untold = untold_parts(boxes)
    for box in boxes:
        if box.inside is not None and box.id not in untold:
            found[box.inside].append(box)
    return found


def _hold_same(before: Sequence[Box], now: Sequence[Box]) -> bool:
    """Whether two boxes hold the same, or the second holds nothing."""
    rest = list(now)
    for box in before if now else ():
        same = next((it for it in rest if it.part == box.part and _is_same_box(it, box)), None)
        if same is None:
            return False
        rest.remove(same)
    return not rest


def _ways_of(ways: Iterable[Way]) -> Mapping[str, list[Way]]:
    found: dict[str, list[Way]] = defaultdict(list)
    for way in ways:
        found[way.of].append(way)
    return found


def _is_same_box(one: Box, other: Box) -> bool:
    """Whether two boxes show the same at one place; what is written in them is usual."""
    is_usual = one.label is None and other.label is None
    return is_usual and one.species == other.species and _are_near(_rect(one), _rect(other), NEAR)


def _is_same_frame(one: Frame, other: Frame | None) -> bool:
    if other is None or other.label is not None or other.label_at is not None:
        return False
    return _are_near(_rect(one), _rect(other), NEAR)


def _rect(it: Box | Frame) -> tuple[float, ...]:
    return it.x, it.y, it.width, it.height


def _is_same_way(one: Way, other: Way) -> bool:
    is_between = (one.start, one.end, one.meets) == (other.start, other.end, other.meets)
    if not is_between or not _are_near(_numbers(one.bends), _numbers(other.bends), NEAR):
        return False
    return _are_near(_shares(one), _shares(other), SHARE)


def _numbers(points: Iterable[Point | None]) -> tuple[float | None, ...]:
    return tuple(it for p in points for it in ((p.x, p.y) if p is not None else (None, None)))


def _shares(way: Way) -> tuple[float | None, ...]:
    """The numbers of a way that are parts of something."""
    return (*_numbers((way.start_at, way.end_at)), way.at, way.node)


def _are_near(
    some: tuple[float | None, ...], others: tuple[float | None, ...], most: float
) -> bool:
    """Whether numbers are the same, or missing in both."""
    return len(some) == len(others) and all(
        a == b if a is None or b is None else abs(a - b) <= most
        for a, b in zip(some, others, strict=True)
    )
