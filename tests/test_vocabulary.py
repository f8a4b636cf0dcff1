"""The vocabularies answer by CURIE, by ancestor and by name, and are those of their sources."""

import importlib.util
import time
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from pathport import tables, vocabulary
from pathport.model.identifiers import is_canonical
from pathport.vocabulary import PREFIXES, by_name, is_a, term

ROOT = Path(__file__).parent.parent
SHARED = {
    "pw": {
        "hypermethioninemia pathway",
        "indometacin drug pathway",
        "indometacin pharmacodynamics pathway",
        "indometacin pharmacokinetics pathway",
    },
    "sbo": {"biological activity", "genetic interaction", "new term name", "promoter"},
}
"""Names that an ontology gives to two terms, by prefix: they mean none."""

SPECS = ROOT.parent / "shared" / "specs"


def make_vocabulary() -> ModuleType:
    """The tool that makes the tables, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("tool", ROOT / "tools" / "make_vocabulary.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


def test_term() -> None:
    found = term("mod:00048")
    assert found is not None
    assert found.name == "O4'-phospho-L-tyrosine"
    assert found.parents == ("mod:00774", "mod:00919", "mod:01455")
    assert (found.obsolete, found.replaced_by, found.origin) == (False, None, "Y")
    assert "O4-phosphotyrosine" in found.synonyms


@pytest.mark.parametrize(
    ("curie", "name"),
    [
        ("mod:00046", "O-phospho-L-serine"),
        ("mod:00047", "O-phospho-L-threonine"),
        ("mod:00064", "N6-acetyl-L-lysine"),
        ("mod:00696", "phosphorylated residue"),
        ("mod:01148", "ubiquitinylated lysine"),
        ("mi:0217", "phosphorylation reaction"),
        ("eco:0000269", "experimental evidence used in manual assertion"),
        ("cl:0000084", "T cell"),
        ("pw:0000983", "chemokine (C-X-C motif) ligand 12 signaling pathway"),
        ("doid:9970", "obesity"),
        ("sbo:0000216", "phosphorylation"),
        ("so:0000001", "region"),
        ("ncbitaxon:9606", "Homo sapiens"),
        ("go:0005886", "plasma membrane"),
    ],
)
def test_names(curie: str, name: str) -> None:
    found = term(curie)
    assert found is not None
    assert found.name == name
    assert by_name(curie.partition(":")[0], name.upper()) == curie


@pytest.mark.parametrize("curie", ["mod:99999", "MOD:00048", "uniprot:P61073", "mod", ""])
def test_unknown_terms(curie: str) -> None:
    assert term(curie) is None
    assert is_a(curie, curie)
    assert not is_a(curie, "mod:00000")


@pytest.mark.parametrize(
    ("curie", "ancestor", "expected"),
    [
        ("mod:00048", "mod:00696", True),
        ("mod:00048", "mod:01156", True),
        ("mod:00048", "mod:00048", True),
        ("mod:00696", "mod:00048", False),
        ("mod:01148", "mod:00696", False),
        ("go:0005886", "go:0005575", True),
        ("go:0005886", "go:0005634", False),
        ("mi:0217", "mi:0190", True),
        ("mi:0251", "mi:0353", True),
        ("eco:0000269", "eco:0000000", True),
        ("so:0001059", "so:0000001", False),
        ("sbo:0000216", "sbo:0000231", True),
        ("cl:0000084", "cl:0000000", True),
    ],
)
def test_is_a(curie: str, ancestor: str, expected: bool) -> None:
    assert is_a(curie, ancestor) is expected


@pytest.mark.parametrize(
    ("curie", "successor"),
    [
        ("go:0000119", "go:0016592"),
        ("go:0014065", None),
        ("mod:00407", "mod:00599"),
        ("cl:0000003", "cl:0000000"),
        ("sbo:0000005", None),
    ],
)
def test_obsolete_terms(curie: str, successor: str | None) -> None:
    found = term(curie)
    assert found is not None
    assert (found.obsolete, found.replaced_by) == (True, successor)


@pytest.mark.parametrize(
    ("prefix", "name", "expected"),
    [
        ("mod", "PhosRes", "mod:00696"),
        ("ncbitaxon", "human", "ncbitaxon:9606"),
        ("go", "nosuch", None),
        ("go", "", None),
        ("nosuch", "plasma membrane", None),
        ("mi", "sumoylated lysine", "mi:0554"),
        ("mod", "sumoylated lysine", "mod:01149"),
    ],
)
def test_by_name(prefix: str, name: str, expected: str | None) -> None:
    assert by_name(prefix, name) == expected


def test_a_synonym_of_two_terms_means_none() -> None:
    claims = [("one", "mod:00001"), ("Both", "mod:00001"), ("both", "mod:00002"), ("", "mod:00003")]
    assert vocabulary.claimed(claims) == {"one": "mod:00001", "both": None}


@pytest.mark.parametrize("prefix", sorted(PREFIXES))
def test_every_name_finds_its_term(prefix: str) -> None:
    terms = [vocabulary.parsed(line) for line in tables.lines(f"terms/{prefix}.tsv")]
    assert terms
    current = Counter(it.name.lower() for it in terms if not it.obsolete)
    shared = {name for name, number in current.items() if number > 1}
    assert shared == SHARED.get(prefix, set())
    wrong = [it for it in terms if not it.obsolete and by_name(prefix, it.name) != it.id]
    assert {it.name for it in wrong} == shared


@pytest.mark.parametrize("prefix", sorted(PREFIXES))
def test_ids_are_canonical_and_no_term_is_above_itself(prefix: str) -> None:
    terms = [vocabulary.parsed(line) for line in tables.lines(f"terms/{prefix}.tsv")]
    ids = [it.id for it in terms]
    assert len(set(ids)) == len(ids)
    named = {*ids, *(parent for it in terms for parent in it.parents)}
    named |= {it.replaced_by for it in terms if it.replaced_by}
    assert [it for it in named if not is_canonical(it)] == []
    assert [it for it in ids if it in vocabulary.ancestors(it)] == []


@pytest.mark.parametrize("prefix", sorted(PREFIXES))
def test_a_vocabulary_loads_quickly(prefix: str) -> None:
    """Some milliseconds each; the bound leaves room for a busy machine."""
    for cached in (tables.lines, vocabulary.table, vocabulary.names, term, vocabulary.ancestors):
        cached.cache_clear()
    start = time.process_time()
    assert term(f"{prefix}:nosuch") is None
    assert time.process_time() - start < 0.1


@pytest.mark.skipif(not SPECS.is_dir(), reason="the source tables are not at ../shared/specs")
def test_tables_are_those_of_their_sources() -> None:
    tool = make_vocabulary()
    assert tool.SOURCES.keys() == PREFIXES
    for prefix in sorted(PREFIXES):
        made = "".join(f"{line}\n" for line in tool.table(prefix, SPECS))
        held = (ROOT / "schemas" / "terms" / f"{prefix}.tsv").read_text(encoding="utf-8")
        assert held == made, f"run tools/make_vocabulary.py: {prefix}.tsv is not what it makes"
