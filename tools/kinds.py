"""What each kind of fact becomes in a format, measured on drawn pathways, as a table for its page.

The pathways are drawn as those of the laws are; why a kind is not native is what the format's own
reasons say. A kind is a field of a construct, to the second level: a box of the layout is one.
"""

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator

import hypothesis
from hypothesis import HealthCheck, Phase

from pathport.fidelity.report import Account, KindCount, Status
from pathport.formats import Limits, format_named
from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.testing import pathways

__all__ = ["BATCH", "Kind", "drawn_accounts", "fates", "lines", "told"]

EXAMPLES = 400
BATCH = 10
"""How many pathways are drawn from one seed."""
LEVELS = 2
ORDER = {construct: n for n, construct in enumerate(("pathway", *CONSTRUCTS))}
ITSELF = "that it is there"
"""What the kind is called that has no field."""

Kind = tuple[str, str]
"""A construct and a field of it."""


def lines(name: str) -> Iterator[str]:
    """The table of one format, in Markdown."""
    yield f"Over {EXAMPLES:,} drawn pathways; what fares in several ways has them all."
    yield ""
    yield "| of | what | in the file | why it is not native |"
    yield "|---|---|---|---|"
    accounts = drawn_accounts(name, EXAMPLES)
    reasons = {kind_of(it): it.reason for account in accounts for it in account.kinds if it.reason}
    alike: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for kind, statuses in sorted(fates(accounts).items(), key=_place):
        told = ", ".join(status for status in Status if status in statuses)
        alike[kind[0], told, reasons.get(kind, "")].append(kind[1])
    for (construct, told, reason), fields in alike.items():
        what = ", ".join(f"`{field}`" if field else ITSELF for field in fields)
        yield f"| {construct} | {what} | {told} | {reason} |"


def fates(accounts: Iterable[Account]) -> dict[Kind, set[Status]]:
    """By kind, every status that facts of it have in these accounts."""
    found: dict[Kind, set[Status]] = defaultdict(set)
    for account in accounts:
        for it in account.kinds:
            found[kind_of(it)].update(status for status in Status if getattr(it, status))
    return found


def kind_of(count: KindCount) -> Kind:
    """The kind that a count stands under."""
    return count.construct, ".".join(count.field.split(".")[:LEVELS])


def told(page: str) -> dict[Kind, tuple[set[Status], str]]:
    """What the table of a page says of each kind: what becomes of it, and why."""
    rows = (row.strip("| ").split(" | ") for row in page.splitlines() if row.startswith("| "))
    return {
        (row[0], "" if what == ITSELF else what.strip("`")): (
            set(map(Status, row[2].split(", "))),
            row[3].strip() if len(row) > 3 else "",
        )
        for row in rows
        if row[0] in ORDER
        for what in row[1].split(", ")
    }


@functools.cache
def drawn_accounts(name: str, number: int) -> tuple[Account, ...]:
    """How the facts of so many drawn pathways fare in a format."""
    fmt = format_named(name)
    return tuple(fmt.module.write(pathway).account for pathway in drawn(fmt.limits, number))


@functools.cache
def drawn(limits: Limits, number: int) -> tuple[Pathway, ...]:
    """So many pathways within these limits; some at a time, for hypothesis varies what it drew."""
    found: list[Pathway] = []
    for begun in range(0, number, BATCH):

        @hypothesis.seed(begun)
        @hypothesis.settings(
            max_examples=min(BATCH, number - begun),
            phases=[Phase.generate],
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )
        @hypothesis.given(pathways(within=limits))
        def draw(pathway: Pathway) -> None:
            found.append(pathway)

        draw()
    return tuple(found)


def _place(item: tuple[Kind, set[Status]]) -> tuple[int, str]:
    construct, field = item[0]
    return ORDER[construct], field
