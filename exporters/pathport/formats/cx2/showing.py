"""What a node shows: its label, look and size. None of it is a fact that stands nowhere else."""

from typing import Any

from pathport.formats.cx2.plan import Spot
from pathport.formats.cx2.terms import HEIGHT, LABEL, LOOK, WIDTH
from pathport.layout.labels import TEXT, Labels
from pathport.layout.picture import Part
from pathport.layout.text import text_width
from pathport.looks.signs import LETTERS, fill_of
from pathport.model.enumerations import Logic, ProcessType
from pathport.model.layout import Box
from pathport.model.things import Association, Compartment, Control, Process, Species

__all__ = ["Showing"]

LINE = 13.0
"""The height of a line of text."""
COFACTOR_HEIGHT = 16.0
"""Below this a box is that of a text alone, beside a process."""
SQUARE = (14.0, 14.0)
GATE = (28.0, 16.0)
DOT = (6.0, 6.0)
GAP = 4.0


class Showing:
    """What the nodes of a pathway show."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels

    def of(self, spot: Spot) -> dict[str, Any]:
        """The columns of what a node shows."""
        thing = spot.thing
        if isinstance(thing, Species):
            return self._species(thing, spot.box)
        label, look, size = self._other(spot)
        return {LABEL: label, LOOK: look, WIDTH: size[0], HEIGHT: size[1]}

    def _species(self, species: Species, box: Box | None) -> dict[str, Any]:
        shown = self.labels.shown(species)
        width, height = (box.width, box.height) if box is not None else SQUARE
        lines = [_line(part) for part in shown.parts]
        if height < LINE * len(lines):
            lines = [":".join(lines)]
        label = box.label if box is not None and box.label is not None else "\n".join(lines)
        part = shown.parts[shown.spanning or 0] if shown.parts else None
        look = fill_of(part.kind, part.roles) if part is not None else "unknown"
        if height < COFACTOR_HEIGHT and len(shown.parts) == 1:
            look = "cofactor"
        return {LABEL: label, LOOK: look, WIDTH: width, HEIGHT: height}

    def _other(self, spot: Spot) -> tuple[str, str, tuple[float, float]]:
        """Label, look and size of what is no species."""
        thing = spot.thing
        lines = spot.lines or (thing.name or thing.id,)
        name = "\n".join(lines)
        widest = max(text_width(it, TEXT) for it in lines)
        size = (round(widest + GAP, 1), LINE * len(lines) + 3.0)
        if isinstance(thing, Process):
            is_binding = thing.type is ProcessType.BINDING
            return LETTERS.get(thing.type, ""), "binding" if is_binding else "process", SQUARE
        if isinstance(thing, Control):
            return _gate(thing), "gate", GATE
        if isinstance(thing, Association):
            return "", "binding", DOT
        return name, "place" if isinstance(thing, Compartment) else "apart", size


def _gate(control: Control) -> str:
    gate = control.sources
    joins = gate.logic is Logic.NOT or len(gate.inputs) + len(gate.gates) > 1
    return gate.logic.value.upper() if joins else ""


def _line(part: Part) -> str:
    return " ".join((part.text, *part.marks))
