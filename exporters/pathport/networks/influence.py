"""The view of influences: which molecule acts on which, and with which sign.

Each rule is a method that yields influences; ``DERIVATIONS`` lists them. Influences that say the
same of the same two nodes become one edge, which names all that it comes from. Nothing acts on
itself here: a node is a molecule in all its states, and a change of state alone is no influence.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import combinations, product
from typing import NamedTuple

from pathport.layout.terms import INTEGRAL
from pathport.model.enumerations import Effect, Logic, ProcessType, Role
from pathport.model.parts import Gate
from pathport.model.pathway import Pathway
from pathport.model.things import Form, Process, Thing
from pathport.networks.actors import Actors
from pathport.networks.changes import Change, change_of
from pathport.networks.columns import network_columns
from pathport.networks.edges import Influence, edges_of
from pathport.networks.fates import doomed
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
"""A node, and the sign with which it acts."""


class Reached(NamedTuple):
    """A node that is acted on: with which sign, and by which process, if by one."""

    node: str
    sign: Sign
    process: Process | None = None


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
        self._fates = doomed(self.actors)

    def influences(self) -> Iterator[Influence]:
        """What every rule finds, but for what a node does to itself."""
        for rule in DERIVATIONS:
            yield from (each for each in rule(self) if each.source != each.target)

    def change(self, process: Process) -> Change:
        """What a process does, found once."""
        if process.id not in self._changes:
            self._changes[process.id] = change_of(process, self.actors, self._fates)
        return self._changes[process.id]

    def _is_outcome(self, process: Process) -> bool:
        """Whether a process is a node: a transport to which the Gene Ontology has a term.

        As a change of place it could not be seen here, though much may depend on it, such as the
        internalization of a receptor.
        """
        terms = (each.id for each in process.identifiers)
        return process.type is ProcessType.TRANSPORT and any(it.startswith("go:") for it in terms)

    # What a control acts on

    def _acted_on(self, target: str | None, above: frozenset[str]) -> Iterator[Reached]:
        """The nodes that change where something acts on this thing, each with its sign."""
        if target in self.processes:
            yield from self._changed(self.processes[target])
        elif target in self.actors.species:
            yield from (Reached(node, Sign.POSITIVE) for node in self.actors.nodes(target))
        elif target in self.controls and target not in above:
            control = self.controls[target]
            for it in self._acted_on(control.target, above | {target}):
                yield it._replace(sign=it.sign * SIGNS[control.effect])

    def _changed(self, process: Process) -> Iterator[Reached]:
        change = self.change(process)
        yield from (Reached(node, change.sign_of(node), process) for node in change.made)
        yield from (Reached(node, Sign.NEGATIVE, process) for node in change.used)
        if process in self.outcomes:
            yield Reached(process.id, Sign.POSITIVE, process)

    # What acts

    def _acting(self, gate: Gate, reached: Reached) -> Iterator[Signed]:
        """The nodes that act on a node through a gate; what is inside a not acts the other way."""
        sign = Sign.NEGATIVE if gate.logic is Logic.NOT else Sign.POSITIVE
        for species in gate.inputs:
            yield from ((node, sign) for node in self._agents(species, reached))
        for inner in gate.gates:
            yield from ((node, sign * its) for node, its in self._acting(inner, reached))

    def _agents(self, species: str, reached: Reached) -> Iterable[str]:
        """The nodes through which a species acts on a node.

        Of a complex that stands for its parts, those that inhibit another of its parts act for it;
        else those that take no part in the process that it acts on, if there are any: what joins
        them to the process is their doing. None acts on another one of the same complex which the
        process only binds, sets free or moves.
        """
        actors = self.actors
        nodes = actors.nodes(species)
        if actors.complexes is Complexes.WHOLE or actors.species[species].form is not Form.COMPLEX:
            return nodes
        process = reached.process
        blocking = [it for it in nodes if self.inhibited.get(it, frozenset()) & set(nodes)]
        if process is None or blocking:
            return blocking or nodes
        if self.change(process).as_a_whole and reached.node in nodes:
            return ()
        sides = (*process.inputs, *process.outputs)
        taking = actors.molecules_in(it.species for it in sides)
        return [it for it in nodes if it not in taking] or nodes

    @cached_property
    def told(self) -> Mapping[tuple[str, str], Sign]:
        """The sign with which controls say that a node acts on another, if they say one."""
        found: dict[tuple[str, str], set[Interaction]] = {}
        for it in self.controls_act_on_what_is_made():
            found.setdefault((it.source, it.target), set()).add(it.interaction)
        signs = {word: sign for sign, word in WORDS.items()}
        return {pair: signs[word] for pair, (word, *more) in found.items() if not more}

    @cached_property
    def inhibited(self) -> Mapping[str, frozenset[str]]:
        """By molecule, those that it inhibits while it is in no complex."""
        found: dict[str, frozenset[str]] = {}
        for control in self.pathway.controls:
            if control.effect is not Effect.INHIBITION:
                continue
            acted_on = self._acted_on(control.target, frozenset({control.id}))
            lowered = {it.node for it in acted_on if it.sign is Sign.POSITIVE}
            for species in control.sources.inputs:
                nodes = self.actors.nodes(species)
                if len(nodes) == 1:
                    found[nodes[0]] = found.get(nodes[0], frozenset()) | lowered - {*nodes}
        return found

    # The rules

    def controls_act_on_what_is_made(self) -> Iterator[Influence]:
        """A control acts on what its process makes, and against what the process uses up."""
        for control in self.pathway.controls:
            for reached in self._acted_on(control.target, frozenset({control.id})):
                sign = reached.sign * SIGNS[control.effect]
                for source, its in self._acting(control.sources, reached):
                    yield _signed(source, reached.node, its * sign, control)

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
                sign = Sign.NEGATIVE if target in change.lowered else Sign.POSITIVE
                yield _signed(source, target, sign, process)

    def transports_follow_what_is_moved(self) -> Iterator[Influence]:
        """What is moved acts on the transport, where that is a node."""
        for process in self.outcomes:
            for each in process.inputs:
                for node in self.actors.nodes(each.species):
                    yield _signed(node, process.id, Sign.POSITIVE, process)

    def parts_bind(self) -> Iterator[Influence]:
        """Where complexes stand for their parts, what a process joins binds each other.

        A free ligand, drug or antibody acts on the receptor, channel or enzyme of the membrane
        that it binds; what a control tells of the two has the sign of a drug or antibody.
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
                sign = signs[0] or self.told.get((source, target), Sign.UNKNOWN)
                yield _signed(source, target, sign, process)
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
