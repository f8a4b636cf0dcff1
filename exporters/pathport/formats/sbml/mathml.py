"""Formulas as MathML, both ways; the formula's text is the model's affair.

The subset of MathML 2.0 that SBML takes; functions that came with Level 3 Version 2 are read, and
written in other terms. SBML Level 3 Version 1 Core, 3.4; Version 2 Core, 3.4.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

from lxml import etree

from pathport.formats.sbml.annotation import name_of
from pathport.formats.sbml.earlier import in_earlier_terms
from pathport.formats.sbml.terms import CORE, MATHML, SYMBOL, SYMBOLS
from pathport.model.formula_words import ARITY, RESERVED, WORDS
from pathport.model.formulas import (
    MOST_DEPTH,
    Call,
    Formula,
    FormulaError,
    Name,
    Number,
    Word,
    call_of,
    number_of,
)

__all__ = ["Math", "math_read", "math_said"]

PLAIN = {"INF": "infinity", "NaN": "notanumber"}
"""What MathML calls words that are not its own."""
CONSTANTS = {PLAIN.get(word, word): word for word in WORDS.values() if word not in SYMBOLS}
QUALIFIED = {"root": "degree", "log": "logbase"}
"""Functions whose first argument stands in an element of its own, and may be missing."""
UNITS = f"{{{CORE}}}units"
LARGEST = 2**31 - 1
"""The largest integer that SBML's own type has; a larger whole number is written as a real one."""


class Math(NamedTuple):
    """What a math element says: a formula, of a function with its arguments."""

    formula: Formula
    arguments: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    """Elements that say of a formula what none says itself."""


# Writing


def math_said(formula: Formula, indent: str, arguments: tuple[str, ...] | None = None) -> str:
    """The math element of a formula; with ``arguments``, of a function."""
    inner = "".join(_said(in_earlier_terms(formula)))
    if arguments is not None:
        bound = "".join(f"<bvar>{_name(it)}</bvar>" for it in arguments)
        inner = f"<lambda>{bound}{inner}</lambda>"
    space = f' xmlns:sbml="{CORE}"' if " sbml:units=" in inner else ""
    return f'{indent}<math xmlns="{MATHML}"{space}>{inner}</math>\n'


def _said(formula: Formula) -> Iterator[str]:
    if isinstance(formula, Number):
        yield _number(formula)
    elif isinstance(formula, Name):
        yield _name(formula.id)
    elif isinstance(formula, Word):
        yield (
            _symbol(formula.word)
            if formula.word in SYMBOLS
            else (f"<{PLAIN.get(formula.word, formula.word)}/>")
        )
    elif formula.name == "piecewise":
        yield from _pieces(formula.arguments)
    else:
        yield from _application(formula)


def _name(id_: str) -> str:
    return f"<ci> {id_} </ci>"


def _symbol(word: str) -> str:
    return f'<csymbol encoding="text" definitionURL="{SYMBOL}{word}"> {word} </csymbol>'


def _number(number: Number) -> str:
    units = f' sbml:units="{number.unit}"' if number.unit else ""
    if isinstance(number.value, int) and abs(number.value) <= LARGEST:
        return f'<cn{units} type="integer"> {number.value} </cn>'
    digits, _, exponent = repr(number.value).partition("e")
    if not exponent:
        return f"<cn{units}> {digits} </cn>"
    return f'<cn{units} type="e-notation"> {digits} <sep/> {int(exponent)} </cn>'


def _pieces(arguments: tuple[Formula, ...]) -> Iterator[str]:
    yield "<piecewise>"
    for value, condition in zip(arguments[::2], arguments[1::2], strict=False):
        yield from ("<piece>", *_said(value), *_said(condition), "</piece>")
    if len(arguments) % 2:
        yield from ("<otherwise>", *_said(arguments[-1]), "</otherwise>")
    yield "</piecewise>"


def _application(formula: Call) -> Iterator[str]:
    name, arguments = formula.name, formula.arguments
    yield "<apply>"
    if name in SYMBOLS:
        yield _symbol(name)
    else:
        yield f"<{name}/>" if name in ARITY else _name(name)
    if name in QUALIFIED:
        yield from (f"<{QUALIFIED[name]}>", *_said(arguments[0]), f"</{QUALIFIED[name]}>")
        arguments = arguments[1:]
    for argument in arguments:
        yield from _said(argument)
    yield "</apply>"


# Reading


class Ids(Protocol):
    """What is known of the ids in the file that a formula stands in."""

    def is_taken(self, id_: str) -> bool:
        """Whether something in the file has this id, whatever its case."""

    def nameable(self, id_: str) -> str:
        """An id as formulas name it; whatever is called like a word of theirs is renamed."""


def math_read(element: etree._Element, ids: Ids) -> Math:
    """What a math element says.

    :raises FormulaError: if it says what no formula says.
    """
    reader = _Reader(ids)
    children = _elements(element)
    if len(children) != 1:
        raise FormulaError(f"math holds {len(children)} elements: expected one")
    top = children[0]
    if name_of(top).local != "lambda":
        return Math(reader.formula(top), beside=(*reader.beside,))
    inner = _elements(top)
    if not inner or name_of(inner[-1]).local == "bvar":
        raise FormulaError("lambda has no formula")
    bound = [ci for it in inner[:-1] for ci in _elements(it)]
    arguments = tuple(reader.name(it) for it in bound)
    return Math(reader.formula(inner[-1]), arguments, (*reader.beside,))


