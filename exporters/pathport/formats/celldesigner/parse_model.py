"""The extension of the model: templates, parts of complexes, boxes and frames, as plain values."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from lxml import etree

from pathport.formats.celldesigner.extension import (
    children,
    colour_of,
    first,
    is_gradient,
    number_of,
    text_at,
)
from pathport.formats.celldesigner.geometry import Rect, Spot, angle_of_mark
from pathport.formats.celldesigner.names import read_name
from pathport.formats.celldesigner.parts import (
    Alias,
    CompartmentAlias,
    Identity,
    Included,
    Information,
    Look,
    Residue,
    Tag,
    Template,
)
from pathport.formats.celldesigner.terms import (
    ACTIVE,
    BINDING_REGION,
    COMPLEX,
    INACTIVE,
    INFORMATION,
    MODIFICATION_SITE,
    NO_INFORMATION,
    REGION,
    SIDE_INSIDE,
    TAG,
    TEMPLATE,
)
from pathport.formats.sbml.annotation import RDF_ROOT, Annotation, line_of
from pathport.formats.sbml.book import Book
from pathport.formats.sbml.elements import child, subject_of
from pathport.formats.sbml.note_texts import note_texts
from pathport.formats.sbml.terms import HAS_PART

__all__ = ["Sheet", "identity_in"]

REFERENCES = tuple(it.reference for it in TEMPLATE.values())
AT_TOP = -1.5707963267948966
"""Where the unit of information of a box stands that has none."""
COUNT = re.compile(r"0*[1-9][0-9]{0,8}")
BOUNDS = ("x", "y", "w", "h")
Elements = Sequence[etree._Element]
T = TypeVar("T", Template, Included, Alias)


class Sheet:
    """What the extension of the model says."""

    def __init__(self, model: Elements, book: Book) -> None:
        self.book = book
        self.canvas = _size(first(model, "modelDisplay"), book)
        self.templates = self._by_id("template", self._templates(model))
        self.included = self._by_id("part of a complex", self._included(model))
        self.aliases = self._by_id("alias", self._aliases(model))
        self.frames = tuple(self._frames(model))
        self.groups = self._groups(model)
        """By alias, the group that it is in."""
        self.layers = tuple(children(model, "listOfLayers", "layer"))

    def _by_id(self, what: str, found: Iterator[T]) -> dict[str, T]:
        """Elements by their ids; what has none, or that of another one, is lost."""
        known: dict[str, T] = {}
        for it in found:
            is_called = bool(it.id.strip())
            if not is_called or known.setdefault(it.id, it) is not it:
                which = f'a second {what} "{it.id}"' if is_called else f"the {what} without an id"
                self.book.lost(f"{which}, {_told_of(it)}", it.line, "model")
        return known

    # Templates

    def _templates(self, model: Elements) -> Iterator[Template]:
        for of_class, it in TEMPLATE.items():
            for element in children(model, it.list, it.element):
                yield Template(
                    id=element.get("id") or "",
                    of_class=of_class,
                    name=read_name(element.get("name") or ""),
                    type=element.get("type") or it.type,
                    notes=self._notes(element),
                    residues=self._residues(element),
                    line=line_of(element),
                )

    def _residues(self, template: etree._Element) -> dict[str, Residue]:
        """What is on the border of a template's boxes, by id; an id that comes again is lost."""
        found: dict[str, Residue] = {}
        for listed, name, read in BORDER:
            for element in children(template, listed, name):
                id_ = element.get("id") or f"_{len(found) + 1}"
                if id_ in found:
                    self.book.lose(f'a {name} with the id "{id_}" of another', element, template)
                else:
                    found[id_] = read(element, self.book)
        return found

    def _notes(self, element: etree._Element) -> tuple[str, ...]:
        texts, lost = note_texts(child(element, "notes"))
        for what in lost:
            self.book.lose(what, element)
        return tuple(texts)

    # Parts of complexes

    def _included(self, model: Elements) -> Iterator[Included]:
        for element in children(model, "listOfIncludedSpecies", "species"):
            told = first(element, "annotation")
            within = element if told is None else told
            identity = identity_in(within, element, self.book)
            annotation = _annotation_in_notes(element)
            is_complex = identity.of_class == COMPLEX
            members = tuple(annotation.terms(HAS_PART, which=bool)) if is_complex else ()
            fields = self.book.common(element, annotation)
            del fields["name"]
            yield Included(
                id=element.get("id") or "",
                name=read_name(element.get("name") or ""),
                whole=text_at(within, "complexSpecies"),
                identity=identity,
                members=members,
                fields=fields,
                line=line_of(element),
            )

    # Boxes and frames

    def _aliases(self, model: Elements) -> Iterator[Alias]:
        for name in ("complexSpeciesAlias", "speciesAlias"):
            for element in children(model, f"listOf{name[0].upper()}{name[1:]}es", name):
                view = first(element, "view")
                yield Alias(
                    id=element.get("id") or "",
                    species=element.get("species") or "",
                    inside=element.get("complexSpeciesAlias") or "",
                    active=self._is_active(element),
                    rect=self._bounds(element),
                    view="" if view is None else view.get("state") or "",
                    look=self._look(element),
                    line=line_of(element),
                    information=_information(element, self.book),
                    tags=tuple(_tags(element, self.book)),
                    structure_at=number_of(first(element, "structuralState"), "angle", self.book),
                )

    def _bounds(self, alias: etree._Element) -> Rect:
        """Where a box is; what its bounds don't tell is 0, and lost."""
        bounds, subject = first(alias, "bounds"), f"alias {alias.get('id')}"
        if bounds is None:
            self.book.lost("its bounds, which are not there", line_of(alias), subject)
            return Rect(0, 0, 0, 0)
        for name in BOUNDS:
            if bounds.get(name) is None:
                what = f"{name} of its bounds, which is not there (read as 0)"
                self.book.lost(what, line_of(alias), subject)
        told = (number_of(bounds, it, self.book, subject=subject) for it in BOUNDS)
        return Rect(*(it or 0.0 for it in told))

    def _is_active(self, alias: etree._Element) -> bool:
        word = text_at(alias, "activity")
        if word not in ("", ACTIVE, INACTIVE):
            self.book.losses.count(
                f'the activity "{word}"', line_of(alias), f"alias {alias.get('id')}"
            )
        return word == ACTIVE

    def _look(self, alias: etree._Element) -> Look:
        paint = first(alias, "usualView", "paint")
        return Look(
            fill=colour_of(paint, self.book),
            gradient=is_gradient(paint),
            thickness=number_of(first(alias, "usualView", "singleLine"), "width", self.book),
            size=number_of(first(alias, "font"), "size", self.book),
        )

    def _frames(self, model: Elements) -> Iterator[CompartmentAlias]:
        for element in children(model, "listOfCompartmentAliases", "compartmentAlias"):
            double, paint = first(element, "doubleLine"), first(element, "paint")
            yield CompartmentAlias(
                id=element.get("id") or "",
                compartment=element.get("compartment") or "",
                of_class=text_at(element, "class"),
                rect=_rect(first(element, "bounds"), self.book),
                point=_spot(first(element, "point"), self.book),
                name_at=_spot(first(element, "namePoint"), self.book),
                look=Look(
                    fill=colour_of(paint, self.book),
                    gradient=is_gradient(paint),
                    thickness=number_of(double, "thickness", self.book),
                ),
                outer=number_of(double, "outerWidth", self.book),
                inner=number_of(double, "innerWidth", self.book),
                line=line_of(element),
                information=_information(element, self.book),
            )

    def _groups(self, model: Elements) -> dict[str, str]:
        found: dict[str, str] = {}
        for element in children(model, "listOfGroups", "group"):
            id_ = element.get("id") or ""
            for member in filter(None, map(str.strip, (element.get("members") or "").split(","))):
                if member not in self.aliases:
                    self.book.lose(f'"{member}" in the group "{id_}", which is no box', element)
                elif found.setdefault(member, id_) != id_:
                    what = f'"{member}" in the group "{id_}", beside "{found[member]}"'
                    self.book.lose(what, element)
        return found


