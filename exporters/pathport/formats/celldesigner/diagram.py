"""A pathway as a diagram: entities, their aliases, frames and lines, each decided once.

Writer and the account of native occurrences both walk it. A layout is made for what has none.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from pathport.fidelity.measure import Belonging
from pathport.fidelity.records import Anchor
from pathport.formats.celldesigner.aliases import Alias, Aliases
from pathport.formats.celldesigner.apart import apart
from pathport.formats.celldesigner.attached import Attached, information_said, tags_said
from pathport.formats.celldesigner.border import Residue
from pathport.formats.celldesigner.drawn import Void
from pathport.formats.celldesigner.entities import Entities
from pathport.formats.celldesigner.entity import Entity
from pathport.formats.celldesigner.framed import Framed, frames_drawn, nearest_frame
from pathport.formats.celldesigner.geometry import Rect, Spot
from pathport.formats.celldesigner.lines import Lines
from pathport.formats.celldesigner.made import with_places
from pathport.formats.celldesigner.naming import Naming
from pathport.formats.celldesigner.outermost import without_outermost
from pathport.formats.celldesigner.parts_told import PartsTold, named_members
from pathport.formats.celldesigner.sites import Called
from pathport.formats.celldesigner.terms import DEFAULT, SIZE
from pathport.formats.sbml.plan import Plan, occurrence
from pathport.formats.sbml.write_species import is_of_molecule
from pathport.model.parts import Identifier
from pathport.model.pathway import Pathway
from pathport.model.quantities import Amount, Quantities

__all__ = ["Diagram", "belongings"]


PASSES = 4
"""How often boxes are moved out of a line: one that is moved may come into another."""


class Diagram:
    """All that is drawn of a pathway, whose outermost compartment is called as in a file."""

    def __init__(self, pathway: Pathway) -> None:
        told = {it.id for it in pathway.layout.boxes}
        placed = with_places(without_outermost(pathway)).layout
        amounts = _amounts(pathway)
        self._draw(msgspec.structs.replace(pathway, layout=placed, quantities=amounts))
        for _ in range(PASSES):
            made = {self.aliases.named[it.id]: it.id for it in self.aliases.placed(told)}
            layout = apart(self.lines.reactions, self.pathway.layout, made)
            if layout is None:
                break
            self._draw(msgspec.structs.replace(self.pathway, layout=layout))

    def _draw(self, pathway: Pathway) -> None:
        """Decides what is drawn, with the ids that it has."""
        self.pathway = pathway
        self.plan = Plan(self.pathway)
        self.naming = Naming({*self.plan.taken, DEFAULT})
        self.entities = Entities(self.pathway, self.naming)
        self.aliases = Aliases(self.pathway, self.entities, self.naming)
        self.lines = Lines(self.plan, self.aliases, self.naming)
        _ = self.entities.templates, self.aliases.all, self.lines.reactions  # ids in this order

    @cached_property
    def frames(self) -> Sequence[Framed]:
        """The frames of all compartments, with the ids of their aliases."""
        wanted = (
            (it, it.called if not it.is_first else f"{it.called}_frame")
            for it in frames_drawn(self.pathway.layout)
        )
        return [it._replace(id=self.naming.id_for(id_, "frame", id_)) for it, id_ in wanted]

    @cached_property
    def _frames_of(self) -> Mapping[str, Sequence[Framed]]:
        found: dict[str, list[Framed]] = defaultdict(list)
        for it in self.frames:
            found[it.frame.compartment].append(it)
        return found

    def frame_around(self, compartment: str | None, rect: Rect) -> Framed | None:
        """The frame of a compartment that something in it is drawn in."""
        return nearest_frame(self._frames_of.get(compartment or "", ()), rect)

    @cached_property
    def groups(self) -> Mapping[str, Sequence[str]]:
        """By id of a group, the aliases in it: several, for CellDesigner has none of one."""
        members: dict[str, list[str]] = defaultdict(list)
        for it in self.aliases.all:
            if it.group is not None:
                members[it.group].append(it.id)
        return {
            self.naming.id_for(group, "group", group): aliases
            for group, aliases in sorted(members.items())
            if len(aliases) > 1
        }

    @cached_property
    def voids(self) -> tuple[Void, ...]:
        """The empty sides, each a species and an alias of its own."""
        return tuple(self.lines.voids)

    @cached_property
    def attached(self) -> Attached:
        """What is attached to boxes, empty sides and frames."""
        shapes = (it.alias for it in self.voids)
        frames = (it.called for it in self.frames)
        return Attached(self.pathway.layout, (*self.aliases.named, *shapes, *frames))

    def attached_to(self, alias: str) -> str:
        """The tags and the unit of information of an alias."""
        box = self._boxes.get(alias, alias)
        told = self.attached
        return tags_said(told.tags.get(box, ())) + information_said(told.information.get(box))

    @cached_property
    def _boxes(self) -> Mapping[str, str]:
        return {alias: box for box, alias in self.aliases.named.items()}

    @cached_property
    def catalyzed(self) -> Mapping[str, tuple[str, ...]]:
        """By species, the reactions that it modifies."""
        found: dict[str, dict[str, None]] = {}
        for process, controls in self.lines.ends.controls.items():
            for control in controls:
                for species in control.sources.species():
                    found.setdefault(species, {})[process] = None
        return {species: tuple(sorted(reactions)) for species, reactions in found.items()}

    @cached_property
    def parts_told(self) -> Mapping[str, Sequence[str]]:
        """By complex by name, or part that is one, the identifiers of its members."""
        active = (it.entity.id for it in self.aliases.all if it.active)
        return PartsTold(self.entities, active).all()

    def identifiers_of_part(self, part: Entity) -> Iterator[Identifier]:
        """Those of the molecule of a part, but of a template that a free species tells of."""
        molecule = self.entities.molecules.get(part.molecule)
        if molecule is not None and part.template not in self._free:
            yield from (it for it in molecule.identifiers if is_of_molecule(it.id))

    @cached_property
    def _free(self) -> Collection[str]:
        """The templates of species of one molecule."""
        species = self.entities.species
        free = (it.template for it in self.entities.all if species[it.id].molecule is not None)
        return frozenset(filter(None, free))

    def look_of(self, entity: Entity) -> str:
        """What tells the usual look: the class, or a protein's type that has its own."""
        template = self._types.get(entity.template, "")
        return template if template in SIZE else entity.word

    @cached_property
    def residues(self) -> Mapping[str, Mapping[Called, Residue]]:
        """By template, its residues."""
        return {it.id: it.residues for it in self.entities.templates}

    @cached_property
    def _types(self) -> Mapping[str, str]:
        return {it.id: it.type for it in self.entities.templates}

    def inner_position(self, alias: Alias) -> Spot:
        """Where an alias is in its complex, or in its compartment."""
        if alias.within:
            around = self.aliases.by_id[alias.within].rect
            return alias.rect.x - around.x, alias.rect.y - around.y
        return self.position_in(alias.compartment, alias.rect)

    def position_in(self, compartment: str | None, rect: Rect) -> Spot:
        """Where a rectangle is in the frame of a compartment; at its origin if it has none."""
        framed = self.frame_around(compartment, rect)
        return (rect.x - framed.rect.x, rect.y - framed.rect.y) if framed else (0.0, 0.0)


