"""The tables say what they mean: each term is the one that its ontology calls so, each class and
value the one that BioPAX's ontology has in this place.
"""

from typing import Any

import pytest
from tests.formats.named import in_names

from pathport.formats.biopax import rules_objects, rules_xrefs, terms
from pathport.formats.biopax.ontology import allowed_classes, allowed_values, is_a, property_of
from pathport.model.enumerations import (
    Activity,
    AssociationType,
    Effect,
    Kind,
    Mechanism,
    Observation,
    ProcessType,
    Relation,
    Role,
    SiteLogic,
)
from pathport.terms import Terms
from pathport.vocabulary import PREFIXES

NAMES: dict[str, Any] = {
    "ASSOCIATION": Terms(
        {
            AssociationType.ASSOCIATION: "association",
            AssociationType.PHYSICAL: "physical association",
            AssociationType.DIRECT: "direct interaction",
            AssociationType.COLOCALIZATION: "colocalization",
            AssociationType.GENETIC: "genetic interaction",
        },
        also={"genetic interaction (sensu unexpected)": AssociationType.GENETIC},
    ),
    "EFFECT": Terms(
        {
            Effect.CATALYSIS: "catalyst",
            Effect.NECESSARY_STIMULATION: "essential activator",
            Effect.TRIGGER: "absolute stimulation",
        },
        also={"enzymatic catalyst": Effect.CATALYSIS},
    ),
    "INTERACTION_TYPE": Terms(
        {
            ProcessType.PHOSPHORYLATION: "phosphorylation reaction",
            ProcessType.DEPHOSPHORYLATION: "dephosphorylation reaction",
            ProcessType.UBIQUITINATION: "ubiquitination reaction",
            ProcessType.ACETYLATION: "acetylation reaction",
            ProcessType.METHYLATION: "methylation reaction",
            ProcessType.GLYCOSYLATION: "glycosylation reaction",
            ProcessType.PALMITOYLATION: "palmitoylation reaction",
            ProcessType.MYRISTOYLATION: "myristoylation reaction",
            ProcessType.HYDROXYLATION: "hydroxylation reaction",
            ProcessType.CLEAVAGE: "cleavage reaction",
        }
    ),
    "MODIFICATION_ROOTS": (
        "protein modification categorized by chemical process",
        "protein modification categorized by amino acid modified",
    ),
    "OBSERVATION": Terms(
        {
            Observation.OBSERVED: "experimental evidence",
            Observation.INFERRED: "curator inference",
        }
    ),
    "PROCESS_SBO": Terms(
        {
            ProcessType.PROCESS: "process",
            ProcessType.BINDING: "non-covalent binding",
            ProcessType.DISSOCIATION: "dissociation",
            ProcessType.CONVERSION: "conversion",
            ProcessType.ACTIVATION: "activation",
            ProcessType.INACTIVATION: "inactivation",
            ProcessType.PHOSPHORYLATION: "phosphorylation",
            ProcessType.DEPHOSPHORYLATION: "dephosphorylation",
            ProcessType.UBIQUITINATION: "ubiquitination",
            ProcessType.ACETYLATION: "acetylation",
            ProcessType.METHYLATION: "methylation",
            ProcessType.GLYCOSYLATION: "glycosylation",
            ProcessType.PALMITOYLATION: "palmitoylation",
            ProcessType.MYRISTOYLATION: "myristoylation",
            ProcessType.PRENYLATION: "prenylation",
            ProcessType.SULFATION: "sulfation",
            ProcessType.HYDROXYLATION: "hydroxylation",
            ProcessType.CLEAVAGE: "cleavage",
            ProcessType.HYDROLYSIS: "hydrolysis",
            ProcessType.DEGRADATION: "degradation",
            ProcessType.TRANSPORT: "transport reaction",
            ProcessType.TRANSCRIPTION: "transcription",
            ProcessType.TRANSLATION: "translation",
            ProcessType.GENETIC_PRODUCTION: "genetic production",
            ProcessType.OMITTED: "omitted process",
            ProcessType.UNCERTAIN: "uncertain process",
        }
    ),
    "RELATION": Terms(
        {
            Relation.IS: "identical object in an external resource",
            Relation.IS_ENCODED_BY: "gene product",
            Relation.IS_VERSION_OF: "partial identity match",
            Relation.IS_HOMOLOGOUS_TO: "by homology",
            Relation.HAS_INSTANCE: "set member",
            Relation.OCCURS_IN: "cellular component",
            Relation.IS_RELATED_TO: "additional information",
        },
        coarse={
            Relation.HAS_VERSION: "additional information",
            Relation.ENCODES: "additional information",
            Relation.HAS_PROPERTY: "additional information",
            Relation.IS_PROPERTY_OF: "additional information",
            Relation.HAS_PART: "additional information",
            Relation.IS_PART_OF: "additional information",
            Relation.IS_DERIVED_FROM: "additional information",
            Relation.IS_INSTANCE_OF: "additional information",
        },
    ),
    "ROLE": Terms(
        {
            Role.ENZYME: "enzyme",
            Role.ION_CHANNEL: "channel",
            Role.LIGAND: "ligand",
            Role.RECEPTOR: "receptor",
            Role.TRANSPORTER: "transporter",
        }
    ),
    "SAME_MODIFICATION": {
        "phosphorylated residue": "phosphorylated residue",
        "o-phospho-serine": "O-phospho-L-serine",
        "o-phospho-threonine": "O-phospho-L-threonine",
        "o4'-phospho-tyrosine": "O4'-phospho-L-tyrosine",
        "ubiquitinated lysine": "ubiquitinylated lysine",
        "acetylation reaction": "monoacetylated residue",
        "phosphorylation reaction": "phosphorylated residue",
        "ubiquitination reaction": "ubiquitinylated lysine",
        "half cystine": "half cystine",
    },
}
"""The tables of terms, written in the names that PSI-MI, PSI-MOD, SBO and ECO give to them."""


