"""A file of GPML 2013a as the rules see it: its bytes, its elements, what they name, its canvas.

It holds what several groups of rules ask; what is right or wrong is not known here. GPML2013a.xsd.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeAlias

import msgspec
from lxml import etree

from pathport.findings import Severity
from pathport.formats.gpml.drawing import Drawing
from pathport.formats.gpml.grammar import Breach, local_name
from pathport.formats.gpml.parse import parse
from pathport.formats.gpml.terms import BIOPAX, DESCRIPTION, GPML, HEADLESS, RDF
from pathport.rules import Rule
from pathport.safety.prolog import as_utf8
from pathport.safety.xml import parse_xml
from pathport.submission.known import Known

__all__ = [
    "Check",
    "Checks",
    "End",
    "Sheet",
    "Xref",
    "demand",
    "off_canvas",
    "shown",
    "weaker",
]

START = re.compile(r"""<Pathway(?=[\s/>])(?:[^>"']|"[^"]*"|'[^']*')*>""")
LONGEST = 60
FARTHEST = 100_000.0
"""Pixels; nobody looks at a larger canvas."""
SIZES = frozenset({"Width", "Height", "BoardWidth", "BoardHeight"})
MEASURES = SIZES | {"CenterX", "CenterY", "X", "Y", "RelX", "RelY", "Position"}
"""Attributes by which a thing has its place."""


class Xref(NamedTuple):
    """A cross reference without blanks around; empty where there is none."""

    database: str = ""
    id: str = ""


class End(NamedTuple):
    """An end of a line: its Point, what it is attached to, and its head."""

    point: etree._Element
    on: etree._Element | None
    head: str


class Sheet:
    """One file, parsed, and what is known beside it."""

    def __init__(self, content: bytes, known: Known, *, path: str = "") -> None:
        """Parses the content.

        :raises UnreadableError: if it is not XML, or its root is no Pathway of GPML 2013a.
        """
        self.content = content
        self.known = known
        self.path = path
        self.drawing: Drawing = parse(content, path=path)
        self.root = parse_xml(content, path=path).getroot()
        self.numbers = {it: n for n, it in enumerate(self.root.iter(etree.Element))}

    def breach(self, rule: Rule, sentence: str, element: etree._Element | None = None) -> Breach:
        """A breach of a rule by an element, the root unless given."""
        at = self.root if element is None else element
        return Breach(rule, sentence, at, self.numbers[at])

    # Text

    @cached_property
    def text(self) -> str:
        """The whole file as text, its lines ended as they are."""
        return as_utf8(self.content, path=self.path).decode()

    @cached_property
    def lines(self) -> Sequence[str]:
        """The lines of the file as `sed` and `grep` see them; Python would end more of them."""
        return [line.removesuffix("\r") for line in self.text.split("\n")]

    @cached_property
    def start(self) -> str:
        """The start tag of the root as it stands."""
        found = START.search(self.text)
        return found.group() if found else ""

    # Elements

    def all(self, name: str) -> Iterator[etree._Element]:
        """The elements of this name that stand in the root."""
        return (it for it in self.root.iterchildren(etree.Element) if local_name(it) == name)

    @cached_property
    def by_id(self) -> Mapping[str, etree._Element]:
        """The elements, anchors and points too, by GraphId."""
        return {id_: it for it in self.numbers if (id_ := it.get("GraphId"))}

    @cached_property
    def nodes(self) -> Sequence[etree._Element]:
        """All DataNodes."""
        return tuple(self.all("DataNode"))

    @cached_property
    def members(self) -> Mapping[str, Sequence[etree._Element]]:
        """By GroupId, what is in the group."""
        found: dict[str, list[etree._Element]] = defaultdict(list)
        for it in self.root.iterchildren(etree.Element):
            if it.get("GroupRef"):
                found[it.get("GroupRef") or ""].append(it)
        return found

    @cached_property
    def interactions(self) -> Sequence[etree._Element]:
        """All Interactions."""
        return tuple(self.all("Interaction"))

    @cached_property
    def stated(self) -> frozenset[str]:
        """The GraphIds of what has States."""
        return frozenset(it.get("GraphRef") or "" for it in self.all("State"))

    @cached_property
    def descriptions(self) -> Sequence[etree._Element]:
        """The Comments that describe the pathway."""
        return tuple(it for it in self.all("Comment") if it.get("Source") == DESCRIPTION)

    def xref(self, element: etree._Element) -> Xref:
        """The cross reference of an element."""
        found = element.find(f"{{{GPML}}}Xref")
        if found is None:
            return Xref()
        return Xref((found.get("Database") or "").strip(), (found.get("ID") or "").strip())

    @cached_property
    def xrefs(self) -> Sequence[tuple[etree._Element, Xref]]:
        """Each element that has a cross reference with something in it, and that."""
        holders = (it.getparent() for it in self.root.iter(f"{{{GPML}}}Xref"))
        return tuple((it, xref) for it in holders if it is not None and any(xref := self.xref(it)))

    # Lines

    def ends(self, line: etree._Element) -> tuple[End, ...]:
        """The first and the last Point of a line; of one without two there are none."""
        points = line.findall(f"{{{GPML}}}Graphics/{{{GPML}}}Point")
        if len(points) < 2:
            return ()
        return tuple(
            End(
                point,
                self.by_id.get(point.get("GraphRef") or ""),
                point.get("ArrowHead") or HEADLESS,
            )
            for point in (points[0], points[-1])
        )

    def anchors(self, line: etree._Element) -> Sequence[etree._Element]:
        """The anchors on a line."""
        return line.findall(f"{{{GPML}}}Graphics/{{{GPML}}}Anchor")

    @cached_property
    def attached(self) -> Mapping[str, Sequence[etree._Element]]:
        """By GraphId, the Interactions that end there."""
        found: dict[str, list[etree._Element]] = defaultdict(list)
        for line in self.interactions:
            for end in self.ends(line):
                found[end.point.get("GraphRef") or ""].append(line)
        return found

    # Literature and ontologies

    @cached_property
    def references(self) -> Sequence[etree._Element]:
        """The records of publications."""
        return tuple(self.root.iter(f"{{{BIOPAX}}}PublicationXref"))

    @cached_property
    def tags(self) -> Sequence[etree._Element]:
        """The terms of ontologies."""
        return tuple(self.root.iter(f"{{{BIOPAX}}}openControlledVocabulary"))

    def field(self, record: etree._Element, name: str) -> str:
        """The first text of this name in a record: some have every field twice."""
        found = record.find(f"{{{BIOPAX}}}{name}")
        return "" if found is None else (found.text or "").strip()

    def record_id(self, record: etree._Element) -> str:
        """The id that a record is referred to by."""
        return record.get(f"{{{RDF}}}id") or ""

    @cached_property
    def cited(self) -> Sequence[tuple[etree._Element, str]]:
        """Each element that refers to a record, and the id that it names."""
        found = []
        for ref in self.root.iter(f"{{{GPML}}}BiopaxRef"):
            holder = ref.getparent()
            if holder is not None:
                found.append((holder, (ref.text or "").strip()))
        return tuple(found)


Check: TypeAlias = Callable[[Rule, Sheet], Iterator[Breach]]
"""What finds the breaches of the rule that it is given."""
Checks: TypeAlias = Mapping[Rule, Check]


def demand(
    code: str, title: str, remedy: str, source: str, severity: Severity = Severity.ERROR
) -> Rule:
    """A rule of WikiPathways, an error unless said otherwise."""
    return Rule(code=code, severity=severity, title=title, remedy=remedy, source=source)


def weaker(rule: Rule) -> Rule:
    """The rule as a warning, for a breach that is not certain."""
    return msgspec.structs.replace(rule, severity=Severity.WARNING)


def off_canvas(element: etree._Element) -> tuple[tuple[str, str], ...]:
    """The attributes of an element that are no place or size of anything that can be drawn."""
    found = ((name, element.get(name)) for name in sorted(MEASURES))
    return tuple((name, text) for name, text in found if text and not is_drawable(name, text))


def is_drawable(name: str, text: str) -> bool:
    """Whether the value of a measure fits some canvas; the grammar tells what is no number."""
    try:
        value = float(text)
    except ValueError:
        return True
    return abs(value) <= FARTHEST and not (name in SIZES and value < 0)


def shown(element: etree._Element) -> str:
    """An element in a sentence: its name, and its text or id."""
    told = " ".join((element.get("TextLabel") or "").split())
    name = f'"{told[:LONGEST]}"' if told else element.get("GraphId") or element.get("GroupId") or ""
    return f"{local_name(element)} {name}".strip()