def _amounts(pathway: Pathway) -> Quantities:
    """How much there is of each species, which is all that is written of quantities."""
    return Quantities(
        amounts=tuple(
            Amount(
                species=it.species,
                amount=it.amount,
                concentration=it.concentration if it.amount is None else None,
                counted=it.counted,
                boundary=it.boundary,
                constant=it.constant,
            )
            for it in pathway.quantities.amounts
        )
    )


# What belongs to what


def belongings(diagram: Diagram) -> dict[Anchor, Belonging]:
    """The thing that each of the file which is seen of it belongs to."""
    return {**dict(_shown(diagram)), **dict(_apart(diagram))}


def _apart(diagram: Diagram) -> Iterator[tuple[Anchor, Belonging]]:
    """The controls that stand for one, and are it together or not at all."""
    for control in diagram.pathway.controls:
        parts = diagram.lines.ends.parts_of(control.id)
        if len(parts) > 1:
            for it in parts:
                yield ("control", it.id), Belonging(control.id, len(parts))


def _shown(diagram: Diagram) -> Iterator[tuple[Anchor, Belonging]]:
    """A template has the id of its molecule, if it is not one of several; what has none is told
    apart by its users.
    """
    for cut in diagram.entities.fragments.by_id.values():
        yield ("molecule", cut.id), Belonging(cut.molecule)
        yield ("molecule", cut.molecule), Belonging(cut.molecule)
    for top in diagram.entities.all:
        if top.molecule and not top.template:
            yield ("molecule", occurrence(top.id)), Belonging(top.molecule)
        for member, term in () if top.parts else named_members(diagram.entities, top.molecule):
            yield ("molecule", occurrence(top.id, term)), Belonging(member)
            if member in diagram.residues:
                yield ("molecule", member), Belonging(member)
        for part in top.all():
            if part is not top and part.molecule and not part.template:
                seen = f"{part.word} {part.label}"
                yield ("molecule", occurrence(top.id, seen)), Belonging(part.molecule)
