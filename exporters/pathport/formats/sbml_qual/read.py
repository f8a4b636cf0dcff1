"""An influence graph as another program understands it: a pathway, and pathport's marks unread.

Qualitative species are read as species are in the base. A transition is one influence with the gate
that its function tells, if this is Boolean and agrees with the signs of the inputs; else each input
is an influence of its sign. A function says when the target is on: an inhibition's gate is what
turns it off. Reactions beside them are read as in the base. SBML Level 3 Qualitative Models
Version 1, 3.4 to 3.6.
"""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec
from lxml import etree

from pathport.errors import UnreadableError
from pathport.fidelity.reading import Reading
from pathport.fidelity.records import Mark
from pathport.formats import Read
from pathport.formats.native import read_whole
from pathport.formats.sbml.annotation import Annotation, attribute_of, line_of
from pathport.formats.sbml.book import Book, Modifier
from pathport.formats.sbml.elements import child, id_in, subject_of, term_of
from pathport.formats.sbml.known import ANY, COMMON, FALSE, KNOWN, Known
from pathport.formats.sbml.plan import occurrence
from pathport.formats.sbml.read import Dialect, read_with
from pathport.formats.sbml.read import sniff as is_sbml
from pathport.formats.sbml.read_reactions import mechanism_of
from pathport.formats.sbml.read_species import read_species
from pathport.formats.sbml.terms import HAS_PROPERTY, nearest
from pathport.formats.sbml.terms import SIGN as SIGN_OF
from pathport.formats.sbml_qual.functions import Input, function_of, negated
from pathport.formats.sbml_qual.terms import (
    ASSIGNS,
    CONSUMES_NOTHING,
    EFFECT,
    ON,
    QUAL,
    SIGN,
)
from pathport.model.enumerations import Effect, Logic, Mechanism
from pathport.model.parts import Gate
from pathport.model.things import Control
from pathport.safety.xml import iterparse_xml

__all__ = ["read", "read_native", "sniff"]

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


# Transitions


class _Told(NamedTuple):
    """The effect that terms tell, and whose terms these are."""

    effect: Effect | None
    bearers: tuple[etree._Element, ...]


class _Influence(msgspec.Struct, frozen=True):
    """What one control does to the targets of a transition."""

    sources: Gate
    effect: Effect
    bearers: tuple[etree._Element, ...]
    """The transition and the inputs whose terms are read as the effect."""
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
    _tell_narrower(influences, element, mechanism, book)
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
                mechanism=mechanism or _mechanism_in(influence),
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


def _input(element: etree._Element, transition: etree._Element, book: Book) -> Input:
    word = attribute_of(element, "sign")
    sign = None if word is None else SIGN.key(word)
    if word is not None and sign is None:
        book.lose(f'sign="{word}"', element, transition)
    return Input(element, attribute_of(element, "qualitativeSpecies") or "", sign)


def _mechanism(annotation: Annotation, element: etree._Element, book: Book) -> Mechanism | None:
    """The mechanism among the properties; a second one is lost."""
    terms = annotation.terms(HAS_PROPERTY, which=lambda it: mechanism_of(it) is not None)
    for term in terms[1:]:
        book.lose(f'{HAS_PROPERTY} "{term}"', element)
    return mechanism_of(terms[0]) if terms else None


def _influences(element: etree._Element, inputs: list[Input], book: Book) -> list[_Influence]:
    """One for the function of the transition, or one for each input, or one without sources."""
    condition = function_of(element, inputs, book)
    if condition is not None:
        return [_joint(element, inputs, condition, book)]
    found = [_single(element, it, book) for it in inputs]
    if found:
        return found
    told = _told_effect(element, [element], "?", book)
    return [_Influence(Gate(), told.effect or OF_SIGN["?"], told.bearers)]


def _joint(element: etree._Element, inputs: list[Input], condition: Gate, book: Book) -> _Influence:
    """The influence of all inputs together: whose signs are not known, modulate.

    The term of one input among several is about this one, and says no more than its sign.
    """
    alone = [it.element for it in inputs[:1]] if len(inputs) == 1 else []
    for it in () if alone else inputs:
        sign = it.sign or "?"
        own = _told_effect(element, [it.element], sign, book).effect
        says_no_more = own in (OF_SIGN[sign], Effect.MODULATION) and _is_exact(it.element)
        if own is not None and not says_no_more:
            book.lose(f'sboTerm="{term_of(it.element)}"', it.element, element)
    told = _told_effect(element, [element, *alone], "?", book)
    effect = told.effect
    if all(it.sign == "?" for it in inputs):
        effect = effect or Effect.MODULATION
    elif effect is None or SIGN_OF[effect] == "?":
        effect = OF_SIGN["-" if condition.logic is Logic.NOT else "+"]
    inhibits = SIGN_OF[effect] == "-"
    return _Influence(negated(condition) if inhibits else condition, effect, told.bearers)


def _single(element: etree._Element, source: Input, book: Book) -> _Influence:
    """The influence of one input by its sign."""
    sign = source.sign or "?"
    told = _told_effect(element, [element, source.element], sign, book)
    effect = told.effect
    if sign == "+-":
        book.lose(f'sign="{SIGN.word(sign)}"', source.element, element)
    if effect is None or (sign != "?" and SIGN_OF[effect] == "?"):
        effect = OF_SIGN[sign]
    id_ = attribute_of(source.element, "id") or ""
    return _Influence(Gate(inputs=(source.species,)), effect, told.bearers, id_)


def _told_effect(
    transition: etree._Element, bearers: Iterable[etree._Element], sign: str, book: Book
) -> _Told:
    """The effect that the terms of a transition and its inputs tell, as far as this sign allows."""
    found: Effect | None = None
    taken: list[etree._Element] = []
    for bearer in bearers:
        term = term_of(bearer)
        effect = nearest(EFFECT, term) if term else None
        fits = effect is not None and (sign == "?" or SIGN_OF[effect] in (sign, "?"))
        if fits and found in (None, effect):
            found = effect
            taken.append(bearer)
        elif term:
            book.lose(f'sboTerm="{term}"', bearer, transition)
    return _Told(found, tuple(taken))


def _is_exact(bearer: etree._Element) -> bool:
    """Whether the term of an element says no more than the effect that it is read as."""
    return EFFECT.key(term_of(bearer)) is not None


def _mechanism_in(influence: _Influence) -> Mechanism | None:
    """The mechanism that a term tells beside the effect."""
    terms = map(term_of, influence.bearers)
    return next(filter(None, map(mechanism_of, terms)), None)


def _tell_narrower(
    influences: list[_Influence], transition: etree._Element, told: Mechanism | None, book: Book
) -> None:
    """Names the terms that say more than the effect and the mechanism that they are read as."""
    taken = {
        (bearer, influence.effect): told or _mechanism_in(influence)
        for influence in influences
        for bearer in influence.bearers
    }
    for (bearer, effect), mechanism in taken.items():
        own = mechanism_of(term_of(bearer))
        if not _is_exact(bearer) and (own is None or own is not mechanism):
            book.lose_term(bearer, effect, transition)
