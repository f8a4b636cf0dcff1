"""What a valid file of GPML 2021 is: its grammar, and ends that lie where they say.

The table of rules is that of ``gpml``, for they are the same. GPML2021.xsd.
"""

from pathport.errors import UnreadableError
from pathport.findings import Finding
from pathport.formats.gpml.checks import ends_astray, groups_in_themselves
from pathport.formats.gpml.codes import TOLERATED
from pathport.formats.gpml.grammar import breaches
from pathport.formats.gpml.rules import findings_of
from pathport.formats.gpml2021.parse import parse
from pathport.rules import Rule
from pathport.safety.xml import parse_xml

__all__ = ["RULES", "TOLERATED", "validate"]

GRAMMAR = "gpml2021"
RULES: tuple[Rule, ...] = ()
"""None of its own."""


def validate(content: bytes, *, path: str = "", full: bool = False) -> tuple[Finding, ...]:  # noqa: ARG001
    """What is wrong with a file, in file order; all is checked, ``full`` or not.

    A text that can't be read as GPML 2021 gives the reason alone.
    """
    try:
        drawing = parse(content, path=path)
    except UnreadableError as error:
        return error.findings
    root = parse_xml(content, path=path).getroot()
    found = (
        *breaches(root, GRAMMAR),
        *ends_astray(root, drawing),
        *groups_in_themselves(root, drawing),
    )
    return findings_of(found, content, path)
