"""What a view shows: a module what it holds, and all of them what a page has room for."""

from textwrap import dedent

import msgspec
import pytest

import pathport
from pathport import Pathway
from pathport.api.drawing import viewed
from pathport.errors import PathportError
from pathport.layout.picture import GlyphKind
from pathport.model.layout import Box, Layout

DOCUMENT = """
pathport: 1
id: a
compartments:
  ec: {name: extracellular region, dimensions: 3}
  pm: {name: plasma membrane, dimensions: 2, inside: ec}
  cyt: {name: cytosol, dimensions: 3, inside: pm}
molecules:
  L: {kind: protein, roles: ligand}
  D: {kind: small molecule, roles: drug}
  R: {kind: protein, roles: GPCR}
  A: {kind: protein}
  B: {kind: protein}
  grows: {kind: phenotype}
species:
  growth: {is: grows}
processes:
  bound: {is: "L@ec + R@pm -> L:R@pm"}
  long: {is: "A@cyt -> A{p}@cyt", controls: [{by: "L:R@pm", effect: stimulation}]}
  longer: {is: "B@cyt -> B{p}@cyt", controls: [{by: "A{p}@cyt", effect: catalysis}]}
  short: {is: "B@cyt -> B{p}@cyt", controls: [{by: "L:R@pm", effect: catalysis}]}
  blocked: {is: "D@ec + R@pm -> D:R@pm"}
influences:
  ends: {on: growth, by: "B{p}@cyt", effect: stimulation}
"""


@pytest.fixture(scope="module")
def flagship() -> Pathway:
    return pathport.read("examples/cxcr4.yaml")


def test_the_core_and_each_module_of_the_flagship_can_be_read_on_paper(flagship: Pathway) -> None:
    views = ["core", *(f"module={each.id}" for each in flagship.modules)]
    drawings = [pathport.draw(flagship, view=view) for view in views]
    assert [it.metrics.smallest_text for it in drawings if it.metrics.smallest_text < 6] == []


def test_a_module_is_found_by_the_beginning_of_its_name(flagship: Pathway) -> None:
    assert viewed(flagship, "module=jak") == viewed(flagship, "module=F")


def test_a_module_may_be_named_after_a_space(flagship: Pathway) -> None:
    assert viewed(flagship, "module JAK/STAT") == viewed(flagship, "module=F")


INHIBITED = """
controls:
  inner: {by: D@ec, of: bound, effect: inhibition}
  outer: {by: A@cyt, of: inner, effect: inhibition}
  loose: {by: A@cyt, of: "0", effect: inhibition}
modules:
  M1: {members: [outer, loose]}
"""


def test_a_control_in_a_module_is_drawn_with_all_of_what_it_acts_on() -> None:
    pathway = pathport.read(dedent(DOCUMENT + INHIBITED).encode(), "yaml")
    drawing = pathport.draw(pathway, view="module=M1")
    lines = {(it.of, it.start, it.end) for it in drawing.picture.lines}
    assert {("inner", "inner", "bound"), ("outer", "A_cyt", "inner")} <= lines
    assert {it for of, *ends in lines if of == "bound" for it in ends} >= {"L_ec", "R_pm", "L_R_pm"}
    assert {it.place.subject for it in drawing.findings} == {"control loose"}


def test_each_member_of_a_module_of_the_flagship_is_drawn(flagship: Pathway) -> None:
    lost = {}
    for module in flagship.modules:
        picture = pathport.draw(flagship, view=f"module={module.id}").picture
        drawn = {it.of for it in picture.lines} | {it.thing for it in picture.glyphs}
        lost[module.id] = set(module.members) - drawn
    assert not any(lost.values())


MODULES = """
modules:
  M1: {name: "uptake, early", members: [bound]}
  M2: {name: "Uptake, early", members: [long]}
  M3: {name: m1, members: [longer]}
"""


