"""A layout that tells most boxes, made whole: nothing told is moved, and nothing lies on it.

What was taken away from a layout of ours comes back to its place, if that is free. What else has no
box gets one near to what it takes part with, in the frame of its compartment.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec

from pathport.layout.completing import overlap
from pathport.layout.geometry import Place, Rect, centre
from pathport.layout.keeping import ids_of
from pathport.layout.labels import Labels
from pathport.layout.own import fault_of_places, in_own_places
from pathport.layout.page import rect_of
from pathport.layout.recognising import Made, made_for, standing_for
from pathport.layout.room import Room
from pathport.layout.targets import final_target
from pathport.layout.unplaced import unplaced, without, without_loose
from pathport.model.ids import numbered
from pathport.model.layout import Box, Layout, Way
from pathport.model.pathway import Pathway

__all__ = ["Whole", "made_whole", "whole_layout"]


class Whole(msgspec.Struct, frozen=True):
    """A pathway whose layout has a box for each species."""

    pathway: Pathway
    made: Made | None
    """What the engine makes of it, if most boxes are where that has them."""
    added: tuple[str, ...]
    """The species whose boxes are not told."""


def whole_layout(pathway: Pathway) -> Layout:
    """The layout of a pathway, made whole where that can be; for formats that draw it."""
    is_whole = not unplaced(pathway) or fault_of_places(pathway) is not None
    return pathway.layout if is_whole else made_whole(pathway).pathway.layout


def made_whole(pathway: Pathway) -> Whole:
    """The pathway with boxes for what has none, where its layout can be drawn."""
    missing = unplaced(pathway)
    pathway = without_loose(pathway)
    made = made_for(pathway)
    if made is not None:
        pathway = _with_layout(pathway, _put_back(pathway, made.layout))
    rest = unplaced(pathway)
    if rest:
        pathway = _filled(pathway, rest, made)
    return Whole(pathway, made, missing)


def _filled(pathway: Pathway, rest: Collection[str], made: Made | None) -> Pathway:
    """The pathway with boxes for these species where the picture of all else has room."""
    picture = in_own_places(without(pathway, rest), made)
    rects = [Rect(it.x, it.y, it.width, it.height) for it in picture.glyphs]
    rects += [Rect(it.x, it.y, it.width, it.height) for it in pathway.layout.boxes]
    rects += [rect_of(it.points) for it in picture.sketches if it.text and it.points]
    frames = [Rect(it.x, it.y, it.width, it.height) for it in pathway.layout.frames]
    room = Room(rects, (it.points for it in picture.lines), frames)
    boxes = _Filling(pathway, room).boxes(rest)
    layout = pathway.layout
    return _with_layout(pathway, msgspec.structs.replace(layout, boxes=(*layout.boxes, *boxes)))


def _with_layout(pathway: Pathway, layout: Layout) -> Pathway:
    return msgspec.structs.replace(pathway, layout=layout)


def _put_back(pathway: Pathway, made: Layout) -> Layout:
    """The layout with what it does not tell of the engine's: boxes, where nothing told lies on
    them, lines of what these take part in, and frames.
    """
    told = pathway.layout
    there = standing_for(told, made)
    stand = set(there.values())
    others = {it.species for it in told.boxes if it.part is None and it.id not in stand}
    taken = _ids(told)
    groups: dict[str, list[Box]] = defaultdict(list)
    for it in made.boxes:
        groups[it.inside or it.id].append(it)
    hidden = {
        group[0].species
        for id_, group in groups.items()
        if id_ not in there
        and (any(overlap(group[0], it) for it in told.boxes) or any(it.id in taken for it in group))
    }
    hidden |= others
    back = [
        it
        for id_, group in groups.items()
        if id_ not in there and group[0].species not in hidden
        for it in group
    ]
    framed = {it.compartment for it in told.frames}
    frames = [it for it in made.frames if it.compartment not in framed]
    return msgspec.structs.replace(
        told,
        boxes=(*told.boxes, *back),
        frames=(*told.frames, *frames),
        ways=tuple(_ways(pathway, made, {it.id for it in back}, there)),
    )


def _ways(
    pathway: Pathway, made: Layout, back: Collection[str], there: Mapping[str, str]
) -> Iterator[Way]:
    """The ways that are told, and those that were made of what boxes that are back take part in.

    ``there`` is what stands for the other boxes.
    """
    ended = {it.of for it in made.ways if {it.start, it.end} & {*back}}
    while more := {it.id for it in pathway.controls if it.target in ended} - ended:
        ended |= more
    ways = [it for it in pathway.layout.ways if it.of not in ended]
    yield from ways
    taken = {*_ids(msgspec.structs.replace(pathway.layout, ways=tuple(ways))), *back}
    for way in made.ways:
        if way.of in ended and way.id not in taken:
            start, end = (there.get(it or "", it) for it in (way.start, way.end))
            yield msgspec.structs.replace(way, start=start, end=end)


def _ids(layout: Layout) -> set[str]:
    """All ids that are in use in a layout."""
    named = {it.id for it in layout.drawing if it.id is not None}
    return {*named, *(it.id for it in layout.boxes), *(it.id for it in layout.ways)}


class _Filling:
    """Boxes for what has none, each near to what it takes part with."""

    def __init__(self, pathway: Pathway, room: Room) -> None:
        self.pathway = pathway
        self.room = room
        self.labels = Labels(pathway)
        self.partners = _Partners(pathway)
        self.places: dict[str, list[Place]] = defaultdict(list)
        """By id of a species, the middles of its boxes."""
        for box in pathway.layout.boxes:
            if box.part is None:
                self.places[box.species].append(_middle(box))
        self.frames = {
            it.compartment: Rect(it.x, it.y, it.width, it.height) for it in pathway.layout.frames
        }
        self.around = {it.id: it.inside for it in pathway.compartments}

    def boxes(self, species: Iterable[str]) -> list[Box]:
        """The boxes; what takes part with something that has a place is placed first."""
        waiting = sorted(species)
        taken = ids_of(self.pathway) | _ids(self.pathway.layout)
        names = numbered({it: f"{it}_box" for it in waiting}, taken)
        found = []
        while waiting:
            near = [it for it in waiting if self.partners.of(it) & self.places.keys()] or waiting
            found += [self._box(names[it], it) for it in near]
            waiting = sorted({*waiting} - {*near})
        return found

    def _box(self, name: str, id_: str) -> Box:
        species = self.labels.species[id_]
        shown = self.labels.shown(species)
        others = [
            place for it in sorted(self.partners.of(id_)) for place in self.places.get(it, ())
        ]
        frame = self._frame(self.labels.place(species))
        rect = self.room.found(
            (shown.width, shown.height), self._wanted(others, frame), frame, others
        )
        self.room.take(rect)
        x, y, width, height = rect
        box = Box(id=name, species=id_, x=x, y=y, width=width, height=height)
        self.places[id_] = [_middle(box)]
        return box

    def _frame(self, compartment: str | None) -> Rect | None:
        """The frame of a compartment, or of the next around it that has one."""
        seen: set[str] = set()
        while compartment is not None and compartment not in seen:
            if compartment in self.frames:
                return self.frames[compartment]
            seen.add(compartment)
            compartment = self.around.get(compartment)
        return None

    def _wanted(self, others: Sequence[Place], frame: Rect | None) -> Place:
        """In the middle of others, as far as the frame allows; without any, in the middle of the
        frame, or of everything.
        """
        if not others and frame is not None:
            return centre(frame)
        known = others or [place for places in self.places.values() for place in places]
        x, y = (sum(it) / len(known) for it in zip(*known, strict=True))
        if frame is None:
            return x, y
        return (
            min(max(x, frame.x), frame.x + frame.width),
            min(max(y, frame.y), frame.y + frame.height),
        )


def _middle(box: Box) -> Place:
    return centre(Rect(box.x, box.y, box.width, box.height))


class _Partners:
    """Which species take part in something together."""

    def __init__(self, pathway: Pathway) -> None:
        self.groups: dict[str, set[str]] = defaultdict(set)
        """By id of a process, association, or what a control acts on."""
        for process in pathway.processes:
            sides = (*process.inputs, *process.outputs)
            self.groups[process.id] |= {it.species for it in sides}
            self.groups[process.id] |= {it for it in (process.template,) if it is not None}
        for association in pathway.associations:
            self.groups[association.id] |= {it.species for it in association.participants}
        targets = {it.id: it.target for it in pathway.controls}
        for control in pathway.controls:
            group = self.groups[final_target(control.id, targets) or control.id]
            group |= set(control.sources.species())
        for species in pathway.species:
            if species.members or species.id in self.groups:
                self.groups[species.id] |= {species.id, *species.members}
        self.within: dict[str, list[str]] = defaultdict(list)
        for name, group in self.groups.items():
            for it in group:
                self.within[it].append(name)

    def of(self, species: str) -> set[str]:
        """Those of a species, with itself if it has any."""
        return {it for name in self.within[species] for it in self.groups[name]}
