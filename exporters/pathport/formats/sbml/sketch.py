"""Which frames and boxes SBML's layout package has of a pathway, and where they are.

Every compartment and species has a glyph, for programs that draw a layout take it for granted: what
the layout of the pathway does not tell is placed beside it. The lines between the boxes are the
business of ``sketch_lines``; how a glyph is spelled is not known. SBML Level 3 Layout Version 1, 3.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

import msgspec

from pathport.formats.sbml.curves import near
from pathport.formats.sbml.dress import PLACE, Looks, label_in
from pathport.formats.sbml.layout_terms import GLYPH
from pathport.formats.sbml.placing import placed
from pathport.formats.sbml.plan import Plan
from pathport.formats.sbml.titles import displayed
from pathport.layout.geometry import Rect, inside, on_border
from pathport.model.ids import is_legal_id, legal_id
from pathport.model.layout import Box, Style

__all__ = ["Glyph", "Sketch"]


class Glyph(msgspec.Struct, frozen=True, kw_only=True):
    """A rectangle that stands for a compartment, a species, or a part of one."""

    id: str
    of: str
    rect: Rect
    text: str | None = None
    """What is written on it, where that is not the name of what it stands for."""
    is_named: bool = True
    look: str
    label: str = PLACE
    """The look of its text."""
    style: Style = Style()


class Sketch:
    """The glyphs of a pathway."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.layout = plan.pathway.layout
        drawn = (*plan.references.values(), *plan.sources.values())
        self.used = {id_.lower() for id_ in (*plan.taken, *plan.made, *drawn)}
        self.placed = placed(plan)
        self.looks = Looks(plan)
        self.told = {it.id: it for it in self.layout.boxes}
        self.ids = {it.id: self.own_id(it.id, it.species) for it in self.layout.boxes}
        self.ids |= {it.id: self.new_id(it.id) for it in self.placed.boxes}

    def new_id(self, wanted: str) -> str:
        """An id like this that nothing has, whatever its case."""
        id_, number = wanted, 1
        while id_.lower() in self.used:
            number += 1
            id_ = f"{wanted}_{number}"
        self.used.add(id_.lower())
        return id_

    def own_id(self, id_: str, of: str) -> str:
        """The id of a glyph that shows a box or way of this id."""
        if id_ == of or not is_legal_id(id_) or id_.lower() in self.used:
            return self.new_id(f"{legal_id(id_)}{GLYPH}")
        self.used.add(id_.lower())
        return id_

    # Frames and boxes

    @cached_property
    def frames(self) -> tuple[Glyph, ...]:
        """A glyph for each compartment, in their order."""
        places = [it.id for it in self.plan.pathway.compartments]
        styles = {it.compartment: it.style for it in self.layout.frames}
        found = [
            Glyph(
                id=self.new_id(f"{id_}{GLYPH}"),
                of=id_,
                rect=self.placed.frames[id_],
                look=self.looks.of_place(id_),
                style=styles.get(id_, Style()),
            )
            for id_ in places
        ]
        if self.plan.implicit is not None:
            id_, rect = self.plan.implicit, self.placed.nowhere
            glyph = self.new_id(f"{id_}{GLYPH}")
            look = self.looks.of_place(id_)
            found.append(Glyph(id=glyph, of=id_, rect=rect, is_named=False, look=look))
        return tuple(found)

    @cached_property
    def _boxes(self) -> Mapping[str, Box]:
        return {it.id: it for it in (*self.layout.boxes, *self.placed.boxes)}

    @cached_property
    def boxes(self) -> tuple[Glyph, ...]:
        """A glyph for each box of a species as a whole; the last of a species, by which Newt knows
        where it is, is in no other one, and in its own compartment if one is.
        """
        whole = [it for it in self._boxes.values() if it.part is None]
        whole.sort(key=lambda it: (not it.inside, self._is_at_home(it), it.id))
        return tuple(map(self._glyph, whole))

    def _is_at_home(self, box: Box) -> bool:
        """Whether the smallest frame that a box is in, if any, is that of its compartment."""
        rect = Rect(box.x, box.y, box.width, box.height)
        around = (id_ for id_, frame in self.placed.frames.items() if inside(rect, frame))
        nearest = min(around, key=lambda it: (_area(self.placed.frames[it]), it), default=None)
        return nearest in (None, self._places[box.species])

    @cached_property
    def _places(self) -> Mapping[str, str | None]:
        return {it.id: it.compartment for it in self.plan.pathway.species}

    @cached_property
    def parts(self) -> tuple[Glyph, ...]:
        """A glyph for each box of a part of a species."""
        return tuple(self._glyph(it) for it in self._boxes.values() if it.part is not None)

    def _glyph(self, box: Box) -> Glyph:
        text, looks = box.label, self.looks
        if text is None and box.part is not None:
            text = displayed(self.plan.part_of(box.part))
        id_ = self.ids[box.id]
        name = self._names[box.species] if text is None else text
        return Glyph(
            id=id_,
            of=box.species,
            rect=Rect(box.x, box.y, box.width, box.height),
            text=text,
            look=looks.of_species(box.species) if box.part is None else looks.of_part(box.part),
            label=label_in(box.width, name),
            style=box.style,
            is_named=box.id not in self._divided if text is None else text != "",
        )

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """By id of a species, its name in the file."""
        return {it.id: self.plan.label_of(it) for it in self.plan.pathway.species}

    @cached_property
    def _divided(self) -> frozenset[str]:
        """The boxes whose parts are drawn in them, with their own texts."""
        return frozenset(
            it.inside for it in self._boxes.values() if it.part is not None and it.inside
        )

    # What lines end on

    @cached_property
    def boxes_of(self) -> Mapping[str, list[str]]:
        """By id of a species, the boxes that show it as a whole."""
        found: dict[str, list[str]] = defaultdict(list)
        for box in sorted(self._boxes.values(), key=lambda it: (it.inside is not None, it.id)):
            if box.part is None:
                found[box.species].append(box.id)
        return found

    @cached_property
    def _touched(self) -> Mapping[str, tuple[Box, Rect]]:
        """By id of a box or a mark, the box that it is or is on, and where it is itself."""
        found: dict[str, tuple[Box, Rect]] = {}
        for box in self._boxes.values():
            rect = near(Rect(box.x, box.y, box.width, box.height))
            for mark in box.marks:
                x, y = on_border(rect, (mark.x, mark.y))
                own = Rect(x - mark.width / 2, y - mark.height / 2, mark.width, mark.height)
                found[mark.id] = box, near(own)
            found[box.id] = box, rect
        return found

    def rect_of(self, end: str | None) -> Rect | None:
        """Where a box or mark is."""
        found = self._touched.get(end or "")
        return found[1] if found else None

    def species_at(self, end: str | None) -> str | None:
        """The species that a box or mark shows, or that has what it shows as a part."""
        found = self._touched.get(end or "")
        return found[0].species if found else None

    def glyph_at(self, end: str) -> str:
        """The glyph of the whole that a box or mark belongs to."""
        box = self._touched[end][0]
        while box.part is not None and box.inside is not None:
            box = self._boxes[box.inside]
        whole = box.id if box.part is None else self.boxes_of[box.species][0]
        return self.ids[whole]


def _area(rect: Rect) -> float:
    return rect.width * rect.height
