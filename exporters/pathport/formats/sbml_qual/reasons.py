"""Why facts of a kind may not be native in SBML-qual, where it is not for the reason of SBML."""

from pathport.fidelity.reasons import Reasons
from pathport.formats.sbml.reasons import REASONS as BASE

__all__ = ["REASONS"]

NO_TRANSITION = "a control of a process is no transition, and has no function terms"
WITHOUT = {
    "association": "an influence graph has no associations",
    "module": "an influence graph has no groups of processes",
    "process": "an influence graph has no processes",
}
"""Constructs of which nothing is native."""

REASONS: Reasons = {
    **{kind: why for kind, why in BASE.items() if kind.partition(" ")[0] not in WITHOUT},
    **WITHOUT,
    "control *": "a transition is an influence; a control of a process is none",
    "control mechanism": "the sign of an input tells activation from inhibition, and no mechanism",
    "control sources.gates": NO_TRANSITION,
    "control sources.logic": NO_TRANSITION,
    "pathway layout": "positions are written in the file of a pathway, not of an influence graph",
    "pathway order": "an influence graph has no processes",
    "pathway quantities": "a qualitative species has levels, not amounts, and no rates",
}
