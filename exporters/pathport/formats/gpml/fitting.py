"""A layout that GPML can have: XML ids, each for one thing on the canvas, and numbers within reach.

A box may have the id of its species, and a way that of its thing; an id that is no XML id, or that
something else has, is made anew. The ids of a pathway's own things stay as they are. GPML2013a.xsd,
type xsd:ID; XML Schema Part 2, 3.3.8.
"""

import hashlib
import re
from typing import Any

import msgspec

from pathport.formats.reach import within_reach
from pathport.model.layout import Decoration, End, Layout
from pathport.model.pathway import Pathway

__all__ = ["fitted"]

XML_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


def fitted(pathway: Pathway) -> Pathway:
    """The pathway with ids in its layout that a file can have."""
    if pathway.layout == Layout():
        return pathway
    return msgspec.structs.replace(pathway, layout=within_reach(_Fitting(pathway).layout()))


class _Fitting:
    """The ids of a layout, old and new."""

    def __init__(self, pathway: Pathway) -> None:
        self.drawn = pathway.layout
        self.things = {thing.id for _, thing in pathway.things()}
        self.used: set[str] = set()
        self.names: dict[str, str] = {}

    def layout(self) -> Layout:
        """The layout with every id as it can be."""
        drawn = self.drawn
        for box in drawn.boxes:
            self._fit(box.id, box.species)
        for box in drawn.boxes:
            for mark in box.marks:
                self._fit(mark.id)
        decorations = tuple(self._decoration(n, it) for n, it in enumerate(drawn.drawing))
        ways = [(way, self._fit(way.id, way.of)) for way in drawn.ways]
        changed: dict[str, Any] = {
            "boxes": tuple(
                msgspec.structs.replace(
                    box,
                    id=self.names[box.id],
                    inside=self._name(box.inside),
                    marks=tuple(
                        msgspec.structs.replace(it, id=self.names[it.id]) for it in box.marks
                    ),
                )
                for box in drawn.boxes
            ),
            "ways": tuple(
                msgspec.structs.replace(
                    way,
                    id=id_,
                    start=self._name(way.start),
                    end=self._name(way.end),
                    meets=self._name(way.meets),
                )
                for way, id_ in ways
            ),
            "drawing": tuple(
                msgspec.structs.replace(
                    it,
                    inside=self._name(it.inside),
                    start=self._end(it.start),
                    end=self._end(it.end),
                )
                for it in decorations
            ),
        }
        return msgspec.structs.replace(drawn, **changed)

    def _fit(self, id_: str, own: str = "") -> str:
        """The id itself if a file can have it, or a new one; remembers which."""
        good = XML_ID.fullmatch(id_) and id_ not in self.used
        found = id_ if good and (id_ == own or id_ not in self.things) else self._made(id_)
        self.used.add(found)
        self.names.setdefault(id_, found)
        return found

    def _made(self, id_: str) -> str:
        number = 0
        while True:
            told = f"{id_}\t{number}".encode()
            found = f"d{hashlib.blake2b(told, digest_size=4).hexdigest()}"
            if found not in self.used and found not in self.things:
                return found
            number += 1

    def _decoration(self, number: int, it: Decoration) -> Decoration:
        id_ = self._fit(it.id if it.id is not None else f"\t{number}")
        return msgspec.structs.replace(it, id=id_)

    def _name(self, id_: str | None) -> str | None:
        return self.names.get(id_, id_) if id_ is not None else None

    def _end(self, end: End | None) -> End | None:
        if end is None or end.on is None:
            return end
        return msgspec.structs.replace(end, on=self._name(end.on))
