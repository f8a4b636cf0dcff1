"""CURIEs have one canonical form, and their URIs and cross references read back as it."""

import pickle
import re
import subprocess
import sys
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pathport.model.identifiers import (
    IdentifierError,
    canonical,
    from_uri,
    from_xref,
    is_canonical,
    resources,
    to_uri,
    to_xref,
)

EXAMPLES = [f"{it.prefix}:{it.example}" for it in resources().values() if it.example]


@st.composite
def curies(draw: st.DrawFn) -> str:
    """A canonical CURIE of any resource: its pattern decides what the local id looks like."""
    resource = draw(st.sampled_from(sorted(resources().values(), key=lambda it: it.prefix)))
    pattern = re.compile(resource.pattern or r"\S{1,20}", re.ASCII)
    text = f"{resource.prefix}:{draw(st.from_regex(pattern, fullmatch=True))}"
    try:
        return canonical(text)
    except IdentifierError:  # a control character that the pattern allows
        assume(False)
        raise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("uniprot:P61073", "uniprot:P61073"),
        ("UniProtKB:P61073", "uniprot:P61073"),
        ("CHEBI:15422", "chebi:15422"),
        ("chebi:CHEBI:15422", "chebi:15422"),
        ("chebi:CHEBI:CHEBI:15422", "chebi:15422"),
        ("HGNC:2561", "hgnc:2561"),
        ("hgnc:HGNC:2561", "hgnc:2561"),
        ("GO:0005886", "go:0005886"),
        ("obo.go:GO:0005886", "go:0005886"),
        ("MOD:00048", "mod:00048"),
        ("psi-mod:MOD:00048", "mod:00048"),
        ("PMID:123", "pubmed:123"),
        ("taxonomy:9606", "ncbitaxon:9606"),
        ("NCBITaxon:9606", "ncbitaxon:9606"),
        ("DOI:10.1371/journal.pone.0064975", "doi:10.1371/journal.pone.0064975"),
        ("obi:OBI_0000070", "obi:0000070"),
    ],
)
def test_canonical(text: str, expected: str) -> None:
    assert canonical(text) == expected
    assert is_canonical(expected)
    assert is_canonical(text) is (text == expected)


@pytest.mark.parametrize(
    ("text", "kind", "nearest"),
    [
        ("P61073", "malformed", None),
        ("", "malformed", None),
        (":P61073", "malformed", None),
        ("uniprot:", "malformed", None),
        ("unipr:P61073", "unknown prefix", "uniprot"),
        ("xq17zz:1", "unknown prefix", None),
        ("uniprot:P6107", "pattern", None),
        ("uniprot:P61073-2", "pattern", "uniprot.isoform"),
        ("pubmed:123\n", "pattern", None),
        ("pubmed:\u0661\u0662", "pattern", None),
        ("wikidata:Q1\x00", "pattern", None),
        ("go:" + "GO:" * 100_000 + "0005886", "pattern", None),
    ],
)
def test_refused(text: str, kind: str, nearest: str | None) -> None:
    assert not is_canonical(text)
    with pytest.raises(IdentifierError) as caught:
        canonical(text)
    assert (caught.value.kind, caught.value.nearest) == (kind, nearest)
    assert bool(caught.value.pattern) is (kind == "pattern")


def test_sentences() -> None:
    """What is wrong is quoted, what was expected and what to do is said."""
    with pytest.raises(IdentifierError) as caught:
        canonical("unipr:P61073")
    assert str(caught.value) == (
        '"unipr:P61073" has a prefix that is not known: expected one of the Bioregistry; '
        'did you mean "uniprot:P61073"?'
    )
    with pytest.raises(IdentifierError) as caught:
        canonical("hgnc:CXCR4")
    assert str(caught.value) == (
        r'"hgnc:CXCR4" has no local id of hgnc: expected ^\d{1,5}$; write it like hgnc:16793'
    )
    assert len(str(IdentifierError("unknown prefix", "unipr:" + "P" * 9999))) < 300
    assert "too long" in str(IdentifierError("pattern", "uniprot:" + "P" * 9999, "uniprot"))
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        ("https://identifiers.org/uniprot:P48061", "uniprot:P48061"),
        ("https://identifiers.org/CHEBI:15422", "chebi:15422"),
        ("https://identifiers.org/CHEBI%3A15422", "chebi:15422"),
        ("http://identifiers.org/uniprot/P48061", "uniprot:P48061"),
        ("https://identifiers.org/uniprot/P48061", "uniprot:P48061"),
        ("http://identifiers.org/obo.go/GO:0005886", "go:0005886"),
        ("http://identifiers.org/biomodels.sbo/SBO:0000244", "sbo:0000244"),
        ("http://identifiers.org/uniprot/P61073-2", "uniprot.isoform:P61073-2"),
        ("https://identifiers.org/doi:10.1000/a:b", "doi:10.1000/a:b"),
        ("urn:miriam:uniprot:P48061", "uniprot:P48061"),
        ("urn:miriam:obo.go:GO%3A0005886", "go:0005886"),
        ("urn:miriam:entrez.gene:7852", "ncbigene:7852"),
        ("https://bioregistry.io/uniprot:P48061", "uniprot:P48061"),
        ("http://bioregistry.io/chebi:15422", "chebi:15422"),
        ("http://purl.obolibrary.org/obo/GO_0005886", "go:0005886"),
        ("https://purl.uniprot.org/uniprot/P48061", "uniprot:P48061"),
        ("http://example.org/uniprot/P48061", None),
        ("https://identifiers.org/nosuchregistry:1", None),
        ("https://identifiers.org/uniprot:1", None),
        ("https://identifiers.org/uniprot", None),
        ("https://identifiers.org/", None),
        ("urn:miriam:uniprot:%FF", None),
        ("uniprot:P48061", None),
        ("", None),
    ],
)
def test_from_uri(uri: str, expected: str | None) -> None:
    assert from_uri(uri) == expected


