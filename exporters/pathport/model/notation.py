"""The whiteboard notation: ``CXCL12@ec + CXCR4@pm -> CXCL12:CXCR4@pm``, read and spelled.

The grammar stands in ``docs/notation.md``. Reading knows nothing of a pathway: a molecule, a site
set, a compartment are names here, and a bare word may turn out to be a species' id. There is one
normal spelling for each value, and reading it back gives the value.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

import msgspec

from pathport.model import modifications
from pathport.model.enumerations import Activity, Logic, Side
from pathport.model.parts import (
    Component,
    Fragment,
    Gate,
    Modification,
    Number,
    State,
    plain_number,
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

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
"""What an id looks like: an SBML SId."""

T = TypeVar("T")


class NotationError(ValueError):
    """Raised where a text is not in the notation: what is wrong, what was expected, where.

    ``column`` counts characters from 1 inside the text.
    """

    def __init__(self, sentence: str, *, column: int, expected: str = "", remedy: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.column = column
        self.expected = expected
        self.remedy = remedy


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


OrderedGate = str | tuple[Logic, tuple[Any, ...]]
"""A gate in an order: a spelled species, or logic and inputs."""

# Reading

_NO_STATE = State()
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_EMPTY = re.compile(r"0(?![0-9.*\s]*[0-9A-Za-z_(*])")
_COUNT = re.compile(r"([0-9]{1,18})\s*\*\s*")
_BLANK = re.compile(r"\s+")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_SPACE = re.compile(r"\s*")
_WORDS = re.compile(r"(and|or|not)(?![A-Za-z0-9_])")
_ARROW = re.compile(r"<->|->")
_RESIDUE_SITE = re.compile(
    r"(?P<token>[a-z][a-z]*[0-9]?)(?P<residue>[A-Z])(?P<position>[0-9]{1,18})?"
)
_PLACED_SITE = re.compile(r"(?P<token>[a-z][a-z]*[0-9]?)(?:#(?P<position>[0-9]{1,18}))?")
_TERM_SITE = re.compile(
    r"(?P<kind>mod:[0-9]{5})(?:#(?P<residue>[A-Z])?(?P<position>[0-9]{1,18})?)?(?![A-Za-z0-9_])"
)
_ANY_SITE = re.compile(r"\?(?P<residue>[A-Z])?(?P<position>[0-9]{1,18})?")
_CALL = re.compile(r"(?P<word>variant|structure|fragment)\s*\(")
_PLAIN_WORD = re.compile(r"[\w.+*>-]+")
_INTERVAL = re.compile(r"(?P<begin>[0-9]{1,18})?-(?P<end>[0-9]{1,18})?")
_RESERVED = frozenset({"and", "or", "not", "variant", "structure", "fragment", *Activity})
_MAXIMUM_DEPTH = 50


class _Reader:
    """A text and how far it has been read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.depth = 0

    def fault(self, expected: str, *, at: int | None = None, remedy: str = "") -> NotationError:
        where = self.at if at is None else at
        rest = self.text[where:].split(maxsplit=1)
        found = repr(rest[0])[1:-1] if rest else ""
        told = f'expected {expected}, found "{found}"' if found else f"expected {expected} here"
        return NotationError(told, column=where + 1, expected=expected, remedy=remedy)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.match(self.text, self.at)
        if match and match.end() > self.at:
            self.at = match.end()
            return match
        return None

    def space(self) -> None:
        self.take(_SPACE)

    def sees(self, sign: str) -> bool:
        return self.text.startswith(sign, self.at)

    def skip(self, sign: str) -> bool:
        """Whether the sign stands here, white space aside; if so, both are passed."""
        start = self.at
        self.space()
        if self.sees(sign):
            self.at += len(sign)
            self.space()
            return True
        self.at = start
        return False

    def back(self) -> None:
        """Gives back the white space that was passed last."""
        while self.text[self.at - 1].isspace():
            self.at -= 1

    def need(self, sign: str, expected: str) -> None:
        if not self.skip(sign):
            self.space()
            raise self.fault(expected)

    def name(self, expected: str) -> str:
        match = self.take(NAME)
        if match is None:
            raise self.fault(expected)
        return match.group()

    def finish(self, expected: str) -> None:
        self.space()
        if self.at < len(self.text):
            raise self.fault(expected)


