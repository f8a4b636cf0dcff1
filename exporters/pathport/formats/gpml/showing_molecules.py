"""What a node tells of the molecule that it shows: its type, and one cross reference.

Which boxes there are is not known here. GPML 2013a, DataNode and Xref.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from pathport.formats.gpml.dialect import Dialect
from pathport.formats.gpml.drawing import Xref
from pathport.formats.gpml.terms import (
    FAMILY_PREFIXES,
    GO_PREFIX,
    SPECIES_PREFIXES,
    VARIANT_PREFIXES,
)
from pathport.formats.gpml.xrefs import entry_xref, shown_xref
from pathport.layout.calling import called
from pathport.model.enumerations import Kind, Relation
from pathport.model.parts import Identifier, State
from pathport.model.pathway import Pathway
from pathport.model.things import Molecule

__all__ = ["look_of", "texts_of", "type_of", "variant_xref", "xref_of"]

BEST: tuple[Relation, ...] = (
    Relation.IS,
    Relation.IS_ENCODED_BY,
    Relation.ENCODES,
    Relation.IS_VERSION_OF,
)
ANY = (*BEST, *(it for it in Relation if it not in BEST))


def type_of(
    molecule: Molecule, xref: Xref, molecules: Mapping[str, Molecule], dialect: Dialect
) -> str:
    """The type of a molecule's node; of a family that of its members, if they agree."""
    kinds = {molecules[it.molecule].kind for it in molecule.members} - {Kind.FAMILY}
    kind = molecule.kind
    if kind is Kind.FAMILY and len(kinds) == 1:
        kind = kinds.pop()
    prefix = (dialect.curie_of(xref) or "").partition(":")[0]
    own = dialect.phenotypes.get(prefix) if kind is Kind.PHENOTYPE else None
    return own or dialect.kind.word(kind) or ""


def xref_of(molecule: Molecule, own: Sequence[Identifier], dialect: Dialect) -> Xref:
    """The one cross reference of a node: of its molecule, or else of the species."""
    kind, relations = molecule.kind, BEST
    own_terms = (it for it in molecule.identifiers if it.is_of_bearer)
    known = [it for it in own_terms if _prefix(it) not in SPECIES_PREFIXES]
    families = [it for it in known if _prefix(it) in FAMILY_PREFIXES]
    if kind is Kind.FAMILY:
        known = families or known
    elif families and kind is not Kind.COMPLEX:
        known = [it for it in known if it not in families]
    if kind in (Kind.PHENOTYPE, Kind.PATHWAY) and dialect.phenotypes:
        terms = [it for it in known if _prefix(it) == GO_PREFIX]
        known = terms or known if kind is Kind.PHENOTYPE else [x for x in known if x not in terms]
        relations = ANY
    found = shown_xref(known, relations, dialect.xref_of)
    if any(found):
        return found
    of_species = [it for it in own if _prefix(it) in SPECIES_PREFIXES]
    found = shown_xref(of_species, (Relation.IS,), dialect.xref_of)
    return found if any(found) else entry_xref(molecule.accessions)


def look_of(
    molecule: Molecule, text: str, molecules: Mapping[str, Molecule], dialect: Dialect
) -> tuple[str, str, Xref]:
    """All that a node says of a molecule: text, type and cross reference."""
    xref = xref_of(molecule, (), dialect)
    return text, type_of(molecule, xref, molecules, dialect), xref


def texts_of(pathway: Pathway) -> Mapping[str, str]:
    """By id of a molecule the text of its nodes: what it is called in pictures, but for one without
    a name that is called as another one is: by its text it would be that one, so it has its id.
    """
    names = called(pathway)
    count = Counter(names.values())
    return {
        it.id: names[it.id] if it.name is not None or count[names[it.id]] == 1 else it.id
        for it in pathway.molecules
    }


def variant_xref(item: State, own: Sequence[Identifier], dialect: Dialect) -> Xref:
    """The cross reference of the State of a variant: the entry of this that the species has."""
    known = [it for it in own if _prefix(it) in VARIANT_PREFIXES]
    relations = (Relation.IS_RELATED_TO,) if item.variant is not None else ()
    return shown_xref(known, relations, dialect.xref_of)


def _prefix(identifier: Identifier) -> str:
    return identifier.id.partition(":")[0]
