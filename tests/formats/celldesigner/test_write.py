"""What is native in a diagram, and how it stands there."""

import re
from collections import Counter
from pathlib import Path
from textwrap import dedent

import msgspec
import pytest
from lxml import etree
from tests.formats.celldesigner.samples import CORPUS, SAMPLE, SPECS, judged, sample_text
from tests.laws.strip import strip

import pathport
from pathport.fidelity.report import Status
from pathport.formats.celldesigner import read, write
from pathport.formats.celldesigner.rules import validate
from pathport.formats.celldesigner.terms import CELLDESIGNER
from pathport.formats.sbml.cytoscape import oddities
from pathport.formats.yaml import read as read_document
from pathport.model.enumerations import Effect
from pathport.model.layout import Box, Layout
from pathport.model.pathway import Pathway
from pathport.model.things import Compartment
from pathport.safety.xml import parse_xml

OWN = f"{{{CELLDESIGNER}}}"
EXAMPLES = Path(__file__).parents[3] / "examples"
ROOT = etree.fromstring(sample_text().encode())


def not_native(pathway: Pathway) -> Counter[tuple[str, str]]:
    """How many facts of each kind are not native, what was supplied aside."""
    entries = write(pathway).account.entries
    return Counter((it.construct, it.field) for it in entries if it.status is not Status.SUPPLIED)


def reactions() -> dict[str, etree._Element]:
    return {it.get("id"): it for it in ROOT.iter("{*}reaction")}


def texts(element: etree._Element, name: str) -> list[str | None]:
    return [it.text for it in element.iter(f"{OWN}{name}")]


def test_all_that_must_be_is_native() -> None:
    assert not_native(SAMPLE) == {("molecule", "roles"): 1}  # a ligand is drawn as any protein


@pytest.mark.skipif(not CORPUS.exists(), reason=f"needs {CORPUS}")
@pytest.mark.parametrize("name", ["NFKB_master", "compartment_closeup", "cellcycle_dnarepair_DR"])
def test_boxes_and_frames_of_a_map_are_native(name: str) -> None:
    found = not_native(read((CORPUS / f"{name}.xml").read_bytes()).pathway)
    assert [field for _, field in found if field.startswith(("layout.box", "layout.frame"))] == []


@pytest.mark.skipif(not SPECS.exists(), reason=f"needs {SPECS}")
def test_the_published_schema_takes_it() -> None:
    for name in ("reaction", "receptor-jak-stat"):
        assert judged(write(pathport.read(EXAMPLES / f"{name}.yaml")).content) == []


def sent(document: str) -> etree._Element:
    """What a document becomes."""
    return etree.fromstring(write(read_document(dedent(document).encode()).pathway).content)


def test_a_family_of_channels_is_a_channel() -> None:
    root = sent("""
        pathport: 1
        id: f
        compartments: {m: {name: membrane}}
        molecules:
          A: {kind: protein, roles: ion channel}
          B: {kind: protein, roles: ion channel}
          C: {kind: protein}
          all: {kind: family, members: [A, B]}
          some: {kind: family, members: [B, C]}
        processes: {p: {is: "all@m + some@m -> all:some@m", type: binding}}
        """)
    types = {it.get("id"): it.get("type") for it in root.iter(f"{OWN}protein")}
    assert (types["all"], types["some"]) == ("ION_CHANNEL", "GENERIC")


CUT = """
pathport: 1
id: cleaved
compartments: {c: {name: cytosol}}
molecules: {APP: {kind: protein, identifiers: uniprot:P05067, sites: [S198, T743]}}
processes:
  cut: {is: "APP@c -> APP{fragment(1-671)}@c + APP{fragment(672-)}@c", type: cleavage}
  pair: {is: "APP{fragment(672-)}@c + APP@c -> APP{fragment(672-)}:APP@c"}
"""


