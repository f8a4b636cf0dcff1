"""The ontology's table applied to a file: classes, properties, ranges, words, numbers, counts.

Each object is looked at once; what its class demands is worked out once a class. Nothing is known
here beyond ``biopax-level3.owl``; that its rules hold of what stands in the file, and that what
does not stand there is missing, is how the BioPAX validator and Paxtools take them.
"""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from pathport.findings import Finding, Location
from pathport.formats.biopax import codes
from pathport.formats.biopax.graph import Literal, Node, Ref, Stranger, Value
from pathport.formats.biopax.objects import Objects, quoted, tail
from pathport.formats.biopax.ontology import (
    Property,
    allowed_classes,
    allowed_values,
    are_disjoint,
    cardinality,
    fixed_value,
    inverse_functional,
    is_a,
    ontology,
    properties_of,
)

__all__ = ["CHECKS"]


LEXICAL = {
    "boolean": re.compile("true|false|0|1"),
    "float": re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN"),
    "int": re.compile(r"[+-]?\d+"),
    "string": re.compile(".*", re.DOTALL),
}
"""How XML Schema writes each datatype (Part 2, 3.2), less the blanks around it."""

INT_RANGE = range(-(2**31), 2**31)

NAMED = {"class": codes.UNKNOWN_CLASS, "property": codes.UNKNOWN_PROPERTY}

FOREIGN = {
    "class": "objects of class {name} are not BioPAX",
    "property": "the property {name} is not BioPAX",
    "attribute": "the attribute {name} is neither RDF nor BioPAX",
    "text": "the text {name} stands where only elements belong",
}


class Use(msgspec.Struct, frozen=True):
    """How objects of a class use a property."""

    property: Property
    classes: frozenset[str]
    words: tuple[str, ...]
    fixed: str
    most: int | None


class Demands(msgspec.Struct, frozen=True):
    """What a class demands of its objects: by property its use, and what may not be missing."""

    uses: dict[str, Use]
    least: dict[str, int]
    any_of: tuple[str, ...]


@cache
def demands(cls: str) -> Demands:
    """The demands of a class; none of one that BioPAX does not have."""
    names = properties_of(cls)
    least = {name: cardinality(cls, name)[0] for name in names}
    known = ontology().classes.get(cls)
    return Demands(
        uses={name: use(cls, name) for name in names},
        least={name: count for name, count in least.items() if count},
        any_of=known.any_of if known else (),
    )


def use(cls: str, name: str) -> Use:
    """How objects of a class use one of their properties."""
    return Use(
        property=ontology().properties[name],
        classes=allowed_classes(cls, name),
        words=allowed_values(cls, name),
        fixed=fixed_value(cls, name),
        most=cardinality(cls, name)[1],
    )


def strangers(o: Objects) -> Iterator[Finding]:
    """What BioPAX does not have: unknown names in its namespace, and foreign things."""
    for each in o.graph.strangers:
        if each.kind in FOREIGN:
            yield stranger(o, each)


def stranger(o: Objects, it: Stranger) -> Finding:
    """One thing that BioPAX does not have."""
    place = Location(path=o.path, line=it.line, subject=it.subject)
    if it.kind in NAMED and not it.name.startswith(("{", "http:", "https:", "urn:")):
        told = f'no {it.kind} of BioPAX Level 3 is called "{it.name}"'
        sentence = told if it.name else f'object "{tail(it.subject)}" has no class'
        return NAMED[it.kind].finding(sentence, place=place)
    return codes.FOREIGN.finding(FOREIGN[it.kind].format(name=quoted(it.name)), place=place)


def classes(o: Objects) -> Iterator[Finding]:
    """Objects of classes that are none for objects, and of classes that exclude each other."""
    for cls in ontology().never:
        for node in o.by_class.get(cls, ()):
            yield codes.TOO_GENERAL.finding(
                f"{o.named(node)} is of no class below {cls}", place=o.place(node)
            )
    for uri, others in o.graph.also.items():
        node = o.nodes[uri]
        for other in others:
            if are_disjoint(node.cls, other):
                yield codes.DISJOINT.finding(
                    f"{o.named(node)} is said to be a {other} too", place=o.place(node)
                )


def values(o: Objects) -> Iterator[Finding]:
    """Each value of each object against the use of its property."""
    for node in o.nodes.values():
        uses = demands(node.cls).uses
        for name, found in node.properties.items():
            known = uses.get(name)
            if known is not None:
                for value in found:
                    if isinstance(value, Ref):
                        yield from reference(o, node, name, known, value)
                    else:
                        yield from literal(o, node, name, known, value)
                if known.most is not None and len(found) > known.most:
                    yield from too_many(o, node, name, known)
            elif name in ontology().properties and node.cls in ontology().classes:
                yield codes.DOMAIN.finding(
                    f"{o.named(node)} has {name}, which a {node.cls} does not have",
                    place=o.place(node, name),
                )


def at(o: Objects, node: Node, value: Value) -> Location:
    """The place of one value."""
    return Location(path=o.path, line=value.line, subject=node.uri)


def expected(known: Use) -> str:
    """What a property's values are, in a sentence."""
    if known.property.datatype:
        return f"text of type {known.property.datatype}"
    least = [cls for cls in known.classes if not any(below(cls, it) for it in known.classes)]
    return " or ".join(sorted(least)) or "one of its words"


