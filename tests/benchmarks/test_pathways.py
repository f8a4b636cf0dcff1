"""The pathways that are measured: as many processes as asked for, sound, the same every time."""

import pytest
from benchmarks.pathways import signalling

from pathport.model.check import check
from pathport.model.pathway import CONSTRUCTS

SIZE = 100


@pytest.mark.parametrize("processes", [0, 1, 11, 12, 13, SIZE])
def test_there_are_as_many_processes_as_asked_for(processes: int) -> None:
    assert len(signalling(processes).processes) == processes


def test_there_is_nothing_wrong_with_a_pathway_and_all_constructs_are_in_it() -> None:
    pathway = signalling(SIZE)
    assert check(pathway) == []
    assert {construct for construct, _ in pathway.things()} == CONSTRUCTS.keys()


def test_the_same_seed_gives_the_same_pathway() -> None:
    assert signalling(SIZE) == signalling(SIZE)
    assert signalling(SIZE) != signalling(SIZE, seed=2)
