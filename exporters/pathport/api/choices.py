"""Options that have one of a few words for their value, which is checked alike for all of them."""

from collections.abc import Iterable

from pathport.api.rules import CHOICE
from pathport.errors import UnknownNameError

__all__ = ["one_of"]


def one_of(words: Iterable[str], word: str, option: str) -> str:
    """The word itself, if it is one of those that the option may have.

    :raises UnknownNameError: API009, if it is none of them.
    """
    known = list(words)
    if word not in known:
        expected = ", ".join(f'"{each}"' for each in known)
        sentence = f'{option} is "{word}": expected one of {expected}'
        raise UnknownNameError(CHOICE.finding(sentence))
    return word
