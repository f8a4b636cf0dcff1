"""A change as people read it: species, sides and gates in the notation, sets by what came and went.

What the notation can't say, or would say alike of both pathways, is told by its bare facts.
"""

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any

import msgspec

from pathport.difference.changes import Change, FactChange, Sign
from pathport.difference.spread import spread_changes
from pathport.difference.texts import NOTHING, SIGNS, cut, item_text, one_line, quoted, scalar_text
from pathport.model.enumerations import Effect
from pathport.model.facts import PATHWAY
from pathport.model.notation import (
    is_spellable,
    spell_gate,
    spell_process,
    spell_species,
    spell_state,
    spell_term,
)
from pathport.model.parts import NO_STATE, Gate, Number, Participant
from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.model.things import Association, Compartment, Control, Form, Process, Species, Thing
from pathport.model.value import content_of, fields_of

__all__ = ["Teller", "told_field"]

NOWHERE = "nowhere"

VERBS = {
    Effect.CATALYSIS: "catalyses",
    Effect.STIMULATION: "stimulates",
    Effect.NECESSARY_STIMULATION: "is necessary for",
    Effect.TRIGGER: "triggers",
    Effect.INHIBITION: "inhibits",
    Effect.MODULATION: "modulates",
}

CALLED = {
    (PATHWAY, "name"): "title",
    (PATHWAY, "notes"): "description",
    ("species", "form"): "is",
    ("species", "molecule"): "is",
    ("species", "components"): "is",
    ("species", "state"): "is",
    ("species", "compartment"): "place",
    ("species", "side"): "place",
}
"""What people are told instead of a field's name."""

Told = str | tuple[str, ...]
"""The content of a field: one text, or the texts of a set."""


def told_field(construct: str, field: str) -> str:
    """What the field of a fact is called in a change."""
    outer = field.partition(".")[0]
    return CALLED.get((construct, outer), outer)


@functools.cache
def _fields(construct: str) -> Mapping[str, tuple[str, bool]]:
    """By what a field is called: its name, and whether it holds a set; in order."""
    cls: Any = Pathway if construct == PATHWAY else CONSTRUCTS[construct][1]
    told: dict[str, tuple[str, bool]] = {}
    for field in fields_of(cls):
        called = told_field(construct, field.name)
        told.setdefault(called, (field.name, field.many and called == field.name))
    return told


class Teller:
    """Two pathways, of which changes are told."""

    def __init__(self, before: Pathway, after: Pathway) -> None:
        self.sides = (_Speller(before), _Speller(after))

    def ordered(self, construct: str, fields: Iterable[str]) -> list[str]:
        """The fields of a construct in the order in which they are told."""
        order = [*_fields(construct)]
        return sorted(fields, key=order.index)

    def whole(self, sign: Sign, construct: str, id_: str, facts: tuple[FactChange, ...]) -> Change:
        """The change that a thing came, or went."""
        speller = self.sides[sign is Sign.ADDED]
        text = speller.summary(construct, speller.things[construct, id_])
        return Change(
            change=sign,
            construct=construct,
            id=id_,
            field="",
            before="" if sign is Sign.ADDED else text,
            after=text if sign is Sign.ADDED else "",
            line=one_line(f"{SIGNS[sign]} {construct} {id_}" + (f": {text}" if text else "")),
            facts=facts,
        )

    def field(
        self, construct: str, id_: str, field: str, facts: tuple[FactChange, ...]
    ) -> Iterator[Change]:
        """The change of a field, told so that one sees it; of a layout or quantities, those of its
        items.
        """
        values = [side.spread(construct, id_, field) for side in self.sides]
        if any(value is not None for value in values):
            lists = (_lists_of(field, value) for value in values)
            yield from spread_changes(construct, id_, facts, in_both=frozenset.intersection(*lists))
        else:
            yield self._whole_field(construct, id_, field, facts)

    def _whole_field(
        self, construct: str, id_: str, field: str, facts: tuple[FactChange, ...]
    ) -> Change:
        old, new = (side.told(construct, id_, field) for side in self.sides)
        if isinstance(old, tuple) and isinstance(new, tuple):
            old, new = _only_in(old, new), _only_in(new, old)
        if old == new:
            old, new = _bare(facts, "before"), _bare(facts, "after")
        listed = isinstance(old, tuple)
        before, after = (
            ", ".join(text) if isinstance(text, tuple) else text for text in (old, new)
        )
        told = f"{before} -> {after}"
        if listed:
            told = " ".join([*(f"- {text}" for text in old), *(f"+ {text}" for text in new)])
        subject = f"{construct} {id_}".rstrip()
        return Change(
            change=Sign.CHANGED,
            construct=construct,
            id=id_,
            field=field,
            before=before,
            after=after,
            line=one_line(f"{SIGNS[Sign.CHANGED]} {subject} {field}: {told}"),
            facts=facts,
        )


def _lists_of(field: str, value: msgspec.Struct | None) -> frozenset[str]:
    """The lists of a spread value that hold something, named as in facts."""
    if value is None:
        return frozenset()
    there = (it.name for it in fields_of(type(value)) if it.many and getattr(value, it.name))
    return frozenset(f"{field}.{name}" for name in there)


def _only_in(some: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text for text in some if text not in frozenset(others))


def _bare(facts: Iterable[FactChange], side: str) -> tuple[str, ...]:
    """The facts as they stand on one side."""
    return tuple(
        _bare_fact(fact, value) for fact in facts if (value := getattr(fact, side)) is not None
    )


