"""What makes an influence graph in SBML-qual valid: the rules of the base, and libSBML's for qual.

The elements of qual are looked at with those of the base, in the same walk; what libSBML says of
them are its rules 3020000 and on. SBML Level 3 Qualitative Models Version 1, section 3 and
appendix A.
"""

from collections.abc import Mapping

from pathport.findings import Finding, Location, Severity
from pathport.formats.sbml import rules as base
from pathport.formats.sbml.grammar import FIRST, NUMBER, OF_GROUPS, Attribute, Package, Part
from pathport.formats.sbml_qual.terms import QUAL
from pathport.rules import Rule
from pathport.safety.xml import iterparse_xml

__all__ = ["RULES", "TOLERATED", "validate"]

NO_INFLUENCE = Rule(
    code="SBQ201",
    severity=Severity.WARNING,
    title="an influence graph holds influences",
    remedy="write processes with `--to sbml`; an influence is a control whose target is a species",
    source="SBML Level 3 Qualitative Models Version 1, 3.6",
)
RULES: tuple[Rule, ...] = (NO_INFLUENCE,)

TOLERATED: Mapping[str, str] = {
    **base.TOLERATED,
    NO_INFLUENCE.code: "the pathway lacks influences",
    "libsbml-3020311": "each influence is a transition of its own: "
    "how several on one target act together is not known",
}
"""Warnings that a sound export may have, by code, each with the reason."""


TRANSITION = f"{{{QUAL}}}transition"
OF_QUAL = Package(
    namespace=QUAL,
    attributes={
        "listOfQualitativeSpecies": (),
        "qualitativeSpecies": (
            Attribute("id", required=FIRST),
            Attribute("compartment", required=FIRST, refers="compartment"),
            Attribute("constant", required=FIRST),
            Attribute("initialLevel", NUMBER),
            Attribute("maxLevel", NUMBER),
        ),
        "listOfTransitions": (),
        "transition": (),
        "listOfInputs": (),
        "input": (
            Attribute("qualitativeSpecies", required=FIRST, refers="qualitativeSpecies"),
            Attribute("transitionEffect", required=FIRST),
            Attribute("thresholdLevel", NUMBER),
            Attribute("sign"),
        ),
        "listOfOutputs": (),
        "output": (
            Attribute("qualitativeSpecies", required=FIRST, refers="qualitativeSpecies"),
            Attribute("transitionEffect", required=FIRST),
            Attribute("outputLevel", NUMBER),
        ),
        "listOfFunctionTerms": (),
        "defaultTerm": (Attribute("resultLevel", NUMBER, required=FIRST),),
        "functionTerm": (Attribute("resultLevel", NUMBER, required=FIRST),),
    },
    parts={
        "transition": tuple(
            Part(name) for name in ("listOfInputs", "listOfOutputs", "listOfFunctionTerms")
        ),
    },
    listed={
        "listOfQualitativeSpecies": "qualitativeSpecies",
        "listOfTransitions": "transition",
        "listOfInputs": "input",
        "listOfOutputs": "output",
    },
    in_model=("listOfQualitativeSpecies", "listOfTransitions"),
    whole=frozenset({"qualitativeSpecies", "transition"}),
    counted=frozenset({"qualitativeSpecies", "transition"}),
)
"""What is looked at of qual, beside core and groups."""


def validate(content: bytes, *, path: str = "", full: bool = False) -> tuple[Finding, ...]:
    """What is wrong with a file, in file order, and a note on which of libSBML's checks ran.

    ``full`` asks for libSBML's whole check whatever the size.

    :raises UnreadableError: if it is not XML, not SBML, or of Level 1.
    """
    found = base.validate(content, path=path, full=full, packages=(OF_GROUPS, OF_QUAL))
    if _holds_transitions(content):
        return found
    place = Location(path=path)
    return (NO_INFLUENCE.finding("the file holds no influence", place=place), *found)


def _holds_transitions(content: bytes) -> bool:
    found = iterparse_xml(content, events=("start",), tag=TRANSITION)
    return next(found, None) is not None
