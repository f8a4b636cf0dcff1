"""What is drawn as one species: a node alone, or the nodes of a complex or family in its group.

Each node tells of a molecule of its own; those that tell the same in one group are one. GPML 2013a,
DataNode and Group.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from pathport.formats.gpml.book import Book, is_written, occurrence
from pathport.formats.gpml.drawing import Drawn, Group, Node
from pathport.formats.gpml.family_states import named_set, shared_state
from pathport.formats.gpml.reading_nodes import NodeTold, read_node
from pathport.formats.gpml.states import place_of, sites_of
from pathport.layout.geometry import Rect
from pathport.model.enumerations import Kind
from pathport.model.parts import (
    Accession,
    Component,
    Identifier,
    Member,
    Modification,
    Site,
    State,
)
from pathport.model.things import Form, Molecule
from pathport.model.value import content_of

__all__ = ["Entity", "Nodes", "content_of_molecule", "with_sites_of"]


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A box of the drawing that is a species, with all that makes it this one.

    ``molecules`` are those that it tells of, in the order of what is told of them, so that those
    of two equal entities go together.
    """

    box: str
    drawn: Drawn
    rect: Rect
    label: str
    form: Form
    content: tuple[object, ...]
    what: Mapping[str, Any]
    molecules: tuple[str, ...]
    parts: Mapping[str, Component] = {}
    """Of a complex or family: by id of a node or group inside, what that shows."""
    identifiers: tuple[Identifier, ...] = ()
    accessions: tuple[Accession, ...] = ()
    is_written: bool = False
    """Whether it stood there, or a part of it, when the file was written."""


def content_of_molecule(molecule: Molecule) -> str:
    """What is told of a molecule, whatever it is called, and whatever of its sites."""
    return content_of(msgspec.structs.replace(molecule, id="", sites=(), site_sets=(), members=()))


def with_sites_of(molecule: Molecule, other: Molecule) -> Molecule:
    """A molecule with what another, which is the same, tells of its sites."""
    sets = {it.name: it for it in molecule.site_sets}
    for it in other.site_sets:
        known = sets.get(it.name, it)
        sites = tuple(dict.fromkeys((*known.sites, *it.sites)))
        sets[it.name] = msgspec.structs.replace(known, sites=sites)
    sites = (*molecule.sites, *other.sites)
    return msgspec.structs.replace(molecule, sites=sites, site_sets=tuple(sets.values()))


