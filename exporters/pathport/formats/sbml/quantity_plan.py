"""Which quantities a pathway's file says: those that compute with elements and functions it has.

A formula that names a process without an element, or calls a function of a later version of SBML,
can't be written; nor can what needs it.
"""

from collections.abc import Collection
from typing import Any

import msgspec

from pathport.formats.sbml.earlier import in_earlier_terms, is_sayable
from pathport.model.formulas import FormulaError, Word, formula_of, nodes_of
from pathport.model.pathway import Pathway
from pathport.model.quantities import Function, Quantities
from pathport.model.references import formulas_of
from pathport.model.sound import sound
from pathport.model.things import Process
from pathport.model.value import fields_of

__all__ = ["computes", "sayable"]

COMPUTING = (
    *("parameters", "functions", "coefficients", "rate_laws", "rules", "starts"),
    *("balances", "constraints", "events"),
)
NOTHING = Quantities()
AVOGADRO = Word("avogadro")
"""In a function libSBML takes it for a name that is no argument (rule 20304)."""


def computes(quantities: Quantities) -> bool:
    """Whether there is anything to compute with."""
    return any(getattr(quantities, name) for name in COMPUTING) or any(
        it.amount or it.concentration for it in quantities.amounts
    )


def sayable(pathway: Pathway, processes: Collection[Process]) -> Quantities:
    """The quantities that are written, if only these processes have elements."""
    quantities = pathway.quantities
    if quantities == NOTHING:
        return quantities
    kept = {
        field.name: tuple(it for it in getattr(quantities, field.name) if _is_said(it))
        for field in fields_of(Quantities)
        if field.many
    }
    if len(processes) == len(pathway.processes) and all(
        len(items) == len(getattr(quantities, name)) for name, items in kept.items()
    ):
        return quantities
    reduced = msgspec.structs.replace(
        pathway,
        processes=tuple(processes),
        quantities=msgspec.structs.replace(quantities, **kept),
    )
    there = {it.id for it in processes}
    reduced = msgspec.structs.replace(
        reduced,
        quantities=msgspec.structs.replace(
            reduced.quantities,
            rate_laws=tuple(it for it in reduced.quantities.rate_laws if it.process in there),
        ),
    )
    return sound(reduced)[0].quantities


def _is_said(item: Any) -> bool:
    try:
        formulas = [formula_of(text) for text in formulas_of(item)]
        if isinstance(item, Function) and AVOGADRO in nodes_of(formulas[0]):
            return False
        return all(is_sayable(it) and in_earlier_terms(it) is not None for it in formulas)
    except FormulaError:  # in earlier terms it is too deep
        return False
