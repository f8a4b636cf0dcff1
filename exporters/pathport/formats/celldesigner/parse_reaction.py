"""The extension of a reaction: what it is between which boxes, and its lines, as plain values."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from lxml import etree

from pathport.formats.celldesigner.extension import children, colour_of, first, number_of, text_at
from pathport.formats.celldesigner.geometry import Spot
from pathport.formats.celldesigner.parts import (
    Arm,
    Gate,
    Line,
    Link,
    Look,
    Modification,
    Reaction,
)
from pathport.formats.celldesigner.terms import ANCHOR, BY_TURNS, GATE, GATES
from pathport.formats.grammar import FARTHEST
from pathport.formats.sbml.annotation import line_of
from pathport.formats.sbml.book import Book
from pathport.formats.sbml.elements import number_in
from pathport.model.enumerations import Logic

__all__ = ["reaction_in"]

PLACE = re.compile(r"-?[0-9]{1,3}, *([0-9]{1,3})")
COUNT = re.compile(r"[0-9]{1,4}")
Elements = Sequence[etree._Element]


def reaction_in(id_: str, extension: Elements, book: Book, number: int) -> Reaction:
    """What the extension of the reaction of this id says, which begins in this line."""
    reader = _Reader(id_, book)
    told = tuple(reader.modifications(extension, "listOfModification", "modification"))
    members = tuple(reader.modifications(extension, "listOfGateMember", "GateMember"))
    return Reaction(
        id=id_,
        type=text_at(extension, "reactionType"),
        starts=tuple(map(reader.link, children(extension, "baseReactants", "baseReactant"))),
        ends=tuple(map(reader.link, children(extension, "baseProducts", "baseProduct"))),
        arms=tuple(reader.arms(extension)),
        line=reader.line(extension, text_at(extension, "editPoints"), number),
        modifications=tuple(_nested(tuple(_gathered(told)))),
        members=members,
        number=number,
    )


class _Reader:
    """Reads the parts of one reaction."""

    def __init__(self, reaction: str, book: Book) -> None:
        self.subject = f"reaction {reaction}"
        self.book = book

    def link(self, element: etree._Element) -> Link:
        species, alias = element.get("species") or "", element.get("alias") or ""
        return Link(species, alias, self._anchor(element))

    def _anchor(self, element: etree._Element) -> Spot | None:
        anchor = first(element, "linkAnchor")
        word = "" if anchor is None else anchor.get("position") or ""
        at = ANCHOR.key(word)
        if at is None and word not in ("", "INACTIVE"):
            self.book.lost(f'linkAnchor "{word}"', line_of(element), self.subject)
        return at

    def arms(self, extension: Elements) -> Iterator[Arm]:
        for name, is_input in (("reactant", True), ("product", False)):
            for it in children(extension, f"listOf{name.capitalize()}Links", f"{name}Link"):
                link = Link(it.get(name) or "", it.get("alias") or "", self._anchor(it))
                yield Arm(link, self.line(it, text_at(it, "editPoints"), line_of(it)), is_input)

    def line(self, told: Elements | etree._Element, points: str, number: int) -> Line:
        """A line with these points, which begins in this line of the file."""
        scheme, line = first(told, "connectScheme"), first(told, "line")
        edits = first(told, "editPoints")
        width = number_of(line, "width", self.book)
        segment = _segment(scheme, "rectangleIndex")
        return Line(
            points=tuple(self._spots(points, number)),
            counts=_counts(edits),
            square=scheme is not None and scheme.get("connectPolicy") == BY_TURNS,
            directions=tuple(_directions(scheme)),
            segment=_segment(edits, "tShapeIndex") if segment is None else segment,
            curved=line is not None and line.get("type") == "Curve",
            look=Look(thickness=width, colour=colour_of(line, self.book)),
            subject=self.subject,
            number=number,
        )

    def _spots(self, text: str, number: int) -> Iterator[Spot]:
        for pair in text.split():
            numbers = [number_in(it) for it in pair.split(",")]
            x, y = numbers if len(numbers) == 2 else (None, None)
            if x is None or y is None or not max(abs(x), abs(y)) <= FARTHEST:
                self.book.lost(f'the edit point "{pair}"', number, self.subject)
            else:
                yield x, y

    def modifications(self, extension: Elements, *path: str) -> Iterator[Modification]:
        for element in children(extension, *path):
            place = PLACE.fullmatch(element.get("targetLineIndex") or "")
            yield Modification(
                type=element.get("type") or "",
                effect=element.get("modificationType") or "",
                links=tuple(self._sources(element)),
                place=int(place[1]) if place else None,
                line=self.line(element, element.get("editPoints") or "", line_of(element)),
                number=line_of(element),
            )

    def _sources(self, element: etree._Element) -> Iterator[Link]:
        """The ends of a modification, each with where it is on its box."""
        species = (element.get("modifiers") or "").split(",")
        aliases = (element.get("aliases") or "").split(",")
        targets = {it.get("alias"): self._anchor(it) for it in children(element, "linkTarget")}
        for one, alias in zip_longest(species, aliases, fillvalue=""):
            yield Link(one.strip(), alias.strip(), targets.get(alias.strip()))


def _directions(scheme: etree._Element | None) -> Iterator[tuple[str, ...]]:
    """The directions of the segments of each arm of a line."""
    told = () if scheme is None else children(scheme, "listOfLineDirection", "lineDirection")
    for _, arm in groupby(told, key=lambda it: it.get("arm")):
        yield tuple(it.get("value") or "" for it in arm)


def _segment(element: etree._Element | None, name: str) -> int | None:
    text = "" if element is None else element.get(name) or ""
    return int(text) if COUNT.fullmatch(text) else None


def _counts(edits: etree._Element | None) -> tuple[int, int, int] | None:
    if edits is None or edits.get("num0") is None:
        return None
    return (
        _segment(edits, "num0") or 0,
        _segment(edits, "num1") or 0,
        _segment(edits, "num2") or 0,
    )


def _gathered(told: Sequence[Modification]) -> Iterator[Modification | Gate]:
    """The modifications, those that a gate before them joins with that gate."""
    left = list(told)
    while left:
        whole = left.pop(0)
        if whole.type not in GATES:
            yield whole
            continue
        members = []
        for link in whole.links:
            own = next((it for it in left if _is_member(it, link)), None)
            if own is not None:
                members.append(own)
                left.remove(own)
        yield Gate(whole=whole, members=tuple(members))


def _nested(found: Sequence[Modification | Gate]) -> Iterator[Modification | Gate]:
    """The same, with gates whose effect is the type of another one, which has all that they join,
    in that one.
    """
    gates = [it for it in found if isinstance(it, Gate)]
    inner: dict[int, list[Gate]] = {}
    for gate in gates:
        outer = next((n for n, it in enumerate(gates) if _is_inner(gate.whole, it.whole)), None)
        if outer is not None:
            inner.setdefault(outer, []).append(gate)
    gone = [it for gates_in in inner.values() for it in gates_in]
    for it in found:
        mine = inner.get(gates.index(it), []) if isinstance(it, Gate) else []
        if isinstance(it, Gate) and mine:
            members = (*it.members, *(member for gate in mine for member in gate.members))
            yield Gate(whole=it.whole, members=members, inner=tuple(gate.whole for gate in mine))
        elif it not in gone:
            yield it


def _is_inner(gate: Modification, other: Modification) -> bool:
    """Whether a gate acts on another one, which acts on a process."""
    joined = {(it.species, it.alias) for it in other.links}
    return (
        gate.effect == other.type
        and GATE.key(gate.type) is not None
        and GATE.key(other.type) in (Logic.AND, Logic.OR)
        and other.effect not in GATES
        and all((it.species, it.alias) in joined for it in gate.links)
    )


def _is_member(it: Modification, link: Link) -> bool:
    """Whether this is the line from one of a gate's ends to the gate: from the same box."""
    if len(it.links) != 1 or it.type in GATES:
        return False
    own = it.links[0]
    return own.alias == link.alias and bool(own.alias or own.species == link.species)
