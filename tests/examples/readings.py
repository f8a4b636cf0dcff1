"""What three readers see of a pathway, as plain values of one shape, so that one claim asks all.

One reader goes through the values of the model, one through an SBML file with libSBML, one through
a BioPAX file with rdflib. The latter two take what the formats' own constructs and published
vocabularies say; pathport's records are nothing to them. Specifications: SBML Level 3 Version 1
Core with the qualifiers of BioModels.net, BioPAX Level 3.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import libsbml
import rdflib
from rdflib.namespace import RDF

from pathport.model.enumerations import Effect
from pathport.model.pathway import Pathway
from pathport.model.things import Species

__all__ = ["Act", "Event", "Seen", "View", "of_biopax", "of_model", "of_sbml"]


class Seen(NamedTuple):
    """A species: its parts by name, each so many times, its place in GO, what is said of it."""

    parts: frozenset[tuple[str, int]]
    place: str | None
    terms: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """The names of its parts."""
        return frozenset(name for name, _ in self.parts)


class Event(NamedTuple):
    """A process: what happens, ids of species on both sides, each with its coefficient."""

    kind: str
    inputs: frozenset[tuple[str, float]]
    outputs: frozenset[tuple[str, float]]
    template: str | None = None


class Act(NamedTuple):
    """One species acts on a process or a species; what else is said of it."""

    source: str
    effect: str
    target: str
    terms: frozenset[str] = frozenset()


class View(NamedTuple):
    """All of a pathway that the claims are about, by id."""

    things: dict[str, Seen]
    events: dict[str, Event]
    acts: list[Act]


# The model

EFFECTS = {
    Effect.CATALYSIS: "catalysis",
    Effect.STIMULATION: "activation",
    Effect.NECESSARY_STIMULATION: "activation",
    Effect.TRIGGER: "activation",
    Effect.INHIBITION: "inhibition",
    Effect.MODULATION: "modulation",
}


def of_model(pathway: Pathway) -> View:
    """A pathway as its values say it."""
    places = {it.id: it.identifiers[0].id for it in pathway.compartments}
    return View(
        {it.id: seen_in_model(it, pathway, places) for it in pathway.species},
        {
            it.id: Event(
                str(it.type),
                frozenset((one.species, one.coefficient) for one in it.inputs),
                frozenset((one.species, one.coefficient) for one in it.outputs),
                it.template,
            )
            for it in pathway.processes
        },
        [
            Act(
                source,
                EFFECTS[it.effect],
                str(it.target),
                frozenset(found.id for found in it.identifiers),
            )
            for it in pathway.controls
            for source in it.sources.species()
        ],
    )


def seen_in_model(species: Species, pathway: Pathway, places: dict[str, str]) -> Seen:
    """A species, with the terms of the molecule that it is a form of."""
    names = {it.id: it.name or it.id for it in pathway.molecules}
    terms = {found.id for found in species.identifiers}
    if species.cell_type:
        terms.add(species.cell_type)
    parts = {(names[str(part.molecule)], part.count) for part in species.components}
    if species.molecule is not None:
        parts.add((names[species.molecule], 1))
        (molecule,) = (it for it in pathway.molecules if it.id == species.molecule)
        terms |= {found.id for found in molecule.identifiers}
    return Seen(frozenset(parts), places.get(species.compartment or ""), frozenset(terms))


# SBML

SBO_KINDS = {
    177: "binding",
    179: "degradation",
    180: "dissociation",
    182: "conversion",
    216: "phosphorylation",
    224: "ubiquitination",
    376: "hydrolysis",
    589: "genetic production",
    655: "transport",
    656: "activation",
}
SBO_EFFECTS = {
    13: "catalysis",
    20: "inhibition",
    206: "inhibition",
    459: "activation",
    461: "activation",
    537: "inhibition",
    596: "modulation",
    639: "inhibition",
}
UNCERTAIN = 396
MODIFIER = 19
"""The SBO terms of an influence's reaction, and of a modifier of which the role is not told."""
TYPED = ("PhysicalObject", "Event", "Collection", "Dataset")
"""The DCMI types whose nodes hold terms of Dublin Core, beside SBML's RDF."""


