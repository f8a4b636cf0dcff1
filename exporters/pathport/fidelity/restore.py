"""Reading: the records of a file, each applied while what it was made over still stands there.

Whoever edited the file in another program wins: a record or link whose ``over`` no longer stands
there is dropped and named, and so is one that would leave the pathway broken (it names a thing
that is gone, or a site set of a molecule that the species no longer is).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

import msgspec

from pathport.fidelity.applying import applied, native_of
from pathport.fidelity.clashes import Moved, part_ids
from pathport.fidelity.found import (
    BROKEN_LINK,
    MOVED,
    Found,
    decoded,
    one_each,
    place_of,
    stale,
)
from pathport.fidelity.linking import (
    Names,
    first_alike,
    seen_digest,
    valid_names,
)
from pathport.fidelity.naming import misnamed
from pathport.fidelity.places import former_ids, with_ids
from pathport.fidelity.reading import Reading
from pathport.fidelity.records import Anchor, Link
from pathport.fidelity.units import Unit
from pathport.findings import Finding, Location
from pathport.model.check import Fault
from pathport.model.ids import legal_id, numbered
from pathport.model.pathway import Pathway
from pathport.model.things import Thing

__all__ = ["Restored", "restored"]

LONGEST_LABEL = 60
"""As much of a label makes an id."""


class Restored(NamedTuple):
    """The pathway that a file holds, records applied, and what was dropped on the way.

    The pathway is as sound as the file: ``faults`` are what `pathport.model.check` finds. With
    ``redrawn`` the places that were made for the file are its own.
    """

    pathway: Pathway
    faults: list[Fault]
    findings: tuple[Finding, ...]
    redrawn: bool


def restored(reading: Reading, *, path: str = "", as_shown: bool = False) -> Restored:
    """What a file holds: its native reading with the records that still hold.

    Drawn ``as_shown`` it also has the places that were made for the file.
    """
    unread: list[Finding] = []
    found = list(decoded(reading, path, unread))
    former = former_ids(reading, found)
    now = {before: id_ for id_, before in former.items()}
    reading = msgspec.structs.replace(reading, pathway=with_ids(reading.pathway, former))
    if as_shown:
        found = [it for it in found if isinstance(it.what, Link) or not it.what.is_place]
    links = [each for each in found if isinstance(each.what, Link)]
    elements = _elements(reading)
    apart = frozenset(elements & _joined_by_others(links))
    while True:
        findings = list(unread)
        names = _linked(reading, links, apart, path, findings)
        records = one_each(found, path, findings)
        findings += _without_misnamed(records, links, names, apart, path)
        spoken_of = {unit.id for unit in records}
        names |= _own_names(reading, names, spoken_of)
        native = native_of(reading.pathway, names, spoken_of)
        told = applied(native, records, path, findings, elements=elements)
        unsettled = _unsettled(links, told.holding) - apart
        if not unsettled:
            findings += _moved(told.moved, path)
            pathway = with_ids(told.pathway, now)
            return Restored(pathway, told.faults, tuple(findings), told.redrawn)
        apart |= unsettled


def _joined_by_others(links: Iterable[Found]) -> set[Anchor]:
    """The things of which no part has the id: an element that has it is something else."""
    joins = [found.what for found in links if isinstance(found.what, Link)]
    own = {(it.construct, it.id) for it in joins if it.native == it.id}
    return {(it.construct, it.id) for it in joins} - own


def _unsettled(links: Iterable[Found], holding: Collection[Unit]) -> frozenset[Anchor]:
    """The joined things of which a record that says how they are joined does not hold."""
    wholes = Counter((unit.construct, unit.id) for unit in holding if unit.is_whole)
    joins = (found.what for found in links if isinstance(found.what, Link))
    return frozenset(
        (link.construct, link.id)
        for link in joins
        if link.settled > wholes[link.construct, link.id]
    )


def _elements(reading: Reading) -> set[Anchor]:
    """The things that have an element of their own."""
    there = {(construct, thing.id) for construct, thing in reading.pathway.things()}
    return there - reading.occurrences.keys()


def _moved(moved: Moved, path: str) -> Iterator[Finding]:
    for (construct, new), former in moved.items():
        yield MOVED.finding(
            f'the {construct} "{former}" is now called "{new}": an element of the file has its id',
            place=Location(path=path, subject=f"{construct} {new}"),
        )


def _without_misnamed(
    records: dict[Unit, Found],
    links: Iterable[Found],
    names: Names,
    apart: Collection[Anchor],
    path: str,
) -> list[Finding]:
    """Takes away the records of names of what is another thing now, and names them."""
    told = {unit: (found.mark.anchor, found.record) for unit, found in records.items()}
    joins = ((it.mark.anchor, it.what) for it in links if isinstance(it.what, Link))
    gone = [records.pop(unit) for unit in misnamed(told, joins, names, apart)]
    return [stale(found, path, "what it names was changed natively") for found in gone]


# Links


def _linked(
    reading: Reading,
    links: list[Found],
    apart: Collection[Anchor],
    path: str,
    findings: list[Finding],
) -> Names:
    """The names that valid links give to occurrences; what is ``apart`` is not joined."""
    there = _things_at(
        {(f.what.construct, f.what.native) for f in links if isinstance(f.what, Link)}, reading
    )
    names: Names = {}
    parts: dict[Anchor, int] = {}
    for found in links:
        link = found.what
        assert isinstance(link, Link)  # noqa: S101 - for the type checker
        thing = there.get((link.construct, link.native))
        joined_no_more = (link.construct, link.id) in apart
        if thing is not None and not joined_no_more and seen_digest(thing) == link.over:
            names.setdefault((link.construct, link.native), link.id)
        parts[link.construct, link.id] = link.parts
    valid = valid_names(names, parts)
    for found in links:
        link = found.what
        if isinstance(link, Link) and valid.get((link.construct, link.native)) != link.id:
            findings.append(
                BROKEN_LINK.finding(
                    f"{' '.join(found.mark.anchor)} was changed natively: it no longer belongs to "
                    f"the {link.construct} {link.id}",
                    place=place_of(found.mark, path),
                )
            )
    return valid


def _own_names(reading: Reading, names: Names, spoken_of: Collection[str]) -> Names:
    """Ids for the occurrences that no link names: one for all that say the same of something.

    What has neither name nor identifier is not told to be the same as anything. No id is one that a
    record speaks of: its thing may yet come back.
    """
    free = {native for native in reading.occurrences if native not in names}
    there = (thing.id for c, thing in reading.pathway.things() if (c, thing.id) not in free)
    parts = part_ids(reading.pathway)
    numbers = reading.pathway.quantities.ids()
    boxes = (box.id for box in reading.pathway.layout.boxes)
    taken = (reading.pathway.id, *there, *parts, *numbers, *boxes, *names.values(), *spoken_of)
    wanted: dict[str, str] = {}
    first = first_alike(_things_at(free, reading), names)
    for native, thing in sorted(
        _things_at({*first.values()}, reading).items(), key=lambda item: item[0]
    ):
        wanted[" ".join(native)] = legal_id((thing.name or native[1])[:LONGEST_LABEL])
    ids = numbered(wanted, taken)
    return {native: ids[" ".join(one)] for native, one in first.items()}


def _things_at(anchors: Collection[Anchor], reading: Reading) -> dict[Anchor, Thing]:
    """The native things with these ids."""
    return {
        (construct, thing.id): thing
        for construct, thing in reading.pathway.things()
        if (construct, thing.id) in anchors
    }
