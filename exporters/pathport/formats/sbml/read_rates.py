"""What species and reactions say in numbers: amounts, rate laws, coefficients with a name.

A reaction with a rate law is a process, whatever its shape. SBML Level 2, and Level 3 Version 1
Core, 4.6 and 4.11.
"""

from lxml import etree

from pathport.formats.sbml.annotation import line_of
from pathport.formats.sbml.book import Book, child, id_in, subject_of
from pathport.formats.sbml.mathml import math_read
from pathport.formats.sbml.numbers import NOT_TOLD
from pathport.formats.sbml.quantities_left import spelt
from pathport.formats.sbml.read_quantities import formula_in, parameter_in, said_of, start_of
from pathport.model.formulas import FormulaError, Number, formula_of
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
        for item in _references(element, name):
            _read_coefficient(item, element, side, book)
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


def _read_coefficient(
    item: etree._Element, reaction: etree._Element, side: ParticipantSide, book: Book
) -> None:
    """A coefficient that has an id, or that a formula gives (Level 2)."""
    math = child(item, "stoichiometryMath")
    given = None if math is None else formula_in(math, book, reaction)
    varies = given is not None and not isinstance(formula_of(given), Number)
    id_ = item.get("id")
    constant = book.level_2 or book.truth(item, "constant", reaction, silence=True)
    if not id_ and not varies:
        if not constant:
            book.losses.count_attribute(item, "constant", "speciesReference", subject_of(reaction))
        return
    coefficient = Coefficient(
        id=book.nameable(id_) if id_ else book.free_id("coefficient"),
        process=id_in(reaction),
        side=side,
        species=item.get("species") or "",
        constant=not varies and constant,
    )
    book.keep("coefficients", coefficient, item)
    if varies and given is not None:
        rule = Rule(variable=coefficient.id, formula=given)
        book.keep("rules", rule, item)


def written_coefficient(item: etree._Element, book: Book) -> float:
    """The coefficient of a participant that tells no ``stoichiometry``: 1, or what math says."""
    math = child(item, "stoichiometryMath")
    inner = None if math is None else child(math, "math")
    if inner is None:
        return 1
    try:
        formula = math_read(inner, book).formula
    except FormulaError:
        return 1
    return formula.value if isinstance(formula, Number) else 1
