"""What makes an SBML file valid: rules of our own in linear time, then libSBML's.

The table of rules is ``codes``; ``checks`` applies them, ``judge`` asks libSBML, which gets nothing
that has not passed the hardened parse. What both find is told once, by ours. SBML Level 2 and 3
Core, Groups Version 1.
"""

from collections.abc import Sequence

from pathport.findings import Finding, Severity
from pathport.formats.sbml import codes
from pathport.formats.sbml.apart import judged_safely
from pathport.formats.sbml.checks import Checked, checked
from pathport.formats.sbml.codes import COVERS, PLACELESS, STRANGE_RESOURCE
from pathport.formats.sbml.grammar import OF_GROUPS, Package
from pathport.formats.sbml.judge import number_of
from pathport.formats.sbml.read import namespace_of
from pathport.formats.sbml.remedies import REMEDIED

__all__ = ["RULES", "TOLERATED", "is_told", "validate"]

RULES = (*codes.RULES, *REMEDIED)

TOLERATED: dict[str, str] = {
    STRANGE_RESOURCE.code: "an entry is kept in the words of the file that it was read from",
}
"""The warnings that an export may have, by code, each with the reason; no other one, no error."""


def validate(
    content: bytes,
    *,
    path: str = "",
    full: bool = False,
    packages: Sequence[Package] = (OF_GROUPS,),
) -> tuple[Finding, ...]:
    """What is wrong with a file, in file order, and a note on which of libSBML's checks ran.

    ``full`` asks for libSBML's whole check whatever the size; a dialect names its ``packages``.

    :raises UnreadableError: if it is not XML, not SBML, or of Level 1.
    """
    own = checked(content, namespace_of(content, path=path), path=path, packages=packages)
    theirs = judged_safely(content, own.size, path=path, full=full)
    found = [*own.findings, *(it for it in theirs if not is_told(it, own))]
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[bool, int, int]:
    """Where a finding stands among others: by place, notes on the check itself last."""
    place = finding.place
    return finding.severity is Severity.NOTE and not place.line, place.line, place.column


def is_told(finding: Finding, own: Checked) -> bool:
    """Whether a rule of ours has told of the same element what libSBML tells."""
    number = number_of(finding)
    if number in PLACELESS:
        told = {it.code for it in own.findings}
    else:
        told = own.told.get((finding.place.line, finding.place.column), set())
    return any(number in COVERS.get(code, ()) for code in told)
