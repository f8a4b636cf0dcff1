"""What species and reactions say in numbers: amounts, rate laws, coefficients with a name.

A reaction with a rate law is a process, whatever its shape. SBML Level 2, and Level 3 Version 1
Core, 4.6 and 4.11.
"""

from math import isfinite
from typing import NamedTuple

import msgspec
from lxml import etree

from pathport.formats.sbml.annotation import line_of
from pathport.formats.sbml.book import Book
from pathport.formats.sbml.elements import child, id_in, number_in, subject_of
from pathport.formats.sbml.mathml import math_read
from pathport.formats.sbml.numbers import NOT_TOLD, number_of
from pathport.formats.sbml.quantities_left import spelt
from pathport.formats.sbml.read_quantities import formula_in, parameter_in, said_of, start_of
from pathport.model.formulas import FormulaError, Number, formula_of
from pathport.model.parts import plain_number
from pathport.model.quantities import (
    Amount,
    Coefficient,
    Parameter,
    ParticipantSide,
    RateLaw,
    Rule,
)

__all__ = ["read_amount", "read_rate", "written_coefficient"]

SIDES = {
    "listOfReactants": ParticipantSide.INPUT,
    "listOfProducts": ParticipantSide.OUTPUT,
}


def read_amount(element: etree._Element, book: Book) -> None:
    """How much of a species there is, and what changes it."""
    id_ = id_in(element)
    for name in ("initialAmount", "initialConcentration"):
        if element.get(name) == NOT_TOLD:
            book.losses.count(f'{name}="{NOT_TOLD}"', line_of(element), subject_of(element))
    amount = Amount(
        species=id_,
        amount=start_of(element, "initialAmount", id_, book),
        concentration=start_of(element, "initialConcentration", id_, book),
        unit=element.get("substanceUnits"),
        counted=book.truth(element, "hasOnlySubstanceUnits"),
        boundary=book.truth(element, "boundaryCondition"),
        constant=book.truth(element, "constant"),
        conversion=_named(element.get("conversionFactor"), book),
    )
    book.keep("amounts", amount, element)


def _named(name: str | None, book: Book) -> str | None:
    return book.nameable(name) if name else None


def read_rate(element: etree._Element, book: Book) -> None:
    """The rate law of a reaction, and its coefficients that have names."""
    for name, side in SIDES.items():
        _read_coefficients(element, name, side, book)
    law = child(element, "kineticLaw")
    if law is None:
        return
    said = said_of(law, book, element)
    lists = (child(law, "listOfLocalParameters"), child(law, "listOfParameters"))
    parameters: dict[str, Parameter] = {}
    for item in (it for found in lists if found is not None for it in found.iterchildren("*")):
        parameter = parameter_in(item, book, element)
        if not parameter.id:
            book.lose(f"a parameter without an id, {spelt('parameters', parameter)}", item, element)
        elif parameters.setdefault(parameter.id, parameter) is not parameter:
            told = spelt("parameters", parameter)
            book.lose(f'a second "{parameter.id}" among parameters, {told}', item, element)
    formula = formula_in(law, book, element)
    if formula is None:
        told = "; ".join(f"{id_}, {spelt('parameters', it)}" for id_, it in parameters.items())
        book.lose(f"a rate law without a formula ({told or 'no parameters'})", law, element)
        return
    process = id_in(element)
    rate_law = RateLaw(process=process, formula=formula, parameters=(*parameters.values(),), **said)
    book.keep("rate_laws", rate_law, law)


def _references(element: etree._Element, name: str) -> list[etree._Element]:
    found = child(element, name)
    return [] if found is None else [it for it in found if it.get("species") is not None]


