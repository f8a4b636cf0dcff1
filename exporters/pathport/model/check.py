"""Whether a pathway holds to the rules of the model: all faults at once, each with its place.

The time is linear in the size. The rules are a table of ``pathport.model.rules``; this module
applies those that look at the pathway as a whole, ``pathport.model.check_parts`` the others.
"""

import math
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from pathport.errors import FaultyError
from pathport.findings import Severity
from pathport.model import rules
from pathport.model.check_parts import Book, of_pathway, of_thing
from pathport.model.check_quantities import quantity_faults
from pathport.model.circles import circles
from pathport.model.facts import PATHWAY, Place
from pathport.model.faults import Fault, shown
from pathport.model.ids import Nearest, is_legal_id
from pathport.model.layout import Layout
from pathport.model.parts import Component
from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.model.references import references
from pathport.model.rules import RULES
from pathport.model.value import Field, fields_of
from pathport.safety.characters import is_xml_text

__all__ = ["RULES", "Fault", "check", "checked"]

SUSPECT = (
    *(rb"\u00", rb"\b", rb"\f", b"\xef\xbf\xbe", b"\xef\xbf\xbf"),
    *(b'""', b'" ', rb'"\n', rb'"\r', rb'"\t', b'"\xc2', b'"\xe1', b'"\xe2', b'"\xe3'),
)
"""What a text that XML can't hold, or one without a visible character, leaves in compact JSON."""


def check(pathway: Pathway) -> list[Fault]:
    """All faults of a pathway, and what is odd about it; empty if there is nothing to say."""
    book = Book({molecule.id: molecule for molecule in pathway.molecules})
    faults = [*_ids(pathway), *of_pathway(pathway), *_references(pathway)]
    faults.extend(quantity_faults(pathway))
    for construct, thing in pathway.things():
        faults.extend(of_thing(book, construct, thing))
    for rest in (_cycles, _keys, _numbers, _texts, _unused):
        faults.extend(rest(pathway))
    return faults


def checked(pathway: Pathway) -> Pathway:
    """The pathway itself, if it has no fault beyond warnings and notes.

    :raises FaultyError: with all its errors; each names the thing, such as ``process E01 inputs``.
    """
    errors = [fault for fault in check(pathway) if fault.rule.severity is Severity.ERROR]
    if errors:
        raise FaultyError(*(fault.finding() for fault in errors))
    return pathway


# Ids


def _ids(pathway: Pathway) -> Iterator[Fault]:
    seen: dict[str, tuple[str, str]] = {}
    if not is_legal_id(pathway.id):
        yield _illegal(Place(PATHWAY, "", "id"), pathway.id)
    exact = {pathway.id: PATHWAY}
    for construct, thing in pathway.things():
        place = Place(construct, thing.id, "")
        if not is_legal_id(thing.id):
            yield _illegal(place, thing.id)
        known = seen.get(thing.id.lower())
        if known is not None or thing.id in exact:
            other, name = known or (PATHWAY, thing.id)
            yield _clash(place, f"{other} {name}" if name != thing.id else f"a {other}")
        seen.setdefault(thing.id.lower(), (construct, thing.id))
    named = {id_: construct for construct, id_ in seen.values()} | exact
    yield from _quantity_ids(pathway, named)
    yield from _component_ids(pathway, seen)


def _illegal(place: Place, name: str) -> Fault:
    told = f"{shown(name)} is no legal id"
    return Fault(rules.ID_FORM, place, told, rules.ID_FORM.remedy, name)


def _clash(place: Place, other: str) -> Fault:
    told = f"the id {shown(place.id)} is that of {other} too, or differs by case only"
    return Fault(rules.ID_CLASH, place, told, rules.ID_CLASH.remedy, place.id)


def _quantity_ids(pathway: Pathway, named: dict[str, str]) -> Iterator[Fault]:
    """What has an id among quantities shares the namespace of things, as SBML has it."""
    for field in ("parameters", "functions", "coefficients", "events"):
        for item in getattr(pathway.quantities, field):
            place = Place(PATHWAY, "", f"quantities.{field}", item.id)
            if not is_legal_id(item.id):
                yield _illegal(place, item.id)
            if item.id in named:
                told = f"the id {shown(item.id)} is that of a {named[item.id]} too"
                yield Fault(rules.ID_CLASH, place, told, rules.ID_CLASH.remedy, item.id)
            named[item.id] = field.removesuffix("s")


