"""The frames of compartments as annotations of Cytoscape's, which are drawn behind the network.

An annotation is one text of keys and values. A frame is a shape that is called after its
compartment. Cytoscape, network attribute ``__Annotations``.
"""

import uuid
from collections.abc import Mapping

from pathport.looks.themes import LIGHT
from pathport.model.layout import Frame

__all__ = ["frame_read", "frame_spelled", "properties_of"]

SHAPE = "org.cytoscape.view.presentation.annotations.ShapeAnnotation"
USUAL: Mapping[str, str] = {
    "canvas": "background",
    "edgeOpacity": "100.0",
    "edgeThickness": "1.5",
    "fillOpacity": "100.0",
    "shapeType": "RECTANGLE",
    "type": SHAPE,
    "zoom": "1.0",
}
FARTHEST = 1e9


def frame_spelled(frame: Frame, depth: int, *, is_membrane: bool) -> str:
    """A frame as an annotation; the greater its depth, the farther it is in front."""
    fill = LIGHT.membrane if is_membrane else LIGHT.area
    edge = LIGHT.membrane_line if is_membrane else LIGHT.area_line
    told = {
        **USUAL,
        "edgeColor": _colour(edge),
        "fillColor": _colour(fill),
        "height": _number(max(0.0, frame.height)),
        "name": frame.compartment,
        "uuid": str(uuid.uuid5(uuid.NAMESPACE_OID, frame.compartment)),
        "width": _number(max(0.0, frame.width)),
        "x": _number(frame.x),
        "y": _number(frame.y),
        "z": str(-depth),
    }
    return "|".join(f"{key}={told[key]}" for key in sorted(told))


def _number(value: float) -> str:
    return repr(max(-FARTHEST, min(FARTHEST, value)))


def _colour(colour: str) -> str:
    """A colour as Java has it: an integer of 32 bits with a sign, opaque."""
    return str(int(colour[1:7], 16) - (1 << 24))


def properties_of(annotation: str) -> dict[str, str]:
    """The keys and values of an annotation."""
    pairs = (each.partition("=") for each in annotation.split("|"))
    return {key: value for key, equals, value in pairs if equals}


def frame_read(annotation: str) -> Frame | None:
    """The frame that an annotation is, if it is a shape with a name and an extent."""
    told = properties_of(annotation)
    if told.get("type") != SHAPE or not told.get("name"):
        return None
    try:
        x, y, width, height = (float(told[key]) for key in ("x", "y", "width", "height"))
    except (KeyError, ValueError):
        return None
    return Frame(compartment=told["name"], x=x, y=y, width=width, height=height)
