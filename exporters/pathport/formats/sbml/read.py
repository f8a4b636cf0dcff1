"""An SBML file as another program understands it: a pathway, and pathport's marks unread.

The text is parsed in one hardened way and element by element; what has been understood is
forgotten, so that memory follows the pathway. Elements that are not understood are named, with
their place. Levels 2 and 3; SBML Level 3 Version 1 Core, section 4, and Groups Version 1.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

import msgspec
from lxml import etree

from pathport.errors import UnreadableError
from pathport.fidelity.reading import Reading
from pathport.findings import Finding, Location
from pathport.formats import Read
from pathport.formats.native import read_whole
from pathport.formats.sbml.annotation import (
    Annotation,
    let_go,
    licence_of,
    line_of,
    name_of,
    organism_of,
)
from pathport.formats.sbml.book import Book
from pathport.formats.sbml.doubles import with_doubles_told
from pathport.formats.sbml.elements import annotation_of
from pathport.formats.sbml.families import untold
from pathport.formats.sbml.foreign import with_legal_ids
from pathport.formats.sbml.history import date_read
from pathport.formats.sbml.known import KNOWN, LET_GO, Known
from pathport.formats.sbml.losses import Losses
from pathport.formats.sbml.quantities_left import without_faults
from pathport.formats.sbml.quantities_told import untold_parts, with_quantities
from pathport.formats.sbml.read_compartments import read_compartment
from pathport.formats.sbml.read_glyphs import DRAWN, read_drawn
from pathport.formats.sbml.read_layout import with_layout
from pathport.formats.sbml.read_quantities import QUANTITIES, read_measures
from pathport.formats.sbml.read_rates import read_amount, read_rate
from pathport.formats.sbml.read_reactions import read_group, read_reaction
from pathport.formats.sbml.read_species import add_members, assembled, read_species
from pathport.formats.sbml.refusals import LEVEL_1, NO_MODEL, NOT_SBML
from pathport.formats.sbml.terms import ABOUT, GROUPS
from pathport.model.facts import PATHWAY
from pathport.model.pathway import Pathway
from pathport.model.things import Compartment, Module, Species
from pathport.rules import Rule
from pathport.safety.xml import forget, iterparse_xml

__all__ = ["READ", "Dialect", "Reader", "namespace_of", "read", "read_native", "read_with", "sniff"]

LEVEL_2 = "http://www.sbml.org/sbml/level2"
LEVELS = (LEVEL_2, "http://www.sbml.org/sbml/level3/")
FIRST_LEVEL = "http://www.sbml.org/sbml/level1"

Reader = Callable[[etree._Element, Book], None]
"""Reads an element into the book."""


def _read_species(element: etree._Element, book: Book) -> None:
    read_species(element, book)
    read_amount(element, book)


def _read_reaction(element: etree._Element, book: Book) -> None:
    read_reaction(element, book)
    read_rate(element, book)


READ: Mapping[str, Reader] = {
    "compartment": read_compartment,
    "species": _read_species,
    "reaction": _read_reaction,
    **QUANTITIES,
}
"""What of SBML's core is read as soon as it ends, by local name."""

NO_MORE: Mapping[str, Reader] = {}


class Dialect(NamedTuple):
    """What a dialect reads beside SBML's core, or instead of it."""

    more: Mapping[str, Reader] = NO_MORE
    """By tag, what is read in the lists of the model; the tag may be one of the core's."""
    before: Mapping[str, Reader] = NO_MORE
    """By tag, what is read wherever it stands, and so before the element that it stands in."""
    known: Known = KNOWN
    """What needs no word."""
    complete: Callable[[Book], None] | None = None
    """Puts into the book what can be told only once the whole file is read."""
    drawn: Callable[[Pathway, Book], Pathway] | None = None
    """Gives the pathway the layout that the file has."""


CORE_ALONE = Dialect()


def read(content: bytes, *, path: str = "") -> Read:
    """The pathway that an SBML file holds, pathport's records applied while they hold.

    :raises UnreadableError: if it is not XML, not SBML, of Level 1, or without a model.
    :raises FaultyError: if what it says breaks the rules of the model.
    """
    return read_whole(content, path=path, read=read_native)


