"""From rows and channels to a picture: heights, and every glyph, line and area at its place."""

import itertools
from collections.abc import Iterator, Sequence

from pathport.layout.blocks import ABOVE, ASIDE, FRAME_TEXT, LINE, Block, Frame
from pathport.layout.channels import Channel, Pin
from pathport.layout.extents import Extent, extents_of, straddle
from pathport.layout.graph import Graph, Link, Net, Node
from pathport.layout.names import column, name_lines, name_room
from pathport.layout.order import Rows
from pathport.layout.picture import Area, Glyph, GlyphKind, Line, LineRole, Picture
from pathport.layout.text import text_width
from pathport.layout.trunks import Trunk, level_links
from pathport.layout.zones import Band, Lane, Zones, is_membrane

__all__ = ["Assembly"]

MARGIN = 16.0
TRACK = 7.0
HEAD = 14.0
"""Below the last track of a channel: room for an arrowhead."""
LOWEST = 24.0
"""The least height of a channel between two rows."""
BORDER = 10.0
"""On both sides of the border between two bands."""
THICKNESS = 10.0
"""Of a membrane that is the border of a band."""
NAMED = 36.0
"""Below what is on the border of a band without anything else: room for its name."""
INSET = 12.0
"""From the frame of a band to that of a band inside it."""
SIDE = 4.0
"""From the main line of a process to that of its cofactors."""

Routed = tuple[Rows, list[Channel], Sequence[Trunk]]


