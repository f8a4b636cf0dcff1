"""What the rules of a format say of a file, weighed alike wherever it is asked.

Not every breach that a format's own validator would remark on is a fault of the file: a format
lists in its rules what it tolerates, with the reason.
"""

import importlib
from collections.abc import Mapping

import msgspec

from pathport.findings import Finding, Severity
from pathport.formats import Format

__all__ = ["found_in"]

LACKING = "the pathway lacks"
"""How the reasons begin of warnings that tell of the pathway, not of the format."""


def found_in(content: bytes, fmt: Format, *, path: str, full: bool) -> tuple[Finding, ...]:
    """What is wrong with a content by the rules of its format.

    A warning that the format tolerates is a note, with the reason; that the pathway lacks something
    stays a warning.

    :raises UnreadableError: if it can't be parsed.
    """
    rules = importlib.import_module(f"{fmt.home}.rules")
    tolerated: Mapping[str, str] = getattr(rules, "TOLERATED", {})
    reasons = {code: why for code, why in tolerated.items() if not why.startswith(LACKING)}
    found = fmt.module.validate(content, path=path, full=full)
    return tuple(weighed(each, reasons) for each in found)


def weighed(finding: Finding, reasons: Mapping[str, str]) -> Finding:
    """The finding, as a note that says why if it is a warning of a tolerated kind."""
    why = reasons.get(finding.code)
    if why is None or finding.severity is not Severity.WARNING:
        return finding
    sentence = f"{finding.sentence} (tolerated: {why})"
    return msgspec.structs.replace(finding, severity=Severity.NOTE, sentence=sentence)
