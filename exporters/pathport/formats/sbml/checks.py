"""Whether a file holds to SBML's rules, in one walk and linear time, before libSBML sees it.

Elements are looked at as they end and then forgotten; what names another is settled at the end.
Lines and columns are found in a second walk, only where there is a fault. What the model makes of
a file is not known here.
"""

import re
from collections.abc import Collection, Iterator, Mapping

import msgspec
from lxml import etree

from pathport.findings import Finding, Location
from pathport.formats.sbml import codes
from pathport.formats.sbml.annotation import attribute_of, curie_of, line_of, name_of
from pathport.formats.sbml.terms import (
    BRANCHES,
    CORE,
    GROUPS,
    RDF,
    XHTML,
)
from pathport.rules import Rule
from pathport.safety.lines import element_positions
from pathport.safety.xml import forget, iterparse_xml
from pathport.vocabulary import is_a, term

__all__ = ["GRAMMAR", "Checked", "Grammar", "Shape", "checked"]

SID = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
NCNAME = re.compile(r"[^\W\d][\w.\-\u00b7]*")
SBO_TERM = re.compile(r"SBO:[0-9]{7}")
ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:\S+")
REGISTRY = re.compile(r"https?://(www\.)?identifiers\.org/|urn:miriam:", re.IGNORECASE)

ABOUT = f"{{{RDF}}}about"
RESOURCE = f"{{{RDF}}}resource"
ID_REF = f"{{{GROUPS}}}idRef"
METAID = "#"
SIDES = ("listOfReactants", "listOfProducts")


class Shape(msgspec.Struct, frozen=True):
    """What a kind of element must have: attributes, what they name, numbers."""

    required: tuple[str, ...] = ()
    refers: tuple[tuple[str, str], ...] = ()
    numbers: tuple[str, ...] = ()


SHAPES = {
    "model": Shape(),
    "compartment": Shape(required=("id", "constant"), numbers=("size", "spatialDimensions")),
    "species": Shape(
        required=("id", "compartment", "hasOnlySubstanceUnits", "boundaryCondition", "constant"),
        refers=(("compartment", "compartment"),),
        numbers=("initialAmount", "initialConcentration"),
    ),
    "reaction": Shape(required=("id", "reversible", "fast")),
    "speciesReference": Shape(
        required=("species", "constant"),
        refers=(("species", "species"),),
        numbers=("stoichiometry",),
    ),
    "modifierSpeciesReference": Shape(required=("species",), refers=(("species", "species"),)),
    "group": Shape(required=(f"{{{GROUPS}}}kind",)),
    "member": Shape(refers=((ID_REF, ""),)),
}
"""By local name; a reference to no kind in particular may be to anything with an id."""

LISTS = ("listOfCompartments", "listOfSpecies", "listOfReactions", "listOfGroups")


class Grammar(msgspec.Struct, frozen=True):
    """The elements that are looked at; a dialect has more of them."""

    shapes: Mapping[str, Shape]
    whole: Mapping[str, str]
    """Those that are looked at with all in them and then forgotten, with their package."""
    once: frozenset[str]
    """Lists of which there is one in an element."""
    counted: frozenset[str]
    """Those by whose number the size of a file is told."""

    def tags(self, core: str) -> frozenset[str]:
        """The elements of a file that are looked at as they end."""
        whole = (f"{{{space or core}}}{name}" for name, space in self.whole.items())
        return frozenset({f"{{{core}}}model", *whole})

    @property
    def packages(self) -> frozenset[str]:
        """The namespaces of elements beside core's."""
        return frozenset(filter(None, self.whole.values()))


GRAMMAR = Grammar(
    shapes=SHAPES,
    whole={"compartment": "", "species": "", "reaction": "", "group": GROUPS},
    once=frozenset({*LISTS, "listOfModifiers", *SIDES}),
    counted=frozenset({"species", "reaction"}),
)
"""SBML's core and groups."""


class Fault(msgspec.Struct, frozen=True):
    """A breach of a rule: by which element (its number in the file, its line), inside what."""

    rule: Rule
    sentence: str
    subject: str
    number: int
    line: int


class Reference(msgspec.Struct, frozen=True):
    """A name that something else must have: an id of this kind, or (``#``) a metaid."""

    name: str
    kind: str
    subject: str
    number: int
    line: int


class Checked(msgspec.Struct, frozen=True):
    """What was found, in file order, and how many species and reactions there are."""

    findings: tuple[Finding, ...]
    size: int


