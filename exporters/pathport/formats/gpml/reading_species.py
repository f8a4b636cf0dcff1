"""Which boxes of a drawing are species, and which of them are the same one.

Nodes and groups that say the same in the same compartment are one species drawn several times,
except where a line joins them. That they have ids of their own says nothing, whoever gave these: in
a pathway of ours a record tells what is a species by itself. A node of type Complex stands for the
complex that is drawn as a group with its text. GPML 2013a, DataNode and Group.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from pathport.formats.gpml.book import Book, is_given
from pathport.formats.gpml.drawing import Group
from pathport.formats.gpml.implied import SMALL
from pathport.formats.gpml.reading_groups import Entity, Nodes, content_of_molecule, with_sites_of
from pathport.formats.gpml.reading_places import Places
from pathport.model.enumerations import Kind
from pathport.model.references import with_names
from pathport.model.things import Form, Molecule, Species

__all__ = ["Joined", "Kinds"]

Joined = Collection[frozenset[str]]
"""Pairs of boxes that a line joins."""


class Kinds:
    """The species of a drawing, box by box."""

    def __init__(self, book: Book, places: Places) -> None:
        self.book = book
        self.places = places
        self.canvas = book.canvas
        self.nodes = Nodes(book)
        self.entities: dict[str, Entity] = {}
        self.sets: dict[str, Group] = {}
        self.whole_of: dict[str, str] = {}
        """By id of a node, group or state, the box of the species that it is or is part of."""
        self.species_of: dict[str, str] = {}
        """By id of a box, its species."""
        self.first: dict[str, str] = {}
        """By id of a species, the box whose element tells of it as a whole."""
        self.absorbed: dict[tuple[str, str], str] = {}
        """Molecules that were told of once more, by construct and id, and what they are."""
        self._find()

    def _find(self) -> None:
        for node in self.canvas.nodes.values():
            if self._outermost(node.group) is None:
                self._add(self.nodes.single(node))
        used = {it.thing for line in self.canvas.lines.values() for it in self.canvas.ends(line)}
        for group in self.canvas.groups.values():
            if self._outermost(group.group) is not None:
                continue
            if self.nodes.is_whole(group):
                self._add(self.nodes.group(group))
            elif group.type in self.book.dialect.sets or group.id in used:
                self.sets[group.id] = group
            else:
                self.book.lose_whole("a group that is nothing by itself", group)
        self._find_sets()
        for state in self.canvas.states.values():
            if state.node in self.whole_of:
                self.whole_of[state.id] = self.whole_of[state.node]
            else:
                self.book.lose_whole("a state of nothing", state)

    def _add(self, entity: Entity | None) -> None:
        if entity is not None:
            self.entities[entity.box] = entity
            self.whole_of |= dict.fromkeys((entity.box, *entity.parts), entity.box)

    def _outermost(self, group: str) -> Group | None:
        """The outermost complex or family that a group is in, or is."""
        wholes = [it for it in self.canvas.wholes(group) if self.nodes.is_whole(it)]
        return wholes[-1] if wholes else None

    def _find_sets(self) -> None:
        """Keeps those sets that have members; others are told and gone."""
        for group in [*self.sets.values()]:
            if any(True for _ in self.members(group)):
                self.whole_of[group.id] = group.id
            else:
                self.book.lose_whole("a group without members", group)
                del self.sets[group.id]

    def members(self, group: Group) -> Iterator[str]:
        """The boxes in a set; a group in it that is nothing by itself is looked into."""
        for it in self.canvas.members.get(group.id, ()):
            if it.id in self.entities or (it.id in self.sets and it.id != group.id):
                yield it.id
            elif isinstance(it, Group) and not self.nodes.is_whole(it):
                yield from self.members(it)

    def is_one_thing(self, one: str, other: str) -> bool:
        """Whether two boxes show the same molecules, in whatever state, or small ones alone, of
        which one becomes the other.
        """
        shown = [self._molecules(box) for box in (one, other)]
        small = all(it.kind in SMALL for some in shown for it in some)
        first, second = (sorted(map(content_of_molecule, some)) for some in shown)
        return all(shown) and (first == second or small)

    def _molecules(self, box: str) -> list[Molecule]:
        """The molecules that a box shows; none of a set."""
        entity = self.entities.get(box)
        return [self.book.molecules[it] for it in entity.molecules] if entity is not None else []

    # Species

    def species(self, joined: Joined, *, merge: bool) -> Iterator[Species]:
        """Each species that is drawn, sets last."""
        standing = self._standing(joined) if merge else {}
        nodes = {entity.box for more in standing.values() for entity in more}
        alike: dict[tuple[object, ...], list[Entity]] = defaultdict(list)
        for box in sorted(self.entities.keys() - nodes):
            entity = self.entities[box]
            alike[entity.form, entity.content, self.places.of(entity.rect)].append(entity)
        for same in alike.values():
            for one in _apart(same, joined) if merge else [[it] for it in same]:
                yield self._species(
                    one, [it for whole in one for it in standing.get(whole.box, ())]
                )
        for group in self._sets_in_order():
            yield self._set(group)

    def _standing(self, joined: Joined) -> dict[str, list[Entity]]:
        """By box of a complex, the nodes that stand for it: of type Complex, without a State, and
        with the text that the groups of this one complex have in their compartment.
        """
        groups: dict[tuple[str, str | None], list[Entity]] = defaultdict(list)
        for it in self.entities.values():
            if it.form is Form.COMPLEX and isinstance(it.drawn, Group) and it.drawn.label:
                groups[it.drawn.label, self.places.of(it.rect)].append(it)
        wholes = {key: one for key, same in groups.items() if (one := _only_one(same, joined))}
        found: dict[str, list[Entity]] = defaultdict(list)
        for it in self.entities.values():
            told = self.nodes.told.get(it.box)
            if told is None or told.molecule.kind is not Kind.COMPLEX:
                continue
            one = wholes.get((it.label, self.places.of(it.rect)), [])
            is_joined = any({it.box, whole.box} in joined for whole in one)
            if one and not is_joined and it.box not in self.canvas.states_of:
                found[one[0].box].append(it)
        return found

    def _species(self, one: list[Entity], standing: Sequence[Entity]) -> Species:
        """The species that these boxes are: what the first says, and what all say of it.

        What identifies a node that is ``standing`` for them identifies them.
        """
        first, book = one[0], self.book
        id_ = book.named(first.box, first.label)
        self.first[id_] = first.box
        for entity in one:
            anchor = ("species", id_) if entity is first else ("box", entity.box)
            book.stands(anchor, entity.drawn)
            if entity is not first:
                book.homes["", entity.box] = ("box", entity.box)
                self._absorb(first, entity)
        one = [*one, *(self._standing_alone(it) for it in standing)]
        self.species_of |= {entity.box: id_ for entity in one}
        return Species(
            id=id_,
            form=first.form,
            compartment=self.places.of(first.rect),
            identifiers=tuple(it for entity in one for it in entity.identifiers),
            accessions=tuple(it for entity in one for it in entity.accessions),
            notes=tuple(dict.fromkeys(it for entity in one for it in book.notes(entity.drawn))),
            references=tuple(it for entity in one for it in book.cited(entity.drawn)),
            evidence=tuple(it for entity in one for it in book.evidence(entity.drawn)),
            original_id=book.original(first.box, id_),
            **first.what,
        )

    def _standing_alone(self, node: Entity) -> Entity:
        """A node that stands for a complex, without a molecule of its own."""
        book = self.book
        book.stands(("box", node.box), node.drawn)
        [id_] = node.molecules
        molecule = book.molecules.pop(id_)
        del book.occurrences["molecule", id_]
        return msgspec.structs.replace(
            node,
            molecules=(),
            identifiers=(*node.identifiers, *molecule.identifiers),
            accessions=molecule.accessions,
        )

    def _absorb(self, first: Entity, other: Entity) -> None:
        """Takes the molecules of one more box for those of the first, with all they tell."""
        molecules = self.book.molecules
        pairs = [*zip(first.molecules, other.molecules, strict=True)]
        names = {("molecule", gone): kept for kept, gone in pairs if kept != gone}
        self.absorbed |= names
        for (_, gone), kept in names.items():
            told = with_names(molecules.pop(gone), names)
            molecules[kept] = with_sites_of(molecules[kept], told)
            del self.book.occurrences["molecule", gone]

    def _sets_in_order(self) -> Iterator[Group]:
        """The sets, those inside others before these."""
        left = dict(sorted(self.sets.items()))
        while left:
            ready = [it for it in left.values() if not left.keys() & {*self.members(it)}]
            for group in ready or [*left.values()][:1]:
                yield group
                del left[group.id]

    def _set(self, group: Group) -> Species:
        book = self.book
        id_ = book.named(group.id, group.label or "set")
        self.species_of[group.id] = id_
        self.first[id_] = group.id
        book.stands(("species", id_), group)
        inner = (self.species_of[it] for it in self.members(group) if it in self.species_of)
        return Species(
            id=id_,
            form=Form.SET,
            name=group.label or None,
            members=tuple(inner),
            compartment=self.places.of(self.canvas.rects[group.id]),
            **self.nodes.identified(group),
            notes=book.notes(group),
            references=book.cited(group),
            evidence=book.evidence(group),
            original_id=book.original(group.id, id_),
        )


def _only_one(same: Sequence[Entity], joined: Joined) -> list[Entity]:
    """The entities, where all of them are one species; it comes first that gives it its id."""
    found = _apart(same, joined)
    return found[0] if len(found) == len({it.content for it in same}) == 1 else []


def _apart(same: Iterable[Entity], joined: Joined) -> list[list[Entity]]:
    """Entities that say the same, those of one species together; the first gives it its id."""
    found: list[list[Entity]] = []
    for entity in sorted(same, key=_rank):
        for one in found:
            if not any({it.box, entity.box} in joined for it in one):
                one.append(entity)
                break
        else:
            found.append([entity])
    return found


def _rank(entity: Entity) -> tuple[int, str]:
    """Which of those that say the same come first: what has an id that tells something, then what
    was written. Of the former it makes no difference, for a line may keep one of them apart from
    whichever came before it, and a file is read as it was before it had records.
    """
    return (0 if is_given(entity.box) else 1 if entity.is_written else 2), entity.box
