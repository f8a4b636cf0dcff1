"""Quantities that break the rules of the model are left out, and told with all that they said.

What is left out is measured, not declared: the facts that were read and that the sound quantities
have not. Each is told by the element that said it.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from pathport.fidelity.reading import Reading
from pathport.formats.sbml.book import Book
from pathport.model.facts import PATHWAY, Facts, Place, Scalar, keys_in
from pathport.model.faults import Fault
from pathport.model.pathway import Pathway
from pathport.model.quantities import Quantities
from pathport.model.sound import FIELDS, Item, item_of, key_of, quantity_facts, sound

__all__ = ["BEARERS", "ELEMENTS", "spelt", "without_faults"]

ELEMENTS = {
    "units": "unitDefinition {}",
    "measures": "model",
    "conversion": "model",
    "parameters": "parameter {}",
    "functions": "functionDefinition {}",
    "amounts": "species {}",
    "coefficients": "speciesReference {}",
    "rate_laws": "reaction {}",
    "rules": "the rule of {}",
    "starts": "the initialAssignment of {}",
    "balances": "algebraicRule",
    "constraints": "constraint",
    "events": "event {}",
}
"""By field, the element that says a quantity."""
WHOLE = {"rate_laws": "its rate law", "amounts": "its amounts"}
"""What is left out where that is less than the element."""
UNNAMED = "_"
BEARERS = {"rate_laws": "process", "amounts": "species"}
"""The construct whose element says a quantity of this field."""


def without_faults(reading: Reading, book: Book) -> Reading:
    """The reading without quantities that break the rules of the model, which are named."""
    pathway, faults = sound(reading.pathway)
    if not faults:
        return reading
    for fault in faults:
        if fault.place.construct != PATHWAY:
            what = f"its {fault.place.field} ({fault.sentence})"
            subject = f"{fault.place.construct} {fault.place.id}"
            book.lost(what, reading.lines.get(fault.place[:2], 0), subject)
    for item, left in _left_out(reading.pathway, pathway):
        name, key = item
        line = book.number_lines.get(item) or reading.lines.get((BEARERS.get(name, ""), key), 0)
        book.lost(_told(item, left, faults), line, ELEMENTS[name].format(key))
    return msgspec.structs.replace(reading, pathway=pathway, findings=book.losses.findings())


def _left_out(before: Pathway, after: Pathway) -> Iterator[tuple[Item, Facts]]:
    """What was read of each quantity and is no more said of it."""
    there = quantity_facts(after)
    for item, facts in quantity_facts(before).items():
        left = {it: value for it, value in facts.items() if it not in there.get(item, {})}
        if left:
            yield item, left


def _told(item: Item, left: Facts, faults: Iterable[Fault]) -> str:
    """What is left out of a quantity, and why."""
    name = item[0]
    whole = WHOLE.get(name, "all of it") if any(it.field.count(".") == 1 for it in left) else ""
    parts = [text for place, value in left.items() if (text := _part(place, value, left))]
    why = dict.fromkeys(
        it.sentence for it in faults if it.place.construct == PATHWAY and item_of(it.place) == item
    )
    because = "; ".join(why) or "it needs what is left out"
    return f"{', '.join(filter(None, (whole, *parts)))} ({because})"


def spelt(name: str, item: Any) -> str:
    """All that a quantity of this field says, in words."""
    keyed = FIELDS[name].keyed
    if keyed and not key_of(name, item):  # facts have no empty keys
        item = msgspec.structs.replace(item, **{keyed.key: UNNAMED})
    alone: dict[str, Any] = {name: (item,)}
    said = Pathway(id="p", quantities=Quantities(**alone))
    left = quantity_facts(said).get((name, key_of(name, item)), {})
    return ", ".join(text for place, value in left.items() if (text := _part(place, value, left)))


def _part(place: Place, value: Scalar, left: Facts) -> str:
    """One fact in words; none for one that only says that something is there of which more is."""
    fields, keys = place.field.split(".")[2:], keys_in(place.key)[1:]
    within = f"{place.field}."
    if value is True and any(it.field.startswith(within) for it in left):
        return ""
    words = [*fields[:1], *keys, *fields[1:]] or [place.key]
    said = "" if value is True else str(value)
    return " ".join(filter(None, (*words, f'"{said}"' if isinstance(value, str) else said)))
