"""What an annotation says: statements about resources, texts, authors; and marks, unread.

Whether a statement is understood is for those who take it; what nobody took is told at the end.
Both the nested form that SBML prescribes (one bag a statement) and single resources are read. SBML
Level 3 Version 1 Core, 6.3 to 6.6; vCard in its third and fourth version.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from lxml import etree

from pathport.formats.sbml.terms import (
    ABOUT,
    BQBIOL,
    BQMODEL,
    DC,
    DCMITYPE,
    DCTERMS,
    HAS_TAXON,
    LICENCES,
    PATHPORT,
    RDF,
    TAXA,
    VCARD,
    XML,
)
from pathport.model.identifiers import from_uri
from pathport.model.parts import Person

__all__ = [
    "ORCID",
    "RDF_ROOT",
    "Annotation",
    "attribute_of",
    "curie_of",
    "elements_in",
    "let_go",
    "licence_of",
    "line_of",
    "name_of",
    "organism_of",
    "shown_element",
    "split",
    "text_of",
]

PREFIXES = {BQBIOL: "bqbiol", BQMODEL: "bqmodel", DCTERMS: "dcterms"}
VCARDS = (VCARD, "http://www.w3.org/2006/vcard/ns#")
DESCRIPTION = f"{{{RDF}}}Description"
BAGS = tuple(f"{{{RDF}}}{name}" for name in ("Bag", "Seq", "Alt"))
RESOURCE = f"{{{RDF}}}resource"
RECORD = f"{{{PATHPORT}}}record"
RECORDS = f"{{{PATHPORT}}}records"
RDF_ROOT = f"{{{RDF}}}RDF"
RDF_ABOUT = f"{{{RDF}}}about"
HISTORY = (ABOUT["created"], ABOUT["modified"])
GONE = f"{{{PATHPORT}}}gone"
"""Stands on a list, for the time of reading, with the number of elements that were let go."""
CREATORS = (f"{{{DCTERMS}}}creator", f"{{{DC}}}creator")
COPASI = "{http://www.copasi.org/static/sbml}COPASI"
COPASI_TERMS = "http://www.copasi.org/RDF/MiriamTerms#"
MOST_LINES = 2**16 - 1
ORCID = "https://orcid.org/"

PERSON = {
    "FN": "name",
    "fn": "name",
    "Given": "given",
    "given-name": "given",
    "Family": "family",
    "family-name": "family",
    "EMAIL": "email",
    "hasEmail": "email",
    "Orgname": "organization",
    "organization-name": "organization",
}
"""What vCard calls the parts of a person, in both versions."""

curie_of = lru_cache(maxsize=2**16)(from_uri)
"""The canonical CURIE of a URI, or nothing; files name the same resources over and over."""


class Annotation:
    """The content of an annotation element, to be taken out bit by bit; empty without one."""

    def __init__(self, element: etree._Element | None, metaid: str | None = None) -> None:
        """``metaid`` is that of the element that the annotation is about."""
        self.statements: dict[str, list[tuple[str, ...]]] = {}
        self.texts: dict[str, list[str]] = {}
        self.authors: list[Person] = []
        self.marks: list[tuple[str, int]] = []
        self.strangers: list[str] = []
        self.history = 0
        """Elements of creators and dates."""
        self.about = "" if metaid is None else f"#{metaid}"
        self.copies: dict[str, list[tuple[str, ...]]] = {}
        if element is not None:
            for child in element:
                self._read(child)
            self._compare()

    def uris(self, qualifier: str) -> list[str]:
        """Takes all resources of a qualifier, in order."""
        return [uri for bag in self.statements.pop(qualifier, ()) for uri in bag]

    def take(self, qualifier: str, *, which: Callable[[str], bool]) -> list[str]:
        """Takes those resources of a qualifier of which this is true; the others stay."""
        bags = self.statements.pop(qualifier, [])
        rest = [left for bag in bags if (left := tuple(it for it in bag if not which(it)))]
        if rest:
            self.statements[qualifier] = rest
        return [uri for bag in bags for uri in bag if which(uri)]

    def terms(self, qualifier: str, *, which: Callable[[str], bool]) -> list[str]:
        """Takes those CURIEs of a qualifier of which this is true; all else stays."""
        found = self.take(qualifier, which=lambda uri: which(curie_of(uri) or ""))
        return [curie for uri in found if (curie := curie_of(uri)) is not None]

    def curies(self, qualifier: str) -> list[str]:
        """Takes the resources of a qualifier that are identifiers; others become strangers."""
        found = []
        for uri in self.uris(qualifier):
            curie = curie_of(uri)
            if curie is None:
                self.strangers.append(f'{qualifier} "{uri}"')
            else:
                found.append(curie)
        return found

    def all_texts(self, name: str) -> list[str]:
        """Takes the texts of a property."""
        return self.texts.pop(name, [])

    def text(self, name: str) -> str | None:
        """Takes the first text of a property; more than one is one too many."""
        texts = self.all_texts(name)
        self.strangers += [f"a second {name}" for _ in texts[1:]]
        return texts[0] if texts else None

    def rest(self) -> Iterator[str]:
        """What nobody took."""
        yield from self.strangers
        for qualifier, bags in self.statements.items():
            yield from (f'{qualifier} "{uri}"' for bag in bags for uri in bag)
        for name, texts in self.texts.items():
            yield from (f'{name} "{text[:40]}"' for text in texts)

    def forget_history(self) -> int:
        """Drops creators and dates that nobody took; gives how many elements say them."""
        left = [name for name in HISTORY if self.texts.pop(name, None)]
        return self.history if left or self.authors else 0

    # Reading

    def _read(self, child: etree._Element) -> None:
        if child.tag == RDF_ROOT:
            for node in child:
                self._read_node(node)
        elif name_of(child).namespace == DCMITYPE:
            self._read_node(child)
        elif child.tag == COPASI:
            for item in child.iterfind(f"{RDF_ROOT}/{DESCRIPTION}/*"):
                self._read_copy(item)
        elif child.tag in (RECORDS, RECORD):
            records = [child] if child.tag == RECORD else child.findall(RECORD)
            self.marks += [(it.text or "", line_of(it)) for it in records]
        else:
            self.strangers.append(shown_element(child))

    def _read_node(self, node: etree._Element) -> None:
        is_node = node.tag == DESCRIPTION or name_of(node).namespace == DCMITYPE
        about = str(node.get(RDF_ABOUT) or self.about)
        if not is_node or about != (self.about or about):
            self.strangers.append(shown_element(node))
            return
        for name in map(str, node.keys()):
            if split(name).namespace not in ("", RDF, XML):
                self.strangers.append(f'{split(name).local}="{node.get(name)}"')
        for item in node:
            self._read_property(item)

    def _read_property(self, item: etree._Element) -> None:
        space, local = name_of(item)
        name = f"{PREFIXES.get(space, '')}:{local}"
        if item.tag in CREATORS or name in HISTORY:
            self.history += sum(1 for _ in item.iter(etree.Element))
        if item.tag in CREATORS:
            self.authors += _authors(item, self.strangers)
        elif space not in PREFIXES:
            self.strangers.append(shown_element(item))
        else:
            self._read_statement(name, item)

    def _read_copy(self, item: etree._Element) -> None:
        """A statement in COPASI's own annotation, which keeps what it drops from SBML's."""
        space, local = name_of(item)
        prefix = PREFIXES.get(space) if space != COPASI_TERMS else "bqbiol"
        if prefix in ("bqbiol", "bqmodel"):
            name = f"{prefix}:{local}"
            bags = [item] if item.get(RESOURCE) is not None else list(item)
            for bag in bags:
                uris = [it.get(RESOURCE) for it in (bag.iter() if len(bag) else [bag])]
                self.copies.setdefault(name, []).append(tuple(filter(None, uris)))

    def _compare(self) -> None:
        """Takes COPASI's copies of statements that are gone, or that lost only repetitions."""
        for name, copies in self.copies.items():
            here = {uri for bag in self.statements.get(name, ()) for uri in bag}
            if not here or here == {uri for bag in copies for uri in bag}:
                self.statements[name] = copies

    def forget_term(self, term: str) -> None:
        """Drops the statement by which COPASI repeats an sboTerm."""
        for bags in self.statements.values():
            bags[:] = [
                tuple(uri for uri in bag if uri != f"urn:miriam:unknown:{term}") for bag in bags
            ]

    def _read_statement(self, name: str, item: etree._Element) -> None:
        uri = item.get(RESOURCE)
        if uri is not None:
            self.statements.setdefault(name, []).append((uri,))
        elif len(item) == 0:
            self._keep(name, item.text or "")
        elif item[0].tag in BAGS:
            for bag in item:
                uris = tuple(uri for li in bag if (uri := li.get(RESOURCE)) is not None)
                self.strangers += [shown_element(li) for li in bag if li.get(RESOURCE) is None]
                self.statements.setdefault(name, []).append(uris)
        else:
            # MINERVA has all days of change in one element.
            for it in item.iterchildren(etree.Element) if name in HISTORY else [item]:
                self._keep(name, text_of(it).strip())

    def _keep(self, name: str, text: str) -> None:
        """Keeps a text; one without a visible character says nothing."""
        if text.strip():
            self.texts.setdefault(name, []).append(text)