def _whole(text: str, read: Callable[[_Reader], T], expected: str) -> T:
    reader = _Reader(text)
    reader.space()
    found = read(reader)
    reader.finish(expected)
    return found


def parse_species(text: str) -> SpeciesTerm:
    """The species that the text spells, such as ``CXCR4{pS346,pS347}@pm``.

    :raises NotationError: if it is not in the notation.
    """
    return _plain_species(text) or _whole(text, _species, 'the end, ":", "{" or "@"')


_PLAIN_SPECIES = re.compile(
    r"(?P<parts>[A-Za-z_]\w*(?::[A-Za-z_]\w*)*)(?:@(?P<place>[A-Za-z_]\w*))?", re.ASCII
)


def _plain_species(text: str) -> SpeciesTerm | None:
    """A species of molecules without states and counts, read at once: most are such."""
    match = _PLAIN_SPECIES.fullmatch(text)
    if match is None:
        return None
    names = match["parts"].split(":")
    if len(names) == 1:
        return SpeciesTerm(Species(id="", molecule=names[0], compartment=match["place"]), 1, text)
    parts = tuple(Component(molecule=name) for name in names)
    species = Species(id="", form=Form.COMPLEX, components=parts, compartment=match["place"])
    return SpeciesTerm(species, 1, text)


def parse_component(text: str) -> Component:
    """The component that the text spells, such as ``2*STAT3{pY705}``.

    :raises NotationError: if it is not in the notation.
    """
    return _whole(text, _component, 'the end or "{"')


def parse_state(text: str) -> State:
    """The state that the text spells, without its braces, such as ``pY705,active``.

    :raises NotationError: if it is not in the notation.
    """
    return _whole(text, _state_items, 'the end or ","')


def parse_process(text: str) -> ProcessTerm:
    """The process that the text spells, such as ``2 CXCR4@pm -> 2*CXCR4@pm``.

    :raises NotationError: if it is not in the notation.
    """
    return _whole(text, _process, 'the end or "+"')


def parse_gate(text: str) -> GateTerm:
    """The gate that the text spells, such as ``HGS@ee and not (A@cyt or B@cyt)``.

    :raises NotationError: if it is not in the notation.
    """
    plain = None if _WORDS.match(text) else _plain_species(text)
    if plain is not None:
        return GateTerm(Logic.AND, species=plain)
    return _whole(text, _or_gate, 'the end, "and" or "or"')


def _process(reader: _Reader) -> ProcessTerm:
    inputs = _side(reader)
    reader.space()
    arrow = reader.take(_ARROW)
    if arrow is None:
        raise reader.fault('"+", "->" or "<->"')
    reader.space()
    return ProcessTerm(inputs, _side(reader), arrow.group() == "<->")


def _side(reader: _Reader) -> tuple[tuple[Number, SpeciesTerm], ...]:
    if _EMPTY.match(reader.text, reader.at):
        reader.at += 1
        return ()
    terms = [_term(reader)]
    while reader.skip("+"):
        terms.append(_term(reader))
    return tuple(terms)


def _term(reader: _Reader) -> tuple[Number, SpeciesTerm]:
    start = reader.at
    if _COUNT.match(reader.text, reader.at):
        return 1, _species(reader)
    match = reader.take(_NUMBER)
    if match is None:
        return 1, _species(reader)
    number = plain_number(float(match.group()))
    if not 0 < number < float("inf"):
        raise reader.fault("a finite coefficient above 0", at=start)
    if not reader.take(_BLANK):
        raise reader.fault(
            'a space after a coefficient or "*" after a count',
            at=start,
            remedy="write `2 A` for two of a species, `2*A` for two in one complex",
        )
    return number, _species(reader)


def _species(reader: _Reader) -> SpeciesTerm:
    start = reader.at
    parts = [_component(reader)]
    while reader.skip(":"):
        parts.append(_component(reader))
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


def _place(reader: _Reader) -> tuple[str | None, Side | None]:
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


