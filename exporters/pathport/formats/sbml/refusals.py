"""Why a text is not read as SBML, and how what was not understood is told: the reader's rules."""

from pathport.findings import Severity
from pathport.rules import Rule

__all__ = ["LEVEL_1", "LOST", "NOT_SBML", "NO_MODEL", "OF_DIALECTS", "RULES", "TWICE"]

NOT_SBML = Rule(
    code="SBM001",
    severity=Severity.ERROR,
    title="the root of an SBML file is sbml, in one of SBML's namespaces",
    remedy="name the format that the file is in",
    source="SBML Level 3 Version 1 Core, 4.1",
)
LEVEL_1 = Rule(
    code="SBM002",
    severity=Severity.ERROR,
    title="an SBML file is of Level 2 or 3",
    remedy="convert it with the program that wrote it, or with libSBML's `convertSBML`",
    source="SBML Level 1 Version 2",
)
NO_MODEL = Rule(
    code="SBM003",
    severity=Severity.ERROR,
    title="an SBML file holds a model",
    remedy="check whether the program that wrote it had finished",
    source="SBML Level 3 Version 1 Core, 4.1",
)
LOST = Rule(
    code="SBM101",
    severity=Severity.WARNING,
    title="all that an SBML file says has a place in a pathway",
    remedy="keep the file beside the pathway, which does not hold this",
    source="DESIGN: fidelity",
)
QUALITATIVE = Rule(
    code="SBM102",
    severity=Severity.WARNING,
    title="influences that the package qual says are read by a format of their own",
    remedy="read them with `--from sbml-qual`; reactions are read there too",
    source="SBML Level 3 Qualitative Models Version 1, 3.3",
)
TWICE = Rule(
    code="SBM103",
    severity=Severity.WARNING,
    title="an id is that of one element",
    remedy="give one of the two another id in the file: what refers to this id means the first",
    source="SBML Level 3 Version 1 Core, 3.3",
)
OF_DIALECTS = {"listOfQualitativeSpecies": QUALITATIVE, "listOfTransitions": QUALITATIVE}
"""Elements that a dialect reads, by name, each with the rule that says which."""
RULES = (NOT_SBML, LEVEL_1, NO_MODEL, LOST, QUALITATIVE, TWICE)
