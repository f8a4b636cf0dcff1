"""Alike residues get numbers that all that is said of them allows, or none."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathport.formats.celldesigner.numbering import Group, alike_in, numbered
from pathport.model.parts import Modification, State

GROUPS = st.lists(
    st.builds(
        lambda ids, first, count: Group(sorted(ids), range(first, first + count)),
        st.sets(st.sampled_from("abcd"), min_size=1),
        st.integers(0, 3),
        st.integers(1, 4),
    ),
    max_size=4,
)


@pytest.mark.parametrize(
    ("groups", "numbers"),
    [
        ([], {}),
        ([("a", 0, 1)], {"a": 0}),
        ([("abc", 0, 3), ("ac", 0, 2)], {"a": 0, "c": 1, "b": 2}),
        ([("abc", 0, 3), ("c", 0, 1)], {"c": 0, "a": 1, "b": 2}),
        ([("ab", 0, 1)], None),
        ([("a", 0, 1), ("a", 1, 1)], None),
        ([("b", 5, 1), ("a", 2, 1)], {"a": 2, "b": 5}),
    ],
)
def test_numbers(groups: list[tuple[str, int, int]], numbers: dict[str, int] | None) -> None:
    told = [Group(ids, range(first, first + count)) for ids, first, count in groups]
    assert numbered(told) == numbers


@given(GROUPS)
def test_numbers_are_found_exactly_where_there_are_some(groups: list[Group]) -> None:
    ids = sorted({id_ for it in groups for id_ in it.residues})

    def is_right(numbers: dict[str, int]) -> bool:
        return all(numbers[id_] in it.numbers for it in groups for id_ in it.residues)

    found = numbered(groups)
    every = (dict(zip(ids, it, strict=False)) for it in permutations(range(7), len(ids)))
    assert (found is not None) is any(map(is_right, every))
    if found is not None:
        assert sorted(found) == ids
        assert len(set(found.values())) == len(ids)
        assert is_right(dict(found))


def test_what_a_state_says_of_alike_residues() -> None:
    state = State(
        modifications=(
            Modification(kind="mod:00696", count=2),
            Modification(kind="mod:02078"),
            Modification(kind="mod:00046", residue="S", position=10),
            Modification(kind="mod:00647", residue="S", position=10),
            Modification(site_set="T_loop"),
        )
    )
    assert sorted((it.label, it.numbers.start, it.numbers.stop) for it in alike_in(state)) == [
        ("", 0, 2),
        ("", 2, 3),
        ("S10", 0, 1),
        ("S10", 0, 1),
    ]