def test_of_several_modules_of_one_name_none_is_taken() -> None:
    pathway = pathport.read(dedent(DOCUMENT + MODULES).encode(), "yaml")
    with pytest.raises(PathportError) as caught:
        viewed(pathway, "module=uptake")
    told = 'several modules of the pathway are called "uptake": M1 ("uptake, early"), M2 ("Uptake'
    assert [each.code for each in caught.value.findings] == ["DRAW002"]
    assert caught.value.findings[0].sentence.startswith(told)


def test_an_id_is_meant_before_a_name_of_another_module() -> None:
    pathway = pathport.read(dedent(DOCUMENT + MODULES).encode(), "yaml")
    assert viewed(pathway, "module=M1").name == "a: uptake, early"


STACK = """
pathport: 1
id: a
compartments:
  ec: {name: extracellular region}
  pm: {name: plasma membrane}
molecules:
  L: {kind: protein, roles: ligand}
  H: {kind: protein}
  R: {kind: protein, roles: receptor}
  grows: {kind: phenotype}
species:
  growth: {is: grows}
processes:
  first: {is: "L@ec + H@ec -> L:H@ec"}
  second: {is: "L:H@ec + R@pm -> L:H:R@pm"}
influences:
  ends: {on: growth, by: "L:H:R@pm", effect: stimulation}
modules:
  M1: {members: [ends]}
"""


def test_a_complex_is_stacked_as_in_the_whole_where_its_parts_are_not_in_view() -> None:
    """That H is also free, outside, puts it above the receptor; the module shows no free H."""
    pathway = pathport.read(dedent(STACK).encode(), "yaml")

    def stack(view: str) -> list[str]:
        drawn = pathport.draw(pathway, view=view).picture.glyphs
        return next([part.text for part in it.parts] for it in drawn if len(it.parts) == 3)

    assert stack("module=M1") == stack("full") == ["H", "L", "R"]


@pytest.mark.parametrize(("view", "codes"), [("core", ["DRAW008"]), ("full", [])])
def test_a_core_that_is_not_there_is_told(view: str, codes: list[str]) -> None:
    document = "pathport: 1\nid: a\nmolecules: {A: {kind: protein}}\nprocesses: {p: {is: A -> 0}}\n"
    drawing = pathport.draw(pathport.read(document.encode(), "yaml"), view=view)
    assert [it.code for it in drawing.findings] == codes


ZERO = """
    pathport: 1
    id: a
    molecules: {A: {kind: protein}, B: {kind: protein}}
    processes:
      p: {is: A -> B, controls: {id: c, by: "0", effect: inhibition}}
    controls:
      d: {by: "0", of: c, effect: stimulation}
      e: {by: A, of: "0", effect: stimulation}
    """


def test_a_control_without_a_source_comes_from_the_sign_of_nothing() -> None:
    pathway = pathport.read(dedent(ZERO).encode(), "yaml")
    drawing = pathport.draw(pathway)
    ways = {(it.of, it.start, it.end) for it in drawing.picture.lines if it.role == "control"}
    assert ways == {("c", "c", "p"), ("d", "d/source", "c")}
    kinds = {it.id: it.kind for it in drawing.picture.glyphs}
    assert kinds["c/source"] == kinds["d/source"] == GlyphKind.VOID
    assert pathport.draw(pathport.placed(pathway)).svg == drawing.svg


def test_a_control_that_is_not_drawn_is_told() -> None:
    """It acts on nothing that is known; a layout of others has no place for an unknown source."""
    pathway = pathport.read(dedent(ZERO).encode(), "yaml")
    boxes = tuple(
        Box(id=f"b{x}", species=it.id, x=x, y=0.0, width=50.0, height=20.0)
        for it, x in zip(pathway.species, (0.0, 200.0), strict=True)
    )
    own = msgspec.structs.replace(pathway, layout=Layout(boxes=boxes))
    for it, lost in ((pathway, ["e"]), (own, ["c", "d", "e"])):
        told = pathport.draw(it).findings
        assert {each.code for each in told} == {"DRAW009"}
        assert [each.place.subject for each in told] == [f"control {id_}" for id_ in lost]
