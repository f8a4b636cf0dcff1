"""Rules for cross references: databases, the form of ids, and what they may identify.

Prefixes and patterns are the Bioregistry's (``pathport.model.identifiers``). Sources: the BioPAX
validator's rules, as ``codes`` cites them, with its table of databases.
"""

from collections.abc import Iterator

from pathport.findings import Finding
from pathport.formats.biopax import codes
from pathport.formats.biopax.graph import Node
from pathport.formats.biopax.objects import Objects
from pathport.formats.biopax.ontology import ancestors, is_a
from pathport.model.identifiers import IdentifierError, canonical, from_xref, to_xref

__all__ = ["CHECKS"]

ALLOWED = {
    "BioSource": ("ncbitaxon",),
    "CellVocabulary": ("cl",),
    "CellularLocationVocabulary": ("go",),
    "EvidenceCodeVocabulary": ("mi", "eco"),  # EVIDENCE_IN_ECO is about the latter
    "ExperimentalFormVocabulary": ("mi",),
    "InteractionVocabulary": ("mi",),
    "PhenotypeVocabulary": ("pato",),
    "Provenance": ("miriam",),
    "RelationshipTypeVocabulary": ("mi",),
    "SequenceModificationVocabulary": ("mod", "so"),
    "SequenceRegionVocabulary": ("so",),
    "TissueVocabulary": ("bto",),
}
"""The databases whose entries an object of a class may be."""

DENIED = {
    "Dna": ("uniprot", "pubmed"),
    "DnaReference": ("uniprot", "pubmed"),
    "Interaction": ("mi",),
    "PhysicalEntity": ("go",),
    "ProteinReference": ("omim", "ncbigene"),
    "Rna": ("uniprot",),
    "RnaReference": ("uniprot",),
    "SmallMolecule": ("uniprot",),
    "SmallMoleculeReference": ("uniprot",),
}
"""The databases whose entries an object of a class can't be."""


def complete(o: Objects) -> Iterator[Finding]:
    """References to a database without db or id; a UnificationXref lacks them by the ontology."""
    for node in o.of("RelationshipXref"):
        lacking = [name for name in ("db", "id") if not node.text(name)]
        if lacking:
            told = f"{o.named(node)} has no {' and no '.join(lacking)}"
            yield codes.XREF_INCOMPLETE.finding(told, place=o.place(node))


def known(o: Objects) -> Iterator[Finding]:
    """Databases that are not known or are misspelt, and ids that are not of their form."""
    for node in o.of("Xref"):
        db, accession = node.text("db"), node.text("id")
        if db and accession:
            yield from identifier(o, node, db, accession)


def identifier(o: Objects, node: Node, db: str, accession: str) -> Iterator[Finding]:
    """What is wrong with one database and id."""
    try:
        curie = canonical(f"{db}:{accession}")
    except IdentifierError as error:
        loose = from_xref(db, accession)
        if loose:
            told = f'{o.named(node)} calls {loose.partition(":")[0]} "{db}"'
            yield codes.DB_SPELLING.finding(told, place=o.place(node, "db"))
        elif error.kind == "pattern":
            told = f'{o.named(node)} has the id "{accession}", which is none of {error.prefix}'
            yield codes.ID_FORMAT.finding(told, place=o.place(node, "id"))
        else:
            told = f'{o.named(node)} is of the database "{db}", which is not known'
            yield codes.UNKNOWN_DB.finding(told, place=o.place(node, "db"))
        return
    spelt = to_xref(curie)[1]
    if accession not in (spelt, curie.partition(":")[2]):
        told = f'{o.named(node)} has the id "{accession}", expected "{spelt}"'
        yield codes.ID_FORMAT.finding(told, place=o.place(node, "id"))


def limited(o: Objects) -> Iterator[Finding]:
    """What an object is said to be, against the databases that have things of its kind."""
    for node in o.of("UnificationXref"):
        curie = from_xref(node.text("db"), node.text("id"))
        prefix = curie.partition(":")[0] if curie else ""
        for user in o.users(node, "xref") if prefix else ():
            for cls in sorted(ancestors(user.cls)):
                told = f"{o.named(user)} is unified with {prefix} {node.text('id')}"
                if prefix not in ALLOWED.get(cls, (prefix,)):
                    told += f", expected {' or '.join(ALLOWED[cls])}"
                    yield codes.NOT_ALLOWED_XREF.finding(told, place=o.place(node))
                if prefix in DENIED.get(cls, ()):
                    yield codes.DENIED_XREF.finding(told, place=o.place(node))


def shared(o: Objects) -> Iterator[Finding]:
    """Identities of several objects."""
    for node in o.of("UnificationXref"):
        users = o.users(node, "xref")
        if len(users) > 1:
            told = f"{o.named(node)} is that of {len(users)} objects: {o.listed(users)}"
            yield codes.SHARED_IDENTITY.finding(told, place=o.place(node))


def references(o: Objects) -> Iterator[Finding]:
    """Entity references without an identity, and proteins without an organism."""
    for node in o.of("EntityReference"):
        if not o.typed(node, "xref", "UnificationXref"):
            yield without_identity(o, node)
        if is_a(node.cls, "ProteinReference") and not node.values("organism"):
            told = f"the pathway lacks an organism for {o.named(node)}"
            yield codes.NO_ORGANISM.finding(told, place=o.place(node))


def without_identity(o: Objects, node: Node) -> Finding:
    """An entity reference that nothing identifies; the members of a family do so in part."""
    if node.values("memberEntityReference"):
        told = f"{o.named(node)} is a family without an identifier of its own"
        return codes.NO_FAMILY_IDENTITY.finding(told, place=o.place(node))
    told = f"the pathway lacks an identifier for {o.named(node)}"
    return codes.NO_IDENTITY.finding(told, place=o.place(node))


def organisms(o: Objects) -> Iterator[Finding]:
    """Organisms that are said to be several things, or like one."""
    for node in o.of("BioSource"):
        xrefs = o.values(node, "xref")
        others = [xref for xref in xrefs if xref.cls != "UnificationXref"]
        if len(xrefs) > 1 or others:
            told = f"{o.named(node)} has {len(xrefs)} xrefs, expected one UnificationXref"
            yield codes.TAXON.finding(told, place=o.place(node, "xref"))


CHECKS = (complete, known, limited, shared, references, organisms)
"""What is asked of a file, in no order."""
