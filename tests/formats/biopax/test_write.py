"""What a BioPAX file holds: valid, counted by others, said natively, the same each time."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import msgspec
import pytest
import rdflib
from hypothesis import given
from tests.formats.biopax.samples import ABOUT, EXAMPLES, MOLECULES, ROOT, Owl, document, example
from tests.formats.biopax.samples import sample as sampled

from pathport.fidelity.report import Status
from pathport.findings import Severity
from pathport.formats import Options, biopax
from pathport.formats.biopax.codes import DENIED_XREF
from pathport.formats.biopax.ontology import NAMESPACE
from pathport.formats.biopax.rules import TOLERATED
from pathport.model.enumerations import Kind, Observation
from pathport.model.facts import facts
from pathport.model.parts import (
    Accession,
    Component,
    Evidence,
    Member,
    Modification,
    Participant,
    Site,
    SiteSet,
    State,
)
from pathport.model.pathway import Pathway
from pathport.model.things import Association, Form, Molecule, Process, Species
from pathport.testing import pathways

GOLDEN = Path(__file__).parent / "golden"
FLAGSHIP = ROOT / "examples" / "cxcr4.yaml"

SAMPLE = sampled()


@pytest.fixture(scope="module")
def owl() -> Owl:
    return Owl.of(SAMPLE)


@pytest.fixture(scope="module")
def flagship() -> Pathway:
    return example(FLAGSHIP)


# Valid


def unexpected(content: bytes) -> list[str]:
    """What an export may not have: errors, and warnings that are not tolerated."""
    return [
        str(finding)
        for finding in biopax.validate(content)
        if finding.severity is Severity.ERROR or finding.code not in TOLERATED
    ]


@given(pathways())
def test_every_export_holds_to_the_rules(pathway: Pathway) -> None:
    assert unexpected(biopax.write(pathway).content) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_hold_to_the_rules(path: Path) -> None:
    assert unexpected(biopax.write(example(path)).content) == []


# Others' readers


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_pybiopax_finds_every_object(path: Path) -> None:
    import pybiopax

    content = biopax.write(example(path)).content
    written = Counter(it.tag.partition("}")[2] for it in Owl(content).objects())
    model = pybiopax.model_from_owl_str(content.decode())
    assert Counter(type(it).__name__ for it in model.objects.values()) == written
    assert pybiopax.model_to_owl_str(model)


def counted_by_rdflib(content: bytes) -> Counter[str]:
    graph = rdflib.Graph().parse(data=content, format="xml")
    return Counter(
        str(cls).removeprefix(NAMESPACE) for _, cls in graph.subject_objects(rdflib.RDF.type)
    )


CONVERSIONS = (
    "BiochemicalReaction",
    "ComplexAssembly",
    "Degradation",
    "TemplateReaction",
    "Transport",
    "TransportWithBiochemicalReaction",
)
CONTROLS = ("Catalysis", "Control", "Modulation", "TemplateReactionRegulation")


def test_rdflib_counts_the_flagship(flagship: Pathway) -> None:
    counts = counted_by_rdflib(biopax.write(flagship).content)
    assert sum(counts[cls] for cls in CONVERSIONS) == len(flagship.processes)
    assert sum(counts[cls] for cls in CONTROLS) == len(flagship.controls)
    outcomes = [it for it in flagship.molecules if it.kind == "phenotype"]
    assert counts["Pathway"] == len(flagship.modules) + len(outcomes) + 1
    assert counts["CellularLocationVocabulary"] == len(flagship.compartments)


def test_rdflib_finds_what_pybiopax_drops(owl: Owl) -> None:
    """Numbers and truth values, and all of several values (pybiopax keeps the last)."""
    graph = rdflib.Graph().parse(data=owl.content, format="xml")
    bp = rdflib.Namespace(NAMESPACE)
    positions = {value.toPython() for value in graph.objects(None, bp.sequencePosition)}
    assert positions == {22, 93, 308, 309, 321, 324, 325, 346, 347}
    coefficients = {value.toPython() for value in graph.objects(None, bp.stoichiometricCoefficient)}
    assert coefficients == {1.0, 2.0}
    assert [value.toPython() for value in graph.objects(None, bp.spontaneous)] == [True]
    assert [value.toPython() for value in graph.objects(None, bp.year)] == [1996]
    seen = [it for it in owl.objects() if it.tag.endswith("}Evidence")]
    assert max(len(it.findall(f"{{{NAMESPACE}}}evidenceCode")) for it in seen) == 2


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_node_has_one_type(path: Path) -> None:
    graph = rdflib.Graph().parse(data=biopax.write(example(path)).content, format="xml")
    types = Counter(graph.subjects(rdflib.RDF.type))
    assert set(types.values()) == {1}
    assert set(graph.subjects()) == types.keys()
    (header,) = graph.subjects(rdflib.RDF.type, rdflib.OWL.Ontology)
    assert str(header).endswith("/~ontology")
    assert list(graph.objects(header)).count(rdflib.URIRef(NAMESPACE)) == 1


@pytest.mark.parametrize("spelling", ["xml", "pretty-xml"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_rdflib_saves_reads_back_the_same(path: Path, spelling: str) -> None:
    pathway = example(path)
    graph = rdflib.Graph().parse(data=biopax.write(pathway).content, format="xml")
    found = biopax.read(graph.serialize(format=spelling, encoding="utf-8"))
    assert facts(found.pathway) == facts(pathway)
    assert [it for it in found.findings if it.code.startswith(("FID", "BPX"))] == []


# Construct by construct

CLASSES = {
    "LIG_ec": "Protein",
    "GP_cyt": "Protein",
    "R_nuc": "Rna",
    "G_nuc": "DnaRegion",
    "D_nuc": "Dna",
    "ATP_cyt": "SmallMolecule",
    "CA_cyt": "SmallMolecule",
    "KIN_loop_cyt": "Protein",
    "bound": "Complex",
    "trio": "Complex",
    "BOX_cyt": "Complex",
    "both_ways": "PhysicalEntity",
    "what_cyt": "PhysicalEntity",
    "either": "PhysicalEntity",
    "pair": "Protein",
    "grown": "Pathway",
    "LIG": "ProteinReference",
    "KIN": "ProteinReference",
    "G": "DnaRegionReference",
    "ATP": "SmallMoleculeReference",
    "pm": "CellularLocationVocabulary",
    "binding": "ComplexAssembly",
    "phosphorylation": "BiochemicalReaction",
    "loss": "Degradation",
    "making": "TemplateReaction",
    "import": "Transport",
    "growing": "Interaction",
    "wholes": "ComplexAssembly",
    "block": "Control",
    "kinase": "Catalysis",
    "of_kinase": "Modulation",
    "of_making": "TemplateReactionRegulation",
    "help": "Control",
    "grow": "Control",
    "~joint/ways/1": "Control",
    "~joint/ways/2": "Control",
    "~target/KIN1_nuc": "Interaction",
    "meeting": "MolecularInteraction",
    "rumour": "Interaction",
    "inner": "Pathway",
    "~form/trio/REC": "Protein",
    "~form/both_ways/ATP": "SmallMolecule",
}


@pytest.mark.parametrize(("name", "cls"), CLASSES.items())
def test_each_thing_is_an_object_of_its_class(owl: Owl, name: str, cls: str) -> None:
    assert owl.cls(name) == cls


VALUES: list[tuple[str, tuple[str, ...], list[str]]] = [
    ("", ("displayName",), ["A sample"]),
    ("", ("availability",), ["CC0-1.0"]),
    ("", ("organism", "displayName"), ["Homo sapiens"]),
    ("", ("organism", "xref", "id"), ["9606"]),
    ("pm", ("term",), ["plasma membrane"]),
    ("pm", ("xref", "id"), ["GO:0005886"]),
    ("LIG", ("name",), ["SDF-1", "stromal cell-derived factor 1"]),
    ("LIG", ("xref", "db"), ["fplx", "hgnc", "uniprot", "sbo", "pubmed"]),
    (
        "LIG",
        ("xref", "relationshipType", "term"),
        ["partial identity match", "gene product", "molecular function"],
    ),
    ("KIN", ("memberEntityReference",), ["KIN1", "KIN2"]),
    ("rec_p", ("displayName",), ["REC"]),
    ("rec_p", ("entityReference",), ["REC"]),
    ("rec_p", ("cellularLocation",), ["pm"]),
    ("rec_p", ("feature", "modificationType", "term"), ["O-phospho-L-serine"]),
    ("rec_p", ("feature", "featureLocation", "sequencePosition"), ["324"]),
    ("rec_p", ("notFeature", "featureLocation", "sequencePosition"), ["325"]),
    ("rec_tail", ("feature", "comment"), ["site set: tail", "joined by: any"]),
    (
        "rec_tail",
        ("feature", "memberFeature", "featureLocation", "sequencePosition"),
        ["346", "347"],
    ),
    (
        "KIN_loop_cyt",
        ("feature", "memberFeature", "featureLocation", "sequencePosition"),
        ["308", "309"],
    ),
    ("piece", ("feature", "featureLocation", "sequenceIntervalEnd", "sequencePosition"), ["93"]),
    ("mutant", ("feature", "comment"), ["variant: V600E"]),
    ("open", ("feature", "comment"), ["structure: open"]),
    ("trio_on", ("feature", "comment"), ["active"]),
    ("trio", ("standardName",), ["The trio"]),
    ("trio", ("component", "entityReference"), ["KIN1", "REC"]),
    ("trio", ("componentStoichiometry", "stoichiometricCoefficient"), ["2.0", "1.0"]),
    ("dimer", ("displayName",), ["2*REC:2*ligand"]),
    ("dimer", ("componentStoichiometry", "stoichiometricCoefficient"), ["2.0", "2.0"]),
    ("nested", ("component", "component", "entityReference"), ["LIG", "REC"]),
    ("either", ("memberPhysicalEntity",), ["LIG_ec", "bound"]),
    ("both_ways", ("memberPhysicalEntity", "entityReference"), ["ATP", "REC"]),
    ("grown", ("xref", "id"), ["GO:0016049"]),
    ("binding", ("left",), ["LIG_ec", "REC_pm"]),
    ("binding", ("right",), ["bound"]),
    ("binding", ("conversionDirection",), ["LEFT-TO-RIGHT"]),
    ("binding", ("comment",), ["The first step.", "Of many."]),
    ("binding", ("dataSource", "displayName"), ["WikiPathways", "wikipathways:WP3929"]),
    ("binding", ("evidence", "comment"), ["seen"]),
    ("binding", ("evidence", "xref", "title"), ["The ligand"]),
    ("binding", ("evidence", "xref", "author"), ["Oberlin", "Amara"]),
    ("phosphorylation", ("interactionType", "term"), ["phosphorylation reaction"]),
    ("phosphorylation", ("participantStoichiometry", "physicalEntity"), ["ATP_cyt", "ADP_cyt"]),
    ("phosphorylation", ("xref", "id"), ["10.1038/382829a0", "8752280"]),
    ("turn", ("conversionDirection",), ["REVERSIBLE"]),
    ("turn", ("spontaneous",), ["true"]),
    ("turn", ("xref", "id"), ["SBO:0000656"]),
    ("turn", ("xref", "relationshipType", "term"), ["biological process"]),
    ("making", ("template",), ["G_nuc"]),
    ("making", ("product",), ["R_nuc"]),
    ("growing", ("participant",), ["GP_cyt", "grown"]),
    ("block", ("controlType",), ["INHIBITION-COMPETITIVE"]),
    ("help", ("controller",), ["bound", "what_cyt"]),
    ("of_kinase", ("controlled",), ["kinase"]),
    ("of_kinase", ("controlType",), ["INHIBITION-ALLOSTERIC"]),
    ("~joint/ways/1", ("controller",), ["bound"]),
    ("~joint/ways/2", ("controller",), ["trio"]),
    ("~joint/ways/2", ("xref", "id"), ["SBO:0000461"]),
    ("grow", ("controlled",), ["grown"]),
    ("press", ("controlled", "participant"), ["KIN1_nuc"]),
    ("meeting", ("interactionType", "xref", "id"), ["MI:0407"]),
    ("inner", ("pathwayComponent",), ["kinase", "loss", "phosphorylation"]),
    ("inner", ("pathwayOrder", "nextStep", "stepProcess"), ["loss"]),
    ("outer", ("pathwayComponent",), ["binding", "grow", "inner"]),
]


@pytest.mark.parametrize(("name", "path", "found"), VALUES)
def test_each_object_says_it(owl: Owl, name: str, path: tuple[str, ...], found: list[str]) -> None:
    assert owl.values(name, *path) == found


def test_free_and_bound_forms_differ_by_a_feature_of_the_bound_one(owl: Owl) -> None:
    assert owl.values("LIG_ec", "feature") == []
    (bound,) = owl.values("~form/bound/LIG", "feature")
    (other,) = owl.values("~form/dimer/LIG", "feature")
    assert bound != other
    assert owl.cls(bound) == owl.cls(other) == "BindingFeature"
    assert {bound, other} <= set(owl.values("LIG", "entityFeature"))


def test_what_nothing_uses_has_no_object(owl: Owl) -> None:
    uris = {it.get(ABOUT) for it in owl.objects()}
    assert owl.uri("spot") not in uris


# Names


def test_long_names_are_shortened_apart_and_stand_whole_beside() -> None:
    text = MOLECULES + (
        "processes:\n"
        "  a: {is: LIG@ec -> LIG@pm, name: the transport of a ligand to the skin}\n"
        "  b: {is: LIG@ec -> LIG@cyt, name: the transport of a ligand into the cell}\n"
        "  c: {is: LIG@ec -> LIG@nuc, name: one whose beginning no other name has}\n"
    )
    owl = Owl.of(document(text))
    shown = [owl.values(name, "displayName")[0] for name in "abc"]
    assert all(len(it) <= 25 for it in shown)
    assert len(set(shown)) == 3
    assert shown[2] == "one whose beginning no o…"
    assert owl.values("a", "name") == ["the transport of a ligand to the skin"]
    assert [it.name for it in biopax.read(owl.content).pathway.processes] == [
        "the transport of a ligand to the skin",
        "the transport of a ligand into the cell",
        "one whose beginning no other name has",
    ]


def test_a_name_that_equals_the_label_of_a_nameless_thing_is_a_standard_name() -> None:
    text = MOLECULES + "processes:\n  a: {is: LIG@ec -> LIG@pm, name: a}\n"
    owl = Owl.of(document(text))
    assert owl.values("a", "standardName") == ["a"]
    assert biopax.read(owl.content).pathway.processes[0].name == "a"


def test_entities_of_two_references_share_no_name() -> None:
    text = MOLECULES.replace("gene of it", "ligand") + (
        "processes:\n  a: {is: LIG@ec + G@nuc -> LIG@pm + G@cyt}\n"
    )
    owl = Owl.of(document(text))
    assert owl.values("LIG_ec", "displayName") == ["ligand (LIG)"]
    assert owl.values("G_nuc", "displayName") == ["ligand (G)"]
    back = biopax.read(owl.content).pathway
    assert {it.name for it in back.species} == {None}
    assert {it.name for it in back.molecules if it.id in ("LIG", "G")} == {"ligand"}


NASTY = ["a\r\nb", "\ttab ", " & <b> ]]> \"'", "é 😀 \u2028", "pathport:x", "#", "null", "N/A"]


@pytest.mark.parametrize("text", NASTY)
def test_any_text_comes_back(text: str) -> None:
    changed = msgspec.structs.replace(
        SAMPLE,
        name=text,
        notes=(text,),
        synonyms=(text,),
        licence=text,
        species=tuple(
            msgspec.structs.replace(it, name=text, notes=(text,), data_sources=(text,))
            for it in SAMPLE.species
        ),
    )
    content = biopax.write(changed).content
    assert biopax.read(content).pathway == changed
    assert unexpected(content) == []


@pytest.mark.parametrize("observation", [None, Observation.OBSERVED])
def test_evidence_that_is_a_note_like_a_record_has_no_object(
    observation: Observation | None,
) -> None:
    evidence = Evidence(note="pathport:x", observation=observation)
    sent = Pathway(id="P", evidence=(evidence,))
    content = biopax.write(sent).content
    assert b"Evidence" not in content
    assert facts(biopax.read(content).pathway) == facts(sent)
    assert [it for it in biopax.read(content).findings if it.code.startswith("BPX")] == []


def test_what_is_in_another_database_s_words_is_unified_only_where_its_class_may_be() -> None:
    said = Accession(database="UniProt", id="NGF_HUMAN")
    sent = Pathway(
        id="P",
        molecules=(Molecule(id="M", kind=Kind.SMALL_MOLECULE, accessions=(said,)),),
        species=(Species(id="S", molecule="M"),),
        associations=(Association(id="A", participants=(Participant(species="S"),)),),
    )
    content = biopax.write(sent).content
    assert DENIED_XREF.code not in {it.code for it in biopax.validate(content)}
    assert biopax.read(content).pathway.molecules == sent.molecules


def test_a_site_and_the_second_of_two_alike_are_two_features() -> None:
    sites = (
        Modification(kind="mod:00046", residue="S", position=1),
        Modification(kind="mod:00046", residue="S", count=2),
    )
    sent = Pathway(
        id="P",
        molecules=(Molecule(id="M", kind=Kind.PROTEIN),),
        species=(Species(id="S", molecule="M", state=State(modifications=sites)),),
        associations=(Association(id="A", participants=(Participant(species="S"),)),),
    )
    read = biopax.read(biopax.write(sent).content)
    assert [it for it in read.findings if it.code.startswith("BPX")] == []
    assert len(Owl.of(sent).values("S", "feature")) == 3


def test_known_sites_that_are_one_feature_have_the_evidence_that_a_site_can_have() -> None:
    sites = (Site(residue="S", reference="pubmed:1"), Site(residue="S", reference="pubmed:2"))
    sent = Pathway(
        id="P",
        molecules=(
            Molecule(id="M", kind=Kind.PROTEIN, site_sets=(SiteSet(name="loop", sites=sites),)),
        ),
        species=(Species(id="S", molecule="M"),),
        associations=(Association(id="A", participants=(Participant(species="S"),)),),
    )
    read = biopax.read(biopax.write(sent).content)
    assert [it for it in read.findings if it.code.startswith("BPX")] == []
    assert read.pathway.molecules == sent.molecules


# Addresses


def test_uris_are_absolute_and_begin_with_the_pathway() -> None:
    owl = Owl.of(SAMPLE)
    assert owl.base == "https://w3id.org/pathport/sample/"
    uris = [it.get(ABOUT) for it in owl.objects()]
    assert all(it == owl.uri("") or it.startswith(owl.base) for it in uris)
    things = {owl.uri(thing.id) for _, thing in SAMPLE.things()}
    assert {it for it in uris if "/~" not in it} - {owl.uri("")} <= things


@pytest.mark.parametrize("base", ["https://example.org/a", "https://example.org/a/", "urn:x#"])
def test_the_user_sets_the_base(base: str) -> None:
    written = biopax.write(SAMPLE, Options(base=base))
    start = base if base.endswith(("/", "#")) else f"{base}/"
    assert Owl(written.content).base == f"{start}sample/"
    assert biopax.read(written.content).pathway == SAMPLE


def test_ids_of_any_length_give_uris_that_programs_take() -> None:
    long = "x" * 300
    text = (
        MOLECULES + f"processes:\n  {long}: {{is: LIG@ec + REC@pm -> LIG:REC@pm, type: binding}}\n"
    )
    pathway = msgspec.structs.replace(document(text), id="y" * 200)
    content = biopax.write(pathway).content
    assert max(len(it.get(ABOUT)) for it in Owl(content).objects()) <= 256
    assert biopax.read(content).pathway == pathway


# The same bytes

HASHED = """\
import sys
from pathlib import Path
from pathport.formats import biopax, yaml
for path in sys.argv[1:]:
    sys.stdout.buffer.write(biopax.write(yaml.read(Path(path).read_bytes()).pathway).content)
