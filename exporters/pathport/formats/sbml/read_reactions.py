"""Reactions and groups as another program understands them, without pathport's records.

What a reaction is, its shape and terms tell: an influence makes one species out of its modifiers
alone, an association the same from the same. A modifier is a control of its own; that several are
joined is not said in SBML.
"""

from typing import Any

import msgspec
from lxml import etree

from pathport.formats.sbml.annotation import Annotation, line_of
from pathport.formats.sbml.book import TRUE, Book, Modifier, child, term_of
from pathport.formats.sbml.terms import (
    ASSOCIATION,
    ASSOCIATION_BRANCHES,
    EFFECT,
    GROUPS,
    HAS_PROPERTY,
    INFLUENCE_TERM,
    MECHANISM,
    PROCESS,
    SPONTANEOUS,
    TEMPLATE,
    TRIGGER,
    nearest,
)
from pathport.model.enumerations import AssociationType, Effect, Mechanism, ProcessType
from pathport.model.parts import Gate, Number, Participant, plain_number
from pathport.model.things import Association, Control, Module, Process
from pathport.model.value import content_of
from pathport.vocabulary import is_a

__all__ = ["mechanism_of", "read_group", "read_reaction"]


class _Source(msgspec.Struct, frozen=True):
    """A modifier, as far as all reactions have it."""

    element: etree._Element
    species: str
    annotation: Annotation
    properties: list[str]

    @property
    def is_template(self) -> bool:
        return TEMPLATE in self.properties


class _Reaction(msgspec.Struct, frozen=True):
    """A reaction element with its sides and modifiers."""

    element: etree._Element
    id: str
    term: str
    inputs: tuple[Participant, ...]
    outputs: tuple[Participant, ...]
    sources: list[_Source]
    reversible: bool


def read_reaction(element: etree._Element, book: Book) -> None:
    """A process, an influence or an association, and the controls of a process."""
    id_ = element.get("id") or ""
    reaction = _Reaction(
        element,
        id_,
        term_of(element),
        _side(element, "listOfReactants", book),
        _side(element, "listOfProducts", book),
        [_source(it) for it in _items(element, "listOfModifiers", book)],
        _is_reversible(element, book),
    )
    read = _read_process
    if _is_influence(reaction):
        read = _read_influence
    elif _is_association(reaction):
        read = _read_association
    read(reaction, book)


def _items(element: etree._Element, name: str, book: Book) -> list[etree._Element]:
    found = child(element, name)
    items = [] if found is None else [it for it in found if it.get("species") is not None]
    for item in items:
        book.attend(item, element)
    return items


def _side(element: etree._Element, name: str, book: Book) -> tuple[Participant, ...]:
    items = _items(element, name, book)
    book.inside(items, element)
    return tuple(
        Participant(species=it.get("species") or "", coefficient=_coefficient(it, element, book))
        for it in items
    )


def _is_reversible(element: etree._Element, book: Book) -> bool:
    text = element.get("reversible")
    return book.reversible if text is None else text in TRUE


def _coefficient(item: etree._Element, reaction: etree._Element, book: Book) -> Number:
    text = item.get("stoichiometry")
    if text is None:
        return 1
    try:
        return plain_number(float(text))
    except ValueError:
        book.lose(f'stoichiometry="{text}"', item, reaction)
        return 1


def _source(element: etree._Element) -> _Source:
    annotation = Annotation(child(element, "annotation"))
    properties = annotation.curies(HAS_PROPERTY)
    return _Source(element, element.get("species") or "", annotation, properties)


def _is_influence(reaction: _Reaction) -> bool:
    outputs = reaction.outputs
    return (
        reaction.term == INFLUENCE_TERM
        and not reaction.inputs
        and len(outputs) == 1
        and outputs[0].coefficient == 1
        and not reaction.reversible
        and bool(reaction.sources)
        and not any(source.is_template for source in reaction.sources)
    )


def _is_association(reaction: _Reaction) -> bool:
    same = sorted(map(content_of, reaction.inputs)) == sorted(map(content_of, reaction.outputs))
    free = same and bool(reaction.inputs) and not reaction.sources
    return free and any(is_a(reaction.term, term) for term in ASSOCIATION_BRANCHES)


# Processes


