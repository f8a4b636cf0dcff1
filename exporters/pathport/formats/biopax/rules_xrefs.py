"""Rules for cross references: databases, the form of ids, and what they may identify.

Prefixes, names and patterns are the Bioregistry's (``pathport.model.identifiers``), and PSI-MI's
names of databases are taken too. Sources: the BioPAX validator's rules, as ``codes`` cites them,
with its table of databases.
"""

from collections.abc import Iterator

from pathport.findings import Finding
from pathport.formats.biopax import codes
from pathport.formats.biopax.graph import Node
from pathport.formats.biopax.objects import Objects
from pathport.formats.biopax.ontology import ancestors, is_a
from pathport.model.identifiers import (
    IdentifierError,
    canonical,
    prefix_of_db,
    resources,
    to_xref,
)
from pathport.vocabulary import by_name
from pathport.vocabulary import is_a as is_term

__all__ = ["CHECKS"]

CITATION = "mi:0444"
"""PSI-MI's root of databases."""

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
        prefix = prefix_of_db(db)
        if db and prefix is None and not is_cited(db):
            told = f'{o.named(node)} is of the database "{db}", which is not known'
            yield codes.UNKNOWN_DB.finding(told, place=o.place(node, "db"))
        if prefix and not (db.lower() in resources()[prefix].names or is_cited(db)):
            told = f'{o.named(node)} is of the database "{db}", expected "{prefix}"'
            yield codes.DB_SPELLING.finding(told, place=o.place(node, "db"))
        if prefix and accession:
            yield from identifier(o, node, prefix, accession)


def is_cited(db: str) -> bool:
    """Whether this is the name of a database in PSI-MI, which has some without a registry."""
    curie = by_name(CITATION.partition(":")[0], db)
    return curie is not None and is_term(curie, CITATION)


def identifier(o: Objects, node: Node, prefix: str, accession: str) -> Iterator[Finding]:
    """An id that is not of its database's form, or has a prefix where files have none."""
    try:
        curie = canonical(f"{prefix}:{accession}")
    except IdentifierError:
        example = resources()[prefix].example
        told = f'{o.named(node)} has the id "{accession}", which is no id of {prefix}'
        told += (
            f', expected one such as "{resources()[prefix].spelled(example)}"' if example else ""
        )
        yield codes.ID_FORMAT.finding(told, place=o.place(node, "id"))
        return
    spelt = to_xref(curie)[1]
    if accession not in (spelt, curie.partition(":")[2]):
        told = f'{o.named(node)} has the id "{accession}", expected "{spelt}"'
        yield codes.ID_FORMAT.finding(told, place=o.place(node, "id"))


def limited(o: Objects) -> Iterator[Finding]:
    """What an object is said to be, against the databases that have things of its kind."""
    for node in o.of("UnificationXref"):
        prefix = prefix_of_db(node.text("db"))
        for user in o.users(node, "xref") if prefix else ():
            for cls in sorted(ancestors(user.cls)):
                told = f'{o.named(user)} is unified with "{node.text("id")}" of {prefix}'
                if prefix not in ALLOWED.get(cls, (prefix,)):
                    expected = f"expected an entry of {' or '.join(ALLOWED[cls])}"
                    yield codes.NOT_ALLOWED_XREF.finding(f"{told}, {expected}", place=o.place(node))
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
