"""What elements that compute say: their attributes and the elements inside that are read.

SBML Level 2 and Level 3 Version 1 Core, 4.3, 4.4 and 4.7 to 4.12; Version 2 Core, 3.2.
"""

__all__ = ["ANY", "COMMON", "COMPUTED", "Usual"]

Usual = dict[str, frozenset[str] | None]

ANY = None
"""An attribute that is read, or that says nothing of biology."""

COMMON: Usual = {"metaid": ANY, "id": ANY, "name": ANY, "sboTerm": ANY}
FORMULA: Usual = {**COMMON, "id": frozenset(), "math": ANY}
"""What gives a value, or stands for one, is called nothing: that it may have an id in Level 3
Version 2 is told."""
GIVING: Usual = {**FORMULA, "variable": ANY}
COMPUTED: dict[str, Usual] = {
    "unitDefinition": {**COMMON, "listOfUnits": ANY},
    "unit": {
        "metaid": ANY,
        "kind": ANY,
        "exponent": ANY,
        "scale": ANY,
        "multiplier": ANY,
        "offset": ANY,
    },
    "parameter": {**COMMON, "value": ANY, "units": ANY, "constant": ANY},
    "localParameter": {**COMMON, "value": ANY, "units": ANY},
    "functionDefinition": {**COMMON, "math": ANY},
    "initialAssignment": {**FORMULA, "symbol": ANY},
    "assignmentRule": GIVING,
    "rateRule": GIVING,
    "algebraicRule": FORMULA,
    "constraint": {**FORMULA, "message": ANY},
    "event": {
        **COMMON,
        "useValuesFromTriggerTime": ANY,
        "trigger": ANY,
        "priority": ANY,
        "delay": ANY,
        "listOfEventAssignments": ANY,
    },
    "eventAssignment": GIVING,
    "trigger": {"metaid": ANY, "initialValue": ANY, "persistent": ANY, "math": ANY},
    "delay": {"metaid": ANY, "math": ANY},
    "priority": {"metaid": ANY, "math": ANY},
    "kineticLaw": {
        **FORMULA,
        "listOfLocalParameters": ANY,
        "listOfParameters": ANY,
    },
}
"""What computes, by element."""
