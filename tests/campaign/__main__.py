"""A long run of the laws: `make campaign`, or `python -m tests.campaign --help`.

It goes round the chosen laws and formats, a batch each, until every one has its share of the
examples or the time is over. What was done stands in ``.campaign/`` after every batch, so that a
run that was stopped goes on; another seed begins anew.
"""

import time
from collections.abc import Iterator
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
from tests.campaign.cells import BATCH, key_of, run_batch
from tests.campaign.page import as_tests, page
from tests.campaign.state import State, kept, loaded
from tests.laws.cases import READ_AND_WRITTEN
from tests.laws.law import Law, all_laws

from pathport.formats import Format

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".campaign"
PAGE = ROOT / "docs" / "campaign.md"

Pair = tuple[Law, Format]
COLUMNS = (
    TextColumn("{task.description}"),
    BarColumn(),
    MofNCompleteColumn(),
    TimeElapsedColumn(),
    TimeRemainingColumn(),
)


def rounds(pairs: list[Pair], state: State, share: int) -> Iterator[Pair]:
    """The cells that still want examples, one after the other, round and round."""
    while left := [it for it in pairs if state.cell(key_of(*it)).examples < share]:
        yield from left


@click.command()
@click.option("--examples", default=100_000, show_default=True, help="In all, those done included.")
@click.option("--seconds", type=float, help="Stops after so long.")
@click.option("--law", "laws", multiple=True, help="A law's number or name; all without.")
@click.option("--format", "formats", multiple=True, help="A format's name; all without.")
@click.option("--seed", default=1, show_default=True)
@click.option("--folder", type=click.Path(path_type=Path), default=FOLDER, help="Of the state.")
@click.option("--page", "told_at", type=click.Path(path_type=Path), default=PAGE)
def campaign(
    *,
    examples: int,
    seconds: float | None,
    laws: tuple[str, ...],
    formats: tuple[str, ...],
    seed: int,
    folder: Path,
    told_at: Path,
) -> None:
    """The laws over many examples, every format alike; what breaks them is kept as tests."""
    chosen = [it for it in all_laws() if not laws or {it.name, str(it.number)} & set(laws)]
    targets = [it for it in READ_AND_WRITTEN if not formats or it.name in formats]
    pairs = [(law, fmt) for law in chosen for fmt in targets]
    if not pairs:
        raise click.UsageError("no law or no format is called so")
    state = loaded(folder / "state.json", seed=seed, day=datetime.now(UTC).date().isoformat())
    share = -(-examples // len(pairs))
    end = time.monotonic() + seconds if seconds is not None else None
    console = Console(stderr=True)
    with Progress(*COLUMNS, console=console) as progress:
        task = progress.add_task("laws", total=share * len(pairs))
        for law, fmt in rounds(pairs, state, share):
            done = sum(min(state.cell(key_of(*it)).examples, share) for it in pairs)
            progress.update(task, completed=done, description=f"law {law.number} {fmt.name}")
            if end is not None and time.monotonic() > end:
                break
            step(law, fmt, state, share)
            kept(state, folder / "state.json")
        progress.update(task, completed=share * len(pairs) if end is None else done)
    told_at.write_text(page(state, all_laws(), READ_AND_WRITTEN), encoding="utf-8")
    found = sum(len(cell.findings) for cell in state.cells.values())
    if found:
        (folder / "test_findings.py").write_text(as_tests(state), encoding="utf-8")
        console.print(f"{found} breaches, as tests in {folder / 'test_findings.py'}")
        raise SystemExit(1)
    console.print(f"no breach; see {told_at}")


def step(law: Law, fmt: Format, state: State, share: int) -> None:
    """One batch of a cell."""
    cell = state.cell(key_of(law, fmt))
    begun = time.monotonic()
    seen = run_batch(
        law, fmt, cell, start=state.seed, size=min(BATCH, max(share - cell.examples, 1))
    )
    cell.seconds += time.monotonic() - begun
    state.add(fmt.name, seen)


if __name__ == "__main__":
    campaign()
