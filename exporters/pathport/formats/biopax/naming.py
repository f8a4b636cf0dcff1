"""How the objects of a pathway's file are named: displayName, standardName, name.

A displayName has at most 25 characters and is a species' own name, else what its molecule is called
or its components are; two long names with one beginning are told apart. No two entities of
different references share a name (BioPAX validator: DisplayNameRule, SameNameDiffKindPhysEntities).
A standardName says that a name is one although it equals the label of a nameless thing, and what a
molecule that has no element is called where its parts stand below.
"""

from collections.abc import Iterable, Iterator, Sequence

from pathport.formats.biopax.entities import Entities, Entity
from pathport.formats.biopax.labels import (
    Names,
    assembled,
    called,
    gathered,
    marked,
    sayable,
    shortened,
)
from pathport.formats.biopax.terms import LONGEST_NAME
from pathport.model.parts import About
from pathport.model.pathway import Pathway
from pathport.model.things import Thing

__all__ = ["Naming"]

Claims = dict[str, set[str]]
"""By text, who it stands for."""


class Naming:
    """The names of one file, for these species of the pathway."""

    def __init__(self, pathway: Pathway, entities: Entities, species: Iterable[str]) -> None:
        self.entities = entities
        self._own: Claims = {}
        self._generated: Claims = {}
        self._labels: dict[str, str] = {}
        self._short: Claims = {}
        found = [entity for each in species for entity in entities.of(each).all()]
        for entity in found:
            if entity.refers:
                self._claim(entity)
        for thing in (pathway, *(thing for _, thing in pathway.things())):
            self._shorten(sayable(thing.name) or called(thing.id))
        for entity in found:
            self._shorten(self.full(entity))

    def _claim(self, entity: Entity) -> None:
        label = self.molecule(entity.molecule)
        self._generated.setdefault(label, set()).add(entity.molecule)
        name = self._said_name(entity)
        for text in (*self._synonyms(entity), *((name,) if name else ())):
            self._own.setdefault(text, set()).add(entity.molecule)

    def _shorten(self, full: str) -> None:
        if len(full) > LONGEST_NAME:
            self._short.setdefault(shortened(full), set()).add(full)

    # Texts

    def molecule(self, id_: str) -> str:
        """What a molecule is called."""
        return sayable(self.entities.molecules[id_].name) or called(id_)

    def display(self, full: str) -> str:
        """The displayName that stands for this text alone."""
        short = shortened(full)
        return marked(full) if len(self._short.get(short, ())) > 1 else short

    def label(self, entity: Entity) -> str:
        """What an entity without a name of its own is called."""
        known = self._labels.get(entity.path)
        if known is None:
            known = self._labels[entity.path] = self._label(entity)
        return known

    def _label(self, entity: Entity) -> str:
        if entity.molecule:
            name = self.molecule(entity.molecule)
            is_shared = entity.refers and len(self._stands_for(name)) > 1
            return f"{name} ({entity.molecule})" if is_shared else name
        if entity.parts:
            return assembled(
                (self.full(it.entity), it.count, it.entity.by_value) for it in entity.parts
            )
        if entity.alternatives:
            return gathered(self.full(self.entities.of(each)) for each in entity.alternatives)
        return called(entity.path.rpartition("/")[2].strip("-"))

    def _stands_for(self, text: str) -> set[str]:
        return self._own.get(text, set()) | self._generated.get(text, set())

    def own(self, entity: Entity) -> str | None:
        """The name of an entity's own, unless entities of another reference have it too."""
        name = self._said_name(entity)
        if name is None or (entity.refers and len(self._own[name]) > 1):
            return None
        return name

    def _said_name(self, entity: Entity) -> str | None:
        bearer = self._bearer(entity)
        return sayable(bearer.name) if bearer else None

    def _bearer(self, entity: Entity) -> About | None:
        """The component or species that an entity is."""
        return entity.component or self.entities.species.get(entity.path)

    def _synonyms(self, entity: Entity) -> Iterator[str]:
        bearer = self._bearer(entity)
        for text in bearer.synonyms if bearer else ():
            said = sayable(text)
            if said:
                yield said

    def full(self, entity: Entity) -> str:
        """The text that an entity's displayName stands for."""
        return self.own(entity) or self.label(entity)

    # Properties

    def of(self, entity: Entity) -> Names:
        """How an entity is named."""
        own, label = self.own(entity), self.label(entity)
        if entity.is_occurrence:
            synonyms = self.entities.molecules[entity.molecule].synonyms
            differs = own is not None and own != label
            standard = label if entity.is_named or differs else None
            return self._names(own or label, standard, synonyms, is_said=True)
        said = [text for text in self._synonyms(entity) if self._is_free(entity, text)]
        standard = own if own == label else None
        return self._names(own or label, standard, said, is_said=bool(own) or not entity.refers)

    def _is_free(self, entity: Entity, text: str) -> bool:
        return not entity.refers or self._stands_for(text) <= {entity.molecule}

    def of_thing(self, thing: Thing) -> Names:
        """How a thing that is no entity is named."""
        own, label = sayable(thing.name), called(thing.id)
        standard = own if own == label else None
        return self._names(own or label, standard, thing.synonyms, is_said=bool(own))

    def _names(
        self, full: str, standard: str | None, synonyms: Sequence[str], *, is_said: bool
    ) -> Names:
        shown = self.display(full)
        if not synonyms and shown == full:
            return Names(shown, standard)
        said = {text: None for text in map(sayable, synonyms) if text and text != full}
        others = dict.fromkeys((full,) if is_said else ()) | said
        return Names(shown, standard, tuple(it for it in others if it not in (shown, standard)))

    def all_names(self, entity: Entity) -> Iterator[str]:
        """What the validator compares the names of complexes by."""
        names = self.of(entity)
        yield from (names.shown, *names.others)
