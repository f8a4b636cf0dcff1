"""Graphviz' dot as a neighbour of the layout engine: the same nodes and lines, placed by dot.

Its splines become short straight segments, so that one set of metrics sees both. Cofactors, which
our engine places too, are left out of what dot is given.
"""

import json
import resource
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any, NamedTuple

from pathport.layout.building import graph_of
from pathport.layout.graph import Graph, Node
from pathport.layout.labels import Labels
from pathport.layout.picture import Glyph, Line, LineRole, Picture
from pathport.layout.zones import Band, Zones
from pathport.model.pathway import Pathway

__all__ = ["Placed", "placed_by_dot", "version"]

INCH = 72
STEPS = 6
"""So many segments stand for one Bézier curve."""
LONGEST = 120
"""Seconds that dot may take."""

Point = tuple[float, float]


class Placed(NamedTuple):
    """What dot made of a pathway, and its seconds of the processor."""

    picture: Picture
    seconds: float


def version() -> str | None:
    """What dot says of itself, if it is on this machine."""
    if shutil.which("dot") is None:
        return None
    done = subprocess.run(["dot", "-V"], check=True, capture_output=True, text=True)
    return done.stderr.strip()


def placed_by_dot(pathway: Pathway, *, clusters: bool) -> Placed | None:
    """A pathway as dot places it, its compartments as clusters or left out; none if it is slow."""
    labels = Labels(pathway)
    zones = Zones(pathway, labels)
    graph = graph_of(pathway, labels, zones)
    text = "\n".join(_lines(graph, zones if clusters else None))
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    try:
        done = subprocess.run(
            ["dot", "-Tjson"], input=text.encode(), check=True, capture_output=True, timeout=LONGEST
        )
    except subprocess.TimeoutExpired:
        return None
    seconds = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    return Placed(_picture(json.loads(done.stdout), graph), seconds)


def _lines(graph: Graph, zones: Zones | None) -> Iterator[str]:
    """The graph in the language of dot."""
    yield 'digraph { newrank=true; node [shape=box fixedsize=true label=""];'
    for node in graph.nodes:
        width, height = node.width / INCH, (node.up + node.down) / INCH
        places = list(_clusters(node, zones)) if zones else []
        opened = " ".join(f'subgraph "cluster_{each}" {{' for each in places)
        yield f"{opened} n{node.number} [width={width:.4f} height={height:.4f}] {'}' * len(places)}"
    for net in graph.nets:
        for link in net.links:
            ends = (net.source.number, link.target.number)
            source, target = reversed(ends) if net.converges else ends
            yield f"n{source} -> n{target}"
    yield "}"


def _clusters(node: Node, zones: Zones) -> Iterator[str]:
    """The compartments that a node is drawn inside of, the outermost first."""
    frames: list[str] = []
    frame = node.frame
    while frame is not None:
        frames.insert(0, frame)
        frame = zones.frame_of[frame]
    bands: list[str] = []
    band: Band | None = node.zone.band
    while band is not None and band.compartment is not None:
        bands.insert(0, band.compartment.id)
        band = band.inside if band.inside and zones.holds(band.inside) else None
    yield from (*bands, *frames)


def _picture(drawn: dict[str, Any], graph: Graph) -> Picture:
    width, height = (float(each) for each in drawn["bb"].split(",")[2:])
    names = {each["_gvid"]: each["name"] for each in drawn["objects"]}
    nodes = {f"n{node.number}": node for node in graph.nodes}
    glyphs = []
    for each in drawn["objects"]:
        if each["name"] in nodes:
            x, y = (float(it) for it in each["pos"].split(","))
            glyphs.append(_glyph(nodes[each["name"]], x, height - y))
    lines = [
        Line(
            of=str(number),
            role=LineRole.INPUT,
            start=names[each["tail"]],
            end=names[each["head"]],
            trunk=str(number),
            points=tuple((x, height - y) for x, y in _way(each["pos"])),
        )
        for number, each in enumerate(drawn.get("edges", ()))
    ]
    return Picture(width=width, height=height, glyphs=tuple(glyphs), lines=tuple(lines))


def _glyph(node: Node, x: float, y: float) -> Glyph:
    high = node.up + node.down
    return Glyph(
        id=node.id,
        kind=node.kind,
        thing=node.thing,
        x=x - node.width / 2,
        y=y - high / 2,
        width=node.width,
        height=high,
    )


def _way(said: str) -> Iterator[Point]:
    """The points of a line, its curves in short segments."""
    points = [
        (float(x), float(y))
        for each in said.split()
        if each[0] not in "es"
        for x, y in [each.split(",")]
    ]
    yield points[0]
    for index in range(0, len(points) - 3, 3):
        for step in range(1, STEPS + 1):
            yield _bezier(points[index : index + 4], step / STEPS)


def _bezier(points: list[Point], share: float) -> Point:
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    x = sum(weight * point[0] for weight, point in zip(weights, points, strict=True))
    return x, sum(weight * point[1] for weight, point in zip(weights, points, strict=True))
