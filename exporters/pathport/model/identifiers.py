"""CURIEs in one canonical form, their URIs at identifiers.org, and BioPAX's cross references.

The canonical form is the Bioregistry's lower-case prefix and a local id without a repeated prefix:
``uniprot:P61073``, ``chebi:15422``. Prefix, pattern and spellings are a table of facts that is read
when the first CURIE is; nothing is looked up in the network, and that an id exists is not known
here. An identifier whose prefix the table does not have can't be canonical: ``from_uri`` and
``from_xref`` give nothing for it, and the caller keeps it as the text that it found. Compact forms
follow identifiers.org, spellings of databases BioPAX Level 3 files.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal
from urllib.parse import quote, unquote

import msgspec

from pathport.tables import rows

__all__ = [
    "IdentifierError",
    "Resource",
    "canonical",
    "from_uri",
    "from_xref",
    "is_address",
    "is_canonical",
    "is_of_registry",
    "prefix_of_db",
    "resources",
    "to_uri",
    "to_xref",
]

Kind = Literal["malformed", "unknown prefix", "pattern"]

LONGEST = 512
"""A longer local id is refused: patterns of the table may take time with the square of it."""

QUOTED = 80
"""As many characters of a text stand in a sentence about it."""

LIKE = 40
"""As much of an unknown prefix is compared with the known ones."""

REGISTRY = "https://identifiers.org/"
FALLBACK = "https://bioregistry.io/"

COMPACT = re.compile(r"https?://(?:www\.)?(?:identifiers\.org|bioregistry\.io)/", re.IGNORECASE)
MIRIAM = re.compile(r"urn:miriam:", re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?://|(?i:urn:[a-z0-9][a-z0-9-]{0,31}:))[^\s<>\"]+")
"""A page's, or a name of the kind that resolvers take (RFC 8141)."""
OBO = re.compile(r"https?://purl\.obolibrary\.org/obo/(?P<prefix>\w+)_(?P<local>\w+)", re.ASCII)
UNIPROT = re.compile(r"https?://purl\.uniprot\.org/uniprot/(?P<local>[A-Z0-9-]+)", re.ASCII)

SEPARATOR = re.compile("[:/]")
"""Between a prefix and a local id, behind a registry's name."""

UNESCAPED = "/:@!$&'()*+,;="
"""What a path of a URI may hold as it is, beside letters, digits and ``-._~`` (RFC 3986, 3.3)."""

FILLERS = frozenset({"accession", "database", "knowledgebase"})
"""Words in the name of a database that tell nothing about which one it is."""

SIBLINGS = MappingProxyType(
    {
        "genpept": ("ncbigi",),
        "inchi": ("inchikey",),
        "intact": ("mint",),
        "kegg.compound": ("kegg.drug", "kegg.glycan"),
        "pdb": ("pdb-ccd",),
        "uniprot": ("uniprot.isoform",),
        "uniprot.isoform": ("uniprot",),
    }
)
"""Resources that files call by the name of another, told apart by the patterns of their ids, and by
the namespace before them where the resource has one."""


class Resource(msgspec.Struct, frozen=True, kw_only=True):
    """A resource of identifiers, as ``schemas/prefixes.tsv`` has it.

    ``banana`` is the namespace that some spellings put before the local id (``GO:``, ``OBI_``),
    ``namespace`` is what identifiers.org calls the resource, if it has it, and ``form`` how it
    spells an id: ``embedded`` GO:1, ``banana`` obi:OBI_1, ``bare`` hgnc:1. ``example`` is an id.
    ``name`` and ``synonyms`` are its own, in lower case; ``variants`` are only understood.
    """

    prefix: str
    pattern: str
    banana: str
    namespace: str
    form: str
    example: str
    name: str
    synonyms: tuple[str, ...]
    variants: tuple[str, ...]

    @property
    def names(self) -> frozenset[str]:
        """What the resource is called rightly, in lower case."""
        return frozenset((self.prefix, self.namespace, self.name, *self.synonyms)) - {""}

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
        """The prefix that was probably meant: one spelled alike, or a sibling that fits."""
        head, _, local = self.text.partition(":")
        if self.kind == "unknown prefix":
            return nearest(head)
        meant = known(self.prefix, local) if self.prefix else None
        return meant.partition(":")[0] if meant else None

    @property
    def sentence(self) -> str:
        """What is wrong, quoting it."""
        quoted = f'"{quotable(self.text)}"'
        if self.kind == "malformed":
            return f"{quoted} is no CURIE: expected a prefix, a colon and a local id"
        if self.kind == "unknown prefix":
            return f"{quoted} has a prefix that is not known: expected one of the Bioregistry"
        if len(self.text) > LONGEST:
            return f"{quoted} is too long: expected at most {LONGEST} characters"
        expected = self.pattern or "printable characters without blanks"
        return f"{quoted} has no local id of {self.prefix}: expected {expected}"

    @property
    def remedy(self) -> str:
        """What to do about it."""
        _, _, local = self.text.partition(":")
        if nearest := self.nearest:
            return f'did you mean "{quotable(f"{nearest}:{local}")}"?'
        if self.kind == "pattern" and resources()[self.prefix].example:
            return f"write it like {self.prefix}:{resources()[self.prefix].example}"
        return "write it like uniprot:P61073"

    def __str__(self) -> str:
        return f"{self.sentence}; {self.remedy}"


