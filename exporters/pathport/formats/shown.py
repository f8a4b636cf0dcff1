"""A file read for being drawn: with the layout that it shows, whoever put things there.

Where pathport supplied positions to a file they are no facts of its pathway, but for those that
somebody changed; a picture of the file has them all. What is told as the pathway's own and had a
box for each species when the file was written is the layout as it is.
"""

from collections.abc import Collection

import msgspec

from pathport.fidelity.mending import mended
from pathport.fidelity.places import made_boxes
from pathport.formats import NativeReader, Read
from pathport.formats.lines import with_lines
from pathport.formats.native import whole
from pathport.layout.unplaced import unplaced
from pathport.model.check import check
from pathport.model.layout import Layout
from pathport.model.pathway import Pathway
from pathport.model.references import references

__all__ = ["read_shown"]


def read_shown(content: bytes, *, path: str, read: NativeReader) -> Read:
    """The pathway that a file holds, with the layout that it shows.

    :raises FaultyError: as ``pathport.formats.native.whole`` does.
    """
    reading = read(content, path=path)
    found = whole(reading, path=path)
    if _is_supplied(found.pathway, made_boxes(reading)):
        found = _with_places(found, whole(reading, path=path, as_shown=True))
    pathway = with_lines(found.pathway, reading)
    return msgspec.structs.replace(found, pathway=pathway)


def _is_supplied(pathway: Pathway, made: Collection[str]) -> bool:
    """Whether a species had no box of its own when its file was written, or has none now."""
    layout = pathway.layout
    own = tuple(it for it in layout.boxes if it.id not in made)
    layout = msgspec.structs.replace(layout, boxes=own)
    return bool(unplaced(msgspec.structs.replace(pathway, layout=layout)))


def _with_places(told: Read, shown: Read) -> Read:
    """What is told, with the places that are shown of it; not those of what stands in the file
    for want of something else. That a place was changed is nothing to tell.
    """
    layout = _of_what_is_there(told.pathway, shown.pathway.layout)
    pathway = msgspec.structs.replace(told.pathway, layout=layout)
    pathway, _, _ = mended(pathway, check(pathway))
    return Read(
        pathway=pathway, findings=tuple(it for it in told.findings if it in {*shown.findings})
    )


def _of_what_is_there(pathway: Pathway, layout: Layout) -> Layout:
    """The layout without what is of things that a pathway has not, or lies in or ends at such."""
    there = {(construct, thing.id) for construct, thing in pathway.things()}

    def is_known(it: msgspec.Struct) -> bool:
        return all(any((kind, id_) in there for kind in kinds) for _, kinds, id_ in references(it))

    boxes = [it for it in layout.boxes if is_known(it)]
    while lost := {it.inside for it in boxes} - {None, *(it.id for it in boxes)}:
        boxes = [it for it in boxes if it.inside not in lost]
    gone = {it.id for it in layout.boxes} - {it.id for it in boxes}
    return msgspec.structs.replace(
        layout,
        boxes=tuple(boxes),
        frames=tuple(it for it in layout.frames if is_known(it)),
        ways=tuple(it for it in layout.ways if is_known(it) and not gone & {it.start, it.end}),
    )
