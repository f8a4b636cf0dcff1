"""Whether a file holds to the grammar of its version: elements, their order, attributes, types.

The grammars are made from the published XML Schemas. GPML2013a.xsd, GPML2021.xsd.
"""

from collections.abc import Iterator

from lxml import etree

from pathport.formats import grammar
from pathport.formats.gpml import codes
from pathport.formats.grammar import Breach, Codes, local_name

__all__ = ["Breach", "breaches", "local_name"]

CODES = Codes(
    child=codes.CHILD,
    order=codes.ORDER,
    too_many=codes.TOO_MANY,
    missing_child=codes.MISSING_CHILD,
    attribute=codes.ATTRIBUTE,
    missing=codes.MISSING,
    value=codes.VALUE,
    text=codes.TEXT,
    id=codes.ID,
    id_twice=codes.ID_TWICE,
    dangling=codes.DANGLING,
)


def breaches(root: etree._Element, name: str) -> Iterator[Breach]:
    """All breaches of the grammar of this name in a file with this root, in document order."""
    return grammar.breaches(root, name, CODES)