def _component_ids(pathway: Pathway, seen: dict[str, tuple[str, str]]) -> Iterator[Fault]:
    for species in pathway.species:
        for component in _components(species.components):
            if component.id is not None and component.id.lower() in seen:
                construct, name = seen[component.id.lower()]
                told = f"the component's id {shown(component.id)} is that of {construct} {name} too"
                place = Place("species", species.id, "components")
                yield Fault(rules.ID_CLASH, place, told, rules.ID_CLASH.remedy, component.id)


def _components(components: Iterable[Component]) -> Iterator[Component]:
    for component in components:
        yield component
        yield from _components(component.components)


# What is named


def _references(pathway: Pathway) -> Iterator[Fault]:
    constructs = {thing.id: construct for construct, thing in pathway.things()}
    nearest = _Suggestions(pathway)
    for construct, thing in pathway.things():
        yield from _unresolved(constructs, nearest, thing, construct, thing.id)
    for step in pathway.order:
        yield from _unresolved(constructs, nearest, step, PATHWAY, "", within="order.")
    for field in ("quantities", "layout"):
        part = getattr(pathway, field)
        yield from _unresolved(constructs, nearest, part, PATHWAY, "", within=f"{field}.")
    yield from _drawn(pathway.layout)


def _drawn(layout: Layout) -> Iterator[Fault]:
    """Names of boxes and marks in the layout that nothing has."""
    boxes = {box.id for box in layout.boxes}
    ends = boxes | {mark.id for box in layout.boxes for mark in box.marks}
    ends |= {it.id for it in layout.drawing if it.id is not None}
    named = [("boxes", box.id, box.inside, boxes) for box in layout.boxes]
    named += [("ways", way.id, end, ends) for way in layout.ways for end in (way.start, way.end)]
    for field, key, name, there in named:
        if name is not None and name not in there:
            told = f"no box is called {shown(name)}"
            remedy = Nearest(there).hint(name, rules.DANGLING.remedy)
            place = Place(PATHWAY, "", f"layout.{field}", key)
            yield Fault(rules.DANGLING, place, told, remedy, name)
    for circle in circles({box.id: [box.inside] for box in layout.boxes if box.inside}):
        told = f"the box {circle[0]} is inside itself: {' -> '.join(circle)}"
        place = Place(PATHWAY, "", "layout.boxes", circle[0])
        yield Fault(rules.CYCLE, place, told, rules.CYCLE.remedy, circle[1])


class _Suggestions:
    """The names of each construct, gathered when the first of them is asked for."""

    def __init__(self, pathway: Pathway) -> None:
        self.pathway = pathway
        self.known: dict[tuple[str, ...], Nearest] = {}

    def hint(self, constructs: tuple[str, ...], word: str) -> str:
        if constructs not in self.known:
            self.known[constructs] = Nearest(
                thing.id
                for construct in constructs
                for thing in getattr(self.pathway, CONSTRUCTS[construct][0])
            )
        return self.known[constructs].hint(word, rules.DANGLING.remedy)


def _unresolved(
    constructs: dict[str, str],
    nearest: _Suggestions,
    value: msgspec.Struct,
    construct: str,
    id_: str,
    *,
    within: str = "",
) -> Iterator[Fault]:
    for reference in references(value):
        found = constructs.get(reference.id)
        if found in reference.constructs:
            continue
        place = Place(construct, id_, within + reference.field, reference.id)
        wanted = " or ".join(reference.constructs)
        if found is None:
            told = f"no {wanted} is called {shown(reference.id)}"
            remedy = nearest.hint(reference.constructs, reference.id)
            yield Fault(rules.DANGLING, place, told, remedy, reference.id)
        else:
            told = f"{shown(reference.id)} is a {found}: expected a {wanted}"
            remedy = rules.ANOTHER_CONSTRUCT.remedy
            yield Fault(rules.ANOTHER_CONSTRUCT, place, told, remedy, reference.id)


# Circles


def _cycles(pathway: Pathway) -> Iterator[Fault]:
    controls = {control.id for control in pathway.controls}
    graphs: dict[tuple[str, str], dict[str, list[str]]] = {
        ("compartment", "inside"): {c.id: [c.inside] for c in pathway.compartments if c.inside},
        ("compartment", "membrane_of"): {
            c.id: [c.membrane_of] for c in pathway.compartments if c.membrane_of
        },
        ("molecule", "members"): {
            m.id: [member.molecule for member in m.members] for m in pathway.molecules if m.members
        },
        ("species", "members"): {s.id: list(s.members) for s in pathway.species if s.members},
        ("control", "target"): {c.id: [c.target] for c in pathway.controls if c.target in controls},
        ("module", "members"): {m.id: list(m.members) for m in pathway.modules},
    }
    for (construct, field), edges in graphs.items():
        for circle in circles(edges):
            told = f"{construct} {circle[0]} {OF_ITSELF[field]}: {' -> '.join(circle)}"
            place = Place(construct, circle[0], field, circle[1])
            remedy = AT_LAST if field == "target" else rules.CYCLE.remedy
            yield Fault(rules.CYCLE, place, told, remedy, circle[1])