class Assembly:
    """Everything with its place: what is needed to make a picture."""

    def __init__(self, blocks: Sequence[Block], graph: Graph, zones: Zones, routed: Routed) -> None:
        self.blocks = blocks
        self.graph = graph
        self.zones = zones
        self.rows, self.channels, self.trunks = routed
        items = self.rows.items
        shift = min(item.x for item in items)
        self.extents = extents_of(blocks, zones)
        places = [each.band.compartment for each in self.extents]
        self.column = column(it.name or it.id for it in places if it is not None)
        self.left = MARGIN + self.column
        self.shift = self.left - shift
        self.right = max(item.x + item.width for item in items) + self.shift
        self.centre: list[float] = []
        self.channel_top: list[float] = []
        self.height = self._heights()
        straddle(self.extents, self.centre)
        self.width = self.right + MARGIN + self._inset()

    @property
    def crossings(self) -> int:
        """How many lines cross."""
        return sum(each.crossings for each in self.channels)

    def _heights(self) -> float:
        """Sets the place of each row and channel; the height of all."""
        of = {row: it for it in self.extents for row in range(it.first, it.last + 1)}
        up = [max(item.block.up for item in row if item.block) for row in self.rows.rows]
        down = [max(item.block.down for item in row if item.block) for row in self.rows.rows]
        at = foot = MARGIN
        for row, channel in enumerate(self.channels):
            ended, begun = of.get(row - 1), of.get(row)
            is_new = begun is not None and begun.first == row
            if is_new and row == 0:
                at = self._open(row, at)
            if row == 0 or ended is begun:
                at = _laid(begun, row, at, gap=BORDER if row else 0)
            self.channel_top.append(at)
            is_between = 0 < row < len(up)
            used = channel.foot + channel.tracks * TRACK + HEAD
            at += max(used, LOWEST) if is_between or channel.tracks else BORDER
            if ended is not None and ended is not begun:
                at += NAMED if ended.is_border else BORDER
                at = self._close(row - 1, _laid(ended, row, at))
            if is_new and row:
                at = _laid(begun, row, self._open(row, at)) + BORDER
            if row < len(up):
                self.centre.append(at + up[row])
                at += up[row] + down[row]
                foot = at
        return (at if self._is_closed_below() else foot) + MARGIN

    def _is_closed_below(self) -> bool:
        """Whether lines or a frame lie below the last row."""
        ends = [each.band for each in self.extents if each.last == len(self.centre) - 1]
        return bool(self.channels[-1].tracks) or any(each.compartment for each in ends)

    def _open(self, row: int, at: float) -> float:
        """Begins the bands that begin with a row, the outermost first; where the row may begin."""
        for extent in self.extents:
            if extent.first == row:
                extent.top = at
                at += self._named(extent.band) if extent.is_empty else 0
        return at

    def _named(self, band: Band) -> float:
        """How much of a band without rows is above what is inside it: room for its name."""
        compartment = band.compartment
        return name_room(compartment.name or compartment.id, self.column) if compartment else 0

    def _close(self, row: int, at: float) -> float:
        """Ends the bands that end after a row, the innermost first; where the next may begin."""
        for extent in self.extents:
            if extent.last == row and not extent.inside:
                extent.bottom = at
        for extent in reversed(self.extents):
            if extent.inside and max(each.last for each in extent.all_in()) == row:
                at += INSET
                extent.bottom = at
        return at

    # Glyphs

    def picture(self) -> Picture:
        """The picture, without a title."""
        glyphs: list[Glyph] = []
        lines: list[Line] = []
        areas = list(self._band_areas())
        for block in self.blocks:
            left = self.rows.of_block[block.number].x + self.shift
            areas += (self._frame_area(block, frame, left) for frame in block.frames)
            for node in block.nodes():
                glyphs.append(self._glyph(node))
                for glyph, line in self._cofactors(node):
                    glyphs.append(glyph)
                    lines.append(line)
        lines += self._lines()
        return Picture(
            width=_round(self.width),
            height=_round(self.height),
            glyphs=tuple(sorted(glyphs, key=lambda each: each.id)),
            lines=tuple(sorted(lines, key=lambda it: (it.of, it.role, it.start, it.end))),
            areas=tuple(areas),
        )

    def _inset(self) -> float:
        return INSET * max((each.depth for each in self.extents), default=0)

    def _x(self, node: Node) -> float:
        item, centre = self.rows.places[node.number]
        return item.x + centre + self.shift

    def _y(self, node: Node) -> float:
        item, _ = self.rows.places[node.number]
        return self.centre[item.row] + node.zone.shift

    def _glyph(self, node: Node) -> Glyph:
        return Glyph(
            id=node.id,
            kind=node.kind,
            thing=node.thing,
            x=_round(self._x(node) - node.width / 2),
            y=_round(self._y(node) - node.up),
            width=node.width,
            height=node.up + node.down,
            text=node.text,
            tip=node.tip,
            type=node.type,
            parts=node.parts,
            margin=node.margin,
            clone=node.clone,
            certainty=node.certainty,
        )

    def _cofactors(self, node: Node) -> Iterator[tuple[Glyph, Line]]:
        """The texts beside a process, one over the other, with the line that they share."""
        for enters, below in itertools.product((True, False), (False, True)):
            side, down = -1 if enters else 1, 1 if below else -1
            texts = [it for it in node.cofactors if (it.enters, it.below) == (enters, below)]
            border = self._x(node) + side * node.width / 2
            widest = max((each.width for each in texts), default=0)
            x = _round(border + side * (ASIDE + widest / 2))
            for index, each in enumerate(texts):
                near = ABOVE + index * LINE
                glyph = Glyph(
                    id=each.id,
                    kind=GlyphKind.COFACTOR,
                    thing=each.species,
                    x=_round(x - each.width / 2),
                    y=_round(self._y(node) + (near if below else -near - LINE)),
                    width=each.width,
                    height=LINE,
                    text=each.text,
                    tip=each.tip,
                )
                y = _round(self._y(node) + down * SIDE)
                foot = _round(self._y(node) + down * ABOVE)
                way = [(x, foot), (x, y), (_round(border), y)]
                role = LineRole.INPUT if enters else LineRole.OUTPUT
                start, end = (each.id, node.id) if enters else (node.id, each.id)
                trunk = f"{node.id}/{'in' if enters else 'out'}{'/below' if below else ''}"
                points = tuple(way if enters else reversed(way))
                yield (
                    glyph,
                    Line(
                        of=node.thing,
                        role=role,
                        start=start,
                        end=end,
                        trunk=trunk,
                        points=points,
                        coefficient=each.coefficient,
                    ),
                )

    # Areas

    def _band_areas(self) -> Iterator[Area]:
        deepest = max((each.depth for each in self.extents), default=0)
        for extent in self.extents:
            compartment = extent.band.compartment
            if compartment is None:
                continue
            inset = INSET * (deepest - extent.depth) if self._is_held(extent) else 0
            x = MARGIN / 2 + inset
            height = extent.bottom - extent.top
            name = compartment.name or compartment.id
            yield Area(
                compartment=compartment.id,
                x=x,
                y=_round(extent.top),
                width=_round(self.right + MARGIN / 2 + self._inset() - inset - x),
                height=_round(height),
                name=name,
                lines=name_lines(name, self.column, height),
                label=(x + 10, _round(extent.top + 10 + _hidden(extent))),
                membrane=extent.band.membrane,
                band=True,
                spanning=self._spanning(extent),
            )

    def _spanning(self, extent: Extent) -> tuple[float, float] | None:
        """Where the rows of what spans a membrane are, or the membrane that is a border."""
        if extent.straddles:
            return _round(extent.top - THICKNESS / 2), _round(extent.top + THICKNESS / 2)
        if extent.sheet is not None:
            return _round(extent.bilayer), _round(extent.bilayer + THICKNESS)
        own = [each for each in self.blocks if each.zone.band is extent.band]
        rows = [each.row for each in own if each.zone.lane is Lane.SPANNING]
        if not extent.band.membrane or not rows:
            return None
        first, last = min(rows), max(rows)
        top = extent.top if first == extent.first else self.channel_top[first]
        bottom = extent.bottom if last == extent.last else self._foot(last + 1) - TRACK / 2
        return _round(top), _round(bottom)

    def _is_held(self, extent: Extent) -> bool:
        return any(extent in each.inside for each in self.extents)

    def _frame_area(self, block: Block, frame: Frame, left: float) -> Area:
        centre = self.centre[block.row]
        widest = max((text_width(line, FRAME_TEXT, bold=True) for line in frame.label), default=0)
        high = len(frame.label) * 12
        compartment = self.zones.compartments[frame.compartment]
        return Area(
            compartment=frame.compartment,
            x=_round(left + frame.left),
            y=_round(centre - frame.up),
            width=_round(frame.right - frame.left),
            height=_round(frame.up + frame.down),
            name=compartment.name or compartment.id,
            lines=tuple(frame.label),
            label=(_round(left + frame.left + 8), _round(centre - high / 2)),
            membrane=widest > 0 and is_membrane(compartment),
        )

    # Lines

    def _lines(self) -> Iterator[Line]:
        for net, link in level_links(self.blocks, self.graph):
            yield self._level(net, link)
        pins = {
            id(pin.link): pin
            for channel in self.channels
            for run in channel.runs.values()
            for pin in (*run.upper, *run.lower)
            if pin.link is not None
        }
        sources = {
            run.trunk.number: pin
            for channel in self.channels
            for run in channel.runs.values()
            for pin in (*run.upper, *run.lower)
            if pin.link is None and pin.node is not None
        }
        bends = {
            (pin.trunk.number, pin.bend.row): pin.x
            for channel in self.channels
            for run in channel.runs.values()
            for pin in run.lower
            if pin.bend is not None
        }
        for trunk in self.trunks:
            for link, row in trunk.links:
                points = self._way(trunk, row, (sources[trunk.number], pins[id(link)]), bends)
                yield _line(trunk.net, link, f"t{trunk.number}", points)

    def _level(self, net: Net, link: Link) -> Line:
        """The straight line between two neighbours in a train."""
        source, target = net.source, link.target
        y = _round(self._y(source))
        side = 1 if self._x(source) < self._x(target) else -1
        first = _round(self._x(source) + side * source.width / 2)
        last = _round(self._x(target) - side * target.width / 2)
        name = f"l{source.number}-{target.number}"
        return _line(net, link, name, ((first, y), (last, y)))

    def _way(
        self, trunk: Trunk, row: int, ends: tuple[Pin, Pin], bends: dict[tuple[int, int], float]
    ) -> tuple[tuple[float, float], ...]:
        """The points of a line of a trunk, from channel to channel."""
        source, target = ends
        step = -1 if trunk.upward else 1
        points = [(source.x, self._border(trunk.net.source, upper=trunk.upward))]
        at, x = trunk.row, source.x
        while True:
            channel = at if trunk.upward else at + 1
            at += step
            is_last = row in (trunk.row, at)
            there = target.x if is_last else bends[trunk.number, at]
            if x != there:
                y = self._track(channel, trunk)
                points += [(x, y), (there, y)]
            x = there
            if is_last:
                break
        is_level = row == trunk.row
        node = target.node or trunk.net.source
        points.append((x, self._border(node, upper=trunk.upward is is_level)))
        return tuple((_round(x + self.shift), _round(y)) for x, y in points)

    def _track(self, channel: int, trunk: Trunk) -> float:
        run = self.channels[channel].runs[trunk.number]
        return self._foot(channel) + run.track * TRACK

    def _foot(self, channel: int) -> float:
        """Where the first track of a channel is."""
        return self.channel_top[channel] + self.channels[channel].foot

    def _border(self, node: Node, *, upper: bool) -> float:
        return self._y(node) - node.up if upper else self._y(node) + node.down


def _laid(extent: Extent | None, row: int, at: float, *, gap: float = 0) -> float:
    """Lays a bilayer that nothing spans, if it is to be before a row; where the row may begin."""
    if extent is None or extent.sheet != row:
        return at
    extent.bilayer = at + gap
    return extent.bilayer + THICKNESS


def _hidden(extent: Extent) -> float:
    """How much of the upper end of a band a bilayer hides, which has no spanning row there."""
    if extent.straddles:
        return THICKNESS / 2
    return THICKNESS if extent.sheet == extent.first else 0.0


def _line(net: Net, link: Link, trunk: str, points: tuple[tuple[float, float], ...]) -> Line:
    start, end = net.source.id, link.target.id
    if net.converges:
        start, end, points = end, start, points[::-1]
    return Line(
        of=link.of,
        role=net.role,
        start=start,
        end=end,
        trunk=trunk,
        points=points,
        effect=net.effect,
        coefficient=link.coefficient,
        reversible=link.reversible,
        certainty=link.certainty,
    )


def _round(number: float) -> float:
    return round(number, 1) + 0.0
