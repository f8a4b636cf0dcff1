"""Whether a file holds to SBML's rules, in one walk and linear time, before libSBML sees it.

Elements are looked at as they end and then forgotten; what names another is settled when the model
is known. Elements are numbered, for their lines and columns, in a second walk only where there is a
fault. What the model makes of a file is not known here; what an edition's elements look like stands
in ``grammar``. SBML Level 2 and 3, all Versions, with Groups Version 1.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec
from lxml import etree

from pathport.findings import Finding, Severity
from pathport.formats.sbml import codes, refusals
from pathport.formats.sbml.annotation import attribute_of, name_of
from pathport.formats.sbml.checks_names import Names, local
from pathport.formats.sbml.checks_said import (
    look_at_annotation,
    look_at_notes,
    look_at_rdf,
    look_at_term,
)
from pathport.formats.sbml.faults import Faults, Told
from pathport.formats.sbml.grammar import (
    LAST,
    OF_GROUPS,
    PACKAGES_REQUIRED,
    Attribute,
    Edition,
    Grammar,
    Package,
    Shape,
    grammar_of,
)
from pathport.formats.sbml.terms import COMP, EDITIONS, GROUPS, PACKAGES
from pathport.safety.xml import forget, iterparse_xml

__all__ = ["Checked", "checked"]

MODELS = ("model", "modelDefinition")
OPEN = ("sbml", *MODELS)
"""Elements that are looked at when they begin; their parts, when they end."""
SIDES = ("listOfReactants", "listOfProducts")
SAID = ("notes", "annotation")
FIRST_WITH_PACKAGES = (3, 1)
"""The first edition that has packages, and none of Level 2's compartments within each other."""
XSI = "http://www.w3.org/2001/XMLSchema-instance"
EXCLUSIVE = {
    "species": ("initialAmount", "initialConcentration"),
    "member": (f"{{{GROUPS}}}idRef", f"{{{GROUPS}}}metaIdRef"),
}
"""Attributes of which an element has no more than one."""
POINTLESS = ("size", "units")


class Checked(msgspec.Struct, frozen=True):
    """What was found, in file order, how many species and reactions there are, what is told."""

    findings: tuple[Finding, ...]
    size: int
    told: Told = {}


def checked(
    content: bytes, core: str, *, path: str = "", packages: Sequence[Package] = (OF_GROUPS,)
) -> Checked:
    """What is wrong with a file whose root is in this namespace of SBML's core.

    A dialect names the packages whose elements are looked at.

    :raises UnreadableError: if it is not XML.
    """
    grammar = grammar_of(core, packages)
    walk = _Walk(core, grammar)
    walk.look(_elements(content, walk, path))
    if not walk.faults.found:
        return Checked((), walk.size)
    again = _Walk(core, grammar)
    again.look(_numbered(content, again, path))
    findings, told = again.faults.findings(content, path)
    return Checked(findings, walk.size, told)


Elements = Iterator[tuple[str, etree._Element]]


def _elements(content: bytes, walk: "_Walk", path: str) -> Elements:
    """What begins a model, then the elements that are looked at as a whole, as they end."""
    for event, element in iterparse_xml(content, path=path, events=("start", "end"), tag=walk.tags):
        if event == "end" or local(element) in OPEN:
            yield event, element
        if event == "end" and walk.is_let_go(element):
            forget(element)


def _numbered(content: bytes, walk: "_Walk", path: str) -> Elements:
    """The same, while the walk's faults know the numbers of those that are not forgotten."""
    numbers: dict[etree._Element, int] = {}
    walk.faults.numbers = numbers
    started = 0
    for event, element in iterparse_xml(content, path=path, events=("start", "end")):
        if event == "start":
            numbers[element] = started
            started += 1
        if element.tag not in walk.tags:
            continue
        if event == "end" or local(element) in OPEN:
            yield event, element
        if event == "end" and walk.is_let_go(element):
            for gone in (*element.iterdescendants(), *element.itersiblings(preceding=True)):
                numbers.pop(gone, None)
            forget(element)


