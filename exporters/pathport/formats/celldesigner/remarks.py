"""What the reader tells of a diagram that is odd, and read all the same: its rules."""

from pathport.findings import Severity
from pathport.rules import Rule

__all__ = ["RULES", "UNDRAWN", "UNLISTED"]

UNLISTED = Rule(
    code="CDX101",
    severity=Severity.WARNING,
    title="what a reaction draws as reactant, product or modifier is in SBML's list",
    remedy="add a reference to it with its species and alias, or take its line out of the diagram",
    source="measured on 22 maps that CellDesigner wrote",
)
UNDRAWN = Rule(
    code="CDX102",
    severity=Severity.WARNING,
    title="a species of a diagram is drawn",
    remedy="draw it: CellDesigner does not show it, and what is written has a made box of it",
    source="measured on 22 maps that CellDesigner wrote",
)
RULES = (UNLISTED, UNDRAWN)
