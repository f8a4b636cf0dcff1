"""Features: what states, sites and site sets are on the references that they belong to.

A feature belongs to one reference and is told by what it says, so that equal sites of one molecule
are one feature. A bound form has a BindingFeature of its own, and of two free forms that BioPAX
can't tell apart one has a feature that says no more than that. BioPAX Level 3, EntityFeature.
"""

from collections.abc import Iterable, Iterator

import msgspec

from pathport.formats.biopax.entities import Entities, Entity
from pathport.formats.biopax.labels import sayable
from pathport.formats.biopax.terms import ACTIVITY, MODIFICATION_ROOTS
from pathport.model.parts import NO_STATE, Modification, Site, SiteSet, State
from pathport.vocabulary import is_a

__all__ = ["Feature", "Features", "Owned", "said_kind"]

MOST_ALIKE = 64
"""So many modifications of unknown sites that say the same are written for one entity."""

LARGEST = 2**31 - 1
"""The largest sequencePosition: it is an xsd:int."""

SMALL = "SmallMolecule"


class Feature(msgspec.Struct, frozen=True, order=True):
    """What a feature says: which sort it is, and what of it.

    Sorts are ``modification``, ``fragment``, ``activity``, ``variant``, ``structure``, ``set``,
    ``binding`` (of the form at this path) and ``other`` (which tells the entity here apart). The
    kind of a modification is a term, or a ``word``; ``number`` tells apart several alike.
    """

    sort: str
    text: str = ""
    begin: int = 0
    end: int = 0
    word: str = ""
    number: int = 0


Owned = tuple[str, Feature]
"""The molecule whose reference has a feature, and the feature."""


def said_kind(kind: str | None, cls: str) -> str:
    """The PSI-MOD term that a modification on an entity of this class may have, or nothing."""
    fits = kind is not None and cls == "Protein" and kind not in MODIFICATION_ROOTS
    return kind if fits and kind and any(is_a(kind, it) for it in MODIFICATION_ROOTS) else ""


def _said_word(word: str | None) -> str:
    """The words of a modification, unless they are those of an activity."""
    said = sayable(word)
    return said if said and ACTIVITY.key(said) is None else ""


def _said_position(position: int | None) -> int:
    return position if position is not None and position <= LARGEST else 0


class Features:
    """The features of the references of a pathway, for the entities that are written."""

    def __init__(self, entities: Entities) -> None:
        self.entities = entities
        self.declared: dict[str, dict[Feature, None]] = {}
        self.sites: dict[Owned, list[Site]] = {}
        self.known: set[Owned] = set()
        self.sets: dict[Owned, tuple[SiteSet, tuple[Owned, ...]]] = {}
        self._states: dict[str, tuple[list[Owned], list[Owned]]] = {}
        self._seen: dict[tuple[object, ...], str] = {}

    def of(self, path: str) -> tuple[list[Owned], list[Owned]]:
        """What the entity at a path has, and what it is known not to have."""
        return self._states.get(path, ([], []))

    # Entities

    def add(self, entity: Entity, sort: str = "") -> None:
        """Declare what an entity and those inside it have; ``sort`` tells these apart."""
        owner = self._owner(entity)
        if owner:
            here, absent = self._of_state(entity, owner)
            if entity.refers:
                here += self._telling_apart(entity, here, absent, sort)
            self._states[entity.path] = (self._declared(here), self._declared(absent))
        for part in entity.parts:
            self.add(part.entity, "binding")
        for member in entity.members:
            self.add(member, "other")

    def _owner(self, entity: Entity) -> str:
        """The molecule whose reference has an entity's features: its own, or that of a part."""
        if entity.refers:
            return entity.molecule
        if entity.state == NO_STATE:
            return ""
        forms = (*entity.forms(), *map(self.entities.of, entity.alternatives))
        found = (each for form in forms for each in form.all())
        return next((it.molecule for it in found if it.refers and it.cls != SMALL), "")

    def _of_state(self, entity: Entity, owner: str) -> tuple[list[Owned], list[Owned]]:
        cls, state = self.entities.class_of(owner), entity.state
        if cls == SMALL or state == NO_STATE:
            return [], []
        told = [m for m in state.modifications if entity.refers or m.site_set is None]
        here = [
            (owner, msgspec.structs.replace(self.modification(m, cls), number=number))
            for m in told
            for number in range(0 if m.absent else min(m.count, MOST_ALIKE))
        ]
        here += [(owner, feature) for feature in _other_features(state)]
        return here, [(owner, self.modification(m, cls)) for m in told if m.absent]

    def modification(self, site: Modification | Site, cls: str) -> Feature:
        """The feature of a modified site, on an entity of this class."""
        if isinstance(site, Modification) and site.site_set is not None:
            return Feature("set", site.site_set)
        kind, position = said_kind(site.kind, cls), _said_position(site.position)
        return Feature("modification", kind, position, word=_said_word(site.word))

    def _telling_apart(
        self, entity: Entity, here: list[Owned], absent: list[Owned], sort: str
    ) -> Iterator[Owned]:
        """What tells an entity from others of its reference that say the same."""
        state = (entity.molecule, entity.compartment, frozenset(here), frozenset(absent))
        if sort or self._seen.setdefault(state, entity.path) != entity.path:
            yield entity.molecule, Feature(sort or "other", entity.path)

    def _declared(self, features: Iterable[Owned]) -> list[Owned]:
        found = list(dict.fromkeys(features))
        for molecule, feature in found:
            self.declared.setdefault(molecule, {})[feature] = None
        return found

    # Molecules

    def add_molecule(self, molecule: str) -> None:
        """Declare a molecule's known sites and site sets."""
        cls = self.entities.class_of(molecule)
        if cls == SMALL:
            return
        told = self.entities.molecules[molecule]
        for site in told.sites:
            if site.molecule in (None, molecule):
                owned = (molecule, self.modification(site, cls))
                self.known.add(owned)
                self._add_site(owned, site)
        for site_set in told.site_sets:
            self._add_set(molecule, site_set)

    def _add_set(self, molecule: str, site_set: SiteSet) -> None:
        members: list[Owned] = []
        for site in site_set.sites:
            owner = site.molecule or molecule
            if self.entities.refers(owner) and self.entities.class_of(owner) != SMALL:
                owned = (owner, self.modification(site, self.entities.class_of(owner)))
                members.append(owned)
                self._add_site(owned, site)
        owned_set = (molecule, Feature("set", site_set.name))
        self._declared([owned_set])
        self.sets[owned_set] = (site_set, tuple(dict.fromkeys(members)))

    def _add_site(self, owned: Owned, site: Site) -> None:
        self._declared([owned])
        self.sites.setdefault(owned, []).append(site)


def _other_features(state: State) -> Iterator[Feature]:
    """What a state says beside its modifications."""
    if state.activity is not None:
        yield Feature("activity", state.activity)
    if state.variant is not None and sayable(state.variant):
        yield Feature("variant", sayable(state.variant) or "")
    if state.structure is not None and sayable(state.structure):
        yield Feature("structure", sayable(state.structure) or "")
    if state.fragment is not None:
        begin, end = state.fragment.begin, state.fragment.end
        yield Feature("fragment", "", _said_position(begin), _said_position(end))
