"""Parts of a pathway that fit a page: one module, or its core.

A view is a pathway again: the processes, controls and associations that are kept, with all that
they name. The core is one way, the shortest, from a ligand to each thing that acts on an outcome,
without drugs and what is hypothetical.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from pathport.model.enumerations import Kind, Role
from pathport.model.pathway import Pathway
from pathport.model.things import Control, Module, Process, Species

__all__ = ["core", "has_core", "module_view", "modules_named"]

Drawn = frozenset[str]


def modules_named(pathway: Pathway, name: str) -> tuple[Module, ...]:
    """The module with this id; else all with this id or name, whatever its case; else all that
    begin so.
    """
    for is_meant in (_is_id, _is_same, _is_begin):
        found = tuple(each for each in pathway.modules if is_meant(each, name))
        if found:
            return found
    return ()


def _is_id(module: Module, name: str) -> bool:
    return module.id == name


def _is_same(module: Module, name: str) -> bool:
    return name.casefold() in _names(module)


def _is_begin(module: Module, name: str) -> bool:
    return any(each.startswith(name.casefold()) for each in _names(module))


def _names(module: Module) -> tuple[str, str]:
    return module.id.casefold(), (module.name or module.id).casefold()


def module_view(pathway: Pathway, module: Module) -> Pathway:
    """What a module holds, those inside it included, and what acts on that."""
    members = set(_members(pathway, module, set()))
    acting = {each.id for each in pathway.controls if each.target in members}
    kept = frozenset(members | acting)
    title = f"{pathway.name or pathway.id}: {module.name or module.id}"
    return _restricted(pathway, kept, title)


def _members(pathway: Pathway, module: Module, seen: set[str]) -> Iterator[str]:
    inner = {each.id: each for each in pathway.modules}
    seen.add(module.id)
    for member in module.members:
        if member not in inner:
            yield member
        elif member not in seen:
            yield from _members(pathway, inner[member], seen)


def core(pathway: Pathway) -> Pathway:
    """The shortest ways from ligands to outcomes; where there are none of these, all but what drugs
    and antibodies do and what is hypothetical.
    """
    sure = _undrugged(pathway)
    kept = _core_of(pathway, sure)
    return _restricted(sure, kept, sure.name or sure.id) if kept else sure


def has_core(pathway: Pathway) -> bool:
    """Whether a way leads from a ligand to an outcome."""
    return bool(_core_of(pathway, _undrugged(pathway)))


def _core_of(pathway: Pathway, sure: Pathway) -> Drawn:
    """What of a pathway is on the shortest ways, of what no drug does."""
    before = _ways(sure)
    outcomes = _of_kinds(pathway, OUTCOMES)
    kept: set[str] = set()
    for last in _last_steps(sure, outcomes):
        at: str | None = last
        while at is not None and at in before and at not in kept:
            kept.add(at)
            at = before[at]
    return frozenset(kept)


OUTCOMES = frozenset({Kind.PHENOTYPE, Kind.PATHWAY})


def _of_kinds(pathway: Pathway, kinds: frozenset[Kind]) -> set[str]:
    """The species whose molecules are of these kinds."""
    molecules = {each.id for each in pathway.molecules if each.kind in kinds}
    return {each.id for each in pathway.species if each.molecule in molecules}


def _last_steps(pathway: Pathway, outcomes: set[str]) -> Iterator[str]:
    """The processes and controls that lead to an outcome."""
    for control in pathway.controls:
        if control.target in outcomes:
            yield control.id
    for process in pathway.processes:
        if any(each.species in outcomes for each in process.outputs):
            yield process.id


def _ways(pathway: Pathway) -> dict[str, str | None]:
    """Of each thing that a ligand leads to, what is before it on the shortest way."""
    ligands = {each.id for each in pathway.molecules if Role.LIGAND in each.roles}
    after: defaultdict[str, list[str]] = defaultdict(list)
    for process in pathway.processes:
        for each in process.inputs:
            after[each.species].append(process.id)
        after[process.id] += [each.species for each in process.outputs]
    for control in pathway.controls:
        for source in control.sources.species():
            after[source].append(control.id)
        after[control.id] += [control.target] if control.target else []
    reached = [each.id for each in pathway.species if each.molecule in ligands]
    before: dict[str, str | None] = dict.fromkeys(reached)
    for here in reached:
        for there in after[here]:
            if there not in before:
                before[there] = here
                reached.append(there)
    return before


def _undrugged(pathway: Pathway) -> Pathway:
    """The pathway without what drugs and antibodies do, and without what is hypothetical."""
    drugs = {each.id for each in pathway.molecules if {Role.DRUG, Role.ANTIBODY} & set(each.roles)}
    treated = {each.id for each in pathway.species if drugs & set(_molecules(each))}

    def stays(names: Iterable[str]) -> bool:
        return not treated & set(names)

    kept = {each.id for each in pathway.processes if stays(_species_of(each))}
    kept |= {each.id for each in pathway.controls if stays(_acting(each))}
    kept |= {
        each.id
        for each in pathway.associations
        if stays(participant.species for participant in each.participants)
    }
    unsure = {
        each.id
        for each in (*pathway.processes, *pathway.controls, *pathway.associations)
        if each.certainty == "hypothetical"
    }
    return _restricted(pathway, frozenset(kept - unsure), f"{pathway.name or pathway.id}: core")


def _molecules(species: Species) -> Iterator[str]:
    if species.molecule:
        yield species.molecule
    for each in species.components:
        if each.molecule:
            yield each.molecule


def _species_of(process: Process) -> Iterator[str]:
    yield from (each.species for each in (*process.inputs, *process.outputs))
    if process.template:
        yield process.template


def _acting(control: Control) -> Iterator[str]:
    yield from control.sources.species()
    if control.target:
        yield control.target


def _restricted(pathway: Pathway, kept: Drawn, title: str) -> Pathway:
    """The pathway with these processes, controls and associations, and with what they name."""
    processes = tuple(each for each in pathway.processes if each.id in kept)
    targets = {each.id for each in (*processes, *pathway.species)}
    acts = {each.id: each for each in pathway.controls if each.id in kept}
    controls = tuple(it for it in acts.values() if it.target in targets or it.target in acts)
    associations = tuple(each for each in pathway.associations if each.id in kept)
    named = {name for each in processes for name in _species_of(each)}
    named |= {name for each in controls for name in _acting(each)}
    named |= {it.species for each in associations for it in each.participants}
    named = _with_members(pathway, named)
    return msgspec.structs.replace(
        pathway,
        name=title,
        species=tuple(each for each in pathway.species if each.id in named),
        processes=processes,
        controls=controls,
        associations=associations,
    )


def _with_members(pathway: Pathway, named: set[str]) -> set[str]:
    """With the species that sets among them are made of."""
    species = {each.id: each for each in pathway.species}
    waiting = [each for each in named if each in species]
    found = set(waiting)
    while waiting:
        for member in species[waiting.pop()].members:
            if member not in found:
                found.add(member)
                waiting.append(member)
    return found
