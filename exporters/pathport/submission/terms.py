"""The words that WikiPathways expects, or no longer takes, in a file of GPML 2013a.

Databases, forms of their ids, labels: each table serves one or several rules, which say where it is
from. What a file is made of is told in ``pathport.formats.gpml.terms``.
"""

import re
from collections.abc import Mapping

__all__ = [
    "CURATED_LABELS",
    "DEGENERATE_TYPES",
    "ENSEMBL",
    "FAMILY_SOURCES",
    "GENE_KINDS",
    "GENE_TYPES",
    "HEAD",
    "ID_FORMS",
    "LICENCES",
    "METABOLITE_SOURCES",
    "ONTOLOGIES",
    "OUTDATED",
    "REFERENCE_SOURCES",
    "RELEASED",
    "SOURCE",
    "SUBMITTED",
    "UNPUBLISHED",
]

SOURCE = "WikiPathways"
"""The Data-Source of every file, and the database of an id of a pathway."""
HEAD = ("xmlns", "Name", "Data-Source", "Version", "Author", "Last-Modified", "Organism")
"""The attributes of Pathway in the order in which the database has them."""
LICENCES = frozenset({"CC0", "CCZero", "CC0-1.0", "CC0 1.0"})
UNPUBLISHED = "WP0"
"""The id of what has none yet."""
SUBMITTED = re.compile(r"(WP0)__PR[0-9]+\.gpml")
RELEASED = re.compile(r"(WP[1-9][0-9]{0,4})\.gpml")
"""The names of a new file and of an edit, which keeps that which it has in the database."""

# Literature and ontologies

REFERENCE_SOURCES = frozenset({"PubMed", "DOI", "URL", "ISBN"})
ONTOLOGIES: Mapping[str, str] = {
    "PW": "Pathway Ontology",
    "DOID": "Disease",
    "CL": "Cell Type",
}
"""By prefix of a term, what the database calls its ontology; it takes no others."""

# Databases of identifiers

OUTDATED: Mapping[str, str] = {
    "COMPOUND": "KEGG Compound",
    "ChEBI compound": "ChEBI",
    "ChemIDplus": "CAS",
    "ChemSpider": "Chemspider",
    "EC Number": "Enzyme Nomenclature",
    "ENSEMBL": "Ensembl",
    "EcoGene": "",
    "Ensembl Chicken": "Ensembl",
    "Ensembl Cow": "Ensembl",
    "Ensembl Human": "Ensembl",
    "Ensembl Mosquito": "Ensembl",
    "Ensembl Mouse": "Ensembl",
    "Ensembl Plants": "Ensembl",
    "Ensembl Yeast": "Ensembl",
    "Ensembl Zebrafish": "Ensembl",
    "Entrez": "Entrez Gene",
    "GeneDB": "",
    "InChI": "InChIKey",
    "Kegg Compound": "KEGG Compound",
    "Kegg enzyme": "Enzyme Nomenclature",
    "Kegg ortholog": "",
    "Other": "",
    "PubChem": "PubChem-compound",
    "PubChem Compound": "PubChem-compound",
    "RiceCyc": "",
    "UniGene": "",
    "UniProt": "Uniprot-TrEMBL",
    "UniProt/TrEMBL": "Uniprot-TrEMBL",
    "UniProtKB": "Uniprot-TrEMBL",
    "Uniprot": "Uniprot-TrEMBL",
    "Uniprot-SwissProt": "Uniprot-TrEMBL",
    "Uniprot/TrEMBL": "Uniprot-TrEMBL",
    "Wikdata": "Wikidata",
    "Wikipathways": "WikiPathways",
    "Wikipedia": "",
    "kegg.compound": "KEGG Compound",
}
"""Names of databases that are no longer taken, with the one to write instead, if there is one."""

METABOLITE_SOURCES = frozenset(
    {"CAS", "ChEBI", "Chemspider", "HMDB", "KEGG Compound", "LIPID MAPS", "PubChem-compound"}
)
"""Databases of metabolites alone; Wikidata has other things too."""
FAMILY_SOURCES = frozenset({"InterPro", "Pfam"})
"""Databases of families and domains of proteins."""
GENE_KINDS = frozenset({"gene", "protein"})
"""Kinds of databases that are about no metabolite."""
GENE_TYPES = frozenset({"GeneProduct", "Protein", "Rna", "RNA"})
DEGENERATE_TYPES = frozenset({"", "Unknown"})
"""Types of a DataNode that tell nothing."""

