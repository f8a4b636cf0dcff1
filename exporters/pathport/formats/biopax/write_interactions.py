"""Writes what happens: processes, controls, influences, associations, modules, the pathway itself.

Which class says each is decided already (``shapes``); here their properties follow. Specification:
``biopax-level3.owl``.
"""

from collections.abc import Iterable, Iterator

from pathport.fidelity.measure import ROOT
from pathport.formats.biopax.labels import sayable
from pathport.formats.biopax.plan import OUTCOME, joint_id
from pathport.formats.biopax.rdf import Line, boolean, ref, text
from pathport.formats.biopax.shapes import ControlShape, Shape, type_of
from pathport.formats.biopax.terms import (
    ASSOCIATION,
    EFFECT,
    INTERACTION_TYPE,
    PROCESS_SBO,
)
from pathport.formats.biopax.uris import native_id
from pathport.formats.biopax.write_entities import stoichiometry
from pathport.formats.biopax.writing import Writing
from pathport.model.enumerations import AssociationType
from pathport.model.parts import Step
from pathport.model.pathway import Pathway
from pathport.model.things import Association, Control, Process, Thing

__all__ = ["write_interactions", "write_modules", "write_pathway"]


def write_interactions(w: Writing) -> None:
    """Processes, controls and associations, with the targets of influences."""
    for process in w.plan.pathway.processes:
        _write_process(w, process)
    for control in w.plan.pathway.controls:
        _write_control(w, control)
    for association in w.plan.pathway.associations:
        _write_association(w, association)


def _thing(w: Writing, thing: Thing, cls: str, uri: str) -> Iterator[Line]:
    yield from w.names(w.naming.of_thing(thing))
    yield from w.thing(thing, cls, uri)


# Processes


def _write_process(w: Writing, process: Process) -> None:
    shape = w.plan.processes[process.id]
    uri = w.uris.thing(process.id)
    lines = [*_thing(w, process, shape.cls, uri), *_type(w, process, shape)]
    if shape.is_conversion:
        lines += _conversion(w, process, shape)
    elif shape.cls == "TemplateReaction":
        lines += (ref("product", w.uris.form(it.species)) for it in shape.outputs)
        if shape.template is not None:
            lines.append(ref("template", w.uris.form(shape.template)))
    else:
        found = dict.fromkeys(it.species for it in (*shape.inputs, *shape.outputs))
        lines += (ref("participant", w.uris.form(each)) for each in found)
    w.objects.add(shape.cls, uri, lines, ("process", native_id(process.id)))


def _type(w: Writing, process: Process, shape: Shape) -> Iterator[Line]:
    made = [w.plan.entities.of(it.species).cls for it in shape.outputs]
    template = w.plan.entities.of(shape.template).cls if shape.template else ""
    told = type_of(shape.cls, [*made, template], left=len(shape.inputs), right=len(shape.outputs))
    if told is process.type and shape.cls != "Interaction":
        return
    mi = INTERACTION_TYPE.word(process.type)
    if mi is not None and shape.cls != "Interaction":
        yield ref("interactionType", w.term("InteractionVocabulary", mi))
    else:
        yield from w.process_type(PROCESS_SBO.word(process.type) or "")


def _conversion(w: Writing, process: Process, shape: Shape) -> Iterator[Line]:
    sides = (shape.inputs, shape.outputs)
    for name, side in zip(("left", "right"), sides[:: -1 if shape.backwards else 1], strict=True):
        for it in side:
            yield ref(name, w.uris.form(it.species))
            if it.coefficient != 1:
                told = stoichiometry(w, it.species, it.coefficient)
                yield ref("participantStoichiometry", told)
    yield text("conversionDirection", _direction(process, shape))
    if process.spontaneous is not None:
        yield boolean("spontaneous", value=process.spontaneous)


def _direction(process: Process, shape: Shape) -> str:
    if process.reversible:
        return "REVERSIBLE"
    return "RIGHT-TO-LEFT" if shape.backwards else "LEFT-TO-RIGHT"


# Controls


def _write_control(w: Writing, control: Control) -> None:
    shapes = w.plan.controls[control.id]
    for number, uri in enumerate(_objects_of(w, control.id), start=1):
        native = joint_id(control.id, number) if len(shapes) > 1 else native_id(control.id)
        shape = shapes[number - 1]
        w.objects.add(shape.cls, uri, _control(w, control, shape, uri), ("control", native))


def _control(w: Writing, control: Control, shape: ControlShape, uri: str) -> Iterator[Line]:
    yield from _thing(w, control, shape.cls, uri)
    yield from (ref("controller", w.uris.form(source)) for source in shape.sources)
    yield from _target(w, control)
    if shape.control_type is not None:
        yield text("controlType", shape.control_type)
    sbo = EFFECT.word(control.effect)
    if sbo is not None and shape.cls != "Catalysis":
        yield from w.effect(sbo)


