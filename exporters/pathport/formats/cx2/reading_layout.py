"""Where the nodes of a network are, as the boxes of species, and the frames of compartments."""

from typing import Any

from pathport.formats.cx2.book import Book, Element
from pathport.formats.cx2.columns import fits
from pathport.formats.cx2.frames import frame_read, properties_of
from pathport.formats.cx2.network import Network, Vertex
from pathport.formats.cx2.reading_nodes import Nodes
from pathport.formats.cx2.terms import ANNOTATIONS, BOX, DOUBLE, HEIGHT, LIST, RECORDS, WIDTH
from pathport.model.layout import Box, Frame, Layout

__all__ = ["laid_out"]

USUAL = {WIDTH: 75.0, HEIGHT: 35.0}
"""The size of a node in Cytoscape where a file tells none."""
PROPERTY = {WIDTH: "NODE_WIDTH", HEIGHT: "NODE_HEIGHT"}
DIGITS = 6
"""Of a place that is made of a middle and an extent; what is less is no place that anybody sees."""


def laid_out(book: Book, nodes: Nodes, about: Element) -> Layout:
    """The layout of a network; empty where no node has a place."""
    usual = _usual(book.network)
    taken: set[str] = {
        it for vertex in nodes.vertices if isinstance(it := vertex.values.get(BOX), str)
    }
    boxes: dict[str, Box] = {}
    for vertex in nodes.vertices:
        if nodes.construct[vertex.number] != "species" or vertex.at is None:
            continue
        species = nodes.thing[vertex.number]
        given = vertex.values.get(BOX)
        id_ = given if isinstance(given, str) and given not in boxes else _free(species, taken)
        taken.add(id_)
        boxes[id_] = nodes.boxes[vertex.number] = _box(id_, species, vertex, usual)
        book.homes["layout.boxes", id_] = "box", id_
        element = Element(f"node {vertex.number}", "nodes", vertex.values, vertex.way)
        book.stands(("box", id_), element, f"{RECORDS}box")
    frames = tuple(_frames(book, nodes, about))
    for frame in frames:
        book.homes["layout.frames", frame.compartment] = "compartment", frame.compartment
    return Layout(boxes=tuple(boxes.values()), frames=frames)


def _free(species: str, taken: set[str]) -> str:
    id_, number = f"{species}_box", 2
    while id_ in taken:
        id_, number = f"{species}_box_{number}", number + 1
    return id_


def _usual(network: Network) -> dict[str, float]:
    """The size of nodes that tell none, by the style of the network."""
    found = dict(USUAL)
    for _, element in network.elements("visualProperties"):
        default = element.get("default") if isinstance(element, dict) else None
        node = default.get("node") if isinstance(default, dict) else None
        for column, name in PROPERTY.items():
            size: Any = node.get(name) if isinstance(node, dict) else None
            if fits(size, DOUBLE) and size > 0:
                found[column] = float(size)
    return found


def _box(id_: str, species: str, vertex: Vertex, usual: dict[str, float]) -> Box:
    width, height = (_size(vertex.values.get(it), usual[it]) for it in (WIDTH, HEIGHT))
    x, y = vertex.at or (0.0, 0.0)
    return Box(
        id=id_,
        species=species,
        x=round(x - width / 2, DIGITS),
        y=round(y - height / 2, DIGITS),
        width=width,
        height=height,
    )


def _size(value: Any, usual: float) -> float:
    return float(value) if fits(value, DOUBLE) and value >= 0 else usual


def _frames(book: Book, nodes: Nodes, about: Element) -> list[Frame]:
    """The frames of compartments; other annotations are lost."""
    known = {it.id for it in nodes.others["compartment"]}
    found: dict[str, Frame] = {}
    for text in book.value(about, ANNOTATIONS, LIST) or ():
        frame = frame_read(text)
        if frame is None or frame.compartment not in known or frame.compartment in found:
            told = properties_of(text)
            name = told.get("text") or told.get("name") or text[:40]
            book.lose(f'the annotation "{name}"', about, ANNOTATIONS)
        else:
            found[frame.compartment] = frame
    return list(found.values())
