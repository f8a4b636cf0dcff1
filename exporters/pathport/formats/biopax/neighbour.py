"""pybiopax as a neighbour: a pathway as a model of its objects, and such a model as a pathway.

What a model says is what the file of the pathway says, records included; what pybiopax can't hold
of it is not declared but measured, by reading the model back. Source: pybiopax 0.1.5.
"""

from collections import Counter
from typing import Any

import msgspec

from pathport.fidelity.report import Account, Entry, Status
from pathport.findings import Finding
from pathport.formats import Options, Read
from pathport.formats.biopax.graph import parse
from pathport.formats.biopax.neighbour_read import graph_of
from pathport.formats.biopax.neighbour_write import model_of
from pathport.formats.biopax.read import reading_of
from pathport.formats.biopax.write import write
from pathport.formats.native import whole
from pathport.model.facts import Facts, Place, Scalar, facts
from pathport.model.pathway import Pathway

__all__ = ["Modelled", "lessened", "read_model", "write_model"]


class Modelled(msgspec.Struct, frozen=True, kw_only=True):
    """A pathway as another library's model, and the account of its facts.

    Facts that the model does not hold are lost in the account, each with the reason.
    """

    model: Any
    account: Account
    findings: tuple[Finding, ...] = ()
    """What the library has no place for, and what its own writer would leave out of a file."""


def write_model(pathway: Pathway, options: Options = Options()) -> Modelled:  # noqa: B008 - frozen
    """The pathway as a model of pybiopax's; ``options.base`` is where its URIs begin."""
    written = write(pathway, options)
    made = model_of(parse(written.content))
    back = read_model(made.model).pathway
    reason = "; ".join(made.left_out)
    account = lessened(written.account, facts(pathway), facts(back), reason=reason)
    return Modelled(model=made.model, account=account, findings=made.findings)


def read_model(model: Any) -> Read:
    """The pathway that a model of pybiopax's holds.

    :raises UnreadableError: if the model has no objects, or holds what is none.
    :raises FaultyError: if what it says breaks the rules of the pathway model.
    """
    taken = graph_of(model)
    read = whole(reading_of(taken.graph))
    return Read(pathway=read.pathway, findings=(*taken.findings, *read.findings))


def lessened(account: Account, sent: Facts, found: Facts, *, reason: str) -> Account:
    """The account where only these facts are found of those that were sent.

    What is not found, or found with another value, is lost for this reason; what is found and was
    not sent is supplied.
    """
    if sent == found:
        return account
    lost = {place for place, value in sent.items() if found.get(place) != value}
    supplied = found.keys() - sent.keys()
    told = {entry.place for entry in account.entries if entry.sent is not None}
    native = Counter({(it.construct, it.field): it.native for it in account.kinds})
    native.subtract((place.construct, place.field) for place in lost - told)
    entries = [it for it in account.entries if it.place not in lost | supplied]
    entries += [
        _entry(Status.LOST, it, sent=sent[it], native=found.get(it), reason=reason) for it in lost
    ]
    entries += [_entry(Status.SUPPLIED, it, native=found[it], reason=reason) for it in supplied]
    return Account.counted(+native, entries)


def _entry(
    status: Status,
    place: Place,
    *,
    sent: Scalar | None = None,
    native: Scalar | None = None,
    reason: str,
) -> Entry:
    return Entry(
        status=status,
        construct=place.construct,
        id=place.id,
        field=place.field,
        key=place.key,
        sent=sent,
        native=native,
        reason=reason,
    )
