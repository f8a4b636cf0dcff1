"""The notation's words for modifications mean the PSI-MOD terms that they should, both ways."""

import pytest

from pathport import vocabulary
from pathport.model.modifications import MODIFICATIONS, modification, token

WORDS = [(word, residue) for word, terms in MODIFICATIONS.items() for residue in terms]


@pytest.mark.parametrize(
    ("word", "residue", "kind"),
    [
        ("p", "", "mod:00696"),
        ("p", "S", "mod:00046"),
        ("p", "T", "mod:00047"),
        ("p", "Y", "mod:00048"),
        ("ub", "K", "mod:01148"),
        ("ac", "K", "mod:00064"),
        ("me2", "R", "mod:00783"),
        ("ub", "", None),
        ("p", "A", None),
        ("P", "S", None),
        ("nosuch", "S", None),
    ],
)
def test_modification(word: str, residue: str, kind: str | None) -> None:
    assert modification(word, residue) == kind
    assert kind is None or token(kind) == (word, residue)


@pytest.mark.parametrize(("word", "residue"), WORDS)
def test_psi_mod_has_it(word: str, residue: str) -> None:
    """The term is current, and the residue is its origin; a general term has none of its own."""
    kind = modification(word, residue)
    term = vocabulary.term(kind or "")
    assert term is not None
    assert not term.obsolete
    assert (term.origin or "X") == (residue or "X")
    assert token(term.id) == (word, residue)


NAMES = {
    "ac": "acetyl",
    "adpr": "ribosyl",
    "cit": "citrulline",
    "farn": "farnesyl",
    "gg": "geranylgeranyl",
    "glcnac": "acetylamino",
    "gly": "glycosyl",
    "gpi": "glycosylphosphatidylinositol",
    "gsh": "glutathione",
    "hyd": "hydroxy",
    "me": "methylated",
    "me1": "methyl",
    "me2": "dimethyl",
    "me3": "trimethyl",
    "myr": "myristoyl",
    "nedd": "neddyl",
    "nitro": "nitrated",
    "ox": "ox",
    "p": "phosph",
    "palm": "palmitoyl",
    "pren": "isoprenyl",
    "sno": "nitrosyl",
    "succ": "succinyl",
    "sulf": "sulf",
    "sumo": "sumoyl",
    "ub": "ubiquitinyl",
}
"""What the name of every term under a word holds."""


@pytest.mark.parametrize("word", sorted(MODIFICATIONS))
def test_names_agree(word: str) -> None:
    """Each term under a word says in its name what the word stands for."""
    terms = [vocabulary.term(f"mod:{number}") for number in MODIFICATIONS[word].values()]
    assert [it.name for it in terms if it and NAMES[word] not in it.name.lower()] == []


def test_other_terms_have_no_word() -> None:
    assert token("mod:00045") is None
    assert token("go:0005886") is None
