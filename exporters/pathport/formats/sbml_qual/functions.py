"""What a function of a transition says: when the target is on, as a gate of its inputs.

It is read if it is Boolean, about the inputs, and agrees with their signs; else it is named as
lost. SBML Level 3 Qualitative Models Version 1, 3.6.
"""

from collections.abc import Mapping
from typing import Any

import msgspec
from lxml import etree

from pathport.formats.sbml.annotation import attribute_of, name_of
from pathport.formats.sbml.book import Book
from pathport.formats.sbml_qual.terms import (
    COMPARISON,
    LOGIC,
    MATHML,
    MIRRORED,
    OFF,
    ON,
    QUAL,
    SIGN,
)
from pathport.model.enumerations import Logic
from pathport.model.parts import Gate

__all__ = ["Input", "function_of", "negated", "signs_in"]


class Input(msgspec.Struct, frozen=True):
    """A source of a transition; without a sign, none is told."""

    element: etree._Element
    species: str
    sign: str | None


def negated(gate: Gate) -> Gate:
    """What is true exactly where the gate is not."""
    return Gate(logic=Logic.NOT, gates=(gate,))


def signs_in(gate: Gate, *, within_not: bool = False) -> dict[str, str]:
    """The species at the leaves of a condition, each with the sign of its presence."""
    inside = within_not ^ (gate.logic is Logic.NOT)
    found = {species: {"-" if inside else "+"} for species in gate.inputs}
    for below in gate.gates:
        for species, sign in signs_in(below, within_not=inside).items():
            found.setdefault(species, set()).update(sign)
    return {species: "".join(sorted(signs)) for species, signs in sorted(found.items())}


def function_of(element: etree._Element, inputs: list[Input], book: Book) -> Gate | None:
    """When the target is on, if that is told in terms of the inputs and agrees with their signs."""
    terms = element.findall(f"{{{QUAL}}}listOfFunctionTerms/{{{QUAL}}}functionTerm")
    default = element.find(f"{{{QUAL}}}listOfFunctionTerms/{{{QUAL}}}defaultTerm")
    rest = OFF if default is None else attribute_of(default, "resultLevel") or OFF
    all_terms = [*terms, *([] if default is None else [default])]
    for term in all_terms:
        book.attend(term, element)
    book.inside(all_terms, element)
    condition = _condition_of(terms, rest, inputs)
    if condition is not None and _agrees(condition, inputs, element, book):
        return condition
    for term in terms:
        level = attribute_of(term, "resultLevel")
        book.lose(f'<functionTerm> of level "{level}"', term, element)
    if default is not None and rest != OFF:
        book.lose(f'<defaultTerm> of level "{rest}"', default, element)
    return None


def _condition_of(terms: list[etree._Element], rest: str, inputs: list[Input]) -> Gate | None:
    """When a target is on that is at this level in all other cases than those of the terms."""
    other = {OFF: ON, ON: OFF}.get(rest)
    if not terms or any(attribute_of(term, "resultLevel") != other for term in terms):
        return None
    levels = {
        id_: attribute_of(it.element, "thresholdLevel")
        for it in inputs
        if (id_ := attribute_of(it.element, "id")) is not None
    }
    cases = [_case(term, levels) for term in terms]
    known = [case for case in cases if case is not None]
    if len(known) < len(cases):
        return None
    either = Gate(logic=Logic.OR, gates=tuple(known))
    return negated(either) if rest == ON else either


def _agrees(condition: Gate, inputs: list[Input], element: etree._Element, book: Book) -> bool:
    """Whether a condition is about the inputs, and no sign says otherwise."""
    signs = signs_in(condition)
    if signs.keys() != {it.species for it in inputs}:
        return False
    if any(it.sign in ("+", "-") and it.sign != signs[it.species] for it in inputs):
        return False
    for it in inputs:
        if it.sign == "+-" != signs[it.species]:
            book.lose(f'sign="{SIGN.word(it.sign)}"', it.element, element)
    return True


def _case(term: etree._Element, levels: Mapping[str, str | None]) -> Gate | None:
    """What the formula of a function term says, if it is Boolean."""
    math = term.find(f"{{{MATHML}}}math")
    inner = [] if math is None else list(_elements(math))
    return _formula(inner[0], levels) if len(inner) == 1 else None


def _formula(apply: etree._Element, levels: Mapping[str, str | None]) -> Gate | None:
    operator, *operands = _elements(apply) or [apply]
    logic = LOGIC.key(name_of(operator).local)
    if logic is None:
        return _comparison(name_of(operator).local, operands, levels)
    gates = [_formula(it, levels) for it in operands]
    known = tuple(gate for gate in gates if gate is not None)
    wrong = not known or len(known) < len(gates) or (logic is Logic.NOT and len(known) > 1)
    return None if wrong else Gate(logic=logic, gates=known)


def _comparison(
    name: str, sides: list[etree._Element], levels: Mapping[str, str | None]
) -> Gate | None:
    """A species whose level is compared with a number, or with the threshold of its input."""
    if len(sides) != 2 or name not in MIRRORED:
        return None
    level = _level(sides[1], levels)
    if level is None:
        name, sides = MIRRORED[name], sides[::-1]
        level = _level(sides[1], levels)
    species = (sides[0].text or "").strip()
    present = COMPARISON.get((name, level)) if level is not None else None
    if present is None or name_of(sides[0]).local != "ci" or species in levels:
        return None
    alone = Gate(inputs=(species,))
    return alone if present else negated(alone)


def _level(side: etree._Element, levels: Mapping[str, str | None]) -> int | None:
    text: Any = (side.text or "").strip()
    if name_of(side).local == "ci":
        text = levels.get(text)
    return int(text) if text is not None and text.isdecimal() else None


def _elements(element: etree._Element) -> list[etree._Element]:
    return list(element.iterchildren(etree.Element))
