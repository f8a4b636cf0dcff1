"""Reactions and groups as another program understands them, without pathport's records.

What a reaction is, its shape and terms tell: an influence makes one species out of its modifiers
alone, an association the same from the same. A modifier is a control of its own; that several are
joined is not said in SBML.
"""

from typing import Any

import msgspec
from lxml import etree

from pathport.formats.sbml.annotation import Annotation, line_of, name_of
from pathport.formats.sbml.book import Book, Modifier, NamedPart
from pathport.formats.sbml.elements import annotation_of, child, subject_of, term_of
from pathport.formats.sbml.known import ITEMS
from pathport.formats.sbml.own_statements import is_association_type, is_effect
from pathport.formats.sbml.read_rates import written_coefficient
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

__all__ = [
    "effect_of",
    "is_reversible",
    "items_of",
    "mechanism_of",
    "own_id_of",
    "read_group",
    "read_reaction",
    "sides_of",
    "source_of",
]


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
    id_ = book.own_id("reaction", element)
    reaction = _Reaction(
        element,
        id_,
        term_of(element),
        *sides_of(element, book),
        [source_of(it) for it in items_of(element, "listOfModifiers", book)],
        is_reversible(element, book),
    )
    read = _read_process
    runs = child(element, "kineticLaw") is not None  # which neither of the others does
    if not runs and _is_influence(reaction):
        read = _read_influence
    elif not runs and _is_association(reaction):
        read = _read_association
    read(reaction, book)


def items_of(element: etree._Element, name: str, book: Book) -> list[etree._Element]:
    """The items of one of a reaction's lists, but those that name no species."""
    found = child(element, name)
    there = [] if found is None else [it for it in found if name_of(it).local in ITEMS[name]]
    for item in there:
        if item.get("species"):
            book.attend(item, element)
        else:
            book.lose_element(item, element)
    return [it for it in there if it.get("species")]


Side = tuple[Participant, ...]


def sides_of(element: etree._Element, book: Book) -> tuple[Side, Side]:
    """What goes into a reaction and what comes out: less than nothing of one is on the other."""
    sides: tuple[list[Participant], list[Participant]] = ([], [])
    for number, name in enumerate(("listOfReactants", "listOfProducts")):
        items = items_of(element, name, book)
        book.inside(items, element)
        for item in items:
            coefficient = _coefficient(item, element, book)
            if coefficient:
                side = sides[number if coefficient > 0 else 1 - number]
                part = Participant(species=item.get("species") or "", coefficient=abs(coefficient))
                side.append(part)
    return (*sides[0],), (*sides[1],)


def is_reversible(element: etree._Element, book: Book) -> bool:
    """Whether a reaction runs both ways, which Level 2 says of one that does not tell."""
    return book.truth(element, "reversible", silence=book.level_2)


ON_OTHER_SIDE = "one of the other side"


def _coefficient(item: etree._Element, reaction: etree._Element, book: Book) -> Number:
    told = item.get("stoichiometry")
    number = written_coefficient(item, reaction, book)
    if number is not None and number > 0:
        return plain_number(number)
    varies = bool(item.get("id")) and not book.truth(item, "constant", reaction, silence=True)
    is_one = number is None or varies
    means = "1" if is_one else ON_OTHER_SIDE if number else "nothing"
    what = f'stoichiometry="{number if told is None else told}" (read as {means})'
    book.lose(what, item, reaction)
    return 1 if number is None or varies else plain_number(number)


def source_of(element: etree._Element) -> _Source:
    """What a modifier says, before its reaction is known."""
    annotation = annotation_of(element)
    properties = annotation.terms(HAS_PROPERTY, which=lambda it: it == TEMPLATE or is_effect(it))
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
    spontaneous = annotation.terms(HAS_PROPERTY, which=lambda term: term == SPONTANEOUS)
    templates = [source for source in reaction.sources if source.is_template]
    process = Process(
        id=reaction.id,
        type=_process_type(reaction, book),
        inputs=reaction.inputs,
        outputs=reaction.outputs,
        template=templates[0].species if templates else None,
        reversible=reaction.reversible,
        spontaneous=True if spontaneous else None,
        **book.common(element, annotation),
    )
    book.processes.append(process)
    for source in templates:
        _lose_rest(source, reaction, book)
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
    return book.meaning(PROCESS, reaction.element) or ProcessType.PROCESS