def checked(content: bytes, core: str, *, path: str = "", grammar: Grammar = GRAMMAR) -> Checked:
    """What is wrong with a file whose root is in this namespace of SBML's core.

    :raises UnreadableError: if it is not XML.
    """
    tags = grammar.tags(core)
    walk = _Walk(core, grammar)
    if not walk.faults(_elements(content, tags, path)):
        return Checked((), walk.size)
    faults = _Walk(core, grammar).faults(_numbered(content, tags, path))
    places = element_positions(content, [fault.number for fault in faults])
    findings = [
        fault.rule.finding(fault.sentence, place=_place(fault, places, path))
        for fault in sorted(faults, key=lambda fault: fault.number)
    ]
    return Checked(tuple(findings), walk.size)


def _place(fault: Fault, places: dict[int, tuple[int, int]], path: str) -> Location:
    line, column = places.get(fault.number, (fault.line, 0))
    return Location(path=path, line=line, column=column, subject=fault.subject)


# Walking

Elements = Iterator[tuple[int, etree._Element]]


def _elements(content: bytes, tags: Collection[str], path: str) -> Elements:
    """The elements that are looked at as a whole, as they end; their numbers are not known."""
    for _, element in iterparse_xml(content, path=path, tag=tags):
        yield 0, element
        _let_go(element)


def _numbered(content: bytes, tags: Collection[str], path: str) -> Elements:
    """The same, each with its number in the file."""
    begun: list[int] = []
    number = 0
    for event, element in iterparse_xml(content, path=path, events=("start", "end")):
        watched = element.tag in tags
        if event == "start":
            begun += [number] if watched else []
            number += 1
        elif watched:
            yield begun.pop(), element
            _let_go(element)


def _let_go(element: etree._Element) -> None:
    if not _is_model(element):
        forget(element)


def _is_model(element: etree._Element) -> bool:
    return name_of(element).local == "model"


