"""A document in normal spelling, edited in place: comments, quotes, order and layout stay.

Rewritten are the texts of the notation and CURIEs, each within its own span. What has an anchor is
left as it is, for its text may stand elsewhere too. Which key holds what is the table below.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from pathport.document.load import load, syntax_of
from pathport.document.nodes import Node
from pathport.document.outline import site_text
from pathport.document.spell_yaml import FLOW_SIGNS, is_plain, quoted
from pathport.document.text import Syntax
from pathport.model.assembly_values import Values
from pathport.model.enumerations import Logic
from pathport.model.notation import (
    GateTerm,
    NotationError,
    OrderedGate,
    parse_component,
    parse_gate,
    parse_process,
    parse_species,
    parse_state,
    spell_component,
    spell_ordered_gate,
    spell_process,
    spell_species,
    spell_state,
)
from pathport.model.parts import Member
from pathport.model.slips import Slips

__all__ = ["fmt", "styled"]

Spell = Callable[[str], str]
Edit = tuple[int, int, str]


def fmt(text: str, *, syntax: Syntax | None = None, path: str = "") -> str:
    """The document in normal spelling; one that is in it already is the same text.

    :raises UnreadableError: if the text is no document.
    :raises FaultyError: with all faults of the document, in file order.
    """
    syntax = syntax or syntax_of(text)
    load(text, syntax=syntax, path=path)
    root, _ = syntax.nodes_of(text)
    done: list[str] = []
    at = 0
    for start, end, new in sorted(_edits(root, DOCUMENT, text)):
        done += [text[at:start], new]
        at = end
    return "".join((*done, text[at:]))


def _edits(node: Node, roles: Any, text: str, *, in_flow: bool = False) -> Iterator[Edit]:
    """What is to be replaced in a node by what, given what its keys hold."""
    if node.anchored:
        return
    in_flow = in_flow or text[node.start] in "[{"
    if node.text is not None:
        spell = roles if callable(roles) else roles.get(TEXT)
        if spell is not None:
            yield from _edit(node, spell, text, in_flow=in_flow)
    elif callable(roles):
        for item in node.items or ():
            yield from _edits(item, roles, text, in_flow=in_flow)
    else:
        for item in node.items or ():
            yield from _edits(item, roles, text, in_flow=in_flow)
        for key, value in node.pairs or ():
            if KEY in roles and not key.anchored:
                yield from _edit(key, roles[KEY], text, in_flow=in_flow)
            inner = roles.get(key.text, roles.get(ANY))
            if inner is not None:
                yield from _edits(value, inner, text, in_flow=in_flow)


def _edit(node: Node, spell: Spell, text: str, *, in_flow: bool) -> Iterator[Edit]:
    old = node.text or ""
    new = spell(old)
    if new != old:
        yield node.start, node.end, styled(new, node, text[node.start : node.end], in_flow=in_flow)


def styled(new: str, node: Node, source: str, *, in_flow: bool) -> str:
    """The new text in the style of the old one; a plain one gets quotes where it needs them."""
    if node.style == "'":
        return "'" + new.replace("'", "''") + "'"
    if node.style in ("|", ">"):
        head, _, body = source.partition("\n")
        indent = re.match(r"[ \n]*", body)
        rest = source[len(source.rstrip("\n ")) :]
        before = indent.group().rpartition("\n")[2] if indent else ""
        return f"{head}\n{before}{new}{rest}"
    plain = not node.style and is_plain(new) and not (in_flow and FLOW_SIGNS.search(new))
    return new if plain else quoted(new)


# How each text is spelled


def _parsing(spell: Spell) -> Spell:
    """The spelling of a text, or the text itself where it is not in the notation."""

    def spelled(text: str) -> str:
        try:
            return spell(text)
        except NotationError:
            return text

    return spelled


@_parsing
def _species(text: str) -> str:
    return spell_species(parse_species(text).species)


@_parsing
def _component(text: str) -> str:
    return spell_component(parse_component(text))


@_parsing
def _state(text: str) -> str:
    return spell_state(parse_state(text))


@_parsing
def _process(text: str) -> str:
    term = parse_process(text)
    sides = [
        [(number, spell_species(species.species)) for number, species in side]
        for side in (term.inputs, term.outputs)
    ]
    return spell_process(*sides, reversible=term.reversible)


@_parsing
def _gate(text: str) -> str:
    if text.strip() == "0":
        return "0"
    return spell_ordered_gate(_ordered(parse_gate(text)))


def _ordered(term: GateTerm) -> OrderedGate:
    """A gate in the model's normal form, its inputs spelled and in the order of the text."""
    if term.species is not None:
        return spell_species(term.species.species)
    inner = [_ordered(gate) for gate in term.gates]
    if term.logic is Logic.NOT:
        only = inner[0]
        twice = not isinstance(only, str) and only[0] is Logic.NOT
        return only[1][0] if twice else (Logic.NOT, (only,))
    found: list[Any] = []
    for gate in inner:
        same = not isinstance(gate, str) and gate[0] is term.logic
        found += gate[1] if same else [gate]
    kept = tuple(dict.fromkeys(found))
    return kept[0] if len(kept) == 1 else (term.logic, kept)


