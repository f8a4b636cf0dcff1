"""Parts of a pathway that fit a page: one module, or what is left without drugs.

A view is a pathway again: the processes, controls and associations that are kept, with all that
they name. Which of them are its core is the business of ``pathport.layout.core``.
"""

from collections.abc import Iterable, Iterator

import msgspec

from pathport.model.enumerations import Role
from pathport.model.parts import Component
from pathport.model.pathway import Pathway
from pathport.model.things import Control, Module, Process, Species

__all__ = [
    "module_view",
    "modules_named",
    "molecules_of",
    "restricted",
    "species_of",
    "undrugged",
]

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
    """What a module holds, those inside it included, what acts on that, and what its controls act
    on: a process with all that takes part in it, but not with what else acts on it.
    """
    members = set(_members(pathway, module, set()))
    acting = {each.id for each in pathway.controls if each.target in members}
    kept = frozenset(members | acting | set(_acted_on(pathway, members)))
    title = f"{pathway.name or pathway.id}: {module.name or module.id}"
    return restricted(pathway, kept, title)


def _members(pathway: Pathway, module: Module, seen: set[str]) -> Iterator[str]:
    inner = {each.id: each for each in pathway.modules}
    seen.add(module.id)
    for member in module.members:
        if member not in inner:
            yield member
        elif member not in seen:
            yield from _members(pathway, inner[member], seen)


def _acted_on(pathway: Pathway, members: Iterable[str]) -> Iterator[str]:
    """The targets of the controls among these, and of those on the way to one."""
    targets = {each.id: each.target for each in pathway.controls}
    waiting = [each for each in members if each in targets]
    seen = set(waiting)
    while waiting:
        target = targets[waiting.pop()]
        if target is not None and target not in seen:
            yield target
            seen.add(target)
            waiting += [target] if target in targets else []


def undrugged(pathway: Pathway) -> Pathway:
    """The pathway without what drugs and antibodies do, and without what is hypothetical."""
    drugs = {each.id for each in pathway.molecules if {Role.DRUG, Role.ANTIBODY} & set(each.roles)}
    treated = {each.id for each in pathway.species if drugs & set(molecules_of(each))}

    def stays(names: Iterable[str]) -> bool:
        return not treated & set(names)

    kept = {each.id for each in pathway.processes if stays(species_of(each))}
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
    return restricted(pathway, frozenset(kept - unsure), f"{pathway.name or pathway.id}: core")


def molecules_of(species: Species | Component | None) -> Iterator[str]:
    """The molecule of a species, or those of its components and theirs."""
    if species is None:
        return
    if species.molecule:
        yield species.molecule
    for each in species.components:
        yield from molecules_of(each)


def species_of(process: Process) -> Iterator[str]:
    """What a process takes, gives and copies."""
    yield from (each.species for each in (*process.inputs, *process.outputs))
    if process.template:
        yield process.template


def _acting(control: Control) -> Iterator[str]:
    yield from control.sources.species()
    if control.target:
        yield control.target


def restricted(pathway: Pathway, kept: Drawn, title: str) -> Pathway:
    """The pathway with these processes, controls and associations, and with what they name."""
    processes = tuple(each for each in pathway.processes if each.id in kept)
    acts = {each.id: each for each in pathway.controls if each.id in kept}
    # One without a target stays, so that it is told that it can't be drawn.
    targets = {None, *acts, *(each.id for each in (*processes, *pathway.species))}
    controls = tuple(it for it in acts.values() if it.target in targets)
    associations = tuple(each for each in pathway.associations if each.id in kept)
    named = {name for each in processes for name in species_of(each)}
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
