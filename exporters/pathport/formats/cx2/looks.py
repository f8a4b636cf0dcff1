"""How nodes and edges look: the style of ``pathport draw`` as visual properties and mappings.

A node has a look, in a column of its own, and a type; mappings from the two give colour, border and
shape, so that whoever opens the file changes them in one place. CX2, visualProperties.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from pathport.formats.cx2.terms import (
    HEIGHT,
    INTERACTION,
    LABEL,
    LOOK,
    PARTICIPANT,
    PRODUCT,
    REACTANT,
    SOURCE,
    TEMPLATE,
    TYPE,
    WIDTH,
)
from pathport.layout.labels import TEXT as TEXT_SIZE
from pathport.looks.signs import HEADS, OUTLINES, OUTPUT, ROUND, outline_of
from pathport.looks.themes import LIGHT
from pathport.model.enumerations import AssociationType, Effect, Kind, ProcessType
from pathport.networks.network import Interaction

__all__ = ["ARROW", "EDITOR", "SHAPE", "visual_properties"]

SHAPE: Mapping[str, str] = {
    "macromolecule": "round-rectangle",
    "gene": "octagon",
    "slanted": "parallelogram",
    "pill": "ellipse",
    "hexagon": "hexagon",
    "square": "rectangle",
}
"""The shape of a node for each outline of a box; CX2 has none that is round below alone."""

ARROW: Mapping[str, str] = {
    "full": "triangle",
    "circle": "circle",
    "open": "triangle",
    "barred": "triangle-cross",
    "bar": "tee",
    "diamond": "diamond",
}
"""The arrow for each head of a line."""

NONE = "none"
SMALL = 9
"""The size of what is not to be read first."""

LOOKS: Mapping[str, Mapping[str, Any]] = {
    **{look: {"fill": fill} for look, fill in LIGHT.fills.items()},
    "process": {"fill": LIGHT.mark, "size": SMALL},
    "binding": {"fill": LIGHT.ink, "size": SMALL},
    "gate": {"fill": LIGHT.mark, "size": SMALL},
    "cofactor": {"border": 0, "opacity": 0, "text": LIGHT.faint, "size": SMALL},
    "place": {"border": 0, "opacity": 0, "text": LIGHT.faint},
    "apart": {"hidden": NONE},
}
"""What a look changes of the usual one: fill, border, opacity, colour and size of the text."""

PROPERTY: Mapping[str, str] = {
    "fill": "NODE_BACKGROUND_COLOR",
    "opacity": "NODE_BACKGROUND_OPACITY",
    "border": "NODE_BORDER_WIDTH",
    "text": "NODE_LABEL_COLOR",
    "size": "NODE_LABEL_FONT_SIZE",
    "hidden": "NODE_VISIBILITY",
}
"""The visual property for each of these."""

FONT = {
    "FONT_FAMILY": "sans-serif",
    "FONT_STYLE": "normal",
    "FONT_WEIGHT": "normal",
    "FONT_NAME": "SansSerif.plain",
}

NODE: Mapping[str, Any] = {
    "NODE_SHAPE": SHAPE["macromolecule"],
    "NODE_BACKGROUND_COLOR": LIGHT.default,
    "NODE_BACKGROUND_OPACITY": 1,
    "NODE_BORDER_COLOR": LIGHT.ink,
    "NODE_BORDER_OPACITY": 1,
    "NODE_BORDER_STYLE": "solid",
    "NODE_BORDER_WIDTH": 1,
    "NODE_HEIGHT": 24,
    "NODE_WIDTH": 80,
    "NODE_LABEL_COLOR": LIGHT.ink,
    "NODE_LABEL_FONT_FACE": FONT,
    "NODE_LABEL_FONT_SIZE": TEXT_SIZE,
    "NODE_LABEL_MAX_WIDTH": 400,
    "NODE_LABEL_OPACITY": 1,
    "NODE_VISIBILITY": "element",
}
EDGE: Mapping[str, Any] = {
    "EDGE_CURVED": False,
    "EDGE_LABEL_COLOR": LIGHT.faint,
    "EDGE_LABEL_FONT_FACE": FONT,
    "EDGE_LABEL_FONT_SIZE": SMALL,
    "EDGE_LINE_COLOR": LIGHT.line,
    "EDGE_LINE_STYLE": "solid",
    "EDGE_OPACITY": 1,
    "EDGE_SOURCE_ARROW_SHAPE": NONE,
    "EDGE_TARGET_ARROW_COLOR": LIGHT.line,
    "EDGE_TARGET_ARROW_SHAPE": NONE,
    "EDGE_TARGET_ARROW_SIZE": 6,
    "EDGE_VISIBILITY": "element",
    "EDGE_WIDTH": 1.2,
}

EDITOR = {
    "nodeSizeLocked": False,
    "arrowColorMatchesEdge": True,
    "nodeCustomGraphicsSizeSync": True,
}
"""How Cytoscape treats the style: nodes are not square, an arrow has the colour of its line."""

LIKE: Mapping[str, Effect] = {
    **{effect.value: effect for effect in Effect},
    Interaction.POSITIVE.value: Effect.STIMULATION,
    Interaction.NEGATIVE.value: Effect.INHIBITION,
    Interaction.UNKNOWN.value: Effect.MODULATION,
}
"""The effect that an edge looks like, by its interaction; a derived influence like one told."""

HEAD_OF: Mapping[str, str] = {
    PRODUCT: HEADS[OUTPUT],
    TEMPLATE: "barred",
    **{word: HEADS[effect] for word, effect in LIKE.items()},
}
"""The head of an edge by its interaction; others have none."""


def visual_properties(nodes: Collection[str], edges: Collection[str]) -> dict[str, Any]:
    """The whole style: what is usual, and what differs by these columns of nodes and edges."""
    return {
        "default": {
            "network": {"NETWORK_BACKGROUND_COLOR": LIGHT.paper},
            "node": dict(NODE),
            "edge": dict(EDGE),
        },
        "nodeMapping": _by_columns(_of_nodes(), nodes),
        "edgeMapping": _by_columns(_of_edges(), edges),
    }


def _by_columns(
    mappings: Iterable[tuple[str, Any]], columns: Collection[str]
) -> dict[str, dict[str, Any]]:
    """The mappings that go by one of these columns; a reader refuses others."""
    return {name: it for name, it in mappings if it["definition"]["attribute"] in columns}


def _of_nodes() -> Iterator[tuple[str, Any]]:
    yield "NODE_LABEL", _passed(LABEL)
    yield "NODE_WIDTH", _passed(WIDTH)
    yield "NODE_HEIGHT", _passed(HEIGHT)
    shapes = {kind.value: SHAPE[outline_of(kind)] for kind in Kind if kind in OUTLINES}
    shapes |= {it.value: "rectangle" for it in ProcessType if it not in ROUND}
    shapes |= {it.value: "ellipse" for it in (*ROUND, *Effect, *AssociationType)}
    yield "NODE_SHAPE", _mapped(TYPE, shapes)
    yield "NODE_BORDER_STYLE", _mapped(TYPE, {"set": "dashed"})
    for what, name in PROPERTY.items():
        values = {look: told[what] for look, told in LOOKS.items() if what in told}
        yield name, _mapped(LOOK, values)


def _of_edges() -> Iterator[tuple[str, Any]]:
    colours = {word: LIGHT.effects[effect.value] for word, effect in LIKE.items()}
    yield "EDGE_LABEL", _passed(LABEL)
    yield "EDGE_LINE_COLOR", _mapped(INTERACTION, colours)
    yield "EDGE_TARGET_ARROW_COLOR", _mapped(INTERACTION, colours)
    arrows = {word: ARROW[head] for word, head in HEAD_OF.items()}
    arrows |= dict.fromkeys((REACTANT, SOURCE, PARTICIPANT), NONE)
    yield "EDGE_TARGET_ARROW_SHAPE", _mapped(INTERACTION, arrows)
    yield "EDGE_LINE_STYLE", _mapped("certainty", {"hypothetical": "dashed"})


def _passed(column: str) -> dict[str, Any]:
    """The value of a column as it is."""
    return {"type": "PASSTHROUGH", "definition": {"attribute": column}}


def _mapped(column: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """A value for each word of a column."""
    rows = [{"v": word, "vp": value} for word, value in sorted(values.items())]
    return {"type": "DISCRETE", "definition": {"attribute": column, "map": rows}}
