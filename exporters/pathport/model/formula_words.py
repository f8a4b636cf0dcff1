"""The words and signs of formulas, and what each is called in MathML: tables only.

SBML Level 3 Version 1 Core, 3.4.6 and Version 2, 3.4.6; libSBML, ``SBML_parseL3Formula``.
"""

__all__ = [
    "ALIASES",
    "ARITY",
    "FUNCTIONS",
    "INFIX",
    "LOGICAL",
    "RELATIONS",
    "RESERVED",
    "TRUTHS",
    "WORDS",
]

WORDS = {
    "time": "time",
    "avogadro": "avogadro",
    "pi": "pi",
    "exponentiale": "exponentiale",
    "true": "true",
    "false": "false",
    "INF": "INF",
    "inf": "INF",
    "infinity": "INF",
    "NaN": "NaN",
    "nan": "NaN",
    "notanumber": "NaN",
}
"""What stands for a number or truth value, with the word of the normal form."""

INFIX = {
    "||": ("or", 1),
    "&&": ("and", 1),
    "==": ("eq", 3),
    "<>": ("neq", 3),
    "!=": ("neq", 3),
    "<": ("lt", 3),
    ">": ("gt", 3),
    "<=": ("leq", 3),
    ">=": ("geq", 3),
    "+": ("plus", 4),
    "-": ("minus", 4),
    "*": ("times", 5),
    "/": ("divide", 5),
    "%": ("%", 5),
}
"""Operators between operands: the name in MathML, and how strongly they bind."""

LOGICAL = frozenset({"and", "or"})
RELATIONS = frozenset({"eq", "neq", "lt", "gt", "leq", "geq"})

_ONE = (
    *("abs", "exp", "ln", "floor", "ceiling", "factorial", "not", "rateOf"),
    *("sin", "cos", "tan", "sec", "csc", "cot", "sinh", "cosh", "tanh", "sech", "csch", "coth"),
    *("arcsin", "arccos", "arctan", "arcsec", "arccsc", "arccot"),
    *("arcsinh", "arccosh", "arctanh", "arcsech", "arccsch", "arccoth"),
)
_TWO = ("power", "divide", "root", "log", "neq", "delay", "quotient", "rem", "implies")
_MANY = ("plus", "times", "and", "or", "xor", "piecewise")
_SOME = ("eq", "lt", "gt", "leq", "geq", "max", "min")

ARITY: dict[str, tuple[int, int | None]] = {
    "minus": (1, 2),
    **dict.fromkeys(_ONE, (1, 1)),
    **dict.fromkeys(_TWO, (2, 2)),
    **dict.fromkeys(_MANY, (0, None)),
    **dict.fromkeys(_SOME, (2, None)),
    "max": (1, None),
    "min": (1, None),
    "piecewise": (1, None),
}
"""By name in MathML, how many arguments a function takes at least and at most."""

FUNCTIONS = {
    "ceiling": "ceil",
    "power": "pow",
    "arcsin": "asin",
    "arccos": "acos",
    "arctan": "atan",
}
"""The words of functions that are not those of MathML."""

ALIASES = {
    **{word: name for name, word in FUNCTIONS.items()},
    "asec": "arcsec",
    "acsc": "arccsc",
    "acot": "arccot",
    "asinh": "arcsinh",
    "acosh": "arccosh",
    "atanh": "arctanh",
    "asech": "arcsech",
    "acsch": "arccsch",
    "acoth": "arccoth",
}
"""Other words for functions, each with the name in MathML."""

TRUTHS = frozenset({*LOGICAL, *RELATIONS, "xor", "not", "implies"})
"""What gives a truth value."""

RESERVED = frozenset({*ARITY, *ALIASES, "sqrt", "sqr", "log10"})
"""What no function of a pathway may be called: before a bracket it means the syntax's own."""
