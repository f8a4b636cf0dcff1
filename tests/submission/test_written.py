"""What the writer of GPML answers for: no pathway makes a file that breaks a rule of the form."""

from datetime import UTC, datetime

import msgspec
from hypothesis import given
from hypothesis.strategies import DataObject, data

from pathport.formats import format_named
from pathport.formats.gpml.write import write_plain
from pathport.submission.known import Known
from pathport.submission.preparing import prepared
from pathport.submission.rules import fitness
from pathport.testing import pathways

AT = datetime(2026, 11, 21, tzinfo=UTC)
KNOWN = Known()
OF_THE_FORM = {
    "WP-FILE-1", "WP-FILE-2", "WP-FILE-3", "WP-FILE-4", "WP-XSD-1", "WP-HDR-1", "WP-HDR-2",
    "WP-HDR-3", "WP-HDR-5", "WP-HDR-6", "WP-REF-4", "WP-REF-4b", "WP-ONT-2", "WP-XRF-2",
    "WP-GRP-1", "WP-INT-7",
}  # fmt: skip
"""Rules that no pathway can make a file break: the rest is about what it says."""


@given(drawn=data())
def test_no_pathway_makes_a_file_that_breaks_the_form(drawn: DataObject) -> None:
    pathway = drawn.draw(pathways(within=format_named("gpml").limits))
    content = write_plain(prepared(pathway, AT))
    found = fitness(content, KNOWN, path="WP0__PR0.gpml", named=True)
    assert [str(it) for it in found if it.code in OF_THE_FORM] == []


@given(drawn=data())
def test_nor_does_one_that_is_laid_out_for_it(drawn: DataObject) -> None:
    limits = msgspec.structs.replace(format_named("gpml").limits, layout=False)
    pathway = drawn.draw(pathways(within=limits))
    content = write_plain(prepared(pathway, AT))
    found = fitness(content, KNOWN, path="WP0__PR0.gpml", named=True)
    assert [str(it) for it in found if it.code in OF_THE_FORM] == []
