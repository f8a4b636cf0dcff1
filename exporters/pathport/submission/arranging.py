"""Where everything is in a submission: the picture of a pathway, and the layout that it shows.

GPML draws a family as a group of its members, so each family has room for them in the picture, as a
set has; what a process leaves nothing of, or takes from nothing, is drawn beside it; and places
have their names on labels.
"""

from collections.abc import Iterator, Mapping

import msgspec

from pathport.formats.gpml.depicting import component_of
from pathport.formats.gpml.routes import open_ids
from pathport.formats.gpml.showing_states import general_state
from pathport.formats.gpml.terms import DEGRADED
from pathport.layout.engine import laid_out
from pathport.layout.keeping import kept
from pathport.layout.picture import Glyph, GlyphKind, LineRole, Picture
from pathport.model.enumerations import Kind
from pathport.model.ids import numbered
from pathport.model.layout import Box, Decoration, DecorationKind, Layout, Point, Style, Way
from pathport.model.parts import Component, State
from pathport.model.pathway import Pathway
from pathport.model.things import Form, Process, Species

__all__ = ["arranged"]

SIZE = 10.0
LETTER, LINE = 6.0, 13.0
"""The size of the names of places, and about how wide a letter and how high a line of it is."""
SIDES = frozenset({LineRole.INPUT, LineRole.OUTPUT})
"""Lines between a process and what it takes or leaves."""


def arranged(pathway: Pathway) -> tuple[Picture, Layout]:
    """The picture, and the layout: that of the pathway or, if it has none, of the picture."""
    spread = _Spread(pathway)
    picture = laid_out(spread.pathway)
    if pathway.layout != Layout():
        return picture, pathway.layout
    layout = kept(picture, spread.pathway)
    named = names_of_places(pathway, picture)
    told = msgspec.structs.replace(
        layout,
        boxes=tuple(map(spread.of_part, layout.boxes)),
        frames=tuple(
            msgspec.structs.replace(it, label="" if it.compartment in named else None)
            for it in layout.frames
        ),
        drawing=(*layout.drawing, *named.values()),
    )
    return picture, with_open_sides(told, pathway, picture)


class _Spread:
    """A pathway whose families are sets of their members, as they are to be laid out."""

    def __init__(self, pathway: Pathway) -> None:
        self.molecules = {it.id: it for it in pathway.molecules}
        self.parts: dict[str, tuple[str, Component]] = {}
        """By id of a species that stands for a member, the family's species, and the part of it."""
        families = [it for it in pathway.species if self._is_family(it)]
        wanted = {
            f"{it.id}/{part.molecule}": f"{it.id}_{part.molecule}"
            for it in families
            for part in self._members(it)
        }
        taken = {pathway.id, *(thing.id for _, thing in pathway.things())}
        self.ids: Mapping[str, str] = numbered(wanted, taken | set(pathway.quantities.ids()))
        spread = [it for species in pathway.species for it in self._spread(species)]
        self.pathway = msgspec.structs.replace(pathway, species=tuple(spread), layout=Layout())

    def _is_family(self, species: Species) -> bool:
        molecule = self.molecules.get(species.molecule or "")
        is_one = molecule is not None and molecule.kind is Kind.FAMILY and bool(molecule.members)
        return species.form is Form.SINGLE and is_one

    def _members(self, species: Species) -> Iterator[Component]:
        """The parts that GPML draws of a family."""
        family = self.molecules[species.molecule or ""]
        state = general_state(species.state, family)
        yield from (Component(molecule=it.molecule, state=state) for it in family.members)

    def _spread(self, species: Species) -> Iterator[Species]:
        if not self._is_family(species):
            yield species
            return
        members = []
        for part in self._members(species):
            id_ = self.ids[f"{species.id}/{part.molecule}"]
            self.parts[id_] = species.id, part
            members.append(id_)
            yield Species(
                id=id_, molecule=part.molecule, state=part.state, compartment=species.compartment
            )
        yield msgspec.structs.replace(
            species, form=Form.SET, molecule=None, state=State(), members=tuple(members)
        )

    def of_part(self, box: Box) -> Box:
        """The box of a member as one of a part of its family."""
        if box.species not in self.parts:
            return box
        species, part = self.parts[box.species]
        return msgspec.structs.replace(box, species=species, part=part)


def names_of_places(pathway: Pathway, picture: Picture) -> dict[str, Decoration]:
    """By compartment a label with its name, where the picture has it.

    PathVisio shows no cellular component; the shape of one whose name is another has it as text.
    """
    found: dict[str, Decoration] = {}
    bare = {it.id for it in pathway.compartments if it.name in (None, component_of(it))}
    for area in picture.areas:
        if area.compartment in bare and area.lines:
            x, y = area.label
            width = LETTER * max(map(len, area.lines))
            last = Point(x=x + width, y=y + LINE * len(area.lines))
            found[area.compartment] = Decoration(
                kind=DecorationKind.LABEL,
                text="\n".join(area.lines),
                points=(Point(x=x, y=y), last),
                style=Style(size=SIZE),
            )
    return found


def with_open_sides(layout: Layout, pathway: Pathway, picture: Picture) -> Layout:
    """The layout with the shapes of what is nothing, and the ways to them, as in the picture."""
    ids = open_ids(pathway)
    empty = {it.thing: it for it in picture.glyphs if it.kind is GlyphKind.VOID}
    drawing, ways = [*layout.drawing], [*layout.ways]
    for process in pathway.processes:
        if process.id in empty and process.id in ids and process.template is None:
            found = open_ways(process, ids[process.id], boxes_at(process.id, layout, picture))
            ways += found
            drawing += [shape(ids[process.id], empty[process.id])] if found else []
    return msgspec.structs.replace(layout, ways=tuple(ways), drawing=tuple(drawing))


def boxes_at(process: str, layout: Layout, picture: Picture) -> Mapping[str, str]:
    """By species that a process takes or leaves, the box that the picture has beside it."""
    glyphs = {it.id: it for it in picture.glyphs}
    boxes = {(it.species, it.x, it.y): it.id for it in layout.boxes if it.inside is None}
    lines = (it for it in picture.lines if it.of == process and it.role in SIDES)
    ends = (glyphs[end] for line in lines for end in (line.start, line.end))
    found = ((it.thing, boxes.get((it.thing, it.x, it.y))) for it in ends)
    return {species: box for species, box in found if box is not None}


def open_ways(process: Process, nothing: str, boxes: Mapping[str, str]) -> list[Way]:
    """The ways of a process with an open side: one to that, which the others join in its middle.

    There are none where the picture does not have all that takes part.
    """
    sides = [it.species for it in (*process.inputs, *process.outputs)]
    if not set(sides) <= boxes.keys():
        return []
    ways = []
    for number, box in enumerate(boxes[it] for it in dict.fromkeys(sides)):
        start, end = (box, nothing) if process.inputs else (nothing, box)
        way = Way(id=f"{process.id}_way_{number}", of=process.id, start=start, end=end)
        if number:
            gone = {"end" if process.inputs else "start": None}
            way = msgspec.structs.replace(way, at=0.5, **gone)
        ways.append(way)
    return ways


def shape(id_: str, glyph: Glyph) -> Decoration:
    """The shape of what is nothing."""
    first = Point(x=glyph.x, y=glyph.y)
    last = Point(x=glyph.x + glyph.width, y=glyph.y + glyph.height)
    style = Style(shape=DEGRADED)
    return Decoration(kind=DecorationKind.SHAPE, id=id_, points=(first, last), style=style)
