"""Which things of today's export are those of a file that does not say so itself.

A submission has no links, and its boxes have ids of their own. Things are the same by what they
are; what is drawn more than once is one thing. No format is known here.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator

import msgspec

from pathport.difference.matching import names_by_meaning
from pathport.fidelity.linking import Names, nameless
from pathport.fidelity.reading import Reading
from pathport.fidelity.records import Anchor
from pathport.model.pathway import Pathway
from pathport.model.references import with_names
from pathport.model.things import Molecule, Species
from pathport.updating.identity import tells, terms_of

__all__ = ["aliases", "names_alike"]

MOLECULE = "molecule"


def aliases(edited: Reading, now: Reading, names: Names) -> Names:
    """By thing that an edited file does not have, the id of what is the same in it, if anything is.

    What came home from the file before is called otherwise in the document since: after what it has
    become, or as new things are called there. ``names`` are those of today's export.
    """
    told = {(c, it.id): (c, names.get((c, it.id), it.id)) for c, it in now.pathway.things()}
    here = [(construct, it.id) for construct, it in edited.pathway.things()]
    missing = {*told.values()} - {(it[0], names.get(it, it[1])) for it in here}
    unknown = [it for it in here if it not in told and it[0] != MOLECULE and it not in names]
    if not (missing and unknown):
        return {}
    molecules = _molecules_alike(edited.pathway, now.pathway, names)
    ours = _with_molecules(now.pathway, names)
    alike = names_by_meaning(ours, _with_molecules(edited.pathway, {**names, **molecules}))
    found = {told.get((it[0], alike[it])): it[1] for it in unknown}
    return {it: id_ for it, id_ in found.items() if it is not None and it in missing}


def names_alike(was: Reading, now: Reading, names: Names) -> Names:
    """The names of what has other ids in the file as it was than in an export of today.

    ``names`` are those that links tell.
    """
    there = {(construct, it.id) for construct, it in now.pathway.things()}
    here = {(construct, it.id) for construct, it in was.pathway.things()}
    unknown = here - there - names.keys()
    if not unknown:
        return {}
    if was.marks:
        alike = names_by_meaning(now.pathway, was.pathway)
        free = there - here
        found = {it: (it[0], alike[it]) for it in unknown if (it[0], alike[it]) in free}
        return {it: names.get(partner, partner[1]) for it, partner in found.items()}
    molecules = _molecules_alike(was.pathway, now.pathway, names)
    ours = _with_molecules(now.pathway, names)
    theirs = _with_molecules(was.pathway, {**names, **molecules})
    alike = names_by_meaning(ours, theirs, joining=True)
    others = {it: (it[0], alike[it]) for it in unknown if it[0] != MOLECULE}
    found = {it: partner for it, partner in others.items() if partner in there}
    found |= _species_alike(theirs, ours, unknown - found.keys())
    named = {it: names.get(partner, partner[1]) for it, partner in found.items()}
    return {it: it[1] for it in unknown if it[0] == MOLECULE} | molecules | named


def _species_alike(was: Pathway, now: Pathway, unknown: Collection[Anchor]) -> dict[Anchor, Anchor]:
    """Of species that are nowhere else in the pathway, the partners in another place.

    Where a box lies in a drawing says where it is, also to one who put it there for room alone.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for it in now.species:
        found[_placeless(it)].add(it.id)
    alike = {("species", it.id): found.get(_placeless(it), set()) for it in was.species}
    sole = {it: min(ids) for it, ids in alike.items() if it in unknown and len(ids) == 1}
    return {it: ("species", id_) for it, id_ in sole.items()}


def _placeless(species: Species) -> str:
    return nameless(msgspec.structs.replace(species, compartment=None, name=None))


def _molecules_alike(was: Pathway, now: Pathway, names: Names) -> Names:
    """The names of molecules that say the same, are the same by their terms, or called the same."""
    known: dict[tuple[object, ...], str] = {}
    for it in now.molecules:
        for told in _told(it):
            known.setdefault(told, names.get((MOLECULE, it.id), it.id))
    fresh = (it for it in was.molecules if (MOLECULE, it.id) not in names)
    found = {
        it.id: next((known[told] for told in _told(it) if told in known), None) for it in fresh
    }
    return {(MOLECULE, it): id_ for it, id_ in found.items() if id_ is not None}


def _told(molecule: Molecule) -> Iterator[tuple[object, ...]]:
    """What makes a molecule this one, the surest first."""
    if not tells(molecule):
        return
    yield (nameless(molecule),)
    if terms := terms_of(molecule):
        yield (terms,)
    if molecule.name is not None:
        yield molecule.kind, molecule.name
        yield None, molecule.name


def _with_molecules(pathway: Pathway, names: Names) -> Pathway:
    """The pathway with one molecule for all occurrences, and nothing told of it but which it is."""
    renaming = {it: id_ for it, id_ in names.items() if it[0] == MOLECULE}
    ids = dict.fromkeys(renaming.get((MOLECULE, it.id), it.id) for it in pathway.molecules)
    bare = tuple(Molecule(id=it, name=it) for it in ids)
    return msgspec.structs.replace(with_names(pathway, renaming), molecules=bare)
