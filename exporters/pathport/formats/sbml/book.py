"""What has been read of an SBML file so far, and what was not understood."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from typing import Any

import msgspec
from lxml import etree

from pathport.fidelity.records import Anchor, Mark
from pathport.findings import Finding, Location
from pathport.formats.sbml.annotation import (
    Annotation,
    attribute_of,
    line_of,
    name_of,
    note_texts,
    split,
)
from pathport.formats.sbml.refusals import LOST, OF_DIALECTS
from pathport.formats.sbml.statements import common_read
from pathport.formats.sbml.terms import (
    COMPARTMENT_TERM,
    INTERACTOR_TERM,
    OWN_PREFIX,
    PRODUCT_TERM,
    REACTANT_TERM,
    SUBSTRATE_TERM,
    SUBSYSTEM_TERM,
    sbo_term,
)
from pathport.formats.sbml.titles import Part
from pathport.model.ids import control_id, numbered
from pathport.model.parts import Identifier
from pathport.model.things import (
    Association,
    Compartment,
    Control,
    Module,
    Molecule,
    Process,
    Species,
)
from pathport.rules import Rule

__all__ = [
    "ANY",
    "COMMON",
    "FALSE",
    "KNOWN",
    "NOTHING",
    "TRUE",
    "Book",
    "Complex",
    "Family",
    "Known",
    "Modifier",
    "child",
    "name_in",
    "subject_of",
    "term_of",
]


NOTHING: frozenset[str] = frozenset()
SIDE_TERMS = (REACTANT_TERM, PRODUCT_TERM, SUBSTRATE_TERM, INTERACTOR_TERM)
FALSE = frozenset({"false", "0"})
TRUE = frozenset({"true", "1"})
UNITS = frozenset(
    {"dimensionless", "litre", "volume", "area", "metre", "length", "mole", "substance"}
)
"""Units of what is not told, or as the model has them."""
ANY = None
"""An attribute that is read, or that says nothing of biology."""

Known = Mapping[str, Mapping[str, frozenset[str] | None]]
"""By element, attributes and elements inside with the values that need no word; ANY is read."""

COMMON = {"metaid": ANY, "id": ANY, "name": ANY, "sboTerm": ANY}
KNOWN: Known = {
    "model": {
        **COMMON,
        "sboTerm": NOTHING,
        "substanceUnits": ANY,
        "timeUnits": ANY,
        "volumeUnits": ANY,
        "areaUnits": ANY,
        "lengthUnits": ANY,
        "extentUnits": ANY,
        "listOfUnitDefinitions": ANY,
        "listOfCompartments": ANY,
        "listOfSpecies": ANY,
        "listOfReactions": ANY,
        "listOfGroups": ANY,
    },
    "compartment": {
        **COMMON,
        "sboTerm": frozenset({sbo_term(COMPARTMENT_TERM)}),
        "spatialDimensions": ANY,
        "size": ANY,
        "outside": ANY,
        "units": UNITS,
        "constant": TRUE,
    },
    "species": {
        **COMMON,
        "compartment": ANY,
        "initialAmount": frozenset({"0"}),
        "substanceUnits": UNITS,
        "hasOnlySubstanceUnits": FALSE,
        "boundaryCondition": FALSE,
        "constant": FALSE,
    },
    "reaction": {
        **COMMON,
        "reversible": ANY,
        "fast": FALSE,
        "listOfReactants": ANY,
        "listOfProducts": ANY,
        "listOfModifiers": ANY,
    },
    "speciesReference": {
        "metaid": ANY,
        "sboTerm": frozenset(map(sbo_term, SIDE_TERMS)),
        "species": ANY,
        "stoichiometry": ANY,
        "constant": TRUE,
    },
    "modifierSpeciesReference": {**COMMON, "species": ANY},
    "group": {
        **COMMON,
        "sboTerm": frozenset({sbo_term(SUBSYSTEM_TERM)}),
        "kind": frozenset({"partonomy"}),
        "listOfMembers": ANY,
    },
    "sbml": {
        "metaid": ANY,
        "level": ANY,
        "version": ANY,
        "required": ANY,
        "schemaLocation": ANY,
        "model": ANY,
    },
}
"""What is known of SBML's core and of groups."""
INNER = frozenset({"notes", "annotation"})


def _doubtful(
    known: Known, kind: str, names: tuple[str, ...]
) -> tuple[tuple[str, frozenset[str]], ...]:
    """Of an element's attributes, those that may need a word, each with the values that don't."""
    usual = {name: known[kind].get(split(name).local, NOTHING) for name in names}
    return tuple((name, values) for name, values in usual.items() if values is not None)


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