"""


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", HASHED, *map(str, EXAMPLES)],
            check=True,
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(outputs) == 1


def test_objects_stand_in_the_order_of_class_and_uri(owl: Owl) -> None:
    order = [(it.tag, it.get(ABOUT)) for it in owl.objects()]
    assert order == sorted(order)
    for each in owl.objects():
        names = [value.tag for value in each]
        assert names == sorted(names)


def test_golden() -> None:
    """Regenerated by ``PATHPORT_ACCEPT=1 pytest tests/formats/biopax``."""
    golden = GOLDEN / "reaction.owl"
    content = biopax.write(example(ROOT / "examples" / "reaction.yaml")).content
    if os.environ.get("PATHPORT_ACCEPT"):
        golden.write_bytes(content)
    assert content == golden.read_bytes()


UNUSED = {"GRK_set", "GRK1", "GRK4", "GRK7"}
"""Molecules of the flagship that take part in nothing."""

# Native: what must be said in BioPAX's own constructs, measured on the flagship

NOT_NATIVE = {
    ("compartment", "dimensions"),
    ("compartment", "inside"),
    ("compartment", "membrane_of"),
    ("control", "certainty"),
    ("control", "sources.logic"),
    ("molecule", "kind"),
    ("molecule", "roles"),
    ("pathway", "authors"),
    ("pathway", "figure"),
    ("process", "certainty"),
    ("species", "cell_type"),
}
"""What BioPAX has no place for, or a coarser one."""


def uncertain(molecule: Molecule) -> set[str]:
    """The fields of a molecule whose values say how sure they are, which BioPAX can't."""
    sets = (site for site_set in molecule.site_sets for site in site_set.sites)
    found = {
        "members": any(it.certainty or it.evidence for it in molecule.members),
        "site_sets": any(it.certainty for it in sets),
        "sites": any(it.certainty for it in molecule.sites),
    }
    return {field for field, is_so in found.items() if is_so}


