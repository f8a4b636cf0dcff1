"""What SBML calls the parts of a model: SBO terms, BioModels.net qualifiers, Dublin Core terms.

Each table is written once and read both ways; nothing here knows how an element looks. SBML Level 3
Version 1 Core, section 5 (SBO) and 6 (MIRIAM); the choice of SBO terms is the one that libSBML
accepts where it stands and that cy3sbml and Newt, which compare exact ids, show as what it means.
"""

from collections.abc import Hashable
from functools import lru_cache
from typing import TypeVar

from pathport.model.enumerations import (
    AssociationType,
    Effect,
    Kind,
    Mechanism,
    ProcessType,
    Relation,
    Role,
)
from pathport.terms import Terms
from pathport.vocabulary import nearest_meaning

__all__ = [
    "ABOUT",
    "ALTERNATIVES_TERM",
    "ASSOCIATION",
    "ASSOCIATION_BRANCHES",
    "ASSOCIATION_TERM",
    "BQBIOL",
    "BQMODEL",
    "BRANCHES",
    "CODE_PREFIXES",
    "COMP",
    "COMPARTMENT_TERM",
    "COMPLEX_TERM",
    "CORE",
    "DC",
    "DCMITYPE",
    "DCTERMS",
    "DEFINED_SET",
    "DESCRIBED_BY",
    "EDITIONS",
    "EFFECT",
    "EVIDENCE_ROOT",
    "GROUPS",
    "HAS_PART",
    "HAS_PROPERTY",
    "HAS_TAXON",
    "HAS_VERSION",
    "IMPLICIT_NAME",
    "IMPLICIT_TERM",
    "INFLUENCE_TERM",
    "INTERACTOR_TERM",
    "IS_PART_OF",
    "KEGG_KIND",
    "KIND",
    "LICENCES",
    "MATHML",
    "MECHANISM",
    "MODIFICATION_PREFIX",
    "MOLECULE_PREFIXES",
    "MOST_REPEATED",
    "NAMESPACES",
    "NARROWER",
    "NEGATED_TERM",
    "NODE",
    "ON_MODEL",
    "OWN_PREFIX",
    "PACKAGES",
    "PART_PREFIXES",
    "PATHPORT",
    "PROCESS",
    "PRODUCT_TERM",
    "QUANTITY_BRANCHES",
    "RDF",
    "REACTANT_TERM",
    "RELATION",
    "ROLE",
    "SHAPE",
    "SIGN",
    "SPONTANEOUS",
    "SUBSTRATE_TERM",
    "SUBSYSTEM_TERM",
    "SURROUNDINGS",
    "SYMBOL",
    "SYMBOLS",
    "TAXA",
    "TEMPLATE",
    "TRIGGER",
    "UNKNOWN_COMPLEX_TERM",
    "VCARD",
    "XHTML",
    "XML",
    "XSI",
    "nearest",
    "sbo_term",
]

V = TypeVar("V", bound=Hashable)
K = TypeVar("K", bound=Hashable)

# Namespaces

CORE = "http://www.sbml.org/sbml/level3/version1/core"
PACKAGES = "http://www.sbml.org/sbml/level3/"
"""What namespaces of Level 3's packages begin with, and those of its core."""
GROUPS = f"{PACKAGES}version1/groups/version1"
COMP = f"{PACKAGES}version1/comp/version1"
EDITIONS = {
    "http://www.sbml.org/sbml/level2": (2, 1),
    **{f"http://www.sbml.org/sbml/level2/version{n}": (2, n) for n in (2, 3, 4, 5)},
    **{f"{PACKAGES}version{n}/core": (3, n) for n in (1, 2)},
}
"""Level and Version by the namespace of the core."""
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
BQBIOL = "http://biomodels.net/biology-qualifiers/"
BQMODEL = "http://biomodels.net/model-qualifiers/"
DCTERMS = "http://purl.org/dc/terms/"
DC = "http://purl.org/dc/elements/1.1/"
"""Dublin Core 1.1: what names the creators in Level 2; read, never written."""
DCMITYPE = "http://purl.org/dc/dcmitype/"
VCARD = "http://www.w3.org/2001/vcard-rdf/3.0#"
XHTML = "http://www.w3.org/1999/xhtml"
MATHML = "http://www.w3.org/1998/Math/MathML"
SYMBOL = "http://www.sbml.org/sbml/symbols/"
"""Begins the URL of a symbol in MathML that SBML defines."""
SYMBOLS = frozenset({"time", "avogadro", "delay", "rateOf"})
"""What formulas call these symbols too."""
XML = "http://www.w3.org/XML/1998/namespace"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
PATHPORT = "https://w3id.org/pathport/ns/1"
"""The namespace of records, and of nothing else."""

