"""What a file of CellDesigner's shows beside boxes and lines, counted by XPath alone, and what the
layout of a pathway holds of it, as counts; neither side knows the reader.
"""

import math
from collections import Counter
from typing import Any

from lxml import etree
from tests.formats.celldesigner.census import SPACES, Counts

from pathport.model.layout import Box, Decoration, DecorationKind, Style
from pathport.model.pathway import Pathway
from pathport.model.things import Form

STRUCTURE = ".//c:listOfStructuralStates/c:structuralState[@structuralState != '']"
SPECIES = "//c:listOfIncludedSpecies/c:species | /*/*/*[local-name()='listOfSpecies']/*"
FADING = "//{path}[.//c:paint[@scheme = 'Gradation'][not(ancestor::c:briefView)]]"
TOP = 1.571
WIDTHS = {"thickness": 12.0, "outerWidth": 2.0, "innerWidth": 1.0}
LAYERED = {
    DecorationKind.LABEL: "layerSpeciesAlias",
    DecorationKind.SHAPE: "layerCompartmentAlias",
    DecorationKind.LINE: "layerFreeLine",
}
BOXES = ("speciesAlias", "complexSpeciesAlias")
OPEN = "degradation"

LOOKS = ("places of structural states", "frames", "layers", "fills that fade", "groups")


# In a file


def looks_counted(root: etree._Element) -> Counts:
    """What a file shows."""

    def found(path: str) -> Any:
        return root.xpath(path, namespaces=SPACES)

    stated = {it.get("id") for it in found(SPECIES) if it.xpath(STRUCTURE, namespaces=SPACES)}
    aliases = found(" | ".join(f"//c:{it}[c:structuralState]" for it in BOXES))
    paths = ("speciesAlias", "complexSpeciesAlias", "compartmentAlias", "listOfLayers/c:layer/*/*")
    return {
        "places of structural states": Counter(
            (it.get("id"), _turn(float(it.find("c:structuralState", SPACES).get("angle"))))
            for it in aliases
            if it.get("species") in stated
        ),
        "frames": Counter(map(_frame, found("//c:compartmentAlias"))),
        "layers": Counter(
            (it.getparent().getparent().get("name"), etree.QName(it).localname)
            for it in found("//c:layer[not(@visible = 'false')]/*/*")
        ),
        "fills that fade": Counter(
            etree.QName(it).localname
            for path in paths
            for it in found(FADING.format(path=f"c:{path}"))
        ),
        "groups": Counter(
            tuple(sorted(it.get("members").split(","))) for it in found("//c:listOfGroups/c:group")
        ),
    }


def _turn(angle: float) -> float:
    """An angle from 0 to a whole turn, as far as a place on a border tells it."""
    return round(angle % math.tau, 3)


def _frame(alias: etree._Element) -> tuple[Any, ...]:
    """A frame: its compartment, class and lines, and where it is."""
    (double,) = alias.iterfind("c:doubleLine", SPACES)
    (word,) = alias.iterfind("c:class", SPACES)
    return alias.get("compartment"), word.text, *(float(double.get(it)) for it in WIDTHS)


# In a pathway


def looks_told(pathway: Pathway) -> Counts:
    """What a layout shows."""
    layout = pathway.layout
    species = {it.id: it for it in pathway.species}
    states = [((it.part or species[it.species]).state.structure, it) for it in layout.boxes]
    complexes = {it.id for it in pathway.species if it.form is Form.COMPLEX}
    fading = [_element(it, complexes) for it in layout.boxes if it.style.gradient]
    fading += ["compartmentAlias" for it in layout.frames if it.style.gradient]
    fading += [LAYERED[it.kind] for it in layout.drawing if it.style.gradient]
    groups: dict[str, list[str]] = {}
    for it in layout.boxes:
        groups.setdefault(it.group or "", []).append(it.id)
    return {
        "places of structural states": Counter(
            (box.id, _turn_of_mark(box)) for structure, box in states if structure is not None
        ),
        "frames": _frames(pathway),
        "layers": Counter(
            (it.layer or "", LAYERED[it.kind])
            for it in layout.drawing
            if it.start is None and it.style.shape != OPEN
        ),
        "fills that fade": Counter(fading),
        "groups": Counter(tuple(sorted(it)) for group, it in groups.items() if group),
    }


def _turn_of_mark(box: Box) -> float:
    """Where the structural state of a box is: at the top without a mark."""
    marks = (it for it in box.marks if it.shows.structure is not None)
    return next((_turn(math.atan2(-it.y, it.x)) for it in marks), TOP)


def _element(box: Box, complexes: set[str]) -> str:
    is_complex = box.species in complexes if box.part is None else box.part.molecule is None
    return BOXES[is_complex]


def _frames(pathway: Pathway) -> Counter[Any]:
    layout = pathway.layout
    again = [it for it in layout.drawing if it.kind is DecorationKind.SHAPE and it.start]
    frames = [(it.compartment, it.style, it.outer_line, it.inner_line) for it in layout.frames]
    frames += [(_place(it), it.style, None, None) for it in again]
    return Counter((place, *_look(style, *lines)) for place, style, *lines in frames)


def _place(shape: Decoration) -> str:
    """The compartment that a shape is a further frame of."""
    return (shape.start and shape.start.on) or ""


def _look(style: Style, *lines: float | None) -> tuple[Any, ...]:
    told = zip((style.thickness, *lines), WIDTHS.values(), strict=True)
    word = (style.shape or "square").upper()
    return word, *(usual if it is None else it for it, usual in told)
