"""Pathways whose controls have gates of gates, on processes, species and other controls."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import hypothesis.strategies as st
from hypothesis.strategies import DrawFn

from pathport.layout.picture import UNKNOWN_LOGIC, GlyphKind, Picture
from pathport.model.builder import Builder
from pathport.model.parts import Gate
from pathport.model.pathway import Pathway

__all__ = ["drawn_gates", "gated_pathways", "told_gates"]

SPECIES = ("A@cyt", "B@cyt", "C@cyt", "D@cyt")
LEAVES = st.sampled_from(SPECIES) | st.sampled_from(SPECIES).map("not {}".format)
GATES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, min_size=2, max_size=3).map(lambda it: f"({' and '.join(it)})")
        | st.lists(inner, min_size=2, max_size=3).map(lambda it: f"({' or '.join(it)})")
        | inner.map("not ({})".format)
    ),
    max_leaves=5,
)
PROCESSES = ("S@cyt -> S{p}@cyt", "0 -> S@cyt", "S@cyt -> 0", "A@cyt + S@cyt -> A:S@cyt")
EFFECTS = ("stimulation", "inhibition", "catalysis")


@st.composite
def gated_pathways(draw: DrawFn) -> Pathway:
    """A few processes, and a few controls of these, of species and of each other."""
    builder = Builder("gated")
    builder.compartment("cyt", name="cytosol")
    for name in ("A", "B", "C", "D", "S"):
        builder.protein(name)
    builder.molecule("ph", kind="phenotype")
    processes = draw(st.lists(st.sampled_from(PROCESSES), min_size=1, max_size=3, unique=True))
    targets: list[Any] = [builder.process(it, id=f"p{n}") for n, it in enumerate(processes)]
    for number in range(draw(st.integers(1, 4))):
        gate, effect = draw(GATES), draw(st.sampled_from(EFFECTS))
        if draw(st.booleans()):
            on = draw(st.sampled_from(("ph@cyt", *SPECIES)))
            targets.append(builder.influence(on, by=gate, effect=effect, id=f"k{number}"))
        else:
            of = draw(st.sampled_from(targets))
            targets.append(builder.control(of, by=gate, effect=effect, id=f"k{number}"))
    return builder.pathway()


def told_gates(pathway: Pathway) -> Counter[tuple[str, str]]:
    """By control, the logic of each of its gates, and how often it has one."""
    return Counter((it.id, logic) for it in pathway.controls for logic in _logics(it.sources))


def _logics(gate: Gate) -> Iterator[str]:
    if any(gate.species()) and not gate.is_alone:
        yield gate.logic
        for inner in gate.gates:
            yield from _logics(inner)


def drawn_gates(picture: Picture) -> Counter[tuple[str, str]]:
    """The same of the glyphs of a picture; where no logic is known, none is told."""
    gates = (it for it in picture.glyphs if it.kind is GlyphKind.GATE)
    return Counter((it.thing, it.type) for it in gates if it.type != UNKNOWN_LOGIC)
