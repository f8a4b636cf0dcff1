"""A CellDesigner file as another program understands it: a pathway, and pathport's marks unread.

SBML's own elements are read as in the base, in any version of Level 2; what CellDesigner's
extension says of them decides what they are. An element without an extension is read as SBML.
CellDesigner Extension Tag Specification, fourth edition.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial

import msgspec
from lxml import etree

from pathport.errors import UnreadableError
from pathport.fidelity.reading import Reading
from pathport.fidelity.records import Mark
from pathport.formats import Read
from pathport.formats.celldesigner.extension import Extensions, text_at
from pathport.formats.celldesigner.known import UNDERSTOOD
from pathport.formats.celldesigner.names import read_name
from pathport.formats.celldesigner.outermost import says_nothing
from pathport.formats.celldesigner.parse_model import Sheet, identity_in
from pathport.formats.celldesigner.parse_reaction import reaction_in
from pathport.formats.celldesigner.reading_gates import joins_unknown
from pathport.formats.celldesigner.reading_layout import laid_out
from pathport.formats.celldesigner.reading_reactions import Reactions
from pathport.formats.celldesigner.reading_species import Kinds, SpeciesTold
from pathport.formats.celldesigner.remarks import UNDRAWN
from pathport.formats.celldesigner.terms import (
    CELLDESIGNER,
    COMPLEX,
    DEFAULT,
    DEGRADED,
    INSIDE,
    SIDE,
)
from pathport.formats.celldesigner.terms import KIND as CLASS
from pathport.formats.celldesigner.told_reactions import ModifierTold, ReactionTold
from pathport.formats.native import read_whole
from pathport.formats.sbml.annotation import line_of, name_of, organism_of
from pathport.formats.sbml.book import Book, Modifier
from pathport.formats.sbml.elements import child, label_in, term_of
from pathport.formats.sbml.read import READ, Dialect, namespace_of, read_with
from pathport.formats.sbml.read import sniff as is_sbml
from pathport.formats.sbml.read_compartments import read_compartment
from pathport.formats.sbml.read_rates import read_amount, read_rate
from pathport.formats.sbml.read_reactions import (
    effect_of,
    is_reversible,
    items_of,
    own_id_of,
    sides_of,
    source_of,
)
from pathport.formats.sbml.read_species import cells_read
from pathport.formats.sbml.terms import HAS_PART, KIND, PROCESS, nearest
from pathport.model.layout import Layout
from pathport.model.pathway import Pathway
from pathport.model.things import Compartment
from pathport.safety.xml import iterparse_xml

__all__ = ["read", "read_native", "sniff"]

ANNOTATION = "annotation"
MODIFIER = "modifierSpeciesReference"
NOTHING = "sbo:0000291"
"""The term of an empty set, which a species on an empty side has."""
SHAPED = frozenset({"notes", "references"})
"""What the shape of an empty side has of the species that stands there, beside its name."""
NAMED = re.compile(
    rb"<(?:\w+:)?ci\b[^<>]*>\s*([^<\s]+)\s*</|(?:variable|symbol)\s*=\s*[\"']([^\"']+)[\"']"
)
"""What formulas and rules name."""


def read(content: bytes, *, path: str = "") -> Read:
    """The pathway that a file holds, pathport's records applied while they hold.

    :raises UnreadableError: if it is not XML, not SBML, of Level 1, or without a model.
    :raises FaultyError: if what it says breaks the rules of the model.
    """
    return read_whole(content, path=path, read=read_native)


def sniff(content: bytes) -> bool:
    """Whether the root is SBML's and something in it is an element of CellDesigner's."""
    try:
        tag = f"{{{CELLDESIGNER}}}*"
        found = next(iterparse_xml(content, events=("start",), tag=tag), None)
    except UnreadableError:
        return False
    return found is not None and is_sbml(content)


def read_native(content: bytes, *, path: str = "") -> Reading:
    """The pathway as another program understands the file.

    :raises UnreadableError: if it is not XML, not SBML, of Level 1, or without a model.
    """
    core = namespace_of(content, path=path)
    reader = _Reader(content)
    more = {
        "compartment": reader.compartment,
        "species": reader.species,
        "reaction": reader.reaction,
    }
    dialect = Dialect(
        more={f"{{{core}}}{name}": read for name, read in more.items()},
        before={f"{{{core}}}{ANNOTATION}": reader.extensions.take_out},
        known=UNDERSTOOD,
        complete=reader.complete,
        drawn=reader.drawn,
    )
    return read_with(content, path=path, dialect=dialect)


class _Reader:
    """Reads the elements of one file, and what they mean once all are known."""

    def __init__(self, content: bytes) -> None:
        self.extensions = Extensions()
        self.named = {
            text.decode(errors="replace") for found in NAMED.findall(content) for text in found
        }
        self.told: list[SpeciesTold] = []
        self.reactions: list[ReactionTold] = []
        self.labels: dict[str, str] = {}
        """By compartment, the text in its frame, where that is not its name."""
        self.drawing: Callable[[Pathway, Book], Layout] | None = None

    # Elements of SBML

    def compartment(self, element: etree._Element, book: Book) -> None:
        """A compartment; the outermost is none unless something is told of it, or a formula names
        it.

        Where its extension has another name, that is the text in its frame.
        """
        told = self.extensions.of(element)
        read_compartment(element, book)
        place = book.compartments[-1]
        name = read_name(place.name) if place.name is not None else None
        drawn = read_name(text_at(told, "name"))
        if drawn and name is None:
            name = drawn
        elif drawn.split() not in ([], (name or "").split()):
            self.labels[place.id] = drawn
        place = msgspec.structs.replace(place, name=name)
        if place.id == DEFAULT and DEFAULT not in self.named and says_nothing(place):
            book.implicit.add(DEFAULT)
            book.compartments.pop()
        else:
            book.compartments[-1] = place

    def species(self, element: etree._Element, book: Book) -> None:
        """A species, of which all is known only once the file is read."""
        told = self.extensions.of(element)
        identity = identity_in(told, element, book)
        if not identity.of_class:
            READ["species"](element, book)
            return
        id_ = book.own_id("species", element)
        annotation = book.begin(element, ("species", id_))
        cells = cells_read(annotation)
        is_complex = identity.of_class == COMPLEX
        members = annotation.terms(HAS_PART, which=bool) if is_complex else ()
        organism = organism_of(annotation)
        label = label_in(element)
        fields = {**book.common(element, annotation), **cells}
        del fields["name"]
        _tell_term(element, identity.of_class, book)
        position = text_at(told, "positionToCompartment")
        side = SIDE.key(position)
        if position not in ("", INSIDE) and side is None:
            book.losses.count(f"the position {position}", line_of(element), f"species {id_}")
        self.told.append(
            SpeciesTold(
                id=id_,
                name=None if label is None else read_name(label),
                identity=identity,
                compartment=element.get("compartment") or None,
                side=side,
                position=position,
                members=tuple(members),
                organism=organism,
                fields=fields,
                line=line_of(element),
            )
        )
        read_amount(element, book)

    def reaction(self, element: etree._Element, book: Book) -> None:
        """A reaction, of which all is known only once the file is read."""
        extension = self.extensions.of(element)
        aliases = {
            item: text_at(self.extensions.of(item), "alias")
            for name in ("listOfReactants", "listOfProducts", "listOfModifiers")
            if (found := child(element, name)) is not None
            for item in found.iterchildren(etree.Element)
        }
        if not text_at(extension, "reactionType"):
            READ["reaction"](element, book)
            return
        id_ = book.own_id("reaction", element)
        drawn = reaction_in(id_, extension, book, line_of(element))
        sources = [*self._sources(element, aliases, book)] if joins_unknown(drawn) else []
        inputs, outputs = sides_of(element, book)
        modifiers = [
            self._modifier(it, aliases.get(it, ""), book)
            for it in items_of(element, "listOfModifiers", book)
        ]
        annotation = book.begin(element, ("process", id_))
        fields = book.common(element, annotation)
        name = fields["name"] or text_at(extension, "name")
        self.reactions.append(
            ReactionTold(
                drawn=drawn,
                inputs=inputs,
                outputs=outputs,
                listed=(_listed(element, "listOfReactants"), _listed(element, "listOfProducts")),
                modifiers=modifiers,
                sources=sources,
                reversible=is_reversible(element, book),
                runs=child(element, "kineticLaw") is not None,
                type=book.meaning(PROCESS, element),
                fields={**fields, "name": read_name(name) if name else None},
            )
        )
        read_rate(element, book)

    def _sources(
        self, element: etree._Element, aliases: Mapping[etree._Element, str], book: Book
    ) -> Iterator[ModifierTold]:
        """What a reaction's references to its reactants say, of each but the first; it is said of
        influences, and no longer of references.
        """
        for it in [*element.iterfind("{*}listOfReactants/{*}speciesReference")][1:]:
            yield self._modifier(it, aliases.get(it, ""), book)
            for name in {"id", "name"}.intersection(map(str, it.keys())):
                del it.attrib[name]
            for inner in [*it.iterchildren("{*}notes", "{*}annotation")]:
                it.remove(inner)

    def _modifier(self, element: etree._Element, alias: str, book: Book) -> ModifierTold:
        source = source_of(element)
        acts = name_of(element).local == MODIFIER and element.get("sboTerm")
        return ModifierTold(
            species=source.species,
            alias=alias,
            id=own_id_of(element, book),
            effect=effect_of(source, book) if acts else {},
            fields=book.common(element, source.annotation),
            marks=tuple(source.annotation.marks),
            line=line_of(element),
        )

    # Meaning

    def complete(self, book: Book) -> None:
        """What all of it means, put into the book."""
        model = next((it for it in self.extensions.left() if name_of(it).local == "model"), None)
        sheet = Sheet(self.extensions.of(model) if model is not None else (), book)
        for owner in self.extensions.left():
            book.lose("an extension of CellDesigner's", owner)
        if all(it.id != DEFAULT for it in book.compartments):
            book.compartments = [*map(_in_nothing, book.compartments)]
        acting = {it.species for told in self.reactions for it in told.modifiers}
        opens = {it.id: it for it in self.told if it.identity.of_class == DEGRADED}
        opens = {id_: it for id_, it in opens.items() if id_ not in self.named | acting}
        _tell_opens(opens, book)
        kinds = Kinds(self.told, sheet, book)
        closed = [it for it in self.told if it.id not in opens]
        book.species += kinds.species(closed)
        _tell_undrawn(closed, sheet, book)
        book.molecules += kinds.molecules.of.values()
        book.numbers["amounts"] = [
            it for it in book.numbers["amounts"] if it[0].species not in opens
        ]
        species = {it.id: it for it in book.species}
        reactions = Reactions(book, species, kinds, opens)
        for told in self.reactions:
            reactions.read(told)
        controls = book.controls()
        book.modifiers = [
            Modifier(control, (), it.line)
            for control, it in zip(controls, book.modifiers, strict=True)
        ]
        book.marks = [_moved(it, reactions.influences) for it in book.marks]
        self.drawing = partial(
            laid_out,
            sheet=sheet,
            kinds=kinds,
            reactions=reactions,
            labels=self.labels,
            controls=[it.id for it in controls],
        )

    def drawn(self, pathway: Pathway, book: Book) -> Pathway:
        """The pathway with the layout that the file has."""
        layout = self.drawing(pathway, book) if self.drawing is not None else Layout()
        return msgspec.structs.replace(pathway, layout=layout)


def _listed(reaction: etree._Element, name: str) -> frozenset[str]:
    """The species that a list of a reaction names."""
    found = child(reaction, name)
    return frozenset(() if found is None else (it.get("species") or "" for it in found))


def _in_nothing(place: Compartment) -> Compartment:
    """A compartment in none, where the outermost is none."""
    return msgspec.structs.replace(place, inside=None) if place.inside == DEFAULT else place


def _tell_opens(opens: Mapping[str, SpeciesTold], book: Book) -> None:
    """Tells of what a species on an empty side says that no shape can hold."""
    amounts = {it.species: it for it, *_ in book.numbers["amounts"]}
    for id_, told in opens.items():
        known = amounts.get(id_)
        more = dict.fromkeys(("amount",), (known.amount or known.concentration) if known else None)
        for field, value in {**told.fields, **more}.items():
            if value and field not in SHAPED:
                what = f"{field} of a species on an empty side"
                book.lost(what, told.line, f"species {id_}")


def _tell_undrawn(told: Iterable[SpeciesTold], sheet: Sheet, book: Book) -> None:
    """Tells of species without a box, where others have some."""
    drawn = {it.species for it in sheet.aliases.values()}
    for it in told:
        if drawn and it.id not in drawn:
            book.remark("no box in the file draws it", it.line, f"species {it.id}", rule=UNDRAWN)


def _tell_term(element: etree._Element, of_class: str, book: Book) -> None:
    """Tells of SBML's own term of a species, unless it says what its class does."""
    term = term_of(element)
    if not term or (of_class == DEGRADED and term == NOTHING):
        return
    if nearest(KIND, term) is None or nearest(KIND, term) is not CLASS.key(of_class):
        book.lose(f'sboTerm="{element.get("sboTerm")}"', element)


def _moved(mark: Mark, influences: Collection[str]) -> Mark:
    """A mark on a reaction that is an influence stands on that."""
    construct, id_ = mark.anchor
    if construct != "process" or id_ not in influences:
        return mark
    return msgspec.structs.replace(mark, anchor=("control", id_))
