"""What RDF says of a species that the pathway has no construct for comes in and out again."""

import msgspec
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

from pathport.formats import yaml
from pathport.formats.celldesigner import read, write
from pathport.formats.celldesigner.read import read_native
from pathport.model.enumerations import Relation
from pathport.model.parts import Identifier
from pathport.model.pathway import Pathway
from pathport.model.quantities import Quantities

RESOURCE = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource"
TERMS = {
    "hasPart": (Relation.HAS_PART, "uniprot:P62714"),
    "hasProperty": (Relation.HAS_PROPERTY, "pato:0002220"),
    "isPartOf": (Relation.IS_PART_OF, "fma:67257"),
}


def said_in(content: bytes) -> list[tuple[str, str]]:
    """Qualifier and resource of all that is said of species."""
    said = etree.fromstring(content).iterfind(".//{*}species//{*}Description/*")
    return [
        (etree.QName(it).localname, item.get(RESOURCE) or "")
        for it in said
        for item in it.iterfind(".//{*}li")
    ]


def again(pathway: Pathway) -> bytes:
    """The diagram that is written of the pathway's document."""
    return write(yaml.read(yaml.write(pathway).content).pathway).content


@pytest.mark.parametrize("qualifier", TERMS)
def test_parts_properties_and_wholes_of_a_protein_are_identifiers(qualifier: str) -> None:
    relation, curie = TERMS[qualifier]
    model = (template("pr1"), alias("sa1", "s1"))
    found = read(diagram(species("s1", terms=[(qualifier, curie)]), model=model))
    assert not [it for it in found.findings if it.code == "SBM101"]
    (one,), (molecule,) = found.pathway.species, found.pathway.molecules
    told = (*one.identifiers, *molecule.identifiers)
    assert told == (Identifier(id=curie, relation=relation),)
    written = again(found.pathway)
    assert [it for it, _ in said_in(written)] == [qualifier]
    native = msgspec.structs.replace(read_native(written).pathway, quantities=Quantities())
    assert native == msgspec.structs.replace(found.pathway, quantities=Quantities())


def test_parts_by_identifier_of_a_complex_with_parts_are_identifiers() -> None:
    content = diagram(
        species("s1", "COMPLEX", "X", name="X", terms=[("hasPart", "uniprot:P61073")]),
        model=(
            *(included("s2", "s1", "PROTEIN", "pr1"), template("pr1")),
            *(complex_alias("csa1", "s1"), alias("sa2", "s2", (10.0, 10.0), inside="csa1")),
        ),
    )
    found = read(content)
    assert not [it for it in found.findings if it.code == "SBM101"]
    part = Identifier(id="uniprot:P61073", relation=Relation.HAS_PART)
    assert found.pathway.species[0].identifiers == (part,)
    assert [it.code for it in found.findings if "components" in it.sentence] == ["MDL108"]
    assert [it for it, _ in said_in(again(found.pathway))] == ["hasPart"]


def test_literature_that_nobody_can_look_up_is_kept_and_told() -> None:
    content = diagram(
        species("s1", terms=[("isDescribedBy", "x")]), model=(template("pr1"), alias("sa1", "s1"))
    ).replace(b"https://identifiers.org/x", b"urn:miriam:uniprot:M")
    found = read(content)
    assert [it.code for it in found.findings if "uniprot:M" in it.sentence] == ["MDL109"]
    assert found.pathway.species[0].references == ("urn:miriam:uniprot:M",)
    assert said_in(again(found.pathway)) == [("isDescribedBy", "urn:miriam:uniprot:M")]
