"""The boxes and frames of a file's layout, with what is written on them.

A box of a complex's part is told by the text on it; what lies in the box of its complex or of its
set is in it. What a part's glyph is of, its box tells where nothing else does: COPASI keeps of it
where it is, and its text. What stands for nothing that is read is named. SBML Level 3 Layout
Version 1, 3.8 to 3.10 and 3.13.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property

import msgspec

from pathport.formats.sbml.canvas import BOX, FRAME, Canvas, inset
from pathport.formats.sbml.curves import near
from pathport.formats.sbml.drawings import Drawn, Text
from pathport.formats.sbml.layout_terms import shown_id
from pathport.formats.sbml.titles import Part, displayed
from pathport.formats.sbml.worn import Glyph
from pathport.layout.geometry import Rect, inside
from pathport.model.layout import Box, Frame, Style
from pathport.model.parts import Component

__all__ = ["Boxes", "rect_of"]


DIGITS = 1e-12
"""By how much of what is largest in a place another may be off: files have fifteen digits."""


def rect_of(box: Box) -> Rect:
    """Where a box is, as far as lines can run to it."""
    return near(Rect(box.x, box.y, box.width, box.height))


class Boxes:
    """The boxes and frames on a canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.species = {it.id: it for it in canvas.pathway.species}
        self.texts: dict[str, list[Text]] = defaultdict(list)
        for text in canvas.drawn.texts:
            self.texts[text.on].append(text)
        self.parts_of = cache(self._parts_of)
        self.by_glyph: dict[str, Box] = {}
        """Boxes of species as a whole, by the id of their glyph."""
        self.frames = tuple(self._frames())
        self.boxes = tuple(self._all())
        for text in (it for some in self.texts.values() for it in some):
            canvas.lose("a text on nothing that is read", text)

    # Frames

    def _frames(self) -> Iterator[Frame]:
        names = {it.id: it.name for it in self.canvas.pathway.compartments}
        seen: set[str] = set()
        for drawn in self.canvas.drawn.frames:
            if drawn.of in self.canvas.book.implicit:
                self._text(drawn, {drawn.of, drawn.id}, drawn.rect)
            elif drawn.of not in names or drawn.of in seen:
                self.canvas.lose(f'a further frame of "{drawn.of}"', drawn)
            else:
                seen.add(drawn.of)
                yield self._frame(drawn, names[drawn.of])

    def _frame(self, drawn: Drawn, name: str | None) -> Frame:
        self.canvas.take(FRAME, drawn.of, drawn)
        label, text = self._text(drawn, {drawn.of, drawn.id, name}, inset(drawn.rect))
        if label is not None:
            self.canvas.lose("a text of a compartment that is not its name", drawn)
        x, y, width, height = drawn.rect
        style = self._style(drawn, text, "COMPARTMENTGLYPH")
        return Frame(compartment=drawn.of, x=x, y=y, width=width, height=height, style=style)

    def _style(self, drawn: Drawn, text: Text | None, type_: str) -> Style:
        letters = None if text is None else Glyph(text.id, text.look, "", "TEXTGLYPH")
        return self.canvas.worn.box(Glyph(drawn.id, drawn.look, "", type_), letters)

    def _text(
        self, drawn: Drawn, own: set[str | None], place: Rect
    ) -> tuple[str | None, Text | None]:
        """What is written on a glyph unless it is its ``own`` name, and what writes it there.

        Other texts are lost, and where the text is if that is not its usual ``place``.
        """
        first, *others = self.texts.pop(drawn.id, None) or (None,)
        for text in others:
            self.canvas.lose("another text of one glyph", text)
        if first is None:
            return None, None
        if not _is_at(first.rect, place):
            self.canvas.lose("where a text is drawn beside what it is on", first)
        if first.text is None and first.origin not in own:
            self.canvas.lose(f'the origin "{first.origin}" of a text', first)
        return None if first.text in own else first.text, first

    # Boxes

    def _all(self) -> Iterator[Box]:
        for drawn in self.canvas.drawn.boxes:
            if drawn.of in self.species and drawn.id not in self.by_glyph:
                box = self._whole(drawn)
                self.by_glyph[drawn.id or f"\t{box.id}"] = box
            else:
                self.canvas.lose("a box of no species, or of the id of another one", drawn)
        of_species: dict[str, list[Box]] = defaultdict(list)
        for box in self.by_glyph.values():
            of_species[box.species].append(box)
        for box in self.by_glyph.values():
            around = (it for name in self._sets.get(box.species, ()) for it in of_species[name])
            yield _nested(box, around)
        for drawn in self.canvas.drawn.parts:
            of = drawn.of or self._around(drawn)
            if of in self.species:
                yield _nested(self._part(drawn, of), of_species[of])
            else:
                self.canvas.lose("a glyph of no species", drawn)

    @cached_property
    def _sets(self) -> Mapping[str, list[str]]:
        """By id of a species, what it is an alternative of."""
        found: dict[str, list[str]] = defaultdict(list)
        for species in self.canvas.pathway.species:
            for member in species.members:
                found[member].append(species.id)
        return found

    def _whole(self, drawn: Drawn) -> Box:
        name = self.species[drawn.of].name
        label, text = self._text(drawn, {drawn.of, drawn.id, name}, drawn.rect)
        return self._box(drawn, self._style(drawn, text, "SPECIESGLYPH"), label=label)

    def _around(self, drawn: Drawn) -> str:
        """The species with a part of the text on a glyph, in whose smallest box the glyph lies."""
        texts = self.texts.get(drawn.id, ())
        found = self._divided.get((texts[0].text if texts else None) or "", ())
        holding = [it for it in found if inside(near(drawn.rect), rect_of(it))]
        least = min(holding, key=lambda it: (it.width * it.height, it.id), default=None)
        return "" if least is None else least.species

    @cached_property
    def _divided(self) -> Mapping[str, list[Box]]:
        """By text of a part, the boxes of all species that have it."""
        found: dict[str, list[Box]] = defaultdict(list)
        for box in self.by_glyph.values():
            for text in self.parts_of(box.species):
                found[text].append(box)
        return found

    def _part(self, drawn: Drawn, of: str) -> Box:
        label, text = self._text(drawn, {of, drawn.id}, drawn.rect)
        part = self.parts_of(of).get(label or "")
        style = self._style(drawn, text, "GENERALGLYPH" if drawn.of else "GRAPHICALOBJECT")
        told = msgspec.structs.replace(drawn, of=of)
        return self._box(told, style, label=label if part is None else None, part=part)

    def _box(
        self, drawn: Drawn, style: Style, *, label: str | None, part: Component | None = None
    ) -> Box:
        id_ = self.canvas.new_id(shown_id(drawn.id, drawn.of) or f"{drawn.of}_box")
        self.canvas.take(BOX, id_, drawn)
        x, y, width, height = drawn.rect
        return Box(
            id=id_,
            species=drawn.of,
            x=x,
            y=y,
            width=width,
            height=height,
            label=label,
            part=part,
            style=style,
        )

    # Parts

    def _parts_of(self, species: str) -> Mapping[str, Component]:
        """The parts of a species by their texts; a part that is there twice may be drawn alone."""
        return dict(self._written(self.species[species].components))

    def _written(self, components: Iterable[Component]) -> Iterator[tuple[str, Component]]:
        for component in components:
            yield from self._written(component.components)
            for it in (component, msgspec.structs.replace(component, count=1)):
                yield displayed(self._title(it)), it

    def _title(self, component: Component) -> Part:
        name = self._names.get(component.molecule or "")
        parts = tuple(map(self._title, component.components)) if name is None else ()
        return Part(name=name, parts=parts, state=component.state, count=component.count)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {it.id: it.name or it.id for it in self.canvas.pathway.molecules}


def _is_at(rect: Rect, place: Rect) -> bool:
    """Whether both are one place, but for what their numbers were shortened by."""
    slack = DIGITS * max(1.0, *map(abs, place))
    return all(abs(one - other) <= slack for one, other in zip(rect, place, strict=True))


def _nested(box: Box, around: Iterable[Box]) -> Box:
    """A box with the smallest of these that it is in."""
    rect = rect_of(box)
    holding = [it for it in around if inside(rect, rect_of(it))]
    least = min(holding, key=lambda it: (it.width * it.height, it.id), default=None)
    return box if least is None else msgspec.structs.replace(box, inside=least.id)
