"""The core of a pathway: what a biologist would draw of it on one page.

Four rules, told in ``docs/drawing.md``: the shortest ways from ligands to outcomes; the ways to
what G proteins do to the processes on them; what catalyses each process that is shown; and where a
complex or a changed molecule that goes into one comes from. Drugs, antibodies and what is
hypothetical are in none of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from pathport.layout.views import molecules_of, restricted, species_of, undrugged
from pathport.model.enumerations import Effect, Kind, Role
from pathport.model.parts import NO_STATE
from pathport.model.pathway import Pathway
from pathport.model.things import Control, Form, Process, Species

__all__ = ["core", "has_core"]

OUTCOMES = frozenset({Kind.PHENOTYPE, Kind.PATHWAY})
DRIVING = frozenset(
    {Effect.CATALYSIS, Effect.STIMULATION, Effect.NECESSARY_STIMULATION, Effect.TRIGGER}
)


def core(pathway: Pathway) -> Pathway:
    """The shortest ways from ligands to outcomes with what drives them; where there are none of
    these, all but what drugs and antibodies do and what is hypothetical.
    """
    sure = undrugged(pathway)
    kept = _Core(sure).kept
    return restricted(sure, kept, sure.name or sure.id) if kept else sure


def has_core(pathway: Pathway) -> bool:
    """Whether a way leads from a ligand to an outcome."""
    return bool(_Core(undrugged(pathway)).kept)


class _Core:
    """Which processes and controls of a pathway without drugs are its core."""

    def __init__(self, pathway: Pathway) -> None:
        self.pathway = pathway
        self.molecules = {each.id: each for each in pathway.molecules}
        self.species = {each.id: each for each in pathway.species}
        self.controls = {each.id: each for each in pathway.controls}
        self.processes = {each.id: each for each in pathway.processes}

    @cached_property
    def kept(self) -> frozenset[str]:
        """Their ids, with those of the species on the ways; none, if no way leads to an outcome."""
        kept = {each for last in self._last_steps() for each in self._way_to(last)}
        while True:
            more = {*self._catalysts(kept), *self._of_g_proteins(kept)} - kept
            more = more or {*self._origins(kept)} - kept
            if not more:
                return frozenset(kept)
            kept |= more

    # Ways

    @cached_property
    def before(self) -> Mapping[str, str | None]:
        """Of each thing that a ligand leads to, what is before it on the shortest way."""
        after: defaultdict[str, list[str]] = defaultdict(list)
        for process in self.pathway.processes:
            for each in process.inputs:
                after[each.species].append(process.id)
            after[process.id] += [each.species for each in process.outputs]
        for control in self.pathway.controls:
            for source in control.sources.species():
                after[source].append(control.id)
            after[control.id] += [control.target] if control.target else []
        reached = [
            each.id
            for each in self.pathway.species
            if each.molecule and self._has_role(each.molecule, Role.LIGAND)
        ]
        before: dict[str, str | None] = dict.fromkeys(reached)
        for here in reached:
            for there in after[here]:
                if there not in before:
                    before[there] = here
                    reached.append(there)
        return before

    def _way_to(self, last: str) -> Iterator[str]:
        at: str | None = last
        while at is not None and at in self.before:
            yield at
            at = self.before[at]

    def _last_steps(self) -> list[str]:
        """What leads to an outcome. What a ligand does to it, alone or in a complex, leaves the
        signalling out: it counts where nothing else leads to any.
        """
        reached = [it for it in self._leading() if it.id in self.before]
        inside = [it for it in reached if not any(map(self._holds_ligand, _from(it)))]
        return [it.id for it in inside or reached]

    def _leading(self) -> Iterator[Process | Control]:
        for control in self.pathway.controls:
            if self._is_outcome(control.target):
                yield control
        for process in self.pathway.processes:
            if any(self._is_outcome(each.species) for each in process.outputs):
                yield process

    def _is_outcome(self, name: str | None) -> bool:
        species = self.species.get(name or "")
        return any(self.molecules[it].kind in OUTCOMES for it in molecules_of(species))

    def _holds_ligand(self, species: str) -> bool:
        molecules = molecules_of(self.species[species])
        return any(self._has_role(each, Role.LIGAND) for each in molecules)

    def _has_role(self, molecule: str, role: Role) -> bool:
        return role in self.molecules[molecule].roles

    # What drives a process that is shown, and where what it takes comes from

    def _catalysts(self, kept: Iterable[str]) -> Iterator[str]:
        """What catalyses a process, if it is one species."""
        for control in self._driving(kept):
            if control.effect is Effect.CATALYSIS:
                yield control.id

    def _of_g_proteins(self, kept: Iterable[str]) -> Iterator[str]:
        """The ways to what a G protein does to a process."""
        for control in self._driving(kept):
            if any(map(self._is_g_protein, control.sources.species())):
                yield from self._way_to(control.id)

    def _driving(self, kept: Iterable[str]) -> Iterator[Control]:
        driven = self.processes.keys() & set(kept)
        for control in self.pathway.controls:
            if control.target in driven and control.effect in DRIVING and control.sources.is_alone:
                yield control

    def _is_g_protein(self, species: str) -> bool:
        """Whether one of its molecules, or of their members, is a subunit of a G protein."""
        waiting = list(molecules_of(self.species[species]))
        for each in waiting:
            if self._has_role(each, Role.G_PROTEIN_SUBUNIT):
                return True
            members = (it.molecule for it in self.molecules[each].members)
            waiting += [it for it in members if it not in waiting]
        return False

    def _origins(self, kept: set[str]) -> Iterator[str]:
        """For each complex or changed molecule that a process takes and no process shown makes, the
        first process that makes it of what is shown or plain.
        """
        shown = [self.processes[each] for each in sorted(kept & self.processes.keys())]
        named = {name for each in shown for name in species_of(each)}
        named |= {it for at in kept & self.controls.keys() for it in _from(self.controls[at])}
        made = {each.species for process in shown for each in process.outputs}
        for name in sorted({each.species for process in shown for each in process.inputs} - made):
            if self._is_made(self.species[name]):
                yield from self._making(name, named)[:1]

    def _making(self, name: str, named: set[str]) -> list[str]:
        """The processes that make a species of those that are named, and of plain ones."""
        return [
            process.id
            for process in self.makers[name]
            if all(it in named or not self._is_made(self.species[it]) for it in _from(process))
        ]

    @cached_property
    def makers(self) -> Mapping[str, list[Process]]:
        """By id of a species, the processes that make it."""
        found: defaultdict[str, list[Process]] = defaultdict(list)
        for process in self.pathway.processes:
            for each in process.outputs:
                found[each.species].append(process)
        return found

    def _is_made(self, species: Species) -> bool:
        """Whether it is a complex, or not a molecule as such."""
        return species.form is not Form.SINGLE or species.state != NO_STATE


def _from(step: Process | Control) -> list[str]:
    """What a process takes, or what exerts a control."""
    if isinstance(step, Control):
        return list(step.sources.species())
    return [each.species for each in step.inputs]
