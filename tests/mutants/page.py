"""The page that tells of a run: per table what killed its mutants, and what survived why."""

import platform
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.metadata import version

from tests.mutants.reasons import REASONS
from tests.mutants.sources import LEFT_OUT
from tests.mutants.state import State
from tests.mutants.tables import Mutant
from tests.mutants.trial import TRIED, UNDECIDED

import pathport

__all__ = ["page", "unexplained"]

LIBRARIES = ("hypothesis", "lxml", "msgspec", "pybiopax", "python-libsbml")

HEAD = """\
# The mutants

Every row of every table of the formats (`terms.py`), one at a time, dropped or exchanged with its \
neighbour: does anything tell? `make mutants` writes this page. So are the rows of the tables that \
formats share, and of what decides their words: a slash tells the module. What is left out, and \
why, stands below.

A mutant is tried in this order, and counted where it is killed first: its tables are loaded; laws \
1 to 3 over pathways that use the row; law 4 over files that do; the tests of the tables, of the \
format, and of what is said in every format. What kills it holds for the tables as they are \
written. That a page of the docs, which is made of the tables, is no longer fresh kills nothing.

What is read only, and what writer and reader exchange alike, no round trip can tell: the tests of \
the tables hold it to ontologies, libraries and schemas, or to a second writing of the words that \
files have. That these tests alone find every change of a row is a test of its own, among all \
others (`tests/mutants/test_tables_are_held.py`).

Why facts are not native (`reasons.py`) is told in sentences, which no reader or writer knows and \
which so have no mutants: `tests/formats/test_pages.py` holds that each is given for a kind of \
fact, and that no kind lacks one.
"""


def page(state: State, mutants: Sequence[Mutant]) -> str:
    """The page in Markdown."""
    ours = (f"pathport {pathport.__version__}", f"Python {platform.python_version()}")
    versions = ", ".join((*ours, *(f"{name} {version(name)}" for name in LIBRARIES)))
    tried = sum(it.name in state.verdicts for it in mutants)
    killed = sum(state.killed(it.name) for it in mutants)
    lines = [
        HEAD,
        f"Begun on {state.started}: {len(mutants)} mutants, {tried} tried, {killed} killed.",
        f"{versions}.",
        "",
        *_tables(state, mutants),
        "",
        "## Tests that kill",
        "",
        *_tests(state, mutants),
        "",
        "## Survivors",
        "",
        *(_survivors(state, mutants) or ["There is none."]),
    ]
    lines += ["", "## Left out", "", *(f"- `{it}`: {why}." for it, why in LEFT_OUT.items())]
    left = [f"- {name}" for name in _left(state, mutants)]
    if left:
        lines += ["", "## Not tried", "", *left]
    return "\n".join(lines) + "\n"


def unexplained(state: State, mutants: Sequence[Mutant]) -> list[str]:
    """The survivors without a reason."""
    return [it.name for it in mutants if state.survives(it.name) and it.name not in REASONS]


def _tables(state: State, mutants: Sequence[Mutant]) -> Iterator[str]:
    yield f"| format | table | rows | mutants | {' | '.join(TRIED)} | survive |"
    yield f"|---|---|---:|---:|{'---:|' * (len(TRIED) + 1)}"
    for name, table in dict.fromkeys((it.source, it.table) for it in mutants):
        own = [it for it in mutants if (it.source, it.table) == (name, table)]
        rows = {(it.part, it.row) for it in own}
        by = Counter(state.verdicts[it.name].by for it in own if it.name in state.verdicts)
        survive = sum(state.survives(it.name) for it in own)
        counts = " | ".join(str(n or "") for n in (*(by[it] for it in TRIED), survive))
        yield f"| {name} | `{table}` | {len(rows)} | {len(own)} | {counts} |"


def _tests(state: State, mutants: Sequence[Mutant]) -> Iterator[str]:
    """The tests, each once for all its parameters."""
    told = (state.verdicts[it.name] for it in mutants if it.name in state.verdicts)
    by = Counter(it.which.partition("[")[0] for it in told if it.by == "tests")
    yield "| test | mutants |"
    yield "|---|---:|"
    for test, number in sorted(by.items(), key=lambda it: (-it[1], it[0])):
        yield f"| `{test}` | {number} |"


def _survivors(state: State, mutants: Sequence[Mutant]) -> list[str]:
    survivors = [it.name for it in mutants if state.survives(it.name)]
    return [f"- {name}: {REASONS.get(name, '**no reason is known**')}" for name in survivors]


def _left(state: State, mutants: Sequence[Mutant]) -> Iterator[str]:
    """By table, how many were not tried or came to no end."""
    left = Counter(
        f"{it.source} `{it.table}`"
        for it in mutants
        if it.name not in state.verdicts or state.verdicts[it.name].by == UNDECIDED
    )
    return (f"{table}: {number}" for table, number in left.items())