def _is_said(element: etree._Element) -> bool:
    """Whether an element is no more than what an annotation holds."""
    return any(local(it) == "annotation" for it in element.iterancestors())


class _Walk:
    """One walk over a file of one edition."""

    def __init__(self, core: str, grammar: Grammar) -> None:
        self.core = core
        self.grammar = grammar
        self.own = frozenset({core, *grammar.packages})
        self.tags = frozenset(
            {
                *(f"{{{namespace}}}{name}" for name, namespace in grammar.whole.items()),
                *(f"{{{core}}}{name}" for name in OPEN),
                f"{{{COMP}}}modelDefinition",
            }
        )
        self.edition: Edition = EDITIONS.get(core, LAST)
        self.faults = Faults()
        self.names = Names(self.faults, self.edition, grammar.named)
        self.declared: frozenset[str] = frozenset()
        self.size = 0

    def is_let_go(self, element: etree._Element) -> bool:
        """Whether an element is forgotten once it was looked at: it is listed in a model."""
        around = list(islice(element.iterancestors(), 2))
        return (
            local(element) in self.grammar.whole
            and len(around) == 2
            and local(around[0]).startswith("listOf")
            and local(around[1]) in MODELS
            and not _is_said(element)
        )

    def look(self, elements: Elements) -> None:
        """Looks at all elements of a file."""
        for event, element in elements:
            is_listed = self.is_let_go(element)
            if not is_listed and _is_said(element):
                continue
            name = local(element)
            self.faults.subject = _subject(element)
            if event == "start":
                self.declared = self.declared or frozenset(element.nsmap.values())
                self._look_at(element)
                continue
            self.size += name in self.grammar.counted
            if is_listed:
                self._look_around(element)
            self._look_within(element)
            if name in MODELS:
                self.names.settle_model()
            elif name == "sbml" and self.edition != LAST:
                self._look_for_model(element)
        self.names.settle_file()

    def _look_for_model(self, root: etree._Element) -> None:
        if root.find(f"{{{self.core}}}model") is None:
            self.faults.tell(refusals.NO_MODEL, root, "the file holds no model")

    def _look_around(self, element: etree._Element) -> None:
        """The place of an element, and what stands before it and is forgotten with it."""
        parent = next(element.iterancestors())
        self._look_at_place(element, parent)
        for elder in element.itersiblings(preceding=True):
            if not self._was_looked_at(elder):
                self._look_at_place(elder, parent)
                self._look_within(elder)

    def _look_within(self, element: etree._Element) -> None:
        """An element with what is in it, less what was looked at by itself."""
        if local(element) in OPEN:
            self._look_at_parts(element)
            waiting = self._unseen(element)
        else:
            waiting = [element]
        while waiting:
            it = waiting.pop()
            self._look_at(it)
            if name_of(it).local not in SAID or not self._is_ours(it):
                waiting += self._unseen(it)

    def _unseen(self, element: etree._Element) -> list[etree._Element]:
        """What is in an element and was not looked at by itself, the last first."""
        if len(element) == 0:
            return []
        return [it for it in reversed(element) if not self._was_looked_at(it)]

    def _was_looked_at(self, element: etree._Element) -> bool:
        return element.tag in self.tags

    def _look_at(self, element: etree._Element) -> None:
        name, namespace = local(element), name_of(element).namespace
        if namespace in self.own:
            self._look_at_construct(element, name)
        elif namespace.startswith(PACKAGES):
            self.names.take_foreign(element, namespace)

    # Constructs

    def _look_at_construct(self, element: etree._Element, name: str) -> None:
        if name == "notes":
            look_at_notes(element, self.edition, self.faults)
            return
        if name == "annotation":
            look_at_annotation(element, self.edition, self.faults)
            for inner in element.iterdescendants():
                look_at_rdf(inner, self.names, self.faults)
            return
        self.names.take_ids(element, name)
        look_at_term(element, name, self.edition, self.faults)
        shape = self.grammar.shapes.get(name)
        if shape is not None:
            self._look_at_attributes(element, name, shape)
        if name not in OPEN:
            self._look_at_parts(element)
        if name.startswith("listOf"):
            self._look_at_list(element, name)
        own = LOOKED_AT.get(name)
        if own is not None:
            own(self, element)

    def _look_at_attributes(self, element: etree._Element, name: str, shape: Shape) -> None:
        given = {str(attribute): str(text) for attribute, text in element.items()}
        for attribute, text in given.items():
            known = shape.attributes.get(attribute)
            if known is not None:
                self._look_at_value(element, known, text)
            elif not self._is_of_package(attribute, name, shape):
                what = f"{name} has no attribute {_plain(attribute)} in this edition"
                self.faults.tell(codes.UNKNOWN_ATTRIBUTE, element, what)
        for attribute in shape.required:
            if attribute not in given:
                what = f"{name} has no {_plain(attribute)}"
                self.faults.tell(codes.MISSING, element, what)
        both = EXCLUSIVE.get(name)
        if both is not None and all(attribute in given for attribute in both):
            what = " and ".join(map(_plain, both))
            self.faults.tell(codes.EXCLUDED, element, f"{name} has {what}")

    def _look_at_value(self, element: etree._Element, attribute: Attribute, text: str) -> None:
        if attribute.refers:
            self.names.refer(element, text, attribute.refers)
        value = attribute.value
        if value is None or value.fits(text):
            return
        text = text.strip()
        if text and not value.fits(text):
            rule = codes.NUMBER if value.name == "number" else codes.VALUE
            sentence = f'{_plain(attribute.name)} "{text}" is no {value.name}'
            self.faults.tell(rule, element, sentence)

    def _is_of_package(self, attribute: str, name: str, shape: Shape) -> bool:
        """Whether an attribute is one that a package that the root declares may have put there."""
        namespace = attribute[1:].partition("}")[0] if attribute.startswith("{") else ""
        if name == "sbml" and namespace == XSI:
            return True
        is_foreign = namespace.startswith(PACKAGES) and namespace != shape.namespace
        return is_foreign and namespace in self.declared

    def _look_at_parts(self, element: etree._Element) -> None:
        name = local(element)
        shape = self.grammar.shapes.get(name)
        ranks = {} if shape is None else shape.parts
        seen: set[str] = set()
        highest = 0
        for part in element if ranks else ():
            what, namespace = name_of(part).local, name_of(part).namespace
            rank = ranks.get(what) if namespace in self.own else None
            if rank is None:
                self._look_at_place(part, element)
                continue
            if 0 < rank < highest or (what == "notes" and "annotation" in seen):
                self.faults.tell(codes.ORDER, part, f"<{what}> stands too late in <{name}>")
            if what in seen and self.grammar.listed.get(name) != what:
                self.faults.tell(codes.EMPTY_LIST, part, f"<{what}> stands there a second time")
            highest = max(highest, rank)
            seen.add(what)

    def _look_at_place(self, element: etree._Element, parent: etree._Element) -> None:
        """Whether an element may stand in its parent; another package's may everywhere."""
        name, where = local(element), local(parent)
        shape = self.grammar.shapes.get(where)
        foreign = not self._is_ours(element) or self._is_package(element) > self._is_package(parent)
        if not foreign and shape is not None and shape.parts and name not in shape.parts:
            self.faults.tell(codes.UNKNOWN_ELEMENT, element, f"<{name}> stands in <{where}>")

    def _is_package(self, element: etree._Element) -> bool:
        return name_of(element).namespace in self.grammar.packages

    def _is_ours(self, element: etree._Element) -> bool:
        return name_of(element).namespace in self.own

    def _look_at_list(self, element: etree._Element, name: str) -> None:
        is_empty = all(local(part) in SAID for part in element)
        if is_empty and (self.edition != LAST or self._is_package(element)):
            self.faults.tell(codes.EMPTY_LIST, element, f"{name} is empty")

    def _look_at_root(self, element: etree._Element) -> None:
        if self.core not in EDITIONS:
            sentence = f'"{self.core}" is the namespace of no Level and Version'
            self.faults.tell(codes.EDITION, element, sentence)
            return
        for name, expected in zip(("level", "version"), self.edition, strict=True):
            given = element.get(name)
            if given != str(expected):
                sentence = f'the namespace is that of {name} {expected}, not "{given or ""}"'
                self.faults.tell(codes.EDITION, element, sentence)
        for namespace in sorted(self.declared) if self.edition >= FIRST_WITH_PACKAGES else ():
            if namespace.startswith(PACKAGES) and namespace not in EDITIONS:
                self._look_at_package(element, namespace)

    def _look_at_package(self, element: etree._Element, namespace: str) -> None:
        name = namespace.split("/")[-2]
        given = element.get(f"{{{namespace}}}required")
        known = PACKAGES_REQUIRED.get(name)
        if known is None and given is not None:
            weight = Severity.ERROR if given == "true" else Severity.WARNING
            sentence = f'the package "{name}" is not known to libSBML'
            self.faults.tell(codes.PACKAGE, element, sentence, severity=weight)
        elif known is not None and (given is None or known not in ("", given)):
            what = "nothing" if given is None else f'"{given}"'
            sentence = f'of the package "{name}" required says {what}, not "{known or "true"}"'
            self.faults.tell(codes.PACKAGE, element, sentence)

    def _look_at_compartment(self, element: etree._Element) -> None:
        if self.edition >= FIRST_WITH_PACKAGES:
            return
        self.names.take_compartment(element)
        if (element.get("spatialDimensions") or "").strip() != "0":
            return
        for name in POINTLESS:
            if element.get(name) is not None:
                sentence = f"a compartment without dimensions has {name}"
                self.faults.tell(codes.NO_DIMENSIONS, element, sentence)
        if element.get("constant") in ("false", "0"):
            sentence = "a compartment without dimensions is not constant"
            self.faults.tell(codes.NO_DIMENSIONS, element, sentence)

    def _look_at_species(self, element: etree._Element) -> None:
        self.names.take_species(element)

    def _look_at_reaction(self, element: etree._Element) -> None:
        if self.edition != LAST and not any(local(part) in SIDES for part in element):
            what = f"{self.faults.subject} has neither reactants nor products"
            self.faults.tell(codes.SIDES, element, what)

    def _look_at_reference(self, element: etree._Element) -> None:
        parent = element.getparent()
        if parent is not None and local(parent) in SIDES:
            self.names.take_side(element)
        computed = element.find(f"{{{self.core}}}stoichiometryMath")
        if computed is not None and element.get("stoichiometry") is not None:
            sentence = "speciesReference has stoichiometry and stoichiometryMath"
            self.faults.tell(codes.EXCLUDED, element, sentence)

    def _look_at_group(self, element: etree._Element) -> None:
        self.names.take_group(element)

    def _look_at_member(self, element: etree._Element) -> None:
        if not any(name in element.attrib for name in EXCLUSIVE["member"]):
            self.faults.tell(codes.MISSING, element, "member has neither idRef nor metaIdRef")


LOOKED_AT = {
    "sbml": _Walk._look_at_root,
    "compartment": _Walk._look_at_compartment,
    "species": _Walk._look_at_species,
    "reaction": _Walk._look_at_reaction,
    "speciesReference": _Walk._look_at_reference,
    "group": _Walk._look_at_group,
    "member": _Walk._look_at_member,
}
"""What is looked at in one kind of element only."""


def _subject(element: etree._Element) -> str:
    return f"{local(element)} {attribute_of(element, 'id') or ''}".strip()


def _plain(attribute: str) -> str:
    return attribute.rpartition("}")[2]
