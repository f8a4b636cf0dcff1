"""What has been read of an SBML file so far, and what was not understood."""

import enum
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import count
from typing import Any, NamedTuple, TypeVar

import msgspec
from lxml import etree

from pathport.fidelity.records import Anchor, Mark
from pathport.formats.sbml.annotation import Annotation, line_of
from pathport.formats.sbml.drawings import Drawings
from pathport.formats.sbml.elements import annotation_of, child, id_in, name_in, term_of
from pathport.formats.sbml.families import FamilyTerm
from pathport.formats.sbml.known import FALSE, KNOWN, TRUE, Known
from pathport.formats.sbml.note_texts import note_texts
from pathport.formats.sbml.statements import common_read
from pathport.formats.sbml.terms import NARROWER, OWN_PREFIX, nearest
from pathport.formats.sbml.titles import Part
from pathport.formats.sbml.unread import AGAIN, Unread
from pathport.model.formula_words import WORDS
from pathport.model.ids import control_id, numbered
from pathport.model.parts import Identifier
from pathport.model.quantities import Coefficient, Measures, Start
from pathport.model.things import (
    Association,
    Compartment,
    Control,
    Module,
    Molecule,
    Process,
    Species,
)
from pathport.terms import Terms

__all__ = ["Book", "Complex", "Family", "Modifier", "NamedPart", "Unjoined"]


K = TypeVar("K", bound=enum.Enum)


class Complex(msgspec.Struct, frozen=True):
    """A complex whose parts are told apart once the whole file is known."""

    species: Species
    title: Part | None
    """The systematic name, where it is told as such: a label that people read tells no order."""
    parts: tuple[str, ...]
    ordered: tuple[str, ...]
    """The parts in the order of the title, as far as they are told in one."""


class Family(msgspec.Struct, frozen=True):
    """A molecule that is one of several others, known by their terms once the file is read."""

    molecule: int
    """Where it stands among the molecules."""
    species: str
    members: tuple[str, ...]


class Modifier(msgspec.Struct, frozen=True):
    """A control that may still lack an id, with the marks on its element."""

    control: Control
    marks: tuple[tuple[str, int], ...]
    line: int
    reaction: str = ""
    """The reaction that it stands in, for drawings of reactions."""


class Unjoined(NamedTuple):
    """Controls that a file joins nobody knows how: which is lost unless a record says how."""

    what: str
    line: int
    subject: str
    controls: tuple[str, ...]
    """Their ids, as far as they have some."""


class NamedPart(NamedTuple):
    """What takes part with an id of which nothing is said by it."""

    line: int
    id: str
    subject: str


