"""A long run of the laws: `make campaign`, or `python -m tests.campaign --help`.

All chosen laws are held to the same examples of a format, batch by batch, in as many processes as
there are cores, until every format has its share or the time is over. What was done stands in
``.campaign/`` after every batch, so that a run that was stopped goes on; another seed begins anew.
"""

import multiprocessing
import os
import time
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from tests.campaign.cells import BATCH, Batch, Outcome, collect_seldom, run_named
from tests.campaign.page import as_tests, page
from tests.campaign.state import State, kept, loaded
from tests.laws.cases import READ_AND_WRITTEN
from tests.laws.law import all_laws

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".campaign"
PAGE = ROOT / "docs" / "campaign.md"

COLUMNS = (
    TextColumn("{task.description}"),
    BarColumn(),
    MofNCompleteColumn(),
    TimeElapsedColumn(),
    TimeRemainingColumn(),
)


@click.command()
@click.option(
    "--examples",
    default=20_000,
    show_default=True,
    help="Pathways a format, done ones included; each is an example for every law.",
)
@click.option("--seconds", type=float, help="Begins nothing more after so long.")
@click.option("--law", "laws", multiple=True, help="A law's number or name; all without.")
@click.option("--format", "formats", multiple=True, help="A format's name; all without.")
@click.option("--seed", default=1, show_default=True)
@click.option("--workers", default=os.cpu_count() or 1, show_default="as many as cores")
@click.option("--folder", type=click.Path(path_type=Path), default=FOLDER, help="Of the state.")
@click.option("--page", "told_at", type=click.Path(path_type=Path), default=PAGE)
def campaign(
    *,
    examples: int,
    seconds: float | None,
    laws: tuple[str, ...],
    formats: tuple[str, ...],
    seed: int,
    workers: int,
    folder: Path,
    told_at: Path,
) -> None:
    """The laws over many pathways, every format alike; what breaks them is kept as tests."""
    chosen = [it for it in all_laws() if not laws or {it.name, str(it.number)} & set(laws)]
    targets = [it.name for it in READ_AND_WRITTEN if not formats or it.name in formats]
    if not chosen or not targets:
        raise click.UsageError("no law or no format is called so")
    state = loaded(folder / "state.json", seed=seed, day=datetime.now(UTC).date().isoformat())
    names = [law.name for law in chosen]
    round_ = Round(state, names, targets, examples)
    console = Console(stderr=True)
    with Progress(*COLUMNS, console=console) as progress:
        task = progress.add_task("pathways", total=examples * len(targets), completed=round_.done)
        for outcome in outcomes(round_, workers, seconds):
            state.take(names, outcome)
            kept(state, folder / "state.json")
            told = f"{outcome.fmt}, {state.breaches} breaches in all"
            progress.update(task, completed=round_.done, description=told)
    told_at.write_text(page(state, all_laws(), READ_AND_WRITTEN), encoding="utf-8")
    if state.breaches:
        (folder / "test_findings.py").write_text(as_tests(state), encoding="utf-8")
        console.print(f"{state.breaches} breaches, as tests in {folder / 'test_findings.py'}")
        raise SystemExit(1)
    console.print(f"no breach; see {told_at}")


class Round:
    """What is left to do, and what is being done."""

    def __init__(self, state: State, laws: list[str], formats: list[str], share: int) -> None:
        self.state = state
        self.laws = laws
        self.formats = formats
        self.share = share
        self.under_way = dict.fromkeys(formats, 0)
        """Examples, by format."""

    @property
    def done(self) -> int:
        """Examples of all formats, those that count."""
        return sum(min(self.state.examples(self.laws, it), self.share) for it in self.formats)

    def next_batch(self) -> Batch | None:
        """A batch of the format that is least far, or nothing if enough is done or under way."""
        far = {it: self.state.examples(self.laws, it) + self.under_way[it] for it in self.formats}
        fmt = min(far, key=lambda it: far[it])
        if far[fmt] >= self.share:
            return None
        size = min(BATCH, self.share - far[fmt])
        self.under_way[fmt] += size
        return self.state.next_batch(self.laws, fmt, size)

    def ended(self, batch: Batch) -> None:
        """A batch is no longer under way."""
        self.under_way[batch.fmt] -= batch.size


def outcomes(left: Round, workers: int, seconds: float | None) -> Iterator[Outcome]:
    """What batches find, as they end; whoever asks for the next has taken the last."""
    end = time.monotonic() + seconds if seconds is not None else float("inf")
    running: dict[Future[Outcome], Batch] = {}
    alone = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, alone, initializer=collect_seldom) as pool:
        while True:
            while len(running) < workers and time.monotonic() < end:
                batch = left.next_batch()
                if batch is None:
                    break
                running[pool.submit(run_named, batch)] = batch
            if not running:
                return
            for ended in wait(running, return_when=FIRST_COMPLETED).done:
                left.ended(running.pop(ended))
                yield ended.result()


if __name__ == "__main__":
    campaign()
