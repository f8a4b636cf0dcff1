"""What the edges of a network say: who takes part in what, and what acts on what.

An edge between two species is an influence where its interaction is an effect or it is told to have
a direction, else an association. A word for an interaction that is not known is the name of that.
"""

from collections import defaultdict
from typing import Any

import msgspec

from pathport.formats.cx2.book import Book, Element
from pathport.formats.cx2.columns import READ
from pathport.formats.cx2.labels import Ends, is_made
from pathport.formats.cx2.network import Edge
from pathport.formats.cx2.reading_nodes import Nodes
from pathport.formats.cx2.spelling import gate_read
from pathport.formats.cx2.terms import (
    ASSOCIATION,
    BOOLEAN,
    CONSTRUCT,
    DIRECTED,
    DOUBLE,
    EFFECT,
    ID,
    INTERACTION,
    NAME,
    PARTICIPANT,
    PRODUCT,
    REACTANT,
    SHOWN,
    SOURCE,
    STOICHIOMETRY,
    TEMPLATE,
    TYPE,
)
from pathport.model.enumerations import AssociationType, Effect
from pathport.model.ids import control_id, influence_id, is_legal_id
from pathport.model.parts import Gate, Participant
from pathport.model.things import Association, Control, Process

__all__ = ["Edges"]

SIDES = {
    ("species", REACTANT, "process"): "inputs",
    ("process", PRODUCT, "species"): "outputs",
    ("species", PARTICIPANT, "association"): "participants",
    ("association", PARTICIPANT, "species"): "participants",
}
"""The side of a thing that an edge tells, by what it joins and how."""
PARTS = frozenset({REACTANT, PRODUCT, TEMPLATE, PARTICIPANT, SOURCE})
"""What only an edge to or from the node of a process, association or control can say."""
ACTS = frozenset({"species", "process", "control"})
"""What a control may act on."""
SEEN = SHOWN | {CONSTRUCT, ID, INTERACTION, DIRECTED}
COLUMNS_OF = {
    it: tuple(column for column in READ[it] if column.name != TYPE)
    for it in ("control", "association")
}


