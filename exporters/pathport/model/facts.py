"""A pathway taken apart into facts, and built again from them: ``build(facts(p)) == p``.

A fact is a place and a value. Equality, digest, difference and the fidelity report rest on this
one view, so that they cannot disagree. What a field's facts look like follows from its declaration
(`pathport.model.value`): a scalar has one place; values of a set are keyed by their content; values
with a key are keyed by it, and their further fields are places of their own; values in an order
that counts are keyed by their number. A field at its default has no fact: silence is no statement.
"""

import enum
import functools
import hashlib
import operator
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

import msgspec

from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.model.things import Thing
from pathport.model.value import Field, Keyed, content_of, fields_of, value_of

__all__ = [
    "COLLECTIONS",
    "PATHWAY",
    "Facts",
    "Place",
    "Scalar",
    "build",
    "digest",
    "digest_of",
    "entries_of",
    "facts",
    "facts_about",
    "facts_of",
    "keys_in",
    "nested_key",
    "outer_key",
    "way_of",
]

Scalar = str | int | float | bool
PATHWAY = "pathway"
"""The construct of facts about the pathway as a whole; their id is empty."""
COLLECTIONS = frozenset(collection for collection, _ in CONSTRUCTS.values())
"""The fields of a pathway that hold its things."""
ID = frozenset({"id"})
NOTHING: Mapping[str, Iterable[Thing]] = MappingProxyType({})
SEPARATOR = "|"
"""Stands in a key between the key of a value and the key of a value inside it."""
SPECIAL = re.compile(r"([|\\])")
OUTER = re.compile(r"(?:[^|\\]|\\.)*", re.DOTALL)


class Place(NamedTuple):
    """Where a fact stands: ``species CXCR4_pm compartment``, ``process E01 inputs CXCR4_pm``."""

    construct: str
    id: str
    field: str
    key: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in self if part)


Facts = dict[Place, Scalar]
Entry = tuple[str, str, Scalar]
T = TypeVar("T", bound=msgspec.Struct)


def facts(pathway: Pathway) -> Facts:
    """Everything that a pathway says, place by place, in normal order."""
    found = facts_about(pathway)
    for construct, thing in pathway.things():
        found.update(facts_of(construct, thing))
    return found


def facts_about(pathway: Pathway) -> Facts:
    """The facts of the pathway as a whole, without those of the things in it."""
    told = _told(pathway, skip=COLLECTIONS)
    return {Place(PATHWAY, "", field, key): value for field, key, value in told}


def facts_of(construct: str, thing: Thing) -> Facts:
    """The facts of one thing; the first says that it is there."""
    id_ = thing.id
    return {Place(construct, id_, field, key): value for field, key, value in entries_of(thing)}


def entries_of(thing: Thing) -> list[Entry]:
    """The facts of one thing as field, key and value."""
    return [("", "", True), *_told(thing, skip=ID)]


def build(
    facts: Mapping[Place, Scalar], *, beside: Mapping[str, Iterable[Thing]] = NOTHING
) -> Pathway:
    """The pathway that has exactly these facts; and, by construct, these things as they are.

    :raises ValueError: if they are not the facts of a pathway: a thing has a fact and is not
        there, a field does not exist, a value is not of its field's type.
    """
    things: dict[tuple[str, str], Table] = defaultdict(lambda: defaultdict(dict))
    for (construct, id_, field, key), value in facts.items():
        things[construct, id_][field][key] = value
    about = things.pop((PATHWAY, ""), {})
    found = {CONSTRUCTS[construct][0]: [*known] for construct, known in beside.items()}
    for (construct, id_), table in things.items():
        if construct not in CONSTRUCTS:
            raise ValueError(f"no construct is called {construct!r}")
        if table.pop("", {}) != {"": True}:
            raise ValueError(f"{construct} {id_} has facts and is not there")
        collection, cls = CONSTRUCTS[construct]
        found.setdefault(collection, []).append(_built(cls, table, id=id_))
    return _built(Pathway, about, **{name: tuple(things) for name, things in found.items()})