def organism_of(annotation: Annotation) -> str | None:
    """Takes the organism: the first taxon that is NCBI's; others become strangers."""
    taxa = annotation.curies(HAS_TAXON)
    found = next((it for it in taxa if it.startswith(TAXA)), None)
    annotation.strangers += [f'{HAS_TAXON} "{it}"' for it in taxa if it != found]
    return found


class Name(NamedTuple):
    """What an element or attribute is called: its namespace, or nothing, and its local name."""

    namespace: str
    local: str


@lru_cache(maxsize=2**12)
def split(tag: str) -> Name:
    """The name that lxml spells so: ``{namespace}local``."""
    namespace, _, local = tag.rpartition("}")
    return Name(namespace[1:], local)


def name_of(element: etree._Element) -> Name:
    """What an element is called."""
    return split(element.tag)


def attribute_of(element: etree._Element, name: str) -> str | None:
    """An attribute of an element; those of a package stand in the package's own namespace."""
    value = element.get(name)
    return element.get(f"{{{name_of(element).namespace}}}{name}") if value is None else value


def line_of(element: etree._Element) -> int:
    """The line that an element begins in, from 1; 0 where libxml2, which keeps 16 bits, guesses."""
    line: Any = element.sourceline
    return int(line) if line and line < MOST_LINES else 0


