"""What differs is found whole and told so that one sees it; equal pathways do not differ."""

import random
from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathport.api.difference import diff
from pathport.difference import By, Sign, applied, difference
from pathport.document import YAML, read_document
from pathport.errors import UnknownNameError
from pathport.model.facts import build, facts
from pathport.model.ids import numbered
from pathport.model.pathway import Pathway
from pathport.model.references import renamed
from pathport.testing import pathways

EXAMPLES = settings(max_examples=40, deadline=None)

BASE = """\
pathport: 1
id: base
compartments:
  ec: {name: outside, identifiers: "go:0005576"}
  pm: {name: membrane, identifiers: "go:0005886"}
molecules:
  CXCL12: {kind: protein, identifiers: "uniprot:P48061"}
  CXCR4: {kind: protein, identifiers: "uniprot:P61073"}
  AMD3100: {name: plerixafor, kind: small molecule, roles: drug}
species:
  R: {is: CXCR4@pm}
processes:
  E01: {is: CXCL12@ec + CXCR4@pm -> CXCL12:CXCR4@pm, type: binding}
  E02:
    is: CXCR4@pm -> CXCR4{pS346}@pm
    type: phosphorylation
controls:
  C1: {of: E01, by: AMD3100@ec, effect: inhibition}
"""

EDITS = {
    "a site": ("CXCR4{pS346}@pm", "CXCR4{pS347}@pm"),
    "a sign": ("effect: inhibition", "effect: stimulation"),
    "a place": ("AMD3100@ec", "AMD3100@pm"),
    "an identifier": ("uniprot:P61073", "uniprot:P61072"),
    "a name": ("name: outside", "name: around the cell"),
    "a coefficient": ("-> CXCL12:CXCR4@pm", "-> 2 CXCL12:CXCR4@pm"),
    "a title": ("id: base", "id: base\ntitle: A title"),
}

LINES: Mapping[str, list[str]] = {
    "a site": [
        "- species CXCR4_pS346_pm: CXCR4{pS346}@pm",
        "+ species CXCR4_pS347_pm: CXCR4{pS347}@pm",
        "~ process E02 outputs: CXCR4{pS346}@pm -> CXCR4{pS347}@pm",
    ],
    "a sign": ["~ control C1 effect: inhibition -> stimulation"],
    "a place": [
        "- species AMD3100_ec: AMD3100@ec",
        "+ species AMD3100_pm: AMD3100@pm",
        "~ control C1 sources: AMD3100@ec -> AMD3100@pm",
    ],
    "an identifier": ["~ molecule CXCR4 identifiers: - uniprot:P61073 + uniprot:P61072"],
    "a name": ['~ compartment ec name: outside -> "around the cell"'],
    "a coefficient": ["~ process E01 outputs: CXCL12:CXCR4@pm -> 2 CXCL12:CXCR4@pm"],
    "a title": ['~ pathway title: nothing -> "A title"'],
}


def document(text: str) -> Pathway:
    return read_document(text.encode(), syntax=YAML, path="a.yaml").pathway


def renumbered(pathway: Pathway, chance: int) -> Pathway:
    """The pathway with other ids throughout, whose order is another one."""
    things = [(construct, thing.id) for construct, thing in pathway.things()]
    order = [*things]
    random.Random(chance).shuffle(order)
    wanted = {f"{n:05d}": "thing" for n, _ in enumerate(order)}
    given_ = numbered(wanted, {id_ for _, id_ in things})
    return renamed(pathway, dict(zip(order, given_.values(), strict=True)))


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_is_told(edit: str) -> None:
    found = difference(document(BASE), document(BASE.replace(*EDITS[edit])))
    assert str(found).splitlines() == LINES[edit]


@pytest.mark.parametrize("edit", EDITS)
def test_the_way_back_is_the_other_way_round(edit: str) -> None:
    one, other = document(BASE), document(BASE.replace(*EDITS[edit]))
    there, back = difference(one, other).changes, difference(other, one).changes
    assert {(c.id, c.field, c.before, c.after) for c in there} == {
        (c.id, c.field, c.after, c.before) for c in back
    }


def test_a_species_with_an_id_is_changed_in_place() -> None:
    found = difference(document(BASE), document(BASE.replace("is: CXCR4@pm}", "is: CXCR4@ec}")))
    assert "~ species R place: pm -> ec" in str(found)
    (change,) = (change for change in found.changes if change.id == "R")
    assert [(f.field, f.before, f.after) for f in change.facts] == [("compartment", "pm", "ec")]


def test_species_that_are_spelled_alike_are_told_by_their_ids() -> None:
    twin = BASE.replace("species:\n", "species:\n  R2: {is: CXCR4@pm, notes: other}\n")
    twin = twin.replace("+ CXCR4@pm ->", "+ R ->").replace("is: CXCR4@pm ->", "is: R ->")
    found = difference(document(twin), document(twin.replace("+ R ->", "+ R2 ->")))
    assert str(found) == "~ process E01 inputs: CXCL12@ec + R -> CXCL12@ec + R2"


