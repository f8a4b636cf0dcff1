"""What CellDesigner's files hold to in what they draw: classes, templates, residues, aliases.

Each rule is a function over a file; what they demand is in ``codes``.
"""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from pathport.formats.celldesigner import codes
from pathport.formats.celldesigner.checks_frames import frames, membranes, nesting
from pathport.formats.celldesigner.sheet import (
    BOUNDS,
    POSITION,
    CheckedSheet,
    inside,
    numbers_in,
    text_in,
)
from pathport.formats.celldesigner.terms import (
    CLOSE_UPS,
    COMPLEX,
    INSIDE,
    LEVELS_2,
    STRUCTURED,
    TEMPLATE,
    WIDEST,
)
from pathport.formats.grammar import Breach, local_name

__all__ = ["CHECKS", "CHECKS_OF_WHOLE"]

REFERENCES = {it.reference: word for word, it in TEMPLATE.items()}
VERSIONS = re.compile(re.escape(LEVELS_2) + "(/version[234])?")
"""The namespaces of SBML that CellDesigner writes, or wrote."""
SITES = (
    ("listOfModificationResidues", "modificationResidue"),
    ("listOfBindingRegions", "bindingRegion"),
    ("listOfRegions", "region"),
)
"""Where a template has what can be in a state."""
NEAR = 0.01
"""Of a pixel: what two numbers that are one may differ by."""


def version(sheet: CheckedSheet) -> Iterator[Breach]:
    space = etree.QName(sheet.root).namespace or ""
    if not VERSIONS.fullmatch(space):
        yield sheet.breach(codes.VERSION, f"the extension stands in {space}", sheet.root)


def namespace(sheet: CheckedSheet) -> Iterator[Breach]:
    """Whether the extension is in the namespace that all readers look for."""
    if sheet.strange is not None:
        space = etree.QName(sheet.strange).namespace
        sentence = f'<{local_name(sheet.strange)}> stands in "{space}", which no reader knows'
        yield sheet.breach(codes.NAMESPACE, sentence, sheet.strange)


def wrappers(sheet: CheckedSheet) -> Iterator[Breach]:
    if sheet.extension is None:
        if sheet.strange is None:
            sentence = "the model has no extension, with its templates, boxes and frames"
            yield sheet.breach(codes.NO_MODEL, sentence, sheet.model)
    elif local_name(sheet.extension) != "extension":
        sentence = "the extension stands in the annotation itself"
        yield sheet.breach(codes.WRAPPER, sentence, sheet.extension)


# Species


def classes(sheet: CheckedSheet) -> Iterator[Breach]:
    for id_, element in {**sheet.species, **sheet.included}.items():
        if not sheet.class_of(id_):
            yield sheet.breach(codes.NO_CLASS, f"species {id_} has no class", element)


def templates(sheet: CheckedSheet) -> Iterator[Breach]:
    """References to templates, and residues of these."""
    for id_, told in sheet.identities.items():
        word = sheet.class_of(id_)
        named = {
            reference: text
            for reference in REFERENCES
            if (text := text_in(told, "speciesIdentity", reference))
        }
        wanted = TEMPLATE[word].reference if word in TEMPLATE else None
        if word and set(named) != ({wanted} if wanted else set()):
            has = ", ".join(named) or "no reference"
            sentence = f"species {id_} of class {word} has {has}"
            yield sheet.breach(codes.REFERENCE, sentence, told)
        for reference, text in named.items():
            found = sheet.templates.get(text)
            if found is None or found[0] != REFERENCES[reference]:
                sentence = f'species {id_} refers to "{text}", which is no {reference[:-9]}'
                yield sheet.breach(codes.NO_TEMPLATE, sentence, told)
            else:
                yield from _residues(sheet, told, text)


def twice(sheet: CheckedSheet) -> Iterator[Breach]:
    """Ids that two templates have, two residues of one, two species, or two frames."""
    for it in _repeated([element for _, element in sheet.listed_templates]):
        sentence = f'two proteins, genes or RNAs are called "{it.get("id")}"'
        yield sheet.breach(codes.TEMPLATES_TWICE, sentence, it)
    for template, (_, element) in sheet.templates.items():
        for it in _repeated(_sites(element)):
            sentence = f'"{template}" has two residues called "{it.get("id")}"'
            yield sheet.breach(codes.TEMPLATE_TWICE, sentence, it)
    parts = inside(sheet.extension, "listOfIncludedSpecies", "species")
    for it in _repeated([*sheet.species.values(), *parts]):
        sentence = f'two species are called "{it.get("id")}"'
        yield sheet.breach(codes.PART_TWICE, sentence, it)
    for it in _repeated(sheet.drawn_frames):
        yield sheet.breach(codes.ALIAS_TWICE, f'two frames are called "{it.get("id")}"', it)


