"""What the boxes of a layout tell of the residues and regions of their templates.

A template has them at one place for all of its species, so the first box that tells of one counts.
What no state tells of, and has no name, is known by its place.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from pathport.formats.celldesigner.geometry import angle_said
from pathport.formats.celldesigner.numbering import Alike, Group, alike_in, numbered
from pathport.formats.celldesigner.residues import spelled_site, usual_angle
from pathport.formats.celldesigner.sites import (
    OF_PLACE,
    Called,
    Labels,
    Shown,
    by_position,
    is_bare,
)
from pathport.formats.celldesigner.terms import BARE, REGION, REGIONS_OF
from pathport.model.layout import Box, Mark
from pathport.model.parts import Modification, State

__all__ = ["Bearer", "OnBorder", "Residue", "residues_drawn", "told_on_border"]

OF_RESIDUE = re.compile(r"[A-Za-z_]\w*", re.ASCII)
"""What is an id in the extension."""
NOTHING_KNOWN = (Modification(absent=True),)
"""What the mark of a residue without a name shows, of which no species tells anything."""
SIZES = 4
"""Decimals of the share of a box that a region takes."""


class Residue(msgspec.Struct, frozen=True):
    """A residue or region of a template."""

    id: str
    name: str
    angle: float
    kind: str = ""
    """What it is where it is no residue on the outside: a word of ``REGION``."""
    size: float = 0.0
    """How much of the width of a box a region takes, from 0 to 1."""


class Bearer(NamedTuple):
    """What a box shows: its molecule, the labels of that, and its state."""

    molecule: str
    labels: Labels
    state: State


class OnBorder(NamedTuple):
    """What a box tells of a residue or region: its id, angle, kind (see ``REGION``) and size."""

    id: str
    angle: float | None
    kind: str
    size: float


class _Marked(NamedTuple):
    """A box with marks, what it shows, and what the state of that says of residues, by identity."""

    box: Box
    bearer: Bearer
    alike: Mapping[str, Alike]

    def id_of(self, mark: Mark) -> str:
        """The id of the residue that a mark is of."""
        return mark.id.removeprefix(f"{self.box.id}_")


Numbers = Mapping[tuple[str, str, str], int]
"""By molecule, label and id of a residue, which of those of this label it is, as marks tell."""


def told_on_border(
    boxes: Iterable[Box], bearer_of: Callable[[Box], Bearer]
) -> Mapping[str, Mapping[Called, OnBorder]]:
    """By molecule and residue, what the first box that has a mark for it tells."""
    marked = [_marked(box, bearer_of(box)) for box in boxes if box.marks]
    numbers = _numbers(marked)
    found: dict[str, dict[Called, OnBorder]] = defaultdict(dict)
    for it in marked:
        taken: set[Called] = set()
        for mark in sorted(it.box.marks, key=lambda mark: mark.id):
            for keys in _keys(mark, it, numbers):
                key = next((key for key in keys if key not in taken), None)
                if key is not None:
                    taken.add(key)
                    found[it.bearer.molecule].setdefault(key, _told(mark, it))
    return found


def _marked(box: Box, bearer: Bearer) -> _Marked:
    return _Marked(box, bearer, {it.shows.identity: it for it in alike_in(bearer.state)})


def _numbers(marked: Iterable[_Marked]) -> Numbers:
    groups: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for it in marked:
        for mark in it.box.marks:
            for item in mark.shows.modifications:
                if (alike := it.alike.get(item.identity)) is not None:
                    group = Group([it.id_of(mark)], alike.numbers)
                    groups[it.bearer.molecule, alike.label].append(group)
    found = {key: numbered(it) or {} for key, it in groups.items()}
    return {(*key, id_): number for key, it in found.items() for id_, number in it.items()}


def _keys(mark: Mark, of: _Marked, numbers: Numbers) -> Iterator[Iterable[Called]]:
    """For each residue that a mark of a box is of, what it may be called, best first."""
    is_told = set(NOTHING_KNOWN) <= set(of.bearer.state.modifications)
    shape = mark.style.shape or ""
    is_region = REGION.word(shape) is not None and not is_told
    if mark.shows.modifications == NOTHING_KNOWN and (shape == BARE or is_region):
        place = f"{mark.x:g} {mark.y:g}"
        yield (Called(place, number) for number in itertools.count(OF_PLACE, -1))
        return
    for item in mark.shows.modifications:
        alike = of.alike.get(item.identity)
        if item.site_set is not None:
            yield (of.bearer.labels.called(item.site_set),)
        elif alike is not None:
            own = numbers.get((of.bearer.molecule, alike.label, of.id_of(mark)))
            every = alike.numbers if own is None else (own, *alike.numbers)
            yield [Called(alike.label, number) for number in every]
        elif label := spelled_site(item):
            yield (Called(label),)


def _told(mark: Mark, of: _Marked) -> OnBorder:
    angle = angle_said((mark.x, mark.y)) if mark.x or mark.y else None
    kind = REGION.word(mark.style.shape or "") or ""
    size = round(mark.width / of.box.width, SIZES) if of.box.width > 0 else 0.0
    return OnBorder(of.id_of(mark), angle, kind, min(1.0, max(0.0, size)))


# To a file


def residues_drawn(
    known: Mapping[Called, Shown], told: Mapping[Called, OnBorder], word: str
) -> Mapping[Called, Residue]:
    """The residues and regions of a template of a class: those that are known, as boxes tell of
    them, and those that only boxes tell of.
    """
    every = {**known, **{key: Shown("") for key in told if is_bare(key)}}
    ordered = sorted(every, key=by_position)
    ids = _ids(ordered, every, told)
    return {
        key: _residue(ids[key], every[key].name, told.get(key), (n, len(ordered), word))
        for n, key in enumerate(ordered)
    }


def _ids(
    ordered: Iterable[Called], known: Mapping[Called, Shown], told: Mapping[Called, OnBorder]
) -> Mapping[Called, str]:
    """The id of each residue: the one that tells what it is, or else that a box tells, or a new
    one.
    """
    found = {key: id_ for key, it in known.items() if (id_ := it.id) is not None}
    taken = set(found.values())
    for key in ordered:
        wanted = told[key].id if key in told else ""
        if key not in found and OF_RESIDUE.fullmatch(wanted) and wanted not in taken:
            found[key] = wanted
            taken.add(wanted)
    free = (id_ for n in itertools.count(1) if (id_ := f"rs{n}") not in taken)
    return {key: found.get(key) or next(free) for key in ordered}


def _residue(id_: str, name: str, told: OnBorder | None, place: tuple[int, int, str]) -> Residue:
    """A residue where a box has it, or else at the usual place of it among so many of a class."""
    number, count, word = place
    kind = told.kind if told is not None and told.kind in REGIONS_OF[word] else ""
    return Residue(
        id=id_,
        name=name,
        angle=usual_angle(number, count, word)
        if told is None or told.angle is None
        else told.angle,
        kind=kind,
        size=told.size if told is not None and kind else 0.0,
    )
