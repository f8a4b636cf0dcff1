"""What a document calls the species and controls of a pathway: by notation, or by id.

An entry is written only where the notation would not give the species back, with its id; a control
under a process is written without an id only where its id would be derived again.
"""

from collections import Counter

import msgspec

from pathport.model.assembly import derived_control_ids
from pathport.model.ids import numbered, spelled_id
from pathport.model.notation import is_spellable, spell_species
from pathport.model.parts import Component
from pathport.model.pathway import Pathway
from pathport.model.things import Control, Form, Species, Thing

__all__ = ["Naming"]

ROUNDS = 3
"""So often what is derived anew is tried; then only what gets its id without a number is left."""


class Naming:
    """The names of one pathway's species and controls in its document."""

    def __init__(self, pathway: Pathway) -> None:
        self.pathway = pathway
        self.spellings = {
            item.id: spell_species(item)
            for item in pathway.species
            if item.form is not Form.SET and is_spellable(item)
        }
        self.times = Counter(self.spellings.values())
        self.anonymous = self.derived_controls()
        self.derived = self.derived_species()

    def has_entry(self, id_: str) -> bool:
        """Whether a species has an entry of its own."""
        return id_ not in self.derived

    def is_derived(self, id_: str) -> bool:
        """Whether a control's id is derived again."""
        return id_ in self.anonymous

    def is_apart(self, _id: str) -> bool:
        """Whether a control on a process stands by itself, and not under its process."""
        return False

    def text(self, id_: str) -> str:
        """What a species is called where it is used: its own spelling, or else its id."""
        spelling = self.spellings.get(id_)
        return spelling if spelling is not None and self.times[spelling] == 1 else id_

    # Species

    def derived_species(self) -> set[str]:
        """The species whose entry says nothing that their notation does not say."""
        used = self.used()
        found = {
            item.id: self.spellings[item.id]
            for item in self.pathway.species
            if self.is_plain(item) and self.is_met(item, used)
        }
        for _ in range(ROUNDS):
            given = self.given_species(found)
            kept = {id_: spelling for id_, spelling in found.items() if given[spelling] == id_}
            if len(kept) == len(found):
                return set(found)
            found = kept
        return {id_ for id_, spelling in found.items() if spelled_id(spelling) == id_}

    def given_species(self, found: dict[str, str]) -> dict[str, str]:
        """The ids that these species would get, by spelling."""
        taken = self.taken() | {item.id for item in self.pathway.species if item.id not in found}
        controls = {control.id for control in self.pathway.controls}
        taken |= controls - self.anonymous
        return numbered({spelling: spelled_id(spelling) for spelling in found.values()}, taken)

    def is_plain(self, item: Species) -> bool:
        """Whether the notation says all of a species, and of no other."""
        spelling = self.spellings.get(item.id)
        if spelling is None or self.times[spelling] > 1:
            return False
        plain = Species(
            id=item.id,
            form=item.form,
            molecule=item.molecule,
            components=item.components,
            state=item.state,
            compartment=item.compartment,
            side=item.side,
        )
        return plain == item

    def is_met(self, item: Species, used: tuple[set[str], set[str]]) -> bool:
        """Whether the document names the species; one without a place, other than as a source."""
        participating, controlling = used
        placed = item.compartment is not None and item.id in controlling
        return item.id in participating or placed

    def used(self) -> tuple[set[str], set[str]]:
        """The species that take part, and those that are sources of controls."""
        pathway = self.pathway
        participating = {
            part.species for item in pathway.processes for part in (*item.inputs, *item.outputs)
        }
        participating.update(item.template for item in pathway.processes if item.template)
        participating.update(
            part.species for item in pathway.associations for part in item.participants
        )
        participating.update(id_ for item in pathway.species for id_ in item.members)
        participating.update(item.target for item in pathway.controls if item.target)
        controlling = {id_ for item in pathway.controls for id_ in item.sources.species()}
        return participating, controlling

    # Controls

    def derived_controls(self) -> set[str]:
        """The controls under processes whose ids are derived again."""
        processes = {item.id for item in self.pathway.processes}
        found = [item for item in self.pathway.controls if item.target in processes]
        for _ in range(ROUNDS):
            given = self.given_controls(found)
            kept = [item for item, id_ in zip(found, given, strict=True) if item.id == id_]
            if len(kept) == len(found):
                return {item.id for item in found}
            found = kept
        given = [derived_control_ids([_nameless(item)], ())[0] for item in found]
        return {item.id for item, id_ in zip(found, given, strict=True) if item.id == id_}

    def given_controls(self, found: list[Control]) -> list[str]:
        """The ids that these controls would get."""
        ids = {item.id for item in found}
        taken = self.taken() | {item.id for item in self.pathway.species}
        taken |= {item.id for item in self.pathway.controls if item.id not in ids}
        return derived_control_ids([_nameless(item) for item in found], taken)

    def taken(self) -> set[str]:
        """The ids of all things but species and controls, of quantities and components."""
        pathway = self.pathway
        things: tuple[Thing, ...] = (
            *pathway.compartments,
            *pathway.molecules,
            *pathway.processes,
            *pathway.associations,
            *pathway.modules,
        )
        parts = (id_ for item in pathway.species for id_ in component_ids(item.components))
        return {
            pathway.id,
            *(item.id for item in things),
            *pathway.quantities.ids(),
            *parts,
        }


def component_ids(components: tuple[Component, ...]) -> set[str]:
    """The ids that components have."""
    found: set[str] = set()
    waiting = [*components]
    while waiting:
        part = waiting.pop()
        found |= {part.id} if part.id is not None else set()
        waiting.extend(part.components)
    return found


def _nameless(control: Control) -> Control:
    return msgspec.structs.replace(control, id="")