def test_what_the_notation_cannot_tell_is_told_by_its_facts() -> None:
    text = BASE.replace(
        "  R: {is: CXCR4@pm}",
        "  R: {is: CXCR4@pm}\n  Q: {components: [{is: CXCR4, name: one}, CXCL12], compartment: pm}",
    )
    (change,) = difference(document(text), document(text.replace("name: one", "name: two"))).changes
    assert (change.construct, change.id, change.field) == ("species", "Q", "is")
    assert change.before != change.after
    assert '"name":"two"' in change.after


DRAWN = (
    BASE
    + """\
layout:
  boxes:
  - {id: R, species: R, x: 10, y: 10, width: 80, height: 40}
  - {id: Q, species: R, x: 200, y: 10, width: 80, height: 40}
"""
)
DRAWN_EDITS = {
    "moved": ("x: 10,", "x: 30,", "~ pathway layout.boxes R: x 10.0 -> 30.0"),
    "gone": (
        "  - {id: Q, species: R, x: 200, y: 10, width: 80, height: 40}\n",
        "",
        "- pathway layout.boxes Q: species R, x 200.0, y 10.0, width 80.0, height 40.0",
    ),
    "all gone": (DRAWN.removeprefix(BASE), "", "- pathway layout.boxes: 2"),
}


@pytest.mark.parametrize("edit", DRAWN_EDITS)
def test_a_layout_is_told_box_by_box_and_as_a_whole_only_where_the_other_has_none(
    edit: str,
) -> None:
    old, new, line = DRAWN_EDITS[edit]
    assert str(difference(document(DRAWN), document(DRAWN.replace(old, new)))) == line


@EXAMPLES
@given(pathways(), st.sampled_from(By))
def test_a_pathway_does_not_differ_from_itself(pathway: Pathway, by: By) -> None:
    assert not difference(pathway, pathway, by)


@EXAMPLES
@given(pathways(), pathways())
def test_two_pathways_differ_unless_they_are_equal_and_the_facts_make_one_the_other(
    one: Pathway, other: Pathway
) -> None:
    found = difference(one, other)
    assert bool(found) is (one != other)
    assert build(applied(facts(one), found.changes)) == other
    assert all(change.before != change.after for change in found.changes if change.field)
    assert all("\n" not in change.line for change in found.changes)


@EXAMPLES
@given(pathways(), st.integers(0, 99))
def test_by_meaning_ids_say_nothing(pathway: Pathway, chance: int) -> None:
    found = difference(pathway, renumbered(pathway, chance), By.MEANING)
    assert found.changes == ()
    assert len(found.names) == len([*pathway.things()])


@EXAMPLES
@given(pathways(), pathways())
def test_by_meaning_the_facts_make_one_the_other_under_its_names(
    one: Pathway, other: Pathway
) -> None:
    found = difference(one, other, By.MEANING)
    called = renamed(other, {(name.construct, name.id): name.called for name in found.names})
    called = msgspec.structs.replace(called, id=one.id)
    assert build(applied(facts(one), found.changes)) == called


@pytest.mark.parametrize("edit", ["an identifier", "a name", "a title"])
def test_by_meaning_an_edit_is_told_where_the_thing_is_still_known(edit: str) -> None:
    named = BASE.replace("CXCR4: {kind", "CXCR4: {name: CXCR4, kind")
    other = renumbered(document(named.replace(*EDITS[edit])), 1)
    found = difference(document(named), other, By.MEANING)
    assert str(found).splitlines() == LINES[edit]


def test_by_meaning_what_is_no_longer_the_same_came_and_went() -> None:
    other = renumbered(document(BASE.replace(*EDITS["a sign"])), 1)
    found = difference(document(BASE), other, By.MEANING)
    assert [(change.change, change.construct) for change in found.changes] == [
        (Sign.REMOVED, "control"),
        (Sign.ADDED, "control"),
    ]
    assert "AMD3100@ec stimulates E01" in str(found)


def test_by_meaning_another_thing_of_the_same_id_gets_another() -> None:
    other = BASE.replace("inhibition", "stimulation")
    found = difference(document(BASE), document(other), By.MEANING)
    assert [(name.construct, name.id, name.called) for name in found.names] == [
        ("control", "C1", "C1_2")
    ]
    assert [change.line[:13] for change in found.changes] == ["- control C1:", "+ control C1_"]


def test_files_of_any_format_and_pathways_are_compared() -> None:
    assert diff(document(BASE), BASE.encode()).changes == ()
    assert diff(BASE.encode(), document(BASE), by="meaning").changes == ()
    with pytest.raises(UnknownNameError, match="sense"):
        diff(document(BASE), document(BASE), by="sense")


def test_by_meaning_what_says_nothing_of_itself_is_not_known_again() -> None:
    bare = BASE.replace("name: plerixafor, ", "")
    other = renumbered(document(bare.replace(*EDITS["a sign"])), 1)
    found = difference(document(bare), other, By.MEANING)
    assert "- molecule AMD3100: small molecule" in str(found).splitlines()