def test_the_fragments_of_a_protein_are_told_apart() -> None:
    """All were one protein, of one name and state: readers took them for the whole."""
    root = sent(CUT)
    proteins = {it.get("name"): it for it in root.iter(f"{OWN}protein")}
    assert {name: it.get("type") for name, it in proteins.items()} == {
        "APP": "GENERIC",
        "APP (1-671)": "TRUNCATED",
        "APP (672-)": "TRUNCATED",
    }
    sites = {
        name: [residue.get("name") for residue in it.iter(f"{OWN}modificationResidue")]
        for name, it in proteins.items()
    }
    assert sites == {
        "APP": ["S198", "T743"],
        "APP (1-671)": ["S198"],
        "APP (672-)": ["T743"],
    }
    species = [it.get("name") for it in root.iter("{*}species") if it.get("compartment")]
    parts = [it.get("name") for it in root.iter(f"{OWN}species")]
    assert sorted(species)[:3] == ["APP", "APP (1-671)", "APP (672-)"]
    assert sorted(parts) == ["APP", "APP (672-)"]


def test_the_fragments_of_a_protein_come_home_as_one_molecule() -> None:
    pathway = read_document(CUT.encode()).pathway
    found = read(write(pathway).content)
    assert [it.id for it in found.pathway.molecules] == ["APP"]
    assert found.pathway.species == pathway.species
    assert found.findings == ()
    alone = read(strip(write(pathway).content)).pathway
    assert sorted(it.name or "" for it in alone.molecules) == ["APP", "APP (1-671)", "APP (672-)"]


def test_a_protein_that_is_cut_can_be_renamed() -> None:
    """The fragments still are parts of it, and have other names."""
    content = write(read_document(CUT.encode()).pathway).content
    renamed = content.replace(b'protein id="APP" name="APP"', b'protein id="APP" name="A4"')
    assert renamed != content
    assert [it.name for it in read(renamed).pathway.molecules] == ["A4"]


def test_a_gene_that_takes_part_in_its_transcription_is_the_base_reactant() -> None:
    """It was a link beside a symbol of nothing, from which the RNA came."""
    root = sent("""
        pathport: 1
        id: t
        compartments: {n: {name: nucleus}}
        molecules: {G: {kind: gene}, R: {kind: RNA}, P: {kind: protein}}
        processes:
          made: {is: "G@n -> G@n + R@n", type: transcription}
          read: {is: "R@n -> R@n + P@n", type: translation}
        """)
    bases = [it.get("species") for it in root.iter(f"{OWN}baseReactant", f"{OWN}baseProduct")]
    assert bases == ["G_n", "R_n", "R_n", "P_n"]
    assert [it.get("product") for it in root.iter(f"{OWN}productLink")] == ["G_n", "R_n"]


@pytest.mark.parametrize(
    ("template", "made", "word"),
    [
        ("G", "R", "TRANSCRIPTION"),
        ("R", "P", "TRANSLATION"),
        ("G", "P", "STATE_TRANSITION"),
    ],
)
def test_a_genetic_production_is_what_a_map_has_between_such_classes(
    template: str, made: str, word: str
) -> None:
    """A protein in the plasma membrane was said to be transcribed from its gene."""
    document = f"""
pathport: 1
id: expression
compartments: {{n: {{name: nucleus}}}}
molecules: {{G: {{kind: gene}}, R: {{kind: RNA}}, P: {{kind: protein}}}}
processes: {{on: {{is: 0 -> {made}@n, type: genetic production, template: {template}@n}}}}
"""
    sent_ = read_document(document.encode()).pathway
    content = write(sent_).content
    assert texts(parse_xml(content).getroot(), "reactionType") == [word]
    assert bases(content) == {"on": [f"{template}_n", f"{made}_n"]}
    assert read(strip(content)).pathway.processes == sent_.processes


COFACTORS = """
pathport: 1
id: cofactors
compartments:
  pm: {name: plasma membrane}
  cyt: {name: cytosol, inside: pm}
  nuc: {name: nucleus, inside: cyt}
molecules:
  A: {kind: protein}
  B: {kind: protein}
  PIP2: {kind: small molecule}
  H2O: {kind: small molecule}
  GTP: {kind: small molecule}
  ADP: {kind: small molecule}
processes:
  carry: {is: "A@cyt + GTP@cyt -> A{p}@nuc + ADP@cyt", type: transport}
  split: {is: "PIP2@pm + H2O@cyt -> PIP2@cyt", type: hydrolysis}
  held: {is: "A@cyt + GTP@cyt + B@cyt -> A:GTP:B@cyt", type: binding}
  only: {is: "GTP@cyt -> ADP@cyt + H2O@cyt"}
"""