NAMESPACES = {
    "rdf": RDF,
    "bqbiol": BQBIOL,
    "bqmodel": BQMODEL,
    "dcterms": DCTERMS,
    "dcmitype": DCMITYPE,
    "vCard": VCARD,
    "pathport": PATHPORT,
}
"""The prefixes that annotations are written with."""

# Species

KIND = Terms(
    {
        Kind.PROTEIN: "sbo:0000252",  # polypeptide chain
        Kind.GENE: "sbo:0000243",
        Kind.GENE_PRODUCT: "sbo:0000246",  # information macromolecule
        Kind.RNA: "sbo:0000250",  # ribonucleic acid
        Kind.DNA: "sbo:0000251",  # deoxyribonucleic acid
        Kind.SMALL_MOLECULE: "sbo:0000247",  # simple chemical
        Kind.ION: "sbo:0000327",  # non-macromolecular ion
        Kind.FAMILY: "mi:1304",  # molecule set
        Kind.COMPLEX: "sbo:0000253",  # non-covalent complex
        Kind.PHENOTYPE: "sbo:0000406",  # observable
        Kind.PATHWAY: "sbo:0000395",  # encapsulating process
        Kind.UNKNOWN: "sbo:0000285",  # material entity of unspecified nature
    },
    also={
        "sbo:0000278": Kind.RNA,  # messenger RNA, as MINERVA and Newt write it
        "sbo:0000297": Kind.COMPLEX,  # protein complex
        "sbo:0000298": Kind.SMALL_MOLECULE,  # synthetic chemical compound: a drug
        "sbo:0000299": Kind.SMALL_MOLECULE,  # metabolite
        "sbo:0000334": Kind.RNA,  # non-coding RNA
        "sbo:0000358": Kind.PHENOTYPE,
    },
)
"""The term for a kind of molecule: the sboTerm of its species, and the part that it is of a complex
where it has no identifier."""

NARROWER = frozenset(
    {
        "sbo:0000176",  # biochemical reaction
        "sbo:0000278",
        "sbo:0000297",
        "sbo:0000298",
        "sbo:0000299",
        "sbo:0000334",
        "sbo:0000595",  # dual-activity modifier
    }
)
"""Terms that say more than what they are read as: that is told."""

KEGG_KIND = {
    "sbo:0000354": Kind.GENE_PRODUCT,  # informational molecule segment
    "sbo:0000552": Kind.PATHWAY,  # reference annotation: a map
}
"""What KEGGtranslator means by these; what is a kind of them is none of that, as a promoter is no
gene product."""

SHAPE = {Kind.FAMILY: "sbo:0000285", Kind.PATHWAY: "sbo:0000406"}
"""The sboTerm of kinds whose own term a species may not have; that one is a property then."""

COMPLEX_TERM = "sbo:0000253"
"""A complex with its parts; without any, it is a molecule of kind complex."""
UNKNOWN_COMPLEX_TERM = "sbo:0000296"
"""A complex of which no part is known: macromolecular complex."""
ALTERNATIVES_TERM = "sbo:0000289"
"""A species whose parts are alternatives: what Reactome writes for its sets (functional
compartment)."""
DEFINED_SET = "mi:1307"
"""The property of a species that is one of several others."""

ROLE = Terms(
    {
        Role.LIGAND: "sbo:0000280",
        Role.RECEPTOR: "sbo:0000244",
        Role.ION_CHANNEL: "sbo:0000242",  # channel
        Role.TRANSPORTER: "sbo:0000284",
        Role.ENZYME: "sbo:0000460",  # enzymatic catalyst
    }
)
"""Properties of a species' molecule; what a species is, is told by its sboTerm."""