@pytest.mark.parametrize("table", NAMES)
def test_a_term_is_the_one_of_this_name(table: str) -> None:
    assert in_names(getattr(terms, table)) == in_names(NAMES[table])


WORDS: dict[str, Any] = {
    "ACTIVITY": Terms(
        {Activity.ACTIVE: "active", Activity.INACTIVE: "inactive"},
        also={
            "Active state": Activity.ACTIVE,
            "Inactive state": Activity.INACTIVE,
            "residue modification, active": Activity.ACTIVE,
            "residue modification, inactive": Activity.INACTIVE,
        },
    ),
    "CLASS": Terms(
        {
            Kind.PROTEIN: "Protein",
            Kind.RNA: "Rna",
            Kind.DNA: "Dna",
            Kind.GENE: "DnaRegion",
            Kind.SMALL_MOLECULE: "SmallMolecule",
            Kind.COMPLEX: "Complex",
            Kind.PHENOTYPE: "Pathway",
            Kind.UNKNOWN: "PhysicalEntity",
        },
        also={"Gene": Kind.GENE, "RnaRegion": Kind.RNA},
        coarse={
            Kind.GENE_PRODUCT: "Protein",
            Kind.ION: "SmallMolecule",
            Kind.PATHWAY: "Pathway",
        },
    ),
    "DEFAULT_TYPE": {
        "BiochemicalReaction": ProcessType.CONVERSION,
        "ComplexAssembly": ProcessType.BINDING,
        "Conversion": ProcessType.CONVERSION,
        "Degradation": ProcessType.DEGRADATION,
        "Interaction": ProcessType.PROCESS,
        "TemplateReaction": ProcessType.GENETIC_PRODUCTION,
        "Transport": ProcessType.TRANSPORT,
        "TransportWithBiochemicalReaction": ProcessType.TRANSPORT,
    },
    "JOINED_BY": Terms(
        {SiteLogic.ANY: "joined by: any", SiteLogic.UNRESOLVED: "joined by: unresolved"}
    ),
    "KINDS": {
        "DnaReference": Kind.DNA,
        "DnaRegionReference": Kind.GENE,
        "ProteinReference": Kind.PROTEIN,
        "RnaReference": Kind.RNA,
        "RnaRegionReference": Kind.RNA,
        "SmallMoleculeReference": Kind.SMALL_MOLECULE,
    },
}
"""The tables of classes and of pathport's own comments, and what NCI-PID and Reactome write for an
activity. A word that changes here is one that files have: they would be read otherwise."""


@pytest.mark.parametrize("table", WORDS)
def test_a_word_means_what_files_mean_by_it(table: str) -> None:
    assert in_names(getattr(terms, table)) == in_names(WORDS[table])


def test_a_class_tells_which_association_it_is() -> None:
    assert terms.CLASS_OF_ASSOCIATION == {"GeneticInteraction": AssociationType.GENETIC}


def test_every_class_of_references_is_that_of_its_entities() -> None:
    having = property_of("Protein", "entityReference")
    assert having is not None
    referred = {cls: allowed_classes(cls, "entityReference") for cls in having.domain}
    assert dict(terms.REFERENCE) == {
        cls: next(it for it in its if it == f"{cls}Reference") for cls, its in referred.items()
    }


def test_an_organism_is_where_the_ontology_has_one() -> None:
    references = [reference for _, reference in terms.REFERENCE]
    assert {it for it in references if property_of(it, "organism")} == terms.SEQUENCES


def test_what_has_no_reference_is_of_no_class_that_has_one() -> None:
    words = {kind: terms.CLASS.word(kind) for kind in Kind}
    having = {kind for kind, cls in words.items() if cls and property_of(cls, "entityReference")}
    assert set(Kind) - having == terms.WITHOUT_REFERENCE


def test_templates_and_products_are_those_of_the_ontology() -> None:
    template, product = (property_of("TemplateReaction", it) for it in ("template", "product"))
    assert template is not None
    assert product is not None
    assert set(template.range) == terms.TEMPLATES
    assert set(product.range) == terms.TEMPLATE_PRODUCTS


def test_every_type_of_control_is_that_of_its_effect_and_mechanism() -> None:
    signs = {"ACTIVATION": Effect.STIMULATION, "INHIBITION": Effect.INHIBITION}
    meant = {}
    for word in allowed_values("Control", "controlType"):
        sign, _, mechanism = word.partition("-")
        meant[signs[sign], Mechanism(mechanism.lower()) if mechanism else None] = word
    assert dict(terms.CONTROL_TYPE) == meant
    general = (Effect.CATALYSIS, Effect.NECESSARY_STIMULATION, Effect.TRIGGER)
    for effect in general:
        for mechanism in (None, *Mechanism):
            said = terms.CONTROL_TYPE.word((effect, mechanism))
            assert said == meant.get((Effect.STIMULATION, mechanism))


def test_a_process_is_of_a_class_of_processes() -> None:
    assert all(is_a(cls, "Interaction") for cls in terms.DEFAULT_TYPE)


def test_what_is_not_written_is_what_the_rules_find() -> None:
    assert terms.DENIED == rules_xrefs.DENIED
    assert terms.ILLEGAL_VALUES == rules_objects.NAMELESS


def test_objects_of_vocabularies_are_all_terms_but_those_that_other_objects_may_be() -> None:
    places_cells_diseases_pathways = {"go", "cl", "doid", "pw"}
    assert PREFIXES - places_cells_diseases_pathways == terms.VOCABULARY_PREFIXES