class Book(Unread):
    """What has been read of a file so far, in file order."""

    def __init__(
        self, path: str, *, level_2: bool = False, known: Known = KNOWN, content: bytes = b""
    ) -> None:
        super().__init__(path, known)
        self.level_2 = level_2
        """Whether what a file does not say is said by the defaults of Level 2."""
        self.content = content
        self.numbers: dict[str, list[tuple[Any, int]]] = defaultdict(list)
        """Quantities by their field, each with its line."""
        self.infinite: list[tuple[Start, str, int]] = []
        """What is infinite at the start, with the attribute that says so and its line."""
        self.number_lines: dict[tuple[str, str], int] = {}
        """By field and key of a quantity, its line."""
        self.measures = Measures()
        self.conversion: str | None = None
        self.named_parts: dict[str, Coefficient] = {}
        """By id, coefficients that are parts of one of the pathway, or none, and so parameters."""
        self.unjoined: list[Unjoined] = []
        self.unnamed_parts: list[NamedPart] = []
        """Participants with an id of which nothing is said by it."""
        self.unnamed_modifiers: list[NamedPart] = []
        """Modifiers with an id that are no controls of their own."""
        self.made_ids: set[str] = set()
        self.words: set[str] = set()
        """Ids that mean something else in formulas, and are named there."""
        self.marks: list[Mark] = []
        self.lines: dict[Anchor, int] = {}
        self.occurrences: dict[Anchor, Anchor] = {}
        self.homes: dict[tuple[str, str], Anchor] = {}
        self.implicit: set[str] = set()
        self.metaids: dict[str, str] = {}
        self.ids: Counter[Anchor] = Counter()
        self.part_names: dict[str, str] = {}
        self.about: dict[str, Any] = {}
        self.compartments: list[Compartment] = []
        self.molecules: list[Molecule] = []
        self.species: list[Species] = []
        self.complexes: list[Complex] = []
        self.families: list[Family] = []
        self.classes: list[FamilyTerm] = []
        """The sboTerms of families, which say what their members are."""
        self.processes: list[Process] = []
        self.modifiers: list[Modifier] = []
        self.associations: list[Association] = []
        self.modules: list[Module] = []
        self.acting: dict[str, list[str]] = defaultdict(list)
        """By id of a reaction, the controls that its modifiers are, once they have ids."""
        self.drawings = Drawings()

    def own_id(self, construct: str, element: etree._Element) -> str:
        """The id of an element; one that an element before it has, or none, with a number."""
        id_ = id_in(element)
        self.ids[construct, id_] += 1
        number = self.ids[construct, id_]
        return id_ if number == 1 else f"{id_}{AGAIN}{number}"

    def begin(self, element: etree._Element, anchor: Anchor) -> Annotation:
        """The annotation of an element that stands for this thing; its marks are kept."""
        self.lines[anchor] = line_of(element)
        self.attend(element)
        metaid = element.get("metaid")
        if metaid is not None:
            self.metaids[metaid] = anchor[1]
        annotation = annotation_of(element)
        annotation.forget_term(element.get("sboTerm") or "")
        self.marks += [Mark(anchor, text, line) for text, line in annotation.marks]
        return annotation

    def common(self, element: etree._Element, annotation: Annotation) -> dict[str, Any]:
        """What all elements say, as fields of a thing; what nobody took is lost."""
        fields = common_read(annotation)
        fields["identifiers"] = tuple(self._sayable(fields["identifiers"], element))
        notes = self.notes(element)
        self.rest(annotation, element)
        return {**fields, "name": name_in(element), "notes": notes}

    def notes(self, element: etree._Element) -> tuple[str, ...]:
        """The texts of an element's notes; what else they hold is lost."""
        texts, lost = note_texts(child(element, "notes"))
        for what in lost:
            self.lose(what, element)
        return tuple(texts)

    def _sayable(
        self, identifiers: Iterable[Identifier], element: etree._Element
    ) -> Iterator[Identifier]:
        """Identifiers but terms of SBO: one that repeats the sboTerm says nothing more."""
        for identifier in identifiers:
            if identifier.id.partition(":")[0] != OWN_PREFIX:
                yield identifier
            elif identifier.id != term_of(element):
                self.lose(f'the identifier "{identifier.id}"', element)

    def meaning(self, table: Terms[K, str], element: etree._Element) -> K | None:
        """What the sboTerm of an element means; one that means more, or nothing, is lost."""
        term = term_of(element)
        known = nearest(table, term)
        if known is None and term:
            self.lose(f'sboTerm="{term}"', element)
        elif known is not None and (table.key(term) is None or term in NARROWER):
            self.lose_term(element, known)
        return known

    def truth(
        self,
        element: etree._Element,
        name: str,
        owner: etree._Element | None = None,
        *,
        silence: bool = False,
    ) -> bool:
        """The truth value of an attribute; what is none is lost, and says what silence says."""
        text = element.get(name)
        if text is not None and text.strip() not in TRUE | FALSE:
            self.lose(f'{name}="{text}" (read as {str(silence).lower()})', element, owner)
            return silence
        return silence if text is None else text.strip() in TRUE

    def keep(self, field: str, value: Any, element: etree._Element) -> None:
        """Keeps a quantity, with its place."""
        self.numbers[field].append((value, line_of(element)))

    def is_taken(self, id_: str) -> bool:
        """Whether something in the file has this id, whatever its case."""
        return id_ in self.made_ids or f'"{id_}"'.lower().encode() in self._lower

    @cached_property
    def _lower(self) -> bytes:
        return self.content.lower().replace(b"'", b'"')

    def nameable(self, id_: str) -> str:
        """An id as formulas name it; whatever is called like a word of theirs is renamed."""
        if id_ not in WORDS:
            return id_
        self.words.add(id_)
        return f"_{id_}"

    def free_id(self, base: str) -> str:
        """An id that nothing in the file has."""
        id_ = next(it for n in count(1) if not self.is_taken(it := f"{base}_{n}"))
        self.made_ids.add(id_)
        return id_

    def named(self, references: Iterable[str], line: int, subject: str) -> list[str]:
        """The ids of the elements that references to metaids mean, once all are read."""
        found = []
        for reference in references:
            id_ = self.metaids.get(reference.removeprefix("#"))
            if id_ is None:
                self.lost(f'a reference to "{reference}"', line, subject)
            else:
                found.append(id_)
        return found

    def controls(self) -> list[Control]:
        """All controls, each with an id; their marks and lines are told now."""
        given = [m.control.id for m in self.modifiers if m.control.id]
        things = (*self.compartments, *self.species, *self.processes, *self.associations)
        taken = {*given, *(it.id for it in (*things, *self.modules))}
        taken |= {it.species.id for it in self.complexes}
        wanted = {
            f"{number:09d}": _wanted_id(modifier.control)
            for number, modifier in enumerate(self.modifiers)
            if not modifier.control.id
        }
        ids = numbered(wanted, taken)
        return [
            self._with_id(modifier, ids.get(f"{number:09d}", modifier.control.id))
            for number, modifier in enumerate(self.modifiers)
        ]

    def _with_id(self, modifier: Modifier, id_: str) -> Control:
        anchor = ("control", id_)
        self.lines[anchor] = modifier.line
        self.acting[modifier.reaction].append(id_)
        self.marks += [Mark(anchor, text, line) for text, line in modifier.marks]
        return msgspec.structs.replace(modifier.control, id=id_)


def _wanted_id(control: Control) -> str:
    sources = " ".join(control.sources.inputs)
    return control_id(control.effect, target=control.target, sources=sources)
