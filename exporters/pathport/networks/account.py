"""The account of a network: none of its pathway's facts is read back."""

from pathport.fidelity.report import Account
from pathport.model.facts import facts
from pathport.model.pathway import Pathway

__all__ = ["unread"]

REASON = "a network is a view of a pathway, which nothing makes a pathway of again"


def unread(pathway: Pathway) -> Account:
    """The account of a network of this pathway."""
    return Account.unread(facts(pathway), REASON)
