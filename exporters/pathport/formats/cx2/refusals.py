"""Why a text is not read as CX2, and how what was not understood is told: the reader's rules."""

from pathport.findings import Severity
from pathport.rules import Rule

__all__ = ["ELEMENT", "LOST", "NOT_CX2", "RULES", "SYNTAX"]

SPECIFICATION = "Cytoscape Exchange Format Specification (Version 2)"

SYNTAX = Rule(
    code="CXN001",
    severity=Severity.ERROR,
    title="a file of CX2 is JSON",
    remedy="correct it there, or export the network again",
    source="RFC 8259",
)
NOT_CX2 = Rule(
    code="CXN002",
    severity=Severity.ERROR,
    title="a file of CX2 is an array whose first element tells the version, 2",
    remedy="export the network as CX2 from Cytoscape or NDEx",
    source=f"{SPECIFICATION}, CX descriptor",
)
ELEMENT = Rule(
    code="CXN003",
    severity=Severity.ERROR,
    title="nodes and edges have integers of their own as ids, and edges end at nodes",
    remedy="give it an integer that nothing else has, or name a node that is there",
    source=f"{SPECIFICATION}, nodes and edges",
)
LOST = Rule(
    code="CXN101",
    severity=Severity.WARNING,
    title="all that a file of CX2 says has a place in a pathway",
    remedy="keep the file beside the pathway, which does not hold this",
    source="DESIGN: fidelity",
)
RULES = (SYNTAX, NOT_CX2, ELEMENT, LOST)