def of_sbml(content: bytes) -> View:
    """What libSBML reads of an SBML file: components, SBO terms, qualifiers, dcterms."""
    document = libsbml.readSBMLFromString(content.decode())
    model = document.getModel()
    places = {it.getId(): min(curies(it, "GO:"), default=None) for it in model.compartments}
    view = View({it.getId(): seen_in_sbml(it, places) for it in model.species}, {}, [])
    for reaction in model.reactions:
        if reaction.getSBOTerm() == UNCERTAIN and not len(reaction.reactants):
            (target,) = (it.getSpecies() for it in reaction.products)
            for it in reaction.modifiers:
                effect = SBO_EFFECTS[it.getSBOTerm()]
                view.acts.append(Act(it.getSpecies(), effect, target, curies(reaction)))
            continue
        template = None
        for it in reaction.modifiers:
            if it.getSBOTerm() == MODIFIER:
                template = it.getSpecies()
            else:
                effect = SBO_EFFECTS[it.getSBOTerm()]
                view.acts.append(Act(it.getSpecies(), effect, reaction.getId(), curies(it)))
        sides = (reaction.reactants, reaction.products)
        inputs, outputs = (
            frozenset((it.getSpecies(), it.getStoichiometry()) for it in side) for side in sides
        )
        kind = SBO_KINDS[reaction.getSBOTerm()]
        view.events[reaction.getId()] = Event(kind, inputs, outputs, template)
    return view


def seen_in_sbml(species: Any, places: dict[str, str | None]) -> Seen:
    """A species; its title, else its name, spells its parts: ``2*CXCR4``, ``STAT{STAT_Y}``."""
    titles = [it.getChild(0).getCharacters() for it in nodes(species, "title")]
    title = min(titles, default=species.getName())
    parts = []
    for part in title.split(":"):
        found = re.fullmatch(r"(?:(\d+)\*)?([^{}]+)(?:\{.*\})?", part)
        assert found is not None, title
        parts.append((found[2], int(found[1] or 1)))
    return Seen(frozenset(parts), places[species.getCompartment()], curies(species))


def curies(element: Any, start: str = "") -> frozenset[str]:
    """What an element is annotated with, by any qualifier, as CURIEs with a lower-case prefix."""
    terms = [element.getCVTerm(number) for number in range(element.getNumCVTerms())]
    found = [term.getResourceURI(n) for term in terms for n in range(term.getNumResources())]
    found += [it.getAttrValue("resource", str(RDF)) for it in nodes(element, "relation")]
    locals_ = [uri.removeprefix("https://identifiers.org/") for uri in found]
    return frozenset(canonical(it) for it in locals_ if it.startswith(start) and ":" in it)


def nodes(element: Any, name: str) -> Iterator[Any]:
    """The elements of dcterms that are called so right below the typed nodes of an element."""
    if not element.isSetAnnotation():
        return
    for typed in TYPED:
        for node in children(element.getAnnotation(), typed):
            yield from children(node, name)


def children(node: Any, name: str) -> Iterator[Any]:
    found = (node.getChild(number) for number in range(node.getNumChildren()))
    return (child for child in found if child.getName() == name)


def canonical(compact: str) -> str:
    prefix, _, local = compact.partition(":")
    return f"{prefix.lower()}:{local}"


# BioPAX

BP = rdflib.Namespace("http://www.biopax.org/release/biopax-level3.owl#")
CONVERSIONS = {
    "BiochemicalReaction": "conversion",
    "ComplexAssembly": "binding",
    "Degradation": "degradation",
    "Transport": "transport",
    "TransportWithBiochemicalReaction": "transport",
}
ENTITIES = ("Complex", "DnaRegion", "PhysicalEntity", "Protein", "SmallMolecule")
CONTROLS = ("Catalysis", "Control", "Modulation", "TemplateReactionRegulation")
MI_KINDS = {"mi:0217": "phosphorylation", "mi:0220": "ubiquitination"}


def of_biopax(content: bytes) -> View:
    """What rdflib reads of a BioPAX file; the ids are the last segments of the URIs."""
    return Ontology(rdflib.Graph().parse(data=content, format="xml")).view()


