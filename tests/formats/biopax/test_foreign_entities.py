"""Which entities other programs' files hold, and of which molecule each is."""

import pytest
from tests.formats.biopax.test_foreign import told
from tests.formats.biopax.test_read import pathway

from pathport.formats import format_named
from pathport.formats.biopax import read, write
from pathport.formats.biopax.sorts import DEEPEST
from pathport.model.enumerations import AssociationType, Kind
from pathport.model.facts import facts
from pathport.model.parts import Component
from pathport.model.pathway import Pathway
from pathport.model.things import Form

NAMED = '<bp:Complex rdf:ID="{0}"><bp:displayName>{0}</bp:displayName>{1}</bp:Complex>'
PART = '<bp:component rdf:resource="#{}"/>'


def comes_back(sent: Pathway) -> bool:
    """Whether the pathway is the same after it was written."""
    return facts(read(write(sent).content).pathway) == facts(sent)


# What is inside itself


def test_a_complex_that_is_its_own_component_is_one() -> None:
    body = NAMED.format("a", PART.format("a") + "<bp:comment>precious</bp:comment>")
    (species,) = pathway(body).species
    assert (species.form, species.name, species.notes) == (Form.COMPLEX, "a", ("precious",))
    sentence = 'the component "a" of Complex "a" is not read: it is inside this one'
    assert told(body) == {("BPX206", sentence)}


def test_complexes_in_each_other_are_read_up_to_where_the_circle_closes() -> None:
    body = (
        NAMED.format("a", PART.format("b") + PART.format("x"))
        + NAMED.format("b", PART.format("a"))
        + '<bp:Protein rdf:ID="x"><bp:entityReference rdf:resource="#r"/></bp:Protein>'
        + '<bp:ProteinReference rdf:ID="r"/>'
    )
    (species,) = pathway(body).species
    assert species.id == "a"
    assert species.components == (Component(molecule="r", id="x"), Component(id="b", name="b"))
    sentence = 'the component "a" of Complex "b" is not read: it is inside this one'
    assert told(body) == {("BPX206", sentence)}


def test_what_is_inside_a_form_that_nothing_holds_is_named_with_it() -> None:
    whole, part = "http://example.org/x/~form/s/w", "http://example.org/x/~form/s/w/p"
    body = (
        f'<bp:Complex rdf:about="{whole}"><bp:component rdf:resource="{part}"/></bp:Complex>'
        f'<bp:Protein rdf:about="{part}"/>'
    )
    assert not pathway(body).species
    assert [code for code, _ in told(body)] == ["BPX203", "BPX203"]


# One entity, one molecule


def test_what_takes_part_and_is_a_component_is_one_molecule() -> None:
    body = (
        '<bp:Complex rdf:ID="c"><bp:component rdf:resource="#p"/></bp:Complex>'
        '<bp:Conversion rdf:ID="r"><bp:left rdf:resource="#p"/><bp:right rdf:resource="#c"/>'
        '</bp:Conversion><bp:Protein rdf:ID="p"><bp:comment>once</bp:comment></bp:Protein>'
    )
    found = pathway(body)
    (molecule,) = found.molecules
    assert molecule.notes == ("once",)
    assert {it.molecule for it in found.species if it.id == "p"} == {molecule.id}
    assert [it.components for it in found.species if it.id == "c"] == [
        (Component(molecule=molecule.id),)
    ]
    assert comes_back(found)


def test_a_component_of_two_complexes_is_one_molecule() -> None:
    body = "".join(
        f'<bp:Complex rdf:ID="{it}"><bp:component rdf:resource="#p"/></bp:Complex>' for it in "cd"
    )
    found = pathway(body + '<bp:Protein rdf:ID="p"/>')
    (molecule,) = found.molecules
    assert {it.components[0].molecule for it in found.species} == {molecule.id}
    assert comes_back(found)


def test_the_members_of_a_set_are_those_of_its_family_where_it_is_a_component() -> None:
    body = (
        '<bp:Complex rdf:ID="c"><bp:component rdf:resource="#f"/>'
        '<bp:component rdf:resource="#a"/></bp:Complex>'
        '<bp:Protein rdf:ID="f"><bp:memberPhysicalEntity rdf:resource="#a"/>'
        '<bp:memberPhysicalEntity rdf:resource="#b"/></bp:Protein>'
        '<bp:Protein rdf:ID="a"/><bp:Protein rdf:ID="b"/>'
    )
    found = pathway(body)
    assert len(found.molecules) == 3
    (family,) = (it for it in found.molecules if it.kind is Kind.FAMILY)
    species = {it.id: it.molecule for it in found.species}
    assert {it.molecule for it in family.members} == {species["a"], species["b"]}


# A complex that stands for others


WITH_MEMBER = NAMED.format("c", "{}" + '<bp:memberPhysicalEntity rdf:resource="#m"/>') + (
    '<bp:Complex rdf:ID="m"/><bp:Protein rdf:ID="x"><bp:comment>kept</bp:comment></bp:Protein>'
    '<bp:Protein rdf:ID="y"/>'
)


@pytest.mark.parametrize("name", ["", "<bp:standardName>official</bp:standardName>"])
def test_a_complex_has_components_and_members(name: str) -> None:
    found = pathway(WITH_MEMBER.format(name + PART.format("x") + PART.format("y")))
    (species,) = (it for it in found.species if it.id == "c")
    assert (species.form, species.members) == (Form.COMPLEX, ("m",))
    assert len(species.components) == 2
    assert comes_back(found)
    assert not told(WITH_MEMBER.format(name + PART.format("x") + PART.format("y")))