OF_ITSELF = {
    "inside": "is inside itself",
    "membrane_of": "is the membrane of itself",
    "members": "is a member of itself",
    "target": "acts on itself alone",
}
"""What a circle makes of a thing, by the field that closes it."""
AT_LAST = "name a process or a species that one of them acts on: a ring goes on by sources"


# Keys, numbers, texts, uses


def _keys(pathway: Pathway) -> Iterator[Fault]:
    """Values with a key of their own, outside things: said once for each key."""
    for owner, within in (
        (pathway, ""),
        (pathway.quantities, "quantities."),
        (pathway.layout, "layout."),
    ):
        for field in fields_of(type(owner)):
            if field.keyed is None or field.name in _COLLECTIONS:
                continue
            seen: set[str] = set()
            for item in getattr(owner, field.name):
                key = getattr(item, field.keyed.key)
                if key in seen:
                    told = f"{field.name.replace('_', ' ')} has {shown(key)} twice"
                    place = Place(PATHWAY, "", within + field.name, key)
                    yield Fault(rules.TWICE, place, told, rules.TWICE.remedy, key)
                seen.add(key)


_COLLECTIONS = frozenset(collection for collection, _ in CONSTRUCTS.values())


def _numbers(pathway: Pathway) -> Iterator[Fault]:
    """Numbers of quantities and layout that are not finite."""

    def look(place: Place, value: object) -> Iterator[Fault]:
        if isinstance(value, float) and not math.isfinite(value):
            told = f"{value} is no number that a file can hold"
            yield Fault(rules.NUMBER, place, told, rules.NUMBER.remedy, str(value))

    for name in ("quantities", "layout"):
        yield from _leaves(getattr(pathway, name), Place(PATHWAY, "", name), look)


def _texts(pathway: Pathway) -> Iterator[Fault]:
    """Texts that are empty or that XML can't hold; searched one by one only if there is one."""
    try:
        told = msgspec.json.encode(pathway)
        if not any(sign in told for sign in SUSPECT):
            return
    except UnicodeEncodeError:
        pass
    yield from _leaves(pathway, Place(PATHWAY, "", ""), _text, skip=_COLLECTIONS)
    for construct, thing in pathway.things():
        yield from _leaves(thing, Place(construct, thing.id, ""), _text)


def _text(place: Place, value: object) -> Iterator[Fault]:
    if not isinstance(value, str):
        return
    if not is_xml_text(value):
        told = f"{shown(value)} has a character that XML can't hold"
        yield Fault(rules.CHARACTERS, place, told, rules.CHARACTERS.remedy, value)
    elif not value.strip() and (value or place.field not in BLANK):
        told = f"{place.field.rpartition('.')[2]} is empty"
        yield Fault(rules.CHARACTERS, place, told, "leave it out, or write a text", value)


BLANK = frozenset({"layout.boxes.label", "layout.frames.label"})
"""Texts that tell something by being empty: that a box or frame has none."""

Look = Callable[[Place, object], Iterator[Fault]]


def _leaves(
    value: msgspec.Struct, place: Place, look: Look, *, skip: frozenset[str] = frozenset()
) -> Iterator[Fault]:
    """What ``look`` finds at every scalar of a value, defaults left out."""
    for field in fields_of(type(value)):
        content = getattr(value, field.name)
        if field.name in skip or content == field.default:
            continue
        name = f"{place.field}.{field.name}" if place.field else field.name
        here = Place(place.construct, place.id, name, place.key)
        for item in _items(field, content):
            if isinstance(item, msgspec.Struct):
                yield from _leaves(item, here, look)
            else:
                yield from look(here, item)


def _items(field: Field, content: Any) -> Iterable[Any]:
    return content if field.many else (content,)


def _unused(pathway: Pathway) -> Iterator[Fault]:
    used: set[str | None] = {species.molecule for species in pathway.species}
    for species in pathway.species:
        used.update(component.molecule for component in _components(species.components))
    for molecule in pathway.molecules:
        used.update(member.molecule for member in molecule.members)
    for molecule in pathway.molecules:
        if molecule.id not in used:
            told = f"nothing uses molecule {molecule.id}"
            yield Fault(rules.UNUSED, Place("molecule", molecule.id, ""), told, rules.UNUSED.remedy)
