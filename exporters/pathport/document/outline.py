"""From a pathway to the entries of its document, in the order in which a document has them.

The inverse of ``pathport.model.assembly``: what the notation says has no entry, what is derived
has no id. The result is plain: mappings, lists, texts and numbers, with nothing left empty.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import Any

import msgspec

from pathport.document.naming import Naming
from pathport.model.assembly import NO_TARGET
from pathport.model.assembly_values import CODES
from pathport.model.enumerations import AssociationType, ProcessType, Relation
from pathport.model.notation import (
    is_spellable,
    spell_component,
    spell_gate,
    spell_process,
    spell_species,
    spell_state,
    spell_term,
)
from pathport.model.parts import (
    NO_STATE,
    About,
    Component,
    Evidence,
    Gate,
    Identifier,
    Member,
    Modification,
    Number,
    Participant,
    Person,
    Site,
    SiteSet,
    State,
    Step,
)
from pathport.model.pathway import Pathway
from pathport.model.things import (
    Association,
    Compartment,
    Control,
    Form,
    Module,
    Molecule,
    Process,
    Species,
)

__all__ = ["outline", "site_text"]

Entry = dict[str, Any]
NUMBERS = re.compile(r"([0-9]+)")


def outline(pathway: Pathway, naming: Naming | None = None) -> Entry:
    """The document of a pathway as plain mappings, lists and scalars, in normal names or these."""
    return _Outline(pathway, naming or Naming(pathway)).document()


def natural(text: str) -> tuple[Any, ...]:
    """A key that sorts E2 before E10."""
    parts = NUMBERS.split(text)
    return *((part.lower(), int(number)) for part, number in _pairs(parts)), text


def _pairs(parts: list[str]) -> Iterator[tuple[str, str]]:
    yield from zip(parts[::2], [*(n[-15:] for n in parts[1::2]), "0"], strict=True)


def said(entry: Entry) -> Entry:
    """The entry without the keys that say nothing."""
    return {key: value for key, value in entry.items() if value is not None and value != ()}


def plain(value: msgspec.Struct) -> Entry:
    """A value as mappings, lists and scalars, defaults left out."""
    found: Entry = msgspec.json.decode(msgspec.json.encode(value))
    return found


def one_or_list(values: Iterable[Any]) -> Any:
    """The only value, a list of several, or nothing."""
    found = list(values)
    return found[0] if len(found) == 1 else found or None


class _Outline:
    """A pathway with the names that its document uses for its species and controls."""

    def __init__(self, pathway: Pathway, naming: Naming) -> None:
        self.pathway = pathway
        self.naming = naming
        self.under: dict[str, list[Control]] = {}
        self.alone: list[Control] = []
        self.influences: list[Control] = []
        species = {item.id for item in pathway.species}
        processes = {item.id for item in pathway.processes}
        for control in pathway.controls:
            if control.target in processes and not naming.is_apart(control.id):
                self.under.setdefault(control.target or "", []).append(control)
            else:
                (self.influences if control.target in species else self.alone).append(control)

    def document(self) -> Entry:
        pathway = self.pathway
        written = [item for item in pathway.species if self.naming.has_entry(item.id)]
        return {
            "pathport": 1,
            "id": pathway.id,
            **said(self.about()),
            **said(
                {
                    "publications": self.publications() or None,
                    "compartments": entries(pathway.compartments, compartment),
                    "molecules": entries(pathway.molecules, molecule),
                    "species": entries(written, self.species),
                    "processes": entries(pathway.processes, self.process),
                    "controls": entries(self.alone, self.control),
                    "influences": entries(self.influences, self.influence),
                    "associations": entries(pathway.associations, self.association),
                    "modules": entries(pathway.modules, module),
                    "order": order(pathway.order),
                    "quantities": plain(pathway.quantities) or None,
                    "layout": plain(pathway.layout) or None,
                }
            ),
        }

    def about(self) -> Entry:
        pathway = self.pathway
        every = common(pathway)
        return {
            "title": every.pop("name", None),
            "description": every.pop("notes", None),
            "organism": pathway.organism,
            "authors": one_or_list(map(person, pathway.authors)),
            "created": pathway.created,
            "modified": pathway.modified,
            "version": pathway.version,
            "licence": pathway.licence,
            "figure": pathway.figure and plain(pathway.figure),
            **every,
        }

    def publications(self) -> Entry:
        found: Entry = {}
        for item in self.pathway.publications:
            entry = plain(item)
            del entry["id"]
            if "authors" in entry:
                entry["authors"] = one_or_list(entry["authors"])
            found[item.id] = entry
        return found

    # Species and what they do

    def species(self, item: Species) -> Entry:
        members = one_or_list(self.naming.text(id_) for id_ in item.members)
        alone = msgspec.structs.replace(item, members=())
        if is_spellable(alone):
            said: Entry = {"is": spell_species(alone), "members": members}
            return {**said, **about_species(item), **common(item)}
        entry: Entry = {"members": members}
        if item.form is not Form.SET:
            entry["components"] = list(map(component, sorted(item.components, key=spell_component)))
        entry["state"] = spell_state(item.state) if item.state != NO_STATE else None
        entry["compartment"] = item.compartment
        entry["side"] = item.side and item.side.value
        return {**entry, **about_species(item), **common(item)}

    def process(self, item: Process) -> Entry:
        text = self.naming.text
        return {
            "is": spell_process(
                self.side(item.inputs), self.side(item.outputs), reversible=item.reversible
            ),
            "type": None if item.type is ProcessType.PROCESS else item.type.value,
            "template": item.template and text(item.template),
            "spontaneous": item.spontaneous,
            **common(item),
            "controls": one_or_list(map(self.nested, self.ordered(self.under.get(item.id, ())))),
        }

    def side(self, participants: Iterable[Participant]) -> list[tuple[Number, str]]:
        terms = ((item.coefficient, self.naming.text(item.species)) for item in participants)
        return sorted(terms, key=itemgetter(1))

    def ordered(self, controls: Iterable[Control]) -> list[Control]:
        return sorted(controls, key=lambda control: natural(control.id))

    def nested(self, item: Control) -> Entry:
        own = {"id": None if self.naming.is_derived(item.id) else item.id}
        return said({**own, **self.acting(item)})

    def control(self, item: Control) -> Entry:
        return {"of": item.target or NO_TARGET, **self.acting(item)}

    def influence(self, item: Control) -> Entry:
        return {"on": self.naming.text(item.target or ""), **self.acting(item)}

    def acting(self, item: Control) -> Entry:
        sources = item.sources
        by = spell_gate(sources, self.naming.text) if sources != Gate() else NO_TARGET
        mechanism = item.mechanism and item.mechanism.value
        return {"by": by, "effect": item.effect.value, "mechanism": mechanism, **common(item)}

    def association(self, item: Association) -> Entry:
        between = [
            spell_term(part.coefficient, self.naming.text(part.species))
            for part in item.participants
        ]
        plain_type = item.type is AssociationType.ASSOCIATION
        type_ = None if plain_type else item.type.value
        return {"between": between, "type": type_, **common(item)}


def entries(things: Iterable[Any], entry: Callable[[Any], Entry]) -> Entry | None:
    """Entries by id, in natural order."""
    ordered = sorted(things, key=lambda thing: natural(thing.id))
    return {thing.id: said(entry(thing)) for thing in ordered} or None


# What every thing may say


def common(thing: About) -> Entry:
    """What every thing may say of itself."""
    return said(
        {
            "name": thing.name,
            "synonyms": one_or_list(thing.synonyms),
            "identifiers": identifiers(thing.identifiers),
            "accessions": one_or_list(map(plain, thing.accessions)),
            "notes": one_or_list(thing.notes),
            "references": one_or_list(thing.references),
            "evidence": one_or_list(map(evidence, thing.evidence)),
            "certainty": thing.certainty and thing.certainty.value,
            "data_sources": one_or_list(thing.data_sources),
            "original_id": thing.original_id,
        }
    )


def identifiers(values: tuple[Identifier, ...]) -> Any:
    """Identifiers by relation; only those that are, without one."""
    by_relation = {
        relation.value: one_or_list(item.id for item in values if item.relation is relation)
        for relation in Relation
    }
    found = said(by_relation)
    return found[Relation.IS] if [*found] == [Relation.IS] else found or None


def evidence(item: Evidence) -> Any:
    """Evidence in one text, or as a mapping where it says more."""
    of_code, of_reference = (
        text is None or (text.partition(":")[0] in CODES) is expected
        for text, expected in ((item.code, True), (item.reference, False))
    )
    short = item.observation is None and item.note is None and of_code and of_reference
    parts = [text for text in (item.code, item.reference) if text is not None]
    if short and parts and not any(re.search(r"\s", text) for text in parts):
        return " ".join(parts)
    return plain(item)


def person(item: Person) -> Any:
    """A name, or a mapping where there is more to say."""
    return item.name if item == Person(name=item.name) else plain(item)


# Compartments, molecules, modules


def compartment(item: Compartment) -> Entry:
    """The entry of a compartment."""
    every = common(item)
    return {
        "name": every.pop("name", None),
        **every,
        "dimensions": item.dimensions,
        "inside": item.inside,
        "membrane_of": item.membrane_of,
        "size": item.size,
        "unit": item.unit,
        "constant": None if item.constant else False,
    }


def molecule(item: Molecule) -> Entry:
    """The entry of a molecule."""
    every = common(item)
    return {
        "name": every.pop("name", None),
        "kind": item.kind.value,
        "roles": one_or_list(role.value for role in item.roles),
        "organism": item.organism,
        **every,
        "members": one_or_list(map(member, item.members)),
        "sites": one_or_list(map(site, by_position(item.sites))),
        "site_sets": {part.name: site_set(part) for part in item.site_sets} or None,
    }


def member(item: Member) -> Any:
    """A member in one text, or as a mapping where there is more to say."""
    if item == Member(molecule=item.molecule, count=item.count):
        return item.molecule if item.count == 1 else f"{item.count}*{item.molecule}"
    told = {
        "molecule": item.molecule,
        "count": item.count if item.count != 1 else None,
        "certainty": item.certainty and item.certainty.value,
        "evidence": one_or_list(map(evidence, item.evidence)),
    }
    return said(told)


def by_position(sites: Iterable[Site]) -> list[Site]:
    """Sites along the chain, those without a position first."""
    return sorted(sites, key=lambda item: (item.position or 0, item.residue or ""))


def site(item: Site) -> Any:
    """A site in the notation, or as a mapping where there is more to say."""
    rest = msgspec.structs.replace(item, kind=None, word=None, residue=None, position=None)
    text = site_text(item)
    return text if rest == Site() else {"site": text, **plain(rest)}


def site_text(item: Site) -> str:
    """A site in the notation: ``pT308``, and ``T308`` where the kind is not known."""
    place = (item.residue or "") + ("" if item.position is None else str(item.position))
    if item.kind is None and item.word is None and place:
        return place
    only = Modification(
        kind=item.kind, word=item.word, residue=item.residue, position=item.position
    )
    return spell_state(State(modifications=(only,)))


def site_set(item: SiteSet) -> Entry:
    """A site set: a list of sites, or of each member where every site names one."""
    sites: Any = [*map(site, by_position(item.sites))]
    if len(sites) == 1 and isinstance(sites[0], str):
        sites = sites[0]
    if item.sites and all(part.molecule is not None for part in item.sites):
        of_member: dict[str, list[Site]] = {}
        for part in by_position(item.sites):
            of_member.setdefault(part.molecule or "", []).append(
                msgspec.structs.replace(part, molecule=None)
            )
        names = sorted(of_member, key=natural)
        sites = {name: one_or_list(map(site, of_member[name])) for name in names}
    return said({"logic": item.logic.value, "sites": sites or None})


def module(item: Module) -> Entry:
    """The entry of a module."""
    every = common(item)
    return {
        "name": every.pop("name", None),
        "members": one_or_list(sorted(item.members, key=natural)),
        "order": order(item.order),
        **every,
    }


def order(steps: Iterable[Step]) -> Any:
    """What follows what."""
    return one_or_list(f"{step.before} -> {step.after}" for step in steps)


def about_species(item: Species) -> Entry:
    """What a species says beyond what it is and where."""
    return {"cell_type": item.cell_type, "tissue": item.tissue}


def component(item: Component) -> Any:
    """A component in the notation, or as a mapping where there is more to say."""
    bare = Component(
        molecule=item.molecule, components=item.components, state=item.state, count=item.count
    )
    spellable = is_spellable(Species(id="", form=Form.COMPLEX, components=(bare,)))
    if spellable and bare == item:
        return spell_component(item)
    told: Entry = {"id": item.id, **common(item), "compartment": item.compartment}
    if spellable:
        return said({"is": spell_component(bare), **told})
    return said(
        {
            "components": list(map(component, sorted(item.components, key=spell_component))),
            "state": spell_state(item.state) if item.state != NO_STATE else None,
            "count": item.count if item.count != 1 else None,
            **told,
        }
    )
