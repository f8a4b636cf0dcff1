"""The glyphs of SBML's layout package as they stand in a file, one by one.

The first layout of the model is read; other layouts are named, with what is in them. What a glyph
means is settled by ``read_layout`` once all is read. SBML Level 3 Layout Version 1, 3.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import chain, islice

from lxml import etree

from pathport.formats.sbml.annotation import attribute_of, let_go, line_of, name_of
from pathport.formats.sbml.book import Book
from pathport.formats.sbml.curves import STRAIGHT, base_points, near
from pathport.formats.sbml.drawings import Curve, Drawn, Leg, Reaction, Text
from pathport.formats.sbml.elements import annotation_of, child, id_in, number_in
from pathport.formats.sbml.layout_terms import BEZIER, LAYOUT
from pathport.formats.sbml.read_dress import DRESS, read_dress
from pathport.formats.sbml.render_terms import RENDER
from pathport.formats.sbml.terms import XSI
from pathport.layout.geometry import Place, Rect
from pathport.safety.xml import forget

__all__ = ["DRAWN", "read_drawn"]

LAYOUT_ROOT = f"{{{LAYOUT}}}layout"
ENDS, BASES = ("start", "end"), ("basePoint1", "basePoint2")
LOOK = f"{{{RENDER}}}objectRole"
WAY = ("layout", "listOfLayouts", "model", "sbml")
"""What is around the lists of a layout that is read."""
FAR = 1e-6
"""By how much of a curve's reach a base point may be off: what is too far away is brought near."""


def read_drawn(element: etree._Element, book: Book) -> None:
    """A glyph of the layout that is read, or the layout itself; all others are let go."""
    around = [name_of(it).local for it in islice(element.iterancestors(), 7)]
    if element.tag == LAYOUT_ROOT:
        if around == [*WAY[1:]]:
            _read_layout(element, book)
    elif element.tag in DRESS:
        if not book.drawings.is_read and around[DRESS[element.tag] :] == [*WAY]:
            read_dress(element, book)
    elif around[1:] != [*WAY] or book.drawings.is_read:
        let_go(element)
    else:
        book.attend_before(element)
        GLYPHS[element.tag](element, book)
        forget(element)


def _read_layout(element: etree._Element, book: Book) -> None:
    owner = element.getparent()
    if book.drawings.is_read or owner is None:
        book.lose_element(element, element if owner is None else owner)
        return
    book.drawings.is_read = True
    _look(element, element, book)
    book.rest(annotation_of(element), element)
    size = child(element, "dimensions")
    if size is not None:
        _look(size, element, book)
        width, height = (_told(size, name, element, book) for name in ("width", "height"))
        book.drawings.size = width, height


def _look(element: etree._Element, owner: etree._Element, book: Book) -> None:
    """Tells of what nobody reads of an element."""
    book.attend(element, owner)
    book.inside([element], owner, names=("notes",))
    if element is not owner:
        book.inside([element], owner, names=("annotation",))


def _told(element: etree._Element, name: str, owner: etree._Element, book: Book) -> float | None:
    """The number in an attribute, or nothing; what is no number is lost."""
    text = attribute_of(element, name)
    number = None if text is None else number_in(text)
    if number is not None and math.isfinite(number):
        return number
    if text is not None:
        book.lose(f'{name}="{text}" of {name_of(element).local}', element, owner)
    return None


def _number(element: etree._Element, name: str, owner: etree._Element, book: Book) -> float:
    """The number in an attribute; one that is missing counts as 0."""
    number = _told(element, name, owner, book)
    if number is None and attribute_of(element, name) is None:
        book.lose(f"the missing {name} of {name_of(element).local} (read as 0)", element, owner)
    return number or 0.0


def _rect(glyph: etree._Element, book: Book) -> Rect | None:
    """The box of a glyph; of one without a box, nothing."""
    box = child(glyph, "boundingBox")
    if box is None:
        return None
    _look(box, glyph, book)
    found: list[float] = []
    for inner, names in (("position", ("x", "y")), ("dimensions", ("width", "height"))):
        part = child(box, inner)
        if part is None:
            book.lose(f"the missing {inner} of boundingBox (read as 0)", box, glyph)
            found += (0.0, 0.0)
        else:
            _look(part, glyph, book)
            found += (_number(part, name, glyph, book) for name in names)
    return Rect(*found)


def _drawn(element: etree._Element, of: str | None, book: Book) -> Drawn | None:
    """A glyph with a box, which tells by an attribute what it stands for, if it can tell; without a
    box it is lost, for it is drawn nowhere.
    """
    annotation = annotation_of(element)
    rect = _rect(element, book)
    stands_for = "" if of is None else attribute_of(element, of)
    if rect is None or (of is not None and not stands_for):
        _lose(element, book)
        return None
    _look(element, element, book)
    book.rest(annotation, element)
    return Drawn(
        id=id_in(element),
        of=stands_for or "",
        rect=rect,
        look=element.get(LOOK) or "",
        marks=tuple(annotation.marks),
        line=line_of(element),
        subject=_subject(element),
    )


def _subject(element: etree._Element) -> str:
    return f"{name_of(element).local} {id_in(element)}".strip()


def _lose(element: etree._Element, book: Book) -> None:
    """Tells of a glyph that is lost with all in it."""
    owner = element.getparent()
    book.lose_element(element, element if owner is None else owner)


def _read_frame(element: etree._Element, book: Book) -> None:
    _keep(book.drawings.frames, _drawn(element, "compartment", book))


def _read_box(element: etree._Element, book: Book) -> None:
    _keep(book.drawings.boxes, _drawn(element, "species", book))


