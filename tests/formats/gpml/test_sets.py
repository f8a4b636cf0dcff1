"""Members of sets that are groups themselves: each a node in the set, beside its group."""

import pytest
from lxml import etree
from tests.formats.gpml.samples import GPML, drawing, group, line, node, shape, state

from pathport.fidelity.report import Status
from pathport.formats import Written, format_named
from pathport.formats.gpml.read import read, read_apart
from pathport.formats.gpml.write import write
from pathport.model.facts import facts
from pathport.model.pathway import Pathway
from pathport.model.things import Form

HEAD = "pathport: 1\nid: p\ncompartments: {pm: {name: plasma membrane}, er: {}}\n"
MOLECULES = (
    "molecules: {A: {kind: protein}, B: {kind: protein}, C: {kind: protein},"
    " F: {kind: family, members: [A, B]}}\n"
)


def document(species: str) -> Pathway:
    text = f"{HEAD}{MOLECULES}species: {{{species}}}\n"
    return format_named("yaml").module.read(text.encode()).pathway


def members(written: Written) -> list[tuple[str, str]]:
    """The text and type of each node in the group of s."""
    nodes = etree.fromstring(written.content).iter(f"{GPML}DataNode")
    return [(str(it.get("TextLabel")), str(it.get("Type"))) for it in nodes
            if it.get("GroupRef") == "s"]  # fmt: skip


def statuses(written: Written, field: str) -> set[Status]:
    """What fares otherwise than natively of the members of s, or of another field."""
    entries = written.account.entries
    return {it.status for it in entries if (it.id, it.field) == ("s", field)}


@pytest.mark.parametrize("name", ["gpml", "gpml2021"])
def test_a_complex_is_natively_a_member_of_a_set(name: str) -> None:
    sent = document('ab: {is: "A:B@pm"}, ac: {is: "A:C@pm", name: two}, s: {members: [ab, ac]}')
    written = format_named(name).module.write(sent)
    assert statuses(written, "members") == set()
    assert facts(format_named(name).module.read(written.content).pathway) == facts(sent)


def test_a_complex_in_a_set_is_one_node_with_its_text_and_identifier() -> None:
    identified = "identifiers: complexportal:CPX-1"
    written = write(document(f'ab: {{is: "A:B", {identified}}}, s: {{members: [ab]}}'))
    assert members(written) == [("A:B", "Complex")]
    assert b'<Xref Database="Complex Portal" ID="CPX-1" />' in written.content
    assert b'TextLabel="A:B" GroupId="ab"' in written.content
    assert not any((it.id, it.field) == ("ab", "identifiers") for it in written.account.entries)


def test_complexes_with_one_text_are_members_more_generally() -> None:
    sent = document('ab: {is: "A:B", name: x}, ac: {is: "A:C", name: x}, s: {members: [ab]}')
    written = write(sent)
    assert members(written) == [("x", "Complex")]
    assert statuses(written, "members") == {Status.COARSE}
    assert facts(read(written.content).pathway) == facts(sent)


def test_a_family_in_a_set_is_one_node() -> None:
    sent = document('fp: {is: "F{p}"}, s: {members: [fp]}')
    written = write(sent)
    assert members(written) == [("F", "Protein")]
    assert statuses(written, "members") == {Status.COARSE}
    assert facts(read(written.content).pathway) == facts(sent)


def test_a_set_is_drawn_where_its_members_are() -> None:
    sent = document('a1: {is: "A@pm"}, b1: {is: "B@pm"}, s: {members: [a1, b1]}')
    written = write(sent)
    assert members(written) == [("A", "Protein"), ("B", "Protein")]
    assert statuses(written, "members") == set()
    assert statuses(written, "compartment") == {Status.SUPPLIED}


def test_a_set_of_what_is_not_drawn_in_it_is_no_complex() -> None:
    written = write(document('a1: {is: "A@pm"}, b1: {is: "B@er"}, s: {members: [a1, b1]}'))
    [node_] = (it for it in etree.fromstring(written.content).iter(f"{GPML}DataNode")
               if it.get("GraphId") == "s")  # fmt: skip
    assert node_.get("Type") == "Unknown"


WHOLE = [
    node("b1c", "A", more='GroupRef="h"'),
    node("b2d", "B", more='GroupRef="h"'),
    group("h", label="AB"),
]


def forms(*elements: str) -> list[Form]:
    return [it.form for it in read(drawing(*elements, *WHOLE)).pathway.species]


def test_a_node_of_type_complex_stands_for_the_complex_with_its_text() -> None:
    alone = node("abc", "AB", type_="Complex", xref="Complex Portal CPX-1")
    [found] = read(drawing(alone, *WHOLE)).pathway.species
    assert (found.form, found.name) == (Form.COMPLEX, "AB")
    assert [it.id for it in found.identifiers] == ["complexportal:CPX-1"]
    assert len(read(drawing(alone, *WHOLE)).pathway.layout.boxes) == 4
    assert len(read_apart(drawing(alone, *WHOLE)).pathway.species) == 2


@pytest.mark.parametrize(
    "elements",
    [
        [node("abc", "AB")],
        [node("abc", "BA", type_="Complex")],
        [node("given", "AB", type_="Complex")],
        [node("abc", "AB", type_="Complex"), state("abc", "P")],
        [node("abc", "AB", type_="Complex"), line("x", "abc", "h", "mim-conversion")],
        [node("abc", "AB", type_="Complex"), shape("cell", (150, 150, 40, 40), component="Cell")],
    ],
    ids=["protein", "another text", "given id", "state", "joined by a line", "elsewhere"],
)
def test_another_node_is_a_species_of_its_own(elements: list[str]) -> None:
    assert sorted(forms(*elements)) == [Form.COMPLEX, Form.SINGLE]
