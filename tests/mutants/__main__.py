"""Every row of every table, dropped or exchanged: `make mutants`, or `python -m tests.mutants`.

What became of a mutant stands in ``.mutants/`` after every one, so that a run that was stopped goes
on; what survived is tried again, for a test may have come. ``--anew`` forgets all.
"""

import time
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress
from tests.campaign.__main__ import COLUMNS
from tests.campaign.state import kept
from tests.mutants.hunt import Hunt
from tests.mutants.page import page, unexplained
from tests.mutants.sources import sources
from tests.mutants.state import loaded
from tests.mutants.tables import mutants_of

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".mutants"
PAGE = ROOT / "docs" / "mutants.md"


@click.command()
@click.option("--seconds", type=float, help="Stops after so long.")
@click.option("--only", default="", help='Those whose names begin so, as "sbml KIND:".')
@click.option("--anew", is_flag=True, help="Forgets what was done.")
@click.option("--folder", type=click.Path(path_type=Path), default=FOLDER, help="Of the state.")
@click.option("--page", "told_at", type=click.Path(path_type=Path), default=PAGE)
def mutants(*, seconds: float | None, only: str, anew: bool, folder: Path, told_at: Path) -> None:
    """Changes one row of one table at a time, and looks for what tells."""
    known = [mutant for name in sources() for mutant in mutants_of(name)]
    chosen = [it for it in known if it.name.startswith(only)]
    if not chosen:
        raise click.UsageError(f'no mutant\'s name begins "{only}"')
    if anew:
        (folder / "state.json").unlink(missing_ok=True)
    state = loaded(folder / "state.json", day=datetime.now(UTC).date().isoformat())
    end = time.monotonic() + seconds if seconds is not None else None
    console = Console(stderr=True)
    hunt = Hunt()
    with Progress(*COLUMNS, console=console) as progress:
        for mutant in progress.track([it for it in chosen if not state.killed(it.name)]):
            if end is not None and time.monotonic() > end:
                break
            state.verdicts[mutant.name] = hunt.verdict(mutant)
            kept(state, folder / "state.json")
    told_at.write_text(page(state, known), encoding="utf-8")
    left = unexplained(state, chosen)
    if left:
        console.print(f"{len(left)} survive without a reason; see {told_at}")
        raise SystemExit(1)
    console.print(f"none survives without a reason; see {told_at}")


if __name__ == "__main__":
    mutants()
