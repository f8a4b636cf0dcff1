"""The tables say what they mean: each term by its name in its ontology, each word by BioPAX."""

from typing import Any

import pytest
from tests.formats.named import in_names

from pathport.formats.biopax import terms
from pathport.model.enumerations import (
    AssociationType,
    Effect,
    Observation,
    ProcessType,
    Relation,
    Role,
)
from pathport.terms import Terms

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
            Relation.IS_PROPERTY_OF: "additional information",
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
