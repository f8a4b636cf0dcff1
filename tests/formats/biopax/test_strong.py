"""Things that lead to each other are in one group, and groups stand after where they lead."""

from hypothesis import given
from hypothesis import strategies as st

from pathport.formats.biopax.strong import strong_groups

NAMES = st.sampled_from("abcdefg")


def reached(arrows: dict[str, list[str]], start: str) -> set[str]:
    """All that arrows lead to from a start, itself included."""
    found, ahead = {start}, [start]
    for each in ahead:
        new = [it for it in dict.fromkeys(arrows[each]) if it in arrows and it not in found]
        found.update(new)
        ahead += new
    return found


def test_a_circle_is_one_group_and_stands_after_where_it_leads() -> None:
    arrows = {"a": ["b"], "b": ["a", "c"], "c": ["d"], "d": ["nothing"]}
    assert [sorted(group) for group in strong_groups(arrows)] == [["d"], ["c"], ["a", "b"]]


@given(st.dictionaries(NAMES, st.lists(NAMES, max_size=4)))
def test_groups_are_those_that_reach_each_other(arrows: dict[str, list[str]]) -> None:
    there = {start: reached(arrows, start) for start in arrows}
    groups = strong_groups(arrows)
    assert sorted(it for group in groups for it in group) == sorted(arrows)
    seen: set[str] = set()
    for group in groups:
        for each in group:
            assert set(group) == {it for it in there[each] if each in there[it]}
        seen.update(group)
        assert set().union(*(there[each] for each in group)) <= seen