def sniff(content: bytes) -> bool:
    """Whether the root is SBML's, of any level."""
    try:
        _, root = next(iterparse_xml(content, events=("start",)))
        _core_of(root, "")
    except UnreadableError as error:
        return error.findings[0].code == LEVEL_1.code
    return True


def read_native(content: bytes, *, path: str = "") -> Reading:
    """The pathway as another program understands the file.

    :raises UnreadableError: if it is not XML, not SBML, of Level 1, or without a model.
    """
    return read_with(content, path=path)


def read_with(content: bytes, *, path: str = "", dialect: Dialect = CORE_ALONE) -> Reading:
    """The same for a dialect.

    :raises UnreadableError: if it is not XML, not SBML, of Level 1, or without a model.
    """
    core = namespace_of(content, path=path)
    book = Book(path, level_2=core.startswith(LEVEL_2), known=dialect.known, content=content)
    readers = {f"{{{core}}}{name}": reader for name, reader in READ.items()}
    readers |= {f"{{{GROUPS}}}group": read_group, **dialect.more}
    before = dialect.before
    whole = f"{{{core}}}model"
    lost = [f"{{*}}{name}" for name in LET_GO]
    model = root = None
    tags = [*readers, *before, *DRAWN, whole, *lost]
    for _, element in iterparse_xml(content, path=path, tag=tags):
        if element.tag == whole and _is_outermost(element):
            model, root = _model(element, book), element.getparent()
        elif element.tag in before:
            before[element.tag](element, book)
        elif element.tag in DRAWN:
            read_drawn(element, book)
        elif element.tag not in readers:
            let_go(element)
        elif _is_listed(element, book):
            book.attend_before(element)
            readers[element.tag](element, book)
            forget(element)
    if model is None:
        raise _refused(NO_MODEL, "the file holds no model", path)
    model["notes"] += _notes_of_file(root, book)
    if dialect.complete is not None:
        dialect.complete(book)
    reading = with_doubles_told(with_layout(_reading(model, book, dialect), book), book)
    return without_faults(with_legal_ids(reading, book.words), book)


def namespace_of(content: bytes, *, path: str = "") -> str:
    """The namespace of SBML's core that the root is in.

    :raises UnreadableError: if it is not XML, not SBML, or of Level 1.
    """
    events = iterparse_xml(content, path=path, events=("start",))
    _, root = next(events)
    try:
        return _core_of(root, path)
    except UnreadableError:
        deque(events, maxlen=0)  # what is no XML is told before what is no SBML
        raise


def _core_of(root: etree._Element, path: str) -> str:
    space, name = name_of(root)
    if space == FIRST_LEVEL:
        raise _refused(LEVEL_1, "SBML Level 1 can't be read", path, line_of(root))
    if name != "sbml" or not space.startswith(LEVELS):
        shown = f"<{name}> of {space or 'no namespace'}"
        raise _refused(NOT_SBML, f"the root is {shown}, not SBML's", path, line_of(root))
    return space


def _refused(rule: Rule, sentence: str, path: str, line: int = 0) -> UnreadableError:
    return UnreadableError(rule.finding(sentence, place=Location(path=path, line=line)))


def _is_listed(element: etree._Element, book: Book) -> bool:
    """Whether an element stands in a list of the model itself, not of one that it is made of."""
    parent = element.getparent()
    if parent is None or name_of(parent).local not in book.known["model"]:
        return False
    model = parent.getparent()
    return model is not None and name_of(model).local == "model" and _is_outermost(model)


def _is_outermost(model: etree._Element) -> bool:
    root = model.getparent()
    return root is not None and root.getparent() is None


