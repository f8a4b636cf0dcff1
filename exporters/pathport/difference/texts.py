"""Scalars and small values as short texts on one line."""

from typing import Any

import msgspec

from pathport.difference.changes import Sign
from pathport.model.enumerations import Relation
from pathport.model.notation import spell_state
from pathport.model.parts import (
    Accession,
    Evidence,
    Identifier,
    Member,
    Modification,
    Person,
    Publication,
    Site,
    State,
    Step,
)
from pathport.model.value import content_of

__all__ = ["NOTHING", "SIGNS", "cut", "item_text", "one_line", "quoted", "scalar_text"]

SIGNS = {Sign.ADDED: "+", Sign.REMOVED: "-", Sign.CHANGED: "~"}
NOTHING = "nothing"
LONGEST = 60
"""As much of a bare value is told; the facts have it whole."""

PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:/#-")
WORDS = {True: "yes", False: "no"}


def quoted(text: str) -> str:
    """The text itself if it is one plain word, else in double quotes, as JSON has it."""
    if text and PLAIN.issuperset(text):
        return text
    return msgspec.json.encode(text).decode()


def one_line(text: str) -> str:
    """The text with the ends of lines shown, for formulas and ids of others may hold some."""
    return text.replace("\n", "\\n")


def cut(text: str) -> str:
    """As much of the text as is told."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 3]}..."


def scalar_text(value: Any) -> str:
    """A scalar: words of the model's vocabularies as they are, other texts quoted."""
    if isinstance(value, bool):
        return WORDS[value]
    if isinstance(value, str):
        return str(value) if type(value) is not str else quoted(value)
    return str(value)


def item_text(item: Any) -> str:
    """A value of a set."""
    if not isinstance(item, msgspec.Struct):
        return scalar_text(item)
    spell = ITEMS.get(type(item))
    return spell(item) if spell else content_of(item)


def _identifier(item: Identifier) -> str:
    return item.id if item.relation is Relation.IS else f"{item.relation} {item.id}"


def _accession(item: Accession) -> str:
    parts = [] if item.relation is Relation.IS else [str(item.relation)]
    parts += [quoted(item.database)] if item.database is not None else []
    parts.append(quoted(item.id))
    parts += [f"version {quoted(item.version)}"] if item.version is not None else []
    return " ".join(parts)


def _evidence(item: Evidence) -> str:
    parts = [part for part in (item.code, item.reference) if part]
    parts += [str(item.observation)] if item.observation else []
    parts += [quoted(item.note)] if item.note is not None else []
    return " ".join(parts) or content_of(item)


def _member(item: Member) -> str:
    plain = Member(molecule=item.molecule, count=item.count) == item
    if not plain:
        return content_of(item)
    return item.molecule if item.count == 1 else f"{item.count}*{item.molecule}"


def _site(item: Site) -> str:
    place = Modification(
        kind=item.kind, word=item.word, residue=item.residue, position=item.position
    )
    rest = msgspec.structs.replace(item, kind=None, word=None, residue=None, position=None)
    plain = rest == Site()
    return spell_state(State(modifications=(place,))) if plain else content_of(item)


def _step(item: Step) -> str:
    return f"{item.before} before {item.after}"


def _person(item: Person) -> str:
    return quoted(item.name) if Person(name=item.name) == item else content_of(item)


def _publication(item: Publication) -> str:
    return item.id if Publication(id=item.id) == item else content_of(item)


ITEMS: dict[type[msgspec.Struct], Any] = {
    Accession: _accession,
    Evidence: _evidence,
    Identifier: _identifier,
    Member: _member,
    Person: _person,
    Publication: _publication,
    Site: _site,
    Step: _step,
}
"""How values of sets are told; others by their content."""
