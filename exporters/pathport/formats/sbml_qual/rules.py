"""What makes an influence graph in SBML-qual valid: the rules of the base, and libSBML's for qual.

The elements of qual are looked at with those of the base, in the same walk; what libSBML says of
them are its rules 3020000 and on. SBML Level 3 Qualitative Models Version 1, section 3 and
appendix A.
"""

from collections.abc import Mapping

import msgspec

from pathport.errors import UnreadableError
from pathport.findings import Finding, Location, Severity
from pathport.formats.sbml.checks import GRAMMAR, Shape, checked
from pathport.formats.sbml.judge import judged
from pathport.formats.sbml.read import namespace_of
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
    NO_INFLUENCE.code: "the pathway lacks influences",
    "libsbml-3020311": "each influence is a transition of its own: "
    "how several on one target act together is not known",
}
"""Warnings that a sound export may have, by code, each with the reason."""


def _named(*names: str) -> tuple[str, ...]:
    return tuple(f"{{{QUAL}}}{name}" for name in names)


(SPECIES,) = _named("qualitativeSpecies")
OF_SPECIES = ((SPECIES, "qualitativeSpecies"),)
WITH_QUAL = msgspec.structs.replace(
    GRAMMAR,
    shapes={
        **GRAMMAR.shapes,
        "qualitativeSpecies": Shape(
            required=_named("id", "compartment", "constant"),
            refers=((_named("compartment")[0], "compartment"),),
            numbers=_named("initialLevel", "maxLevel"),
        ),
        "transition": Shape(),
        "input": Shape(
            required=_named("qualitativeSpecies", "transitionEffect"),
            refers=OF_SPECIES,
            numbers=_named("thresholdLevel"),
        ),
        "output": Shape(
            required=_named("qualitativeSpecies", "transitionEffect"),
            refers=OF_SPECIES,
            numbers=_named("outputLevel"),
        ),
        "defaultTerm": Shape(required=_named("resultLevel"), numbers=_named("resultLevel")),
        "functionTerm": Shape(required=_named("resultLevel"), numbers=_named("resultLevel")),
    },
    whole={**GRAMMAR.whole, "qualitativeSpecies": QUAL, "transition": QUAL},
    once=GRAMMAR.once
    | {
        "listOfQualitativeSpecies",
        "listOfTransitions",
        "listOfInputs",
        "listOfOutputs",
        "listOfFunctionTerms",
    },
    counted=GRAMMAR.counted | {"qualitativeSpecies", "transition"},
)
"""What is looked at in a file of core, groups and qual."""


def validate(content: bytes, *, path: str = "", full: bool = False) -> tuple[Finding, ...]:
    """What is wrong with a file, in file order, and a note on which of libSBML's checks ran.

    A text that can't be read as SBML gives the reason alone. ``full`` asks for libSBML's whole
    check whatever the size.
    """
    try:
        own = checked(content, namespace_of(content, path=path), path=path, grammar=WITH_QUAL)
    except UnreadableError as error:
        return error.findings
    lacking = [] if _holds_transitions(content) else [NO_INFLUENCE]
    found = [it.finding("the file holds no influence", place=Location(path=path)) for it in lacking]
    return (*own.findings, *found, *judged(content, own.size, path=path, full=full))


def _holds_transitions(content: bytes) -> bool:
    found = iterparse_xml(content, events=("start",), tag=_named("transition"))
    return next(found, None) is not None
