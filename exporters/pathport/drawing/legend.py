"""The key to a picture: only what occurs in it."""

from collections.abc import Iterator
from html import escape

import msgspec

from pathport.drawing.fills import fill_of
from pathport.drawing.shapes import LENGTHS, SYMBOLS, head, number, outline
from pathport.layout.picture import Glyph, GlyphKind, LineRole, Picture
from pathport.layout.text import text_width
from pathport.looks.signs import HEADS, LETTERS, ROUND
from pathport.model.enumerations import Effect, Kind, ProcessType

__all__ = ["Legend", "legend"]

ROW = 22.0
SIGN = 34.0
GAP = 20.0
TEXT = 10
TOP = 10.0

BOXES = (
    ("ligand", Kind.PROTEIN, "k-ligand"),
    ("receptor", Kind.PROTEIN, "k-receptor"),
    ("kinase", Kind.PROTEIN, "k-kinase"),
    ("G protein, GTPase", Kind.PROTEIN, "k-GTPase"),
    ("transcription factor", Kind.PROTEIN, "k-transcription-factor"),
    ("drug, antibody", Kind.PROTEIN, "k-drug"),
    ("small molecule, ion", Kind.SMALL_MOLECULE, "k-small-molecule"),
    ("outcome", Kind.PHENOTYPE, "k-phenotype"),
)


class Legend(msgspec.Struct, frozen=True):
    """The shapes of a key, in rows from left to right, and its size."""

    shapes: tuple[str, ...]
    width: float
    height: float


def legend(picture: Picture) -> Legend:
    """The key to all that occurs in a picture."""
    entries = [*_boxes(picture), *_processes(picture), *_lines(picture)]
    shapes: list[str] = []
    x, y, widest = 16.0, TOP, 0.0
    for sign, text in entries:
        width = SIGN + text_width(text, TEXT) + GAP
        if x + width > max(picture.width, 400) and x > 16:
            x, y = 16.0, y + ROW
        shapes.append(f'<g transform="translate({number(x)} {number(y)})">{sign}')
        shapes.append(f'<text x="{number(SIGN)}" y="12" class="key">{escape(text)}</text></g>')
        x += width
        widest = max(widest, x)
    return Legend(tuple(shapes), widest, y + ROW + TOP)


def _boxes(picture: Picture) -> Iterator[tuple[str, str]]:
    parts = [part for glyph in picture.glyphs for part in glyph.parts]
    used = {fill_of(part) for part in parts}
    for text, kind, cls in BOXES:
        if cls in used:
            yield outline(kind, (4, 2, 24, 13), f"box {cls}"), text
    if any(glyph.clone for glyph in picture.glyphs):
        box = outline(Kind.PROTEIN, (4, 2, 24, 13), "box")
        yield (
            box + '<rect x="7" y="11" width="18" height="3" class="clone"/>',
            "drawn several times",
        )


def _processes(picture: Picture) -> Iterator[tuple[str, str]]:
    used = {glyph.type for glyph in picture.glyphs if glyph.kind is GlyphKind.PROCESS}
    for type_ in ProcessType:
        if type_ in used and (type_ in LETTERS or type_ in ROUND):
            glyph = Glyph(
                id="", kind=GlyphKind.PROCESS, thing="", x=9, y=2, width=14, height=14, type=type_
            )
            yield SYMBOLS[GlyphKind.PROCESS](glyph), type_.value


def _lines(picture: Picture) -> Iterator[tuple[str, str]]:
    used = {line.effect for line in picture.lines} | {line.role for line in picture.lines}
    for word, text in (("output", "becomes"), *((each, each.value) for each in Effect)):
        if word in used:
            kind = HEADS[word]
            cls = "line" if word == LineRole.OUTPUT else word.replace(" ", "-")
            way = f'<path d="M2 8H{number(28 - LENGTHS[kind])}" class="way {cls}"/>'
            yield way + head(kind, (28, 8), (2, 8), cls), text
