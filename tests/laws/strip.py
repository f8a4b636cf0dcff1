"""A file without pathport's records, from where the design says that they stand; nothing of
pathport is imported here, so that what is left is what any other program finds in the file.

SBML: elements in pathport's namespace. BioPAX: every `bp:comment` that begins `pathport:`.
Documents hold no records.
"""

from lxml import etree

__all__ = ["HOLDS_RECORDS", "strip"]

PATHPORT = "https://w3id.org/pathport/ns/1"
COMMENT = "{http://www.biopax.org/release/biopax-level3.owl#}comment"


def _is_sbml_record(element: etree._Element) -> bool:
    return str(element.tag).startswith(f"{{{PATHPORT}}}")


def _is_biopax_record(element: etree._Element) -> bool:
    return element.tag == COMMENT and (element.text or "").startswith("pathport:")


HOLDS_RECORDS = {"sbml": _is_sbml_record, "biopax": _is_biopax_record}
"""By name of a format, whether an element is a record; formats that hold none are not here."""


def strip(name: str, content: bytes) -> bytes:
    """The content of a file of the format without records."""
    if name not in HOLDS_RECORDS:
        return content
    root = etree.fromstring(content)
    for element in [it for it in root.iter(etree.Element) if HOLDS_RECORDS[name](it)]:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")
