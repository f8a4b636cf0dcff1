"""What every thing may say of itself, and must hold to: identifiers, literature and evidence.

What an identifier is about is not known here, but for what a key of the model's says of such a
thing.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from pathport.model import rules
from pathport.model.enumerations import Kind, Relation
from pathport.model.faults import At, Fault, shown
from pathport.model.identifiers import (
    IdentifierError,
    canonical,
    from_uri,
    from_xref,
    is_address,
    is_of_registry,
)
from pathport.model.parts import About, Accession, Component, Evidence, Identifier
from pathport.model.things import Form, Molecule, Species
from pathport.rules import Rule

__all__ = [
    "curie_fault",
    "curie_faults",
    "evidence_faults",
    "literature_faults",
    "of_every_thing",
]

VOCABULARIES = {
    "organism": ("ncbitaxon",),
    "cell_type": ("cl",),
    "tissue": ("bto", "uberon"),
    "code": ("eco", "mi"),
}
"""The prefixes that a field's CURIE may have, where not any will do."""


EXAMPLES = {
    "identifiers": "uniprot:P61073",
    "organism": "ncbitaxon:9606",
    "cell_type": "cl:0000084",
    "tissue": "uberon:0002371",
    "code": "eco:0000269",
}
LITERATURE = "pubmed:8752281"
"""What fits a field, for those who wrote something else."""

PARTS = "components or members"
STATE = "state"
OWN_KEYS: Mapping[tuple[type[About], Relation, str], str] = {
    (Component, Relation.HAS_PROPERTY, "mod"): STATE,
    (Species, Relation.HAS_PROPERTY, "mod"): STATE,
    (Species, Relation.IS_PART_OF, "bto"): "tissue",
    (Species, Relation.IS_PART_OF, "cl"): "cell_type",
    (Species, Relation.IS_PART_OF, "uberon"): "tissue",
}
"""By class of a thing, relation and resource, the key that says what such an identifier does: of
cell types and tissues, where it says none yet."""


def of_every_thing(at: At, thing: About) -> Iterator[Fault]:
    """Faults of what a thing says as every one may."""
    for identifier in thing.identifiers:
        yield from _identifier(at, thing, identifier)
    for accession in thing.accessions:
        yield _accession(at, accession)
    for reference in thing.references:
        yield from literature_faults(at, "references", reference)
    for item in thing.evidence:
        yield from evidence_faults(at, item)


def _identifier(at: At, thing: About, item: Identifier) -> Iterator[Fault]:
    curie = item.id
    yield from curie_faults(at, "identifiers", curie)
    if curie.startswith("sbo:"):
        told = f"{shown(curie)} says what the model has words for"
        yield at.fault(rules.OWN_CONSTRUCT, told, field="identifiers", quoted=curie)
    elif own := _own_key(thing, item):
        told = f"{shown(f'{item.relation} {curie}')} is no identifier: {own} says it"
        yield at.fault(
            rules.OWN_KEY, told, field="identifiers", quoted=curie, remedy=f"write it under {own}"
        )


def _own_key(thing: About, item: Identifier) -> str | None:
    """What says of such a thing what an identifier of this relation and resource does, if any."""
    if item.relation is Relation.HAS_PART:
        return PARTS if _is_of_parts(thing) else None
    key = OWN_KEYS.get((type(thing), item.relation, item.id.partition(":")[0]))
    return key if key == STATE or (key is not None and getattr(thing, key) is None) else None


def _is_of_parts(thing: About) -> bool:
    if isinstance(thing, Molecule):
        return thing.kind in (Kind.COMPLEX, Kind.FAMILY)
    if isinstance(thing, Component):
        return bool(thing.components)
    return isinstance(thing, Species) and thing.form is Form.COMPLEX


def _accession(at: At, item: Accession) -> Fault:
    """An entry that has a CURIE, or that nobody can look up."""
    known = from_uri(item.id) if item.database is None else from_xref(item.database, item.id)
    if known is not None:
        told = f"{shown(item.id)} is an entry that has a CURIE"
        remedy = f'write "{known}" under identifiers'
        return at.fault(rules.ACCESSION, told, field="accessions", quoted=item.id, remedy=remedy)
    of = "a database that is not told" if item.database is None else shown(item.database)
    told = f"{shown(item.id)} of {of} is kept as a text: it has no known prefix"
    return at.fault(rules.UNKNOWN_ENTRY, told, field="accessions", quoted=item.id)


def evidence_faults(at: At, item: Evidence) -> Iterator[Fault]:
    """Faults of one statement of evidence."""
    if item.code is None and item.reference is None and item.note is None:
        told = "evidence has neither a code, nor a reference, nor a note"
        yield at.fault(rules.EVIDENCE, told, field="evidence")
    yield from curie_faults(at, "evidence", item.code, vocabulary="code")
    yield from literature_faults(at, "evidence", item.reference)


def literature_faults(at: At, field: str, reference: str | None) -> Iterator[Fault]:
    """A reference is a CURIE, or an address that no CURIE stands for."""
    if reference is None or not is_address(reference):
        yield from curie_faults(at, field, reference)
    elif known := from_uri(reference):
        told = f"{shown(reference)} is an address that has a CURIE"
        remedy = f'write "{known}"'
        yield at.fault(rules.CURIE_SPELLING, told, field=field, quoted=reference, remedy=remedy)
    elif is_of_registry(reference):
        told = f"{shown(reference)} has no id of a resource that is known"
        yield at.fault(rules.UNKNOWN_LITERATURE, told, field=field, quoted=reference)


def curie_faults(at: At, field: str, curie: str | None, *, vocabulary: str = "") -> Iterator[Fault]:
    """Faults of a CURIE in this field; ``vocabulary`` is the field that tells its prefixes."""
    if curie is None:
        return
    found = curie_fault(curie, vocabulary or field)
    if found is not None:
        rule, sentence, remedy = found
        yield at.fault(rule, sentence, field=field, quoted=curie, remedy=remedy)


def example(field: str) -> str:
    """What to write into a field that takes a CURIE."""
    return f"write it like {EXAMPLES.get(field, LITERATURE)}"


@lru_cache(maxsize=1 << 16)
def curie_fault(curie: str, field: str) -> tuple[Rule, str, str] | None:
    """What is wrong with a CURIE in this field: rule, sentence, remedy; or nothing."""
    try:
        spelled = canonical(curie)
    except IdentifierError as error:
        rule = {"malformed": rules.CURIE_FORM, "unknown prefix": rules.CURIE_PREFIX}.get(
            error.kind, rules.LOCAL_ID
        )
        fits = error.prefix and error.prefix in VOCABULARIES.get(field, (error.prefix,))
        return rule, error.sentence, error.remedy if error.nearest or fits else example(field)
    if spelled != curie:
        told = f"{shown(curie)} is not spelled in the canonical form"
        return rules.CURIE_SPELLING, told, f'write "{spelled}"'
    allowed = VOCABULARIES.get(field)
    if allowed and spelled.partition(":")[0] not in allowed:
        told = f"{shown(curie)} is no {field.replace('_', ' ')}: expected a term of "
        return rules.CURIE_RESOURCE, told + " or ".join(allowed), example(field)
    return None
