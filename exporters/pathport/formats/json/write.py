"""Writes documents in JSON: all of a pathway is native."""

from collections.abc import Callable

from pathport.document import spelled_json
from pathport.fidelity.report import Account
from pathport.formats import Options, Written
from pathport.model.facts import facts
from pathport.model.pathway import Pathway

__all__ = ["write", "write_as"]


def write_as(spell: Callable[[Pathway], str], pathway: Pathway) -> Written:
    """The pathway as the document that ``spell`` makes."""
    return Written(content=spell(pathway).encode(), account=Account.of(facts(pathway), ()))


def write(pathway: Pathway, options: Options = Options()) -> Written:  # noqa: ARG001, B008 - none
    """The pathway as a document in JSON."""
    return write_as(spelled_json, pathway)
