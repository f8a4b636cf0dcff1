"""What makes SIF valid: a line is a node, or a node, an interaction and one or more nodes."""

from collections.abc import Iterator

from pathport.errors import UnreadableError
from pathport.findings import Finding, Location, Severity
from pathport.rules import Rule

__all__ = ["RULES", "sniff", "validate"]

SOURCE = "Cytoscape User Manual, Supported Network File Formats, SIF"

NO_TEXT = Rule(
    code="SIF001",
    severity=Severity.ERROR,
    title="a SIF file is text in UTF-8",
    remedy="save it in UTF-8",
    source=SOURCE,
)
NO_LINE = Rule(
    code="SIF002",
    severity=Severity.ERROR,
    title="a line of SIF is a node, or a node, an interaction and the nodes that it leads to",
    remedy="write source, interaction and target with a tab between each and the next",
    source=SOURCE,
)
RULES: tuple[Rule, ...] = (NO_TEXT, NO_LINE)


def sniff(content: bytes) -> bool:  # noqa: ARG001 - anything may be SIF
    """Whether the content is of this format: only the name of a file tells."""
    return False


def validate(content: bytes, *, path: str = "", full: bool = False) -> tuple[Finding, ...]:  # noqa: ARG001 - one check
    """What is wrong with the content, in file order.

    :raises UnreadableError: if it is no text.
    """
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        sentence = f"byte {error.start + 1} of the file is no part of a character"
        raise UnreadableError(
            NO_TEXT.finding(sentence, place=Location(path=path, line=line))
        ) from None
    return tuple(_faults(text, path))


def _faults(text: str, path: str) -> Iterator[Finding]:
    for number, line in enumerate(text.splitlines(), 1):
        parts = line.split("\t" if "\t" in text else None)
        if line and (len(parts) == 2 or not all(parts)):
            sentence = f"the line has {len(parts)} fields" if all(parts) else "a field is empty"
            yield NO_LINE.finding(sentence, place=Location(path=path, line=number, column=1))
