"""The channels between rows: where lines leave and enter nodes, and on which track each runs.

A channel lies above each row, and one below the last. What reaches it from above or below has a
place of its own there, ``APART`` from any place on the other side, so that no two trunks ever run
on one line; what runs across has a track of its own as far as others reach. In this way no line
crosses a node: it runs in channels, and passes rows only where bend points keep a lane free.
"""

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pathport.layout.graph import Link, Node
from pathport.layout.heads import LENGTHS
from pathport.layout.order import Rows
from pathport.layout.trunks import APART, CELL, Bend, Trunk, cell_of

__all__ = ["Channel", "Pin", "channels_of", "route"]

FOOT = 10.0
"""Above the first track of a channel: room for a head, and a little."""
CLEAR = 2.0
"""Between a head and the first track."""
SLACK = CELL / 2 - APART
"""How far a place may be moved for that."""


@dataclass(slots=True, eq=False)
class Pin:
    """Where a trunk meets one side of a channel: at a node, or at a bend point."""

    trunk: Trunk
    node: Node | None = None
    bend: Bend | None = None
    link: Link | None = None
    head: str = ""
    """What stands there."""
    x: float = 0
    aims: list["Pin"] = field(default_factory=list)
    """The pins of its run that it leads to."""

    @property
    def cell(self) -> float:
        """What it has of the side of its node."""
        return cell_of(self.head)


@dataclass(slots=True, eq=False)
class Run:
    """A trunk in a channel."""

    trunk: Trunk
    upper: list[Pin] = field(default_factory=list)
    lower: list[Pin] = field(default_factory=list)
    pins: list[Pin] = field(default_factory=list)
    """All, once each says what it leads to."""
    low: float = 0
    high: float = 0
    track: int = -1
    up: list[float] = field(default_factory=list)
    """The places of its upper pins, once it is closed."""
    down: list[float] = field(default_factory=list)

    def aim(self) -> None:
        """Says what each pin leads to, now that all are there."""
        source = self.trunk.net.source
        self.pins = [*self.upper, *self.lower]
        for pin in self.pins:
            pin.aims = [each for each in self.pins if each is not pin]
            if pin.node is not source:
                ends = [each for each in pin.aims if each.node is source or each.bend]
                pin.aims = ends or pin.aims

    def close(self) -> None:
        """Says how far it runs across, and where it is met."""
        self.up = [pin.x for pin in self.upper]
        self.down = [pin.x for pin in self.lower]
        places = self.up + self.down
        self.low, self.high = min(places), max(places)


@dataclass(slots=True, eq=False)
class Port:
    """One side of a node: the pins there, which share it."""

    node: Node
    pins: list[Pin] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Channel:
    """The space above a row."""

    runs: dict[int, Run] = field(default_factory=dict)
    foot: float = FOOT
    """Above its first track."""
    tracks: int = 0
    crossings: int = 0
    upper: list[Port] = field(default_factory=list)
    lower: list[Port] = field(default_factory=list)

    def run(self, trunk: Trunk) -> Run:
        """The run of a trunk."""
        found = self.runs.get(trunk.number)
        if found is None:
            found = self.runs[trunk.number] = Run(trunk)
        return found


def channels_of(trunks: Sequence[Trunk], count: int) -> list[Channel]:
    """All channels with their pins, none of which has a place."""
    channels = [Channel() for _ in range(count + 1)]
    for trunk in trunks:
        _pin(trunk, channels)
    for channel in channels:
        for run in channel.runs.values():
            run.aim()
        channel.upper = _ports(channel, lower=False)
        channel.lower = _ports(channel, lower=True)
        above = (pin.head for port in channel.upper for pin in port.pins)
        longest = max((LENGTHS[head] for head in above if head), default=0)
        channel.foot = max(FOOT, longest + CLEAR)
    return channels


def route(channels: Sequence[Channel], rows: Rows) -> None:
    """Gives all pins places and all runs tracks, as the order has them, none of before."""
    for item in rows.bends:
        if item.bend:
            item.bend.x = item.x
    for channel in channels:
        _place(channel, rows)
        for run in channel.runs.values():
            run.close()
        _assign_tracks(channel)


def _pin(trunk: Trunk, channels: list[Channel]) -> None:
    """Adds the pins of a trunk to the channels that it runs in."""
    upward = trunk.upward
    first = trunk.row if upward else trunk.row + 1
    source = Pin(trunk, trunk.net.source, head=trunk.net.head(at_source=True))
    _side(channels[first].run(trunk), lower=upward).append(source)
    for row in trunk.bends:
        bend = trunk.bends[row]
        channels[row + 1].run(trunk).upper.append(Pin(trunk, bend=bend))
        channels[row].run(trunk).lower.append(Pin(trunk, bend=bend))
    head = trunk.net.head(at_source=False)
    for link, row in trunk.links:
        pin = Pin(trunk, link.target, link=link, head=head)
        if row == trunk.row:
            _side(channels[first].run(trunk), lower=upward).append(pin)
        else:
            _side(channels[row + 1 if upward else row].run(trunk), lower=not upward).append(pin)


def _side(run: Run, *, lower: bool) -> list[Pin]:
    return run.lower if lower else run.upper


def _ports(channel: Channel, *, lower: bool) -> list[Port]:
    ports: dict[int, Port] = {}
    for run in channel.runs.values():
        for pin in _side(run, lower=lower):
            if pin.node is not None:
                ports.setdefault(pin.node.number, Port(pin.node)).pins.append(pin)
    return list(ports.values())


