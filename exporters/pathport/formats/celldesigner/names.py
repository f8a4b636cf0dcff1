"""Names as CellDesigner spells them in its elements: words between underscores for what it escapes.

On reading all of its words are understood; on writing only a line break is spelled so, and an
underscore where the text would be taken for such a word. CellDesigner Extension Tag Specification,
character encoding.
"""

import re

__all__ = ["decoded", "encoded"]

GREEK = {
    name: (chr(0x391 + at), chr(0x3B1 + at))
    for name, at in {
        "alpha": 0, "beta": 1, "gamma": 2, "delta": 3, "epsilon": 4, "zeta": 5, "eta": 6,
        "theta": 7, "iota": 8, "kappa": 9, "lambda": 10, "mu": 11, "nu": 12, "xi": 13,
        "omicron": 14, "pi": 15, "rho": 16, "sigma": 18, "tau": 19, "upsilon": 20, "phi": 21,
        "chi": 22, "psi": 23, "omega": 24,
    }.items()
}  # fmt: skip
"""The capital and small letter of each name; between them Unicode counts a final sigma."""

WORDS = {
    "underscore": "_",
    "br": "\n",
    "BR": "\n",
    "plus": "+",
    "minus": "-",
    "slash": "/",
    "space": " ",
    **{name: small for name, (_, small) in GREEK.items()},
    **{name.capitalize(): capital for name, (capital, _) in GREEK.items()},
}

PLAIN = str.maketrans("", "")
SCRIPTS = {
    "super": str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ"),
    "sub": str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋"),
    "endsuper": PLAIN,
    "endsub": PLAIN,
}
"""What each of these words does to the characters after it."""

WORD = re.compile(f"_({'|'.join((*WORDS, *SCRIPTS))})_")


def decoded(text: str) -> str:
    """The name that is meant; what is raised or lowered and has no such character stands as it is.

    >>> decoded("Ca_super_2_plus__endsuper_")
    'Ca²⁺'
    """
    if "_" not in text:
        return text
    told: list[str] = []
    script, at = PLAIN, 0
    for found in WORD.finditer(text):
        told.append(text[at : found.start()].translate(script))
        script = SCRIPTS.get(found[1], script)
        told.append(WORDS.get(found[1], "").translate(script))
        at = found.end()
    return "".join((*told, text[at:].translate(script)))


def encoded(text: str) -> str:
    """The name as it is written, which reads back as it is."""
    spelled = text if decoded(text) == text else text.replace("_", "_underscore_")
    return spelled.replace("\n", "_br_")
