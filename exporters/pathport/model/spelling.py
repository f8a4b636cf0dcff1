"""The normal spelling of species, states, processes and gates in the notation.

There is one for each value; ``pathport.model.notation`` reads it back as the value.
"""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

import msgspec

from pathport.model import modifications
from pathport.model.enumerations import Logic
from pathport.model.notation_states import PLAIN_WORD
from pathport.model.parts import (
    NO_STATE,
    Component,
    Gate,
    Modification,
    Number,
    State,
    plain_number,
)
from pathport.model.things import Form, Species

__all__ = [
    "OrderedGate",
    "is_spellable",
    "spell_component",
    "spell_gate",
    "spell_ordered_gate",
    "spell_process",
    "spell_species",
    "spell_state",
    "spell_term",
]

SPELLED = frozenset({"components", "count", "molecule", "state"})
MORE = attrgetter(*(it for it in Component.__struct_fields__ if it not in SPELLED))
"""What a component may say that the notation can't."""

OrderedGate = str | tuple[Logic, tuple[Any, ...]]
"""A gate in an order: a spelled species, or logic and inputs."""


def is_spellable(species: Species) -> bool:
    """Whether the notation says all that makes a species this one.

    Sets of species, and components that say more of themselves, need an entry.
    """
    known = species.form is Form.COMPLEX or species.molecule is not None
    return (
        known
        and not species.members
        and species.form is not Form.SET
        and all(map(_is_spellable_component, species.components))
    )


def _is_spellable_component(component: Component) -> bool:
    more = any(it not in (None, ()) for it in MORE(component))
    return not more and all(map(_is_spellable_component, component.components))


def spell_species(species: Species) -> str:
    """The normal spelling of a species; its id, name and further facts are not spelled.

    :raises ValueError: if the notation can't say it (`is_spellable`).
    """
    if not is_spellable(species):
        raise ValueError(f"the notation can't say what species {species.id} is")
    place = f"@{species.compartment}" if species.compartment else ""
    if species.side:
        place += f".{species.side}"
    return _spelled_body(species) + place


def _spelled_body(species: Species) -> str:
    parts = species.components
    if species.form is Form.SINGLE:
        return f"{species.molecule}{_braced(species.state)}"
    plain = species.state == NO_STATE and (
        len(parts) > 1 or (len(parts) == 1 and parts[0].count > 1)
    )
    inner = ":".join(map(spell_component, parts))
    return inner if plain else f"({inner}){_braced(species.state)}"


def spell_component(component: Component) -> str:
    """The normal spelling of a component; what the notation can't say of it is left out."""
    count = f"{component.count}*" if component.count != 1 else ""
    inner = component.molecule or f"({':'.join(map(spell_component, component.components))})"
    return f"{count}{inner}{_braced(component.state)}"


def _braced(state: State) -> str:
    return f"{{{spell_state(state)}}}" if state != NO_STATE else ""


def spell_state(state: State) -> str:
    """The normal spelling of a state, without braces: sites by position, then all else."""
    items = [_spelled_modification(item) for item in sorted(state.modifications, key=_by_position)]
    items += [state.activity] if state.activity else []
    if state.structure is not None:
        items.append(f"structure({_spelled_text(state.structure)})")
    if state.fragment is not None:
        begin, end = state.fragment.begin, state.fragment.end
        items.append(f"fragment({'' if begin is None else begin}-{'' if end is None else end})")
    if state.variant is not None:
        items.append(f"variant({_spelled_text(state.variant)})")
    return ",".join(items)


def _by_position(item: Modification) -> tuple[bool, bool, int, str, str]:
    place = item.position or 0
    return item.site_set is not None, not place, place, item.residue or "", item.site_set or ""


def _spelled_text(text: str) -> str:
    return text if PLAIN_WORD.fullmatch(text) else msgspec.json.encode(text).decode()


def _spelled_modification(item: Modification) -> str:
    before = f"{item.count}*" if item.count > 1 else "!" if item.absent else ""
    if item.site_set is not None:
        return before + item.site_set
    position = "" if item.position is None else str(item.position)
    site = (item.residue or "") + position
    if item.word is not None:
        return f"{before}{msgspec.json.encode(item.word).decode()}" + (f"#{site}" if site else "")
    if item.kind is None:
        return f"{before}?{site}"
    token = modifications.token(item.kind)
    if token is not None and token[1] == (item.residue or ""):
        mark = "#" if position and not item.residue else ""
        return f"{before}{token[0]}{mark}{site}"
    return f"{before}{item.kind}#{site}" if site else before + item.kind


def spell_process(
    inputs: Iterable[tuple[Number, str]],
    outputs: Iterable[tuple[Number, str]],
    *,
    reversible: bool = False,
) -> str:
    """The normal spelling of a process, from coefficients and spelled species in their order.

    Equal species are joined.
    """
    arrow = "<->" if reversible else "->"
    return f"{_spelled_side(inputs)} {arrow} {_spelled_side(outputs)}"


def _spelled_side(terms: Iterable[tuple[Number, str]]) -> str:
    numbers: dict[str, Number] = {}
    for number, text in terms:
        numbers[text] = numbers.get(text, 0) + number
    return " + ".join(spell_term(numbers[text], text) for text in numbers) or "0"


def spell_term(coefficient: Number, species: str) -> str:
    """The normal spelling of a species with its coefficient: ``2 CXCR4@pm``."""
    number = plain_number(coefficient)
    return species if number == 1 else f"{number} {species}"


TIGHTNESS = {Logic.OR: 0, Logic.AND: 1, Logic.NOT: 2}


def spell_gate(gate: Gate, spell: Callable[[str], str]) -> str:
    """The normal spelling of a gate; ``spell`` gives the spelling of a species by its id."""
    return spell_ordered_gate(_ordered(gate, spell))


def _ordered(gate: Gate, spell: Callable[[str], str]) -> OrderedGate:
    inner = sorted((_ordered(item, spell) for item in gate.gates), key=spell_ordered_gate)
    parts = (*sorted(map(spell, gate.inputs)), *inner)
    return parts[0] if len(parts) == 1 and gate.logic is not Logic.NOT else (gate.logic, parts)


def spell_ordered_gate(gate: OrderedGate, outer: Logic = Logic.OR) -> str:
    """The spelling of a gate with its inputs as they stand; ``outer`` is the logic around it."""
    if isinstance(gate, str):
        return gate
    logic, inputs = gate
    parts = [spell_ordered_gate(item, logic) for item in inputs]
    if logic is Logic.NOT:
        return f"not {parts[0]}"
    text = f" {logic} ".join(parts)
    return f"({text})" if TIGHTNESS[logic] < TIGHTNESS[outer] else text
