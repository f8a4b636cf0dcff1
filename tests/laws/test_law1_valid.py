"""Law 1, valid: `validate(write(p))` finds no error, and no warning that the format's published
list does not tolerate.
"""

import importlib
from collections.abc import Collection

from hypothesis import given
from hypothesis import strategies as st
from tests.laws.cases import every_format, within

from pathport.findings import Finding, Severity
from pathport.formats import Format

PATHWAY = "MDL"
"""Begins the codes of what is said of the pathway itself, whatever it is written as."""


def tolerated(fmt: Format) -> Collection[str]:
    return frozenset(getattr(importlib.import_module(f"{fmt.home}.rules"), "TOLERATED", {}))


def breaches(fmt: Format, found: tuple[Finding, ...]) -> list[str]:
    allowed = tolerated(fmt)
    return [
        str(finding)
        for finding in found
        if finding.severity is Severity.ERROR
        or (
            finding.severity is Severity.WARNING
            and finding.code not in allowed
            and not finding.code.startswith(PATHWAY)
        )
    ]


@every_format
@given(data=st.data())
def test_valid(fmt: Format, data: st.DataObject) -> None:
    written = fmt.module.write(data.draw(within(fmt)))
    assert breaches(fmt, fmt.module.validate(written.content, full=True)) == []
