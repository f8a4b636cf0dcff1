"""What rules ask of a graph: objects by class and by use, and when two of them say the same.

Two objects are alike if their keys are equal; a key is what identifies an object in the sense of
the BioPAX validator (a cross reference by db and id, a term by its reference and name, a state by
reference, features and place), not its URI. A key looks at objects of the expected class only, so
that it never comes back to itself. Everything takes time linear in the file. The module knows no
rule. Properties are those of ``biopax-level3.owl``.
"""

from collections.abc import Hashable, Iterable, Iterator
from functools import cache, cached_property

from pathport.findings import Location
from pathport.formats.biopax.graph import Graph, Node
from pathport.formats.biopax.ontology import ancestors, descendants, is_a, ontology

__all__ = ["LOOKED", "Key", "Objects", "participant_properties", "quoted", "tail"]

Key = Hashable

LISTED = 5
SHOWN = 60

LOOKED = 100
"""Of as many objects that are nested in each other what they hold is looked at, and of no more."""

XREF = ("db", "id", "dbVersion", "idVersion")
STEP = ("stepProcess", "stepConversion", "nextStep", "evidence")


@cache
def participant_properties() -> tuple[str, ...]:
    """``participant`` and the properties that refine it."""
    table = ontology().properties
    return tuple(name for name in table if "participant" in (name, table[name].parent))


def tail(uri: str) -> str:
    """What people call an object by: its URI after the last ``#`` or ``/``."""
    return uri.rstrip("#/").rpartition("#")[2].rpartition("/")[2] or uri


def quoted(text: str) -> str:
    """A text in a sentence, cut where it is long."""
    return f'"{text}"' if len(text) <= SHOWN else f'"{text[:SHOWN]}..."'


