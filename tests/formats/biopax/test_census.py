"""What others wrote in BioPAX, counted without the reader, is what the reader finds.

An object is counted by its URI, whether it stands in the file nested, flat or more than once. What
is counted and what is read are the same in every file of the corpus but for the exceptions, each
with its reason.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import pytest
from lxml import etree
from tests.laws.corpora import CORPUS, READABLE, content_of

from pathport.formats.biopax.read import read_native
from pathport.model.pathway import Pathway

BP = "{http://www.biopax.org/release/biopax-level3.owl#}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
ENTITIES = {
    *("Complex", "Dna", "DnaRegion", "PhysicalEntity", "Protein", "Rna", "RnaRegion"),
    "SmallMolecule",
}
REFERENCES = {f"{cls}Reference" for cls in ENTITIES - {"Complex", "PhysicalEntity"}}
PROCESSES = {
    *("BiochemicalReaction", "ComplexAssembly", "Conversion", "Degradation", "TemplateReaction"),
    *("Transport", "TransportWithBiochemicalReaction"),
}
CONTROLS = {"Catalysis", "Control", "Modulation", "TemplateReactionRegulation"}
OTHERS = {"GeneticInteraction", "Interaction", "MolecularInteraction"}
INSIDE = {"component", "physicalEntity"}
"""What holds an entity without making a species of it."""
LARGE = "biopax/pc7_large_58k.owl.gz"
FILES = [name for name in READABLE if name.startswith("biopax/")]
FILES += [LARGE] if (CORPUS / LARGE).is_file() else []
MODIFICATIONS = {"CovalentBindingFeature", "ModificationFeature"}
ACTIVITY = ("active", "inactive", "residue modification, active", "residue modification, inactive")
"""Types of modifications that are no modification."""

CIRCLE = "biopax/bad/testAcyclicComplexRule.owl"

EXCEPTIONS: dict[tuple[str, str], str] = {
    (LARGE, "identifiers"): "one entry under two names of its database, or in two versions",
    ("biopax/biopax3-insulin-maturation.owl", "modifications"): "residue 7 of two chains of one",
    (CIRCLE, "species"): "of two complexes inside each other the first is one",
    (CIRCLE, "complexes"): "of two complexes inside each other the first is one",
}
"""What is read in another number, by file and what is counted, each with the reason."""

TEXT = "text "
"""How a value begins that is no object."""

Objects = dict[str, tuple[str, list[tuple[str, str]]]]
"""By URI, the class of an object and what it refers to, property by property."""


def tail(name: str) -> str:
    return name.removeprefix("#") if name.startswith("#") else name


def uri_of(element: etree._Element) -> str:
    named = element.get(f"{RDF}ID") or element.get(f"{RDF}about")
    return tail(named) if named else f"_:{element.getroottree().getpath(element)}"


def objects_of(content: bytes) -> Objects:
    """The objects of a file; one that has several elements is one."""
    found: Objects = {}
    for element in etree.fromstring(content).iter(etree.Element):
        inside = element.getparent()
        if inside is None or not str(element.tag).startswith(BP):
            continue
        if inside.tag == f"{RDF}RDF" or is_property(inside):
            cls = str(element.tag).removeprefix(BP)
            held = found.setdefault(uri_of(element), (cls, []))[1]
            held += values_of(element)
    return found


def is_property(element: etree._Element) -> bool:
    """Whether an element is a property: its name begins small, as those of BioPAX do."""
    return etree.QName(element).localname[:1].islower()


def values_of(element: etree._Element) -> Iterator[tuple[str, str]]:
    for item in element.iterchildren(etree.Element):
        name = str(item.tag).removeprefix(BP)
        resource = item.get(f"{RDF}resource")
        if resource is not None:
            yield name, tail(resource)
        elif (item.text or "").strip():
            yield name, f"{TEXT}{(item.text or '').strip()}"
        yield from ((name, uri_of(inner)) for inner in item.iterchildren(etree.Element))


@cache
def counted(name: str) -> dict[str, int]:
    objects = objects_of(content_of(name))
    users: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for uri, (_, held) in objects.items():
        for name_, other in held:
            users[other].add((name_, uri))

    def number(classes: set[str]) -> int:
        return sum(cls in classes for cls, _ in objects.values())

    parts = {
        uri
        for uri, (cls, _) in objects.items()
        if cls in ENTITIES
        and any(name_ == "component" for name_, _ in users[uri])
        and all(name_ in INSIDE for name_, _ in users[uri])
    }

    def entries(classes: set[str], xrefs: set[str]) -> int:
        """How many entries of databases objects of these classes refer to, each once."""
        pairs = {
            (uri, entry)
            for uri, (cls, held) in objects.items()
            if cls in classes
            for name_, other in held
            if name_ == "xref" and other in objects and objects[other][0] in xrefs
            if (entry := entry_of(other)) is not None
        }
        return len(pairs)

    def entry_of(xref: str) -> tuple[str, ...] | None:
        cls, held = objects[xref]
        told = dict(reversed(held))
        found_ = tuple(told.get(name_, "") for name_ in ("db", "id", "idVersion"))
        return (cls, *found_) if found_[0] and found_[1].removeprefix(TEXT).strip("-") else None

    def whole(uri: str) -> bool:
        """Whether a complex is told by its parts, and not by its members."""
        return all(name_ != "memberPhysicalEntity" for name_, _ in objects[uri][1])

    def modifications(uri: str) -> int:
        features = {
            other
            for name_, other in objects[uri][1]
            if name_ in ("feature", "notFeature") and objects.get(other, ("",))[0] in MODIFICATIONS
        }
        return sum(not is_activity(it) for it in features)

    def is_activity(feature: str) -> bool:
        types = [other for name_, other in objects[feature][1] if name_ == "modificationType"]
        words = [text for it in types for _, text in objects.get(it, ("", []))[1]]
        return any(word.removeprefix(TEXT) in ACTIVITY for word in words)

    species = [it for it, (cls, _) in objects.items() if cls in ENTITIES and it not in parts]
    return {
        "modifications": sum(map(modifications, species)),
        "identifiers": entries(REFERENCES, {"RelationshipXref", "UnificationXref"}),
        "literature": entries(PROCESSES, {"PublicationXref"}),
        "compartments": number({"CellularLocationVocabulary"}),
        "references": number(REFERENCES),
        "species": len(species),
        "complexes": sum(
            cls == "Complex" and uri not in parts and whole(uri)
            for uri, (cls, _) in objects.items()
        ),
        "processes": number(PROCESSES),
        "controls": number(CONTROLS),
        "associations": number(OTHERS),
        "pathways": number({"Pathway"}),
    }


def found(name: str) -> dict[str, int]:
    reading = read_native(content_of(name))
    pathway: Pathway = reading.pathway
    seen = {id_ for construct, id_ in reading.occurrences if construct == "molecule"}
    kinds = {it.id: it.kind for it in pathway.molecules}
    outcomes = [it for it in pathway.species if kinds.get(it.molecule or "") in ("phenotype",)]
    complexes = [
        it
        for it in pathway.species
        if it.form == "complex" or kinds.get(it.molecule or "") == "complex"
    ]
    molecules = [it for it in pathway.molecules if it.id not in seen]
    states = [it.state.modifications for it in pathway.species]
    return {
        "modifications": sum(item.count for each in states for item in each),
        "identifiers": sum(len(it.identifiers) + len(it.accessions) for it in molecules),
        "literature": sum(len(it.references) for it in pathway.processes),
        "compartments": len(pathway.compartments),
        "references": len(molecules),
        "species": len(pathway.species) - len(outcomes),
        "complexes": len(complexes),
        "processes": len(pathway.processes),
        "controls": len(pathway.controls),
        "associations": len(pathway.associations),
        "pathways": len(pathway.modules) + len(outcomes) + (pathway.id != "pathway"),
    }


@pytest.mark.parametrize("name", FILES)
def test_what_is_counted_is_read(name: str) -> None:
    read, there = found(name), counted(name)
    unlike = {what for what in there if read[what] != there[what]}
    assert {what: (there[what], read[what]) for what in unlike} == {
        what: (there[what], read[what]) for file, what in EXCEPTIONS if file == name
    }
