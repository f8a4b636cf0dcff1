"""Where on the page each compartment lies: bands from outside to inside, frames in them.

A compartment on the way from outside to the nucleus, or with many species, is a band as wide as
the picture; one with few species is a frame inside the band of what it is inside of. A membrane's
band has lanes: what is bound outside, what spans it, what is bound inside. Where a compartment that
is no membrane has species on a side, these are one row, and its border runs through the middle.
"""

import enum
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from pathport.layout.labels import Labels
from pathport.layout.loose import outer_ones
from pathport.layout.terms import PLACES, Where
from pathport.model.enumerations import Kind, Side
from pathport.model.pathway import Pathway
from pathport.model.things import Compartment, Species

__all__ = ["Band", "Lane", "Zone", "Zones", "is_membrane"]

MOST_FRAMED = 10
"""A compartment with more species than this is a band."""


class Lane(enum.StrEnum):
    """Which part of a band a row belongs to."""

    OUTER = "outer"
    SPANNING = "spanning"
    INNER = "inner"
    MAIN = "main"
    FRAMES = "frames"
    OUTCOMES = "outcomes"


class Band(msgspec.Struct, eq=False):
    """A compartment as wide as the page, or what has no compartment."""

    compartment: Compartment | None
    membrane: bool = False
    inside: "Band | None" = None
    frames: list[Compartment] = []


class Zone(msgspec.Struct, frozen=True):
    """Rows that belong together: a lane of a band."""

    number: int
    """That of what is on a border is one, whatever its side."""
    band: Band
    lane: Lane

    @property
    def on_border(self) -> bool:
        """Whether it is on the border of a compartment that is no membrane of its own."""
        return self.lane in SIDES.values() and not self.band.membrane

    @property
    def at_membrane(self) -> bool:
        """Whether it is a part of a membrane, or on a border."""
        return self.band.membrane or self.on_border

    @property
    def shift(self) -> float:
        """How far below the middle of its row it is, in pixels."""
        return SHIFTS.get(self.lane, 0.0) if self.on_border else 0.0


