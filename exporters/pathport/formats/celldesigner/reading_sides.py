"""What takes part in a reaction as its lines say, where SBML's lists lack it.

CellDesigner writes both, and shows its lines: what they show takes part, once, and it is told that
the list lacks it. What a list names has the coefficient of the list, be that nothing, and is on the
side of the list.
"""

from collections.abc import Callable, Iterator

import msgspec

from pathport.formats.celldesigner.parts import Link
from pathport.formats.celldesigner.remarks import UNLISTED
from pathport.formats.celldesigner.told_reactions import ReactionTold
from pathport.formats.sbml.book import Book
from pathport.model.parts import Participant

__all__ = ["tell_unlisted", "with_drawn"]

WORDS = ("reactant", "product")


def with_drawn(told: ReactionTold, species_of: Callable[[Link], str], book: Book) -> ReactionTold:
    """The reaction with what its lines show on either side; ``species_of`` gives the species at
    the end of a line, or nothing.
    """
    drawn = _links(told, is_input=True), _links(told, is_input=False)
    shown = tuple([it for link in links if (it := species_of(link))] for links in drawn)
    more: list[tuple[Participant, ...]] = []
    for side, word in enumerate(WORDS):
        moved = told.listed[1 - side].difference(shown[1 - side])
        lacking = [it for it in shown[side] if it not in told.listed[side] | moved]
        for species in lacking:
            tell_unlisted(word, species, told, book)
        more.append(tuple(Participant(species=it) for it in lacking))
    return msgspec.structs.replace(
        told, inputs=told.inputs + more[0], outputs=told.outputs + more[1]
    )


def _links(told: ReactionTold, *, is_input: bool) -> Iterator[Link]:
    """The ends of lines on one side, each box once."""
    drawn = told.drawn
    links = drawn.starts if is_input else drawn.ends
    links += tuple(it.link for it in drawn.arms if it.is_input is is_input)
    return iter({(it.species, it.alias): it for it in links}.values())


def tell_unlisted(word: str, species: str, told: ReactionTold, book: Book) -> None:
    """Tells that something takes part which SBML's list lacks."""
    what = f'the {word} "{species}" is drawn, and SBML\'s list lacks it (read as one)'
    book.remark(what, told.drawn.number, told.subject, rule=UNLISTED)