def test_the_flagship_is_native_but_for_what_biopax_can_not_say(flagship: Pathway) -> None:
    """Beside the list: what is not sure, what nothing uses, labels, a name that two things have."""
    account = biopax.write(flagship).account
    assert account.lost == 0
    molecules = {it.id: it for it in flagship.molecules}
    for entry in account.entries:
        if (entry.construct, entry.field) in NOT_NATIVE or entry.id in UNUSED:
            continue
        molecule = molecules[entry.id]
        if entry.field == "name":
            assert entry.status is Status.SUPPLIED
            assert molecule.name is None
            assert entry.native == molecule.id
        elif entry.field == "synonyms":
            assert entry.key in {it.name for it in flagship.species}  # no name may stand twice
        else:
            assert entry.field.partition(".")[0] in uncertain(molecule)


def test_what_the_flagship_does_not_use_is_carried_whole(flagship: Pathway) -> None:
    back = Owl.of(flagship)
    uris = {it.get(ABOUT) for it in back.objects()}
    assert not {back.uri(each) for each in UNUSED} & uris


def test_nothing_of_the_sample_is_lost_and_all_of_it_comes_back() -> None:
    written = biopax.write(SAMPLE)
    assert written.account.of_status(Status.LOST) == ()
    assert facts(biopax.read(written.content).pathway) == facts(SAMPLE)
    coarse = {(it.construct, it.field, it.id) for it in written.account.of_status(Status.COARSE)}
    assert coarse == {("molecule", "kind", "CA"), ("molecule", "kind", "GP")}


