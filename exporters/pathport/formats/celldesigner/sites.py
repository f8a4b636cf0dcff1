"""Residues of a template as sites of a molecule, and back: no two of them become one.

A residue whose name is a place is a known site; the note of the site is the name where that is
spelled otherwise. Any other is a set of one site, called as the residue is or, where that is no
name for a set, made from it, the name then being the note of the site. One without a name that is
all its own, but with a state, is called by its id. Residues without names are no sets where counts
tell which of them a species has in a state (`pathport.formats.celldesigner.numbering`): each then
has nothing but a kind, and a count.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import msgspec

from pathport.formats.celldesigner.numbering import Group, alike_in, numbered
from pathport.formats.celldesigner.parts import Template
from pathport.formats.celldesigner.residues import (
    modification_read,
    site_named,
    sites_named,
    spelled_site,
)
from pathport.formats.celldesigner.terms import EMPTY, PHOSPHORYLATED, UNKNOWN_STATE, modified_word
from pathport.model.notation import is_site_set_name
from pathport.model.parts import Modification, Site, SiteSet, State
from pathport.model.things import Molecule

__all__ = [
    "OF_PLACE",
    "Called",
    "Labels",
    "Shown",
    "Sites",
    "Used",
    "by_position",
    "is_bare",
    "residues_in",
]

Used = Sequence[tuple[str, str]]
"""The residues of a species, each with its state."""
OF_SET = -1
OF_PLACE = -2
"""The number of the first of those that only marks tell of, and less for each further one."""
BY_ID = re.compile(r"rs([0-9]+|_\w+)")
"""The name of a set that is called by the id of its residue."""
SIGNS = re.compile(r"\W+", re.ASCII)


class Called(NamedTuple):
    """A residue of a template: its place or the name of its set, and which of several of these."""

    label: str
    number: int = 0


def by_position(key: Called) -> tuple[bool, bool, int, str, int]:
    """In the order of positions; what has none comes last, what only marks tell of after it."""
    digits = "".join(filter(str.isdigit, key.label))
    return is_bare(key), not digits, int(digits[:9] or 0), *key


def is_bare(key: Called) -> bool:
    """Whether a residue is known by its place on the box alone."""
    return key.number <= OF_PLACE


class Shown(NamedTuple):
    """What a residue has in a file: its name, and its id where that tells what it is."""

    name: str
    id: str | None = None


def set_name(name: str) -> str:
    """The name of a set that is made from that of a residue."""
    made = SIGNS.sub("_", name).strip("_")
    is_free = is_site_set_name(made) and site_named(made) is None and not BY_ID.fullmatch(made)
    return made if is_free else f"site_{made}"


def set_of_state(name: str, state: str) -> str:
    """The name of the set that one of several states of a residue is."""
    return f"{name}_{SIGNS.sub('_', state)}"


# From a file


class Sites:
    """What the residues of a template are; ``used`` is what each of its species has on them, and
    ``drawn`` what those have that a box shows.
    """

    def __init__(self, template: Template, used: Sequence[Used], drawn: Sequence[Used]) -> None:
        self.template = template
        self.used = used
        self.drawn = drawn
        self.states: Mapping[str, set[str]] = defaultdict(set)
        """By residue, the states that it has somewhere, but for none."""
        for it in used:
            for residue, state in it:
                self.states[residue] |= {state} - {EMPTY}

    @cached_property
    def told(self) -> frozenset[str]:
        """The residues that a species tells of, be it that there is nothing on them."""
        return frozenset(residue for it in self.used for residue, _ in it)

    @cached_property
    def shown(self) -> frozenset[str]:
        """Those of them that a box shows in a state."""
        return frozenset(residue for it in self.drawn for residue, _ in it)

    @cached_property
    def _repeated(self) -> frozenset[str]:
        """The residues that a species tells of several times."""
        often = (Counter(residue for residue, _ in it) for it in self.used)
        return frozenset(residue for it in often for residue, count in it.items() if count > 1)

    @cached_property
    def places(self) -> Mapping[str, Site]:
        """The residues whose name is a place, and that of no other one."""
        named = {
            id_: site
            for id_, it in self.template.residues.items()
            if (site := self._named(id_, it.name)) is not None
            if site.position is not None or id_ not in self._repeated
        }
        often = Counter(named.values())
        return {
            id_: self._noted(site, self.template.residues[id_].name, spelled_site(site))
            for id_, site in named.items()
            if often[site] == 1
        }

    def _named(self, id_: str, name: str) -> Site | None:
        is_phosphorylated = PHOSPHORYLATED in self.states.get(id_, ())
        return site_named(name, phosphorylated=is_phosphorylated)

    @staticmethod
    def _noted(site: Site, name: str, usual: str) -> Site:
        return site if name == usual else msgspec.structs.replace(site, note=name or None)

    @cached_property
    def _keys(self) -> Mapping[str, str]:
        """By residue that is a set, the name of that, but for its state."""
        names = {
            id_: it.name
            for id_, it in self.template.residues.items()
            if id_ not in self.places and (it.name or (id_ in self.told and not self._add_up))
        }
        often = Counter(map(set_name, names.values()))
        return {
            id_: self._key(id_, name, is_one=often[set_name(name)] == 1)
            for id_, name in names.items()
        }

    @staticmethod
    def _key(id_: str, name: str, *, is_one: bool) -> str:
        is_place = site_named(name) is not None
        if name and is_one and not is_place and not BY_ID.fullmatch(name):
            return set_name(name)
        return id_ if BY_ID.fullmatch(id_) else f"rs_{SIGNS.sub('_', id_)}"

    @cached_property
    def _add_up(self) -> bool:
        """Whether counts tell which residues without names each species has in a state, and boxes
        show all of these, if there are any.
        """
        numbers = numbered(self._alike(self.drawn or self.used))
        return numbers is not None and all(
            len(it.residues) == len(it.numbers)
            and all(numbers.get(id_, -1) in it.numbers for id_ in it.residues)
            for it in self._alike(self.used)
        )

    def _alike(self, used: Sequence[Used]) -> Iterable[Group]:
        """The residues without names, or that the template does not have, that one species tells
        one thing of.
        """
        named = {id_ for id_, it in self.template.residues.items() if it.name}
        for it in used:
            by_identity: dict[str, set[str]] = defaultdict(set)
            read = [(id_, modification_read(state, None)) for id_, state in it if id_ not in named]
            for id_, shows in read:
                by_identity[shows.identity].add(id_)
            for shows, _, numbers in alike_in(State(modifications=tuple(it for _, it in read))):
                yield Group(by_identity[shows.identity], numbers)

    def modification(self, residue: str, state: str) -> Modification:
        """What a residue in a state is."""
        key = self._keys.get(residue)
        if key is None:
            return modification_read(state, self.places.get(residue))
        states = sorted(self.states[residue])
        if len(states) > 1:
            key = set_of_state(key, state if state != EMPTY else states[0])
        return Modification(site_set=key, absent=state == EMPTY)

    def called(self, residue: str) -> Called:
        """What a residue is called when it is written."""
        key = self._keys.get(residue)
        if key is not None:
            return Called(key, OF_SET)
        place = self.places.get(residue)
        if place is not None:
            return Called(spelled_site(place))
        return Called("", 0 if residue in self.told else OF_PLACE)

    @cached_property
    def sets(self) -> tuple[SiteSet, ...]:
        """The sets that residues are, one for each state if there are several."""
        found: dict[str, SiteSet] = {}
        for id_, key in self._keys.items():
            states = sorted(self.states[id_])
            for state in states or [EMPTY]:
                name = set_of_state(key, state) if len(states) > 1 else key
                read = modification_read(state, None)
                site = Site(kind=read.kind, word=read.word)
                noted = self._noted(site, self.template.residues[id_].name, key)
                is_told = bool(states) or noted.note is not None
                found[name] = SiteSet(name=name, sites=(noted,) if is_told else ())
        return tuple(found.values())


# To a file


class Labels:
    """What the sites of a molecule are called as residues of its template."""

    def __init__(self, molecule: Molecule | None = None) -> None:
        self.sites = molecule.sites if molecule is not None else ()
        self.sets = {it.name: it for it in molecule.site_sets} if molecule is not None else {}
        self.words = {
            it.name: words.pop()
            for it in self.sets.values()
            if len(words := {modified_word(site.kind, site.word) for site in it.sites}) == 1
        }
        """By name of a set, the word for what is on it, if it is one."""

    @cached_property
    def known(self) -> Mapping[Called, Shown]:
        """The residues that are known to be there."""
        found: dict[Called, Shown] = {}
        for it in self.sites:
            usual = spelled_site(it)
            place = Site(residue=it.residue, position=it.position)
            name = it.note if it.note and place in sites_named(it.note) else usual
            if usual and found.get(Called(usual), Shown(usual)).name == usual:
                found[Called(usual)] = Shown(name)
        return found | {self.called(name): self._shown(name) for name in self.sets}

    @cached_property
    def _bases(self) -> Mapping[str, str]:
        """By name of a set that is one of several states of a residue, the key of that."""
        sets: dict[tuple[str, str], list[str]] = defaultdict(list)
        for name, word in self.words.items():
            told = {it.word for it in self.sets[name].sites} | {word}
            bases = (name.removesuffix(set_of_state("", it)) for it in sorted(filter(None, told)))
            base = next((it for it in bases if it not in ("", name)), None)
            if base is not None and base not in self.sets:
                sets[base, self._note(name)].append(name)
        often = Counter(base for base, _ in sets)
        return {
            name: base
            for (base, _), names in sets.items()
            if len(names) > 1 and often[base] == 1
            for name in names
        }

    def _note(self, name: str) -> str:
        sites = self.sets[name].sites
        return (sites[0].note or "") if len(sites) == 1 else ""

    def called(self, name: str) -> Called:
        """The residue that a set of sites is."""
        return Called(self._bases.get(name, name), OF_SET)

    def _shown(self, name: str) -> Shown:
        key, note = self.called(name).label, self._note(name)
        if BY_ID.fullmatch(key):
            return Shown(note, key)
        return Shown(note if note and set_name(note) == key else key)


def residues_in(state: State, labels: Labels) -> Mapping[Called, str]:
    """The residues of a state, each with the word for what is on it.

    A residue is in one state: of several that it is told to be in, the first.
    """
    found: dict[Called, str] = {}
    for item in state.modifications:
        if item.site_set is not None:
            word = EMPTY if item.absent else labels.words.get(item.site_set, UNKNOWN_STATE)
            found.setdefault(labels.called(item.site_set), word)
    for item, label, numbers in alike_in(state):
        word = EMPTY if item.absent else modified_word(item.kind, item.word)
        for number in numbers:
            found.setdefault(Called(label, number), word)
    return found
