"""Which quantities a pathway's file says: those that compute with elements and functions it has.

A formula that names a process without an element, or calls a function of a later version of SBML,
can't be written; nor can what needs it.
"""

from collections.abc import Collection, Iterator
from typing import Any

import msgspec

from pathport.formats.sbml.earlier import in_earlier_terms, is_sayable
from pathport.model.formulas import FormulaError, Word, formula_of, nodes_of
from pathport.model.pathway import Pathway
from pathport.model.quantities import Function, Quantities
from pathport.model.sound import sound
from pathport.model.things import Process
from pathport.model.value import Value, fields_of

__all__ = ["computes", "formulas_of", "sayable"]

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
        it.amount or it.concentration is not None for it in quantities.amounts
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


def formulas_of(value: Value) -> Iterator[str]:
    """The formulas of a value and of the values inside it, names of what they give among them."""
    cls: type[Value] = type(value)
    for field in fields_of(cls):
        content = getattr(value, field.name)
        if content and field.computes is not None:
            yield content
        elif content and isinstance(field.type, type) and issubclass(field.type, Value):
            for item in content if field.many else (content,):
                yield from formulas_of(item)
