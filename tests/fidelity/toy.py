"""A small format to test records with: a list of cards, each an object with what it says natively.

It lacks what real formats lack. Molecules have no card: a species tells its molecule's name, kind
(an ion is a small molecule to it) and identifiers, a part of a complex only its molecule's name,
in capitals. A control with several sources is as many cards. A species must be somewhere. Texts
are said without blanks around them. What it can't say at all: evidence, states, controls on
controls, influences, associations, modules.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from pathport.fidelity.measure import Belonging, Marks
from pathport.fidelity.reading import Reading
from pathport.fidelity.records import Anchor, Mark
from pathport.formats import Options, Read, Written
from pathport.formats.native import read_whole, write_whole
from pathport.model.enumerations import Effect, Kind, ProcessType
from pathport.model.parts import Component, Gate, Identifier, Participant
from pathport.model.pathway import Pathway
from pathport.model.things import Compartment, Control, Form, Molecule, Process, Species, Thing

__all__ = ["Card", "cards", "file_of", "read", "read_native", "stripped", "write"]

NOWHERE = "somewhere"
COARSE = {Kind.ION: Kind.SMALL_MOLECULE, Kind.DNA: Kind.GENE}
EFFECTS = {Effect.TRIGGER: Effect.STIMULATION, Effect.NECESSARY_STIMULATION: Effect.STIMULATION}


class Card(msgspec.Struct, omit_defaults=True):
    """An object of a file."""

    construct: str
    id: str
    says: dict[str, Any] = {}
    marks: list[str] = []


def file_of(file: list[Card]) -> bytes:
    """The file of these cards."""
    return msgspec.json.encode(file)


def cards(file: bytes) -> list[Card]:
    """The cards of a file."""
    return msgspec.json.decode(file, type=list[Card])


def stripped(file: bytes) -> bytes:
    """The file without records."""
    return file_of([Card(card.construct, card.id, card.says) for card in cards(file)])


# Writing


def write(pathway: Pathway, options: Options = Options()) -> Written:  # noqa: B008 - a frozen value
    return write_whole(
        pathway, options, write=write_native, read=read_native, belongings=belongings
    )


def write_native(pathway: Pathway, marks: Marks, options: Options) -> bytes:
    molecules = {molecule.id: molecule for molecule in pathway.molecules}
    file = [Card("pathway", "", {"id": pathway.id} | _common(pathway))]
    file += [Card("compartment", it.id, _common(it)) for it in pathway.compartments]
    if any(species.compartment is None for species in pathway.species):
        file.append(Card("compartment", _nowhere(pathway)))
    file += [Card("species", it.id, _species(it, pathway, molecules)) for it in pathway.species]
    file += [Card("process", it.id, _process(it)) for it in pathway.processes]
    file += [card for it in pathway.controls for card in _modifiers(it, pathway)]
    for card in file:
        card.marks = list(marks.at(card.construct, card.id))
    return file_of(file)


def _nowhere(pathway: Pathway) -> str:
    id_ = NOWHERE
    while id_ in {thing.id for _, thing in pathway.things()} | {pathway.id}:
        id_ += "_"
    return id_


def _common(thing: Thing) -> dict[str, Any]:
    told = {
        "name": thing.name.strip() if thing.name else None,
        "notes": [note.strip() for note in thing.notes],
        "identifiers": [it.id for it in thing.identifiers],
    }
    return {field: value for field, value in told.items() if value}


def _species(
    species: Species, pathway: Pathway, molecules: Mapping[str, Molecule]
) -> dict[str, Any]:
    told = _common(species) | {"place": species.compartment or _nowhere(pathway)}
    molecule = molecules.get(species.molecule or "")
    if molecule is not None:
        kind = COARSE.get(molecule.kind, molecule.kind)
        told["molecule"] = _common(molecule) | {"kind": kind.value}
    elif species.form is Form.COMPLEX:
        told["parts"] = [
            [(molecules[part.molecule].name or part.molecule).strip().upper(), part.count]
            for part in species.components
            if part.molecule is not None
        ]
    else:
        told["members"] = list(species.members)
    return told


def _process(process: Process) -> dict[str, Any]:
    return _common(process) | {
        "type": process.type.value,
        "inputs": {it.species: max(1, int(it.coefficient)) for it in process.inputs},
        "outputs": {it.species: max(1, int(it.coefficient)) for it in process.outputs},
        "reversible": process.reversible,
    }


def _modifiers(control: Control, pathway: Pathway) -> list[Card]:
    sources = list(control.sources.species())
    if control.target not in {process.id for process in pathway.processes} or not sources:
        return []
    effect = EFFECTS.get(control.effect, control.effect).value
    told = _common(control) if len(sources) == 1 else {}
    ids = _parts(control)
    return [
        Card("control", ids[it], told | {"on": control.target, "by": it, "effect": effect})
        for it in sources
    ]


def _parts(control: Control) -> dict[str, str]:
    """The id of the card of each source; those of a joint control are of no pathway."""
    sources = list(control.sources.species())
    if len(sources) == 1:
        return {sources[0]: control.id}
    return {source: f"{control.id}.{source}" for source in sources}


def belongings(pathway: Pathway) -> dict[Anchor, Belonging]:
    found: dict[Anchor, Belonging] = {}
    processes = {process.id for process in pathway.processes}
    for species in pathway.species:
        if species.molecule is not None:
            found["molecule", f"~{species.id}"] = Belonging(species.molecule)
        parts = [part.molecule for part in species.components if part.molecule is not None]
        for number, molecule in enumerate(parts):
            found["molecule", f"~{species.id}.{number}"] = Belonging(molecule)
    for control in pathway.controls:
        parts_ = _parts(control).values()
        if control.target in processes and len(parts_) > 1:
            found |= {("control", id_): Belonging(control.id, len(parts_)) for id_ in parts_}
    return found


# Reading


def read(content: bytes, *, path: str = "") -> Read:
    return read_whole(content, path=path, read=read_native)


def read_native(content: bytes, *, path: str = "") -> Reading:
    book = _Book()
    for line, card in enumerate(cards(content), start=1):
        book.take(card, line)
    return book.reading()


class _Book:
    def __init__(self) -> None:
        self.found: dict[str, list[Any]] = {
            name: [] for name in ("compartments", "molecules", "species", "processes", "controls")
        }
        self.about: dict[str, Any] = {"id": "P"}
        self.marks: list[Mark] = []
        self.occurrences: dict[Anchor, Anchor] = {}
        self.lines: dict[Anchor, int] = {}

    def take(self, card: Card, line: int) -> None:
        anchor = (card.construct, card.id)
        self.marks += [Mark(anchor, text, line) for text in card.marks]
        self.lines[anchor] = line
        getattr(self, card.construct)(card)

    def reading(self) -> Reading:
        things: dict[str, Any] = {name: tuple(found) for name, found in self.found.items()}
        return Reading(
            pathway=Pathway(**self.about, **things),
            marks=tuple(self.marks),
            occurrences=self.occurrences,
            lines=self.lines,
        )

    def pathway(self, card: Card) -> None:
        self.about = _said(card.says) | {"id": card.says.get("id", "P")}

    def compartment(self, card: Card) -> None:
        self.found["compartments"].append(Compartment(id=card.id, **_said(card.says)))

    def species(self, card: Card) -> None:
        what: dict[str, Any] = _said(card.says) | {"compartment": card.says.get("place")}
        if (molecule := card.says.get("molecule")) is not None:
            kind = Kind(molecule.get("kind", "unknown"))
            what["molecule"] = self.seen(card, f"~{card.id}", kind=kind, **_said(molecule))
        elif (members := card.says.get("members")) is not None:
            what |= {"form": Form.SET, "members": tuple(members)}
        else:
            what |= {"form": Form.COMPLEX, "components": self.parts(card)}
        self.found["species"].append(Species(id=card.id, **what))

    def parts(self, card: Card) -> tuple[Component, ...]:
        return tuple(
            Component(molecule=self.seen(card, f"~{card.id}.{number}", name=name), count=count)
            for number, (name, count) in enumerate(card.says.get("parts", ()))
        )

    def seen(self, card: Card, native: str, **says: Any) -> str:
        self.found["molecules"].append(Molecule(id=native, **says))
        self.occurrences["molecule", native] = (card.construct, card.id)
        return native

    def process(self, card: Card) -> None:
        sides: dict[str, Any] = {
            side: tuple(
                Participant(species=id_, coefficient=number)
                for id_, number in card.says.get(side, {}).items()
            )
            for side in ("inputs", "outputs")
        }
        process = Process(
            id=card.id,
            type=ProcessType(card.says.get("type", "process")),
            reversible=card.says.get("reversible", False),
            **sides,
            **_said(card.says),
        )
        self.found["processes"].append(process)

    def control(self, card: Card) -> None:
        if "." in card.id:
            self.occurrences["control", card.id] = ("control", card.id)
        sources = (card.says["by"],) if "by" in card.says else ()
        control = Control(
            id=card.id,
            target=card.says.get("on"),
            effect=Effect(card.says.get("effect", "modulation")),
            sources=Gate(inputs=sources),
            **_said(card.says),
        )
        self.found["controls"].append(control)


def _said(says: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": says.get("name"),
        "notes": tuple(says.get("notes", ())),
        "identifiers": tuple(Identifier(id=it) for it in says.get("identifiers", ())),
    }
