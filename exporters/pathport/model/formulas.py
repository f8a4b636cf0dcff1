"""Formulas in SBML Level 3's text syntax: taken apart into a tree, and spelled in one normal form.

Texts that say the same differ in spaces, brackets and other words for one function (`pow(a, 2)`,
`a^2`); the normal form is the one that libSBML's formulas have, with numbers in full. Case counts:
`pi` is the number, `Pi` a name. What the names mean is not known here. libSBML,
``SBML_parseL3Formula``; SBML Level 3 Version 1 Core, 3.4, for what a formula may say.
"""

import math
import re
from collections.abc import Callable, Iterator
from functools import lru_cache

import msgspec

from pathport.model.formula_words import ALIASES, ARITY, FUNCTIONS, INFIX, LOGICAL, RELATIONS, WORDS

__all__ = [
    "MOST_DEPTH",
    "Call",
    "Formula",
    "FormulaError",
    "Name",
    "Number",
    "Word",
    "call_of",
    "called",
    "formula_of",
    "nodes_of",
    "normal_formula",
    "number_of",
    "renamed_formula",
    "spelled_formula",
]

MOST_DEPTH = 150
"""Calls inside calls; no formula of people is as deep, and Python's stack is kept safe."""
LONGEST = 2**16
EXACT = 2**53

TOKEN = re.compile(
    r"\s*(?:(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<sign>&&|\|\||[=!<>]=|<>|[-+*/^%!<>(),])|(?P<end>\Z))"
)


class FormulaError(ValueError):
    """A text that is no formula: what is wrong, and before which sign it shows (from 0)."""

    def __init__(self, told: str, index: int = 0) -> None:
        super().__init__(told)
        self.told = told
        self.index = index


class Number(msgspec.Struct, frozen=True):
    """A number, where told with its unit."""

    value: int | float
    unit: str | None = None


class Name(msgspec.Struct, frozen=True):
    """What has an id: a species, a compartment, a process, a parameter, an argument."""

    id: str


class Word(msgspec.Struct, frozen=True):
    """A number that the syntax has a word for: `time`, `pi`, `INF`, `true`."""

    word: str


class Call(msgspec.Struct, frozen=True):
    """A function or an operator, by its name in MathML, or a function of the pathway by its id."""

    name: str
    arguments: tuple["Formula", ...] = ()
    depth: int = 1


Formula = Number | Name | Word | Call


def call(name: str, arguments: tuple[Formula, ...]) -> Formula:
    """A call in its one form: a sum of a sum is one sum, minus a number is a negative number.

    :raises FormulaError: if calls stand too deep inside each other.
    """
    first = arguments[0] if arguments else None
    if name == "minus" and len(arguments) == 1 and isinstance(first, Number) and first.value >= 0:
        return Number(-first.value, first.unit)
    if name in ("plus", "times", "and", "or") and len(arguments) > 1:
        while isinstance(first, Call) and first.name == name and len(first.arguments) > 1:
            arguments = (*first.arguments, *arguments[1:])
            first = arguments[0]
    depth = 1 + max((it.depth for it in arguments if isinstance(it, Call)), default=0)
    if depth > MOST_DEPTH:
        raise FormulaError(f"more than {MOST_DEPTH} calls stand inside each other")
    return Call(name, arguments, depth)


def number_of(text: str, unit: str | None = None) -> Number:
    """The number that a text spells; a whole one is an integer as far as these are exact.

    :raises FormulaError: if it is larger than a number of a computer.
    """
    value = float(text)
    if math.isinf(value):
        raise FormulaError(f"{text} is larger than any number of a computer")
    return Number(int(value) if value.is_integer() and abs(value) <= EXACT else value, unit)


# Reading


@lru_cache(maxsize=2**14)
def formula_of(text: str) -> Formula:
    """The tree of a formula.

    :raises FormulaError: if the text is none.
    """
    if len(text) > LONGEST:
        raise FormulaError(f"the formula is longer than {LONGEST} signs")
    return _Parser(text).whole()


