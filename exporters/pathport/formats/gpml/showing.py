"""Which boxes draw the species of a pathway: nodes, and groups of nodes; decided once.

A species is a node; a complex, a family with members or a set is a group of the nodes of what is in
it. No group is in another one, for WikiPathways' own converter takes none: the parts of complexes
in a complex are its parts, a family in it is one node, and for a member of a set that is a group
itself a node stands in the set, with the text of the group beside it. The layout of the pathway
may tell several boxes of a species, and where they are; what it does not tell is made here, but for
positions. Ids that are made look like PathVisio's, so that no reader takes them for a name.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from pathport.formats.gpml.dialect import Dialect
from pathport.formats.gpml.drawing import Xref
from pathport.formats.gpml.family_states import member_states, sites_in
from pathport.formats.gpml.routes import open_ids, taken_ids
from pathport.formats.gpml.showing_bound import Bound, box_of, has_leaf, leaves
from pathport.formats.gpml.showing_molecules import (
    look_of,
    texts_of,
    type_of,
    variant_xref,
    xref_of,
)
from pathport.formats.gpml.showing_states import general_state, shown_items
from pathport.formats.gpml.states import usual_fields
from pathport.formats.gpml.xrefs import shown_xref
from pathport.model.enumerations import Kind, Relation
from pathport.model.ids import numbered
from pathport.model.layout import Box, Mark
from pathport.model.parts import Component, Identifier, Site, State
from pathport.model.pathway import Pathway
from pathport.model.things import Form, Molecule, Species, is_made_of

__all__ = ["Item", "Showing", "Shown"]

MOST_REPEATED = 24
"""A part is drawn as often as the complex has it, up to here; beyond it is drawn once."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One thing of a state that a node shows, with its mark where the layout tells it."""

    id: str
    shows: State
    mark: Mark | None = None
    note: str | None = None
    """What the molecule tells of the site."""
    references: tuple[str, ...] = ()
    xref: Xref = Xref()
    molecule: str = ""
    """What is bound, where the mark tells of that; it shows nothing of a state."""
    label: str = ""
    """The text that tells what is bound."""


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A box: a node or, with a ``group`` type, what is in a group."""

    id: str
    species: str
    label: str = ""
    type: str = ""
    group: str = ""
    is_complex: bool = False
    xref: Xref = Xref()
    molecule: str = ""
    """The molecule that a node or family shows; of a complex that is a node, a new one."""
    part: Component | None = None
    inner: tuple["Shown", ...] = ()
    items: tuple[Item, ...] = ()
    stands_in: bool = False
    """Whether it is a node in a set for a species that has a group."""
    told: Box | None = None
    site_fields: Mapping[str, str] = {}
    """What the comment of a site repeats of the node."""

    def all(self) -> Iterator["Shown"]:
        """The box and all boxes in it."""
        yield self
        for shown in self.inner:
            yield from shown.all()


class Showing:
    """The boxes of a pathway."""

    def __init__(self, pathway: Pathway, dialect: Dialect) -> None:
        self.pathway = pathway
        self.dialect = dialect
        self.species = {it.id: it for it in pathway.species}
        self.molecules = {it.id: it for it in pathway.molecules}
        self.texts = texts_of(pathway)
        self.bound = Bound(self.molecules)
        self.taken = taken_ids(pathway) | set(open_ids(pathway).values())
        self.given: set[str] = set()
        self.stood_for: set[str] = set()
        """The species for which a node stands in a set."""
        self.inside: dict[str, list[Box]] = defaultdict(list)
        """By id of a box, the boxes that the layout has in it."""
        self.own: dict[str, list[Box]] = defaultdict(list)
        """By id of a species, its boxes that stand for themselves."""
        known = {box.id for box in pathway.layout.boxes}
        for box in pathway.layout.boxes:
            if box.inside in known:
                self.inside[box.inside or ""].append(box)
            elif box.part is None:
                self.own[box.species].append(box)

    @cached_property
    def tops(self) -> tuple[Shown, ...]:
        """The boxes that are in no other one; sets first, for they hold boxes of others."""
        found: list[Shown] = []
        sets = [it for it in self.pathway.species if it.form is Form.SET]
        rest = [it for it in self.pathway.species if it.form is not Form.SET]
        held = {member for it in sets for member in it.members}
        for species in (*(it for it in sets if it.id not in held), *sets, *rest):
            if species.id in self.drawn:
                continue
            self.drawn.add(species.id)
            boxes: Sequence[Box | None] = self.own.get(species.id) or (None,)
            found += [self.shown(species, box, species.id) for box in boxes]
        return tuple(found)

    @cached_property
    def drawn(self) -> set[str]:
        """The species that have a box already."""
        return set()

    @cached_property
    def used(self) -> frozenset[str]:
        """The species that a line ends on."""
        pathway = self.pathway
        found = {it.species for p in pathway.processes for it in (*p.inputs, *p.outputs)}
        found |= {it.template for it in pathway.processes if it.template is not None}
        found |= {it.species for a in pathway.associations for it in a.participants}
        for control in pathway.controls:
            found.update(control.sources.species())
            found.add(control.target or "")
        return frozenset(found)

    @cached_property
    def new_molecules(self) -> Mapping[str, str]:
        """By id of a species, the molecule of a node that shows it without its parts."""
        return numbered({it: f"{it}_molecule" for it in self.species}, self.taken)

    @cached_property
    def bare(self) -> frozenset[str]:
        """The complexes without a known part, and the sets without a member to be drawn."""
        return frozenset(it.id for it in self.pathway.species if self._is_bare(it))

    def _is_bare(self, species: Species) -> bool:
        if species.form is Form.SET:
            return next(self._shown_members(species), None) is None
        return species.form is Form.COMPLEX and not any(map(has_leaf, species.components))

    def _shown_members(self, species: Species) -> Iterator[str]:
        """The members of a set that are drawn in it: all but sets, where the set is or the layout
        has them.
        """
        boxes = (box for own in self.own.get(species.id, ()) for box in self.inside.get(own.id, ()))
        there = {box.species for box in boxes if box.part is None}
        for member in species.members:
            found = self.species[member]
            is_near = member in there or found.compartment == self.places[species.id]
            if found.form is not Form.SET and is_near:
                yield member

    @cached_property
    def places(self) -> Mapping[str, str | None]:
        """By id of a species, the compartment that it is drawn in: of a set of which none is told
        that of its members, if they have one.
        """
        found = {it.id: it.compartment for it in self.pathway.species}
        for species in self.pathway.species:
            around = {self.species[it].compartment for it in species.members}
            if species.compartment is None and len(around) == 1:
                found[species.id] = around.pop()
        return found

    def _is_node(self, species: Species, told: Sequence[Box]) -> bool:
        """Whether a member of a set is a node by itself; ``told`` are its boxes in the set."""
        if species.form is Form.SINGLE:
            return not self.bound.is_family(species.molecule)
        boxes = (*told, *self.own.get(species.id, ()))
        alone = bool(told) and not any(it.id in self.inside for it in boxes)
        return species.id in self.bare or (alone and self.bound.holder(species) is not None)

    # Ids

    def id_for(self, wanted: str, box: Box | None, *place: object) -> str:
        """The id of a box: as the layout tells it, the one wanted, or else one that is made."""
        for id_ in (box.id if box is not None else wanted, wanted):
            if id_ and id_ not in self.given:
                self.given.add(id_)
                return id_
        return self.made(*place)

    def made(self, *place: object) -> str:
        """An id of the form of PathVisio's, from where it is needed."""
        number = 0
        while True:
            told = "\t".join(map(str, (*place, number))).encode()
            id_ = f"e{hashlib.blake2b(told, digest_size=4).hexdigest()}"
            if id_ not in self.given and id_ not in self.taken:
                self.given.add(id_)
                return id_
            number += 1

    # Boxes

    def shown(self, species: Species, told: Box | None, wanted: str) -> Shown:
        """The box of a species."""
        id_ = self.id_for(wanted, told, "box", species.id, wanted)
        bare = Shown(id=id_, species=species.id, told=told)
        if species.id in self.bare:
            kind = Kind.COMPLEX if species.form is Form.COMPLEX else Kind.UNKNOWN
            return msgspec.structs.replace(
                bare,
                label=species.name or species.id,
                type=self.dialect.kind.word(kind) or "",
                molecule=self.new_molecules[species.id],
            )
        if species.form is Form.SET:
            return self._set(bare, species)
        if species.form is Form.COMPLEX:
            return self._holder(bare, species) or self._complex(bare, species)
        molecule = self.molecules[species.molecule or ""]
        if self.bound.is_family(molecule.id):
            return self._family(bare, molecule, species.state)
        return self._node(bare, molecule, species.state, own=species.identifiers)

    def _set(self, bare: Shown, species: Species) -> Shown:
        """A group of its members, each a node; one that is used elsewhere is drawn again."""
        inner: list[Shown] = []
        boxes = [it for it in self.inside.get(bare.id, ()) if it.part is None]
        for n, member in enumerate(self._shown_members(species)):
            told = [it for it in boxes if it.species == member]
            if not self._is_node(self.species[member], told):
                nodes = [it for it in told if it.id not in self.inside]
                places = nodes or (None,)
                inner += [self._stand_in(self.species[member], it, (bare.id, n)) for it in places]
                continue
            alone = member in self.own or member in self.drawn
            alone |= not told and member in self.used
            self.drawn |= set() if alone else {member}
            wanted = self.made(bare.id, n) if alone and not told else member
            inner += [self.shown(self.species[member], it, wanted) for it in told or (None,)]
        return msgspec.structs.replace(bare, group=self.dialect.group, inner=tuple(inner))

    def _stand_in(self, species: Species, told: Box | None, place: tuple[str, int]) -> Shown:
        """The node in a set for a member that has a group: a complex, or a family in its state."""
        self.stood_for.add(species.id)
        id_ = self.id_for("", told, "stands in", *place)
        bare = Shown(id=id_, species=species.id, told=told, stands_in=True)
        molecule = self.new_molecules[species.id]
        if species.form is Form.SINGLE:
            family = self.molecules[species.molecule or ""]
            node = self._node(bare, family, general_state(species.state, family))
            return msgspec.structs.replace(node, molecule=molecule)
        return msgspec.structs.replace(
            bare,
            label=self._text(species),
            type=self.dialect.kind.word(Kind.COMPLEX) or "",
            molecule=molecule,
            xref=shown_xref(species.identifiers, (Relation.IS,), self.dialect.xref_of),
        )

    def _text(self, species: Species) -> str:
        """What a complex is called: by its name, or else by its parts."""
        if species.name is not None or species.id not in self.stood_for:
            return species.name or ""
        known = ((self.molecules[it.molecule or ""], n) for it, n in leaves(species.components, 1))
        return ":".join(self.texts[it.id] for it, count in known for _ in repeated(count))

    def _complex(self, bare: Shown, species: Species) -> Shown:
        """A group of the nodes of all parts, each as often as the complex has it."""
        inner: list[Shown] = []
        bound, marked = self.bound.marked(self.inside.get(bare.id, ()), species)
        for n, (component, count) in enumerate(leaves(species.components, 1)):
            one = msgspec.structs.replace(component, count=1)
            as_marks = min(marked, count) if one == bound else 0
            marked -= as_marks
            left = count - as_marks
            inner += [self._component(bare, one, (n, again)) for again in repeated(left)]
        if bound is not None:
            inner = [self._with_bound(it, bound) for it in inner]
        return msgspec.structs.replace(
            bare,
            label=self._text(species),
            group=self.dialect.complex,
            is_complex=True,
            inner=tuple(inner),
            xref=shown_xref(species.identifiers, (Relation.IS,), self.dialect.xref_of),
        )

    def _with_bound(self, part: Shown, bound: Component) -> Shown:
        """A part with what the layout has bound to it."""
        marks = part.told.marks if part.told is not None else ()
        items = (self._bound(part, bound, it) for it in marks if it.shows == State())
        return msgspec.structs.replace(part, items=(*part.items, *items))

    def _holder(self, bare: Shown, species: Species) -> Shown | None:
        """The node of a complex that the layout has as one: of one molecule that nucleotides are
        bound to, each a mark.
        """
        holder = self.bound.holder(species)
        if bare.told is None or bare.id in self.inside or holder is None:
            return None
        molecule = self.molecules[holder.molecule or ""]
        bound = [it for it in species.components if it != holder]
        node = self._node(bare, molecule, holder.state, own=species.identifiers)
        marks = iter(it for it in bare.told.marks if it.shows == State())
        items = (self._bound(bare, it, next(marks, None)) for it in bound)
        return msgspec.structs.replace(node, items=(*node.items, *items))

    def _bound(self, bare: Shown, component: Component, mark: Mark | None) -> Item:
        molecule = self.molecules[component.molecule or ""]
        id_ = mark.id if mark is not None else self.made(bare.id, "bound", molecule.id)
        self.given.add(id_)
        label = molecule.name or ""
        return Item(id=id_, shows=State(), mark=mark, molecule=molecule.id, label=label)

    def _component(self, whole: Shown, component: Component, place: tuple[int, int]) -> Shown:
        boxes = [it for it in self.inside.get(whole.id, ()) if it.id not in self.given]
        told = box_of(component, boxes, self.species[whole.species])
        id_ = told.id if told is not None else self.made(whole.id, *place)
        self.given.add(id_)
        bare = Shown(id=id_, species=whole.species, part=component, told=told)
        molecule = self.molecules[component.molecule or ""]
        return self._node(bare, molecule, component.state, own=component.identifiers)

    def _family(self, bare: Shown, molecule: Molecule, state: State) -> Shown:
        """A group of the members of a family, all in its state."""
        boxes = self.inside.get(bare.id, ())
        inner: list[Shown] = []
        known = (self.molecules[it.molecule] for it in molecule.members)
        looks = {
            it.id: look_of(it, self.texts[it.id], self.molecules, self.dialect) for it in known
        }
        states = member_states(state, molecule, looks)
        for n, member in enumerate(molecule.members):
            shows = states[member.molecule]
            own = sites_in(state, molecule, member.molecule)
            part = Component(molecule=member.molecule, state=shows)
            told = [it for it in boxes if it.part == part and it.id not in self.given]
            for box in told or (None,):
                id_ = box.id if box is not None else self.made(bare.id, n)
                self.given.add(id_)
                node = Shown(id=id_, species=bare.species, part=part, told=box)
                inner.append(self._node(node, self.molecules[member.molecule], shows, sites=own))
        return msgspec.structs.replace(
            bare,
            label=self.texts[molecule.id],
            group=self.dialect.group,
            molecule=molecule.id,
            inner=tuple(inner),
            xref=xref_of(molecule, (), self.dialect),
        )

    def _node(
        self,
        bare: Shown,
        molecule: Molecule,
        state: State,
        *,
        own: Sequence[Identifier] = (),
        sites: Sequence[Site] = (),
    ) -> Shown:
        """A node; ``sites`` are what a family tells of the molecule's."""
        found: list[Item] = []
        for n, (item, known) in enumerate(shown_items(state, molecule, sites)):
            note = next((it.note for it in known), None)
            references = tuple(sorted({it.reference for it in known if it.reference is not None}))
            xref = variant_xref(item, own, self.dialect)
            told = Item(id="", shows=item, note=note, references=references, xref=xref)
            for mark in self._marks(bare, item) or (None,):
                id_ = mark.id if mark is not None else self.made(bare.id, "state", n)
                self.given.add(id_)
                found.append(msgspec.structs.replace(told, id=id_, mark=mark))
        is_empty = molecule.name is None and bare.told is not None and bare.told.label == ""
        species = self.species[bare.species]
        called = self.texts[molecule.id]
        if species.molecule == molecule.id and is_made_of(molecule, species):
            called = species.name or species.original_id or species.id
        label = "" if is_empty else called
        xref = xref_of(molecule, own, self.dialect)
        return msgspec.structs.replace(
            bare,
            label=label,
            type=type_of(molecule, xref, self.molecules, self.dialect),
            xref=xref,
            molecule=molecule.id,
            items=tuple(found),
            site_fields=usual_fields(label, self.dialect.curie_of(xref)),
        )

    def _marks(self, bare: Shown, item: State) -> Sequence[Mark]:
        """The next mark of a box that shows this; of what is told once however often it is drawn,
        all of them.
        """
        told = bare.told.marks if bare.told is not None else ()
        marks = [it for it in told if it.shows == item and it.id not in self.given]
        return marks if any(it.is_one for it in item.modifications) else marks[:1]


def repeated(count: int) -> range:
    """How often a part is drawn."""
    return range(count if count <= MOST_REPEATED else 1)
