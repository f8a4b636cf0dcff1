"""What things are called in a file: as in the file that they came from, where a reader had to give
them other ids and would do so again.

SBML tells ids apart by case, and has some that a pathway reserves; scripts select by them. A thing
whose original id the reader would not turn into its id keeps its id: the pathway's author chose it.
SBML Level 3 Version 1 Core, 3.1.7.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from pathport.fidelity.measure import Marks
from pathport.fidelity.records import Anchor
from pathport.formats.sbml.foreign import new_names
from pathport.model.formula_words import RESERVED
from pathport.model.numbers import SID
from pathport.model.pathway import Pathway
from pathport.model.references import renamed

__all__ = ["ids_in_file", "moved_marks"]

ELEMENTLESS = "molecule"


def ids_in_file(pathway: Pathway) -> dict[Anchor, str]:
    """By construct and id, the things that are called otherwise in a file, and how."""
    wanted = dict(_wanted(pathway))
    if not wanted:
        return {}
    times = Counter([*wanted.values(), *_others(pathway, wanted)])
    wanted = {anchor: id_ for anchor, id_ in wanted.items() if times[id_] == 1}
    while wanted:
        home = new_names(renamed(pathway, wanted))
        back = {(construct, id_): own for (construct, own), id_ in wanted.items()}
        if home == back:
            break
        away = {
            id_.lower()
            for (construct, id_), own in home.items()
            if own != back.get((construct, id_))
        }
        wanted = {
            anchor: id_
            for anchor, id_ in wanted.items()
            if (anchor[0], id_) in home and id_.lower() not in away
        }
    return wanted


def _wanted(pathway: Pathway) -> Iterator[tuple[Anchor, str]]:
    """The things with an original id that SBML can have."""
    for construct, thing in pathway.things():
        id_ = thing.original_id
        if id_ is None or id_ == thing.id or construct == ELEMENTLESS:
            continue
        if SID.fullmatch(id_) and id_ not in RESERVED:
            yield (construct, thing.id), id_


def _others(pathway: Pathway, wanted: Mapping[Anchor, str]) -> Iterator[str]:
    """The ids that something else has in a file, or in one of its formulas."""
    yield pathway.id
    yield from (it.id for construct, it in pathway.things() if (construct, it.id) not in wanted)
    yield from (box.id for box in pathway.layout.boxes)
    yield from (way.id for way in pathway.layout.ways)
    yield from pathway.quantities.ids()
    yield from (own.id for law in pathway.quantities.rate_laws for own in law.parameters)
    yield from (own for function in pathway.quantities.functions for own in function.arguments)


def moved_marks(marks: Marks, ids: Mapping[Anchor, str]) -> Marks:
    """The marks, on elements as they are called in the file."""
    there = {(it[0], ids.get(it, it[1])): texts for it, texts in marks.on.items()}
    return Marks(there) if ids else marks
