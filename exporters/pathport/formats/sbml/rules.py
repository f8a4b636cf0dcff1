"""What makes an SBML file valid: rules of our own in linear time, then libSBML's.

The table of rules is ``codes``; ``checks`` applies them, ``judge`` asks libSBML, which gets nothing
that has not passed the hardened parse. SBML Level 3 Version 1 Core and Groups Version 1.
"""

from pathport.errors import UnreadableError
from pathport.findings import Finding
from pathport.formats.sbml.checks import checked
from pathport.formats.sbml.codes import RULES, STRANGE_RESOURCE
from pathport.formats.sbml.judge import judged
from pathport.formats.sbml.read import namespace_of

__all__ = ["RULES", "TOLERATED", "validate"]

TOLERATED: dict[str, str] = {
    STRANGE_RESOURCE.code: "an entry is kept in the words of the file that it was read from",
}
"""The warnings that an export may have, by code, each with the reason; no other one, no error."""


def validate(content: bytes, *, path: str = "", full: bool = False) -> tuple[Finding, ...]:
    """What is wrong with a file, in file order, and a note on which of libSBML's checks ran.

    A text that can't be read as SBML gives the reason alone. ``full`` asks for libSBML's whole
    check whatever the size.
    """
    try:
        own = checked(content, namespace_of(content, path=path), path=path)
    except UnreadableError as error:
        return error.findings
    return (*own.findings, *judged(content, own.size, path=path, full=full))
