"""How glyphs usually look: by what they stand for, in the colours of `pathport draw`.

A look has a name, which glyphs bear as their role, and is one group of SBML's render package: its
attributes and its shapes. What of a glyph differs from its look is the business of ``styles``. SBML
Level 3 Render Version 1, 3.8 to 3.13.
"""

from collections.abc import Mapping

import msgspec

from pathport.formats.sbml.plan import Plan
from pathport.formats.sbml.render_terms import SHAPE, Drawn, polygon, shape
from pathport.layout.text import text_width
from pathport.layout.zones import is_membrane
from pathport.looks.signs import HEADS, fill_of, outline_of
from pathport.looks.themes import LIGHT
from pathport.model.enumerations import Effect, Kind
from pathport.model.parts import Component
from pathport.model.things import Form

__all__ = [
    "ARROW_LINE",
    "LABEL",
    "LINE",
    "LOOKS",
    "NODE",
    "PLACE",
    "Head",
    "Look",
    "Looks",
    "label_in",
    "line_of",
    "token",
]

LABEL, PLACE = "label", "place"
LINE, ARROW_LINE, NODE = "line", "output", "node"
AREA, MEMBRANE, NOWHERE, SET = "area", "membrane", "nowhere", "set"
OTHER = "other"
FAINT = "80"
"""How much of its colour a compartment shows: those that are inside may be drawn before it."""
DASHED = "5,3"
SIZES = (11, 9, 7, 5)
"""Of texts in boxes, in pixels: the first is usual, the others are for boxes too narrow for it."""
FONT = {"font-family": "sans-serif", "font-size": str(SIZES[0]), "stroke": LIGHT.ink}
MIDDLE = {**FONT, "text-anchor": "middle", "vtext-anchor": "middle"}


class Head(msgspec.Struct, frozen=True):
    """The head of a line: its size, its attributes, its shapes; the line ends on its right."""

    width: int
    height: int
    attributes: Mapping[str, str]
    shapes: tuple[Drawn, ...]


class Look(msgspec.Struct, frozen=True):
    """How glyphs look: a group's attributes and shapes, a head; ``also`` are types that have it."""

    attributes: Mapping[str, str]
    shapes: tuple[Drawn, ...] = ()
    head: Head | None = None
    also: tuple[str, ...] = ()


def token(text: str) -> str:
    """A text as one word."""
    return text.replace(" ", "-")


def label_in(width: float, text: str) -> str:
    """The look of a text in a box of this width: the largest that fits, or else the smallest."""
    fitting = (size for size in SIZES if text_width(text, size) <= width)
    size = next(fitting, SIZES[-1])
    return LABEL if size == SIZES[0] else f"{LABEL}-{size}"


def line_of(effect: Effect) -> str:
    """The look of a line with this effect that has no head."""
    return f"{token(effect)}-{LINE}"


# Boxes and frames

SHAPES: Mapping[str, Drawn | None] = {
    "macromolecule": SHAPE.word("rounded rectangle"),
    "square": SHAPE.word("rectangle"),
    "gene": SHAPE.word("rectangle"),
    "pill": shape("rectangle", x="0", y="0", width="100%", height="100%", rx="10", ry="10"),
    "slanted": polygon(("6", "0"), ("100%", "0"), ("-6+100%", "100%"), ("0", "100%")),
    "hexagon": polygon(
        *(("0", "50%"), ("9", "0"), ("-9+100%", "0")),
        *(("100%", "50%"), ("-9+100%", "100%"), ("9", "100%")),
    ),
}
"""The outlines of boxes."""


def _boxed(outline: str, colour: str) -> Look:
    drawn = SHAPES[outline]
    fill = LIGHT.fills.get(colour, LIGHT.default)
    attributes = {"stroke": LIGHT.ink, "stroke-width": "1", "fill": fill}
    return Look(attributes, (drawn,) if drawn else ())


def _area(fill: str, line: str, name: str) -> Look:
    drawn = SHAPE.word(name)
    attributes = {"stroke": line, "stroke-width": "1.5", "fill": fill + FAINT}
    return Look(attributes, (drawn,) if drawn else ())


def _of_boxes() -> dict[str, Look]:
    outlines = dict.fromkeys(map(outline_of, Kind))
    colours = (*LIGHT.fills, OTHER)
    found = {f"{it}-{token(fill)}": _boxed(it, fill) for it in outlines for fill in colours}
    plain = _boxed("macromolecule", OTHER)
    bare = {**plain.attributes, "fill": "none", "stroke-dasharray": DASHED}
    return {
        **found,
        f"macromolecule-{OTHER}": Look(plain.attributes, plain.shapes, also=("SPECIESGLYPH",)),
        SET: Look(bare, plain.shapes),
    }


