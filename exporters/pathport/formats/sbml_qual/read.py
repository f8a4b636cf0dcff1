"""An influence graph as another program understands it: a pathway, and pathport's marks unread.

Qualitative species are read as species are in the base. A transition is one influence with the gate
that its function tells, if this is Boolean and agrees with the signs of the inputs; else each input
is an influence of its sign. A function says when the target is on: an inhibition's gate is what
turns it off. Reactions beside them are read as in the base. SBML Level 3 Qualitative Models
Version 1, 3.4 to 3.6.
"""

from collections.abc import Mapping
from typing import Any

import msgspec
from lxml import etree

from pathport.errors import UnreadableError
from pathport.fidelity.reading import Reading
from pathport.fidelity.records import Mark
from pathport.formats import Read
from pathport.formats.native import read_whole
from pathport.formats.sbml.annotation import Annotation, attribute_of, line_of, name_of
from pathport.formats.sbml.book import Book, Modifier, child, id_in, subject_of, term_of
from pathport.formats.sbml.known import ANY, COMMON, FALSE, KNOWN, Known
from pathport.formats.sbml.plan import occurrence
from pathport.formats.sbml.read import Dialect, read_with
from pathport.formats.sbml.read import sniff as is_sbml
from pathport.formats.sbml.read_reactions import mechanism_of
from pathport.formats.sbml.read_species import read_species
from pathport.formats.sbml.terms import HAS_PROPERTY, nearest
from pathport.formats.sbml.terms import SIGN as SIGN_OF
from pathport.formats.sbml_qual.terms import (
    ASSIGNS,
    COMPARISON,
    CONSUMES_NOTHING,
    EFFECT,
    LOGIC,
    MATHML,
    MIRRORED,
    OFF,
    ON,
    QUAL,
    SIGN,
)
from pathport.model.enumerations import Effect, Logic, Mechanism
from pathport.model.parts import Gate
from pathport.model.things import Control
from pathport.safety.xml import iterparse_xml

__all__ = ["negated", "read", "read_native", "signs_in", "sniff"]

SPECIES = f"{{{QUAL}}}qualitativeSpecies"
TRANSITION = f"{{{QUAL}}}transition"
PART = {"metaid": ANY, "id": ANY, "qualitativeSpecies": ANY}
UNDERSTOOD: Known = {
    **KNOWN,
    "model": {**KNOWN["model"], "listOfQualitativeSpecies": ANY, "listOfTransitions": ANY},
    "qualitativeSpecies": {
        **COMMON,
        "compartment": ANY,
        "constant": FALSE,
        "maxLevel": frozenset({ON}),
    },
    "transition": {
        **COMMON,
        "listOfInputs": ANY,
        "listOfOutputs": ANY,
        "listOfFunctionTerms": ANY,
    },
    "input": {
        **PART,
        "sboTerm": ANY,
        "sign": ANY,
        "thresholdLevel": frozenset({ON}),
        "transitionEffect": frozenset({CONSUMES_NOTHING}),
    },
    "output": {**PART, "transitionEffect": frozenset({ASSIGNS})},
    "defaultTerm": {"metaid": ANY, "resultLevel": ANY},
    "functionTerm": {"metaid": ANY, "resultLevel": ANY, "math": ANY},
}
"""What is known of the elements of qual, beside those of the base."""

OF_SIGN = {
    "+": Effect.STIMULATION,
    "-": Effect.INHIBITION,
    "+-": Effect.MODULATION,
    "?": Effect.MODULATION,
}
"""The effect of an input of which only the sign is told."""


def read(content: bytes, *, path: str = "") -> Read:
    """The pathway that a file holds, pathport's records applied while they hold.

    :raises UnreadableError: if it is not XML, not SBML, of Level 1, or without a model.
    :raises FaultyError: if what it says breaks the rules of the model.
    """
    return read_whole(content, path=path, read=read_native)


def sniff(content: bytes) -> bool:
    """Whether the root is SBML's and something in it is a qualitative species."""
    try:
        found = next(iterparse_xml(content, events=("start",), tag=SPECIES), None)
    except UnreadableError:
        return False
    return found is not None and is_sbml(content)


def read_native(content: bytes, *, path: str = "") -> Reading:
    """The pathway as another program understands the file.

    :raises UnreadableError: if it is not XML, not SBML, of Level 1, or without a model.
    """
    more = {SPECIES: read_species, TRANSITION: read_transition}
    dialect = Dialect(more=more, known=UNDERSTOOD)
    return _with_names(read_with(content, path=path, dialect=dialect))


def _with_names(reading: Reading) -> Reading:
    """The same, where a species without a name tells by its id what it is, as logical models do."""
    ids = {occurrence(it.id): it.id for it in reading.pathway.species}
    molecules = tuple(
        it if it.name is not None else msgspec.structs.replace(it, name=ids.get(it.id))
        for it in reading.pathway.molecules
    )
    pathway = msgspec.structs.replace(reading.pathway, molecules=molecules)
    return msgspec.structs.replace(reading, pathway=pathway)


# Gates


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


# Transitions


class _Input(msgspec.Struct, frozen=True):
    """A source of a transition; without a sign, none is told."""

    element: etree._Element
    species: str
    sign: str | None


class _Influence(msgspec.Struct, frozen=True):
    """What one control does to the targets of a transition."""

    sources: Gate
    effect: Effect
    id: str = ""