def _repeated(elements: list[etree._Element]) -> Iterator[etree._Element]:
    """Those with an id that one before them has."""
    seen: set[str | None] = set()
    for it in elements:
        if it.get("id") in seen - {None}:
            yield it
        seen.add(it.get("id"))


def _sites(template: etree._Element) -> list[etree._Element]:
    """The residues and regions of a template."""
    return [it for path in SITES for it in inside(template, *path)]


def _residues(sheet: CheckedSheet, told: etree._Element, template: str) -> Iterator[Breach]:
    known = {it.get("id") for it in _sites(sheet.templates[template][1])}
    seen: set[str | None] = set()
    for it in inside(told, "speciesIdentity", "state", "listOfModifications", "modification"):
        residue = it.get("residue")
        if not residue:
            continue
        if residue in seen:
            sentence = f'"{template}" has the residue "{residue}" in a second state'
            yield sheet.breach(codes.ONE_STATE, sentence, it)
        seen.add(residue)
        if residue not in known:
            sentence = f'"{template}" has no residue "{residue}"'
            yield sheet.breach(codes.RESIDUE, sentence, it)


def structures(sheet: CheckedSheet) -> Iterator[Breach]:
    """The structural states of what can have none."""
    for id_, told in sheet.identities.items():
        word = sheet.class_of(id_)
        found = inside(told, "speciesIdentity", "state", "listOfStructuralStates")
        for it in found if word and word not in STRUCTURED else ():
            sentence = f"species {id_} of class {word} has a structural state"
            yield sheet.breach(codes.STRUCTURE, sentence, it)


def catalyzed(sheet: CheckedSheet) -> Iterator[Breach]:
    """The reactions that species and parts are said to modify."""
    known = {it.get("id") for it in sheet.listed("listOfReactions")}
    for id_, told in sheet.identities.items():
        for it in inside(told, "listOfCatalyzedReactions", "catalyzed"):
            if it.get("reaction") not in known:
                sentence = f'species {id_} modifies "{it.get("reaction")}", which is no reaction'
                yield sheet.breach(codes.CATALYZED, sentence, it)


def multimers(sheet: CheckedSheet) -> Iterator[Breach]:
    """What is told to be several: how many is a number, as the grammar says."""
    for id_, told in sheet.identities.items():
        count = text_in(told, "speciesIdentity", "state", "homodimer")
        if count.isdecimal() and int(count[:9]) < 2:
            sentence = f"species {id_} is a homodimer of {count}"
            yield sheet.breach(codes.MULTIMER, sentence, told)


def wholes(sheet: CheckedSheet) -> Iterator[Breach]:
    """The complexes that parts are in, and how often those are drawn."""
    for id_, element in sheet.included.items():
        whole = text_in(sheet.identities.get(id_), "complexSpecies")
        if whole in sheet.known and not sheet.class_of(whole):
            continue
        if sheet.class_of(whole) != COMPLEX:
            said = f'is in "{whole}", which is no complex' if whole else "names no complex"
            sentence = f"part {id_} {said}"
            yield sheet.breach(codes.WHOLE, sentence, element)
        elif not sheet.aliases_of[id_]:
            sentence = f"part {id_} of {whole} has no alias"
            yield sheet.breach(codes.PART_UNDRAWN, sentence, element)
        elif sheet.aliases_of[id_] != sheet.aliases_of[whole]:
            counts = sheet.aliases_of[id_], sheet.aliases_of[whole]
            sentence = f"part {id_} has {counts[0]} aliases, {whole} that it is in has {counts[1]}"
            yield sheet.breach(codes.PARTS_DRAWN, sentence, element)
    for id_, element in sheet.species.items():
        if not sheet.aliases_of[id_]:
            yield sheet.breach(codes.UNDRAWN, f"species {id_} has no alias", element)


# Aliases


