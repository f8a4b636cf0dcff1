"""Text that fits its box: the size of letters in a drawing whose boxes are our own layout's.

The layout has room for text of 10 and 11 pixels (``pathport.layout.labels``), and GPML's usual text
is one of 12; a cofactor is drawn as text alone, and has a box no higher than that.
"""

import msgspec

from pathport.formats.gpml.drawing import Drawing, Node
from pathport.formats.gpml.looks import usual_of
from pathport.layout.text import text_width

__all__ = ["lettered"]

LINE = 1.2
"""How high a line of text is, in sizes of its letters."""
BORDER = 2.0
"""Pixels of a width that the border takes."""
SMALLEST = 6.0


def lettered(drawing: Drawing) -> Drawing:
    """The drawing, the text of its nodes as large as usual, or smaller where that does not fit."""
    return msgspec.structs.replace(drawing, nodes=tuple(map(fitted, drawing.nodes)))


def fitted(node: Node) -> Node:
    """A node with letters that fit its box."""
    lines = node.label.split("\n")
    widest = max(text_width(line, 1) for line in lines) or 1
    high = node.rect.height / (LINE * len(lines))
    size = float(int(max(SMALLEST, min(high, (node.rect.width - BORDER) / widest))))
    usual = node.style.size or usual_of(node.type).size or size
    if size >= usual:
        return node
    return msgspec.structs.replace(node, style=msgspec.structs.replace(node.style, size=size))
