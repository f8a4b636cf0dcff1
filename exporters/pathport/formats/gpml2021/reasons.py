"""Why facts of a kind may not be native in GPML 2021, where it is not for the reason of GPML."""

from pathport.fidelity.reasons import Reasons
from pathport.formats.gpml.reasons import REASONS as BASE

__all__ = ["REASONS"]

DATELESS = "a Pathway has no date"

REASONS: Reasons = {
    **BASE,
    "* evidence": "a code of evidence and its reference are drawn apart, without a note",
    "pathway authors": "an author is a name and an ORCID",
    "pathway created": DATELESS,
    "pathway identifiers": (
        "a Pathway has one Xref, and is tagged with terms of the Pathway, Disease and Cell Type "
        "Ontologies only"
    ),
    "pathway modified": DATELESS,
    "pathway publications": "a record of literature has the identifier alone",
}
