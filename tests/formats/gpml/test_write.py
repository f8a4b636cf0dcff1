"""What is drawn of a pathway, and how WikiPathways and PathVisio want it."""

import itertools
import re
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from lxml import etree
from tests.formats.gpml.samples import GPML, ROOT, dangling, schema
from tests.laws.law import law_named
from tests.laws.strip import is_record, strip

import pathport
from pathport.fidelity.report import Account, Status
from pathport.formats import format_named
from pathport.formats.gpml import write
from pathport.formats.gpml.canvas import Canvas
from pathport.formats.gpml.parse import parse
from pathport.formats.gpml.read import read
from pathport.formats.gpml.terms import DEGRADED
from pathport.formats.gpml.write import write_plain
from pathport.model.enumerations import Certainty
from pathport.model.facts import facts
from pathport.model.layout import Box, Decoration, DecorationKind, Layout, Point, Style, Way
from pathport.model.pathway import Pathway

EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
GOLDEN = Path(__file__).parent / "golden"
FLAGSHIP = pathport.read(ROOT / "examples" / "cxcr4.yaml")


def document(text: str) -> Pathway:
    return format_named("yaml").module.read(text.encode()).pathway


def tree(pathway: Pathway) -> etree._Element:
    return etree.fromstring(write(pathway).content)


def element(root: etree._Element, id_: str) -> etree._Element:
    return next(it for it in root.iter(etree.Element) if it.get("GraphId") == id_)


SMALL = document(
    """
pathport: 1
id: small
title: A small one
description: [Told first., Told later.]
organism: ncbitaxon:9606
authors: [Ada Lovelace, Jane Doe]
modified: 2026-11-21T10:30:00Z
licence: CC0-1.0
identifiers: {is version of: pw:0000983}
compartments:
  cyt: {name: cytosol, identifiers: go:0005829}
  nuc: {name: nucleus, identifiers: go:0005634, inside: cyt}
  niche: {name: my niche}
molecules:
  K: {kind: protein, identifiers: uniprot:O60674}
  S: {kind: protein, identifiers: [uniprot:P40763, {is encoded by: hgnc:11364}],
    sites: [{site: pY705, reference: pubmed:1, note: "direction=u"}]}
  ATP: {kind: small molecule, identifiers: chebi:15422}
  F: {kind: family, members: [K, S]}
  end: {kind: phenotype, identifiers: go:0008283}
species:
  either: {members: [K@cyt, S@cyt], compartment: cyt}
processes:
  phos:
    is: S@cyt + ATP@cyt -> S{pY705}@cyt
    type: phosphorylation
    evidence: eco:0000269 pubmed:2
    controls: [{by: K@cyt, effect: catalysis}, {by: F@cyt, effect: inhibition}]
  bind: {is: "S{pY705}@cyt + K@cyt -> K:S{pY705}@cyt", type: binding}
  move: {is: "S{pY705}@cyt -> S{pY705}@nuc", type: transport}
  gone: {is: S@cyt -> 0, type: degradation}
  near: {is: K@niche -> K@cyt, type: transport}
influences:
  grow: {by: "S{pY705}@nuc", on: end, effect: necessary stimulation}
associations:
  pair: {between: [K@cyt, S@nuc]}
"""
)


def test_the_first_element_is_as_scripts_read_it() -> None:
    head = write(SMALL).content.decode().splitlines()[1]
    assert head == (
        '<Pathway xmlns="http://pathvisio.org/GPML/2013a" Name="A small one"'
        ' Author="[Ada Lovelace, Jane Doe]" License="CC0-1.0" Last-Modified="20261121103000"'
        ' Organism="Homo sapiens">'
    )
    root = tree(SMALL)
    described = [it for it in root.findall(f"{GPML}Comment") if it.get("Source")]
    assert [it.text for it in described] == ["Told first."]
    assert root.find(f"{GPML}InfoBox") is not None
    valign = {it.get("Valign") for it in root.iterfind(f"{GPML}DataNode/{GPML}Graphics")}
    assert valign == {"Middle"}


def test_a_name_with_a_comma_is_one_name_without() -> None:
    pathway = document('{pathport: 1, id: x, authors: ["Doe, Jane", Ada]}')
    assert tree(pathway).get("Author") == "[Doe Jane, Ada]"
    assert [it.name for it in read(write(pathway).content).pathway.authors] == ["Doe, Jane", "Ada"]


