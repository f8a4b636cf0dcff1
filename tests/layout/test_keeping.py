"""The layout that a picture leaves in its pathway: whole, sound, and kept by GPML."""

import pytest
from hypothesis import HealthCheck, given, settings

import pathport
from pathport import Pathway, Severity
from pathport.formats.yaml import read as read_document
from pathport.layout.engine import laid_out_with
from pathport.layout.keeping import kept
from pathport.layout.labels import Labels
from pathport.model.builder import Builder
from pathport.model.check import check
from pathport.model.things import Form
from pathport.testing import pathways


@pytest.fixture(scope="module")
def flagship() -> Pathway:
    return pathport.placed(pathport.read("examples/cxcr4.yaml"))


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(pathways())
def test_every_species_has_a_box_and_nothing_is_named_that_is_not_there(pathway: Pathway) -> None:
    placed = pathport.placed(pathway)
    boxes = {box.species for box in placed.layout.boxes}
    assert {each.id for each in pathway.species} - boxes == set()
    before = {str(fault) for fault in check(pathway)}
    new = [it for it in check(placed) if it.rule.severity is Severity.ERROR]
    assert [it for it in new if str(it) not in before] == []


def test_a_part_of_a_complex_is_inside_its_box(flagship: Pathway) -> None:
    boxes = {box.id: box for box in flagship.layout.boxes}
    inner = [box for box in boxes.values() if box.inside]
    assert inner
    for box in inner:
        outer = boxes[box.inside or ""]
        assert outer.x <= box.x
        assert box.x + box.width <= outer.x + outer.width + 0.2
        assert outer.y <= box.y
        assert box.y + box.height <= outer.y + outer.height + 0.2


def test_a_complex_has_as_many_boxes_as_parts(flagship: Pathway) -> None:
    for species in flagship.species:
        if species.form is not Form.COMPLEX:
            continue
        own = [box for box in flagship.layout.boxes if box.species == species.id]
        whole = [box for box in own if box.inside is None]
        parts = sum(each.count for each in species.components)
        assert len(own) == len(whole) * (1 + parts), species.id


def test_what_runs_through_a_gate_has_ways(flagship: Pathway) -> None:
    """Its own begins at the gate, and those of its sources end there."""
    boxes = {box.id: box.species for box in flagship.layout.boxes}
    (gated,) = (it for it in flagship.controls if it.target == "E68" and it.sources.inputs[1:])
    own, *sources = (it for it in flagship.layout.ways if it.of == gated.id)
    assert (own.start, own.end, own.at is None) == (None, None, False)
    assert {boxes[it.start or ""] for it in sources} == set(gated.sources.species())
    assert all(it.bends and it.end is None and it.at is None for it in sources)


def test_an_open_side_and_a_template_have_ways(flagship: Pathway) -> None:
    """One ends where the square of the process is, the other begins at what is read."""
    ways = {it.of: it for it in flagship.layout.ways if it.at is None}
    boxes = {box.id: box.species for box in flagship.layout.boxes}
    assert boxes[ways["E69"].start or ""] == "CXCR4_ub_lys"
    assert ways["E69"].end is None
    assert ways["E69"].bends
    assert boxes[ways["E93"].start or ""] == "CXCR4_gene_nuc"
    assert boxes[ways["E93"].end or ""] == "CXCR4_pm"


def test_gpml_says_the_places_natively_and_nothing_is_lost(flagship: Pathway) -> None:
    written = pathport.write_bytes(flagship, "gpml")
    findings = pathport.validate(written.content, "gpml")
    assert [each for each in findings if each.severity is Severity.ERROR] == []
    assert written.account.lost == 0
    assert pathport.read(written.content, "gpml").layout == flagship.layout


class _InPlace(Labels):
    """What is drawn where it is, cofactors too."""

    keeps_places = True


def test_a_way_leads_to_what_is_no_cofactor() -> None:
    """ADP was nearer, in a box of its own in another compartment."""
    pathway = read_document(b"""
pathport: 1
id: imported
compartments: {cyt: {name: cytosol}, nuc: {name: nucleus, inside: cyt}}
molecules:
  S: {kind: protein}
  ATP: {kind: small molecule}
  ADP: {kind: small molecule}
processes: {in: {is: "S@cyt + ATP@cyt -> S{p}@nuc + ADP@cyt"}}
""").pathway
    layout = kept(laid_out_with(_InPlace(pathway), is_page=False), pathway)
    boxes = {it.id: it.species for it in layout.boxes}
    (main,) = (it for it in layout.ways if it.at is None)
    assert (boxes[main.start or ""], boxes[main.end or ""]) == ("S_cyt", "S_p_nuc")


def test_what_acts_on_a_control_meets_the_way_of_that() -> None:
    """Neither had a way, so that their lines ran straight from whatever box was nearest."""
    builder = Builder("chain")
    builder.compartment("cyt", name="cytosol")
    for name in ("A", "B", "C", "D", "S"):
        builder.protein(name)
    process = builder.process("S@cyt -> S{p}@cyt")
    first = builder.control(process, by="A@cyt and B@cyt", effect="catalysis", id="first")
    builder.control(first, by="C@cyt", effect="inhibition", id="second")
    third = builder.influence("D@cyt", by="A@cyt", effect="stimulation", id="third")
    builder.control(third, by="B@cyt and C@cyt", effect="inhibition", id="fourth")
    placed = pathport.placed(builder.pathway())
    ways = {(it.of, it.start is None): it for it in placed.layout.ways}
    boxes = {box.id: box.species for box in placed.layout.boxes}
    assert ways["first", True].at is not None
    assert boxes[ways["second", False].start or ""] == "C_cyt"
    assert 0 < (ways["second", False].at or 0) < 1
    assert boxes[ways["third", False].end or ""] == "D_cyt"
    assert 0 < (ways["fourth", True].at or 0) < 1
    assert ways["fourth", True].end is None
    assert pathport.draw(placed).picture == pathport.draw(builder.pathway()).picture
