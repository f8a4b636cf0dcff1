"""What a report says that a file says natively: the facts of law 3's one side."""

from pathport.fidelity.report import Account
from pathport.model.facts import Facts

__all__ = ["DISPUTED", "told_natively"]

DISPUTED = "(disputed)"
"""What a report shows for a place at which parts of a file disagree."""


def told_natively(sent: Facts, account: Account) -> Facts:
    """The native facts, the general values of the coarse ones, and the supplied ones."""
    entries = {entry.place: entry for entry in account.entries}
    native = {place: value for place, value in sent.items() if place not in entries}
    return native | {
        place: entry.native for place, entry in entries.items() if entry.native is not None
    }