def _read_part(element: etree._Element, book: Book) -> None:
    _keep(book.drawings.parts, _drawn(element, "reference", book))


def _read_object(element: etree._Element, book: Book) -> None:
    _keep(book.drawings.parts, _drawn(element, None, book))


def _keep(among: list[Drawn], drawn: Drawn | None) -> None:
    if drawn is not None:
        among.append(drawn)


def _read_text(element: etree._Element, book: Book) -> None:
    rect = _rect(element, book)
    on = attribute_of(element, "graphicalObject")
    if rect is None or not on:
        _lose(element, book)
        return
    _look(element, element, book)
    book.rest(annotation_of(element), element)
    book.drawings.texts.append(
        Text(
            id=id_in(element),
            look=element.get(LOOK) or "",
            on=on,
            text=attribute_of(element, "text"),
            origin=attribute_of(element, "originOfText"),
            rect=rect,
            line=line_of(element),
            subject=_subject(element),
        )
    )


# Lines


def _read_reaction(element: etree._Element, book: Book) -> None:
    annotation = annotation_of(element)
    of = attribute_of(element, "reaction")
    if not of:
        _lose(element, book)
        return
    curve = _curve(element, element, book)
    box = child(element, "boundingBox")
    if curve is not None and box is not None:
        book.lose_element(box, element)
    elif curve is None:
        rect = _rect(element, book)
        x, y, width, height = near(rect) if rect is not None else (0.0, 0.0, 0.0, 0.0)
        curve = Curve() if rect is None else Curve(((x + width / 2, y + height / 2),))
    _look(element, element, book)
    book.rest(annotation, element)
    listed = child(element, "listOfSpeciesReferenceGlyphs")
    found = () if listed is None else listed.iterchildren(f"{{{LAYOUT}}}speciesReferenceGlyph")
    legs = [_leg(it, element, book) for it in found]
    book.drawings.reactions.append(
        Reaction(
            id=id_in(element),
            of=of,
            look=element.get(LOOK) or "",
            curve=curve,
            legs=tuple(it for it in legs if it is not None),
            marks=tuple(annotation.marks),
            line=line_of(element),
            subject=_subject(element),
        )
    )


def _leg(element: etree._Element, owner: etree._Element, book: Book) -> Leg | None:
    annotation = annotation_of(element)
    curve = _curve(element, owner, book)
    glyph = attribute_of(element, "speciesGlyph")
    if curve is None or not glyph:
        book.lose_element(element, owner)
        return None
    box = child(element, "boundingBox")
    if box is not None:
        book.lose_element(box, element)
    _look(element, element, book)
    book.rest(annotation, element)
    return Leg(
        id=id_in(element),
        glyph=glyph,
        reference=attribute_of(element, "speciesReference") or "",
        role=attribute_of(element, "role") or "",
        look=element.get(LOOK) or "",
        curve=curve,
        marks=tuple(annotation.marks),
        line=line_of(element),
        subject=_subject(element),
    )


def _curve(glyph: etree._Element, owner: etree._Element, book: Book) -> Curve | None:
    """The curve of a glyph; one without a segment is none."""
    curve = child(glyph, "curve")
    listed = None if curve is None else child(curve, "listOfCurveSegments")
    if curve is None or listed is None or not len(listed):
        return None
    _look(curve, owner, book)
    points: list[Place] = []
    bases: list[Place] = []
    for segment in listed.iterchildren(f"{{{LAYOUT}}}curveSegment"):
        _look(segment, owner, book)
        start, end = (_point(segment, name, owner, book) for name in ENDS)
        points += [start, end] if points[-1:] != [start] else [end]
        if (segment.get(f"{{{XSI}}}type") or "").endswith(BEZIER):
            bases += (_point(segment, name, owner, book) for name in BASES)
    if bases and not _is_smooth(points, bases):
        line, what = line_of(glyph), "the base points of a curve"
        book.losses.count(what, line, _subject(glyph), elements=len(bases))
    return Curve(tuple(points), bool(bases))


def _is_smooth(points: Sequence[Place], bases: Sequence[Place]) -> bool:
    """Whether base points are those of a curve that runs smoothly through these points."""
    usual = [near(Rect(*it, 0.0, 0.0))[:2] for pair in base_points(points) for it in pair]
    off = max(STRAIGHT, FAR * max(map(abs, chain(*points))))
    same = (math.dist(*pair) < off for pair in zip(usual, bases, strict=False))
    return len(usual) == len(bases) and all(same)


def _point(segment: etree._Element, name: str, owner: etree._Element, book: Book) -> Place:
    part = child(segment, name)
    if part is None:
        book.lose(f"the missing {name} of curveSegment (read as 0)", segment, owner)
        return 0.0, 0.0
    _look(part, owner, book)
    x, y = (_number(part, name, owner, book) for name in ("x", "y"))
    x, y, _, _ = near(Rect(x, y, 0.0, 0.0))
    return x, y


GLYPHS: Mapping[str, Callable[[etree._Element, Book], None]] = {
    f"{{{LAYOUT}}}compartmentGlyph": _read_frame,
    f"{{{LAYOUT}}}speciesGlyph": _read_box,
    f"{{{LAYOUT}}}generalGlyph": _read_part,
    f"{{{LAYOUT}}}graphicalObject": _read_object,
    f"{{{LAYOUT}}}textGlyph": _read_text,
    f"{{{LAYOUT}}}reactionGlyph": _read_reaction,
}
"""The glyphs that are read as soon as they end."""
DRAWN = frozenset({LAYOUT_ROOT, *GLYPHS, *DRESS})
"""What is read of a drawing."""
