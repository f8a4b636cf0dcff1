"""Where a diagram has what it draws, as the layout of a pathway: boxes, frames, lines, drawing.

A style says what is not CellDesigner's usual look. A residue in a state is a mark on the box; what
stands on the empty side of a process is a shape of the drawing. Extension Tag Specification, fourth
edition; the usual looks are those of the components sheet of version 4.4.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import count

from pathport.formats.celldesigner.attached import information_read, tag_read, width_of
from pathport.formats.celldesigner.framed import frames_drawn
from pathport.formats.celldesigner.geometry import (
    Rect,
    close_up,
    innermost,
    place_of_angle,
    place_on,
    rounded,
)
from pathport.formats.celldesigner.naming import is_usual_open, usual_void
from pathport.formats.celldesigner.parse_model import Sheet
from pathport.formats.celldesigner.parts import (
    Alias,
    CompartmentAlias,
    Identity,
    Information,
    Residue,
)
from pathport.formats.celldesigner.reading_layers import drawing_of
from pathport.formats.celldesigner.reading_reactions import Reactions
from pathport.formats.celldesigner.reading_species import Kinds, SpeciesTold
from pathport.formats.celldesigner.reading_ways import Ways, style_of
from pathport.formats.celldesigner.states import structural_state
from pathport.formats.celldesigner.terms import (
    BARE,
    CLOSE_UPS,
    COLOUR,
    COMPARTMENT_SHAPE,
    COMPLEX,
    DEFAULT,
    DOUBLE_LINE,
    REGION,
    SHAPED_CLASS,
    SHAPED_POSITION,
    TOP,
)
from pathport.formats.sbml.book import Book
from pathport.model.enumerations import Activity
from pathport.model.layout import (
    Box,
    Decoration,
    DecorationKind,
    End,
    Frame,
    Layout,
    Mark,
    Point,
    Style,
)
from pathport.model.parts import Modification, State
from pathport.model.pathway import Pathway

__all__ = ["laid_out"]

MARK_SIDE = 15.0
"""Of the bubble of a residue, in pixels."""
STRUCTURE = "structure"
"""After the id of a box, that of the mark of its structural state."""
OPEN = "degradation"
"""The shape of what stands on an empty side, as other formats that draw it call it."""


def laid_out(
    pathway: Pathway,
    book: Book,
    *,
    sheet: Sheet,
    kinds: Kinds,
    reactions: Reactions,
    labels: Mapping[str, str],
    controls: Sequence[str],
) -> Layout:
    """The layout of a diagram; ``controls`` are the ids of the controls as they were read,
    ``labels`` the texts in the frames of compartments whose name they are not.
    """
    places = {it.id for it in pathway.compartments}
    reader = _Reader(sheet, kinds, book, places=places, opens=reactions.opens, labels=labels)
    boxes = tuple(reader.boxes())
    frames = tuple(reader.frames())
    reader.tell_places(frames)
    layers = tuple(drawing_of(sheet.layers, book))
    ways = Ways(sheet.aliases, controls, book)
    return Layout(
        width=sheet.canvas[0],
        height=sheet.canvas[1],
        boxes=boxes,
        frames=frames,
        ways=tuple(ways.all(reactions)),
        drawing=(
            *layers,
            *sorted(reader.drawing, key=lambda it: it.id or ""),
            *reader.attached(),
        ),
    )


class _Reader:
    """Reads the boxes and frames of one diagram."""

    def __init__(
        self,
        sheet: Sheet,
        kinds: Kinds,
        book: Book,
        *,
        places: Collection[str],
        opens: Mapping[str, SpeciesTold],
        labels: Mapping[str, str],
    ) -> None:
        self.labels = labels
        self.sheet = sheet
        self.kinds = kinds
        self.book = book
        self.places = places
        self.opens = opens
        self.identities = kinds.identities
        self.drawing: list[Decoration] = []
        self.informing: dict[str, tuple[Rect, Information]] = {}
        """By box or compartment, where it is and its unit of information."""
        self.drawn: set[str] = set()
        """The templates that a box shows."""

    # Boxes

    def boxes(self) -> Iterator[Box]:
        """A box for each alias; those of open sides join the drawing."""
        for alias in self.sheet.aliases.values():
            identity = self.identities.get(alias.species)
            if identity is None:
                what = f'the box "{alias.id}" of "{alias.species}", which is no species'
                self.book.lost(what, alias.line, f"alias {alias.id}")
                continue
            if alias.information is not None:
                self.informing[alias.id] = alias.rect, alias.information
            if alias.species in self.opens:
                if alias.id in self.sheet.groups:
                    what = f'the group "{self.sheet.groups[alias.id]}" of an empty side'
                    self.book.lost(what, alias.line, f"alias {alias.id}")
                self.drawing.append(self._open(alias, identity))
            else:
                yield self._box(alias, identity)
        self._tell_undrawn()

    def _open(self, alias: Alias, identity: Identity) -> Decoration:
        told = self.opens[alias.species]
        is_usual = is_usual_open(told.id, told.name or "", self.sheet.aliases)
        usual_ids = {usual_void(alias.id, side) for side in ("in", "out")}
        x, y, width, height = alias.rect
        return Decoration(
            kind=DecorationKind.SHAPE,
            id=alias.id,
            text=None if is_usual else told.name,
            original_id=None if told.id in usual_ids else told.id,
            points=(Point(x=x, y=y), Point(x=x + width, y=y + height)),
            notes=told.fields["notes"],
            references=told.fields["references"],
            style=self._style(alias, identity, OPEN),
        )

    def tell_places(self, frames: tuple[Frame, ...]) -> None:
        """Tells of a compartment of an empty side that is not the one it is drawn in: a shape of
        the drawing is where it is, and has no other place.
        """
        layout = Layout(frames=frames, drawing=tuple(self.drawing))
        places = [(it.frame.compartment, it.rect) for it in frames_drawn(layout)]
        for alias in self.sheet.aliases.values():
            told = self.opens.get(alias.species)
            if told is None:
                continue
            known = told.compartment in self.places and told.compartment != DEFAULT
            place = told.compartment if known else None
            if place != innermost(places, alias.rect):
                what = f'the compartment "{told.compartment}" of what is drawn elsewhere'
                self.book.lost(what, told.line, f"species {told.id}")

    def _box(self, alias: Alias, identity: Identity) -> Box:
        part = self.kinds.parts.get(alias.species)
        species = self.kinds.whole_of.get(alias.species, alias.species)
        self.book.homes["layout.boxes", alias.id] = ("species", species)
        active = alias.active and not self.kinds.is_active(alias.species)
        position = self.kinds.positions.get(alias.species, "").lower()
        shape = position if position in SHAPED_POSITION else None
        shape = identity.of_class.lower() if identity.of_class in SHAPED_CLASS else shape
        x, y, width, height = alias.rect
        inside = alias.inside if alias.inside in self.sheet.aliases else None
        if alias.inside and inside is None:
            what = f'the box "{alias.inside}" around it, which is none'
            self.book.lost(what, alias.line, f"alias {alias.id}")
        marks = tuple(self._marks(alias, identity))
        return Box(
            id=alias.id,
            species=species,
            x=x,
            y=y,
            width=width,
            height=height,
            inside=inside,
            part=part,
            marks=(*marks, *self._structure(alias, identity, marks)),
            activity=Activity.ACTIVE if active else None,
            group=self.sheet.groups.get(alias.id) or None,
            view=alias.view if alias.view not in ("", USUAL_VIEW) else None,
            style=self._style(alias, identity, shape),
        )

    def _style(self, alias: Alias, identity: Identity, shape: str | None) -> Style:
        template = self.sheet.templates.get(identity.reference)
        kind = template.type if template is not None else ""
        fill = COLOUR.get(kind, COLOUR.get(identity.of_class, ""))
        thickness = COMPLEX_LINE if identity.of_class == COMPLEX else 1.0
        return style_of(alias.look, fill=fill, thickness=thickness, shape=shape)

    def _marks(self, alias: Alias, identity: Identity) -> Iterator[Mark]:
        """The residues that the box shows in a state, and those that only it tells of."""
        template = self.sheet.templates.get(identity.reference)
        if template is None:
            return
        self.drawn.add(template.id)
        taken: set[str] = set()
        for id_, state in dict.fromkeys(identity.residues):
            shows = self.kinds.molecules.modification(template.id, id_, state)
            if shows is not None:
                name = id_ if id_ not in taken else _free(id_, taken | template.residues.keys())
                taken.add(name)
                yield self._mark(alias, name, template.residues[id_], shows)
        for id_, shows in self.kinds.molecules.bare(template.id).items():
            yield self._mark(alias, id_, template.residues[id_], shows, usual=BARE)

    def _structure(
        self, alias: Alias, identity: Identity, others: Collection[Mark]
    ) -> Iterator[Mark]:
        """The structural state of a box with other marks, where that is not at its top."""
        if alias.structure_at in (None, TOP):
            return
        text = next(iter(identity.structures), None)
        if text is None:
            what = "the place of a structural state that the box has not"
            self.book.lost(what, alias.line, f"alias {alias.id}")
            return
        x, y = place_of_angle(alias.structure_at or 0.0)
        yield Mark(
            id=_free(f"{alias.id}_{STRUCTURE}", {it.id for it in others}),
            shows=structural_state(text, identity.of_class),
            x=x,
            y=y,
            width=width_of(text),
            height=MARK_SIDE,
        )

    def _mark(
        self, alias: Alias, id_: str, residue: Residue, shows: Modification, *, usual: str = ""
    ) -> Mark:
        x, y = place_of_angle(residue.angle)
        if shows.site_set is not None or shows.residue or shows.position:
            usual = ""
        return Mark(
            id=f"{alias.id}_{id_}",
            shows=State(modifications=(shows,)),
            x=x,
            y=y,
            width=rounded(residue.size * alias.rect.width) if residue.size else MARK_SIDE,
            height=MARK_SIDE,
            style=Style(shape=REGION.key(residue.kind) or usual or None),
        )

    def _tell_undrawn(self) -> None:
        """Tells of what only boxes could show of templates that have none."""
        for id_, template in self.sheet.templates.items():
            for residue in self.kinds.molecules.bare(id_) if id_ not in self.drawn else ():
                what = f'the residue "{residue}", which no box shows'
                subject = f"{template.of_class.lower()} {id_}"
                self.book.lost(what, template.line, subject)

    # What is attached to boxes and frames

    def attached(self) -> Iterator[Decoration]:
        """The units of information and tags of what has them, by the ids of that."""
        for id_, (rect, told) in sorted(self.informing.items()):
            yield information_read(told, id_, rect)
        for alias in sorted(self.sheet.aliases.values(), key=lambda it: it.id):
            for tag in alias.tags if alias.species in self.identities else ():
                yield tag_read(tag, alias.id)

    # Frames

    def frames(self) -> Iterator[Frame]:
        """A frame for each compartment; what draws one again joins the drawing."""
        seen: set[str] = set()
        for alias in self.sheet.frames:
            rect = self._rect_of_frame(alias)
            if rect is None or alias.compartment not in self.places:
                what = f'the frame "{alias.id}" of "{alias.compartment}"'
                self.book.lost(what, alias.line, f"alias {alias.id}")
                continue
            is_first = alias.compartment not in seen
            seen.add(alias.compartment)
            if alias.information is not None:
                called = alias.compartment if is_first else alias.id
                self.informing[called] = rect, alias.information
            if is_first:
                yield self._frame(alias, rect)
            else:
                self.drawing.append(self._frame_again(alias, rect))
        for compartment in sorted(self.labels.keys() - seen):
            line = self.book.lines.get(("compartment", compartment), 0)
            what = f'the name "{self.labels[compartment]}" in its extension, which no frame shows'
            self.book.lost(what, line, f"compartment {compartment}")

    def _rect_of_frame(self, alias: CompartmentAlias) -> Rect | None:
        if alias.rect is not None or alias.point is None or alias.of_class not in CLOSE_UPS:
            return alias.rect
        width, height = self.sheet.canvas
        return close_up(alias.of_class, alias.point, (width or 0.0, height or 0.0))

    def _frame(self, alias: CompartmentAlias, rect: Rect) -> Frame:
        home = "compartment", alias.compartment
        self.book.homes["layout.frames", alias.compartment] = home
        outer, inner = self._lines(alias)
        return Frame(
            compartment=alias.compartment,
            x=rect.x,
            y=rect.y,
            width=rect.width,
            height=rect.height,
            label=self.labels.get(alias.compartment),
            label_at=None
            if alias.name_at is None
            else Point(x=alias.name_at[0], y=alias.name_at[1]),
            outer_line=outer,
            inner_line=inner,
            style=self._frame_style(alias),
        )

    def _frame_again(self, alias: CompartmentAlias, rect: Rect) -> Decoration:
        """A further frame of a compartment, a shape that starts on it, where its name stands."""
        if self._lines(alias) != (None, None):
            what = f'how thick the lines of the frame "{alias.id}" are'
            self.book.lost(what, alias.line, f"alias {alias.id}")
        at = None if alias.name_at is None else place_on(rect, alias.name_at)
        return Decoration(
            kind=DecorationKind.SHAPE,
            id=alias.id,
            points=(
                Point(x=rect.x, y=rect.y),
                Point(x=rect.x + rect.width, y=rect.y + rect.height),
            ),
            start=End(on=alias.compartment, at=None if at is None else Point(x=at[0], y=at[1])),
            style=self._frame_style(alias),
        )

    @staticmethod
    def _lines(alias: CompartmentAlias) -> tuple[float | None, float | None]:
        """How thick the outer and the inner line of a frame are, where that is not usual."""
        told = (alias.outer, DOUBLE_LINE["outerWidth"]), (alias.inner, DOUBLE_LINE["innerWidth"])
        outer, inner = (None if width == usual else width for width, usual in told)
        return outer, inner

    def _frame_style(self, alias: CompartmentAlias) -> Style:
        shape, thick = COMPARTMENT_SHAPE.key(alias.of_class), DOUBLE_LINE["thickness"]
        return style_of(alias.look, fill=COLOUR["COMPARTMENT"], thickness=thick, shape=shape)


def _free(name: str, taken: Collection[str]) -> str:
    """The name, with as many lines after it as make it another one than those that are taken."""
    return next(it for n in count() if (it := name + "_" * n) not in taken)


USUAL_VIEW = "usual"
COMPLEX_LINE = 2.0