MOLECULE_PREFIXES = frozenset(
    {
        "cas", "chebi", "chembl", "chembl.compound", "chembl.target", "chemspider",
        "complexportal", "corum", "drugbank", "drugcentral", "ec", "ensembl", "fplx", "genbank",
        "genecards.gene", "go", "hgnc", "hgnc.genefamily", "hgnc.genegroup", "hgnc.symbol", "hmdb",
        "hp", "inchi", "inchikey", "interpro", "iuphar.ligand", "iuphar.receptor", "kegg.compound",
        "kegg.drug", "kegg.genes", "kegg.glycan", "lipidmaps", "mesh", "metanetx.chemical", "mgi",
        "mirbase", "mirbase.mature", "ncbigene", "ncbiprotein", "ncit", "omim", "pdb.ligand",
        "pfam", "pr", "pubchem.compound", "pubchem.substance", "refseq", "rgd", "rnacentral",
        "slm", "uniprot", "uniprot.chain", "uniprot.isoform", "wikidata", "wikipathways",
    }
)  # fmt: skip
"""Resources whose ids, on a species of one molecule, are that molecule's, and not the species'."""

PART_PREFIXES = ("uniprot", "uniprot.isoform", "chebi", "fplx", "complexportal", "hgnc", "ncbigene")
"""Which of a molecule's identifiers stands for it as a part of a complex, best first."""

MOST_REPEATED = 24
"""A part is repeated as often as the complex has it, up to here; beyond it stands once."""

# Compartments

COMPARTMENT_TERM = "sbo:0000290"
IMPLICIT_TERM = "sbo:0000410"
IMPLICIT_NAME = "not specified"
"""SBML puts every species into a compartment; with this name and the term for an implicit one it
is no place of the pathway."""

# Reactions

PROCESS = Terms(
    {
        ProcessType.PROCESS: "sbo:0000375",
        ProcessType.BINDING: "sbo:0000177",
        ProcessType.DISSOCIATION: "sbo:0000180",
        ProcessType.CONVERSION: "sbo:0000182",
        ProcessType.ACTIVATION: "sbo:0000656",
        ProcessType.INACTIVATION: "sbo:0000665",
        ProcessType.PHOSPHORYLATION: "sbo:0000216",
        ProcessType.DEPHOSPHORYLATION: "sbo:0000330",
        ProcessType.UBIQUITINATION: "sbo:0000224",
        ProcessType.ACETYLATION: "sbo:0000215",
        ProcessType.METHYLATION: "sbo:0000214",
        ProcessType.GLYCOSYLATION: "sbo:0000217",
        ProcessType.PALMITOYLATION: "sbo:0000218",
        ProcessType.MYRISTOYLATION: "sbo:0000219",
        ProcessType.PRENYLATION: "sbo:0000221",
        ProcessType.SULFATION: "sbo:0000220",
        ProcessType.HYDROXYLATION: "sbo:0000233",
        ProcessType.CLEAVAGE: "sbo:0000178",
        ProcessType.HYDROLYSIS: "sbo:0000376",
        ProcessType.DEGRADATION: "sbo:0000179",
        ProcessType.TRANSPORT: "sbo:0000655",  # transport reaction: Newt draws 185 as an arc
        ProcessType.TRANSCRIPTION: "sbo:0000183",
        ProcessType.TRANSLATION: "sbo:0000184",
        ProcessType.GENETIC_PRODUCTION: "sbo:0000589",
        ProcessType.OMITTED: "sbo:0000397",
        ProcessType.UNCERTAIN: "sbo:0000396",
    },
    also={"sbo:0000176": ProcessType.PROCESS, "sbo:0000185": ProcessType.TRANSPORT},
)

INFLUENCE_TERM = "sbo:0000396"
"""A reaction without reactants that makes one species from its modifiers: uncertain process."""

ASSOCIATION_TERM = "sbo:0000374"
"""A reaction that makes of its participants the same again: relationship.

SBML takes no reaction without sides, and Newt draws 342 to 344 as an arc from first to first.
"""

ASSOCIATION_BRANCHES = (ASSOCIATION_TERM, "sbo:0000342")
"""Under which an association is read: relationship, and molecular or genetic interaction."""

