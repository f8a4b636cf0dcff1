"""What Newt's importer of SBML must make of an export, beside what it makes of it.

The importer is that of sbgnviz.js, which `newt.js` runs. What is in a file libSBML tells; of which
kind it is, the pathway that pathport reads back.
"""

import json
import math
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pathport
from pathport.layout.geometry import Place, Rect, centre, inside
from pathport.model.enumerations import Effect, Kind, Logic, ProcessType
from pathport.model.parts import Gate
from pathport.model.things import Form

__all__ = ["newt_says"]

READER = Path(__file__).with_name("newt.js")
COMPARTMENT, COMPLEX = "compartment", "complex sbml"
HIDDEN = "default"
"""The compartment that the importer does not show."""
SMALL = 20.0
"""Pixels: the square of a process is not larger."""
NODE = {
    Kind.PROTEIN: "protein",
    Kind.GENE: "gene",
    Kind.ION: "ion",
    Kind.COMPLEX: COMPLEX,
    Kind.UNKNOWN: "unknown molecule",
}
"""Of these kinds Newt and SBML's rules have a term in common; the rest are simple molecules."""
SQUARE = {
    ProcessType.BINDING: "association",
    ProcessType.DISSOCIATION: "dissociation",
    ProcessType.CLEAVAGE: "truncated process",
    ProcessType.OMITTED: "omitted process",
    ProcessType.UNCERTAIN: "uncertain process",
}
"""Types of processes with a sign of their own; the rest are squares."""
SIDES = {
    ProcessType.TRANSCRIPTION: ("transcription consumption", "transcription production"),
    ProcessType.TRANSLATION: ("translation consumption", "translation production"),
}
"""Types of processes with lines of their own."""
EDGE = {
    Effect.CATALYSIS: "catalysis",
    Effect.STIMULATION: "stimulation",
    Effect.NECESSARY_STIMULATION: "trigger",
    Effect.TRIGGER: "trigger",
    Effect.INHIBITION: "inhibition",
    Effect.MODULATION: "catalysis",
}
"""What a source does. For a modulation the importer knows no term that SBML takes."""

Ends = tuple[str, str]


class _Box(NamedTuple):
    """A node as the importer has it."""

    id: str
    kind: str
    parent: str | None
    at: Mapping[str, float]

    @property
    def centre(self) -> Place:
        return self.at["x"], self.at["y"]


