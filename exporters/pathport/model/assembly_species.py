"""The species of a document: those with an entry, and those that are only spelled where they act.

Each text is read once. Until all are read, a species goes by its key: its written id, or its normal
spelling; then the keys get their ids, in normal order, so that the order of parts does not matter.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from pathport.model import entry_rules as rules
from pathport.model.assembly_values import Values, numbered_paths
from pathport.model.entries import Entry, SpeciesEntry
from pathport.model.faults import shown
from pathport.model.ids import numbered, spelled_id
from pathport.model.notation import (
    GateTerm,
    NotationError,
    ProcessTerm,
    SpeciesTerm,
    is_spellable,
    parse_gate,
    parse_process,
    parse_species,
    spell_species,
)
from pathport.model.parts import Gate, Number, Participant, plain_number
from pathport.model.slips import Path
from pathport.model.things import Form, Species

__all__ = ["KeyedProcess", "Origin", "SpeciesBook"]

ARROW = re.compile(r"\s+(<?->)\s+")
PLUS = re.compile(r" \+ ")
PLUS_WIDTH = 3
COEFFICIENT = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s+(?=[A-Za-z_(0-9])(?![0-9]+\s*[^0-9*\s])")
Term = tuple[Number, str]


class Origin(NamedTuple):
    """Where a species was first written: a path and a column in the text there (0: an entry)."""

    path: Path
    column: int


class KeyedProcess(NamedTuple):
    """A process with the keys of its species."""

    inputs: tuple[Term, ...]
    outputs: tuple[Term, ...]
    reversible: bool


class SpeciesBook:
    """All species of a document, by key."""

    def __init__(self, entries: dict[str, SpeciesEntry], values: Values) -> None:
        self.entries = entries
        self.values = values
        self.written: dict[str, Species] = {}
        self.by_spelling: dict[str, list[str]] = defaultdict(list)
        self.spelled: dict[str, Species] = {}
        self.keys: dict[str, str] = {}
        self.origins: dict[str, Origin] = {}
        self.participating: set[str] = set()
        self.known_ids: dict[str, str] = {}
        self.members: dict[str, tuple[str, ...]] = {}

    def is_written(self, id_: str) -> bool:
        """Whether a species has an entry under this id."""
        return id_ in self.entries

    # Entries

    def read_entries(self) -> None:
        """Reads what each entry says that it is; notes the spellings that mean one of them."""
        for id_, entry in self.entries.items():
            species = self.body(entry, ("species", id_))
            self.written[id_] = species
            if entry.members is None and is_spellable(species):
                self.by_spelling[spell_species(species)].append(id_)
        for id_, entry in self.entries.items():
            keys = (
                self.participant(text, at)
                for text, at in numbered_paths(entry.members, ("species", id_, "members"))
            )
            self.members[id_] = tuple(key for key in keys if key is not None)

    def component_ids(self) -> Iterator[str]:
        """The ids that components have."""
        waiting = [part for species in self.written.values() for part in species.components]
        while waiting:
            part = waiting.pop()
            if part.id is not None:
                yield part.id
            waiting.extend(part.components)

    def body(self, entry: SpeciesEntry, path: Path) -> Species:
        """What the entry says that the species is, and where; an unreadable one is empty."""
        twice = entry.is_ is not None and entry.components is not None
        if twice or all(it is None for it in (entry.is_, entry.components, entry.members)):
            told = "twice" if twice else "nowhere"
            sentence = f"a species says {told} what it is"
            self.values.slips.add(rules.SPECIES_FORM, path, sentence, at_key=True)
            return Species(id="", form=Form.COMPLEX)
        if entry.is_ is not None:
            species = self.spelled_body(entry, path)
        elif entry.components is None:
            species = Species(
                id="", form=Form.SET, state=self.values.state(entry.state, (*path, "state"))
            )
        else:
            species = Species(
                id="",
                form=Form.COMPLEX,
                components=self.values.components(entry.components, (*path, "components")),
                state=self.values.state(entry.state, (*path, "state")),
            )
        return self.placed(species, entry, path)

    def spelled_body(self, entry: SpeciesEntry, path: Path) -> Species:
        """What the notation under ``is`` says."""
        term = self.values.parsed(parse_species, entry.is_ or "", (*path, "is"))
        if term is None:
            return Species(id="", form=Form.COMPLEX)
        if entry.state is not None:
            told = "a species has a state beside `is`"
            self.values.slips.add(
                rules.SPECIES_FORM, (*path, "state"), told, remedy="write it in `is`, in braces"
            )
        return term.species

    def placed(self, species: Species, entry: SpeciesEntry, path: Path) -> Species:
        """The species with the compartment and side that stand beside what it is."""
        places = {"compartment": entry.compartment, "side": entry.side}
        for key, value in places.items():
            if value is not None and getattr(species, key) not in (None, value):
                told = f"a species has the {key} {shown(value)} beside another one in `is`"
                self.values.slips.add(rules.SPECIES_FORM, (*path, key), told)
        known = {key: value for key, value in places.items() if value is not None}
        return msgspec.structs.replace(species, **known) if known else species

    # Keys of species

    def key(self, text: str, path: Path, *, offset: int = 0) -> str | None:
        """The key of the species that a text means, or nothing, with the fault noted."""
        known = self.keys.get(text)
        if known is not None:
            return known
        try:
            term = parse_species(text)
        except NotationError as error:
            self.values.slips.notation(path, text, error)
            return None
        return self.key_of(term, path, offset=offset)

    def key_of(self, term: SpeciesTerm, path: Path, *, offset: int = 0) -> str:
        """The key of the species that a term means."""
        known = self.keys.get(term.text)
        if known is not None:
            return known
        key = term.text if term.text in self.entries else spell_species(term.species)
        if key not in self.entries:
            key = self.key_of_spelling(key, term, path, offset)
        self.keys[term.text] = key
        return key

    def key_of_spelling(self, spelling: str, term: SpeciesTerm, path: Path, offset: int) -> str:
        """The key of a normal spelling: the one entry that says the same, or the spelling."""
        column = term.column + offset
        written = self.by_spelling.get(spelling, [])
        if len(written) == 1:
            return written[0]
        if len(written) > 1:
            told = f"{shown(term.text)} means {' or '.join(sorted(written))}"
            self.values.slips.add(rules.AMBIGUOUS_SPECIES, path, told, column=column)
        if spelling not in self.spelled:
            self.spelled[spelling] = term.species
            self.origins[spelling] = Origin(path, column)
        return spelling

    def participant(self, text: str, path: Path) -> str | None:
        """The key of a species that takes part in something, rather than controls it."""
        key = self.key(text, path)
        if key is not None:
            self.participating.add(key)
        return key

    # Sides, terms and gates

    def process(self, text: str, path: Path) -> KeyedProcess | None:
        """What a process says, or nothing, with the fault noted."""
        quick = self.quick_process(text, path)
        if quick is not None:
            return quick
        term = self.values.parsed(parse_process, text, path)
        return None if term is None else self.keyed(term, path)

    def keyed(self, term: ProcessTerm, path: Path) -> KeyedProcess:
        """A process that was read, with keys in the place of its species."""
        sides = [
            tuple((number, self.key_of(species, path)) for number, species in side)
            for side in (term.inputs, term.outputs)
        ]
        self.participating.update(key for side in sides for _, key in side)
        return KeyedProcess(sides[0], sides[1], term.reversible)

    def quick_process(self, text: str, path: Path) -> KeyedProcess | None:
        """A process in plain spelling, whose species are read once; nothing for any other."""
        arrows = [*ARROW.finditer(text)]
        if len(arrows) != 1 or '"' in text:
            return None
        start, end = arrows[0].span()
        inputs = self.quick_side(text[:start], path, 0)
        outputs = self.quick_side(text[end:], path, end) if inputs is not None else None
        if inputs is None or outputs is None:
            return None
        return KeyedProcess(inputs, outputs, arrows[0][1] == "<->")

    def quick_side(self, side: str, path: Path, at: int) -> tuple[Term, ...] | None:
        """One side in plain spelling, which begins at an index of the text; or nothing."""
        if side == "0":
            return ()
        terms: list[Term] = []
        for part in PLUS.split(side):
            term = self.quick_term(part, path, at)
            if term is None:
                return None
            terms.append(term)
            at += len(part) + PLUS_WIDTH
        self.participating.update(key for _, key in terms)
        return tuple(terms)

    def quick_term(self, part: str, path: Path, at: int) -> Term | None:
        """A species in plain spelling, with a coefficient or without; or nothing."""
        known = self.keys.get(part)
        if known is not None:
            return 1, known
        match = COEFFICIENT.match(part)
        number = plain_number(float(match[1])) if match else 1
        if not 0 < number < float("inf"):
            return None
        start = match.end() if match else 0
        try:
            term = parse_species(part[start:])
        except NotationError:
            return None
        return number, self.key_of(term, path, offset=at + start)

    def term(self, text: str, path: Path) -> Term | None:
        """A participant of an association: a species, with a coefficient before it or none."""
        term = self.values.parsed(_parsed_term, text, path)
        if term is None:
            return None
        key = self.key_of(term[1], path)
        self.participating.add(key)
        return term[0], key

    def gate(self, text: str, path: Path) -> GateTerm | None:
        """What a gate says, or nothing, with the fault noted; `0` is no source and no fault."""
        if text.strip() == "0":
            return None
        gate = self.values.parsed(parse_gate, text, path)
        if gate is not None:
            for term in gate.terms():
                self.key_of(term, path)
        return gate

    def check_controllers(self, gates: Iterable[tuple[GateTerm, Path]]) -> None:
        """Notes controllers without a place that the pathway knows in a place only."""
        places: dict[str, list[str]] | None = None
        for gate, path in gates:
            for term in gate.terms():
                key = self.keys[term.text]
                if "@" in key or key in self.entries or key in self.participating:
                    continue
                places = self.places() if places is None else places
                found = places.get(key)
                if found:
                    told = f"{shown(term.text)} has no place: expected one of {_some(found)}"
                    remedy = f"write {found[0]}" if len(found) == 1 else ""
                    self.values.slips.add(
                        rules.AMBIGUOUS_CONTROLLER,
                        (*path, "by"),
                        told,
                        remedy=remedy,
                        column=term.column,
                    )

    def places(self) -> dict[str, list[str]]:
        """The spellings with a place by those without; by a bare molecule, also in any state."""
        found: dict[str, list[str]] = defaultdict(list)
        for key in sorted({*self.spelled, *self.by_spelling}):
            body, at, _ = key.rpartition("@")
            if at:
                found[body].append(key)
                molecule = body.partition("{")[0]
                if molecule != body and ":" not in body:
                    found[molecule].append(key)
        return found

    # Ids, and the things that are made

    def ids(self, taken: Iterable[str]) -> dict[str, str]:
        """The id of each key."""
        wanted = {key: spelled_id(key) for key in self.spelled}
        named = (species.molecule for species in self.spelled.values())
        taken = {*taken, *filter(None, named)}  # also those that are missing: they are faults
        self.known_ids = {id_: id_ for id_ in self.entries} | numbered(wanted, taken)
        self.origins |= {
            self.known_ids[key]: origin for key, origin in self.origins.items() if key in wanted
        }
        return self.known_ids

    def made(self, common: Callable[[Entry, Path], dict[str, Any]]) -> Iterator[Species]:
        """All species; ``common`` gives what an entry says of every kind of thing."""
        for id_, entry in self.entries.items():
            species = self.written[id_]
            members = self.members[id_]
            if species.form is Form.SET and entry.members and not members:  # none could be read
                species = Species(id="", form=Form.COMPLEX)
            yield msgspec.structs.replace(
                species,
                id=id_,
                members=tuple(self.known_ids[key] for key in members),
                cell_type=self.values.optional_curie(entry.cell_type),
                tissue=self.values.optional_curie(entry.tissue),
                **common(entry, ("species", id_)),
            )
        for key, species in self.spelled.items():
            yield msgspec.structs.replace(species, id=self.known_ids[key])

    def origin(self, id_: str) -> Origin:
        """Where a species was written."""
        if id_ in self.entries:
            return Origin(("species", id_), 0)
        return self.origins.get(id_, Origin((), 0))

    def participants(self, terms: Iterable[Term], ids: dict[str, str]) -> tuple[Participant, ...]:
        """Participants of the species with these keys."""
        return tuple(Participant(species=ids[key], coefficient=number) for number, key in terms)

    def sources(self, gate: GateTerm, ids: dict[str, str]) -> Gate:
        """The gate of the species with these keys."""
        if gate.species is not None:
            return Gate(inputs=(ids[self.keys[gate.species.text]],))
        return Gate(logic=gate.logic, gates=tuple(self.sources(inner, ids) for inner in gate.gates))


def _parsed_term(text: str) -> tuple[Number, SpeciesTerm]:
    """A coefficient and a species, read as the one input of a process."""
    term = parse_process(f"{text} -> 0")
    if len(term.inputs) != 1:
        raise NotationError("expected one species", column=1, expected="a species")
    return term.inputs[0]


def _some(names: list[str], most: int = 5) -> str:
    rest = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + rest