def _component(reader: _Reader) -> Component:
    start = reader.at
    count = 1
    if match := reader.take(_COUNT):
        count = int(match[1])
        if count < 1:
            raise reader.fault("a count of 1 or more", at=start)
    if reader.sees("("):
        return _group(reader, count)
    molecule = reader.name("a molecule")
    return Component(molecule=molecule, state=_state(reader), count=count)


def _group(reader: _Reader, count: int) -> Component:
    start = reader.at
    reader.depth += 1
    if reader.depth > _MAXIMUM_DEPTH:
        raise reader.fault(f"at most {_MAXIMUM_DEPTH} complexes inside each other", at=start)
    reader.skip("(")
    parts: list[Component] = []
    if not reader.sees(")"):
        parts.append(_component(reader))
        while reader.skip(":"):
            parts.append(_component(reader))
    reader.need(")", '":" or ")"')
    reader.back()
    reader.depth -= 1
    return Component(components=tuple(parts), state=_state(reader), count=count)


def _state(reader: _Reader) -> State:
    if not reader.sees("{"):
        return _NO_STATE
    reader.skip("{")
    state = _state_items(reader)
    reader.space()
    if not reader.sees("}"):
        raise reader.fault('"," or "}"')
    reader.at += 1
    return state


def _state_items(reader: _Reader) -> State:
    modifications_: list[Modification] = []
    rest: dict[str, object] = {}
    while True:
        start = reader.at
        item = _state_item(reader)
        if isinstance(item, Modification):
            modifications_.append(item)
        else:
            field, value = item
            if field in rest:
                raise reader.fault(f"one {field} in a state", at=start)
            rest[field] = value
        if not reader.skip(","):
            return msgspec.structs.replace(State(), modifications=tuple(modifications_), **rest)


def _state_item(reader: _Reader) -> Modification | tuple[str, object]:
    if reader.skip("!"):
        return msgspec.structs.replace(_modification(reader), absent=True)
    if call := _CALL.match(reader.text, reader.at):
        reader.at = call.end()
        return _called(reader, call["word"])
    word = NAME.match(reader.text, reader.at)
    if word and word.group() in set(Activity):
        reader.at = word.end()
        return "activity", Activity(word.group())
    return _modification(reader)


def _called(reader: _Reader, word: str) -> tuple[str, object]:
    reader.space()
    start = reader.at
    value: object
    if word == "fragment":
        match = reader.take(_INTERVAL)
        if match is None:
            raise reader.fault("an interval such as 22-93", at=start)
        value = Fragment(
            begin=int(match["begin"]) if match["begin"] else None,
            end=int(match["end"]) if match["end"] else None,
        )
    else:
        value = _text(reader)
    reader.need(")", '")"')
    reader.back()
    return word, value


def _text(reader: _Reader) -> str:
    if match := reader.take(_PLAIN_WORD):
        return match.group()
    quoted = _QUOTED.match(reader.text, reader.at)
    if quoted is None:
        raise reader.fault("a word or a text in double quotes")
    try:
        text = msgspec.json.decode(quoted.group(), type=str)
    except msgspec.DecodeError as error:
        raise reader.fault("a text in double quotes, escaped as in JSON") from error
    reader.at = quoted.end()
    return text


def _modification(reader: _Reader) -> Modification:
    start = reader.at
    if match := reader.take(_TERM_SITE):
        return _site(match, match["kind"])
    if match := reader.take(_ANY_SITE):
        return _site(match, None)
    word = NAME.match(reader.text, reader.at)
    if word is None:
        raise reader.fault("a modified site, a site set or an activity", at=start)
    for pattern in (_RESIDUE_SITE, _PLACED_SITE):
        match = pattern.match(reader.text, reader.at)
        if match and match.end() >= word.end():
            kind = modifications.modification(
                match["token"], match.groupdict().get("residue") or ""
            )
            if kind is not None:
                reader.at = match.end()
                return _site(match, kind)
    reader.at = word.end()
    if word.group() in _RESERVED:
        raise reader.fault("a modified site or a site set", at=start)
    return Modification(site_set=word.group())


