"""The words that rules compare with, held to the tables of WikiPathways and to ids of each form."""

import re
import unicodedata

import pytest

from pathport.submission import terms
from pathport.submission.known import Known
from pathport.submission.rules_xrefs import is_of

KNOWN = Known()

IDS = {
    "BRENDA": (("2.7.11.1", "1.1.1.n2", "3.6.5.-"), ("EC 2.7.11.1", "2,7,11,1", "9.1.1.1")),
    "CAS": (("7732-18-5", "50-00-0"), ("foo", "7732185", "7732-18")),
    "ChEBI": (("CHEBI:15377", "15377"), ("CHEBI:CHEBI:15377", "chebi:15377", "CHEBI:")),
    "Entrez Gene": (("7852",), ("CXCR4", "7852.1", "ENSG00000121966")),
    "Ensembl": (
        ("ENSG00000121966", "ENSMUSG00000045382.5", "WBGene00006787", "AT1G24260", "YAL001C"),
        ("foo", "ENSFAKE", "ENSG1", "CXCR4 7852"),
    ),
    "Enzyme Nomenclature": (
        ("2.7.11.1", "2.7.-.-", "3.6.5.n2"),
        ("1.2.3", "2.7", "2.7.11.1; 2.7.11.2", "EC:2.7.11.1"),
    ),
    "HGNC": (("CXCR4", "HLA-A", "C1orf43"), ("2561", "HGNC:2561", "CXCR4 ")),
    "HGNC Accession number": (("2561",), ("CXCR4", "HGNC:2561")),
    "HMDB": (("HMDB0000067",), ("HMDB00067", "0000067")),
    "InterPro": (("IPR001811",), ("foo", "PF00048")),
    "KEGG Compound": (("C00002",), ("cpd:C00002", "C2", "D00002")),
    "PubChem-compound": (("5957",), ("CID5957",)),
    "PubChem-substance": (("3304",), ("SID3304",)),
    "RefSeq": (("NP_003458", "NM_003467.3", "NZ_ABC123"), ("foo", "7852", "NP003458")),
    "Rhea": (("10280",), ("RHEA:10280",)),
    "Uniprot-TrEMBL": (
        ("P61073", "P61073-2", "A0A024R161", "P01160-PRO_0000001491"),
        ("foo", "P61073; P48061", "P61073 P48061", "CXCR4_HUMAN"),
    ),
    "Wikidata": (("Q283",), ("283", "wd:Q283")),
}
"""By database, ids that it has and ids that it has not."""


@pytest.mark.parametrize("database", IDS)
def test_a_form_fits_the_ids_of_its_database_alone(database: str) -> None:
    form, _ = terms.ID_FORMS[database]
    good, bad = IDS[database]
    assert [it for it in good if not form.fullmatch(it)] == []
    assert [it for it in bad if form.fullmatch(it)] == []


def test_a_form_is_told_in_words_of_its_own() -> None:
    told = {name: words for name, (_, words) in terms.ID_FORMS.items()}
    assert told.keys() == IDS.keys()
    alike = (
        {"BRENDA", "Enzyme Nomenclature"},
        {
            *(
                "Entrez Gene",
                "HGNC Accession number",
                "PubChem-compound",
                "PubChem-substance",
                "Rhea",
            )
        },
    )
    for names in alike:
        assert len({told[it] for it in names}) == 1
    assert len(set(told.values())) == len(told) - sum(len(it) - 1 for it in alike)


OF_BRIDGEDB = {
    "Chemspider": ("5957", "foo"),
    "Complex Portal": ("CPX-373", "foo"),
    "DrugBank": ("DB06809", "foo"),
    "GeneOntology": ("GO:0005886", "0005886"),
    "LIPID MAPS": ("LMFA01010001", "foo"),
    "MGI": ("MGI:109563", "109563"),
    "NCBI Protein": ("CAA71118.1", "foo"),
    "Pfam": ("PF00048", "foo"),
    "Reactome": ("R-HSA-380108", "foo"),
    "WikiPathways": ("WP3929", "foo"),
}
"""By database, an id that it has and one that it has not."""


@pytest.mark.parametrize("database", OF_BRIDGEDB)
def test_a_form_of_bridgedb_fits_the_ids_of_its_database_alone(database: str) -> None:
    """These were let through, whatever they were."""
    form, _ = KNOWN.forms[database]
    good, bad = OF_BRIDGEDB[database]
    assert form.fullmatch(good)
    assert not form.fullmatch(bad)


def test_the_digit_of_a_cas_number_checks() -> None:
    form, _ = terms.ID_FORMS["CAS"]
    assert is_of("7732-18-5", "CAS", form)
    assert not is_of("7732-18-6", "CAS", form)


def test_what_is_named_is_a_database_of_wikipathways() -> None:
    assert set(terms.ID_FORMS) <= KNOWN.sources.keys()
    assert {it for it in terms.OUTDATED.values() if it} <= KNOWN.sources.keys()
    assert {KNOWN.sources[it] for it in terms.METABOLITE_SOURCES} == {"metabolite"}
    assert set(KNOWN.sources.values()) >= terms.GENE_KINDS


