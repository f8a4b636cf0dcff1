"""Ids: which are legal, how one is made from a foreign id or from a spelling, and how clashes end.

An id is an SBML Level 3 SId (section 3.1.7) that no format reserves, so that every format takes it
unchanged. What is derived here depends on contents alone, never on the order of a document's parts.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

__all__ = [
    "Ids",
    "Nearest",
    "control_id",
    "influence_id",
    "is_legal_id",
    "legal_id",
    "numbered",
    "process_id",
    "spelled_id",
]

LEGAL = re.compile(r"(?!(?i:xml|default\Z))(?!(?:and|or|not)\Z)[A-Za-z_][A-Za-z0-9_]*")
LONGEST = 100
"""A derived id is cut here; what then clashes is numbered."""

COUNT = re.compile(r"(?<![A-Za-z0-9_])([0-9]+)\*")
GREEK = re.compile(r"GREEK (?:SMALL|CAPITAL) LETTER (?:FINAL )?(\w+)")

ALIKE = 0.6
SHORT = 3
"""Names as short as this are alike where one character differs."""
MOST_COMPARED = 2000
MOST_SUGGESTED = 50
"""So many names are compared with a wrong one, and so many wrong ones get a suggestion."""


def is_legal_id(text: str) -> bool:
    """Whether this is an SBML SId that neither XML and SBML reserve nor a gate's words are."""
    return LEGAL.fullmatch(text) is not None


def legal_id(text: str) -> str:
    """The legal id that stands for a foreign one: a legal one is its own, Greek is spelled out.

    Different texts may give one id; see ``numbered``.
    """
    if is_legal_id(text):
        return text
    spelled = text if text.isascii() else "".join(map(ascii_of, text))
    plain = re.sub(r"[^A-Za-z0-9_]+", "_", spelled).strip("_")
    return plain if is_legal_id(plain) else f"_{plain}"


def spelled_id(spelling: str) -> str:
    """The id of a species by its normal spelling: ``CXCL12:CXCR4@pm`` gives ``CXCL12_CXCR4_pm``.

    ``2*STAT3{pY705}@nuc`` gives ``x2_STAT3_pY705_nuc``, ``!pY705`` gives ``not_pY705``.
    """
    return cut(legal_id(readable(spelling)))


def control_id(effect: str, *, target: str | None, sources: str) -> str:
    """The id of a control: ``E01_inhibition_plerixafor_ec``; ``sources`` is the gate in ids.

    What is controlled stands first, of an influence too: ``growth_stimulation_A`` is the
    stimulation of growth by A. Where a control has no id of its own, it always gets this one.
    """
    return cut(legal_id(readable(" ".join(filter(None, (target, effect, sources))))))


def influence_id(source: str, effect: str, target: str) -> str:
    """The id of what one species does to another: ``CXCL12_activates_CXCR4``."""
    return cut(legal_id(readable(f"{source} {effect} {target}")))


def process_id(kind: str, spelling: str) -> str:
    """The id of a process by its type and what it makes: ``binding_CXCL12_CXCR4_pm``."""
    return cut(legal_id(f"{kind} {readable(spelling)}"))


def numbered(wanted: Mapping[str, str], taken: Iterable[str]) -> dict[str, str]:
    """Ids for keys that want one, in the order of the keys; a clash gets ``_2``, ``_3``, ...

    Case is ignored; no id equals one of ``taken``.
    """
    return Ids(taken).numbered(wanted)


class Ids:
    """Ids that are taken; each new one is taken too. Case is ignored."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = {name.lower() for name in taken}
        self._next: dict[str, int] = {}

    def new(self, wanted: str) -> str:
        """An id that nothing has: the one wanted, or with ``_2``, ``_3``, ... behind it."""
        base, name = wanted.lower(), wanted
        while name.lower() in self._taken:
            number = self._next.get(base, 2)
            self._next[base] = number + 1
            name = f"{wanted}_{number}"
        self._taken.add(name.lower())
        return name

    def numbered(self, wanted: Mapping[str, str]) -> dict[str, str]:
        """Ids for keys that want one, in the order of the keys."""
        return {key: self.new(wanted[key]) for key in sorted(wanted)}


def readable(spelling: str) -> str:
    """The spelling with words in the place of the signs that say something."""
    return COUNT.sub(r"x\1_", spelling.replace("!", " not "))


def cut(name: str) -> str:
    """The id, not longer than derived ids may be."""
    return name[:LONGEST].rstrip("_") or name


@cache
def ascii_of(sign: str) -> str:
    """What stands for one character in an id: ``é`` is e, ``β`` is beta, others their number."""
    if sign.isascii():
        return sign
    if greek := GREEK.match(unicodedata.name(sign, "")):
        return greek[1].lower()
    plain = unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode()
    return plain or (f"_u{ord(sign):X}_" if sign.isalnum() else "_")


def is_one_off(word: str, name: str) -> bool:
    """Whether a short word differs from a name of its length in one character."""
    return 2 <= len(word) == len(name) <= SHORT and sum(map(str.__ne__, word, name)) == 1


class Nearest:
    """Finds the name that was probably meant, in a bounded time however many there are."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)
        self.left = MOST_SUGGESTED

    def to(self, word: str) -> str | None:
        """The name most like this word, or nothing."""
        if self.left == 0:
            return None
        self.left -= 1
        from difflib import get_close_matches

        by_lower = {name.lower(): name for name in self.alike(word)}
        found = get_close_matches(word[:LONGEST].lower(), by_lower, n=1, cutoff=ALIKE)
        found = found or [name for name in by_lower if is_one_off(word.lower(), name)]
        return by_lower[found[0]] if found else None

    def alike(self, word: str) -> tuple[str, ...]:
        """All names where they are few; else those that begin or end alike."""
        if len(self.names) <= MOST_COMPARED:
            return self.names
        head, tail = word[:2].lower(), word[-2:].lower()
        near = (
            name
            for name in self.names
            if abs(len(name) - len(word)) <= 3
            and (name[:2].lower() == head or name[-2:].lower() == tail)
        )
        return tuple(name for name, _ in zip(near, range(MOST_COMPARED), strict=False))

    def hint(self, word: str, otherwise: str) -> str:
        """``did you mean "..."?``, or else what to do otherwise."""
        name = self.to(word)
        return f'did you mean "{name}"?' if name else otherwise
