"""What the objects of a BioPAX file refer to: each other, entries of databases, terms.

The lower half of the reader's common ground; what an object says in words of its own is above it,
in ``reading``. Specification: ``biopax-level3.owl``.
"""

from collections.abc import Callable, Container, Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

import msgspec

from pathport import vocabulary
from pathport.findings import Finding
from pathport.formats.biopax.circles import without_circles
from pathport.formats.biopax.graph import Graph, Node, Ref
from pathport.formats.biopax.labels import sayable
from pathport.formats.biopax.losses import NOT_SOUND, UNKNOWN_ENTRY, UNREAD_PROPERTY, UNREAD_TERM
from pathport.formats.biopax.terms import IS_EFFECT, IS_PROCESS_TYPE, RELATION
from pathport.formats.biopax.uris import shown
from pathport.model.enumerations import Relation
from pathport.model.identifiers import from_uri, from_xref, is_address, is_canonical
from pathport.model.parts import Accession, Identifier, Publication
from pathport.rules import Rule

__all__ = ["Entries", "Xrefs", "coded", "number", "whole"]


class Xrefs(msgspec.Struct, frozen=True):
    """The cross references of an object, sorted by what they say."""

    identifiers: tuple[Identifier, ...] = ()
    accessions: tuple[Accession, ...] = ()
    references: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    """SBO terms that a process is of."""
    effects: tuple[str, ...] = ()
    """SBO terms of what an object does."""


N = TypeVar("N", int, float)
NOTHING = Xrefs()
NONE: Mapping[str, str] = MappingProxyType({})
LOCATION = "CellularLocationVocabulary"
LOST_WITH_ENTRY = ("author", "source", "title", "year", "url", "relationshipType")
"""What an xref says that is to no known entry."""
QUOTED = 80

Entry = str | Accession | None
"""What a cross reference is to: a CURIE, an entry in the file's own words, or nothing known."""


