"""What makes an SBML file valid: rules of our own in linear time, then libSBML's.

The table of rules is ``codes``; ``checks`` applies them, ``judge`` asks libSBML, which gets nothing
that has not passed the hardened parse. What both find is told once, by ours. SBML Level 2 and 3
Core, Groups Version 1.
"""

from collections.abc import Mapping, Sequence

from pathport.findings import Finding, Severity
from pathport.formats.sbml import codes
from pathport.formats.sbml.apart import judged_safely
from pathport.formats.sbml.checks import Checked, checked
from pathport.formats.sbml.codes import COVERS, PLACELESS, STRANGE_RESOURCE
from pathport.formats.sbml.grammar import OF_GROUPS, Package
from pathport.formats.sbml.judge import number_of
from pathport.formats.sbml.read import namespace_of
from pathport.formats.sbml.remedies import REMEDIED

__all__ = ["OF_QUANTITIES", "RULES", "TOLERATED", "is_told", "validate"]

RULES = (*codes.RULES, *REMEDIED)

UNITS = "an author's units, or those that are left out, are written as they are"
OF_QUANTITIES: Mapping[str, str] = {
    **{
        f"libsbml-{number}": f"{UNITS}: what a formula gives is not in the unit that it should be"
        for number in (
            *(10501, 10503, 10511, 10512, 10513, 10521, 10522, 10523, 10531, 10532, 10533, 10534),
            *(10541, 10542, 10551, 10552, 10561, 10562, 10563, 10564, 10565),
        )
    },
    **{
        f"libsbml-{number}": f"{UNITS}: something has no unit, so that a formula can't be checked"
        for number in (
            *(20216, 20217, 20511, 20512, 20513, 20518, 20616, 20702, 80701),
            *(99505, 99506, 99507, 99508),
        )
    },
    "libsbml-80702": "a parameter whose value is not told has none",
    "libsbml-81121": "a rate law's own parameter may be called as something else is",
}
"""Warnings of libSBML that are only where a pathway has quantities."""
TOLERATED: Mapping[str, str] = {
    STRANGE_RESOURCE.code: "an entry is kept in the words of the file that it was read from",
    **OF_QUANTITIES,
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
