"""What controls act on in the end, and in which order they are drawn."""

import pytest

from pathport.layout.targets import by_target, final_target
from pathport.model.enumerations import Effect
from pathport.model.parts import Gate
from pathport.model.things import Control

TARGETS = {"a": "process", "b": "a", "c": "b", "x": "y", "y": "x", "z": "x", "open": None}


@pytest.mark.parametrize(
    ("control", "target"),
    [("a", "process"), ("c", "process"), ("x", None), ("z", None), ("open", None), ("no", "no")],
)
def test_a_control_acts_in_the_end_on_what_its_targets_act_on(
    control: str, target: str | None
) -> None:
    assert final_target(control, TARGETS) == target


def test_a_control_comes_after_what_it_acts_on() -> None:
    controls = [
        Control(id=id_, target=target, effect=Effect.STIMULATION, sources=Gate(inputs=("S",)))
        for id_, target in reversed(TARGETS.items())
    ]
    order = [it.id for it in by_target(controls)]
    assert sorted(order) == sorted(TARGETS)
    assert order.index("a") < order.index("b") < order.index("c")


def test_a_long_chain_is_in_order() -> None:
    """More controls on controls than Python has calls within calls: a picture ended in those."""
    targets = [*(f"c{n}" for n in range(1, 3_000)), "S"]
    controls = [
        Control(id=f"c{n}", target=target, effect=Effect.STIMULATION, sources=Gate(inputs=("S",)))
        for n, target in enumerate(targets)
    ]
    assert by_target(controls) == controls[::-1]
    assert final_target("c0", {it.id: it.target for it in controls}) == "S"