def _bare_fact(fact: FactChange, value: Any) -> str:
    place = f"{fact.field} {cut(fact.key)}" if fact.key else fact.field
    return place if value is True else f"{place} = {cut(scalar_text(value))}"


class _Speller:
    """A pathway with the names by which its species are told."""

    def __init__(self, pathway: Pathway) -> None:
        self.pathway = pathway
        self.things: dict[tuple[str, str], Thing] = {
            (construct, thing.id): thing for construct, thing in pathway.things()
        }
        spelled = {it.id: spell_species(it) for it in pathway.species if is_spellable(it)}
        times: dict[str, int] = {}
        for text in spelled.values():
            times[text] = times.get(text, 0) + 1
        self.spelled = {id_: text for id_, text in spelled.items() if times[text] == 1}

    def name(self, id_: str) -> str:
        """What a thing is called: a species by its spelling where that is its own, else the id."""
        return self.spelled.get(id_, id_)

    def spread(self, construct: str, id_: str, field: str) -> msgspec.Struct | None:
        """The value of a field that is spread over many facts, which are told one by one."""
        if (construct, field) in TOLD:
            return None
        value = getattr(self._thing(construct, id_), _fields(construct)[field][0])
        return value if isinstance(value, msgspec.Struct) else None

    def told(self, construct: str, id_: str, field: str) -> Told:
        """What a field holds."""
        thing = self._thing(construct, id_)
        if (construct, field) in TOLD:
            return TOLD[construct, field](self, thing)
        name, many = _fields(construct)[field]
        content = getattr(thing, name)
        if many:
            return tuple(map(item_text, content))
        return NOTHING if content is None else scalar_text(content)

    def _thing(self, construct: str, id_: str) -> Any:
        return self.pathway if construct == PATHWAY else self.things[construct, id_]

    def summary(self, construct: str, thing: Thing) -> str:
        """What a whole thing is."""
        if construct in SUMMARIES:
            return SUMMARIES[construct](self, thing)
        return quoted(thing.name) if thing.name else ""

    def process(self, thing: Process) -> str:
        """A process with both sides."""
        return spell_process(
            self.terms(thing.inputs), self.terms(thing.outputs), reversible=thing.reversible
        )

    def side(self, parts: Iterable[Participant]) -> str:
        """One side of a process."""
        told = [spell_term(number, text) for number, text in self.terms(parts)]
        return " + ".join(told) or "0"

    def terms(self, parts: Iterable[Participant]) -> list[tuple[Number, str]]:
        """The species of a side with their coefficients, in the order of their spelling."""
        told = ((part.coefficient, self.name(part.species)) for part in parts)
        return sorted(told, key=itemgetter(1))

    def participants(self, parts: Iterable[Participant]) -> tuple[str, ...]:
        """The participants of an association."""
        return tuple(spell_term(number, text) for number, text in self.terms(parts))

    def gate(self, gate: Gate) -> str:
        """What exerts a control."""
        return spell_gate(gate, self.name) if gate != Gate() else NOTHING

    def named(self, id_: str | None) -> str:
        """The thing that is named, if any is."""
        return NOTHING if id_ is None else self.name(id_)

    def control(self, thing: Control) -> str:
        """A control as a sentence."""
        return f"{self.gate(thing.sources)} {VERBS[thing.effect]} {self.named(thing.target)}"

    def species(self, thing: Species) -> str:
        """A species with its place."""
        place = _place(thing)
        return _is(thing, self.name) + (f"@{place}" if place != NOWHERE else "")

    def association(self, thing: Association) -> str:
        """An association: its participants."""
        return ", ".join(self.participants(thing.participants)) or NOTHING


def _is(thing: Species, name: Callable[[str], str]) -> str:
    """What a species is, without its place."""
    if thing.form is Form.SET:
        braced = f"{{{spell_state(thing.state)}}}" if thing.state != NO_STATE else ""
        return f"({' or '.join(map(name, thing.members)) or NOTHING}){braced}"
    bare = msgspec.structs.replace(thing, compartment=None, side=None)
    if is_spellable(bare):
        return spell_species(bare)
    if thing.form is Form.SINGLE:
        return NOTHING
    return ":".join(content_of(part) for part in thing.components)


def _place(thing: Species) -> str:
    """Where a species is."""
    side = f".{thing.side}" if thing.side else ""
    return (thing.compartment or ("" if side else NOWHERE)) + side


def _compartment(thing: Compartment) -> str:
    return quoted(thing.name) if thing.name else ""


TOLD: Mapping[tuple[str, str], Callable[[_Speller, Any], Told]] = {
    ("species", "is"): lambda spell, it: _is(it, spell.name),
    ("species", "place"): lambda _, it: _place(it),
    ("species", "members"): lambda spell, it: tuple(map(spell.name, it.members)),
    ("process", "inputs"): lambda spell, it: spell.side(it.inputs),
    ("process", "outputs"): lambda spell, it: spell.side(it.outputs),
    ("process", "template"): lambda spell, it: spell.named(it.template),
    ("control", "target"): lambda spell, it: spell.named(it.target),
    ("control", "sources"): lambda spell, it: spell.gate(it.sources),
    ("association", "participants"): lambda spell, it: spell.participants(it.participants),
    ("module", "members"): lambda _, it: it.members,
}
"""The fields that are told in the notation."""

SUMMARIES: Mapping[str, Callable[[_Speller, Any], str]] = {
    "molecule": lambda _, it: it.kind.value + (f" {quoted(it.name)}" if it.name else ""),
    "species": _Speller.species,
    "process": _Speller.process,
    "control": _Speller.control,
    "association": _Speller.association,
}
"""How a whole thing is told, where its name is not all."""
