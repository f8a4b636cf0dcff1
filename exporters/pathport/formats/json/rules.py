"""Valid is a document that can be read: its rules are those of the document and of the model."""

from pathport.document import rules
from pathport.errors import FaultyError
from pathport.findings import Finding
from pathport.formats.json.read import read

__all__ = ["RULES", "validate"]

RULES = rules.RULES


def validate(content: bytes, *, path: str = "", full: bool = False) -> tuple[Finding, ...]:  # noqa: ARG001 - one check
    """What is wrong with the content, in file order.

    :raises UnreadableError: if it is no text, or no document.
    """
    try:
        return read(content, path=path).findings
    except FaultyError as error:
        return error.findings
