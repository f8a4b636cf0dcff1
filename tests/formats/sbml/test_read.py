"""What another program's file says is read, or named with its place."""

import pytest
from tests.formats.sbml.samples import Tree, lost_in, sample, stripped

from pathport.errors import UnreadableError
from pathport.formats import sbml
from pathport.formats.sbml.read import read_native
from pathport.formats.sbml.terms import ABOUT, CORE, KIND, PROCESS, nearest
from pathport.model.enumerations import (
    Activity,
    AssociationType,
    Effect,
    Kind,
    Mechanism,
    ProcessType,
    Relation,
    Role,
)
from pathport.model.parts import Evidence, Identifier
from pathport.model.things import Form, Species

REGISTRY = "https://identifiers.org/"
HEAD = f'<sbml xmlns="{CORE}" level="3" version="1"><model id="m">'
PLACE = '<listOfCompartments><compartment id="c" constant="true"/></listOfCompartments>'
TAIL = "</model></sbml>"
RDF = (
    '<annotation><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:bqbiol="http://biomodels.net/biology-qualifiers/"'
    ' xmlns:bqmodel="http://biomodels.net/model-qualifiers/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/">'
    '<rdf:Description rdf:about="#x">{}</rdf:Description></rdf:RDF></annotation>'
)


def species(attributes: str, said: str = "") -> str:
    inner = RDF.format(said) if said else ""
    return f'<species id="s" compartment="c" {attributes}>{inner}</species>'


def model(species_: str = "", reactions: str = "", more: str = "") -> bytes:
    lists = f"<listOfSpecies>{species_}</listOfSpecies>" if species_ else ""
    lists += f"<listOfReactions>{reactions}</listOfReactions>" if reactions else ""
    return f"{HEAD}{more}{PLACE}{lists}{TAIL}".encode()


def bag(qualifier: str, *uris: str) -> str:
    items = "".join(f'<rdf:li rdf:resource="{uri}"/>' for uri in uris)
    return f"<{qualifier}><rdf:Bag>{items}</rdf:Bag></{qualifier}>"


def only(content: bytes) -> Species:
    (found,) = read_native(content).pathway.species
    return found


# Species


@pytest.mark.parametrize(
    ("term", "kind"),
    [
        ("SBO:0000252", Kind.PROTEIN),
        ("SBO:0000247", Kind.SMALL_MOLECULE),
        ("SBO:0000327", Kind.ION),
        ("SBO:0000298", Kind.SMALL_MOLECULE),  # synthetic chemical compound
        ("SBO:0000278", Kind.RNA),  # messenger RNA
        ("SBO:0000335", Kind.UNKNOWN),  # gene coding region
        ("SBO:0000354", Kind.GENE_PRODUCT),  # informational molecule segment, as KEGG's files have
        ("SBO:0000552", Kind.PATHWAY),  # reference annotation, as KEGG's files have
        ("SBO:0000253", Kind.COMPLEX),
        ("SBO:9999999", Kind.UNKNOWN),
    ],
)
def test_the_kind_is_that_of_the_nearest_term(term: str, kind: Kind) -> None:
    (molecule,) = read_native(model(species(f'sboTerm="{term}"'))).pathway.molecules
    assert molecule.kind is kind


def test_every_kind_has_a_term_that_is_read_back() -> None:
    assert {kind for kind, _ in KIND} == set(Kind)
    assert all(nearest(KIND, word) is kind for kind, word in KIND)


def test_every_process_type_has_a_term_that_is_read_back() -> None:
    assert {type_ for type_, _ in PROCESS} == set(ProcessType)
    assert all(nearest(PROCESS, word) is type_ for type_, word in PROCESS)


def test_a_term_with_ancestors_of_two_meanings_means_nothing() -> None:
    assert nearest(PROCESS, "sbo:0000212") is None  # protonation: a conversion and a process
    assert nearest(PROCESS, "sbo:0000222") is ProcessType.PRENYLATION  # farnesylation
    assert nearest(PROCESS, "sbo:0000000") is None
    assert nearest(PROCESS, "") is None


def test_identifiers_are_divided_between_species_and_molecule() -> None:
    said = bag("bqbiol:is", "urn:miriam:uniprot:P61073", "https://identifiers.org/reactome:R-HSA-1")
    said += bag("bqbiol:isVersionOf", "http://identifiers.org/uniprot/P61072")
    said += bag("bqbiol:isEncodedBy", "https://identifiers.org/hgnc:2561")
    pathway = read_native(model(species('name="X"', said))).pathway
    assert pathway.species[0].identifiers == (Identifier(id="reactome:R-HSA-1"),)
    assert set(pathway.molecules[0].identifiers) == {
        Identifier(id="uniprot:P61073"),
        Identifier(id="uniprot:P61072"),
        Identifier(id="hgnc:2561", relation=Relation.IS_ENCODED_BY),
    }


