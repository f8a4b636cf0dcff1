"""The state that the members of a family share, and the modified sites that each has of its own.

Members are in one state also where the same is modified at another place on each: T308 of AKT1 is
T309 of AKT2. Which nodes show this is not known here.
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence

import msgspec

from pathport.formats.gpml.showing_states import general_kind, general_state
from pathport.model.enumerations import SiteLogic
from pathport.model.modifications import token
from pathport.model.notation import is_site_set_name
from pathport.model.parts import Modification, Site, SiteSet, State
from pathport.model.things import Molecule
from pathport.model.value import content_of

__all__ = ["Shared", "member_states", "named_set", "shared_state", "sites_in"]

LONGEST_NAME = 48
"""As many places as fit in here are the name of a set of them."""


class Shared(msgspec.Struct, frozen=True):
    """What several states have in common, and by their number what each has beside that."""

    state: State
    own: tuple[tuple[Modification, ...], ...]


def shared_state(states: Sequence[tuple[object, State]]) -> Shared | None:
    """What the states of members have in common, each told with what its member is.

    Nothing, where they are not one state: they differ in more than places, or one member has two.
    """
    if not states:
        return None
    told = [state.modifications for _, state in states]
    common = tuple(it for it in told[0] if all(it in other for other in told))
    own = tuple(tuple(it for it in one if it not in common) for one in told)
    kinds = {frozenset((general_kind(it.kind), it.word) for it in one) for one in own}
    rest = {msgspec.structs.replace(state, modifications=()) for _, state in states}
    is_one = len(kinds) == len(rest) == 1 and len({it for it, _ in states}) == len({*states})
    if not is_one or any(it.count > 1 for one in own for it in one):
        return None
    return Shared(msgspec.structs.replace(rest.pop(), modifications=common), own)


def named_set(sites: Sequence[tuple[str, Collection[Site]]]) -> SiteSet:
    """The sites of members as a set, each told with the text of its member.

    Its name is their places where each member has one; else it is made.
    """
    told = sorted({(label, it.residue, it.position, it.kind or it.word)
                   for label, some in sites for it in some}, key=repr)  # fmt: skip
    places = [f"{_short(kind)}{residue}{position}" for _, residue, position, kind in told]
    name = "_".join(places)
    is_plain = len({label for label, *_ in told}) == len(told)
    is_plain &= all(residue and position for _, residue, position, _ in told)
    if not is_plain or len(name) > LONGEST_NAME or not is_site_set_name(name):
        name = f"sites_{hashlib.blake2b(repr(told).encode(), digest_size=4).hexdigest()}"
    every = dict.fromkeys(it for _, some in sites for it in some)
    return SiteSet(name=name, logic=SiteLogic.ALL, sites=tuple(sorted(every, key=content_of)))


def _short(kind: str | None) -> str:
    """The notation's word for a kind."""
    known = token(kind) if kind is not None else None
    return known[0] if known else ""


def sites_in(state: State, family: Molecule, member: str) -> tuple[Site, ...]:
    """What the sets of sites in a state tell of the sites of one member, as sites of its own."""
    names = {it.site_set for it in state.modifications if not it.absent}
    return tuple(
        msgspec.structs.replace(it, molecule=None)
        for known in family.site_sets
        if known.name in names
        for it in known.sites
        if it.molecule == member
    )


def member_states(
    state: State, family: Molecule, looks: Mapping[str, object]
) -> Mapping[str, State]:
    """By id of a member, its state as its node shows it: with its own sites where they are known.

    ``looks`` is what a node says of each member. All show the kind of modification alone, where
    their own sites would not be read as one state.
    """
    own = {it: _own_state(state, family, it) for it in looks}
    if shared_state([(looks[it], own[it]) for it in looks]) is not None:
        return own
    return dict.fromkeys(looks, general_state(state, family))


def _own_state(state: State, family: Molecule, member: str) -> State:
    found: list[Modification] = []
    for item in state.modifications:
        if item.absent:
            continue
        only = State(modifications=(item,))
        sites = sites_in(only, family, member) if item.site_set is not None else ()
        is_all = [it.logic for it in family.site_sets if it.name == item.site_set]
        if not sites or (len(sites) > 1 and is_all != [SiteLogic.ALL]):
            found += general_state(only, family).modifications
            continue
        found += [
            Modification(kind=it.kind, word=it.word, residue=it.residue, position=it.position)
            for it in sites
        ]
    return msgspec.structs.replace(state, modifications=tuple(found))