def text_of(element: etree._Element) -> str:
    """All text inside an element."""
    return "".join(str(text) for text in element.itertext())


def elements_in(element: etree._Element) -> int:
    """How many elements are inside one, those that were let go included."""
    gone = sum(int(it.get(GONE) or 0) for it in element.iter(etree.Element))
    return gone + sum(1 for _ in element.iterdescendants(etree.Element))


def let_go(item: etree._Element) -> None:
    """Frees an element of a list, which remembers how many elements it had."""
    parent = item.getparent()
    if parent is not None and name_of(parent).local.startswith("listOf"):
        parent.set(GONE, str(int(parent.get(GONE) or 0) + 1 + elements_in(item)))
        item.clear()
        parent.remove(item)


def shown_element(element: etree._Element) -> str:
    """An element that is lost whole: its name, its namespace, and how many elements are in it."""
    name = name_of(element)
    inside = elements_in(element)
    told = f"<{name.local}> of {name.namespace or 'no namespace'}"
    return f"{told} (elements in it: {inside})" if inside else told


def _authors(creator: etree._Element, strangers: list[str]) -> Iterator[Person]:
    """The persons of one creator: vCards in a bag, a vCard alone, or a name as text.

    What is not understood of them joins the strangers.
    """
    if len(creator) == 0:
        if creator.text and creator.text.strip():
            yield Person(name=creator.text)
        return
    cards = creator[0] if creator[0].tag in BAGS else [creator]
    for card in cards:
        person = _person(card, strangers)
        if person is not None:
            yield person


def _person(card: etree._Element, strangers: list[str]) -> Person | None:
    told: dict[str, str] = {}
    for item in card.iter(etree.Element):
        space, local = name_of(item)
        key = PERSON.get(local) if space in VCARDS else None
        text, uri = item.text or "", item.get(RESOURCE) or ""
        if uri.startswith(ORCID):
            key, text = "orcid", uri.removeprefix(ORCID)
        elif uri and key is not None:
            text = uri
        if key is not None and text.strip() and told.setdefault(key, text) == text:
            continue
        if uri or (len(item) == 0 and text.strip()):
            strangers.append(f'{local} "{(uri or text)[:40]}" of a creator')
    name = " ".join(filter(None, (told.get("given"), told.get("family"))))
    name = told.pop("name", name) or told.get("organization", "")
    if not name:
        strangers += [f'{key} "{text[:40]}" of a creator' for key, text in told.items()]
        return None
    return Person(name=name, **told)


def licence_of(uri: str) -> str:
    """The SPDX identifier of a licence's address, or the address."""
    return uri.removeprefix(LICENCES)