REST = {
    Relation.HAS_PROPERTY: ("bqbiol:hasProperty", "ec:2.7.11.1"),
    Relation.IS_PART_OF: ("bqbiol:isPartOf", "ncit:C12508"),
    Relation.HAS_PART: ("bqbiol:hasPart", "interpro:IPR000355"),
}


@pytest.mark.parametrize("relation", REST)
def test_parts_properties_and_wholes_without_a_construct_are_identifiers(
    relation: Relation,
) -> None:
    qualifier, curie = REST[relation]
    said = bag(qualifier, f"http://identifiers.org/{curie}")
    told = (Identifier(id=curie, relation=relation),)
    annotated = f' constant="true">{RDF.format(said)}</compartment>'
    found = read_native(model().replace(b' constant="true"/>', annotated.encode()))
    assert (found.pathway.compartments[0].identifiers, *found.findings) == (told,)
    found = read_native(reaction("", said=said))
    assert (found.pathway.processes[0].identifiers, *found.findings) == (told,)
    if relation is not Relation.HAS_PART:
        found = read_native(model(species("", said)))
        things = (*found.pathway.species, *found.pathway.molecules)
        assert [it for thing in things for it in thing.identifiers] == [*told]
        assert not found.findings


def test_the_first_cell_type_is_that_of_the_species_and_others_are_identifiers() -> None:
    terms = ("CL:0000236", "CL:0000084", "UBERON:0002371")
    said = bag("bqbiol:isPartOf", *(f"https://identifiers.org/{it}" for it in terms))
    found = read_native(model(species("", said)))
    (one,) = found.pathway.species
    assert (one.cell_type, one.tissue) == ("cl:0000236", "uberon:0002371")
    assert one.identifiers == (Identifier(id="cl:0000084", relation=Relation.IS_PART_OF),)
    assert not found.findings
    (again,) = read_native(stripped(sbml.write(found.pathway).content)).pathway.species
    assert again == one


def test_literature_by_a_urn_of_nothing_known_is_a_reference() -> None:
    said = bag("bqbiol:isDescribedBy", "urn:miriam:uniprot:M")
    found = read_native(reaction("", said=said))
    assert found.pathway.processes[0].references == ("urn:miriam:uniprot:M",)
    assert not found.findings


def test_a_state_is_read_off_name_and_properties() -> None:
    said = bag("bqbiol:hasProperty", "https://identifiers.org/MOD:00046")
    state = only(model(species('name="R{pS10,active}"', said))).state
    assert state.activity is Activity.ACTIVE
    assert [(m.kind, m.position) for m in state.modifications] == [("mod:00046", 10)]
    bare = only(model(species('name="R{pS10}"'))).state
    assert bare.modifications == ()


def test_a_kind_of_modification_that_no_site_has_is_at_an_unknown_place() -> None:
    said = bag("bqbiol:hasProperty", "https://identifiers.org/MOD:00046")
    (modification,) = only(model(species('name="R"', said))).state.modifications
    assert (modification.kind, modification.position) == ("mod:00046", None)


def test_a_complex_without_a_systematic_name_has_the_parts_of_its_annotation() -> None:
    a, b = "https://identifiers.org/uniprot:P61073", "https://identifiers.org/uniprot:P48061"
    pathway = read_native(
        model(species('name="my complex"', bag("bqbiol:hasPart", a, b, b)))
    ).pathway
    (found,) = pathway.species
    assert (found.form, found.name) == (Form.COMPLEX, "my complex")
    assert sorted(part.count for part in found.components) == [1, 2]
    assert {i.id for m in pathway.molecules for i in m.identifiers} == {
        "uniprot:P61073",
        "uniprot:P48061",
    }


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("", set()),
        ("<dcterms:title>a:b</dcterms:title>", set()),
        ("<dcterms:title>a:b</dcterms:title>{A}{A}", set()),
        ("{B}{A}", set()),
        (
            "<dcterms:title>a:b</dcterms:title>{B}{A}",
            {("a", "uniprot:P48061"), ("b", "uniprot:P61073")},
        ),
    ],
)
def test_parts_are_named_by_a_title_and_its_order_alone(
    said: str, named: set[tuple[str, str]]
) -> None:
    """A bag has no order, and a label is no title: no molecule gets another's identifier."""
    ordered = {key: f'<dcterms:hasPart rdf:resource="{uri}"/>' for key, uri in (("A", A), ("B", B))}
    annotation = bag("bqbiol:hasPart", A, B) + said.format(**ordered)
    pathway = read_native(model(species('name="a:b" sboTerm="SBO:0000253"', annotation))).pathway
    parts = [(it.name, it.identifiers[0].id) for it in pathway.molecules]
    assert {id_ for _, id_ in parts} == {"uniprot:P48061", "uniprot:P61073"}
    assert {part for part in parts if part[0] is not None} == named