def _model(element: etree._Element, book: Book) -> dict[str, Any]:
    """What the model says of itself; what else it holds is named."""
    annotation = book.begin(element, (PATHWAY, ""))
    organism = organism_of(annotation)
    fields = {
        "id": element.get("id") or "model",
        "authors": tuple(annotation.authors),
        "created": date_read(annotation, ABOUT["created"]),
        "modified": date_read(annotation, ABOUT["modified"]),
        "organism": organism,
        "version": annotation.text(ABOUT["version"]),
        "licence": _licence(annotation),
    }
    annotation.authors = []
    read_measures(element, book)
    return {**book.common(element, annotation), **fields}


def _notes_of_file(root: etree._Element | None, book: Book) -> tuple[str, ...]:
    """The notes of the sbml element, which are about what it holds; what else it says is named."""
    if root is None:
        return ()
    book.attend(root)
    book.rest(annotation_of(root), root)
    return book.notes(root)


def _licence(annotation: Annotation) -> str | None:
    uris = annotation.uris(ABOUT["licence"])
    return licence_of(uris[0]) if uris else annotation.text(ABOUT["licence"])


def _reading(about: dict[str, Any], book: Book, dialect: Dialect) -> Reading:
    """All that was read, references by metaid and id resolved."""
    for complex_ in book.complexes:
        book.species.append(assembled(complex_, book))
    for family in book.families:
        add_members(family, book)
    controls = book.controls()
    there = {it.id for it in (*book.processes, *controls, *book.associations, *book.modules)}
    places = {it.id for it in book.compartments}
    pathway = Pathway(
        compartments=tuple(_inside(it, places, book) for it in book.compartments),
        molecules=tuple(book.molecules),
        species=tuple(_settled(it, book) for it in book.species),
        processes=tuple(book.processes),
        controls=tuple(controls),
        associations=tuple(book.associations),
        modules=tuple(_module(it, there, book) for it in book.modules),
        **about,
    )
    if dialect.drawn is not None:
        pathway = dialect.drawn(pathway, book)
    drawn = book.drawings.references()
    for part in book.unnamed_modifiers:
        if part.id not in drawn:
            what, many = f'id="{part.id}"', "id of modifierSpeciesReference"
            book.losses.count(what, part.line, part.subject, many=many)
    return Reading(
        pathway=with_quantities(pathway, book),
        marks=tuple(book.marks),
        occurrences=book.occurrences,
        lines=book.lines,
        homes=book.homes,
        findings=book.losses.findings(),
        late=partial(_untold, book),
    )


def _untold(book: Book, pathway: Pathway) -> Iterator[Finding]:
    """What is lost of the file unless this pathway has it, by a record or by what else is said."""
    yield from untold(book.classes, pathway, book.losses.path)
    yield from untold_parts(book.unnamed_parts, pathway, book.losses.path)
    there = {it.id for it in pathway.controls}
    losses = Losses(book.losses.path)
    for what, line, subject, controls in book.unjoined:
        if there.issuperset(controls):
            losses.count(what, line, subject)
    yield from losses.findings()


def _inside(compartment: Compartment, there: set[str], book: Book) -> Compartment:
    """A compartment with what is around it, which Level 2 names by its id."""
    if compartment.inside is None or compartment.inside in there:
        return compartment
    line = book.lines["compartment", compartment.id]
    known = book.named([compartment.inside], line, f"compartment {compartment.id}")
    return msgspec.structs.replace(compartment, inside=known[0] if known else None)


def _settled(species: Species, book: Book) -> Species:
    """A species with its members, and nowhere if its compartment is none; lists have no order."""
    if species.compartment in book.implicit:
        species = msgspec.structs.replace(species, compartment=None)
    if not species.members:
        return species
    known = book.named(species.members, book.lines["species", species.id], f"species {species.id}")
    return msgspec.structs.replace(species, members=tuple(known))


def _module(module: Module, there: set[str], book: Book) -> Module:
    """A module with those of its members that a module may have."""
    line, subject = book.lines["module", module.id], f"group {module.id}"
    references = [it for it in module.members if it.startswith("#")]
    members = [it for it in module.members if it not in references]
    members += book.named(references, line, subject)
    for member in members:
        if member not in there:
            book.lost(f'member "{member}"', line, subject)
    return msgspec.structs.replace(
        module, members=tuple(member for member in members if member in there)
    )
