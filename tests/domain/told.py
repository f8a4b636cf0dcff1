"""What the domain tables say and what a pathway holds, both as plain values to be compared.

The tables are read by a grammar of this module's own (their README states it), the pathway through
the values of its model; nothing here reads or spells pathport's notation.
"""

import csv
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from pathport.model.enumerations import Certainty, Effect, Kind, Logic, Mechanism, ProcessType
from pathport.model.parts import Number, Participant, State
from pathport.model.pathway import Pathway
from pathport.model.things import Control, Form, Species

__all__ = [
    "KINDS",
    "NAMED",
    "SITE_SETS",
    "TYPES",
    "Act",
    "Part",
    "Told",
    "View",
    "domain",
    "lines",
    "sites_of",
    "told_acts",
    "told_side",
    "told_sites",
    "told_species",
]

DOMAIN = Path(__file__).parents[3] / "shared" / "domain"

TYPES = {
    "binding": ProcessType.BINDING,
    "oligomerization": ProcessType.BINDING,
    "dimerization": ProcessType.BINDING,
    "dissociation": ProcessType.DISSOCIATION,
    "conversion": ProcessType.CONVERSION,
    "nucleotide exchange": ProcessType.CONVERSION,
    "hydrolysis": ProcessType.HYDROLYSIS,
    "phosphorylation": ProcessType.PHOSPHORYLATION,
    "phosphorylation with translocation": ProcessType.PHOSPHORYLATION,
    "ubiquitination": ProcessType.UBIQUITINATION,
    "activation": ProcessType.ACTIVATION,
    "activation with translocation": ProcessType.ACTIVATION,
    "transport": ProcessType.TRANSPORT,
    "degradation": ProcessType.DEGRADATION,
    "genetic production": ProcessType.GENETIC_PRODUCTION,
}
"""What the table's types of process are in the model; a translocation shows in the places."""

ROLES = {
    "SBO:0000013": (Effect.CATALYSIS, None),
    "SBO:0000459": (Effect.STIMULATION, None),
    "SBO:0000461": (Effect.NECESSARY_STIMULATION, None),
    "SBO:0000020": (Effect.INHIBITION, None),
    "SBO:0000206": (Effect.INHIBITION, Mechanism.COMPETITIVE),
    "SBO:0000596": (Effect.MODULATION, None),
}
KINDS = {"small_molecule": Kind.SMALL_MOLECULE} | {
    word: Kind(word) for word in ("protein", "gene", "family", "complex", "phenotype")
}
PHOSPHATES = {"S": "mod:00046", "T": "mod:00047", "Y": "mod:00048", "": "mod:00696"}
SITE_SETS = {"ub": "tail_ub"}
"""Names that the notation reads as a kind of modification, and what the site set is called here."""

NAMED = {
    "E86": ("plerixafor@ec", Effect.STIMULATION, Mechanism.ALLOSTERIC, "ACKR3@pm"),
}
"""An effect that a row has in its name (an allosteric agonist) and in no controller."""


class Part(NamedTuple):
    """A molecule in a state: sites as (kind, residue, position), names of site sets, activity."""

    molecule: str
    state: frozenset[object]


class Told(NamedTuple):
    """What a species is made of, with counts, and where it is."""

    parts: frozenset[tuple[Part, int]]
    place: str | None


class Act(NamedTuple):
    """A control or influence: what acts, joined how, with which effect, on what."""

    sources: frozenset[Told]
    logic: Logic
    effect: Effect
    mechanism: Mechanism | None
    target: object


def lines(path: Path) -> list[dict[str, str]]:
    """The rows of a table with tabs between its fields and a line of names above."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def domain(name: str) -> list[dict[str, str]]:
    """The rows of one of the domain tables; where they are not at hand, the test is skipped."""
    if not DOMAIN.is_dir():
        pytest.skip(f"the domain tables are not at {DOMAIN}")
    return lines(DOMAIN / name)


# What the model holds


class View:
    """A pathway's species, processes and controls as plain values."""

    def __init__(self, pathway: Pathway) -> None:
        self.species = {species.id: told_of(species) for species in pathway.species}
        self.processes = {process.id: process for process in pathway.processes}
        self.acts = {control.id: self.act(control) for control in pathway.controls}

    def side(self, participants: tuple[Participant, ...]) -> dict[Told, Number]:
        """One side of a process, with its coefficients."""
        return {self.species[one.species]: one.coefficient for one in participants}

    def act(self, control: Control) -> Act:
        """A control; its target is a species as a value, or the id of a process."""
        assert not control.sources.gates
        target = str(control.target)
        return Act(
            frozenset(self.species[id_] for id_ in control.sources.inputs),
            control.sources.logic,
            control.effect,
            control.mechanism,
            self.species.get(target, target),
        )


