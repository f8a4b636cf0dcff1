"""The front page names what there is, and nothing else."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_it_links_to_files_that_are_there() -> None:
    linked = re.findall(r"\]\(([^):]+)\)", README)
    assert [name for name in linked if not (ROOT / name).is_file()] == []


def test_it_names_every_page_of_the_docs() -> None:
    pages = {page.relative_to(ROOT).as_posix() for page in (ROOT / "docs").rglob("*.md")}
    assert {page for page in pages if f"]({page})" not in README} == set()
