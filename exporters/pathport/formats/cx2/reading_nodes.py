"""What the nodes of a network are: species, compartments, processes, controls, modules.

A node of a file of pathport tells what it is; any other is a species.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, TypeGuard

import msgspec

from pathport.formats.cx2.book import Book, Element
from pathport.formats.cx2.network import Vertex
from pathport.formats.cx2.reading_species import Place, SpeciesReader
from pathport.formats.cx2.refusals import RENAMED
from pathport.formats.cx2.terms import (
    BOX,
    CONSTRUCT,
    EFFECT,
    HEIGHT,
    ID,
    LOCATION,
    MOLECULE,
    NAME,
    SHOWN,
    SOURCES,
    TYPE,
    WIDTH,
)
from pathport.model.enumerations import AssociationType, Effect, ProcessType
from pathport.model.ids import is_legal_id
from pathport.model.layout import Box
from pathport.model.pathway import CONSTRUCTS
from pathport.model.things import Association, Compartment, Module, Process

__all__ = ["ControlNode", "Nodes"]

SEEN = SHOWN | {CONSTRUCT, ID, BOX, WIDTH, HEIGHT}
CLASSES: dict[str, Any] = {
    "compartment": Compartment,
    "process": Process,
    "association": Association,
    "module": Module,
}
WORDS: dict[str, frozenset[str]] = {
    "process": frozenset(ProcessType),
    "association": frozenset(AssociationType),
    "control": frozenset(Effect),
}
"""What a node of each construct is called that has no name: by its type, or one that it had."""


class ControlNode(msgspec.Struct, frozen=True):
    """A control that is a node; what acts, and what it acts on, is told by edges."""

    fields: dict[str, Any]
    condition: str | None
    element: Element


class Nodes:
    """What the nodes of a network are."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.vertices = list(book.network.nodes.values())
        self.construct: dict[int, str] = {}
        """By number of a node, what it is."""
        self.thing: dict[int, str] = {}
        """By number of a node, the id of its thing."""
        self.boxes: dict[int, Box] = {}
        """By number of a node of a species, its box, once the layout is read."""
        self.others: dict[str, list[Any]] = {it: [] for it in CLASSES}
        self.controls: dict[str, ControlNode] = {}
        self.species = SpeciesReader(book)
        elements = [self._element(it) for it in self.vertices]
        again = self._name(elements)
        for vertex, element in zip(self.vertices, elements, strict=True):
            if vertex.number in again:
                self.species.read_again(again[vertex.number], element)
            else:
                self._read(vertex, element)
        self.species.finish()
        self._put_species()
        self._add_compartments()

    def _element(self, vertex: Vertex) -> Element:
        element = Element(f"node {vertex.number}", "nodes", vertex.values, vertex.way, set(SEEN))
        told = vertex.values.get(CONSTRUCT)
        is_known = isinstance(told, str) and told in CONSTRUCTS
        if CONSTRUCT in vertex.values and not is_known:
            self.book.lose(f'the construct "{told!s:.40}"', element, CONSTRUCT)
        self.construct[vertex.number] = str(told) if is_known else "species"
        return element

    def _name(self, elements: list[Element]) -> dict[int, Element]:
        """Gives each node the id of its thing; by number of each further node of a species, the
        first of them, which tells of it.
        """
        book = self.book
        book.reserve(it.values.get(column) for it in elements for column in (ID, MOLECULE))
        again: dict[int, Element] = {}
        known: dict[str, tuple[str, Element]] = {}
        for vertex, element in zip(self.vertices, elements, strict=True):
            number, given = vertex.number, vertex.values.get(ID)
            if not _is_told(given):
                continue
            construct = self.construct[number]
            if construct == "species" and given in known:
                self.thing[number], again[number] = known[given]
                continue
            self.thing[number] = id_ = book.named(construct, given, element)
            if construct == "species":
                known[given] = id_, element
        for vertex in self.vertices:
            name = vertex.values.get(NAME)
            wanted = name if _is_told(name) else f"node_{vertex.number}"
            if vertex.number in self.thing:
                continue
            if self.construct[vertex.number] == "species" and wanted not in book.reserved:
                book.reserved[wanted] = book.free(wanted)
            self.thing[vertex.number] = book.free(wanted)
        return again

    def _read(self, vertex: Vertex, element: Element) -> None:
        construct, id_ = self.construct[vertex.number], self.thing[vertex.number]
        given = vertex.values.get(ID)
        original = {"original_id": given} if _is_told(given) and not is_legal_id(given) else {}
        if construct == "species":
            self.species.read(id_, element, original)
        elif construct == "molecule":
            self.species.read_molecule(id_, element, original)
        else:
            self._read_other(construct, id_, element, original)

    def _read_other(
        self, construct: str, id_: str, element: Element, original: dict[str, str]
    ) -> None:
        book = self.book
        name = book.value(element, NAME)
        found: dict[str, Any] = {"id": id_, **original}
        found |= book.of(element, construct) | book.entries(element)
        if construct != "compartment":
            book.in_modules(element, id_)
        book.stands((construct, id_), element)
        if construct == "control":
            found["effect"] = effect = self._effect(element)
            made = effect.value
            condition = book.value(element, SOURCES)
            self.controls[id_] = ControlNode(found, condition, element)
        else:
            made = getattr(found.get("type"), "value", id_)
        if name != made and name not in WORDS.get(construct, ()):
            found["name"] = name
        if construct != "control":
            self.others[construct].append(CLASSES[construct](**found))
        book.leave(element, also={TYPE})

    def _effect(self, element: Element) -> Effect:
        word = self.book.value(element, TYPE)
        effect = EFFECT.key(word) if word is not None else None
        if word is not None and effect is None:
            self.book.lose(f'"{word[:40]}" in the column "{TYPE}"', element, TYPE)
        return effect or Effect.MODULATION

    def _put_species(self) -> None:
        """Puts each species in the compartment that its node tells by name, or by id.

        The name is what people change. One that no compartment has is a new one; where all species
        of a compartment have it, it is the compartment that has another name now.
        """
        named = _Compartments(self.vertices, self.construct, self.thing)
        unknown: dict[str, list[Place]] = {}
        for id_, place in self.species.places.items():
            found = named.of(place)
            if found is None and place.id in named.names:
                unknown.setdefault(place.id, []).append(place)
            self.species.put(id_, found if found is not None else place.name)
        for compartment, places in unknown.items():
            alike = {it.name for it in self.species.places.values() if it.id == compartment}
            if len(alike) > 1:
                continue
            for id_, place in self.species.places.items():
                if place.id == compartment:
                    self.species.put(id_, compartment)
            told = f'no compartment is called "{places[0].name}", as the location of'
            others = f"{len(places)} species" if len(places) > 1 else "a species"
            sentence = f'{told} {others} is: it is "{compartment}"'
            self.book.find(RENAMED, sentence, places[0].element, LOCATION)

    def _add_compartments(self) -> None:
        """The compartments that species name and no node is."""
        known = {it.id for it in self.others["compartment"]}
        places = dict.fromkeys(it.compartment for it in self.species.species.values())
        for place in places:
            if place is None or place in known or ("compartment", place) in self.book.names:
                continue
            id_ = self.book.named("compartment", place)
            name = place if place != id_ else None
            self.others["compartment"].append(Compartment(id=id_, name=name))


class _Compartments:
    """The compartments that nodes of a file are, by the ids that they have there."""

    def __init__(
        self, vertices: Iterable[Vertex], construct: Mapping[int, str], thing: Mapping[int, str]
    ) -> None:
        self.names: dict[str, str] = {}
        for vertex in vertices:
            if construct[vertex.number] == "compartment":
                given, name = vertex.values.get(ID), vertex.values.get(NAME)
                id_ = given if _is_told(given) else thing[vertex.number]
                self.names.setdefault(id_, name if _is_told(name) else id_)
        counts = Counter(self.names.values())
        self.by_name = {name: id_ for id_, name in self.names.items() if counts[name] == 1}

    def of(self, place: Place) -> str | None:
        """The id of the compartment that is meant, or nothing where its name is that of none."""
        if place.name is None or self.names.get(place.id or "") == place.name:
            return place.id
        return place.name if place.name in self.names else self.by_name.get(place.name)


def _is_told(value: Any) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value.strip())
