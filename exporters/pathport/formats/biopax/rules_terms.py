"""Rules for vocabularies: a term has its ontology's name and stands below the roots for its place.

Terms are those of ``pathport.vocabulary``; what a vocabulary is that is not known there (PATO,
BTO) is not judged. Sources: the BioPAX validator's rules, as ``codes`` cites them, with its roots.
"""

from collections.abc import Iterator

import msgspec

from pathport.findings import Finding, Severity
from pathport.formats.biopax import codes
from pathport.formats.biopax.graph import Node
from pathport.formats.biopax.objects import Objects
from pathport.model.identifiers import from_xref, prefix_of_db, to_xref
from pathport.vocabulary import Term, by_name, is_a, term

__all__ = ["CHECKS"]


class Roots(msgspec.Struct, frozen=True):
    """The terms below which a vocabulary's term is, and how much it weighs if it is not.

    Of an ontology that is not known as a whole, what is not known is not judged.
    """

    roots: tuple[str, ...]
    severity: Severity = Severity.ERROR
    whole: bool = True

    @property
    def prefix(self) -> str:
        """The ontology that the roots are of."""
        return self.roots[0].partition(":")[0]


PLACES = {
    "CellVocabulary": Roots(("cl:0000000",), Severity.WARNING, whole=False),
    "CellularLocationVocabulary": Roots(("go:0005575",)),
    "EvidenceCodeVocabulary": Roots(("mi:0001", "mi:0002", "mi:0003"), Severity.WARNING),
    "ExperimentalFormVocabulary": Roots(("mi:0002", "mi:0346", "mi:0495")),
    "InteractionVocabulary": Roots(("mi:0190",), Severity.WARNING),
    "RelationshipTypeVocabulary": Roots(("mi:0353",), Severity.WARNING),
    "SequenceModificationVocabulary": Roots(("mod:01156", "mod:01157")),
    "SequenceRegionVocabulary": Roots(("so:0000001",)),
}
NUCLEIC_ACID_MODIFICATION = Roots(("so:0001059", "so:1000132"))
NUCLEIC_ACIDS = {"DnaReference", "DnaRegionReference", "RnaReference", "RnaRegionReference"}


def vocabularies(o: Objects) -> Iterator[Finding]:
    """Vocabulary objects without a term, and with no or several references to one."""
    for node in o.of("ControlledVocabulary"):
        identities = o.typed(node, "xref", "UnificationXref")
        if not any(node.texts("term")):
            told = f"{o.named(node)} has no term"
            yield codes.VOCABULARY_WITHOUT_TERM.finding(told, place=o.place(node))
        if not identities and not (node.cls in PLACES and any(node.texts("term"))):
            told = f"the pathway lacks an ontology's term for {o.named(node)}"
            yield codes.ONTOLOGY_TERM_MISSING.finding(told, place=o.place(node))
        elif len(identities) > 1:
            told = f"{o.named(node)} has {len(identities)} UnificationXrefs"
            yield codes.VOCABULARY_XREFS.finding(told, place=o.place(node, "xref"))


def terms(o: Objects) -> Iterator[Finding]:
    """Terms that are not of the ontology for their place, or have another name there."""
    for cls in PLACES:
        for node in o.by_class.get(cls, ()):
            place = places(o, node)
            xrefs = o.typed(node, "xref", "UnificationXref")
            for xref in xrefs:
                yield from reference(o, node, xref, place)
            found = filter(None, map(term_of, xrefs))
            here = [it for it in found if is_below(it.id, place) or is_eco(node, it)]
            for text in filter(None, node.texts("term")):
                if xrefs:
                    yield from name(o, node, text, here=here, place=place)
                else:
                    yield lone_name(o, node, text, place)


def places(o: Objects, node: Node) -> Roots:
    """The roots for a vocabulary object: those of nucleic acids where it modifies one."""
    if node.cls == "SequenceModificationVocabulary":
        features = o.users(node, "modificationType")
        owners = [owner for feature in features for owner in o.users(feature, "entityFeature")]
        if owners and all(owner.cls in NUCLEIC_ACIDS for owner in owners):
            return NUCLEIC_ACID_MODIFICATION
    return PLACES[node.cls]