class _Parser:
    """One text on its way to a tree, by the strength of its operators."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.level = 0
        self.end = 0
        self.next()

    def next(self) -> None:
        """Goes on to the next token."""
        match = TOKEN.match(self.text, self.end)
        if match is None:
            rest = self.text[self.end :].lstrip()
            raise FormulaError(f'"{rest[0]}" has no meaning here', len(self.text) - len(rest))
        self.kind = match.lastgroup or ""
        self.sign = match.group(self.kind)
        self.index = match.start(self.kind)
        self.end = match.end()

    def whole(self) -> Formula:
        found = self.binary(0)
        if self.kind != "end":
            raise self.error("the end")
        return found

    def error(self, expected: str) -> FormulaError:
        shown = f'"{self.sign}"' if self.sign else "the end"
        return FormulaError(f"found {shown}: expected {expected}", self.index)

    def binary(self, least: int) -> Formula:
        """Operands joined by operators that bind at least so strongly."""
        left = self.unary()
        while self.kind == "sign" and INFIX.get(self.sign, ("", -1))[1] >= least:
            name, strength = INFIX[self.sign]
            if name in RELATIONS:
                left = self.chain(left, strength)
                continue
            self.next()
            right = self.binary(strength + 1)
            left = _modulo(left, right) if name == "%" else call(name, (left, right))
        return left

    def chain(self, first: Formula, strength: int) -> Formula:
        """`a < b < c` is one relation of three; of unlike ones, each holds for its neighbours."""
        operands, names = [first], []
        while self.kind == "sign" and INFIX.get(self.sign, ("", -1))[1] == strength:
            names.append(INFIX[self.sign][0])
            self.next()
            operands.append(self.binary(strength + 1))
        if len(set(names)) == 1 and (len(names) == 1 or names[0] != "neq"):
            return call(names[0], tuple(operands))
        pairs = zip(names, operands[:-1], operands[1:], strict=True)
        return call("and", tuple(call(name, (a, b)) for name, a, b in pairs))

    def unary(self) -> Formula:
        name = {"-": "minus", "!": "not", "+": ""}.get(self.sign if self.kind == "sign" else "")
        if name is None:
            return self.power()
        self.enter()
        self.next()
        operand = self.unary()
        self.level -= 1
        return call(name, (operand,)) if name else operand

    def enter(self) -> None:
        self.level += 1
        if self.level > MOST_DEPTH:
            raise FormulaError("brackets or signs stand too deep inside each other", self.index)

    def power(self) -> Formula:
        base = self.primary()
        if self.sign != "^" or self.kind != "sign":
            return base
        self.enter()
        self.next()
        exponent = self.unary()
        self.level -= 1
        return call("power", (base, exponent))

    def primary(self) -> Formula:
        kind, token, index = self.kind, self.sign, self.index
        if kind == "number":
            self.next()
            return self.number(token)
        if kind == "name":
            self.next()
            return self.function(token, index) if self.sign == "(" else _word_or_name(token)
        if kind != "sign" or self.sign != "(":
            raise self.error("a number, a name or a bracket")
        self.enter()
        self.next()
        inner = self.binary(0)
        self.close()
        return inner

    def number(self, token: str) -> Number:
        unit = None
        if self.kind == "name":
            unit = self.sign
            self.next()
        return number_of(token, unit)

    def close(self) -> None:
        if self.sign != ")":
            raise self.error('")"')
        self.level -= 1
        self.next()

    def function(self, word: str, index: int) -> Formula:
        self.enter()
        self.next()
        arguments: list[Formula] = []
        while self.sign != ")" or self.kind != "sign":
            if arguments and self.sign != ",":
                raise self.error('"," or ")"')
            if arguments:
                self.next()
            arguments.append(self.binary(0))
        self.close()
        try:
            return _called(word, tuple(arguments))
        except FormulaError as error:
            raise FormulaError(error.told, index) from None


def _word_or_name(token: str) -> Formula:
    word = WORDS.get(token)
    return Name(token) if word is None else Word(word)


def _called(word: str, arguments: tuple[Formula, ...]) -> Formula:
    """A function that is called by a word of the syntax, or one of the pathway's."""
    two, ten = Number(2), Number(10)
    if word in ("sqrt", "root", "sqr", "log10", "log") and len(arguments) == 1:
        plain: dict[str, Formula] = {
            **dict.fromkeys(("sqrt", "root"), call("root", (two, *arguments))),
            "sqr": call("power", (*arguments, two)),
        }
        return plain.get(word) or call("log", (ten, *arguments))
    return call_of(ALIASES.get(word, word), arguments)


def call_of(name: str, arguments: tuple[Formula, ...]) -> Formula:
    """A call by the name in MathML, with as many arguments as it takes.

    :raises FormulaError: if they are too few or too many.
    """
    least, most = ARITY.get(name, (0, None))
    if len(arguments) < least or (most is not None and len(arguments) > most):
        wanted = str(least) if least == most else f"{least} or more" if most is None else "1 or 2"
        raise FormulaError(f"{name} has {len(arguments)} arguments: expected {wanted}")
    return call(name, arguments)