def _read_control(source: _Source, target: str, book: Book) -> None:
    element = source.element
    effect = effect_of(source, book)
    common = book.common(element, source.annotation)
    control = Control(
        id=own_id_of(element, book),
        target=target,
        sources=Gate(inputs=(source.species,)),
        **effect,
        **common,
    )
    marks = tuple(source.annotation.marks)
    book.modifiers.append(Modifier(control, marks, line_of(element), target))


def own_id_of(modifier: etree._Element, book: Book) -> str:
    """The id of a modifier, or nothing: it gets one once all are known."""
    return book.own_id("reaction", modifier) if modifier.get("id") else ""


def effect_of(source: _Source, book: Book) -> dict[str, Any]:
    """Effect and mechanism that a modifier tells."""
    told = mechanism_of(term_of(source.element))
    if told is None:
        effect = book.meaning(EFFECT, source.element)
    else:
        effect = nearest(EFFECT, term_of(source.element))
    effect = said = effect or Effect.MODULATION
    mechanism = told
    for property_ in source.properties:
        if property_ == TRIGGER:
            effect = Effect.TRIGGER
        elif (known := mechanism_of(property_)) is not None:
            mechanism = known
        else:
            _lose({property_}, source.element, book)
    if told is not None and (effect, mechanism) != (said, told):
        book.lose_term(source.element, effect)
    return {"effect": effect, "mechanism": mechanism}


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
            id=reaction.id if alone else own_id_of(source.element, book),
            target=reaction.outputs[0].species,
            sources=Gate(inputs=(source.species,)),
            **effect_of(source, book),
            **common,
        )
        _lose_rest(source, reaction, book, own="" if alone else "id")
        marks = () if alone else tuple(source.annotation.marks)
        place = reaction.element if alone else source.element
        book.modifiers.append(Modifier(control, marks, line_of(place), reaction.id))


def _lose_rest(source: _Source, reaction: _Reaction, book: Book, *, own: str = "") -> None:
    """Tells of what a modifier says that is no control of its own, but for one attribute."""
    book.rest(source.annotation, source.element, reaction.element)
    book.inside([source.element], reaction.element, names=("notes",))
    element, id_, name = source.element, source.element.get("id"), source.element.get("name")
    if id_ and own != "id":
        part = NamedPart(line_of(element), id_, subject_of(reaction.element))
        book.unnamed_modifiers.append(part)
    if name:
        book.lose(f'name="{name}"', element, reaction.element)


# Associations


def _read_association(reaction: _Reaction, book: Book) -> None:
    element = reaction.element
    annotation = book.begin(element, ("association", reaction.id))
    properties = annotation.terms(HAS_PROPERTY, which=is_association_type)
    types = [known for it in properties if (known := ASSOCIATION.key(it)) is not None]
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
    id_ = book.own_id("group", element)
    annotation = book.begin(element, ("module", id_))
    fields = book.common(element, annotation)
    found = element.iterfind(f"{{{GROUPS}}}listOfMembers/{{{GROUPS}}}member")
    members = [*found]
    for member in members:
        book.attend(member, element)
    book.inside(members, element)
    named = filter(None, map(_member, members))
    book.modules.append(Module(id=id_, members=tuple(named), **fields))


def _member(element: etree._Element) -> str:
    """The id of a member, or its metaid as a reference."""
    metaid = element.get(f"{{{GROUPS}}}metaIdRef")
    return element.get(f"{{{GROUPS}}}idRef") or (f"#{metaid}" if metaid else "")
