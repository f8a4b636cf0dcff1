"""The extension of the model: the canvas, included species, aliases and templates, in its order.

All lists stand there, empty ones too, but the one of included species: readers rely on them.
"""

from collections.abc import Iterable, Iterator
from functools import partial

import msgspec

from pathport.formats.celldesigner.aliases import Alias
from pathport.formats.celldesigner.attached import information_said
from pathport.formats.celldesigner.border import Residue
from pathport.formats.celldesigner.diagram import Diagram
from pathport.formats.celldesigner.drawn import Void
from pathport.formats.celldesigner.entity import Entity, TemplateOf
from pathport.formats.celldesigner.geometry import Rect, place_of_angle, point_of_close_up
from pathport.formats.celldesigner.markup import (
    bounds_said,
    element,
    empty,
    extension,
    many,
    paint_said,
    pixels,
    text_element,
)
from pathport.formats.celldesigner.names import written_name
from pathport.formats.celldesigner.terms import (
    ACTIVE,
    BINDING_REGION,
    CLOSE_UPS,
    COMPARTMENT_SHAPE,
    COMPLEX,
    DEGRADED,
    DOUBLE_LINE,
    INACTIVE,
    MODEL_VERSION,
    MODIFICATION_SITE,
    TEMPLATE,
    WIDEST,
)
from pathport.formats.celldesigner.write_identity import identity_said
from pathport.formats.celldesigner.write_layers import layers_said
from pathport.formats.sbml.markup import DUBLIN_CORE, escaped, rdf
from pathport.formats.sbml.statements import bag_of, common_said
from pathport.formats.sbml.terms import HAS_PART, XHTML
from pathport.model.layout import Frame, Style

__all__ = ["model_extension", "notes_said"]

FONT = 12.0
NAME_INSIDE = 20.0
"""How far inside its upper left corner a compartment has its name."""
MARGIN = 20.0
VIEWS = ("usual", "brief", "complexnoborder", "complexparentbrief")
"""How much of a complex a box can show."""
TEMPLATES = ("PROTEIN", "GENE", "RNA", "ANTISENSE_RNA")


def model_extension(diagram: Diagram) -> str:
    """The whole of it."""
    aliases = diagram.aliases.all
    width, height = canvas(diagram)
    parts = (
        text_element("modelVersion", MODEL_VERSION),
        empty("modelDisplay", sizeX=str(width), sizeY=str(height)),
        many("listOfIncludedSpecies", _included(diagram)),
        many("listOfCompartmentAliases", _frames(diagram), always=True),
        many(
            "listOfComplexSpeciesAliases",
            (_alias(diagram, it) for it in aliases if it.entity.word == COMPLEX),
            always=True,
        ),
        many(
            "listOfSpeciesAliases",
            (
                *(_alias(diagram, it) for it in aliases if it.entity.word != COMPLEX),
                *(_void(diagram, it) for it in diagram.voids),
            ),
            always=True,
        ),
        many(
            "listOfGroups",
            (empty("group", id=id_, members=",".join(it)) for id_, it in diagram.groups.items()),
            always=True,
        ),
        *(
            many(
                TEMPLATE[word].list,
                (_template(it) for it in diagram.entities.templates if it.word == word),
                always=True,
            )
            for word in TEMPLATES
        ),
        many("listOfLayers", layers_said(diagram.attached.others), always=True),
        many("listOfBlockDiagrams", (), always=True),
    )
    return extension("".join(parts))


def canvas(diagram: Diagram) -> tuple[int, int]:
    """As wide and high as is told, or as holds everything."""
    rects = [it.rect for it in diagram.aliases.all] + [it.rect for it in diagram.voids]
    rects += [it.rect for it in diagram.frames]
    layout = diagram.pathway.layout
    wide = max((it.x + it.width for it in rects), default=0.0) + MARGIN
    high = max((it.y + it.height for it in rects), default=0.0) + MARGIN
    return (
        _extent(wide if layout.width is None else layout.width),
        _extent(high if layout.height is None else layout.height),
    )


def _extent(size: float) -> int:
    return max(1, min(WIDEST, round(size)))


