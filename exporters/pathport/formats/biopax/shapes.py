"""Which class says a process or a control, and what of it stands where.

The BioPAX validator wants a conversion's class to fit what it does: nothing the same on both sides,
a change of place in a transport, what enters or leaves a complex in an assembly. Writer and reader
tell a process's type from class and sides alike (``type_of``). Specification: ``biopax-level3.owl``
and the validator's rules for conversions.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence

import msgspec

from pathport.formats.biopax.entities import Entities, Entity
from pathport.formats.biopax.terms import (
    CONTROL_TYPE,
    DEFAULT_TYPE,
    REFERENCE,
    TEMPLATE_PRODUCTS,
    TEMPLATES,
)
from pathport.model.enumerations import Effect, ProcessType
from pathport.model.parts import Participant
from pathport.model.things import Control, Process

__all__ = [
    "ControlShape",
    "Shape",
    "Sides",
    "control_shape",
    "process_shape",
    "sides_of",
    "template_of",
    "type_of",
]

ASSEMBLY = "ComplexAssembly"
REACTION = "BiochemicalReaction"
TEMPLATE = "TemplateReaction"
INTERACTION = "Interaction"

MAKES = frozenset(
    {ProcessType.TRANSCRIPTION, ProcessType.TRANSLATION, ProcessType.GENETIC_PRODUCTION}
)
"""What a TemplateReaction may be of."""

Sides = tuple[tuple[Participant, ...], tuple[Participant, ...]]
Kinds = Callable[[Entity], Iterable[Hashable]]
"""What an entity is called by whatever its state: its reference, or a complex's names."""


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """A process as it is written: its class, both sides, or all participants of an Interaction."""

    cls: str
    inputs: tuple[Participant, ...] = ()
    outputs: tuple[Participant, ...] = ()
    template: str | None = None

    @property
    def is_conversion(self) -> bool:
        """Whether it has two sides."""
        return self.cls not in (INTERACTION, TEMPLATE)

    @property
    def backwards(self) -> bool:
        """Whether what is made stands on the left: a conversion of nothing is none in BioPAX."""
        return self.is_conversion and not self.inputs and bool(self.outputs)


class ControlShape(msgspec.Struct, frozen=True, kw_only=True):
    """A control, or one of its alternatives, as it is written."""

    cls: str
    sources: tuple[str, ...]
    control_type: str | None


def sides_of(process: Process, entities: Entities) -> Sides:
    """Both sides without what stands on both of them, which is no participant of a conversion."""
    left = [entities.of(it.species) for it in process.inputs]
    right = [entities.of(it.species) for it in process.outputs]
    both = {_state(each) for each in left} & {_state(each) for each in right}
    if not both or any(each.cls == "Pathway" for each in (*left, *right)):
        return process.inputs, process.outputs
    inputs = zip(process.inputs, left, strict=True)
    outputs = zip(process.outputs, right, strict=True)
    return (
        tuple(it for it, each in inputs if _state(each) not in both),
        tuple(it for it, each in outputs if _state(each) not in both),
    )


def _state(entity: Entity) -> Hashable:
    """What two entities agree in that the validator takes for one."""
    if entity.alternatives and not entity.parts:
        return entity.cls, entity.alternatives, entity.compartment
    return entity.path


def process_shape(process: Process, sides: Sides, entities: Entities, kinds: Kinds) -> Shape:
    """The shape of a process with these sides."""
    inputs, outputs = sides
    left = [entities.of(it.species) for it in inputs]
    right = [entities.of(it.species) for it in outputs]
    if any(entity.cls == "Pathway" for entity in (*left, *right)):
        return Shape(cls=INTERACTION, inputs=inputs, outputs=outputs)
    if is_template(process, sides, entities):
        return Shape(cls=TEMPLATE, outputs=outputs, template=template_of(process, sides, entities))
    return Shape(cls=_conversion(process, left, right, kinds), inputs=inputs, outputs=outputs)


def is_template(process: Process, sides: Sides, entities: Entities) -> bool:
    """Whether a TemplateReaction can hold a process with these sides."""
    inputs, outputs = sides
    return (
        process.type in MAKES
        and not inputs
        and bool(outputs)
        and not process.reversible
        and all(it.coefficient == 1 for it in outputs)
        and all(entities.of(it.species).cls in TEMPLATE_PRODUCTS for it in outputs)
    )


