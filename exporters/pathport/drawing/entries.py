"""What a key tells: each sign that occurs in a picture, drawn small, with what it means.

Whatever a picture has a shape for has an entry here; names of compartments and what an author drew
beside the pathway say themselves what they are.
"""

from collections.abc import Callable, Iterator

from pathport.drawing.boxes import is_family, is_multimer, is_unsure
from pathport.drawing.fills import fill_of
from pathport.drawing.shapes import SYMBOLS, head, outline, rectangle
from pathport.layout.heads import LENGTHS
from pathport.layout.picture import UNKNOWN_LOGIC, Glyph, GlyphKind, Line, LineRole, Picture
from pathport.looks.signs import HEADS
from pathport.model.enumerations import Effect, Kind, Logic, ProcessType

__all__ = ["Entry", "entries"]

Entry = tuple[str, str]
"""A sign as a fragment of SVG, 28 by 16 pixels, and its meaning."""

PLACE = (4.0, 2.0, 24.0, 13.0)

FILLS = (
    ("ligand", Kind.PROTEIN, ("k-ligand",)),
    ("receptor", Kind.PROTEIN, ("k-receptor",)),
    ("kinase", Kind.PROTEIN, ("k-kinase",)),
    ("G protein, GTPase", Kind.PROTEIN, ("k-GTPase",)),
    ("transcription factor", Kind.PROTEIN, ("k-transcription-factor",)),
    ("drug, antibody", Kind.PROTEIN, ("k-drug",)),
    ("other protein, gene product", Kind.PROTEIN, ("k-protein", "k-gene-product", "k-family")),
    ("gene, DNA", Kind.GENE, ("k-gene", "k-DNA")),
    ("RNA", Kind.RNA, ("k-RNA",)),
    ("small molecule, ion", Kind.SMALL_MOLECULE, ("k-small-molecule", "k-ion")),
    ("of unknown kind", Kind.UNKNOWN, ("k-unknown",)),
    ("outcome, other pathway", Kind.PHENOTYPE, ("k-phenotype", "k-pathway")),
)
"""What a box is, its outline, and the classes of fills that tell it, of which it has the first."""

GATES = (
    (Logic.AND, "all of these"),
    (Logic.OR, "any of these"),
    (Logic.NOT, "where this is not"),
    (UNKNOWN_LOGIC, "these together, in a way that nothing tells"),
)


def entries(picture: Picture) -> list[Entry]:
    """The entries for all that occurs in a picture; what has one sign is one entry."""
    texts: dict[str, list[str]] = {}
    for part in (_fills, _boxes, _marks, _attached, _processes, _nodes, _lines):
        for sign, text in part(picture):
            texts.setdefault(sign, []).append(text)
    return [(sign, ", ".join(told)) for sign, told in texts.items()]


def _fills(picture: Picture) -> Iterator[Entry]:
    used = {fill_of(part) for glyph in picture.glyphs for part in glyph.parts}
    for text, kind, classes in FILLS:
        if not used.isdisjoint(classes):
            yield outline(kind, PLACE, f"box {classes[0]}"), text


def _boxes(picture: Picture) -> Iterator[Entry]:
    for occurs, sign, text in BOXES:
        if any(map(occurs, picture.glyphs)):
            yield sign, text


def _is_stack(glyph: Glyph) -> bool:
    return len(glyph.parts) > 1 and glyph.type != "set"


def _is_whole_complex(glyph: Glyph) -> bool:
    is_around = glyph.kind is GlyphKind.CONTAINER and glyph.type == Kind.COMPLEX
    return is_around or any(part.kind == Kind.COMPLEX for part in glyph.parts)


def _is_list(glyph: Glyph) -> bool:
    return glyph.type == "set" or bool(glyph.margin)


def _has_multimer(glyph: Glyph) -> bool:
    return any(map(is_multimer, glyph.parts))


def _has_family(glyph: Glyph) -> bool:
    return any(map(is_family, glyph.parts))


def _is_clone(glyph: Glyph) -> bool:
    return glyph.clone


def _is_cofactor(glyph: Glyph) -> bool:
    return glyph.kind is GlyphKind.COFACTOR


Question = Callable[[Glyph], bool]

