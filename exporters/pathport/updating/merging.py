"""An edit, the difference between what a file said and what it says, made to a pathway's facts.

Unit by unit: what the edit did not touch stays as the document has it, said natively or not. What
it touched is changed as far as the file can tell: from a list that the document knows better than
the file, what went from the file goes and what came to it comes.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from difflib import SequenceMatcher

import msgspec

from pathport.fidelity.general import says_no_more
from pathport.fidelity.linking import is_disputed
from pathport.fidelity.records import Anchor
from pathport.fidelity.units import Unit
from pathport.model.facts import Facts, Place, Scalar, way_of
from pathport.model.value import Field, content_of, fields_of, value_of
from pathport.updating.alike import DRAWING, LAYOUT, are_alike, in_order, is_alike
from pathport.updating.said import Said

__all__ = ["Edit", "Merged", "edits", "merged"]


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """What was done to one unit: its facts before and after.

    ``exact`` are the facts of a record, which says what the format itself could not. ``aside`` is
    an edit of which only the record tells, so that no other program than pathport made it.
    """

    unit: Unit
    before: Facts
    after: Facts
    exact: bool = False
    aside: bool = False


class Merged(msgspec.Struct, frozen=True, kw_only=True):
    """The facts of a pathway with the edits made, by unit, and those that clash with its own.

    ``gone`` are the things that went from the file.
    """

    units: Mapping[Unit, Facts]
    clashing: tuple[Edit, ...] = ()
    gone: frozenset[Anchor] = frozenset()


def edits(before: Said, after: Said, facts_before: Mapping[Unit, Facts]) -> Iterator[Edit]:
    """What was done to a file, unit by unit; ``facts_before`` is all that it was exported from."""
    was_heads, heads = (
        {(it.construct, it.id) for it in each.units if it.construct and not it.field}
        for each in (before, after)
    )
    turned = {id_ for _, id_ in heads - was_heads} & {id_ for _, id_ in was_heads - heads}
    for unit in sorted(before.units.keys() | after.units.keys() | after.records.keys(), key=_order):
        was, is_ = before.native(unit), after.native(unit)
        if unit.field == DRAWING:
            is_ = in_order(was, is_)
        record, known = after.records.get(unit), facts_before.get(unit, {})
        same = are_alike(was, is_)
        former = before.records.get(unit)
        if record is None and former is not None and former.is_placeholder:
            yield Edit(unit=unit, before=known, after=is_, exact=True)  # it is none any more
        elif record is None or (same and not record.add):
            if not same:
                yield Edit(unit=unit, before=was, after=is_)
        elif (told := record.applied(is_)) != known:
            aside = same and unit.id not in turned  # its records go with what became another thing
            yield Edit(unit=unit, before=known, after=told, exact=True, aside=aside)


def _order(unit: Unit) -> tuple[str, ...]:
    return (unit.construct, unit.id, unit.field, unit.key or "")


def merged(units: Mapping[Unit, Facts], made: Collection[Edit], was: Said, now: Said) -> Merged:
    """The units of a pathway with edits made to them.

    ``was`` is what the file said before it was edited, ``now`` what the pathway's own export says.

    An edit clashes where the pathway was changed at the same place to something else.
    """
    found = dict(units)
    clashing: list[Edit] = []
    left: list[Place] = []
    exchanged = _exchanged_in_both(made, was, now)
    for edit in made:
        here = units.get(edit.unit, {})
        there = here if edit.exact else now.native(edit.unit)
        if are_alike(there, edit.after):
            continue
        free = _is_free(edit.unit, here)
        if edit.unit[:3] in exchanged or not (free or are_alike(there, edit.before)):
            clashing.append(edit)
            continue
        found[edit.unit], unfound = _made(edit, here)
        left += unfound
    _remove_general(found, left, now)
    gone = frozenset(it.unit[:2] for it in made if _is_removal(it) and it not in clashing)
    return Merged(units=found, clashing=tuple(clashing), gone=gone)


def _exchanged_in_both(made: Collection[Edit], was: Said, now: Said) -> set[tuple[str, str, str]]:
    """The fields of which a value went in the file as in the pathway, and another came in each."""
    if now is was:
        return set()
    gone = {it.unit[:3] for it in made if it.before and not it.after and not now.native(it.unit)}
    came = {it.unit for it in made if it.after and not it.before}
    ours = now.units.keys() - was.units.keys()
    return {
        field
        for field in gone
        if field[2]
        and {it for it in came if it[:3] == field} - ours
        and {it for it in ours if it[:3] == field} - came
    }


def _is_free(unit: Unit, here: Facts) -> bool:
    """Whether of a drawing the pathway has nothing there: what an export supplies is no one's.

    A drawing without meaning is a list of things that each stand for themselves.
    """
    return unit.field == DRAWING or (unit.field.startswith(LAYOUT) and not here)


def _is_removal(edit: Edit) -> bool:
    """Whether a whole thing went."""
    return not edit.unit.field and bool(edit.unit.construct) and not edit.after


def _made(edit: Edit, here: Facts) -> tuple[Facts, list[Place]]:
    """A unit with an edit made; and what went from the file that it does not have as such."""
    before, after = edit.before, edit.after
    if _is_listed(edit.unit):
        return _listed(before, after, here), []
    came = {p: v for p, v in after.items() if p not in before or not is_alike(p, before[p], v)}
    came = {place: value for place, value in came.items() if not is_disputed(value)}
    gone = [place for place in before if place not in after]
    if edit.unit.key is None and edit.unit.field:
        return _whole(edit, here, came, gone), []
    head = Place(edit.unit.construct, edit.unit.id, edit.unit.field, edit.unit.key or "")
    if head in after and head not in here:  # what was drawn or told by the file alone
        return dict(after), []
    if head in gone:
        return {}, [place for place in gone if place not in here]
    kept = {place: value for place, value in here.items() if place not in gone}
    return kept | came, [place for place in gone if place not in here]


# Wholes, whose values are told apart by their content


def _whole(edit: Edit, here: Facts, came: Facts, gone: Collection[Place]) -> Facts:
    """The members of a whole: those that went and came, also where the document says more of them.

    Where it can't be told which of the document's is meant, the file's are taken as they are.
    """
    found = dict(here)
    better = [place for place in here if place not in edit.before]
    for place in gone:
        if place in found:
            del found[place]
            continue
        fuller = next((it for it in better if it in found and says_no_more(place, it)), None)
        if fuller is None:
            return dict(edit.after)
        heir = next((it for it in came if it.field == place.field), None)
        value = found.pop(fuller)
        if heir is not None and (new := _carried_on(fuller, place, heir)) is not None:
            found[new] = came.pop(heir) if came[heir] != edit.before[place] else value
            came.pop(heir, None)
    return found | came


def _carried_on(fuller: Place, before: Place, after: Place) -> Place | None:
    """A value that says more than the file, with what the edit changed of the file's."""
    last = _last(fuller)
    if not _holds_fields(last):
        return None
    was, is_, more = (value_of(place.key, last.type) for place in (before, after, fuller))
    changes = {
        field.name: getattr(is_, field.name)
        for field in fields_of(last.type)
        if getattr(was, field.name) != getattr(is_, field.name)
    }
    return fuller._replace(key=content_of(msgspec.structs.replace(more, **changes)))


