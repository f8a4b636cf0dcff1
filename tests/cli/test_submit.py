"""``pathport submit`` as a command: what it says, its statuses, and what it leaves alone."""

from pathlib import Path

import msgspec
from tests.cli.running import Run
from tests.submission.test_submission import BROKEN, DOCUMENT, ODD, REASON


def test_the_command_says_what_it_placed(folder: Path, run: Run) -> None:
    (folder / "small.yaml").write_text(DOCUMENT, encoding="utf-8")
    done = run("submit", "small.yaml", "--out", "out", "--pr", "12")
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines()[0].startswith("out/WP0__PR12.gpml\t")
    (folder / "small.yaml").write_text(BROKEN, encoding="utf-8")
    done = run("submit", "small.yaml", "--out", "new", "--json")
    assert done.status == 1
    assert msgspec.json.decode(done.out)["files"] == []
    assert not (folder / "new").exists()
    (folder / "small.yaml").write_text(ODD, encoding="utf-8")
    assert run("submit", "small.yaml", "--out", "out", "--fail-on", "warning").status == 1
    (folder / "small.reasons.tsv").write_text(REASON, encoding="utf-8")
    done = run("submit", "small.yaml", "--out", "more", "--fail-on", "warning")
    assert (done.status, done.out.splitlines()[-2:]) == (
        0,
        ["without a reason\t0", "with a reason\t1"],
    )
    assert run("submit", "none.yaml", "--out", "out").status == 2
    assert run("submit", "small.yaml", "--out", "out", "--pr", "x").status == 2
