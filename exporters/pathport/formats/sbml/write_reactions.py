"""Processes, influences and associations as SBML reactions, controls as their modifiers.

A reaction that is an influence or an association is told by its shape and term alone: an influence
has no reactants, its target as the one product, and its sources as modifiers; an association has
its participants on both sides, and no modifiers. SBML takes no reaction without sides (rule 21101).
"""

from collections.abc import Callable, Iterator
from functools import partial

from pathport.fidelity.measure import Marks
from pathport.formats.sbml.markup import annotation, attributes, closed, listed, notes, number
from pathport.formats.sbml.own_statements import Tells, tells_association, tells_nothing
from pathport.formats.sbml.plan import Plan, is_influence_shape, leaves
from pathport.formats.sbml.statements import bag_of, common_said, shown_name
from pathport.formats.sbml.terms import (
    ASSOCIATION,
    ASSOCIATION_TERM,
    EFFECT,
    HAS_PROPERTY,
    INFLUENCE_TERM,
    INTERACTOR_TERM,
    MECHANISM,
    NEGATED_TERM,
    NODE,
    PROCESS,
    PRODUCT_TERM,
    REACTANT_TERM,
    SIGN,
    SPONTANEOUS,
    TEMPLATE,
    TRIGGER,
    sbo_term,
)
from pathport.formats.sbml.write_quantities import written_law
from pathport.model.enumerations import Effect, ProcessType
from pathport.model.parts import Participant
from pathport.model.quantities import Coefficient, ParticipantSide
from pathport.model.things import Association, Control, Process, Thing

__all__ = ["mechanism_term", "modifier_properties", "written_reactions"]

MODIFIER = "modifierSpeciesReference"
SIDES = {
    "listOfReactants": ParticipantSide.INPUT,
    "listOfProducts": ParticipantSide.OUTPUT,
}
Named = Callable[[str], tuple[str | None, Coefficient | None]]
"""Of a species that takes part, the id of its element and its coefficient, if it has such."""

INDENT = " " * 8
INNER = " " * 10
DEEP = " " * 12


def written_reactions(plan: Plan, marks: Marks) -> Iterator[str]:
    """An element for each process, influence and association."""
    yield from (_process(process, plan, marks) for process in plan.processes)
    yield from (_influence(control, plan, marks) for control in plan.influences)
    yield from (_association(it, plan, marks) for it in plan.associations)


def _reaction(
    thing: Thing, term: str, inner: str, *, reversible: bool = False, told: str = ""
) -> str:
    head = {
        "metaid": f"meta_{thing.id}",
        "sboTerm": sbo_term(term),
        "id": thing.id,
        "name": shown_name(thing),
        "reversible": "true" if reversible else "false",
        "fast": "false",
    }
    content = notes(thing.notes, INDENT) + told + inner
    return closed(f"      <reaction{attributes(head)}", content, "reaction")


def _told(
    thing: Thing, properties: Iterator[str], marks: tuple[str, ...], but: Tells = tells_nothing
) -> str:
    said = [*common_said(thing, but=but), *properties]
    return annotation(f"meta_{thing.id}", said, marks, node=NODE["reaction"], indent=INDENT)


def _side(
    name: str,
    participants: tuple[Participant, ...],
    term: str,
    named: Named,
) -> str:
    """One side; ``named`` gives the id of a participant that has one, and its coefficient."""
    return "".join(
        listed(name, (_reference(it, term, *named(it.species)) for it in participants), INDENT)
    )


def _reference(
    it: Participant, term: str, name: str | None, coefficient: Coefficient | None
) -> str:
    id_ = f' id="{name}"' if name else ""
    constant = "true" if coefficient is None or coefficient.constant else "false"
    return (
        f'{INNER}<speciesReference sboTerm="{sbo_term(term)}"{id_} species="{it.species}"'
        f' stoichiometry="{number(it.coefficient)}" constant="{constant}"/>\n'
    )


def _modifiers(elements: Iterator[str]) -> str:
    return "".join(listed("listOfModifiers", elements, INDENT))


# Processes


def _process(process: Process, plan: Plan, marks: Marks) -> str:
    controls = plan.modifiers.get(process.id, ())
    type_ = process.type
    if controls and is_influence_shape(process):
        type_ = ProcessType.PROCESS
    inputs = partial(_named, plan, process.id, ParticipantSide.INPUT)
    outputs = partial(_named, plan, process.id, ParticipantSide.OUTPUT)
    inner = _side("listOfReactants", process.inputs, REACTANT_TERM, inputs)
    inner += _side("listOfProducts", process.outputs, PRODUCT_TERM, outputs)
    inner += _modifiers(_process_modifiers(process, controls, plan, marks))
    law = plan.rate_laws.get(process.id)
    inner += "" if law is None else written_law(law)
    told = _told(process, _process_properties(process), marks.at("process", process.id))
    term = PROCESS.word(type_) or ""
    return _reaction(process, term, inner, reversible=process.reversible, told=told)


