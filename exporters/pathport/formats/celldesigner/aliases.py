"""The boxes of a diagram: an alias for each box of a species, with one for each of its parts.

Where the layout has boxes of parts they are where it has them, as far as they can be told to be
this part; the others share the room of their complex.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

import msgspec

from pathport.formats.celldesigner.entities import Entities
from pathport.formats.celldesigner.entity import Entity
from pathport.formats.celldesigner.geometry import Rect, angle_said, rounded, seen
from pathport.formats.celldesigner.naming import Naming, alias_of_box
from pathport.formats.celldesigner.states import structural_state
from pathport.formats.celldesigner.terms import SIZE, TOP
from pathport.model.enumerations import Activity
from pathport.model.layout import Box, Style
from pathport.model.pathway import Pathway

__all__ = ["Alias", "Aliases"]

INSET = 8.0
"""Between a complex and what is in it."""
FOOT = 20.0
"""Below what is in a complex: the place of its name."""
LEAST = 1.0
"""The width and height of a part, at least."""
NARROW = 2.5
"""A complex must be so many insets wide, or it has none."""
LETTERS = 3.0
"""How many times as wide as high a name is, at least."""
ENOUGH = 20.0
"""Pixels that a name wants of the height of its box."""


class Alias(msgspec.Struct, frozen=True, kw_only=True):
    """One drawing of an entity, in the alias of its complex if it is part of one."""

    id: str
    entity: Entity
    species: str
    rect: Rect
    within: str = ""
    compartment: str | None = None
    active: bool = False
    group: str | None = None
    view: str | None = None
    structure_at: float | None = None
    """Where its structural state is on its border, if it has one."""
    style: Style = Style()
    parts: tuple["Alias", ...] = ()

    def all(self) -> Iterator["Alias"]:
        """It and all that is in it."""
        yield self
        for part in self.parts:
            yield from part.all()


class Aliases:
    """All aliases of a pathway that has a place for everything."""

    def __init__(self, pathway: Pathway, entities: Entities, naming: Naming) -> None:
        self.pathway = pathway
        self.entities = entities
        self.naming = naming
        self.named: dict[str, str] = {}
        """By id of a box, its alias."""
        self.own: dict[str, list[Box]] = defaultdict(list)
        self.inside: dict[str, list[Box]] = defaultdict(list)
        for box in pathway.layout.boxes:
            if box.part is None:
                self.own[box.species].append(box)
            elif box.inside is not None:
                self.inside[box.inside].append(box)

    @cached_property
    def tops(self) -> tuple[Alias, ...]:
        """The aliases that are in no other one."""
        places = {it.id: it.compartment for it in self.pathway.species}
        return tuple(
            self._alias(entity, box, entity.id, places[entity.id])
            for entity in self.entities.all
            for box in self.own[entity.id]
        )

    def placed(self, told: Collection[str]) -> list[Box]:
        """The boxes of species whose place is not told, where all of these are drawn."""
        return [it for own in self.own.values() for it in own if it.id not in told]

    @cached_property
    def all(self) -> tuple[Alias, ...]:
        """All aliases."""
        return tuple(it for top in self.tops for it in top.all())

    @cached_property
    def by_id(self) -> dict[str, Alias]:
        """All aliases by their ids."""
        return {it.id: it for it in self.all}

    @cached_property
    def of_species(self) -> dict[str, list[Alias]]:
        """The aliases of each species, in order."""
        found: dict[str, list[Alias]] = defaultdict(list)
        for it in self.tops:
            found[it.species].append(it)
        return found

    def _alias(self, entity: Entity, box: Box, species: str, compartment: str | None) -> Alias:
        id_ = self.naming.id_for(alias_of_box(box.id, species), "box", box.id)
        self.named[box.id] = id_
        rect = _rect(box, entity)
        boxes = list(self.inside.get(box.id, ()))
        return Alias(
            id=id_,
            entity=entity,
            species=species,
            rect=rect,
            compartment=compartment,
            active=entity.active or box.activity is Activity.ACTIVE,
            group=box.group,
            view=box.view,
            structure_at=_structure_at(entity, box),
            style=box.style,
            parts=tuple(self._parts(entity, rect, boxes, within=id_, species=species)),
        )

    def _parts(
        self, entity: Entity, room: Rect, boxes: list[Box], *, within: str, species: str
    ) -> Iterator[Alias]:
        """The aliases of what an entity includes; boxes that are told are used up."""
        slots = _shared(room, entity.parts)
        for number, (part, slot) in enumerate(zip(entity.parts, slots, strict=True), start=1):
            told = next((box for box in boxes if box.part == part.shows), None)
            if told is not None:
                boxes.remove(told)
            rect = _rect(told, part) if told is not None else slot
            wanted = alias_of_box(told.id, species) if told else f"{within}_{number}"
            id_ = self.naming.id_for(wanted, "part", within, number)
            if told is not None:
                self.named[told.id] = id_
            inner = list(self.inside.get(told.id, ())) if told is not None else boxes
            style = told.style if told is not None else Style()
            yield Alias(
                id=id_,
                entity=part,
                species=part.id,
                rect=rect,
                within=within,
                active=part.active or (told is not None and told.activity is Activity.ACTIVE),
                group=told.group if told is not None else None,
                view=told.view if told is not None else None,
                structure_at=_structure_at(part, told),
                style=style,
                parts=tuple(self._parts(part, rect, inner, within=id_, species=species)),
            )


def _rect(box: Box, entity: Entity) -> Rect:
    """Where a box is; one without a size has that of its class: nobody sees it else."""
    return seen(Rect(box.x, box.y, box.width, box.height), SIZE[entity.word])


def _structure_at(entity: Entity, box: Box | None) -> float | None:
    """The angle of the structural state of an entity, where a mark of its box has it, or else at
    the top.
    """
    structure = entity.structure
    if structure is None:
        return None
    shows = structural_state(structure, entity.word)
    told = (it for it in box.marks if it.shows == shows) if box else ()
    return next((angle_said((it.x, it.y)) for it in told if it.x or it.y), TOP)


def _shared(room: Rect, parts: Sequence[Entity]) -> list[Rect]:
    """The room of a complex for its parts: one below the other, each as its own parts want, or
    where that leaves no room for their names, side by side too.
    """
    inset = INSET if room.width > NARROW * INSET and room.height > NARROW * INSET else 0.0
    foot = FOOT if room.height > NARROW * FOOT else inset
    inner = Rect(room.x, room.y, room.width, room.height - foot + inset)
    columns = [_in_columns(inner, parts, inset, count) for count in range(1, len(parts) + 1)]
    return max(columns, key=lambda found: min(map(_legible, found)), default=[])


def _legible(rect: Rect) -> float:
    """How high a letter of a name can be in a rectangle, where more than enough is no better."""
    return min(rect.height, rect.width / LETTERS, ENOUGH)


def _in_columns(room: Rect, parts: Sequence[Entity], inset: float, count: int) -> list[Rect]:
    """Parts in rows of so many, a row as high as the part in it that wants most."""
    rows = [parts[start : start + count] for start in range(0, len(parts), count)]
    shares = [max(map(_weight, row)) for row in rows]
    height = (room.height - inset * (len(rows) + 1)) / sum(shares)
    width = max(LEAST, (room.width - inset * (count + 1)) / count)
    found: list[Rect] = []
    y = room.y + inset
    for share, row in zip(shares, rows, strict=True):
        tall = max(LEAST, height * share)
        lefts = (room.x + inset + place * (width + inset) for place in range(len(row)))
        found += (Rect(rounded(x), rounded(y), rounded(width), rounded(tall)) for x in lefts)
        y += tall + inset
    return found


def _weight(entity: Entity) -> float:
    """How many lines an entity has room for."""
    return sum(map(_weight, entity.parts)) + 0.5 if entity.parts else 1.0
