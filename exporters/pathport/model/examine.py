"""From a plain tree of mappings, lists and scalars to a document's entries, with all faults.

The fast way is tried first; only if it refuses is each value held against its declared type, so
that every unknown key and wrong value is named, and the rest can be read. Knows no file format.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec import inspect

from pathport.model import entry_rules as rules
from pathport.model.entries import Document
from pathport.model.faults import shown
from pathport.model.ids import Nearest
from pathport.model.rules import CHARACTERS
from pathport.model.slips import Path, Slip, Slips

__all__ = ["document_of"]

Tree = Any
"""What YAML and JSON can say: mapping with texts as keys, list, text, number, truth value, null."""

HALF = re.compile("[\ud800-\udfff]")

NOTHING = msgspec.UNSET
"""Stands where a value could not be used."""

STAND_INS = {
    "pathport": 1,
    "id": "_",
    "is": "0 -> 0",
    "by": "0",
    "between": (),
    "effect": "modulation",
}
"""What stands for a key that is needed and missing, so that the rest of its entry is examined."""

OWN_KEYS = {
    "is described by": "references",
    "has taxon": "organism",
}
"""Relations that are no identifier's, because the model has a key for them."""

INFINITE = frozenset(
    f"{sign}{word}" for sign in ("", "+", "-") for word in (".inf", "inf", "infinity")
)
"""How numbers are spelled that no value can be."""

NAMES = (
    (inspect.StrType, "a text"),
    (inspect.BoolType, "true or false"),
    (inspect.IntType, "a whole number"),
    (inspect.FloatType, "a number"),
    (inspect.NoneType, ""),
    (inspect.EnumType, "a word"),
    (inspect.LiteralType, ""),
    (inspect.VarTupleType, "a list"),
    (inspect.DictType, "a mapping"),
    (inspect.StructType, "a mapping"),
)
"""What a value of each type is called."""


def document_of(tree: Tree) -> tuple[Document | None, list[Slip]]:
    """The entries of a document and the faults of its form; no document if it is no mapping."""
    try:
        msgspec.json.encode(tree)  # fails for half characters, which no text can hold
        return msgspec.convert(tree, Document), []
    except (msgspec.ValidationError, UnicodeEncodeError, OverflowError, RecursionError):
        slips = Slips()
        kept = _Examiner(slips).kept(tree, inspect.type_info(Document), ())
        if kept is NOTHING:
            return None, slips.found
        return msgspec.convert(kept, Document), slips.found