def aliases(sheet: CheckedSheet) -> Iterator[Breach]:
    seen: set[str] = set()
    for it in sheet.drawn:
        id_, species = it.get("id") or "", it.get("species")
        if id_ in seen:
            yield sheet.breach(codes.ALIAS_TWICE, f'two aliases are called "{id_}"', it)
        seen.add(id_)
        if not species:
            continue
        if species not in sheet.known:
            sentence = f'alias {id_} draws "{species}", which is no species'
            yield sheet.breach(codes.ALIAS_OF, sentence, it)
            continue
        yield from _nesting(sheet, it, id_, species)
        is_complex, word = local_name(it) == "complexSpeciesAlias", sheet.class_of(species)
        if word and is_complex != (word == COMPLEX):
            sentence = f"alias {id_} of {word} is a {local_name(it)}"
            yield sheet.breach(codes.COMPLEX_ALIAS, sentence, it)
        yield from _sizes(sheet, it, id_)
        if (size := numbers_in(it, ("size",), "font")) and size[0] <= 0:
            yield sheet.breach(codes.FONT, f"alias {id_} has a font of size {size[0]:g}", it)


def _nesting(sheet: CheckedSheet, it: etree._Element, id_: str, species: str) -> Iterator[Breach]:
    """Whether an alias is in that of its complex, or in the frame of its compartment."""
    around = it.get("complexSpeciesAlias")
    whole = (
        text_in(sheet.identities.get(species), "complexSpecies")
        if species in sheet.included
        else ""
    )
    held = sheet.aliases.get(around or "")
    if (around is None) != (species not in sheet.included):
        told = "in no alias of a complex" if around is None else "in one, and part of none"
        yield sheet.breach(codes.INSIDE, f"alias {id_} of {species} is {told}", it)
    elif around is not None and whole and (held is None or held.get("species") != whole):
        sentence = f'alias {id_} is in "{around}", which is no alias of {whole}'
        yield sheet.breach(codes.INSIDE, sentence, it)
    frame = it.get("compartmentAlias")
    if frame is None:
        place = sheet.species[species].get("compartment") if species in sheet.species else None
        if place in sheet.frames.values():
            sentence = f"alias {id_} is in no frame, {species} in {place}, which has one"
            yield sheet.breach(codes.PLACE, sentence, it)
        return
    if frame not in sheet.frames:
        sentence = f'alias {id_} is in "{frame}", which is no frame'
        yield sheet.breach(codes.FRAME, sentence, it)
    elif species in sheet.species:
        place = sheet.species[species].get("compartment")
        if sheet.frames[frame] in sheet.compartments and sheet.frames[frame] != place:
            sentence = f"alias {id_} is in the frame of {sheet.frames[frame]}, {species} in {place}"
            yield sheet.breach(codes.PLACE, sentence, it)


def _sizes(sheet: CheckedSheet, it: etree._Element, id_: str) -> Iterator[Breach]:
    bounds = numbers_in(it, BOUNDS, "bounds")
    box = numbers_in(it, ("width", "height"), "usualView", "boxSize")
    if len(bounds) == 4 and len(box) == 2:
        if max(abs(box[0] - bounds[2]), abs(box[1] - bounds[3])) > NEAR:
            sentence = (
                f"alias {id_} is {bounds[2]:g} x {bounds[3]:g}, its view {box[0]:g} x {box[1]:g}"
            )
            yield sheet.breach(codes.BOX_SIZE, sentence, it)
        canvas = numbers_in(sheet.extension, ("sizeX", "sizeY"), "modelDisplay")
        if len(canvas) == 2 and not _is_on(bounds, canvas):
            sentence = f"alias {id_} reaches beyond {canvas[0]:g} x {canvas[1]:g}"
            yield sheet.breach(codes.OUTSIDE, sentence, it)


def canvas(sheet: CheckedSheet) -> Iterator[Breach]:
    """Whether the model tells how large its canvas is; that it is a number the grammar says."""
    displays = inside(sheet.extension, "modelDisplay")
    if not displays and sheet.extension is not None:
        yield sheet.breach(codes.CANVAS, "the model has no modelDisplay", sheet.extension)
    for it in displays:
        sizes = numbers_in(sheet.extension, ("sizeX", "sizeY"), "modelDisplay")
        if sizes and max(sizes) > WIDEST:
            sentence = f"the canvas is {sizes[0]:g} x {sizes[1]:g}, and {WIDEST} is the most"
            yield sheet.breach(codes.CANVAS, sentence, it)


