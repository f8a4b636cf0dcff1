"""Members of sets that are groups themselves: each a node in the set, beside its group."""

import pytest
from lxml import etree
from tests.formats.gpml.samples import GPML, drawing, group, line, node, shape, state
from tests.laws.strip import strip

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
    assert forms(node("given", "AB", type_="Complex")) == [Form.COMPLEX]


def test_complexes_of_one_text_and_other_parts_have_no_node_that_stands_for_them() -> None:
    other = node("c1e", "A", more='GroupRef="k"'), group("k", label="AB")
    alone = node("abc", "AB", type_="Complex")
    assert sorted(forms(alone, *other)) == [Form.COMPLEX, Form.COMPLEX, Form.SINGLE]


@pytest.mark.parametrize(
    "elements",
    [
        [node("abc", "AB")],
        [node("abc", "BA", type_="Complex")],
        [node("abc", "AB", type_="Complex"), state("abc", "P")],
        [node("abc", "AB", type_="Complex"), line("x", "abc", "h", "mim-conversion")],
        [node("abc", "AB", type_="Complex"), shape("cell", (150, 150, 40, 40), component="Cell")],
    ],
    ids=["protein", "another text", "state", "joined by a line", "elsewhere"],
)
def test_another_node_is_a_species_of_its_own(elements: list[str]) -> None:
    assert sorted(forms(*elements)) == [Form.COMPLEX, Form.SINGLE]


# Families whose members have sites of their own

LOOP = """pathport: 1
id: p
molecules:
  F:
    kind: family
    name: AKT
    members: [K1, K2]
    site_sets: {loop: {sites: {K1: {site: pT308, reference: "pubmed:1"}, K2: pT309}}}
  K1: {kind: protein, name: AKT1}
  K2: {kind: protein, name: AKT2}
species: {s: {is: "F{loop}"}}
"""


@pytest.mark.parametrize("name", ["gpml", "gpml2021"])
def test_each_member_of_a_family_has_its_own_site_on_its_node(name: str) -> None:
    """The sites of AKT1 and AKT2 were one P without a place on both."""
    module = format_named(name).module
    sent = format_named("yaml").module.read(LOOP.encode()).pathway
    written = module.write(sent)
    comments = [
        it.text for it in etree.fromstring(written.content).iterfind(".//{*}State/{*}Comment")
    ]
    assert comments == [
        "parentsymbol=AKT1; position=thr308; ptm=p", "parentsymbol=AKT2; position=thr309; ptm=p"
    ]  # fmt: skip
    native = module.read(strip(written.content)).pathway
    [family] = [it for it in native.molecules if it.site_sets]
    [known] = family.site_sets
    assert (family.name, known.name) == ("AKT", "pT308_pT309")
    labels = {it.id: it.name for it in native.molecules}
    told = {(labels[it.molecule or ""], it.position, it.reference) for it in known.sites}
    assert told == {("AKT1", 308, "pubmed:1"), ("AKT2", 309, None)}
    assert facts(module.read(written.content).pathway) == facts(sent)


def akts(*sites: str, names: tuple[str, ...] = ("AKT1", "AKT2")) -> Pathway:
    places = {"b1c": names[0], "b2d": names[1]}
    nodes = [node(it, label, more='GroupRef="h"') for it, label in places.items()]
    states = [
        state(it, *site.split(" ", 1)) for it, site in zip(places, sites, strict=False) if site
    ]
    return read(drawing(*nodes, *states, group("h", "Group", label="AKT"))).pathway


def test_members_that_differ_in_more_than_places_are_a_set() -> None:
    sites = "P position=thr308; ptm=p", "P position=thr309; ptm=p"
    assert [it.form for it in akts(*sites).species] == [Form.SINGLE]
    assert [it.form for it in akts("P", "P").species] == [Form.SINGLE]
    for other in ("", "Ub", "Ac position=lys9; ptm=ac", "active"):
        assert Form.SET in {it.form for it in akts(sites[0], other).species}
    assert Form.SET in {it.form for it in akts(*sites, names=("AKT1", "AKT1")).species}


def test_a_set_of_sites_that_has_no_plain_name_gets_one() -> None:
    sites = "P", "P position=thr309; ptm=p"
    pathway = akts(*sites)
    [known] = [found for it in pathway.molecules for found in it.site_sets]
    assert known.name.startswith("sites_")
    assert {it.position for it in known.sites} == {None, 309}
    assert facts(read(write(pathway).content).pathway) == facts(pathway)
