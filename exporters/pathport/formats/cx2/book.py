"""What has been read of a network so far, and what of it has no place in a pathway."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from pathport.fidelity.records import Anchor, Mark
from pathport.findings import Finding
from pathport.formats.cx2.columns import READ, Column, fits
from pathport.formats.cx2.entries import entry_read
from pathport.formats.cx2.network import Network, Way
from pathport.formats.cx2.refusals import LOST, TWICE
from pathport.formats.cx2.terms import (
    ALIAS,
    FORM_IDENTIFIERS,
    ID,
    IDENTIFIERS,
    LIST,
    MODULE,
    RECORDS,
    REPRESENTS,
    TEXT,
)
from pathport.model.ids import is_legal_id, legal_id
from pathport.model.parts import Accession, Identifier
from pathport.rules import Rule

__all__ = ["OWN_RECORDS", "Book", "Element"]

OWN_RECORDS = f"{RECORDS}records"
LONGEST = 60
"""As much of a name makes an id."""
SHOWN = 40


class Element(msgspec.Struct, frozen=True):
    """A node, an edge or the network while it is read: its values, and the way to it."""

    what: str
    """What it is called when something of it is lost: ``node 7``."""
    aspect: str
    values: Mapping[str, Any]
    way: Way
    seen: set[str] = set()
    """The columns that were read."""


class Book:
    """What has been read of a network so far."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.findings: list[Finding] = []
        self.unread: Counter[tuple[str, str]] = Counter()
        self.first: dict[tuple[str, str], Way] = {}
        self.marks: list[Mark] = []
        self.ways: dict[Anchor, Way] = {}
        self.homes: dict[tuple[str, str], Anchor] = {}
        self.names: dict[Anchor, str] = {}
        """By construct and the id in the file, the id in the pathway, where it is another."""
        self.given: set[Anchor] = set()
        """The ids that things have in the file."""
        self.taken: set[str] = set()
        self.told: set[str] = set()
        self.reserved: dict[str, str] = {}
        """By name of a node without an id, the id of a molecule of that name."""
        self.modules: dict[str, set[str]] = {}
        """By id of a module as the file has it, its members."""

    # What has no place

    def lose(self, what: str, element: Element, column: str = "") -> None:
        """Tells of something that the pathway has no place for, or that is not understood."""
        self.find(LOST, f"lost in reading: {what}", element, column)

    def find(self, rule: Rule, sentence: str, element: Element, column: str = "") -> None:
        """Tells that an element, or what stands in one of its columns, breaks a rule."""
        way = (*element.way, "v", column) if column else element.way
        place = self.network.place(way, subject=element.what)
        self.findings.append(rule.finding(sentence, place=place))

    def leave(self, element: Element, also: Iterable[str] = ()) -> None:
        """Counts the columns of an element that nobody has read; those of records are none."""
        for column in element.values.keys() - element.seen - set(also):
            if not column.startswith(RECORDS):
                self.unread[element.aspect, column] += 1
                self.first.setdefault((element.aspect, column), element.way)

    def tell_unread(self) -> None:
        """Tells of each column that nobody has read, once."""
        for (aspect, column), number in sorted(self.unread.items()):
            place = self.network.place((*self.first[aspect, column], "v", column))
            of = f" of {number} {aspect}" if aspect != "networkAttributes" else " of the network"
            sentence = f'lost in reading: the column "{column}"{of}'
            self.findings.append(LOST.finding(sentence, place=place))

    # Columns

    def value(self, element: Element, column: str, type_: str = TEXT) -> Any:
        """What stands in a column if it is of this type; nothing for an empty text or list.

        A text is a list of one, and a list of one a text, for other programs, and a view of
        influences, have lists where they need them alone.
        """
        if column not in element.values:
            return None
        element.seen.add(column)
        value = element.values[column]
        if type_ == LIST and isinstance(value, str):
            value = [value] if value else []
        if type_ == TEXT and isinstance(value, list) and len(value) == 1:
            value = value[0]
        if not fits(value, type_):
            shown = msgspec.json.encode(value).decode()[:SHOWN]
            self.lose(f'{shown} in the column "{column}"', element, column)
            return None
        return value if value not in ("", []) else None

    def fields(self, element: Element, columns: Iterable[Column]) -> dict[str, Any]:
        """The fields that these columns hold."""
        found: dict[str, Any] = {}
        for column in columns:
            if column.name not in element.values:
                continue
            value = self.value(element, column.name, column.type)
            if value is None:
                continue
            read = list(self._read(element, column, value if column.type == LIST else [value]))
            if column.type == LIST:
                found[column.field] = (*found.get(column.field, ()), *read)
            elif read:
                found.setdefault(column.field, read[0])
        return found

    def _read(self, element: Element, column: Column, values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            try:
                yield column.read(value)
            except ValueError:
                self.lose(
                    f'{str(value)[:SHOWN]!r} in the column "{column.name}"', element, column.name
                )

    def of(self, element: Element, construct: str) -> dict[str, Any]:
        """The fields of a construct, whose columns have names of their own in other programs."""
        return self.fields(element, READ[construct])

    def entries(
        self, element: Element, columns: Iterable[str] = (REPRESENTS, ALIAS, IDENTIFIERS)
    ) -> dict[str, tuple[Any, ...]]:
        """Identifiers and accessions that these columns hold."""
        texts: list[str] = []
        for column in filter(element.values.__contains__, columns):
            told = self.value(element, column, TEXT if column == REPRESENTS else LIST)
            texts += [told] if isinstance(told, str) else told or []
        entries = [entry_read(it) for it in texts if it.strip()]
        return {
            "identifiers": tuple(it for it in entries if isinstance(it, Identifier)),
            "accessions": tuple(it for it in entries if isinstance(it, Accession)),
        }

    def form_entries(self, element: Element) -> dict[str, tuple[Any, ...]]:
        """The same of a species beside its molecule."""
        return self.entries(element, (FORM_IDENTIFIERS,))

    # Things

    def reserve(self, ids: Iterable[Any]) -> None:
        """Takes note of ids that a file tells, lest one that is made is one of them."""
        self.told |= {it.lower() for it in ids if isinstance(it, str)}

    def named(self, construct: str, given: str, element: Element | None = None) -> str:
        """The id for a thing that a file gives one: this, where it is legal and nothing has it.

        What names the id means the first of its construct that has it; another is named.
        """
        if element is not None and (construct, given) in self.given:
            id_ = self.free(given)
            sentence = f'the {construct} "{given}" is there already: {element.what} is "{id_}"'
            self.find(TWICE, sentence, element, ID)
            return id_
        self.given.add((construct, given))
        legal = is_legal_id(given) and given.lower() not in self.taken
        id_ = given if legal else self.free(given)
        self.taken.add(id_.lower())
        if id_ != given:
            self.names.setdefault((construct, given), id_)
        return id_

    def free(self, wanted: str) -> str:
        """A legal id like this one that nothing has, and that the file gives to nothing."""
        legal = wanted if is_legal_id(wanted) else legal_id(wanted[:LONGEST].strip() or "unnamed")
        found, number = legal, 2
        while found.lower() in self.taken or found.lower() in self.told:
            found, number = f"{legal}_{number}", number + 1
        self.taken.add(found.lower())
        return found

    def stands(self, anchor: Anchor, element: Element, column: str = OWN_RECORDS) -> None:
        """Remembers where a thing stands, and the records on its element."""
        self.ways.setdefault(anchor, element.way)
        texts = element.values.get(column)
        if isinstance(texts, list):
            line = self.network.line(element.way) if texts else 0
            self.marks += [Mark(anchor, it, line) for it in texts if isinstance(it, str)]

    def in_modules(self, element: Element, id_: str) -> None:
        """Remembers which modules a thing is in."""
        for module in self.value(element, MODULE, LIST) or ():
            self.modules.setdefault(module, set()).add(id_)
