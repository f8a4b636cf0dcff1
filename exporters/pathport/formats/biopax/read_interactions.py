"""Reads what happens: processes, controls, influences, associations, modules and their order.

Specification: ``biopax-level3.owl``; what class and sides tell of a process is in ``shapes``.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, TypeVar

from pathport.fidelity.records import Anchor
from pathport.formats.biopax.circles import without_circles
from pathport.formats.biopax.entries import coded, number
from pathport.formats.biopax.graph import Node
from pathport.formats.biopax.labels import called
from pathport.formats.biopax.losses import READ_INTO
from pathport.formats.biopax.ontology import is_a
from pathport.formats.biopax.reading import File
from pathport.formats.biopax.shapes import type_of
from pathport.formats.biopax.terms import (
    ASSOCIATION,
    CLASS_OF_ASSOCIATION,
    CONTROL_TYPE,
    EFFECT,
    INTERACTION_TYPE,
    PROCESS_SBO,
)
from pathport.formats.biopax.uris import JOINT, derived, shown
from pathport.model.enumerations import AssociationType, Effect, Mechanism, ProcessType
from pathport.model.parts import Gate, Participant, Step
from pathport.model.things import Association, Control, Module, Process
from pathport.terms import Terms

__all__ = ["Interactions"]

DIRECTION = "conversionDirection"
DIRECTIONS = frozenset({"LEFT-TO-RIGHT", "REVERSIBLE", "RIGHT-TO-LEFT"})
SPONTANEOUSLY = "spontaneous"
AS_NOTE = "it is kept as a note"

T = TypeVar("T", ProcessType, AssociationType)


class Interactions:
    """The interactions of a file, sorted into what they are."""

    def __init__(self, file: File, modules: list[Node]) -> None:
        self.file = file
        self.modules = modules
        self.processes: list[Node] = []
        self.controls: list[Node] = []
        self.associations: list[Node] = []
        self.targets: dict[str, Node] = {}
        self._coefficients: dict[str, dict[str, float]] = {}
        for node in file.graph.of_class("Interaction"):
            self._sort(node)

    def _sort(self, node: Node) -> None:
        if is_a(node.cls, "Control"):
            self.controls.append(node)
        elif self._is_process(node):
            self.processes.append(node)
        elif self._is_target(node):
            self.targets[node.uri] = node
        else:
            self.associations.append(node)

    def _is_process(self, node: Node) -> bool:
        if node.cls == "Interaction":
            return bool(self.file.xrefs(node).types)
        return is_a(node.cls, "Conversion") or node.cls == "TemplateReaction"

    def _is_target(self, node: Node) -> bool:
        """Whether an interaction is there to say what an influence acts on."""
        users = self.file.graph.users.get(node.uri, ())
        return (
            node.cls == "Interaction"
            and len(self.file.nodes(node, "participant")) == 1
            and not node.refs("interactionType")
            and bool(users)
            and all(name == "controlled" for _, name in users)
        )

    # Processes

    def process(self, node: Node) -> Process:
        """The process that a conversion, a template reaction or a typed interaction is."""
        id_ = self.file.id(node.uri)
        left, right = self._sides(node)
        type_, words = self._type(node, left, right)
        self._tell_unknown(node)
        return Process(
            id=id_,
            type=type_,
            inputs=left,
            outputs=right,
            template=next(iter(self.file.all_named(node, "template", "species")), None),
            reversible=self._direction(node) == "REVERSIBLE",
            spontaneous=SPONTANEOUS.get(coded(node.text(SPONTANEOUSLY))),
            **self._told(node, ("process", id_), words),
        )

    def _told(
        self, node: Node, anchor: Anchor, words: list[str], label: str = ""
    ) -> dict[str, Any]:
        """What an interaction says as every object does, with words of no table as notes."""
        told = self.file.told(node, anchor, called(label or anchor[1]))
        notes = told["notes"]
        return told | {"notes": (*notes, *(it for it in dict.fromkeys(words) if it not in notes))}

    def _tell_unknown(self, node: Node) -> None:
        """Tell of a direction, or of whether a process is spontaneous, that is no such word."""
        for name, known in ((DIRECTION, DIRECTIONS), (SPONTANEOUSLY, SPONTANEOUS)):
            text = node.text(name)
            if text and coded(text) not in known:
                self.file.unread(node, f'the {name} "{text}"')

    def _sides(self, node: Node) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
        if node.cls == "Interaction":  # on which side each is, is not told
            return (both := self._participants(node, "participant")), both
        if node.cls == "TemplateReaction":
            return (), self._participants(node, "product")
        left, right = self._participants(node, "left"), self._participants(node, "right")
        return (right, left) if self._direction(node) == "RIGHT-TO-LEFT" else (left, right)

    def _direction(self, node: Node) -> str:
        """The direction of a conversion."""
        return coded(node.text(DIRECTION))

    def _participants(self, node: Node, name: str) -> tuple[Participant, ...]:
        counts = self._coefficients_of(node)
        self._tell_others(node, name, "species")
        return tuple(
            Participant(species=self.file.id(uri), coefficient=counts.get(uri, 1))
            for uri in dict.fromkeys(node.refs(name))
            if self.file.named(uri, "species")
        )

    def _tell_others(self, node: Node, name: str, *constructs: str) -> None:
        """Tell what a property refers to that is in the file and can't stand there."""
        for each in self.file.nodes(node, name):
            if self.file.named(each.uri, *constructs) is None and each.uri not in self.targets:
                self.file.unread(node, f'the {name} {each.cls} "{shown(each.uri)}"')

    def _coefficients_of(self, node: Node) -> dict[str, float]:
        """The coefficients of a process's participants, by URI."""
        if node.uri not in self._coefficients:
            participants = {uri for name in SIDES for uri in node.refs(name)}
            self._coefficients[node.uri] = self.file.coefficients(
                node, "participantStoichiometry", participants, number
            )
        return self._coefficients[node.uri]

    def _type(
        self, node: Node, left: tuple[Participant, ...], right: tuple[Participant, ...]
    ) -> tuple[ProcessType, list[str]]:
        """The type of a process, and the words of further ones."""
        typed, words = self._interaction_type(node, INTERACTION_TYPE)
        for sbo in self.file.xrefs(node).types:
            found = PROCESS_SBO.key(sbo)
            if found is not None:
                if typed not in (None, found):
                    self.file.unread(node, f'the interactionType "{typed}"', f"it is of {sbo}")
                return found, words
        if typed is not None:
            return typed, words
        made = [each.cls for each in self.file.nodes(node, "product")]
        template = self.file.first(node, "template")
        made = [*made, template.cls if template else ""] if made else []
        return type_of(node.cls, made, left=len(left), right=len(right)), words

    def _interaction_type(self, node: Node, table: Terms[T, str]) -> tuple[T | None, list[str]]:
        """The first type of a table that an interaction has, and notes of the other types' words.

        The others are lost as types.
        """
        type_: T | None = None
        notes: list[str] = []
        for each in self.file.nodes(node, "interactionType"):
            curie = self.file.term(each, "mi")
            found = table.key(curie or "")
            if type_ is None and found is not None:
                type_ = found
                continue
            if curie is not None:
                self.file.unread(node, f'the interactionType "{curie}"', AS_NOTE)
            if words := self.file.words_of(each):
                notes.append(f"interactionType: {words}")
        return type_, notes

    # Controls

    def control(self, node: Node) -> Control:
        """The control that a Control is."""
        id_ = self.file.id(node.uri)
        found = derived(node.uri)
        label = found[1].rpartition("/")[0] if found and found[0] == JOINT else id_
        effect, mechanism = self._effect(node)
        words = self._control_words(node)
        self._tell_others(node, "controller", "species")
        return Control(
            id=id_,
            target=self._targets.get(id_),
            effect=effect,
            mechanism=mechanism,
            sources=Gate(inputs=tuple(self.file.all_named(node, "controller", "species"))),
            **self._told(node, ("control", id_), words, label),
        )

    @cached_property
    def _targets(self) -> dict[str, str]:
        """What each control acts on, by id; a circle of controls is opened."""
        acts = {self.file.id(node.uri): self._target(node) for node in self.controls}
        kept = without_circles({it: (target,) for it, target in acts.items() if target in acts})
        for node in self.controls:
            if not kept.get(self.file.id(node.uri), (None,)):
                acts[self.file.id(node.uri)] = None
                self.file.unsound(node, "a controlled that controls it, or itself,")
        return {id_: target for id_, target in acts.items() if target is not None}

    def _target(self, node: Node) -> str | None:
        target = self.file.first(node, "controlled")
        if target is not None and target.uri in self.targets:
            target = self.file.first(target, "participant")
        if target is None:
            return None
        found = self.file.named(target.uri, "process", "control", "species")
        if found is None:
            self.file.unsound(node, f'the control of {target.cls} "{shown(target.uri)}"')
        return found

    def _effect(self, node: Node) -> tuple[Effect, Mechanism | None]:
        word = coded(node.text("controlType"))
        typed = CONTROL_TYPE.key(word)
        effect, mechanism = typed or (Effect.MODULATION, None)
        if node.cls == "Catalysis" and effect in (Effect.MODULATION, Effect.STIMULATION):
            effect = Effect.CATALYSIS
        finer = None
        for sbo in self.file.xrefs(node).effects:
            told = EFFECT.key(sbo)
            agrees = typed is None or CONTROL_TYPE.word((told or effect, mechanism)) == word
            if told is None or finer is not None or not agrees:
                self.file.unread(node, f'the xref "{sbo}"')
            else:
                finer = told
        return finer or effect, mechanism

    def _control_words(self, node: Node) -> list[str]:
        """A note of the type of a control that is no such word, and so is none."""
        text = node.text("controlType")
        if not text or CONTROL_TYPE.key(coded(text)) is not None:
            return []
        self.file.unread(node, f'the controlType "{text}"', AS_NOTE)
        return [f"controlType: {text}"]

    # Associations

    def association(self, node: Node) -> Association:
        """The association that any other interaction is."""
        id_ = self.file.id(node.uri)
        type_, words = self._interaction_type(node, ASSOCIATION)
        return Association(
            id=id_,
            type=type_ or CLASS_OF_ASSOCIATION.get(node.cls, AssociationType.ASSOCIATION),
            participants=self._participants(node, "participant"),
            **self._told(node, ("association", id_), words),
        )

    # Modules

    def module(self, node: Node) -> Module:
        """The module that a pathway inside another is."""
        id_ = self.file.id(node.uri)
        return Module(
            id=id_,
            members=self._members[id_],
            order=tuple(self.order(node)),
            **self.file.told(node, ("module", id_), called(id_)),
        )

    @cached_property
    def _members(self) -> dict[str, tuple[str, ...]]:
        """What modules hold, by id, but modules that hold them."""
        arrows = {self.file.id(node.uri): self._inside(node) for node in self.modules}
        return self.file.uncircled(self.modules, "pathwayComponent", arrows)

    def _inside(self, node: Node) -> list[str]:
        """What a pathway holds: its components, and what is in its steps."""
        found: list[str] = []
        for uri in self._refs_inside(node):
            id_ = self.file.named(uri, *MEMBERS)
            if id_ is not None:
                found.append(id_)
            elif uri in self.file.graph.nodes:
                is_outcome = self.file.named(uri, "species") is not None
                because = "it is a phenotype" if is_outcome else "it holds this one"
                self.file.unsound(node, f'the pathwayComponent "{shown(uri)}"', because)
        return found

    def _refs_inside(self, node: Node) -> dict[str, None]:
        found = [*node.refs("pathwayComponent")]
        found += (uri for step in self._steps(node) for name in STEP for uri in step.refs(name))
        return dict.fromkeys(found)

    def _steps(self, node: Node) -> list[Node]:
        """The steps of a pathway, and those that follow them and are of none."""
        users = self.file.graph.users
        found = self.file.nodes(node, "pathwayOrder")
        known = {step.uri for step in found}
        for step in found:
            for each in self.file.nodes(step, "nextStep"):
                is_of_another = any(name == "pathwayOrder" for _, name in users[each.uri])
                if each.uri not in known and not is_of_another:
                    known.add(each.uri)
                    found.append(each)
        return found

    def tell_strays(self, pathways: list[Node], outcomes: list[Node]) -> None:
        """Tell what happens in no pathway of a file that has one: it is read as part of that.

        The first of these is the pathway that holds all; that it holds itself is told too.
        """
        top = pathways[0]
        if top.uri in self._refs_inside(top):
            self.file.unsound(top, f'the pathwayComponent "{shown(top.uri)}"', "it is this one")
        inside = {uri for node in pathways for uri in self._refs_inside(node)}
        happening = (*self.processes, *self.controls, *self.associations, *self.modules)
        for node in (*happening, *outcomes):
            if node.uri not in inside:
                told = f'{node.cls} "{shown(node.uri)}" is read as part of the pathway'
                self.file.lose(READ_INTO, node, told)

    def order(self, node: Node) -> Iterator[Step]:
        """What follows what in a pathway; a step of nothing that is read is passed through."""
        for step in self._steps(node):
            own = self._processes_of(step)
            if not own:
                because = "it has none; what is before it is read as before what is after it"
                self.file.unread(step, "the process", because)
            for following in self._following(step) if own else ():
                for after in self._processes_of(following):
                    yield from (Step(before=before, after=after) for before in own)

    def _following(self, step: Node) -> Iterator[Node]:
        """The steps after one that are of something, through those that are not."""
        ahead = {it.uri: it for it in self.file.nodes(step, "nextStep")}
        seen: set[str] = set()
        while ahead:
            uri, each = ahead.popitem()
            seen.add(uri)
            if self._processes_of(each):
                yield each
            else:
                following = self.file.nodes(each, "nextStep")
                ahead |= {it.uri: it for it in following if it.uri not in seen}

    def _processes_of(self, step: Node) -> list[str]:
        """What a step is of: the process, and not what controls it there."""
        found = [id_ for name in STEP for id_ in self.file.all_named(step, name, *MEMBERS)]
        return [it for it in dict.fromkeys(found) if it not in self._control_ids] or found

    @cached_property
    def _control_ids(self) -> frozenset[str]:
        return frozenset(self.file.id(node.uri) for node in self.controls)


SIDES = ("left", "right", "product", "participant")
STEP = ("stepProcess", "stepConversion")
"""With which properties a step holds what it is of."""
MEMBERS = ("process", "control", "association", "module")
SPONTANEOUS = {"TRUE": True, "1": True, "FALSE": False, "0": False}