ASSOCIATION = Terms(
    {
        AssociationType.PHYSICAL: "mi:0915",
        AssociationType.DIRECT: "mi:0407",
        AssociationType.COLOCALIZATION: "mi:0403",
        AssociationType.GENETIC: "mi:0208",
    },
    also={"mi:0914": AssociationType.ASSOCIATION},
)
"""The property that tells the type of an association; none: not known."""

SPONTANEOUS = "sbo:0000672"
"""The property of a spontaneous reaction."""

REACTANT_TERM = "sbo:0000010"
PRODUCT_TERM = "sbo:0000011"
INTERACTOR_TERM = "sbo:0000336"
SUBSTRATE_TERM = "sbo:0000015"
TEMPLATE = "sbo:0000645"
"""The property of the modifier that a reaction makes its products from."""

# Modifiers

EFFECT = Terms(
    {
        Effect.CATALYSIS: "sbo:0000013",  # catalyst
        Effect.STIMULATION: "sbo:0000459",  # stimulator
        Effect.NECESSARY_STIMULATION: "sbo:0000461",  # essential activator
        Effect.INHIBITION: "sbo:0000537",  # complete inhibitor: Newt knows no other
        Effect.MODULATION: "sbo:0000596",  # modifier of unknown activity
    },
    also={
        "sbo:0000019": Effect.MODULATION,
        "sbo:0000595": Effect.MODULATION,
        "sbo:0000020": Effect.INHIBITION,
    },
    coarse={Effect.TRIGGER: "sbo:0000461"},
)
"""The sboTerm of a modifier."""

NEGATED_TERM = "sbo:0000019"
"""The sboTerm of a modifier whose absence has the effect: modifier."""

TRIGGER = "sbo:0000411"
"""The property that tells a trigger from a necessary stimulation: absolute stimulation."""

SIGN = {
    Effect.CATALYSIS: "+",
    Effect.STIMULATION: "+",
    Effect.NECESSARY_STIMULATION: "+",
    Effect.TRIGGER: "+",
    Effect.INHIBITION: "-",
    Effect.MODULATION: "?",
}
"""What SBO's mechanisms tell apart: activators, inhibitors, and control without a sign."""

MECHANISM = Terms(
    {
        ("-", Mechanism.COMPETITIVE): "sbo:0000206",
        ("-", Mechanism.NONCOMPETITIVE): "sbo:0000207",
        ("-", Mechanism.UNCOMPETITIVE): "sbo:0000640",
        ("-", Mechanism.ALLOSTERIC): "sbo:0000639",
        ("-", Mechanism.IRREVERSIBLE): "sbo:0000638",
        ("+", Mechanism.ALLOSTERIC): "sbo:0000636",
        ("+", Mechanism.NONALLOSTERIC): "sbo:0000637",
        ("?", Mechanism.ALLOSTERIC): "sbo:0000239",  # allosteric control
    }
)
"""Properties of a modifier; an sboTerm that says as much would hide the effect from cy3sbml."""

# Annotations

RELATION = Terms(
    {
        Relation.IS: "bqbiol:is",
        Relation.IS_VERSION_OF: "bqbiol:isVersionOf",
        Relation.HAS_VERSION: "bqbiol:hasVersion",
        Relation.IS_HOMOLOGOUS_TO: "bqbiol:isHomologTo",
        Relation.IS_ENCODED_BY: "bqbiol:isEncodedBy",
        Relation.ENCODES: "bqbiol:encodes",
        Relation.HAS_PROPERTY: "bqbiol:hasProperty",
        Relation.IS_PROPERTY_OF: "bqbiol:isPropertyOf",
        Relation.HAS_PART: "bqbiol:hasPart",
        Relation.IS_PART_OF: "bqbiol:isPartOf",
        Relation.OCCURS_IN: "bqbiol:occursIn",
        Relation.IS_DERIVED_FROM: "bqmodel:isDerivedFrom",
        Relation.IS_INSTANCE_OF: "bqmodel:isInstanceOf",
        Relation.HAS_INSTANCE: "bqmodel:hasInstance",
        Relation.IS_RELATED_TO: "dcterms:relation",
    },
    also={"bqmodel:is": Relation.IS},
)
"""How an identifier relates to its bearer; on the model itself, ``is`` is a model qualifier."""

