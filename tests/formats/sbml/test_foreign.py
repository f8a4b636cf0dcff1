"""What only other programs' files say: SBO terms as identifiers, Level 2, sets of Reactome, ids."""

import pytest
from tests.formats.sbml.samples import lost_in
from tests.formats.sbml.test_read import HEAD, PLACE, TAIL, bag, model, only, species

from pathport.formats import sbml
from pathport.formats.sbml.read import read_native
from pathport.model.enumerations import Kind, Role
from pathport.model.parts import Member
from pathport.model.pathway import Pathway
from pathport.model.things import Molecule, Species

SBO = "http://identifiers.org/biomodels.sbo/SBO:"
UNIPROT = "http://identifiers.org/uniprot/"
LEVEL_2 = '<sbml xmlns="http://www.sbml.org/sbml/level2/version4" level="2" version="4">'


def told(content: bytes) -> list[tuple[str, str]]:
    """What is named as lost, without the words that all have, and where."""
    found = read_native(content).findings
    assert {it.code for it in found} <= {"SBM101"}
    return [(lost_in(it), it.place.subject) for it in found]


def pathway(content: bytes) -> Pathway:
    return sbml.read(content).pathway


# Identifiers


def test_an_identifier_that_repeats_the_sbo_term_says_nothing_more() -> None:
    content = model(species('sboTerm="SBO:0000252"', bag("bqbiol:is", f"{SBO}0000252")))
    assert told(content) == []
    assert pathway(content).molecules[0].identifiers == ()


def test_an_identifier_that_is_another_sbo_term_is_named() -> None:
    content = model(species('sboTerm="SBO:0000252"', bag("bqbiol:is", f"{SBO}0000245")))
    assert told(content) == [('the identifier "sbo:0000245"', "species s")]
    assert pathway(content).molecules[0].identifiers == ()


def test_an_identifier_that_is_a_role_is_that_role() -> None:
    content = model(species("", bag("bqbiol:isVersionOf", f"{SBO}0000280")))
    assert told(content) == []
    assert pathway(content).molecules[0].roles == (Role.LIGAND,)


def test_a_part_that_is_a_role_is_of_a_molecule_in_that_role() -> None:
    found = pathway(model(species("", bag("bqbiol:hasPart", f"{SBO}0000244", f"{UNIPROT}P61073"))))
    assert {(it.roles, bool(it.identifiers)) for it in found.molecules} == {
        ((Role.RECEPTOR,), False),
        ((), True),
    }


def test_a_term_of_a_species_that_no_table_has_is_named() -> None:
    assert told(model(species('sboTerm="SBO:0000064"'))) == [('sboTerm="sbo:0000064"', "species s")]


FAMILY = bag("bqbiol:hasProperty", "https://identifiers.org/MI:1304")
LOST_CLASS = 'sboTerm="sbo:0000252" of species (read as family)'


def losses_of(content: bytes) -> list[tuple[str, str, int]]:
    """What a whole reading names as lost, and where."""
    found = [it for it in sbml.read(content).findings if it.code == "SBM101"]
    return [(lost_in(it), it.place.subject, it.place.line) for it in found]


def test_the_class_of_a_family_without_members_is_named() -> None:
    content = model(species('sboTerm="SBO:0000252"', FAMILY))
    line = content.partition(b"SBO:0000252")[0].count(b"\n") + 1
    assert losses_of(content) == [(LOST_CLASS, "species s", line)]
    assert [(it.kind, it.members) for it in pathway(content).molecules] == [(Kind.FAMILY, ())]


def test_a_family_of_no_known_class_loses_none() -> None:
    assert losses_of(model(species('sboTerm="SBO:0000285"', FAMILY))) == []
    assert losses_of(model(species("", FAMILY))) == []


def test_the_class_of_a_family_is_what_its_members_tell_while_they_do() -> None:
    molecules = (
        Molecule(id="M1", kind=Kind.PROTEIN),
        Molecule(id="M2", kind=Kind.FAMILY, members=(Member(molecule="M1"),)),
    )
    sent = Pathway(id="P", molecules=molecules, species=(Species(id="s", molecule="M2"),))
    content = sbml.write(sent).content
    assert losses_of(content) == []
    edited = content.replace(b"SBO:0000252", b"SBO:0000250")
    told = LOST_CLASS.replace("0000252", "0000250")
    assert [it[:2] for it in losses_of(edited)] == [(told, "species s")]


def test_a_term_of_a_species_may_be_its_role() -> None:
    content = model(species('sboTerm="SBO:0000244"'))
    assert told(content) == []
    assert pathway(content).molecules[0].roles == (Role.RECEPTOR,)


def test_the_organism_is_the_taxon_of_ncbi_and_others_are_named() -> None:
    bto, ncbi = (f"http://identifiers.org/{it}" for it in ("bto/BTO:0000567", "taxonomy/9606"))
    content = model(species("", bag("bqbiol:hasTaxon", bto, ncbi)))
    assert told(content) == [('bqbiol:hasTaxon "bto:0000567"', "species s")]
    assert pathway(content).molecules[0].organism == "ncbitaxon:9606"


# Sets


def test_the_parts_of_a_functional_compartment_are_alternatives() -> None:
    parts = bag("bqbiol:hasPart", f"{UNIPROT}P04637", f"{UNIPROT}P61073")
    content = model(species('sboTerm="SBO:0000289" name="either"', parts))
    assert told(content) == []
    found = pathway(content)
    known = {it.id: it for it in found.molecules}
    whole = known[found.species[0].molecule or ""]
    assert (whole.name, whole.kind) == ("either", Kind.FAMILY)
    named = {known[it.molecule].identifiers[0].id for it in whole.members}
    assert named == {"uniprot:P04637", "uniprot:P61073"}


