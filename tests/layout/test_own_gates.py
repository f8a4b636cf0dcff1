"""Joint sources are joined by a gate in the picture of a file whose format has none."""

from textwrap import dedent

import pytest

import pathport
from pathport.formats.yaml import read as read_document
from pathport.layout.picture import GlyphKind, LineRole

JOINT = """
    pathport: 1
    id: gate
    compartments: {cyt: {name: cytosol}}
    molecules: {A: {kind: protein}, B: {kind: protein}, C: {kind: protein}}
    processes:
      r1:
        is: C@cyt -> C{active}@cyt
        type: activation
        controls: [{by: A@cyt and B@cyt, effect: necessary stimulation}]
    """


@pytest.mark.parametrize("form", ["sbml", "gpml", "gpml2021", "celldesigner"])
def test_sources_that_act_together_meet_at_a_gate(form: str) -> None:
    """SBML and GPML draw a line for each; they were drawn as if each acted by itself."""
    pathway = read_document(dedent(JOINT).encode()).pathway
    words = {"layout": True} if form == "sbml" else {}
    written = pathport.write_bytes(pathway, form, **words)
    drawn = pathport.draw(pathport.read_shown(written.content, form)).picture
    gates = [it.id for it in drawn.glyphs if it.kind is GlyphKind.GATE]
    assert len(gates) == 1
    ends = [(it.role, it.start in gates, it.end in gates) for it in drawn.lines if it.effect]
    assert ends == [(LineRole.CONTROL, True, False)]
    assert sum(it.end in gates for it in drawn.lines) == 2


def test_a_gate_is_where_lines_go_on_together() -> None:
    pathway = pathport.placed(read_document(dedent(JOINT).encode()).pathway)
    sent = pathport.write_bytes(pathway, "sbml").content
    (stem,) = (it for it in pathway.layout.ways if it.bends and not it.start and not it.end)
    drawn = pathport.draw(pathport.read_shown(sent, "sbml")).picture
    (gate,) = (it for it in drawn.glyphs if it.kind is GlyphKind.GATE)
    middle = gate.x + gate.width / 2, gate.y + gate.height / 2
    assert middle == pytest.approx((stem.bends[0].x, stem.bends[0].y), abs=1)
