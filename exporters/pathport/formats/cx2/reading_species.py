"""The species and molecules that nodes tell of.

Nodes with one id are one species, drawn several times; the first of them tells of it. What nodes
say of one molecule must agree; a node that says otherwise has a molecule of its own.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from pathport.formats.cx2.book import OWN_RECORDS, Book, Element
from pathport.formats.cx2.columns import OF_MOLECULE as MOLECULES
from pathport.formats.cx2.columns import READ
from pathport.formats.cx2.entries import Entry, entry_read
from pathport.formats.cx2.labels import is_of_state, species_name
from pathport.formats.cx2.refusals import AGAIN, APART
from pathport.formats.cx2.terms import (
    ALIAS,
    COMPARTMENT,
    COMPONENTS,
    CONSTRUCT,
    FORM_IDENTIFIERS,
    IDENTIFIERS,
    KIND,
    LIST,
    LOCATION,
    MEMBER,
    MOLECULE,
    NAME,
    RECORDS,
    REPRESENTS,
    TYPE,
)
from pathport.model.enumerations import Kind
from pathport.model.parts import Component, Identifier, Member
from pathport.model.things import Form, Molecule, Species

__all__ = ["Place", "SpeciesReader"]

OF_MOLECULE = f"{RECORDS}molecule"
SHOWN = 40
OF_MOLECULES = frozenset({TYPE, REPRESENTS, ALIAS, IDENTIFIERS, *(it.name for it in MOLECULES)})
"""The columns of what a node says of its molecule."""
KNOWN = frozenset(
    {NAME, MEMBER, FORM_IDENTIFIERS, LOCATION, COMPARTMENT}
    | OF_MOLECULES
    | {it.name for form in ("single", "species") for it in READ[form]}
)
"""The columns of what a node says of its species."""


class Single(msgspec.Struct, frozen=True):
    """A molecule as one node tells of it: its id in the file, or nothing, and what it says."""

    key: str | None
    wanted: str
    content: Molecule
    element: Element
    column: str


class Place(msgspec.Struct, frozen=True):
    """Where a node says that its species is: the name of a compartment, and its id in the file."""

    name: str | None
    id: str | None
    element: Element


class SpeciesReader:
    """The species of a network so far, and what their nodes say of molecules."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.species: dict[str, Species] = {}
        self.names: dict[str, str] = {}
        """What the nodes of species are called."""
        self.singles: list[Single] = []
        self.single_of: dict[str, int] = {}
        """By id of a species, the number of its molecule among those that nodes tell of."""
        self.molecules: dict[str, Molecule] = {}
        self.own: set[str] = set()
        """The species of files of pathport, whose names were made of their states."""
        self.places: dict[str, Place] = {}
        """By id of a species, where its node says that it is."""
        self.parts: dict[int, list[str]] = {}
        """By number of a molecule of another program, what it is made of or stands for."""

    def read(self, id_: str, element: Element, original: dict[str, str]) -> None:
        """A species by its first node."""
        book = self.book
        form = _form(element)
        name = book.value(element, NAME)
        found: dict[str, Any] = dict(original)
        if form is Form.SINGLE:
            found |= book.of(element, "single") | book.form_entries(element)
            self._put_aside(id_, element, found.pop("molecule", None), name)
        else:
            element.seen.add(TYPE)
            found |= book.of(element, "species") | book.entries(element)
        element.seen.add(MEMBER)
        place = Place(book.value(element, LOCATION), book.value(element, COMPARTMENT), element)
        if place.name is not None or place.id is not None:
            self.places[id_] = place
        self.species[id_] = Species(id=id_, form=form, **found)
        if name is not None:
            self.names[id_] = name
        if CONSTRUCT in element.values:
            self.own.add(id_)
        book.stands(("species", id_), element)
        book.leave(element)

    def read_again(self, first: Element, element: Element) -> None:
        """One more node of a species: it is where the species is drawn too, and tells no more."""
        book = self.book
        for column in sorted(KNOWN & element.values.keys()):
            told, own = first.values.get(column), element.values[column]
            if own not in (told, "", []):
                sentence = (
                    f'{element.what} says {_shown(own)} in the column "{column}" where '
                    f"{first.what} of the same species says {_shown(told)}"
                )
                book.find(AGAIN, sentence, element, column)
        book.leave(element, also=KNOWN)

    def read_molecule(self, id_: str, element: Element, original: dict[str, str]) -> None:
        """A molecule that has a node of its own."""
        book = self.book
        name = book.value(element, NAME)
        found: dict[str, Any] = dict(original)
        found |= {"kind": self._kind(element), "name": name if name != id_ else None}
        found |= book.of(element, "molecule") | book.entries(element)
        content = Molecule(id="", **found)
        self.molecules[id_] = msgspec.structs.replace(content, id=id_)
        self.singles.append(Single(id_, id_, content, element, OWN_RECORDS))
        book.stands(("molecule", id_), element)
        book.leave(element, also={MEMBER})

    def _kind(self, element: Element) -> Kind:
        word = self.book.value(element, TYPE)
        if word is None:
            return Kind.UNKNOWN
        kind = KIND.key(word) or KIND.key(word.lower())
        if kind is None:
            self.book.lose(f'"{word[:40]}" in the column "{TYPE}"', element, TYPE)
        return kind or Kind.UNKNOWN

    def _put_aside(self, id_: str, element: Element, key: str | None, name: str | None) -> None:
        """What the node of a species says of its molecule, which gets its id when all are known."""
        book = self.book
        found: dict[str, Any] = {"kind": self._kind(element)}
        found |= book.of(element, "molecule") | book.entries(element)
        if key is None and name is not None:
            found.setdefault("name", name)
        self.single_of[id_] = len(self.singles)
        wanted = name or id_
        members = book.value(element, MEMBER, LIST)
        if CONSTRUCT not in element.values and members:
            self.parts[len(self.singles)] = members
        self.singles.append(Single(key, wanted, Molecule(id="", **found), element, OF_MOLECULE))

    # When all nodes are read

    def finish(self) -> None:
        """Gives molecules their ids, and species the names that they would not have anyway."""
        ids = list(self._joined())
        for id_, number in self.single_of.items():
            self._change(id_, molecule=ids[number])
        for number, texts in self.parts.items():
            self._add_parts(ids[number], texts, self.singles[number].element)
        named = [it for species in self.species.values() for it in _molecules(species.components)]
        named += [it.molecule for known in self.molecules.values() for it in known.members]
        for name in dict.fromkeys(named):
            if name not in self.molecules and ("molecule", name) not in self.book.names:
                id_ = self.book.named("molecule", name)
                self.molecules[id_] = Molecule(id=id_)
        for id_, name in self.names.items():
            species = self.species[id_]
            molecule = self.molecules.get(species.molecule or "")
            own = id_ in self.single_of and self.singles[self.single_of[id_]].key is None
            if own and molecule is not None and molecule.name == name:
                continue
            if name == species_name(species, self.molecules):
                continue
            if id_ not in self.own or not is_of_state(name, species, self.molecules):
                self._change(id_, name=name)

    def put(self, id_: str, compartment: str | None) -> None:
        """Puts a species in a compartment."""
        self._change(id_, compartment=compartment)

    def _add_parts(self, id_: str, texts: list[str], element: Element) -> None:
        """The members of a family, or the parts of a complex by name, as NDEx tells them."""
        whole = self.molecules[id_]
        if whole.kind not in (Kind.FAMILY, Kind.COMPLEX) or whole.members:
            self.book.lose(f'the column "{MEMBER}" of a {whole.kind.value}', element, MEMBER)
            return
        known: dict[Entry, str] = {
            it: part.id for part in self.molecules.values() for it in part.identifiers
        }
        members: list[Member] = []
        for text in dict.fromkeys(texts):
            entry = entry_read(text)
            if entry not in known:
                known[entry] = self._add_part(text, entry)
            members.append(Member(molecule=known[entry]))
        self.molecules[id_] = msgspec.structs.replace(whole, members=tuple(members))

    def _add_part(self, text: str, entry: Entry) -> str:
        """A molecule of which no more is known than how another one names it."""
        name = text.rpartition(":")[2]
        id_ = self.book.free(name)
        told: dict[str, Any] = {}
        if isinstance(entry, Identifier):
            told["identifiers"] = (entry,)
        elif name != text:
            told["accessions"] = (entry,)
        self.molecules[id_] = Molecule(id=id_, name=name, **told)
        return id_

    def _change(self, id_: str, **changes: Any) -> None:
        self.species[id_] = msgspec.structs.replace(self.species[id_], **changes)

    def _joined(self) -> Iterator[str]:
        """The ids of the molecules that nodes tell of, one for all that say the same of one."""
        made: dict[tuple[str | None, Molecule], str] = {}
        firsts: dict[str, tuple[str, Single]] = {}
        keys = {it.key for it in self.singles if it.column == OWN_RECORDS}
        for single in self.singles:
            told = single.key or single.content.name or single.content.identifiers
            known = made.get((single.key, single.content)) if told else None
            if known is None:
                known = self._id(single, keys)
                made[single.key, single.content] = known
                if single.column != OWN_RECORDS:
                    apart = single.key if single.key in firsts else None
                    name = single.content.name or apart
                    content = msgspec.structs.replace(single.content, id=known, name=name)
                    self.molecules[known] = content
                    self.book.stands(("molecule", known), single.element, single.column)
                keys.add(single.key)
                if single.key is not None:
                    first = firsts.setdefault(single.key, (known, single))
                    if first[1] is not single:
                        self._tell_apart(single, known, *first)
            yield known

    def _tell_apart(self, single: Single, id_: str, known: str, first: Single) -> None:
        """Names a molecule that was made because nodes of another one do not agree."""
        columns = [
            column
            for column in sorted(OF_MOLECULES)
            if single.element.values.get(column) != first.element.values.get(column)
        ]
        shown = ", ".join(columns)
        sentence = (
            f'{single.element.what} and {first.element.what} differ in what the molecule "{known}" '
            f'is ({shown}): that of {single.element.what} is "{id_}"'
        )
        self.book.find(APART, sentence, single.element, columns[0] if columns else "")

    def _id(self, single: Single, keys: set[str | None]) -> str:
        if single.column == OWN_RECORDS:
            return single.wanted
        if single.key is None:
            reserved = self.book.reserved.pop(single.wanted, None)
            return reserved or self.book.free(single.wanted)
        if single.key in keys:
            return self.book.free(single.key)
        return self.book.named("molecule", single.key)


def _shown(value: Any) -> str:
    return "nothing" if value is None else msgspec.json.encode(value).decode()[:SHOWN]


def _form(element: Element) -> Form:
    """What a node of a species is; that of another program is one molecule."""
    values = element.values
    molecule, type_ = values.get(MOLECULE), values.get(TYPE)
    if isinstance(molecule, str) and molecule:
        return Form.SINGLE
    if isinstance(values.get(COMPONENTS), str):
        return Form.COMPLEX
    forms = {it.value: it for it in (Form.SET, Form.COMPLEX)} if CONSTRUCT in values else {}
    return forms.get(type_, Form.SINGLE) if isinstance(type_, str) else Form.SINGLE


def _molecules(parts: Iterable[Component]) -> Iterator[str]:
    for part in parts:
        if part.molecule is not None:
            yield part.molecule
        yield from _molecules(part.components)
