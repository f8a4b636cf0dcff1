"""Which rows each band takes, and how far it reaches from top to bottom.

Bands are one below the other, or in the one around them; where something is on the border of one,
it begins in the middle of that row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pathport.layout.blocks import Block
from pathport.layout.zones import Band, Zones

__all__ = ["Extent", "extents_of", "straddle"]


@dataclass(slots=True)
class Extent:
    """The rows of a band, and how far it reaches."""

    band: Band
    first: int
    last: int
    top: float = 0
    bottom: float = 0
    straddles: bool = False
    """Whether its first row is on its border."""
    inside: list["Extent"] = field(default_factory=list)

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
    for extent in found.values():
        around = extent.band.inside
        while around is not None and id(around) not in found:
            around = around.inside
        if around is not None and zones.holds(around):
            found[id(around)].inside.append(extent)
    return list(found.values())


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
