"""A file without pathport's records, from where the design says that they stand; nothing of
pathport is imported here, so that what is left is what any other program finds in the file.

What a file is made of tells where they stand, whatever its format is called: in XML, elements in
pathport's namespace (SBML and its dialects), every `bp:comment` that begins `pathport:` (BioPAX),
attributes and properties whose key begins `pathport.` (GPML); in an array of JSON, columns that
begin `pathport_` (CX2). Documents hold no records.
"""

import json
from typing import Any

from lxml import etree

__all__ = ["is_column", "is_record", "is_xml", "strip"]

PATHPORT = "{https://w3id.org/pathport/ns/1}"
COMMENT = "{http://www.biopax.org/release/biopax-level3.owl#}comment"
GPML = "{http://pathvisio.org/GPML/"
KEYS = ("Key", "key")
"""The attribute with the key: of an Attribute in 2013a, of a Property in 2021."""
COLUMN = "pathport_"


def _is_of_our_namespace(element: etree._Element) -> bool:
    return str(element.tag).startswith(PATHPORT)


def _is_comment(element: etree._Element) -> bool:
    return element.tag == COMMENT and (element.text or "").startswith("pathport:")


def _is_keyed(element: etree._Element) -> bool:
    if not str(element.tag).startswith(GPML):
        return False
    return any(element.get(key, "").startswith("pathport.") for key in KEYS)


def is_xml(content: bytes) -> bool:
    """Whether a file is XML."""
    return content.lstrip().startswith(b"<")


def is_record(element: etree._Element) -> bool:
    """Whether an element is a record, in whichever format."""
    return _is_of_our_namespace(element) or _is_comment(element) or _is_keyed(element)


def is_column(key: object) -> bool:
    """Whether a key in a tree of JSON is that of a column with records."""
    return str(key).startswith(COLUMN)


def strip(content: bytes) -> bytes:
    """The content of a file without records."""
    if is_xml(content):
        return _strip_elements(content)
    if content.lstrip().startswith(b"["):
        return json.dumps(_without_columns(json.loads(content))).encode()
    return content


def _strip_elements(content: bytes) -> bytes:
    root = etree.fromstring(content)
    for element in [it for it in root.iter(etree.Element) if is_record(it)]:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _without_columns(tree: Any) -> Any:
    if isinstance(tree, list):
        return [_without_columns(item) for item in tree]
    if isinstance(tree, dict):
        return {key: _without_columns(it) for key, it in tree.items() if not is_column(key)}
    return tree
