"""A file of GPML 2021 as another program understands it, and pathport's marks unread."""

from pathport.errors import UnreadableError
from pathport.fidelity.reading import Reading
from pathport.formats import Read
from pathport.formats.gpml.reading import meaning
from pathport.formats.gpml2021.dialect import GPML2021
from pathport.formats.gpml2021.parse import parse
from pathport.formats.gpml2021.terms import GPML
from pathport.formats.native import read_whole
from pathport.safety.xml import iterparse_xml

__all__ = ["read", "read_apart", "read_native", "sniff"]


def read(content: bytes, *, path: str = "") -> Read:
    """The pathway that a GPML file draws, pathport's records applied while they hold.

    :raises UnreadableError: if it is not XML, or not GPML 2021.
    """
    return read_whole(content, path=path, read=read_native)


def read_apart(content: bytes, *, path: str = "") -> Read:
    """The same with a species for each node, also where several look the same.

    :raises UnreadableError: as ``read`` does.
    """
    return read_whole(content, path=path, read=_read_apart)


def sniff(content: bytes) -> bool:
    """Whether the root is a Pathway of GPML 2021."""
    try:
        _, root = next(iterparse_xml(content, events=("start",)))
    except UnreadableError:
        return False
    return root.tag == f"{{{GPML}}}Pathway"


def read_native(content: bytes, *, path: str = "") -> Reading:
    """The pathway as another program understands the file.

    :raises UnreadableError: if it is not XML, or not GPML 2021.
    """
    return meaning(parse(content, path=path), GPML2021, path=path)


def _read_apart(content: bytes, *, path: str = "") -> Reading:
    return meaning(parse(content, path=path), GPML2021, path=path, merge=False)
