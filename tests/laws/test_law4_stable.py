"""Law 4, stable: what another program's file says comes back from every format, less the lost.

The corpora lie beside the repository (``../shared/corpus``); without them there is nothing to read.
"""

import gzip
from pathlib import Path

import pytest

from pathport.errors import UnreadableError
from pathport.fidelity.report import Status
from pathport.formats import format_named as named
from pathport.formats import known_formats
from pathport.model.facts import facts

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FORMATS = ("sbml", "biopax", "yaml", "json")
LARGE = 1_000_000
"""Bytes of a file that is too large for a run of all tests; ``pc7_large_58k`` alone is larger."""
UNREADABLE = {"biopax/bad/pc12_bad_bytes.owl.gz": "XML002"}
"""The files that are refused, each by the rule that says why."""
SUFFIXES = (".owl", ".owl.gz", ".xml", ".sbml.gz", ".xml.gz")


def files() -> list[str]:
    found = (path for name in ("biopax", "sbml") for path in (CORPUS / name).rglob("*"))
    return sorted(
        path.relative_to(CORPUS).as_posix()
        for path in found
        if path.name.endswith(SUFFIXES) and path.stat().st_size < LARGE
    )


def content_of(name: str) -> bytes:
    content = (CORPUS / name).read_bytes()
    return gzip.decompress(content) if name.endswith(".gz") else content


FILES = files()
READABLE = [name for name in FILES if name not in UNREADABLE]


def test_the_corpora_are_there() -> None:
    if not CORPUS.is_dir():
        pytest.skip("no corpora beside the repository")
    assert len(READABLE) > 40


@pytest.mark.parametrize("name", READABLE)
def test_stable(name: str) -> None:
    source = named(name.partition("/")[0]).module
    found = source.read(content_of(name), path=Path(name).name).pathway
    sent = facts(found)
    for target in FORMATS:
        written = named(target).module.write(found)
        lost = {entry.place for entry in written.account.of_status(Status.LOST)}
        back = facts(named(target).module.read(written.content).pathway)
        assert back == {place: value for place, value in sent.items() if place not in lost}, target


@pytest.mark.parametrize("name", [name for name in UNREADABLE if name in FILES])
def test_what_is_not_readable_is_refused_by_name(name: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        named(name.partition("/")[0]).module.read(content_of(name))
    assert [it.code for it in caught.value.findings] == [UNREADABLE[name]]


def test_every_format_that_is_built_is_under_the_law() -> None:
    assert {it.name for it in known_formats() if it.home and it.reads and it.writes} == set(FORMATS)
