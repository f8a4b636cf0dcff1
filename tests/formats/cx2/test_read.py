"""What is read: files of pathport with their edits, and networks of others."""

import json
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace
from tests.formats.cx2.samples import aspects, flagship, foreign, pathway, read, tree_of

from pathport.errors import UnreadableError
from pathport.formats import cx2
from pathport.formats.cx2.spelling import site_set_read
from pathport.model.enumerations import AssociationType, Certainty, Effect, Kind, ProcessType
from pathport.model.facts import facts
from pathport.model.layout import Box
from pathport.model.parts import Site, SiteSet
from pathport.model.pathway import Pathway
from pathport.model.things import Molecule

A: dict[str, Any] = {"v": {"n": "A"}}
B: dict[str, Any] = {"v": {"n": "B"}}


def edge(interaction: str, **more: Any) -> dict[str, Any]:
    return {"s": 5, "t": 6, "v": {"i": interaction, **more}}


def lost(tree: Any) -> list[str]:
    told = [it.sentence for it in read(tree).findings if it.code == "CXN101"]
    return [it.removeprefix("lost in reading: ") for it in told]


def test_a_written_pathway_comes_back() -> None:
    sent = pathway()
    assert facts(cx2.read(cx2.write(sent).content).pathway) == facts(sent)


def test_a_set_of_equal_sites_keeps_each() -> None:
    """They are spelled as one with its count, and were lost in reading."""
    known = Site(residue="S", kind="mod:00046", certainty=Certainty.KNOWN)
    sites = SiteSet(name="loop", sites=(known, replace(known, certainty=None)))
    molecule = Molecule(id="M", kind=Kind.PROTEIN, site_sets=(sites,))
    back = cx2.read(cx2.write(Pathway(id="P", molecules=(molecule,))).content)
    assert [it for it in back.findings if it.code.startswith("CXN")] == []
    assert back.pathway.molecules == (molecule,)


def test_more_equal_sites_than_a_protein_has_are_no_sites() -> None:
    with pytest.raises(ValueError, match="1000000000"):
        site_set_read("loop all: 1000000000*pS")


# Networks of others


def test_a_node_of_others_is_a_species_with_a_molecule() -> None:
    found = read(foreign([{"x": 10, "y": 20, "v": {"n": "TP53", "r": "uniprot:P04637"}}], []))
    (molecule,), (species,) = found.pathway.molecules, found.pathway.species
    assert (molecule.id, molecule.name, molecule.kind) == ("TP53", "TP53", Kind.PROTEIN)
    assert [it.id for it in molecule.identifiers] == ["uniprot:P04637"]
    assert (species.id, species.molecule, species.name) == ("TP53_2", "TP53", None)
    assert found.pathway.layout.boxes == (
        Box(id="TP53_2_box", species="TP53_2", x=-27.5, y=2.5, width=75.0, height=35.0),
    )


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("protein", Kind.PROTEIN),
        ("smallmolecule", Kind.SMALL_MOLECULE),
        ("SmallMolecule", Kind.SMALL_MOLECULE),
        ("proteinfamily", Kind.FAMILY),
        ("complex", Kind.COMPLEX),
        ("phenotype", Kind.PHENOTYPE),
    ],
)
def test_a_type_of_ndex_is_a_kind(word: str, kind: Kind) -> None:
    (molecule,) = read(foreign([{"v": {"n": "A", "type": word}}], [])).pathway.molecules
    assert molecule.kind is kind


def test_a_type_that_is_none_is_named() -> None:
    tree = foreign([{"v": {"n": "A", "type": "fusion protein"}}], [])
    assert lost(tree) == ['"fusion protein" in the column "type"']


def test_members_are_molecules() -> None:
    node = {"v": {"n": "AKT", "type": "proteinfamily", "member": ["hgnc.symbol:AKT1", "AKT2"]}}
    found = {it.id: it for it in read(foreign([node], [])).pathway.molecules}
    assert [it.molecule for it in found["AKT"].members] == ["AKT1", "AKT2"]
    assert [it.id for it in found["AKT1"].identifiers] == ["hgnc.symbol:AKT1"]


def test_nodes_that_say_the_same_are_one_molecule() -> None:
    found = read(foreign([A, A], [])).pathway
    assert [it.molecule for it in found.species] == ["A", "A"]
    assert len(found.molecules) == 1


def test_a_column_of_others_tells_the_compartment() -> None:
    found = read(foreign([{"v": {"n": "A", "compartment": "Golgi lumen"}}], [])).pathway
    assert [(it.id, it.name) for it in found.compartments] == [("Golgi_lumen", "Golgi lumen")]
    assert found.species[0].compartment == "Golgi_lumen"


