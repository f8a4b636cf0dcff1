"""Gates straight onto a species: which are of no known logic, and what of one is told as lost.

What such a gate joins stands there three times: SBML lists it, the line of the reaction starts at
it, and the gate has a member for it. What one of the first two has is a source.
"""

from collections.abc import Callable, Collection

from pathport.formats.celldesigner.parts import Reaction
from pathport.formats.celldesigner.terms import GATE_REACTION, GATES, UNKNOWN_GATE
from pathport.formats.celldesigner.told_reactions import ReactionTold
from pathport.formats.sbml.book import Book

__all__ = ["joins_unknown", "tell_references", "tell_undrawn"]


def joins_unknown(drawn: Reaction) -> bool:
    """Whether a reaction is a gate of no known logic straight onto a species."""
    whole = next((it for it in drawn.members if it.type in GATES), None)
    return drawn.type == GATE_REACTION and whole is not None and whole.type == UNKNOWN_GATE


def tell_references(told: ReactionTold, book: Book) -> None:
    """Tells of what references say that are to no source of a gate of no known logic."""
    for it in told.sources:
        for name, value in {"id": it.id, **it.fields, "record": it.marks}.items():
            if value:
                what = f'the {name} of the reference to "{it.species}"'
                book.lost(what, it.line, told.subject)


def tell_undrawn(
    told: ReactionTold, sources: Collection[str], known: Callable[[str], str], book: Book
) -> None:
    """Tells of sources that are no reactants of the line, of reactants alone, and of members that
    are none of the sources; ``known`` gives the species that a part is in.
    """
    line = told.drawn
    drawn = {known(it.species) for it in line.starts}
    drawn |= {known(it.link.species) for it in line.arms if it.is_input}
    lacking = sorted(drawn.symmetric_difference(sources))
    losses = [f'the reactant "{it}", which the line or the list of a gate lacks' for it in lacking]
    members = {known(it.species) for one in line.members for it in one.links if it.species}
    strangers = sorted(members.difference(sources))
    losses += [f'the member "{it}" of a gate, which is no reactant' for it in strangers]
    for what in (*losses, *_unlike(line)):
        book.lost(what, line.number, told.subject)


def _unlike(drawn: Reaction) -> list[str]:
    """What the members of a gate say otherwise than the gate."""
    whole = next((it for it in drawn.members if it.type in GATES), None)
    if whole is None:
        return []
    members = [it for it in drawn.members if it is not whole]
    ends = {link.alias for it in members for link in it.links}
    boxes = sorted(ends.symmetric_difference(it.alias for it in whole.links))
    types = sorted({it.type for it in members} - {whole.effect})
    return [
        *(f'the box "{it}", which a gate or its members lack' for it in boxes),
        *(f'the type "{it}" of a member, which its gate has not' for it in types),
    ]
