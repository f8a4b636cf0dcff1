"""The page that tells of a campaign: what ran, what was found, what occurred how often."""

import platform
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version

from tests.campaign.cells import Cell, key_of
from tests.campaign.state import State
from tests.laws.coverage import Coverage, kinds, words
from tests.laws.law import Law

import pathport
from pathport.formats import Format

__all__ = ["as_tests", "page"]

LIBRARIES = ("hypothesis", "lxml", "msgspec", "pybiopax", "python-libsbml")
RAREST = 10

IMPORTS = '''"""What a campaign found: each example is the smallest that hypothesis made of it."""

from pathport.formats import format_named
from pathport.model.enumerations import *
from pathport.model.layout import *
from pathport.model.parts import *
from pathport.model.pathway import Pathway
from pathport.model.quantities import *
from pathport.model.things import *
from tests.laws.law import law_named
'''


def page(state: State, laws: Sequence[Law], formats: Sequence[Format]) -> str:
    """The page in Markdown, for all laws and formats that there are."""
    names = [law.name for law in laws]
    each = [state.examples(names, fmt.name) for fmt in formats]
    counted = [_examples(state, laws, fmt) for fmt in formats]
    ours = (f"pathport {pathport.__version__}", f"Python {platform.python_version()}")
    versions = ", ".join((*ours, *(f"{name} {version(name)}" for name in LIBRARIES)))
    lines = [
        "# The last campaign",
        "",
        "More examples for the laws than a run of the tests has; `make campaign` writes this page.",
        "",
        f"Begun on {state.started} with seed {state.seed}. {versions}.",
        "",
        f"{min(each):,} pathways a format at the least, each under all {len(names)} laws.",
        "",
        f"{min(counted):,} examples a format at the least, {sum(counted):,} in all.",
        "",
        "One pathway asked of one law in one format is an example.",
        "",
        "## Examples",
        "",
        *_table(state, laws, formats),
        "",
        "## Breaches",
        "",
        *(_breaches(state, laws, formats) or ["None was found."]),
        "",
        "## What occurred",
        "",
        *_occurred(state, formats),
    ]
    return "\n".join(lines) + "\n"


def _table(state: State, laws: Sequence[Law], formats: Sequence[Format]) -> Iterator[str]:
    yield f"| law | {' | '.join(fmt.name for fmt in formats)} |"
    yield f"|---|{'---:|' * len(formats)}"
    for law in laws:
        counts = (_pathways(state, law, fmt) for fmt in formats)
        yield _row(f"{law.number}, {law.name.replace('_', ' ')}", counts)
    names = [law.name for law in laws]
    yield _row("examples in all", (_examples(state, laws, fmt) for fmt in formats))
    yield _row("pathways under all laws", (state.examples(names, it.name) for it in formats))
    minutes = (state.seconds.get(fmt.name, 0.0) / 60 for fmt in formats)
    yield _row("minutes of one core", map(round, minutes))


def _row(told: str, counts: Iterable[int]) -> str:
    return f"| {told} | {' | '.join(f'{it:,}' for it in counts)} |"


def _pathways(state: State, law: Law, fmt: Format) -> int:
    """How many pathways the law was asked of."""
    return state.cells.get(key_of(law.name, fmt.name), Cell()).examples


def _examples(state: State, laws: Sequence[Law], fmt: Format) -> int:
    """How many examples there were of a format: a pathway asked of a law is one."""
    return sum(_pathways(state, law, fmt) for law in laws)


def _breaches(state: State, laws: Sequence[Law], formats: Sequence[Format]) -> list[str]:
    found = []
    for law in laws:
        for fmt in formats:
            for it in state.cells.get(key_of(law.name, fmt.name), Cell()).findings.values():
                first = it.breach.splitlines()[0] if it.breach else "no sentence"
                found.append(f"- law {law.number} ({law.name}), {fmt.name}, {it.times}x: `{first}`")
    return found


def _occurred(state: State, formats: Sequence[Format]) -> Iterator[str]:
    yield f"The {RAREST} rarest kinds of fact and words, in percent of a format's pathways."
    yield ""
    yield "| format | pathways | rarest |"
    yield "|---|---:|---|"
    for fmt in formats:
        seen = Coverage(state.coverage.get(fmt.name))
        rarest = sorted((*kinds(), *words()), key=lambda name: (seen.counted[name], name))
        told = ", ".join(f"{name} {100 * seen.share(name):.2f}" for name in rarest[:RAREST])
        yield f"| {fmt.name} | {seen.examples:,} | {told} |"


def as_tests(state: State) -> str:
    """Every finding as a test, for a file of tests."""
    found = [it for cell in state.cells.values() for it in cell.findings.values()]
    names: dict[str, int] = {}
    made = []
    for it in found:
        name = it.code.partition("(")[0]
        names[name] = names.get(name, 0) + 1
        said = [f"    # {line}" for line in it.breach.splitlines()[:3]]
        head, _, rest = it.code.partition("\n")
        head = head.replace("(", f"_{names[name]}(", 1)
        made.append("\n".join([head, *said, rest]))
    return "\n\n".join([IMPORTS, *made])
