"""What a valid file of GPML 2013a is: its grammar, and what PathVisio and WikiPathways ask beside.

The table of rules is ``codes``; ``grammar`` and ``checks`` apply them. GPML2013a.xsd.
"""

from collections.abc import Iterable

from pathport.errors import UnreadableError
from pathport.findings import Finding, Location
from pathport.formats.gpml.checks import oddities
from pathport.formats.gpml.codes import RULES, TOLERATED
from pathport.formats.gpml.grammar import Breach, breaches, local_name
from pathport.formats.gpml.parse import parse
from pathport.safety.lines import element_positions
from pathport.safety.xml import parse_xml

__all__ = ["RULES", "TOLERATED", "findings_of", "validate"]

GRAMMAR = "gpml2013a"
IDS = ("GraphId", "GroupId", "elementId", "Name", "title")


def validate(content: bytes, *, path: str = "", full: bool = False) -> tuple[Finding, ...]:  # noqa: ARG001
    """What is wrong with a file, in file order; all is checked, ``full`` or not.

    A text that can't be read as GPML 2013a gives the reason alone.
    """
    try:
        drawing = parse(content, path=path)
    except UnreadableError as error:
        return error.findings
    root = parse_xml(content, path=path).getroot()
    found = (*breaches(root, GRAMMAR), *oddities(root, content, drawing))
    return findings_of(found, content, path)


def findings_of(found: Iterable[Breach], content: bytes, path: str) -> tuple[Finding, ...]:
    """Breaches as findings, each with its place, in file order."""
    ordered = sorted(found, key=lambda it: (it.number, it.rule.code))
    places = element_positions(content, [it.number for it in ordered])
    return tuple(
        it.rule.finding(it.sentence, place=_place(it, it.at or places.get(it.number, (0, 0)), path))
        for it in ordered
    )


def _place(breach: Breach, at: tuple[int, int], path: str) -> Location:
    element = breach.element
    id_ = next((element.get(name) for name in IDS if element.get(name)), "")
    subject = f"{local_name(element)} {id_}".strip()
    return Location(path=path, line=at[0], column=at[1], subject=subject)
