"""The tables are made of what exists, and libSBML takes each term where it is written.

Each term is the one that its ontology calls as it is called here.
"""

from typing import Any

import pytest
from tests.formats.named import in_names

from pathport.formats.sbml import terms
from pathport.formats.sbml.statements import uri_of
from pathport.model.enumerations import (
    AssociationType,
    Effect,
    Kind,
    Mechanism,
    ProcessType,
    Relation,
    Role,
)
from pathport.model.identifiers import resources
from pathport.terms import Terms
from pathport.vocabulary import is_a
from pathport.vocabulary import term as known_term

CURIES = sorted(
    {
        value
        for name in terms.__all__
        for table in [getattr(terms, name)]
        for value in ([word for _, word in table] if isinstance(table, Terms) else [table])
        if isinstance(value, str) and value.startswith(("sbo:", "mi:", "eco:"))
    }
)


@pytest.mark.parametrize("curie", CURIES)
def test_a_term_exists_and_has_a_uri(curie: str) -> None:
    found = known_term(curie)
    assert found is not None
    assert not found.obsolete
    assert uri_of(curie) is not None


FORMULAS = (
    "functionDefinition", "initialAssignment", "assignmentRule", "rateRule", "algebraicRule",
    "constraint", "eventAssignment",
)  # fmt: skip

NAMES: dict[str, Any] = {
    "ASSOCIATION": Terms(
        {
            AssociationType.PHYSICAL: "physical association",
            AssociationType.DIRECT: "direct interaction",
            AssociationType.COLOCALIZATION: "colocalization",
            AssociationType.GENETIC: "genetic interaction (sensu unexpected)",
        },
        also={"association": AssociationType.ASSOCIATION},
    ),
    "ASSOCIATION_BRANCHES": ("relationship", "molecular or genetic interaction"),
    "BRANCHES": {
        "model": ("modelling framework", "occurring entity representation"),
        "compartment": ("material entity",),
        "species": ("material entity",),
        "reaction": ("occurring entity representation",),
        "speciesReference": ("reactant", "product"),
        "modifierSpeciesReference": ("modifier",),
    },
    "EFFECT": Terms(
        {
            Effect.CATALYSIS: "catalyst",
            Effect.STIMULATION: "stimulator",
            Effect.NECESSARY_STIMULATION: "essential activator",
            Effect.INHIBITION: "complete inhibitor",
            Effect.MODULATION: "modifier of unknown activity",
        },
        also={
            "modifier": Effect.MODULATION,
            "dual-activity modifier": Effect.MODULATION,
            "inhibitor": Effect.INHIBITION,
        },
        coarse={Effect.TRIGGER: "essential activator"},
    ),
    "KEGG_KIND": {
        "informational molecule segment": Kind.GENE_PRODUCT,
        "reference annotation": Kind.PATHWAY,
    },
    "KIND": Terms(
        {
            Kind.PROTEIN: "polypeptide chain",
            Kind.GENE: "gene",
            Kind.GENE_PRODUCT: "information macromolecule",
            Kind.RNA: "ribonucleic acid",
            Kind.DNA: "deoxyribonucleic acid",
            Kind.SMALL_MOLECULE: "simple chemical",
            Kind.ION: "non-macromolecular ion",
            Kind.FAMILY: "molecule set",
            Kind.COMPLEX: "non-covalent complex",
            Kind.PHENOTYPE: "observable",
            Kind.PATHWAY: "encapsulating process",
            Kind.UNKNOWN: "material entity of unspecified nature",
        },
        also={
            "messenger RNA": Kind.RNA,
            "non-coding RNA": Kind.RNA,
            "protein complex": Kind.COMPLEX,
            "synthetic chemical compound": Kind.SMALL_MOLECULE,
            "metabolite": Kind.SMALL_MOLECULE,
            "phenotype": Kind.PHENOTYPE,
        },
    ),
    "MECHANISM": Terms(
        {
            ("-", Mechanism.COMPETITIVE): "competitive inhibitor",
            ("-", Mechanism.NONCOMPETITIVE): "non-competitive inhibitor",
            ("-", Mechanism.UNCOMPETITIVE): "uncompetitive inhibitor",
            ("-", Mechanism.ALLOSTERIC): "allosteric inhibitor",
            ("-", Mechanism.IRREVERSIBLE): "irreversible inhibitor",
            ("+", Mechanism.ALLOSTERIC): "allosteric activator",
            ("+", Mechanism.NONALLOSTERIC): "non-allosteric activator",
            ("?", Mechanism.ALLOSTERIC): "allosteric control",
        }
    ),
    "NARROWER": frozenset(
        {
            "biochemical reaction",
            "dual-activity modifier",
            "messenger RNA",
            "metabolite",
            "non-coding RNA",
            "protein complex",
            "synthetic chemical compound",
        }
    ),
    "PROCESS": Terms(
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
        },
        also={
            "biochemical reaction": ProcessType.PROCESS,
            "translocation reaction": ProcessType.TRANSPORT,
        },
    ),
    "QUANTITY_BRANCHES": {
        "parameter": "systems description parameter",
        "localParameter": "systems description parameter",
        "kineticLaw": "rate law",
        "event": "occurring entity representation",
        **dict.fromkeys(FORMULAS, "mathematical expression"),
    },
    "ROLE": Terms(
        {
            Role.LIGAND: "ligand",
            Role.RECEPTOR: "receptor",
            Role.ION_CHANNEL: "channel",
            Role.TRANSPORTER: "transporter",
            Role.ENZYME: "enzymatic catalyst",
        }
    ),
    "SHAPE": {
        Kind.FAMILY: "material entity of unspecified nature",
        Kind.PATHWAY: "observable",
    },
}
"""The tables of terms, written in the names that SBO and PSI-MI give to them."""