def quotable(text: str) -> str:
    """A text as far as a sentence quotes it."""
    return text if len(text) <= QUOTED else f"{text[:QUOTED]}..."


@cache
def resources() -> Mapping[str, Resource]:
    """Every resource of the Bioregistry, by its canonical prefix."""
    table = (
        Resource(
            prefix=prefix,
            pattern=pattern,
            banana=banana,
            namespace=namespace,
            form=form,
            example=example,
            name=name,
            synonyms=tuple(synonyms.split("|")),
            variants=tuple(variants.split("|")),
        )
        for prefix, pattern, banana, namespace, form, example, name, synonyms, variants in rows(
            "prefixes.tsv"
        )
    )
    return MappingProxyType({resource.prefix: resource for resource in table})


@cache
def spellings() -> Mapping[str, str]:
    """Canonical prefixes by each of their lower-case spellings; the canonical ones stand last."""
    by_spelling = {
        name: resource.prefix
        for resource in resources().values()
        for name in (*resource.variants, *resource.synonyms, resource.name, resource.namespace)
        if name
    }
    return by_spelling | dict(zip(resources(), resources(), strict=True))


@cache
def loose_spellings() -> Mapping[str, str]:
    """Canonical prefixes by what is left of a spelling without case, punctuation and fillers."""
    return {loose(spelling): prefix for spelling, prefix in spellings().items()}


def loose(name: str) -> str:
    """A database's name without case, punctuation and words that tell nothing."""
    words = re.findall(r"[a-z0-9]+", name.lower())
    return "".join(word for word in words if word not in FILLERS)


@cache
def matcher(prefix: str) -> re.Pattern[str]:
    """The compiled pattern of a resource; one without a pattern takes anything but blanks."""
    return re.compile(resources()[prefix].pattern or r"\S+", re.ASCII)


def nearest(prefix: str) -> str | None:
    """The canonical prefix with a spelling most like this one."""
    from difflib import get_close_matches

    alike = get_close_matches(prefix[:LIKE].lower(), spellings(), n=1, cutoff=0.75)
    return spellings()[alike[0]] if alike else None


def prefix_of(spelling: str) -> str | None:
    """The canonical prefix that this spelling means, in any case; ``obo.go`` is MIRIAM's old go."""
    name = spelling.lower()
    return spellings().get(name) or spellings().get(name.removeprefix("obo."))


def fits(resource: Resource, local: str) -> bool:
    """Whether a local id is one of the resource: printable, and within its pattern."""
    return local.isprintable() and matcher(resource.prefix).fullmatch(local) is not None


def shorter(resource: Resource, local: str) -> str | None:
    """What is left of a local id without the namespace or prefix that it begins with."""
    banana = resource.banana
    if banana and local.startswith((banana, banana.replace(":", "_"))):
        return local[len(banana) :]
    head, colon, rest = local.partition(":")
    return rest if colon and prefix_of(head) == resource.prefix else None


def local_id(resource: Resource, text: str) -> str | None:
    """The shortest reading of a text that is a local id of the resource.

    Readings are the text as it stands, and with one repeated prefix after the other taken off.
    """
    if len(text) > LONGEST:
        return None
    shortest: str | None = None
    reading: str | None = text
    while reading is not None:
        if fits(resource, reading):
            shortest = reading
        reading = shorter(resource, reading)
    return shortest


