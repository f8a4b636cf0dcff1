"""Which format a file is of: by what it holds, then by how its name ends (DESIGN: interfaces).

A root element, or the first keys of JSON or YAML, tells; nothing beyond that is read, no format
is loaded, and whether the rest holds is its reader's business. What can be told to be of no
format that is read (SBML Level 1, old GPML, CX1) is refused by name.
"""

import os
import re
from collections.abc import Iterator
from pathlib import PurePath
from xml.parsers import expat

import msgspec

from pathport.errors import UnknownNameError, UnreadableError
from pathport.findings import Location, Severity
from pathport.formats import FORMATS, Format, format_named
from pathport.rules import Rule
from pathport.safety.prolog import as_utf8, check_doctype

__all__ = ["COMPRESSED", "RULES", "detected", "format_by_name", "stem_of"]

UNTOLD = Rule(
    code="FMT003",
    severity=Severity.ERROR,
    title="the format of a file is told by what it holds or by how its name ends",
    remedy="name the format with `--from` or `--to`, as `pathport formats` lists it",
)
OLD = Rule(
    code="FMT004",
    severity=Severity.ERROR,
    title="a file is of a version of its format that is read",
    remedy="convert it to a version that `pathport formats` lists",
)
RULES = (UNTOLD, OLD)

STREAM = "-"
"""The name of standard input and output."""
COMPRESSED = ".gz"
"""The ending that is looked through."""

CELLDESIGNER = "http://www.sbml.org/2001/ns/celldesigner"
SBML = re.compile(r"http://www\.sbml\.org/sbml/level[1-9]")
ANNOTATION = ["model", "annotation"]
QUAL = "http://www.sbml.org/sbml/level3/version1/qual/version1"
QUALITATIVE_SPECIES = ["model", "listOfQualitativeSpecies", "qualitativeSpecies"]
REACTIONS = ["model", "listOfReactions", "reaction"]

ROOTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"http://www\.w3\.org/1999/02/22-rdf-syntax-ns# RDF"), "biopax"),
    (re.compile(r"http://www\.w3\.org/2002/07/owl# Ontology"), "biopax"),
    (re.compile(r"http://www\.sbml\.org/sbml/level[2-9]\S* sbml"), "sbml"),
    (re.compile(r"http://pathvisio\.org/GPML/2013a Pathway"), "gpml"),
    (re.compile(r"http://pathvisio\.org/GPML/2021 Pathway"), "gpml2021"),
    (re.compile(r"http://graphml\.graphdrawing\.org/\S* graphml"), "graphml"),
)
"""Root elements, namespace and name, with the format that reads or refuses what is in them."""

OLD_ROOTS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"http://www\.sbml\.org/sbml/level1 sbml"),
        "the file is SBML Level 1",
        "convert it to Level 3 first, for example with libSBML's convertSBML",
    ),
    (
        re.compile(r"http://(?:genmapp|pathvisio)\.org/GPML/20\d\d[a-z]? Pathway"),
        "the file is GPML before 2013a",
        "open it in PathVisio 3 and save it, which makes it 2013a",
    ),
)
"""Root elements of old versions, what they are, and how to make a new one of them."""

DOCUMENT = re.compile(r"""^["']?pathport["']?[ \t]*:""", re.MULTILINE)
BROKEN_DOCUMENT = re.compile(r'\{[^{}]*"pathport"\s*:')
CX = re.compile(r'\[\s*\{[^][{}]*"(CXVersion|numberVerification)"\s*:')
HEAD = 1 << 16
"""Bytes in which a text tells what it is; XML is read in pieces of this size."""


def detected(content: bytes, path: str = "") -> Format:
    """The format of what was read, by its content, else by the path that it was read from.

    :raises UnreadableError: FMT003 or FMT004, or XML002 and XML004 if no XML reader would take it.
    """
    head = text_of(content[:HEAD])
    name = told_by_xml(content, path) if head.startswith("<") else told_by_text(content, head, path)
    if name is not None:
        return format_named(name)
    try:
        return format_by_name(path)
    except UnknownNameError:
        if BROKEN_DOCUMENT.match(head):
            return format_named("json")
        sentence = "neither the content nor the name tells the format"
        raise UnreadableError(UNTOLD.finding(sentence, place=Location(path=path))) from None


def format_by_name(path: str | os.PathLike[str]) -> Format:
    """The format with the longest known suffix that ends the name; ``.gz`` is looked through.

    :raises UnknownNameError: FMT003, if no format has the name's suffix.
    """
    name = bare_name(path)
    known = [(len(suffix), fmt) for fmt, suffix in suffixes() if ends_in(name, suffix)]
    if not known:
        sentence = f'no format has files that end like "{name}"'
        if name in ("", STREAM):
            sentence = "a stream has no name that tells the format"
        raise UnknownNameError(UNTOLD.finding(sentence, place=Location(path=os.fspath(path))))
    return max(known, key=lambda found: found[0])[1]


