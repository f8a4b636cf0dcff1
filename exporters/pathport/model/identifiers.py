"""CURIEs in one canonical form, their URIs at identifiers.org, and BioPAX's cross references.

The canonical form is the Bioregistry's lower-case prefix and a local id without a repeated prefix:
``uniprot:P61073``, ``chebi:15422``. Prefix, pattern and spellings are a table of facts that is read
when the first CURIE is; nothing is looked up in the network, and that an id exists is not known
here. An identifier whose prefix the table does not have can't be canonical: ``from_uri`` and
``from_xref`` give nothing for it, and the caller keeps it as the text that it found. Compact forms
follow identifiers.org, spellings of databases BioPAX Level 3 files.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

import msgspec

from pathport.tables import rows

__all__ = [
    "IdentifierError",
    "Resource",
    "canonical",
    "from_uri",
    "from_xref",
    "is_canonical",
    "resources",
    "to_uri",
    "to_xref",
]

Kind = Literal["malformed", "unknown prefix", "pattern"]

LONGEST = 2048
"""A longer local id is refused: no pattern is tried on it."""

REGISTRY = "https://identifiers.org/"
FALLBACK = "https://bioregistry.io/"

COMPACT = re.compile(r"https?://(?:www\.)?(?:identifiers\.org|bioregistry\.io)/", re.IGNORECASE)
MIRIAM = re.compile(r"urn:miriam:", re.IGNORECASE)
OBO = re.compile(r"https?://purl\.obolibrary\.org/obo/(?P<prefix>\w+)_(?P<local>\w+)", re.ASCII)
UNIPROT = re.compile(r"https?://purl\.uniprot\.org/uniprot/(?P<local>[A-Z0-9-]+)", re.ASCII)

UNESCAPED = "/:@!$&'()*+,;="
"""What a path of a URI may hold as it is, beside letters, digits and ``-._~`` (RFC 3986, 3.3)."""

FILLERS = frozenset({"accession", "database", "knowledgebase"})
"""Words in the name of a database that tell nothing about which one it is."""

FINER = MappingProxyType({"uniprot": "uniprot.isoform"})
"""Where an id that does not fit a resource fits another one that is commonly called by its name."""


class Resource(msgspec.Struct, frozen=True):
    """A resource of identifiers, as ``schemas/prefixes.tsv`` has it.

    ``banana`` is the namespace that some spellings put before the local id (``GO:``, ``OBI_``),
    ``namespace`` is what identifiers.org calls the resource, if it has it, and ``form`` how it
    spells an id: ``embedded`` GO:1, ``banana`` obi:OBI_1, ``bare`` hgnc:1. ``example`` is a local id.
    """

    prefix: str
    pattern: str
    banana: str
    namespace: str
    form: str
    example: str
    synonyms: tuple[str, ...]

    def spelled(self, local: str) -> str:
        """The local id as identifiers.org and BioPAX files write it: ``GO:0005886``, ``2561``."""
        return f"{self.banana}{local}" if self.form in ("embedded", "banana") else local


class IdentifierError(ValueError):
    """Raised for a text that is no CURIE with a known prefix and a local id of its pattern.

    ``kind`` says which of the three fails; ``prefix`` is the resource whose pattern was not met.
    """

    def __init__(self, kind: Kind, text: str, prefix: str = "") -> None:
        super().__init__(kind, text, prefix)
        self.kind = kind
        self.text = text
        self.prefix = prefix

    @property
    def pattern(self) -> str:
        """The pattern of local ids that was not met, or nothing."""
        return resources()[self.prefix].pattern if self.prefix else ""

    @property
    def nearest(self) -> str | None:
        """The known prefix that is most like the unknown one."""
        return nearest(self.text.partition(":")[0]) if self.kind == "unknown prefix" else None

    @property
    def sentence(self) -> str:
        """What is wrong, quoting it."""
        quoted = f'"{self.text if len(self.text) <= 80 else self.text[:77] + "..."}"'
        if self.kind == "malformed":
            return f"{quoted} is no CURIE: expected a prefix, a colon and a local id"
        if self.kind == "unknown prefix":
            return f"{quoted} has a prefix that the Bioregistry does not list"
        expected = self.pattern or "printable characters without blanks"
        return f"{quoted} has no local id of {self.prefix}: expected {expected}"

    @property
    def remedy(self) -> str:
        """What to do about it."""
        if self.nearest:
            return f'did you mean "{self.nearest}:{self.text.partition(":")[2]}"?'
        if self.kind == "pattern" and resources()[self.prefix].example:
            return f"write it like {self.prefix}:{resources()[self.prefix].example}"
        return "write it like uniprot:P61073"

    def __str__(self) -> str:
        return f"{self.sentence}; {self.remedy}"


@cache
def resources() -> Mapping[str, Resource]:
    """Every resource of the Bioregistry, by its canonical prefix."""
    table = rows("prefixes.tsv")
    return MappingProxyType(
        {row[0]: Resource(*row[:6], synonyms=tuple(row[6].split("|"))) for row in table}
    )


@cache
def spellings() -> Mapping[str, str]:
    """Canonical prefixes by each lower-case spelling; ``obo.go`` is MIRIAM's old ``go``."""
    by_spelling: dict[str, str] = {}
    for prefix, resource in resources().items():
        names = {*resource.synonyms, resource.namespace, resource.banana[:-1].lower()}
        by_spelling |= dict.fromkeys(names - by_spelling.keys(), prefix)
    by_spelling |= {prefix: prefix for prefix in resources()}
    del by_spelling[""]
    return by_spelling


@cache
def loose_spellings() -> Mapping[str, str]:
    """Canonical prefixes by what is left of a spelling without case, punctuation and fillers."""
    return {loose(spelling): prefix for spelling, prefix in reversed(spellings().items())}


def loose(name: str) -> str:
    """A database's name without case, punctuation and words that tell nothing."""
    words = re.findall(r"[a-z0-9]+", name.lower())
    return "".join(word for word in words if word not in FILLERS)
