"""What of a layout is still as the engine made it, and is drawn as the engine draws it.

A layout tells boxes, frames and ways; of the picture that it was made of, the bilayer, stacks,
trunks and gates are not in it. Where most boxes are the engine's, at its places, the picture is
made again: what stands there unmoved is shown as it was, and only what was moved is drawn plainly.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

import msgspec

from pathport.layout.blocks import LINE
from pathport.layout.engine import laid_out
from pathport.layout.keeping import box_ids, ids_of, kept
from pathport.layout.labels import Labels
from pathport.layout.picture import Area, Glyph, Line, Picture
from pathport.layout.unplaced import unplaced, without
from pathport.model.layout import Box, Frame, Layout, Point, Way
from pathport.model.pathway import Pathway

__all__ = ["NOTHING", "Known", "Made", "has_own", "made_for", "recognised", "tells_few"]

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
    """What the engine makes of a pathway, if most boxes of its layout are where that has them, or
    if it tells few and these are called as the engine's: somebody moved them.

    What has no box may have been taken away since, or may have been added: both are tried.
    """
    boxes = [it for it in pathway.layout.boxes if it.inside is None]
    missing = unplaced(pathway)
    is_rest = tells_few(pathway) and has_own(pathway)
    if not is_rest and 2 * sum(map(_is_called_so, boxes)) <= len(boxes):
        return None
    bare = msgspec.structs.replace(pathway, layout=Layout())
    parts = (bare,) if is_rest or not missing else (bare, without(bare, missing))
    best: tuple[int, Made] | None = None
    for part in parts:
        made = _made(part)
        places = {it.id: it for it in made.layout.boxes}
        same = sum(_is_same_box(it, places.get(it.id)) for it in boxes)
        if best is None or same > best[0]:
            best = same, made
    return best[1] if best and (is_rest or 2 * best[0] > len(boxes)) else None


def _made(pathway: Pathway) -> Made:
    picture = laid_out(pathway)
    return Made(pathway, picture, kept(picture, pathway))


def tells_few(pathway: Pathway) -> bool:
    """Whether the layout of a pathway has no box for most of its species."""
    return 2 * len(unplaced(pathway)) > len(pathway.species)


def has_own(pathway: Pathway) -> bool:
    """Whether some box of the layout of a pathway is called and as high as those of the engine's
    layouts; formats that have the engine place boxes of theirs have others.
    """
    labels = Labels(pathway)
    return any(
        _is_called_so(it) and _is_high_so(it, labels)
        for it in pathway.layout.boxes
        if it.inside is None
    )


def _is_called_so(box: Box) -> bool:
    return box.id.startswith(f"{box.species}_box")


def _is_high_so(box: Box, labels: Labels) -> bool:
    """Whether a box is as high as its parts, or as the text of a cofactor."""
    heights = (labels.shown(labels.species[box.species]).height, LINE)
    return any(abs(box.height - it) <= NEAR for it in heights)


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
    boxes = told.box_of
    return Known(
        glyphs={boxes[it.id]: it for it in picture.glyphs if boxes.get(it.id) in told.glyphs},
        things=told.things,
        nodes={
            it.id: it for it in picture.glyphs if it.id not in boxes and it.thing in told.things
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

    @cached_property
    def glyphs(self) -> frozenset[str]:
        """The boxes that are where they were, with all in them."""
        told = {it.id: it for it in self.told.boxes}
        inner, now = _inside(self.made.layout.boxes), _inside(self.told.boxes)
        places = {it.id: it for it in self.made.layout.boxes}
        found: set[str] = set()
        for box in self.box_of.values():
            held = inner.get(box, {})
            within = {box: places[box], **held}
            same = all(_is_same_box(it, told.get(name)) for name, it in within.items())
            if same and now.get(box, {}).keys() == held.keys():
                found.add(box)
        return frozenset(found)

    @cached_property
    def things(self) -> frozenset[str]:
        """What has all of its lines as they were, and between what is where it was."""
        before, now = _ways_of(self.made.layout.ways), _ways_of(self.told.ways)
        kinds = (self.made.pathway.processes, self.made.pathway.controls)
        all_ = [it.id for kind in (*kinds, self.made.pathway.associations) for it in kind]
        same = {it for it in all_ if _are_same_ways(before.get(it, {}), now.get(it, {}))}
        needs: dict[str, set[str]] = defaultdict(set)
        for line in self.made.picture.lines:
            for end in (self.by_id[line.start], self.by_id[line.end]):
                box = self.box_of.get(end.id)
                if box is None:
                    needs[line.of].add(end.thing)
                elif box not in self.glyphs:
                    same.discard(line.of)
        while lost := {it for it in same if not needs[it] <= same}:
            same -= lost
        return frozenset(same)

    @cached_property
    def areas(self) -> frozenset[str]:
        """The compartments whose frames are where they were."""
        told = {it.compartment: it for it in self.told.frames}
        same = (
            it for it in self.made.layout.frames if _is_same_frame(it, told.get(it.compartment))
        )
        return frozenset(it.compartment for it in same)


def _inside(boxes: Iterable[Box]) -> Mapping[str, dict[str, Box]]:
    """By id of a box, those in it by theirs."""
    found: dict[str, dict[str, Box]] = defaultdict(dict)
    for box in boxes:
        if box.inside is not None:
            found[box.inside][box.id] = box
    return found


def _ways_of(ways: Iterable[Way]) -> Mapping[str, dict[str, Way]]:
    found: dict[str, dict[str, Way]] = defaultdict(dict)
    for way in ways:
        found[way.of][way.id] = way
    return found


def _is_same_box(one: Box, other: Box | None) -> bool:
    """Whether two boxes show the same at one place; what is written in them is usual."""
    if other is None or one.label is not None or other.label is not None:
        return False
    shown = (one.species, one.part, one.inside) == (other.species, other.part, other.inside)
    return shown and _are_near(_rect(one), _rect(other), NEAR)


def _is_same_frame(one: Frame, other: Frame | None) -> bool:
    if other is None or other.label is not None or other.label_at is not None:
        return False
    return _are_near(_rect(one), _rect(other), NEAR)


def _rect(it: Box | Frame) -> tuple[float, ...]:
    return it.x, it.y, it.width, it.height


def _are_same_ways(some: Mapping[str, Way], others: Mapping[str, Way]) -> bool:
    return some.keys() == others.keys() and all(
        _is_same_way(way, others[id_]) for id_, way in some.items()
    )


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
