"""What law 7 asks of a file that was edited natively: where the edit did not win.

Four pathways are compared: what was sent, what the file said natively before the edit and what it
says after it (both without records), and what is read with the records. Members of one whole are
compared as a whole.
"""

from collections.abc import Callable, Collection, Iterator

import msgspec
from tests.laws.alike import BLANK, Key, blanked, keys_of, said_by

from pathport.model.facts import PATHWAY, Facts, Place
from pathport.model.layout import Layout
from pathport.model.pathway import Pathway
from pathport.model.references import renamed

__all__ = ["losses_of_edits"]

WHOLES = frozenset(
    {
        "authors",
        "components",
        "inputs",
        "members",
        "order",
        "outputs",
        "participants",
        "sources",
        "state.modifications",
    }
)
"""Fields whose values are members of one whole."""
KEYED = frozenset({"publications", "site_sets"})
"""Fields whose values have fields of their own."""

DERIVED = frozenset({"molecule", "control"})
"""Constructs whose objects may be called after what they say, for want of an element."""

Unit = tuple[str, ...]
Units = dict[Unit, dict[tuple[str, str], object]]


def unit_of(construct: str, id_: str, field: str, key: str) -> Unit:
    root = field if field in WHOLES else field.partition(".")[0]
    if root in WHOLES and (construct, root) != ("module", "members"):
        return construct, id_, root
    if root in KEYED:
        return construct, id_, root, key.partition("|")[0]
    return construct, id_, field, key


def units_of(told: Facts) -> Units:
    units: Units = {}
    for place, value in told.items():
        units.setdefault(unit_of(*place), {})[place.field, place.key] = value
    return units


def losses_of_edits(
    sent: Pathway,
    before: Pathway,
    after: Pathway,
    found: Pathway,
    *,
    elementless: Callable[[Pathway], frozenset[Key]],
    lines: Layout = Layout(),  # noqa: B008 - a frozen value
) -> list[str]:
    """Every place where what was edited natively is not what was found.

    ``elementless`` tells which objects of a pathway have no element, or no id, in the file;
    ``lines`` are those that it shows and that are no facts of it.
    """
    unnamed = frozenset(key for other in (before, after, found) for key in elementless(other))
    left_out = unnamed | _unlike_names(sent, before, after, found)
    return [
        *_returned(sent, before, after, found, left_out),
        *_unlike(sent, before, after, found, left_out, lines),
        *_unlike_molecules(before, after, found, left_out),
        *_half_joined(sent, after, found),
        *_unlike_controls(sent, before, after, found, left_out),
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
    same = _Same(ours, old)
    there_before = keys_of(before)
    gone = {id_ for _, id_ in there_before - keys_of(found)}
    without_id = frozenset(there_before - keys_of(after))
    implied = _ways_by_name(after, left_out)
    called = _made_and_renamed(sent, before, after)
    for unit in sorted(old.keys() | new.keys() | there.keys()):
        told, now, is_ = old.get(unit, {}), new.get(unit, {}), there.get(unit, {})
        written = ours.get(unit, {})
        # What names a thing goes with it, also in what has no element and was not edited.
        left = {place: value for place, value in written.items() if not _names(place, gone)}
        allowed = [now] if told != now else [now, written, left]
        if not told and _is_of_way(unit) and unit[3] in implied:
            allowed.append({})
        if _is_place(unit) and unit[3] in called:
            allowed.append({})
        if not now and unit in shown:
            allowed.append(shown[unit])
        others = without_id if unit[:2] in there_before else same.origins
        if is_ not in allowed and not same.has(unit, now, is_, others):
            yield f"{unit}: was {told}, is now {now}, found {is_}, sent {written}"


def _is_place(unit: Unit) -> bool:
    return unit[0] == PATHWAY and unit[2].startswith(("layout.boxes", "layout.ways"))


def _made_and_renamed(sent: Pathway, before: Pathway, after: Pathway) -> set[str]:
    """The boxes and ways that were made for the file and have another id alone: that of what is
    drawn tells nothing (`docs/laws.md`, places that were made for a file).
    """
    found = set()
    for kind in ("boxes", "ways"):
        own, old, new = (
            {it.id: it for it in getattr(it.layout, kind)} for it in (sent, before, after)
        )
        for id_ in new.keys() - old.keys():
            former = old.keys() - new.keys() - own.keys()
            if any(msgspec.structs.replace(new[id_], id=it) == old[it] for it in former):
                found.add(id_)
    return found


def _is_of_way(unit: Unit) -> bool:
    return unit[0] == PATHWAY and unit[2].startswith("layout.ways")


def _ways_by_name(pathway: Pathway, left_out: frozenset[Key]) -> set[str]:
    """The ways of all that has one to a box of a species that is called after what it says.

    Whether a way need be told depends on which box is the first of its species, and so on which of
    its boxes the species is called after.
    """
    boxes = {it.id for it in pathway.layout.boxes if ("species", it.species) in left_out}
    there = {it.of for it in pathway.layout.ways if boxes & {it.start, it.end}}
    return {it.id for it in pathway.layout.ways if it.of in there}


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


def _unlike_molecules(
    before: Pathway, after: Pathway, found: Pathway, left_out: frozenset[Key]
) -> Iterator[str]:
    old, new, there = (_views(pathway, left_out) for pathway in (before, after, found))
    for species in sorted(old.keys() & new.keys() & there.keys()):
        told, now, is_ = old[species], new[species], there[species]
        for unit in sorted(told.keys() | now.keys()):
            if told.get(unit) != now.get(unit) and is_.get(unit) != now.get(unit):
                yield (
                    f"molecule of {species} {unit}: was {told.get(unit)}, is now {now.get(unit)}, "
                    f"found {is_.get(unit)}"
                )


def _acts(pathway: Pathway, left_out: frozenset[Key]) -> set[tuple[str, str]]:
    """Which species act on which things, whatever the control is called."""
    return {
        (species, control.target)
        for control in renamed(pathway, dict.fromkeys(left_out, BLANK)).controls
        for species in control.sources.species()
        if control.target is not None and BLANK not in (species, control.target)
    }


def _unlike_controls(
    sent: Pathway, before: Pathway, after: Pathway, found: Pathway, left_out: frozenset[Key]
) -> Iterator[str]:
    """Who acts on what in the edited file and not in what was found, or the other way round.

    A format may ask for a modifier where nothing acts (SBML, for what a rate law names): a record
    says so, and takes this control away again while it stands there as it was written.
    """
    old, new, there = (_acts(pathway, left_out) for pathway in (before, after, found))
    unedited = tuple({*before.controls} & {*after.controls})
    supplied = _acts(Pathway(id="alone", controls=unedited), left_out) - _acts(sent, left_out)
    for act in sorted(new - there - supplied):
        yield f"{act} is in the file and was not found"
    carried = {
        act
        for control in sent.controls
        for act in _acts(Pathway(id="alone", controls=(control,)), left_out)
        if act not in old
    }
    for act in sorted((old - new) & there - carried):
        yield f"{act} was removed and returned"


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