def _last(place: Place) -> Field:
    return way_of(place.construct, place.field)[-1]


def _holds_fields(field: Field) -> bool:
    return isinstance(field.type, type) and issubclass(field.type, msgspec.Struct)


# Lists in an order that counts


def _is_listed(unit: Unit) -> bool:
    return bool(unit.field) and unit.key is None and way_of(unit.construct, unit.field)[-1].ordered


def _listed(before: Facts, after: Facts, here: Facts) -> Facts:
    """A list with what went taken out, and what came where it came in the file's, or at the end.

    What came, but is there already beside what the file had, is not added again.
    """
    place = next(iter({**after, **before}))
    was, is_, kept = ([facts[it] for it in sorted(facts)] for facts in (before, after, here))
    same = [_like(place, value, was) for value in is_]
    places = _places(was, [_like(place, value, was) for value in kept])
    own = [value for number, value in enumerate(kept) if number not in places.values()]
    removed: set[int] = set()
    fresh: dict[int, list[Scalar]] = defaultdict(list)
    for tag, begin, end, first, last in SequenceMatcher(
        None, was, same, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            continue
        gone = [places[number] for number in range(begin, end) if number in places]
        removed.update(gone)
        at = min(gone) if gone else _place_before(begin, len(was), places, len(kept))
        for value in is_[first:last]:
            known = next((it for it in own if is_alike(place, it, value)), None)
            if known is None:
                fresh[at].append(value)
            else:
                own.remove(known)
    found: list[Scalar] = []
    for number, value in enumerate(kept):
        found += [*fresh[number], *([] if number in removed else [value])]
    found += fresh[len(kept)]
    return {place._replace(key=f"{number:06d}"): value for number, value in enumerate(found)}


def _places(was: list[Scalar], kept: list[Scalar]) -> dict[int, int]:
    """By number of a value that was in the file, that of its like here: in order if it can be."""
    found: dict[int, int] = {}
    for first, start, size in SequenceMatcher(
        None, was, kept, autojunk=False
    ).get_matching_blocks():
        found |= {first + number: start + number for number in range(size)}
    left = [number for number in range(len(kept)) if number not in found.values()]
    for number, value in enumerate(was):
        there = next((it for it in left if kept[it] == value), None)
        if number not in found and there is not None:
            found[number] = there
            left.remove(there)
    return found


def _place_before(number: int, count: int, places: Mapping[int, int], end: int) -> int:
    """Where stands here what comes before the value of this number, of so many in the file."""
    if number == count:
        return end
    return places.get(number, places[number - 1] + 1 if number - 1 in places else end)


def _like(place: Place, value: Scalar, known: Collection[Scalar]) -> Scalar:
    """The value as it was, if it looks the same."""
    return next((it for it in known if is_alike(place, it, value)), value)


# What the file says more generally


def _remove_general(units: dict[Unit, Facts], left: Collection[Place], now: Said) -> None:
    """Removes what the document says instead of what went from the file."""
    if not left:
        return
    natively = {place for facts in now.units.values() for place in facts}
    by_field: dict[tuple[str, str, str], list[tuple[Unit, Place]]] = defaultdict(list)
    for unit, facts in units.items():
        for place in facts:
            if place not in natively:
                by_field[place[:3]].append((unit, place))
    for gone in left:
        for unit, place in by_field[gone[:3]]:
            if place in units[unit] and says_no_more(gone, place):
                units[unit] = {it: v for it, v in units[unit].items() if it != place}
                break
