"""A pathway as people write it: entries by id, species in the notation, one value or a list.

These structs are the document's schema and what the builder fills; ``pathport.model.assembly``
makes a pathway of them. They know neither YAML nor JSON. The page ``docs/document.md`` tells each
key.
"""

from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta, field

from pathport.model.enumerations import (
    AssociationType,
    Certainty,
    Effect,
    Kind,
    Mechanism,
    ProcessType,
    Relation,
    Role,
    Side,
    SiteLogic,
)
from pathport.model.layout import Layout
from pathport.model.parts import Accession, Evidence, Figure, Number, Person
from pathport.model.quantities import Quantities

__all__ = [
    "COLLECTIONS",
    "AssociationEntry",
    "CompartmentEntry",
    "ComponentEntry",
    "ControlEntry",
    "Document",
    "Entry",
    "InfluenceEntry",
    "MemberEntry",
    "ModuleEntry",
    "MoleculeEntry",
    "ProcessEntry",
    "PublicationEntry",
    "SiteEntry",
    "SiteSetEntry",
    "SpeciesEntry",
    "listed",
]

T = TypeVar("T")

Zero = Literal[0]
"""Nothing known, which YAML takes for a number where it has no quotes."""
Texts = str | tuple[str, ...]
Identifiers = str | dict[Relation, Texts] | tuple[str | dict[Relation, Texts], ...]
Accessions = Accession | tuple[Accession, ...]
EvidenceEntries = str | Evidence | tuple[str | Evidence, ...]
People = str | Person | tuple[str | Person, ...]


def listed(value: Any) -> tuple[Any, ...]:
    """A value that may stand for a list of one, as the list that it stands for."""
    return value if isinstance(value, tuple) else () if value is None else (value,)


