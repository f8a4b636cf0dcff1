"""All that two files of other programs hold is in what was read of them, counted by XPath.

The files lie beside the repository (``../shared/corpus``); without them there is nothing to count.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from pathport.formats import Read, sbml_qual
from pathport.formats.sbml.annotation import curie_of
from pathport.formats.sbml_qual.functions import signs_in
from pathport.formats.sbml_qual.terms import QUAL
from pathport.model.enumerations import Effect
from pathport.model.things import Control

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "sbml"
LOGICAL = "BIOMD0000000562_L3V1_qualV1.xml"
KEGG = "hsa04360_L3V1_qualV1_layoutV1.xml"
FILES = (LOGICAL, KEGG)

SPACES = {"q": QUAL, "r": "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}
RESOURCE = f"{{{SPACES['r']}}}resource"

NO_IDENTIFIERS = {
    "unknownQualifier": "evidence, or named: not what the species is",
    "isDescribedBy": "a reference",
}
"""The qualifiers that tell no identifier, each with the reason."""

TURNED = {"+": "-", "-": "+", "+-": "+-"}
INHIBITS = {Effect.INHIBITION}
WORDS = {"+": "positive", "-": "negative", "+-": "dual"}


@pytest.fixture(params=FILES)
def name(request: pytest.FixtureRequest) -> str:
    if not CORPUS.is_dir():
        pytest.skip("no corpora beside the repository")
    return str(request.param)


def opened(name: str) -> tuple[etree._Element, Read]:
    content = (CORPUS / name).read_bytes()
    return etree.fromstring(content), sbml_qual.read(content, path=name)


def count(root: etree._Element, path: str) -> int:
    return len(root.xpath(path, namespaces=SPACES))


def test_species_and_transitions(name: str) -> None:
    root, read = opened(name)
    assert len(read.pathway.species) == count(root, "//q:qualitativeSpecies")
    assert len(read.pathway.controls) == count(root, "//q:transition")
    assert Counter(it.target for it in read.pathway.controls) == Counter(
        root.xpath("//q:output/@q:qualitativeSpecies", namespaces=SPACES)
    )


def signs_of(control: Control) -> Iterator[str]:
    """The signs of what a control reads as its sources, as a file would say them."""
    for sign in signs_in(control.sources).values():
        if control.effect is Effect.MODULATION:
            yield "unknown"
        else:
            yield WORDS[TURNED[sign] if control.effect in INHIBITS else sign]


def test_inputs_with_their_signs(name: str) -> None:
    root, read = opened(name)
    there = Counter(root.xpath("//q:input/@q:sign", namespaces=SPACES))
    assert sum(there.values()) == count(root, "//q:input")
    assert Counter(sign for it in read.pathway.controls for sign in signs_of(it)) == there


def test_names_and_ids(name: str) -> None:
    root, read = opened(name)
    ids = {it.id for it in read.pathway.species}
    assert ids == set(root.xpath("//q:qualitativeSpecies/@q:id", namespaces=SPACES))
    told = set(root.xpath("//q:qualitativeSpecies/@q:name", namespaces=SPACES)) or ids
    names = {it.name for it in (*read.pathway.molecules, *read.pathway.species)}
    assert told <= names


def statements(species: etree._Element) -> Iterator[tuple[str, str]]:
    """Qualifier and CURIE of all that the annotation of a species names."""
    for item in species.iterfind(".//r:li", SPACES):
        qualifier = etree.QName(item.getparent().getparent()).localname
        yield qualifier, curie_of(item.get(RESOURCE) or "") or item.get(RESOURCE) or ""


def test_identifiers(name: str) -> None:
    """Each is read, repeats the sboTerm, or is named as lost."""
    root, read = opened(name)
    molecules = {it.id: it for it in read.pathway.molecules}
    species = {it.id: it for it in read.pathway.species}
    lost = Counter(it.place.subject for it in read.findings)
    for element in root.iterfind(".//q:qualitativeSpecies", SPACES):
        found = species[element.get(f"{{{QUAL}}}id")]
        things = [found, *(molecules[it] for it in [found.molecule] if it is not None)]
        things += [molecules[it.molecule] for it in found.components if it.molecule is not None]
        known = {identifier.id for thing in things for identifier in thing.identifiers}
        missing = {
            curie
            for qualifier, curie in statements(element)
            if qualifier not in NO_IDENTIFIERS
            and curie != (element.get("sboTerm") or "").lower()
            and curie not in known
        }
        assert len(missing) <= lost[f"qualitativeSpecies {found.id}"], (found.id, missing)
        assert all(curie.startswith("sbo:") for curie in missing)


def test_all_that_is_lost_is_of_these_kinds(name: str) -> None:
    _root, read = opened(name)
    assert {it.code for it in read.findings} <= {"SBM101"}
    assert not [it for it in read.findings if "functionTerm" in it.sentence]


def test_the_logic_of_the_logical_model() -> None:
    if not CORPUS.is_dir():
        pytest.skip("no corpora beside the repository")
    root, read = opened(LOGICAL)
    gates = [it.sources for it in read.pathway.controls if len([*it.sources.species()]) > 1]
    assert len(gates) == count(root, "//q:transition[count(q:listOfInputs/q:input) > 1]")
    assert Counter(gate.logic.value for gate in gates) == {"or": 3, "and": 2}
