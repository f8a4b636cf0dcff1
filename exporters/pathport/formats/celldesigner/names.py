"""Names as CellDesigner spells them: signs and Greek letters are words between underscores.

``_plus_`` is +, ``_alpha_`` is α, ``_br_`` a line's end, ``_super_2_plus__endsuper_`` is ²⁺. A word
that is none of these stands as it is; so does what is raised or lowered and has no such sign.
CellDesigner Extension Tag Specification, fourth edition.
"""

import re
from collections.abc import Sequence
from functools import partial

from pathport.terms import Terms

__all__ = ["SIGNS", "read_name", "written_name"]

UNDERSCORE = "_underscore_"
SMALL = (
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda",
    "mu", "nu", "xi", "omicron", "pi", "rho", "", "sigma", "tau", "upsilon", "phi", "chi", "psi",
    "omega",
)  # fmt: skip
"""The Greek letters in the order of Unicode, which has a second sigma before the usual one."""

SIGNS = Terms(
    {
        "+": "plus",
        "-": "minus",
        "/": "slash",
        " ": "space",
        "\n": "br",
        **{chr(0x3B1 + n): name for n, name in enumerate(SMALL) if name},
        **{chr(0x391 + n): name.capitalize() for n, name in enumerate(SMALL) if name},
    },
    also={"underscore": "_"},
)
"""The word for a sign; an underscore is written as one, unless it would begin a word."""

AS_IT_IS = "+-/ "
"""Signs that have a word, and are written as they are above and below no line."""

RAISED = dict(zip("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", strict=True))
LOWERED = dict(zip("0123456789+-=()aeoxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓᵦᵧᵨᵩᵪ", strict=True))
LEVELS = {"super": RAISED, "sub": LOWERED}
"""Signs above and below the line, by the word that begins them; ``end`` and that word ends them."""
WORDS = (*(word for _, word in SIGNS), "underscore", *LEVELS, *(f"end{it}" for it in LEVELS))
TOKEN = re.compile(f"_({'|'.join(WORDS)})_")
OF_LEVEL = {
    name: re.compile(f"[{''.join(map(re.escape, signs.values()))}]+")
    for name, signs in LEVELS.items()
}


def read_name(text: str) -> str:
    """The name that CellDesigner shows for a text of its file."""
    told = TOKEN.split(text)
    plain, words = told[::2], told[1::2]
    shown = plain[:1]
    at = 0
    while at < len(words):
        signs, end = LEVELS.get(words[at], {}), _end(words, at)
        inner = _signed(plain[at + 1 : end + 1], words[at + 1 : end])
        if signs and end < len(words) and signs.keys() >= set(inner):
            shown += [*map(signs.__getitem__, inner), plain[end + 1]]
            at = end + 1
        else:
            shown += [_sign_of(words[at]), plain[at + 1]]
            at += 1
    return "".join(shown)


def _end(words: Sequence[str], at: int) -> int:
    """Where the word stands that ends what this one begins, with signs alone between; or none."""
    if words[at] not in LEVELS:
        return at
    end = next((n for n in range(at + 1, len(words)) if SIGNS.key(words[n]) is None), len(words))
    return end if words[end : end + 1] == [f"end{words[at]}"] else len(words)


def _signed(plain: Sequence[str], words: Sequence[str]) -> str:
    signs = (*map(_sign_of, words), "")
    return "".join(text + sign for text, sign in zip(plain, signs, strict=False))


def _sign_of(word: str) -> str:
    return SIGNS.key(word) or f"_{word}_"


def written_name(name: str) -> str:
    """The text that CellDesigner shows as this name; its own files have many signs as they are."""
    text = _spelled(name, "_")
    return text if read_name(text) == name else _spelled(name, UNDERSCORE)


def _spelled(name: str, underscore: str) -> str:
    plain = "".join(underscore if it == "_" else it if it in AS_IT_IS else _sign(it) for it in name)
    for level, run in OF_LEVEL.items():
        plain = run.sub(partial(_lowered, level), plain)
    return plain


def _lowered(level: str, match: re.Match[str]) -> str:
    """Signs above or below the line as those on it, between words."""
    back = {sign: it for it, sign in LEVELS[level].items()}
    return f"_{level}_{''.join(_sign(back[it]) for it in match[0])}_end{level}_"


def _sign(sign: str) -> str:
    word = SIGNS.word(sign)
    return f"_{word}_" if word is not None else sign