@pytest.mark.parametrize(
    ("word", "effect"),
    [
        ("up-regulates", Effect.STIMULATION),
        ("Inhibits", Effect.INHIBITION),
        ("catalysis", Effect.CATALYSIS),
    ],
)
def test_an_edge_with_an_effect_is_an_influence(word: str, effect: Effect) -> None:
    (control,) = read(foreign([A, B], [edge(word)])).pathway.controls
    assert (control.effect, control.sources.inputs, control.target) == (effect, ("A_2",), "B_2")


def test_an_influence_without_an_id_is_called_as_it_reads() -> None:
    (control,) = read(foreign([A, B], [edge("activates")])).pathway.controls
    assert control.id == "A_activates_B"


@pytest.mark.parametrize(
    ("organism", "taxon"),
    [
        ("Homo sapiens", "ncbitaxon:9606"),
        ("9606", "ncbitaxon:9606"),
        ("Martian", None),
        ("Mus musculus, Homo sapiens", None),
    ],
)
def test_an_organism_is_one_that_is_known(organism: str, taxon: str | None) -> None:
    tree = foreign([A], [], organism=organism)
    assert read(tree).pathway.organism == taxon
    assert lost(tree) == ([] if taxon else [f"'{organism}' in the column \"organism\""])


def test_an_edge_without_a_direction_is_an_association() -> None:
    (found,) = read(foreign([A, B], [edge("binds", directed=False)])).pathway.associations
    assert found.type is AssociationType.PHYSICAL
    assert [it.species for it in found.participants] == ["A_2", "B_2"]


def test_an_effect_without_a_direction_is_named() -> None:
    tree = foreign([A, B], [edge("activates", directed=False)])
    assert lost(tree) == ['that "activates" has no direction']
    assert len(read(tree).pathway.controls) == 1


@pytest.mark.parametrize(("directed", "collection"), [(True, "controls"), (False, "associations")])
def test_a_word_that_is_not_known_is_the_name(directed: bool, collection: str) -> None:
    tree = foreign([A, B], [edge("controls-state-change-of", directed=directed)])
    (found,) = getattr(read(tree).pathway, collection)
    assert found.name == "controls-state-change-of"


def test_citations_of_an_edge_are_its_references() -> None:
    tree = foreign([A, B], [edge("inhibits", citation=["pubmed:9094314", "PMID:1"])])
    (control,) = read(tree).pathway.controls
    assert control.references == ("pubmed:1", "pubmed:9094314")


def test_what_has_no_place_is_named_column_by_column() -> None:
    nodes = [{"v": {"n": "A", "logFC": 1.5}}, {"v": {"n": "B", "logFC": -1.0}}]
    tree = foreign(nodes, [edge("inhibits", weight=0.5)], name="N", labels=["x"])
    tree.insert(-1, {"cyGroups": [{"id": 1}]})
    assert sorted(lost(tree)) == [
        'the aspect "cyGroups" of 1 elements',
        'the column "labels" of the network',
        'the column "logFC" of 2 nodes',
        'the column "weight" of 1 edges',
    ]


def test_what_is_lost_is_found_at_its_line() -> None:
    content = json.dumps(foreign([{"v": {"n": "A", "logFC": 1.5}}], []), indent=1).encode()
    (finding,) = [it for it in cx2.read(content).findings if it.code == "CXN101"]
    line = content.decode().splitlines()[finding.place.line - 1]
    assert "1.5" in line
    assert line[finding.place.column - 1 :].startswith("1.5")


def test_aliases_and_defaults_are_followed() -> None:
    tree = foreign([A], [])
    found = aspects(tree)["attributeDeclarations"][0]["nodes"]
    assert found["type"] == {"v": "protein"}
    assert read(tree).pathway.molecules[0].kind is Kind.PROTEIN


def test_a_value_beside_that_under_its_alias_is_named() -> None:
    tree = foreign([{"v": {"n": "A", "name": "Z"}}], [])
    aspects(tree)["attributeDeclarations"][0]["nodes"]["name"] = {"a": "n"}
    assert lost(tree) == ['the value of "name" beside that under its alias']
    assert [it.name for it in read(tree).pathway.molecules] == ["A"]


def test_about_a_network_of_ndex() -> None:
    tree = foreign(
        [A],
        [],
        name="AKT signalling",
        organism="Human, 9606, Homo sapiens",
        reference="Somebody et al., 2020",
        description="<p>a</p>",
    )
    found = read(tree).pathway
    assert (found.id, found.name) == ("AKT_signalling", "AKT signalling")
    assert found.organism == "ncbitaxon:9606"
    assert found.notes == ("<p>a</p>", "Somebody et al., 2020")


# Edits in other programs


