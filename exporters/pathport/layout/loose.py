"""What acts from outside, of what has no compartment: ligands, and what they bind to."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from pathport.layout.labels import Labels
from pathport.layout.terms import INTEGRAL, OUTER
from pathport.model.pathway import Pathway

__all__ = ["outer_ones"]


def outer_ones(pathway: Pathway, labels: Labels, outermost: Collection[str | None]) -> set[str]:
    """Of what has no compartment, what is drawn above all others: ligands and receptors by their
    roles, and what nothing makes and that acts on something in one of the outermost compartments.
    """
    partners = _partners(pathway)
    found: set[str] = set()
    for each in pathway.species:
        if labels.place(each) is not None:
            continue
        roles = {role for leaf in labels.leaves(each) for role in labels.roles(leaf)}
        places = {labels.place(labels.species[it]) for it in partners.get(each.id, ())}
        if roles & (OUTER | INTEGRAL) or (places - {None}) & set(outermost):
            found.add(each.id)
    return found


def _partners(pathway: Pathway) -> Mapping[str, set[str]]:
    """By species that nothing makes or acts on, those that it takes part or acts with."""
    partners: defaultdict[str, set[str]] = defaultdict(set)
    inputs = {it.id: [each.species for each in it.inputs] for it in pathway.processes}
    species = {it.id for it in pathway.species}
    acted = {each.species for it in pathway.processes for each in it.outputs}
    for process in pathway.processes:
        for name in inputs[process.id]:
            partners[name].update(inputs[process.id], (it.species for it in process.outputs))
    for control in pathway.controls:
        if control.target in species:
            acted.add(control.target)
        targets = inputs.get(control.target or "", [control.target] if control.target else [])
        for name in control.sources.species():
            partners[name].update(it for it in targets if it in species)
    return {name: found - {name} for name, found in partners.items() if name not in acted}