@pytest.mark.parametrize("table", NAMES)
def test_a_term_is_the_one_of_this_name(table: str) -> None:
    assert in_names(getattr(terms, table)) == in_names(NAMES[table])


QUALIFIERS = {Relation.IS_HOMOLOGOUS_TO: "IS_HOMOLOG_TO"}
"""What libSBML's constants call otherwise than the model calls the relation."""


@pytest.mark.parametrize("relation", [it for it in Relation if it is not Relation.IS_RELATED_TO])
def test_a_relation_has_the_qualifier_of_its_name(relation: Relation) -> None:
    import libsbml

    prefix, _, name = (terms.RELATION.word(relation) or "").partition(":")
    constant = QUALIFIERS.get(relation, relation.name)
    if prefix == "bqbiol":
        assert libsbml.BiolQualifierType_toString(getattr(libsbml, f"BQB_{constant}")) == name
    else:
        assert prefix == "bqmodel"
        assert libsbml.ModelQualifierType_toString(getattr(libsbml, f"BQM_{constant}")) == name


def test_other_qualifiers_are_those_of_libsbml() -> None:
    import libsbml

    biological = {f"bqbiol:{libsbml.BiolQualifierType_toString(n)}" for n in range(13)}
    of_models = {f"bqmodel:{libsbml.ModelQualifierType_toString(n)}" for n in range(5)}
    assert terms.RELATION.word(Relation.IS_RELATED_TO) == "dcterms:relation"
    assert terms.RELATION.key("bqmodel:is") is Relation.IS
    own = {terms.HAS_PART, terms.HAS_PROPERTY, terms.HAS_TAXON, terms.HAS_VERSION, terms.IS_PART_OF}
    assert own | terms.ON_MODEL.keys() <= biological
    assert set(terms.ON_MODEL.values()) <= of_models