def _read_coefficients(
    reaction: etree._Element, name: str, side: ParticipantSide, book: Book
) -> None:
    """The coefficients of a side that have names; several of one species are parts of a sum."""
    items = _references(reaction, name)
    called = [_read_coefficient(item, reaction, side, book) for item in items]
    if not any(called):
        return
    by_species: dict[str, list[_Part]] = {}
    for item, named in zip(items, called, strict=True):
        number = written_coefficient(item, reaction, book)
        part = _Part(named, 1 if number is None else number, line_of(item))
        by_species.setdefault(item.get("species") or "", []).append(part)
    for species, parts in by_species.items():
        alone = parts[0].named if len(parts) == 1 and not parts[0].is_moved else None
        if alone is not None:
            book.numbers["coefficients"].append((alone, parts[0].line))
        elif any(it.named for it in parts):
            at = Coefficient(id="", process=id_in(reaction), side=side, species=species)
            _add_up(parts, at, book)


class _Part(NamedTuple):
    """A coefficient as an element tells it, with what it is called."""

    named: Coefficient | None
    number: float
    line: int

    @property
    def is_moved(self) -> bool:
        """Whether it is no part of its side: it is nothing, or one of the other side."""
        return self.number <= 0 and (self.named is None or self.named.constant)


def _add_up(parts: list[_Part], at: Coefficient, book: Book) -> None:
    """What coefficients are called that are no coefficient of the pathway: parameters.

    A coefficient of which one part varies, or is given at the start, is their sum.
    """
    started = {it.variable for it, _ in book.numbers["starts"]}
    varies = False
    terms = []
    for named, number, line in parts:
        if named is not None:
            value = plain_number(number)
            parameter = Parameter(id=named.id, value=float(value), constant=named.constant)
            book.numbers["parameters"].append((parameter, line))
            book.named_parts[named.id] = named
            varies = varies or not named.constant or named.id in started
        if not _Part(named, number, line).is_moved:
            terms.append(f"{plain_number(number)}" if named is None else named.id)
    if varies:
        total = msgspec.structs.replace(at, id=book.free_id("coefficient"), constant=False)
        book.numbers["coefficients"].append((total, parts[0].line))
        rule = Rule(variable=total.id, formula=" + ".join(terms))
        book.numbers["rules"].append((rule, parts[0].line))


def _read_coefficient(
    item: etree._Element, reaction: etree._Element, side: ParticipantSide, book: Book
) -> Coefficient | None:
    """A coefficient that has an id, or that a formula gives (Level 2)."""
    math = child(item, "stoichiometryMath")
    given = None if math is None else formula_in(math, book, reaction)
    varies = given is not None and not isinstance(formula_of(given), Number)
    id_ = item.get("id")
    constant = book.level_2 or book.truth(item, "constant", reaction, silence=True)
    if not id_ and not varies:
        if not constant:
            book.losses.count_attribute(item, "constant", "speciesReference", subject_of(reaction))
        return None
    coefficient = Coefficient(
        id=book.nameable(id_) if id_ else book.free_id("coefficient"),
        process=id_in(reaction),
        side=side,
        species=item.get("species") or "",
        constant=not varies and constant,
    )
    if varies and given is not None:
        rule = Rule(variable=coefficient.id, formula=given)
        book.keep("rules", rule, item)
    return coefficient


def written_coefficient(item: etree._Element, reaction: etree._Element, book: Book) -> float | None:
    """The coefficient of a participant; none where its attribute is no number.

    Where nothing says one, or no number, it is 1.
    """
    told = item.get("stoichiometry")
    math = child(item, "stoichiometryMath")
    number = 1 if told is None else number_in(told)
    if told is None and math is not None:
        given = _number_in(child(math, "math"), book)
        number = 1 if given is None else given
    over = number_of(item, "denominator", book, reaction) or 1
    return None if number is None or not isfinite(number / over) else number / over


def _number_in(math: etree._Element | None, book: Book) -> float | None:
    """The number that math is, or nothing."""
    if math is None:
        return None
    try:
        formula = math_read(math, book).formula
    except FormulaError:
        return None
    return formula.value if isinstance(formula, Number) else None
