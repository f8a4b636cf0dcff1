"""What has been read of a drawing so far, and what of it has no place in a pathway."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from pathport.fidelity.records import Anchor, Link, Mark, decode
from pathport.findings import Finding, Location
from pathport.formats.gpml.canvas import Canvas
from pathport.formats.gpml.dialect import Dialect
from pathport.formats.gpml.drawing import Drawn, Note, Xref
from pathport.formats.gpml.refusals import KEPT, LOST
from pathport.model.ids import is_legal_id, legal_id
from pathport.model.parts import Accession, Evidence
from pathport.model.things import Molecule

__all__ = ["Book", "is_given", "is_written", "occurrence"]

LONGEST_LABEL = 40
"""As much of a text makes an id."""


def occurrence(node: str) -> str:
    """The id of a molecule as one node tells of it; no pathway has such an id."""
    return f"~{node}"


def is_written(thing: Drawn) -> bool:
    """Whether a record on a node or group links it, and not one that it was copied from, to what
    it shows: whether it stood there when its species was written.

    A record that can't be read links nothing; it is named where all of them are read.
    """
    for text in thing.marks:
        with suppress(ValueError):
            told = decode(text, ("box", thing.id))
            if isinstance(told, Link) and told.native == occurrence(thing.id):
                return True
    return False


class Book:
    """What has been read of a drawing so far."""

    def __init__(self, canvas: Canvas, dialect: Dialect, path: str) -> None:
        self.canvas = canvas
        self.dialect = dialect
        self.path = path
        self.findings: list[Finding] = []
        self.marks: list[Mark] = []
        self.lines: dict[Anchor, int] = {}
        self.occurrences: dict[Anchor, Anchor] = {}
        self.homes: dict[tuple[str, str], Anchor] = {}
        self.molecules: dict[str, Molecule] = {}
        self.references: dict[str, str] = {}
        """By id of a record, the publication that it is."""
        self.codes: dict[str, str] = {}
        """By id of a record of evidence, its code."""
        self.terms: dict[str, str] = {}
        """By id of an annotation, its text."""
        self.taken: set[str] = set()

    # What has no place

    def lost(self, what: str, line: int, subject: str) -> None:
        """Tells of something that the pathway has no place for, or that is not understood."""
        place = Location(path=self.path, line=line, subject=subject)
        self.findings.append(LOST.finding(f"lost in reading: {what}", place=place))

    def lose(self, what: str, thing: Drawn) -> None:
        """The same of a thing on the canvas."""
        self.lost(what, thing.line, thing.subject)

    def lose_whole(self, what: str, thing: Drawn) -> None:
        """The same of a thing with all that is said of it."""
        self.lose(what, thing)
        for text in self.notes(thing):
            self.lose(f'the comment "{text}"', thing)
        for reference in self.cited(thing):
            self.lose(f'the reference "{reference}"', thing)

    def kept(self, why: str, thing: Drawn) -> None:
        """Tells of an interaction that is kept as drawing alone."""
        place = Location(path=self.path, line=thing.line, subject=thing.subject)
        sentence = f"{thing.subject} {why}: it is kept as drawing alone"
        self.findings.append(KEPT.finding(sentence, place=place))

    # What all things have

    def stands(self, anchor: Anchor, thing: Drawn) -> None:
        """Remembers where a thing stands, and the records on its element."""
        self.lines.setdefault(anchor, thing.line)
        self.marks += [Mark(anchor, text, thing.line) for text in thing.marks]

    def notes(self, thing: Drawn) -> tuple[str, ...]:
        """The comments of a thing; who or what wrote one is lost."""
        return tuple(self.texts(thing.notes, thing))

    def texts(self, notes: Iterable[Note], thing: Drawn) -> Iterator[str]:
        """The texts of comments."""
        for note in notes:
            if note.source:
                self.lose(f'the source "{note.source}" of a comment', thing)
            yield note.text

    def cited(self, thing: Drawn) -> tuple[str, ...]:
        """The publications that a thing refers to."""
        return tuple(self.publications(thing.refs, thing.line, thing.subject))

    def publications(self, refs: Iterable[str], line: int, subject: str) -> Iterator[str]:
        """The publications that these references are."""
        for ref in refs:
            if ref in self.references:
                yield self.references[ref]
            else:
                self.lost(f'the reference "{ref}"', line, subject)

    def evidence(self, thing: Drawn) -> tuple[Evidence, ...]:
        """The codes of evidence that a thing refers to; terms that it is tagged with are lost."""
        for tag in thing.tags:
            self.lose(f'the annotation "{self.terms.get(tag, tag)}"', thing)
        return tuple(self.evidence_of(thing.codes, thing.line, thing.subject))

    def evidence_of(self, refs: Iterable[str], line: int, subject: str) -> Iterator[Evidence]:
        """The evidence that these references are."""
        for ref in refs:
            if ref in self.codes:
                yield Evidence(code=self.codes[ref])
            else:
                self.lost(f'the evidence "{ref}"', line, subject)

    def curie(self, xref: Xref) -> str | None:
        """The identifier that a cross reference means, if there is one."""
        return self.dialect.curie_of(xref)

    def accessions(self, xref: Xref, thing: Drawn) -> tuple[Accession, ...]:
        """The entry of a cross reference that no identifier stands for; half of one is lost."""
        if xref.id and self.curie(xref) is None:
            return (Accession(id=xref.id, database=xref.database or None),)
        if xref.database and not xref.id:
            self.lose(f'the database "{xref.database}" without an id', thing)
        return ()

    # Ids

    def named(self, id_: str, label: str) -> str:
        """An id for a thing of the pathway: one that was given, or else text and id."""
        wanted = id_ if is_given(id_) else f"{label[:LONGEST_LABEL]}_{id_}"
        legal = legal_id(wanted)
        found, number = legal, 2
        while found.lower() in self.taken:
            found, number = f"{legal}_{number}", number + 1
        self.taken.add(found.lower())
        return found

    def original(self, id_: str, named: str) -> str | None:
        """The id that the file gives, where it is one that was given and is not legal."""
        return id_ if is_given(id_) and id_ != named and not is_legal_id(id_) else None


def is_given(id_: str) -> bool:
    """Whether an id tells something: whether it is not one that a program made by chance.

    PathVisio's have three hexadecimal digits or more, with ``id`` or nothing before them.
    """
    digits = id_.removeprefix("id")
    if len(digits) > 3 and digits[0] in "ghijklmnopqrstuvwxyz":
        digits = digits[1:]
    return len(digits) < 3 or any(it not in "0123456789abcdef" for it in digits)