class Nodes:
    """The nodes and groups of a drawing, and what each of them tells."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.canvas = book.canvas
        self.told = {node.id: read_node(node, book) for node in self.canvas.nodes.values()}
        self.shared: dict[str, State] = {}
        """By id of a group that is a family, the state that its members share."""
        self.own_sites: dict[str, tuple[Site, ...]] = {}
        """By id of a node in such a group, the modified sites that are the member's own."""
        for group in self.canvas.groups.values():
            self._find_family(group)

    def _find_family(self, group: Group) -> None:
        """Takes a group for a family, if it is: alternatives with a name, all in one state.

        What is told of their own sites is then told by the family.
        """
        inner = [it for it in self.canvas.members.get(group.id, ()) if isinstance(it, Node | Group)]
        told = [known for it in inner if (known := self.told.get(it.id)) and not known.bound]
        is_named = group.type in self.book.dialect.sets and bool(group.label)
        if not is_named or len(told) < len(inner):
            return
        shared = shared_state([(content_of_molecule(it.molecule), it.state) for it in told])
        if shared is None:
            return
        self.shared[group.id] = shared.state
        for it, own in zip(told, shared.own, strict=True):
            sites = [site for one in own for site in sites_of(it.molecule.sites, one)]
            self.own_sites[it.node.id] = tuple(
                site for one in own for site in sites_of(sites, one) or (place_of(one),)
            )
            left = tuple(site for site in it.molecule.sites if site not in sites)
            molecule = msgspec.structs.replace(it.molecule, sites=left)
            self.told[it.node.id] = msgspec.structs.replace(it, molecule=molecule)

    def is_whole(self, group: Group) -> bool:
        """Whether what is in the group are parts of one species."""
        return group.type in self.book.dialect.complexes or self.is_family(group)

    def is_family(self, group: Group) -> bool:
        """Whether a group is a family: alternatives with a name, all in one state."""
        return group.id in self.shared

    def single(self, node: Node) -> Entity:
        """A node alone; with what is bound it is a complex."""
        told = self.told[node.id]
        what: dict[str, Any] = {"molecule": told.molecule.id, "state": told.state}
        if told.bound:
            bound = (Component(molecule=it.id) for it in told.bound)
            what = {"components": (told.component, *bound)}
        return Entity(
            box=node.id,
            drawn=node,
            rect=node.rect,
            label=node.label,
            form=Form.COMPLEX if told.bound else Form.SINGLE,
            content=told.content,
            is_written=is_written(node),
            what=what,
            molecules=tuple(self.known(it, node.id) for it in (told.molecule, *told.bound)),
            identifiers=told.identifiers,
        )

    def known(self, molecule: Molecule, box: str) -> str:
        """The id of a molecule, which is now one of the pathway."""
        self.book.molecules[molecule.id] = molecule
        self.book.occurrences["molecule", molecule.id] = ("box", box)
        return molecule.id

    def group(self, group: Group) -> Entity | None:
        """A complex or family; nothing for a group without nodes, however many labels it has."""
        if not any(True for _ in self.nodes_in(group)):
            self.book.lose_whole("a group without members that are nodes", group)
            return None
        parts = _Parts(self, group)
        what: dict[str, Any]
        shown: Sequence[str]
        if self.is_family(group):
            whole = parts.family(group)
            form, what = Form.SINGLE, {"molecule": whole.molecule, "state": whole.state}
            shown = (parts.content(whole),)
        else:
            components = tuple(parts.components(group))
            form, what = Form.COMPLEX, {"components": components, "name": group.label or None}
            shown = sorted(map(parts.content, components))
        return Entity(
            box=group.id,
            drawn=group,
            rect=self.canvas.rects[group.id],
            label=group.label or "_".join(parts.labels),
            form=form,
            content=(group.label, *shown),
            what=what,
            molecules=parts.molecules(),
            parts=parts.shown,
            is_written=any(map(is_written, (group, *self.canvas.members[group.id]))),
            **({} if form is Form.SINGLE else self.identified(group)),
        )

    def nodes_in(self, group: Group) -> Iterator[Node]:
        """The nodes in a group, however deep."""
        for it in self.canvas.members.get(group.id, ()):
            if isinstance(it, Node):
                yield it
            elif isinstance(it, Group):
                yield from self.nodes_in(it)

    def identified(self, group: Group) -> dict[str, Any]:
        """What identifies a group; in 2013a nothing does."""
        curie = self.book.curie(group.xref)
        return {
            "identifiers": (Identifier(id=curie),) if curie else (),
            "accessions": self.book.accessions(group.xref, group),
        }