def below(cls: str, other: str) -> bool:
    """Whether a class is below another and not the same."""
    return cls != other and is_a(cls, other)


def reference(o: Objects, node: Node, name: str, known: Use, value: Ref) -> Iterator[Finding]:
    """A value that is an object: in the file, where an object belongs, and of an allowed class."""
    target = o.nodes.get(value.uri)
    if not known.classes:
        yield codes.RANGE.finding(
            f'{o.named(node)} has as {name} the object "{tail(value.uri)}", expected text',
            place=at(o, node, value),
            remedy="write the value as text",
        )
    elif target is None:
        yield codes.DANGLING.finding(
            f'{o.named(node)} has as {name} "{value.uri}", which is not in the file',
            place=at(o, node, value),
        )
    elif target.cls in ontology().classes and target.cls not in known.classes:
        yield codes.RANGE.finding(
            f"{o.named(node)} has as {name} {o.named(target)}, expected {expected(known)}",
            place=at(o, node, value),
        )


def literal(o: Objects, node: Node, name: str, known: Use, value: Literal) -> Iterator[Finding]:
    """A value that is text: where text belongs, of the words or the datatype that are allowed."""
    text, place = value.text.strip(), at(o, node, value)
    if known.classes:
        told = f"{o.named(node)} has as {name} the text {quoted(text)}, expected {expected(known)}"
        yield codes.RANGE.finding(told, place=place)
        return
    datatype = known.property.datatype or "string"
    words = known.words
    if words and text not in words:
        told = f"{o.named(node)} has {name} {quoted(text)}, expected {' or '.join(words)}"
        underlined = text.replace("_", "-") in words  # as Paxtools once wrote, and reads
        yield (codes.UNDERLINED if underlined else codes.ENUMERATION).finding(told, place=place)
    elif known.fixed and text != known.fixed:
        told = f"{o.named(node)} has {name} {quoted(text)}, expected {known.fixed} or none"
        yield codes.FIXED_VALUE.finding(told, place=place)
    elif not is_lexical(text, datatype):
        told = f"{o.named(node)} has {name} {quoted(text)}, which is no {datatype}"
        yield codes.DATATYPE.finding(told, place=place)
    if value.datatype not in ("", datatype):
        told = f"{name} of {o.named(node)} is declared as {value.datatype}, expected {datatype}"
        yield codes.DATATYPE_DECLARED.finding(told, place=place)


def is_lexical(text: str, datatype: str) -> bool:
    """Whether XML Schema takes a text as a value of this datatype."""
    if LEXICAL[datatype].fullmatch(text) is None:
        return False
    return datatype != "int" or (len(text) <= len("-2147483648") and int(text) in INT_RANGE)


def too_many(o: Objects, node: Node, name: str, known: Use) -> Iterator[Finding]:
    """More different values than a property may have."""
    found = {each.uri if isinstance(each, Ref) else each.text for each in node.values(name)}
    if known.most is not None and len(found) > known.most:
        yield codes.CARDINALITY_MAX.finding(
            f"{o.named(node)} has {len(found)} values of {name}, expected at most {known.most}",
            place=o.place(node, name),
        )


def missing(o: Objects) -> Iterator[Finding]:
    """Values that a class demands and an object lacks."""
    for cls, nodes in o.by_class.items():
        wanted = demands(cls)
        if wanted.least or wanted.any_of:
            for node in nodes:
                yield from lacking(o, node, wanted)


def lacking(o: Objects, node: Node, wanted: Demands) -> Iterator[Finding]:
    """What one object lacks."""
    for name, least in wanted.least.items():
        found = len(node.values(name))
        if found < least:
            yield codes.CARDINALITY_MIN.finding(
                f"{o.named(node)} has {found or 'no'} {name}, expected {least}",
                place=o.place(node),
            )
    if wanted.any_of and not any(node.values(name) for name in wanted.any_of):
        yield codes.EVIDENCE_EMPTY.finding(
            f"{o.named(node)} has none of {', '.join(wanted.any_of)}", place=o.place(node)
        )


def shared(o: Objects) -> Iterator[Finding]:
    """Objects that are the value of several by a property that allows one."""
    for name in sorted(inverse_functional()):
        rule = codes.COMPONENT_SHARED if name == "component" else codes.INVERSE_FUNCTIONAL
        domain = ontology().properties[name].domain
        for uri in {uri: None for cls in domain for it in o.of(cls) for uri in it.refs(name)}:
            node = o.nodes.get(uri)
            owners = o.users(node, name) if node else []
            if node and len(owners) > 1:
                told = f"{o.named(node)} is {name} of {len(owners)} objects: {o.listed(owners)}"
                yield rule.finding(told, place=o.place(node))


def symmetry(o: Objects) -> Iterator[Finding]:
    """Features that bind to one which binds to another, or to none."""
    for name, found in ontology().properties.items():
        for node in o.of(found.domain[0]) if found.symmetric else ():
            other = o.value(node, name)
            if other and node.uri not in other.refs(name):
                yield codes.SYMMETRIC.finding(
                    f"{o.named(node)} has {name} {o.named(other)}, which does not have it back",
                    place=o.place(node, name),
                )


CHECKS = (strangers, classes, values, missing, shared, symmetry)
"""What is asked of a file, in no order."""
