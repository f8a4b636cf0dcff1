"""What WikiPathways would say of a file of GPML 2021, which it does not take: as 2013a it is asked.

The file is read, and written as GPML 2013a as a submission of it would be. What the rules say of
how that is spelt is not the file's, and is left out; what they say of an element is told where the
file has the element of that id. GPML2021.xsd.
"""

from collections.abc import Iterable

import msgspec
from lxml import etree

from pathport.errors import FaultyError
from pathport.findings import Finding
from pathport.formats.gpml.write import write_plain
from pathport.formats.gpml2021.read import read
from pathport.safety.lines import element_positions
from pathport.safety.xml import parse_xml
from pathport.submission.known import Known
from pathport.submission.rules import fitness

__all__ = ["fitness_as_2013a"]

SPELLING = (
    *("WP-FILE", "WP-XSD", "WP-HDR-1", "WP-HDR-2", "WP-HDR-3", "WP-HDR-5"),
    *("WP-REF-4", "WP-ONT-2", "WP-INT-7"),
)
"""How the codes begin of rules about what our writer spells; GPML 2021 has no Last-Modified."""


def fitness_as_2013a(content: bytes, known: Known, *, path: str = "") -> tuple[Finding, ...]:
    """What would keep the file from WikiPathways if it were GPML 2013a, and what that would lose.

    :raises UnreadableError: if it is not GPML 2021; if a table of the user's can't be read.
    """
    try:
        found = read(content, path=path)
    except FaultyError as error:
        return error.findings
    asked = fitness(write_plain(found.pathway), known, path=path)
    own = [it for it in asked if not it.code.startswith(SPELLING)]
    return (*found.findings, *placed(own, content, path))


def placed(findings: Iterable[Finding], content: bytes, path: str) -> tuple[Finding, ...]:
    """The findings in file order, each at the element of its id, else at the root."""
    root = parse_xml(content, path=path).getroot()
    elements = enumerate(root.iter(etree.Element))
    numbers = {it.get("elementId"): number for number, it in elements}
    numbered = [(numbers.get(it.place.subject.partition(" ")[2], 0), it) for it in findings]
    lines = element_positions(content, [number for number, _ in numbered])
    ordered = sorted(numbered, key=lambda it: it[0])
    return tuple(
        msgspec.structs.replace(
            it,
            place=msgspec.structs.replace(it.place, line=lines[number][0], column=lines[number][1]),
        )
        for number, it in ordered
    )
