"""Shapes that are compartments, and what lies in them.

A shape is a compartment if it says which cellular component it is; or if its text is the name of
one in GO and there are nodes in it. Nothing in GPML refers to a compartment: what has its centre in
the shape, as that is turned, is in it, and the smallest one counts. GPML 2013a, Shape,
CellularComponentProperty.
"""

from collections.abc import Iterator

import msgspec

from pathport.formats.gpml.book import Book
from pathport.formats.gpml.drawing import Shape
from pathport.formats.gpml.geometry import encloses, holds
from pathport.formats.gpml.looks import USUAL, told
from pathport.formats.gpml.terms import COMPONENT
from pathport.layout.geometry import Rect, centre
from pathport.model.layout import Frame
from pathport.model.parts import Identifier
from pathport.model.things import Compartment
from pathport.vocabulary import by_name

__all__ = ["Places", "component_term"]

NO_COMPONENT = "None"
CLOSED = frozenset(
    {"rectangle", "rounded rectangle", "oval", "mitochondria", "endoplasmic reticulum",
     "golgi apparatus", "sarcoplasmic reticulum", "cell", "nucleus", "organelle", "vesicle"}
)  # fmt: skip
"""Shapes that can hold something."""
OVAL = "oval"


def component_term(name: str) -> str | None:
    """The term of GO that a cellular component, or the name of one, means."""
    return COMPONENT.key(name) or by_name("go", " ".join(name.split()))


class _Place(msgspec.Struct, frozen=True):
    """A compartment and its shape."""

    id: str
    shape: Shape


class Places:
    """The compartments of a drawing."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.places = [self._place(shape) for shape in self._shapes()]
        self.compartment_of = {it.shape.id: it.id for it in self.places}
        """By id of a shape that is a compartment, this."""

    def _shapes(self) -> Iterator[Shape]:
        canvas = self.book.canvas
        middles = [centre(it.rect) for it in canvas.nodes.values()]
        for shape in sorted(canvas.shapes.values(), key=lambda it: it.id):
            if _component(shape) or (_is_named(shape) and any(_is_in(it, shape) for it in middles)):
                yield shape

    def _place(self, shape: Shape) -> _Place:
        id_ = self.book.named(shape.id, _component(shape) or shape.label)
        self.book.stands(("compartment", id_), shape)
        return _Place(id_, shape)

    def compartments(self) -> Iterator[Compartment]:
        """Each compartment, inside the smallest one that it lies in."""
        book = self.book
        for place in self.places:
            shape = place.shape
            term = component_term(_component(shape) or shape.label)
            yield Compartment(
                id=place.id,
                name=shape.label if shape.label.strip() else _component(shape),
                identifiers=(Identifier(id=term),) if term else (),
                notes=book.notes(shape),
                references=book.cited(shape),
                evidence=book.evidence(shape),
                inside=self._around(shape),
                original_id=book.original(shape.id, place.id),
            )

    def frames(self) -> Iterator[Frame]:
        """Where each compartment is drawn."""
        for place in self.places:
            self.book.homes["layout.frames", place.id] = ("compartment", place.id)
            x, y, width, height = place.shape.rect
            look = told(place.shape.style, USUAL["frame"])
            label = None if place.shape.label.strip() else ""
            yield Frame(
                compartment=place.id, x=x, y=y, width=width, height=height, label=label, style=look
            )

    def of(self, rect: Rect) -> str | None:
        """The smallest compartment that holds the middle of a rectangle."""
        found = [it for it in self.places if _is_in(centre(rect), it.shape)]
        return min(found, key=_size).id if found else None

    def _around(self, shape: Shape) -> str | None:
        found = [it for it in self.places if _is_around(it.shape, shape)]
        return min(found, key=_size).id if found else None


def _component(shape: Shape) -> str:
    """The cellular component that a shape says that it is."""
    return "" if shape.component == NO_COMPONENT else shape.component


def _is_named(shape: Shape) -> bool:
    """Whether a shape can hold something and has the name of a cellular component."""
    closed = shape.style.shape in CLOSED
    return closed and bool(shape.label) and component_term(shape.label) is not None


def _is_in(point: tuple[float, float], shape: Shape) -> bool:
    is_oval = shape.style.shape == OVAL
    return holds(shape.rect, point, turn=shape.style.rotation or 0.0, oval=is_oval)


def _is_around(outer: Shape, inner: Shape) -> bool:
    turns = outer.style.rotation or 0.0, inner.style.rotation or 0.0
    return encloses(outer.rect, inner.rect, outer_turn=turns[0], inner_turn=turns[1])


def _size(place: _Place) -> tuple[float, str]:
    return place.shape.rect.width * place.shape.rect.height, place.id