def _modulo(a: Formula, b: Formula) -> Formula:
    """The remainder of a division, in the sign of what is divided, as libSBML writes `a % b`."""
    ways = [
        call("minus", (a, call("times", (b, call(name, (call("divide", (a, b)),))))))
        for name in ("ceiling", "floor")
    ]
    unlike = call("xor", tuple(call("lt", (it, Number(0))) for it in (a, b)))
    return call("piecewise", (ways[0], unlike, ways[1]))


# Spelling

WRITTEN = {name: (sign, strength) for sign, (name, strength) in INFIX.items()}
WHOLE = 9
"""Binds as strongly as a name or what stands in brackets."""
UNARY, POWER = 7, 8


@lru_cache(maxsize=2**14)
def normal_formula(text: str) -> str:
    """The normal form of a formula; a text that is none is itself."""
    try:
        return spelled_formula(formula_of(text))
    except FormulaError:
        return text


def spelled_formula(formula: Formula) -> str:
    """The one text of a tree."""
    return _spelled(formula, 0)


def _spelled(formula: Formula, least: int) -> str:
    """The text, in brackets unless it binds at least so strongly."""
    if isinstance(formula, Call):
        text, strength = _spelled_call(formula)
    elif isinstance(formula, Number):
        text, strength = _spelled_number(formula), WHOLE if formula.value >= 0 else UNARY
    else:
        return formula.id if isinstance(formula, Name) else formula.word
    return text if strength >= least else f"({text})"


def _spelled_number(number: Number) -> str:
    text = repr(number.value)
    if "e" in text:
        digits, _, exponent = text.partition("e")
        text = f"{digits}e{int(exponent)}"
    return f"{text} {number.unit}" if number.unit else text


def _spelled_call(formula: Call) -> tuple[str, int]:
    name, arguments = formula.name, formula.arguments
    count = len(arguments)
    if name == "power" and count == 2:
        least = UNARY if _is_signed(arguments[1]) else WHOLE
        return f"{_spelled(arguments[0], WHOLE)}^{_spelled(arguments[1], least)}", POWER
    if count == 1 and name in ("minus", "not"):
        return f"{'-' if name == 'minus' else '!'}{_spelled(arguments[0], UNARY)}", UNARY
    if name in WRITTEN and (count == 2 or (count > 2 and name not in ("minus", "divide", "neq"))):
        return _spelled_infix(name, arguments)
    return _spelled_function(name, arguments), WHOLE


def _is_signed(formula: Formula) -> bool:
    if isinstance(formula, Number):
        return formula.value < 0
    return (
        isinstance(formula, Call)
        and formula.name in ("minus", "not")
        and len(formula.arguments) == 1
    )


def _spelled_infix(name: str, arguments: tuple[Formula, ...]) -> tuple[str, int]:
    sign, strength = WRITTEN[name]
    alone = name in RELATIONS or name in LOGICAL
    first = _spelled(arguments[0], strength + alone)
    rest = (_spelled(it, strength + 1) for it in arguments[1:])
    return f" {sign} ".join((first, *rest)), strength


def _spelled_function(name: str, arguments: tuple[Formula, ...]) -> str:
    word = FUNCTIONS.get(name, name)
    if name == "root" and arguments[0] == Number(2):
        word, arguments = "sqrt", arguments[1:]
    elif name == "log" and arguments[0] == Number(10):
        word, arguments = "log10", arguments[1:]
    return f"{word}({', '.join(_spelled(it, 0) for it in arguments)})"


# Names


def nodes_of(formula: Formula) -> Iterator[Formula]:
    """The formula and all formulas inside it."""
    waiting = [formula]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, Call):
            waiting.extend(reversed(node.arguments))


def called(formula: Formula) -> Iterator[Call]:
    """The calls of functions that are the pathway's own."""
    return (it for it in nodes_of(formula) if isinstance(it, Call) and it.name not in ARITY)


def renamed_formula(text: str, name: Callable[[str], str]) -> str:
    """The formula with the names that ``name`` gives for its own; a text that is none is itself."""
    try:
        return spelled_formula(_renamed(formula_of(text), name))
    except FormulaError:
        return text


def _renamed(formula: Formula, name: Callable[[str], str]) -> Formula:
    if isinstance(formula, Name):
        return Name(name(formula.id))
    if not isinstance(formula, Call):
        return formula
    inner = tuple(_renamed(it, name) for it in formula.arguments)
    called_as = formula.name if formula.name in ARITY else name(formula.name)
    return Call(called_as, inner, formula.depth)
