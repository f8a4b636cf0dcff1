"""What a drawing means: a pathway, and pathport's marks unread.

The drawing is read from the outside in: references, compartments, species, lines, and last where
all of them are. What has no place is named. The drawing's version is that of its ``dialect``.
"""

from typing import Any

import msgspec

from pathport.fidelity.reading import Reading
from pathport.fidelity.records import Mark
from pathport.formats.gpml.about import about, own_id, publications, read_evidence, tags
from pathport.formats.gpml.book import Book
from pathport.formats.gpml.canvas import Canvas
from pathport.formats.gpml.dialect import Dialect
from pathport.formats.gpml.doubles import told_apart
from pathport.formats.gpml.drawing import Drawing
from pathport.formats.gpml.nesting import nested
from pathport.formats.gpml.reading_layout import laid_out
from pathport.formats.gpml.reading_lines import Lines
from pathport.formats.gpml.reading_places import Places
from pathport.formats.gpml.reading_species import Kinds
from pathport.formats.gpml.reading_things import Things
from pathport.model.facts import PATHWAY
from pathport.model.pathway import Pathway

__all__ = ["meaning"]


def meaning(drawing: Drawing, dialect: Dialect, *, path: str = "", merge: bool = True) -> Reading:
    """The pathway that a drawing means, as any other program would understand it.

    Without ``merge`` each node is a species of its own, also where others say the same.
    """
    drawing = nested(told_apart(drawing))
    book = Book(Canvas(drawing), dialect, path)
    for loss in drawing.losses:
        book.lost(loss.what, loss.line, loss.subject)
    book.marks += [Mark((PATHWAY, ""), text) for text in drawing.marks]
    read_evidence(drawing, book)
    known = publications(drawing, book)
    tagged = tuple(tags(drawing, book))
    said: dict[str, Any] = about(drawing, book, tagged)
    places = Places(book)
    compartments = tuple(places.compartments())
    kinds = Kinds(book, places)
    lines = Lines(book, kinds)
    species = tuple(kinds.species(lines.joined(), merge=merge))
    things = Things(book, lines, species, kinds.species_of)
    id_ = own_id(drawing)
    pathway = Pathway(
        id=f"{id_}_pathway" if id_.lower() in book.taken else id_,
        **said,
        publications=known,
        compartments=compartments,
        molecules=tuple(book.molecules.values()),
        species=species,
        processes=tuple(things.processes),
        associations=tuple(things.associations),
        controls=tuple(things.controls),
    )
    drawn = laid_out(book, pathway, places=places, kinds=kinds, lines=lines, things=things)
    return Reading(
        pathway=msgspec.structs.replace(pathway, layout=drawn),
        marks=tuple(book.marks),
        occurrences=book.occurrences,
        lines=book.lines,
        homes=book.homes,
        findings=tuple(book.findings),
    )
