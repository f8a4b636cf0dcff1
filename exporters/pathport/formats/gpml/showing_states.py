"""What of a state is drawn, one State for each thing; of a named set of sites, its sites."""

from collections.abc import Iterator, Sequence

import msgspec

from pathport.formats.gpml.states import items_of, sites_of
from pathport.model.enumerations import SiteLogic
from pathport.model.modifications import modification, token
from pathport.model.parts import Modification, Site, State
from pathport.model.things import Molecule

__all__ = ["general_kind", "general_state", "shown_items"]


def shown_items(
    state: State, molecule: Molecule, own: Sequence[Site] = ()
) -> Iterator[tuple[State, Sequence[Site]]]:
    """Each thing of a state, with what is told of its site: by a family, what that has as the
    molecule's ``own``, or else by the molecule.
    """
    sites = (*own, *molecule.sites)
    plain = msgspec.structs.replace(state, modifications=_plain(state, molecule))
    for item in items_of(plain):
        yield item, sites_of(sites, item.modifications[0]) if item.modifications else ()


def _plain(state: State, molecule: Molecule) -> tuple[Modification, ...]:
    """The modified sites of a state; of a set of sites all, or its kind if they are not all."""
    found: list[Modification] = []
    for item in state.modifications:
        if item.site_set is None:
            found.append(item)
        elif not item.absent:
            found += _of_set(item.site_set, molecule)
    return tuple(dict.fromkeys(found))


def _of_set(name: str, molecule: Molecule) -> Sequence[Modification]:
    sites = [it for known in molecule.site_sets if known.name == name for it in known.sites]
    logics = [known.logic for known in molecule.site_sets if known.name == name]
    if sites and logics == [SiteLogic.ALL] and not any(it.molecule for it in sites):
        return [
            Modification(kind=it.kind, word=it.word, residue=it.residue, position=it.position)
            for it in sites
        ]
    return [_general(it.kind) for it in sites][:1] or [Modification()]


def _general(kind: str | None) -> Modification:
    """A modification of this kind, wherever it is."""
    return Modification(kind=general_kind(kind))


def general_kind(kind: str | None) -> str | None:
    """The kind on any residue, where it is one that has such a term."""
    word = token(kind) if kind is not None else None
    return (modification(word[0]) or kind) if word is not None else kind


def general_state(state: State, family: Molecule) -> State:
    """A state of a family as each member shows it: a site that is a member's own has no place."""
    found = [
        it if it.site_set is None else _general(_kind_in(it.site_set, family))
        for it in state.modifications
        if not it.absent
    ]
    return msgspec.structs.replace(state, modifications=tuple(found))


def _kind_in(name: str, family: Molecule) -> str | None:
    sites = (it for known in family.site_sets if known.name == name for it in known.sites)
    return next((it.kind for it in sites), None)
