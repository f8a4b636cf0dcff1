"""The catalogue of rules: what each finding's code means, for ``pathport rules`` and the docs.

A rule is declared once, as a row of a table ``RULES`` in the module that applies it; this module
knows only where those tables are, and loads them when the catalogue is asked for.
"""

import importlib
from collections.abc import Iterator

import msgspec

from pathport.findings import Finding, Location, Severity

__all__ = ["OWN", "Rule", "catalogue"]

TABLES: tuple[str, ...] = (
    "pathport.safety.rules",
    "pathport.document.rules",
    "pathport.model.entry_rules",
    "pathport.model.rules",
    "pathport.formats",
    "pathport.formats.detect",
    "pathport.formats.sbml.rules",
    "pathport.formats.sbml.cytoscape",
    "pathport.formats.sbml_qual.rules",
    "pathport.formats.celldesigner.rules",
    "pathport.formats.biopax.rules",
    "pathport.fidelity.mending",
    "pathport.formats.gpml.rules",
    "pathport.formats.cx2.rules",
    "pathport.fidelity.found",
    "pathport.fidelity.together",
    "pathport.networks.rules",
    "pathport.formats.sif.rules",
    "pathport.formats.graphml.rules",
    "pathport.formats.cyjs.rules",
    "pathport.drawing.rules",
    "pathport.submission.rules",
    "pathport.updating.rules",
    "pathport.api.rules",
    "pathport.cli.rules",
)
"""The modules that declare a ``RULES`` tuple, in the order in which the catalogue lists them."""


OWN = "pathport"
"""The source of a rule that is pathport's own."""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule: its code, how much a breach weighs, what it demands, how to mend it, and its source.

    ``source`` cites the specification's section, the ontology or another program's rule; ``OWN``
    is that of what none of these demands.
    """

    code: str
    severity: Severity
    title: str
    remedy: str
    source: str = OWN

    def finding(
        self,
        sentence: str,
        *,
        place: Location = Location(),  # noqa: B008 - a frozen value
        remedy: str | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """A breach of this rule; remedy and severity are the rule's own unless given."""
        return Finding(
            code=self.code,
            severity=severity or self.severity,
            place=place,
            sentence=sentence,
            remedy=self.remedy if remedy is None else remedy,
        )


def catalogue() -> Iterator[Rule]:
    """Every rule that pathport knows, table by table."""
    for module in TABLES:
        yield from importlib.import_module(module).RULES
