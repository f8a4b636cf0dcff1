"""How glyphs look, in SBML's render package: a style for each look, and for what looks otherwise.

Glyphs bear the name of their look as their role, so that one style is enough for all of them; a
glyph that the layout of the pathway gives a style of its own has one under its id. SBML Level 3
Render Version 1, 3.
"""

from collections.abc import Iterator, Mapping, Sequence

from pathport.formats.sbml.dress import LABEL, LOOKS, PLACE, Head, Look
from pathport.formats.sbml.markup import attributes, number
from pathport.formats.sbml.render_terms import DASHES, RENDER, Drawn
from pathport.formats.sbml.sketch import Sketch
from pathport.formats.sbml.styles import BORDER, LETTERS, WAY, drawn_with, words
from pathport.looks.themes import LIGHT
from pathport.model.layout import LineStyle, Style

__all__ = ["RENDER_PACKAGE", "Wardrobe"]

RENDER_PACKAGE = f' xmlns:render="{RENDER}" render:required="false"'
"""What the root of a file says in which things have looks."""

OUTER, LISTS, ITEMS, INNER, DEEP = ("  " * depth for depth in (4, 6, 7, 8, 9))


class Wardrobe:
    """The looks of the glyphs of a sketch, while they are written."""

    def __init__(self, sketch: Sketch) -> None:
        self.sketch = sketch
        self.worn: dict[str, None] = {}
        self.own: dict[str, tuple[str, Look]] = {}
        """By id of a glyph, its look, and what it looks like itself."""

    def border(self, glyph: str, look: str, style: Style) -> str:
        """The look of a box or frame; with a style of its own, the glyph gets that."""
        shapes = drawn_with(style) or LOOKS[look].shapes
        return self._wear(glyph, look, words(style, BORDER), style, shapes)

    def text(self, glyph: str, look: str, style: Style) -> str:
        """The look of a text."""
        said = words(style, LETTERS)
        if style.text_colour is not None:
            said["stroke"] = style.text_colour
        return self._wear(glyph, look, said, Style(), ())

    def line(self, glyph: str, look: str, style: Style, names: Sequence[str] = WAY) -> str:
        """The look of a line."""
        return self._wear(glyph, look, words(style, names), style, ())

    def _wear(
        self,
        glyph: str,
        look: str,
        said: Mapping[str, str],
        style: Style,
        shapes: tuple[Drawn, ...],
    ) -> str:
        self.worn[look] = None
        usual = LOOKS[look]
        attributes_ = {**usual.attributes, **said}
        if style.line is LineStyle.SOLID:
            attributes_.pop(DASHES, None)
        if (attributes_, shapes) != ({**usual.attributes}, usual.shapes):
            self.own[glyph] = look, Look(attributes_, shapes, usual.head)
        return look

    def written(self) -> Iterator[str]:
        """The one set of looks of a layout."""
        self.worn |= dict.fromkeys((LABEL, PLACE))
        used = [name for name, look in LOOKS.items() if name in self.worn or look.also]
        heads = {name: self.sketch.new_id(f"{_id(name)}_head") for name in used if LOOKS[name].head}
        id_ = self.sketch.new_id("look")
        yield f"{OUTER}<render:listOfRenderInformation>\n"
        yield (
            f'{OUTER}  <render:renderInformation render:id="{id_}" render:programName="pathport"'
            f' render:backgroundColor="{LIGHT.paper}">\n'
        )
        if heads:
            yield f"{LISTS}<render:listOfLineEndings>\n"
            for name, head in heads.items():
                yield _head(head, LOOKS[name].head)
            yield f"{LISTS}</render:listOfLineEndings>\n"
        yield f"{LISTS}<render:listOfStyles>\n"
        for name in used:
            types = LOOKS[name].also
            listed = {"roleList": name, "typeList": " ".join(types) or None}
            yield self._style(f"{_id(name)}_style", listed, LOOKS[name], heads.get(name))
        for glyph, (name, look) in self.own.items():
            yield self._style(f"{glyph}_style", {"idList": glyph}, look, heads.get(name))
        yield f"{LISTS}</render:listOfStyles>\n"
        yield f"{OUTER}  </render:renderInformation>\n{OUTER}</render:listOfRenderInformation>\n"

    def _style(
        self, id_: str, listed: Mapping[str, str | None], look: Look, head: str | None
    ) -> str:
        told = attributes(_prefixed({"id": self.sketch.new_id(id_), **listed}))
        words_ = {**look.attributes, "endHead": head}
        return f"{ITEMS}<render:style{told}>\n{_group(words_, look.shapes)}{ITEMS}</render:style>\n"


def _id(look: str) -> str:
    return look.replace("-", "_")


def _head(id_: str, head: Head | None) -> str:
    if head is None:
        return ""
    x, y = number(-head.width), number(-head.height / 2)
    return (
        f'{ITEMS}<render:lineEnding render:id="{id_}" render:enableRotationalMapping="true">\n'
        f'{INNER}<layout:boundingBox>\n{INNER}  <layout:position layout:x="{x}" layout:y="{y}"/>\n'
        f'{INNER}  <layout:dimensions layout:width="{head.width}" layout:height="{head.height}"/>\n'
        f"{INNER}</layout:boundingBox>\n{_group(head.attributes, head.shapes)}"
        f"{ITEMS}</render:lineEnding>\n"
    )


def _prefixed(values: Mapping[str, str | None]) -> dict[str, str | None]:
    return {name if ":" in name else f"render:{name}": value for name, value in values.items()}


def _group(words_: Mapping[str, str | None], shapes: Sequence[Drawn]) -> str:
    start = f"{INNER}<render:g{attributes(_prefixed(words_))}"
    inner = "".join(f"{DEEP}{_drawn(it)}\n" for it in shapes)
    return f"{start}>\n{inner}{INNER}</render:g>\n" if inner else f"{start}/>\n"


def _drawn(it: Drawn) -> str:
    start = f"<render:{it.name}{attributes(_prefixed(dict(it.attributes)))}"
    inner = "".join(map(_drawn, it.inner))
    return f"{start}>{inner}</render:{it.name}>" if inner else f"{start}/>"
