"""Joint sources are joined by gates in the picture of a file, also of a format that has none."""

from itertools import combinations
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings
from tests.laws.cases import every_format
from tests.laws.strip import strip
from tests.layout.gated import drawn_gates, gated_pathways, told_gates

import pathport
from pathport.formats import Format
from pathport.formats.yaml import read as read_document
from pathport.layout.geometry import Rect, overlap
from pathport.layout.picture import GlyphKind, LineRole, Picture
from pathport.model.pathway import Pathway

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


FORMS = ("sbml", "gpml", "gpml2021", "celldesigner", "cx2")
"""What tells places."""


def written(pathway: Pathway, form: str) -> bytes:
    words = {"layout": True} if form == "sbml" else {}
    return pathport.write_bytes(pathway, form, **words).content


@every_format
@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(pathway=gated_pathways())
def test_a_picture_has_all_gates_of_what_is_read(fmt: Format, pathway: Pathway) -> None:
    """Only the outermost was drawn, and of ``not A`` none: the picture said the contrary."""
    sent = written(pathway, fmt.name)
    for content in (sent, strip(sent)):
        found = pathport.read_shown(content, fmt.name)
        drawing = pathport.draw(found)
        left = {it.place.subject for it in drawing.findings if it.code == "DRAW009" and it.place}
        told = {key: n for key, n in told_gates(found).items() if f"control {key[0]}" not in left}
        assert drawn_gates(drawing.picture) == told


def drawn(by: str, on: str, form: str, *, stripped: bool = False) -> Picture:
    """The picture of a file in which this acts on a process (``r``) or a species."""
    target = "of: r" if on == "r" else f"on: {on}"
    text = f"""
    pathport: 1
    id: gates
    compartments: {{cyt: {{name: cytosol}}}}
    molecules: {{A: {{kind: protein}}, B: {{kind: protein}}, C: {{kind: protein}},
        S: {{kind: protein}}, ph: {{kind: phenotype}}}}
    processes: {{r: {{is: "S@cyt -> S{{p}}@cyt"}}}}
    {"controls" if on == "r" else "influences"}:
        k: {{{target}, by: "{by}", effect: stimulation}}
    """
    sent = written(read_document(dedent(text).encode()).pathway, form)
    return pathport.draw(pathport.read_shown(strip(sent) if stripped else sent, form)).picture


def ends(picture: Picture) -> set[tuple[str, str]]:
    """What the lines of the control join: its gates by their logic, all else by its id."""
    names = {it.id: it.type if it.thing == "k" else it.thing for it in picture.glyphs}
    lines = (it for it in picture.lines if it.of == "k")
    return {(names[it.start], names[it.end]) for it in lines}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("on", "target"), [("r", "r"), ("ph@cyt", "ph_cyt")])
def test_not_is_before_what_joins_it(form: str, on: str, target: str) -> None:
    """A reader saw ``A and B`` for ``A and not B``."""
    found = ends(drawn("A@cyt and not B@cyt", on, form))
    assert found == {("A_cyt", "and"), ("B_cyt", "not"), ("not", "and"), ("and", target)}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("on", "target"), [("r", "r"), ("ph@cyt", "ph_cyt")])
def test_the_absence_of_one_has_a_gate(form: str, on: str, target: str) -> None:
    """It was a line without gate or head, which ran on to the middle of a box."""
    picture = drawn("not A@cyt", on, form)
    assert ends(picture) == {("A_cyt", "not"), ("not", target)}
    (end,) = (it.points[-1] for it in picture.lines if it.of == "k" and it.effect)
    assert not any(holds(it, end) for it in boxes(picture))


def test_so_it_is_without_records() -> None:
    """As in any map of CellDesigner with a gate of type NOT."""
    picture = drawn("not A@cyt", "ph@cyt", "celldesigner", stripped=True)
    (gate,) = (it for it in picture.glyphs if it.kind is GlyphKind.GATE)
    (head,) = (it for it in picture.lines if it.effect == "stimulation")
    assert (gate.type, head.start) == ("not", gate.id)


@pytest.mark.parametrize("form", FORMS)
def test_gates_lie_on_nothing_else(form: str) -> None:
    picture = drawn("not A@cyt and not B@cyt and not C@cyt", "r", form)
    gates = boxes(picture, GlyphKind.GATE)
    assert len(gates) == 4
    alone = (*gates, *boxes(picture, GlyphKind.SPECIES, GlyphKind.PROCESS))
    assert not any(overlap(one, other) for one, other in combinations(alone, 2))


def boxes(picture: Picture, *kinds: GlyphKind) -> list[Rect]:
    wanted = kinds or (GlyphKind.SPECIES, GlyphKind.PROCESS)
    found = (it for it in picture.glyphs if it.kind in wanted)
    return [Rect(it.x, it.y, it.width, it.height) for it in found]


def holds(rect: Rect, point: tuple[float, float]) -> bool:
    x, y = point
    inset = 1.0
    across = rect.x + inset < x < rect.x + rect.width - inset
    return across and rect.y + inset < y < rect.y + rect.height - inset
