"""What CellDesigner's files hold to in how they draw reactions: ends, bends, gates, modifiers.

Each rule is a function over one reaction; what they demand is in ``codes``.
"""

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from pathport.formats.celldesigner import codes
from pathport.formats.celldesigner.checks_names import is_there, names, told_of_nothing
from pathport.formats.celldesigner.geometry import Rect, Spot, is_flat, is_one_spot, spot_on
from pathport.formats.celldesigner.sheet import CheckedSheet, inside, numbers_in, text_in
from pathport.formats.celldesigner.terms import (
    ANCHOR,
    BASE_COUNTS,
    GATE,
    GATE_REACTION,
    GATES,
    HAS_RECTANGLE,
    LINE_PLACE,
)
from pathport.formats.grammar import Breach
from pathport.model.enumerations import Logic

__all__ = ["lines"]

Told = tuple[CheckedSheet, etree._Element, etree._Element]
"""A file, a reaction of it, the extension of that."""
TWO = re.compile(r"(-?[0-9]{1,9}), *([0-9]{1,9})")
ON_ARM = range(-1, 3)
AT_LINE = range(-1, 1)
"""The same of a line without a junction, which CellDesigner says -1 of and MINERVA 0."""
NOT = GATE.word(Logic.NOT)
"""The gate that may be of one, which is to be absent."""
ARMS = ("num0", "num1", "num2")
SQUARE_ARMS = {word: (2,) if taken > 1 else (0, 2) for word, (taken, _) in BASE_COUNTS.items()}
"""The arms that the square may be on: that of the one product; with one reactant, its arm has been
seen too.
"""


def lines(sheet: CheckedSheet) -> Iterator[Breach]:
    """All breaches by reactions."""
    for reaction, told in sheet.reactions():
        if told is None or not text_in(told, "reactionType"):
            sentence = f"reaction {reaction.get('id')} has no type"
            yield sheet.breach(codes.NO_TYPE, sentence, reaction)
            continue
        for check in CHECKS:
            yield from check((sheet, reaction, told))


def _bases(told: etree._Element) -> tuple[list[etree._Element], list[etree._Element]]:
    return (
        inside(told, "baseReactants", "baseReactant"),
        inside(told, "baseProducts", "baseProduct"),
    )


def counts(of: Told) -> Iterator[Breach]:
    sheet, reaction, told = of
    word = text_in(told, "reactionType")
    found = tuple(map(len, _bases(told)))
    wanted = BASE_COUNTS.get(word, (1, 1))
    if found != wanted and word != GATE_REACTION:
        sentence = (
            f"{word} {reaction.get('id')} has {found[0]} base reactants and {found[1]} products"
        )
        yield sheet.breach(codes.BASES, sentence, reaction)


def ends(of: Told) -> Iterator[Breach]:
    """The aliases at the ends of all lines, and the species that these are of."""
    sheet, _, told = of
    taken, made = _bases(told)
    named = [(it.get("species"), it.get("alias"), it) for it in (*taken, *made)]
    bases = {*taken, *made}
    for name in ("reactant", "product"):
        links = inside(told, f"listOf{name.capitalize()}Links", f"{name}Link")
        named += [(it.get(name), it.get("alias"), it) for it in links]
        bases |= {*links}
    for it in _modifications(told):
        modifiers, aliases = ((it.get(name) or "").split(",") for name in ("modifiers", "aliases"))
        if len(modifiers) != len(aliases):
            sentence = f"a gate joins {len(modifiers)} species and {len(aliases)} aliases"
            yield sheet.breach(codes.GATE_PAIRS, sentence, it)
        pairs = zip(modifiers, aliases, strict=False)
        named += [(species, alias, it) for species, alias in pairs]
    for species, alias, element in named:
        found = sheet.aliases.get(alias or "")
        if found is not None and species in sheet.known and found.get("species") != species:
            sentence = f"a line of {species} ends at {alias}, an alias of {found.get('species')}"
            rule = codes.END_OF_BASE if element in bases else codes.END_OF
            yield sheet.breach(rule, sentence, element)


