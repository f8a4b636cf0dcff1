"""What differs between the versions of GPML in meaning: the words of its tables.

The canvas, and what a drawing on it means, is the same for all; ``gpml2021`` gives its own dialect.
"""

from collections.abc import Callable, Mapping

import msgspec

from pathport.fidelity.reasons import Reasons
from pathport.formats.gpml import terms
from pathport.formats.gpml.drawing import Xref
from pathport.formats.gpml.reasons import REASONS
from pathport.formats.gpml.xrefs import curie_of, xref_of
from pathport.model.enumerations import Effect, Kind, ProcessType
from pathport.terms import Terms

__all__ = ["GPML2013A", "Dialect"]


class Dialect(msgspec.Struct, frozen=True, kw_only=True):
    """The words of one version."""

    kind: Terms[Kind, str]
    process: Terms[ProcessType, str]
    effect: Terms[Effect, str]
    headless: str
    complexes: frozenset[str]
    """Types of groups that are complexes."""
    sets: frozenset[str]
    """Types of groups whose members are alternatives; others are so where a line ends on them."""
    complex: str
    group: str
    styleless: str
    """The type of a group that says nothing."""
    curie_of: Callable[[Xref], str | None]
    xref_of: Callable[[str], Xref | None]
    reasons: Reasons
    """Why facts of a kind may not be native."""
    changes: Mapping[str, str] = {}
    """Heads of processes between two states of one thing; between others they are influences."""
    boxes_groups: bool = False
    """Whether a group has a place of its own, which may be other than around its members."""
    phenotypes: Mapping[str, str] = {}
    """Types of phenotypes' nodes by the database of their identifiers, where that decides."""


GPML2013A = Dialect(
    kind=terms.KIND,
    process=terms.PROCESS,
    effect=terms.EFFECT,
    headless=terms.HEADLESS,
    complexes=frozenset({terms.COMPLEX}),
    sets=frozenset({terms.GROUP}),
    complex=terms.COMPLEX,
    group=terms.GROUP,
    styleless=terms.STYLELESS,
    curie_of=curie_of,
    xref_of=xref_of,
    changes=terms.CHANGES,
    phenotypes=terms.PHENOTYPES,
    reasons=REASONS,
)
