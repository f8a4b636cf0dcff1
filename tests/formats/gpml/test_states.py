"""What the text and the comments of a State tell, and how they are written again."""

import pytest
from lxml import etree
from tests.formats.gpml.samples import GPML, drawing, group, node, state

from pathport.formats import format_named
from pathport.formats.gpml.read import read
from pathport.formats.gpml.write import write
from pathport.model.facts import facts
from pathport.model.parts import Modification

SERINE = "mod:00046"
ANY_PHOSPHATE = "mod:00696"


def told(label: str, *comments: str) -> tuple[Modification, list[str], list[str]]:
    """What a State means, what of it is lost, and its comments once it is written again."""
    said = "</Comment><Comment>".join(comments)
    found = read(drawing(node("na", "A"), state("na", label, said, id_="p")))
    [species] = found.pathway.species
    [modification] = species.state.modifications
    lost = [it.sentence for it in found.findings if it.code == "GPM101"]
    content = write(found.pathway).content
    assert facts(read(content).pathway) == facts(found.pathway)
    written = etree.fromstring(content).iterfind(f"{GPML}State/{GPML}Comment")
    return modification, lost, [it.text or "" for it in written]


def test_a_comment_of_the_older_form_tells_the_site() -> None:
    found, lost, written = told("P", "parent=P49841; position=ser9; ptm=p; direction=u")
    assert found == Modification(kind=SERINE, residue="S", position=9)
    assert lost == []
    assert written == ["parentid=P49841; parentsymbol=A; position=ser9; ptm=p; direction=u"]


@pytest.mark.parametrize(("label", "count"), [("P", 1), ("PP", 2), ("pp", 2), ("PPP", 3)])
def test_phosphates_beside_each_other_are_no_proline(label: str, count: int) -> None:
    """``PP`` on MAPK1 was a phosphorylated proline, written again as ``position=pro``."""
    found, lost, written = told(label)
    assert found == Modification(kind=ANY_PHOSPHATE, count=count)
    assert (lost, written) == ([], [])


def test_phosphates_at_two_places_are_two() -> None:
    found, lost, written = told("PP", "position=thr185/tyr187; ptm=p")
    assert found == Modification(kind=ANY_PHOSPHATE, count=2)
    assert (lost, written) == ([], ["parentsymbol=A; position=thr185/tyr187; ptm=p"] * 2)
    assert told("PP", "position=ser10; ptm=p")[1]


@pytest.mark.parametrize("label", ["PE", "PI", "PA", "PN", "MeE", "P1", "P2"])
def test_what_no_residue_bears_is_a_text(label: str) -> None:
    assert told(label)[0] == Modification(word=label)


def test_a_residue_that_bears_it_is_told() -> None:
    assert told("pS")[0] == Modification(kind=SERINE, residue="S")
    assert told("P402")[0] == Modification(residue="P", position=402)


def test_a_proline_near_the_start_comes_back() -> None:
    assert told("?", "position=pro2")[0] == Modification(residue="P", position=2)


def test_molecules_that_differ_in_the_sites_that_are_told_of_are_one() -> None:
    """SRC without a State and SRC with a site of which more is told were two molecules."""
    twice = node("na", "SRC"), node("nb", "SRC"), node("nc", "SRC")
    sites = [f"position={it}; ptm=p; direction=u" for it in ("tyr419", "tyr530")]
    states = (
        state(it, "P", told, id_=f"s{it}") for it, told in zip(("nb", "nc"), sites, strict=True)
    )
    pathway = read(drawing(*twice, *states)).pathway
    [molecule] = pathway.molecules
    assert [it.position for it in molecule.sites] == [419, 530]
    assert len(pathway.species) == 3


def test_a_position_that_is_several_is_written_again() -> None:
    found, lost, written = told("P", "parentid=P49841; position=ser9/ser21; ptm=p")
    assert found == Modification(kind=ANY_PHOSPHATE)
    assert lost == []
    assert written == ["parentid=P49841; parentsymbol=A; position=ser9/ser21; ptm=p"]


def test_a_second_position_in_a_comment_is_written_again() -> None:
    found, lost, written = told("P", "position=ser727; position=tyr705; ptm=p")
    assert found == Modification(kind=ANY_PHOSPHATE)
    assert lost == []
    assert written == ["parentsymbol=A; position=ser727/tyr705; ptm=p"]


def test_a_field_ends_with_its_line() -> None:
    """``ptm=p`` before a line break was a kind of modification in two lines."""
    found, lost, written = told("P", "position=ser9; ptm=p\nSee Smith 2001")
    assert found == Modification(kind=SERINE, residue="S", position=9)
    assert lost == []
    assert written == ["parentsymbol=A; position=ser9; ptm=p", "See Smith 2001"]
    assert told("P", "position=ser9\nptm=p")[0] == found


