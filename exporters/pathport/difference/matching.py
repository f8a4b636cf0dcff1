"""Which things of two pathways are matched by what they are, whatever their ids.

First those that are the same in all (`pathport.difference.alike`); then, construct by construct,
those that have the same key: what makes a thing this one, over things that are matched already.
Where several have one key, those that say the same are paired first, then the first in normal
order.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from pathport.difference.alike import Key, contents_of, same_throughout
from pathport.model.enumerations import Relation
from pathport.model.ids import numbered
from pathport.model.parts import Component
from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.model.references import with_names
from pathport.model.things import (
    Association,
    Compartment,
    Control,
    Molecule,
    Process,
    Species,
    Thing,
)
from pathport.model.value import content_of

__all__ = ["names_by_meaning"]

UNMATCHED = ("?0", "?1")
"""What stands in a key for a thing without a partner: on each side another text."""
GO = "go:"


def names_by_meaning(one: Pathway, other: Pathway, *, joining: bool = False) -> dict[Key, str]:
    """For the things of the second pathway the ids that they have when compared with the first.

    A thing that is matched has its partner's id; another keeps its own, numbered if that is the id
    of a thing in the first. With ``joining`` several may have one partner, as where a drawing has
    one species more than once.
    """
    pairs = _Pairs(one, other)
    for construct, key_of in KEYS:
        while pairs.find(construct, key_of):
            pass
        if joining:
            pairs.join(construct, key_of)
    names = {theirs: ours[1] for theirs, ours in pairs.found.items()}
    left = [(c, thing.id) for c, thing in other.things() if (c, thing.id) not in names]
    taken = {thing.id for _, thing in one.things()}
    clashing = {id_.lower() for id_ in taken}
    free = {key: key[1] for key in left if key[1].lower() not in clashing}
    wanted = {f"{id_} {construct}": id_ for construct, id_ in left if id_.lower() in clashing}
    given = numbered(wanted, {*taken, *(thing.id for _, thing in other.things())})
    fresh = {(text.partition(" ")[2], wanted[text]): name for text, name in given.items()}
    return names | free | fresh


class _Pairs:
    """Two pathways and the things that are matched so far: the second's, with the first's."""

    def __init__(self, one: Pathway, other: Pathway) -> None:
        self.pathways = (one, other)
        self.contents = (contents_of(one), contents_of(other))
        self.found = same_throughout(one, other, self.contents)

    def find(self, construct: str, key_of: Callable[[Any], str | None]) -> bool:
        """Pairs things that have the same key; whether there were any."""
        ours, theirs = (self._by_key(side, construct, key_of, self._done(side)) for side in (0, 1))
        before = len(self.found)
        for key in sorted(ours.keys() & theirs.keys()):
            for mine, yours in self._paired(ours[key], theirs[key]):
                self.found[yours] = mine
        return len(self.found) > before

    def join(self, construct: str, key_of: Callable[[Any], str | None]) -> None:
        """Gives what has no partner the first thing with the same key, which has one already."""
        ours = self._by_key(0, construct, key_of, ())
        for key, left in self._by_key(1, construct, key_of, self._done(1)).items():
            self.found |= dict.fromkeys(left, ours[key][0]) if key in ours else {}

    def _done(self, side: int) -> Collection[Key]:
        return self.found.keys() if side else frozenset(self.found.values())

    def _by_key(
        self, side: int, construct: str, key_of: Callable[[Any], str | None], done: Collection[Key]
    ) -> dict[str, list[Key]]:
        names = self._names(side)
        found: dict[str, list[Key]] = defaultdict(list)
        for thing in getattr(self.pathways[side], CONSTRUCTS[construct][0]):
            if (construct, thing.id) not in done:
                key = key_of(with_names(thing, names))
                if key is not None:
                    found[key].append((construct, thing.id))
        return found

    def _names(self, side: int) -> Mapping[Key, str]:
        """What stands in a key for each thing of a pathway: one text for both of a pair."""
        called = {(c, it.id): UNMATCHED[side] for c, it in self.pathways[side].things()}
        for theirs, ours in self.found.items():
            called[theirs if side else ours] = ours[1]
        return called

    def _paired(self, ours: list[Key], theirs: list[Key]) -> Iterator[tuple[Key, Key]]:
        """Pairs of both lists: those that say the same, then in order."""
        alike: dict[str, list[Key]] = defaultdict(list)
        for key in reversed(theirs):
            alike[self.contents[1][key]].append(key)
        left: list[Key] = []
        for key in ours:
            same = alike[self.contents[0][key]]
            if same:
                yield key, same.pop()
            else:
                left.append(key)
        rest = {key for keys in alike.values() for key in keys}
        yield from zip(left, (key for key in theirs if key in rest), strict=False)


# What makes a thing this one; nothing, where it does not say.


def _label(thing: Thing) -> str:
    """The name; a thing without one is called by its id."""
    return thing.name or thing.id


def _terms(thing: Thing, prefix: str = "") -> str | None:
    """What the thing is, by its identifiers."""
    found = (it.id for it in thing.identifiers if it.relation is Relation.IS)
    return " ".join(sorted(id_ for id_ in found if id_.startswith(prefix))) or None


def _compartment_term(thing: Compartment) -> str | None:
    return _terms(thing, GO)


def _molecule_terms(thing: Molecule) -> str | None:
    terms = _terms(thing)
    return terms and f"{thing.kind}\n{terms}"


def _molecule_name(thing: Molecule) -> str:
    return f"{thing.kind}\n{_label(thing)}"


def _species(thing: Species) -> str:
    """What the notation says, and the members of a set."""
    return content_of(
        Species(
            id="",
            form=thing.form,
            molecule=thing.molecule,
            components=tuple(map(_bare, thing.components)),
            members=thing.members,
            state=thing.state,
            compartment=thing.compartment,
            side=thing.side,
        )
    )


def _bare(component: Component) -> Component:
    """What the notation says of a component."""
    return Component(
        molecule=component.molecule,
        components=tuple(map(_bare, component.components)),
        state=component.state,
        count=component.count,
    )


def _process(thing: Process) -> str:
    sides = Process(
        id="",
        type=thing.type,
        inputs=thing.inputs,
        outputs=thing.outputs,
        reversible=thing.reversible,
    )
    return content_of(sides)


def _control(thing: Control) -> str:
    return content_of(
        Control(id="", target=thing.target, effect=thing.effect, sources=thing.sources)
    )


def _association(thing: Association) -> str:
    return content_of(Association(id="", type=thing.type, participants=thing.participants))


KEYS: tuple[tuple[str, Callable[[Any], str | None]], ...] = (
    ("compartment", _compartment_term),
    ("compartment", _label),
    ("molecule", _molecule_terms),
    ("molecule", _molecule_name),
    ("species", _species),
    ("process", _process),
    ("control", _control),
    ("association", _association),
    ("module", _label),
)
"""Construct by construct what makes a thing this one, in the order in which it is asked."""