def _modifications(told: etree._Element) -> list[etree._Element]:
    return inside(told, "listOfModification", "modification") + inside(
        told, "listOfGateMember", "GateMember"
    )


def _links(told: etree._Element) -> list[etree._Element]:
    return inside(told, "listOfReactantLinks", "reactantLink") + inside(
        told, "listOfProductLinks", "productLink"
    )


def places(of: Told) -> Iterator[Breach]:
    """Where lines end on the square of the process; what is no two numbers the grammar tells."""
    sheet, _, told = of
    arms = ON_ARM if text_in(told, "reactionType") in BASE_COUNTS else AT_LINE
    for it in _modifications(told):
        index = it.get("targetLineIndex") or ""
        told_place = TWO.fullmatch(index)
        if told_place and not (int(told_place[1]) in arms and int(told_place[2]) in LINE_PLACE):
            yield sheet.breach(codes.ON_SQUARE, f'a line ends at targetLineIndex="{index}"', it)


def gates(of: Told) -> Iterator[Breach]:
    """Where gates are, and of how many each is."""
    sheet, reaction, told = of
    joined = [it for it in _modifications(told) if it.get("type") in GATES]
    places = [(it.get("editPoints") or "", it) for it in joined]
    if text_in(told, "reactionType") == GATE_REACTION:
        places.append((text_in(told, "editPoints"), reaction))
    canvas = numbers_in(sheet.extension, ("sizeX", "sizeY"), "modelDisplay")
    for points, it in places:
        at = _spot(points)
        if at and canvas and not (0 <= at[0] <= canvas[0] and 0 <= at[1] <= canvas[1]):
            sentence = f"a gate at {at[0]:g},{at[1]:g} is beyond {canvas[0]:g} x {canvas[1]:g}"
            yield sheet.breach(codes.GATE_OUTSIDE, sentence, it)
    for it in joined:
        if it.get("type") != NOT and "," not in (it.get("aliases") or ""):
            sentence = f'a gate joins "{it.get("aliases")}" alone'
            yield sheet.breach(codes.ALONE, sentence, it)


def _spot(points: str) -> Spot | None:
    """The last of some points, which of a gate is its place."""
    try:
        x, y = map(float, " ".join(points.split()).rpartition(" ")[2].split(","))
    except ValueError:
        return None
    return x, y


def sides(of: Told) -> Iterator[Breach]:
    """What is drawn and what SBML's lists say, as pairs of species and alias; what is drawn to a
    part of a complex SBML says of that.
    """
    sheet, reaction, told = of
    for bases, name, listed in zip(
        _bases(told), ("reactant", "product"), ("listOfReactants", "listOfProducts"), strict=True
    ):
        drawn = {(it.get("species"), it.get("alias")) for it in bases}
        links = inside(told, f"listOf{name.capitalize()}Links", f"{name}Link")
        drawn |= {(it.get(name), it.get("alias")) for it in links}
        said = set(_referred(sheet, reaction, listed))
        differing = {_shown(sheet, it) for it in drawn} ^ {_shown(sheet, it) for it in said}
        listed_species = {species for species, _ in said}
        nothing = told_of_nothing(sheet, {*drawn, *said})
        differing = {it for it in differing if not nothing.intersection(it)}
        for it in bases:
            shown = _shown(sheet, (it.get("species"), it.get("alias")))
            if nothing.intersection((it.get("species"), it.get("alias"))):
                continue
            if shown[0] not in listed_species and it.get("species") not in listed_species:
                differing.discard(shown)
                sentence = f"{shown[0]}, a base {name} of {reaction.get('id')}, is not in {listed}"
                yield sheet.breach(codes.BASE_LISTED, sentence, it)
        if differing:
            lacking = sorted({f"{species}" for species, _ in differing})
            sentence = (
                f"reaction {reaction.get('id')} does not draw as {name}s what SBML lists: "
                f"{', '.join(lacking)}"
            )
            yield sheet.breach(codes.SIDES, sentence, reaction)