def test_a_phosphorylation_is_drawn_as_wikipathways_draws_it() -> None:
    root = tree(SMALL)
    main = element(root, "phos")
    first, *_, last = main.findall(f".//{GPML}Point")
    assert (first.get("GraphRef"), last.get("GraphRef")) == ("S_cyt", "S_pY705_cyt")
    assert (first.get("ArrowHead"), last.get("ArrowHead")) == (None, "mim-conversion")
    anchors = {it.get("GraphId") for it in main.iter(f"{GPML}Anchor")}
    heads = {
        point.get("ArrowHead"): it.get("GraphId")
        for it in root.iter(f"{GPML}Interaction")
        for point in it.iter(f"{GPML}Point")
        if point.get("GraphRef") in anchors
    }
    assert heads == {
        None: "phos_in_ATP_cyt",
        "mim-catalysis": "phos_catalysis_K_cyt",
        "mim-inhibition": "phos_inhibition_F_cyt",
    }
    [state] = [it for it in root.iter(f"{GPML}State") if it.get("GraphRef") == "S_pY705_cyt"]
    told = "parentid=P40763; parentsymbol=S; position=tyr705; ptm=p; direction=u"
    assert [it.text for it in state.iter(f"{GPML}Comment")] == [told]


def test_a_binding_is_a_plain_line_that_the_complex_leaves() -> None:
    root = tree(SMALL)
    heads = {it.get("ArrowHead") for it in element(root, "bind").iter(f"{GPML}Point")}
    assert heads == {None}
    out = element(root, "bind_out_K_S_pY705_cyt")
    assert out.findall(f".//{GPML}Point")[-1].get("ArrowHead") == "mim-binding"
    assert element(root, "K_S_pY705_cyt").get("Style") == "Complex"


def test_all_heads_of_a_process_are_of_one_kind() -> None:
    text = """
pathport: 1
id: heads
molecules: {A: {kind: protein}, B: {kind: protein}, C: {kind: protein}}
processes: {r: {is: A -> B + C}}
"""
    points = tree(document(text)).iter(f"{GPML}Point")
    assert [head for it in points if (head := it.get("ArrowHead"))] == ["Arrow", "Arrow"]


def test_families_and_sets_are_groups_of_their_members() -> None:
    root = tree(SMALL)
    family, alternatives = element(root, "F_cyt"), element(root, "either")
    assert (family.get("Style"), family.get("TextLabel")) == ("Group", "F")
    assert (alternatives.get("Style"), alternatives.get("TextLabel")) == ("Group", None)
    for group in (family, alternatives):
        members = root.findall(f"{GPML}DataNode[@GroupRef='{group.get('GroupId')}']")
        assert {it.get("TextLabel") for it in members} == {"K", "S"}


def test_an_open_side_is_a_shape_to_which_the_line_is_attached() -> None:
    root = tree(SMALL)
    end = element(root, "gone").findall(f".//{GPML}Point")[1].get("GraphRef")
    graphics = element(root, str(end)).find(f"{GPML}Graphics")
    assert graphics is not None
    assert graphics.get("ShapeType") == "mim-degradation"


def test_compartments_are_shapes_with_their_cellular_component() -> None:
    root = tree(SMALL)
    told = {
        it.get("GraphId"): it.find(f"{GPML}Attribute").get("Value")  # type: ignore[union-attr]
        for it in root.iter(f"{GPML}Shape")
        if it.get("GraphId") in ("cyt", "nuc", "niche")
    }
    assert told == {"cyt": "cytosol", "nuc": "Nucleus", "niche": "my niche"}
    texts = {it.get("GraphId"): it.get("TextLabel") for it in root.iter(f"{GPML}Shape")}
    assert {it: texts[it] for it in told} == {
        "cyt": "cytosol",
        "nuc": "nucleus",
        "niche": "my niche",
    }


@pytest.mark.parametrize("id_", ["c10", "face", "abc"])
def test_a_compartment_whose_id_looks_like_one_of_chance_is_one_compartment(id_: str) -> None:
    sent = document(
        f"pathport: 1\nid: p\ncompartments: {{{id_}: {{name: Membrane}}}}\n"
        f"molecules: {{A: {{kind: protein}}}}\nspecies: {{s: {{is: A@{id_}}}}}\n"
    )
    assert facts(read(write(sent).content).pathway) == facts(sent)
    law_named("honest").check(format_named("gpml"), sent=sent)


@pytest.mark.parametrize("name", ["gpml", "gpml2021"])
def test_a_shape_that_gets_the_id_of_another_takes_its_records_along(name: str) -> None:
    fmt = format_named(name)
    sent = document("pathport: 1\nid: p\ncompartments: {K1: {certainty: known}, K2: {}}\n")
    content = fmt.module.write(sent).content.replace(b'Id="K1"', b'Id="K2"')
    found = fmt.module.read(content).pathway.compartments
    assert [it.certainty for it in found if it.id == "K2"] == [Certainty.KNOWN]
    law_named("native_wins").check(fmt, sent=sent, content=content)


