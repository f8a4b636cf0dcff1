"""Examples shrink to what matters: nothing else stands beside what was looked for."""

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, find, settings

from pathport.model.facts import facts
from pathport.model.pathway import Pathway
from pathport.testing import pathways

SETTINGS = settings(
    max_examples=2_000,
    phases=(Phase.generate, Phase.shrink),
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)

Has = Callable[[Pathway], bool]


def controls_a_control(pathway: Pathway) -> bool:
    controls = {it.id for it in pathway.controls}
    return any(it.target in controls for it in pathway.controls)


def is_reversible(pathway: Pathway) -> bool:
    return any(it.reversible for it in pathway.processes)


@pytest.mark.parametrize(
    ("has", "most"),
    [
        (lambda pathway: bool(pathway.controls), 3),
        (controls_a_control, 6),
        (is_reversible, 3),
    ],
    ids=["control", "control on a control", "reversible"],
)
def test_what_is_found_is_small(has: Has, most: int) -> None:
    # What is made small can come to rest too early, as it is given up after some vain tries: that
    # of a dozen starts one leads to the end is asked.
    starts = (find(pathways(), has, settings=SETTINGS, random=Random(seed)) for seed in range(12))
    sizes = (len(facts(it)) for it in starts)
    assert any(size <= most for size in sizes)