def bases(content: bytes) -> dict[str, list[str]]:
    return {
        it.get("id", ""): [
            end.get("species", "") for end in it.iter(f"{OWN}baseReactant", f"{OWN}baseProduct")
        ]
        for it in parse_xml(content).getroot().iter("{*}reaction")
    }


def test_a_cofactor_is_a_base_reactant_only_where_all_are() -> None:
    """What was phosphorylated was a link beside the ADP that was nearer."""
    sent = read_document(COFACTORS.encode()).pathway
    found = bases(write(sent).content)
    assert found["carry"] == ["A_cyt", "A_p_nuc"]
    assert found["split"] == ["PIP2_pm", "PIP2_cyt"]
    assert sorted(found["held"][:2]) == ["A_cyt", "B_cyt"]
    assert found["only"][0] == "GTP_cyt"


def test_a_cofactor_is_a_link_where_only_boxes_have_places() -> None:
    sent = read_document(COFACTORS.encode()).pathway
    boxes = [
        Box(id=f"b{n}", species=it.id, x=20.0 + 150 * n, y=100.0, width=80.0, height=30.0)
        for n, it in enumerate(sent.species)
    ]
    placed = msgspec.structs.replace(sent, layout=Layout(boxes=tuple(boxes)))
    assert bases(write(placed).content)["split"] == ["PIP2_pm", "PIP2_cyt"]


def test_an_empty_side_is_in_the_compartment_that_it_is_drawn_in() -> None:
    """It was in none, though within the frame of one."""
    (species,) = ROOT.xpath("//*[@id='decay_open_out']")
    (alias,) = ROOT.xpath("//*[@id='decay_open']")
    assert species.get("compartment") == "cell"
    assert alias.get("compartmentAlias") == "cell_frame"


def test_lists_stand_in_their_order_even_if_empty() -> None:
    (model,) = ROOT.findall("{*}model")
    extension = model.find(f"{{*}}annotation/{OWN}extension")
    assert extension is not None
    assert [etree.QName(it).localname for it in extension] == [
        "modelVersion",
        "modelDisplay",
        "listOfIncludedSpecies",
        "listOfCompartmentAliases",
        "listOfComplexSpeciesAliases",
        "listOfSpeciesAliases",
        "listOfGroups",
        "listOfProteins",
        "listOfGenes",
        "listOfRNAs",
        "listOfAntisenseRNAs",
        "listOfLayers",
        "listOfBlockDiagrams",
    ]


@pytest.mark.parametrize(
    ("process", "word", "bases", "links"),
    [
        ("bind", "HETERODIMER_ASSOCIATION", (2, 1), ["T_cell"]),
        ("carry", "STATE_TRANSITION", (1, 1), ["T_cell"]),
        ("read", "TRANSCRIPTION", (1, 1), []),
        ("decay", "STATE_TRANSITION", (1, 1), []),
        ("split", "DISSOCIATION", (1, 2), []),
    ],
)
def test_a_process_is_drawn_between_its_base_participants(
    process: str, word: str, bases: tuple[int, int], links: list[str]
) -> None:
    reaction = reactions()[process]
    assert texts(reaction, "reactionType") == [word]
    found = tuple(
        len(list(reaction.iter(f"{OWN}{name}"))) for name in ("baseReactant", "baseProduct")
    )
    assert found == bases
    assert [it.get("reactant") for it in reaction.iter(f"{OWN}reactantLink")] == links


def test_the_type_that_celldesigner_has_not_is_told_by_sbml() -> None:
    assert reactions()["carry"].get("sboTerm") == "SBO:0000216"
    assert reactions()["bind"].get("sboTerm") is None


