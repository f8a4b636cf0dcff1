"""A network as a file of CX2: aspects in the order that readers want, counted and declared.

The descriptor first, then the counts, then what columns there are, then all that uses them; the
status last. An element is a line of its own. CX2; ndex-object-model, CXReader.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from pathport.formats.cx2.terms import ALIASES, BOOLEAN, DOUBLE, INTEGER, LIST, TEXT, VERSION

__all__ = ["columns_of", "spelled"]

ENCODE = msgspec.json.Encoder().encode
ASPECTS = (
    "attributeDeclarations",
    "networkAttributes",
    "nodes",
    "edges",
    "visualProperties",
    "nodeBypasses",
    "edgeBypasses",
    "visualEditorProperties",
)
"""The aspects of a network in their order."""
WITH_ALIASES = ("nodes", "edges")
NUMBERS: Mapping[str, str] = {"dimensions": INTEGER}
"""Columns of numbers that are no fractions."""

Element = Mapping[str, Any]


def spelled(aspects: Mapping[str, Sequence[Element]]) -> bytes:
    """The file with these aspects: ``networkAttributes`` is one element, of columns and values.

    Values stand under the names of their columns; aliases are put in their place here.
    """
    declared = dict(_declared(aspects))
    found: dict[str, Iterable[Element]] = {"attributeDeclarations": [declared], **aspects}
    for aspect in WITH_ALIASES:
        aliases = {it: alias for it, alias in ALIASES.items() if it in declared.get(aspect, {})}
        found[aspect] = [_with_aliases(it, aliases) for it in aspects.get(aspect, ())]
    listed = {aspect: list(found.get(aspect, ())) for aspect in ASPECTS}
    listed = {aspect: elements for aspect, elements in listed.items() if elements}
    counts = [{"name": it, "elementCount": len(elements)} for it, elements in listed.items()]
    fragments = [
        ENCODE({"CXVersion": VERSION, "hasFragments": False}),
        ENCODE({"metaData": counts}),
        *(_fragment(aspect, elements) for aspect, elements in listed.items()),
        ENCODE({"status": [{"success": True, "error": ""}]}),
    ]
    return b"[\n" + b",\n".join(fragments) + b"\n]\n"


def columns_of(elements: Iterable[Element]) -> set[str]:
    """The columns of nodes or edges."""
    return {column for element in elements for column in element["v"]}


def _fragment(aspect: str, elements: Iterable[Element]) -> bytes:
    return b"{%s:[\n%s\n]}" % (ENCODE(aspect), b",\n".join(map(ENCODE, elements)))


def _declared(aspects: Mapping[str, Sequence[Element]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The columns of each aspect, by what stands in them."""
    about = aspects.get("networkAttributes", ())
    yield "networkAttributes", dict(_columns(about, aliases={}))
    for aspect in WITH_ALIASES:
        values = [it["v"] for it in aspects.get(aspect, ())]
        columns = dict(_columns(values, aliases=ALIASES))
        if columns:
            yield aspect, columns


def _columns(
    values: Iterable[Element], aliases: Mapping[str, str]
) -> Iterator[tuple[str, dict[str, str]]]:
    types: dict[str, str] = {}
    for told in values:
        for column, value in told.items():
            if column not in types:
                types[column] = _type(column, value)
    for column in sorted(types):
        declared = {"d": types[column]}
        yield column, declared | ({"a": aliases[column]} if column in aliases else {})


def _type(column: str, value: Any) -> str:
    if isinstance(value, list):
        return LIST
    if isinstance(value, bool):
        return BOOLEAN
    if isinstance(value, int | float):
        return NUMBERS.get(column, DOUBLE)
    return TEXT


def _with_aliases(element: Element, aliases: Mapping[str, str]) -> dict[str, Any]:
    values = {aliases.get(column, column): value for column, value in element["v"].items()}
    return {**element, "v": values}
