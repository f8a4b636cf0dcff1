"""What the layout engine has to make room for: the boxes of species as GPML draws them.

A complex, a family or a set is a stack of nodes with the margin of its group around them; a node
with States on its border is higher. A place is told by geometry alone, so that all boxes of a
species are in its compartment, cofactors too. Where anything is, is not known here.
"""

from collections.abc import Sequence
from functools import cached_property

from pathport.formats.gpml.geometry import MARGIN, MARGIN_COMPLEX
from pathport.formats.gpml.showing import Showing, Shown
from pathport.formats.gpml.states import label_of
from pathport.layout.labels import Labels, part_of
from pathport.layout.labels import Shown as Parts
from pathport.layout.picture import Part
from pathport.layout.terms import INTEGRAL
from pathport.layout.text import text_width
from pathport.model.pathway import Pathway
from pathport.model.things import Species

__all__ = ["Boxes", "margin_of", "node_size"]

TEXT = 12.0
"""The usual size of a node's text."""
BESIDE = 10.0
"""On either side of it."""
LINE = 15.0
HEIGHT = 20.0
STATES_HEIGHT = 30.0
"""Of a node with States on its border, so that those of two nodes don't meet in a stack."""
STATES_WIDTH = 80.0
"""The least of a node with more States than it has corners."""
CORNERS = 4
ALONE = 24.0
LEAST = 40.0


def node_size(node: Shown) -> tuple[float, float]:
    """How large a node is: its text fits, and States on its border have room."""
    lines = node.label.split("\n")
    width = max(text_width(it, TEXT) for it in lines) + 2 * BESIDE
    height = STATES_HEIGHT if node.items else HEIGHT
    least = STATES_WIDTH if len(node.items) > CORNERS else LEAST
    return max(least, float(round(width))), max(height, LINE * len(lines) + 5.0)


def margin_of(shown: Shown) -> float:
    """How far the border of a group is from the nodes in it."""
    return MARGIN_COMPLEX if shown.is_complex else MARGIN


class Boxes(Labels):
    """What each species shows, by the one box that a pathway without a layout has for it."""

    keeps_places = True

    def __init__(self, pathway: Pathway, showing: Showing) -> None:
        super().__init__(pathway)
        self.tops = {it.species: it for it in showing.tops}

    @cached_property
    def listed(self) -> frozenset[str]:
        """The species that are drawn in the groups of others alone."""
        return frozenset(self.species.keys() - self.tops.keys())

    def is_list(self, species: Species) -> bool:
        """Whether it is a group of alternatives."""
        top = self.tops[species.id]
        return bool(top.inner) and not top.is_complex

    def stack(self, top: Shown) -> Sequence[Shown]:
        """The nodes in a group from top to bottom: those of a complex from outside to inside."""
        if not top.is_complex:
            return top.inner
        return sorted(top.inner, key=lambda it: self.depth(it.part) if it.part else (0, 0, ""))

    def _showing(self, species: Species) -> Parts:
        top = self.tops[species.id]
        nodes = self.stack(top) if top.inner else (top,)
        usual = HEIGHT if top.inner else ALONE
        high = STATES_HEIGHT if any(it.items for it in nodes) else usual
        integral = [n for n, it in enumerate(nodes) if INTEGRAL & set(self.roles(it.molecule))]
        return Parts(
            parts=tuple(self._part(it, max(high, node_size(it)[1])) for it in nodes),
            spanning=integral[0] if integral else None,
            margin=margin_of(top) if top.inner else 0.0,
            least=max(node_size(it)[0] for it in nodes),
        )

    def _part(self, node: Shown, height: float) -> Part:
        """A node as a picture has it, its States as marks."""
        molecule = self.molecules.get(node.molecule)
        kind = molecule.kind if molecule is not None else self.kind(self.species[node.species])
        marks = [it.label or label_of(it.shows) for it in node.items]
        return part_of(node.label, kind, self.roles(node.molecule), marks, height=height)