def test_only_a_reaction_that_has_a_name_is_written_with_one() -> None:
    document = """
pathport: 1
id: names
molecules: {A: {kind: gene}, B: {kind: gene}}
processes: {r: {is: A -> B}, s: {is: B -> A, name: back}}
influences: {i: {on: B, by: A, effect: stimulation}}
"""
    pathway = read_document(document.encode()).pathway
    root = parse_xml(write(pathway).content).getroot()
    names = {it.get("id"): it.get("name") for it in root.iter("{*}reaction")}
    assert names == {"r": None, "s": "back", "i": None}


def test_a_gate_stands_before_its_members() -> None:
    drawn = [
        (it.get("type"), it.get("modifiers"), it.get("modificationType"))
        for it in reactions()["carry"].iter(f"{OWN}modification")
    ]
    assert drawn == [
        ("BOOLEAN_LOGIC_GATE_AND", "K_cell,LR", "CATALYSIS"),
        ("CATALYSIS", "K_cell", None),
        ("CATALYSIS", "LR", None),
    ]


GATES = {
    "K and not D": ["NOT"],
    "K or not D": ["NOT"],
    "K or (A and D)": ["UNKNOWN"],
    "K and (A or D)": ["UNKNOWN"],
    "not (K and D)": ["NOT", "NOT"],
    "not K and not D": ["NOT"],
    "not D": ["NOT"],
    "K and D": ["AND"],
    "K or D": ["OR"],
}


@pytest.mark.parametrize(("sources", "words"), GATES.items(), ids=GATES)
def test_no_gate_says_what_its_control_does_not(sources: str, words: list[str]) -> None:
    document = f"""
pathport: 1
id: gates
molecules: {{A: {{kind: gene}}, B: {{kind: gene}}, K: {{kind: gene}}, D: {{kind: gene}}}}
processes: {{r: {{is: A -> B, controls: {{by: {sources}, effect: catalysis}}}}}}
"""
    pathway = read_document(document.encode()).pathway
    root = parse_xml(write(pathway).content).getroot()
    types = [it.get("type") or "" for it in root.iter(f"{OWN}modification")]
    assert [it for it in types if "GATE" in it] == [f"BOOLEAN_LOGIC_GATE_{it}" for it in words]
    assert read(write(pathway).content).pathway.controls == pathway.controls


def test_an_influence_of_several_is_a_gate_straight_onto_its_target() -> None:
    reaction = reactions()["against"]
    assert texts(reaction, "reactionType") == ["BOOLEAN_LOGIC_GATE"]
    members = [it.get("type") for it in reaction.iter(f"{OWN}GateMember")]
    assert members == ["BOOLEAN_LOGIC_GATE_OR", "NEGATIVE_INFLUENCE", "NEGATIVE_INFLUENCE"]


@pytest.mark.parametrize("sources", ["K", "K and D"])
def test_a_control_of_an_influence_is_a_modification_of_its_reaction(sources: str) -> None:
    document = f"""
pathport: 1
id: influences
molecules: {{B: {{kind: gene}}, K: {{kind: gene}}, D: {{kind: gene}}, Z: {{kind: gene}}}}
influences: {{i: {{on: B, by: {sources}, effect: stimulation}}}}
controls: {{c: {{of: i, by: Z, effect: inhibition}}}}
"""
    pathway = read_document(document.encode()).pathway
    written = write(pathway)
    (reaction,) = parse_xml(written.content).getroot().iter("{*}reaction")
    modifications = reaction.iterfind(f".//{OWN}listOfModification/{OWN}modification")
    assert [(it.get("type"), it.get("modifiers")) for it in modifications] == [
        ("INHIBITION", "Z_2")
    ]
    assert [it.get("id") for it in reaction.iter("{*}modifierSpeciesReference")] == ["c"]
    assert [it for it in validate(written.content) if it.severity.value == "error"] == []
    assert not [it for it in written.account.entries if it.id == "c" and it.status != "supplied"]
    drawn = read(strip(written.content)).pathway.layout
    assert {it.of for it in drawn.ways} == {"i", "c"}