def digest(pathway: Pathway) -> str:
    """A digest of all facts: equal exactly for equal pathways."""
    return digest_of(facts(pathway))


def digest_of(facts: Mapping[Place, Scalar], size: int = 16) -> str:
    """A digest of these facts, ``2 * size`` hexadecimal digits long, whatever their order."""
    told = hashlib.blake2b(digest_size=size)
    for place in sorted(facts):
        told.update(msgspec.json.encode((*place, facts[place])))
    return told.hexdigest()


def way_of(construct: str, field: str) -> tuple[Field, ...]:
    """The fields, outermost first, that lead to the place of a fact (``sources.inputs``).

    :raises ValueError: if there is no such field.
    """
    cls: Any = Pathway if construct == PATHWAY else CONSTRUCTS.get(construct, ("", None))[1]
    way: list[Field] = []
    for name in field.split("."):
        here = _named_fields(cls).get(name) if _is_struct(cls) else None
        if here is None:
            raise ValueError(f"{construct} has no field {field!r}")
        way.append(here)
        cls = here.type
    return tuple(way)


def outer_key(key: str) -> str:
    """Of the key of a fact inside a keyed value, the key of that value."""
    match = OUTER.match(key)
    return match.group() if match else key


def nested_key(*keys: str) -> str:
    """The key of a fact inside values that have these keys, the outermost first."""
    return SEPARATOR.join(map(_escaped, keys))


def keys_in(key: str) -> tuple[str, ...]:
    """The keys that `nested_key` makes one of, the outermost first."""
    outer = outer_key(key)
    inner = keys_in(key[len(outer) + 1 :]) if len(outer) < len(key) else ()
    return (_unescaped(outer), *inner)


# Taking apart


class _Walk(NamedTuple):
    """How the fields of a class are gone through: all values at once, then one by one."""

    values: Callable[[Any], tuple[Any, ...]]
    fields: tuple[tuple[Field, Any], ...]
    """Each field with its default."""


@functools.cache
def _walk(cls: type[msgspec.Struct], skip: frozenset[str]) -> _Walk:
    fields = tuple((field, field.default) for field in fields_of(cls) if field.name not in skip)
    names = [field.name for field, _ in fields]
    if len(names) < 2:  # the getter of one name gives no tuple
        return _Walk(lambda value: tuple(getattr(value, name) for name in names), fields)
    return _Walk(operator.attrgetter(*names), fields)


def _told(value: msgspec.Struct, *, skip: frozenset[str]) -> list[Entry]:
    told: list[Entry] = []
    _tell(told, value, skip=skip)
    return told


def _tell(
    told: list[Entry],
    value: msgspec.Struct,
    *,
    skip: frozenset[str] = frozenset(),
    at: str = "",
    within: str = "",
) -> None:
    """Adds what a value says; its keys begin with ``at``, its fields with ``within``."""
    values, fields = _walk(type(value), skip)
    for content, (field, default) in zip(values(value), fields, strict=True):
        if content is not default and content != default:
            _tell_field(told, field, content, at, within + field.name)


def _tell_field(told: list[Entry], field: Field, content: Any, at: str, name: str) -> None:
    if field.inline:
        _tell(told, content, at=at, within=f"{name}.")
    elif not field.many:
        told.append((name, at, _scalar(content)))
    elif field.ordered:
        for number, item in enumerate(content):
            told.append((name, _joined(at, f"{number:06d}"), _scalar(item)))
    elif field.keyed is not None:
        for item in content:
            _tell_keyed(told, field.keyed, item, at, name)
    else:
        told += [(name, _joined(at, content_of(item)), True) for item in content]


def _tell_keyed(told: list[Entry], keyed: Keyed, item: Any, at: str, name: str) -> None:
    stored = _is_stored(keyed, type(item))
    key = getattr(item, keyed.key)
    key = _joined(at, _escaped(key) if stored else key)
    told.append((name, key, getattr(item, keyed.total) if keyed.total else True))
    if stored:
        _tell(told, item, skip=_skipped(keyed), at=key, within=f"{name}.")


