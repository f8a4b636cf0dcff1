"""What law 7 asks of a file that was edited natively: where the edit did not win.

Four pathways are compared: what was sent, what the file said natively before the edit and what it
says after it (both without records), and what is read with the records. Members of one whole are
compared as a whole.
"""

from collections.abc import Callable, Collection, Iterator

import msgspec
from tests.laws.alike import BLANK, Key, blanked, keys_of, said_by
from tests.laws.drawn import (
    drawn_anew,
    is_of_way,
    is_place,
    is_sign,
    made_and_renamed,
    other_ids,
    ways_by_name,
)
from tests.laws.units import Unit, Units, units_of

from pathport.model.facts import Place
from pathport.model.layout import Layout
from pathport.model.parts import Gate
from pathport.model.pathway import Pathway
from pathport.model.references import renamed

__all__ = ["losses_of_edits"]

DERIVED = frozenset({"molecule", "control"})
"""Constructs whose objects may be called after what they say, for want of an element."""


def losses_of_edits(
    sent: Pathway,
    after: Pathway,
    found: Pathway,
    *,
    natively: Callable[[Pathway], Pathway],
    elementless: Callable[[Pathway], frozenset[Key]],
    lines: Layout = Layout(),  # noqa: B008 - a frozen value
) -> list[str]:
    """Every place where what was edited natively is not what was found.

    ``natively`` tells what the file of a pathway says without records, ``elementless`` which
    objects of one have no element, or no id, in the file; ``lines`` are those that it shows and
    that are no facts of it.
    """
    before = natively(sent)
    unnamed = frozenset(key for other in (before, after, found) for key in elementless(other))
    left_out = unnamed | _unlike_names(sent, before, after, found)
    return [
        *_returned(sent, before, after, found, left_out),
        *_unlike(sent, before, after, found, left_out, lines),
        *_unlike_molecules(before, after, found, left_out),
        *_half_joined(sent, after, found),
        *_unlike_controls(sent, before, after, found, left_out),
        *_returned_sources(sent, before, after, found, left_out, natively),
    ]


def _unlike_names(sent: Pathway, before: Pathway, after: Pathway, found: Pathway) -> frozenset[Key]:
    """Objects that are called after what they say, for want of an element with an id, and those
    that are records alone and gave their id to an element which got it.
    """
    strange = {key for other in (before, after, found) for key in keys_of(other)} - keys_of(sent)
    changing = (keys_of(after) ^ keys_of(found)) & strange
    anew = {construct for construct, _ in keys_of(found) & strange}
    gone = keys_of(sent) - keys_of(found) - keys_of(before)
    moved = {key for key in gone if key[0] in anew}
    return frozenset(changing | moved | {key for key in strange if key[0] in DERIVED})


def _returned(
    sent: Pathway, before: Pathway, after: Pathway, found: Pathway, left_out: frozenset[Key]
) -> Iterator[str]:
    """Things that were removed natively and are found, and those of the file that are not."""
    for key in sorted(keys_of(before) - keys_of(after) - left_out):
        if key in keys_of(found):
            yield f"{key} was removed and returned"
    for key in sorted(keys_of(after) - left_out - keys_of(found)):
        if key in keys_of(sent) or key not in keys_of(before):
            yield f"{key} stands in the file and was not found"


