"""What the same work costs elsewhere: libSBML's objects, pybiopax's, and lxml alone.

All write the content of pathport's native text. libSBML builds its objects from plain tuples, with
notes and annotations as ready texts, for it has no other call for Dublin Core; pybiopax writes the
objects that it has read before, whose making is not counted. lxml's parse of the bytes is what any
reader on top of it pays first.
"""

import io
from typing import Any

import libsbml
from lxml import etree

__all__ = [
    "Element",
    "events_of",
    "libsbml_read",
    "libsbml_written",
    "lxml_iterated",
    "lxml_parsed",
    "lxml_written",
    "parts_of",
    "pybiopax_read",
    "pybiopax_written",
]

Spaces = dict[str | None, str]
Element = tuple[str, dict[str, str], Spaces | None, str | None, str | None, list[Any]]
"""An element without an object: tag, attributes, new namespaces, text, tail, children."""

# libSBML

Part = tuple[str, str, dict[str, str], str, str, list[Any]]
"""An SBML element without an object: list that it is in, name, attributes, notes, annotation,
parts."""

FLAGS = frozenset({"constant", "boundaryCondition", "hasOnlySubstanceUnits", "reversible", "fast"})
NUMBERS = frozenset({"initialAmount", "size", "spatialDimensions", "stoichiometry"})
SETTERS = {"metaid": "setMetaId", "sboTerm": "setSBOTerm"}
CREATORS = {"listOfReactants": "createReactant", "listOfProducts": "createProduct"}
"""Where libSBML's calls are not named after the attribute or element."""


def libsbml_read(content: str) -> libsbml.SBMLDocument:
    """The object tree of a text."""
    return libsbml.readSBMLFromString(content)


def parts_of(content: bytes) -> Part:
    """The elements of a text as tuples, for `libsbml_written`."""
    return _part("", lxml_parsed(content).find("{*}model"))


def _part(within: str, element: Any) -> Part:
    notes = annotation = ""
    inner: list[Part] = []
    for child in element:
        name = etree.QName(child).localname
        if name == "notes":
            notes = _bare(child)
        elif name == "annotation":
            annotation = _bare(child)
        elif name != "listOfUnitDefinitions":
            inner += [_part(name, item) for item in child]
    attributes = {etree.QName(key).localname: value for key, value in element.attrib.items()}
    return within, etree.QName(element).localname, attributes, notes, annotation, inner


def _bare(element: Any) -> str:
    """The text of an element, without the namespaces that all of the file has."""
    start, end, rest = etree.tostring(element, encoding="unicode", with_tail=False).partition(">")
    return start.partition(" ")[0] + end + rest


def libsbml_written(model: Part) -> str:
    """The same elements as an object tree, and that as text."""
    spaces = libsbml.SBMLNamespaces(3, 1, "groups", 1)
    document = libsbml.SBMLDocument(spaces)
    document.setPackageRequired("groups", False)
    _build(document.createModel(), model)
    text: str = libsbml.writeSBMLToString(document)
    return text


def _build(element: Any, part: Part) -> None:
    _, _, attributes, notes, annotation, inner = part
    for key, value in attributes.items():
        name = SETTERS.get(key) or f"set{key[0].upper()}{key[1:]}"
        given = value == "true" if key in FLAGS else float(value) if key in NUMBERS else value
        getattr(element, name)(given)
    if notes:
        element.setNotes(notes)
    if annotation:
        element.setAnnotation(annotation)
    for child in inner:
        within, name = child[:2]
        owner = element.getPlugin("groups") if name == "group" else element
        create = CREATORS.get(within) or f"create{name[0].upper()}{name[1:]}"
        _build(getattr(owner, create.removesuffix("SpeciesReference"))(), child)


# pybiopax


def pybiopax_read(content: str) -> Any:
    """The objects of a text."""
    from pybiopax import model_from_owl_str

    return model_from_owl_str(content)


def pybiopax_written(model: Any) -> str:
    """Objects as text."""
    from pybiopax import model_to_owl_str

    text: str = model_to_owl_str(model)
    return text


# lxml


def lxml_parsed(content: bytes) -> Any:
    """The tree of a text."""
    return etree.fromstring(content, etree.XMLParser(huge_tree=True))


def lxml_iterated(content: bytes) -> int:
    """The number of elements of a text, each looked at and forgotten."""
    count = 0
    for _, element in etree.iterparse(io.BytesIO(content), huge_tree=True):
        count += 1
        element.clear()
    return count


def events_of(content: bytes) -> Element:
    """The elements of a text as tuples, for `lxml_written`."""
    return _plain(lxml_parsed(content), {})


def _plain(element: Any, around: Spaces) -> Element:
    spaces = element.nsmap
    inner = [_plain(child, spaces) for child in element]
    new = spaces if spaces != around else None
    return element.tag, dict(element.attrib), new, element.text, element.tail, inner


def lxml_written(root: Element) -> bytes:
    """Elements as text, one after another, without a tree."""
    out = io.BytesIO()
    with etree.xmlfile(out, encoding="utf-8") as file:
        file.write_declaration()
        _write(file, root)
    return out.getvalue()


def _write(file: Any, element: Element) -> None:
    tag, attributes, spaces, text, tail, inner = element
    with file.element(tag, attributes, nsmap=spaces):
        if text:
            file.write(text)
        for child in inner:
            _write(file, child)
    if tail:
        file.write(tail)