def stem_of(path: str | os.PathLike[str]) -> str:
    """The name of a file less its folder, ``.gz`` and the longest known suffix."""
    name = bare_name(path)
    longest = max((len(suffix) for _, suffix in suffixes() if ends_in(name, suffix)), default=0)
    return name[: len(name) - longest]


def suffixes() -> Iterator[tuple[Format, str]]:
    """All known endings with their formats."""
    return ((fmt, suffix) for fmt in FORMATS for suffix in fmt.suffixes)


def bare_name(path: str | os.PathLike[str]) -> str:
    """The name of a file less its folder and ``.gz``."""
    name = PurePath(path).name
    return name[: -len(COMPRESSED)] if ends_in(name, COMPRESSED) else name


def ends_in(name: str, suffix: str) -> bool:
    """Whether something stands before the suffix, whose case is of no matter."""
    return len(name) > len(suffix) and name.lower().endswith(suffix)


# By content


def text_of(head: bytes) -> str:
    """The first bytes as text, as well as they can be told, from the first sign on."""
    marked = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return head.decode("utf-16" if marked else "utf-8", "replace").lstrip("\ufeff \t\r\n")


def told_by_text(content: bytes, head: str, path: str) -> str | None:
    """The format that JSON's or YAML's first keys tell, or nothing if they tell none."""
    if head.startswith("{"):
        return told_by_keys(content)
    found = CX.match(head)
    if found is None:
        return "yaml" if DOCUMENT.search(head) else None
    if found[1] == "numberVerification":
        raise old("the file is CX1", "open it in Cytoscape and export it as CX2", path)
    return "cx2"


def told_by_keys(content: bytes) -> str | None:
    """Whether an object is a document or a Cytoscape.js network; nothing if it is no JSON."""
    try:
        keys = msgspec.json.decode(content, type=dict[str, msgspec.Raw]).keys()
    except (msgspec.DecodeError, RecursionError):
        return None
    if "pathport" in keys:
        return "json"
    return "cyjs" if {"elements", "data"} <= keys else None


def told_by_xml(content: bytes, path: str) -> str | None:
    """The format that the root element tells."""
    checked = as_utf8(content, path=path)
    check_doctype(checked, path=path, entities="namespaces")
    seen = Seen(marked=CELLDESIGNER.encode() in checked, qualitative=QUAL.encode() in checked)
    seen.look(checked)
    if seen.celldesigner:
        return "celldesigner"
    if seen.influences and not seen.processes:
        return "sbml-qual"
    for pattern, name in ROOTS:
        if pattern.fullmatch(seen.root):
            return name
    for pattern, sentence, remedy in OLD_ROOTS:
        if pattern.fullmatch(seen.root):
            raise old(sentence, remedy, path)
    return None


def old(sentence: str, remedy: str, path: str) -> UnreadableError:
    """The refusal of a version that is not read."""
    return UnreadableError(OLD.finding(sentence, place=Location(path=path), remedy=remedy))


class Enough(Exception):  # noqa: N818 - no error: it ends a parse
    """Raised once all has been seen that tells the format."""


class Seen:
    """What an XML text shows of its format: its root, and of which dialect an SBML model is.

    CellDesigner marks a model by an element of its own in the annotation, wherever that stands
    among the model's children (MINERVA writes it after the units). That its namespace is declared
    says nothing, for other programs copy the declaration.
    An influence graph has qualitative species and no reactions, which may stand in either order.
    """

    def __init__(self, *, marked: bool, qualitative: bool) -> None:
        self.root = ""
        self.celldesigner = False
        self.influences = False
        self.processes = False
        self.marked = marked
        self.qualitative = qualitative
        self.way: list[str] = []

    def look(self, content: bytes) -> None:
        """Reads on until enough is known, the text ends, or it is not well-formed."""
        parser = expat.ParserCreate("utf-8", " ")
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        try:
            for at in range(0, len(content), HEAD):
                parser.Parse(content[at : at + HEAD], False)
        except (Enough, expat.ExpatError):
            return

    def start(self, name: str, _: dict[str, str]) -> None:
        """Takes note of the root and, where it may be a dialect's, of what tells that."""
        self.root = self.root or name
        if not (self.marked or self.qualitative) or not SBML.match(self.root):
            raise Enough
        self.way.append(name.rpartition(" ")[2])
        if self.way[1:3] == ANNOTATION and name.startswith(CELLDESIGNER):
            self.celldesigner = True
            raise Enough
        if len(self.way) == len(REACTIONS) + 1:
            self.processes |= self.way[1:] == REACTIONS
            self.influences |= self.way[1:] == QUALITATIVE_SPECIES and name.startswith(QUAL)

    def end(self, _: str) -> None:
        """Leaves an element; after a model's annotation nothing but qual is to be seen."""
        if not self.qualitative and len(self.way) == 3 and self.way[1:] == ANNOTATION:
            raise Enough
        self.way.pop()