class Entries:
    """The objects of a file; ``ids`` are those of the things, by URI, with their construct."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.ids: dict[str, tuple[str, str]] = {}
        self.findings: list[Finding] = []
        self.publications: dict[str, Publication] = {}
        self.seen: set[str] = set()
        """The URIs of the objects that were looked into."""
        self.passed: dict[str, str] = {}
        """Of these, those of which nothing is read, with the reason."""
        self._relations: dict[str, str] = {}
        self._xrefs: dict[str, Xrefs] = {}
        self._entry: dict[str, Entry] = {}
        self._told: set[str] = set()

    # Objects

    def nodes(self, node: Node, name: str) -> list[Node]:
        """The objects in the file that a property refers to, each once."""
        values = node.properties.get(name)
        if values is None:
            return []
        uris = dict.fromkeys([value.uri for value in values if type(value) is Ref])
        self.seen.update(uris)
        known = self.graph.nodes
        return [known[uri] for uri in uris if uri in known]

    def first(self, node: Node, name: str) -> Node | None:
        """The first object in the file that a property refers to."""
        found = self.nodes(node, name)
        return found[0] if found else None

    def ref(self, node: Node, name: str) -> str:
        """The URI of the first object in the file that a property refers to, or nothing."""
        return next((uri for uri in node.refs(name) if uri in self.graph.nodes), "")

    def id(self, uri: str) -> str:
        """The id of a thing of the pathway."""
        return self.ids[uri][1]

    def named(self, uri: str, *constructs: str) -> str | None:
        """The id of an object if it is a thing of one of these constructs."""
        construct, id_ = self.ids.get(uri, ("", ""))
        return id_ if construct in constructs else None

    def all_named(self, node: Node, name: str, *constructs: str) -> list[str]:
        """The ids of the things of these constructs that a property refers to."""
        found = (self.named(uri, *constructs) for uri in dict.fromkeys(node.refs(name)))
        return [id_ for id_ in found if id_ is not None]

    def lose(self, rule: Rule, node: Node, sentence: str) -> None:
        """Tell that something of an object is not in the pathway."""
        self.findings.append(rule.finding(sentence, place=self.graph.place(node.uri)))

    def unread(self, node: Node, name: str, because: str = "") -> None:
        """Tell that a property of an object, or a value of it, has no place in a pathway."""
        told = f'{name} of {node.cls} "{shown(node.uri)}" is not read'
        self.lose(UNREAD_PROPERTY, node, f"{told}: {because}" if because else told)

    def unsound(self, node: Node, sentence: str, instead: str = "") -> None:
        """Tell that something of an object can't be true, and what is read in its stead."""
        told = f'{sentence} of {node.cls} "{shown(node.uri)}" is not read'
        self.lose(NOT_SOUND, node, f"{told}: {instead}" if instead else told)

    def uncircled(
        self, nodes: Iterable[Node], name: str, arrows: Mapping[str, Iterable[str]]
    ) -> dict[str, tuple[str, ...]]:
        """What things hold with a property, by id, but what holds them, which is told."""
        kept = without_circles(arrows)
        for node in nodes:
            here = self.id(node.uri)
            for other in dict.fromkeys(arrows[here]):
                if other not in kept[here]:
                    self.unsound(node, f'the {name} "{other}"', "it holds this one")
        return kept

    def coefficients(
        self, node: Node, name: str, parts: Container[str], spelt: Callable[[str], N | None]
    ) -> dict[str, N]:
        """The coefficients that a property tells of an object's parts, by URI; others are 1.

        Of several of one part the first counts. The others, what spells none, and one of what is
        no part are lost.
        """
        counts: dict[str, N] = {}
        told = [
            (each, self.ref(each, "physicalEntity"), each.text("stoichiometricCoefficient"))
            for each in self.nodes(node, name)
        ]
        for _, uri, text in told:
            if uri in parts and (count := spelt(text)) is not None:
                counts.setdefault(uri, count)
        for each, uri, text in told:
            if uri not in parts:
                short = f'the coefficient "{text[:QUOTED]}" of "{shown(uri)}"'
                self.unread(node, short, "it takes no part")
            elif uri not in counts or spelt(text) != counts[uri]:
                instead = f'that of "{shown(uri)}" is read as {counts.get(uri, 1):.15g}'
                self.unsound(each, f'the coefficient "{text}"', instead)
        return counts

    # Cross references

    def xrefs(self, node: Node) -> Xrefs:
        """The cross references of an object."""
        if "xref" not in node.properties:
            return NOTHING
        if node.uri not in self._xrefs:
            self._xrefs[node.uri] = self._sorted(node)
        return self._xrefs[node.uri]

    def _sorted(self, node: Node) -> Xrefs:
        identifiers: list[Identifier] = []
        accessions: list[Accession] = []
        references: list[str] = []
        types: list[str] = []
        effects: list[str] = []
        for xref in self.nodes(node, "xref"):
            entry = self.entry(xref)
            if isinstance(entry, Accession):
                own = msgspec.structs.replace(entry, relation=self.relation(xref))
                if own in accessions:
                    self.unread(node, f'the xref "{shown(xref.uri)}"', "another says the same")
                accessions.append(own)
            elif entry is None:
                continue
            elif xref.cls == "PublicationXref":
                references.append(entry)
            elif entry.startswith("sbo:"):
                (effects if self._type(xref) == IS_EFFECT else types).append(entry)
            else:
                identifiers.append(Identifier(id=entry, relation=self.relation(xref)))
        return Xrefs(
            tuple(identifiers), tuple(accessions), tuple(references), tuple(types), tuple(effects)
        )

    def relation(self, xref: Node) -> Relation:
        """How an xref says that its entry relates to its bearer."""
        if xref.cls == "UnificationXref":
            return Relation.IS
        kind = self._type(xref)
        if kind in (IS_EFFECT, IS_PROCESS_TYPE):
            return Relation.IS_VERSION_OF  # a term of GO that says what its bearer does
        return RELATION.key(kind) or Relation.IS_RELATED_TO

    def _type(self, xref: Node) -> str:
        """The PSI-MI term of a RelationshipXref's type, or nothing."""
        known = self._relations.get(xref.uri)
        if known is None:
            found = [self._type_in(each, xref) for each in self.nodes(xref, "relationshipType")]
            known, *others = [*filter(None, dict.fromkeys(found)), ""]
            self._relations[xref.uri] = known
            for other in others[:-1]:
                self.unread(xref, f'the further relationshipType "{other}"')
            told = RELATION.key(known) is None and known not in (IS_EFFECT, IS_PROCESS_TYPE)
            if known and told:
                self.unread(xref, f'the relationshipType "{known}"')
        return known

    def _type_in(self, vocabulary: Node, xref: Node) -> str | None:
        found = self.term(vocabulary, "mi")
        if found is None:
            self.unread(xref, f'the relationshipType "{" ".join(vocabulary.texts("term"))}"')
        return found

    def entry(self, xref: Node) -> Entry:
        """What an xref is to; nothing for one that is to no entry, which is lost."""
        if xref.uri not in self._entry:
            self._entry[xref.uri] = self._entry_of(xref)
        return self._entry[xref.uri]

    def _entry_of(self, xref: Node) -> Entry:
        db, local, version = (xref.text(name) for name in ("db", "id", "idVersion"))
        curie = from_xref(db, local) if db and local else None
        is_literature = xref.cls == "PublicationXref"
        if curie is None and db and is_an_id(local) and not is_literature:
            return Accession(id=local, database=db, version=version or None)
        if version:
            self.unread(xref, f'the idVersion "{version}"')
        if curie is None and is_literature:
            curie = next(filter(is_address, xref.texts("url")), None)
            curie = curie and (from_uri(curie) or curie)
        if curie is None:
            self._lose_entry(xref, db, local)
        elif is_address(curie) and (db or local):
            told = f'the database "{db}" with the id "{local}" is not known'
            self.lose(UNKNOWN_ENTRY, xref, told)
        if curie is not None and is_literature:
            self._publication(curie, xref)
        return curie

    def _lose_entry(self, xref: Node, db: str, local: str) -> None:
        told = f'the database "{db}" with the id "{local}" is not known'
        self.lose(UNKNOWN_ENTRY, xref, told)
        for name in LOST_WITH_ENTRY:
            for text in xref.texts(name):
                self.unread(xref, f'the {name} "{text[:QUOTED]}"')
            for uri in xref.refs(name):
                self.unread(xref, f'the {name} "{shown(uri)}"')

    def curie(self, xref: Node) -> str | None:
        """The known entry that an xref is to; another one has no place here, and is lost."""
        entry = self.entry(xref)
        if not isinstance(entry, Accession):
            return entry
        if xref.uri not in self._told:
            self._told.add(xref.uri)
            self._lose_entry(xref, entry.database or "", entry.id)
        return None

    def _publication(self, curie: str, xref: Node) -> None:
        addresses = [it for it in xref.texts("url") if it and it != curie]
        for other in dict.fromkeys(addresses[1:]):
            self.unread(xref, f'the further url "{other[:QUOTED]}"')
        told = Publication(
            id=curie,
            title=xref.text("title") or None,
            authors=tuple(filter(None, xref.texts("author"))),
            journal=xref.text("source") or None,
            year=self._year(xref),
            url=next(iter(addresses), None),
        )
        if told != Publication(id=curie):
            self.publications[curie] = told

    def _year(self, xref: Node) -> int | None:
        """The year of a publication, also where a month and a day stand behind it."""
        text = xref.text("year")
        year = whole(text)
        if text[4:5] == "-" and (year := whole(text[:4])) is not None:
            self.unread(xref, f'the day in "{text}"')
        if text and (year is None or year > LAST_YEAR):
            self.unsound(xref, f'the year "{text}"')
            return None
        return year

    # Terms

    def term(self, node: Node, *prefixes: str, same: Mapping[str, str] = NONE) -> str | None:
        """The CURIE of a vocabulary object: of its xref, or of its term by name or as a CURIE.

        One that is of none of the prefixes, nor the ``same`` as one, or is not known, is lost. A
        place may be called like another: it is what its xref says, by name it is none.
        """
        found = self.known_term(node, *prefixes, same=same)
        if found is None and node.cls != LOCATION:
            said = " ".join(node.texts("term"))
            self.lose(UNREAD_TERM, node, f'the term "{said}" is not known')
        return found

    def known_term(self, node: Node, *prefixes: str, same: Mapping[str, str] = NONE) -> str | None:
        """The same, without a word of one that is not known."""
        place = node.cls == LOCATION
        found = (self.curie(xref) for xref in self.nodes(node, "xref"))
        told = [it for it in found if it is not None]
        ids = [same.get(curie, curie) for curie in told]
        for words in node.texts("term"):
            named = [vocabulary.by_name(prefix, words) for prefix in prefixes if not place]
            told += [it for it in named if it is not None]
            told += [words] if is_canonical(words) else []
        kept = [same.get(curie, curie) for curie in told]
        found_term = next((it for it in kept if it.partition(":")[0] in prefixes), None)
        if found_term is not None and node.uri not in self._told:
            self._told.add(node.uri)
            others = [*ids, *self._other_words(node, found_term, told=found_term in ids)]
            for other in dict.fromkeys(others):
                if other != found_term:
                    self.unread(node, f'the further term "{other}"')
        return found_term

    def _other_words(self, node: Node, found: str, *, told: bool) -> list[str]:
        """The terms that are no name of the one found; the first is if its xref has ``told`` it."""
        if node.cls == LOCATION:
            return []
        names = {
            words: vocabulary.by_name(found.partition(":")[0], words) for words in self._terms(node)
        }
        return [words for words, named in [*names.items()][told:] if named != found]

    def _terms(self, node: Node) -> list[str]:
        """The words of a vocabulary object, each once."""
        return [*filter(None, dict.fromkeys(node.texts("term")))]

    def words_of(self, node: Node) -> str | None:
        """What a vocabulary object that is no known term says: its term, else the id of an xref."""
        words = self._terms(node)
        if node.uri not in self._told:
            self._told.add(node.uri)
            for other in words[1:]:
                self.unread(node, f'the further term "{other}"')
        ids = (xref.text("id") for xref in self.nodes(node, "xref"))
        return next(filter(None, (*words, *ids)), None)


def coded(text: str) -> str:
    """A word of BioPAX's own as the ontology spells it; Paxtools writes it with underscores."""
    return text.upper().replace("_", "-")


def is_an_id(text: str) -> bool:
    """Whether a text is the id of something, rather than one that stands for none."""
    return sayable(text) is not None and text.strip("-") != ""


LARGEST = 2**31
LAST_YEAR = 9999


def number(text: str) -> float | None:
    """The number that a text spells, if it is above 0 and one that files can hold."""
    try:
        found = float(text)
    except ValueError:
        return None
    return found if 0 < found < float("inf") else None


def whole(text: str) -> int | None:
    """The whole number above 0 that a text spells."""
    found = number(text)
    fits = found is not None and found.is_integer() and found < LARGEST
    return int(found) if found is not None and fits else None
