"""What Cytoscape's BioPAX app takes from a file: by pybiopax, as it does by Paxtools.

A node is called by displayName, after which the app puts modifications and place; columns come from
cross references by the beginning of their database's name (cytoscape/biopax, ``BioPaxMapper``).
"""

from typing import Any

import pybiopax
import pytest

import pathport
from pathport.formats import biopax

NODES = pybiopax.biopax.Entity
FLAGSHIP = pathport.read("examples/cxcr4.yaml")


@pytest.fixture(scope="module")
def model() -> Any:
    content = biopax.write(FLAGSHIP).content
    return pybiopax.model_from_owl_str(content.decode())


def test_every_node_has_a_name_to_show(model: Any) -> None:
    """Without one the app shows the URI."""
    nodes = [each for each in model.objects.values() if isinstance(each, NODES)]
    assert [each.uid for each in nodes if not each.display_name] == []


def test_proteins_fill_the_columns_of_databases(model: Any) -> None:
    known = {
        molecule.id
        for molecule in FLAGSHIP.molecules
        if any(each.id.startswith("uniprot:") for each in molecule.identifiers)
    }
    found = {
        reference.uid.rpartition("/")[2]: {each.db.upper(): each.id for each in reference.xref}
        for reference in model.get_objects_by_type(pybiopax.biopax.ProteinReference)
    }
    assert {id_ for id_, told in found.items() if "UNIPROT" in told} >= known & found.keys()
    symbols = {told["HGNC"] for told in found.values() if "HGNC" in told}
    assert symbols
    assert not any(each.startswith("HGNC:") for each in symbols)


def test_a_control_has_a_word_that_edges_are_styled_by(model: Any) -> None:
    controls = list(model.get_objects_by_type(pybiopax.biopax.Control))
    told = [each.control_type for each in controls if each.control_type is not None]
    assert {each.partition("-")[0] for each in told} == {"ACTIVATION", "INHIBITION"}
    assert len(told) > len(controls) / 2


def test_literature_stands_where_the_app_looks_for_it(model: Any) -> None:
    processes = model.get_objects_by_type(pybiopax.biopax.Interaction)
    cited = [
        each
        for process in processes
        for each in process.xref
        if isinstance(each, pybiopax.biopax.PublicationXref)
    ]
    assert cited
    assert all(each.db and each.id for each in cited)