def test_writing_leaves_the_pathway_as_it_is() -> None:
    pathway = sampled()
    before = facts(pathway)
    biopax.write(pathway)
    assert facts(pathway) == before


def test_complexes_by_name_within_one_another_are_bounded() -> None:
    levels = "".join(
        f"  {side}{n}: {{kind: complex, members: [a{n + 1}, b{n + 1}]}}\n"
        for n in range(40)
        for side in "ab"
    )
    ends = "  a40: {kind: protein}\n  b40: {kind: protein}\n"
    text = f"{MOLECULES}{levels}{ends}processes:\n  p: {{is: a0@cyt -> b0@cyt}}\n"
    pathway = document(text)
    written = biopax.write(pathway)
    assert len(written.content) < 10_000_000
    assert biopax.read(written.content).pathway == pathway


def test_a_family_of_a_nameless_complex_by_name_is_read_in_a_complex_without_a_word() -> None:
    sent = Pathway(
        id="p",
        molecules=(
            Molecule(id="M1", kind=Kind.COMPLEX),
            Molecule(id="M4", kind=Kind.FAMILY, members=(Member(molecule="M1"),)),
        ),
        species=(
            Species(
                id="S",
                form=Form.COMPLEX,
                components=(Component(molecule="M1"), Component(molecule="M4")),
            ),
        ),
        processes=(Process(id="P", outputs=(Participant(species="S"),)),),
    )
    read = biopax.read(biopax.write(sent).content)
    assert facts(read.pathway) == facts(sent)
    assert [it.code for it in read.findings if not it.code.startswith("MDL")] == []