def _unlike(
    sent: Pathway,
    before: Pathway,
    after: Pathway,
    found: Pathway,
    left_out: frozenset[Key],
    lines: Layout,
) -> Iterator[str]:
    """Units that are neither what the file says nor, where it was not edited, what was sent."""
    ours, old, new, there = (
        units_of(blanked(pathway, left_out)) for pathway in (sent, before, after, found)
    )
    shown = units_of(blanked(Pathway(id="shown", layout=lines), left_out))
    signs = {value for unit, told in shown.items() if is_sign(unit) for value in told.values()}
    same = _Same(ours, old)
    there_before = keys_of(before)
    gone = {id_ for _, id_ in there_before - keys_of(found)}
    without_id = frozenset(there_before - keys_of(after))
    implied = ways_by_name(after, left_out)
    called = made_and_renamed(sent, before, after)
    anew = [tuple(drawn_anew(it, ids) for it in (old, ours)) for ids in other_ids(before, after)]
    for unit in sorted(old.keys() | new.keys() | there.keys()):
        told, now, is_ = old.get(unit, {}), new.get(unit, {}), there.get(unit, {})
        written = ours.get(unit, {})
        # What names a thing goes with it, also in what has no element and was not edited.
        left = {place: value for place, value in written.items() if not _names(place, gone)}
        allowed = [now] if told != now else [now, written, left]
        if not told and is_of_way(unit) and unit[3] in implied:
            allowed.append({})
        if is_place(unit) and unit[3] in called:
            allowed.append({})
        if not now and unit in shown:
            allowed.append(shown[unit])
        if not now and is_sign(unit) and signs.issuperset(is_.values()):
            allowed.append(is_)  # after what is drawn by records, so that its number is another
        others = without_id if unit[:2] in there_before else same.origins
        renamed_ = any(o.get(unit, {}) == now and w.get(unit, {}) == is_ for o, w in anew)
        if is_ not in allowed and not renamed_ and not same.has(unit, now, is_, others):
            yield f"{unit}: was {told}, is now {now}, found {is_}, sent {written}"


def _names(place: tuple[str, str], ids: set[str]) -> bool:
    """Whether a key is one of these ids, or that of a step from or to one."""
    field, key = place
    return key in ids or (field == "order" and any(f'"{id_}"' in key for id_ in ids))


class _Same:
    """What was written of each thing: its records go with its element, whatever that has become.

    An element may be copied, get another id, or be understood as another construct (an influence
    without a source is a process). Where it got the id of an element that is there, which no valid
    file has, the reader says which of the two goes on under it: one whose own id is gone may.
    """

    def __init__(self, sent: Units, native: Units) -> None:
        self.sent = sent
        self.native = native
        self.origins = frozenset(unit[:2] for unit in (*sent, *native))

    def has(
        self, unit: Unit, now: object, found: object, origins: Collection[tuple[str, ...]]
    ) -> bool:
        """Whether one of these had natively what stands there now, and truly what was found."""
        rest = unit[2:]
        return any(
            self.native.get((*origin, *rest), {}) == now
            and self.sent.get((*origin, *rest), {}) == found
            for origin in origins
        )


def _views(pathway: Pathway, left_out: frozenset[Key]) -> dict[str, Units]:
    """What the molecule of each single species says, where it has no element."""
    said = said_by(pathway, left_out)
    views: dict[str, Units] = {}
    for species in pathway.species:
        say = said.get(("molecule", species.molecule or ""))
        if say is not None:
            told = {Place("molecule", "", *place): value for place, value in say.items()}
            views[species.id] = units_of(told)  # type: ignore[arg-type]
    return views


def _joined(after: Pathway, found: Pathway) -> dict[str, set[str]]:
    """By species, those of the same molecule whose molecule is another one natively."""
    native, molecule = (
        {it.id: it.molecule for it in pathway.species} for pathway in (after, found)
    )
    return {
        one: {
            it
            for it in native.keys() & molecule.keys()
            if molecule[it] == molecule[one] and native[it] != native.get(one)
        }
        for one in molecule
        if molecule[one] is not None
    }


