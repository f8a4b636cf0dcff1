"""Law 1, valid: `validate(write(p))` finds no error, and no warning that the format's published
list does not tolerate.
"""

import importlib
from collections.abc import Collection

from tests.laws.law import law

from pathport.findings import Finding, Severity
from pathport.formats import Format
from pathport.model.pathway import Pathway

PATHWAY = "MDL"
"""Begins the codes of what is said of the pathway itself, whatever it is written as."""


def tolerated(fmt: Format) -> Collection[str]:
    return frozenset(getattr(importlib.import_module(f"{fmt.home}.rules"), "TOLERATED", {}))


def is_breach(finding: Finding, allowed: Collection[str]) -> bool:
    if finding.severity is not Severity.WARNING:
        return finding.severity is Severity.ERROR
    return finding.code not in allowed and not finding.code.startswith(PATHWAY)


@law(reads=False)
def test_valid(fmt: Format, sent: Pathway) -> list[str]:
    found = fmt.module.validate(fmt.module.write(sent).content, full=True)
    allowed = tolerated(fmt)
    return [str(finding) for finding in found if is_breach(finding, allowed)]
