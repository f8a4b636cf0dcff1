"""Why a text is not read as GPML, and how what was not understood is told: the reader's rules."""

from pathport.findings import Severity
from pathport.rules import Rule

__all__ = ["KEPT", "LOST", "NOT_GPML", "RULES"]

NOT_GPML = Rule(
    code="GPM001",
    severity=Severity.ERROR,
    title="the root of a GPML file is Pathway, in the namespace of its version",
    remedy="name the format that the file is in",
    source="GPML2013a.xsd, GPML2021.xsd, element Pathway",
)
LOST = Rule(
    code="GPM101",
    severity=Severity.WARNING,
    title="all that a GPML file says has a place in a pathway",
    remedy="keep the file beside the pathway, which does not hold this",
    source="DESIGN: fidelity",
)
KEPT = Rule(
    code="GPM102",
    severity=Severity.WARNING,
    title="an interaction begins and ends at something that has a meaning",
    remedy="attach its ends to nodes, groups or anchors",
    source="WikiPathways Academy, unconnected lines",
)
RULES = (NOT_GPML, LOST, KEPT)
