"""Drawings that several of these tests use: of ours, and of other programs.

``foreign`` makes a file of another program, with what ``box``, ``curve``, ``leg`` and ``reaction``
give.
"""

import itertools
from typing import Any

import msgspec
from tests.formats.sbml import samples
from tests.formats.sbml.samples import EXAMPLES, example

from pathport.fidelity.report import Status
from pathport.formats import sbml
from pathport.layout.keeping import placed
from pathport.model.layout import Box, Connector, Layout, Point, Way
from pathport.model.pathway import Pathway

DRAWN = [placed(example(path)) for path in EXAMPLES if path.stem != "cxcr4"]
CORE = "http://www.sbml.org/sbml/level3/version1/core"
LAYOUT = "http://www.sbml.org/sbml/level3/version1/layout/version1"
XSI = "http://www.w3.org/2001/XMLSchema-instance"


def layout_of(document: Any) -> Any:
    """The one layout of a file, by libSBML."""
    plugin = document.getModel().getPlugin("layout")
    assert plugin.getNumLayouts() == 1
    return plugin.getLayout(0)


def drawn(pathway: Pathway, **layout: Any) -> Pathway:
    """A pathway with this layout."""
    return msgspec.structs.replace(pathway, layout=Layout(**layout))


def in_layout(pathway: Pathway) -> set[tuple[Status, str]]:
    """How facts of the layout fared that are not native."""
    entries = sbml.write(pathway).account.entries
    return {(it.status, it.field) for it in entries if it.field.startswith("layout")}


PAIR = """\
pathport: 1
id: pair
molecules:
  mA: {kind: protein}
  mB: {kind: protein}
  mE: {kind: protein}
species:
  A: {is: mA}
  B: {is: mB}
  E: {is: mE}
processes:
  turn: {is: A -> B, controls: [{id: help, by: E, effect: catalysis}]}
"""


def pair() -> Pathway:
    """A turns into B with the help of E."""
    return samples.document(PAIR)


BOXES = (
    Box(id="A", species="A", x=10, y=20, width=80, height=20),
    Box(id="b1", species="B", x=210.25, y=20, width=80, height=20),
    Box(id="e1", species="E", x=110, y=120, width=60, height=20),
)
OWN = Way(
    id="turn",
    of="turn",
    start="A",
    end="b1",
    start_at=Point(x=1, y=0),
    end_at=Point(x=-1, y=0.5),
    bends=(Point(x=150, y=30), Point(x=150, y=35)),
    connector=Connector.SEGMENTED,
)
HELP = Way(
    id="helps",
    of="help",
    start="e1",
    start_at=Point(x=0, y=-1),
    at=0.25,
)


def foreign(glyphs: str, *, before: str = "") -> bytes:
    """A file of another program: A and B in C, the reaction R of them, with these glyphs."""
    return f"""<sbml xmlns="{CORE}" level="3" version="1" xmlns:l="{LAYOUT}" l:required="false"
      xmlns:xsi="{XSI}"><model id="m"><l:listOfLayouts>{before}<l:layout l:id="one">{glyphs}
    </l:layout></l:listOfLayouts><listOfCompartments><compartment id="C" constant="true"/>
    </listOfCompartments><listOfSpecies><species id="A" compartment="C"/>
    <species id="B" compartment="C"/></listOfSpecies><listOfReactions><reaction id="R">
    <listOfReactants><speciesReference species="A"/></listOfReactants>
    <listOfProducts><speciesReference species="B"/></listOfProducts></reaction></listOfReactions>
    </model></sbml>""".encode()


def box(x: float, y: float) -> str:
    """A box of 20 by 10."""
    return (
        f'<l:boundingBox><l:position l:x="{x}" l:y="{y}"/>'
        '<l:dimensions l:width="20" l:height="10"/></l:boundingBox>'
    )


def curve(*points: tuple[float, float]) -> str:
    """A curve through these points."""
    pieces = "".join(
        f'<l:curveSegment xsi:type="LineSegment"><l:start l:x="{a[0]}" l:y="{a[1]}"/>'
        f'<l:end l:x="{b[0]}" l:y="{b[1]}"/></l:curveSegment>'
        for a, b in itertools.pairwise(points)
    )
    return f"<l:curve><l:listOfCurveSegments>{pieces}</l:listOfCurveSegments></l:curve>"


def leg(glyph: str, inner: str) -> str:
    """The line of a participant."""
    tag = "l:speciesReferenceGlyph"
    return f'<{tag} l:speciesGlyph="{glyph}">{inner}</{tag}>'


SPECIES = (
    "<l:listOfSpeciesGlyphs>"
    f'<l:speciesGlyph l:id="a" l:species="A">{box(0, 0)}</l:speciesGlyph>'
    f'<l:speciesGlyph l:id="b" l:species="B">{box(100, 0)}</l:speciesGlyph>'
    "</l:listOfSpeciesGlyphs>"
)


def reaction(inner: str, legs: str) -> str:
    """The glyph of the reaction."""
    return (
        f'<l:listOfReactionGlyphs><l:reactionGlyph l:id="r" l:reaction="R">{inner}'
        f"<l:listOfSpeciesReferenceGlyphs>{legs}</l:listOfSpeciesReferenceGlyphs>"
        "</l:reactionGlyph></l:listOfReactionGlyphs>"
    )


FROM_A, TO_B = curve((55, 5), (20, 5)), curve((65, 5), (100, 5))
LEGS = leg("a", FROM_A) + leg("b", TO_B)
SHORT = curve((55, 5), (65, 5))
LINED = reaction(SHORT, LEGS)
TEXT = '<l:listOfTextGlyphs><l:textGlyph l:id="t" l:text="Note"'
TIP = (100, 5)
END = "</l:listOfTextGlyphs>"