def read_transition(element: etree._Element, book: Book) -> None:
    """The influences that a transition says; if it is one, it has the transition's id and marks."""
    book.attend(element)
    annotation = Annotation(child(element, "annotation"))
    annotation.forget_term(element.get("sboTerm") or "")
    inputs = [_input(it, element, book) for it in _parts(element, "listOfInputs", "input", book)]
    outputs = _parts(element, "listOfOutputs", "output", book)
    targets = [attribute_of(it, "qualitativeSpecies") for it in outputs] or [None]
    influences = _influences(element, inputs, book)
    mechanism = _mechanism(annotation, element, book)
    fields = book.common(element, annotation)
    id_ = id_in(element)
    alone = len(targets) == len(influences) == 1
    if not alone:
        if id_:
            book.losses.count_attribute(element, "id", "transition", subject_of(element))
        anchor = ("control", id_)
        book.marks += [Mark(anchor, text, line) for text, line in annotation.marks]
    for number, target in enumerate(targets):
        for influence in influences:
            own = "" if number else influence.id
            control = Control(
                id=id_ if alone else own,
                target=target,
                effect=influence.effect,
                sources=influence.sources,
                mechanism=mechanism,
                **fields,
            )
            marks = tuple(annotation.marks) if alone else ()
            book.modifiers.append(Modifier(control, marks, line_of(element)))


def _parts(element: etree._Element, name: str, part: str, book: Book) -> list[etree._Element]:
    """The inputs or outputs of a transition that name a species."""
    parts = element.findall(f"{{{QUAL}}}{name}/{{{QUAL}}}{part}")
    for it in parts:
        book.attend(it, element)
        if attribute_of(it, "qualitativeSpecies") is None:
            book.lose(f"<{part}> that names no species", it, element)
    book.inside(parts, element)
    return [it for it in parts if attribute_of(it, "qualitativeSpecies") is not None]


def _input(element: etree._Element, transition: etree._Element, book: Book) -> _Input:
    word = attribute_of(element, "sign")
    sign = None if word is None else SIGN.key(word)
    if word is not None and sign is None:
        book.lose(f'sign="{word}"', element, transition)
    return _Input(element, attribute_of(element, "qualitativeSpecies") or "", sign)


def _mechanism(annotation: Annotation, element: etree._Element, book: Book) -> Mechanism | None:
    """The mechanism among the properties; the others are lost."""
    found = None
    for term in annotation.curies(HAS_PROPERTY):
        known = mechanism_of(term)
        if known is None or found is not None:
            book.lose(f'{HAS_PROPERTY} "{term}"', element)
        found = found or known
    return found


def _influences(element: etree._Element, inputs: list[_Input], book: Book) -> list[_Influence]:
    """One for the function of the transition, or one for each input, or one without sources."""
    condition = _function(element, inputs, book)
    if condition is not None:
        return [_joint(element, inputs, condition, book)]
    found = [_single(element, it, book) for it in inputs]
    return found or [
        _Influence(Gate(), _told_effect(element, [element], "?", book) or OF_SIGN["?"])
    ]


def _joint(
    element: etree._Element, inputs: list[_Input], condition: Gate, book: Book
) -> _Influence:
    """The influence of all inputs together: whose signs are not known, modulate.

    The term of one input among several is about this one, and says no more than its sign.
    """
    alone = [it.element for it in inputs[:1]] if len(inputs) == 1 else []
    for it in () if alone else inputs:
        sign = it.sign or "?"
        told = _told_effect(element, [it.element], sign, book)
        if told not in (None, OF_SIGN[sign], Effect.MODULATION):
            book.lose(f'sboTerm="{term_of(it.element)}"', it.element, element)
    effect = _told_effect(element, [element, *alone], "?", book)
    if all(it.sign == "?" for it in inputs):
        effect = effect or Effect.MODULATION
    elif effect is None or SIGN_OF[effect] == "?":
        effect = OF_SIGN["-" if condition.logic is Logic.NOT else "+"]
    inhibits = SIGN_OF[effect] == "-"
    return _Influence(negated(condition) if inhibits else condition, effect)


def _single(element: etree._Element, source: _Input, book: Book) -> _Influence:
    """The influence of one input by its sign."""
    sign = source.sign or "?"
    effect = _told_effect(element, [element, source.element], sign, book)
    if sign == "+-":
        book.lose(f'sign="{SIGN.word(sign)}"', source.element, element)
    if effect is None or (sign != "?" and SIGN_OF[effect] == "?"):
        effect = OF_SIGN[sign]
    id_ = attribute_of(source.element, "id") or ""
    return _Influence(Gate(inputs=(source.species,)), effect, id_)


def _told_effect(
    transition: etree._Element, bearers: list[etree._Element], sign: str, book: Book
) -> Effect | None:
    """The effect that the terms of a transition and its inputs tell, as far as this sign allows."""
    found: Effect | None = None
    for bearer in bearers:
        term = term_of(bearer)
        effect = nearest(EFFECT, term) if term else None
        fits = effect is not None and (sign == "?" or SIGN_OF[effect] in (sign, "?"))
        if term and (not fits or (found is not None and found is not effect)):
            book.lose(f'sboTerm="{term}"', bearer, transition)
        found = found or (effect if fits else None)
    return found


# Functions


def _function(element: etree._Element, inputs: list[_Input], book: Book) -> Gate | None:
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


def _condition_of(terms: list[etree._Element], rest: str, inputs: list[_Input]) -> Gate | None:
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


def _agrees(condition: Gate, inputs: list[_Input], element: etree._Element, book: Book) -> bool:
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
