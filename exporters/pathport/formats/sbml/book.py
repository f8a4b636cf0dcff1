"""What has been read of an SBML file so far, and what was not understood."""

from collections.abc import Iterable
from typing import Any

import msgspec
from lxml import etree

from pathport.fidelity.records import Anchor, Mark
from pathport.findings import Finding, Location
from pathport.formats.sbml.annotation import Annotation, line_of, note_texts
from pathport.formats.sbml.refusals import LOST
from pathport.formats.sbml.statements import common_read
from pathport.formats.sbml.titles import Part
from pathport.model.ids import control_id, numbered
from pathport.model.things import (
    Association,
    Compartment,
    Control,
    Module,
    Molecule,
    Process,
    Species,
)

__all__ = ["Book", "Complex", "Modifier"]


class Complex(msgspec.Struct, frozen=True):
    """A complex whose parts are told apart once the whole file is known."""

    species: Species
    title: Part | None
    parts: tuple[str, ...]


class Modifier(msgspec.Struct, frozen=True):
    """A control that may still lack an id, with the marks on its element."""

    control: Control
    marks: tuple[tuple[str, int], ...]
    line: int


class Book:
    """What has been read of a file so far, in file order."""

    def __init__(self, path: str) -> None:
        self.path = path
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
        self.processes: list[Process] = []
        self.modifiers: list[Modifier] = []
        self.associations: list[Association] = []
        self.modules: list[Module] = []

    def lost(self, what: str, line: int, subject: str = "") -> None:
        """Remembers something that the pathway has no place for, or that is not understood."""
        place = Location(path=self.path, line=line, subject=subject)
        self.findings.append(LOST.finding(f"lost in reading: {what}", place=place))

    def begin(self, element: etree._Element, anchor: Anchor) -> Annotation:
        """The annotation of an element that stands for this thing; its marks are kept."""
        self.lines[anchor] = line_of(element)
        metaid = element.get("metaid")
        if metaid is not None:
            self.metaids[metaid] = anchor[1]
        annotation = Annotation(child(element, "annotation"))
        self.marks += [Mark(anchor, text, line) for text, line in annotation.marks]
        return annotation

    def common(self, element: etree._Element, annotation: Annotation) -> dict[str, Any]:
        """What all elements say, as fields of a thing; what nobody took is lost."""
        fields = common_read(annotation)
        name, id_ = element.get("name"), element.get("id") or ""
        texts, marked_up = note_texts(child(element, "notes"))
        line = line_of(element)
        if marked_up:
            self.lost("markup inside notes", line, id_)
        for what in annotation.rest():
            self.lost(what, line, id_)
        return {**fields, "name": name, "notes": tuple(texts)}

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


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The child of an element with this local name; those of a package have core's children."""
    ending = "}" + name
    for it in element:
        if it.tag.endswith(ending):
            return it
    return None
