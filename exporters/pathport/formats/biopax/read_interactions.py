"""Reads what happens: processes, controls, influences, associations, modules and their order.

Specification: ``biopax-level3.owl``; what class and sides tell of a process is in ``shapes``.
"""

from collections.abc import Iterator

from pathport.formats.biopax.graph import Node
from pathport.formats.biopax.labels import called
from pathport.formats.biopax.ontology import is_a
from pathport.formats.biopax.reading import File
from pathport.formats.biopax.shapes import type_of
from pathport.formats.biopax.terms import (
    ASSOCIATION,
    CONTROL_TYPE,
    EFFECT,
    INTERACTION_TYPE,
    PROCESS_SBO,
)
from pathport.formats.biopax.uris import JOINT, derived
from pathport.model.enumerations import AssociationType, Effect, Mechanism, ProcessType
from pathport.model.parts import Gate, Participant, Step
from pathport.model.things import Association, Control, Module, Process

__all__ = ["Interactions"]

DIRECTION = "conversionDirection"


class Interactions:
    """The interactions of a file, sorted into what they are."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.processes: list[Node] = []
        self.controls: list[Node] = []
        self.associations: list[Node] = []
        self.targets: dict[str, Node] = {}
        for node in file.graph.of_class("Interaction"):
            self._sort(node)

    @property
    def nodes(self) -> list[Node]:
        """All interactions that are things of the pathway."""
        return self.processes + self.controls + self.associations

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
            and len(node.refs("participant")) == 1
            and not node.refs("interactionType")
            and bool(users)
            and all(name == "controlled" for _, name in users)
        )

    # Processes

    def process(self, node: Node) -> Process:
        """The process that a conversion, a template reaction or a typed interaction is."""
        id_ = self.file.ids[node.uri]
        left, right = self._sides(node)
        template = self.file.first(node, "template")
        return Process(
            id=id_,
            name=self.file.naming(node, called(id_)).name,
            synonyms=self.file.naming(node, called(id_)).synonyms,
            type=self._type(node, left, right),
            inputs=left,
            outputs=right,
            template=self.file.ids.get(template.uri) if template else None,
            reversible=node.text(DIRECTION) == "REVERSIBLE",
            spontaneous=SPONTANEOUS.get(node.text("spontaneous")),
            **self.file.said(node, ("process", id_)),
        )

    def _sides(self, node: Node) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
        if node.cls == "Interaction":
            return self._participants(node, "participant"), ()
        if node.cls == "TemplateReaction":
            return (), self._participants(node, "product")
        left, right = self._participants(node, "left"), self._participants(node, "right")
        return (right, left) if node.text(DIRECTION) == "RIGHT-TO-LEFT" else (left, right)

    def _participants(self, node: Node, name: str) -> tuple[Participant, ...]:
        counts = self._coefficients(node)
        return tuple(
            Participant(species=self.file.ids[each.uri], coefficient=counts.get(each.uri, 1.0))
            for each in self.file.nodes(node, name)
            if each.uri in self.file.ids
        )

    def _coefficients(self, node: Node) -> dict[str, float]:
        counts: dict[str, float] = {}
        for each in self.file.nodes(node, "participantStoichiometry"):
            try:
                counts[each.ref("physicalEntity")] = float(each.text("stoichiometricCoefficient"))
            except ValueError:
                continue
        return counts

    def _type(
        self, node: Node, left: tuple[Participant, ...], right: tuple[Participant, ...]
    ) -> ProcessType:
        for sbo in self.file.xrefs(node).types:
            found = PROCESS_SBO.key(sbo)
            if found is not None:
                return found
        for vocabulary in self.file.nodes(node, "interactionType"):
            found = INTERACTION_TYPE.key(self.file.term(vocabulary, "mi") or "")
            if found is not None:
                return found
        made = [each.cls for each in self.file.nodes(node, "product")]
        template = self.file.first(node, "template")
        made = [*made, template.cls if template else ""] if made else []
        return type_of(node.cls, made, left=len(left), right=len(right))

    # Controls

    def control(self, node: Node) -> Control:
        """The control that a Control is."""
        id_ = self.file.ids[node.uri]
        anchor = ("control", id_)
        found = derived(node.uri)
        label = id_
        if found and found[0] == JOINT:
            label = found[1].rpartition("/")[0]
        naming = self.file.naming(node, called(label))
        effect, mechanism = self._effect(node)
        sources = (self.file.ids.get(each.uri) for each in self.file.nodes(node, "controller"))
        return Control(
            id=id_,
            name=naming.name,
            synonyms=naming.synonyms,
            target=self._target(node),
            effect=effect,
            mechanism=mechanism,
            sources=Gate(inputs=tuple(it for it in sources if it is not None)),
            **self.file.said(node, anchor),
        )

    def _target(self, node: Node) -> str | None:
        target = self.file.first(node, "controlled")
        if target is not None and target.uri in self.targets:
            target = self.file.first(target, "participant")
        return self.file.ids.get(target.uri) if target is not None else None

    def _effect(self, node: Node) -> tuple[Effect, Mechanism | None]:
        word = node.text("controlType").replace("_", "-")  # as Paxtools writes it
        effect, mechanism = CONTROL_TYPE.key(word) or (Effect.MODULATION, None)
        told = (EFFECT.key(sbo) for sbo in self.file.xrefs(node).effects)
        if node.cls == "Catalysis":
            effect = Effect.CATALYSIS
        return next((it for it in told if it is not None), effect), mechanism

    # Associations

    def association(self, node: Node) -> Association:
        """The association that any other interaction is."""
        id_ = self.file.ids[node.uri]
        naming = self.file.naming(node, called(id_))
        kinds = (
            ASSOCIATION.key(self.file.term(vocabulary, "mi") or "")
            for vocabulary in self.file.nodes(node, "interactionType")
        )
        return Association(
            id=id_,
            name=naming.name,
            synonyms=naming.synonyms,
            type=next((it for it in kinds if it), AssociationType.ASSOCIATION),
            participants=self._participants(node, "participant"),
            **self.file.said(node, ("association", id_)),
        )

    # Modules

    def module(self, node: Node) -> Module:
        """The module that a pathway inside another is."""
        id_ = self.file.ids[node.uri]
        naming = self.file.naming(node, called(id_))
        members = (self.file.ids.get(uri) for uri in node.refs("pathwayComponent"))
        return Module(
            id=id_,
            name=naming.name,
            synonyms=naming.synonyms,
            members=tuple(it for it in members if it is not None),
            order=tuple(self._order(node)),
            **self.file.said(node, ("module", id_)),
        )

    def _order(self, node: Node) -> Iterator[Step]:
        for step in self.file.nodes(node, "pathwayOrder"):
            for following in self.file.nodes(step, "nextStep"):
                for before in self._processes_of(step):
                    for after in self._processes_of(following):
                        yield Step(before=before, after=after)

    def _processes_of(self, step: Node) -> list[str]:
        return [self.file.ids[uri] for uri in step.refs("stepProcess") if uri in self.file.ids]


SPONTANEOUS = {"true": True, "1": True, "false": False, "0": False}