def _named(
    plan: Plan, reaction: str, side: ParticipantSide, species: str
) -> tuple[str | None, Coefficient | None]:
    key = reaction, side, species
    return plan.references.get(key), plan.coefficients.get(key)


def _process_properties(process: Process) -> Iterator[str]:
    if process.spontaneous:
        yield bag_of(HAS_PROPERTY, [SPONTANEOUS])


def _process_modifiers(
    process: Process, controls: tuple[Control, ...], plan: Plan, marks: Marks
) -> Iterator[str]:
    if process.template is not None:
        yield _template(process.id, process.template, plan.sources.get(process.id))
    for control in controls:
        for species, id_ in plan.modifier_ids(control).items():
            yield _modifier(control, species, id_, common=True, marks=marks.at("control", id_))
    for species, id_ in plan.helpers.get(process.id, {}).items():
        yield _helper(species, id_, marks.at("control", id_))


def _helper(species: str, id_: str, marks: tuple[str, ...]) -> str:
    """A modifier that stands there because the rate law names it."""
    metaid = f"meta_{id_}"
    told = annotation(metaid, (), marks, node=NODE[MODIFIER], indent=DEEP)
    head: dict[str, str | None] = {
        "metaid": metaid,
        "sboTerm": sbo_term(NEGATED_TERM),
        "id": id_,
        "species": species,
    }
    return _modifier_element(head, told)


def _template(process: str, species: str, id_: str | None) -> str:
    metaid = f"template_{process}"
    head: dict[str, str | None] = {
        "metaid": metaid,
        "sboTerm": sbo_term(NEGATED_TERM),
        "id": id_,
        "species": species,
    }
    told = annotation(
        metaid, [bag_of(HAS_PROPERTY, [TEMPLATE])], (), node=NODE[MODIFIER], indent=DEEP
    )
    return _modifier_element(head, told)


def _modifier_element(head: dict[str, str | None], inner: str) -> str:
    return closed(f"{INNER}<{MODIFIER}{attributes(head)}", inner, MODIFIER, INNER)


def _modifier(
    control: Control, species: str, id_: str | None, *, common: bool, marks: tuple[str, ...]
) -> str:
    """One source of a control; ``common`` if what all things say is told here."""
    absent = leaves(control.sources)[species]
    said = [] if absent else [bag_of(HAS_PROPERTY, modifier_properties(control))]
    if common:
        said = [*common_said(control), *said]
    metaid = f"meta_{id_}" if id_ else f"source_{control.id}"
    inner = notes(control.notes, DEEP) if common else ""
    inner += annotation(metaid, said, marks, node=NODE[MODIFIER], indent=DEEP)
    head = {
        "metaid": metaid if inner else None,
        "sboTerm": sbo_term(NEGATED_TERM if absent else EFFECT.word(control.effect) or ""),
        "id": id_,
        "name": control.name if common else None,
        "species": species,
    }
    return _modifier_element(head, inner)


def modifier_properties(control: Control) -> Iterator[str]:
    """The properties that tell of a modifier what no sboTerm does: a trigger, a mechanism."""
    if control.effect is Effect.TRIGGER:
        yield TRIGGER
    term = mechanism_term(control)
    if term is not None:
        yield term


def mechanism_term(control: Control) -> str | None:
    """The property that tells the mechanism of a control, if its effect has such a one."""
    if control.mechanism is None:
        return None
    return MECHANISM.word((SIGN[control.effect], control.mechanism))


# Influences


def _influence(control: Control, plan: Plan, marks: Marks) -> str:
    """The reaction says what the control as a whole says, each modifier its effect."""
    target = (Participant(species=control.target or ""),)
    named = partial(_named, plan, control.id, ParticipantSide.OUTPUT)
    inner = _side("listOfProducts", target, PRODUCT_TERM, named)
    joint = control.id in plan.parts
    ids = plan.source_ids(control)
    inner += _modifiers(
        _modifier(
            control,
            species,
            ids.get(species),
            common=False,
            marks=marks.at("control", ids[species]) if joint else (),
        )
        for species in leaves(control.sources)
    )
    own = () if joint else marks.at("control", control.id)
    return _reaction(control, INFLUENCE_TERM, inner, told=_told(control, iter(()), own))


# Associations


def _association(association: Association, plan: Plan, marks: Marks) -> str:
    inner = ""
    for name, side in SIDES.items():
        named = partial(_named, plan, association.id, side)
        inner += _side(name, association.participants, INTERACTOR_TERM, named)
    own = marks.at("association", association.id)
    told = _told(association, _type(association), own, tells_association)
    return _reaction(association, ASSOCIATION_TERM, inner, told=told)


def _type(association: Association) -> Iterator[str]:
    yield bag_of(HAS_PROPERTY, filter(None, [ASSOCIATION.word(association.type)]))