@pytest.mark.parametrize(
    ("curie", "uri"),
    [
        ("uniprot:P48061", "https://identifiers.org/uniprot:P48061"),
        ("chebi:15422", "https://identifiers.org/CHEBI:15422"),
        ("pubmed:123", "https://identifiers.org/pubmed:123"),
        ("hgnc:10672", "https://identifiers.org/hgnc:10672"),
        ("ncbitaxon:9606", "https://identifiers.org/taxonomy:9606"),
        ("go:0038146", "https://identifiers.org/GO:0038146"),
        ("mod:00048", "https://identifiers.org/MOD:00048"),
        ("sbo:0000244", "https://identifiers.org/SBO:0000244"),
        ("eco:0000269", "https://identifiers.org/ECO:0000269"),
        ("obi:0000070", "https://identifiers.org/obi:OBI_0000070"),
        ("fplx:STAT", "https://identifiers.org/fplx:STAT"),
        ("doi:10.1000/a<b>#c d", "https://identifiers.org/doi:10.1000/a%3Cb%3E%23c%20d"),
        ("upa:UPA00100", "https://bioregistry.io/upa:UPA00100"),
    ],
)
def test_to_uri(curie: str, uri: str) -> None:
    assert to_uri(curie) == uri
    assert from_uri(uri) == curie


@pytest.mark.parametrize(
    ("db", "accession", "expected"),
    [
        ("uniprot", "P61073", "uniprot:P61073"),
        ("UniProt", "P61073", "uniprot:P61073"),
        ("uniprotkb", "P61073", "uniprot:P61073"),
        ("UNIPROT KNOWLEDGEBASE", "P61073", "uniprot:P61073"),
        ("UniProt Isoform", "P61073-2", "uniprot.isoform:P61073-2"),
        ("UniProt", "P61073-2", "uniprot.isoform:P61073-2"),
        ("UniProt Isoform", "P61073", "uniprot:P61073"),
        ("ChEBI", "15996", "chebi:15996"),
        ("chebi", "CHEBI:15996", "chebi:15996"),
        ("hgnc", "2561", "hgnc:2561"),
        ("HGNC", "HGNC:2561", "hgnc:2561"),
        ("HUGO GENE NOMENCLATURE COMMITTEE (HGNC)", "HGNC:2561", "hgnc:2561"),
        ("HGNC Symbol", "CXCR4", "hgnc.symbol:CXCR4"),
        ("NCBI Gene", "7852", "ncbigene:7852"),
        ("entrez gene", "7852", "ncbigene:7852"),
        ("PubMed", "123", "pubmed:123"),
        ("NCBI Taxonomy", "9606", "ncbitaxon:9606"),
        ("NCBI_taxonomy", "9606", "ncbitaxon:9606"),
        ("ncbitaxon", "9606", "ncbitaxon:9606"),
        ("taxonomy", "9606", "ncbitaxon:9606"),
        ("gene ontology", "GO:0005886", "go:0005886"),
        ("GO", "GO_0005886", "go:0005886"),
        ("PSI-MOD", "MOD:00048", "mod:00048"),
        ("Protein Modification Ontology", "MOD:00048", "mod:00048"),
        ("psi-mi", "MI:0217", "mi:0217"),
        ("MOLECULAR INTERACTIONS ONTOLOGY", "MI:0217", "mi:0217"),
        ("KEGG COMPOUND", "C00001", "kegg.compound:C00001"),
        ("KEGG COMPOUND", "D00001", "kegg.drug:D00001"),
        ("PubChem-compound", "5957", "pubchem.compound:5957"),
        (" reactome ", " R-HSA-204174 ", "reactome:R-HSA-204174"),
        ("GENPEPT", "193786094", "ncbigi:193786094"),
        ("NUCLEOTIDE GENBANK IDENTIFIER", "899458", "ncbigi:899458"),
        ("GENBANK INDENTIFIER", "71773037", "ncbigi:71773037"),
        ("GENBANK PROTEIN DATABASE", "804990", "ncbigi:804990"),
        ("GENBANK GENE DATABASE", "J00129", "insdc:J00129"),
        ("NCBI GENBANK", "CAA23828", "ncbiprotein:CAA23828"),
        ("COMPOUND", "C00001", "kegg.compound:C00001"),
        ("LIGAND", "C00052", "kegg.compound:C00052"),
        ("Chemical Component Dictionary", "HOH", "pdb-ccd:HOH"),
        ("HETEROGEN", "LY2", "pdb-ccd:LY2"),
        ("PROTEIN DATA BANK", "GTP", "pdb-ccd:GTP"),
        ("PROTEIN DATA BANK", "2gc4", "pdb:2gc4"),
        ("GUIDE TO PHARMACOLOGY", "2452", "iuphar.ligand:2452"),
        ("PANTHER PATHWAY COMPONENT", "P01402", "panther.pthcmp:P01402"),
        ("InChI", "XTWYTFMLZFPYCI-KQYNXXCUSA-N", "inchikey:XTWYTFMLZFPYCI-KQYNXXCUSA-N"),
        ("INTACT", "MINT-8146732", "mint:8146732"),
        ("INTACT", "8146732", None),
        ("uniprot", "FGF22_HUMAN", None),
        ("go", "MOD:00048", None),
        ("house database", "1", None),
        ("database", "1", None),
        ("", "", None),
    ],
)
def test_from_xref(db: str, accession: str, expected: str | None) -> None:
    assert from_xref(db, accession) == expected


