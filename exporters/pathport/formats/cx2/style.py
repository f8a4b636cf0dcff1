"""Which visual properties CX2 has, and what may stand in each.

CX2 Visual Styles (cytoscape.org, format specification), and what NDEx carries over from Cytoscape
(ndex-object-model, CXToCX2VisualPropertyConverter). Cytoscape leaves out what it does not know.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pathport.formats.cx2.bends import CONTROL_POINTS
from pathport.formats.cx2.network import Way

__all__ = ["Property", "properties_of", "unfit"]

Property = tuple[str, Any, Way]
"""A visual property, a value that it is given, and the way to it."""

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
NUMBERED = re.compile(r"_[1-9][0-9]*(?=_|$)")
SHAPES = frozenset(
    {"ellipse", "triangle", "rectangle", "round-rectangle", "parallelogram", "diamond", "hexagon",
     "octagon", "vee"}
)  # fmt: skip
BACKGROUNDS = SHAPES | {"none"}
LINES = frozenset(
    {"solid", "dashed", "dotted", "double", "marquee_dash", "backward_slash", "vertical_slash",
     "marquee_dash_dot", "contiguous_arrow", "zigzag", "marquee_equal", "dash_dot",
     "separate_arrow", "equal_dash", "sinewave", "forward_slash", "parallel_lines"}
)  # fmt: skip
ARROWS = frozenset(
    {"none", "triangle", "triangle-cross", "square", "diamond", "circle", "vee", "tee", "arrow",
     "open_circle", "cross_open_delta", "open_diamond", "open_square", "open_delta", "half_top",
     "half_bottom", "open_half_circle"}
)  # fmt: skip


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


Kind = tuple[str, Callable[[Any], bool]]


def _word(words: frozenset[str]) -> Kind:
    told = ", ".join(sorted(words)[:4])
    return f"a word such as {told}", lambda it: isinstance(it, str) and it.lower() in words


COLOURED: Kind = (
    "a colour such as #FFFFFF",
    lambda it: isinstance(it, str) and COLOUR.fullmatch(it) is not None,
)
NUMBER: Kind = "a number", _is_number
SIZE: Kind = "a number that is not negative", lambda it: _is_number(it) and it >= 0
SHARE: Kind = "a number from 0 to 1", lambda it: _is_number(it) and 0 <= it <= 1
TRUTH: Kind = "true or false", lambda it: isinstance(it, bool)
TEXT: Kind = "a text", lambda it: isinstance(it, str)
OBJECT: Kind = "an object", lambda it: isinstance(it, dict)
LIST: Kind = "a list", lambda it: isinstance(it, list)
ANY: Kind = "anything", lambda _: True
SEEN = _word(frozenset({"none", "element"}))

LABEL: Mapping[str, Kind] = {
    "LABEL": TEXT,
    "LABEL_BACKGROUND_COLOR": COLOURED,
    "LABEL_BACKGROUND_OPACITY": SHARE,
    "LABEL_BACKGROUND_SHAPE": _word(BACKGROUNDS),
    "LABEL_COLOR": COLOURED,
    "LABEL_FONT_FACE": OBJECT,
    "LABEL_FONT_SIZE": SIZE,
    "LABEL_MAX_WIDTH": SIZE,
    "LABEL_OPACITY": SHARE,
    "LABEL_POSITION": OBJECT,
    "LABEL_ROTATION": NUMBER,
    "SELECTED": TRUTH,
    "SELECTED_PAINT": COLOURED,
    "TOOLTIP": TEXT,
    "VISIBILITY": SEEN,
}
"""What nodes and edges have alike."""

KINDS: Mapping[str, Mapping[str, Kind]] = {
    "network": {"NETWORK_BACKGROUND_COLOR": COLOURED},
    "node": {
        **{f"NODE_{name}": kind for name, kind in LABEL.items()},
        "COMPOUND_NODE_PADDING": ANY,
        "COMPOUND_NODE_SHAPE": _word(SHAPES | {"round_rectangle"}),
        "NODE_BACKGROUND_COLOR": COLOURED,
        "NODE_BACKGROUND_OPACITY": SHARE,
        "NODE_BORDER_COLOR": COLOURED,
        "NODE_BORDER_OPACITY": SHARE,
        "NODE_BORDER_STYLE": _word(LINES),
        "NODE_BORDER_WIDTH": SIZE,
        "NODE_CUSTOMGRAPHICS": OBJECT,
        "NODE_CUSTOMGRAPHICS_POSITION": OBJECT,
        "NODE_CUSTOMGRAPHICS_SIZE": NUMBER,
        "NODE_HEIGHT": SIZE,
        "NODE_IMAGE": TEXT,
        "NODE_IMAGE_POSITION": OBJECT,
        "NODE_IMAGE_SIZE": OBJECT,
        "NODE_PIE_CHART": OBJECT,
        "NODE_SHAPE": _word(SHAPES),
        "NODE_WIDTH": SIZE,
        "NODE_X_LOCATION": NUMBER,
        "NODE_Y_LOCATION": NUMBER,
        "NODE_Z_LOCATION": NUMBER,
    },
    "edge": {
        **{f"EDGE_{name}": kind for name, kind in LABEL.items()},
        "EDGE_BEZIER_POINT_DISTANCES": LIST,
        "EDGE_BEZIER_POINT_WEIGHTS": LIST,
        CONTROL_POINTS: LIST,
        "EDGE_CURVED": TRUTH,
        "EDGE_CURVE_STYLE": _word(
            frozenset({"straight", "segments", "bezier", "unbundled-bezier"})
        ),
        "EDGE_LABEL_AUTOROTATE": TRUTH,
        "EDGE_LINE_COLOR": COLOURED,
        "EDGE_LINE_STYLE": _word(LINES),
        "EDGE_OPACITY": SHARE,
        "EDGE_SEGMENT_DISTANCES": LIST,
        "EDGE_SEGMENT_WEIGHTS": LIST,
        "EDGE_SOURCE_ARROW_COLOR": COLOURED,
        "EDGE_SOURCE_ARROW_SELECTED_PAINT": COLOURED,
        "EDGE_SOURCE_ARROW_SHAPE": _word(ARROWS),
        "EDGE_SOURCE_ARROW_SIZE": SIZE,
        "EDGE_STACKING": TEXT,
        "EDGE_STACKING_DENSITY": NUMBER,
        "EDGE_STROKE_SELECTED_PAINT": COLOURED,
        "EDGE_TARGET_ARROW_COLOR": COLOURED,
        "EDGE_TARGET_ARROW_SELECTED_PAINT": COLOURED,
        "EDGE_TARGET_ARROW_SHAPE": _word(ARROWS),
        "EDGE_TARGET_ARROW_SIZE": SIZE,
        "EDGE_WIDTH": SIZE,
        "EDGE_Z_ORDER": NUMBER,
    },
}
"""The visual properties of each part of a network, without their numbers, and what they take."""


def unfit(part: str, name: str, value: Any) -> str:
    """What is wrong with a visual property of a part of the network; nothing if it is fit.

    A value of None is one that a mapping gives.
    """
    kind = KINDS[part].get(name) or KINDS[part].get(NUMBERED.sub("", name))
    if kind is None:
        return f"is no visual property of a {part}"
    told, fits = kind
    return "" if value is None or fits(value) else f"takes {told}"


def properties_of(element: Any, way: Way) -> Iterator[tuple[str, Property]]:
    """The visual properties of a style, each with the part that it is of; mapped ones too."""
    style = element if isinstance(element, dict) else {}
    for part in KINDS:
        default = style.get("default")
        told = default.get(part) if isinstance(default, dict) else None
        for name, value in told.items() if isinstance(told, dict) else ():
            yield part, (name, value, (*way, "default", part, name))
        mapped = style.get(f"{part}Mapping")
        for name, mapping in mapped.items() if isinstance(mapped, dict) else ():
            here = (*way, f"{part}Mapping", name)
            yield part, (name, None, here)
            definition = mapping.get("definition") if isinstance(mapping, dict) else None
            rows = definition.get("map") if isinstance(definition, dict) else None
            for number, row in enumerate(rows if isinstance(rows, list) else ()):
                if isinstance(row, dict) and "vp" in row:
                    yield part, (name, row["vp"], (*here, "definition", "map", number, "vp"))