class Objects:
    """The objects of one graph, as rules ask for them; ``path`` is the file in their places."""

    def __init__(self, graph: Graph, path: str = "") -> None:
        self.graph = graph
        self.nodes = graph.nodes
        self.path = path or graph.path
        self.by_class: dict[str, list[Node]] = {}
        for node in self.nodes.values():
            self.by_class.setdefault(node.cls, []).append(node)
        self._keys: dict[str, Key] = {}
        self._states: dict[str, Key] = {}
        self._parts: dict[str, frozenset[str]] = {}
        self._nested: dict[tuple[str, str], list[Node]] = {}

    # Objects and their values

    def of(self, name: str, *, but: str = "") -> Iterator[Node]:
        """The objects of a class and all below it, less those of another; class by class."""
        for cls in sorted(descendants(name) & self.by_class.keys()):
            if not (but and is_a(cls, but)):
                yield from self.by_class[cls]

    def values(self, node: Node, *names: str) -> list[Node]:
        """The objects in the file that these properties refer to, each once."""
        uris = dict.fromkeys(uri for name in names for uri in node.refs(name))
        return [self.nodes[uri] for uri in uris if uri in self.nodes]

    def value(self, node: Node, name: str) -> Node | None:
        """The first object in the file that this property refers to."""
        return next(iter(self.values(node, name)), None)

    def typed(self, node: Node, name: str, cls: str) -> list[Node]:
        """Those values of a property that are of a class or below it."""
        return [value for value in self.values(node, name) if is_a(value.cls, cls)]

    def users(self, node: Node, *names: str) -> list[Node]:
        """The objects that refer to this one with these properties (with any, if none is named)."""
        found = self.graph.users.get(node.uri, ())
        used = {user.uri: user for user, name in found if not names or name in names}
        return list(used.values())

    @cached_property
    def components(self) -> frozenset[str]:
        """The URIs of all that is a component."""
        return frozenset(uri for node in self.of("Complex") for uri in node.refs("component"))

    def parts(self, node: Node) -> frozenset[str]:
        """The URIs of the components of a complex."""
        found = self._parts.get(node.uri)
        if found is None:
            found = self._parts[node.uri] = frozenset(node.refs("component"))
        return found

    def nested(self, nodes: Iterable[Node], name: str) -> list[Node]:
        """Those objects that have values of a property, those among the values, and so on.

        Once there are ``LOOKED`` of them the rest is left out, and nothing may be said of it.
        """
        found = {node.uri: node for node in nodes if node.values(name)}
        ahead = list(found.values())
        for node in ahead:
            for part in self._inside(node, name):
                if len(ahead) >= LOOKED:
                    return ahead
                if part.uri not in found:
                    found[part.uri] = part
                    ahead.append(part)
        return ahead

    def _inside(self, node: Node, name: str) -> list[Node]:
        """The values of a property that have values of it themselves."""
        known = self._nested.get((node.uri, name))
        if known is None:
            known = [part for part in self.values(node, name) if part.values(name)]
            self._nested[node.uri, name] = known
        return known

    @cached_property
    def pairs(self) -> list[tuple[Node, list[Node]]]:
        """Each reference with the entities that refer to it, references in file order."""
        grouped: dict[str, list[Node]] = {}
        for node in self.of("PhysicalEntity"):
            reference = self.value(node, "entityReference")
            if reference:
                grouped.setdefault(reference.uri, []).append(node)
        return [(self.nodes[uri], entities) for uri, entities in grouped.items()]

    # Words

    def named(self, node: Node) -> str:
        """An object in a sentence: class, the end of its URI, and its name if that is another."""
        told = f'{node.cls or "object"} "{tail(node.uri)}"'
        name = node.text("displayName")
        return f"{told} ({name[:SHOWN]})" if name and name != tail(node.uri) else told

    def listed(self, nodes: Iterable[Node]) -> str:
        """Several objects in a sentence; beyond a few they are counted."""
        named = [f'"{tail(node.uri)}"' for node in nodes]
        more = [f"{len(named) - LISTED} more"] if len(named) > LISTED else []
        return ", ".join([*named[:LISTED], *more])

    def place(self, node: Node, name: str = "") -> Location:
        """Where an object stands, or the first value of one of its properties."""
        values = node.values(name)
        line = values[0].line if values else node.line
        return Location(path=self.path, line=line, subject=node.uri)

    # Keys

    def key(self, node: Node | None) -> Key:
        """What identifies an object: two with equal keys are alike. Nothing is like nothing."""
        if node is None:
            return None
        found = self._keys.get(node.uri)
        if found is None:
            found = self._keys[node.uri] = self._key(node)
        return found

    def keys(self, nodes: Iterable[Node]) -> frozenset[Key]:
        """The keys of several objects, in no order."""
        return frozenset(map(self.key, nodes))

    def _key(self, node: Node) -> Key:
        for cls, method in KEYS.items():
            if cls in ancestors(node.cls):
                return method(self, node)
        return node.uri

    def _xref(self, node: Node) -> Key:
        found = tuple(node.text(name) for name in XREF)
        return (node.cls, *found) if any(found) else node.uri

    def _identity(self, node: Node) -> frozenset[Key]:
        return self.keys(self.typed(node, "xref", "UnificationXref"))

    def _term(self, node: Node) -> Key:
        return node.cls, self._identity(node), frozenset(node.texts("term"))

    def clone_keys(self, node: Node) -> list[Key]:
        """The keys of which two alike have one in common: of a reference, identities or sequence.

        A reference that has neither is like no other.
        """
        if not is_a(node.cls, "EntityReference"):
            return [self.key(node)]
        rest = organism, sequence = self._molecule(node)
        by_identity: list[Key] = [(each, rest) for each in self._identity(node)]
        return [*by_identity, (sequence, organism)] if sequence else by_identity

    def _reference(self, node: Node) -> Key:
        return node.cls, self._identity(node) or node.uri, self._molecule(node)

    def _molecule(self, node: Node) -> tuple[Key, str]:
        organism = self.keys(self.typed(node, "organism", "BioSource"))
        return organism, node.text("sequence").casefold()

    def _organism(self, node: Node) -> Key:
        cells = self.typed(node, "cellType", "CellVocabulary")
        tissues = self.typed(node, "tissue", "TissueVocabulary")
        whole = self._identity(node) or node.uri
        return node.cls, whole, self.keys(cells), self.keys(tissues)

    def _site(self, node: Node) -> Key:
        return node.cls, node.text("sequencePosition"), node.text("positionStatus")

    def _interval(self, node: Node) -> Key:
        begin = self.typed(node, "sequenceIntervalBegin", "SequenceSite")
        end = self.typed(node, "sequenceIntervalEnd", "SequenceSite")
        return node.cls, self.keys(begin), self.keys(end)

    def _stoichiometry(self, node: Node) -> Key:
        return node.cls, node.ref("physicalEntity"), node.text("stoichiometricCoefficient")

    def _modification(self, node: Node) -> Key:
        """Alike are modifications of one type at one known place of one reference."""
        owners = frozenset(owner.uri for owner in self.users(node, "entityFeature"))
        where = self.keys(self.typed(node, "featureLocation", "SequenceLocation"))
        if not (owners and where):
            return node.uri
        kind = self.keys(self.typed(node, "modificationType", "ControlledVocabulary"))
        return node.cls, owners, where, kind, node.ref("bindsTo")

    def _step(self, node: Node) -> Key:
        """Alike are steps of the same processes, in the same pathways, before the same steps."""
        whole = tuple(frozenset(node.refs(name)) for name in STEP)
        order = frozenset(user.uri for user in self.users(node, "pathwayOrder"))
        return (node.cls, whole, order, node.text("stepDirection")) if any(whole) else node.uri

    def location(self, node: Node) -> Key:
        """The key of an entity's cellular location, nothing if it has none."""
        return self.key(self.value(node, "cellularLocation"))

    def features(self, node: Node) -> Key:
        """The keys of an entity's features and of those that it is known not to have."""
        return tuple(self.keys(self.values(node, name)) for name in ("feature", "notFeature"))

    def state(self, node: Node) -> Key:
        """The key of a physical entity: class, reference or components, members, features, place.

        An entity without reference, components and members is like itself only.
        """
        found = self._states.get(node.uri)
        if found is None:
            found = self._states[node.uri] = self._state(node)
        return found

    def _state(self, node: Node) -> Key:
        whole = (
            self.key(self.value(node, "entityReference")),
            frozenset(each.uri for each in self.values(node, "component")),
            frozenset(each.uri for each in self.values(node, "memberPhysicalEntity")),
        )
        if not any(whole):
            return node.uri
        return node.cls, whole, self.features(node), self.location(node)


KEYS = {
    "Xref": Objects._xref,
    "ControlledVocabulary": Objects._term,
    "EntityReference": Objects._reference,
    "BioSource": Objects._organism,
    "Provenance": Objects._reference,
    "SequenceSite": Objects._site,
    "SequenceInterval": Objects._interval,
    "Stoichiometry": Objects._stoichiometry,
    "ModificationFeature": Objects._modification,
    "PathwayStep": Objects._step,
}
"""How objects of a class are identified; the first class that fits counts. Others are by URI."""
