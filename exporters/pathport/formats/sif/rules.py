"""What makes SIF valid: a line is a node, or a node, an interaction and one or more nodes."""

from collections import defaultdict
from collections.abc import Iterator

from pathport.errors import UnreadableError
from pathport.findings import Finding, Location, Severity
from pathport.rules import Rule

__all__ = ["RULES", "sniff", "validate"]

SOURCE = "Cytoscape User Manual, Supported Network File Formats, SIF"
FEW = 3
"""So many lines with the same fault are told one by one."""

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
    return tuple(sorted(_faults(text, path), key=lambda it: it.place.line))


def _faults(text: str, path: str) -> Iterator[Finding]:
    """Each fault; one that more than a few lines have is told once, at the first of them."""
    lines: defaultdict[str, list[int]] = defaultdict(list)
    for sentence, number in _wrong(text):
        lines[sentence].append(number)
    for sentence, numbers in lines.items():
        if len(numbers) <= FEW:
            told = dict.fromkeys(numbers, sentence)
        else:
            others = f"so have {len(numbers) - 1:,} others, down to line {numbers[-1]:,}"
            told = {numbers[0]: f"{sentence}, and {others}"}
        for number, each in told.items():
            yield NO_LINE.finding(each, place=Location(path=path, line=number, column=1))


def _wrong(text: str) -> Iterator[tuple[str, int]]:
    """What is wrong with lines, each with its number."""
    for number, line in enumerate(text.splitlines(), 1):
        parts = line.split("\t" if "\t" in text else None)
        if line and (len(parts) == 2 or not all(parts)):
            has = f"{len(parts)} fields" if all(parts) else "an empty field"
            yield f"the line has {has}", number