A, B = "https://identifiers.org/uniprot:P61073", "https://identifiers.org/uniprot:P48061"
NODE = (
    '<dcmitype:PhysicalObject xmlns:dcmitype="http://purl.org/dc/dcmitype/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{}</dcmitype:PhysicalObject>'
)
COPASI = (
    '<copasi:COPASI xmlns:copasi="http://www.copasi.org/static/sbml"><rdf:RDF'
    ' xmlns:CopasiMT="http://www.copasi.org/RDF/MiriamTerms#"'
    ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description>{}'
    "</rdf:Description></rdf:RDF></copasi:COPASI>"
)


def saved_by_copasi(copied: str) -> bytes:
    """A complex whose bag lost its order and repetitions, with the copies that COPASI keeps."""
    title = "<dcterms:title>2*b:a</dcterms:title>"
    ordered = "".join(f'<dcterms:hasPart rdf:resource="{it}"/>' for it in (B, B, A))
    said = bag("bqbiol:hasPart", A, B) + bag("bqbiol:is", "urn:miriam:unknown:SBO:0000253")
    element = species('name="complex" sboTerm="SBO:0000253"', said)
    more = NODE.format(title + ordered) + COPASI.format(copied)
    return model(element.replace("</rdf:RDF>", f"</rdf:RDF>{more}"))


def test_what_copasi_drops_from_the_annotation_is_read_from_its_own() -> None:
    copied = bag("CopasiMT:hasPart", A, B, B) + bag("CopasiMT:isDescribedBy", f"{REGISTRY}pubmed:1")
    reading = read_native(saved_by_copasi(copied))
    (found,) = reading.pathway.species
    names = {it.id: it.name for it in reading.pathway.molecules}
    assert {names[it.molecule or ""]: it.count for it in found.components} == {"a": 1, "b": 2}
    assert found.references == ("pubmed:1",)
    assert reading.findings == ()


def test_what_was_changed_since_copasi_saved_it_is_taken() -> None:
    reading = read_native(saved_by_copasi(bag("CopasiMT:hasPart", A, A, B)))
    (found,) = reading.pathway.species
    assert sorted(it.count for it in found.components) == [1, 2]
    assert {it.name for it in reading.pathway.molecules} == {None}


EMPTY_PERSON = (
    '<dcterms:creator rdf:parseType="Resource" xmlns:v="http://www.w3.org/2001/vcard-rdf/3.0#">'
    "<v:FN>{}</v:FN><v:EMAIL>{}</v:EMAIL></dcterms:creator>"
)


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_an_empty_text_says_nothing(text: str) -> None:
    """As other programs write it for what they don't know; the file is read all the same."""
    said = "".join(
        f"<{name}>{text}</{name}>" for name in ABOUT.values() if name != ABOUT["authors"]
    )
    said += EMPTY_PERSON.format(text, text)
    empty = f'name="{text}"'
    element = species(f'{empty} sboTerm=""', said).replace('"c"', '""')
    content = model(element, more=RDF.format(said)).replace(b'id="m"', f'id="m" {empty}'.encode())
    content = content.replace(b'<compartment id="c"', f'<compartment id="c" {empty}'.encode())
    pathway = sbml.read(content).pathway
    assert pathway.name is None
    assert (pathway.authors, pathway.created, pathway.version, pathway.licence) == ((), *[None] * 3)
    things = [thing for _, thing in pathway.things()]
    assert {thing.name for thing in things} == {None}
    assert {(*it.synonyms, *it.notes, *it.data_sources, it.original_id) for it in things} == {
        (None,)
    }
    assert pathway.species[0].compartment is None


def test_a_name_that_is_the_id_is_none_but_of_a_species_that_has_no_other() -> None:
    assert only(model(species('name="s"'))).name == "s"
    title = '<dcterms:title xmlns:dcterms="http://purl.org/dc/terms/">RAF1{p}</dcterms:title>'
    assert only(model(species('name="s"', title))).name is None
    (process,) = read_native(reaction('name="r"')).pathway.processes
    assert process.name is None