class Fields(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """What every mapping of a document has in common: no key that is not known."""


class Entry(Fields, frozen=True, kw_only=True):
    """What the entry of every thing may say."""

    name: str | None = None
    synonyms: Texts = ()
    identifiers: Annotated[
        Identifiers, Meta(description="CURIEs such as uniprot:P48061, or by their relation")
    ] = ()
    accessions: Annotated[
        Accessions, Meta(description="entries of databases without a prefix, by database and id")
    ] = ()
    notes: Texts = ()
    references: Annotated[Texts, Meta(description="literature, such as pubmed:8752281")] = ()
    evidence: Annotated[
        EvidenceEntries, Meta(description="code, reference or both: eco:0000269 pubmed:8752281")
    ] = ()
    certainty: Certainty | None = None
    data_sources: Texts = ()
    original_id: Annotated[
        str | None, Meta(description="the id in the file that it was read from")
    ] = None


class CompartmentEntry(Entry, frozen=True, kw_only=True):
    """A place: a volume, a membrane, or the inside of an organelle."""

    dimensions: int | None = None
    inside: Annotated[str | None, Meta(description="the compartment around it")] = None
    membrane_of: Annotated[str | None, Meta(description="the compartment that it bounds")] = None
    size: Annotated[Number | None, Meta(description="in its unit")] = None
    unit: Annotated[
        str | None,
        Meta(description="a unit; litre, square metre or metre if nothing says"),
    ] = None
    constant: Annotated[bool, Meta(description="whether the size stays as it is")] = True


class MemberEntry(Fields, frozen=True, kw_only=True):
    """A member of a family, or a part of a complex by name."""

    molecule: str
    count: int = 1
    certainty: Certainty | None = None
    evidence: EvidenceEntries = ()


class SiteEntry(Fields, frozen=True, kw_only=True):
    """A site with more to say of it: in the notation, or by residue, position and kind."""

    site: Annotated[str | None, Meta(description="such as pT308 or T308")] = None
    residue: str | None = None
    position: int | None = None
    kind: Annotated[str | None, Meta(description="a PSI-MOD term, such as mod:00047")] = None
    word: Annotated[str | None, Meta(description="the kind in words, without a term")] = None
    molecule: Annotated[str | None, Meta(description="the member that has it")] = None
    certainty: Certainty | None = None
    reference: str | None = None
    note: str | None = None


Sites = str | SiteEntry | tuple[str | SiteEntry, ...]
SitesByMember = (
    str | dict[str, str | SiteEntry | tuple[str | SiteEntry, ...]] | tuple[str | SiteEntry, ...]
)


class SiteSetEntry(Fields, frozen=True, kw_only=True):
    """Modified sites under one name; of a family, the sites of each member."""

    logic: SiteLogic = SiteLogic.ALL
    sites: SitesByMember = ()


class MoleculeEntry(Entry, frozen=True, kw_only=True):
    """A kind of thing that species are states of."""

    kind: Kind = Kind.UNKNOWN
    roles: Role | tuple[Role, ...] = ()
    organism: str | None = None
    members: Annotated[
        str | MemberEntry | tuple[str | MemberEntry, ...],
        Meta(description="AKT1, 2*GNB1, or a mapping with molecule and count"),
    ] = ()
    sites: Sites = ()
    site_sets: dict[str, SiteSetEntry] = {}


class ComponentEntry(Entry, frozen=True, kw_only=True):
    """A component with more to say of it than the notation can."""

    is_: Annotated[str | None, Meta(description="in the notation: 2*A{p}")] = field(
        default=None, name="is"
    )
    components: "tuple[str | ComponentEntry, ...] | None" = None
    state: Annotated[str | None, Meta(description="of a complex by value: pY705,active")] = None
    count: int = 1
    id: str | None = None
    compartment: str | None = None


class SpeciesEntry(Entry, frozen=True, kw_only=True):
    """A species with an id of its own, or more to say of it than the notation can."""

    is_: Annotated[str | None, Meta(description="in the notation: CXCR4{pS346}@pm")] = field(
        default=None, name="is"
    )
    components: tuple[str | ComponentEntry, ...] | None = None
    members: Annotated[
        Texts | None, Meta(description="alternative species, in the notation or by id")
    ] = None
    state: Annotated[str | None, Meta(description="of the complex as a whole")] = None
    compartment: str | None = None
    side: Side | None = None
    cell_type: str | None = None
    tissue: str | None = None


class InfluenceEntry(Entry, frozen=True, kw_only=True):
    """Species act on a species or phenotype; how it comes about is not known."""

    on: Annotated[str, Meta(description="a species")]
    by: Annotated[str | Zero, Meta(description="species, joined by and, or, not; or 0")]
    effect: Effect
    mechanism: Mechanism | None = None


class ControlEntry(Entry, frozen=True, kw_only=True):
    """Species act on a process or on a control; under a process, ``of`` is that process."""

    id: str | None = None
    of: Annotated[str | Zero | None, Meta(description="the id of a process or control, or 0")] = (
        None
    )
    by: Annotated[str | Zero, Meta(description="species, joined by and, or, not; or 0")]
    effect: Effect
    mechanism: Mechanism | None = None


class ProcessEntry(Entry, frozen=True, kw_only=True):
    """Inputs become outputs."""

    is_: Annotated[str, Meta(description="A@cyt + 2 B@pm -> A:2*B@pm; <-> is reversible")] = field(
        name="is"
    )
    type: ProcessType = ProcessType.PROCESS
    template: Annotated[str | None, Meta(description="the gene or RNA, a species")] = None
    spontaneous: bool | None = None
    controls: ControlEntry | tuple[ControlEntry, ...] = ()


class AssociationEntry(Entry, frozen=True, kw_only=True):
    """Species that belong together without a direction."""

    between: tuple[str, ...]
    type: AssociationType = AssociationType.ASSOCIATION


class ModuleEntry(Entry, frozen=True, kw_only=True):
    """A named group of processes, controls, associations and modules."""

    members: Texts = ()
    order: Annotated[Texts, Meta(description="what follows what: E01 -> E02")] = ()


class PublicationEntry(Fields, frozen=True, kw_only=True):
    """What is known of a publication beyond its CURIE."""

    title: str | None = None
    authors: Texts = ()
    journal: str | None = None
    year: int | None = None
    url: str | None = None


class Document(Fields, frozen=True, kw_only=True):
    """A pathway in pathport's notation."""

    pathport: Annotated[Literal[1], Meta(description="the version of the document's form")]
    id: str
    title: str | None = None
    description: Texts = ()
    organism: Annotated[str | None, Meta(description="such as ncbitaxon:9606")] = None
    authors: People = ()
    created: Annotated[str | None, Meta(description="ISO 8601")] = None
    modified: Annotated[str | None, Meta(description="ISO 8601")] = None
    version: str | None = None
    licence: Annotated[str | None, Meta(description="an SPDX identifier, or a title")] = None
    figure: Figure | None = None
    synonyms: Texts = ()
    identifiers: Identifiers = ()
    accessions: Accessions = ()
    references: Texts = ()
    evidence: EvidenceEntries = ()
    certainty: Certainty | None = None
    data_sources: Texts = ()
    original_id: str | None = None
    publications: dict[str, PublicationEntry | None] | None = None
    compartments: dict[str, CompartmentEntry | None] | None = None
    molecules: dict[str, MoleculeEntry | None] | None = None
    species: dict[str, SpeciesEntry] | None = None
    processes: dict[str, ProcessEntry] | None = None
    controls: dict[str, ControlEntry] | None = None
    influences: dict[str, InfluenceEntry] | None = None
    associations: dict[str, AssociationEntry] | None = None
    modules: dict[str, ModuleEntry | None] | None = None
    order: Annotated[Texts, Meta(description="what follows what: E01 -> E02")] = ()
    quantities: Quantities = Quantities()
    layout: Layout = Layout()


COLLECTIONS = {
    "compartments": CompartmentEntry,
    "molecules": MoleculeEntry,
    "species": SpeciesEntry,
    "processes": ProcessEntry,
    "controls": ControlEntry,
    "influences": InfluenceEntry,
    "associations": AssociationEntry,
    "modules": ModuleEntry,
}
"""The keys of a document that hold entries by id, with the class of their entries."""
