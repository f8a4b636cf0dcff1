"""A pathway taken apart into facts, and built again from them: ``build(facts(p)) == p``.

A fact is a place and a value. Equality, digest, difference and the fidelity report rest on this
one view, so that they cannot disagree. What a field's facts look like follows from its declaration
(`pathport.model.value`): a scalar has one place; values of a set are keyed by their content; values
with a key are keyed by it, and their further fields are places of their own; values in an order
that counts are keyed by their number. A field at its default has no fact: silence is no statement.
"""

import enum
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

import msgspec

from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.model.things import Thing
from pathport.model.value import Field, Keyed, content_of, fields_of, value_of

__all__ = [
    "PATHWAY",
    "Facts",
    "Place",
    "Scalar",
    "build",
    "digest",
    "digest_of",
    "facts",
    "facts_of",
    "outer_key",
    "way_of",
]

Scalar = str | int | float | bool
PATHWAY = "pathway"
"""The construct of facts about the pathway as a whole; their id is empty."""
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
    found: Facts = {}
    collections = frozenset(collection for collection, _ in CONSTRUCTS.values())
    for field, key, value in _entries(pathway, skip=collections):
        found[Place(PATHWAY, "", field, key)] = value
    for construct, thing in pathway.things():
        found.update(facts_of(construct, thing))
    return found


def facts_of(construct: str, thing: Thing) -> Facts:
    """The facts of one thing; the first says that it is there."""
    found: Facts = {Place(construct, thing.id, ""): True}
    for field, key, value in _entries(thing, skip=frozenset({"id"})):
        found[Place(construct, thing.id, field, key)] = value
    return found


def build(facts: Mapping[Place, Scalar]) -> Pathway:
    """The pathway that has exactly these facts.

    :raises ValueError: if they are not the facts of a pathway: a thing has a fact and is not
        there, a field does not exist, a value is not of its field's type.
    """
    things: dict[tuple[str, str], Table] = defaultdict(lambda: defaultdict(dict))
    for (construct, id_, field, key), value in facts.items():
        things[construct, id_][field][key] = value
    about = things.pop((PATHWAY, ""), {})
    found: dict[str, list[Thing]] = defaultdict(list)
    for (construct, id_), table in things.items():
        if construct not in CONSTRUCTS:
            raise ValueError(f"no construct is called {construct!r}")
        if table.pop("", {}) != {"": True}:
            raise ValueError(f"{construct} {id_} has facts and is not there")
        collection, cls = CONSTRUCTS[construct]
        found[collection].append(_built(cls, table, id=id_))
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
        known = fields_of(cls) if _is_struct(cls) else ()
        here = next((f for f in known if f.name == name), None)
        if here is None:
            raise ValueError(f"{construct} has no field {field!r}")
        way.append(here)
        cls = here.type
    return tuple(way)


def outer_key(key: str) -> str:
    """Of the key of a fact inside a keyed value, the key of that value."""
    match = OUTER.match(key)
    return match.group() if match else key


# Taking apart


def _entries(value: msgspec.Struct, *, skip: frozenset[str], at: str = "") -> Iterator[Entry]:
    for field in fields_of(type(value)):
        if field.name in skip:
            continue
        content = getattr(value, field.name)
        if content != field.default:
            yield from _field_entries(field, content, at)


def _field_entries(field: Field, content: Any, at: str) -> Iterator[Entry]:
    if field.inline:
        for inner, key, value in _entries(content, skip=frozenset(), at=at):
            yield f"{field.name}.{inner}", key, value
    elif not field.many:
        yield field.name, at, _scalar(content)
    elif field.ordered:
        for number, item in enumerate(content):
            yield field.name, _joined(at, f"{number:06d}"), _scalar(item)
    elif field.keyed is not None:
        for item in content:
            yield from _keyed_entries(field.name, field.keyed, item, at)
    else:
        for item in content:
            yield field.name, _joined(at, content_of(item)), True


def _keyed_entries(name: str, keyed: Keyed, item: Any, at: str) -> Iterator[Entry]:
    stored = _is_stored(keyed, type(item))
    key = getattr(item, keyed.key)
    key = _joined(at, _escaped(key) if stored else key)
    yield name, key, getattr(item, keyed.total) if keyed.total else True
    if stored:
        for inner, inner_key, value in _entries(item, skip=_skipped(keyed), at=key):
            yield f"{name}.{inner}", inner_key, value


def _is_stored(keyed: Keyed, cls: type[msgspec.Struct]) -> bool:
    """Whether the key is one field among others; else it is made of all that the value says."""
    return any(field.name == keyed.key for field in fields_of(cls))


def _skipped(keyed: Keyed) -> frozenset[str]:
    return frozenset({keyed.key, keyed.total})


def _escaped(key: str) -> str:
    """A key in which no separator stands bare."""
    return SPECIAL.sub(r"\\\1", key)


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


def _built(cls: type[T], table: Table, **known: Any) -> T:
    inner = _inner_tables(table)
    values = dict(known)
    for field in fields_of(cls):
        here = table.get(field.name)
        below = inner.get(field.name)
        if field.inline and below is not None:
            values[field.name] = _built(field.type, below)
        elif here is not None or below is not None:
            values[field.name] = _content(field, here or {}, below or {})
    strangers = {name.partition(".")[0] for name in table} - {f.name for f in fields_of(cls)}
    if strangers:
        raise ValueError(f"{cls.__name__} has no field {sorted(strangers)[0]!r}")
    try:
        return cls(**values)
    except TypeError as error:
        raise ValueError(str(error)) from error


def _inner_tables(table: Table) -> dict[str, Table]:
    inner: dict[str, Table] = defaultdict(dict)
    for name, entries in table.items():
        field, dot, rest = name.partition(".")
        if dot:
            inner[field][rest] = entries
    return inner


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
    hint = next(f.type for f in fields_of(field.type) if f.name == keyed.total)
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
