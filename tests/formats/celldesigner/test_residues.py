"""Which residue of which box is in which state, by its place: what is read, and what comes out."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.formats.celldesigner.census import SPACES, counted, placed_states, told
from tests.formats.celldesigner.sketches import (
    alias,
    complex_alias,
    diagram,
    included,
    listed,
    modified,
    residue,
    species,
    spelled,
    template,
)

from pathport.findings import Severity
from pathport.formats.celldesigner import read, validate, write
from pathport.model.facts import facts
from pathport.model.layout import Layout

Told = list[tuple[str, str]]
"""The residues of a species, each with its state."""

NAMES = ("", "", "", "", "S10", "Ser10", "Lys", "T-loop", "T loop", "rs2", "p", "β")
KNOWN = ("phosphorylated", "phosphorylated", "acetylated", "empty", "don't care", "unknown")
ODD = ("", "SUMO", "P", "active")
"""States that CellDesigner does not have."""
MOST = 4


@st.composite
def residues(draw: st.DrawFn) -> dict[str, str]:
    """The residues of a protein, by id: with names and without, each at an angle of its own."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=MOST))
    angles = draw(st.permutations([round(0.3 + 1.45 * n, 2) for n in range(MOST)]))
    ids = draw(st.permutations([f"rs{n}" for n in range(1, MOST + 1)]))
    told = zip(ids, names, angles, strict=False)
    return {id_: residue(id_, name, angle) for id_, name, angle in told}


def in_one_state(ids: list[str]) -> st.SearchStrategy[Told]:
    """Some of these residues, each in a state that CellDesigner has."""
    states = st.dictionaries(st.sampled_from(ids), st.sampled_from(KNOWN), max_size=MOST)
    return states.map(lambda it: [*it.items()])


def in_any_state(ids: list[str]) -> st.SearchStrategy[Told]:
    """Some of these residues, or ones that are not there, in whatever states, be it in two."""
    item = st.tuples(st.sampled_from([*ids, "rs99"]), st.sampled_from(KNOWN + ODD))
    return st.lists(item, max_size=MOST)


@st.composite
def diagrams(
    draw: st.DrawFn, told: Callable[[list[str]], st.SearchStrategy[Told]], *, fewest: int = 1
) -> bytes:
    """Two proteins, and species and parts of complexes that are these, in at least so many boxes;
    each protein is in one.
    """
    proteins = {id_: draw(residues()) for id_ in ("pr1", "pr2")}
    species_, inner = (
        [],
        [template(id_, residues="".join(it.values())) for id_, it in proteins.items()],
    )

    def state(of: str) -> str:
        items = (
            f'<c:modification residue="{id_}" state="{word}"/>'
            for id_, word in draw(told([*proteins[of]]))
        )
        several = draw(st.sampled_from(["", "", "<c:homodimer>2</c:homodimer>"]))
        return several + listed("listOfModifications", items)

    for of in proteins if not fewest else ():
        species_.append(species(f"of_{of}", of=of))
        inner.append(alias(f"a_of_{of}", f"of_{of}"))
    for n in range(draw(st.integers(1, MOST))):
        of = draw(st.sampled_from(["pr1", "pr1", "pr2"]))
        species_.append(species(f"s{n}", of=of, state=state(of)))
        boxes = draw(st.integers(fewest, 2))
        inner += [alias(f"sa{n}{box}", f"s{n}", (100.0 * n, 60.0 * box)) for box in range(boxes)]
    for n in range(draw(st.integers(0, 2))):
        species_.append(species(f"c{n}", "COMPLEX", "X", name="X"))
        inner.append(complex_alias(f"csa{n}", f"c{n}", (200.0 * n, 200.0)))
        for part in range(draw(st.integers(1, 2))):
            of, id_ = draw(st.sampled_from(["pr1", "pr2"])), f"c{n}p{part}"
            inner.append(included(id_, f"c{n}", "PROTEIN", of, state=state(of)))
            inner.append(alias(f"a_{id_}", id_, (200.0 * n, 210.0 + 40 * part), inside=f"csa{n}"))
    return diagram(*species_, model=inner)


def census(content: bytes) -> dict[str, Counter[Any]]:
    """By box or species, the residues that it shows in a state: each by its place."""
    root = etree.fromstring(content)
    found: dict[str, Counter[Any]] = defaultdict(Counter)
    for alias_, place, state in counted(root)["residues drawn in state"].elements():
        found[alias_][place, state] += 1
    for it in root.iterfind("{*}model/{*}listOfSpecies/{*}species"):
        found[it.get("id")] += Counter(placed_states(it, partial(root.xpath, namespaces=SPACES)))
    return found


def wrong_in(content: bytes) -> list[str]:
    return [it.sentence for it in validate(content) if it.severity is Severity.ERROR]


def drawn(names: Mapping[str, str], *states: Told) -> bytes:
    """A file of species of one protein, each in a box, with these states of its residues."""
    told = (
        listed(
            "listOfModifications",
            (f'<c:modification residue="{id_}" state="{it}"/>' for id_, it in state),
        )
        for state in states
    )
    residues_ = "".join(residue(id_, name, 0.5 + n) for n, (id_, name) in enumerate(names.items()))
    return diagram(
        *(species(f"s{n}", state=it) for n, it in enumerate(told)),
        model=(
            template("pr1", residues=residues_),
            *(alias(f"sa{n}", f"s{n}", (100.0 * n, 0.0)) for n in range(len(states))),
        ),
    )