def extents(sheet: CheckedSheet) -> Iterator[Breach]:
    """The sizes of boxes and frames, and whether the former are in the latter."""
    frames = sheet.drawn_frames
    for it in (*sheet.drawn, *frames):
        name = f"{local_name(it)} {it.get('id')}"
        bounds = numbers_in(it, ("w", "h"), "bounds")
        if bounds and min(bounds) <= 0:
            sentence = f"{name} is {bounds[0]:g} x {bounds[1]:g}"
            yield sheet.breach(codes.SIZE, sentence, it)
        elif text_in(it, "class") in CLOSE_UPS:
            if not inside(it, "point"):
                sentence = f"{name} of class {text_in(it, 'class')} lacks <point>"
                yield sheet.breach(codes.NEEDED, sentence, it)
        elif not bounds and not inside(it, "bounds"):
            yield sheet.breach(codes.SIZE, f"{name} has no bounds", it)
    rects = {it.get("id"): numbers_in(it, BOUNDS, "bounds") for it in frames}
    for it in sheet.drawn:
        if it.get("compartmentAlias") is it.get("complexSpeciesAlias") is None:
            yield from _unclaimed(sheet, it, rects)
        around = rects.get(it.get("compartmentAlias"))
        rect = numbers_in(it, BOUNDS, "bounds")
        position = text_in(sheet.identities.get(it.get("species") or ""), POSITION)
        if around and rect and position in ("", INSIDE) and not _is_in(rect, around):
            sentence = f"alias {it.get('id')} lies outside {it.get('compartmentAlias')}"
            yield sheet.breach(codes.OUT_OF_FRAME, sentence, it)


def _unclaimed(
    sheet: CheckedSheet, it: etree._Element, rects: Mapping[str | None, list[float]]
) -> Iterator[Breach]:
    """Whether what is in no frame, and in no compartment that has one, is drawn in one."""
    species, rect = it.get("species") or "", numbers_in(it, BOUNDS, "bounds")
    element = sheet.species.get(species)
    place = element.get("compartment") if element is not None else None
    if place is None:
        return
    around = [id_ for id_, frame in rects.items() if frame and rect and _is_in(rect, frame)]
    if around and place not in sheet.frames.values():
        sentence = f"alias {it.get('id')} of {species}, which is in {place}, lies in {around[0]}"
        yield sheet.breach(codes.OUT_OF_FRAME, sentence, it)


def _is_in(rect: list[float], around: list[float]) -> bool:
    """Whether the middle of a rectangle is in another one."""
    return all(
        start <= at + size / 2 <= start + whole
        for at, size, start, whole in zip(rect[:2], rect[2:], around[:2], around[2:], strict=True)
    )


def _is_on(bounds: list[float], canvas: list[float]) -> bool:
    x, y, width, height = bounds
    return x >= 0 and y >= 0 and x + width <= canvas[0] + 1 and y + height <= canvas[1] + 1


def parts(sheet: CheckedSheet) -> Iterator[Breach]:
    """Whether the parts of complexes are where these are."""
    for it in sheet.drawn:
        whole = sheet.aliases.get(it.get("complexSpeciesAlias") or "")
        rect, around = numbers_in(it, BOUNDS, "bounds"), numbers_in(whole, BOUNDS, "bounds")
        if rect and around and not _is_in(rect, around):
            sentence = f"alias {it.get('id')} lies outside {it.get('complexSpeciesAlias')}"
            yield sheet.breach(codes.PART_PLACE, sentence, it)


def groups(sheet: CheckedSheet) -> Iterator[Breach]:
    """The members of groups."""
    for it in inside(sheet.extension, "listOfGroups", "group"):
        for member in (it.get("members") or "").split(","):
            if member.strip() not in sheet.aliases:
                sentence = f'group {it.get("id")} has the member "{member}", which is no alias'
                yield sheet.breach(codes.GROUP, sentence, it)


CHECKS_OF_WHOLE = (version, namespace, wrappers)
"""Whether the file is one with a diagram; if it is not, what names parts of that is not told."""
CHECKS = (
    classes,
    templates,
    twice,
    structures,
    catalyzed,
    multimers,
    wholes,
    aliases,
    frames,
    nesting,
    membranes,
    canvas,
    extents,
    parts,
    groups,
)
"""Those of what is in the diagram."""
