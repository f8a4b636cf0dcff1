"""BioPAX Level 3 (RDF/XML): written and read in its own constructs, with records for the rest."""

from pathport.findings import Finding
from pathport.formats import Limits
from pathport.formats.biopax.graph import parse
from pathport.formats.biopax.read import read, sniff
from pathport.formats.biopax.rules import check
from pathport.formats.biopax.terms import WITHOUT_REFERENCE
from pathport.formats.biopax.uris import LONGEST
from pathport.formats.biopax.write import write

__all__ = ["LIMITS", "read", "sniff", "validate", "write"]

LIMITS = Limits(elementless=WITHOUT_REFERENCE, splits_controls=True, longest_id=LONGEST)


def validate(content: bytes, *, path: str = "", full: bool = False) -> tuple[Finding, ...]:  # noqa: ARG001
    """What breaks BioPAX's rules; all of them are checked in every file."""
    return tuple(check(parse(content, path), path=path))
