"""What all laws share: the formats under them, and the pathways within a format's limits."""

from collections.abc import Mapping
from operator import attrgetter
from typing import Any

import pytest
from hypothesis.strategies import SearchStrategy
from tests.strategies import pathways

from pathport.formats import Format, known_formats
from pathport.model.pathway import Pathway

__all__ = ["LIMITS", "every_format", "within"]

LIMITS: Mapping[str, Mapping[str, Any]] = {
    "yaml": {"complete": True},
    "json": {"complete": True},
}
"""By name, what a format is limited to: a document refuses a process without participants, an
association of fewer than two, a control without source or target."""

every_format = pytest.mark.parametrize(
    "fmt", [fmt for fmt in known_formats() if fmt.reads and fmt.writes], ids=attrgetter("name")
)
"""Marks a law: it holds for every format that is read and written."""


def within(fmt: Format) -> SearchStrategy[Pathway]:
    """Pathways that the format can hold."""
    return pathways(**LIMITS.get(fmt.name, {}))
