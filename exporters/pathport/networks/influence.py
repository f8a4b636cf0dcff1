"""The view of influences: which molecule acts on which, and with which sign.

Each rule is a method that yields influences; ``DERIVATIONS`` lists them. Influences that say the
same of the same two nodes become one edge, which names all that it comes from. Nothing acts on
itself here: a node is a molecule in all its states, and a change of state alone is no influence.
"""

from collections.abc import Callable, Iterator
from itertools import combinations, product

from pathport.layout.terms import INTEGRAL
from pathport.model.enumerations import Effect, Logic, ProcessType, Role
from pathport.model.parts import Gate
from pathport.model.pathway import Pathway
from pathport.model.things import Process, Thing
from pathport.networks.actors import Actors
from pathport.networks.changes import Change, change_of
from pathport.networks.columns import network_columns
from pathport.networks.edges import Influence, edges_of
from pathport.networks.network import Complexes, Interaction, Network, Sign
from pathport.networks.nodes import nodes_of

__all__ = ["SIGNS", "influence_view"]

SIGNS = {
    Effect.CATALYSIS: Sign.POSITIVE,
    Effect.STIMULATION: Sign.POSITIVE,
    Effect.NECESSARY_STIMULATION: Sign.POSITIVE,
    Effect.TRIGGER: Sign.POSITIVE,
    Effect.INHIBITION: Sign.NEGATIVE,
    Effect.MODULATION: Sign.UNKNOWN,
}
WORDS = {
    Sign.POSITIVE: Interaction.POSITIVE,
    Sign.NEGATIVE: Interaction.NEGATIVE,
    Sign.UNKNOWN: Interaction.UNKNOWN,
}
FROM_OUTSIDE = {Role.LIGAND: Sign.POSITIVE, Role.DRUG: Sign.UNKNOWN, Role.ANTIBODY: Sign.UNKNOWN}
"""Roles of what acts on the thing that it binds, and with which sign: a drug may do either."""

Signed = tuple[str, Sign]
"""A node, and the sign with which it is acted on or acts."""


def influence_view(pathway: Pathway, complexes: Complexes = Complexes.WHOLE) -> Network:
    """The molecules of a pathway and what they do to each other."""
    view = _View(pathway, complexes)
    return Network(
        name=pathway.name or pathway.id,
        columns=network_columns(pathway),
        nodes=nodes_of(view.actors, view.outcomes),
        edges=edges_of(view.influences(), pathway),
    )