@pytest.mark.parametrize(
    ("curie", "expected"),
    [
        ("uniprot:P61073", ("uniprot", "P61073")),
        ("chebi:15996", ("chebi", "CHEBI:15996")),
        ("hgnc:2561", ("hgnc", "2561")),
        ("hgnc.symbol:CXCR4", ("hgnc.symbol", "CXCR4")),
        ("ncbigene:7852", ("ncbigene", "7852")),
        ("ncbitaxon:9606", ("taxonomy", "9606")),
        ("go:0005886", ("go", "GO:0005886")),
        ("mod:00048", ("mod", "MOD:00048")),
        ("mi:0217", ("mi", "MI:0217")),
        ("eco:0000269", ("eco", "ECO:0000269")),
        ("cl:0000084", ("cl", "CL:0000084")),
        ("so:0000001", ("so", "SO:0000001")),
        ("bto:0000089", ("bto", "BTO:0000089")),
        ("pubmed:123", ("pubmed", "123")),
        ("doi:10.1000/x", ("doi", "10.1000/x")),
    ],
)
def test_to_xref(curie: str, expected: tuple[str, str]) -> None:
    assert to_xref(curie) == expected
    assert from_xref(*expected) == curie


def test_every_example_comes_back() -> None:
    """Each resource's own example is canonical, and its URI and cross reference read back."""
    assert len(EXAMPLES) > 2800
    assert [it for it in EXAMPLES if canonical(it) != it] == []
    assert [it for it in EXAMPLES if from_uri(to_uri(it)) != it] == []
    assert [it for it in EXAMPLES if from_xref(*to_xref(it)) != it] == []


@given(curies())
def test_everything_comes_back(curie: str) -> None:
    assert canonical(curie) == curie
    assert is_canonical(curie)
    assert from_uri(to_uri(curie)) == curie
    assert from_xref(*to_xref(curie)) == curie


@given(st.text(max_size=40) | st.builds("{}:{}".format, st.sampled_from(EXAMPLES), st.text()))
def test_any_text_is_canonical_or_refused(text: str) -> None:
    try:
        curie, sentence = canonical(text), ""
    except IdentifierError as error:
        curie, sentence = "", str(error)
    assert is_canonical(curie) is not bool(sentence)
    assert is_canonical(text) is (curie == text != "")


@given(st.sampled_from(["https://identifiers.org/", "urn:miriam:", "http://x/"]), st.text())
def test_any_uri_is_read_or_not(head: str, tail: str) -> None:
    curie = from_uri(head + tail)
    assert curie is None or is_canonical(curie)


def test_no_table_is_read_at_import() -> None:
    code = "import pathport.model.identifiers, pathport.tables as t; print(t.lines.cache_info())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "currsize=0" in done.stdout


def test_speed() -> None:
    """100,000 CURIEs take well under a second; the bound leaves room for a busy machine."""
    known = ["uniprot:P61073", "CHEBI:15422", "hgnc:2561", "GO:0005886", "pubmed:12345678"] * 20_000
    start = time.process_time()
    for curie in known:
        canonical(curie)
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "text",
    [
        "inchi:InChI=1S/a" + "/cc" * 160 + "\xa7",
        "swh:1:rev:3" + ";path=a" * 70 + ";\xa7",
        "ncbiprotein:" + "1" * 511 + "\xa7",
        "mastodon:" + "a" * 511 + "\xa7",
        "soybase:" + "A" * 511 + "\xa7",
    ],
)
def test_no_pattern_runs_away(text: str) -> None:
    start = time.process_time()
    with pytest.raises(IdentifierError):
        canonical(text)
    assert time.process_time() - start < 0.2