P, AC = "phosphorylated", "acetylated"
NAMELESS = {f"rs{n}": "" for n in range(1, 5)}


@pytest.mark.parametrize(
    ("states", "counts"),
    [
        ([[("rs1", P), ("rs3", P), ("rs4", P)], [("rs1", P), ("rs4", P)]], True),
        ([[], [("rs2", P)], [("rs1", P), ("rs2", P)]], True),
        ([[("rs3", P)], [("rs2", P), ("rs3", P)], [("rs1", P), ("rs2", P), ("rs3", P)]], True),
        ([[("rs1", AC), ("rs2", P)], [("rs1", AC)]], False),
        ([[("rs2", AC), ("rs1", P)], [("rs1", P), ("rs2", AC), ("rs3", AC)]], True),
        ([[("rs1", P), ("rs2", P)], [("rs3", P)]], False),
        ([[("rs1", "empty"), ("rs2", "empty")]], False),
        ([[("rs1", P), ("rs1", P)]], False),
    ],
)
def test_residues_without_names_stay_in_their_states_where_they_are(
    states: list[Told], counts: bool
) -> None:
    """In a map of the corpus the state of one went to another, at another angle."""
    content = drawn(NAMELESS, *states)
    pathway = read(content).pathway
    assert (pathway.molecules[0].site_sets == ()) is counts
    written = write(pathway)
    assert not written.account.lost
    shown, again = census(content), census(written.content)
    assert {key: set(it) for key, it in shown.items()} == {
        key: set(it) for key, it in again.items()
    }


@pytest.mark.parametrize("name", ["T-loop", "S10", "Lys", ""])
def test_a_residue_in_two_states_is_read_in_both_and_written_in_one(name: str) -> None:
    """A file with the residue twice was refused, or a residue of the same name was made up."""
    content = drawn({"rs1": name}, [("rs1", P), ("rs1", AC)], [("rs1", P)])
    pathway = read(content).pathway
    assert (
        told(pathway)["residues drawn in state"]
        == counted(etree.fromstring(content))["residues drawn in state"]
    )
    written = write(pathway)
    assert wrong_in(written.content) == []
    assert not written.account.lost
    assert facts(read(written.content).pathway) == facts(pathway)
    root = etree.fromstring(written.content)
    assert len(root.findall(".//{*}modificationResidue")) == 1
    assert [len(it.findall(".//{*}modification")) for it in root.iterfind(".//{*}species")] == [
        1,
        1,
    ]


def test_a_residue_in_a_state_that_no_box_shows_stays_where_it_is() -> None:
    hidden = species("s9", state=modified(rs1=P))
    boxed = drawn({"rs1": "S10", "rs2": ""}, [])
    content = boxed.replace(b"</listOfSpecies>", spelled(hidden) + b"</listOfSpecies>")
    written = write(read(content).pathway).content
    assert census(written)["s9"] == census(content)["s9"]


@settings(max_examples=80)
@given(diagrams(in_one_state))
def test_each_residue_stays_in_its_state_where_it_is(content: bytes) -> None:
    pathway = read(content).pathway
    there = counted(etree.fromstring(content))
    for kind in ("residues in state", "residues drawn in state"):
        assert told(pathway)[kind] == there[kind]
    written = write(pathway).content
    assert census(written) == census(content)
    assert wrong_in(written) == []
    assert facts(read(written).pathway) == facts(pathway)


@settings(max_examples=50)
@given(diagrams(in_one_state, fewest=0))
def test_residues_of_what_no_box_shows_stay_where_they_are(content: bytes) -> None:
    pathway = read(content).pathway
    written = write(pathway).content
    shown, again = census(content), census(written)
    assert {key: again[key] for key in shown} == shown
    assert facts(read(written).pathway) == facts(pathway)


@settings(max_examples=50)
@given(diagrams(in_one_state))
def test_without_a_layout_as_many_residues_are_in_each_state(content: bytes) -> None:
    pathway = msgspec.structs.replace(read(content).pathway, layout=Layout())
    written = write(pathway).content
    there, again = (counted(etree.fromstring(it)) for it in (content, written))
    assert again["residues in state"] == there["residues in state"]
    assert wrong_in(written) == []


@settings(max_examples=80)
@given(diagrams(in_any_state))
def test_whatever_states_are_told_each_residue_is_written_in_one(content: bytes) -> None:
    """In one of those that it is told to be in; what CellDesigner does not have is unknown."""
    found = read(content)
    assert "FID005" not in {it.code for it in found.findings}
    written = write(found.pathway).content
    assert wrong_in(written) == []
    assert facts(read(written).pathway) == facts(found.pathway)
    again = census(written)
    for shown, there in census(content).items():
        told_at: dict[object, set[str]] = defaultdict(set)
        for place, state in there:
            if state:
                told_at[place].add("unknown" if state in ODD else state)
        for place, states in told_at.items():
            kept = [state for at, state in again[shown].elements() if at == place]
            assert len(kept) == 1
            assert states.issuperset(kept)
