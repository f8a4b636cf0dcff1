"""What a state and a site must hold to: kinds, residues, positions, and site sets that exist."""

import re
from collections.abc import Iterator

from pathport.model import rules
from pathport.model.faults import At, Fault, shown
from pathport.model.ids import Nearest
from pathport.model.parts import Fragment, Modification, Site, State
from pathport.model.things import Molecule
from pathport.vocabulary import by_name

__all__ = ["GREATEST", "site_faults", "state_faults"]

LETTERS = frozenset("ACDEFGHIKLMNOPQRSTUVWY")
GREATEST = 2**31 - 1
"""The greatest whole number that XML Schema's int, and so BioPAX, can hold."""
SITE = re.compile(r"[a-z]*[0-9]?[A-Z][0-9]+[a-z]*")
"""What looks like a site in the notation of proteins: pA12, S12p, S12."""
MOD = re.compile(r"mod:[0-9]{5}")


def state_faults(
    at: At,
    state: State,
    molecule: Molecule | None,
    *,
    of_molecule: bool,
    field: str = "state.modifications",
) -> Iterator[Fault]:
    """Faults of a state of a molecule, or of a complex as a whole."""
    for item in state.modifications:
        yield from _modification(at, item, field)
        if item.site_set is not None:
            if not of_molecule:
                told = f"the state of a whole complex names the site set {shown(item.site_set)}"
                yield at.fault(rules.COMPONENT_STATE, told, field=field, quoted=item.site_set)
            elif molecule is not None:
                yield from _known_set(at, item.site_set, molecule, field)
    if state.fragment is not None:
        yield from _fragment(at, state.fragment, field.replace("modifications", "fragment"))


def _known_set(at: At, name: str, molecule: Molecule, field: str) -> Iterator[Fault]:
    names = [known.name for known in molecule.site_sets]
    if name not in names:
        told = f"molecule {molecule.id} has no site set {shown(name)}"
        if SITE.fullmatch(name):
            told = f"{shown(name)} is no modification that has a word, and no site set of "
            told += f"{molecule.id}: a site is written like pS324, its kind before its residue"
        remedy = Nearest(names).hint(name, f"add it to the site sets of {molecule.id}")
        yield at.fault(rules.SITE_SET_UNKNOWN, told, field=field, quoted=name, remedy=remedy)


def _modification(at: At, item: Modification, field: str) -> Iterator[Fault]:
    own = any(it is not None for it in (item.kind, item.word, item.residue, item.position))
    if item.site_set is not None and own:
        told = f"a modification names the site set {shown(item.site_set)} and a kind or place"
        yield at.fault(rules.SITE_SET, told, field=field, quoted=item.site_set)
    if not 1 <= item.count <= GREATEST:
        told = f"a site is modified {item.count} times: expected 1 or more, at most {GREATEST:,}"
        yield at.fault(rules.NUMBER, told, field=field, quoted=str(item.count))
    yield from site_faults(at, item, field)


def site_faults(at: At, item: Modification | Site, field: str) -> Iterator[Fault]:
    """Faults of the kind and place of a modification or a known site."""
    if item.kind is not None and not MOD.fullmatch(item.kind):
        told = f"{shown(item.kind)} is no kind of modification: expected mod: and five digits"
        yield at.fault(rules.KIND, told, field=field, quoted=item.kind)
    if item.word is not None:
        yield _in_words(at, item.word, item.kind, field)
    if item.residue is not None and item.residue not in LETTERS:
        told = f"{shown(item.residue)} is no residue"
        yield at.fault(rules.RESIDUE, told, field=field, quoted=item.residue)
    yield from _position(at, item.position, field)


def _in_words(at: At, word: str, kind: str | None, field: str) -> Fault:
    """A kind that no term says, or that one says beside it."""
    if kind is not None:
        told = f"a site is modified in words, {shown(word)}, and by the term {kind}"
        return at.fault(rules.KIND_TWICE, told, field=field, quoted=word)
    known = by_name("mod", word)
    told = f"the modification {shown(word)} is kept as a text: no term is told"
    remedy = f"write {known}" if known else rules.UNKNOWN_KIND.remedy
    return at.fault(rules.UNKNOWN_KIND, told, field=field, quoted=word, remedy=remedy)


def _position(at: At, position: int | None, field: str) -> Iterator[Fault]:
    if position is not None and not 1 <= position <= GREATEST:
        told = f"{position} is no position: expected 1 or more, at most {GREATEST:,}"
        yield at.fault(rules.POSITION, told, field=field, quoted=str(position))


def _fragment(at: At, fragment: Fragment, field: str) -> Iterator[Fault]:
    yield from _position(at, fragment.begin, field)
    yield from _position(at, fragment.end, field)
    begin, end = fragment.begin, fragment.end
    if begin is not None and end is not None and begin > end:
        told = f"a fragment begins at {begin} and ends at {end}"
        yield at.fault(rules.POSITION, told, field=field, quoted=f"{begin}-{end}")