def _site(match: re.Match[str], kind: str | None) -> Modification:
    found = match.groupdict()
    position = found.get("position")
    return Modification(
        kind=kind,
        residue=found.get("residue") or None,
        position=int(position) if position else None,
    )


def _or_gate(reader: _Reader) -> GateTerm:
    return _joined(reader, Logic.OR, _and_gate)


def _and_gate(reader: _Reader) -> GateTerm:
    return _joined(reader, Logic.AND, _not_gate)


def _joined(reader: _Reader, logic: Logic, inner: Callable[[_Reader], GateTerm]) -> GateTerm:
    gates = [inner(reader)]
    while _word(reader, logic):
        gates.append(inner(reader))
    return gates[0] if len(gates) == 1 else GateTerm(logic, gates=tuple(gates))


def _word(reader: _Reader, logic: Logic) -> bool:
    start = reader.at
    reader.space()
    match = _WORDS.match(reader.text, reader.at)
    if match is None or match.group() != logic:
        reader.at = start
        return False
    reader.at = match.end()
    reader.space()
    return True


def _not_gate(reader: _Reader) -> GateTerm:
    if _word(reader, Logic.NOT):
        return GateTerm(Logic.NOT, gates=(_not_gate(reader),))
    if reader.sees("(") and _is_gate_group(reader.text, reader.at):
        reader.depth += 1
        if reader.depth > _MAXIMUM_DEPTH:
            raise reader.fault(f"at most {_MAXIMUM_DEPTH} gates inside each other")
        reader.skip("(")
        gate = _or_gate(reader)
        reader.need(")", '"and", "or" or ")"')
        reader.depth -= 1
        return gate
    return GateTerm(Logic.AND, species=_species(reader))


_GATE_SIGN = re.compile(
    r"""(?P<skipped>\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*\}|(?!and\b|or\b|not\b)[A-Za-z_]\w*)"""
    r"""|(?P<bracket>[()])|(?P<sign>@|"|and\b|or\b|not\b)""",
    re.ASCII,
)


def _is_gate_group(text: str, start: int) -> bool:
    """Whether a bracket opens a gate: one that opens a complex holds no place and no logic."""
    depth = 0
    for match in _GATE_SIGN.finditer(text, start):
        if match["sign"]:
            return True
        depth += {"(": 1, ")": -1}.get(match["bracket"], 0)
        if depth == 0 and match["bracket"]:
            return False
    return True


def is_site_set_name(name: str) -> bool:
    """Whether a site set may have this name: an id that the notation reads as nothing else."""
    if not NAME.fullmatch(name):
        return False
    try:
        state = parse_state(name)
    except NotationError:
        return False
    return state == State(modifications=(Modification(site_set=name),))


# Spelling


def is_spellable(species: Species) -> bool:
    """Whether the notation says all that makes a species this one.

    Sets of species, and components with an id, a name or a place of their own, need an entry.
    """
    known = species.form is Form.COMPLEX or species.molecule is not None
    return (
        known
        and species.form is not Form.SET
        and all(map(_is_spellable_component, species.components))
    )


def _is_spellable_component(component: Component) -> bool:
    more = component.id is not None or component.name is not None or component.compartment
    if more or component.identifiers or component.evidence:
        return False
    return all(map(_is_spellable_component, component.components))


def spell_species(species: Species) -> str:
    """The normal spelling of a species; its id, name and further facts are not spelled.

    :raises ValueError: if the notation can't say it (`is_spellable`).
    """
    if not is_spellable(species):
        raise ValueError(f"the notation can't say what species {species.id} is")
    place = f"@{species.compartment}" if species.compartment else ""
    if species.side:
        place += f".{species.side}"
    return _spelled_body(species) + place


def _spelled_body(species: Species) -> str:
    parts = species.components
    if species.form is Form.SINGLE:
        return f"{species.molecule}{_braced(species.state)}"
    plain = species.state == _NO_STATE and (
        len(parts) > 1 or (len(parts) == 1 and parts[0].count > 1)
    )
    inner = ":".join(map(spell_component, parts))
    return inner if plain else f"({inner}){_braced(species.state)}"