def _referred(
    sheet: CheckedSheet, reaction: etree._Element, name: str
) -> Iterator[tuple[str | None, str]]:
    """Species and aliases of one of SBML's lists."""
    listed = reaction.find(f"{{*}}{name}")
    for it in () if listed is None else listed.iterchildren(etree.Element):
        yield it.get("species"), text_in(sheet.told(it), "alias")


def segments(of: Told) -> Iterator[Breach]:
    """Directions and bends of all lines, and the square of a process."""
    sheet, reaction, told = of
    word = text_in(told, "reactionType")
    points = text_in(told, "editPoints").split()
    if word in BASE_COUNTS:
        yield from _junction(of, points)
    elif word != GATE_REACTION:
        yield from _directions(sheet, told, len(points) + 1)
        yield from _square(of, word, len(points))
        yield from _width(of, points)
    elif not points and not any(it.get("editPoints") for it in _modifications(told)):
        sentence = f"reaction {reaction.get('id')} tells no place of its gate"
        yield sheet.breach(codes.GATE, sentence, reaction)
    for it in _links(told):
        yield from _directions(sheet, it, len(text_in(it, "editPoints").split()) + 1)
    for it in _modifications(told):
        bends = len((it.get("editPoints") or "").split())
        is_gate = it.get("type") in GATES or it.get("modificationType") is not None
        yield from _directions(sheet, it, bends if is_gate else bends + 1)


def _width(of: Told, points: list[str]) -> Iterator[Breach]:
    """Whether a line that has bends has axes to tell them in: its ends are two."""
    sheet, reaction, told = of
    spots = [_end(sheet, it) for side in _bases(told) for it in side]
    if points and len(spots) == 2 and spots[0] and spots[1] and is_one_spot(spots[0], spots[1]):
        sentence = f"the line of reaction {reaction.get('id')} bends, and ends where it starts"
        yield sheet.breach(codes.NO_WIDTH, sentence, reaction)


def _end(sheet: CheckedSheet, base: etree._Element) -> Spot | None:
    """Where a line ends at what it is drawn to."""
    rect = _rect(sheet, base.get("alias"))
    anchors = [ANCHOR.key(it.get("position") or "") for it in inside(base, "linkAnchor")]
    return spot_on(rect, next(iter(anchors), None)) if rect is not None else None


def _directions(sheet: CheckedSheet, of: etree._Element, wanted: int) -> Iterator[Breach]:
    scheme = inside(of, "connectScheme")
    found = len(inside(of, "connectScheme", "listOfLineDirection", "lineDirection"))
    if scheme and found != wanted:
        sentence = f"a line of {_many(wanted, 'segment')} has {_many(found, 'direction')}"
        yield sheet.breach(codes.SEGMENTS, sentence, scheme[0])


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _square(of: Told, word: str, bends: int) -> Iterator[Breach]:
    sheet, reaction, told = of
    for scheme in inside(told, "connectScheme"):
        index = scheme.get("rectangleIndex")
        wants = word in HAS_RECTANGLE
        is_right = index is not None and index.isdecimal() and int(index[:9]) <= bends
        if wants and not is_right:
            where = "no segment" if index is None else f"segment {index}"
            sentence = f"{word} {reaction.get('id')} has its square on {where}"
            yield sheet.breach(codes.SQUARE, sentence, scheme)
        elif not wants and index is not None:
            sentence = f"{word} {reaction.get('id')} has a square"
            yield sheet.breach(codes.NO_SQUARE, sentence, scheme)