def _place(channel: Channel, rows: Rows) -> None:
    """Gives the pins of a channel their places: the upper ones first, then the lower ones."""
    runs = channel.runs.values()
    for run in runs:
        for pin in run.pins:
            pin.x = pin.bend.x if pin.bend else 0
    _spread(channel.upper, rows)
    taken = sorted((pin.x, run.trunk.number) for run in runs for pin in run.upper)
    _spread(channel.lower, rows)
    for run in runs:
        for pin in run.lower:
            pin.x = _free(pin.x, run, taken)
            if pin.bend is not None:
                pin.bend.x = pin.x


def _spread(ports: Iterable[Port], rows: Rows) -> None:
    """Spreads the pins on one side of each node, each as near as may be to where it leads."""
    aims = [[_aim(pin, rows) for pin in port.pins] for port in ports]
    for port, wanted in zip(ports, aims, strict=True):
        item, centre = rows.places[port.node.number]
        middle = item.x + centre
        half = max(0.0, port.node.width / 2 - port.node.slope - CELL / 2)
        order = sorted(range(len(wanted)), key=wanted.__getitem__)
        pins = [port.pins[index] for index in order]
        _fit(pins, [wanted[index] for index in order], middle - half, middle + half)


def _aim(pin: Pin, rows: Rows) -> float:
    """Where a pin would be best: over or under what it leads to."""
    places = sorted(_about(each, rows) for each in pin.aims)
    if not places:
        return pin.x
    middle = len(places) // 2
    return places[middle] if len(places) % 2 else (places[middle - 1] + places[middle]) / 2


def _about(pin: Pin, rows: Rows) -> float:
    if pin.node is None or pin.x:
        return pin.x
    item, centre = rows.places[pin.node.number]
    return item.x + centre


def _fit(pins: Sequence[Pin], wanted: Sequence[float], low: float, high: float) -> None:
    """The places nearest to those wanted, half of what each has apart, between two bounds.

    Where there is one alone it goes straight to its aim; several stay near to each other.
    """
    gaps = ((before.cell + pin.cell) / 2 for before, pin in itertools.pairwise(pins))
    offsets = list(itertools.accumulate(gaps, initial=0.0))
    last = max(low, high - offsets[-1])
    pools: list[list[float]] = []
    for offset, place in zip(offsets, wanted, strict=True):
        pool = [min(max(place - offset, low), last), 1]
        while pools and pools[-1][0] >= pool[0]:
            other = pools.pop()
            size = other[1] + pool[1]
            pool = [(other[0] * other[1] + pool[0] * pool[1]) / size, size]
        pools.append(pool)
    index = 0
    for place, size in pools:
        for _ in range(int(size)):
            pins[index].x = place + offsets[index]
            index += 1


def _free(place: float, run: Run, taken: Sequence[tuple[float, int]]) -> float:
    """The place nearest to this one, within the slack, that no other trunk has from above."""
    own = [pin.x for pin in run.upper if abs(pin.x - place) <= SLACK]
    others = []
    for index in range(bisect_left(taken, (place - 2 * CELL, -1)), len(taken)):
        x, trunk = taken[index]
        if x > place + 2 * CELL:
            break
        if trunk != run.trunk.number:
            others.append(x)
    if not own and _is_free(place, others):
        return place
    choices = [*own, place, *(x + step for x in others for step in (-APART, APART))]
    free = [each for each in choices if abs(each - place) <= SLACK and _is_free(each, others)]
    return min(free, key=lambda each: (each not in own, abs(each - place), each), default=place)


def _is_free(place: float, others: Sequence[float]) -> bool:
    return all(abs(place - x) >= APART - 1e-9 for x in others)


def _assign_tracks(channel: Channel) -> None:
    """Orders the runs from top to bottom so that few lines cross, then packs them into tracks."""
    runs = [run for run in channel.runs.values() if run.high > run.low]
    runs.sort(key=lambda run: (run.high - run.low, run.trunk.number))
    channel.crossings = 0
    order: list[Run] = []
    for run in runs:
        meet = [run.low < other.high and other.low < run.high for other in order]
        above = [_cost(run, other) if met else 0 for other, met in zip(order, meet, strict=True)]
        below = [_cost(other, run) if met else 0 for other, met in zip(order, meet, strict=True)]
        total = sum(above)
        best, at = total, 0
        for index in range(len(order)):
            total += below[index] - above[index]
            if total < best:
                best, at = total, index + 1
        order.insert(at, run)
        channel.crossings += best
    ends: list[list[tuple[float, float]]] = []
    for run in order:
        track = len(ends)
        while track and not _meets(ends[track - 1], run):
            track -= 1
        if track == len(ends):
            ends.append([])
        run.track = track
        ends[track].append((run.low, run.high))
    channel.tracks = len(ends)
    straight = [run for run in channel.runs.values() if run.high == run.low]
    for run in straight:
        channel.crossings += sum(other.low < run.low < other.high for other in order)


def _meets(taken: Iterable[tuple[float, float]], run: Run) -> bool:
    return any(low - APART < run.high and run.low < high + APART for low, high in taken)


def _cost(above: Run, below: Run) -> int:
    """How many crossings there are if one run is above another that it meets."""
    count = 0
    for x in above.down:
        count += below.low < x < below.high
    for x in below.up:
        count += above.low < x < above.high
    return count