# Included species


def _included(diagram: Diagram) -> Iterator[str]:
    for top in diagram.entities.all:
        yield from _inside(diagram, top)


def _inside(diagram: Diagram, whole: Entity) -> Iterator[str]:
    for part in whole.parts:
        said = text_element("complexSpecies", whole.id) + identity_said(diagram, part)
        inner = _of_part(diagram, part, whole) + element("annotation", {}, said)
        yield element("species", {"id": part.id, "name": written_name(part.name)}, inner)
        yield from _inside(diagram, part)


def _of_part(diagram: Diagram, part: Entity, whole: Entity) -> str:
    """The notes of a part; what RDF says of it stands in them, where MINERVA has it."""
    if part.shows is None:
        return ""
    identifiers = (*diagram.identifiers_of_part(part), *part.shows.identifiers)
    told = msgspec.structs.replace(part.shows, identifiers=identifiers)
    tells = partial(_tells_members, part, whole)
    said = [it for it in common_said(told, but=tells) if not it.startswith(DUBLIN_CORE)]
    said += filter(None, [bag_of(HAS_PART, diagram.parts_told.get(part.id, ()))])
    return notes_said(part.shows.notes, rdf(part.id, said, "") if said else "")


def _tells_members(part: Entity, whole: Entity, qualifier: str, _: str) -> bool:
    """Whether a statement would tell what a complex by name is made of, or say of a member what a
    member has no place for.
    """
    is_told = whole.is_by_name or (part.is_by_name and bool(part.parts))
    return qualifier == HAS_PART and is_told


def notes_said(texts: Iterable[str], more: str = "") -> str:
    """Notes of an element of the extension, with ``more`` after them."""
    inner = "".join(f"<p>{escaped(text)}</p>\n" for text in texts) + more
    if not inner:
        return ""
    head = "<head>\n<title/>\n</head>\n"
    return element("notes", {}, f'<html xmlns="{XHTML}">\n{head}<body>\n{inner}</body>\n</html>\n')


# Aliases


def _alias(diagram: Diagram, alias: Alias) -> str:
    entity = alias.entity
    is_complex = entity.word == COMPLEX
    framed = None if alias.within else diagram.frame_around(alias.compartment, alias.rect)
    values = {
        "id": alias.id,
        "species": alias.species,
        "compartmentAlias": framed.id if framed is not None else None,
        "complexSpeciesAlias": alias.within or None,
    }
    usual = diagram.look_of(entity)
    return element(
        "complexSpeciesAlias" if is_complex else "speciesAlias",
        values,
        _drawn(
            alias.rect,
            alias.style,
            usual,
            view=alias.view if alias.view in VIEWS else VIEWS[0],
            is_active=alias.active,
            inner=diagram.inner_position(alias),
            backup=is_complex,
            structure_at=alias.structure_at,
            attached=diagram.attached_to(alias.id),
        ),
    )


def _void(diagram: Diagram, void: Void) -> str:
    framed = diagram.frame_around(void.compartment, void.rect)
    frame = framed.id if framed is not None else None
    values = {"id": void.alias, "species": void.species, "compartmentAlias": frame}
    drawn = _drawn(
        void.rect,
        void.style,
        DEGRADED,
        view=VIEWS[0],
        is_active=False,
        inner=diagram.position_in(void.compartment, void.rect),
        backup=False,
        structure_at=None,
        attached=diagram.attached_to(void.alias),
    )
    return element("speciesAlias", values, drawn)


