"""The notation's short words for kinds of modification: ``pS`` is O-phospho-L-serine.

One table from a word and a residue to a PSI-MOD term, read both ways. It holds what PSI-MOD has a
term for and nothing else: there is none for ubiquitin on an unknown residue, so ``ub`` says nothing
without one. A kind that has no word here is written as its CURIE.
"""

from pathport.terms import Terms

__all__ = ["modification", "token"]

ANY = ""
"""The residue of a general term, which does not tell the residue."""

MODIFICATIONS = {
    "ac": {
        ANY: "02078",
        "A": "00050",
        "C": "00646",
        "G": "00055",
        "K": "00064",
        "M": "00058",
        "S": "00647",
        "T": "01186",
        "V": "00063",
    },
    "adpr": {
        ANY: "02087",
        "C": "00178",
        "K": "01399",
        "N": "00236",
        "R": "00177",
        "S": "00242",
    },
    "cit": {"R": "00219"},
    "farn": {ANY: "00437", "C": "00111"},
    "gg": {ANY: "00441", "C": "00113"},
    "glcnac": {ANY: "00448", "N": "00831", "S": "00805", "T": "00806"},
    "gly": {ANY: "00693", "N": "00160", "S": "00002", "T": "00005"},
    "gpi": {ANY: "00818"},
    "gsh": {"C": "00234"},
    "hyd": {
        ANY: "00677",
        "D": "01926",
        "K": "00681",
        "L": "01410",
        "N": "01688",
        "P": "00678",
        "R": "00682",
        "Y": "00707",
    },
    "me": {ANY: "00427", "C": "00660", "H": "00661", "K": "00663", "Q": "00659", "R": "00658"},
    "me1": {ANY: "00599", "K": "00085", "R": "00414"},
    "me2": {ANY: "00429", "K": "00084", "R": "00783"},
    "me3": {ANY: "00430", "K": "00083"},
    "myr": {ANY: "00438", "C": "00312", "G": "00068", "K": "00087"},
    "nedd": {"K": "01150"},
    "nitro": {ANY: "00461", "W": "01351", "Y": "01352"},
    "ox": {ANY: "00675", "M": "00719"},
    "p": {
        ANY: "00696",
        "C": "00043",
        "D": "00042",
        "H": "00890",
        "K": "01931",
        "R": "00227",
        "S": "00046",
        "T": "00047",
        "Y": "00048",
    },
    "palm": {ANY: "00440", "C": "00115", "G": "00344", "K": "00086", "S": "00089", "T": "00088"},
    "pren": {ANY: "00703", "C": "01110"},
    "sno": {ANY: "02077", "C": "00235"},
    "succ": {ANY: "01029", "K": "01819"},
    "sulf": {ANY: "00695", "C": "00180", "S": "00366", "T": "00367", "Y": "00181"},
    "sumo": {"K": "01149"},
    "ub": {"K": "01148"},
}
"""PSI-MOD terms by word and residue (one letter), and for any residue the general one."""

TERMS = Terms(
    {
        (word, residue): f"mod:{number}"
        for word, terms in MODIFICATIONS.items()
        for residue, number in terms.items()
    }
)


def modification(token: str, residue: str = ANY) -> str | None:
    """The PSI-MOD term that a word means on a residue (one letter; empty where none is told)."""
    return TERMS.word((token, residue))


def token(kind: str) -> tuple[str, str] | None:
    """The word and residue that mean a PSI-MOD term; the residue is empty for a general one."""
    return TERMS.key(kind)