def test_a_node_that_was_moved_is_where_it_was_put() -> None:
    tree = tree_of(pathway())
    moved = next(it for it in aspects(tree)["nodes"] if it["v"]["id"] == "CXCR4_pm")
    moved["x"], moved["y"] = 1000.0, 2000.0
    found = read(tree)
    (box,) = (it for it in found.pathway.layout.boxes if it.species == "CXCR4_pm")
    assert (box.x + box.width / 2, box.y + box.height / 2) == (1000.0, 2000.0)


def test_a_molecule_that_nodes_tell_apart_is_two() -> None:
    tree = tree_of(pathway())
    states = [it for it in aspects(tree)["nodes"] if it["v"].get("molecule") == "AKT"]
    states[1]["v"]["type"] = "protein"
    kinds = {it.id: it.kind for it in read(tree).pathway.molecules}
    assert (kinds["AKT"], kinds["AKT_2"]) == (Kind.FAMILY, Kind.PROTEIN)


def boxes(tree: Any, id_: str) -> list[dict[str, Any]]:
    """The values of the nodes of a species, of which a second is added where there is one."""
    nodes = aspects(tree)["nodes"]
    found = [it for it in nodes if it["v"]["id"] == id_]
    if len(found) == 1:
        nodes.append({**found[0], "id": 9000, "v": dict(found[0]["v"])})
        return [found[0]["v"], nodes[-1]["v"]]
    return [it["v"] for it in found]


def told(tree: Any, code: str) -> list[str]:
    return [it.sentence for it in read(tree).findings if it.code == code]


@pytest.mark.parametrize(
    ("column", "key", "value"),
    [("represents", "r", "uniprot:Q9"), ("location", "location", "nuc"), ("type", "type", "gene")],
)
def test_an_edit_of_a_later_node_of_a_species_is_named(column: str, key: str, value: str) -> None:
    tree = tree_of(pathway())
    first, second = boxes(tree, "CXCR4_pm")
    second[key] = value
    (sentence,) = told(tree, "CXN102")
    assert f'node 9000 says "{value}" in the column "{column}"' in sentence
    assert f'says "{first[key]}"' in sentence
    assert facts(read(tree).pathway).items() >= facts(pathway()).items()


def place_of(tree: Any, id_: str) -> str | None:
    (found,) = [it for it in read(tree).pathway.species if it.id == id_]
    return found.compartment


@pytest.mark.parametrize(("name", "place"), [("cytosol", "cyt"), ("cyt", "cyt"), ("moon", "moon")])
def test_the_location_that_is_written_is_the_place(name: str, place: str) -> None:
    tree = tree_of(pathway())
    boxes(tree, "CXCR4_pm")[0]["location"] = name
    assert place_of(tree, "CXCR4_pm") == place
    assert place_of(tree, "CXCL12_ec") == "ec"


def test_a_compartment_that_was_renamed_keeps_its_species() -> None:
    tree = tree_of(pathway())
    (node,) = [it for it in aspects(tree)["nodes"] if it["v"]["id"] == "cyt"]
    node["v"]["n"] = "cytoplasm"
    (sentence,) = told(tree, "CXN105")
    assert sentence.startswith('no compartment is called "cytosol", as the location of')
    assert place_of(tree, "AKT_cyt") == "cyt"
    found = {it.id: it.name for it in read(tree).pathway.compartments}
    assert found["cyt"] == "cytoplasm"


def test_compartments_of_one_name_are_told_apart() -> None:
    sent = pathway()
    alike = tuple(msgspec.structs.replace(it, name="place") for it in sent.compartments)
    alike_named = msgspec.structs.replace(sent, compartments=alike)
    assert facts(read(tree_of(alike_named)).pathway) == facts(alike_named)


def test_modules_are_told_by_name() -> None:
    tree = tree_of(pathway())
    (node,) = [it for it in aspects(tree)["nodes"] if it["v"]["id"] == "E01"]
    assert node["v"]["module"] == ["Signalling"]
    (module,) = read(tree).pathway.modules
    assert module.members == ("E01", "E02", "grows")


def test_all_boxes_of_a_species_say_what_it_is() -> None:
    written = json.loads(flagship().content)
    ligands = [it["v"] for it in aspects(written)["nodes"] if it["v"]["id"] == "CXCR4_pm"]
    assert len(ligands) > 1
    assert len({str((it.get("synonyms"), it.get("represents"))) for it in ligands}) == 1
    assert ligands[-1]["synonyms"]


def test_a_column_that_nobody_reads_is_named_on_a_later_node_too() -> None:
    tree = tree_of(pathway())
    _, second = boxes(tree, "CXCR4_pm")
    second["logFC"] = 1.5
    assert lost(tree) == ['the column "logFC" of 1 nodes']