def _elements(element: etree._Element) -> list[etree._Element]:
    return list(element.iterchildren("*"))


class _Reader:
    """Reads the elements of one formula, not deeper than a formula may be."""

    def __init__(self, ids: Ids) -> None:
        self.ids = ids
        self.depth = 0
        self.beside: list[str] = []

    def formula(self, element: etree._Element) -> Formula:
        self.depth += 1
        if self.depth > 2 * MOST_DEPTH:
            raise FormulaError("elements stand too deep inside each other")
        found = self.found(element)
        self.depth -= 1
        return found

    def found(self, element: etree._Element) -> Formula:
        space, local = name_of(element)
        read = READ.get(local) if space == MATHML else None
        if read is not None:
            return read(self, element)
        if space == MATHML and local in CONSTANTS:
            return Word(CONSTANTS[local])
        raise FormulaError(f"<{local}> is no part of a formula")

    def semantics(self, element: etree._Element) -> Formula:
        """The first is the formula; others, where there are any, say what it means elsewhere."""
        inner = _elements(element)
        if not inner:
            raise FormulaError("semantics holds no formula")
        self.beside += [f"<{name_of(it).local}> of a formula" for it in inner[1:]]
        return self.formula(inner[0])

    def number(self, element: etree._Element) -> Formula:
        names = (name for name in map(str, element.keys()) if name.endswith("}units"))
        unit = next(map(element.get, names), None)
        kind = element.get("type", "real")
        if element.get("base", "10") != "10":
            raise FormulaError(f"a number to the base {element.get('base')}")
        parts = [element.text or "", *((it.tail or "") for it in element)]
        texts = [part.strip() for part in parts]
        try:
            if len(texts) != (2 if kind in ("rational", "e-notation") else 1):
                raise ValueError
            if kind == "rational":
                over = (number_of(texts[0], unit), number_of(texts[1]))
                return call_of("divide", over)
            return number_of("e".join(texts) if kind == "e-notation" else texts[0], unit)
        except (ValueError, IndexError):
            raise FormulaError(f'"{"".join(parts)}" is no number') from None

    def name(self, element: etree._Element) -> str:
        """A name; one that means something else in formulas is another, as its bearer's is."""
        id_ = (element.text or "").strip()
        return self.unless_taken(id_, self.ids.nameable(id_))

    def unless_taken(self, id_: str, other: str) -> str:
        if id_ != other and self.ids.is_taken(other):
            raise FormulaError(f'"{id_}" means something else in formulas, and "{other}" is taken')
        return other

    def symbol(self, element: etree._Element) -> Formula:
        word = element.get("definitionURL", "").strip().removeprefix(SYMBOL)
        if word not in SYMBOLS or word in ARITY:
            raise FormulaError(f'the symbol "{word}" is no part of a formula')
        return Word(word)

    def pieces(self, element: etree._Element) -> Formula:
        arguments: list[Formula] = []
        for piece in _elements(element):
            inner = _elements(piece)
            if len(inner) != (2 if name_of(piece).local == "piece" else 1):
                raise FormulaError("a piece has a value and a condition")
            arguments += [self.formula(it) for it in inner]
        return call_of("piecewise", tuple(arguments))

    def application(self, element: etree._Element) -> Formula:
        inner = _elements(element)
        if not inner:
            raise FormulaError("apply applies nothing")
        name = self.function(inner[0])
        rest = inner[1:]
        first: tuple[Formula, ...] = ()
        if name in QUALIFIED:
            first, rest = self.qualified(name, rest)
        return call_of(name, (*first, *(self.formula(it) for it in rest)))

    def function(self, element: etree._Element) -> str:
        space, local = name_of(element)
        if local == "csymbol":
            word = element.get("definitionURL", "").strip().removeprefix(SYMBOL)
            if word in SYMBOLS and word in ARITY:
                return word
            raise FormulaError(f'the symbol "{word}" is no function')
        if local == "ci":
            id_ = (element.text or "").strip()
            return self.unless_taken(id_, f"_{id_}") if id_ in RESERVED else id_
        if space != MATHML or local not in ARITY:
            raise FormulaError(f"<{local}> is no function of a formula")
        return local

    def qualified(
        self, name: str, rest: list[etree._Element]
    ) -> tuple[tuple[Formula, ...], list[etree._Element]]:
        """The degree of a root or the base of a logarithm, and what follows."""
        if rest and name_of(rest[0]).local == QUALIFIED[name]:
            inner = _elements(rest[0])
            if len(inner) != 1:
                raise FormulaError(f"<{QUALIFIED[name]}> holds one formula")
            return (self.formula(inner[0]),), rest[1:]
        return (Number(2 if name == "root" else 10),), rest


READ: dict[str, Callable[[_Reader, etree._Element], Formula]] = {
    "cn": _Reader.number,
    "ci": lambda reader, element: Name(reader.name(element)),
    "csymbol": _Reader.symbol,
    "piecewise": _Reader.pieces,
    "apply": _Reader.application,
    "semantics": _Reader.semantics,
}
"""By local name, how an element of MathML is read."""