class Edges:
    """What the edges of a network say."""

    def __init__(self, book: Book, nodes: Nodes) -> None:
        self.book = book
        self.nodes = nodes
        self.sides: dict[tuple[str, str], list[Participant]] = defaultdict(list)
        """By id of a thing and the name of a side, who is on it."""
        self.templates: dict[str, str] = {}
        self.sources: dict[str, list[str]] = defaultdict(list)
        self.targets: dict[str, str] = {}
        self.made: dict[str, dict[str, Any]] = {"control": {}, "association": {}}
        self.things: dict[int, str] = {}
        """By number of an edge that is a thing, the id of that."""
        self.unnamed: list[tuple[Edge, Element]] = []
        edges = book.network.edges
        book.reserve(it.values.get(ID) for it in edges)
        for edge in edges:
            self._read(edge)
        for edge, element in self.unnamed:
            self._make(edge, element)

    def _read(self, edge: Edge) -> None:
        element = Element(f"edge {edge.number}", "edges", edge.values, edge.way, set(SEEN))
        constructs = self.nodes.construct
        ends = constructs[edge.source], constructs[edge.target]
        interaction = self._interaction(element)
        side = SIDES.get((ends[0], interaction, ends[1]))
        if side is not None:
            self._take_side(edge, element, side)
        elif (ends[0], interaction, ends[1]) == ("species", TEMPLATE, "process"):
            self._take_template(edge, element)
        elif (ends[0], interaction, ends[1]) == ("species", SOURCE, "control"):
            self.sources[self._of(edge.target)].append(self._of(edge.source))
            self._leave(edge, element, interaction)
        elif ends[0] == "control" and ends[1] in ACTS:
            self._take_target(edge, element, interaction)
        elif ends[0] == "species" and self._is_act(interaction, ends[1]):
            self._take(edge, element)
        else:
            self.book.lose(f'the edge "{interaction}" from {ends[0]} to {ends[1]}', element)

    def _is_act(self, interaction: str, target: str) -> bool:
        """Whether an edge from a species to a node of this construct is a thing of its own."""
        return target == "species" or (target in ACTS and interaction not in PARTS)

    def _of(self, number: int) -> str:
        return self.nodes.thing[number]

    def _interaction(self, element: Element) -> str:
        return str(self.book.value(element, INTERACTION) or "")

    def _leave(self, edge: Edge, element: Element, interaction: str) -> None:
        """Counts what nobody reads of an edge that is no thing of its own."""
        name = self._name(edge, element, interaction)
        if name is not None:
            self.book.lose(f'the name "{name[:40]}"', element, NAME)
        self.book.leave(element)

    def _name(self, edge: Edge, element: Element, interaction: str) -> str | None:
        """The name of an edge, if it is one that it would not have anyway."""
        name = self.book.value(element, NAME)
        is_own = isinstance(name, str) and not is_made(name, interaction, self._called(edge))
        return name if is_own else None

    def _called(self, edge: Edge) -> Ends:
        """What the two nodes are called, by pathport and by Cytoscape."""
        nodes = self.book.network.nodes
        told = (nodes[number].values for number in (edge.source, edge.target))
        source, target = (
            tuple(it for column in (ID, NAME) if isinstance(it := values.get(column), str))
            for values in told
        )
        return source, target

    # Parts of things that are nodes

    def _take_side(self, edge: Edge, element: Element, side: str) -> None:
        species, of = edge.source, edge.target
        if self.nodes.construct[species] != "species":
            species, of = of, species
        number = self.book.value(element, STOICHIOMETRY, DOUBLE)
        participant = Participant(
            species=self._of(species), coefficient=1 if number is None else number
        )
        self.sides[self._of(of), side].append(participant)
        self._leave(edge, element, self._interaction(element))

    def _take_template(self, edge: Edge, element: Element) -> None:
        process = self._of(edge.target)
        if process in self.templates:
            self.book.lose(f"one more template of {process}", element)
            return
        self.templates[process] = self._of(edge.source)
        self._leave(edge, element, TEMPLATE)

    def _take_target(self, edge: Edge, element: Element, interaction: str) -> None:
        control = self._of(edge.source)
        effect = self.nodes.controls[control].fields["effect"]
        if control in self.targets:
            self.book.lose(f"that {control} acts on {self._of(edge.target)} too", element)
            return
        if interaction != effect.value:
            self.book.lose(f'the interaction "{interaction}"', element, INTERACTION)
        self.targets[control] = self._of(edge.target)
        self._leave(edge, element, interaction)

    # Things that are edges

    def _take(self, edge: Edge, element: Element) -> None:
        """An edge that is a thing; one without an id gets it when all others are known."""
        given = edge.values.get(ID)
        if isinstance(given, str) and given.strip():
            self._make(edge, element)
        else:
            self.unnamed.append((edge, element))

    def _make(self, edge: Edge, element: Element) -> None:
        book = self.book
        word = self._interaction(element)
        directed = book.value(element, DIRECTED, BOOLEAN)
        ends = self._of(edge.source), self._of(edge.target)
        effect = EFFECT.key(word) or EFFECT.key(word.lower())
        type_ = ASSOCIATION.key(word) or ASSOCIATION.key(word.lower())
        acts = directed if directed is not None and type_ is None else effect is not None
        acts = acts or effect is not None or self.nodes.construct[edge.target] != "species"
        if directed is False and effect is not None:
            book.lose(f'that "{word[:40]}" has no direction', element, DIRECTED)
        construct = "control" if acts else "association"
        id_, original = self._id(construct, edge, element, word)
        found = {**original, **book.fields(element, COLUMNS_OF[construct]), **book.entries(element)}
        found["name"] = self._name(edge, element, word)
        if word and effect is None and (acts or type_ is None):
            if found["name"] is not None or CONSTRUCT in element.values:
                book.lose(f'the interaction "{word[:40]}", no effect', element, INTERACTION)
            found["name"] = found["name"] or word
        if acts:
            made: Any = Control(
                id=id_,
                effect=effect or Effect.MODULATION,
                sources=Gate(inputs=(ends[0],)),
                target=ends[1],
                **found,
            )
        else:
            sides = tuple(Participant(species=it) for it in ends)
            type_ = type_ or AssociationType.ASSOCIATION
            made = Association(id=id_, type=type_, participants=sides, **found)
        self.made[construct][id_] = made
        self.things[edge.number] = id_
        book.in_modules(element, id_)
        book.stands((construct, id_), element)
        book.leave(element)

    def _id(
        self, construct: str, edge: Edge, element: Element, word: str
    ) -> tuple[str, dict[str, str]]:
        """The id of an edge's thing, and the original one where that is not legal."""
        given = element.values.get(ID)
        if isinstance(given, str) and given.strip():
            id_ = self.book.named(construct, given, element)
            return id_, {} if is_legal_id(given) else {"original_id": given}
        if self.nodes.construct[edge.target] != "species":
            source, target = self._of(edge.source), self._of(edge.target)
            return self.book.free(control_id(word, target=target, sources=source)), {}
        source, target = (
            told[-1] if told else self._of(number)
            for told, number in zip(self._called(edge), (edge.source, edge.target), strict=True)
        )
        return self.book.free(influence_id(source, word or "association", target)), {}

    # All together

    def processes(self) -> tuple[Process, ...]:
        """The processes with their sides."""
        return tuple(
            msgspec.structs.replace(
                it,
                inputs=tuple(self.sides[it.id, "inputs"]),
                outputs=tuple(self.sides[it.id, "outputs"]),
                template=self.templates.get(it.id),
            )
            for it in self.nodes.others["process"]
        )

    def associations(self) -> tuple[Association, ...]:
        """The associations, those that are edges and those that are nodes."""
        joint = (
            msgspec.structs.replace(it, participants=tuple(self.sides[it.id, "participants"]))
            for it in self.nodes.others["association"]
        )
        return (*self.made["association"].values(), *joint)

    def controls(self) -> tuple[Control, ...]:
        """The controls, those that are edges and those that are nodes."""
        joint = (
            Control(**it.fields, sources=self._gate(id_), target=self.targets.get(id_))
            for id_, it in self.nodes.controls.items()
        )
        return (*self.made["control"].values(), *joint)

    def _gate(self, control: str) -> Gate:
        """What acts: as the condition says it, if that is about the nodes that edges come from."""
        node = self.nodes.controls[control]
        plain = Gate(inputs=tuple(self.sources[control]))
        if node.condition is None:
            return plain
        try:
            gate = gate_read(node.condition)
        except ValueError:
            gate = None
        names = self.book.names
        if gate is not None:
            told = {names.get(("species", it), it) for it in gate.species()}
            if told == set(plain.species()):
                return gate
        self.book.lose(f'the condition "{node.condition[:40]}"', node.element, "sources")
        return plain