@_parsing
def _participant(text: str) -> str:
    return _process(f"{text} -> 0").removesuffix(" -> 0")


def _curie(text: str) -> str:
    return Values(Slips()).curie(text)


def _evidence(text: str) -> str:
    read = Values(Slips()).evidence_text(text, ())
    parts = (read.code, read.reference) if read is not None else (text,)
    return " ".join(part for part in parts if part is not None)


def _site(text: str) -> str:
    read = Values(Slips()).site_text(text, ())
    return text if read is None else site_text(read)


def _member(text: str) -> str:
    read = Values(Slips()).member(text, ())
    if not isinstance(read, Member):
        return text
    return read.molecule if read.count == 1 else f"{read.count}*{read.molecule}"


def _order(text: str) -> str:
    return re.sub(r"\s*->\s*", " -> ", text.strip())


# Which key holds what

TEXT, KEY, ANY = "\0text", "\0key", "\0any"
"""Roles of a scalar where a mapping may stand too, of a mapping's keys, and of any other key."""

EVIDENCE = {TEXT: _evidence, "code": _curie, "reference": _curie}
IDENTIFIERS = {TEXT: _curie, ANY: _curie}
EVERY = {"identifiers": IDENTIFIERS, "references": _curie, "evidence": EVIDENCE}
SITES = {TEXT: _site, "site": _site, "kind": _curie, "reference": _curie}
SITES_BY_MEMBER = {**SITES, ANY: SITES}
COMPONENT: dict[str, Any] = {
    **EVERY,
    TEXT: _component,
    "is": _component,
    "state": _state,
}
COMPONENT["components"] = COMPONENT
CONTROL = {**EVERY, "by": _gate}
MOLECULE = {
    **EVERY,
    "organism": _curie,
    "members": {TEXT: _member, "evidence": EVIDENCE},
    "sites": SITES,
    "site_sets": {ANY: {"sites": SITES_BY_MEMBER}},
}
SPECIES = {
    **EVERY,
    "is": _species,
    "components": COMPONENT,
    "members": _species,
    "state": _state,
    "cell_type": _curie,
    "tissue": _curie,
}
DOCUMENT: dict[str, Any] = {
    **EVERY,
    "organism": _curie,
    "figure": {"reference": _curie},
    "publications": {KEY: _curie},
    "compartments": {ANY: EVERY},
    "molecules": {ANY: MOLECULE},
    "species": {ANY: SPECIES},
    "processes": {ANY: {**EVERY, "is": _process, "template": _species, "controls": CONTROL}},
    "controls": {ANY: CONTROL},
    "influences": {ANY: {**CONTROL, "on": _species}},
    "associations": {ANY: {**EVERY, "between": _participant}},
    "modules": {ANY: {**EVERY, "order": _order}},
    "order": _order,
}
