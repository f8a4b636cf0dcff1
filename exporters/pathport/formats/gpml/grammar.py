"""Whether a file holds to the grammar of its version: elements, their order, attributes, types.

The grammars are tables of ``pathport.schemas``, made from the published XML Schemas; ids and what
names them are checked too, which many validators leave out. What the elements mean is not known
here. GPML2013a.xsd, GPML2021.xsd; XML Schema Part 1, 3.4 and 3.8.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import msgspec
from lxml import etree

from pathport.formats.gpml import codes
from pathport.rules import Rule

__all__ = ["Breach", "breaches", "local_name"]

Grammar = Mapping[str, Any]

XML_ID = re.compile(r"[^\W\d][\w.\-\u00b7]*")
FLOAT = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?|-?INF|NaN")
TYPES: Mapping[str, re.Pattern[str]] = {
    "float": FLOAT,
    "integer": re.compile(r"[+-]?[0-9]+"),
    "nonNegativeInteger": re.compile(r"\+?[0-9]+|-0+"),
    "hexBinary": re.compile(r"([0-9a-fA-F]{2})*"),
    "ID": XML_ID,
    "IDREF": XML_ID,
}
SHOWN = 60


class Breach(msgspec.Struct, frozen=True):
    """A breach of a rule: by which element, which number it has in the file."""

    rule: Rule
    sentence: str
    element: etree._Element
    number: int


@cache
def grammar(name: str) -> Grammar:
    """The grammar of this name, as ``pathport.schemas`` has it."""
    from importlib.resources import files

    text = files("pathport.schemas").joinpath(f"{name}.json").read_bytes()
    found: Grammar = msgspec.json.decode(text)
    return found


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname


def breaches(root: etree._Element, name: str) -> Iterator[Breach]:
    """All breaches of the grammar of this name in a file with this root, in document order."""
    walk = _Walk(grammar(name), root)
    yield from sorted(walk.found(), key=lambda it: it.number)


class _Walk:
    """A file beside its grammar."""

    def __init__(self, rules: Grammar, root: etree._Element) -> None:
        self.rules = rules
        self.root = root
        self.numbers = {it: n for n, it in enumerate(root.iter(etree.Element))}
        self.ids: dict[str, etree._Element] = {}
        self.named: list[tuple[str, str, etree._Element]] = []

    def found(self) -> Iterator[Breach]:
        yield from self._element(self.root, self.rules["root"])
        for name, id_, element in self.named:
            if id_ not in self.ids:
                yield self._breach(codes.DANGLING, f'{name}="{id_}" names nothing', element)

    def _breach(self, rule: Rule, sentence: str, element: etree._Element) -> Breach:
        return Breach(rule, sentence, element, self.numbers[element])

    def _element(self, element: etree._Element, kind: str) -> Iterator[Breach]:
        told = self.rules["elements"][kind]
        yield from self._attributes(element, told.get("attributes", {}))
        if told.get("any"):
            return
        if not told.get("text"):
            texts = [element.text, *(it.tail for it in element)]
            stray = next((it for it in texts if it and it.strip()), None)
            if stray is not None:
                sentence = f'the text "{stray.strip()[:SHOWN]}" stands in {local_name(element)}'
                yield self._breach(codes.TEXT, sentence, element)
        yield from self._content(element, told.get("content", ()))

    def _attributes(self, element: etree._Element, known: Mapping[str, Any]) -> Iterator[Breach]:
        name = local_name(element)
        for attribute, value in element.items():
            called = str(attribute)
            if called.startswith("{http://www.w3.org/"):
                continue
            if called not in known:
                yield self._breach(codes.ATTRIBUTE, f"{name} has no {called}", element)
            else:
                yield from self._value(element, called, str(value), known[called])
        for attribute, told in known.items():
            if told.get("required") and attribute not in element.attrib:
                yield self._breach(codes.MISSING, f"{name} lacks its {attribute}", element)

    def _value(
        self, element: etree._Element, name: str, value: str, told: Mapping[str, Any]
    ) -> Iterator[Breach]:
        type_ = told["type"]
        if type_ in ("ID", "IDREF") and not XML_ID.fullmatch(value):
            yield self._breach(codes.ID, f'{name}="{value[:SHOWN]}" is no XML id', element)
        elif not _fits(value, type_):
            sentence = f'{name}="{value[:SHOWN]}" is {_expected(type_)}'
            yield self._breach(codes.VALUE, sentence, element)
        if type_ == "ID" and self.ids.setdefault(value, element) is not element:
            yield self._breach(codes.ID_TWICE, f'{name}="{value}" is there twice', element)
        if type_ == "IDREF":
            self.named.append((name, value, element))

    def _content(self, element: etree._Element, items: Any) -> Iterator[Breach]:
        """What stands in an element, beside the items that may stand there in their order."""
        place = {name: n for n, (name, *_) in enumerate(items)}
        counts = [0] * len(items)
        last = 0
        for inner in element.iterchildren(etree.Element):
            name = local_name(inner)
            own = etree.QName(inner).namespace == self.rules["namespace"]
            if not own or name not in place:
                sentence = f"{local_name(element)} holds <{name}>"
                yield self._breach(codes.CHILD, sentence, inner)
                continue
            here = place[name]
            counts[here] += 1
            if here < last:
                sentence = f"<{name}> stands after <{items[last][0]}> in {local_name(element)}"
                yield self._breach(codes.ORDER, sentence, inner)
            last = max(last, here)
            most = items[here][3]
            if most is not None and counts[here] == most + 1:
                sentence = f"{local_name(element)} holds more than {most} <{name}>"
                yield self._breach(codes.TOO_MANY, sentence, inner)
            yield from self._element(inner, items[here][1])
        for count, (name, _, least, _) in zip(counts, items, strict=True):
            if count < least:
                told = f"<{name}>" if least == 1 else f"{least} <{name}>"
                sentence = f"{local_name(element)} lacks {told}"
                yield self._breach(codes.MISSING_CHILD, sentence, element)


def _fits(value: str, type_: Any) -> bool:
    if isinstance(type_, list):
        return value in type_
    if isinstance(type_, dict):
        return any(_fits(value, it) for it in type_["any of"])
    plain = " ".join(value.split())
    if type_ == "nonNegativeFloat":
        return FLOAT.fullmatch(plain) is not None and not plain.startswith("-")
    pattern = TYPES.get(type_)
    return pattern is None or pattern.fullmatch(plain) is not None


def _expected(type_: Any) -> str:
    """What a value should have been."""
    if isinstance(type_, list):
        return f"none of {', '.join(type_)}"
    if isinstance(type_, dict):
        return " and ".join(_expected(it) for it in type_["any of"])
    words = {
        "float": "no number",
        "nonNegativeFloat": "no number of 0 or more",
        "integer": "no whole number",
        "nonNegativeInteger": "no whole number of 0 or more",
        "hexBinary": "no hexadecimal number",
    }
    return words.get(type_, f"no {type_}")
