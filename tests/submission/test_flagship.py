"""The submission of the flagship: no error, and a reason for each warning that remains."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

import pathport
from pathport.findings import Severity
from pathport.formats.gpml.rules import validate
from pathport.safety.source import read_source
from pathport.submission.known import Known
from pathport.submission.reasons import reason_for, reasons_in
from pathport.submission.submission import Request, Submission, submission

EXAMPLES = Path(__file__).parents[2] / "examples"
REASONS = reasons_in(read_source(EXAMPLES / "cxcr4.reasons.tsv"))


@pytest.fixture(scope="module")
def made() -> Submission:
    request = Request(at=datetime(2026, 11, 21, tzinfo=UTC), known=Known(), reasons=REASONS)
    return submission(pathport.read(EXAMPLES / "cxcr4.yaml"), request)


def test_nothing_keeps_it_from_wikipathways(made: Submission) -> None:
    assert [str(it) for it in made.findings if it.severity is Severity.ERROR] == []
    assert made.is_fit


def test_each_warning_has_its_reason_and_each_reason_its_warning(made: Submission) -> None:
    warnings = [it for it in made.findings if it.severity is Severity.WARNING]
    assert {it.code for it in warnings} == {"WP-NOD-3", "WP-XRF-1b"}
    assert [str(it) for it in warnings if not reason_for(it, REASONS)] == []
    assert b"open: no reason" not in made.files["CHECKLIST.md"]


def test_its_file_breaks_no_rule_of_its_format(made: Submission) -> None:
    assert [str(it) for it in validate(made.files["WP0__PR0.gpml"])] == []
