"""The whiteboard notation: ``CXCL12@ec + CXCR4@pm -> CXCL12:CXCR4@pm``, read and spelled.

The grammar stands in ``docs/notation.md``. Reading knows nothing of a pathway: a molecule, a site
set, a compartment are names here, and a bare word may turn out to be a species' id. There is one
normal spelling for each value, and reading it back gives the value.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec

from pathport.model.enumerations import Logic, Side
from pathport.model.notation_states import (
    COUNT,
    is_site_set_name,
    parse_component,
    parse_state,
    read_component,
)
from pathport.model.notation_text import NAME, NotationError, Reader, whole
from pathport.model.parts import Component, Number, plain_number
from pathport.model.spelling import (
    OrderedGate,
    is_spellable,
    spell_component,
    spell_gate,
    spell_ordered_gate,
    spell_process,
    spell_species,
    spell_state,
    spell_term,
)
from pathport.model.things import Form, Species

__all__ = [
    "NAME",
    "GateTerm",
    "NotationError",
    "OrderedGate",
    "ProcessTerm",
    "SpeciesTerm",
    "is_site_set_name",
    "is_spellable",
    "parse_component",
    "parse_gate",
    "parse_process",
    "parse_species",
    "parse_state",
    "spell_component",
    "spell_gate",
    "spell_ordered_gate",
    "spell_process",
    "spell_species",
    "spell_state",
    "spell_term",
]

NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
EMPTY = re.compile(r"0(?![0-9.*\s]*[0-9A-Za-z_(*])")
BLANK = re.compile(r"\s+")
WORDS = re.compile(r"(and|or|not)(?![A-Za-z0-9_])")
ARROW = re.compile(r"<->|->")
FOREIGN_ARROW = re.compile(r"(?P<both><[=-]+>|[↔⇄⇌⇔⟷])|[=-]+>|[→⇒⟶⟹]")
"""What others write where the notation has an arrow."""


class SpeciesTerm(NamedTuple):
    """A species as it was spelled: without an id, with its column in the text (from 1).

    A bare word, which may be a species' id, is a single species without state and place.
    """

    species: Species
    column: int
    text: str

    @property
    def word(self) -> str | None:
        """The bare word that the term consists of, or nothing."""
        return self.text if NAME.fullmatch(self.text) else None


class ProcessTerm(NamedTuple):
    """A process as it was spelled: coefficients and species on both sides."""

    inputs: tuple[tuple[Number, SpeciesTerm], ...]
    outputs: tuple[tuple[Number, SpeciesTerm], ...]
    reversible: bool


class GateTerm(NamedTuple):
    """A gate as it was spelled: a species, or gates joined by one logic."""

    logic: Logic
    species: SpeciesTerm | None = None
    gates: tuple["GateTerm", ...] = ()

    def terms(self) -> Iterator[SpeciesTerm]:
        """The species at the leaves, in the order of the text."""
        if self.species is not None:
            yield self.species
        for gate in self.gates:
            yield from gate.terms()


def parse_species(text: str) -> SpeciesTerm:
    """The species that the text spells, such as ``CXCR4{pS346,pS347}@pm``.

    :raises NotationError: if it is not in the notation.
    """
    return _plain_species(text) or whole(text, _species, 'the end, ":", "{" or "@"')


PLAIN_SPECIES = re.compile(
    r"(?P<parts>[A-Za-z_]\w*(?::[A-Za-z_]\w*)*)(?:@(?P<place>[A-Za-z_]\w*))?", re.ASCII
)


def _plain_species(text: str) -> SpeciesTerm | None:
    """A species of molecules without states and counts, read at once: most are such."""
    match = PLAIN_SPECIES.fullmatch(text)
    if match is None:
        return None
    names = match["parts"].split(":")
    if len(names) == 1:
        return SpeciesTerm(Species(id="", molecule=names[0], compartment=match["place"]), 1, text)
    parts = tuple(Component(molecule=name) for name in names)
    species = Species(id="", form=Form.COMPLEX, components=parts, compartment=match["place"])
    return SpeciesTerm(species, 1, text)


def parse_process(text: str) -> ProcessTerm:
    """The process that the text spells, such as ``2 CXCR4@pm -> 2*CXCR4@pm``.

    :raises NotationError: if it is not in the notation.
    """
    return whole(text, _process, 'the end or "+"')


def parse_gate(text: str) -> GateTerm:
    """The gate that the text spells, such as ``HGS@ee and not (A@cyt or B@cyt)``.

    :raises NotationError: if it is not in the notation.
    """
    plain = None if WORDS.match(text) else _plain_species(text)
    if plain is not None:
        return GateTerm(Logic.AND, species=plain)
    return whole(text, _or_gate, 'the end, "and" or "or"')


def _process(reader: Reader) -> ProcessTerm:
    inputs = _side(reader)
    reader.space()
    arrow = reader.take(ARROW)
    if arrow is None:
        foreign = FOREIGN_ARROW.match(reader.text, reader.at)
        meant = "<->" if foreign and foreign["both"] else "->"
        remedy = f'did you mean "{meant}"?' if foreign else ""
        raise reader.fault('"+", "->" or "<->"', remedy=remedy)
    reader.space()
    return ProcessTerm(inputs, _side(reader), arrow.group() == "<->")


def _side(reader: Reader) -> tuple[tuple[Number, SpeciesTerm], ...]:
    if EMPTY.match(reader.text, reader.at):
        reader.at += 1
        return ()
    terms = [_term(reader)]
    while reader.skip("+"):
        terms.append(_term(reader))
    return tuple(terms)


def _term(reader: Reader) -> tuple[Number, SpeciesTerm]:
    start = reader.at
    if COUNT.match(reader.text, reader.at):
        return 1, _species(reader)
    match = reader.take(NUMBER)
    if match is None:
        return 1, _species(reader)
    number = plain_number(float(match.group()))
    if not 0 < number < float("inf"):
        raise reader.fault("a finite coefficient above 0", at=start)
    if not reader.take(BLANK):
        raise reader.fault(
            'a space after a coefficient or "*" after a count',
            at=start,
            remedy="write `2 A` for two of a species, `2*A` for two in one complex",
        )
    return number, _species(reader)


def _species(reader: Reader) -> SpeciesTerm:
    start = reader.at
    parts = [read_component(reader)]
    while reader.skip(":"):
        parts.append(read_component(reader))
    compartment, side = _place(reader)
    text = reader.text[start : reader.at]
    species = _species_of(tuple(parts))
    species = msgspec.structs.replace(species, compartment=compartment, side=side)
    return SpeciesTerm(species, start + 1, text)


def _species_of(parts: tuple[Component, ...]) -> Species:
    only = parts[0]
    if len(parts) > 1 or only.count > 1:
        return Species(id="", form=Form.COMPLEX, components=parts)
    if only.molecule is None:
        return Species(id="", form=Form.COMPLEX, components=only.components, state=only.state)
    return Species(id="", molecule=only.molecule, state=only.state)


def _place(reader: Reader) -> tuple[str | None, Side | None]:
    if not reader.skip("@"):
        return None, None
    compartment = reader.name("a compartment")
    if not reader.sees("."):
        return compartment, None
    reader.at += 1
    start = reader.at
    side = reader.name("outer, transmembrane or inner")
    if side not in set(Side):
        raise reader.fault("outer, transmembrane or inner", at=start)
    return compartment, Side(side)


def _or_gate(reader: Reader) -> GateTerm:
    return _joined(reader, Logic.OR, _and_gate)


def _and_gate(reader: Reader) -> GateTerm:
    return _joined(reader, Logic.AND, _not_gate)


def _joined(reader: Reader, logic: Logic, inner: Callable[[Reader], GateTerm]) -> GateTerm:
    gates = [inner(reader)]
    while _word(reader, logic):
        gates.append(inner(reader))
    return gates[0] if len(gates) == 1 else GateTerm(logic, gates=tuple(gates))


def _word(reader: Reader, logic: Logic) -> bool:
    start = reader.at
    reader.space()
    match = WORDS.match(reader.text, reader.at)
    if match is None or match.group() != logic:
        reader.at = start
        return False
    reader.at = match.end()
    reader.space()
    return True


def _not_gate(reader: Reader) -> GateTerm:
    if _word(reader, Logic.NOT):
        reader.enter("gates")
        negated = _not_gate(reader)
        reader.depth -= 1
        return GateTerm(Logic.NOT, gates=(negated,))
    if reader.sees("(") and _is_gate_group(reader.text, reader.at):
        reader.enter("gates")
        reader.skip("(")
        gate = _or_gate(reader)
        reader.need(")", '"and", "or" or ")"')
        reader.depth -= 1
        return gate
    if WORDS.match(reader.text, reader.at):
        raise reader.fault("a species")
    return GateTerm(Logic.AND, species=_species(reader))


GATE_SIGN = re.compile(
    r"""(?P<skipped>\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*\}|(?!and\b|or\b|not\b)[A-Za-z_]\w*)"""
    r"""|(?P<bracket>[()])|(?P<sign>@|"|and\b|or\b|not\b)""",
    re.ASCII,
)


def _is_gate_group(text: str, start: int) -> bool:
    """Whether a bracket opens a gate: one that opens a complex holds no place and no logic."""
    depth = 0
    for match in GATE_SIGN.finditer(text, start):
        if match["sign"]:
            return True
        depth += {"(": 1, ")": -1}.get(match["bracket"], 0)
        if depth == 0 and match["bracket"]:
            return False
    return True