# Level 2


@pytest.mark.parametrize(
    ("head", "attribute", "reversible"),
    [
        (LEVEL_2, "", True),
        (LEVEL_2, 'reversible="false"', False),
        (LEVEL_2, 'reversible="1"', True),
        (HEAD.partition("<model")[0], "", False),
    ],
)
def test_a_reaction_of_level_2_is_reversible_unless_it_says_no(
    head: str, attribute: str, reversible: bool
) -> None:
    reaction = f'<listOfReactions><reaction id="r" {attribute}/></listOfReactions>'
    (process,) = pathway(f'{head}<model id="m">{reaction}{TAIL}'.encode()).processes
    assert process.reversible is reversible


def test_what_level_2_calls_outside_is_around() -> None:
    inner = '<compartment id="in" outside="c" constant="true"/>'
    places = PLACE.replace("</list", f"{inner}</list")
    found = pathway(f'{LEVEL_2}<model id="m">{places}{TAIL}'.encode())
    assert {it.id: it.inside for it in found.compartments} == {"c": None, "in": "c"}


def test_creators_of_dublin_core_1_1_are_the_authors() -> None:
    card = (
        '<annotation><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:vCard="http://www.w3.org/2001/vcard-rdf/3.0#"><rdf:Description rdf:about="#m">'
        '<dc:creator><rdf:Bag><rdf:li rdf:parseType="Resource"><vCard:N rdf:parseType="Resource">'
        "<vCard:Family>Doe</vCard:Family><vCard:Given>Jane</vCard:Given></vCard:N></rdf:li>"
        "</rdf:Bag></dc:creator></rdf:Description></rdf:RDF></annotation>"
    )
    (author,) = pathway(model(more=card)).authors
    assert (author.given, author.family) == ("Jane", "Doe")


# What is named


def test_notes_of_the_file_are_those_of_the_pathway_and_its_term_is_named() -> None:
    notes = '<notes><p xmlns="http://www.w3.org/1999/xhtml">By hand.</p></notes>'
    content = model().replace(b"<model", f"{notes}<model".encode())
    content = content.replace(b"<sbml ", b'<sbml sboTerm="SBO:0000624" ')
    assert pathway(content).notes == ("By hand.",)
    assert told(content) == [('sboTerm="SBO:0000624"', "sbml")]


def test_what_a_participant_says_beyond_its_number_is_named() -> None:
    notes = '<notes><p xmlns="http://www.w3.org/1999/xhtml">Why.</p></notes>'
    reference = f'<speciesReference species="s" sboTerm="SBO:0000604">{notes}</speciesReference>'
    reaction = f'<reaction id="r"><listOfReactants>{reference}</listOfReactants></reaction>'
    assert told(model(species(""), reaction)) == [
        ('sboTerm="SBO:0000604"', "reaction r"),
        ("<notes> (elements in it: 1)", "reaction r"),
    ]


@pytest.mark.parametrize(
    ("attributes", "lost"),
    [
        ('groups:kind="partonomy" sboTerm="SBO:0000633"', []),
        ('groups:kind="classification"', [('kind="classification"', "group g")]),
        ('groups:kind="partonomy" sboTerm="SBO:0000375"', [('sboTerm="SBO:0000375"', "group g")]),
    ],
)
def test_a_group_that_is_no_module_is_named(attributes: str, lost: list[tuple[str, str]]) -> None:
    space = "http://www.sbml.org/sbml/level3/version1/groups/version1"
    groups = (
        f'<groups:listOfGroups xmlns:groups="{space}">'
        f'<groups:group groups:id="g" {attributes}/></groups:listOfGroups>'
    )
    assert told(model(more=groups)) == lost


# Ids


def test_a_reserved_id_is_made_legal_and_kept() -> None:
    content = model(species("")).replace(b'id="c"', b'id="default"')
    found = pathway(content.replace(b'"c"', b'"default"'))
    (place,) = found.compartments
    assert (place.id, place.original_id) == ("_default", "default")
    assert only(content.replace(b'"c"', b'"default"')).compartment == "_default"


def test_ids_that_differ_by_case_alone_are_told_apart_and_kept() -> None:
    two = species("") + species("").replace('id="s"', 'id="S"')
    found = pathway(model(two)).species
    assert [(it.id, it.original_id) for it in found] == [("S", None), ("s_2", "s")]


def test_a_model_may_be_called_as_one_of_its_species() -> None:
    found = pathway(model(species("")).replace(b'model id="m"', b'model id="s"'))
    assert (found.id, found.original_id, found.species[0].id) == ("s_model", "s", "s")


def test_an_element_whose_id_was_taken_is_called_as_in_its_file() -> None:
    """The number that tells them apart in reading stood in the finding, behind a tab."""
    again = '<compartment id="c" constant="true" outside="gone"/>'
    places = PLACE.replace("</list", f"{again}</list")
    twice = species('initialAmount="1"') * 2
    content = (
        f'{LEVEL_2}<model id="m">{places}<listOfSpecies>{twice}</listOfSpecies>{TAIL}'.encode()
    )
    again = "an element before it has this id (read as"
    assert sorted(it.sentence for it in read_native(content).findings) == [
        f'compartment c: {again} "c_2")',
        'lost in reading compartment c: a reference to "gone"',
        'lost in reading species s: a second "s" among amounts, amount 1.0',
        f'species s: {again} "s_2")',
    ]
