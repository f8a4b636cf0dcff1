"""What each thing must hold to by itself: its state, sites, numbers, and what every thing has.

Nothing here looks at more than one thing and the molecules it names; what holds between things is
the business of ``pathport.model.check``.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from pathport.model import rules
from pathport.model.check_about import (
    curie_faults,
    evidence_faults,
    literature_faults,
    of_every_thing,
)
from pathport.model.check_states import GREATEST, site_faults, state_faults
from pathport.model.facts import PATHWAY
from pathport.model.faults import At, Fault, shown
from pathport.model.ids import is_legal_id
from pathport.model.notation import is_site_set_name
from pathport.model.parts import (
    MOST_NESTED,
    NO_STATE,
    Component,
    Gate,
    Site,
)
from pathport.model.pathway import Pathway
from pathport.model.things import (
    Association,
    Compartment,
    Control,
    Form,
    Molecule,
    Process,
    Species,
    Thing,
)

__all__ = ["Book", "date_is_legal", "of_pathway", "of_thing"]

NO_GATE = Gate()
DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?", re.ASCII)


class Book(NamedTuple):
    """What a thing may be held against: the molecules by id, and the members of each, nested."""

    molecules: dict[str, Molecule]

    def members(self, molecule: Molecule) -> set[str]:
        """The ids of the molecules that are members, or members of members."""
        found: set[str] = set()
        waiting = [molecule]
        while waiting:
            for member in waiting.pop().members:
                if member.molecule not in found:
                    found.add(member.molecule)
                    waiting.extend(filter(None, [self.molecules.get(member.molecule)]))
        return found


def of_pathway(pathway: Pathway) -> Iterator[Fault]:
    """Faults of what is said about the pathway as a whole."""
    at = At(PATHWAY, "")
    yield from of_every_thing(at, pathway)
    yield from curie_faults(at, "organism", pathway.organism)
    for field, date in (("created", pathway.created), ("modified", pathway.modified)):
        if date is not None and not date_is_legal(date):
            told = f"{shown(date)} is no date"
            yield at.fault(rules.DATE, told, field=field, quoted=date)
    for publication in pathway.publications:
        yield from literature_faults(at, "publications", publication.id)
        year = publication.year
        if year is not None and not 1 <= year <= 9999:
            told = f"{year} is no year: expected 1 to 9999"
            yield at.fault(rules.NUMBER, told, field="publications", quoted=str(year))
    if pathway.figure is not None:
        yield from literature_faults(at, "figure.reference", pathway.figure.reference)


def of_thing(book: Book, construct: str, thing: Thing) -> Iterator[Fault]:
    """Faults of one thing that can be seen on it alone."""
    at = At(construct, thing.id)
    yield from of_every_thing(at, thing)
    if isinstance(thing, Species):
        yield from _of_species(book, at, thing)
    elif isinstance(thing, Process):
        yield from _coefficients(at, "inputs", thing.inputs)
        yield from _coefficients(at, "outputs", thing.outputs)
        if not thing.inputs and not thing.outputs:
            yield at.fault(rules.NO_PARTICIPANTS, f"process {thing.id} has no participants")
    elif isinstance(thing, Control):
        yield from _of_control(at, thing)
    elif isinstance(thing, Molecule):
        yield from _of_molecule(book, at, thing)
    elif isinstance(thing, Association):
        yield from _of_association(at, thing)
    elif isinstance(thing, Compartment):
        yield from _of_compartment(at, thing)


def date_is_legal(text: str) -> bool:
    """Whether this is a date of the calendar, with a time zone if it has a time (W3CDTF)."""
    match = DATE.fullmatch(text)
    if match is None:
        return False
    full = text + ("-01-01"[len(text) - 4 :] if len(text) < 10 else "")
    try:
        datetime.fromisoformat(full.replace("Z", "+00:00"))
    except ValueError:
        return False
    return True


# Species and their states


def _of_species(book: Book, at: At, species: Species) -> Iterator[Fault]:
    yield from _form(at, species)
    yield from curie_faults(at, "cell_type", species.cell_type)
    yield from curie_faults(at, "tissue", species.tissue)
    molecule = book.molecules.get(species.molecule or "")
    if species.state != NO_STATE:
        yield from state_faults(
            at, species.state, molecule, of_molecule=species.molecule is not None
        )
    for component in species.components:
        yield from _component(book, at, component)
    if _depth(species.components) > MOST_NESTED:
        told = f"complexes stand more than {MOST_NESTED} deep inside each other"
        yield at.fault(rules.NESTING, told, field="components")
    if species.compartment is None and species.form is not Form.SET and _needs_place(molecule):
        yield at.fault(rules.NO_COMPARTMENT, f"species {species.id} has no compartment")


def _depth(components: Sequence[Component]) -> int:
    """How deep complexes stand inside the one that these are the components of."""
    depth = 0
    while components := [it for each in components for it in each.components]:
        depth += 1
    return depth


def _needs_place(molecule: Molecule | None) -> bool:
    return molecule is None or molecule.kind not in ("phenotype", "pathway")


def _form(at: At, species: Species) -> Iterator[Fault]:
    form = species.form
    needs = {
        Form.SINGLE: ("molecule", species.molecule is not None),
        Form.SET: ("members", bool(species.members)),
    }
    field, there = needs.get(form, ("", True))
    if not there:
        yield at.fault(rules.FORM, f"species {at.id} is {form} and has no {field}", field="form")
    own = {Form.SINGLE: "molecule", Form.COMPLEX: "components", Form.SET: ""}[form]
    for name in ("molecule", "components"):
        if name != own and getattr(species, name):
            told = f"species {at.id} is {form} and has {name}"
            yield at.fault(rules.FORM, told, field=name)
    if species.side is not None and species.compartment is None:
        told = f'species {at.id} is on the side "{species.side}" of no compartment'
        yield at.fault(rules.FORM, told, field="side", remedy="say in which compartment it is")


def _component(book: Book, at: At, component: Component) -> Iterator[Fault]:
    if component.molecule is not None and component.components:
        told = f"a component is both {component.molecule} and a complex"
        yield at.fault(rules.FORM, told, field="components", quoted=component.molecule)
    if not 1 <= component.count <= GREATEST:
        told = (
            f"a component has the count {component.count}: expected 1 or more, at most {GREATEST:,}"
        )
        yield at.fault(rules.NUMBER, told, field="components", quoted=str(component.count))
    if component.id is not None and not is_legal_id(component.id):
        told = f"{shown(component.id)} is no legal id for a component"
        yield at.fault(rules.ID_FORM, told, field="components", quoted=component.id)
    molecule = book.molecules.get(component.molecule or "")
    single = component.molecule is not None
    if component.state != NO_STATE:
        yield from state_faults(
            at, component.state, molecule, of_molecule=single, field="components"
        )
    yield from of_every_thing(at, component)
    for inner in component.components:
        yield from _component(book, at, inner)


# Molecules, compartments, controls


def _of_molecule(book: Book, at: At, molecule: Molecule) -> Iterator[Fault]:
    yield from curie_faults(at, "organism", molecule.organism)
    for member in molecule.members:
        if not 1 <= member.count <= GREATEST:
            told = f"member {member.molecule} has the count {member.count}: expected 1 or more"
            yield at.fault(rules.NUMBER, told, field="members", key=member.molecule)
        for item in member.evidence:
            yield from evidence_faults(at, item)
    for site_set in molecule.site_sets:
        if not is_site_set_name(site_set.name):
            told = f"{shown(site_set.name)} can't be the name of a site set"
            yield at.fault(rules.SITE_SET_NAME, told, field="site_sets", key=site_set.name)
        yield from _sites(book, at, molecule, site_set.sites, "site_sets")
    yield from _sites(book, at, molecule, molecule.sites, "sites")
    yield from _twice(at, "site_sets", [item.name for item in molecule.site_sets])


def _sites(
    book: Book, at: At, molecule: Molecule, sites: Iterable[Site], field: str
) -> Iterator[Fault]:
    members: set[str] | None = None
    for site in sites:
        yield from site_faults(at, site, field)
        yield from literature_faults(at, field, site.reference)
        if site.molecule is not None:
            members = book.members(molecule) if members is None else members
            if site.molecule not in members and site.molecule in book.molecules:
                told = f"molecule {site.molecule} is no member of {molecule.id}"
                yield at.fault(rules.SITE_MEMBER, told, field=field, quoted=site.molecule)


def _twice(at: At, field: str, keys: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            told = f"{field.replace('_', ' ')} has {shown(key)} twice"
            yield at.fault(rules.TWICE, told, field=field, key=key)
        seen.add(key)


def _of_compartment(at: At, compartment: Compartment) -> Iterator[Fault]:
    size, dimensions = compartment.size, compartment.dimensions
    if size is not None and not (size >= 0 and math.isfinite(size)):
        told = f"{size} is no size: expected a number of 0 or more"
        yield at.fault(rules.NUMBER, told, field="size", quoted=str(size))
    if dimensions is not None and not 0 <= dimensions <= 3:
        told = f"{dimensions} dimensions are not possible: expected 0 to 3"
        yield at.fault(rules.NUMBER, told, field="dimensions", quoted=str(dimensions))


def _of_control(at: At, control: Control) -> Iterator[Fault]:
    yield from _gate(at, control.sources)
    if control.sources == NO_GATE:
        yield at.fault(rules.NO_SOURCE, f"control {control.id} has no source", field="sources")
    if control.target is None:
        yield at.fault(rules.NO_TARGET, f"control {control.id} has no target", field="target")


def _gate(at: At, gate: Gate) -> Iterator[Fault]:
    inputs = len(gate.inputs) + len(gate.gates)
    if gate.logic == "not" and inputs != 1:
        told = f"`not` has {inputs} inputs: expected one"
        yield at.fault(rules.GATE, told, field="sources")
    for inner in gate.gates:
        yield from _gate(at, inner)


def _of_association(at: At, association: Association) -> Iterator[Fault]:
    yield from _coefficients(at, "participants", association.participants)
    if sum(item.coefficient for item in association.participants) < 2:
        told = f"association {association.id} has fewer than two participants"
        yield at.fault(rules.NO_PARTICIPANTS, told, field="participants")


def _coefficients(at: At, field: str, participants: Iterable[Any]) -> Iterator[Fault]:
    for item in participants:
        if not 0 < item.coefficient < math.inf:
            told = f"{item.species} has the coefficient {item.coefficient}: expected one above 0"
            yield at.fault(rules.NUMBER, told, field=field, key=item.species)
