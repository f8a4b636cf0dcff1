"""What a model computes with, as another program understands it: units, parameters, formulas.

Each element of a list of the model is read as soon as it ends; what stands on species and reactions
is the business of ``read_rates``. A formula that is not understood is named, and what it
would give has none. SBML Level 2, and Level 3 Version 1 Core, 4.3, 4.4 and 4.7 to 4.12.
"""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from lxml import etree

from pathport.formats.sbml.annotation import elements_in, line_of, name_of, split
from pathport.formats.sbml.book import Book
from pathport.formats.sbml.elements import annotation_of, child, id_in, term_of
from pathport.formats.sbml.mathml import Math, math_read
from pathport.formats.sbml.note_texts import note_texts
from pathport.formats.sbml.numbers import infinity_of, number_of
from pathport.formats.sbml.truths import in_kind
from pathport.model.faults import shown
from pathport.model.formula_words import RESERVED
from pathport.model.formulas import FormulaError, spelled_formula
from pathport.model.quantities import (
    Assignment,
    Balance,
    Constraint,
    Event,
    Function,
    Measures,
    Parameter,
    Rule,
    RuleKind,
    Start,
    Unit,
    UnitFactor,
)

__all__ = ["QUANTITIES", "formula_in", "parameter_in", "read_measures", "said_of", "start_of"]

MEASURES = {f"{it}Units": it for it in ("substance", "time", "volume", "area", "length", "extent")}
TEXTS = frozenset({"ci", "csymbol", "annotation", "annotation-xml"})
"""Elements of MathML with text, beside numbers."""
ON_NUMBERS = frozenset({"type", "base", "id", "class", "style"})
"""Attributes of a number that are read, or that say nothing, beside its units."""
TRUTH = {"trigger": True, "constraint": True, "functionDefinition": None}
"""By element, whether its formula gives a truth value; a function gives any, others a number."""
SAID = ("identifiers", "references", "name", "notes")
"""What quantities say beside their numbers; other things say more."""


def read_measures(model: etree._Element, book: Book) -> None:
    """The units of the model as a whole."""
    book.measures = Measures(**{name: model.get(it) for it, name in MEASURES.items()})
    conversion = model.get("conversionFactor")
    book.conversion = book.nameable(conversion) if conversion else None


def _items(element: etree._Element, name: str) -> Iterator[etree._Element]:
    found = child(element, name)
    if found is not None:
        yield from found.iterchildren("*")


# What all of them say


def said_of(
    element: etree._Element, book: Book, owner: etree._Element | None = None
) -> dict[str, Any]:
    """What an element says beside its numbers, as fields of a quantity; the rest is lost."""
    book.attend(element, owner)
    annotation = annotation_of(element)
    annotation.forget_term(element.get("sboTerm") or "")
    fields = book.common(element, annotation)
    for name, value in fields.items():
        if value and name not in SAID:
            book.lose(f"{name.replace('_', ' ')} of a quantity", element, owner)
    return {**{name: fields[name] for name in SAID}, "term": term_of(element) or None}


def _also(said: dict[str, Any]) -> str:
    """What is said of a quantity that has no formula, in words."""
    return "".join(
        f", {name} {msgspec.json.encode(value).decode()}" for name, value in said.items() if value
    )


def math_in(
    element: etree._Element, book: Book, owner: etree._Element | None = None
) -> Math | None:
    """What the math of an element says, or nothing; one that is not understood is lost."""
    math = child(element, "math")
    if math is None:
        return None
    bearer = element if owner is None else owner
    truth = TRUTH.get(name_of(element).local, False)
    for what in _beside_formula(math):
        book.lose(what, math, bearer)
    try:
        found = math_read(math, book)
        formula = in_kind(found.formula, truth=truth, own=found.arguments)
    except FormulaError as error:
        what = f"a formula: {error.told} (elements in it: {elements_in(math)})"
        book.lose(what, math, bearer)
        return None
    for what in found.beside:
        book.lose(what, math, bearer)
    return found._replace(formula=formula)


def _beside_formula(math: etree._Element) -> Iterator[str]:
    """What stands in a formula and is no part of it: texts between elements, words on numbers."""
    for element in math.iter("*"):
        local = name_of(element).local
        if local == "cn":
            names = (it for it in map(str, element.keys()) if not it.endswith("}units"))
            strange = (it for it in names if split(it).local not in ON_NUMBERS)
            yield from (f'{it}="{element.get(it)}" of a number' for it in strange)
        elif local not in TEXTS:
            texts = (element.text, *(it.tail for it in element))
            told = (it.strip() for it in texts if it and not it.isspace())
            yield from (f"the text {shown(it)} in a formula" for it in told)


def formula_in(
    element: etree._Element, book: Book, owner: etree._Element | None = None
) -> str | None:
    """The formula of an element, or nothing."""
    math = math_in(element, book, owner)
    return spelled_formula(math.formula) if math is not None else None


# Units and parameters


def _read_unit(element: etree._Element, book: Book) -> None:
    factors = [_factor(it, element, book) for it in _items(element, "listOfUnits")]
    unit = Unit(id=id_in(element), factors=tuple(factors), **said_of(element, book))
    book.keep("units", unit, element)


def _factor(element: etree._Element, owner: etree._Element, book: Book) -> UnitFactor:
    book.attend(element, owner)
    book.inside([element], owner)
    if number_of(element, "offset", book, owner) not in (None, 0):
        book.lose(f'offset="{element.get("offset")}"', element, owner)
    told = {
        name: number
        for name in ("exponent", "scale", "multiplier")
        if (number := number_of(element, name, book, owner)) is not None
    }
    scale = told.pop("scale", 0)
    if scale != int(scale):
        book.lose(f'scale="{scale}"', element, owner)
    kind = element.get("kind") or ""
    kind = {"meter": "metre", "liter": "litre"}.get(kind, kind)
    return UnitFactor(kind=kind, scale=int(scale), **told)