class Ontology:
    """A BioPAX file as triples."""

    def __init__(self, graph: rdflib.Graph) -> None:
        self.graph = graph

    def view(self) -> View:
        """All entities that are no part of another, all outcomes, all that happens and acts."""
        apart = {*self.graph.subjects()}
        for name in ("component", "memberPhysicalEntity"):
            apart -= {*self.graph.objects(None, BP[name])}
        acted_on = {*self.graph.objects(None, BP.controlled)}
        species = [it for it in self.of(*ENTITIES) if it in apart]
        species += [it for it in self.of("Pathway") if it in acted_on]
        happens = self.of(*CONVERSIONS, "TemplateReaction")
        return View(
            {tail(it): self.seen(it) for it in species},
            {tail(it): self.event(it) for it in happens},
            [act for it in self.of(*CONTROLS) for act in self.acts(it)],
        )

    def of(self, *classes: str) -> Iterator[Any]:
        for cls in classes:
            yield from self.graph.subjects(RDF.type, BP[cls])

    def all(self, node: Any, *properties: str) -> list[Any]:
        """What a chain of properties leads to."""
        reached = [node]
        for name in properties:
            reached = [it for each in reached for it in self.graph.objects(each, BP[name])]
        return reached

    def cls(self, node: Any) -> str:
        return str(self.graph.value(node, RDF.type)).removeprefix(str(BP))

    def terms(self, node: Any) -> frozenset[str]:
        """The database entries that an object, or what it is a form of, is cross-referenced to."""
        return self.entries(self.all(node, "xref") + self.all(node, "entityReference", "xref"))

    def entries(self, xrefs: list[Any]) -> frozenset[str]:
        told = ((*self.all(it, "db"), *self.all(it, "id")) for it in xrefs)
        return frozenset(f"{db}:{id_.rpartition(':')[2]}" for db, id_ in told)

    def name(self, node: Any) -> str:
        """The standard name of what it is a form of, or of itself; else the name that it shows."""
        of = next(iter(self.all(node, "entityReference")), node)
        return str((self.all(of, "standardName") + self.all(of, "displayName"))[0])

    def seen(self, node: Any) -> Seen:
        """An entity; a complex whose name is not that of its parts is one thing."""
        parts = [
            (self.name(*self.all(it, "physicalEntity")), count(self.all(it, COEFFICIENT)))
            for it in self.all(node, "componentStoichiometry")
        ]
        names = self.all(node, "standardName")
        if not parts or any({name for name, _ in parts} != {*it.split(":")} for it in names):
            parts = [(self.name(node), 1)]
        place = self.entries(self.all(node, "cellularLocation", "xref"))
        return Seen(frozenset(parts), min(place, default=None), self.terms(node))

    def event(self, node: Any) -> Event:
        if self.cls(node) == "TemplateReaction":
            made = frozenset((tail(it), 1) for it in self.all(node, "product"))
            (template,) = self.all(node, "template")
            return Event("genetic production", frozenset(), made, tail(template))
        assert [str(it) for it in self.all(node, "conversionDirection")] == ["LEFT-TO-RIGHT"]
        return Event(self.kind(node), self.side(node, "left"), self.side(node, "right"))

    def side(self, node: Any, name: str) -> frozenset[tuple[str, float]]:
        told = {
            tail(*self.all(it, "physicalEntity")): count(self.all(it, COEFFICIENT))
            for it in self.all(node, "participantStoichiometry")
        }
        return frozenset((id_, told.get(id_, 1)) for id_ in map(tail, self.all(node, name)))

    def kind(self, node: Any) -> str:
        """The type of a conversion: what a term says, else its class, else its sides."""
        for it in self.all(node, "interactionType", "xref"):
            return MI_KINDS[str(*self.all(it, "id")).lower()]
        for term in sorted(self.terms(node)):
            if term.startswith("sbo:"):
                return SBO_KINDS[int(term[4:])]
        cls = self.cls(node)
        if cls == "ComplexAssembly" and len(self.all(node, "right")) > len(self.all(node, "left")):
            return "dissociation"
        return CONVERSIONS[cls]

    def acts(self, node: Any) -> list[Act]:
        """One for each controller; what acts on a lone participant acts on that."""
        (target,) = self.all(node, "controlled")
        target = next(iter(self.all(target, "participant")), target)
        effect = "catalysis" if self.cls(node) == "Catalysis" else "modulation"
        if effect == "modulation" and self.all(node, "controlType"):
            (word,) = self.all(node, "controlType")
            effect = str(word).partition("-")[0].lower()
        return [
            Act(tail(it), effect, tail(target), self.terms(node))
            for it in self.all(node, "controller")
        ]


COEFFICIENT = "stoichiometricCoefficient"


def tail(uri: Any) -> str:
    return str(uri).rpartition("/")[2]


def count(told: list[Any]) -> int:
    return int(float(told[0]))