def _drawn(
    rect: Rect,
    style: Style,
    usual: str,
    *,
    view: str | None,
    is_active: bool,
    inner: tuple[float, float],
    backup: bool,
    structure_at: float | None,
    attached: str,
) -> str:
    """How an alias is drawn, in the schema's order."""
    size = style.size if style.size is not None else FONT
    line = style.thickness if style.thickness is not None else (2.0 if usual == COMPLEX else 1.0)
    box = empty("boxSize", width=pixels(rect.width), height=pixels(rect.height))
    look = (
        empty("innerPosition", x=pixels(inner[0]), y=pixels(inner[1]))
        + box
        + empty("singleLine", width=pixels(line))
        + paint_said(style, usual)
    )
    brief = (
        empty("innerPosition", x="0.0", y="0.0")
        + empty("boxSize", width="80.0", height="60.0")
        + empty("singleLine", width="0.0")
        + empty("paint", color="3fff0000", scheme="Color")
    )
    return "".join(
        (
            text_element("activity", ACTIVE if is_active else INACTIVE),
            bounds_said(rect),
            empty("font", size=_number(size)),
            empty("view", state=view),
            empty("backupSize", w="0.0", h="0.0") if backup else "",
            empty("backupView", state="none") if backup else "",
            "" if structure_at is None else empty("structuralState", angle=pixels(structure_at)),
            element("usualView", {}, look),
            element("briefView", {}, brief),
            attached,
        )
    )


def _number(size: float) -> str:
    return str(int(size)) if size == int(size) else pixels(size)


# Compartments


def _frames(diagram: Diagram) -> Iterator[str]:
    for framed in diagram.frames:
        frame, rect = framed.frame, framed.rect
        word = COMPARTMENT_SHAPE.word(frame.style.shape) or COMPARTMENT_SHAPE.word(None) or ""
        x, y = rect.x + NAME_INSIDE, rect.y + NAME_INSIDE
        if frame.label_at is not None:
            x, y = frame.label_at.x, frame.label_at.y
        yield element(
            "compartmentAlias",
            {"id": framed.id, "compartment": frame.compartment},
            "".join(
                (
                    text_element("class", word),
                    _where(word, rect),
                    empty("namePoint", x=pixels(x), y=pixels(y)),
                    _membrane(frame),
                    paint_said(frame.style, "COMPARTMENT"),
                    information_said(diagram.attached.information.get(framed.called)),
                )
            ),
        )


def _where(word: str, rect: Rect) -> str:
    if word not in CLOSE_UPS:
        return bounds_said(rect)
    x, y = point_of_close_up(word, rect)
    return empty("point", x=pixels(x), y=pixels(y))


def _membrane(frame: Frame) -> str:
    widths = frame.style.thickness, frame.outer_line, frame.inner_line
    told = zip(DOUBLE_LINE, widths, strict=True)
    said = {name: DOUBLE_LINE[name] if width is None else width for name, width in told}
    return empty("doubleLine", **{name: pixels(width) for name, width in said.items()})


# Templates


def _template(template: TemplateOf) -> str:
    known = TEMPLATE[template.word]
    values = {
        "id": template.id,
        "name": written_name(template.name),
        "type": known.type or template.type,
    }
    return element(known.element, values, notes_said(template.notes) + _residues(template))


def _residues(template: TemplateOf) -> str:
    """Residues of a protein, after the regions that bind; of a gene or RNA, regions all."""
    residues = template.residues.values()
    if template.word != "PROTEIN":
        return many("listOfRegions", map(_region, residues))
    binding = [it for it in residues if it.kind == BINDING_REGION]
    others = [it for it in residues if it.kind != BINDING_REGION]
    return many("listOfBindingRegions", map(_binding_region, binding)) + many(
        "listOfModificationResidues", map(_residue, others)
    )


def _residue(it: Residue) -> str:
    return empty(
        "modificationResidue",
        id=it.id,
        name=written_name(it.name) or None,
        angle=pixels(it.angle),
        side=it.kind or "none",
    )


def _binding_region(it: Residue) -> str:
    return empty(
        "bindingRegion",
        angle=pixels(it.angle),
        id=it.id,
        name=written_name(it.name) or None,
        size=pixels(it.size),
    )


def _region(it: Residue) -> str:
    """A region along the upper edge; one that is no residue begins at its place."""
    along = (place_of_angle(it.angle)[0] + 1) / 2
    return empty(
        "region",
        id=it.id,
        name=written_name(it.name) or None,
        size=pixels(it.size),
        pos=pixels(min(1.0, max(0.0, along - it.size / 2))),
        type=it.kind or MODIFICATION_SITE,
        active="false",
    )