def _target(w: Writing, control: Control) -> Iterator[Line]:
    target = control.target
    if target is None:
        return
    if target in w.plan.processes:
        uri = w.uris.thing(target)
    elif target in w.plan.controls:
        uri = _objects_of(w, target)[0]
    elif w.plan.entities.of(target).cls == OUTCOME:
        uri = w.uris.thing(target)
    else:
        uri = _influenced(w, target)
    yield ref("controlled", uri)


def _influenced(w: Writing, species: str) -> str:
    """The URI of an Interaction whose one participant is what influences act on."""
    uri = w.uris.derived("target", species)
    if uri not in w.objects:
        shown = w.naming.display(w.naming.full(w.plan.entities.of(species)))
        lines = [text("displayName", shown), ref("participant", w.uris.form(species))]
        w.objects.add("Interaction", uri, lines)
    return uri


# Associations


def _write_association(w: Writing, association: Association) -> None:
    uri = w.uris.thing(association.id)
    classes = {w.plan.entities.of(it.species).cls for it in association.participants}
    molecular = OUTCOME not in classes and association.type not in NOT_MOLECULAR
    cls = "MolecularInteraction" if molecular else "Interaction"
    lines = list(_thing(w, association, cls, uri))
    lines += (ref("participant", w.uris.form(it.species)) for it in association.participants)
    mi = ASSOCIATION.word(association.type) or ""
    lines.append(ref("interactionType", w.term("InteractionVocabulary", mi)))
    w.objects.add(cls, uri, lines, ("association", native_id(association.id)))


NOT_MOLECULAR = frozenset({AssociationType.GENETIC, AssociationType.COLOCALIZATION})
"""Associations of which it is not known that molecules meet."""


# Modules and the pathway


def write_modules(w: Writing) -> None:
    """A Pathway for each module, with its steps."""
    for module in w.plan.pathway.modules:
        uri = w.uris.thing(module.id)
        lines = list(_thing(w, module, "Pathway", uri))
        for member in module.members:
            lines += (ref("pathwayComponent", each) for each in _objects_of(w, member))
        lines += _steps(w, module.id, module.order, frozenset(module.members))
        w.objects.add("Pathway", uri, lines, ("module", native_id(module.id)))


def _objects_of(w: Writing, id_: str) -> list[str]:
    """The URIs of a process, control, association or module."""
    joint = w.plan.joint(id_) if id_ in w.plan.controls else 0
    if joint:
        return [w.uris.joint(id_, number) for number in range(1, joint + 1)]
    return [w.uris.thing(id_)]


def _steps(
    w: Writing, owner: str, order: Iterable[Step], members: frozenset[str]
) -> Iterator[Line]:
    """A PathwayStep for each member that comes before or after another."""
    told = [step for step in order if {step.before, step.after} <= members]
    for id_ in sorted({it for step in told for it in (step.before, step.after)}):
        uri = _step_uri(w, owner, id_)
        lines = [ref("stepProcess", each) for each in _objects_of(w, id_)]
        lines += (
            ref("nextStep", _step_uri(w, owner, step.after)) for step in told if step.before == id_
        )
        w.objects.add("PathwayStep", uri, lines)
        yield ref("pathwayOrder", uri)


def _step_uri(w: Writing, owner: str, id_: str) -> str:
    return w.uris.derived("step", f"{owner}/{id_}")


def write_pathway(w: Writing) -> None:
    """The Pathway that holds all that is in no module, and what is said of it as a whole."""
    pathway = w.plan.pathway
    uri = w.uris.pathway
    lines = list(_about(w, pathway, uri))
    inside = {member for module in pathway.modules for member in module.members}
    happening = (
        *pathway.processes,
        *pathway.controls,
        *pathway.associations,
        *pathway.modules,
    )
    members = [thing.id for thing in happening if thing.id not in inside]
    lines += (ref("pathwayComponent", it) for each in members for it in _objects_of(w, each))
    lines += _steps(w, pathway.id, pathway.order, frozenset(members))
    lines += (
        ref("pathwayComponent", w.uris.thing(each))
        for each in w.plan.species
        if w.plan.entities.of(each).cls == OUTCOME
    )
    w.objects.add("Pathway", uri, lines, ROOT)


def _about(w: Writing, pathway: Pathway, uri: str) -> Iterator[Line]:
    yield from w.names(w.naming.of_thing(pathway))
    yield from w.comments(pathway.notes)
    yield from w.entries(pathway, "Pathway", uri)
    yield from w.literature(pathway)
    for source in pathway.data_sources:
        yield from w.source(source)
    if pathway.organism is not None:
        yield from w.organism(pathway.organism)
    licence = sayable(pathway.licence)
    if licence:
        yield text("availability", licence)