def _junction(of: Told, points: list[str]) -> Iterator[Breach]:
    sheet, reaction, told = of
    found = inside(told, "editPoints")
    numbers = [(found[0].get(name) or "") if found else "" for name in (*ARMS, "tShapeIndex")]
    if not all(map(str.isdecimal, numbers)) or len(points) != sum(map(int, numbers[:3])) + 1:
        sentence = f"reaction {reaction.get('id')} tells no junction of its three arms"
        yield sheet.breach(codes.JUNCTION, sentence, reaction)
        return
    bends = [int(numbers[arm]) for arm in SQUARE_ARMS[text_in(told, "reactionType")]]
    if int(numbers[3]) > max(bends):
        sentence = f"reaction {reaction.get('id')} has its square on segment {numbers[3]} of an arm"
        yield sheet.breach(codes.SQUARE, sentence, found[0])
    yield from _directions(sheet, told, len(points) + 2)
    yield from _square(of, text_in(told, "reactionType"), 0)
    rects = [_rect(sheet, it.get("alias")) for side in _bases(told) for it in side]
    known = [it for it in rects if it is not None]
    if len(known) == len(ARMS) and is_flat(*(it.centre for it in known)):
        sentence = f"the three boxes of reaction {reaction.get('id')} stand in one line"
        yield sheet.breach(codes.STRAIGHT, sentence, reaction)


def _rect(sheet: CheckedSheet, alias: str | None) -> Rect | None:
    for bounds in inside(sheet.aliases.get(alias or ""), "bounds"):
        try:
            return Rect(*(float(bounds.get(name) or "") for name in ("x", "y", "w", "h")))
        except ValueError:
            return None
    return None


def _whole(sheet: CheckedSheet, alias: str) -> tuple[str | None, str]:
    """The complex that the part at an alias is in, and its alias: SBML's modifier is that."""
    found = sheet.aliases.get(alias)
    seen: set[str] = set()
    while found is not None and (outer := found.get("complexSpeciesAlias")) and outer not in seen:
        seen.add(outer)
        alias, found = outer, sheet.aliases.get(outer)
    return (None if found is None else found.get("species")), alias


def _shown(
    sheet: CheckedSheet, pair: tuple[str | None, str | None]
) -> tuple[str | None, str | None]:
    """A species and its alias; of a part of a complex, those of the complex."""
    alias = pair[1] or ""
    found = sheet.aliases.get(alias)
    is_part = found is not None and found.get("complexSpeciesAlias")
    return _whole(sheet, alias) if is_part else pair


def modifiers(of: Told) -> Iterator[Breach]:
    """What modifications draw and what SBML's list says; the members of gates."""
    sheet, reaction, told = of
    said = Counter(_referred(sheet, reaction, "listOfModifiers"))
    gates = [it for it in _modifications(told) if it.get("type") in GATES]
    plain = Counter(it.get("aliases") or "" for it in _modifications(told) if it not in gates)
    for it in gates:
        if not it.get("editPoints") or not it.get("modificationType"):
            sentence = f"a gate of reaction {reaction.get('id')} lacks its place or its effect"
            yield sheet.breach(codes.GATE, sentence, it)
        for alias in (it.get("aliases") or "").split(","):
            if alias in sheet.aliases and not plain[alias]:
                sentence = f"{alias}, which a gate joins, has no modification of its own"
                yield sheet.breach(codes.MEMBERS, sentence, it)
    nothing = told_of_nothing(sheet, {*said})
    for it in inside(told, "listOfModification", "modification"):
        pair = it.get("modifiers"), it.get("aliases") or ""
        if nothing.intersection(pair) or not is_there(sheet, pair):
            continue
        if it not in gates and not said[pair] and not said[_whole(sheet, pair[1])]:
            sentence = f"{pair[0]}, which a modification draws, is no modifier with its alias"
            yield sheet.breach(codes.MODIFIER, sentence, it)


CHECKS = (counts, names, ends, places, gates, sides, segments, modifiers)
