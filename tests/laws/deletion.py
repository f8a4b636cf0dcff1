"""The parts of an XML file, each of which can be taken out alone: elements, attributes, texts.

It knows no format. What stands between elements as blanks alone is no part.
"""

from collections.abc import Container, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from lxml import etree

__all__ = [
    "ELEMENT",
    "TAIL",
    "TEXT",
    "Part",
    "bearer_of",
    "hollow",
    "inside",
    "kind_of",
    "parts_of",
    "repeated",
    "shown",
    "without",
]

ELEMENT = ""
TEXT = "text()"
TAIL = "tail()"
"""The text after an element, which is its parent's."""


class Part(NamedTuple):
    """An element, or what of it is a part alone: a text, or an attribute by its name."""

    element: etree._Element
    what: str


def parts_of(root: etree._Element) -> Iterator[Part]:
    """All parts of a file but the root itself, in file order."""
    for element in root.iter(etree.Element):
        if element is not root:
            yield Part(element, ELEMENT)
        yield from _own_parts(element)
        if (element.tail or "").strip():
            yield Part(element, TAIL)


def _own_parts(element: etree._Element) -> Iterator[Part]:
    """What an element says beside the elements in it."""
    yield from (Part(element, str(name)) for name in element.attrib)
    if (element.text or "").strip():
        yield Part(element, TEXT)


def hollow(root: etree._Element, free: Container[Part]) -> Iterator[Part]:
    """The elements that hold nothing but parts that are free to go, and others such."""
    found: set[Part] = set()
    for element in reversed([*root.iter(etree.Element)]):
        inside = [it for it in _own_parts(element) if it not in free]
        inner = [Part(it, ELEMENT) for it in element.iterchildren(etree.Element)]
        if inner and not inside and all(it in free or it in found for it in inner):
            found.add(Part(element, ELEMENT))
    yield from found


def kind_of(part: Part) -> str:
    """The way of tags from the root to a part, with the local names alone."""
    way = [_local(it.tag) for it in (part.element, *part.element.iterancestors())]
    path = "/".join(reversed(way))
    if part.what in (ELEMENT, TEXT, TAIL):
        return f"{path}/{part.what}" if part.what else path
    return f"{path}/@{_local(part.what)}"


def _local(name: object) -> str:
    return str(name).rpartition("}")[2]


def bearer_of(part: Part) -> etree._Element:
    """The element that a part belongs to; of an element, the element itself."""
    parent = part.element.getparent() if part.what == TAIL else None
    return part.element if parent is None else parent


def shown(part: Part) -> str:
    """A part for people: its kind, and its line."""
    return f"{kind_of(part)} (line {part.element.sourceline})"


@contextmanager
def without(part: Part) -> Iterator[None]:
    """The tree that a part stands in, for the time being without it."""
    element, what = part
    if what == ELEMENT:
        parent, tail = element.getparent(), element.tail
        assert parent is not None
        at = parent.index(element)
        before = element.getprevious()
        bearer, name = (parent, "text") if before is None else (before, "tail")
        old = getattr(bearer, name)
        parent.remove(element)
        setattr(bearer, name, (old or "") + (tail or "") or None)
        yield
        setattr(bearer, name, old)
        parent.insert(at, element)
        element.tail = tail
    elif what in (TEXT, TAIL):
        name = what.removesuffix("()")
        old = getattr(element, name)
        setattr(element, name, None)
        yield
        setattr(element, name, old)
    else:
        attributes = dict(element.attrib)
        del element.attrib[what]
        yield
        element.attrib.clear()
        element.attrib.update(attributes)


def repeated(root: etree._Element) -> Iterator[etree._Element]:
    """The elements that say exactly what one beside them says."""
    for parent in root.iter(etree.Element):
        alike: dict[bytes, list[etree._Element]] = {}
        for child in parent.iterchildren(etree.Element):
            said = etree.tostring(child, method="c14n", with_tail=False)
            alike.setdefault(said, []).append(child)
        yield from (it for same in alike.values() if len(same) > 1 for it in same)


def inside(element: etree._Element) -> Iterator[Part]:
    """An element and all parts in it."""
    for it in element.iter(etree.Element):
        yield Part(it, ELEMENT)
        yield Part(it, TEXT)
        if it is not element:
            yield Part(it, TAIL)
        yield from (Part(it, str(name)) for name in it.attrib)