def _inside(element: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """What is looked at with an element, and how many elements further it begins in the file.

    Of a model that is not what was looked at and forgotten; its lists count as the model itself.
    """
    if not _is_model(element):
        yield from enumerate(element.iter())
        return
    yield 0, element
    begun = 1
    for child in element:
        if name_of(child).local.startswith("listOf"):
            yield 0, child
        else:
            yield from enumerate(child.iter(), start=begun)
            begun += sum(1 for _ in child.iter())


class _Walk:
    """One walk over a file: what was found, and what is still to be settled."""

    def __init__(self, core: str, grammar: Grammar) -> None:
        self.core = core
        self.grammar = grammar
        self.looked_at = {core, *grammar.packages}
        self.size = 0
        self.found: list[Fault] = []
        self.ids: dict[str, str] = {}
        self.metaids: set[str] = set()
        self.references: list[Reference] = []
        self.subject = ""
        self.number = 0
        self.line = 0

    def faults(self, elements: Elements) -> list[Fault]:
        """All faults of a file."""
        for number, element in elements:
            self.size += name_of(element).local in self.grammar.counted
            self.subject = _subject(element)
            for offset, inner in _inside(element):
                self.number, self.line = number + offset, line_of(inner)
                self._look_at(inner)
        self._settle()
        return self.found

    def _tell(self, rule: Rule, sentence: str) -> None:
        """A breach by the element that is looked at."""
        self.found.append(Fault(rule, sentence, self.subject, self.number, self.line))

    def _refer(self, name: str, kind: str) -> None:
        self.references.append(Reference(name, kind, self.subject, self.number, self.line))

    def _look_at(self, element: etree._Element) -> None:
        name = name_of(element)
        if name.namespace not in self.looked_at:
            self._look_at_rdf(element)
        elif name.local == "notes":
            self._look_at_notes(element)
        elif name.local == "annotation":
            self._look_at_annotation(element)
        elif name.local.startswith("listOf"):
            self._look_at_list(element)
        else:
            self._look_at_construct(element, name.local)

    # Constructs

    def _look_at_construct(self, element: etree._Element, name: str) -> None:
        shape = self.grammar.shapes.get(name, Shape())
        self._look_at_ids(element, name)
        self._look_at_attributes(element, shape)
        self._look_at_term(element.get("sboTerm"), BRANCHES.get(name, ()))
        if name == "reaction" and all(element.find(f"{{{self.core}}}{it}") is None for it in SIDES):
            self._tell(codes.SIDES, f"{self.subject} has neither reactants nor products")

    def _look_at_list(self, element: etree._Element) -> None:
        name = _local(str(element.tag))
        if len(element) == 0:
            self._tell(codes.EMPTY_LIST, f"{name} is empty")
        elif (
            name in self.grammar.once
            and next(element.itersiblings(element.tag, preceding=True), None) is not None
        ):
            self._tell(codes.EMPTY_LIST, f"{name} stands there a second time")

    def _look_at_ids(self, element: etree._Element, name: str) -> None:
        id_ = attribute_of(element, "id")
        if id_ is not None and not SID.fullmatch(id_):
            self._tell(codes.ID, f'"{id_}" is no id')
        elif id_ is not None and name in self.grammar.shapes:
            if id_ in self.ids:
                self._tell(codes.ID_TWICE, f'"{id_}" is the id of a {self.ids[id_]} too')
            self.ids.setdefault(id_, name)
        metaid = element.get("metaid")
        if metaid is None:
            return
        if not NCNAME.fullmatch(metaid):
            self._tell(codes.METAID, f'"{metaid}" is no metaid')
        elif metaid in self.metaids:
            self._tell(codes.METAID_TWICE, f'"{metaid}" is the metaid of another element too')
        self.metaids.add(metaid)

    def _look_at_attributes(self, element: etree._Element, shape: Shape) -> None:
        for name in shape.required if self.core == CORE else ():
            if element.get(name) is None:
                what = f"{_local(str(element.tag))} has no {_local(name)}"
                self._tell(codes.MISSING, what)
        for name in shape.numbers:
            text = element.get(name)
            if text is not None and not _is_number(text):
                self._tell(codes.NUMBER, f'{name} "{text}" is no number')
        for name, kind in shape.refers:
            reference = element.get(name)
            if reference is not None:
                self._refer(reference, kind)

    def _look_at_term(self, text: str | None, branches: tuple[str, ...]) -> None:
        if text is None:
            return
        known = term(text.lower())
        if not SBO_TERM.fullmatch(text):
            self._tell(codes.SBO, f'"{text}" is no sboTerm')
        elif known is None or known.obsolete:
            self._tell(codes.SBO_UNKNOWN, f"{text} is no current term")
        elif branches and not any(is_a(known.id, branch) for branch in branches):
            expected = " or ".join(branch.upper() for branch in branches)
            self._tell(codes.BRANCH, f'{text} ("{known.name}") is not under {expected}')

    # Annotations and notes

    def _look_at_rdf(self, element: etree._Element) -> None:
        about, resource = element.get(ABOUT), element.get(RESOURCE)
        if about is not None:
            owner = _owner(element, self.core)
            metaid = None if owner is None else owner.get("metaid")
            if about != f"#{metaid}":
                sentence = f'rdf:about "{about}" is not the metaid of its element, "{metaid}"'
                self._tell(codes.ABOUT, sentence)
        if resource is not None:
            self._look_at_resource(resource)

    def _look_at_resource(self, uri: str) -> None:
        if uri.startswith("#"):
            self._refer(uri[1:], METAID)
        elif not ABSOLUTE.fullmatch(uri):
            self._tell(codes.URI, f'"{uri}" is no URI')
        elif REGISTRY.match(uri) and curie_of(uri) is None:
            self._tell(codes.STRANGE_RESOURCE, f'"{uri}" is no id that the registry can have')

    def _look_at_notes(self, element: etree._Element) -> None:
        strange = [it for it in element.iterdescendants() if name_of(it).namespace != XHTML]
        if strange:
            self._tell(codes.NOTES, f"<{_local(str(strange[0].tag))}> is not XHTML's")

    def _look_at_annotation(self, element: etree._Element) -> None:
        seen: set[str] = set()
        for inner in element:
            space = name_of(inner).namespace
            if space in (seen | {"", self.core}):
                sentence = f'"{space}" is not a namespace that <{_local(str(inner.tag))}> has alone'
                self._tell(codes.ANNOTATION, sentence)
            seen.add(space)

    # What is settled when the whole file is known

    def _settle(self) -> None:
        for it in self.references:
            if it.kind == METAID:
                if it.name not in self.metaids:
                    sentence = f'"#{it.name}" is the metaid of no element'
                    self._add(codes.URI, sentence, it)
            elif self.ids.get(it.name) != it.kind and (it.kind or it.name not in self.ids):
                self._add(codes.DANGLING, f'no {it.kind or "element"} is called "{it.name}"', it)

    def _add(self, rule: Rule, sentence: str, it: Reference) -> None:
        self.found.append(Fault(rule, sentence, it.subject, it.number, it.line))


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _subject(element: etree._Element) -> str:
    id_ = attribute_of(element, "id") or ""
    return f"{_local(str(element.tag))} {id_}".strip()


def _owner(element: etree._Element, core: str) -> etree._Element | None:
    """The element whose annotation this is in."""
    annotation = next(element.iterancestors(f"{{{core}}}annotation"), None)
    return None if annotation is None else annotation.getparent()


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
