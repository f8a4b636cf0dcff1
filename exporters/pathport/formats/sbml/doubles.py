"""Ids that several elements of a file have: told, with what each but the first is called instead.

SBML Level 3 Version 1 Core, 3.3.
"""

import msgspec

from pathport.fidelity.reading import Reading
from pathport.formats.sbml.book import Book
from pathport.formats.sbml.foreign import new_names
from pathport.formats.sbml.refusals import TWICE
from pathport.formats.sbml.unread import AGAIN

__all__ = ["with_doubles_told"]

WORDS = {
    "association": "reaction",
    "compartment": "compartment",
    "control": "reaction",
    "module": "group",
    "process": "reaction",
    "species": "species",
}
"""By construct, the element that it usually is."""


def with_doubles_told(reading: Reading, book: Book) -> Reading:
    """The reading with a word on each thing that shares its id with an element before it."""
    if max(book.ids.values(), default=0) < 2:
        return reading
    for (construct, id_), name in new_names(reading.pathway, book.words).items():
        own, again, _ = id_.partition(AGAIN)
        if own and again and construct in WORDS:
            what = f'an element before it has this id (read as "{name}")'
            line = reading.lines.get((construct, id_), 0)
            book.remark(what, line, f"{WORDS[construct]} {own}", rule=TWICE)
    return msgspec.structs.replace(reading, findings=book.losses.findings())
