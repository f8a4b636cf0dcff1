"""A systematic name is read back as it was spelled, whatever molecules are called."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from pathport.formats.sbml.titles import LONGEST, Part, displayed, parsed, spelled
from pathport.model.enumerations import Activity
from pathport.model.parts import Fragment, Modification, State

PS = Modification(kind="mod:00046", residue="S", position=346)
PY = Modification(kind="mod:00048", residue="Y", position=705)

CASES = {
    "CXCR4": Part(name="CXCR4"),
    "PI(4,5)P2": Part(name="PI(4,5)P2"),
    "2-AG": Part(name="2-AG"),
    "CXCR4{pS346}": Part(name="CXCR4", state=State(modifications=(PS,))),
    "2*STAT3{pY705}": Part(
        parts=(Part(name="STAT3", state=State(modifications=(PY,)), count=2),),
    ),
    "(A:B):GDP": Part(parts=(Part(parts=(Part(name="A"), Part(name="B"))), Part(name="GDP"))),
    "(A:B){active}": Part(
        parts=(Part(name="A"), Part(name="B")), state=State(activity=Activity.ACTIVE)
    ),
    "(A)": Part(parts=(Part(name="A"),)),
    "()": Part(),
    '"A:B"': Part(name="A:B"),
    '"2*A":B': Part(parts=(Part(name="2*A"), Part(name="B"))),
    '"(S)-x"': Part(name="(S)-x"),
    '" x"': Part(name=" x"),
    'A{variant("}{")}': Part(name="A", state=State(variant="}{")),
}

names = st.text(min_size=1, max_size=12) | st.sampled_from(
    ["A", "a b", "A:B", "2*A", "(", ")", "((a)", "PI(3,4)P2", '"', "{p}", "A{p}", " ", "\r\n", "0"]
)
states = st.builds(
    State,
    modifications=st.lists(st.sampled_from([PS, PY, Modification(site_set="loop")])).map(tuple),
    activity=st.none() | st.sampled_from(Activity),
    variant=st.none() | names,
    fragment=st.none() | st.just(Fragment(begin=3)),
)
counts = st.integers(1, 3)
leaves = st.builds(Part, name=names, state=states, count=counts)
groups = st.recursive(
    leaves,
    lambda inner: st.builds(
        Part, parts=st.lists(inner, max_size=3).map(tuple), state=states, count=counts
    ),
    max_leaves=6,
)
titles = st.builds(Part, name=names, state=states) | st.builds(
    Part, parts=st.lists(groups, max_size=3).map(tuple), state=states
)


@pytest.mark.parametrize("text", CASES)
def test_a_title_says(text: str) -> None:
    assert parsed(text) == CASES[text]
    assert spelled(CASES[text]) == text


@given(titles)
def test_a_title_is_read_back(title: Part) -> None:
    assert parsed(spelled(title)) == title


@given(st.text(alphabet='A2*:(){}",p\\ Y7', max_size=15))
def test_what_is_read_is_spelled_the_same(text: str) -> None:
    title = parsed(text)
    assert title is None or spelled(title) == text


@pytest.mark.parametrize("text", ["", "A{", "A{x", ":A", "A:", "(A", "A)", "1*A", "02*A", "A{,}"])
def test_no_title(text: str) -> None:
    assert parsed(text) is None


def test_people_see_names_without_quotes() -> None:
    assert displayed(Part(parts=(Part(name="A:B"), Part(name="C", count=2)))) == "A:B:2*C"


def test_leaves_are_counted_through_brackets() -> None:
    title = parsed("2*(A:3*B):C")
    assert title is not None
    assert [(leaf.name, n) for leaf, n in title.leaves()] == [("A", 2), ("B", 6), ("C", 1)]


def test_a_long_title_takes_linear_time() -> None:
    title = parsed(":".join("AB" for _ in range(LONGEST // 3)))
    assert title is not None
    assert len(title.parts) == LONGEST // 3


@pytest.mark.parametrize("text", ["(" * LONGEST, "(" * 300 + "A" + ")" * 300, "A" * (LONGEST + 1)])
def test_a_hostile_text_is_no_title(text: str) -> None:
    assert parsed(text) is None
