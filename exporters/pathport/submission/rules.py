"""All that WikiPathways asks of a file and that can be told offline, and what only people can tell.

The rules are those of the modules ``rules_...``; each stands there beside what finds its breaches.
"""

import itertools
from collections.abc import Mapping

from pathport.findings import Finding
from pathport.formats.gpml.rules import findings_of
from pathport.rules import Rule
from pathport.safety.collector import collector_paused
from pathport.submission import (
    refusals,
    rules_canvas,
    rules_file,
    rules_header,
    rules_interactions,
    rules_nodes,
    rules_references,
    rules_text,
    rules_xrefs,
)
from pathport.submission.known import Known
from pathport.submission.sheet import Checks, Sheet

__all__ = ["CHECKS", "FOR_PEOPLE", "NAME_CHECKS", "RULES", "fitness"]

NAME_CHECKS: Checks = rules_file.NAME_CHECKS
CHECKS: Checks = {
    **rules_file.CHECKS,
    **rules_header.CHECKS,
    **rules_text.CHECKS,
    **rules_references.CHECKS,
    **rules_xrefs.CHECKS,
    **rules_nodes.CHECKS,
    **rules_interactions.CHECKS,
    **rules_canvas.CHECKS,
}

RULES: tuple[Rule, ...] = (*refusals.RULES, *NAME_CHECKS, *CHECKS)

FOR_PEOPLE: Mapping[str, str] = {
    "WP-HDR-8": "the content is your own or CC0, remodelled and not copied; nothing in it is "
    "unpublished or proprietary",
    "WP-XRF-6": "no identifier was retired, and those of UniProt are reviewed",
    "WP-LAY-1": "a legend explains colours and glyphs, and is drawn with GraphicalLines",
}
"""Rules that nothing offline can tell, by code: what a person is to look at."""


def fitness(
    content: bytes, known: Known | None = None, *, path: str = "", named: bool = False
) -> tuple[Finding, ...]:
    """What keeps a file of GPML 2013a from WikiPathways, or is odd there, in file order.

    ``named`` asks for a name, too, that its workflow takes.

    :raises UnreadableError: if it is not XML, or its root is no Pathway of GPML 2013a; if a table
        of the user's can't be read.
    """
    with collector_paused():
        sheet = Sheet(content, known or Known(), path=path)
        checks = {**NAME_CHECKS, **CHECKS} if named else CHECKS
        found = itertools.chain.from_iterable(check(rule, sheet) for rule, check in checks.items())
        return findings_of(found, content, path)