def term_of(xref: Node) -> Term | None:
    """The term that a reference is to, if it is known."""
    return term(from_xref(xref.text("db"), xref.text("id")) or "")


def is_eco(node: Node, found: Term) -> bool:
    """Whether this is evidence as curators say it, where the validator expects PSI-MI."""
    return node.cls == "EvidenceCodeVocabulary" and found.id.startswith("eco:")


def reference(o: Objects, node: Node, xref: Node, place: Roots) -> Iterator[Finding]:
    """A reference of a vocabulary object to what is no term for its place.

    A term of another ontology that is called as one for this place is left to the rule about
    databases.
    """
    found = term_of(xref)
    if found and is_eco(node, found):
        told = f"{o.named(node)} is {spelt(found.id)}, where the validator expects a term of PSI-MI"
        yield codes.EVIDENCE_IN_ECO.finding(told, place=o.place(node))
    elif not (is_here(found, place) if found else is_beyond(xref, place)):
        yield elsewhere(o, node, xref, place)


def name(o: Objects, node: Node, text: str, *, here: list[Term], place: Roots) -> Iterator[Finding]:
    """A text of a vocabulary object that is no name of the terms to which it refers."""
    if text.casefold() in {each.casefold() for it in here for each in (it.name, *it.synonyms)}:
        return
    told = f'{o.named(node)} has the term "{text}"'
    meant = named(text, place)
    if meant:
        told += f", which is {spelt(meant)}, and no reference to that"
        yield codes.TERM_ELSEWHERE.finding(told, place=o.place(node, "term"))
    elif here or place.whole:
        expected = " or ".join(f'"{it.name}"' for it in here) or f"a name in {place.prefix}"
        told += f", expected {expected}"
        yield codes.TERM_NAME.finding(told, place=o.place(node, "term"), severity=place.severity)


def lone_name(o: Objects, node: Node, text: str, place: Roots) -> Finding:
    """A text of a vocabulary object that refers to no term."""
    meant = named(text, place)
    if meant:
        told = f'the pathway lacks the reference to {spelt(meant)} for "{text}" of {o.named(node)}'
        return codes.ONTOLOGY_TERM_MISSING.finding(told, place=o.place(node, "term"))
    told = f'the pathway lacks a term of {place.prefix} for "{text}" of {o.named(node)}'
    rule = codes.TERM_UNKNOWN if place.whole else codes.ONTOLOGY_TERM_MISSING
    return rule.finding(told, place=o.place(node, "term"))


def elsewhere(o: Objects, node: Node, xref: Node, place: Roots) -> Finding:
    """A reference to what is no term for this place; one that became such a term weighs less."""
    found = term_of(xref)
    became = found.replaced_by if found and found.obsolete else None
    mended = became is not None and is_below(became, place)
    roots = " or ".join(map(spelt, place.roots))
    expected = spelt(became) if mended and became else f"a term below {roots}"
    return codes.TERM_XREF.finding(
        f'{o.named(node)} is unified with "{xref.text("id")}", expected {expected}',
        place=o.place(node, "xref"),
        severity=Severity.WARNING if mended else place.severity,
    )


def is_below(curie: str, place: Roots) -> bool:
    """Whether a term is below the roots of a place, and none of them itself."""
    return curie not in place.roots and any(is_a(curie, it) for it in place.roots)


def spelt(curie: str) -> str:
    """A term as files write it."""
    return to_xref(curie)[1]


def is_here(found: Term, place: Roots) -> bool:
    """Whether a term is one for a place, or of another ontology and called as one for it is."""
    if found.id.startswith(f"{place.prefix}:"):
        return is_below(found.id, place)
    return named(found.name, place) is not None


def is_beyond(xref: Node, place: Roots) -> bool:
    """Whether a reference that is to no known term may be to one of the place's ontology."""
    return not place.whole and prefix_of_db(xref.text("db")) == place.prefix


def named(text: str, place: Roots) -> str | None:
    """The term for this place with this name or synonym, or nothing."""
    curie = by_name(place.prefix, text)
    return curie if curie and is_below(curie, place) else None


CHECKS = (vocabularies, terms)
"""What is asked of a file, in no order."""
