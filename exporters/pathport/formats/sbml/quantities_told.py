"""The quantities of a file as a whole, once all of it is read: what is told, and what is not.

A file without anything to compute says amounts or concentrations of 0, sizes of 1 and units because
checks ask for them; these are no facts. Level 2 has units where it does not say them: these are.
SBML Level 2 Version 4, 4.4.3; Level 3 Version 1 Core, 4.2.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

import msgspec

from pathport.findings import Finding
from pathport.formats.sbml.book import Book, NamedPart
from pathport.formats.sbml.losses import Losses
from pathport.formats.sbml.quantities_left import BEARERS, ELEMENTS, spelt
from pathport.formats.sbml.quantity_plan import computes
from pathport.formats.sbml.unread import AGAIN
from pathport.formats.sbml.untold import AREA, UNTOLD_MEASURES, UNTOLD_UNITS
from pathport.model.check_formulas import names_in
from pathport.model.pathway import Pathway
from pathport.model.quantities import Coefficient, Measures, Quantities, RuleKind
from pathport.model.references import formulas_of
from pathport.model.sound import key_of
from pathport.model.things import Compartment
from pathport.model.value import content_of, fields_of

__all__ = ["untold_parts", "with_quantities"]

OF_DIMENSIONS = {3: "volume", 2: "area", 1: "length"}
BUILT_IN = {
    "substance": "mole",
    "time": "second",
    "volume": "litre",
    "area": "area",
    "length": "metre",
}
"""The units of Level 2 that need no definition, as base units; an area is in square metres."""


def with_quantities(pathway: Pathway, book: Book) -> Pathway:
    """The pathway with all quantities that were read."""
    _start_infinite(book)
    there = {it.id for it in (*pathway.species, *pathway.processes)}
    read = {name: tuple(_once(name, found, book)) for name, found in book.numbers.items()}
    told = {
        name: tuple(it for it in found if there.issuperset(_bearers(it)))
        for name, found in read.items()
    }
    quantities = Quantities(measures=book.measures, conversion=book.conversion, **told)
    used = {name for text in formulas_of(quantities) for name in names_in(text)}
    kept = tuple(it for it in quantities.coefficients if it.id in used or not it.constant)
    idle = {id_: it for id_, it in book.named_parts.items() if id_ not in used}
    dropped = {*read.get("coefficients", ()), *idle.values()}.difference(kept)
    book.unnamed_parts += sorted(_unnamed(dropped, book))
    parameters = tuple(it for it in quantities.parameters if it.id not in idle)
    quantities = msgspec.structs.replace(quantities, coefficients=kept, parameters=parameters)
    pathway = msgspec.structs.replace(pathway, quantities=quantities)
    if book.level_2:
        pathway = _of_level_2(pathway)
    return pathway if computes(pathway.quantities) else _without_untold(pathway)


def _start_infinite(book: Book) -> None:
    """What is infinite at the start is so by a formula, unless another gives it: that one holds."""
    given = {it.variable for it, _ in book.numbers["starts"]}
    given |= {it.variable for it, _ in book.numbers["rules"] if it.kind is RuleKind.ASSIGNMENT}
    for start, what, line in book.infinite:
        if start.variable in given:
            book.lost(what, line, start.variable)
        else:
            book.numbers["starts"].append((start, line))


def _unnamed(coefficients: Collection[Coefficient], book: Book) -> Iterator[NamedPart]:
    """The ids of participants that no formula names, and no line of the layout, in file order."""
    drawn = book.drawings.references()
    known = book.number_lines
    for it in coefficients:
        if it.id not in drawn:
            line = known.get(("coefficients", it.id)) or known["parameters", it.id]
            yield NamedPart(line, it.id, f"reaction {it.process.partition(AGAIN)[0]}")


def untold_parts(told: Iterable[NamedPart], pathway: Pathway, path: str) -> Iterator[Finding]:
    """The ids of participants that this pathway does not have."""
    there = {it.id for it in pathway.quantities.coefficients}
    losses = Losses(path)
    for line, id_, subject in told:
        if id_ not in there:
            losses.count(f'id="{id_}"', line, subject, many="id of speciesReference")
    yield from losses.findings()


def _bearers(item: Any) -> Iterator[str]:
    """The species and the process that a quantity is said of, if it is said of such."""
    named = (getattr(item, name, None) for name in ("species", "process"))
    return (id_ for id_ in named if id_ is not None)


def _once(name: str, found: list[tuple[Any, int]], book: Book) -> Iterator[Any]:
    """The values of a field, of two with one key the first."""
    for value, line in found:
        key = (name, key_of(name, value))
        if not key[1] and name not in BEARERS:
            what = f"all of it, {spelt(name, value)} (nothing says what it is called)"
            book.lost(what, line, ELEMENTS[name].format(""))
        elif key not in book.number_lines:
            book.number_lines[key] = line
            yield value
        else:
            words, said = name.replace("_", " "), spelt(name, value)
            what = f'a second "{key[1]}" among {words}{said and ", "}{said}'
            book.lost(what, line, ELEMENTS[name].format(key[1]))


# What Level 2 says without saying it


def _of_level_2(pathway: Pathway) -> Pathway:
    """The pathway with the units that Level 2 has built in, where something is in them.

    Where a file computes, a compartment that does not say it has the three dimensions of Level 2.
    """
    runs = computes(pathway.quantities)
    quantities = pathway.quantities
    defined = {it.id for it in quantities.units}
    built_in = {name: base for name, base in BUILT_IN.items() if name not in defined}

    def real(unit: str | None) -> str | None:
        return built_in.get(unit or "", unit)

    replace = msgspec.structs.replace
    places = tuple(
        replace(it, unit=real(it.unit), dimensions=_size_of(it) if runs else it.dimensions)
        for it in pathway.compartments
    )
    measured = {"substance", "time", *(OF_DIMENSIONS.get(_size_of(it), "") for it in places)}
    measures = {name: real(name) for name in BUILT_IN if name in measured}
    measures["extent"] = measures["substance"]
    laws = tuple(
        replace(law, parameters=tuple(replace(it, unit=real(it.unit)) for it in law.parameters))
        for law in quantities.rate_laws
    )
    changed = replace(
        quantities,
        measures=Measures(**measures),
        parameters=tuple(replace(it, unit=real(it.unit)) for it in quantities.parameters),
        amounts=tuple(replace(it, unit=real(it.unit)) for it in quantities.amounts),
        rate_laws=laws,
    )
    if "area" not in defined and "area" in content_of(changed) + content_of(places):
        changed = replace(changed, units=(*changed.units, AREA))
    return replace(pathway, compartments=places, quantities=changed)


def _size_of(compartment: Compartment) -> int:
    return 3 if compartment.dimensions is None else compartment.dimensions


# What checks ask for


def _without_untold(pathway: Pathway) -> Pathway:
    """The pathway of a file that computes nothing, without what stands there for checks alone."""
    replace = msgspec.structs.replace
    quantities = pathway.quantities
    measures = {
        it.name: None if told == UNTOLD_MEASURES[it.name] else told
        for it in fields_of(Measures)
        for told in (getattr(quantities.measures, it.name),)
    }
    amounts = (
        replace(
            it, amount=None, concentration=None, unit=None if it.unit in UNTOLD_UNITS else it.unit
        )
        for it in quantities.amounts
    )
    places = (
        replace(
            it,
            size=None if it.size == 1 else it.size,
            unit=None if it.unit in UNTOLD_UNITS else it.unit,
        )
        for it in pathway.compartments
    )
    return replace(
        pathway,
        compartments=tuple(places),
        quantities=replace(
            quantities,
            measures=Measures(**measures),
            amounts=tuple(amounts),
            units=tuple(it for it in quantities.units if it != AREA),
        ),
    )
