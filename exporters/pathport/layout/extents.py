"""Which rows each band takes, and how far it reaches from top to bottom.

Bands are one below the other, or in the one around them; where something is on the border of one,
it begins in the middle of that row. A band without rows is there if it parts two that have some.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pathport.layout.blocks import Block
from pathport.layout.zones import Band, Lane, Zones

__all__ = ["Extent", "extents_of", "straddle"]


@dataclass(slots=True)
class Extent:
    """The rows of a band, and how far it reaches."""

    band: Band
    first: int
    last: int
    """Before ``first`` if it has no rows, only others inside it."""
    top: float = 0
    bottom: float = 0
    straddles: bool = False
    """Whether its first row is on its border."""
    inside: list["Extent"] = field(default_factory=list)
    sheet: int | None = None
    """The row before which a membrane has its bilayer that nothing spans."""
    bilayer: float = 0
    """Where that begins."""

    @property
    def is_empty(self) -> bool:
        """Whether it has no rows of its own."""
        return self.last < self.first

    @property
    def is_border(self) -> bool:
        """Whether it has nothing but what is on its border."""
        return self.straddles and self.first == self.last

    @property
    def depth(self) -> int:
        """How many are in one another inside it."""
        return max((each.depth + 1 for each in self.inside), default=0)

    def all_in(self) -> Iterator["Extent"]:
        """Itself and all that is drawn inside it."""
        yield self
        for each in self.inside:
            yield from each.all_in()


def extents_of(blocks: Sequence[Block], zones: Zones) -> list[Extent]:
    """The bands that have rows, from the top, without places."""
    found: dict[int, Extent] = {}
    for block in sorted(blocks, key=lambda each: each.row):
        band = block.zone.band
        start = Extent(band, block.row, block.row, straddles=block.zone.on_border)
        found.setdefault(id(band), start).last = block.row
    extents = [each for it in list(found.values()) for each in (*_parting(it, found, zones), it)]
    for extent in extents:
        extent.sheet = _sheet(extent, blocks)
        around = extent.band.inside
        while around is not None and id(around) not in found:
            around = around.inside
        if around is not None and zones.holds(around):
            found[id(around)].inside.append(extent)
    return extents


def _parting(extent: Extent, found: dict[int, Extent], zones: Zones) -> list[Extent]:
    """The bands without rows between this one and the next around it that has some, from outside to
    inside; they are found from now on.
    """
    between = list(_around(extent.band))
    known = next((at for at, it in enumerate(between) if id(it) in found), 0)
    parting = [it for it in reversed(between[:known]) if zones.holds(it)]
    new = [Extent(it, extent.first, extent.first - 1) for it in parting]
    found.update((id(it.band), it) for it in new)
    return new


def _around(band: Band) -> Iterator[Band]:
    """The bands that a band is in, from inside to outside."""
    at = band.inside
    while at is not None:
        yield at
        at = at.inside


def _sheet(extent: Extent, blocks: Sequence[Block]) -> int | None:
    """Where the bilayer of a membrane lies that nothing spans: what is bound outside is above it,
    all else below.
    """
    lanes = {(it.zone.lane, it.row) for it in blocks if it.zone.band is extent.band}
    if not extent.band.membrane or any(lane is Lane.SPANNING for lane, _ in lanes):
        return None
    return min((row for lane, row in lanes if lane is not Lane.OUTER), default=extent.last + 1)


def straddle(extents: Sequence[Extent], centre: Sequence[float]) -> None:
    """Has bands begin in the middle of what is on their borders; what is around ends there or
    beyond.

    :param centre: of each row, where its middle is.
    """
    for extent in extents:
        if extent.straddles:
            extent.top = centre[extent.first]
            for other in extents:
                if other.band is extent.band.inside and other.last == extent.first - 1:
                    other.bottom = max(other.bottom, extent.top)