def test_roles_are_properties() -> None:
    said = bag("bqbiol:hasProperty", "https://identifiers.org/SBO:0000244")
    (molecule,) = read_native(model(species('name="R"', said))).pathway.molecules
    assert molecule.roles == (Role.RECEPTOR,)


def test_a_species_nowhere_is_in_no_compartment() -> None:
    content = model(species("")).replace(
        b'id="c"', b'id="c" sboTerm="SBO:0000410" name="not specified"'
    )
    pathway = read_native(content).pathway
    assert pathway.compartments == ()
    assert pathway.species[0].compartment is None


# Reactions

SIDES = (
    '<listOfReactants><speciesReference species="s" stoichiometry="2" constant="true"/>'
    "</listOfReactants>"
)


def reaction(attributes: str, inner: str = SIDES, said: str = "") -> bytes:
    annotation = RDF.format(said) if said else ""
    return model(species(""), f'<reaction id="r" {attributes}>{annotation}{inner}</reaction>')


def modifier(attributes: str, said: str = "") -> str:
    inner = RDF.format(said) if said else ""
    element = (
        f'<modifierSpeciesReference species="s" {attributes}>{inner}</modifierSpeciesReference>'
    )
    return f"<listOfModifiers>{element}</listOfModifiers>"


@pytest.mark.parametrize(
    ("term", "effect", "mechanism"),
    [
        ("SBO:0000013", Effect.CATALYSIS, None),
        ("SBO:0000460", Effect.CATALYSIS, None),  # enzymatic catalyst
        ("SBO:0000462", Effect.STIMULATION, None),  # non-essential activator
        ("SBO:0000020", Effect.INHIBITION, None),
        ("SBO:0000206", Effect.INHIBITION, Mechanism.COMPETITIVE),
        ("SBO:0000537", Effect.INHIBITION, None),
        ("SBO:0000636", Effect.STIMULATION, Mechanism.ALLOSTERIC),
        ("SBO:0000019", Effect.MODULATION, None),
        ("SBO:0000168", Effect.MODULATION, None),  # control, of the branch of reactions
    ],
)
def test_an_effect_is_that_of_the_nearest_term(
    term: str, effect: Effect, mechanism: Mechanism | None
) -> None:
    content = reaction("", SIDES + modifier(f'sboTerm="{term}"'))
    (control,) = read_native(content).pathway.controls
    assert (control.effect, control.mechanism) == (effect, mechanism)


def test_a_term_that_is_a_mechanism_is_told_where_a_property_says_another() -> None:
    alone = read_native(reaction("", SIDES + modifier('sboTerm="SBO:0000206"')))
    assert alone.findings == ()
    said = bag("bqbiol:hasProperty", "http://identifiers.org/SBO:0000207")
    both = read_native(reaction("", SIDES + modifier('metaid="x" sboTerm="SBO:0000206"', said)))
    assert both.pathway.controls[0].mechanism is Mechanism.NONCOMPETITIVE
    (finding,) = both.findings
    assert finding.place.subject == "modifierSpeciesReference s of reaction r"
    assert lost_in(finding) == (
        'sboTerm="sbo:0000206" of modifierSpeciesReference (read as inhibition)'
    )


def test_a_modifier_without_an_id_gets_one() -> None:
    (control,) = read_native(reaction("", SIDES + modifier(""))).pathway.controls
    assert control.id == "r_modulation_s"
    assert control.target == "r"


def test_an_association_makes_the_same_from_the_same() -> None:
    products = SIDES.replace("Reactants", "Products")
    said = bag("bqbiol:hasProperty", "https://identifiers.org/MI:0407")
    content = reaction('sboTerm="SBO:0000374"', SIDES + products, said)
    (found,) = read_native(content).pathway.associations
    assert found.type is AssociationType.DIRECT
    assert [(it.species, it.coefficient) for it in found.participants] == [("s", 2)]


def test_evidence_is_a_code_beside_references() -> None:
    eco, ref = "https://identifiers.org/ECO:0000269", "https://identifiers.org/pubmed:1"
    said = bag("bqbiol:isDescribedBy", eco, ref) + bag("bqbiol:isDescribedBy", ref)
    said += bag("bqbiol:isDescribedBy", eco)
    (process,) = read_native(reaction("", said=said)).pathway.processes
    assert set(process.evidence) == {
        Evidence(code="eco:0000269"),
        Evidence(code="eco:0000269", reference="pubmed:1"),
    }
    assert process.references == ("pubmed:1",)