NODE = {
    "model": "dcmitype:Dataset",
    "compartment": "dcmitype:PhysicalObject",
    "species": "dcmitype:PhysicalObject",
    "reaction": "dcmitype:Event",
    "modifierSpeciesReference": "dcmitype:Event",
    "group": "dcmitype:Collection",
}
"""The class of the node that holds what Dublin Core's terms say, by the element that has it."""

HAS_PART = "bqbiol:hasPart"
HAS_PROPERTY = "bqbiol:hasProperty"
HAS_TAXON = "bqbiol:hasTaxon"
HAS_VERSION = "bqbiol:hasVersion"
TAXA = "ncbitaxon:"
IS_PART_OF = "bqbiol:isPartOf"
DESCRIBED_BY = "bqbiol:isDescribedBy"
"""Qualifiers for which a pathway has constructs of its own."""

ON_MODEL = {"bqbiol:is": "bqmodel:is", DESCRIBED_BY: "bqmodel:isDescribedBy"}
"""The qualifiers that are others on the model itself."""

SURROUNDINGS = {"cl": "cell_type", "bto": "tissue", "uberon": "tissue"}
"""What a species is a part of beside its compartment, by the vocabulary."""
MODIFICATION_PREFIX = "mod:"
"""The vocabulary of properties that are kinds of modification."""

OWN_PREFIX = "sbo"
"""The vocabulary for which a pathway has words of its own; none of its terms is an identifier."""

CODE_PREFIXES = frozenset({"eco", "mi"})
"""Vocabularies of evidence codes; in one bag with references they tell why the statement holds."""
EVIDENCE_ROOT = "eco:0000000"
"""Stands for the code of evidence that has a reference alone."""

LICENCES = "https://spdx.org/licenses/"

SUBSYSTEM_TERM = "sbo:0000633"
"""The sboTerm of a group that is a module, which says no more than the group."""

ABOUT = {
    "name": "dcterms:title",
    "synonyms": "dcterms:alternative",
    "notes": "dcterms:description",
    "references": "dcterms:references",
    "data_sources": "dcterms:source",
    "original_id": "dcterms:identifier",
    "authors": "dcterms:creator",
    "created": "dcterms:created",
    "modified": "dcterms:modified",
    "parts": "dcterms:hasPart",
    "version": "dcterms:hasVersion",
    "licence": "dcterms:license",
    "is version of": "dcterms:isVersionOf",
}
"""Dublin Core terms. On a species of one molecule the synonyms, notes, references and what it is a
version of are the molecule's."""


BRANCHES = {
    "model": ("sbo:0000004", "sbo:0000231"),
    "compartment": ("sbo:0000240",),
    "species": ("sbo:0000240",),
    "reaction": ("sbo:0000231",),
    "speciesReference": (REACTANT_TERM, PRODUCT_TERM),
    "modifierSpeciesReference": ("sbo:0000019",),
}
"""The branches of SBO that a kind of element may have its term from, as libSBML takes them."""


def sbo_term(curie: str) -> str:
    """The value of an sboTerm attribute."""
    return curie.upper()


def nearest(table: Terms[K, V], curie: str) -> K | None:
    """What a term means, or the one meaning among the nearest terms that it is a kind of.

    A term whose nearest known ancestors mean different things means nothing.
    """
    exact = table.key(curie)  # type: ignore[arg-type]
    return exact if exact is not None else _nearest(table, curie)


@lru_cache(maxsize=1024)
def _nearest(table: Terms[K, V], curie: str) -> K | None:
    return nearest_meaning(table.key, curie)  # type: ignore[arg-type]


QUANTITY_BRANCHES = {
    "parameter": "sbo:0000545",
    "localParameter": "sbo:0000545",
    "kineticLaw": "sbo:0000001",
    "functionDefinition": "sbo:0000064",
    "initialAssignment": "sbo:0000064",
    "assignmentRule": "sbo:0000064",
    "rateRule": "sbo:0000064",
    "algebraicRule": "sbo:0000064",
    "constraint": "sbo:0000064",
    "event": "sbo:0000231",
    "eventAssignment": "sbo:0000064",
}
"""The branch of SBO that the sboTerm of each element that computes is in."""