def spell_component(component: Component) -> str:
    """The normal spelling of a component; what the notation can't say of it is left out."""
    count = f"{component.count}*" if component.count != 1 else ""
    inner = component.molecule or f"({':'.join(map(spell_component, component.components))})"
    return f"{count}{inner}{_braced(component.state)}"


def _braced(state: State) -> str:
    return f"{{{spell_state(state)}}}" if state != _NO_STATE else ""


def spell_state(state: State) -> str:
    """The normal spelling of a state, without braces: sites by position, then all else."""
    items = [_spelled_modification(item) for item in sorted(state.modifications, key=_by_position)]
    items += [state.activity] if state.activity else []
    if state.structure is not None:
        items.append(f"structure({_spelled_text(state.structure)})")
    if state.fragment is not None:
        begin, end = state.fragment.begin, state.fragment.end
        items.append(f"fragment({'' if begin is None else begin}-{'' if end is None else end})")
    if state.variant is not None:
        items.append(f"variant({_spelled_text(state.variant)})")
    return ",".join(items)


def _by_position(item: Modification) -> tuple[bool, bool, int, str, str]:
    place = item.position or 0
    return item.site_set is not None, not place, place, item.residue or "", item.site_set or ""


def _spelled_text(text: str) -> str:
    return text if _PLAIN_WORD.fullmatch(text) else msgspec.json.encode(text).decode()


def _spelled_modification(item: Modification) -> str:
    absent = "!" if item.absent else ""
    if item.site_set is not None:
        return absent + item.site_set
    position = "" if item.position is None else str(item.position)
    site = (item.residue or "") + position
    if item.kind is None:
        return f"{absent}?{site}"
    token = modifications.token(item.kind)
    if token is not None and token[1] == (item.residue or ""):
        mark = "#" if position and not item.residue else ""
        return f"{absent}{token[0]}{mark}{site}"
    return f"{absent}{item.kind}#{site}" if site else absent + item.kind


def spell_process(
    inputs: Iterable[tuple[Number, str]],
    outputs: Iterable[tuple[Number, str]],
    *,
    reversible: bool = False,
) -> str:
    """The normal spelling of a process, from coefficients and spelled species in their order.

    Equal species are joined.
    """
    arrow = "<->" if reversible else "->"
    return f"{_spelled_side(inputs)} {arrow} {_spelled_side(outputs)}"


def _spelled_side(terms: Iterable[tuple[Number, str]]) -> str:
    numbers: dict[str, Number] = {}
    for number, text in terms:
        numbers[text] = numbers.get(text, 0) + number
    return " + ".join(spell_term(numbers[text], text) for text in numbers) or "0"


def spell_term(coefficient: Number, species: str) -> str:
    """The normal spelling of a species with its coefficient: ``2 CXCR4@pm``."""
    number = plain_number(coefficient)
    return species if number == 1 else f"{number} {species}"


_TIGHTNESS = {Logic.OR: 0, Logic.AND: 1, Logic.NOT: 2}


def spell_gate(gate: Gate, spell: Callable[[str], str]) -> str:
    """The normal spelling of a gate; ``spell`` gives the spelling of a species by its id."""
    return spell_ordered_gate(_ordered(gate, spell))


def _ordered(gate: Gate, spell: Callable[[str], str]) -> OrderedGate:
    inner = sorted((_ordered(item, spell) for item in gate.gates), key=spell_ordered_gate)
    parts = (*sorted(map(spell, gate.inputs)), *inner)
    return parts[0] if len(parts) == 1 and gate.logic is not Logic.NOT else (gate.logic, parts)


def spell_ordered_gate(gate: OrderedGate, outer: Logic = Logic.OR) -> str:
    """The spelling of a gate with its inputs as they stand; ``outer`` is the logic around it."""
    if isinstance(gate, str):
        return gate
    logic, inputs = gate
    parts = [spell_ordered_gate(item, logic) for item in inputs]
    if logic is Logic.NOT:
        return f"not {parts[0]}"
    text = f" {logic} ".join(parts)
    return f"({text})" if _TIGHTNESS[logic] < _TIGHTNESS[outer] else text
