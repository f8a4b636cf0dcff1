"""How often each kind of fact, and each word of the model's vocabularies, occurs in examples.

A kind of fact is a construct and a field, as a report counts them; the words are the members of the
enumerations, which the formats' tables have a row each for.
"""

import enum
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from pathport.model.facts import COLLECTIONS, PATHWAY, facts
from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.model.value import Field, fields_of

__all__ = ["LEAST_KIND", "LEAST_WORD", "Coverage", "kinds", "words"]

LEAST_KIND = 0.01
"""The share of the examples that each kind of fact occurs in, at the least."""
LEAST_WORD = 0.005
"""The same of each word: there are more of them, and a table's rows are read alike."""

NEVER = {
    "pathway quantities.rate_laws.parameters.constant": "a rate law's own parameter is constant",
    "pathway layout.ways.meets": "not drawn: a way that meets another way of its thing",
}
"""Kinds that the fields allow and no example has, each with the reason."""

CLASSES = {PATHWAY: Pathway} | {name: cls for name, (_, cls) in CONSTRUCTS.items()}


class Coverage:
    """In how many examples each kind and each word occurred."""

    def __init__(self, counted: Mapping[str, int] | None = None) -> None:
        self.counted = Counter(counted or {})
        """By kind or word, examples; all of them by an empty text."""

    @property
    def examples(self) -> int:
        return self.counted[""]

    def add(self, pathway: Pathway) -> None:
        """Counts one more example."""
        found = {f"{place.construct} {place.field}".strip() for place in facts(pathway)}
        self.counted.update({"", *found, *_words_in(pathway)})

    def share(self, name: str) -> float:
        """The share of the examples that hold it."""
        return self.counted[name] / self.examples if self.examples else 0.0

    def below(self, names: Iterable[str], least: float) -> list[str]:
        """Those that occur in less than this share of the examples, with their shares."""
        shares = {name: self.share(name) for name in names}
        return [f"{name}: {share:.2%}" for name, share in shares.items() if share < least]

    def table(self) -> Iterator[str]:
        """Every kind and word with its share, a line each, the rarest first."""
        yield f"{self.examples} examples"
        for name in sorted((*kinds(), *words()), key=lambda name: (self.counted[name], name)):
            yield f"{self.share(name):7.2%}  {name}"


def kinds() -> tuple[str, ...]:
    """Every kind of fact that the pathways of an example can have."""
    found = list(CONSTRUCTS)
    for construct, cls in CLASSES.items():
        found += [f"{construct} {name}" for name in _fields(cls, COLLECTIONS | {"id"})]
    return tuple(name for name in (*found, f"{PATHWAY} id") if name not in NEVER)


def _fields(cls: Any, skip: frozenset[str] = frozenset()) -> Iterator[str]:
    """The names of the fields that facts of this class have, those inside values after a dot."""
    for field in fields_of(cls):
        if field.name in skip:
            continue
        if not field.inline:
            yield field.name
        yield from (f"{field.name}.{inner}" for inner in _inside(field))


def _inside(field: Field) -> Iterator[str]:
    if field.inline:
        yield from _fields(field.type)
    elif field.keyed is not None and field.keyed.key in {it.name for it in fields_of(field.type)}:
        yield from _fields(field.type, frozenset({field.keyed.key, field.keyed.total}))


def words() -> tuple[str, ...]:
    """Every member of every enumeration that a pathway's values are of."""
    enumerations: dict[str, type[enum.Enum]] = {}
    seen: set[type] = set()
    left: list[Any] = list(CLASSES.values())
    while left:
        cls = left.pop()
        if not isinstance(cls, type) or cls in seen:
            continue
        seen.add(cls)
        if issubclass(cls, enum.Enum):
            enumerations[cls.__name__] = cls
        elif issubclass(cls, msgspec.Struct):
            left += [field.type for field in fields_of(cls)]
    return tuple(_word(it) for name in sorted(enumerations) for it in enumerations[name])


def _word(member: enum.Enum) -> str:
    return f"{type(member).__name__}.{member.name}"


def _words_in(value: Any) -> Iterator[str]:
    if isinstance(value, enum.Enum):
        yield _word(value)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _words_in(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _words_in(item)
