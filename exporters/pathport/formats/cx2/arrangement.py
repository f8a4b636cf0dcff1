"""Where everything is on the canvas: boxes of species, squares of processes, frames, bends.

A pathway with a layout is drawn as that tells; one without is laid out as ``pathport draw`` does
it, or in rows where it is too large for that. Pixels, y down, as Cytoscape has them.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from pathport.formats.cx2.following import (
    FARTHEST,
    Drawn,
    Following,
    Line,
    Point,
    following,
    following_ways,
    near,
    outside,
    spots,
)
from pathport.layout.engine import is_large, laid_out
from pathport.layout.keeping import box_ids, ids_of, kept
from pathport.model.ids import numbered
from pathport.model.layout import Box, Frame, Layout
from pathport.model.pathway import Pathway

__all__ = ["Arrangement", "arranged"]

BOX = (80.0, 24.0)
GAP = 40.0
WIDE = 1.6
STEP = 18.0
"""How far things are moved aside that would lie on each other."""


class Arrangement(msgspec.Struct, frozen=True):
    """Where things are: ``boxes`` of all species, ``spots`` of others by id, frames and labels."""

    boxes: tuple[Box, ...]
    spots: Mapping[str, Point]
    frames: tuple[Frame, ...]
    labels: Mapping[str, tuple[Point, tuple[str, ...]]]
    """By compartment, the top left corner of its name, and the lines that it is told in."""
    ends: Mapping[Line, str]
    """The box at which a line ends, where several could be meant."""
    bends: Mapping[Drawn, tuple[Point, ...]]
    """Where each line bends."""


def arranged(pathway: Pathway) -> Arrangement:
    """Where the things of a pathway are."""
    things = (*pathway.species, *pathway.processes, *pathway.controls)
    if pathway.layout == Layout() and things and not is_large(pathway):
        found = _of_picture(pathway)
    else:
        found = _of_layout(pathway)
    return _Completion(pathway, found).arrangement()


# As the engine lays it out


def _of_picture(pathway: Pathway) -> Arrangement:
    picture = laid_out(pathway)
    layout = kept(picture, pathway)
    run = following(
        picture.lines,
        box_ids(picture, ids_of(pathway)),
        {it.id: it.thing for it in picture.glyphs},
        lambda _, ends, reach: outside(ends, reach),
    )
    return Arrangement(
        boxes=_shown(layout.boxes),
        spots=spots(picture.glyphs),
        frames=layout.frames,
        labels={it.compartment: (it.label, it.lines) for it in picture.areas},
        ends=run.ends,
        bends=run.bends,
    )


# As a layout tells it


def _of_layout(pathway: Pathway) -> Arrangement:
    boxes = _shown(pathway.layout.boxes)
    run = following_ways(pathway, boxes) if pathway.layout.ways else Following()
    return Arrangement(
        boxes=boxes,
        spots=run.spots,
        frames=pathway.layout.frames,
        labels={it.compartment: ((it.x + 8.0, it.y + 6.0), ()) for it in pathway.layout.frames},
        ends=run.ends,
        bends=run.bends,
    )


def _shown(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """The boxes that are nodes: of a whole species, in no other; else the first of those inside."""
    whole = [it for it in boxes if it.part is None]
    outer = [it for it in whole if it.inside is None]
    alone = {it.species for it in outer}
    inner = {it.species: it for it in reversed(whole) if it.species not in alone}
    return tuple(map(_within_reach, sorted((*outer, *inner.values()), key=lambda it: it.id)))


def _within_reach(box: Box) -> Box:
    x, y = map(near, (box.x, box.y))
    width, height = (max(0.0, min(FARTHEST, it)) for it in (box.width, box.height))
    if (x, y, width, height) == (box.x, box.y, box.width, box.height):
        return box
    return msgspec.structs.replace(box, x=x, y=y, width=width, height=height)


def _centre(box: Box) -> Point:
    return box.x + box.width / 2, box.y + box.height / 2


# What neither tells


class _Completion:
    """An arrangement with a place for everything."""

    def __init__(self, pathway: Pathway, found: Arrangement) -> None:
        self.pathway = pathway
        self.found = found
        self.boxes = {it.id: it for it in found.boxes}
        self.spots = dict(found.spots)
        self.centres: dict[str, list[Point]] = defaultdict(list)
        for box in found.boxes:
            self.centres[box.species].append(_centre(box))
        frames = [(it.y + it.height, it.x) for it in found.frames]
        bounds = [(it.y + it.height, it.x) for it in found.boxes] + frames
        self.bottom = near(max((low for low, _ in bounds), default=0.0)) + GAP
        self.left = near(min((left for _, left in bounds), default=0.0))

    def arrangement(self) -> Arrangement:
        """Boxes first, then what is between them, then what is nowhere."""
        self._add_boxes([it.id for it in self.pathway.species if it.id not in self.centres])
        taken = set(self.spots.values())
        for id_, names in self._things():
            if id_ not in self.spots:
                self.spots[id_] = self._between(names, taken)
        labels = dict(self.found.labels)
        without = [it.id for it in self.pathway.compartments if it.id not in labels]
        corners = self._row(len(without))
        labels |= {it: (corner, ()) for it, corner in zip(without, corners, strict=True)}
        apart = [it.id for it in (*self.pathway.molecules, *self.pathway.modules)]
        self.spots |= dict(zip(apart, self._row(len(apart)), strict=True))
        return msgspec.structs.replace(
            self.found, boxes=tuple(self.boxes.values()), spots=self.spots, labels=labels
        )

    def _add_boxes(self, species: Sequence[str]) -> None:
        """Boxes below all else for species that have none."""
        taken = ids_of(self.pathway) | {it.id for it in self.pathway.layout.boxes}
        ids = numbered({it: f"{it}_box" for it in species}, taken)
        width, height = BOX
        for id_, (x, y) in zip(species, self._row(len(species)), strict=True):
            box = Box(id=ids[id_], species=id_, x=x, y=y, width=width, height=height)
            self.boxes[box.id] = box
            self.centres[id_].append(_centre(box))

    def _row(self, number: int) -> Iterator[Point]:
        """The top left corners of so many boxes in rows below all else."""
        across = max(1, math.ceil(math.sqrt(number * WIDE)))
        for n in range(number):
            yield (
                self.left + (n % across) * (BOX[0] + GAP),
                self.bottom + (n // across) * (BOX[1] + GAP),
            )
        self.bottom += math.ceil(number / across) * (BOX[1] + GAP)

    def _things(self) -> Iterator[tuple[str, list[str]]]:
        """All that is no species, each with what it is between, the others before controls."""
        for process in self.pathway.processes:
            sides = (*process.inputs, *process.outputs)
            yield process.id, [*(it.species for it in sides), *filter(None, [process.template])]
        for association in self.pathway.associations:
            yield association.id, [it.species for it in association.participants]
        for control in self.pathway.controls:
            yield control.id, [*control.sources.species(), *filter(None, [control.target])]

    def _between(self, names: Sequence[str], taken: set[Point]) -> Point:
        """A place in the middle of these things that nothing else has."""
        places = [self._place(it) for it in names]
        known = [it for it in places if it is not None]
        if not known:
            ((x, y),) = self._row(1)
        else:
            x = round(sum(it[0] for it in known) / len(known), 1)
            y = round(sum(it[1] for it in known) / len(known), 1)
        while (x, y) in taken:
            y += STEP
        taken.add((x, y))
        return x, y

    def _place(self, id_: str) -> Point | None:
        centres = self.centres.get(id_)
        return centres[0] if centres else self.spots.get(id_)