def test_a_molecule_that_nodes_tell_apart_is_named() -> None:
    tree = tree_of(pathway())
    _, other = [it for it in aspects(tree)["nodes"] if it["v"].get("molecule") == "AKT"]
    other["v"]["type"] = "protein"
    (sentence,) = told(tree, "CXN103")
    assert 'differ in what the molecule "AKT" is (type)' in sentence
    assert sentence.endswith(f'that of node {other["id"]} is "AKT_2"')
    (species,) = [it for it in read(tree).pathway.species if it.molecule == "AKT_2"]
    assert species.name is None


def control_of(tree: Any) -> dict[str, Any]:
    """The edge that is the influence of the sample."""
    (found,) = [it for it in aspects(tree)["edges"] if it["v"].get("id") == "grows"]
    return dict(found)


def test_an_interaction_that_is_no_word_is_named_and_kept() -> None:
    tree = tree_of(pathway())
    control_of(tree)["v"]["i"] = "blah"
    assert lost(tree) == ['the interaction "blah", no effect']
    (control,) = [it for it in read(tree).pathway.controls if it.id == "grows"]
    assert (control.effect, control.name) == (Effect.MODULATION, "blah")


def test_an_interaction_that_is_another_word_leaves_no_name() -> None:
    tree = tree_of(pathway())
    control_of(tree)["v"]["i"] = "inhibition"
    (control,) = [it for it in read(tree).pathway.controls if it.id == "grows"]
    assert (control.effect, control.name) == (Effect.INHIBITION, None)


def test_a_side_that_points_the_wrong_way_is_no_control() -> None:
    tree = tree_of(pathway())
    side = next(it for it in aspects(tree)["edges"] if it["v"]["i"] == "reactant")
    side["v"]["i"] = "product"
    assert lost(tree) == ['the edge "product" from species to process']
    assert len(read(tree).pathway.controls) == len(pathway().controls)


def test_a_state_that_was_changed_leaves_no_name() -> None:
    tree = tree_of(pathway())
    node = boxes(tree, "CXCR4_pS324_pm")[0]
    node["modifications"] = "pS325"
    (species,) = [it for it in read(tree).pathway.species if it.id == "CXCR4_pS324_pm"]
    assert species.name is None


def test_a_type_that_is_no_word_leaves_no_name() -> None:
    tree = tree_of(pathway())
    (node,) = [it for it in aspects(tree)["nodes"] if it["v"]["id"] == "E01"]
    node["v"]["type"] = "flibber"
    (process,) = [it for it in read(tree).pathway.processes if it.id == "E01"]
    assert (process.type, process.name) == (ProcessType.PROCESS, None)


def test_a_copy_of_a_process_is_named_and_takes_nothing_from_it() -> None:
    tree = tree_of(pathway())
    nodes = aspects(tree)["nodes"]
    (node,) = [it for it in nodes if it["v"]["id"] == "E01"]
    nodes.append({**node, "id": 9000, "v": {**node["v"]}})
    assert told(tree, "CXN104") == ['the process "E01" is there already: node 9000 is "E01_2"']
    (module,) = read(tree).pathway.modules
    assert module.members == ("E01", "E01_2", "E02", "grows")
    assert [(it.before, it.after) for it in module.order] == [("E01", "E02")]


def test_a_condition_that_names_others_than_the_edges_is_named() -> None:
    tree = tree_of(pathway())
    control = next(it for it in aspects(tree)["nodes"] if it["v"]["construct"] == "control")
    control["v"]["sources"] = "CXCR4_pm"
    assert lost(tree) == ['the condition "CXCR4_pm"']


# What is refused


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"[", "CXN001"),
        (b"{}", "CXN002"),
        (b"[]", "CXN002"),
        (b'[{"CXVersion": "1.0"}]', "CXN002"),
        (b"[" * 100_000, "CXN001"),
        (b'[{"CXVersion": "2.0"}, {"nodes": [{"id": "a"}]}]', "CXN003"),
        (b'[{"CXVersion": "2.0"}, {"nodes": [{"id": 1}, {"id": 1}]}]', "CXN003"),
        (b'[{"CXVersion": "2.0"}, {"edges": [{"id": 1, "s": 1, "t": 2}]}]', "CXN003"),
    ],
)
def test_what_is_no_network_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        cx2.read(content)
    assert [it.code for it in caught.value.findings] == [code]


def test_a_refusal_tells_its_place() -> None:
    with pytest.raises(UnreadableError) as caught:
        cx2.read(b'[{"CXVersion": "2.0"},\n {"nodes": [{"id": 1},\n  {"id": 1}]}]', path="x.cx2")
    assert str(caught.value.findings[0].place) == "x.cx2:3:10"


@pytest.mark.parametrize("odd", [{"x": "a"}, {"v": []}, {"v": {"n": 7, "r": ["a"], "type": None}}])
def test_an_odd_node_is_read(odd: dict[str, Any]) -> None:
    assert len(read(foreign([{"v": {}} | odd], [])).pathway.species) == 1
