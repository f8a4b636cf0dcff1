"""The roots below which a vocabulary's term is, in the names of the ontologies.

They are those of the BioPAX validator's rules, which its own findings hold where it has files for
them; a second writing holds all.
"""

from pathport.findings import Severity
from pathport.formats.biopax import rules_terms
from pathport.formats.biopax.rules_terms import Roots
from pathport.vocabulary import term

ROOTS = {
    "CellVocabulary": {"cell"},
    "CellularLocationVocabulary": {"cellular_component"},
    "EvidenceCodeVocabulary": {
        "interaction detection method",
        "participant identification method",
        "feature detection method",
    },
    "ExperimentalFormVocabulary": {
        "participant identification method",
        "experimental preparation",
        "experimental role",
    },
    "InteractionVocabulary": {"interaction type"},
    "RelationshipTypeVocabulary": {"cross-reference type"},
    "SequenceModificationVocabulary": {
        "protein modification categorized by chemical process",
        "protein modification categorized by amino acid modified",
    },
    "SequenceRegionVocabulary": {"region"},
}
WARNED = {
    "CellVocabulary",
    "EvidenceCodeVocabulary",
    "InteractionVocabulary",
    "RelationshipTypeVocabulary",
}
"""Those whose rules are warnings in both of the validator's profiles."""


def names(place: Roots) -> set[str]:
    return {known.name for it in place.roots if (known := term(it)) is not None}


def test_a_vocabulary_has_the_roots_that_its_rule_names() -> None:
    assert {cls: names(place) for cls, place in rules_terms.PLACES.items()} == ROOTS
    changed = {"sequence_alteration", "sequence_variant_effect"}
    assert names(rules_terms.NUCLEIC_ACID_MODIFICATION) == changed


def test_a_vocabulary_weighs_what_its_rule_weighs() -> None:
    warned = {
        cls for cls, place in rules_terms.PLACES.items() if place.severity is Severity.WARNING
    }
    assert warned == WARNED
    partly = {cls for cls, place in rules_terms.PLACES.items() if not place.whole}
    assert partly == {"CellVocabulary"}
