"""A vocabulary table that is written once and read both ways, so that writer and reader agree."""

from collections.abc import Hashable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Generic, TypeVar

__all__ = ["Terms"]

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", bound=Hashable)

NOTHING: Mapping[Any, Any] = MappingProxyType({})


class Terms(Generic[K, V]):
    """What a format calls each key: ``word`` gives the word, ``key`` reads it back.

    ``also`` maps words that are read and never written. ``coarse`` maps keys that have no word of
    their own to a more general one, which reads back as another key: said coarsely.

    :raises ValueError: at import, if two keys share a word or a word of ``also`` is one already.
    """

    def __init__(
        self,
        words: Mapping[K, V],
        *,
        also: Mapping[V, K] = NOTHING,
        coarse: Mapping[K, V] = NOTHING,
    ) -> None:
        self._key: dict[V, K] = {word: key for key, word in words.items()}
        if len(self._key) < len(words):
            raise ValueError("two keys share a word")
        if self._key.keys() & also.keys():
            raise ValueError("a word of `also` is written already")
        if words.keys() & coarse.keys():
            raise ValueError("a key of `coarse` has a word of its own")
        self._key.update(also)
        self._native: dict[K, V] = dict(words)
        self._word: dict[K, V] = {**words, **coarse}

    def __iter__(self) -> Iterator[tuple[K, V]]:
        """The rows that are said natively: key and word."""
        return iter(self._native.items())

    def word(self, key: K) -> V | None:
        """What the format calls this key, or nothing."""
        return self._word.get(key)

    def key(self, word: V) -> K | None:
        """What this word means, or nothing."""
        return self._key.get(word)