EC = r"[1-7](\.(\d+|-)){2}\.(n?\d+|-)"
UNIPROT = r"([OPQ]\d[A-Z0-9]{3}\d|[A-NR-Z]\d([A-Z][A-Z0-9]{2}\d){1,2})([.-]\d+|-PRO_\d+)?"
REFSEQ = r"((A[CP]|N[CGMPRTW]|WP|X[MPR]|YP|ZP)_\d+|NZ_[A-Z]{2,4}\d+)(\.\d+)?"
ID_FORMS: Mapping[str, tuple[re.Pattern[str], str]] = {
    name: (re.compile(form), told)
    for name, form, told in (
        ("BRENDA", EC, "an EC number, like 2.7.11.1"),
        ("CAS", r"\d{2,7}-\d{2}-\d", "digits like 7732-18-5, the last of which checks the others"),
        ("ChEBI", r"(CHEBI:)?\d+", "CHEBI: and digits"),
        (
            "Ensembl",
            r"ENS[A-Z]*[EGPRT]\d{11}(\.\d+)?|(?!ENS)(?=\S*\d)\S+",
            "ENS, letters and 11 digits, or the name of a locus",
        ),
        ("Entrez Gene", r"\d+", "digits alone"),
        ("Enzyme Nomenclature", EC, "an EC number, like 2.7.11.1"),
        ("HGNC", r"(?!HGNC:)(?!\d+$)\S+", "the symbol of the gene, not its number"),
        ("HGNC Accession number", r"\d+", "digits alone"),
        ("HMDB", r"HMDB\d{7}", "HMDB and 7 digits"),
        ("InterPro", r"IPR\d{6}", "IPR and 6 digits"),
        ("KEGG Compound", r"C\d{5}", "C and 5 digits, without cpd:"),
        ("PubChem-compound", r"\d+", "digits alone"),
        ("PubChem-substance", r"\d+", "digits alone"),
        ("RefSeq", REFSEQ, "two letters, _ and digits, like NP_003458"),
        ("Rhea", r"\d+", "digits alone"),
        ("Uniprot-TrEMBL", UNIPROT, "one accession, like P61073"),
        ("Wikidata", r"Q\d+", "Q and digits"),
    )
}
"""By database, the form of its ids and how it is told in words.

It goes before that of BridgeDb (``schemas/wikipathways/forms.tsv``), from which the files differ or
which curators ask more than. The form of UniProt is that of its help, Accession numbers; that of
RefSeq the Bioregistry's; under Ensembl files have genes of other databases by the names of loci.
"""

ENSEMBL: Mapping[str, re.Pattern[str]] = {
    organism: re.compile(rf"(?!{prefix})ENS[A-Z]*[GTP]\d+")
    for organism, prefix in (
        ("Homo sapiens", r"ENS[GTP]\d"),
        ("Mus musculus", r"ENSMUS"),
        ("Rattus norvegicus", r"ENSRNO"),
        ("Bos taurus", r"ENSBTA"),
    )
}
"""By organism, what an id of Ensembl is like that is of another one."""

# Labels

CURATED_LABELS: Mapping[str, str] = {
    "CO2": "CO₂",
    "Ca2+": "Ca²⁺",
    "Cl-": "Cl⁻",
    "Cu+": "Cu⁺",
    "Cu2+": "Cu²⁺",
    "Fe2+": "Fe²⁺",
    "Fe3+": "Fe³⁺",
    "H+": "H⁺",
    "H2O": "H₂O",
    "H2O2": "H₂O₂",
    "HCO3-": "HCO₃⁻",
    "K+": "K⁺",
    "Mg2+": "Mg²⁺",
    "Mn2+": "Mn²⁺",
    "NH3": "NH₃",
    "NH4+": "NH₄⁺",
    "Na+": "Na⁺",
    "O2": "O₂",
    "Zn2+": "Zn²⁺",
}
"""Labels of ions and small molecules, and how they are written in Unicode."""
