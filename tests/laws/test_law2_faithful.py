"""Law 2, faithful: what comes back is what went out, less what the report calls lost.

Nothing is invented, nothing is said of the way back, and the argument is as it was.
"""

from tests.laws.alike import unlike
from tests.laws.law import law

from pathport.fidelity.report import Status
from pathport.findings import Finding, Severity
from pathport.formats import Format
from pathport.model.facts import digest, facts
from pathport.model.pathway import Pathway


@law()
def test_faithful(fmt: Format, sent: Pathway) -> list[str]:
    written = fmt.module.write(sent)
    lost = {entry.place for entry in written.account.of_status(Status.LOST)}
    kept = {place: value for place, value in facts(sent).items() if place not in lost}
    return unlike(kept, facts(fmt.module.read(written.content).pathway))


@law(first=True)
def test_the_argument_is_not_changed(fmt: Format, sent: Pathway) -> list[str]:
    before = digest(sent)
    fmt.module.read(fmt.module.write(sent).content)
    return [] if digest(sent) == before else ["the argument was changed"]


@law()
def test_nothing_is_found_on_the_way_back(fmt: Format, sent: Pathway) -> list[str]:
    read = fmt.module.read(fmt.module.write(sent).content)
    return [str(finding) for finding in read.findings if _is_of_the_file(finding)]


def _is_of_the_file(finding: Finding) -> bool:
    return finding.severity is not Severity.NOTE and not finding.code.startswith("MDL")