def test_a_bag_of_more_codes_and_references_than_anybody_states_is_lost() -> None:
    uris = [
        f"https://identifiers.org/{prefix}{n}"
        for n in range(10, 60)
        for prefix in ("ECO:00000", "pubmed:")
    ]
    reading = read_native(reaction("", said=bag("bqbiol:isDescribedBy", *uris)))
    assert reading.pathway.processes[0].evidence == ()
    assert len(reading.findings) == 1


# What is not understood

LOST = {
    "charge": model(species('charge="1"')),
    "uri": model(species("", bag("bqbiol:is", "entry 7"))),
    "qualifier": model(species("", bag("bqbiol:unheardOf", "https://identifiers.org/pubmed:1"))),
    "property": model(species("", bag("bqbiol:hasProperty", "https://identifiers.org/SBO:0000252"))),
    "rule": model(more="<listOfRules><rateRule variable='x'/></listOfRules>"),
    "law": reaction("", SIDES + "<kineticLaw/>"),
    "fast": reaction('fast="true"'),
    "type": reaction('sboTerm="SBO:0000241"'),
    "number": reaction("", SIDES.replace('"2"', '"two"')),
    "effect": reaction("", SIDES + modifier('sboTerm="SBO:0000252"')),
    "markup": reaction("", '<notes><p xmlns="http://www.w3.org/1999/xhtml">a<b>b</b></p></notes>'),
    "size": model().replace(b'id="c"', b'id="c" size="large"'),
    "dimensions": model().replace(b'id="c"', b'id="c" spatialDimensions="2.5"'),
    "reference": model(species("", bag("bqbiol:hasProperty", "https://identifiers.org/MI:1307")
        + bag("bqbiol:hasVersion", "#nobody"))),
    "annotation": model(species("").replace("></", "><annotation><x xmlns='x'/></annotation></")),
}  # fmt: skip


@pytest.mark.parametrize("what", LOST)
def test_what_is_not_understood_is_named(what: str) -> None:
    findings = read_native(LOST[what], path="a.xml").findings
    assert [finding.code for finding in findings] == ["SBM101"]
    assert findings[0].place.path == "a.xml"
    assert findings[0].place.line == 1


def test_an_export_holds_nothing_that_its_reader_does_not_understand() -> None:
    content = sbml.write(sample()).content
    assert read_native(content).findings == ()
    assert read_native(stripped(content)).findings == ()


def test_a_thing_has_its_line() -> None:
    content = sbml.write(sample()).content
    lines = content.decode().split("\n")
    reading = read_native(content)
    for (construct, id_), line in reading.lines.items():
        if construct != "pathway":
            assert f'id="{id_}"' in lines[line - 1]


def test_a_line_that_is_not_known_is_not_told() -> None:
    content = model(species('charge="1"')).replace(
        b"<listOfSpecies>", b"\n" * 70_000 + b"<listOfSpecies>"
    )
    (finding,) = read_native(content).findings
    assert finding.place.line == 0


# What is no SBML


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "XML001"),
        (b"<sbml", "XML001"),
        (b"<x/>", "SBM001"),
        (b'<sbml xmlns="urn:x"/>', "SBM001"),
        (b'<sbml xmlns="http://www.sbml.org/sbml/level1" level="1"/>', "SBM002"),
        (f'<sbml xmlns="{CORE}" level="3" version="1"/>'.encode(), "SBM003"),
        (b"<!DOCTYPE x SYSTEM 'y'><sbml/>", "XML004"),
    ],
)
def test_what_is_no_sbml_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        sbml.read(content)
    assert [finding.code for finding in caught.value.findings] == [code]


def test_validation_refuses_a_text_that_is_no_sbml() -> None:
    with pytest.raises(UnreadableError) as caught:
        sbml.validate(b"<x/>", path="x.xml")
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.line) == ("SBM001", 1)


@pytest.mark.parametrize(
    ("content", "is_sbml"),
    [
        (f'<sbml xmlns="{CORE}"/>'.encode(), True),
        (b'\xef\xbb\xbf<?xml version="1.0"?><sbml xmlns="http://www.sbml.org/sbml/level1"/>', True),
        (b'<sbml xmlns="http://www.sbml.org/sbml/level2/version4"/>', True),
        (b"<rdf/>", False),
        (b"{}", False),
        (b"", False),
    ],
)
def test_sniffing(content: bytes, is_sbml: bool) -> None:
    assert sbml.sniff(content) is is_sbml


def test_level_2_is_read() -> None:
    space = "http://www.sbml.org/sbml/level2/version4"
    tree = Tree(model(species('name="X"')))
    content = tree.content.replace(CORE.encode(), space.encode())
    assert only(content).id == "s"
