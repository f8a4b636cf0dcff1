"""Which lines draw the processes, controls and associations of a pathway, and where they run.

A process has a line of its own, from an input to an output; other participants join it, and its
controls act on it, at anchors. A binding is a plain line between two inputs, which the complex
leaves. Lines run straight from the middle of one side to another, unless the layout of the pathway
tells their ways. Reader and writer both walk these routes: what the reader finds as they are is no
fact of the layout. Boxes, not words of GPML, are known here.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from pathport.formats.gpml.connectors import trail
from pathport.formats.gpml.terms import DEGRADED
from pathport.formats.gpml.ways import (
    Ground,
    ToldWays,
    leaves,
    reads_template,
    starts_of,
)
from pathport.layout.geometry import Rect, centre, nearest_port, on_border, rounded, way_point
from pathport.layout.terms import cofactors_of
from pathport.model.enumerations import Effect, Kind, ProcessType
from pathport.model.ids import Ids, numbered
from pathport.model.layout import Layout, Point, Way
from pathport.model.pathway import Pathway
from pathport.model.things import Association, Control, Process

__all__ = [
    "Route",
    "Routes",
    "is_plain",
    "open_ids",
    "shown_open_ids",
    "taken_ids",
]

LOOP = {"start_at": Point(x=1.0, y=-0.5), "end_at": Point(x=1.0, y=0.5)}
"""Where a line leaves a box and comes back to it."""


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """A drawn line: its way, with both places on borders told; the line that it joins, if any."""

    way: Way
    construct: str
    joins: str = ""
    start_head: bool = False
    end_head: bool = False
    joints: tuple[tuple[float, float], ...] = ()
    """All points of the line."""

    @property
    def trail(self) -> Sequence[tuple[float, float]]:
        """The corners that it runs through."""
        return trail(self.joints, self.way.connector, (self.way.start_at, self.way.end_at))

    @property
    def is_own(self) -> bool:
        """Whether it is the line of a process or association itself."""
        return not self.joins


def taken_ids(pathway: Pathway) -> set[str]:
    """All ids that a derived one must not be."""
    layout = pathway.layout
    found = {pathway.id, *(thing.id for _, thing in pathway.things()), *pathway.quantities.ids()}
    found |= {box.id for box in layout.boxes} | {mark.id for b in layout.boxes for mark in b.marks}
    found |= {way.id for way in layout.ways}
    return found | {it.id for it in layout.drawing if it.id is not None}


def open_ids(pathway: Pathway) -> dict[str, str]:
    """By id of a process with an open side, the id of the shape that draws it."""
    wanted = {
        it.id: _open_id(it.id)
        for it in pathway.processes
        if bool(starts_of(it)) != bool(it.outputs)
    }
    return numbered(wanted, taken_ids(pathway))


def _open_id(process: str) -> str:
    return f"{process}_open"


def shown_open_ids(pathway: Pathway, layout: Layout) -> dict[str, str]:
    """The same, where the layout has shapes for them these: by a way's end, or by their id."""
    shapes = {it.id for it in layout.drawing if it.style.shape == DEGRADED}
    told = {
        way.of: end
        for way in layout.ways
        for end in (way.start, way.end)
        if way.at is None and end is not None and end in shapes
    }
    found = open_ids(pathway)
    own = {of: id_ for of in found if (id_ := _open_id(of)) in shapes}
    return found | own | {of: end for of, end in told.items() if of in found}


def is_plain(process: Process) -> bool:
    """Whether a process is drawn as a plain line between two inputs, which its output leaves."""
    return (
        process.type is ProcessType.BINDING
        and len(process.inputs) > 1
        and len(process.outputs) == 1
        and not process.reversible
    )


def _is_drawn(process: Process) -> bool:
    return bool(process.inputs or process.outputs or reads_template(process))