class _Parts:
    """The parts of one complex or family, as its group draws them."""

    def __init__(self, nodes: Nodes, group: Group) -> None:
        self.nodes = nodes
        self.shown: dict[str, Component] = {}
        self.labels: list[str] = []
        self.same: dict[str, str] = {}
        """By what is told of a molecule, the first one of which that is told: a written one, if
        there is.
        """
        for node in nodes.nodes_in(group):
            molecule = nodes.told[node.id].molecule
            if is_written(node) and self._first(molecule) == molecule.id:
                nodes.known(molecule, node.id)

    def molecules(self) -> tuple[str, ...]:
        return tuple(self.same[told] for told in sorted(self.same))

    def content(self, component: Component) -> str:
        """What a component is, whatever its molecules are called."""
        molecule = self.nodes.book.molecules.get(component.molecule or "")
        inner = sorted(map(self.content, component.components))
        bare = msgspec.structs.replace(component, molecule=None, components=())
        members = sorted(
            content_of_molecule(self.nodes.book.molecules[it.molecule])
            for it in (molecule.members if molecule else ())
        )
        told = content_of_molecule(molecule) if molecule else ""
        return f"{told} {members} {inner} {content_of(bare)}"

    def components(self, group: Group) -> Iterator[Component]:
        """The components of a group, one for each that is drawn; equal ones add up."""
        for it in self.nodes.canvas.members.get(group.id, ()):
            if isinstance(it, Node):
                yield from self._node(it)
            elif isinstance(it, Group):
                yield from self._inner(it)

    def _node(self, node: Node) -> Iterator[Component]:
        told = self._seen(node)
        component = Component(
            molecule=self._known(told.molecule, node.id),
            state=told.state,
            identifiers=told.identifiers,
            **self._about(node),
        )
        self.shown[node.id] = component
        yield component
        yield from (Component(molecule=self._known(it, node.id)) for it in told.bound)

    def _seen(self, node: Node) -> NodeTold:
        self.nodes.book.stands(("box", node.id), node)
        self.labels.append(node.label)
        return self.nodes.told[node.id]

    def _about(self, drawn: Drawn) -> dict[str, Any]:
        """What a part says of itself."""
        book = self.nodes.book
        told = {
            "notes": book.notes(drawn),
            "references": book.cited(drawn),
            "evidence": book.evidence(drawn),
        }
        return {name: values for name, values in told.items() if values}

    def _known(self, molecule: Molecule, box: str) -> str:
        """The molecule that a node tells of; one of which the same is told is the same here."""
        molecules = self.nodes.book.molecules
        known = self._first(molecule)
        if known == molecule.id:
            return known if known in molecules else self.nodes.known(molecule, box)
        molecules[known] = with_sites_of(molecules[known], molecule)
        return known

    def _first(self, molecule: Molecule) -> str:
        """The first molecule of which the same is told; this one, if there was none."""
        molecules = self.nodes.book.molecules
        members = sorted(content_of_molecule(molecules[it.molecule]) for it in molecule.members)
        return self.same.setdefault(f"{content_of_molecule(molecule)} {members}", molecule.id)

    def _inner(self, group: Group) -> Iterator[Component]:
        nodes = self.nodes
        if not any(True for _ in nodes.nodes_in(group)):
            nodes.book.lose_whole("a group without members that are nodes", group)
            return
        nodes.book.stands(("box", group.id), group)
        if nodes.is_family(group):
            family = self.family(group)
            self.shown[group.id] = family
            yield family
        elif group.type in nodes.book.dialect.complexes:
            components = tuple(self.components(group))
            component = Component(components=components, **self._about(group))
            self.shown[group.id] = component
            yield component
        else:
            nodes.book.lose(self._flattened(group), group)
            yield from self.components(group)

    def _flattened(self, group: Group) -> str:
        """What is lost of a group in a complex that is neither a complex nor a family."""
        if group.type not in self.nodes.book.dialect.sets:
            return "a group inside a complex"
        labels = ", ".join(dict.fromkeys(it.label for it in self.nodes.nodes_in(group)))
        return f"that {labels} are alternatives: such in a complex have one name and one state"

    def family(self, group: Group) -> Component:
        """The family that a group draws, in its state; what each node in it shows is a member."""
        members: list[str] = []
        sites: list[tuple[str, tuple[Site, ...]]] = []
        for it in self.nodes.canvas.members[group.id]:
            if isinstance(it, Node):
                told = self._seen(it)
                member = self._known(told.molecule, it.id)
                members.append(member)
                own = self.nodes.own_sites[it.id]
                placed = (msgspec.structs.replace(one, molecule=member) for one in own)
                sites.append((it.label, tuple(placed)))
                about = self._about(it)
                self.shown[it.id] = Component(molecule=member, state=told.state)
                for field in about:
                    self.nodes.book.lose(f"the {field} of a member of a family", it)
        own_sites = (named_set(sites),) if any(some for _, some in sites) else ()
        molecule = Molecule(
            id=occurrence(group.id),
            kind=Kind.FAMILY,
            name=group.label,
            **self.nodes.identified(group),
            members=tuple(Member(molecule=it) for it in dict.fromkeys(members)),
            site_sets=own_sites,
        )
        known = self._known(molecule, group.id)
        state = self.nodes.shared[group.id]
        changed = (Modification(site_set=it.name) for it in own_sites)
        modifications = (*state.modifications, *changed)
        whole = msgspec.structs.replace(state, modifications=modifications)
        return Component(molecule=known, state=whole)