def canonical(curie: str) -> str:
    """The one canonical form of a CURIE: ``UniProtKB:P61073`` and ``uniprot:P61073`` are the same.

    :raises IdentifierError: if it is no CURIE, its prefix is unknown, or its local id is not one
        of the resource.
    """
    head, _, text = curie.partition(":")
    if not head or not text:
        raise IdentifierError("malformed", curie)
    prefix = prefix_of(head)
    if prefix is None:
        raise IdentifierError("unknown prefix", curie)
    local = local_id(resources()[prefix], text)
    if local is None:
        raise IdentifierError("pattern", curie, prefix)
    return f"{prefix}:{local}"


def is_canonical(curie: str) -> bool:
    """Whether this is a CURIE in its canonical form."""
    head, _, local = curie.partition(":")
    resource = resources().get(head)
    return resource is not None and local_id(resource, local) == local


def known(prefix: str | None, text: str) -> str | None:
    """The canonical CURIE of a local id under a prefix, or under a sibling where it fits that."""
    if prefix is None:
        return None
    for name in (prefix, *SIBLINGS.get(prefix, ())):
        resource = resources()[name]
        local = local_id(resource, text)
        if local is not None and (name == prefix or text.startswith(resource.banana)):
            return f"{name}:{local}"
    return None


def from_uri(uri: str) -> str | None:
    """The canonical CURIE of a URI; nothing if it is no registry's or not of a known resource.

    Registries are identifiers.org (compact, or with a slash), MIRIAM URNs, bioregistry.io, and the
    permanent URLs of the OBO Foundry and of UniProt.
    """
    if match := COMPACT.match(uri) or MIRIAM.match(uri):
        return from_compact(uri[match.end() :])
    if match := OBO.fullmatch(uri):
        return known(prefix_of(match["prefix"]), match["local"])
    match = UNIPROT.fullmatch(uri)
    return known("uniprot", match["local"]) if match else None


def is_address(text: str) -> bool:
    """Whether a text is the address of a page or a URN, as the reference of what has no CURIE may
    be.
    """
    return ADDRESS.fullmatch(text) is not None


def is_of_registry(uri: str) -> bool:
    """Whether a URI is one of a registry's, whether or not it names what there is."""
    return (COMPACT.match(uri) or MIRIAM.match(uri)) is not None


def from_compact(escaped: str) -> str | None:
    """The canonical CURIE of what stands behind a registry's name: prefix, colon or slash, id."""
    try:
        text = unquote(escaped, errors="strict")
    except UnicodeDecodeError:
        return None
    head, *rest = SEPARATOR.split(text, maxsplit=1)
    return known(prefix_of(head), "".join(rest))


def to_uri(curie: str) -> str:
    """The compact URI at identifiers.org, or at bioregistry.io for what identifiers.org lacks.

    The namespace is embedded where identifiers.org has it so: ``https://identifiers.org/GO:0005886``.

    :raises IdentifierError: as ``canonical`` does.
    """
    prefix, _, local = canonical(curie).partition(":")
    resource = resources()[prefix]
    if not resource.namespace:
        return f"{FALLBACK}{prefix}:{quote(local, safe=UNESCAPED)}"
    head = "" if resource.form == "embedded" else f"{resource.namespace}:"
    return f"{REGISTRY}{head}{quote(resource.spelled(local), safe=UNESCAPED)}"


def from_xref(db: str, accession: str) -> str | None:
    """The canonical CURIE of a BioPAX cross reference; nothing if its database is not known.

    Case, punctuation and words such as ``database`` in the name of the database don't matter.
    """
    return known(prefix_of_db(db), accession.strip())


def prefix_of_db(db: str) -> str | None:
    """The canonical prefix of a database as BioPAX files name it, or nothing."""
    return prefix_of(db.strip()) or loose_spellings().get(loose(db))


def to_xref(curie: str) -> tuple[str, str]:
    """Database and id as BioPAX files spell them: ``("go", "GO:0005886")``, ``("hgnc", "2561")``.

    :raises IdentifierError: as ``canonical`` does.
    """
    prefix, _, local = canonical(curie).partition(":")
    resource = resources()[prefix]
    return resource.namespace or prefix, resource.spelled(local)
