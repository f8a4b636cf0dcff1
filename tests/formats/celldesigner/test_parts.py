"""What parts of complexes are, and what is said of them."""

from textwrap import dedent

import pytest
from lxml import etree
from tests.formats.celldesigner.sketches import (
    alias,
    complex_alias,
    diagram,
    included,
    species,
    template,
)
from tests.laws.strip import strip

from pathport.formats.celldesigner import read, write
from pathport.formats.celldesigner.read import read_native
from pathport.formats.yaml import read as read_document
from pathport.model.pathway import Pathway
from pathport.model.things import Species


def species_of(pathway: Pathway, id_: str = "s1") -> Species:
    return next(it for it in pathway.species if it.id == id_)


def in_notes(curie: str, before: str = "", after: str = "") -> str:
    """What RDF says of a part, between the words of its notes."""
    return (
        f'<c:notes><html xmlns="http://www.w3.org/1999/xhtml"><body>{before}'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:bqbiol="http://biomodels.net/biology-qualifiers/"><rdf:Description '
        f'rdf:about="#s2"><bqbiol:is><rdf:Bag><rdf:li rdf:resource="urn:miriam:{curie}"/>'
        f"</rdf:Bag></bqbiol:is></rdf:Description></rdf:RDF>{after}</body></html></c:notes>"
    )


def test_what_rdf_says_of_a_part_stands_in_its_notes() -> None:
    """MINERVA writes it there; it was lost, as no XHTML."""
    content = diagram(
        species("s1", "COMPLEX", "X", name="X"),
        model=(
            template("pr1"),
            included(
                "s2",
                "s1",
                "PROTEIN",
                "pr1",
                notes=in_notes("reactome:R-HSA-374265", "Bound.", " Twice."),
            ),
            complex_alias("csa1", "s1"),
            alias("sa2", "s2", inside="csa1"),
        ),
    )
    found = read(content)
    (part,) = species_of(found.pathway).components
    assert [it.id for it in part.identifiers] == ["reactome:R-HSA-374265"]
    assert part.notes == ("Bound. Twice.",)
    assert not [it for it in found.findings if it.code == "SBM101"]
    written = write(found.pathway)
    (again,) = species_of(read_native(written.content).pathway).components
    assert (again.identifiers, again.notes) == (part.identifiers, part.notes)


def test_a_protein_that_is_in_complexes_alone_is_what_its_parts_say() -> None:
    """Its identifiers were each part's own, and of a document's molecule in records alone."""
    content = diagram(
        species("s1", "COMPLEX", "X", name="X"),
        model=(
            template("pr1"),
            included("s2", "s1", "PROTEIN", "pr1", notes=in_notes("uniprot:P48061")),
            included("s3", "s1", "PROTEIN", "pr1"),
            complex_alias("csa1", "s1"),
            alias("sa2", "s2", inside="csa1"),
            alias("sa3", "s3", inside="csa1"),
        ),
    )
    pathway = read(content).pathway
    for it in (pathway, read_native(write(pathway).content).pathway):
        known = {one.id: one.identifiers for one in it.molecules}
        assert [one.id for one in known["pr1"]] == ["uniprot:P48061"]
        (part,) = species_of(it).components
        assert (part.identifiers, part.count) == ((), 2)


FREE = ("is", "chebi:15422")


@pytest.mark.parametrize(
    ("free", "notes", "molecules"),
    [
        ([FREE], "", ["chebi:15422"]),
        ([FREE], in_notes("chebi:15422"), ["chebi:15422"]),
        ([FREE], in_notes("chebi:30616"), ["chebi:15422", "chebi:30616"]),
        ([], in_notes("chebi:15422"), ["", "chebi:15422"]),
        ([], "", [""]),
    ],
)
def test_a_part_without_a_template_is_the_free_molecule_of_its_class_and_name(
    free: list[tuple[str, str]], notes: str, molecules: list[str]
) -> None:
    """A part without identifiers was another molecule than the free one that has some."""
    content = diagram(
        species("s1", "COMPLEX", "X", name="X"),
        species("s4", "SIMPLE_MOLECULE", "ATP", name="ATP", terms=free),
        model=(
            template("pr1"),
            included("s2", "s1", "SIMPLE_MOLECULE", "ATP", notes=notes),
            complex_alias("csa1", "s1"),
            alias("sa2", "s2", inside="csa1"),
            alias("sa4", "s4"),
        ),
    )
    pathway = read(content).pathway
    told = [it.identifiers for it in pathway.molecules if it.name == "ATP"]
    assert sorted("".join(one.id for one in it) for it in told) == molecules
    (part,) = species_of(pathway, "s1").components
    assert part.identifiers == ()


def test_of_several_free_molecules_of_one_name_a_part_is_that_of_which_it_says_the_same() -> None:
    def molecules(notes: str) -> int:
        content = diagram(
            species("s1", "COMPLEX", "X", name="X"),
            species("s4", "SIMPLE_MOLECULE", "ATP", name="ATP", terms=[FREE]),
            species("s5", "SIMPLE_MOLECULE", "ATP", name="ATP", terms=[("is", "chebi:30616")]),
            model=(
                included("s2", "s1", "SIMPLE_MOLECULE", "ATP", notes=notes),
                complex_alias("csa1", "s1"),
                alias("sa2", "s2", inside="csa1"),
            ),
        )
        return len(read(content).pathway.molecules)

    assert (molecules(in_notes("chebi:15422")), molecules("")) == (2, 3)


def test_a_complex_without_a_name_is_called_by_its_parts_and_has_none_when_read() -> None:
    """It was called in pathport's notation, with the states and numbers that are drawn."""
    document = dedent("""
        pathport: 1
        id: small
        compartments: {cyt: {}}
        molecules: {B: {kind: protein}, C: {kind: protein}, GEN: {kind: protein}}
        species:
          s1: {is: "(B{active}:C{!pS4}){structure(folded)}:2*GEN{pY705,structure(open)}@cyt"}
          s2: {is: "2*(B:C)@cyt"}
    """)
    written = write(read_document(document.encode()).pathway).content
    root = etree.fromstring(written)
    names = {it.get("id"): it.get("name") for it in root.iter("{*}species")}
    assert (names["s1"], names["s2"]) == ("B:C:GEN", "B:C")
    found = read_native(strip(written)).pathway
    assert [it.name for it in found.species] == [None, None]
    assert [part.name for it in found.species for part in it.components] == [None] * 3