def told_of(species: Species) -> Told:
    """What a species is made of; all that this view has no word for must not be there."""
    assert not species.members
    if species.form is Form.SINGLE:
        part = Part(str(species.molecule), sites_in(species.state))
        return Told(frozenset({(part, 1)}), species.compartment)
    assert species.form is Form.COMPLEX
    assert species.state == State()
    assert not any(component.components for component in species.components)
    parts = {
        (Part(str(part.molecule), sites_in(part.state)), part.count) for part in species.components
    }
    return Told(frozenset(parts), species.compartment)


def sites_of(pathway: Pathway) -> set[tuple[object, ...]]:
    """The known sites and site sets of all molecules, each residue with whether it is sure."""
    return {
        (name, logic, site.molecule or molecule.id, site.residue, site.position, site.kind, sure)
        for molecule in pathway.molecules
        for name, logic, sites in (
            ("", "single", molecule.sites),
            *((found.name, str(found.logic), found.sites) for found in molecule.site_sets),
        )
        for site in sites
        for sure in (site.certainty is not Certainty.HYPOTHETICAL,)
    }


def sites_in(state: State) -> frozenset[object]:
    assert (state.structure, state.fragment, state.variant) == (None, None, None)
    assert not any(item.absent for item in state.modifications)
    sites = [
        item.site_set or (item.kind, item.residue, item.position) for item in state.modifications
    ]
    return frozenset([*sites, *([str(state.activity)] if state.activity else [])])


# What the tables say


def told_sites() -> set[tuple[object, ...]]:
    """The sites of the table that have a place, as `sites_of` gives them."""
    return {
        (
            SITE_SETS.get(row["site_set"], row["site_set"]),
            row["logic"],
            row["member"],
            row["residue"],
            int(row["position"]),
            row["psi_mod"].lower(),
            row["verified"] == "yes",
        )
        for row in domain("cxcr4-sites.tsv")
        if row["position"]
    }


def told_state(text: str) -> frozenset[object]:
    return frozenset(map(told_item, text.split(","))) if text else frozenset()


def told_item(text: str) -> object:
    single = re.fullmatch(r"p(?:([STY])([0-9]+))?", text)
    if single is None:
        return SITE_SETS.get(text, text)
    residue, position = single.groups()
    return PHOSPHATES[residue or ""], residue, int(position) if position else None


def told_species(text: str) -> Told:
    """The species that a table writes, such as ``2*CXCL12:2*CXCR4@pm``."""
    body, _, place = text.partition("@")
    parts: Counter[Part] = Counter()
    for component in re.findall(r"[^:{]+(?:\{[^}]*\})?", body):
        found = re.fullmatch(r"(?:([0-9]+)\*)?(\w+)(?:\{(.*)\})?", component.lstrip(":"))
        assert found is not None, component
        count, molecule, state = found.groups()
        parts[Part(molecule, told_state(state))] += int(count or 1)
    return Told(frozenset(parts.items()), place or None)


def told_side(text: str) -> dict[Told, Number]:
    """One side of a process, with its coefficients; ``0`` is the empty one."""
    found = re.findall(r"(?:([0-9]+) )?(\S+)(?: \+ |$)", text) if text != "0" else []
    side: dict[Told, Number] = {told_species(term): int(count or 1) for count, term in found}
    assert len(side) == (0 if text == "0" else text.count(" + ") + 1), text
    return side


def told_acts(row: dict[str, str]) -> Counter[Act]:
    """The controls of a row: those of one group are one, joined by and."""
    groups: dict[object, list[list[str]]] = {}
    controllers = row["controllers"].split("; ") if row["controllers"] else []
    for number, text in enumerate(controllers):
        fields = text.split("|")
        alone = number if row["control_logic"] != "and" else "all"
        groups.setdefault(fields[4] if len(fields) > 4 else alone, []).append(fields)
    acts = Counter(told_act(row, group) for group in groups.values())
    if row["event_id"] in NAMED:
        source, effect, mechanism, on = NAMED[row["event_id"]]
        sources = frozenset({told_species(source)})
        acts[Act(sources, Logic.AND, effect, mechanism, told_species(on))] += 1
    return acts


def told_act(row: dict[str, str], group: list[list[str]]) -> Act:
    (effect,) = {fields[1] for fields in group}
    (role,) = {fields[2] for fields in group}
    (event,) = {fields[3] for fields in group}
    mechanism = Mechanism(row["mechanism"]) if row["mechanism"] else None
    assert ROLES[role] == (Effect(effect), mechanism)
    phenotype = told_species(row["outputs"]) if row["type"] == "influence" else None
    sources = frozenset(told_species(fields[0]) for fields in group)
    return Act(sources, Logic.AND, Effect(effect), mechanism, phenotype or event)