def test_every_reference_that_is_named_has_a_record() -> None:
    root = tree(SMALL)
    named = {it.text for it in root.iter(f"{GPML}BiopaxRef")}
    rdf = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}id"
    assert named == {it.get(rdf) for it in root.iter("{*}PublicationXref")}
    assert len(named) == 2


def test_a_tag_has_the_name_of_its_term_and_of_its_ontology() -> None:
    [tag] = tree(SMALL).iter("{*}openControlledVocabulary")
    name = "chemokine (C-X-C motif) ligand 12 signaling pathway"
    assert [it.text for it in tag] == [name, "PW:0000983", "Pathway Ontology"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_valid_by_the_published_schema_and_names_only_what_is_there(
    path: Path,
) -> None:
    root = tree(pathport.read(path))
    published = schema("GPML2013a.xsd")
    assert published.validate(root), published.error_log
    assert dangling(root) == set()


def test_every_interaction_of_the_flagship_is_attached_at_both_ends() -> None:
    root = tree(FLAGSHIP)
    lines = root.findall(f"{GPML}Interaction")
    points = [it.findall(f".//{GPML}Point") for it in lines]
    assert len(lines) > 200
    assert all(ends[0].get("GraphRef") and ends[-1].get("GraphRef") for ends in points)


def test_every_node_of_the_flagship_whose_molecule_has_an_identifier_shows_one() -> None:
    root = tree(FLAGSHIP)
    identified = {it.name or it.id for it in FLAGSHIP.molecules if it.identifiers}
    bare = {
        it.get("TextLabel")
        for it in root.findall(f"{GPML}DataNode")
        if not it.find(f"{GPML}Xref").get("ID")  # type: ignore[union-attr]
    }
    assert bare & identified == set()


def test_no_node_of_the_flagship_lies_on_another() -> None:
    canvas = Canvas(parse(write(FLAGSHIP).content))
    boxes = [canvas.rects[it.id] for it in canvas.nodes.values()]
    overlapping = [
        (a, b)
        for a, b in itertools.combinations(boxes, 2)
        if a.x < b.x + b.width
        and b.x < a.x + a.width
        and a.y < b.y + b.height
        and b.y < a.y + a.height
    ]
    assert overlapping == []


def test_a_node_that_was_moved_stays_there() -> None:
    content = write(SMALL).content
    root = etree.fromstring(content)
    graphics = element(root, "K_niche").find(f"{GPML}Graphics")
    assert graphics is not None
    graphics.set("CenterX", "1234.0")
    boxes = {it.id: it for it in read(etree.tostring(root)).pathway.layout.boxes}
    assert boxes["K_niche"].x + boxes["K_niche"].width / 2 == 1234.0
    assert len(boxes) > 1


def test_positions_of_the_pathway_are_used() -> None:
    placed = document(
        "{pathport: 1, id: x, title: X, molecules: {A: {kind: protein}}, species: {s: {is: A}},"
        " layout: {boxes: [{id: s, species: s, x: 10, y: 20, width: 60, height: 30}]}}"
    )
    written = write(placed)
    assert written.account.of_status(Status.SUPPLIED) == tuple(
        it for it in written.account.of_status(Status.SUPPLIED) if it.construct == "molecule"
    )
    assert [it.x for it in read(written.content).pathway.layout.boxes] == [10.0]


@pytest.mark.parametrize("name", ["gpml", "gpml2021"])
def test_what_is_as_good_as_nothing_is_written_as_0(name: str) -> None:
    sent = document(
        "{pathport: 1, id: x, molecules: {A: {kind: protein}}, species: {s: {is: A}},"
        " layout: {boxes: [{id: s, species: s, x: 1e-12, y: 20, width: 1e-12, height: 30}]}}"
    )
    content = format_named(name).module.write(sent).content
    assert not re.search(rb"[\d.]+e-\d+", strip(content))
    assert facts(format_named(name).module.read(content).pathway) == facts(sent)


MUST_BE_NATIVE = {
    "pathway": ("name", "organism", "notes", "authors", "references", "publications"),
    "compartment": ("", "name", "identifiers", "inside"),
    "species": ("", "form", "molecule", "compartment", "references"),
    "process": ("", "template", "reversible", "references"),
    "control": ("", "target", "effect", "sources.inputs", "references"),
    "association": ("", "participants"),
}
"""What GPML has a construct for: a fact of these is natively there, for the flagship and SMALL."""


def shares(account: Account) -> dict[tuple[str, str], Counter[str]]:
    found: dict[tuple[str, str], Counter[str]] = {}
    for kind in account.kinds:
        counts = {status.value: getattr(kind, status.value) for status in Status}
        found[kind.construct, kind.field] = Counter(counts)
    return found


@pytest.mark.parametrize("pathway", [FLAGSHIP, SMALL], ids=lambda it: it.id)
def test_what_must_be_native_is(pathway: Pathway) -> None:
    counted = shares(write(pathway).account)
    for construct, fields in MUST_BE_NATIVE.items():
        for field in fields:
            counts = counted.get((construct, field), Counter())
            assert counts["carried"] == counts["lost"] == counts["coarse"] == 0, (construct, field)


def test_what_else_of_the_flagship_is_native_but_for_what_gpml_has_no_word_for() -> None:
    account = write(FLAGSHIP).account
    rest = {
        (it.construct, it.field, str(it.sent))
        for it in account.entries
        if it.status in (Status.COARSE, Status.CARRIED)
        and (it.construct, it.field)
        in {("molecule", "kind"), ("process", "inputs"), ("process", "outputs")}
        and it.id in {shown.molecule for shown in FLAGSHIP.species} | {"E02", "E03", "E53"}
    }
    assert rest == {
        ("molecule", "kind", "gene"),
        ("molecule", "kind", "ion"),
        ("process", "inputs", "2"),
    }


def test_the_golden_drawing() -> None:
    written = write(pathport.read(ROOT / "examples" / "reaction.yaml")).content
    assert written.decode() == (GOLDEN / "reaction.gpml").read_text(encoding="utf-8")


@pytest.mark.parametrize("pathway", [SMALL, FLAGSHIP], ids=["small", "flagship"])
def test_a_plain_file_is_the_file_without_its_records(pathway: Pathway) -> None:
    """But for the ids of anchors, which are of no one's."""

    def told(content: bytes) -> list[tuple[object, ...]]:
        elements = [it for it in etree.fromstring(content).iter() if not is_record(it)]
        anchors = {it.get("GraphId") for it in elements if it.tag == f"{GPML}Anchor"}
        number = {id_: str(n) for n, id_ in enumerate(dict.fromkeys(anchors_in(elements, anchors)))}
        return [
            (it.tag, {k: number.get(v, v) for k, v in it.attrib.items()}, (it.text or "").strip())
            for it in elements
        ]

    def anchors_in(elements: list[etree._Element], anchors: set[str | None]) -> list[str]:
        return [v for it in elements for v in it.attrib.values() if v in anchors]

    assert told(write_plain(pathway)) == told(write(pathway).content)


def test_a_line_to_an_open_side_ends_at_the_shape_that_the_layout_has() -> None:
    """A way that shows one of two inputs is none; the line then named a shape that was no more."""
    pathway = document(
        """
pathport: 1
id: small
molecules: {A: {kind: protein}, B: {kind: protein}}
species: {A1: {is: A}, B1: {is: B}}
processes: {gone: {is: "A + B -> 0", type: degradation}}
"""
    )
    corner, end = Point(x=300.0, y=50.0), Point(x=320.0, y=70.0)
    layout = Layout(
        boxes=(Box(id="box", species="A1", x=50.0, y=50.0, width=80.0, height=20.0),),
        ways=(Way(id="way", of="gone", start="box", end="nothing"),),
        drawing=(
            Decoration(
                kind=DecorationKind.SHAPE,
                id="nothing",
                points=(corner, end),
                style=Style(shape=DEGRADED),
            ),
        ),
    )
    root = tree(msgspec.structs.replace(pathway, layout=layout))
    assert dangling(root) == set()
    assert [it.get("GraphId") for it in root.iter(f"{GPML}Shape")] == ["nothing"]


UNNAMED = """
pathport: 1
id: a
molecules:
  _210: {kind: protein}
  _211: {kind: protein}
  _212: {kind: protein}
  ALAS: {kind: protein, name: ALAS1}
  Fam: {kind: family, members: [_210, _211]}
species:
  one: {is: _210, name: ALAD}
  two: {is: _211, name: ALAS1}
  three: {is: _212}
  whole: {is: "_210:_212"}
  family: {is: Fam}
"""


def test_a_molecule_without_a_name_is_called_as_in_pictures_if_nothing_else_is() -> None:
    """Two is called as ALAS, and by the text of its node would be that one."""
    pathway = document(UNNAMED)
    labels = Counter(it.get("TextLabel") for it in tree(pathway).iter("{*}DataNode"))
    assert labels == {"ALAD": 3, "_211": 2, "_212": 2}
    assert read(write(pathway).content).pathway == pathway
