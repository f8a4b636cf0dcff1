"""The ways that a layout tells, where they can be drawn: those that show all that takes part.

What lines can end on, and which species each such thing shows, is the ground that they run on. What
GPML looks like is not known here.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from pathport.layout.geometry import Rect
from pathport.model.enumerations import ProcessType
from pathport.model.layout import Way
from pathport.model.parts import Gate
from pathport.model.things import Association, Control, Process

__all__ = [
    "FROM_TEMPLATE",
    "Ground",
    "ToldWays",
    "alone_first",
    "leaves",
    "reads_template",
    "starts_of",
]

FROM_TEMPLATE = frozenset(
    {ProcessType.GENETIC_PRODUCTION, ProcessType.TRANSCRIPTION, ProcessType.TRANSLATION}
)
"""Processes whose own line begins at what they read, which is no input."""


class Ground(msgspec.Struct, frozen=True):
    """What lines can end on: by id, where it is; by species, its boxes; by box, what it shows.

    Parts of a complex, marks and open sides are grounds too; an open side shows no species.
    """

    rects: Mapping[str, Rect]
    boxes: Mapping[str, Sequence[str]]
    owner: Mapping[str, str]


def alone_first(boxes: Iterable[tuple[str, str, bool]]) -> Mapping[str, Sequence[str]]:
    """By species its boxes, told as species, box, and whether that is in a set.

    A line ends on a box in a set only where there is no other.
    """
    found: dict[str, dict[bool, list[str]]] = defaultdict(lambda: {False: [], True: []})
    for species, box, is_inside in boxes:
        found[species][is_inside].append(box)
    return {species: sides[False] or sides[True] for species, sides in found.items()}


def leaves(gate: Gate) -> list[str]:
    """The species at the leaves of a gate, negated or not, in order."""
    return list(gate.species())


def reads_template(process: Process) -> bool:
    """Whether the own line of a process begins at what it reads, or is open there."""
    drawn = process.template is not None or bool(process.outputs)
    return process.type in FROM_TEMPLATE and drawn


def starts_of(process: Process) -> list[str]:
    """What the own line of a process may begin at."""
    if reads_template(process):
        return [process.template] if process.template is not None else []
    return [it.species for it in process.inputs]


class ToldWays:
    """The ways of each thing, as a layout tells them; ``species`` are the ids of all species."""

    def __init__(self, ways: Iterable[Way], ground: Ground, species: Iterable[str]) -> None:
        self.ground = ground
        self.species = frozenset(species)
        self.told: dict[str, list[Way]] = defaultdict(list)
        for way in ways:
            self.told[way.of].append(way)

    def _owner(self, end: str | None) -> str | None:
        return self.ground.owner.get(end or "")

    def of_process(self, process: Process) -> tuple[Way, list[Way], bool] | None:
        """The lines of a process as they are told, if they show all its participants."""
        split = self._split(process.id)
        if split is None:
            return None
        main, joining = split
        starts, ends = starts_of(process), [it.species for it in process.outputs]
        inputs = [it.species for it in process.inputs]
        start, end = self._owner(main.start), self._owner(main.end)
        plain = end not in ends and end in inputs and start in inputs
        if not plain and (not _is_among(start, starts) or not _is_among(end, ends)):
            return None
        if plain and reads_template(process):
            return None
        shown_in = [self._owner(it.start) for it in joining if it.end is None]
        shown_out = [self._owner(it.end) for it in joining if it.start is None]
        if plain:
            shown_in += [start, end]
        else:
            shown_in += [start] if not reads_template(process) and start else []
            shown_out += [end] if end else []
        complete = set(shown_in) == set(inputs) and set(shown_out) == set(ends)
        return (main, joining, plain) if complete else None

    def _split(self, thing: str) -> tuple[Way, list[Way]] | None:
        """The own line of a thing and those that join it, if that can be told."""
        ways = self.told.get(thing, [])
        own = [it for it in ways if it.at is None]
        joining = [it for it in ways if it.at is not None]
        sided = all((it.start is None) != (it.end is None) for it in joining)
        known = all(it in self.ground.rects for way in ways for it in (way.start, way.end) if it)
        if len(own) != 1 or not sided or not known or not (own[0].start and own[0].end):
            return None
        return own[0], joining

    def of_association(self, association: Association) -> tuple[Way, list[Way]] | None:
        """The lines of an association as they are told, if they show all its participants."""
        split = self._split(association.id)
        if split is None or any(it.start is None for it in split[1]):
            return None
        main, joining = split
        shown = [self._owner(it) for it in (main.start, main.end, *(way.start for way in joining))]
        wanted = [it.species for it in association.participants]
        return split if set(shown) == set(wanted) else None

    def of_control(self, control: Control) -> list[Way] | None:
        """The lines of a control as they are told, if they show all its sources."""
        ways = self.told.get(control.id, [])
        on_species = control.target in self.species
        shown = sorted(str(self._owner(it.start)) for it in ways)
        if not ways or shown != sorted(leaves(control.sources)):
            return None
        if on_species and any(self._owner(it.end) != control.target for it in ways):
            return None
        if not on_species and any(it.end is not None or it.at is None for it in ways):
            return None
        return ways if not on_species or all(it.at is None for it in ways) else None


def _is_among(species: str | None, side: Sequence[str]) -> bool:
    """Whether a line may end so: at one of a side, or open where that has none."""
    return species in side if side else species is None
