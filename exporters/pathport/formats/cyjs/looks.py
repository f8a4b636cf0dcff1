"""How nodes and edges look in Cytoscape.js: the style of ``pathport draw``, as its style sheet.

A rule is a selector and what it changes; a later one wins (Cytoscape.js 3, Style).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pathport.layout.labels import TEXT
from pathport.looks.signs import HEADS, OUTLINES, ROUND
from pathport.looks.themes import LIGHT
from pathport.model.enumerations import Effect, ProcessType
from pathport.networks.network import Interaction

__all__ = ["style"]

SHAPES: Mapping[str, str] = {
    "gene": "bottom-round-rectangle",
    "slanted": "rhomboid",
    "pill": "round-rectangle",
    "hexagon": "hexagon",
    "square": "rectangle",
    "macromolecule": "round-rectangle",
}
"""The shape of a node for each outline of a box."""
ARROWS: Mapping[str, str] = {
    "full": "triangle",
    "circle": "circle",
    "open": "triangle",
    "barred": "triangle-cross",
    "bar": "tee",
    "diamond": "diamond",
}
"""The arrow for each head of a line."""
NODE = {
    "label": "data(label)",
    "font-size": TEXT,
    "color": LIGHT.ink,
    "text-valign": "center",
    "text-wrap": "wrap",
    "text-max-width": 1000,
    "shape": SHAPES["macromolecule"],
    "background-color": LIGHT.default,
    "border-width": 1,
    "border-color": LIGHT.ink,
    "width": 80,
    "height": 24,
}
PLACE = {
    "text-valign": "top",
    "background-color": LIGHT.area,
    "border-color": LIGHT.area_line,
    "color": LIGHT.faint,
}
EDGE = {
    "curve-style": "bezier",
    "width": 1.2,
    "line-color": LIGHT.line,
    "target-arrow-color": LIGHT.line,
}
EFFECT_OF: Mapping[str, Effect] = {
    **{each.value: each for each in Effect},
    Interaction.POSITIVE.value: Effect.STIMULATION,
    Interaction.NEGATIVE.value: Effect.INHIBITION,
    Interaction.UNKNOWN.value: Effect.MODULATION,
}
"""The effect that an interaction is drawn as."""


def style() -> list[dict[str, Any]]:
    """The style sheet, the more particular rules after the more general ones."""
    rules = (
        ("node", NODE),
        ("edge", EDGE),
        *_kinds(),
        *_fills(),
        *_processes(),
        (_typed("compartment"), PLACE),
        ("node[width]", {"width": "data(width)", "height": "data(height)"}),
        *_interactions(),
        ('[certainty = "hypothetical"]', {"line-style": "dashed", "border-style": "dashed"}),
    )
    return [{"selector": selector, "style": changes} for selector, changes in rules]


def _typed(word: str) -> str:
    return f'node[type = "{word}"]'


def _kinds() -> Iterator[tuple[str, dict[str, Any]]]:
    for kind, outline in OUTLINES.items():
        yield _typed(kind), {"shape": SHAPES[outline]}


def _fills() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, fill in LIGHT.fills.items():
        yield f'node[fill = "{name}"]', {"background-color": fill}


def _processes() -> Iterator[tuple[str, dict[str, Any]]]:
    for each in ProcessType:
        shape = "ellipse" if each in ROUND else "rectangle"
        yield _typed(each), {"shape": shape, "background-color": LIGHT.mark, "font-size": 9}


def _interactions() -> Iterator[tuple[str, dict[str, Any]]]:
    yield 'edge[interaction = "product"]', {"target-arrow-shape": ARROWS[HEADS["output"]]}
    for word, effect in EFFECT_OF.items():
        colour = LIGHT.effects[effect]
        yield (
            f'edge[interaction = "{word}"]',
            {
                "line-color": colour,
                "target-arrow-color": colour,
                "target-arrow-shape": ARROWS[HEADS[effect]],
            },
        )
