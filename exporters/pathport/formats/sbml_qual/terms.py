"""What the package qual calls the parts of an influence graph: SBO terms, signs, MathML operators.

Each table is written once and read both ways; what species are called is the business of the base.
SBML Level 3 Qualitative Models Version 1, section 3; MathML 2.0, 4.2; the terms are those for
interactions, which KEGGtranslator writes too.
"""

from pathport.model.enumerations import Effect, Logic
from pathport.terms import Terms

__all__ = [
    "ASSIGNS",
    "BOOLEAN",
    "COMPARISON",
    "CONSUMES_NOTHING",
    "EFFECT",
    "LOGIC",
    "MATHML",
    "MIRRORED",
    "OFF",
    "ON",
    "PREFIX",
    "PRESENT",
    "QUAL",
    "SIGN",
]

QUAL = "http://www.sbml.org/sbml/level3/version1/qual/version1"
MATHML = "http://www.w3.org/1998/Math/MathML"
PREFIX = "qual:"

EFFECT = Terms(
    {
        Effect.CATALYSIS: "sbo:0000172",
        Effect.STIMULATION: "sbo:0000170",
        Effect.NECESSARY_STIMULATION: "sbo:0000171",
        Effect.TRIGGER: "sbo:0000411",  # absolute stimulation
        Effect.INHIBITION: "sbo:0000169",
        Effect.MODULATION: "sbo:0000168",  # control
    }
)
"""The sboTerm of a transition."""

SIGN = Terms({"+": "positive", "-": "negative", "+-": "dual", "?": "unknown"})
"""The sign of an input: what its presence does to the target, here and there both, or not known."""

LOGIC = Terms({Logic.AND: "and", Logic.OR: "or", Logic.NOT: "not"})
"""The MathML operator of a gate."""

PRESENT = ("geq", 1)
"""How the presence of a species is written: its level is at least 1."""

COMPARISON = {
    PRESENT: True,
    ("gt", 0): True,
    ("eq", 1): True,
    ("neq", 0): True,
    ("lt", 1): False,
    ("leq", 0): False,
    ("eq", 0): False,
    ("neq", 1): False,
}
"""Whether a species is present of which a level of 0 or 1 compares so with this number."""
MIRRORED = {"geq": "leq", "gt": "lt", "leq": "geq", "lt": "gt", "eq": "eq", "neq": "neq"}
"""What a comparison is with its two sides exchanged."""

OFF, ON = "0", "1"
BOOLEAN = frozenset({OFF, ON})
"""The levels that a species may have."""

CONSUMES_NOTHING = "none"
ASSIGNS = "assignmentLevel"
"""What a transition does to its inputs and outputs."""
