"""All that files of other programs hold is in what was read of them, counted by XPath.

The files lie beside the repository (``../shared/corpus``); without them there is nothing to count.
Influence graphs have a census of their own, with SBML-qual.
"""

from collections.abc import Iterable

import pytest
from lxml import etree
from tests.laws.corpora import CORPUS, READABLE, content_of

from pathport.formats import format_named
from pathport.formats.detect import detected
from pathport.formats.sbml.read import read_native
from pathport.model.enumerations import Kind, Relation
from pathport.model.pathway import Pathway
from pathport.model.things import Form

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SPACES = {
    "rdf": RDF,
    "bqbiol": "http://biomodels.net/biology-qualifiers/",
    "g": "http://www.sbml.org/sbml/level3/version1/groups/version1",
}
SBML = format_named("sbml")
FILES = [
    name
    for name in READABLE
    if name.startswith("sbml/") and detected(content_of(name), path=name) == SBML
]

NO_IDENTITY = {
    "sbml/BIOMD0000000101.xml": (2, "parts of the model: a pathway has none"),
    "sbml/BIOMD0000000479.xml": (7, "terms of SBO, which are roles or kinds"),
    "sbml/R-HSA-1980143.sbml.gz": (9, "parts by an address of Ensembl that is no entry, named"),
    "sbml/glimepiride_body_flat.xml": (135, "terms of SBO, which repeat the sboTerm"),
}
"""How many resources of is, isVersionOf and hasPart are no identifiers, and why."""
NO_REFERENCE = {
    "sbml/glimepiride_body_flat.xml": (
        1,
        "the same under both qualifiers, the model's and biology's",
    )
}
"""How many resources of isDescribedBy are no references of their own, and why."""

IDENTITY = ("is", "isVersionOf", "hasPart")
OTHERS = {
    "hasVersion": Relation.HAS_VERSION,
    "isHomologTo": Relation.IS_HOMOLOGOUS_TO,
    "isEncodedBy": Relation.IS_ENCODED_BY,
    "occursIn": Relation.OCCURS_IN,
    "isDerivedFrom": Relation.IS_DERIVED_FROM,
}
"""Qualifiers that are one relation each; those of identity depend on whose the resource is."""


class File:
    """A file as a tree and as it was read, molecules as each species tells of them."""

    def __init__(self, name: str) -> None:
        content = content_of(name)
        self.name = name
        self.root = etree.fromstring(content)
        self.spaces = {**SPACES, "s": etree.QName(self.root).namespace or ""}
        self.pathway: Pathway = read_native(content, path=name).pathway

    def find(self, path: str) -> list[etree._Element]:
        found = self.root.xpath(path, namespaces=self.spaces)
        assert isinstance(found, list)
        return found

    def count(self, path: str) -> int:
        return len(self.find(path))

    def resources(self, qualifiers: Iterable[str]) -> int:
        """The resources that things name under these qualifiers, each once a thing."""
        wanted = set(qualifiers)
        found = set()
        for element in self.find(OWNERS):
            for item in element.iterfind("s:annotation//rdf:Bag/rdf:li", self.spaces):
                statement = item.getparent().getparent()  # type: ignore[union-attr]
                qualifier = etree.QName(statement).localname
                if qualifier in wanted:
                    found.add((element, qualifier, item.get(f"{{{RDF}}}resource")))
        return len(found)


OWNERS = (
    "/s:sbml/s:model | //s:listOfCompartments/s:compartment | //s:listOfSpecies/s:species"
    " | //s:listOfReactions/s:reaction | //s:modifierSpeciesReference | //g:group"
)


@pytest.fixture(params=FILES or [None])
def file(request: pytest.FixtureRequest) -> File:
    if not CORPUS.is_dir():
        pytest.skip("no corpora beside the repository")
    return File(request.param)


def test_every_element_is_a_thing(file: File) -> None:
    read = file.pathway
    assert len(read.compartments) == file.count("//s:listOfCompartments/s:compartment")
    assert len(read.species) == file.count("//s:listOfSpecies/s:species")
    assert len(read.processes) == file.count("//s:listOfReactions/s:reaction")
    assert len(read.controls) == file.count("//s:modifierSpeciesReference")
    assert len(read.modules) == file.count("//g:group")


def test_every_participant_takes_part(file: File) -> None:
    for side, name in (("inputs", "Reactants"), ("outputs", "Products")):
        taking = [it for process in file.pathway.processes for it in getattr(process, side)]
        there = file.find(f"//s:reaction/s:listOf{name}/s:speciesReference")
        assert len(taking) == len(there)
        told = sum(float(it.get("stoichiometry", 1)) for it in there)
        assert sum(it.coefficient for it in taking) == pytest.approx(told)


def test_every_member_is_one(file: File) -> None:
    there = file.find("//g:member")
    assert sum(len(it.members) for it in file.pathway.modules) == len(there)


def test_what_has_parts_is_a_complex_or_a_family(file: File) -> None:
    parts = "//s:listOfSpecies/s:species[.//bqbiol:hasPart]"
    complexes = [it for it in file.pathway.species if it.form is Form.COMPLEX]
    families = [it for it in file.pathway.molecules if it.kind is Kind.FAMILY]
    alternatives = file.count(f"{parts}[@sboTerm='SBO:0000289']")
    assert len(complexes) == file.count(parts) - alternatives
    assert len(families) == alternatives


def test_every_resource_is_an_identifier(file: File) -> None:
    things = (file.pathway, *(thing for _, thing in file.pathway.things()))
    told = [it.relation for thing in things for it in (*thing.identifiers, *thing.accessions)]
    of_identity = (Relation.IS, Relation.IS_VERSION_OF)
    missing, _ = NO_IDENTITY.get(file.name, (0, ""))
    assert sum(it in of_identity for it in told) + missing == file.resources(IDENTITY)
    for qualifier, relation in OTHERS.items():
        assert told.count(relation) == file.resources([qualifier]), qualifier


def test_every_publication_is_a_reference(file: File) -> None:
    things = (file.pathway, *(thing for _, thing in file.pathway.things()))
    missing, _ = NO_REFERENCE.get(file.name, (0, ""))
    told = sum(len(thing.references) + len(thing.evidence) for thing in things)
    assert told + missing == file.resources(["isDescribedBy"])


def test_what_has_notes_has_notes(file: File) -> None:
    told = sum(bool(thing.notes) for _, thing in file.pathway.things())
    noted = "[s:notes[normalize-space()]]"
    assert told == sum(
        file.count(f"{path}{noted}") for path in OWNERS.split(" | ") if path != "/s:sbml/s:model"
    )
    whole = file.count(f"/s:sbml{noted} | /s:sbml/s:model{noted}")
    assert bool(file.pathway.notes) == bool(whole)