class _View:
    """What the rules look at."""

    def __init__(self, pathway: Pathway, complexes: Complexes) -> None:
        self.pathway = pathway
        self.actors = Actors(pathway, complexes)
        self.processes = {each.id: each for each in pathway.processes}
        self.controls = {each.id: each for each in pathway.controls}
        self.outcomes = [each for each in pathway.processes if self._is_outcome(each)]
        self._changes: dict[str, Change] = {}

    def influences(self) -> Iterator[Influence]:
        """What every rule finds, but for what a node does to itself."""
        for rule in DERIVATIONS:
            yield from (each for each in rule(self) if each.source != each.target)

    def change(self, process: Process) -> Change:
        """What a process does, found once."""
        if process.id not in self._changes:
            self._changes[process.id] = change_of(process, self.actors)
        return self._changes[process.id]

    def _is_outcome(self, process: Process) -> bool:
        """Whether a process is a node: a transport to which the Gene Ontology has a term.

        As a change of place it could not be seen here, though much may depend on it, such as the
        internalization of a receptor.
        """
        terms = (each.id for each in process.identifiers)
        return process.type is ProcessType.TRANSPORT and any(it.startswith("go:") for it in terms)

    # What a control acts on

    def _acted_on(self, target: str | None, above: frozenset[str]) -> Iterator[Signed]:
        """The nodes that change where something acts on this thing, each with its sign."""
        if target in self.processes:
            yield from self._changed(self.processes[target])
        elif target in self.actors.species:
            yield from ((node, Sign.POSITIVE) for node in self.actors.nodes(target))
        elif target in self.controls and target not in above:
            control = self.controls[target]
            for node, sign in self._acted_on(control.target, above | {target}):
                yield node, sign * SIGNS[control.effect]

    def _changed(self, process: Process) -> Iterator[Signed]:
        made, used, sign = self.change(process)
        yield from ((node, sign) for node in made)
        yield from ((node, Sign.NEGATIVE) for node in used)
        if process in self.outcomes:
            yield process.id, Sign.POSITIVE

    def _acting(self, gate: Gate) -> Iterator[Signed]:
        """The nodes that act through a gate; what is inside a not acts the other way."""
        sign = Sign.NEGATIVE if gate.logic is Logic.NOT else Sign.POSITIVE
        for species in gate.inputs:
            yield from ((node, sign) for node in self.actors.nodes(species))
        for inner in gate.gates:
            yield from ((node, sign * its) for node, its in self._acting(inner))

    # The rules

    def controls_act_on_what_is_made(self) -> Iterator[Influence]:
        """A control acts on what its process makes, and against what the process uses up."""
        for control in self.pathway.controls:
            targets = list(self._acted_on(control.target, frozenset({control.id})))
            for (source, its), (target, sign) in product(self._acting(control.sources), targets):
                yield _signed(source, target, its * SIGNS[control.effect] * sign, control)

    def inputs_become_outputs(self) -> Iterator[Influence]:
        """What goes into a process, or its template, acts on what the process makes of it.

        Where complexes stand for their parts, it is what the process uses up.
        """
        for process in self.pathway.processes:
            change = self.change(process)
            before = change.used
            if self.actors.complexes is Complexes.WHOLE:
                before = tuple(n for it in process.inputs for n in self.actors.nodes(it.species))
            before += self.actors.nodes(process.template) if process.template else ()
            for source, target in product(dict.fromkeys(before), change.made):
                yield _signed(source, target, Sign.POSITIVE, process)

    def transports_follow_what_is_moved(self) -> Iterator[Influence]:
        """What is moved acts on the transport, where that is a node."""
        for process in self.outcomes:
            for each in process.inputs:
                for node in self.actors.nodes(each.species):
                    yield _signed(node, process.id, Sign.POSITIVE, process)

    def parts_bind(self) -> Iterator[Influence]:
        """Where complexes stand for their parts, what a process joins binds each other.

        A free ligand, drug or antibody acts on the receptor, channel or enzyme of the membrane
        that it binds.
        """
        if self.actors.complexes is Complexes.WHOLE:
            return
        for process in self.pathway.processes:
            inputs = [each.species for each in process.inputs]
            for one, other in combinations(inputs, 2):
                if self._are_joined(one, other, process):
                    yield from self._bindings(one, other, process)

    def _are_joined(self, one: str, other: str, process: Process) -> bool:
        both = [self.actors.molecules_in([each]) for each in (one, other)]
        return all(both) and any(
            all(molecules <= self.actors.molecules_in([each.species]) for molecules in both)
            for each in process.outputs
        )

    def _bindings(self, one: str, other: str, process: Process) -> Iterator[Influence]:
        signs = [self._from_outside(each) for each in (one, other)]
        if signs[0] is None and signs[1] is not None:
            one, other, signs = other, one, signs[::-1]
        acts = signs[0] is not None and self._is_integral(other)
        for source, target in product(self.actors.nodes(one), self.actors.nodes(other)):
            if acts:
                yield _signed(source, target, signs[0] or Sign.UNKNOWN, process)
            else:
                yield _undirected(source, target, Interaction.BINDING, process)

    def _from_outside(self, species: str) -> Sign | None:
        """The sign with which a free molecule acts on what it binds; nothing if it does not."""
        if len(self.actors.leaves(species)) != 1:
            return None
        roles = self.actors.roles(self.actors.leaves(species)[0].molecule)
        return next((sign for role, sign in FROM_OUTSIDE.items() if role in roles), None)

    def _is_integral(self, species: str) -> bool:
        molecules = self.actors.molecules_in([species])
        return any(self.actors.roles(each) & INTEGRAL for each in molecules)

    def participants_are_associated(self) -> Iterator[Influence]:
        """The participants of an association belong together, without direction."""
        for association in self.pathway.associations:
            for one, other in combinations([it.species for it in association.participants], 2):
                for source, target in product(self.actors.nodes(one), self.actors.nodes(other)):
                    yield _undirected(source, target, Interaction.ASSOCIATION, association)


DERIVATIONS: tuple[Callable[[_View], Iterator[Influence]], ...] = (
    _View.controls_act_on_what_is_made,
    _View.inputs_become_outputs,
    _View.transports_follow_what_is_moved,
    _View.parts_bind,
    _View.participants_are_associated,
)
"""The rules by which influences are derived, in the order of their page in the docs."""


def _signed(source: str, target: str, sign: Sign, of: Thing) -> Influence:
    return Influence(source, target, WORDS[sign], directed=True, of=of)


def _undirected(source: str, target: str, word: Interaction, of: Thing) -> Influence:
    first, second = sorted((source, target))
    return Influence(first, second, word, directed=False, of=of)
