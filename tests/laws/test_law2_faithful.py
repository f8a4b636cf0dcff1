"""Law 2, faithful: what comes back is what went out, less what the report calls lost.

Nothing is invented, nothing is said of the way back, and the argument is as it was.
"""

from hypothesis import given
from hypothesis import strategies as st
from tests.laws.cases import every_format, within

from pathport.fidelity.report import Status
from pathport.findings import Finding, Severity
from pathport.formats import Format
from pathport.model.facts import digest, facts


@every_format
@given(data=st.data())
def test_faithful(fmt: Format, data: st.DataObject) -> None:
    sent = data.draw(within(fmt))
    written = fmt.module.write(sent)
    lost = {entry.place for entry in written.account.of_status(Status.LOST)}
    kept = {place: value for place, value in facts(sent).items() if place not in lost}
    assert facts(fmt.module.read(written.content).pathway) == kept


@every_format
@given(data=st.data())
def test_the_argument_is_not_changed(fmt: Format, data: st.DataObject) -> None:
    sent = data.draw(within(fmt))
    before = digest(sent)
    content = fmt.module.write(sent).content
    fmt.module.read(content)
    assert digest(sent) == before


@every_format
@given(data=st.data())
def test_nothing_is_found_on_the_way_back(fmt: Format, data: st.DataObject) -> None:
    read = fmt.module.read(fmt.module.write(data.draw(within(fmt))).content)
    assert [str(finding) for finding in read.findings if _is_of_the_file(finding)] == []


def _is_of_the_file(finding: Finding) -> bool:
    return finding.severity is not Severity.NOTE and not finding.code.startswith("MDL")