class Routes:
    """The routes of a pathway on some ground."""

    def __init__(self, pathway: Pathway, ground: Ground, *, layout: Layout | None = None) -> None:
        self.pathway = pathway
        self.ground = ground
        self.species = {it.id: it for it in pathway.species}
        self.told = ToldWays((layout or Layout()).ways, ground, self.species)
        self.small = {
            it.id for it in pathway.molecules if it.kind in (Kind.SMALL_MOLECULE, Kind.ION)
        }
        self.cofactors = cofactors_of(pathway)
        self.open = shown_open_ids(pathway, layout or Layout())
        self.found: dict[str, Route] = {}

    def all(self) -> tuple[Route, ...]:
        """Every route; own lines before those that join them."""
        for process in self.pathway.processes:
            if _is_drawn(process):
                self._process(process)
        for association in self.pathway.associations:
            self._association(association)
        for control in self._controls():
            self._control(control)
        return tuple(self.found.values())

    def _controls(self) -> Iterator[Control]:
        """The controls, each after the one that it acts on."""
        controls = {it.id: it for it in self.pathway.controls}
        left = dict(controls)
        while left:
            ready = [it for it in left.values() if it.target not in left]
            yield from ready
            for it in ready:
                del left[it.id]
            if not ready:
                return

    # Own lines

    def _process(self, process: Process) -> None:
        told = self.told.of_process(process)
        if told is not None:
            main, joining, plain = told
        else:
            main, joining, plain = self._usual_process(process)
        heads = (process.reversible, True) if not plain else (False, False)
        main = msgspec.structs.replace(main, id=process.id)
        route = self._add(main, "process", heads=heads)
        for way in self._placed(joining, route.way.id):
            heads = False, way.end is not None
            self._add(way, "process", joins=self._met(way, route.way.id), heads=heads)

    def _usual_process(self, process: Process) -> tuple[Way, list[Way], bool]:
        starts = self._ranked(starts_of(process))
        outputs = self._ranked(it.species for it in process.outputs)
        inputs = [it.species for it in process.inputs]
        plain = is_plain(process)
        if plain:
            first, second, *rest = self._ranked(inputs)
            ends = first, second
            sides = [(it, True) for it in rest] + [(outputs[0], False)]
        else:
            ends = (starts[0] if starts else ""), (outputs[0] if outputs else "")
            rest = [it for it in inputs if it != ends[0] or reads_template(process)]
            sides = [(it, True) for it in rest] + [(it, False) for it in outputs[1:]]
        start, end = self._pair(*ends, self.open.get(process.id, ""))
        main = Way(id=process.id, of=process.id, start=start or None, end=end or None)
        return main, self._sides(process.id, main, sides), plain

    def _ranked(self, species: Iterable[str]) -> list[str]:
        """Species in order, small molecules last, of these cofactors."""
        return sorted(species, key=lambda it: (self._is_small(it), it in self.cofactors, it))

    def _is_small(self, species: str) -> bool:
        return self.species[species].molecule in self.small

    def _pair(self, one: str, other: str, open_: str) -> tuple[str, str]:
        """The boxes of two species that are nearest to each other; no species is an open side."""
        ones = self.ground.boxes.get(one, ()) if one else (open_,)
        others = self.ground.boxes.get(other, ()) if other else (open_,)
        pairs = [(a, b) for a in ones for b in others]
        return min(pairs, key=self._distance, default=("", ""))

    def _distance(self, pair: tuple[str, str]) -> tuple[float, bool, tuple[str, str]]:
        one, other = (self.ground.rects.get(it, Rect(0, 0, 0, 0)) for it in pair)
        far = math.dist(centre(one), centre(other))
        return rounded(far), pair[0] == pair[1], pair

    def _sides(self, thing: str, main: Way, sides: Sequence[tuple[str, bool]]) -> list[Way]:
        """Lines of other participants, each species with whether it goes in."""
        wanted = {
            f"{n:06d}": f"{thing}_{'in' if goes_in else 'out'}_{species}"
            for n, (species, goes_in) in enumerate(sides)
        }
        ids = self.ids.numbered(wanted)
        ways = []
        for (key, _), (species, goes_in) in zip(wanted.items(), sides, strict=True):
            box = self._nearest(species, main)
            start, end = (box, None) if goes_in else (None, box)
            ways.append(Way(id=ids[key], of=thing, start=start, end=end))
        return ways

    @cached_property
    def ids(self) -> Ids:
        """All ids that a derived one must not be."""
        return Ids(taken_ids(self.pathway) | set(self.open.values()))

    def _nearest(self, species: str, main: Way) -> str:
        """The box of a species that is nearest to the middle of a line."""
        known = [it for it in (main.start, main.end) if it in self.ground.rects]
        middles = [centre(self.ground.rects[it or ""]) for it in known]
        x = sum(it[0] for it in middles) / (len(middles) or 1)
        y = sum(it[1] for it in middles) / (len(middles) or 1)
        boxes = self.ground.boxes.get(species, ())
        return min(
            boxes, key=lambda it: (rounded(math.dist((x, y), self._middle(it))), it), default=""
        )

    def _middle(self, box: str) -> tuple[float, float]:
        return centre(self.ground.rects[box])

    def _association(self, association: Association) -> None:
        species = [it.species for it in association.participants]
        if len(species) == 1 and association.participants[0].coefficient == 2:
            species *= 2
        if len(species) < 2:
            return
        told = self.told.of_association(association)
        if told is not None:
            main, joining = told
        else:
            start, end = self._pair(species[0], species[1], "")
            main = Way(id=association.id, of=association.id, start=start, end=end)
            joining = self._sides(association.id, main, [(it, True) for it in species[2:]])
        main = msgspec.structs.replace(main, id=association.id)
        route = self._add(main, "association", heads=(False, False))
        for way in self._placed(joining, route.way.id):
            joins = self._met(way, route.way.id)
            self._add(way, "association", joins=joins, heads=(False, False))

    # Controls

    def _control(self, control: Control) -> None:
        on_species = control.target in self.species
        targets = [it for it in self.found.values() if it.way.of == control.target]
        joins = "" if on_species or not targets else targets[0].way.id
        sources = leaves(control.sources)
        if not sources or not (on_species or joins) or control.target in self.unacted:
            return
        ways = self.told.of_control(control) or self._usual_control(control, joins, sources)
        if len(ways) == 1:
            ways = [msgspec.structs.replace(ways[0], id=control.id)]
        for way in self._placed(ways, joins) if joins else ways:
            met = self._met(way, joins) if joins else ""
            self._add(way, "control", joins=met, heads=(False, True))

    def _met(self, way: Way, own: str) -> str:
        """The line that a way meets: another one of the same thing, or the thing's own."""
        other = self.found.get(way.meets or "")
        same = other is not None and other.way.of == self.found[own].way.of
        return other.way.id if other is not None and same else own

    @cached_property
    def unacted(self) -> frozenset[str]:
        """Influences that nothing can be drawn to act on: of several lines, whose head is an arrow.

        An arrow on which others act is that of a process.
        """
        return frozenset(
            it.id
            for it in self.pathway.controls
            if it.effect is Effect.MODULATION
            and it.target in self.species
            and len(leaves(it.sources)) > 1
        )

    def _usual_control(self, control: Control, joins: str, sources: Sequence[str]) -> list[Way]:
        ids = {sources[0]: control.id}
        if len(sources) > 1:
            ids = self.ids.numbered({it: f"{control.id}_{it}" for it in sources})
        ways = []
        for species in sources:
            if joins:
                box = self._nearest(species, self.found[joins].way)
                ways.append(Way(id=ids[species], of=control.id, start=box))
            else:
                start, end = self._pair(species, control.target or "", "")
                ways.append(Way(id=ids[species], of=control.id, start=start, end=end))
        return ways

    def _placed(self, ways: Sequence[Way], on: str) -> Iterator[Way]:
        """Lines that join another one, each with its place there: told, or evenly along it."""
        count = self.joining.get(self.found[on].way.of, 0)
        before = sum(1 for it in self.found.values() if it.joins == on)
        for number, way in enumerate(ways, start=before + 1):
            place = rounded(min(number / (count + 1), 1.0)) if way.at is None else way.at
            yield msgspec.structs.replace(way, at=place)

    @cached_property
    def joining(self) -> Mapping[str, int]:
        """By id of a thing, how many lines join its line, drawn as usual."""
        found: dict[str, int] = defaultdict(int)
        for process in self.pathway.processes:
            own = int(bool(process.outputs))
            own += int(bool(process.inputs) and not reads_template(process))
            found[process.id] += len(process.inputs) + len(process.outputs) - own
        for association in self.pathway.associations:
            found[association.id] += max(len(association.participants) - 2, 0)
        for control in self.pathway.controls:
            found[control.target or ""] += len(leaves(control.sources))
        return found

    # Where they run

    def _add(self, way: Way, construct: str, *, heads: tuple[bool, bool], joins: str = "") -> Route:
        """A route with its places on borders, and its points."""
        way = self._with_places(way, joins)
        joints = tuple(self._joints(way, joins))
        route = Route(
            way=way,
            construct=construct,
            joins=joins,
            start_head=heads[0],
            end_head=heads[1],
            joints=joints,
        )
        self.found[way.id] = route
        return route

    def _with_places(self, way: Way, joins: str) -> Way:
        """The way with a place on the border of each box: told, or the middle of a side."""
        changes: dict[str, Point | None] = {}
        points = [(it.x, it.y) for it in way.bends]
        for name, end, other, toward in (
            ("start_at", way.start, way.end, points[:1]),
            ("end_at", way.end, way.start, points[-1:]),
        ):
            rect = self.ground.rects.get(end or "")
            if rect is None:
                changes[name] = None
                continue
            place = getattr(way, name)
            if place is None and way.start == way.end:
                place = LOOP[name]
            elif place is None:
                goal = toward[0] if toward else self._goal(other, way, joins)
                across, down = nearest_port(rect, goal)
                place = Point(x=across, y=down)
            changes[name] = place
        return msgspec.structs.replace(way, **changes)

    def _goal(self, other: str | None, way: Way, joins: str) -> tuple[float, float]:
        rect = self.ground.rects.get(other or "")
        if rect is not None:
            return centre(rect)
        return way_point(self.found[joins].trail, way.at or 0.0) if joins else (0.0, 0.0)

    def _joints(self, way: Way, joins: str) -> Iterator[tuple[float, float]]:
        yield self._point(way.start, way.start_at, way, joins)
        yield from ((it.x, it.y) for it in way.bends)
        yield self._point(way.end, way.end_at, way, joins)

    def _point(
        self, end: str | None, at: Point | None, way: Way, joins: str
    ) -> tuple[float, float]:
        rect = self.ground.rects.get(end or "")
        if rect is None:
            return self._goal(None, way, joins)
        return on_border(rect, (at.x, at.y) if at else (0.0, 0.0))