def test_where_a_gate_is_and_what_it_joins_is_told_twice_and_must_be_the_same() -> None:
    document = """
pathport: 1
id: influences
molecules: {B: {kind: gene}, K: {kind: gene}, D: {kind: gene}}
influences: {i: {on: B, by: K and D, effect: stimulation}}
"""
    content = write(read_document(document.encode()).pathway).content
    assert not [it for it in read(content).findings if "editPoints" in it.sentence]
    moved = re.sub(rb"<celldesigner:editPoints>[^<]*", b"<celldesigner:editPoints>7.0,7.0", content)
    [told] = [it for it in read(moved).findings if "editPoints" in it.sentence]
    assert told.place.subject == "reaction i"
    of_another = re.sub(rb'(<celldesigner:GateMember [^>]*modifiers=")[^"]*', rb"\1X", content)
    assert [it for it in read(of_another).findings if 'the member "X" of a gate' in it.sentence]


def test_a_multimer_is_one_species_and_a_part_of_a_part_is_included_in_it() -> None:
    assert texts(ROOT, "homodimer") == ["2"]
    assert texts(ROOT, "complexSpecies") == ["LR", "LR_1", "LR_1", "LR"]


def test_boxes_are_where_the_layout_has_them() -> None:
    told = read(re.sub(r' x="\d', ' x="7', sample_text()).encode()).pathway
    again = read(write(told).content).pathway
    assert again.layout == told.layout


def test_no_box_and_no_frame_is_without_a_size() -> None:
    told = read(re.sub(r' (w|h)="[^"]*"', r' \1="0"', sample_text()).encode()).pathway
    content = write(told).content
    sizes = {float(it.get(name)) for it in bounds_in(content) for name in "wh"}
    assert min(sizes) > 0
    assert [it for it in validate(content) if it.severity.value == "error"] == []
    assert read(content).pathway.layout == told.layout


def bounds_in(content: bytes) -> list[etree._Element]:
    return list(parse_xml(content).getroot().iter(f"{OWN}bounds"))


def test_nothing_is_wrong_with_a_pathway_of_nothing() -> None:
    found = validate(write(Pathway(id="p")).content)
    assert [it.code for it in found if it.severity.value == "error"] == []


def test_every_modifier_has_the_term_of_its_effect() -> None:
    """Cytoscape took them for plain modifiers: only terms that CellDesigner lacks were told."""
    terms = Counter(it.get("sboTerm") for it in ROOT.iter("{*}modifierSpeciesReference"))
    assert terms == {"SBO:0000013": 3, "SBO:0000537": 1, "SBO:0000461": 1}
    assert [it for it in oddities(write(SAMPLE).content) if it.code == "CYS001"] == []


def test_a_type_that_was_changed_in_the_diagram_counts_more_than_the_term() -> None:
    start = '<celldesigner:modification type="'
    changed = sample_text().replace(f'{start}INHIBITION"', f'{start}CATALYSIS"')
    (by_drug,) = (it for it in read(changed.encode()).pathway.controls if it.id == "by_drug")
    assert by_drug.effect is Effect.CATALYSIS


def test_what_acts_by_its_absence_has_the_term_of_a_modifier() -> None:
    text = """
    pathport: 1
    id: absent
    molecules: {A: {kind: protein}, K: {kind: protein}}
    processes: {r: {is: "A -> A{p}", controls: {by: not K, effect: trigger}}}
    """
    root = etree.fromstring(write(read_document(text.encode()).pathway).content)
    assert [it.get("sboTerm") for it in root.iter("{*}modifierSpeciesReference")] == ["SBO:0000019"]


def test_a_compartment_without_dimensions_is_in_none_that_has_some() -> None:
    """It was written so, as SBML's rule 20506 wants it, and the check asked for another."""
    places = (Compartment(id="K1"), Compartment(id="K2", dimensions=0))
    found = validate(write(Pathway(id="P", compartments=places)).content)
    assert [it.code for it in found if it.code == "CDX270"] == []