def _read_process(reaction: _Reaction, book: Book) -> None:
    element = reaction.element
    annotation = book.begin(element, ("process", reaction.id))
    properties = annotation.curies(HAS_PROPERTY)
    _lose(set(properties) - {SPONTANEOUS}, element, book)
    templates = [source for source in reaction.sources if source.is_template]
    process = Process(
        id=reaction.id,
        type=_process_type(reaction, book),
        inputs=reaction.inputs,
        outputs=reaction.outputs,
        template=templates[0].species if templates else None,
        reversible=reaction.reversible,
        spontaneous=True if SPONTANEOUS in properties else None,
        **book.common(element, annotation),
    )
    book.processes.append(process)
    for source in templates:
        for what in source.annotation.rest():
            book.lose(what, source.element, element)
        _lose_notes(source, reaction, book)
    for source in templates[1:]:
        book.lose(f'template "{source.species}"', source.element, reaction.element)
    for source in reaction.sources:
        if not source.is_template:
            _read_control(source, reaction.id, book)


def _lose(terms: set[str], element: etree._Element, book: Book) -> None:
    for term in sorted(terms):
        what = f'{HAS_PROPERTY} "{term}"'
        book.lose(what, element)


def _process_type(reaction: _Reaction, book: Book) -> ProcessType:
    known = nearest(PROCESS, reaction.term)
    if known is None and reaction.term:
        book.lose(f'sboTerm="{reaction.term}"', reaction.element)
    return known or ProcessType.PROCESS


def _read_control(source: _Source, target: str, book: Book) -> None:
    element = source.element
    effect = _effect(source, book)
    common = book.common(element, source.annotation)
    control = Control(
        id=element.get("id") or "",
        target=target,
        sources=Gate(inputs=(source.species,)),
        **effect,
        **common,
    )
    book.modifiers.append(Modifier(control, tuple(source.annotation.marks), line_of(element)))


def _effect(source: _Source, book: Book) -> dict[str, Any]:
    """Effect and mechanism that a modifier tells."""
    term = term_of(source.element)
    effect = nearest(EFFECT, term)
    if effect is None and term:
        book.lose(f'sboTerm="{term}"', source.element)
    mechanism = mechanism_of(term)
    for property_ in source.properties:
        if property_ == TRIGGER:
            effect = Effect.TRIGGER
        elif (known := mechanism_of(property_)) is not None:
            mechanism = known
        else:
            _lose({property_}, source.element, book)
    return {"effect": effect or Effect.MODULATION, "mechanism": mechanism}


def mechanism_of(term: str) -> Mechanism | None:
    """The mechanism that a property tells, or nothing."""
    known = MECHANISM.key(term)
    return known[1] if known else None


# Influences


def _read_influence(reaction: _Reaction, book: Book) -> None:
    """Each modifier is an influence; a single one has the reaction's id and marks."""
    annotation = book.begin(reaction.element, ("control", reaction.id))
    common = book.common(reaction.element, annotation)
    alone = len(reaction.sources) == 1
    for source in reaction.sources:
        control = Control(
            id=reaction.id if alone else source.element.get("id") or "",
            target=reaction.outputs[0].species,
            sources=Gate(inputs=(source.species,)),
            **_effect(source, book),
            **common,
        )
        for what in source.annotation.rest():
            book.lose(what, source.element, reaction.element)
        _lose_notes(source, reaction, book)
        marks = () if alone else tuple(source.annotation.marks)
        place = reaction.element if alone else source.element
        book.modifiers.append(Modifier(control, marks, line_of(place)))


def _lose_notes(source: _Source, reaction: _Reaction, book: Book) -> None:
    """Tells of the notes of a modifier that is no control of its own."""
    notes = child(source.element, "notes")
    if notes is not None:
        book.lose("<notes>", notes, reaction.element)


# Associations


def _read_association(reaction: _Reaction, book: Book) -> None:
    element = reaction.element
    annotation = book.begin(element, ("association", reaction.id))
    properties = annotation.curies(HAS_PROPERTY)
    types = [known for it in properties if (known := ASSOCIATION.key(it)) is not None]
    _lose({it for it in properties if ASSOCIATION.key(it) is None}, element, book)
    book.associations.append(
        Association(
            id=reaction.id,
            type=types[0] if types else AssociationType.ASSOCIATION,
            participants=reaction.inputs,
            **book.common(element, annotation),
        )
    )


# Groups


def read_group(element: etree._Element, book: Book) -> None:
    """A module; its members are told by id."""
    id_ = element.get(f"{{{GROUPS}}}id") or ""
    annotation = book.begin(element, ("module", id_))
    fields = book.common(element, annotation)
    members = element.iterfind(f"{{{GROUPS}}}listOfMembers/{{{GROUPS}}}member")
    book.modules.append(
        Module(
            id=id_,
            members=tuple(it.get(f"{{{GROUPS}}}idRef") or "" for it in members),
            **fields,
        )
    )