def box_look(kind: str, fill: str) -> str:
    """The look of a box of this kind."""
    return f"{outline_of(kind)}-{token(fill) if fill in LIGHT.fills else OTHER}"


# Lines

ARROW = polygon(("0", "0"), ("100%", "50%"), ("0", "100%"))
BARRED = polygon(("3", "0"), ("100%", "50%"), ("3", "100%"))
BAR = shape("rectangle", x="0", y="0", width="2", height="100%")
RHOMB = polygon(("0", "50%"), ("50%", "0"), ("100%", "50%"), ("50%", "100%"))
ROUND = shape("ellipse", cx="50%", cy="50%", rx="50%", ry="50%")
DRAWN: Mapping[str, tuple[int, int, bool, tuple[Drawn, ...]]] = {
    "full": (8, 8, True, (ARROW,)),
    "open": (8, 8, False, (ARROW,)),
    "circle": (8, 8, False, (ROUND,)),
    "bar": (2, 10, True, (BAR,)),
    "barred": (11, 9, False, (BARRED, BAR)),
    "diamond": (9, 7, False, (RHOMB,)),
}
"""Width, height, whether it is full, and shapes of heads."""


def _head(kind: str, colour: str) -> Head:
    width, height, is_full, shapes = DRAWN[kind]
    fill = colour if is_full else LIGHT.paper
    return Head(width, height, {"stroke": colour, "stroke-width": "1", "fill": fill}, shapes)


def _lined(colour: str, head: str = "", *also: str) -> Look:
    attributes = {"stroke": colour, "stroke-width": "1.2"}
    return Look(attributes, (), _head(head, colour) if head else None, also)


def _of_lines() -> dict[str, Look]:
    heads = {effect: (HEADS[effect], LIGHT.effects[effect]) for effect in Effect}
    return {
        LINE: _lined(LIGHT.line, "", "SPECIESREFERENCEGLYPH"),
        ARROW_LINE: _lined(LIGHT.line, HEADS["output"]),
        **{token(effect): _lined(colour, head) for effect, (head, colour) in heads.items()},
        **{line_of(effect): _lined(colour) for effect, (_, colour) in heads.items()},
        NODE: Look({"stroke": LIGHT.ink, "stroke-width": "8"}, also=("REACTIONGLYPH",)),
    }


LOOKS: Mapping[str, Look] = {
    LABEL: Look(MIDDLE, also=("TEXTGLYPH",)),
    **{f"{LABEL}-{size}": Look({**MIDDLE, "font-size": str(size)}) for size in SIZES[1:]},
    PLACE: Look(
        {
            **FONT,
            "stroke": LIGHT.faint,
            "font-weight": "bold",
            "text-anchor": "start",
            "vtext-anchor": "top",
        }
    ),
    AREA: _area(LIGHT.area, LIGHT.area_line, "rounded rectangle"),
    MEMBRANE: _area(LIGHT.membrane, LIGHT.membrane_line, "rectangle"),
    NOWHERE: Look({"stroke": "none", "fill": "none"}),
    **_of_boxes(),
    **_of_lines(),
}
"""All looks by their names."""


class Looks:
    """Which look each glyph of a pathway has."""

    def __init__(self, plan: Plan) -> None:
        self.molecules = plan.molecules
        self.species = {it.id: it for it in plan.pathway.species}
        self.places = {it.id: it for it in plan.pathway.compartments}

    def of_place(self, id_: str) -> str:
        """The look of a frame; that of what is nowhere is not seen."""
        place = self.places.get(id_)
        if place is None:
            return NOWHERE
        return MEMBRANE if is_membrane(place) else AREA

    def of_species(self, id_: str) -> str:
        """The look of a box."""
        species = self.species[id_]
        if species.form is Form.SET:
            return SET
        return self._of(species.molecule)

    def of_part(self, part: Component) -> str:
        """The look of the box of a part."""
        return self._of(part.molecule)

    def _of(self, id_: str | None) -> str:
        molecule = self.molecules.get(id_ or "")
        if molecule is None:
            return box_look(Kind.COMPLEX, OTHER)
        return box_look(molecule.kind, fill_of(molecule.kind, molecule.roles))
