"""The table of measurements as Markdown, with ratios, growth, aims, machine and versions."""

import datetime
import importlib.metadata
import os
import platform
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

__all__ = ["Results", "Row", "written"]

VERSIONS = ("pathport", "lxml", "msgspec", "python-libsbml", "pybiopax")


Key = tuple[str, str, str]
"""Format, verb and name of a case."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """The medians of one case on one input: seconds, and megabytes at the peak."""

    format: str
    name: str
    verb: str
    size: str
    megabytes: float
    """The length of the whole text."""
    seconds: float
    peak: float
    more: float
    """Megabytes at the peak that were not there before the work began."""

    @property
    def key(self) -> Key:
        """The case."""
        return self.format, self.verb, self.name

    @property
    def line(self) -> str:
        """The row as a line of text."""
        where = f"{self.format:7} {self.size:>10} {self.verb:5} {self.name:34}"
        return f"{where} {self.seconds:9.3f} s {self.peak:9.0f} MB {self.more:9.0f} MB more"


class Results(msgspec.Struct, kw_only=True):
    """All rows of one run."""

    command: str
    rows: list[Row] = []
    shares: dict[Key, dict[str, float]] = {}
    """By case, what each module takes of its seconds."""

    def seconds(self, format_name: str, verb: str, name: str, size: str) -> float | None:
        """The seconds of a case, if it was measured."""
        wanted = (format_name, verb, name, size)
        found = (r for r in self.rows if (r.format, r.verb, r.name, r.size) == wanted)
        return next((row.seconds for row in found), None)


class Aim(NamedTuple):
    """What the seconds of one case should be, as so many times those of another, at the most."""

    format: str
    verb: str
    name: str
    other: str
    times: float
    sentence: str


NATIVE = "pathport, native text"
MEASURED = "pathport, with measured fidelity"
WHOLE = "pathport, to the pathway"
TREE = "lxml, a tree"
STREAM = "lxml, xmlfile"

AIMS = (
    Aim("sbml", "write", NATIVE, "libSBML, objects and text", 1 / 10, "10 times as fast"),
    Aim("sbml", "write", MEASURED, NATIVE, 4, "at most 4 times as long"),
    Aim("sbml", "read", WHOLE, "libSBML, objects", 1, "faster"),
    Aim("biopax", "write", NATIVE, STREAM, 1, "faster"),
    Aim("biopax", "write", MEASURED, STREAM, 4, "at most 4 times as long"),
    Aim("biopax", "read", WHOLE, TREE, 3, "at most 3 times as long"),
    Aim("biopax", "read", WHOLE, "pybiopax, objects", 1 / 4, "4 times as fast"),
)
GROWTH = 11
"""The aim for seconds of 100,000 processes over those of 10,000."""
MODULES = 12
"""How many modules of a case are told."""
SHARED = (
    "What of the seconds of a case that misses an aim is whose, on the largest pathway but that of "
    "100,000; what a library does is told of the module that calls it. What is compared with is C "
    "or C++, but for pybiopax, and gives a tree or objects of the file's own shape; pathport is "
    "Python, and gives the model's values, each checked and in its normal form."
)
TENFOLD = (("1,000", "10,000"), ("10,000", "100,000"))


def written(results: Results) -> str:
    """The page."""
    parts = (_head, _tables, _growth, _aims, _shares)
    return "\n".join([*(line for part in parts for line in part(results)), ""])


def _head(results: Results) -> Iterator[str]:
    yield "# Benchmarks"
    yield ""
    yield (
        "Synthetic signalling pathways (`benchmarks/pathways.py`) and large files of the corpora, "
        "read and written in one run. Each figure is the median of its runs, three if not "
        "said otherwise, each in a fresh process, on the same content. Seconds are those of the "
        "processor: no case waits or uses a second thread. MB: the peak of the process, its input "
        "included, and in brackets what the work added. "
        f"Made by `{results.command}`."
    )
    yield ""
    yield f"- {datetime.datetime.now(datetime.UTC):%Y-%m-%d}; {_machine()}"
    versions = (f"{name} {importlib.metadata.version(name)}" for name in VERSIONS)
    yield f"- Python {platform.python_version()}; {', '.join(versions)}"


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{platform.system()} {platform.machine()}, {_processor()}, {os.cpu_count()} processors, "
        f"{memory:.0f} GB"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((li.partition(":")[2].strip() for li in lines if li.startswith("model name")), "")


def _tables(results: Results) -> Iterator[str]:
    for name in dict.fromkeys(row.format for row in results.rows):
        of = [row for row in results.rows if row.format == name]
        sizes = list(dict.fromkeys(row.size for row in of))
        yield from ("", f"## {name}", "")
        yield "| | | " + " | ".join(sizes) + " |"
        yield "|---|---|" + "---|" * len(sizes)
        lengths = {row.size: f"{row.megabytes:.1f} MB" for row in of}
        yield "| | the text | " + " | ".join(lengths[size] for size in sizes) + " |"
        cases = dict.fromkeys((row.verb, row.name) for row in of)
        for verb, case in sorted(cases, key=lambda it: it[0], reverse=True):
            cells = {r.size: _cell(r) for r in of if (r.verb, r.name) == (verb, case)}
            yield f"| {verb} | {case} | " + " | ".join(cells.get(s, "") for s in sizes) + " |"


def _cell(row: Row) -> str:
    return f"{row.seconds:.3g} s, {row.peak:.0f} MB ({row.more:+.0f})"


def _growth(results: Results) -> Iterator[str]:
    yield from ("", "## Growth", "", f"Seconds over those of a tenth of the size (aim: {GROWTH}).")
    yield from ("", "| | | | 1,000 to 10,000 | 10,000 to 100,000 |", "|---|---|---|---|---|")
    for key in dict.fromkeys(r.key for r in results.rows):
        cells = [_ratio(results, key, small, large) for small, large in TENFOLD]
        if any(cells):
            yield f"| {key[0]} | {key[1]} | {key[2]} | {' | '.join(cells)} |"


def _ratio(results: Results, key: tuple[str, str, str], small: str, large: str) -> str:
    one, other = results.seconds(*key, small), results.seconds(*key, large)
    return f"{other / one:.1f}" if one and other else ""


def _aims(results: Results) -> Iterator[str]:
    sizes = list(dict.fromkeys(row.size for row in results.rows))
    yield from ("", "## Aims", "", "Seconds of the first over those of the second.", "")
    yield "| | | | the aim | " + " | ".join(sizes) + " |"
    yield "|---|---|---|---|" + "---|" * len(sizes)
    for aim in AIMS:
        cells = [_held(results, aim, size) for size in sizes]
        if any(cells):
            told = f"{aim.sentence} ({aim.times:.3g})"
            yield (
                f"| {aim.format} {aim.verb} | {aim.name} | {aim.other} | {told} | "
                + " | ".join(cells)
                + " |"
            )


def _held(results: Results, aim: Aim, size: str) -> str:
    one = results.seconds(aim.format, aim.verb, aim.name, size)
    other = results.seconds(aim.format, aim.verb, aim.other, size)
    if not one or not other:
        return ""
    ratio = one / other
    return f"{ratio:.3g}, {'held' if ratio <= aim.times else 'missed'}"


def _shares(results: Results) -> Iterator[str]:
    """Which modules were at work in the cases that miss an aim."""
    sizes = dict.fromkeys(row.size for row in results.rows)
    missed = {
        (aim.format, aim.verb, aim.name): None
        for aim in AIMS
        if any("missed" in _held(results, aim, size) for size in sizes)
    }
    told = {key: results.shares[key] for key in missed if key in results.shares}
    if told:
        yield from ("", "## Where the time goes", "", SHARED, "")
        yield from ("| | | modules |", "|---|---|---|")
    for (name, verb, case), by_module in told.items():
        shown = (f"`{module}` {share:.0%}" for module, share in [*by_module.items()][:MODULES])
        yield f"| {name} {verb} | {case} | {', '.join(shown)} |"
