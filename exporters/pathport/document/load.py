"""From the text of a document to its pathway, with every fault at its line and column.

The fast way first; places are looked for only when there is a fault to report, by a second pass
over the text.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from pathport.document import json, rules, yaml
from pathport.document.nodes import Finder, Lines, Node, Where, reached, readings
from pathport.document.text import Doubtful, Syntax, TextFault
from pathport.errors import FaultyError, UnreadableError
from pathport.findings import Finding, Location, Severity
from pathport.model.assembly import Assembled, assemble
from pathport.model.examine import document_of
from pathport.model.pathway import Pathway
from pathport.model.slips import Path, Slip
from pathport.safety.collector import collector_paused
from pathport.safety.source import Source, decode_text

__all__ = ["JSON", "YAML", "Loaded", "load", "places", "read_document", "syntax_of"]

YAML = Syntax("yaml", yaml.tree_of, yaml.nodes_of)
JSON = Syntax("json", json.tree_of, json.nodes_of)


class Loaded(NamedTuple):
    """A pathway that was read from a document, and what is odd about it."""

    pathway: Pathway
    findings: tuple[Finding, ...]


def syntax_of(text: str) -> Syntax:
    """JSON for a text that begins as a JSON object does, else YAML."""
    return JSON if text.lstrip()[:1] == "{" and text.rstrip()[-1:] == "}" else YAML


def load(text: str, *, syntax: Syntax, path: str = "") -> Loaded:
    """The pathway of a document; ``path`` is what findings show.

    :raises UnreadableError: DOC001 to DOC007: the text is no document.
    :raises FaultyError: with all faults, in file order.
    """
    with collector_paused():
        try:
            return _loaded(text, syntax, path)
        except TextFault as fault:
            raise UnreadableError(_finding(fault, Lines(text), path)) from None


def read_document(content: bytes, *, syntax: Syntax, path: str = "") -> Loaded:
    """The pathway of a document in bytes: UTF-8, or UTF-16 with a byte order mark.

    :raises UnreadableError: if it is no text, or no document.
    :raises FaultyError: with all faults, in file order.
    """
    text = decode_text(Source(path=path, content=content))
    return load(text, syntax=syntax, path=path)


def places(text: str, paths: Iterable[Path], *, syntax: Syntax) -> tuple[Where, ...]:
    """Line and column of the key at the end of each path, or of the last on the way that is there.

    The text is one that ``load`` has read.
    """
    root, lines = syntax.nodes_of(text)[0], Lines(text)
    found = (reached(root, path) for path in paths)
    return tuple(lines.where((key or node).start) for key, node, _ in found)


def _loaded(text: str, syntax: Syntax, path: str) -> Loaded:
    try:
        tree = syntax.tree_of(text)
    except Doubtful:
        raise FaultyError(*_doubtful(text, syntax, path)) from None
    pathway, slips = _read(tree)
    del tree
    if not slips:
        return Loaded(pathway, ())
    findings = _placed(slips, syntax.nodes_of(text)[0], text, path)
    errors = _errors(findings)
    if errors:
        raise FaultyError(*errors)
    return Loaded(pathway, tuple(findings))


def _read(tree: Any) -> Assembled:
    """What plain values say, with all faults."""
    if not isinstance(tree, dict):
        found = "is empty" if tree is None else f"holds a {_kind(tree)}"
        raise TextFault(rules.NO_DOCUMENT, f"the text {found}, no mapping", 0)
    document, slips = document_of(tree)
    if document is None:
        raise TextFault(rules.NO_DOCUMENT, "the text is no document", 0)
    return assemble(document, slips=slips)


def _doubtful(text: str, syntax: Syntax, path: str) -> list[Finding]:
    """The faults of a text in which keys stand twice: each of what stands there is examined."""
    root, doubles = syntax.nodes_of(text)
    lines = Lines(text)
    findings = [_finding(fault, lines, path) for fault in doubles]
    for single in readings(root):
        slips = _read(_plain(single, syntax)).slips
        findings += _placed(slips, single, text, path)
    return _errors(_in_order(findings))


def _errors(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def _plain(node: Node, syntax: Syntax) -> Any:
    if node.pairs is not None:
        return {key.text: _plain(value, syntax) for key, value in node.pairs}
    if node.items is not None:
        return [_plain(item, syntax) for item in node.items]
    text = node.text or ""
    return text if node.style else yaml.scalar(text)


def _kind(tree: Any) -> str:
    return "list" if isinstance(tree, list) else "text" if isinstance(tree, str) else "scalar"


def _placed(slips: Iterable[Slip], root: Node, text: str, path: str) -> list[Finding]:
    """All faults as findings, in file order."""
    lines = Lines(text)
    findings = []
    finder = Finder(root, text)
    for slip in (_as_written(it, root) for it in slips):
        line, column = lines.where(finder.place(slip))
        findings.append(slip.finding(Location(path=path, line=line, column=column)))
    return _in_order(findings)


def _as_written(slip: Slip, root: Node) -> Slip:
    """A fault of a number as the text spells it: one that is meant as text says more than it is."""
    spelled = reached(root, slip.path)[1].text if slip.number else None
    return slip if spelled is None else slip.spelled(spelled)


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    unique = dict.fromkeys(findings)
    return sorted(unique, key=lambda finding: (finding.place.line, finding.place.column))


def _finding(fault: TextFault, lines: Lines, path: str) -> Finding:
    line, column = lines.where(fault.index)
    where = Location(path=path, line=line, column=column)
    sentence = fault.sentence
    if fault.first is not None:
        sentence += f", first in line {lines.where(fault.first)[0]}"
    return fault.rule.finding(sentence, place=where, remedy=fault.remedy)