def newt_says(home: Path, path: Path) -> list[str]:
    """Whether Newt's importer finds all of a file, of its kind, where it is."""
    done = subprocess.run(
        ["node", str(READER), str(home), str(path)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        return [f"exit status {done.returncode}", *done.stderr.splitlines()[:3]]
    found = json.loads(done.stdout)
    if "error" in found:
        return [found["error"]]
    file = _File(path)
    boxes = [_Box(*it) for it in found["nodes"]]
    lines: dict[Ends, str] = {}
    for source, target, kind in found["edges"]:
        lines.setdefault((source, target), kind)
    wanted = [len(file.nodes), len(file.edges)]
    return [
        *([] if found["loaded"] == wanted else [f"{found['loaded']} loaded, not {wanted}"]),
        *_differing({it.id: it.kind for it in boxes}, file.nodes),
        *_differing(lines, file.edges),
        *file.misplaced(boxes),
    ]


def _differing(found: Mapping[Any, str], wanted: Mapping[Any, str | None]) -> list[str]:
    """What is not there or not of the kind that it must have; some may have any."""
    return [
        f"{it} is {found.get(it)}, not {wanted.get(it)}"
        for it in sorted(found.keys() | wanted.keys())
        if (it in found) != (it in wanted) or wanted[it] not in (None, found[it])
    ]


class _File:
    """What is in a file: nodes and edges by their kinds, None where any will do."""

    def __init__(self, path: Path) -> None:
        import libsbml

        self.document = libsbml.readSBMLFromString(path.read_text(encoding="utf-8"))
        self.model = self.document.getModel()
        self.layout = self.model.getPlugin("layout").getLayout(0)
        self.pathway = pathport.read(path)
        self.types = {it.id: it.type for it in self.pathway.processes}
        self.nodes = dict(self._nodes())
        self.edges: dict[Ends, str | None] = {}
        for ends, kind in self._edges():
            self.edges.setdefault(ends, kind)

    def _nodes(self) -> Iterator[tuple[str, str | None]]:
        for it in self.model.getListOfCompartments():
            if it.getId() != HIDDEN:
                yield it.getId(), COMPARTMENT
        kinds = {it.id: it.kind for it in self.pathway.molecules}
        known: dict[str, str | None] = {}
        for species in self.pathway.species:
            kind = kinds.get(species.molecule or "")
            if species.form is Form.COMPLEX and species.components:
                kind = Kind.COMPLEX
            if kind not in (None, Kind.FAMILY):
                known[species.id] = NODE.get(kind, "simple molecule")
        yield from ((it.getId(), known.get(it.getId())) for it in self.model.getListOfSpecies())
        for it in self.model.getListOfReactions():
            is_influence = any(it.getId() == each.id for each in self.pathway.controls)
            usual = ProcessType.UNCERTAIN if is_influence else ProcessType.PROCESS
            yield it.getId(), SQUARE.get(self.types.get(it.getId(), usual), "process")

    def _edges(self) -> Iterator[tuple[Ends, str | None]]:
        """The lines, in the order of the importer. It has one from a species to a reaction: of what
        is a reactant and a modifier, that of the reactant.
        """
        acting = dict(self._acting())
        for reaction in self.model.getListOfReactions():
            id_ = reaction.getId()
            comes, goes = SIDES.get(self.types.get(id_), ("consumption", "production"))
            yield from (((it.getSpecies(), id_), comes) for it in reaction.getListOfReactants())
            yield from (((id_, it.getSpecies()), goes) for it in reaction.getListOfProducts())
            for it in reaction.getListOfModifiers():
                ends = it.getSpecies(), id_
                yield ends, acting.get(ends)

    def _acting(self) -> Iterator[tuple[Ends, str | None]]:
        """What sources do; of one whose absence acts, there is no word of it."""
        seen: dict[Ends, str] = {}
        for it in self.pathway.controls:
            reaction = it.target if it.target in self.types else it.id
            for species in it.sources.species():
                ends, kind = (species, reaction), EDGE[it.effect]
                is_plain = not _negates(it.sources) and seen.setdefault(ends, kind) == kind
                yield ends, kind if is_plain else None

    # Where things are

    def misplaced(self, boxes: list[_Box]) -> Iterator[str]:
        """What is elsewhere, or in another compartment than its own where it is drawn in that."""
        places = {it.getSpeciesId(): _rect(it) for it in self.layout.getListOfSpeciesGlyphs()}
        places |= {
            it.getCompartmentId(): _rect(it) for it in self.layout.getListOfCompartmentGlyphs()
        }
        complexes = {it.id for it in boxes if it.kind == COMPLEX}
        homes = {it.getId(): it.getCompartment() for it in self.model.getListOfSpecies()}
        for box in boxes:
            place = places.get(box.id)
            if place is None and max(box.at["w"], box.at["h"]) > SMALL:
                yield f"{box.id} is {box.at['w']} wide"
            if place is not None and math.dist(box.centre, centre(place)) > 0.1:
                yield f"{box.id} is at {box.centre}, not {centre(place)}"
            home = homes.get(box.id, box.parent)
            if (
                box.parent != home
                and box.parent not in complexes
                and self._is_at_home(box.id, home)
            ):
                yield f"{box.id} is in {box.parent}, not {home}"

    def _is_at_home(self, species: str, home: str) -> bool:
        """Whether any glyph of a species is in no frame nearer to it than that of its own place."""
        frames = {
            it.getCompartmentId(): _rect(it) for it in self.layout.getListOfCompartmentGlyphs()
        }
        for glyph in self.layout.getListOfSpeciesGlyphs():
            if glyph.getSpeciesId() == species:
                around = [id_ for id_, rect in frames.items() if inside(_rect(glyph), rect)]
                nearest = min(
                    around, key=lambda it: frames[it].width * frames[it].height, default=home
                )
                if nearest == home:
                    return True
        return False


def _negates(gate: Gate) -> bool:
    return gate.logic is Logic.NOT or any(map(_negates, gate.gates))


def _rect(glyph: Any) -> Rect:
    box = glyph.getBoundingBox()
    return Rect(box.getX(), box.getY(), box.getWidth(), box.getHeight())
