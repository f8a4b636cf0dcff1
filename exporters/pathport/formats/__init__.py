"""The register of formats: one row each; what stands behind a row is loaded on first use.

A format's folder holds ``terms.py``, ``read.py``, ``write.py`` and ``rules.py``, all alike. A
format that says a pathway in constructs of its own offers `NativeFormat`: native constructs out and
in, and the records of what it can't say around them; reading and writing as a whole are the same
for all of them (`pathport.formats.native`). The document formats hold everything and offer the
whole at once.
"""

import importlib
import sys
from collections.abc import Iterator
from typing import Protocol

import msgspec

from pathport.errors import UnknownNameError, UnsupportedError
from pathport.fidelity.reading import Reading
from pathport.fidelity.report import Account
from pathport.findings import Finding, Location, Severity
from pathport.model.enumerations import Kind
from pathport.model.kinetics import Kinetics
from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.networks.network import Complexes, View
from pathport.rules import Rule

__all__ = [
    "FORMATS",
    "NOT_BUILT",
    "RULES",
    "Format",
    "Limits",
    "NativeReader",
    "Options",
    "Read",
    "Written",
    "format_named",
    "known_formats",
]


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What a user may set about writing."""

    base: str | None = None
    """The base of the URIs in formats that name things by URI; each has a default."""
    full_check: bool = False
    """Whether checks run that are costly for large files."""
    kinetics: Kinetics | None = None
    """Which rates, all placeholders, processes without one get in formats that simulate."""
    layout: bool = False
    """Whether a pathway without positions gets some, in formats that keep them beside the rest."""
    view: View = View.PROCESS
    """What the nodes of a network are, in formats of networks."""
    complexes: Complexes = Complexes.WHOLE
    """What becomes of complexes in a view of influences."""


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """A pathway that was read, and what was found on the way (what was lost, by name and place)."""

    pathway: Pathway
    findings: tuple[Finding, ...] = ()


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """A pathway that was written: the bytes and the account of its facts."""

    content: bytes
    account: Account
    beside: tuple[bytes, ...] = ()
    """The files that belong beside it, in the order of `Format.beside`."""


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What a format is limited to, as its package declares it; each default is no limit.

    The first four say which pathways it holds at all: they are the parameters of
    `pathport.testing.pathways`. The rest says what has no name of its own in a file, so that
    whoever compares what a file says without its records leaves the ids of these out.
    """

    complete: bool = False
    """Whether processes and associations must have participants, controls source and target."""
    quantities: bool = True
    layout: bool = True
    """Whether there may be quantities; whether there may be a layout."""
    without: frozenset[str] = frozenset()
    """Constructs that it has no place for; no reference may lead to them."""
    elementless: frozenset[Kind] = frozenset()
    """Kinds of molecules that have, or may have, no element of their own in a file."""
    splits_controls: bool = False
    """Whether a control with several sources may be as many elements."""
    splits_gates: bool = False
    """Whether a control whose gates join gates may be as many elements as it has sources."""
    names_boxes: bool = False
    """Whether a species with boxes of other ids is called after one of them in a file."""
    longest_id: int = sys.maxsize
    """Characters of an id; a thing with a longer one is called otherwise in a file."""

    def __post_init__(self) -> None:
        """Holds the names of constructs to those that there are.

        :raises ValueError: with those that there are, if ``without`` has another.
        """
        strange = sorted(self.without - CONSTRUCTS.keys())
        if strange:
            told = ", ".join(map(repr, strange))
            raise ValueError(f"no construct is called {told}; expected {', '.join(CONSTRUCTS)}")


class FormatModule(Protocol):
    """What the package of a format offers."""

    LIMITS: Limits

    def read(self, content: bytes, *, path: str = "") -> Read:
        """The pathway that the content holds."""

    def read_apart(self, content: bytes, *, path: str = "") -> Read:
        """The same with a species for each node; only drawn formats have it."""

    def write(self, pathway: Pathway, options: Options = ...) -> Written:
        """The pathway in this format."""

    def validate(
        self, content: bytes, *, path: str = "", full: bool = False
    ) -> tuple[Finding, ...]:
        """What is wrong with the content by the rules of the format itself."""

    def sniff(self, content: bytes) -> bool:
        """Whether the content is of this format."""


class NativeReader(Protocol):
    """Reads a format's own constructs, and collects pathport's marks without understanding them."""

    def __call__(self, content: bytes, *, path: str = "") -> Reading:
        """The pathway as another program understands the file."""


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the register."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    """Known endings of file names, the one that pathport writes first."""
    home: str = ""
    """The package that reads and writes it; empty: not built yet."""
    reads: bool = True
    writes: bool = True
    drawn: bool = False
    """Whether its nodes are drawings, several of which may be one species; its package offers
    ``read_apart``, too."""
    simulates: bool = False
    """Whether it has rates and amounts, so that `Options.kinetics` can supply them."""
    places: bool = False
    """Whether positions have a place in it and need not be there: `Options.layout` gives some."""
    views: bool = False
    """Whether its files are networks, so that `Options.view` says of what."""
    beside: tuple[str, ...] = ()
    """The suffixes of files that belong beside one of this format."""

    made: str = ""
    """A pattern of the ids that its programs give to what is new in them: they say nothing."""

    @property
    def native(self) -> "NativeReader | None":
        """What reads the format's own constructs; a document has none, for it holds everything."""
        return getattr(importlib.import_module(f"{self.home}.read"), "read_native", None)

    @property
    def module(self) -> FormatModule:
        """The format's package, loaded on first use.

        :raises UnsupportedError: if it is not built yet.
        """
        if not self.home:
            raise UnsupportedError(NOT_BUILT.finding(f'the format "{self.name}" is not built yet'))
        module: FormatModule = importlib.import_module(self.home)
        return module

    @property
    def limits(self) -> Limits:
        """What the format is limited to, as its package declares it."""
        return self.module.LIMITS


