"""What is on the borders of boxes: residues in no state, regions, and where each is."""

from collections import defaultdict

import pytest
from lxml import etree
from tests.formats.celldesigner.census import SPACES
from tests.formats.celldesigner.sketches import (
    alias,
    diagram,
    listed,
    modified,
    residue,
    species,
    template,
)
from tests.laws.corpora import CORPUS, content_of, size_of

from pathport.fidelity.report import Status
from pathport.formats.celldesigner import read, validate, write
from pathport.model.parts import Modification, State

FOLDER = CORPUS / "celldesigner"
FILES = sorted(f"celldesigner/{it.name}" for it in FOLDER.glob("*.xml*") if size_of(it) < 500_000)
BORDERS = (
    (
        "c:protein",
        "c:listOfModificationResidues/c:modificationResidue",
        ("angle",),
        ("name", "side"),
    ),
    ("c:protein", "c:listOfBindingRegions/c:bindingRegion", ("angle", "size"), ("name",)),
    ("*", "c:listOfRegions/c:region", ("pos", "size"), ("name", "type")),
)
"""Of which templates, where, with which numbers and words."""


def borders(content: bytes) -> dict[tuple[str, ...], list[list[float]]]:
    """By name and words, the numbers of the residues and regions of a file."""
    root = etree.fromstring(content, etree.XMLParser(huge_tree=True))
    found: dict[tuple[str, ...], list[list[float]]] = defaultdict(list)
    for of, path, numbers, words in BORDERS:
        for it in root.iterfind(f".//{of}/{path}", SPACES):
            key = path, *(it.get(name) or "" for name in words)
            found[key].append([float(it.get(name)) for name in numbers])
    return {key: sorted(it) for key, it in found.items()}


def near(numbers: list[list[float]]) -> object:
    """Numbers that are so to a thousandth."""
    return [pytest.approx(it, abs=1e-3) for it in numbers]


def kept(*inner: str, of_class: str = "PROTEIN", of: str = "pr1", state: str = "") -> bytes:
    """A file with one species in two boxes that has come out again, all of it native."""
    boxes = (alias("sa1", "s1"), alias("sa2", "s1", (200.0, 0.0), size=(90.0, 50.0)))
    content = diagram(species("s1", of_class, of, state=state), model=(*inner, *boxes))
    found = read(content)
    assert [it for it in found.findings if it.code == "SBM101"] == []
    written = write(found.pathway)
    assert [it for it in written.account.entries if it.status is not Status.SUPPLIED] == []
    assert [it.sentence for it in validate(written.content) if it.code.startswith("CDX")] == []
    assert borders(written.content) == {key: near(it) for key, it in borders(content).items()}
    assert read(written.content).pathway == found.pathway
    return content


def test_a_residue_without_a_name_that_is_in_no_state_is_a_mark_of_each_box() -> None:
    content = kept(template("pr1", residues=residue("rs1", angle=1.0) + residue("rs2", angle=4.0)))
    pathway = read(content).pathway
    nothing = State(modifications=(Modification(absent=True),))
    marks = [mark for box in pathway.layout.boxes for mark in box.marks]
    assert [(it.id, it.shows) for it in marks] == [
        (f"{box}_{id_}", nothing) for box in ("sa1", "sa2") for id_ in ("rs1", "rs2")
    ]
    assert pathway.species[0].state == State()


def test_residues_in_a_state_and_bare_ones_keep_their_places() -> None:
    residues = residue("rs1", angle=1.0) + residue("rs2", angle=4.0) + residue("rs3", angle=5.0)
    kept(template("pr1", residues=residues), state=modified(rs2="phosphorylated"))


def test_the_angle_of_a_known_residue_that_is_in_no_state_is_kept() -> None:
    content = kept(template("pr1", residues=residue("rs7", "S12", 1.0)))
    (mark,) = read(content).pathway.layout.boxes[0].marks
    assert mark.shows.modifications == (Modification(residue="S", position=12, absent=True),)


def test_residues_at_usual_places_in_another_order_stay_where_they_are() -> None:
    usual = (0.7853981633974483, 3.9269908169872414)
    kept(template("pr1", residues=residue("rs1", "T45", usual[0]) + residue("rs2", "S2", usual[1])))


def test_a_residue_on_the_inside_stays_there() -> None:
    inside = residue("rs1", "S12", 1.0).replace('"none"', '"inside"')
    kept(template("pr1", residues=inside))
    kept(template("pr1", residues=inside), state=modified(rs1="phosphorylated"))


def test_a_region_that_binds_is_kept_beside_residues() -> None:
    regions = listed(
        "listOfBindingRegions",
        [
            '<c:bindingRegion angle="3.0" id="rs2" size="0.29"/>',
            '<c:bindingRegion angle="1.0" id="rs3" name="SH2" size="0.4"/>',
        ],
    )
    protein = template("pr1", residues=residue("rs1", "S12", 1.0))
    kept(protein.replace("<c:listOfMod", f"{regions}<c:listOfMod", 1))


@pytest.mark.parametrize("name", ["", ' name="promoter"'])
def test_regions_of_a_gene_keep_type_place_and_size(name: str) -> None:
    regions = (
        f'<c:region id="tr1"{name} size="0.22" pos="0.0" type="CodingRegion" active="false"/>'
        '<c:region id="tr2" size="0.18" pos="0.4" type="transcriptionStartingSiteR"/>'
        '<c:region id="tr3" size="0.0" pos="0.9" type="Modification Site" active="false"/>'
    )
    gene = (
        '<c:gene id="g1" name="G" type="GENE">' + listed("listOfRegions", [regions]) + "</c:gene>"
    )
    kept(gene, of_class="GENE", of="g1")


def test_what_no_box_shows_is_told() -> None:
    unused = template("pr2", "B", residues=residue("rs5"))
    found = read(diagram(species("s1"), model=(template("pr1"), unused, alias("sa1", "s1"))))
    (told,) = (it for it in found.findings if it.code == "SBM101")
    assert ('"rs5"' in told.sentence, told.place.subject) == (True, "protein pr2")


def test_a_second_residue_of_one_id_is_told() -> None:
    twice = template("pr1", residues=residue("rs1", "S1") + residue("rs1", "S2"))
    found = read(diagram(species("s1"), model=(twice, alias("sa1", "s1"))))
    assert [it.sentence for it in found.findings if '"rs1" of another' in it.sentence]


def test_a_region_of_an_unknown_type_is_told() -> None:
    gene = '<c:gene id="g1" name="G" type="GENE">' + listed(
        "listOfRegions", ['<c:region id="tr1" size="0.0" pos="0.4" type="Loop"/>']
    )
    model = (f"{gene}</c:gene>", alias("sa1", "s1"))
    found = read(diagram(species("s1", "GENE", "g1"), model=model))
    assert [it.sentence for it in found.findings if 'type="Loop"' in it.sentence]


@pytest.mark.skipif(not FILES, reason=f"there are no maps at {FOLDER}")
@pytest.mark.parametrize("name", FILES)
def test_the_borders_of_a_map_come_out_as_they_were(name: str) -> None:
    content = content_of(name)
    after = borders(write(read(content).pathway).content)
    assert after == {key: near(it) for key, it in borders(content).items()}
