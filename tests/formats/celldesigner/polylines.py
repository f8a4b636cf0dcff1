"""Where the lines of a file of CellDesigner's run on the canvas, worked out from its text alone.

Written from what is known of the format (edit points in the axes of a line's own ends, those of a
junction in the axes of three centres, a gate in pixels), and not from pathport's geometry.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

__all__ = ["Polyline", "polylines"]

SPACE = {"c": "http://www.sbml.org/2001/ns/celldesigner"}
PLACES = {
    "N": (0, -1), "NNE": (0.5, -1), "NE": (1, -1), "ENE": (1, -0.5), "E": (1, 0), "ESE": (1, 0.5),
    "SE": (1, 1), "SSE": (0.5, 1), "S": (0, 1), "SSW": (-0.5, 1), "SW": (-1, 1), "WSW": (-1, 0.5),
    "W": (-1, 0), "WNW": (-1, -0.5), "NW": (-1, -1), "NNW": (-0.5, -1), "INACTIVE": (0, 0),
}  # fmt: skip
GATE = "BOOLEAN_LOGIC_GATE"

Spot = complex
"""A point of the canvas: x and, imaginary, y."""


class Polyline(NamedTuple):
    """A line of a reaction: which, and through which points."""

    reaction: str
    what: str
    spots: tuple[Spot, ...]


def polylines(root: etree._Element) -> Iterator[Polyline]:
    """All lines whose ends are boxes, from end to end; of those that meet another, to the gate or
    without their end there.
    """
    boxes = {
        it.get("id"): [float(it.find("c:bounds", SPACE).get(name)) for name in "xywh"]
        for it in root.iterfind(".//c:listOfSpeciesAliases/c:speciesAlias", SPACE)
    }
    boxes |= {
        it.get("id"): [float(it.find("c:bounds", SPACE).get(name)) for name in "xywh"]
        for it in root.iterfind(".//c:complexSpeciesAlias", SPACE)
    }
    for reaction in root.iterfind(".//{*}listOfReactions/{*}reaction"):
        yield from _Lines(reaction, boxes).all()


def _points(text: str) -> list[Spot]:
    return [complex(*map(float, pair.split(","))) for pair in text.split()]


class _Lines:
    """The lines of one reaction."""

    def __init__(self, reaction: etree._Element, boxes: dict[str, list[float]]) -> None:
        self.reaction = reaction
        self.boxes = boxes
        self.id = reaction.get("id") or ""

    def all(self) -> Iterator[Polyline]:
        starts = self.reaction.findall(".//c:baseReactants/c:baseReactant", SPACE)
        ends = self.reaction.findall(".//c:baseProducts/c:baseProduct", SPACE)
        if not starts or not ends:
            return
        edits = self.reaction.find("{*}annotation//c:baseProducts/../c:editPoints", SPACE)
        points = _points(edits.text or "") if edits is not None else []
        if edits is not None and edits.get("num0") is not None:
            yield from self._arms([*starts, *ends], edits, points)
        else:
            start, end = self._spot(starts[0]), self._spot(ends[0])
            inner = [
                start + it.real * (end - start) + it.imag * (end - start) * 1j for it in points
            ]
            yield Polyline(self.id, "line", (start, *inner, end))
        yield from self._gates()

    def _arms(self, links: list[Any], edits: Any, points: list[Spot]) -> Iterator[Polyline]:
        zero, one, two = (self._centre(it) for it in links)
        *bends, last = points
        junction = zero + last.real * (one - zero) + last.imag * (two - zero)
        for number, link in enumerate(links):
            count = int(edits.get(f"num{number}"))
            own, bends = bends[:count], bends[count:]
            end = self._spot(link)
            axis = end - junction
            inner = [junction + it.real * axis + it.imag * axis * 1j for it in own]
            yield Polyline(self.id, f"arm to {link.get('alias')}", (junction, *inner, end))

    def _gates(self) -> Iterator[Polyline]:
        for listed in self.reaction.iterfind(".//c:listOfModification", SPACE):
            items = list(listed.iterchildren(etree.Element))
            members: list[str] = []
            spot: Spot = 0
            for it in items:
                aliases = it.get("aliases", "")
                if GATE in it.get("type", ""):
                    spot = _points(it.get("editPoints", ""))[-1]
                    members = aliases.split(",")
                    yield Polyline(self.id, f"gate of {sorted(members)}", (spot,))
                elif aliases in members:
                    members.remove(aliases)
                    start = self._placed(it, aliases)
                    axis = spot - start
                    points = _points(it.get("editPoints", ""))
                    inner = [start + at.real * axis + at.imag * axis * 1j for at in points]
                    yield Polyline(self.id, f"{aliases} to its gate", (start, *inner, spot))
                elif aliases in self.boxes:
                    yield Polyline(self.id, f"start at {aliases}", (self._placed(it, aliases),))

    def _placed(self, modification: Any, alias: str) -> Spot:
        target = modification.find("c:linkTarget", SPACE)
        return self._at(alias, target)

    def _spot(self, link: Any) -> Spot:
        return self._at(link.get("alias"), link)

    def _centre(self, link: Any) -> Spot:
        x, y, width, height = self.boxes[link.get("alias")]
        return complex(x + width / 2, y + height / 2)

    def _at(self, alias: str, link: Any) -> Spot:
        x, y, width, height = self.boxes[alias]
        anchor = link.find("c:linkAnchor", SPACE) if link is not None else None
        across, down = PLACES[anchor.get("position")] if anchor is not None else (0, 0)
        return complex(x + width / 2 * (1 + across), y + height / 2 * (1 + down))
