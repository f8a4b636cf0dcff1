"""No box stands alone of a species that has another: what is made is made for a line."""

import math
from collections import defaultdict
from itertools import pairwise
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from tests.layout.gated import gated_pathways

from pathport.formats.celldesigner import read, write
from pathport.formats.celldesigner.read import read_native
from pathport.formats.celldesigner.terms import CELLDESIGNER
from pathport.formats.yaml import read as read_document
from pathport.model.layout import Point
from pathport.model.pathway import Pathway

FALLEN_APART = """
    pathport: 1
    id: m3
    molecules: {A: {kind: protein}, B: {kind: protein}, C: {kind: protein}, D: {kind: protein},
        ph: {kind: phenotype}}
    influences:
      J1: {on: ph, by: "A and B and C and D", effect: stimulation}
      J2: {on: D, by: "A or B", effect: inhibition}
      J3: {on: C, by: "A and not B", effect: stimulation}
      J4: {on: B, by: "not A or not C", effect: inhibition}
    """
"""J3 and J4 are two reactions each, of which each began at the nearest box."""
OPEN = """
    pathport: 1
    id: open
    molecules: {A: {kind: protein}, B: {kind: protein}, C: {kind: protein}}
    processes:
      r: {is: "B -> 0", controls: {by: A, effect: catalysis}}
      s: {is: "0 -> C", controls: {by: A, effect: catalysis}}
      t: {is: "B -> C", controls: {by: A, effect: catalysis}}
    """
"""What acts on a process with an empty side began at the nearest box, too."""
CARRIED = """
    pathport: 1
    id: carried
    molecules: {A: {kind: protein}, B: {kind: protein}, C: {kind: protein}}
    processes:
      r: {is: "B -> C", controls: {id: k, by: A, effect: catalysis}}
      s: {is: "C -> B", controls: {by: A, effect: catalysis}}
    controls:
      l: {of: k, by: A, effect: inhibition}
    """
"""A control of the control of a process has no line in CellDesigner."""


def of(text: str) -> Pathway:
    return read_document(dedent(text).encode()).pathway


def alone(content: bytes) -> dict[str, set[str]]:
    """By species, its boxes at which no line ends, where lines end at others of it."""
    tree = etree.fromstring(content)
    boxes: dict[str, set[str]] = defaultdict(set)
    inside = {}
    for name in ("speciesAlias", "complexSpeciesAlias"):
        for it in tree.iter(f"{{{CELLDESIGNER}}}{name}"):
            inside[it.get("id", "")] = it.get("complexSpeciesAlias")
            if not inside[it.get("id", "")]:
                boxes[it.get("species", "")].add(it.get("id", ""))
    used: set[str | None] = set()
    for name in ("baseReactant", "baseProduct", "reactantLink", "productLink"):
        used |= {it.get("alias") for it in tree.iter(f"{{{CELLDESIGNER}}}{name}")}
    for name in ("modification", "GateMember"):
        for it in tree.iter(f"{{{CELLDESIGNER}}}{name}"):
            used |= {*it.get("aliases", "").split(",")}
    used |= {inside.get(it or "") for it in used}
    return {it: ids - used for it, ids in boxes.items() if ids & used and ids - used}


@pytest.mark.parametrize("text", [FALLEN_APART, OPEN, CARRIED], ids=["gates", "open", "carried"])
def test_each_box_has_a_line(text: str) -> None:
    assert alone(write(of(text)).content) == {}


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(gated_pathways())
def test_no_box_is_made_for_nothing(pathway: Pathway) -> None:
    assert alone(write(pathway).content) == {}


def test_what_falls_apart_comes_together_where_its_gate_would_be() -> None:
    """The lines of ``A and not B`` have the same last bends; that of B has its gate before these,
    and the picture has the other where they meet.
    """
    content = write(of(FALLEN_APART)).content
    plain, absent = (
        next(it for it in found if it.end is not None)
        for found in (
            [it for it in read_native(content).pathway.layout.ways if it.of == id_]
            for id_ in ("J3", "J3_B_2")
        )
    )
    shared = [it for it in absent.bends if it in plain.bends]
    assert absent.start is None
    assert shared == [*absent.bends[-len(shared) :]] == [*plain.bends[-len(shared) :]]
    assert isinstance(shared[0], Point)
    assert absent.bends[0] not in shared
    assert read(content).pathway == of(FALLEN_APART)


NEGATED = """
    pathport: 1
    id: negated
    compartments: {cyt: {name: cytosol}}
    molecules: {A: {kind: protein}, C: {kind: protein}, E: {kind: protein}, F: {kind: protein}}
    processes:
      r1:
        is: A@cyt -> A{p}@cyt
        controls: [{by: E@cyt and (F@cyt or not C@cyt), effect: catalysis}]
    """


def test_what_is_absent_has_its_gate_before_its_line_meets_any_other() -> None:
    """It had it on the line that it shares with F, which seemed to be what is absent."""
    layout = read_native(write(of(NEGATED)).content).pathway.layout
    (gate,) = (it.bends[0] for it in layout.ways if not it.start and it.bends)
    of_f = next(it for it in layout.ways if it.start == "F_cyt_box")
    assert all(math.dist((gate.x, gate.y), (it.x, it.y)) > 20 for it in of_f.bends)
    runs = pairwise(of_f.bends)
    assert not any(a.x == pytest.approx(gate.x, abs=1) and a.y <= gate.y <= b.y for a, b in runs)