def _told_of(it: Template | Included | Alias) -> str:
    """What else tells which one of those of its kind something is."""
    if isinstance(it, Template):
        return f'called "{it.name}"'
    return f'in "{it.whole}"' if isinstance(it, Included) else f'of "{it.species}"'


def _annotation_in_notes(element: etree._Element) -> Annotation:
    """What is said of a part of a complex, taken out of its notes: the part has no annotation of
    SBML's, so that MINERVA puts its RDF there.
    """
    held = etree.Element("annotation")
    notes = child(element, "notes")
    for it in () if notes is None else list(notes.iter(RDF_ROOT)):
        before, around = it.getprevious(), it.getparent()
        if before is not None:
            before.tail = (before.tail or "") + (it.tail or "")
        elif around is not None:
            around.text = (around.text or "") + (it.tail or "")
        held.append(it)
    return Annotation(held, element.get("id"))


def _size(display: etree._Element | None, book: Book) -> tuple[float | None, float | None]:
    return number_of(display, "sizeX", book), number_of(display, "sizeY", book)


def _spot(element: etree._Element | None, book: Book) -> Spot | None:
    x, y = number_of(element, "x", book), number_of(element, "y", book)
    return None if x is None or y is None else (x, y)


def _rect(bounds: etree._Element | None, book: Book) -> Rect | None:
    spot = _spot(bounds, book)
    width, height = number_of(bounds, "w", book), number_of(bounds, "h", book)
    return None if spot is None or width is None or height is None else Rect(*spot, width, height)


