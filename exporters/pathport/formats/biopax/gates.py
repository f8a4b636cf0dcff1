"""Gates as BioPAX says them: alternatives, each of species that act together.

Several controllers of one Control act together, several Controls are alternatives (BioPAX Level 3,
Control). That a species must be absent can't be said: such an input is left to the records, for as
a controller it would say the reverse.
"""

from itertools import product

from pathport.model.enumerations import Logic
from pathport.model.parts import Gate

__all__ = ["alternatives"]

MOST = 16
"""A gate of more alternatives than these is said as one control by all its species."""

Together = frozenset[str]


def alternatives(gate: Gate) -> tuple[tuple[str, ...], ...]:
    """The sets of species of which each is enough, each in order; one empty set if none is."""
    found = _alternatives(gate)
    if found is None:
        found = {frozenset(_present(gate))}
    return tuple(sorted(tuple(sorted(each)) for each in found))


def _alternatives(gate: Gate) -> set[Together] | None:
    """The same, or nothing if there are too many."""
    if gate.logic is Logic.NOT:
        return {frozenset()}
    inner = [_alternatives(each) for each in gate.gates]
    branches = [{frozenset({each})} for each in gate.inputs]
    for each in inner:
        if each is None:
            return None
        branches.append(each)
    found = _any(branches) if gate.logic is Logic.OR else _all(branches)
    return found if found is None or len(found) <= MOST else None


def _any(branches: list[set[Together]]) -> set[Together]:
    """What is enough for one of the branches; one that says nothing is left out beside others."""
    found = {each for branch in branches for each in branch}
    return found - {frozenset()} or {frozenset()}


def _all(branches: list[set[Together]]) -> set[Together] | None:
    """What is enough for all of the branches at once."""
    number = 1
    for branch in branches:
        number *= len(branch)
    if number > MOST:
        return None
    return {frozenset().union(*each) for each in product(*branches)}


def _present(gate: Gate) -> set[str]:
    """The species that act by being there."""
    if gate.logic is Logic.NOT:
        return set()
    return set(gate.inputs).union(*map(_present, gate.gates))
