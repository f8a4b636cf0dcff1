"""Reads documents in JSON; what a document is stands in ``pathport.document``."""

import re

from pathport.document import JSON, Syntax, read_document
from pathport.formats import Read

__all__ = ["HEAD", "read", "read_as", "sniff"]

KEY = re.compile(rb'"pathport"\s*:')
HEAD = 1 << 16
"""Bytes in which a document tells that it is one."""


def read_as(syntax: Syntax, content: bytes, *, path: str = "") -> Read:
    """The pathway of a document in this syntax.

    :raises UnreadableError: if it is no text, or no document.
    :raises FaultyError: with all faults, in file order.
    """
    loaded = read_document(content, syntax=syntax, path=path)
    return Read(pathway=loaded.pathway, findings=loaded.findings)


def read(content: bytes, *, path: str = "") -> Read:
    """The pathway of a document in JSON.

    :raises UnreadableError: if it is no text, or no document.
    :raises FaultyError: with all faults, in file order.
    """
    return read_as(JSON, content, path=path)


def sniff(content: bytes) -> bool:
    """Whether the content begins as a document in JSON does."""
    head = content[:HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head.startswith(b"{") and KEY.search(head) is not None