def template_of(process: Process, sides: Sides, entities: Entities) -> str | None:
    """The species that a TemplateReaction reads; nothing if none is told, or can be."""
    template = process.template
    if template is None or entities.of(template).cls not in TEMPLATES:
        return None
    return template if is_template(process, sides, entities) else None


def _conversion(
    process: Process, left: Sequence[Entity], right: Sequence[Entity], kinds: Kinds
) -> str:
    has_complex = any(entity.cls == "Complex" for entity in (*left, *right))
    if process.type is ProcessType.DEGRADATION and left and not right and not process.reversible:
        return "Degradation"
    if has_complex and (
        process.type in (ProcessType.BINDING, ProcessType.DISSOCIATION) or _exchanges(left, right)
    ):
        return ASSEMBLY
    moves, stays = _moves(left, right, kinds)
    if process.type is ProcessType.TRANSPORT or moves:
        changes = moves and _changes(left, right)
        return "TransportWithBiochemicalReaction" if changes and not stays else "Transport"
    return REACTION


def _exchanges(left: Sequence[Entity], right: Sequence[Entity]) -> bool:
    """Whether a molecule that is not small is free on one side only."""
    there = [{e.molecule for e in side if _is_large(e) and e.refers} for side in (left, right)]
    return any(
        not each.refers or each.molecule not in other
        for side, other in ((left, there[1]), (right, there[0]))
        for each in side
        if _is_large(each)
    )


def _is_large(entity: Entity) -> bool:
    return REFERENCE.word(entity.cls) is not None and entity.cls != "SmallMolecule"


def _moves(left: Sequence[Entity], right: Sequence[Entity], kinds: Kinds) -> tuple[bool, bool]:
    """Whether anything is in another place afterwards, and whether anything is not."""
    places: dict[Hashable, set[str | None]] = {}
    for each in right:
        for kind in kinds(each):
            places.setdefault(kind, set()).add(each.compartment)
    met = [
        (each.compartment, places[kind]) for each in left for kind in kinds(each) if kind in places
    ]
    return any(there - {here} for here, there in met), any(here in there for here, there in met)


def _changes(left: Sequence[Entity], right: Sequence[Entity]) -> bool:
    """Whether a molecule is in another state afterwards."""
    states = {each.molecule: each.state for each in right if each.refers}
    return any(states.get(each.molecule, each.state) != each.state for each in left if each.refers)


def type_of(cls: str, made: Sequence[str], *, left: int, right: int) -> ProcessType:
    """The type of a process that nothing but its class and sides tells.

    ``made`` are the classes of a TemplateReaction's products, then that of its template;
    ``left`` and ``right`` the numbers of participants, in the direction in which it goes.
    """
    if cls == ASSEMBLY and right > left:
        return ProcessType.DISSOCIATION
    if cls == TEMPLATE and made:
        *products, template = made
        if set(products) == {"Rna"}:
            return ProcessType.TRANSCRIPTION
        if template.startswith("Rna"):
            return ProcessType.TRANSLATION
    return DEFAULT_TYPE[cls]


def control_shape(
    control: Control, sources: tuple[str, ...], *, target: str, entities: Entities
) -> ControlShape:
    """The shape of a control by these sources; ``target`` is the class of what it controls."""
    word = CONTROL_TYPE.word((control.effect, control.mechanism))
    if word is None:
        word = CONTROL_TYPE.word((control.effect, None))
    outcome = any(entities.of(source).cls == "Pathway" for source in sources)
    single = len(sources) < 2
    cls = "Control"
    if not outcome:
        if control.effect is Effect.CATALYSIS and single and target in CONVERSIONS:
            cls, word = "Catalysis", "ACTIVATION"
        elif target == "Catalysis" and single:
            cls = "Modulation"
        elif target == TEMPLATE and word in (None, "ACTIVATION", "INHIBITION"):
            cls = "TemplateReactionRegulation"
    return ControlShape(cls=cls, sources=sources, control_type=word)


CONVERSIONS = frozenset(DEFAULT_TYPE) - {INTERACTION, TEMPLATE}
