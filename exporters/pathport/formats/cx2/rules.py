"""What makes a file of CX2 valid, and fit for Cytoscape: every rule, over one file.

Places are looked for only where there is a finding.
"""

from collections.abc import Iterable, Iterator, Mapping

from pathport.errors import UnreadableError
from pathport.findings import Finding
from pathport.formats.cx2 import codes
from pathport.formats.cx2.checks import Breach, breaches, oddities
from pathport.formats.cx2.network import Network, decoded
from pathport.formats.cx2.refusals import NOT_CX2

__all__ = ["RULES", "TOLERATED", "fitness", "validate"]

RULES = codes.RULES
TOLERATED: Mapping[str, str] = {}
"""Warnings that files of pathport may have, each with the reason: there are none."""


def validate(content: bytes, *, path: str = "", full: bool = False) -> tuple[Finding, ...]:  # noqa: ARG001 - one check
    """What is wrong with a file, in file order.

    :raises UnreadableError: CXN001 or CXN002, if it is no JSON or no CX2.
    """
    tree, text = decoded(content, path=path)
    network = Network(tree, text, path)
    return _findings(network, breaches(tree, network))


def fitness(content: bytes, *, path: str = "") -> tuple[Finding, ...]:
    """What keeps a file from Cytoscape, or is odd there, in file order; JSON that is no CX2 too.

    :raises UnreadableError: CXN001, if it is no JSON.
    """
    try:
        wrong = validate(content, path=path)
    except UnreadableError as error:
        if {it.code for it in error.findings} == {NOT_CX2.code}:
            return tuple(error.findings)
        raise
    if wrong:
        return wrong
    network = Network(*decoded(content, path=path), path)
    return _findings(network, oddities(network))


def _findings(network: Network, found: Iterable[Breach]) -> tuple[Finding, ...]:
    told = list(_placed(network, found))
    return tuple(sorted(told, key=lambda it: (it.place.line, it.place.column)))


def _placed(network: Network, found: Iterable[Breach]) -> Iterator[Finding]:
    for breach in found:
        yield breach.rule.finding(breach.sentence, place=network.place(breach.way))