def test_a_comment_is_read_in_any_case() -> None:
    found, lost, written = told("P", "Position=Ser9; PTM=P")
    assert found == Modification(kind=SERINE, residue="S", position=9)
    assert (lost, written) == ([], ["parentsymbol=A; position=ser9; ptm=p"])


@pytest.mark.parametrize(
    ("place", "code", "kind"),
    [
        ("lys4", "m1", "mod:00085"),
        ("lys4", "m2", "mod:00084"),
        ("lys4", "m3", "mod:00083"),
        ("lys4", "ac", "mod:00064"),
        ("lys4", "sm", "mod:01149"),
        ("lys4", "ub", "mod:01148"),
        ("lys4", "me", "mod:00663"),
        ("ser4", "gl", "mod:00805"),
        ("ser4", "ga", "mod:00563"),
    ],
)
def test_a_code_of_phosphositeplus_is_its_term(place: str, code: str, kind: str) -> None:
    assert told("?", f"position={place}; ptm={code}")[0].kind == kind


@pytest.mark.parametrize("label", ["S473", "Ub", "active"])
def test_a_text_that_its_comment_contradicts_is_named(label: str) -> None:
    found, lost, _ = told(label, "position=ser10; ptm=p")
    assert found == Modification(kind=SERINE, residue="S", position=10)
    assert lost == [f'lost in reading: the text "{label}", of which its comment says else']


@pytest.mark.parametrize("label", ["P", "S10", "pS10", "pS", "?"])
def test_a_text_that_says_the_same_or_less_is_not(label: str) -> None:
    assert told(label, "position=ser10; ptm=p")[1] == []


def test_what_a_comment_lacks_the_text_tells() -> None:
    found, lost, _ = told("S473", "ptm=p")
    assert found == Modification(kind=SERINE, residue="S", position=473)
    assert lost == []


def test_a_free_comment_is_written_as_it_stands() -> None:
    assert told("P", "seen in vitro")[2] == ["seen in vitro"]
    site = "parentsymbol=A; position=ser9; ptm=p"
    assert told("P", "seen in vitro", site, "and in vivo")[2] == [
        site,
        "seen in vitro",
        "and in vivo",
    ]


def test_a_second_comment_of_a_site_is_written_again() -> None:
    both = ["parentsymbol=A; position=ser9; ptm=p", "parentsymbol=A; position=ser21; ptm=p"]
    assert told("P", *both)[2] == both


@pytest.mark.parametrize("name", ["gpml", "gpml2021"])
@pytest.mark.parametrize("place", ["", 'GroupRef="g"'])
@pytest.mark.parametrize("entry", ["dbSNP rs1421085", "ClinVar 12345"])
def test_a_variant_is_written_with_its_entry(name: str, place: str, entry: str) -> None:
    """rs1421085 of WP3407 came back as an empty Xref, beside a record of it."""
    database, id_ = entry.split()
    told = f'<Xref Database="{database}" ID="{id_}"/>'
    drawn = state("na", "C risk allele").replace('<Xref Database="" ID=""/>', told)
    whole = [group("g")] if place else []
    found = read(drawing(node("na", "FTO", more=place), drawn, *whole)).pathway
    module = format_named(name).module
    written = module.write(found)
    assert {it.field for it in written.account.entries} & {"identifiers", "state.variant"} == set()
    [xref] = etree.fromstring(written.content).iterfind(".//{*}State/{*}Xref")
    assert id_ in xref.attrib.values()
    assert facts(module.read(written.content).pathway) == facts(found)


CITED_SITE = """pathport: 1
id: p
molecules: {A: {kind: protein, name: STAT3, sites: [{site: pY705, reference: "pubmed:1"}]}}
compartments: {cyt: {}, nuc: {}}
species: {s: {is: "A{pY705}@cyt"}, t: {is: "A{pY705}@nuc"}}
"""


@pytest.mark.parametrize(("removed", "left"), [(0, ["pubmed:1"]), (1, ["pubmed:1"]), (2, [])])
def test_the_reference_of_a_site_is_on_each_state_and_gone_with_the_last(
    removed: int, left: list[str]
) -> None:
    sent = format_named("yaml").module.read(CITED_SITE.encode()).pathway
    root = etree.fromstring(write(sent).content)
    cited = [*root.iterfind(f"{GPML}State/{GPML}BiopaxRef")]
    assert len(cited) == 2
    for it in cited[:removed]:
        it.getparent().remove(it)
    back = read(etree.tostring(root)).pathway
    assert [it.reference for one in back.molecules for it in one.sites] == left
