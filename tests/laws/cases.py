"""What all laws share: the formats under them, and the pathways within a format's limits."""

import sys
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

import pytest
from hypothesis.strategies import SearchStrategy
from tests.laws.alike import Key, keys_of
from tests.strategies import pathways

from pathport.formats import Format, known_formats
from pathport.model.enumerations import Kind
from pathport.model.pathway import Pathway
from pathport.model.things import Molecule

__all__ = ["LIMITS", "elementless", "every_format", "within"]

LIMITS: Mapping[str, Mapping[str, Any]] = {
    "yaml": {"complete": True},
    "json": {"complete": True},
}
"""By name, what a format is limited to: a document refuses a process without participants, an
association of fewer than two, a control without source or target."""

WITHOUT_REFERENCE = frozenset(
    {Kind.PHENOTYPE, Kind.PATHWAY, Kind.COMPLEX, Kind.FAMILY, Kind.UNKNOWN}
)
"""Kinds that BioPAX has no class of references for, or that may be of several classes."""
HAS_NO_ELEMENT: Mapping[str, Callable[[Molecule], bool]] = {
    "sbml": lambda molecule: True,
    "biopax": lambda molecule: molecule.kind in WITHOUT_REFERENCE,
}
"""By name of a format, which molecules have (or may have) no element in it."""


LONGEST_ID = {"biopax": 150}
"""By name of a format, how long an id can be there: the BioPAX validator takes URIs of 256
characters, and a thing whose URI would be longer is called otherwise."""


def elementless(fmt: Format, sent: Pathway, found: Pathway) -> frozenset[Key]:
    """The things of either pathway that have no element of their own, or no id, in a file.

    A control with several sources may be as many elements.
    """
    lacks = HAS_NO_ELEMENT.get(fmt.name)
    if lacks is None:
        return frozenset()
    without = {("molecule", it.id) for it in (*sent.molecules, *found.molecules) if lacks(it)}
    without |= {("control", it.id) for it in sent.controls if len(list(it.sources.species())) > 1}
    longest = LONGEST_ID.get(fmt.name, sys.maxsize)
    unnamed = {key for key in keys_of(sent) if len(key[1]) > longest}
    constructs = {construct for construct, _ in unnamed}
    unnamed |= {key for key in keys_of(found) - keys_of(sent) if key[0] in constructs}
    return frozenset(without | unnamed)


every_format = pytest.mark.parametrize(
    "fmt", [fmt for fmt in known_formats() if fmt.reads and fmt.writes], ids=attrgetter("name")
)
"""Marks a law: it holds for every format that is read and written."""


def within(fmt: Format) -> SearchStrategy[Pathway]:
    """Pathways that the format can hold."""
    return pathways(**LIMITS.get(fmt.name, {}))
