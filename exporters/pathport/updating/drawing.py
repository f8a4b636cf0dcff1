"""Which edits of a drawing come home: those of a hand, not what follows from them.

Where the document has no positions, a file has those that pathport supplied. What was moved, added
or given another look is the curator's and comes home alone; the rest stays free, to be laid out
again. A line between two boxes follows these; it comes home where it was bent or given a look.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from pathport.fidelity.reading import Reading
from pathport.fidelity.records import over_of
from pathport.fidelity.units import Unit
from pathport.findings import Finding, Location
from pathport.model.facts import PATHWAY, Facts
from pathport.model.layout import Layout
from pathport.model.pathway import Pathway
from pathport.updating.alike import LAYOUT, is_alike
from pathport.updating.merging import Edit
from pathport.updating.rules import NOT_WHOLE
from pathport.updating.said import Said, records_in

__all__ = ["by_hand", "is_drawn", "placeless", "unmoved", "whole_layout", "with_what_is_named"]

MARKS = "layout.boxes.marks"
BOXES, WAYS, SIZE = "layout.boxes", "layout.ways", ("layout.width", "layout.height")
FOLLOWS = {
    BOXES: frozenset({"species", "part", "inside", "marks"}),
    WAYS: frozenset({"", "of", "start", "end", "start_at", "end_at", "at", "meets"}),
}
"""The fields of boxes and ways that are as they are because of what is drawn, not by hand."""
NAMING = frozenset({f"{BOXES}.inside", f"{WAYS}.start", f"{WAYS}.end"})
"""The fields in which boxes are named."""


def by_hand(edits: Collection[Edit], ours: Layout, unmoved: Collection[Unit]) -> list[Edit]:
    """The edits without those of a drawing that nobody made; ``unmoved`` boxes are where they were.

    Its size is what follows from all that is on it, and changes where something else in it does.
    """
    found = [*_chosen((it for it in edits if it.unit not in unmoved), ours)]
    changes = any(is_drawn(it.unit) and it.unit.field not in SIZE for it in found)
    return found if changes else [it for it in found if it.unit.field not in SIZE]


def is_drawn(unit: Unit) -> bool:
    """Whether it is one of the layout."""
    return unit.field.startswith(LAYOUT)


def whole_layout(edited: Said) -> list[Edit]:
    """The drawing of a file as it is, whoever has put things there."""
    drawn = ((unit, facts) for unit, facts in edited.units.items() if is_drawn(unit))
    return [Edit(unit=unit, before={}, after=facts, exact=True) for unit, facts in drawn]


def unmoved(edited: Reading, after: Said) -> frozenset[Unit]:
    """The boxes that a file has where pathport put them, by its records; what they show may differ.

    Today's export may put them elsewhere: it was another document that the file was exported from.
    """
    records = (it for it in records_in(edited) if it.unit.field == BOXES and not it.add)
    return frozenset(
        it.unit for it in records if over_of(_markless(after.native(it.unit)), it.unit) == it.over
    )


def _markless(box: Facts) -> Facts:
    return {place: value for place, value in box.items() if not place.field.startswith(MARKS)}


def _chosen(edits: Iterable[Edit], ours: Layout) -> Iterator[Edit]:
    boxes, ways = ({it.id for it in some} for some in (ours.boxes, ours.ways))
    for edit in edits:
        field, key = edit.unit.field, edit.unit.key
        if field in SIZE and getattr(ours, field.removeprefix(LAYOUT)) is None:
            continue
        known = {BOXES: boxes, WAYS: ways}.get(field)
        if edit.exact or known is None or key in known:
            yield edit
            continue
        is_new = field == BOXES or bool(ways)
        if edit.after and ((is_new and not edit.before) or _touched(edit, FOLLOWS[field])):
            yield edit


def _touched(edit: Edit, following: Collection[str]) -> bool:
    """Whether a field was edited that does not follow from what is drawn."""
    start = len(edit.unit.field) + 1
    changed = (
        place
        for place in edit.before.keys() | edit.after.keys()
        if place not in edit.before
        or place not in edit.after
        or not is_alike(place, edit.before[place], edit.after[place])
    )
    return any(place.field[start:].partition(".")[0] not in following for place in changed)


def placeless(pathway: Pathway, ours: Pathway, path: str) -> Iterator[Finding]:
    """Whether positions came into a layout that has none for other species."""
    layout = pathway.layout
    left = {it.id for it in pathway.species} - {it.species for it in layout.boxes}
    if layout.boxes and left and layout != ours.layout:
        sentence = (
            f"the layout has no place for {len(left)} of the {len(pathway.species)} species; an "
            "export lays them out about those that have one"
        )
        yield NOT_WHOLE.finding(sentence, place=Location(path=path, subject="pathway layout"))


def with_what_is_named(units: Mapping[Unit, Facts], after: Said) -> dict[Unit, Facts]:
    """The units with those boxes of the file that others name, and that they do not have."""
    found = dict(units)
    waiting = [facts for unit, facts in units.items() if unit.field in (BOXES, WAYS)]
    while waiting:
        for place, value in waiting.pop().items():
            unit = Unit(PATHWAY, "", BOXES, str(value))
            if place.field in NAMING and not found.get(unit) and after.native(unit):
                found[unit] = after.native(unit)
                waiting.append(found[unit])
    return found
