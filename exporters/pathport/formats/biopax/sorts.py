"""Which physical entities of a file are species, which are forms inside one, and their names.

What occurs only as a component is that component, no species. A complex or generic entity with a
standardName of its own is a form of a molecule whose parts or members stand below it; without one
it is told by these alone. Of complexes inside each other the first is a species, and is read up to
where the circle closes. Specification: ``biopax-level3.owl``.
"""

from collections.abc import Iterator

from pathport.formats.biopax.entries import whole
from pathport.formats.biopax.graph import Node
from pathport.formats.biopax.labels import assembled, called, full_name, gathered
from pathport.formats.biopax.losses import UNREACHED
from pathport.formats.biopax.ontology import is_a
from pathport.formats.biopax.read_molecules import reference_label
from pathport.formats.biopax.reading import File
from pathport.formats.biopax.uris import derived, shown, tail
from pathport.model.parts import MOST_NESTED

__all__ = ["COMPLEX", "DEEPEST", "Sorts"]

DEEPEST = MOST_NESTED + 1
"""What is nested deeper in a complex is not looked into: as many as stand inside one of the model,
and what these are made of."""

COMPLEX = "Complex"
GENE = "Gene"
COUNTED = "componentStoichiometry"
MEMBER = "memberPhysicalEntity"


class Sorts:
    """The physical entities of a file; ``species`` are the nodes of those that are species."""

    def __init__(self, file: File) -> None:
        self.file = file
        self._named: dict[str, bool] = {}
        self._counts: dict[str, dict[str, int]] = {}
        self.species = list(self._species())

    def _species(self) -> Iterator[Node]:
        """The species, in file order: of what is only inside itself the first, at the end."""
        graph = self.file.graph
        forms = {it.uri: it for it in (*graph.of_class("PhysicalEntity"), *graph.of_class(GENE))}
        species, astray = [], []
        for node in forms.values():
            users = graph.users.get(node.uri, ())
            inside = any(self._is_inside(node, user, name) for user, name in users)
            outside = any(
                is_a(user.cls, "Interaction") or (name == MEMBER and not self.is_named(user))
                for user, name in users
            )
            if outside or not (inside or derived(node.uri)):
                species.append(node)
            elif not inside:
                astray.append(node)
        yield from species
        yield from self._too_deep(species, forms)
        for node in (it for start in astray for it in self._taken(start, forms)[0]):
            told = f'nothing refers to {node.cls} "{shown(node.uri)}", a form of a molecule'
            self.file.lose(UNREACHED, node, told)
        while forms:  # each of these is inside another of them
            yield (node := next(iter(forms.values())))
            yield from self._too_deep([node], forms)

    def _too_deep(self, starts: list[Node], forms: dict[str, Node]) -> Iterator[Node]:
        """Take out of the forms that are left all inside these entities; gives what is too deep.

        That is read as if it stood alone.
        """
        ahead = [node for start in starts for node in self._taken(start, forms)[1]]
        while ahead:
            node = ahead.pop()
            if node.uri in forms:
                yield node
                ahead += self._taken(node, forms)[1]

    def _taken(self, start: Node, forms: dict[str, Node]) -> tuple[list[Node], list[Node]]:
        """An entity and all inside it, taken out of the forms that are left; what is too deep."""
        layer = [forms.pop(start.uri)] if start.uri in forms else []
        found: list[Node] = []
        for _ in range(DEEPEST + 1):
            found += layer
            inside = {uri: forms[uri] for it in layer for uri in self._parts(it) if uri in forms}
            if not inside:
                return found, []
            layer = list(inside.values())
            for uri in inside:
                del forms[uri]
        forms |= inside
        return found, layer

    def _parts(self, node: Node) -> list[str]:
        """The URIs of the forms right inside an entity."""
        members = node.refs(MEMBER) if self.is_named(node) else []
        return node.refs("component") + members

    def _is_inside(self, node: Node, user: Node, name: str) -> bool:
        """Whether what is referred to so is a form inside the user.

        A complex that is told by its components is no molecule, which members of a family are.
        """
        if name == MEMBER and self.is_named(user):
            return not (self.is_by_value(node) and node.refs("component"))
        return name == "component"

    # Told by a name or by parts

    def is_named(self, node: Node, depth: int = 0) -> bool:
        """Whether an entity is a form of a molecule that is told by its official name."""
        known = self._named.get(node.uri)
        if known is None:
            self._named[node.uri] = False  # what contains itself is told by its parts
            known = self._named[node.uri] = self._has_official_name(node, depth)
        return known

    def _has_official_name(self, node: Node, depth: int) -> bool:
        standard = node.text("standardName")
        components = self.file.nodes(node, "component")
        if not standard or node.refs("entityReference") or (components and node.refs(MEMBER)):
            return False
        plain = all(self._is_plain(each, depth + 1) for each in components)
        return plain and standard != self.label(node)

    def _is_plain(self, node: Node, depth: int) -> bool:
        """Whether a component is just a form of its molecule."""
        if node.refs("component") and (depth > DEEPEST or not self.is_named(node, depth)):
            return False
        own = ("comment", "xref") if node.refs("entityReference") else ()
        if any(node.values(name) for name in ("dataSource", "evidence", *own)):
            return False
        told = self.file.nodes(node, "feature") + self.file.nodes(node, "notFeature")
        return all(it.cls == "BindingFeature" for it in told)

    def is_by_value(self, node: Node) -> bool:
        """Whether an entity is a complex that is told by its components."""
        if node.cls != COMPLEX or self.is_named(node):
            return False
        return bool(node.refs("component")) or not node.refs(MEMBER)

    # Names

    def label(self, node: Node) -> str:
        """What a complex or set without a name is called."""
        components = self.file.nodes(node, "component")
        if components:
            counts = self.counts(node)
            return assembled(
                (self._full(it), counts.get(it.uri, 1), self.is_by_value(it)) for it in components
            )
        members = self.file.nodes(node, MEMBER)
        if members:
            return gathered(map(self._full, members))
        return called(tail(node.uri).strip("-"))

    def labels_of(self, reference: Node) -> list[str]:
        """What an entity of this reference may be called without a name of its own."""
        label = reference_label(reference)
        return [label, f"{label} ({tail(reference.uri)})"]

    def _full(self, node: Node) -> str:
        """The text that an entity's displayName stands for."""
        reference = self.file.first(node, "entityReference")
        others = node.texts("name")
        if reference is not None:
            others += self.labels_of(reference)
        elif node.text("standardName"):
            others.insert(0, node.text("standardName"))
        return full_name(node.text("displayName"), others)

    def counts(self, node: Node) -> dict[str, int]:
        """How many there are of each component, by URI, as far as that is told."""
        if node.uri not in self._counts:
            inside = {*node.refs("component"), *node.refs(MEMBER)}
            self._counts[node.uri] = self.file.coefficients(node, COUNTED, inside, whole)
        return self._counts[node.uri]