class _Examiner:
    """Holds values against types; gives what can be kept and notes the rest."""

    def __init__(self, slips: Slips) -> None:
        self.slips = slips

    def kept(self, value: Tree, expected: inspect.Type, path: Path) -> Tree:
        if isinstance(value, str) and self.is_broken(value, path):
            return NOTHING
        options = [*_options(expected)]
        for option in options:
            if _takes(option, value):
                return self.checked(value, option, path)
        self.wrong(value, options, path)
        return NOTHING

    def is_broken(self, text: str, path: Path, *, at_key: bool = False) -> bool:
        """Whether a text has half a character; a fault of the model, told here."""
        broken = HALF.search(text) is not None
        if broken:
            told = f"{shown(text)} has half a character (a lone surrogate)"
            self.slips.add(CHARACTERS, path, told, at_key=at_key)
        return broken

    def checked(self, value: Tree, expected: inspect.Type, path: Path) -> Tree:
        if isinstance(expected, inspect.StructType):
            return self.mapping(value, expected, path)
        if isinstance(expected, inspect.DictType):
            return self.table(value, expected, path)
        if isinstance(expected, inspect.VarTupleType):
            items = (
                self.kept(item, expected.item_type, (*path, number))
                for number, item in enumerate(value)
            )
            return tuple(item for item in items if item is not NOTHING)
        if isinstance(expected, inspect.EnumType):
            return self.word(value, [str(member.value) for member in expected.cls], path)
        return value

    def mapping(self, value: dict[str, Tree], expected: inspect.StructType, path: Path) -> Tree:
        fields = {field.encode_name: field for field in expected.fields}
        found: dict[str, Tree] = {}
        for key, item in value.items():
            if self.is_broken(key, (*path, key), at_key=True):
                continue
            if key not in fields:
                self.unknown_key(key, fields, path)
            else:
                found[key] = self.kept(item, fields[key].type, (*path, key))
        for key, field in fields.items():
            if field.required and key not in value:
                told = f"the key {shown(key)} is missing"
                self.slips.add(rules.MISSING_KEY, path, told, at_key=True)
            if field.required and found.get(key, NOTHING) is NOTHING:
                if key not in STAND_INS:
                    return NOTHING
                found[key] = STAND_INS[key]
        return {key: item for key, item in found.items() if item is not NOTHING}

    def table(self, value: dict[str, Tree], expected: inspect.DictType, path: Path) -> Tree:
        found: dict[str, Tree] = {}
        for key, item in value.items():
            at = (*path, key)
            if self.is_broken(key, at, at_key=True):
                continue
            if isinstance(expected.key_type, inspect.EnumType):
                words = [str(member.value) for member in expected.key_type.cls]
                if self.word(key, words, at, at_key=True) is NOTHING:
                    continue
            kept = self.kept(item, expected.value_type, at)
            if kept is not NOTHING:
                found[key] = kept
        return found

    def word(self, value: str, words: list[str], path: Path, *, at_key: bool = False) -> Tree:
        if value in words:
            return value
        told = f"{shown(value)} is not known here: expected {_one_of(words)}"
        if value in OWN_KEYS:
            remedy = f"say it by {OWN_KEYS[value]}"
        else:
            remedy = Nearest(words).hint(value, rules.UNKNOWN_WORD.remedy)
        self.slips.add(rules.UNKNOWN_WORD, path, told, remedy=remedy, at_key=at_key)
        return NOTHING

    def unknown_key(self, key: str, fields: Iterable[str], path: Path) -> None:
        names = [*fields]
        told = f"the key {shown(key)} is not known here"
        remedy = Nearest(names).hint(key, f"expected {_one_of(names)}")
        self.slips.add(rules.UNKNOWN_KEY, (*path, key), told, remedy=remedy, at_key=True)

    def wrong(self, value: Tree, options: list[inspect.Type], path: Path) -> None:
        is_version = path == ("pathport",) and isinstance(value, (int, float, str))
        if is_version and not isinstance(value, bool):
            told = f"{value!r} is no version of the document's form: expected 1"
            self.slips.add(rules.VERSION, path, told)
            return
        names = dict.fromkeys(filter(None, map(_name, options)))
        told = f"expected {' or '.join(names)}, found {_told(value)}"
        remedy = rules.WRONG_TYPE.remedy
        number = ""
        if "a text" in names and isinstance(value, bool):
            remedy = f'put it in quotes: "{str(value).lower()}"'
        elif "a text" in names and isinstance(value, (int, float)):
            number = str(value)
            remedy = f'put it in quotes: "{number}"'
        elif "a number" in names and str(value).lower() in INFINITE:
            remedy = "numbers are finite; of quantities, `starts` has the formula INF for one"
        elif value is None:
            remedy = "write a value, or leave the key out"
        self.slips.add(rules.WRONG_TYPE, path, told, remedy=remedy, number=number)


def _options(expected: inspect.Type) -> Iterator[inspect.Type]:
    if isinstance(expected, inspect.Metadata):
        yield from _options(expected.type)
    elif isinstance(expected, inspect.UnionType):
        for option in expected.types:
            yield from _options(option)
    else:
        yield expected


def _takes(expected: inspect.Type, value: Tree) -> bool:
    """Whether a value is of the kind that the type is about, right or wrong in itself."""
    match expected:
        case inspect.StrType() | inspect.EnumType():
            return isinstance(value, str)
        case inspect.BoolType():
            return isinstance(value, bool)
        case inspect.IntType():
            small = isinstance(value, int) and -(1 << 63) <= value < 1 << 63
            return small and not isinstance(value, bool)
        case inspect.FloatType():
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        case inspect.LiteralType():
            return any(type(value) is type(one) and value == one for one in expected.values)
        case inspect.VarTupleType():
            return isinstance(value, (list, tuple))
        case inspect.DictType() | inspect.StructType():
            return isinstance(value, dict)
    return value is None and isinstance(expected, inspect.NoneType)


def _name(expected: inspect.Type) -> str:
    return next((name for cls, name in NAMES if isinstance(expected, cls)), "something else")


def _told(value: Tree) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    if isinstance(value, str):
        return f"the text {shown(value)}"
    return "a mapping" if isinstance(value, dict) else "a list"


def _one_of(words: list[str], most: int = 12) -> str:
    rest = f" or {len(words) - most} more" if len(words) > most else ""
    return ", ".join(words[:most]) + rest