def start_of(element: etree._Element, name: str, variable: str, book: Book) -> float | None:
    """The number in an attribute that something has at the start; an infinite one is a formula."""
    infinity = infinity_of(element, name)
    if infinity is None:
        return number_of(element, name, book)
    start = Start(variable=book.nameable(variable), formula=infinity)
    book.infinite.append((start, f'{name}="{element.get(name)}"', line_of(element)))
    return None


def parameter_in(
    element: etree._Element, book: Book, owner: etree._Element | None = None
) -> Parameter:
    """A parameter, of the model or of a rate law (its ``owner``)."""
    return Parameter(
        id=book.nameable(id_in(element)),
        value=number_of(element, "value", book, owner)
        if owner is not None
        else start_of(element, "value", id_in(element), book),
        unit=element.get("units"),
        constant=owner is not None or book.truth(element, "constant", silence=True),
        **said_of(element, book, owner),
    )


def _read_parameter(element: etree._Element, book: Book) -> None:
    book.keep("parameters", parameter_in(element, book), element)


# Formulas


def _read_function(element: etree._Element, book: Book) -> None:
    said = said_of(element, book)
    math = math_in(element, book)
    if math is None:
        book.lose(f"a function without a formula{_also(said)}", element)
        return
    id_ = id_in(element)
    function = Function(
        id=f"_{id_}" if id_ in RESERVED else id_,
        arguments=math.arguments,
        formula=spelled_formula(math.formula),
        **said,
    )
    book.keep("functions", function, element)


def _giving(cls: Callable[..., Any], field: str, **fields: Any) -> Callable[..., None]:
    """Reads what gives a variable, named by the attribute ``variable`` or ``symbol``."""

    def read(element: etree._Element, book: Book) -> None:
        said = said_of(element, book)
        formula = formula_in(element, book)
        variable = element.get("variable") or element.get("symbol") or ""
        if formula is None:
            book.lose(f'what gives "{variable}", without a formula{_also(said)}', element)
        else:
            value = cls(variable=book.nameable(variable), formula=formula, **fields, **said)
            book.keep(field, value, element)

    return read


def _read_balance(element: etree._Element, book: Book) -> None:
    said = said_of(element, book)
    formula = formula_in(element, book)
    if formula is None:
        book.lose(f"a rule without a formula{_also(said)}", element)
    else:
        book.keep("balances", Balance(formula=formula, **said), element)


def _read_constraint(element: etree._Element, book: Book) -> None:
    said = said_of(element, book)
    formula = formula_in(element, book)
    texts, lost = note_texts(child(element, "message"), "a message")
    for what in lost:
        book.lose(what, element)
    message = "\n".join(texts) or None
    if formula is None:
        told = f', "{message}"{_also(said)}' if message else _also(said)
        book.lose(f"a constraint without a formula{told}", element)
    else:
        book.keep("constraints", Constraint(formula=formula, message=message, **said), element)


def _read_event(element: etree._Element, book: Book) -> None:
    said = said_of(element, book)
    parts = {name: child(element, name) for name in ("trigger", "delay", "priority")}
    for part in parts.values():
        if part is not None:
            book.attend(part, element)
            book.inside([part], element)
    formulas = {
        name: formula_in(part, book, element) if part is not None else None
        for name, part in parts.items()
    }
    trigger = parts["trigger"]
    if trigger is None or formulas["trigger"] is None:
        inside = elements_in(element)
        book.lose(f"an event without a trigger{_also(said)} (elements in it: {inside})", element)
        return
    for name in ("delay", "priority"):
        if parts[name] is not None and formulas[name] is None:
            book.lose(f"a {name} without a formula", element)
    assignments = tuple(_assignments(element, book))
    event = Event(
        id=id_in(element) or book.free_id("event"),
        initial=book.truth(trigger, "initialValue", element, silence=True),
        persistent=book.truth(trigger, "persistent", element, silence=True),
        delayed_values=not book.truth(element, "useValuesFromTriggerTime", silence=True),
        assignments=assignments,
        trigger=formulas["trigger"],
        delay=formulas["delay"],
        priority=formulas["priority"],
        **said,
    )
    book.keep("events", event, element)


def _assignments(event: etree._Element, book: Book) -> Iterator[Assignment]:
    given: set[str] = set()
    for element in _items(event, "listOfEventAssignments"):
        said = said_of(element, book, event)
        formula = formula_in(element, book, event)
        variable = element.get("variable") or ""
        if formula is None:
            book.lose(f'what gives "{variable}", without a formula{_also(said)}', element, event)
        elif not variable:
            book.lose(f'what gives nothing, "{formula}"{_also(said)}', element, event)
        elif variable in given:
            book.lose(f'what gives "{variable}" once more, "{formula}"', element, event)
        else:
            given.add(variable)
            yield Assignment(variable=book.nameable(variable), formula=formula, **said)


QUANTITIES: dict[str, Callable[[etree._Element, Book], None]] = {
    "unitDefinition": _read_unit,
    "parameter": _read_parameter,
    "functionDefinition": _read_function,
    "initialAssignment": _giving(Start, "starts"),
    "assignmentRule": _giving(Rule, "rules", kind=RuleKind.ASSIGNMENT),
    "rateRule": _giving(Rule, "rules", kind=RuleKind.RATE),
    "algebraicRule": _read_balance,
    "constraint": _read_constraint,
    "event": _read_event,
}
"""By local name, what stands in the model's lists."""