class Zones:
    """The bands and zones of a pathway, from top to bottom, and where each species is."""

    def __init__(self, pathway: Pathway, labels: Labels) -> None:
        self.labels = labels
        self.compartments = {each.id: each for each in pathway.compartments}
        self.parent = _parents(pathway.compartments)
        self.children: dict[str | None, list[Compartment]] = {}
        for each in pathway.compartments:
            self.children.setdefault(self.parent[each.id], []).append(each)
        self.counts = Counter(
            above for each in pathway.species for above in self._upwards(each.compartment)
        )
        self.sided = {each.compartment for each in pathway.species if each.side is not None}
        self.bands: list[Band] = []
        self.frame_of: dict[str, str | None] = {}
        """Of a compartment that is drawn as a frame, the frame around it."""
        for each in self._ordered(None):
            self._add_band(each, None)
        around = [it.compartment.id for it in self.bands[:1] if it.compartment]
        around += [it.compartment.id for it in self.bands if it.compartment and it.membrane]
        self.outer = outer_ones(pathway, labels, around) if self.bands else set()
        self.bands = [Band(None), *self.bands, Band(None)]
        self.zones = list(self._lanes())
        self.band_of = {each.compartment.id: each for each in self.bands if each.compartment}

    def _upwards(self, compartment: str | None) -> Iterator[str]:
        while compartment is not None:
            yield compartment
            compartment = self.parent[compartment]

    def _ordered(self, parent: str | None) -> list[Compartment]:
        return sorted(
            self.children.get(parent, ()), key=lambda it: (_where(it), -self.counts[it.id], it.id)
        )

    def _add_band(self, compartment: Compartment, inside: Band | None) -> None:
        band = Band(compartment, self._has_lanes(compartment), inside, [])
        self.bands.append(band)
        children = self._ordered(compartment.id)
        for child in children:
            is_known = _where(child) != Where.ELSEWHERE or self._has_border(child)
            if is_known or self.counts[child.id] > MOST_FRAMED or _is_cell(child, compartment):
                self._add_band(child, band)
            else:
                band.frames.append(child)
                self._add_frames(child, None)

    def _add_frames(self, compartment: Compartment, around: str | None) -> None:
        self.frame_of[compartment.id] = around
        for child in self._ordered(compartment.id):
            self._add_frames(child, compartment.id)

    def _has_lanes(self, compartment: Compartment) -> bool:
        """Whether it is a membrane, whose sides are lanes in it unless they are on its border."""
        is_sided = compartment.id in self.sided and self.labels.has_borders
        return is_membrane(compartment) and not is_sided

    def _has_border(self, compartment: Compartment) -> bool:
        """Whether something is on its border, or on that of what is inside it."""
        inner = self.children.get(compartment.id, ())
        is_sided = compartment.id in self.sided and not self._has_lanes(compartment)
        return is_sided or any(map(self._has_border, inner))

    def _lanes(self) -> Iterator[Zone]:
        number = 0
        for band in self.bands:
            if band.compartment and band.compartment.id in self.sided and not band.membrane:
                yield from (Zone(number, band, lane) for lane in SIDES.values())
                number += 1
            lanes = [Lane.OUTER, Lane.SPANNING, Lane.INNER] if band.membrane else [Lane.MAIN]
            lanes += [Lane.FRAMES] if band.frames and band.membrane else []
            lanes += [Lane.OUTCOMES] if band.compartment is None else []
            for lane in lanes:
                yield Zone(number, band, lane)
                number += 1

    def holds(self, band: Band) -> bool:
        """Whether the bands inside it are drawn inside it; what is outside the cell is not."""
        return (
            band.compartment is not None
            and not band.membrane
            and _where(band.compartment) != Where.OUTSIDE
        )

    def framed(self, compartment: str | None) -> str | None:
        """The compartment itself, if it is drawn as a frame."""
        return compartment if compartment in self.frame_of else None

    def outermost(self, frame: str) -> str:
        """The frame itself, or the one around all that are around it."""
        while (around := self.frame_of[frame]) is not None:
            frame = around
        return frame

    def zone(self, species: Species) -> Zone:
        """The zone of a species."""
        place = self.labels.place(species)
        if place is None:
            lane = self._loose_lane(species)
            is_outer = species.id in self.outer and lane is Lane.MAIN
            return self._of(self.bands[0 if is_outer else -1], lane)
        if frame := self.framed(place):
            frame = self.outermost(frame)
            band = next(each for each in self.bands if self.compartments[frame] in each.frames)
            return self.framed_zone(band)
        band = self.band_of[place]
        if band.membrane:
            return self._of(band, self._membrane_lane(species))
        return self._of(band, Lane.MAIN if species.side is None else SIDES[species.side])

    def is_inside(self, species: Species, zone: Zone) -> bool:
        """Whether a zone spans a membrane, and a species is known to be inside of that."""
        is_known = zone.lane is Lane.SPANNING and self.labels.place(species) is not None
        return is_known and self.zone(species).number > zone.number

    def framed_zone(self, band: Band) -> Zone:
        """The zone of the frames in a band: the rows of what is around them, near to what they are
        joined to, but for a membrane's.
        """
        return self._of(band, Lane.FRAMES if band.membrane else Lane.MAIN)

    def _loose_lane(self, species: Species) -> Lane:
        is_outcome = self.labels.kind(species) in (Kind.PHENOTYPE, Kind.PATHWAY)
        return Lane.OUTCOMES if is_outcome else Lane.MAIN

    def _membrane_lane(self, species: Species) -> Lane:
        if species.side is not None:
            return SIDES[species.side]
        return Lane.INNER if self.labels.shown(species).spanning is None else Lane.SPANNING

    def _of(self, band: Band, lane: Lane) -> Zone:
        return next(each for each in self.zones if each.band is band and each.lane is lane)


SIDES = {
    Side.OUTER: Lane.OUTER,
    Side.TRANSMEMBRANE: Lane.SPANNING,
    Side.INNER: Lane.INNER,
}
SHIFTS = {Lane.OUTER: -8.0, Lane.INNER: 8.0}
"""What is bound to a border from one side reaches across it by a few pixels."""


def _parents(compartments: Iterable[Compartment]) -> dict[str, str | None]:
    """What each compartment is directly inside of; a circle is cut where it closes."""
    known = {each.id: each for each in compartments}
    parents: dict[str, str | None] = dict.fromkeys(known)
    said = [(each.id, each.inside) for each in known.values() if each.inside]
    said += [(each.membrane_of, each.id) for each in known.values() if each.membrane_of]
    for inner, outer in said:
        if outer not in known or inner not in known or parents[inner]:
            continue
        above: str | None = outer
        while above is not None and above != inner:
            above = parents[above]
        if above is None:
            parents[inner] = outer
    return parents


def _where(compartment: Compartment) -> int:
    """How far inside it lies, by its terms or its name."""
    terms = {each.id for each in compartment.identifiers}
    name = (compartment.name or compartment.id).lower()
    for place, ids, words in PLACES:
        if terms & ids or words.search(name):
            return place
    return Where.ELSEWHERE


def _is_cell(child: Compartment, around: Compartment) -> bool:
    """Whether it is all that the membrane around it encloses."""
    return is_membrane(around) and around.membrane_of in (None, child.id)


def is_membrane(compartment: Compartment) -> bool:
    """Whether a compartment is a membrane, by its dimensions, its terms or its name."""
    named = "membrane" in (compartment.name or "").lower() and compartment.dimensions is None
    return compartment.dimensions == 2 or named or _where(compartment) == Where.MEMBRANE
