"""Whether an element of XML holds to a grammar: what is in it, in which order, attributes, types.

The grammars are tables of ``pathport.schemas``; ids and what names them are checked too, which many
validators leave out. What the elements mean is not known here, and which rules a format calls what
it breaks is the format's. XML Schema Part 1, 3.4 and 3.8; Part 2.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec
from lxml import etree

from pathport.rules import Rule

__all__ = ["FARTHEST", "Breach", "Codes", "breaches", "grammar", "local_name", "numbered"]

Grammar = Mapping[str, Any]

XML_ID = re.compile(r"[^\W\d][\w.\-\u00b7]*")
SID = "[A-Za-z_][A-Za-z0-9_]*"
DECIMAL = r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)"
NUMBER = r"[+-]?[0-9]+(\.[0-9]*)?([eE][+-]?[0-9]+)?"
FLOAT = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?|-?INF|NaN")
TYPES: Mapping[str, re.Pattern[str]] = {
    "float": FLOAT,
    "integer": re.compile(r"[+-]?[0-9]+"),
    "nonNegativeInteger": re.compile(r"\+?[0-9]+|-0+"),
    "hexBinary": re.compile(r"([0-9a-fA-F]{2})*"),
    "ID": XML_ID,
    "IDREF": XML_ID,
    "decimal": re.compile(DECIMAL),
    "nonNegativeDecimal": re.compile(DECIMAL.replace("[+-]?", r"\+?", 1)),
    "points": re.compile(rf"{NUMBER},{NUMBER}( {NUMBER},{NUMBER})*"),
    "extent": re.compile("0*[1-9][0-9]{0,4}"),
    "count": re.compile("0*[1-9][0-9]{0,8}"),
    "colour": re.compile("[0-9a-fA-F]{8}"),
    "SId": re.compile(SID),
    "SIds": re.compile(f"{SID}(,{SID})*"),
    "index": re.compile("-?[0-9]+,[0-9]+"),
    "turn": re.compile(r"[0-5](\.[0-9]*)?|6(\.[0-2][0-9]*)?"),
}
"""What a value of a type looks like; any other type is any text."""
SHOWN = 60
FARTHEST = 1e18
"""What no number of a point is beyond, so that what is computed of points is finite."""


class Codes(NamedTuple):
    """The rules of a format for what a grammar demands."""

    child: Rule
    order: Rule
    too_many: Rule
    missing_child: Rule
    attribute: Rule
    missing: Rule
    value: Rule
    text: Rule
    id: Rule
    id_twice: Rule
    dangling: Rule


class Breach(msgspec.Struct, frozen=True):
    """A breach of a rule: by which element, which number it has in the file, which place."""

    rule: Rule
    sentence: str
    element: etree._Element
    number: int
    at: tuple[int, int] | None = None
    """Line and column, if they are not those of the element."""
    lacking: str = ""
    """The element or attribute that it lacks."""


@cache
def grammar(name: str) -> Grammar:
    """The grammar of this name, as ``pathport.schemas`` has it."""
    from importlib.resources import files

    text = files("pathport.schemas").joinpath(f"{name}.json").read_bytes()
    found: Grammar = msgspec.json.decode(text)
    return found


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def numbered(root: etree._Element) -> Mapping[etree._Element, int]:
    """The number of each element of a file."""
    return {it: n for n, it in enumerate(root.iter(etree.Element))}


def breaches(
    root: etree._Element,
    name: str,
    codes: Codes,
    *,
    kind: str = "",
    numbers: Mapping[etree._Element, int] | None = None,
) -> Iterator[Breach]:
    """All breaches of the grammar of this name in an element, in document order.

    The element is the grammar's root, or of this ``kind``; ``numbers`` are those of the file's
    elements, where the element is not the root of the file.
    """
    walk = _Walk(grammar(name), root, codes, numbered(root) if numbers is None else numbers)
    yield from sorted(walk.breaches(kind), key=lambda it: it.number)


class _Walk:
    """An element beside its grammar, with what was found so far."""

    def __init__(
        self,
        rules: Grammar,
        root: etree._Element,
        codes: Codes,
        numbers: Mapping[etree._Element, int],
    ) -> None:
        self.rules = rules
        self.space = f"{{{rules['namespace']}}}"
        self.root = root
        self.codes = codes
        self.numbers = numbers
        self.ids: dict[str, etree._Element] = {}
        self.named: list[tuple[str, str, etree._Element]] = []
        self.found: list[Breach] = []

    def breaches(self, kind: str) -> list[Breach]:
        """All that are found, once the whole element was gone through."""
        self._element(self.root, kind or self.rules["root"])
        for name, id_, element in self.named:
            if id_ not in self.ids:
                self._tell(self.codes.dangling, f'{name}="{id_}" names nothing', element)
        return self.found

    def _tell(self, rule: Rule, sentence: str, element: etree._Element, lacking: str = "") -> None:
        number = self.numbers[element]
        self.found.append(Breach(rule, sentence, element, number, lacking=lacking))

    def _element(self, element: etree._Element, kind: str) -> None:
        told = self.rules["elements"][kind]
        self._attributes(element, told.get("attributes", {}))
        if told.get("any"):
            return
        text = told.get("text")
        if isinstance(text, str | list) and not _fits((element.text or "").strip(), text):
            shown = (element.text or "").strip()[:SHOWN]
            sentence = f'the text "{shown}" of {local_name(element)} is {_expected(text)}'
            self._tell(self.codes.value, sentence, element)
        if not text:
            texts = [element.text, *[it.tail for it in element]]
            stray = next((it for it in texts if it and not it.isspace()), None)
            if stray is not None:
                sentence = f'the text "{stray.strip()[:SHOWN]}" stands in {local_name(element)}'
                self._tell(self.codes.text, sentence, element)
        self._content(element, told.get("content", ()))

    def _attributes(self, element: etree._Element, known: Mapping[str, Any]) -> None:
        given = {str(name): str(value) for name, value in element.items()}
        for name, value in given.items():
            if name in known:
                self._value(element, name, value, known[name])
            elif not name.startswith("{http://www.w3.org/"):
                sentence = f"{local_name(element)} may not have the attribute {name}"
                self._tell(self.codes.attribute, sentence, element)
        for name, told in known.items():
            if name not in given and told.get("required"):
                sentence = f"{local_name(element)} lacks its {name}"
                self._tell(self.codes.missing, sentence, element, name)

    def _value(
        self, element: etree._Element, name: str, value: str, told: Mapping[str, Any]
    ) -> None:
        type_ = told["type"]
        if type_ in ("ID", "IDREF") and not XML_ID.fullmatch(value):
            self._tell(self.codes.id, f'{name}="{value[:SHOWN]}" is no XML id', element)
        elif not _fits(value, type_):
            sentence = f'{name}="{value[:SHOWN]}" is {_expected(type_)}'
            self._tell(self.codes.value, sentence, element)
        if type_ == "ID" and self.ids.setdefault(value, element) is not element:
            self._tell(self.codes.id_twice, f'{name}="{value}" is there twice', element)
        if type_ == "IDREF":
            self.named.append((name, value, element))

    def _content(self, element: etree._Element, items: Any) -> None:
        """What stands in an element, beside the items that may stand there in their order."""
        place = {self.space + name: n for n, (name, *_) in enumerate(items)}
        counts = [0] * len(items)
        ordered: list[tuple[int, etree._Element]] = []
        for inner in element.iterchildren(etree.Element):
            here = place.get(inner.tag)
            if here is None:
                sentence = f"{local_name(element)} holds <{local_name(inner)}>"
                self._tell(self.codes.child, sentence, inner)
                continue
            name, kind, _, most = items[here]
            counts[here] += 1
            ordered.append((here, inner))
            if most is not None and counts[here] == most + 1:
                sentence = f"{local_name(element)} holds more than {most} <{name}>"
                self._tell(self.codes.too_many, sentence, inner)
            self._element(inner, kind)
        self._order(element, ordered)
        for count, (name, _, least, _) in zip(counts, items, strict=True):
            if count < least:
                told = f"<{name}>" if least == 1 else f"{least} <{name}>"
                sentence = f"{local_name(element)} lacks {told}"
                self._tell(self.codes.missing_child, sentence, element, name)

    def _order(self, element: etree._Element, ordered: list[tuple[int, etree._Element]]) -> None:
        """Tells of as few elements as can be that would have to move, each with its place."""
        kept = _in_order([rank for rank, _ in ordered])
        ranks = [ordered[it][0] for it in kept]
        for n in sorted({*range(len(ordered))} - {*kept}):
            rank, inner = ordered[n]
            after = bisect_right(ranks, rank)
            near = local_name(ordered[kept[max(0, after - 1)]][1])
            place = f"{'after' if after else 'before'} <{near}>"
            sentence = f"<{local_name(inner)}> of {local_name(element)} belongs {place}"
            self._tell(self.codes.order, sentence, inner)


def _in_order(ranks: Sequence[int]) -> list[int]:
    """The numbers of as many ranks as can be of which none is below one before it; of as many the
    earlier ones.
    """
    tops: list[int] = []
    ends: list[int] = []
    after: dict[int, int] = {}
    for n in range(len(ranks) - 1, -1, -1):
        at = bisect_right(tops, -ranks[n])
        if at:
            after[n] = ends[at - 1]
        tops[at : at + 1] = [-ranks[n]]
        ends[at : at + 1] = [n]
    kept = ends[-1:]
    while kept and kept[-1] in after:
        kept.append(after[kept[-1]])
    return kept


def _fits(value: str, type_: Any) -> bool:
    if isinstance(type_, list):
        return value in type_
    if isinstance(type_, dict):
        return any(_fits(value, it) for it in type_["any of"])
    plain = " ".join(value.split())
    if type_ == "nonNegativeFloat":
        return FLOAT.fullmatch(plain) is not None and not plain.startswith("-")
    pattern = TYPES.get(type_)
    fits = pattern is None or pattern.fullmatch(plain) is not None
    if fits and type_ == "points":
        return all(abs(float(it)) <= FARTHEST for it in plain.replace(",", " ").split())
    return fits


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
        "decimal": "no number without exponent",
        "nonNegativeDecimal": "no number of 0 or more without exponent",
        "points": "no list of points",
        "extent": "no whole number of 1 or more",
        "count": "no whole number from 1 to 999999999",
        "colour": "no colour of eight hexadecimal digits",
        "SId": "no id",
        "SIds": "no list of ids",
        "index": "no two whole numbers",
        "turn": "no angle from 0 to 2 pi",
    }
    return words.get(type_, f"no {type_}")
