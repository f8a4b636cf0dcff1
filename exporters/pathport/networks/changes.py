"""What a process does to the nodes of a view of influences: what it makes, what it uses up.

Made is what comes out of a process and did not go in. Of a complex that is taken for its parts it
is the parts whose state differs, or that hold another nucleotide; where neither does, as in a
binding or a transport, it is all parts. What goes in and is in nothing that comes out is used up.
What is made in a form that only goes on to be degraded is taken away.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pathport.model.enumerations import Activity, ProcessType
from pathport.model.things import Process
from pathport.networks.actors import Actors, Leaf
from pathport.networks.fates import Doomed
from pathport.networks.network import Complexes, Sign

__all__ = ["LOWERING", "Change", "change_of"]

LOWERING = frozenset({ProcessType.INACTIVATION, ProcessType.DEPHOSPHORYLATION})
"""Types of processes that take back what others make."""
SPENT = {"GTP": "GDP", "ATP": "ADP"}
"""The nucleotide that a molecule holds while it is on, and the one while it is off."""


class Change(NamedTuple):
    """The nodes that a process makes and those that it uses up."""

    made: tuple[str, ...]
    used: tuple[str, ...]
    sign: Sign
    """Whether what is made does more than what it is made of."""
    lowered: frozenset[str] = frozenset()
    """What of it is made in a form that only goes on to be degraded."""
    as_a_whole: bool = False
    """Whether nothing in it is changed but what it is bound to, and where it is."""

    def sign_of(self, node: str) -> Sign:
        """Whether what acts on the process makes this node do more, or less."""
        return Sign.NEGATIVE if node in self.lowered else self.sign


class Sides(NamedTuple):
    """The two sides of a process, taken apart into molecules."""

    before: Counter[Leaf]
    after: Counter[Leaf]


def change_of(process: Process, actors: Actors, fates: Doomed) -> Change:
    """What a process does; ``fates`` are the forms that only go on to be degraded."""
    ins = [each.species for each in process.inputs]
    outs = [each.species for each in process.outputs]
    sides = Sides(
        *(Counter(it for each in side for it in actors.leaves(each)) for side in (ins, outs))
    )
    new = [each for each in outs if each not in ins]
    gone = actors.molecules_in(ins) - actors.molecules_in(outs)
    lost = [each for each in ins if actors.molecules_in([each]) <= gone]
    changed = _changed(sides, actors) if actors.complexes is Complexes.PARTS else ()
    made = tuple(changed or _nodes(new, actors))
    return Change(
        made=made,
        used=tuple(_nodes(lost, actors)),
        sign=_sign(process, sides, actors),
        lowered=frozenset(it for it in made if _is_lowered(it, outs, actors, fates)),
        as_a_whole=actors.complexes is Complexes.PARTS and not changed,
    )


def _is_lowered(node: str, outs: Iterable[str], actors: Actors, fates: Doomed) -> bool:
    """Whether all forms of a node that come out only go on to be degraded; one part does it."""
    forms = [it for it in outs if node in actors.nodes(it)]
    parts = {it: (actors.molecules_in([it]) & {node}) or actors.molecules_in([it]) for it in forms}
    return bool(forms) and all(
        any((form, molecule) in fates for molecule in parts[form]) for form in forms
    )


def _nodes(species: Iterable[str], actors: Actors) -> Iterable[str]:
    return dict.fromkeys(node for each in species for node in actors.nodes(each))


def _changed(sides: Sides, actors: Actors) -> Sequence[str]:
    """The molecules in another state than before, or else those that hold another nucleotide."""
    before = {(leaf.molecule, leaf.state) for leaf in sides.before}
    after = {leaf.molecule: leaf for leaf in sides.after if actors.is_told(leaf.molecule)}
    others = {it.molecule for it in sides.after if (it.molecule, it.state) not in before}
    held = {frozenset(_cofactors(side, actors)) for side in sides}
    return sorted(others & after.keys() or (actors.holders & after.keys() if len(held) > 1 else ()))


def _cofactors(side: Counter[Leaf], actors: Actors) -> set[str]:
    """What is bound and is no node, by its name."""
    bound = {it.molecule for it in side if it.bound and not actors.is_told(it.molecule)}
    return {actors.molecules[each].name or each for each in bound}


def _sign(process: Process, sides: Sides, actors: Actors) -> Sign:
    was, now = (
        {leaf.state.activity for leaf in side if actors.is_told(leaf.molecule)} for side in sides
    )
    had, has = (_cofactors(side, actors) for side in sides)
    if Activity.ACTIVE in now:
        return Sign.POSITIVE
    lowers = (
        process.type in LOWERING
        or Activity.INACTIVE in now
        or Activity.ACTIVE in was
        or any(on in had - has and off in has - had for on, off in SPENT.items())
    )
    return Sign.NEGATIVE if lowers else Sign.POSITIVE
