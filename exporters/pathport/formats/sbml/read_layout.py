"""The layout of a pathway from the glyphs of a file, once all that they stand for is known.

SBML Level 3 Layout Version 1, 3.
"""

import msgspec

from pathport.fidelity.reading import Reading
from pathport.formats.sbml.book import Book
from pathport.formats.sbml.canvas import Canvas, extent
from pathport.formats.sbml.read_boxes import Boxes, rect_of
from pathport.formats.sbml.read_ways import ways_read
from pathport.layout.geometry import Rect
from pathport.model.layout import Layout

__all__ = ["with_layout"]


def with_layout(reading: Reading, book: Book) -> Reading:
    """The reading with the layout of its file, if it has one."""
    if not book.drawings.is_read:
        return reading
    canvas = Canvas(reading.pathway, book)
    boxes = Boxes(canvas)
    ways = tuple(ways_read(canvas, boxes))
    canvas.worn.tell_rest()
    rects = [Rect(it.x, it.y, it.width, it.height) for it in boxes.frames]
    usual = extent([*rects, *map(rect_of, boxes.boxes)])
    width, height = book.drawings.size
    layout = Layout(
        width=None if width == usual[0] else width,
        height=None if height == usual[1] else height,
        boxes=boxes.boxes,
        frames=boxes.frames,
        ways=ways,
    )
    return msgspec.structs.replace(
        reading,
        pathway=msgspec.structs.replace(reading.pathway, layout=layout),
        marks=(*reading.marks, *canvas.marks),
        homes=canvas.homes,
        findings=book.losses.findings(),
    )
