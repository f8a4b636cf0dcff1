"""Measures all cases, each in a fresh process, and writes the table; ``--help`` says how."""

import argparse
import json
import shlex
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

from benchmarks.cases import CASES, CORPUS, Case
from benchmarks.measure import SHARES
from benchmarks.results import Key, Results, Row, written

HOME = Path(__file__).parent
SHARED = HOME.parents[1] / "shared"
OUT = "--out"
LARGE = 100_000
"""Of this size and above each case runs as often as `--large-repeat` says."""


def main() -> None:
    """Measure, print each figure as it comes, and write the table anew after each input."""
    asked = arguments()
    results = Results(command=command(sys.argv[1:]))
    with tempfile.TemporaryDirectory(prefix="pathport-bench-") as folder:
        for made in inputs(asked, Path(folder)):
            for row in rows(made, asked.only):
                print(row.line, flush=True)
                results.rows.append(row)
            results.shares |= shares(made, asked.only)
            if asked.out is not None:
                asked.out.write_text(written(results), encoding="utf-8")


def command(words: list[str]) -> str:
    """How the same is asked for again, wherever the table goes."""
    at = words.index(OUT) if OUT in words else len(words)
    rest = shlex.join(words[:at] + words[at + 2 :])
    return f"make bench BENCH={shlex.quote(rest)}" if rest else "make bench"


def arguments() -> argparse.Namespace:
    """What is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", default="1000,10000,100000", help="processes, %(default)s")
    parser.add_argument("--formats", default="sbml,biopax", help="%(default)s")
    parser.add_argument("--repeat", type=int, default=3, help="runs of each case, %(default)s")
    parser.add_argument("--large-repeat", type=int, default=3, help="of 100,000, %(default)s")
    parser.add_argument("--only", default="", help="cases whose name or verb holds this word")
    parser.add_argument(OUT, type=Path, default=None, help="the file for the table")
    return parser.parse_args()


class Input(NamedTuple):
    """The inputs of one size, as they lie in the folder."""

    format: str
    size: str
    folder: Path
    lengths: dict[str, float]
    repeat: int
    is_profiled: bool = False

    @property
    def cases(self) -> Iterator[tuple[int, Case]]:
        """What can be measured on it, with its number."""
        foreign = len(self.lengths) == 1
        for number, case in enumerate(CASES):
            if case.format == self.format and (case.corpus or not foreign):
                yield number, case


def inputs(asked: argparse.Namespace, folder: Path) -> Iterator[Input]:
    """The inputs, the largest last, each made when its turn comes, in the place of another."""
    names = asked.formats.split(",")
    for name in names:
        packed = SHARED / CORPUS.get(name, "")
        if packed.is_file():
            yield Input(name, packed.name, folder, told(folder, name, packed), asked.repeat)
    for size, name in product(map(int, asked.sizes.split(",")), names):
        repeat = asked.large_repeat if size >= LARGE else asked.repeat
        lengths = told(folder, name, size)
        yield Input(name, f"{size:,}", folder, lengths, repeat, is_profiled=size < LARGE)


def rows(made: Input, word: str) -> Iterator[Row]:
    """The rows of one input, of the cases that hold this word."""
    for number, case in made.cases:
        if word in f"{case.verb} {case.name}":
            runs = [told(made.folder, number) for _ in range(made.repeat)]
            figures = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
            yield Row(
                format=case.format,
                name=case.name,
                verb=case.verb,
                size=made.size,
                megabytes=made.lengths["whole"] / 1e6,
                **figures,
            )


def shares(made: Input, word: str) -> dict[Key, dict[str, float]]:
    """What each module takes of pathport's own cases; of the largest inputs nothing is asked."""
    return {
        case.key: told(made.folder, number, SHARES)
        for number, case in made.cases
        if made.is_profiled and case.is_own and word in f"{case.verb} {case.name}"
    }


def told(folder: Path, *words: object) -> dict[str, float]:
    """What a fresh process answers."""
    command = [sys.executable, "-m", "benchmarks.measure", folder, *words]
    done = subprocess.run(
        [str(word) for word in command],
        check=False,
        capture_output=True,
        cwd=HOME.parent,
        text=True,
    )
    if done.returncode:
        raise SystemExit(f"{command} failed:\n{done.stderr}")
    answer: dict[str, float] = json.loads(done.stdout)
    return answer


if __name__ == "__main__":
    main()
