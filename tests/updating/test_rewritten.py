"""Edits made with libraries that write the whole file anew come home as those of a drawing do."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import libsbml
import pybiopax
import pytest
from pybiopax import biopax

import pathport

EXAMPLE = Path(__file__).parents[2] / "examples" / "receptor-jak-stat.yaml"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_bytes(EXAMPLE.read_bytes())
    return path


def exported(fmt: str) -> bytes:
    return pathport.write_bytes(pathport.read(EXAMPLE), fmt).content


def told(document: Path, file: bytes, **words: Any) -> list[str]:
    """The lines that came and went, without blanks around them."""
    done = pathport.update(document, file, **words)
    assert not done.refused
    lines = [it for it in done.diff.splitlines()[2:] if it[0] in "+-"]
    return [f"{it[0]} {it[1:].strip()}" for it in lines if it[1:].strip()]


# SBML, as libSBML and with it COPASI writes it

Change = Callable[[Any], None]


def sbml_edited(change: Change) -> bytes:
    held = libsbml.readSBMLFromString(exported("sbml").decode())
    change(held.getModel())
    return libsbml.writeSBMLToString(held).encode()


def rename(model: Any) -> None:
    model.getSpecies("receptor").setName("dimer")


def new_species_with_reaction(model: Any) -> None:
    species = model.createSpecies()
    species.setId("species_1")
    species.setName("SOCS3")
    species.setCompartment("cyt")
    reaction = model.createReaction()
    reaction.setId("reaction_1")
    reaction.setReversible(False)
    reaction.createReactant().setSpecies("species_1")
    reaction.createProduct().setSpecies("STAT3_cyt")


def deleted_reaction(model: Any) -> None:
    model.removeReaction("import")


def changed_coefficient(model: Any) -> None:
    reactants = model.getReaction("activation").getListOfReactants()
    next(it for it in reactants if it.getSpecies() == "ATP_cyt").setStoichiometry(2)


def changed_identifier(model: Any) -> None:
    for species in model.getListOfSpecies():
        text = species.getAnnotationString()
        if text:
            species.setAnnotation(text.replace("15422", "30616"))


SBML: dict[Change, list[str]] = {
    lambda _: None: [],
    rename: [
        "- receptor: {is: 2*CXCL12:2*CXCR4@pm, name: CXCR4 dimer with ligand}",
        "+ receptor: {is: 2*CXCL12:2*CXCR4@pm, name: dimer}",
    ],
    new_species_with_reaction: [
        "+ SOCS3: {kind: unknown}",
        "+ process_STAT3_cyt: {is: SOCS3@cyt -> STAT3@cyt}",
    ],
    changed_coefficient: [
        "- is: receptor_JAK2 + 4 ATP@cyt -> active_receptor + 4 ADP@cyt",
        "+ is: receptor_JAK2 + 2 ATP@cyt -> active_receptor + 4 ADP@cyt",
    ],
    changed_identifier: [
        "- ATP: {kind: small molecule, roles: nucleotide, identifiers: chebi:15422}",
        "+ ATP: {kind: small molecule, roles: nucleotide, identifiers: chebi:30616}",
    ],
}


@pytest.mark.parametrize("change", SBML, ids=lambda change: change.__name__)
def test_an_edit_by_libsbml_comes_home_alone(change: Change, document: Path) -> None:
    assert told(document, sbml_edited(change), format="sbml") == SBML[change]
    assert not told(document, sbml_edited(change), format="sbml")


def test_a_deleted_reaction_goes_from_its_module_too(document: Path) -> None:
    done = pathport.update(document, sbml_edited(deleted_reaction), format="sbml")
    assert {it.code for it in done.findings} == {"UPD005"}
    pathway = pathport.read(document)
    assert "import" not in {it.id for it in pathway.processes}
    assert "import" not in pathway.modules[0].members
    assert "# Teaches states" in done.after


# BioPAX, as pybiopax writes it: what it drops without an edit is the base


def biopax_edited(change: Change) -> bytes:
    model = pybiopax.model_from_owl_str(exported("biopax").decode())
    change(model)
    return bytes(pybiopax.model_to_owl_str(model).encode())


def renamed(model: Any) -> None:
    """The gene, and the physical entity that is called after it."""
    for it in model.objects.values():
        if getattr(it, "display_name", None) == "STAT3 target gene":
            it.display_name = "a gene"


def reidentified(model: Any) -> None:
    references = (it for it in model.objects.values() if isinstance(it, biopax.ProteinReference))
    xrefs = next(it.xref for it in references if it.display_name == "STAT3")
    next(it for it in xrefs if isinstance(it, biopax.UnificationXref)).id = "P42224"


STAT = "kind: protein, roles: [STAT, transcription factor]"
BIOPAX: dict[Change, list[str]] = {
    lambda _: None: [],
    renamed: [
        "- target_gene: {name: STAT3 target gene, kind: gene, roles: target gene}",
        "+ target_gene: {name: a gene, kind: gene, roles: target gene}",
    ],
    reidentified: [
        f"- STAT3: {{{STAT}, identifiers: uniprot:P40763}}",
        f"+ STAT3: {{{STAT}, identifiers: uniprot:P42224}}",
    ],
}


@pytest.mark.parametrize("change", BIOPAX, ids=lambda change: change.__name__)
def test_an_edit_by_pybiopax_comes_home_alone(change: Change, document: Path) -> None:
    base = biopax_edited(lambda _: None)
    assert told(document, biopax_edited(change), base=base) == BIOPAX[change]


def test_new_things_are_called_as_the_document_calls_them(document: Path) -> None:
    """The molecule after its name, also where the species has that; species and events after what
    they are, though a program or a person gave them ids.
    """

    def change(model: Any) -> None:
        species = model.createSpecies()
        species.setId("SOCS3")
        species.setName("SOCS3")
        species.setCompartment("cyt")
        reaction = model.createReaction()
        reaction.setId("re1")
        reaction.setReversible(False)
        reaction.createReactant().setSpecies("JAK2_cyt")
        reaction.createProduct().setSpecies("STAT3_cyt")
        reaction.createModifier().setSpecies("SOCS3")

    lines = told(document, sbml_edited(change), format="sbml")
    assert not told(document, sbml_edited(change), format="sbml")  # and only once
    control = "controls: {by: SOCS3@cyt, effect: modulation}"
    assert lines == [
        "+ SOCS3: {kind: unknown}",
        f"+ process_STAT3_cyt: {{is: JAK2@cyt -> STAT3@cyt, {control}}}",
    ]