BOX = outline(Kind.PROTEIN, PLACE, "box")
TWICE = outline(Kind.PROTEIN, (6.5, 4.5, 24, 13), "box") + BOX
STACK = rectangle(4, 1, 24, 7, cls="box", r=3) + rectangle(4, 8, 24, 7, cls="box", r=3)
BOXES: tuple[tuple[Question, str, str], ...] = (
    (_is_stack, STACK, "complex of these parts"),
    (_is_whole_complex, outline(Kind.COMPLEX, PLACE, "box"), "complex as a whole"),
    (_is_list, rectangle(2, 0, 28, 16, cls="set", r=6) + BOX, "alternatives"),
    (_has_multimer, TWICE + '<text x="16" y="12" class="site">×2</text>', "several in one complex"),
    (_has_family, BOX + rectangle(6, 4, 20, 9, cls="any", r=3), "any one of a family"),
    (is_unsure, f'<g class="unsure">{BOX}</g>', "hypothetical"),
    (_is_clone, BOX + rectangle(7, 11, 18, 3, cls="clone"), "drawn several times"),
    (_is_cofactor, '<text x="16" y="12" class="cofactor">ATP</text>', "cofactor"),
)
"""What is to be seen of a box beside its fill."""


def _marks(picture: Picture) -> Iterator[Entry]:
    marks = {mark for glyph in picture.glyphs for part in glyph.parts for mark in part.marks}
    marks |= {glyph.text for glyph in picture.glyphs if glyph.kind is GlyphKind.MARK}
    if marks - {"active"}:
        yield _symbol(GlyphKind.MARK, width=20, text="p"), "state, or what is held"
    if "active" in marks:
        yield rectangle(*PLACE, cls="mark active", r=PLACE[3] / 2), "active"


def _attached(picture: Picture) -> Iterator[Entry]:
    if any(sketch.attached for sketch in picture.sketches):
        sign = rectangle(*PLACE, cls="mark") + '<text x="16" y="12" class="site">N:2</text>'
        yield sign, "unit of information, tag"


def _processes(picture: Picture) -> Iterator[Entry]:
    used = {glyph.type for glyph in picture.glyphs if glyph.kind is GlyphKind.PROCESS}
    for type_ in ProcessType:
        if type_ in used:
            yield _symbol(GlyphKind.PROCESS, width=14, of=type_), type_.value


def _nodes(picture: Picture) -> Iterator[Entry]:
    used = {(glyph.kind, glyph.type) for glyph in picture.glyphs}
    for logic, text in GATES:
        if (GlyphKind.GATE, logic) in used:
            yield _symbol(GlyphKind.GATE, width=28, of=logic), text
    kinds = {kind for kind, _ in used}
    if GlyphKind.VOID in kinds:
        yield _symbol(GlyphKind.VOID, width=14), "nothing, or nothing known"
    if GlyphKind.ANCHOR in kinds:
        way = '<path d="M2 9H30" class="way line"/>'
        yield way + _symbol(GlyphKind.ANCHOR, width=6, height=6), "control of a control"


def _symbol(
    kind: GlyphKind, *, width: float, height: float = 14, text: str = "", of: str = ""
) -> str:
    glyph = Glyph(
        id="",
        kind=kind,
        thing="",
        x=16 - width / 2,
        y=9 - height / 2,
        width=width,
        height=height,
        text=text,
        type=of,
    )
    return SYMBOLS[kind](glyph)


def _lines(picture: Picture) -> Iterator[Entry]:
    used = {line.effect or line.role.value for line in picture.lines}
    for word, text in (("output", "becomes"), *((each, each.value) for each in Effect)):
        if word in used:
            yield _arrow(HEADS[word], _class(word)), text
    for occurs, sign, text in LINES:
        if any(map(occurs, picture.lines)):
            yield sign, text


def _class(word: str) -> str:
    return "line" if word == LineRole.OUTPUT else word.replace(" ", "-")


def _arrow(kind: str, cls: str, *, start: float = 2) -> str:
    way = f'<path d="M{start:g} 8H{28 - LENGTHS[kind]:g}" class="way {cls}"/>'
    return way + head(kind, (28, 8), (2, 8), cls)


def _is_template(line: Line) -> bool:
    return line.role is LineRole.TEMPLATE


def _is_reversible(line: Line) -> bool:
    return line.reversible


def _is_counted(line: Line) -> bool:
    return line.coefficient != 1 and line.role in (LineRole.INPUT, LineRole.OUTPUT)


def _is_association(line: Line) -> bool:
    return line.role is LineRole.ASSOCIATION


def _is_unsure(line: Line) -> bool:
    return line.certainty == "hypothetical"


TWO_WAYS = _arrow("full", "line", start=10) + head("full", (2, 8), (28, 8), "line")
NUMBER = '<path d="M2 12H28" class="way line"/><text x="12" y="9" class="number">2</text>'
LINES: tuple[tuple[Callable[[Line], bool], str, str], ...] = (
    (_is_template, _arrow("barred", "line"), "is the template"),
    (_is_reversible, TWO_WAYS, "reversible"),
    (_is_counted, NUMBER, "number taking part"),
    (_is_association, '<path d="M2 8H28" class="way line"/>', "association"),
    (_is_unsure, '<path d="M2 8H30" class="way line unsure"/>', "hypothetical"),
)
"""What is to be seen of a line beside what it does."""
