"""What is bound to a molecule of a complex, and told by a State of its node: nucleotides; and which
of the boxes in that of a complex is a part's.

Which boxes there are is not known here. GPML 2013a, State.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from pathport.formats.gpml.terms import NUCLEOTIDES
from pathport.model.enumerations import Kind
from pathport.model.layout import Box
from pathport.model.parts import Component, State
from pathport.model.things import Molecule, Species

__all__ = ["Bound", "box_of", "has_leaf", "leaves"]


class Bound:
    """The molecules of a pathway, and what of a complex of them a State can tell."""

    def __init__(self, molecules: Mapping[str, Molecule]) -> None:
        self.molecules = molecules

    def is_family(self, molecule: str | None) -> bool:
        """Whether a molecule is a family that has members."""
        found = self.molecules.get(molecule or "")
        return found is not None and found.kind is Kind.FAMILY and bool(found.members)

    def is_nucleotide(self, component: Component) -> bool:
        """Whether a State tells all that is known of a part."""
        molecule = self.molecules.get(component.molecule or "")
        if molecule is None or (molecule.name or "") not in NUCLEOTIDES:
            return False
        told = Molecule(id=molecule.id, kind=Kind.SMALL_MOLECULE, name=molecule.name)
        return molecule == told and component == Component(molecule=molecule.id)

    def holder(self, species: Species) -> Component | None:
        """The one molecule of a complex that nucleotides are bound to, if it is such a complex."""
        rest = [it for it in species.components if not self.is_nucleotide(it)]
        if len(rest) != 1 or len(species.components) == 1:
            return None
        [holder] = rest
        plain = Component(molecule=holder.molecule, state=holder.state)
        if holder != plain or species.name is not None or species.state != State():
            return None
        is_node = holder.molecule in self.molecules and not self.is_family(holder.molecule)
        return holder if is_node else None

    def marked(self, boxes: Sequence[Box], species: Species) -> tuple[Component | None, int]:
        """The nucleotide that the layout has as marks on parts of a complex, and how many; nothing
        if several could be meant.
        """
        marks = sum(mark.shows == State() for box in boxes for mark in box.marks)
        bound: Counter[Component] = Counter()
        for component, count in leaves(species.components, 1):
            one = msgspec.structs.replace(component, count=1)
            if self.is_nucleotide(one):
                bound[one] += count
        if not marks or len(bound) != 1:
            return None, 0
        [(found, count)] = bound.items()
        return (found, marks) if marks <= count else (None, 0)


def leaves(components: Sequence[Component], count: int) -> Iterator[tuple[Component, int]]:
    """The molecules in components, however deep, each with how often it is there."""
    for component in components:
        if component.molecule is not None:
            yield component, count * component.count
        else:
            yield from leaves(component.components, count * component.count)


def has_leaf(component: Component) -> bool:
    """Whether there is a molecule in a component."""
    return component.molecule is not None or any(map(has_leaf, component.components))


def box_of(part: Component, boxes: Sequence[Box], whole: Species) -> Box | None:
    """The one of these boxes that shows a part of a complex; or else one that shows none of its
    parts, but something of the same molecule: what a file shows may be less than what is known.
    """
    told = next((it for it in boxes if it.part == part), None)
    if told is not None:
        return told
    known = [msgspec.structs.replace(it, count=1) for it, _ in leaves(whole.components, 1)]
    shown = ((it, it.part) for it in boxes if it.part is not None and it.part not in known)
    return next((box for box, other in shown if other.molecule == part.molecule), None)
