"""What is wrong with a network, aspect by aspect: order, counts, declarations, elements, style.

A breach is a rule, a sentence, and the way to the place in the file.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from pathport.formats.cx2 import codes
from pathport.formats.cx2.columns import fits
from pathport.formats.cx2.network import Network, Pairs, Way
from pathport.formats.cx2.style import properties_of, unfit
from pathport.formats.cx2.terms import LONG, NAME, TEXT, TYPES
from pathport.rules import Rule

__all__ = ["Breach", "breaches", "oddities"]

DECLARATIONS = "attributeDeclarations"
ATTRIBUTES = "networkAttributes"
STYLE = "visualProperties"
METADATA = "metaData"
STATUS = "status"
AFTER: Mapping[str, tuple[str, ...]] = {
    ATTRIBUTES: (DECLARATIONS,),
    "nodes": (DECLARATIONS,),
    "edges": (DECLARATIONS, "nodes"),
    "nodeBypasses": ("nodes",),
    "edgeBypasses": ("edges",),
}
"""What comes before an aspect, if it is there."""
SINGLE = (DECLARATIONS, ATTRIBUTES, STYLE)
MAPPINGS = frozenset({"PASSTHROUGH", "DISCRETE", "CONTINUOUS"})
MOST_METADATA = 2
SHOWN = 40


class Breach(NamedTuple):
    """A rule that a place in the file breaks, and how."""

    rule: Rule
    sentence: str
    way: Way


def breaches(tree: list[Any], network: Network) -> Iterator[Breach]:
    """Everything that is wrong with a file, aspect by aspect."""
    yield from _fragments(tree)
    names = [(number, name) for number, name, _ in network.fragments]
    yield from _order(names, is_whole=tree[0].get("hasFragments") is not True)
    yield from _metadata(names)
    yield from _status(names, network)
    yield from _counts(network)
    yield from _single(network)
    yield from _declared(network)
    yield from _attributes(network)
    ids = {"nodes": set[int](), "edges": set[int]()}
    for aspect, known in ids.items():
        columns = _Columns(network.declarations.get(aspect, {}))
        for way, element in network.elements(aspect):
            if isinstance(element, dict):
                yield from _element(element, way, known)
                yield from columns.breaches(element.get("v"), (*way, "v"))
    yield from _ends(network, ids["nodes"])
    yield from _style(network)
    for aspect, of in (("nodeBypasses", "nodes"), ("edgeBypasses", "edges")):
        for way, element in network.elements(aspect):
            id_ = element.get("id") if isinstance(element, dict) else None
            if id_ not in ids[of]:
                yield Breach(codes.BYPASS, f"the id {_shown(id_)} is none of {of}", way)


def oddities(network: Network) -> Iterator[Breach]:
    """What Cytoscape takes and users stumble over."""
    for vertex in network.nodes.values():
        if not vertex.values.get(NAME):
            yield Breach(codes.NO_NAME, f"the node {vertex.number} has no name", vertex.way)
        if vertex.at is None:
            yield Breach(codes.NO_PLACE, f"the node {vertex.number} has no place", vertex.way)
    for edge in network.edges:
        if not edge.values.get("interaction"):
            sentence = f"the edge {edge.number} tells no interaction"
            yield Breach(codes.NO_INTERACTION, sentence, edge.way)
    yield from _unfit_properties(network)
    if not network.nodes:
        yield Breach(codes.NO_NODE, "the network has no nodes", ())
    if not any(name == STYLE for _, name, _ in network.fragments):
        yield Breach(codes.NO_STYLE, "the network has no style", ())


def _unfit_properties(network: Network) -> Iterator[Breach]:
    """Visual properties that are none, or have no value of their kind."""
    for way, element in network.elements(STYLE):
        for part, (name, value, where) in properties_of(element, way):
            yield from _unfit(part, name, value, where)
    for aspect, part in (("nodeBypasses", "node"), ("edgeBypasses", "edge")):
        for way, element in network.elements(aspect):
            values = element.get("v")
            for name, value in values.items() if isinstance(values, dict) else ():
                yield from _unfit(part, name, value, (*way, "v", name))


def _unfit(part: str, name: str, value: Any, way: Way) -> Iterator[Breach]:
    wrong = unfit(part, name, value)
    if wrong:
        given = "" if value is None else f", not {_shown(value)}"
        told = f"{name} {wrong}{given if wrong.startswith('takes') else ''}"
        yield Breach(codes.STYLE, told, way)


def _shown(value: Any) -> str:
    return msgspec.json.encode(value).decode()[:SHOWN]


# The file


def _fragments(tree: list[Any]) -> Iterator[Breach]:
    if not isinstance(tree[0].get("hasFragments"), bool):
        told = "the descriptor does not tell whether there are fragments"
        yield Breach(codes.DESCRIPTOR, told, (0,))
    for number, fragment in enumerate(tree[1:], 1):
        if not isinstance(fragment, dict) or len(fragment) != 1:
            found = f"{len(fragment)} keys" if isinstance(fragment, dict) else "no object"
            yield Breach(codes.FRAGMENT, f"the element {number} of the file has {found}", (number,))
            continue
        ((name, elements),) = fragment.items()
        if not isinstance(elements, list):
            yield Breach(codes.FRAGMENT, f'the aspect "{name}" is no list', (number, name))
            continue
        for index, element in enumerate(elements):
            if not isinstance(element, dict):
                told = f'{_shown(element)} in "{name}" is no object'
                yield Breach(codes.FRAGMENT, told, (number, name, index))


def _order(names: list[tuple[int, str]], *, is_whole: bool) -> Iterator[Breach]:
    last = {name: number for number, name in names}
    seen: set[str] = set()
    for number, name in names:
        late = [it for it in AFTER.get(name, ()) if last.get(it, number) > number]
        for it in late:
            yield Breach(codes.ORDER, f'"{name}" comes before "{it}"', (number, name))
        if name in seen and is_whole and name not in (METADATA, STATUS):
            yield Breach(codes.REPEATED, f'"{name}" comes a second time', (number, name))
        seen.add(name)


def _metadata(names: list[tuple[int, str]]) -> Iterator[Breach]:
    order = [name for _, name in names if name != STATUS]
    places = [(n, number) for n, (number, name) in enumerate(names) if name == METADATA]
    for _, number in places[MOST_METADATA:]:
        told = f"metaData comes more than {MOST_METADATA} times"
        yield Breach(codes.METADATA, told, (number, METADATA))
    for n, number in places[:MOST_METADATA]:
        if n not in (0, len(order) - 1):
            told = "metaData stands between other aspects"
            yield Breach(codes.METADATA, told, (number, METADATA))


def _status(names: list[tuple[int, str]], network: Network) -> Iterator[Breach]:
    places = [number for number, name in names if name == STATUS]
    if not places:
        yield Breach(codes.STATUS, "the file ends without a status", ())
        return
    if len(places) > 1 or names[-1][1] != STATUS:
        yield Breach(codes.STATUS, "the status is not the last aspect", (places[0], STATUS))
    elements = [element for _, element in network.elements(STATUS)]
    if len(elements) != 1 or not isinstance(elements[0], dict):
        told = f"the status has {len(elements)} elements"
        yield Breach(codes.STATUS, told, (places[0], STATUS))
    elif elements[0].get("success") is not True or elements[0].get("error"):
        told = f"the status tells {_shown(elements[0])}"
        yield Breach(codes.STATUS, told, (places[0], STATUS))


def _counts(network: Network) -> Iterator[Breach]:
    found: Counter[str] = Counter()
    for _, aspect, elements in network.fragments:
        found[aspect] += len(elements)
    told = [(way, it) for way, it in network.elements(METADATA) if isinstance(it, dict)]
    before: set[tuple[str | int, str]] = set()
    for way, entry in told:
        name, count = entry.get("name"), entry.get("elementCount")
        if not isinstance(name, str):
            yield Breach(codes.COUNT, "metaData tells of an aspect without a name", way)
            continue
        if (way[0], name) in before:
            yield Breach(codes.COUNT, f'metaData tells of "{name}" twice', way)
        before.add((way[0], name))
        if count is None:
            yield Breach(codes.COUNT, f'metaData does not count the elements of "{name}"', way)
        elif count != found[name]:
            sentence = f'metaData counts {_shown(count)} of "{name}", there are {found[name]}'
            yield Breach(codes.COUNT, sentence, way)
    counted = {METADATA, STATUS, *(str(it.get("name")) for _, it in told)}
    for number, aspect, _ in network.fragments:
        if told and aspect not in counted:
            sentence = f'metaData does not tell of "{aspect}"'
            yield Breach(codes.COUNT, sentence, (number, aspect))


def _single(network: Network) -> Iterator[Breach]:
    for aspect in SINGLE:
        ways = [way for way, _ in network.elements(aspect)]
        if len(ways) > 1:
            yield Breach(codes.ONE_ELEMENT, f'"{aspect}" has {len(ways)} elements', ways[1])


# Columns


def _declared(network: Network) -> Iterator[Breach]:
    for way, element in network.elements(DECLARATIONS):
        for aspect, columns in element.items() if isinstance(element, dict) else ():
            if not isinstance(columns, dict):
                told = f'the columns of "{aspect}" are no object'
                yield Breach(codes.FRAGMENT, told, (*way, aspect))
                continue
            yield from _aliases(columns, (*way, aspect))
            for column, declared in columns.items():
                yield from _declaration(aspect, column, declared, (*way, aspect, column))
    yield from _declared_twice(network)


def _declared_twice(network: Network) -> Iterator[Breach]:
    """Columns that two elements declare, or one element twice, of which JSON keeps the last."""
    ways = [way for way, _ in network.elements(DECLARATIONS)]
    seen: set[tuple[str, str]] = set()
    for way, element in zip(ways, network.declared_as_written, strict=False):
        for aspect, columns in element if isinstance(element, Pairs) else ():
            for column, _ in columns if isinstance(columns, Pairs) else ():
                if (aspect, column) in seen:
                    told = f'the column "{column}" of "{aspect}" is declared twice'
                    yield Breach(codes.TWICE_DECLARED, told, (*way, aspect, column))
                seen.add((aspect, column))


def _aliases(columns: dict[str, Any], way: Way) -> Iterator[Breach]:
    seen: set[str] = set()
    for column, declared in columns.items():
        alias = declared.get("a") if isinstance(declared, dict) else None
        if alias is None:
            continue
        if not isinstance(alias, str) or alias in seen or alias in columns.keys() - {column}:
            told = f'the alias {_shown(alias)} of "{column}" is that of another column too'
            yield Breach(codes.ALIAS, told, (*way, column))
        seen.add(str(alias))


def _declaration(aspect: str, column: str, declared: Any, way: Way) -> Iterator[Breach]:
    if not isinstance(declared, dict):
        yield Breach(codes.COLUMN_TYPE, f'the column "{column}" is no object', way)
        return
    type_ = declared.get("d", TEXT)
    if not _is_type(type_):
        yield Breach(codes.COLUMN_TYPE, f'the type of "{column}" is {_shown(type_)}', way)
    elif "v" in declared and aspect != ATTRIBUTES and not fits(declared["v"], type_):
        told = f'the default {_shown(declared["v"])} of "{column}" is no {type_}'
        yield Breach(codes.VALUE, told, (*way, "v"))
    for key in ("a", "v") if aspect == ATTRIBUTES else ():
        if key in declared:
            told = f'the column "{column}" of the network has the key "{key}"'
            yield Breach(codes.NETWORK_COLUMN, told, (*way, key))


def _is_type(type_: Any) -> bool:
    return isinstance(type_, str) and type_.removeprefix("list_of_") in TYPES


class _Columns:
    """The columns of an aspect, by name and alias, with their types."""

    def __init__(self, declared: Mapping[str, dict[str, Any]]) -> None:
        self.types: dict[str, str] = {}
        self.aliases = [
            (column, told["a"])
            for column, told in declared.items()
            if isinstance(told.get("a"), str)
        ]
        for column, told in declared.items():
            type_ = told.get("d", TEXT)
            if _is_type(type_):
                alias = told.get("a")
                self.types |= {column: type_} | ({alias: type_} if isinstance(alias, str) else {})
            else:
                self.types[column] = ""

    def breaches(self, values: Any, way: Way) -> Iterator[Breach]:
        """What is wrong with the values of an element."""
        if values is None:
            return
        if not isinstance(values, dict):
            yield Breach(codes.VALUE, f"the values {_shown(values)} are no object", way)
            return
        for column, alias in self.aliases:
            if column != alias and column in values and alias in values:
                told = f'"{column}" and its alias "{alias}" both have a value'
                yield Breach(codes.TWICE_TOLD, told, (*way, column))
        for column, value in values.items():
            type_ = self.types.get(column)
            if type_ is None:
                told = f'the column "{column}" is not declared'
                yield Breach(codes.UNDECLARED, told, (*way, column))
            elif type_ and not fits(value, type_):
                told = f'{_shown(value)} in the column "{column}" is no {type_}'
                yield Breach(codes.VALUE, told, (*way, column))


def _attributes(network: Network) -> Iterator[Breach]:
    columns = _Columns(network.declarations.get(ATTRIBUTES, {}))
    for way, element in network.elements(ATTRIBUTES):
        yield from columns.breaches(element, way)


# Elements


def _element(element: dict[str, Any], way: Way, known: set[int]) -> Iterator[Breach]:
    id_ = element.get("id")
    if not fits(id_, LONG) or not isinstance(id_, int):
        yield Breach(codes.ELEMENT_ID, f"the id {_shown(id_)} is no integer of 64 bits", way)
    elif id_ in known:
        yield Breach(codes.ELEMENT_ID, f"the id {id_} is that of another one too", (*way, "id"))
    else:
        known.add(id_)
    places = [key for key in ("x", "y", "z") if key in element]
    wrong = [key for key in places if not _is_number(element[key])]
    if wrong or places not in ([], ["x", "y"], ["x", "y", "z"]):
        told = f"{wrong[0]} is no number" if wrong else f"{' and '.join(places)} stand alone"
        yield Breach(codes.PLACE, f"of the node {_shown(id_)}, {told}", way)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _ends(network: Network, nodes: set[int]) -> Iterator[Breach]:
    for way, element in network.elements("edges"):
        for key in ("s", "t") if isinstance(element, dict) else ():
            end = element.get(key)
            if not isinstance(end, int) or end not in nodes:
                told = f"the edge {_shown(element.get('id'))} has no node {_shown(end)}"
                yield Breach(codes.EDGE, told, (*way, key))


# The style


def _style(network: Network) -> Iterator[Breach]:
    for way, element in network.elements(STYLE):
        for key, aspect in (("nodeMapping", "nodes"), ("edgeMapping", "edges")):
            mappings = element.get(key) if isinstance(element, dict) else None
            columns = network.declarations.get(aspect, {})
            for name, mapping in mappings.items() if isinstance(mappings, dict) else ():
                told = _mapping(mapping, columns)
                if told:
                    yield Breach(codes.MAPPING, f"{name} {told}", (*way, key, name))


def _mapping(mapping: Any, columns: Mapping[str, Any]) -> str:
    """What is wrong with a mapping, or nothing."""
    if not isinstance(mapping, dict) or mapping.get("type") not in MAPPINGS:
        return "has no mapping of a known type"
    definition = mapping.get("definition")
    if not isinstance(definition, dict):
        return "has no definition"
    column, type_ = definition.get("attribute"), definition.get("type")
    if column in columns or _is_type(type_):
        return ""
    return f"goes by the column {_shown(column)}, which is not declared"