def _is_stored(keyed: Keyed, cls: type[msgspec.Struct]) -> bool:
    """Whether the key is one field among others; else it is made of all that the value says."""
    return keyed.key in _named_fields(cls)


@functools.cache
def _skipped(keyed: Keyed) -> frozenset[str]:
    return frozenset({keyed.key, keyed.total})


def _escaped(key: str) -> str:
    """A key in which no separator stands bare."""
    return SPECIAL.sub(r"\\\1", key) if SPECIAL.search(key) else key


def _unescaped(key: str) -> str:
    return re.sub(r"\\(.)", r"\1", key, flags=re.DOTALL)


def _joined(at: str, key: str) -> str:
    return f"{at}{SEPARATOR}{key}" if at else key


def _scalar(value: Any) -> Scalar:
    if isinstance(value, enum.Enum):
        return str(value.value)
    return content_of(value) if isinstance(value, msgspec.Struct) else value


# Building

Table = dict[str, dict[str, Scalar]]
"""The facts of one value: field, then key, then value."""


@functools.cache
def _named_fields(cls: type[msgspec.Struct]) -> dict[str, Field]:
    return {field.name: field for field in fields_of(cls)}


def _built(cls: type[T], table: Table, **known: Any) -> T:
    values = dict(known)
    for name, (here, below) in _by_field(table).items():
        field = _named_fields(cls).get(name)
        if field is None:
            raise ValueError(f"{cls.__name__} has no field {name!r}")
        inside = field.inline and below
        values[name] = _built(field.type, below) if inside else _content(field, here, below)
    try:
        return cls(**values)
    except TypeError as error:
        raise ValueError(str(error)) from error


def _by_field(table: Table) -> dict[str, tuple[dict[str, Scalar], Table]]:
    """For each field its own facts, and the facts of the fields inside it."""
    found: dict[str, tuple[dict[str, Scalar], Table]] = {}
    for name, entries in table.items():
        field, dot, rest = name.partition(".")
        here, below = found.setdefault(field, ({}, {}))
        if dot:
            below[rest] = entries
        else:
            here |= entries
    return found


def _content(field: Field, here: dict[str, Scalar], below: Table) -> Any:
    if not field.many:
        if here.keys() != {""}:
            raise ValueError(f"{field.name} has one value and no keys")
        return _value(field.type, here[""])
    if field.ordered:
        return tuple(_value(field.type, here[key]) for key in sorted(here))
    if field.keyed is None:
        return tuple(value_of(key, field.type) for key in here)
    if not _is_stored(field.keyed, field.type):
        return tuple(_counted(field, field.keyed, key, value) for key, value in here.items())
    return tuple(_keyed_items(field, field.keyed, here, _by_outer_key(below)))


def _counted(field: Field, keyed: Keyed, key: str, total: Scalar) -> Any:
    item = value_of(key, field.type)
    return msgspec.structs.replace(item, **_total(field, keyed, total))


def _keyed_items(
    field: Field, keyed: Keyed, here: dict[str, Scalar], below: dict[str, Table]
) -> Iterator[Any]:
    for key, value in here.items():
        known = {keyed.key: _unescaped(key), **_total(field, keyed, value)}
        yield _built(field.type, below.pop(key, {}), **known)
    if below:
        raise ValueError(f"{field.name} {sorted(below)[0]} has facts and is not there")


def _total(field: Field, keyed: Keyed, value: Scalar) -> dict[str, Scalar]:
    if not keyed.total:
        return {}
    hint = _named_fields(field.type)[keyed.total].type
    return {keyed.total: msgspec.convert(value, hint)}


def _by_outer_key(below: Table) -> dict[str, Table]:
    """The facts inside keyed values, apart for each of them, with what is left of their keys."""
    tables: dict[str, Table] = defaultdict(lambda: defaultdict(dict))
    for name, entries in below.items():
        for key, value in entries.items():
            outer = outer_key(key)
            tables[outer][name][key[len(outer) + 1 :]] = value
    return tables


def _value(cls: Any, value: Scalar) -> Any:
    if _is_struct(cls):
        return value_of(str(value), cls)
    return msgspec.convert(value, cls)


def _is_struct(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, msgspec.Struct)