def _unlike_molecules(
    before: Pathway, after: Pathway, found: Pathway, left_out: frozenset[Key]
) -> Iterator[str]:
    """What a molecule was edited to say and does not, unless another element says otherwise: a
    molecule of which there are several, as a protein and its fragments are, says what any does.
    """
    old, new, there = (_views(pathway, left_out) for pathway in (before, after, found))
    joined = _joined(after, found)
    for species in sorted(old.keys() & new.keys() & there.keys()):
        told, now, is_ = old[species], new[species], there[species]
        others = [new[it] for it in joined.get(species, ()) if it in new]
        for unit in sorted(told.keys() | now.keys()):
            allowed = [now.get(unit), *(it[unit] for it in others if unit in it)]
            if told.get(unit) != now.get(unit) and is_.get(unit) not in allowed:
                yield (
                    f"molecule of {species} {unit}: was {told.get(unit)}, is now {now.get(unit)}, "
                    f"found {is_.get(unit)}"
                )


Act = tuple[str, str]
"""A species, and what it acts on."""


def _acts(pathway: Pathway, left_out: frozenset[Key]) -> set[Act]:
    """Which species act on which things, whatever the control is called."""
    return {
        (species, control.target)
        for control in renamed(pathway, dict.fromkeys(left_out, BLANK)).controls
        for species in control.sources.species()
        if control.target is not None and BLANK not in (species, control.target)
    }


def _acting(act: Act, pathway: Pathway, left_out: frozenset[Key]) -> set[str]:
    """The controls that such an act is of."""
    alone = ((it.id, Pathway(id="alone", controls=(it,))) for it in pathway.controls)
    return {id_ for id_, control in alone if act in _acts(control, left_out)}


def _unlike_controls(
    sent: Pathway, before: Pathway, after: Pathway, found: Pathway, left_out: frozenset[Key]
) -> Iterator[str]:
    """Who acts on what in the edited file, and not in what was found.

    A format may ask for a modifier where nothing acts (SBML, for what a rate law names): a record
    says so, and takes this control away again while it stands there as it was written.
    """
    unedited = tuple({*before.controls} & {*after.controls})
    supplied = _acts(Pathway(id="alone", controls=unedited), left_out) - _acts(sent, left_out)
    for act in sorted(_acts(after, left_out) - _acts(found, left_out) - supplied):
        yield f"{act} is in the file and was not found"


def _returned_sources(
    sent: Pathway,
    before: Pathway,
    after: Pathway,
    found: Pathway,
    left_out: frozenset[Key],
    natively: Callable[[Pathway], Pathway],
) -> Iterator[str]:
    """Who acted on what in the file, does so no longer, and was found to.

    Another control may carry the same act (that the species must be absent, where a format can't
    say that): it was not edited.
    """
    old, new, there = (_acts(pathway, left_out) for pathway in (before, after, found))
    ours = {it.id for it in sent.controls}
    for act in sorted((old - new) & there):
        carrying = _carrying(act, sent, left_out, natively)
        acting = _acting(act, found, left_out)
        called_anew = acting - ours if carrying - {it.id for it in found.controls} else set()
        if acting - carrying - called_anew:
            yield f"{act} was removed and returned"


def _carrying(
    act: Act,
    sent: Pathway,
    left_out: frozenset[Key],
    natively: Callable[[Pathway], Pathway],
) -> set[str]:
    """The controls that such an act is of, and of which a file does not say it natively.

    A native control need not tell what it is a part of: each is written without sources of others.
    """
    acting = _acting(act, sent, left_out)
    carrying = set()
    for id_ in acting:
        others = acting - {id_}
        controls = (
            msgspec.structs.replace(it, sources=Gate()) if it.id in others else it
            for it in sent.controls
        )
        alone = msgspec.structs.replace(sent, controls=tuple(controls))
        if act not in _acts(natively(alone), left_out):
            carrying.add(id_)
    return carrying


def _half_joined(sent: Pathway, after: Pathway, found: Pathway) -> Iterator[str]:
    """Controls that were put together of fewer parts than they were written as."""
    whole = {it.id: set(it.sources.species()) for it in sent.controls}
    native = {control.id for control in after.controls}
    there = {species.id for species in found.species}
    for control in found.controls:
        if control.id in whole.keys() - native:
            missing = whole[control.id] - set(control.sources.species())
            if missing & there:
                yield f"control {control.id} was joined without {missing}"