def test_nothing_is_outdated_that_is_to_be_written() -> None:
    assert not terms.OUTDATED.keys() & set(terms.OUTDATED.values())
    assert not terms.OUTDATED.keys() & (terms.METABOLITE_SOURCES | terms.ID_FORMS.keys())


@pytest.mark.parametrize(
    ("organism", "own"),
    [
        ("Homo sapiens", "ENSG00000121966"),
        ("Mus musculus", "ENSMUSG00000045382"),
        ("Rattus norvegicus", "ENSRNOG00000003866"),
        ("Bos taurus", "ENSBTAG00000001060"),
    ],
)
def test_a_gene_is_of_one_organism(organism: str, own: str) -> None:
    assert [it for it, foreign in terms.ENSEMBL.items() if not foreign.fullmatch(own)] == [organism]
    assert organism in KNOWN.organisms


LABELS = (
    "CO2, Ca2+, Cl-, Cu+, Cu2+, Fe2+, Fe3+, H+, H2O, H2O2, HCO3-, K+, Mg2+, Mn2+, NH3, NH4+, Na+, "
    "O2, Zn2+"
)
"""What is often written plainly."""
LOWERED, RAISED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"), str.maketrans("123+-", "¹²³⁺⁻")


def in_unicode(plain: str) -> str:
    """A formula with its charge raised and its numbers lowered; an atom alone has no number."""
    atom = re.fullmatch("([A-Z][a-z]?)([0-9]?[+-])", plain)
    formula, charge = atom.groups() if atom else re.fullmatch("(.*?)([+-]?)", plain).groups()  # type: ignore[union-attr]
    return formula.translate(LOWERED) + charge.translate(RAISED)


def test_a_label_says_the_same_in_unicode() -> None:
    assert {it: in_unicode(it) for it in LABELS.split(", ")} == terms.CURATED_LABELS
    for plain, curated in terms.CURATED_LABELS.items():
        assert unicodedata.normalize("NFKC", curated).replace("\u2212", "-") == plain


HEADER = (
    '<Pathway xmlns="http://pathvisio.org/GPML/2013a" Name="N" Data-Source="WikiPathways" '
    'Version="20260829" Author="[A]" Last-Modified="20260829" Organism="Homo sapiens">'
)
"""How a file of the database begins."""


def test_the_attributes_of_a_pathway_stand_as_in_the_database() -> None:
    assert tuple(re.findall(r'([\w-]+)="', HEADER)) == terms.HEAD


OUTDATED = {
    "CAS": "ChemIDplus",
    "ChEBI": "ChEBI compound",
    "Chemspider": "ChemSpider",
    "Ensembl": "ENSEMBL, Ensembl Chicken, Ensembl Cow, Ensembl Human, Ensembl Mosquito, Ensembl "
    "Mouse, Ensembl Plants, Ensembl Yeast, Ensembl Zebrafish",
    "Entrez Gene": "Entrez",
    "Enzyme Nomenclature": "EC Number, Kegg enzyme",
    "InChIKey": "InChI",
    "KEGG Compound": "COMPOUND, Kegg Compound, kegg.compound",
    "PubChem-compound": "PubChem, PubChem Compound",
    "Uniprot-TrEMBL": "UniProt, UniProt/TrEMBL, UniProtKB, Uniprot, Uniprot-SwissProt, "
    "Uniprot/TrEMBL",
    "WikiPathways": "Wikipathways",
    "Wikidata": "Wikdata",
    "": "EcoGene, GeneDB, Kegg ortholog, Other, RiceCyc, UniGene, Wikipedia",
}
"""By database, names of it that are no longer taken; those that have none are to be replaced."""


def test_a_database_has_the_name_that_is_taken_now() -> None:
    named = {old: new for new, olds in OUTDATED.items() for old in olds.split(", ")}
    assert named == terms.OUTDATED


def test_words_that_rules_compare_with_are_those_of_the_database() -> None:
    assert {"PubMed", "DOI", "URL", "ISBN"} == terms.REFERENCE_SOURCES
    assert terms.ONTOLOGIES == {"PW": "Pathway Ontology", "DOID": "Disease", "CL": "Cell Type"}
    assert {"CC0", "CCZero", "CC0-1.0", "CC0 1.0"} == terms.LICENCES
    assert {"GeneProduct", "Protein", "Rna", "RNA"} == terms.GENE_TYPES
    assert {"", "Unknown"} == terms.DEGENERATE_TYPES
    assert {"gene", "protein"} == terms.GENE_KINDS
    assert {"InterPro", "Pfam"} == terms.FAMILY_SOURCES


def test_databases_of_metabolites_are_those_that_bridgedb_calls_so_and_files_have() -> None:
    named = "CAS, ChEBI, Chemspider, HMDB, KEGG Compound, LIPID MAPS, PubChem-compound"
    assert set(named.split(", ")) == terms.METABOLITE_SOURCES
