"""Lines on lines on lines: each means something, or is kept as drawing and named by its id."""

import pytest
from tests.formats.gpml.samples import drawing, line, node

from pathport.formats.gpml.read import read
from pathport.formats.gpml.write import write
from pathport.model.facts import facts

NODES = [node(it) for it in ("na", "nb", "nc", "nd", "ne")]
INHIBITION, CATALYSIS = "mim-inhibition", "mim-catalysis"


def test_controls_on_controls_are_as_deep_as_they_are_drawn() -> None:
    pathway = read(
        drawing(
            *NODES,
            line("x", "na", "nb", "mim-conversion", anchor="k"),
            line("c1", "nc", "k", CATALYSIS, anchor="k1"),
            line("c2", "nd", "k1", INHIBITION, anchor="k2"),
            line("c3", "ne", "k2", "TBar", anchor="k3"),
            line("c4", "na", "k3", "Arrow"),
        )
    ).pathway
    assert {it.id: it.target for it in pathway.controls} == {
        "c1": "x", "c2": "c1", "c3": "c2", "c4": "c3"
    }  # fmt: skip
    assert facts(read(write(pathway).content).pathway) == facts(pathway)


KEPT = {
    "a ring of two": (
        [
            line("x", "na", "ky", INHIBITION, anchor="kx"),
            line("y", "nc", "kx", INHIBITION, anchor="ky"),
        ],
        {"x", "y"},
    ),
    "a line on itself": ([line("x", "na", "kx", INHIBITION, anchor="kx")], {"x"}),
    "no head at a control": (
        [line("x", "na", "nb", INHIBITION, anchor="kx"), line("y", "nc", "kx")], {"y"}
    ),
    "the head of a process at a control": (
        [line("x", "na", "nb", INHIBITION, anchor="kx"), line("y", "nc", "kx", "mim-conversion")],
        {"y"},
    ),
    "a control on an association": (
        [line("x", "na", "nb", anchor="kx"), line("y", "nc", "kx", INHIBITION)], {"y"}
    ),
    "a process that inhibits": (
        [line("x", "na", "nb", "mim-conversion", anchor="kx"), line("y", "kx", "nc", INHIBITION)],
        {"y"},
    ),
    "a control on a line between two lines": (
        [
            line("x", "na", "nb", "mim-conversion", anchor="kx"),
            line("y", "nc", "nd", "mim-conversion", anchor="ky"),
            line("z", "kx", "ky", INHIBITION, anchor="kz"),
            line("w", "ne", "kz", INHIBITION),
        ],
        {"w", "z"},
    ),
    "a control on a control that starts nowhere": (
        [
            line("x", "na", "nb", "mim-conversion", anchor="kx"),
            line("y", "", "kx", INHIBITION, anchor="ky"),
            line("z", "nd", "ky", INHIBITION),
        ],
        {"y", "z"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "kept"), KEPT.values(), ids=KEPT.keys())
def test_a_line_that_means_nothing_where_it_ends_is_kept_and_named(
    lines: list[str], kept: set[str]
) -> None:
    found = read(drawing(*NODES, *lines))
    pathway = found.pathway
    named = {it.place.subject for it in found.findings if it.code == "GPM102"}
    assert named == {f"Interaction {it}" for it in kept}
    assert {it.id for it in pathway.layout.drawing} == kept
    meant = (*pathway.processes, *pathway.controls, *pathway.associations)
    assert len(meant) == len(lines) - len(kept)
    assert facts(read(write(pathway).content).pathway) == facts(pathway)