WORDS: dict[str, Any] = {
    "ABOUT": {
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
    },
    "CODE_PREFIXES": frozenset({"eco", "mi"}),
    "NAMESPACES": {
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "bqbiol": "http://biomodels.net/biology-qualifiers/",
        "bqmodel": "http://biomodels.net/model-qualifiers/",
        "dcterms": "http://purl.org/dc/terms/",
        "dcmitype": "http://purl.org/dc/dcmitype/",
        "vCard": "http://www.w3.org/2001/vcard-rdf/3.0#",
        "pathport": "https://w3id.org/pathport/ns/1",
    },
    "NODE": {
        "model": "dcmitype:Dataset",
        "compartment": "dcmitype:PhysicalObject",
        "species": "dcmitype:PhysicalObject",
        "reaction": "dcmitype:Event",
        "modifierSpeciesReference": "dcmitype:Event",
        "group": "dcmitype:Collection",
    },
    "ON_MODEL": {
        "bqbiol:is": "bqmodel:is",
        "bqbiol:isDescribedBy": "bqmodel:isDescribedBy",
    },
    "PART_PREFIXES": (
        "uniprot", "uniprot.isoform", "chebi", "fplx", "complexportal", "hgnc", "ncbigene",
    ),
    "SIGN": {
        Effect.CATALYSIS: "+",
        Effect.STIMULATION: "+",
        Effect.NECESSARY_STIMULATION: "+",
        Effect.TRIGGER: "+",
        Effect.INHIBITION: "-",
        Effect.MODULATION: "?",
    },
    "SURROUNDINGS": {"cl": "cell_type", "bto": "tissue", "uberon": "tissue"},
}  # fmt: skip
"""What Dublin Core and the namespaces of annotations are called where they are defined (DCMI
Metadata Terms and Type Vocabulary; SBML Level 3 Version 1 Core, 6). A word that changes here is one
that files have: they would be read otherwise."""

MOLECULES = {
    "genes": (
        "ensembl", "genbank", "genecards.gene", "hgnc", "hgnc.symbol", "kegg.genes", "mgi",
        "ncbigene", "omim", "refseq", "rgd",
    ),
    "proteins": ("ncbiprotein", "pr", "uniprot", "uniprot.chain", "uniprot.isoform"),
    "RNAs": ("mirbase", "mirbase.mature", "rnacentral"),
    "families and domains": (
        "ec", "fplx", "hgnc.genefamily", "hgnc.genegroup", "interpro", "pfam",
    ),
    "complexes": ("complexportal", "corum"),
    "chemicals": (
        "cas", "chebi", "chembl.compound", "chemspider", "hmdb", "inchi", "inchikey",
        "kegg.compound", "kegg.glycan", "lipidmaps", "metanetx.chemical", "pdb.ligand",
        "pubchem.compound", "pubchem.substance", "slm",
    ),
    "drugs and their targets": (
        "chembl", "chembl.target", "drugbank", "drugcentral", "iuphar.ligand",
        "iuphar.receptor", "kegg.drug",
    ),
    "phenotypes, processes and anything": ("go", "hp", "mesh", "ncit", "wikidata", "wikipathways"),
}  # fmt: skip
"""What the entries of a resource are, by the resources' own descriptions in the Bioregistry."""


@pytest.mark.parametrize("table", WORDS)
def test_a_word_means_what_files_mean_by_it(table: str) -> None:
    assert in_names(getattr(terms, table)) == in_names(WORDS[table])


def test_ids_of_molecules_are_those_of_resources_of_molecules() -> None:
    assert {prefix for its in MOLECULES.values() for prefix in its} == terms.MOLECULE_PREFIXES


def test_symbols_are_those_that_libsbml_writes_as_such() -> None:
    import libsbml

    symbols = {
        "time": "time",
        "avogadro": "avogadro",
        "delay": "delay(x, 1)",
        "rateOf": "rateOf(x)",
    }
    for symbol, formula in symbols.items():
        written = libsbml.writeMathMLToString(libsbml.parseL3Formula(formula))
        assert f"/symbols/{symbol}" in written
    assert symbols.keys() == terms.SYMBOLS


def test_editions_are_those_that_libsbml_knows() -> None:
    import libsbml

    editions = [(2, 1), (2, 2), (2, 3), (2, 4), (2, 5), (3, 1), (3, 2)]
    known = {libsbml.SBMLNamespaces(*edition).getURI(): edition for edition in editions}
    assert known == terms.EDITIONS


def test_prefixes_are_those_of_the_registry() -> None:
    used = terms.MOLECULE_PREFIXES | set(terms.PART_PREFIXES) | set(terms.SURROUNDINGS)
    assert used - resources().keys() == set()
    assert set(terms.PART_PREFIXES) <= terms.MOLECULE_PREFIXES


