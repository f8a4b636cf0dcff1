"""Places for pathways that are too large for the engine: boxes in rows, frames in frames."""

import math
from collections import defaultdict
from collections.abc import Iterator

from pathport.model.layout import Box, Frame, Layout
from pathport.model.parts import Component
from pathport.model.pathway import Pathway
from pathport.model.things import Species

__all__ = ["in_rows"]

WIDTH, HEIGHT = 110.0, 50.0
PART = 40.0
"""The height of a complex for each of its parts."""
GAP = 50.0
MOST = 100
"""So many of what is on the membrane of a compartment stand on its border, in one row."""
EDGE = 40.0
"""Around what is in a frame."""


class _Rows:
    """The boxes and frames of one pathway, compartment by compartment."""

    def __init__(self, pathway: Pathway) -> None:
        self.boxes: list[Box] = []
        self.frames: list[Frame] = []
        self.species: dict[str | None, list[Species]] = defaultdict(list)
        for it in pathway.species:
            self.species[it.compartment].append(it)
        self.inner: dict[str | None, list[str]] = defaultdict(list)
        for place in pathway.compartments:
            self.inner[place.inside].append(place.id)

    def place(self, compartment: str | None, x: float, y: float) -> tuple[float, float]:
        """Puts what is in a compartment to a place, or what is on its membrane across its border;
        gives the width and height that it takes.
        """
        here = self.species[compartment]
        sided = [it for it in here if it.side is not None][:MOST]
        names = {it.id for it in sided}
        edge, below = self._boxes(sided, x + EDGE, y, across=MOST)
        top = y + HEIGHT / 2 if sided else y
        rest = [it for it in here if it.id not in names]
        width, bottom = self._boxes(rest, x + EDGE, below if sided else y + EDGE)
        width = max(width, edge)
        for inner in self.inner[compartment]:
            wide, high = self.place(inner, x + EDGE, bottom)
            width, bottom = max(width, wide), bottom + high + GAP
        width, bottom = width + 2 * EDGE, bottom + EDGE
        if compartment is not None:
            self.frames.append(
                Frame(compartment=compartment, x=x, y=top, width=width, height=bottom - top)
            )
        return width, bottom - y

    def _boxes(
        self, species: list[Species], x: float, y: float, *, across: int = 0
    ) -> tuple[float, float]:
        across = across or max(1, math.ceil(math.sqrt(len(species))))
        for start in range(0, len(species), across):
            row = species[start : start + across]
            for number, it in enumerate(row):
                at = x + number * (WIDTH + GAP)
                self.boxes.append(
                    Box(
                        id=f"{it.id}_box",
                        species=it.id,
                        x=at,
                        y=y,
                        width=WIDTH,
                        height=_height(it),
                    )
                )
            y += max(map(_height, row)) + GAP
        return min(across, len(species)) * (WIDTH + GAP), y


def _height(species: Species) -> float:
    return HEIGHT + PART * (len(list(_leaves(species.components))) - 1 if species.components else 0)


def _leaves(components: tuple[Component, ...]) -> Iterator[Component]:
    for it in components:
        yield from _leaves(it.components) if it.components else (it,)


def in_rows(pathway: Pathway) -> Layout:
    """A layout with a box for each species and a frame for each compartment."""
    rows = _Rows(pathway)
    width, height = rows.place(None, 0.0, 0.0)
    return Layout(width=width, height=height, boxes=tuple(rows.boxes), frames=tuple(rows.frames))