def test_the_components_and_members_of_a_complex_are_native() -> None:
    uses = '<bp:Conversion rdf:ID="p"><bp:left rdf:resource="#c"/></bp:Conversion>'
    sent = pathway(WITH_MEMBER.format(PART.format("x") + PART.format("y")) + uses)
    account = write(sent).account
    (kind,) = (it for it in account.kinds if (it.construct, it.field) == ("species", "members"))
    assert (kind.native, kind.carried, kind.lost) == (1, 0, 0)


def test_what_a_component_stands_for_is_named() -> None:
    body = NAMED.format("top", PART.format("c")) + WITH_MEMBER.format(PART.format("x"))
    sentence = 'the memberPhysicalEntity "m" of Complex "c" is not read: it is a component'
    assert ("BPX201", sentence) in told(body)


# Genes


def test_genes_are_read_as_what_takes_part_in_a_genetic_interaction() -> None:
    body = (
        '<bp:GeneticInteraction rdf:ID="i"><bp:participant rdf:resource="#g"/>'
        '<bp:participant rdf:resource="#h"/></bp:GeneticInteraction>'
        '<bp:Gene rdf:ID="g"><bp:displayName>BRCA1</bp:displayName>'
        '<bp:organism><bp:BioSource rdf:ID="o"><bp:xref><bp:UnificationXref rdf:ID="t">'
        "<bp:db>taxonomy</bp:db><bp:id>9606</bp:id></bp:UnificationXref></bp:xref></bp:BioSource>"
        "</bp:organism></bp:Gene>"
        '<bp:Gene rdf:ID="h"><bp:displayName>PARP1</bp:displayName>'
        "<bp:comment>the second</bp:comment></bp:Gene>"
    )
    found = pathway(body)
    (association,) = found.associations
    assert association.type is AssociationType.GENETIC
    assert [it.species for it in association.participants] == ["g", "h"]
    assert {(it.name, it.kind, it.organism, it.notes) for it in found.molecules} == {
        ("BRCA1", Kind.GENE, "ncbitaxon:9606", ()),
        ("PARP1", Kind.GENE, None, ("the second",)),
    }
    assert not told(body)
    assert comes_back(found)


# What is nested deep


@pytest.mark.parametrize("name", ["yaml", "json"])
def test_as_deep_as_complexes_are_read_every_document_holds_them(name: str) -> None:
    inner = "<bp:comment>note</bp:comment><bp:evidence><bp:Evidence><bp:comment>why</bp:comment>"
    inner += "</bp:Evidence></bp:evidence>"
    last = DEEPEST + 9
    tower = "".join(NAMED.format(f"c{n}", PART.format(f"c{n + 1}") + inner) for n in range(last))
    found = pathway(tower + f'<bp:Protein rdf:ID="c{last}"/>')
    assert {it.id for it in found.species} == {"c0", f"c{DEEPEST + 1}"}
    cut = f'the component "c{DEEPEST + 1}" of Complex "c{DEEPEST}" is not read'
    assert told(tower) == {
        ("BPX206", f"{cut}: it is nested more than {DEEPEST} deep"),
        *((code, it) for code, it in told(tower) if "not in the file" in it),
    }
    form = format_named(name).module
    written = form.write(found)
    assert written.account.lost == 0
    assert facts(form.read(written.content).pathway) == facts(found)


# Members of families

FAMILY = (
    '<bp:Protein rdf:ID="f"><bp:standardName>family</bp:standardName>'
    '<bp:memberPhysicalEntity rdf:resource="#a"/></bp:Protein>'
)
ELSEWHERE = '<bp:cellularLocation><bp:CellularLocationVocabulary rdf:ID="l"/></bp:cellularLocation>'
MODIFIED = (
    '<bp:feature><bp:ModificationFeature rdf:ID="m"><bp:featureLocation>'
    '<bp:SequenceSite rdf:ID="s"><bp:sequencePosition>7</bp:sequencePosition>'
    "</bp:SequenceSite></bp:featureLocation></bp:ModificationFeature></bp:feature>"
)


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("<bp:displayName>mine</bp:displayName>", 'the name "mine"'),
        ("<bp:comment>mine</bp:comment>", 'the comment "mine"'),
        ('<bp:evidence rdf:resource="#e"/>', 'the evidence "e"'),
        ('<bp:xref rdf:resource="#e"/>', 'the xref "e"'),
        (ELSEWHERE, 'the cellularLocation "l"'),
        (MODIFIED, 'the state "?7"'),
    ],
)
def test_what_a_member_of_a_family_says_of_itself_is_named(said: str, what: str) -> None:
    body = FAMILY + (
        f'<bp:Protein rdf:ID="a"><bp:entityReference rdf:resource="#r"/>{said}</bp:Protein>'
        '<bp:ProteinReference rdf:ID="r"/>'
    )
    (species,) = pathway(body).species
    assert species.id == "f"
    sentence = f'{what} of Protein "a" is not read: it is a member of a family'
    assert ("BPX201", sentence) in told(body)


def test_a_complex_that_can_be_no_member_of_a_family_is_a_species() -> None:
    body = FAMILY + NAMED.format("a", PART.format("x")) + '<bp:Protein rdf:ID="x"/>'
    assert {it.id for it in pathway(body).species} == {"f", "a"}
    sentence = 'the memberPhysicalEntity "a" of Protein "f" is not read: it is a complex'
    assert told(body) == {("BPX201", sentence)}
