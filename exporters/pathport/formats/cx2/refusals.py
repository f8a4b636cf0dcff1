"""Why a text is not read as CX2, and how what was not understood is told: the reader's rules."""

from pathport.findings import Severity
from pathport.rules import Rule

__all__ = ["AGAIN", "APART", "ELEMENT", "LOST", "NOT_CX2", "RENAMED", "RULES", "SYNTAX", "TWICE"]

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
AGAIN = Rule(
    code="CXN102",
    severity=Severity.WARNING,
    title="nodes with one id are one species, drawn several times, and say the same of it",
    remedy="change it on the first node of the species, which is the one that is read",
)
APART = Rule(
    code="CXN103",
    severity=Severity.WARNING,
    title="nodes of one molecule say the same of it",
    remedy="change it on all nodes of the molecule, or keep both molecules",
)
TWICE = Rule(
    code="CXN104",
    severity=Severity.WARNING,
    title="an id is that of one process, control, association, compartment, molecule or module",
    remedy="give the copy an id of its own, or take it out",
)
RENAMED = Rule(
    code="CXN105",
    severity=Severity.WARNING,
    title="the location of a species is the name of a compartment",
    remedy="write the name that the compartment has, or add a compartment of this name",
)
RULES = (SYNTAX, NOT_CX2, ELEMENT, LOST, AGAIN, APART, TWICE, RENAMED)
