"""What another program, or a person, may do to a file: change, remove, add, copy, reorder.

An edit knows no format, only whether the file is XML or a tree of JSON (which YAML can be written
as too). It never touches records, and a copy of an element takes the records on it along, as other
programs do.
"""

import copy
from collections.abc import Callable, Iterator

import hypothesis.strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from lxml import etree
from tests.laws.edits_of_trees import edited_tree
from tests.laws.strip import is_record, is_xml

__all__ = ["edited"]

ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
IDS = ("id", "metaid", ABOUT)
AROUND = frozenset({"records", "annotation"})
"""What stands around a record in the element that it is about."""
OVER = '"over":'
LINK = '"link":'
VALUES = ("edited", "7", "0.25", "p", "uniprot:P48061", "SBO:0000169", "INHIBITION", "pathport:{}")

Edit = Callable[[DrawFn, etree._Element, list[etree._Element]], None]


def remove(draw: DrawFn, element: etree._Element, alike: list[etree._Element]) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def repeat(draw: DrawFn, element: etree._Element, alike: list[etree._Element]) -> None:
    """The element a second time, as another thing."""
    other = copy.deepcopy(element)
    for inner in other.iter(etree.Element):
        for name in IDS:
            if name in inner.attrib:
                inner.set(name, f"{inner.get(name)}_copy")
    element.addnext(other)


def move(draw: DrawFn, element: etree._Element, alike: list[etree._Element]) -> None:
    """The element as the first of its like."""
    parent = element.getparent()
    if parent is not None:
        parent.insert(0, element)


def change_text(draw: DrawFn, element: etree._Element, alike: list[etree._Element]) -> None:
    texts = sorted({other.text for other in alike if other.text} | set(VALUES))
    element.text = draw(st.sampled_from(texts))


def change_attribute(draw: DrawFn, element: etree._Element, alike: list[etree._Element]) -> None:
    name = draw(st.sampled_from(sorted(map(str, element.attrib))))
    values = set(VALUES)
    if name not in IDS:
        values |= {str(other.get(name)) for other in alike if name in other.attrib}
    element.set(name, draw(st.sampled_from(sorted(values))))


def remove_attribute(draw: DrawFn, element: etree._Element, alike: list[etree._Element]) -> None:
    del element.attrib[draw(st.sampled_from(sorted(map(str, element.attrib))))]


def possible(element: etree._Element) -> Iterator[Edit]:
    """The edits that this element allows."""
    if element.text and element.text.strip():
        yield from (change_text, change_text)
    if element.attrib:
        yield change_attribute
        yield remove_attribute
    yield from (remove, remove, repeat, move)


def edited(content: bytes) -> SearchStrategy[bytes]:
    """The content of a file after one to three edits."""
    return edited_xml(content) if is_xml(content) else edited_tree(content)


@st.composite
def edited_xml(draw: DrawFn, content: bytes) -> bytes:
    """The content of an XML file after one to three edits.

    Most of them are made on or in elements that records stand on: there is most to go wrong.
    """
    root = etree.fromstring(content)
    for _ in range(draw(st.integers(1, 3))):
        elements = [it for it in root.iter(etree.Element) if it is not root]
        records = [it for it in elements if is_record(it)]
        inside = {inner for it in records for inner in it.iter(etree.Element)}
        there = [it for it in elements if it not in inside]
        if not there:
            break
        element = draw(_place(root, there, records))
        alike = [it for it in there if it.tag == element.tag]
        draw(st.sampled_from(list(possible(element))))(draw, element, alike)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


@st.composite
def _place(
    draw: DrawFn, root: etree._Element, there: list[etree._Element], records: list[etree._Element]
) -> etree._Element:
    """An element to edit: of any tag with the same chance, or one that has to do with a record.

    Those records count twice that stand over something native.
    """
    over = [it for it in records if OVER in _said_by(it) and LINK not in _said_by(it)]
    some = draw(st.sampled_from([over, over, records, []]))
    bearers = [it for it in dict.fromkeys(map(_bearer, some)) if it is not root]
    if bearers:
        inside = set(draw(st.sampled_from(bearers)).iter(etree.Element))
        return draw(st.sampled_from([it for it in there if it in inside]))
    tag = draw(st.sampled_from(sorted({str(it.tag) for it in there})))
    return draw(st.sampled_from([it for it in there if it.tag == tag]))


def _said_by(record: etree._Element) -> str:
    """The record itself: a text, or the value of an attribute."""
    return " ".join((record.text or "", *map(str, record.attrib.values())))


def _bearer(record: etree._Element) -> etree._Element:
    """The element that a record stands on."""
    return next(it for it in record.iterancestors() if etree.QName(it).localname not in AROUND)
