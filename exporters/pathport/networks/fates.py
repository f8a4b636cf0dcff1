"""What becomes of the forms of molecules: which of them do nothing but go on to be degraded.

Such a form is ubiquitinated, in an endosome or in a lysosome: it acts on nothing, and whatever it
goes into degrades it or makes another such form. So what makes it takes the molecule away.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pathport.model.enumerations import ProcessType
from pathport.model.parts import Participant
from pathport.model.things import Process
from pathport.networks.actors import Actors

__all__ = ["Doomed", "doomed"]

Doomed = frozenset[tuple[str, str]]
"""Species and molecules in them that do nothing there but go on to be degraded."""


class Step(NamedTuple):
    """A process in one of its directions."""

    type: ProcessType
    before: tuple[str, ...]
    after: tuple[str, ...]


def doomed(actors: Actors) -> Doomed:
    """The forms that only go on to be degraded: the smallest set that says so of itself."""
    pathway = actors.pathway
    acting = {
        *(it for control in pathway.controls for it in control.sources.species()),
        *(each.template for each in pathway.processes),
        *(it.species for each in pathway.associations for it in each.participants),
    }
    into: defaultdict[str, list[Step]] = defaultdict(list)
    out_of: defaultdict[str, list[Step]] = defaultdict(list)
    for step in (it for each in pathway.processes for it in _steps(each)):
        for species in step.before:
            into[species].append(step)
        for species in step.after:
            out_of[species].append(step)
    held = {each.id: actors.molecules_in([each.id]) for each in pathway.species}
    found: set[tuple[str, str]] = set()

    def ends(step: Step, molecule: str) -> bool:
        """Whether a step degrades a molecule, or makes only forms of it that are degraded."""
        after = [it for it in step.after if molecule in held[it]]
        if after:
            return all((it, molecule) in found for it in after)
        return step.type is ProcessType.DEGRADATION or not any(held[it] for it in step.after)

    waiting = [it for it in into if it not in acting]
    while waiting:
        species = waiting.pop()
        new = {
            (species, molecule)
            for molecule in held[species]
            if all(ends(step, molecule) for step in into[species])
        } - found
        found |= new
        if new:
            before = (it for step in out_of[species] for it in step.before)
            waiting += [it for it in dict.fromkeys(before) if it not in acting]
    return frozenset(found)


def _steps(process: Process) -> Iterator[Step]:
    before, after = _ids(process.inputs), _ids(process.outputs)
    yield Step(process.type, before, after)
    if process.reversible:
        yield Step(process.type, after, before)


def _ids(participants: Iterable[Participant]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(it.species for it in participants))