def _information(alias: etree._Element, book: Book) -> Information | None:
    """The unit of information of a box; what it tells without being shown is lost."""
    element = first(alias, "info")
    if element is None:
        return None
    angle = number_of(element, "angle", book)
    told = Information(
        element.get("state") or "",
        read_name(element.get("prefix") or ""),
        read_name(element.get("label") or ""),
        AT_TOP if angle is None else angle,
    )
    if INFORMATION.key(told.state) is not None:
        return told
    unusual = (told.angle != AT_TOP, told.prefix or told.label)
    if told.state not in ("", NO_INFORMATION) or any(unusual):
        book.lose_element(element, alias)
    return None


def _tags(alias: etree._Element, book: Book) -> Iterator[Tag]:
    for element in children(alias, "listOfSpeciesTag", "SpeciesTag"):
        key = first(element, "KeyInfo")
        rect = _rect(first(element, "TagBounds"), book)
        direction = "" if key is None else key.get("direct") or ""
        if key is None or rect is None or TAG.key(direction) is None:
            book.lose_element(element, alias)
            continue
        paint = first(element, "TagFramePaint")
        yield Tag(
            name=read_name(key.get("name") or ""),
            direction=direction,
            rect=rect,
            look=Look(
                fill=colour_of(paint, book),
                gradient=is_gradient(paint),
                thickness=number_of(first(element, "TagEdgeLine"), "width", book),
            ),
        )


# Residues and regions


def _name_of(element: etree._Element) -> str:
    """The name of a residue or region; blanks are none."""
    name = read_name(element.get("name") or "")
    return name if name.strip() else ""


def _residue(element: etree._Element, book: Book) -> Residue:
    angle = number_of(element, "angle", book) or 0.0
    kind = SIDE_INSIDE if element.get("side") == SIDE_INSIDE else ""
    return Residue(_name_of(element), angle, kind)


def _binding_region(element: etree._Element, book: Book) -> Residue:
    angle = number_of(element, "angle", book) or 0.0
    size = number_of(element, "size", book) or 0.0
    return Residue(_name_of(element), angle, BINDING_REGION, size)


def _region(element: etree._Element, book: Book) -> Residue:
    """A region of a gene or RNA, which begins at its place; a residue is in the middle of its."""
    name = _name_of(element)
    along = number_of(element, "pos", book) or 0.0
    kind = REGION.word((element.get("type") or "").lower()) or ""
    size = number_of(element, "size", book) or 0.0
    if not kind and element.get("type") not in (None, MODIFICATION_SITE):
        _tell_of_region(element, "type", book)
    if not kind and size:
        _tell_of_region(element, "size", book)
    size = size if kind else 0.0
    return Residue(name, angle_of_mark((2 * along + size - 1, -1.0)), kind, size)


def _tell_of_region(element: etree._Element, name: str, book: Book) -> None:
    """Tells of an attribute of a region that nobody reads."""
    what = f'{name}="{element.get(name)}" of the region "{element.get("id") or ""}"'
    template = next(it for it in element.iterancestors() if it.get("id"))
    book.losses.count(what, line_of(element), subject_of(template), many=f"{name} of region")


BORDER: tuple[tuple[str, str, Callable[[etree._Element, Book], Residue]], ...] = (
    ("listOfModificationResidues", "modificationResidue", _residue),
    ("listOfBindingRegions", "bindingRegion", _binding_region),
    ("listOfRegions", "region", _region),
)
"""What is on the border of a box: its list, its element, and how that is read."""


# Identities


def identity_in(among: Elements | etree._Element, owner: etree._Element, book: Book) -> Identity:
    """What the ``speciesIdentity`` among these elements of a species or part says; a number of
    subunits that is none is lost.
    """
    identity = first(among, "speciesIdentity")
    told: Elements | etree._Element = () if identity is None else identity
    homodimer = text_at(told, "state", "homodimer")
    counted = COUNT.fullmatch(homodimer)
    if homodimer and counted is None:
        book.lose(f'homodimer "{homodimer}"', owner)
    references = [text for name in REFERENCES if (text := text_at(told, name))]
    return Identity(
        of_class=text_at(told, "class"),
        name=read_name(text_at(told, "name")),
        reference=references[0] if references else "",
        hypothetical=text_at(told, "hypothetical") == "true",
        multimer=int(homodimer) if counted else 1,
        residues=tuple(_states(told, owner, book)),
        structures=tuple(_structures(told)),
    )


def _states(
    told: Elements | etree._Element, bearer: etree._Element, book: Book
) -> Iterator[tuple[str, str]]:
    """The residues of a species, each with its state; what tells none is lost."""
    for element in children(told, "state", "listOfModifications", "modification"):
        residue, state = element.get("residue") or "", (element.get("state") or "").strip()
        if state:
            yield residue, state
        else:
            what = f'the residue "{residue}", which has no state'
            book.lost(what, line_of(element), f"species {bearer.get('id')}")


def _structures(told: Elements | etree._Element) -> Iterator[str]:
    """Structural states; MINERVA has each as a text, too. Blanks are none."""
    for element in children(told, "state", "listOfStructuralStates", "structuralState"):
        text = read_name(element.get("structuralState") or (element.text or "").strip())
        if text.strip() and text != "empty":
            yield text
