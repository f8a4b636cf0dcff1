"""Writes ``schemas/prefixes.tsv`` from the Python package ``bioregistry`` (a development tool).

It takes facts only (prefix, pattern, spellings, the form of identifiers.org, an example), corrects
the few patterns named below, and drops a spelling that stands for two prefixes.

Run it as ``python tools/make_prefixes.py`` and review the difference.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from bioregistry import Resource, manager

__all__ = ["table"]

TARGET = Path(__file__).parent.parent / "schemas" / "prefixes.tsv"

COLUMNS = (
    "prefix",
    "pattern",
    "banana",
    "namespace",
    "form",
    "example",
    "name",
    "synonyms",
    "variants",
)

CORRECTED = {
    "uniprot.isoform": r"^([OPQ]\d[A-Z0-9]{3}\d|[A-NR-Z]\d([A-Z][A-Z0-9]{2}\d){1,2})-\d+$",
    "gno": r"^(\d{8}|\w+\d\w+)$",
    "inchi": r"^InChI=1S?/[A-Za-z0-9.]+(\+[0-9]+)?(/[a-z][A-Za-z0-9\-+(),?;.]*)*$",
    "mastodon": r"^[A-Za-z0-9_]([A-Za-z0-9_.]*[A-Za-z0-9_])?@[\w.\-]+[0-9a-z]$",
    "ncbiprotein": r"^\w+\d(.\d+)?$",
    "soybase": r"^(?=(-?\w){3})\w+(-\w+){0,2}$",
    "swh": r"^[1-9]:(cnt|dir|rel|rev|snp):[0-9a-f]+(;(origin|visit|anchor|path|lines)=[^\s;]+)*$",
    "tritrypdb": r"^(?=(\.?\w){3})\w+(\.\w+){0,2}$",
}
"""Patterns in place of the registry's: its first one lets the number of an isoform belong to one of
two alternatives only, the others take time with the cube or the exponential of a text's length."""

ALSO = {
    "cl": ("cell type ontology",),
    "kegg.compound": ("compound", "ligand"),
    "kegg.genes": ("kegg genes",),
    "ncbigene": ("entrez gene", "entrez.gene"),
    "ncbigi": ("gi",),
    "ncbiprotein": ("ncbi genbank",),
}
"""Names that the registry does not list and that BioPAX's own tools take as a resource's
(BioPAX/Paxtools 6.0.0: normalizer, synonymap.json, and the registry's names of August 2023)."""

VARIANTS = {
    "eco": ("evidence code ontology",),
    "hgnc": ("hugo gene nomenclature committee (hgnc)",),
    "insdc": ("genbank gene database",),
    "iuphar.ligand": ("guide to pharmacology",),
    "mi": ("molecular interactions ontology", "molecular interaction ontology"),
    "mod": ("protein modification ontology",),
    "ncbigi": (
        "genbank indentifier",
        "genbank protein database",
        "nucleotide genbank identifier",
    ),
    "panther.pthcmp": ("panther pathway component",),
    "pdb": ("protein data bank",),
    "pdb-ccd": ("heterogen",),
    "sbo": ("biomodels.sbo",),
    "so": ("sequence ontology",),
    "uo": ("unit",),
    "uniprot": ("uniprot knowledgebase", "uniprot accession"),
}
"""Names that files of the field use for a resource beside those: they are understood, and are not
its own."""


def banana_of(resource: Resource) -> str:
    """The upper-case namespace that some spellings put before the local id, with its separator."""
    banana = resource.get_banana() or ""
    if banana:
        banana += resource.get_banana_peel()
    elif embedded(resource):
        banana = f"{resource.get_identifiers_org_prefix()}:".upper()
    return "" if banana == f"{resource.prefix}:" else banana


def embedded(resource: Resource) -> bool:
    """Whether identifiers.org takes the namespace as a part of the local id."""
    extras = (resource.miriam or {}).get("extras", {})
    return bool(extras.get("namespaceEmbeddedInLui"))


def namespace_of(resource: Resource) -> str:
    """What identifiers.org calls the resource, unless that is another resource's prefix here."""
    namespace = resource.get_identifiers_org_prefix() or ""
    return namespace if manager.normalize_prefix(namespace) in (None, resource.prefix) else ""


def form_of(resource: Resource, banana: str) -> str:
    """How identifiers.org spells an id: ``embedded`` GO:1, ``banana`` obi:OBI_1, ``bare`` hgnc:1.

    A banana that is another resource's prefix is never embedded: the URI would mean that one.
    """
    if not namespace_of(resource):
        return ""
    pattern = (resource.miriam or {}).get("pattern", "")
    if not banana or not re.fullmatch(pattern, f"{banana}{resource.get_example()}", re.ASCII):
        return "bare"
    own = banana.endswith(":") and manager.normalize_prefix(banana[:-1]) == resource.prefix
    return "embedded" if own and embedded(resource) else "banana"


def synonyms_of(resource: Resource) -> list[str]:
    """Other spellings in lower case, less those that mean another resource."""
    spelled = {*resource.get_synonyms(), resource.get_preferred_prefix() or ""}
    spelled |= set(resource.get_mappings().values())
    words = {word.lower() for word in spelled if manager.normalize_prefix(word) == resource.prefix}
    words |= set(ALSO.get(resource.prefix, ()))
    return sorted(words - {resource.prefix, namespace_of(resource), name_of(resource), ""})


@cache
def shared_names() -> frozenset[str]:
    """The names that several resources have."""
    counted = Counter((resource.get_name() or "").lower() for resource in manager.registry.values())
    return frozenset(name for name, count in counted.items() if count > 1)


def name_of(resource: Resource) -> str:
    """The name of the resource in lower case, unless another resource has or is it too."""
    name = (resource.get_name() or "").lower()
    other = manager.normalize_prefix(name)
    return name if name not in shared_names() and other in (None, resource.prefix) else ""


def row(resource: Resource) -> tuple[str, ...]:
    """One line of the table."""
    pattern = CORRECTED.get(resource.prefix) or resource.get_pattern() or ""
    banana = banana_of(resource)
    return (
        resource.prefix,
        pattern,
        banana,
        namespace_of(resource),
        form_of(resource, banana),
        example_of(resource, pattern),
        name_of(resource),
        "|".join(synonyms_of(resource)),
        "|".join(VARIANTS.get(resource.prefix, ())),
    )


def example_of(resource: Resource, pattern: str) -> str:
    """A local id that fits the pattern, or nothing."""
    example = resource.get_example() or ""
    return example if re.fullmatch(pattern or r"\S+", example, re.ASCII) else ""


def table() -> Iterator[str]:
    """The lines of the table, comment and header first."""
    yield f"# Bioregistry {version('bioregistry')} (CC0 1.0); made by tools/make_prefixes.py"
    yield "\t".join(COLUMNS)
    for _, resource in sorted(manager.registry.items()):
        yield "\t".join(row(resource))


if __name__ == "__main__":
    TARGET.write_text("".join(f"{line}\n" for line in table()), encoding="utf-8")