def test_every_member_has_a_word() -> None:
    assert all(terms.KIND.word(kind) for kind in Kind)
    assert all(terms.PROCESS.word(type_) for type_ in ProcessType)
    assert all(terms.EFFECT.word(effect) for effect in Effect)
    assert terms.SIGN.keys() == set(Effect)


def written() -> dict[str, set[str]]:
    """By kind of element, the sboTerms that are written on it."""
    kinds = {terms.SHAPE.get(kind) or terms.KIND.word(kind) or "" for kind in Kind}
    processes = {terms.PROCESS.word(type_) or "" for type_ in ProcessType}
    return {
        "species": kinds | {terms.COMPLEX_TERM, terms.UNKNOWN_COMPLEX_TERM},
        "compartment": {terms.COMPARTMENT_TERM, terms.IMPLICIT_TERM},
        "reaction": processes | {terms.INFLUENCE_TERM, terms.ASSOCIATION_TERM},
        "speciesReference": {terms.REACTANT_TERM, terms.PRODUCT_TERM, terms.INTERACTOR_TERM},
        "modifierSpeciesReference": {terms.EFFECT.word(it) or "" for it in Effect}
        | {terms.NEGATED_TERM},
    }


@pytest.mark.parametrize(
    ("element", "curie"), [(name, it) for name, its in written().items() for it in sorted(its)]
)
def test_a_term_is_of_the_branch_of_its_element(element: str, curie: str) -> None:
    assert any(is_a(curie, branch) for branch in terms.BRANCHES[element])


FILE = """\
<sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1"><model>
<listOfCompartments><compartment id="c" constant="true" {compartment}/></listOfCompartments>
<listOfSpecies><species id="s" compartment="c" hasOnlySubstanceUnits="false"
 boundaryCondition="false" constant="false" {species}/></listOfSpecies>
<listOfReactions><reaction id="r" reversible="false" fast="false" {reaction}>
<listOfReactants><speciesReference species="s" constant="true" {speciesReference}/>
</listOfReactants><listOfModifiers><modifierSpeciesReference species="s"
 {modifierSpeciesReference}/></listOfModifiers></reaction></listOfReactions></model></sbml>
"""


@pytest.mark.parametrize(
    ("element", "curie"), [(name, it) for name, its in written().items() for it in sorted(its)]
)
def test_libsbml_takes_a_term_where_it_is_written(element: str, curie: str) -> None:
    import libsbml

    attributes = dict.fromkeys(terms.BRANCHES, "")
    attributes[element] = f'sboTerm="{terms.sbo_term(curie)}"'
    document = libsbml.readSBMLFromString(FILE.format(**attributes))
    document.setConsistencyChecks(libsbml.LIBSBML_CAT_UNITS_CONSISTENCY, False)
    document.setConsistencyChecks(libsbml.LIBSBML_CAT_MODELING_PRACTICE, False)
    document.checkConsistency()
    assert document.getNumErrors() == 0


CY3SBML = {"+": {459, 13, 460, 462, 21, 461, 535, 534, 533}, "-": {20, 206, 597, 207, 537, 536}}
NEWT_MODIFIERS = {13, 459, 461, 537}
"""What the two programs know by exact id; Newt draws any other modifier as catalysis."""


@pytest.mark.parametrize("effect", [it for it in Effect if it is not Effect.MODULATION])
def test_cytoscape_and_newt_know_an_effect(effect: Effect) -> None:
    number = int((terms.EFFECT.word(effect) or "").partition(":")[2])
    assert number in CY3SBML[terms.SIGN[effect]] & NEWT_MODIFIERS


NEWT_ARCS = {185, *range(168, 173), 205, 342, 344, 407, 411}
"""Reactions that Newt draws as an arc from the first reactant to the first product, and no more."""


@pytest.mark.parametrize("curie", sorted(written()["reaction"]))
def test_newt_draws_every_reaction_whole(curie: str) -> None:
    assert int(curie.partition(":")[2]) not in NEWT_ARCS
