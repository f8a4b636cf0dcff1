"""The state of a species in a diagram: what its class can say, and what it can't."""

import pytest
from lxml import etree
from tests.laws.strip import strip

from pathport.formats.celldesigner import read, write
from pathport.formats.celldesigner.rules import breaches
from pathport.formats.celldesigner.terms import CELLDESIGNER
from pathport.formats.yaml import read as read_document
from pathport.model.pathway import Pathway

OWN = f"{{{CELLDESIGNER}}}"

STRUCTURED = """
pathport: 1
id: bent
molecules: {{M: {{{kind}}}}}
processes: {{unbend: {{is: 'M{{structure(bent)}} -> M'}}}}
"""
WITHOUT = (
    "kind: small molecule",
    "kind: small molecule, roles: drug",
    "kind: ion",
    "kind: gene",
    "kind: RNA",
    "kind: phenotype",
    "kind: unknown",
)
"""What is drawn as a class that has no structural states."""


def pathway(document: str) -> Pathway:
    return read_document(document.encode()).pathway


def codes(content: bytes) -> list[str]:
    return [it.rule.code for it in breaches(etree.fromstring(content))]


def structures(content: bytes) -> list[str | None]:
    found = etree.fromstring(content).iter(f"{OWN}listOfStructuralStates")
    return [it.get("structuralState") for listed in found for it in listed]


@pytest.mark.parametrize("kind", WITHOUT)
def test_a_class_without_structural_states_is_written_with_none(kind: str) -> None:
    """Readers of CellDesigner's files fail on it."""
    sent = pathway(STRUCTURED.format(kind=kind))
    content = write(sent).content
    assert structures(content) == []
    assert f"{OWN}structuralState" not in {it.tag for it in etree.fromstring(content).iter()}
    assert codes(content) == []
    assert read(content).pathway.species == sent.species


@pytest.mark.parametrize("kind", ["protein", "complex", "family", "gene product"])
def test_a_protein_and_a_complex_are_written_with_theirs(kind: str) -> None:
    sent = pathway(STRUCTURED.format(kind=f"kind: {kind}"))
    assert structures(write(sent).content) == ["bent"]
    found = read(strip(write(sent).content)).pathway
    assert sorted(it.state.structure or "" for it in found.species) == ["", "bent"]


def test_a_structural_state_that_a_class_has_not_is_told_and_read() -> None:
    content = strip(write(pathway(STRUCTURED.format(kind="kind: ion"))).content)
    state = (
        b"<celldesigner:state><celldesigner:listOfStructuralStates><celldesigner:structuralState "
        b'structuralState="bent"/></celldesigner:listOfStructuralStates></celldesigner:state>'
    )
    content = content.replace(
        b"</celldesigner:speciesIdentity>", state + b"</celldesigner:speciesIdentity>", 1
    )
    assert codes(content) == ["CDX263"]
    assert sorted(it.state.structure or "" for it in read(content).pathway.species) == ["", "bent"]