class Book:
    """What has been read of a file so far, in file order."""

    def __init__(self, path: str, *, reversible: bool = False, known: Known = KNOWN) -> None:
        self.path = path
        self.known = known
        self.doubtful = lru_cache(maxsize=2**10)(partial(_doubtful, known))
        self.reversible = reversible
        """Whether a reaction is reversible that does not say so: the default of Level 2."""
        self.findings: list[Finding] = []
        self.marks: list[Mark] = []
        self.lines: dict[Anchor, int] = {}
        self.occurrences: dict[Anchor, Anchor] = {}
        self.implicit: set[str] = set()
        self.metaids: dict[str, str] = {}
        self.part_names: dict[str, str] = {}
        self.about: dict[str, Any] = {}
        self.compartments: list[Compartment] = []
        self.molecules: list[Molecule] = []
        self.species: list[Species] = []
        self.complexes: list[Complex] = []
        self.families: list[Family] = []
        self.processes: list[Process] = []
        self.modifiers: list[Modifier] = []
        self.associations: list[Association] = []
        self.modules: list[Module] = []

    def lost(self, what: str, line: int, subject: str, *, rule: Rule = LOST) -> None:
        """Remembers something that the pathway has no place for, or that is not understood."""
        place = Location(path=self.path, line=line, subject=subject)
        self.findings.append(rule.finding(f"lost in reading: {what}", place=place))

    def lose(self, what: str, element: etree._Element, owner: etree._Element | None = None) -> None:
        """The same, of an element, or of one inside its owner."""
        self.lost(what, line_of(element), subject_of(element if owner is None else owner))

    def attend(self, element: etree._Element, owner: etree._Element | None = None) -> None:
        """Remembers attributes and elements that nobody reads and that say something."""
        kind = name_of(element).local
        known = self.known[kind]
        for name, usual in self.doubtful(kind, tuple(map(str, element.keys()))):
            value = element.get(name)
            if value not in usual:
                self.lose(f'{split(name).local}="{value}"', element, owner)
        for inner in element:
            local = name_of(inner).local
            if local not in known and local not in INNER:
                subject = subject_of(element if owner is None else owner)
                rule = OF_DIALECTS.get(local, LOST)
                self.lost(f"<{local}>", line_of(inner), subject, rule=rule)

    def begin(self, element: etree._Element, anchor: Anchor) -> Annotation:
        """The annotation of an element that stands for this thing; its marks are kept."""
        self.lines[anchor] = line_of(element)
        self.attend(element)
        metaid = element.get("metaid")
        if metaid is not None:
            self.metaids[metaid] = anchor[1]
        annotation = Annotation(child(element, "annotation"))
        annotation.forget_term(element.get("sboTerm") or "")
        self.marks += [Mark(anchor, text, line) for text, line in annotation.marks]
        return annotation

    def common(self, element: etree._Element, annotation: Annotation) -> dict[str, Any]:
        """What all elements say, as fields of a thing; what nobody took is lost."""
        fields = common_read(annotation)
        fields["identifiers"] = tuple(self._sayable(fields["identifiers"], element))
        texts, marked_up = note_texts(child(element, "notes"))
        if marked_up:
            self.lose("markup inside notes", element)
        for what in annotation.rest():
            self.lose(what, element)
        return {**fields, "name": name_in(element), "notes": tuple(texts)}

    def _sayable(
        self, identifiers: Iterable[Identifier], element: etree._Element
    ) -> Iterator[Identifier]:
        """Identifiers but terms of SBO: one that repeats the sboTerm says nothing more."""
        for identifier in identifiers:
            if identifier.id.partition(":")[0] != OWN_PREFIX:
                yield identifier
            elif identifier.id != term_of(element):
                self.lose(f'the identifier "{identifier.id}"', element)

    def inside(self, items: Iterable[etree._Element], owner: etree._Element) -> None:
        """Tells of notes and annotations on elements that are no things of their own."""
        for item in items:
            for inner in item:
                if name_of(inner).local in INNER:
                    self.lose(f"<{name_of(inner).local}>", inner, owner)

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
        self.marks += [Mark(anchor, text, line) for text, line in modifier.marks]
        return msgspec.structs.replace(modifier.control, id=id_)


def _wanted_id(control: Control) -> str:
    sources = " ".join(control.sources.inputs)
    return control_id(control.effect, target=control.target, sources=sources)


def subject_of(element: etree._Element) -> str:
    """An element by its local name and its id."""
    return f"{name_of(element).local} {id_in(element)}".strip()


def id_in(element: etree._Element) -> str:
    """The id of an element, or nothing."""
    return attribute_of(element, "id") or ""


def name_in(element: etree._Element) -> str | None:
    """The name of an element, unless it is empty or repeats the id, as some programs put it in."""
    name = attribute_of(element, "name") or ""
    return name if name.strip() and name != id_in(element) else None


def term_of(element: etree._Element) -> str:
    """The sboTerm of an element as a CURIE, or nothing."""
    return (element.get("sboTerm") or "").lower()


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The child of an element with this local name; those of a package have core's children."""
    return next(element.iterchildren(f"{{*}}{name}"), None)