MADE_IN_CELLDESIGNER = r"(?:s|re|c)[0-9]+"
MADE_IN_SBML = rf"(?:species|reaction|compartment)_[0-9]+|{MADE_IN_CELLDESIGNER}|_J[0-9]+"
"""In COPASI, in CellDesigner, of which others have models, and in Antimony."""
MADE_IN_PATHVISIO = r"id[0-9a-f]+|(?=.*[0-9]|.{5})[a-f][0-9a-f]{2,}"

FORMATS: tuple[Format, ...] = (
    Format(
        name="yaml",
        title="pathport document, YAML",
        suffixes=(".yaml", ".yml"),
        home="pathport.formats.yaml",
    ),
    Format(
        name="json",
        title="pathport document, JSON",
        suffixes=(".json",),
        home="pathport.formats.json",
    ),
    Format(
        name="sbml",
        title="SBML Level 3 Version 1 with groups, layout, render",
        suffixes=(".sbml.xml", ".sbml", ".xml"),
        home="pathport.formats.sbml",
        simulates=True,
        places=True,
        made=MADE_IN_SBML,
    ),
    Format(
        name="sbml-qual",
        title="SBML with qual: influence graphs",
        suffixes=(".sbml-qual.xml",),
        home="pathport.formats.sbml_qual",
        made=MADE_IN_SBML,
    ),
    Format(
        name="biopax",
        title="BioPAX Level 3 (RDF/XML)",
        suffixes=(".owl", ".biopax.owl", ".biopax"),
        home="pathport.formats.biopax",
        made=r"[A-Z][A-Za-z]+_?(?:[0-9]+|[0-9a-f]{8,})",
    ),
    Format(
        name="gpml",
        title="GPML 2013a, as WikiPathways stores it",
        suffixes=(".gpml",),
        home="pathport.formats.gpml",
        drawn=True,
        made=MADE_IN_PATHVISIO,
    ),
    Format(
        name="gpml2021",
        title="GPML 2021",
        suffixes=(".gpml2021.gpml",),
        home="pathport.formats.gpml2021",
        drawn=True,
        made=MADE_IN_PATHVISIO,
    ),
    Format(
        name="celldesigner",
        title="CellDesigner 4.4 (SBML Level 2 Version 4)",
        suffixes=(".celldesigner.xml",),
        home="pathport.formats.celldesigner",
        made=MADE_IN_CELLDESIGNER,
    ),
    Format(
        name="cx2",
        title="CX2 for Cytoscape and NDEx",
        suffixes=(".cx2",),
        home="pathport.formats.cx2",
        views=True,
    ),
    Format(
        name="sif",
        title="SIF with node and edge tables",
        suffixes=(".sif",),
        home="pathport.formats.sif",
        reads=False,
        views=True,
        beside=(".nodes.tsv", ".edges.tsv"),
    ),
    Format(
        name="graphml",
        title="GraphML",
        suffixes=(".graphml",),
        home="pathport.formats.graphml",
        reads=False,
        views=True,
    ),
    Format(
        name="cyjs",
        title="Cytoscape.js JSON",
        suffixes=(".cyjs",),
        home="pathport.formats.cyjs",
        reads=False,
        views=True,
    ),
    Format(name="pfocr", title="PFOCR figure record", suffixes=(".pfocr.md",), writes=False),
)

UNKNOWN = Rule(
    code="FMT001",
    severity=Severity.ERROR,
    title="a format is named as `pathport formats` lists it",
    remedy="see `pathport formats`",
)
NOT_BUILT = Rule(
    code="FMT002",
    severity=Severity.ERROR,
    title="a format that is asked for is built",
    remedy="see `pathport formats` for those that are",
)
RULES = (UNKNOWN, NOT_BUILT)


def known_formats() -> Iterator[Format]:
    """The formats that are built."""
    return (fmt for fmt in FORMATS if fmt.home)


def format_named(name: str) -> Format:
    """The format of this name.

    :raises UnknownNameError: if there is none; the one that is meant is named, if that is clear.
    """
    for fmt in FORMATS:
        if fmt.name == name:
            return fmt
    meant = _meant(name.lower())
    remedy = f'did you mean "{meant}"?' if meant else UNKNOWN.remedy
    sentence, place = f'no format is called "{name}"', Location(subject=name)
    raise UnknownNameError(UNKNOWN.finding(sentence, place=place, remedy=remedy))


def _meant(name: str) -> str | None:
    """The format with the nearest name, or with files that end so."""
    import difflib

    near = difflib.get_close_matches(name, [fmt.name for fmt in FORMATS], n=1)
    ends = [fmt.name for fmt in FORMATS if f".{name}" in fmt.suffixes]
    return next(iter((*ends, *near)), None)
