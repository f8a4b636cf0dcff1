"""Reads documents in YAML; what a document is stands in ``pathport.document``."""

import re

from pathport.document import YAML
from pathport.formats import Read
from pathport.formats.json.read import HEAD, read_as

__all__ = ["read", "sniff"]

KEY = re.compile(rb"""^["']?pathport["']?[ \t]*:""", re.MULTILINE)


def read(content: bytes, *, path: str = "") -> Read:
    """The pathway of a document in YAML.

    :raises UnreadableError: if it is no text, or no document.
    :raises FaultyError: with all faults, in file order.
    """
    return read_as(YAML, content, path=path)


def sniff(content: bytes) -> bool:
    """Whether the content begins as a document in YAML does."""
    head = content[:HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    return KEY.search(head) is not None
