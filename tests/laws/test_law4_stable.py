"""Law 4, stable: what another program's file says comes back from every format, less the lost.

The corpora lie beside the repository (``../shared/corpus``); without them there is nothing to read.
The default run writes a file in its own format and in the half of the others that its lot falls on;
``LAW4=all`` writes it in all.
"""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from tests.laws.cases import READ_AND_WRITTEN
from tests.laws.corpora import CORPUS, FILES, READABLE, UNREADABLE, content_of

from pathport.errors import UnreadableError
from pathport.fidelity.report import Status
from pathport.formats import Format
from pathport.formats.detect import detected
from pathport.model.facts import facts
from pathport.model.pathway import Pathway

ALL = os.environ.get("LAW4") == "all"


def test_the_corpora_are_there() -> None:
    if not CORPUS.is_dir():
        pytest.skip("no corpora beside the repository")
    assert len(READABLE) > 40


def read(name: str) -> Pathway:
    content = content_of(name)
    return detected(content, path=name).module.read(content, path=Path(name).name).pathway


def targets(name: str) -> Iterator[Format]:
    """The formats that a file is written in, the same in every run."""
    own, _, _ = name.partition("/")
    for target in READ_AND_WRITTEN:
        lot = sha256(f"{name} {target.name}".encode()).digest()[0]
        if ALL or target.name == own or lot % 2 == 0:
            yield target


@pytest.mark.parametrize("name", READABLE)
def test_stable(name: str) -> None:
    found = read(name)
    sent = facts(found)
    for target in targets(name):
        written = target.module.write(found)
        lost = {entry.place for entry in written.account.of_status(Status.LOST)}
        back = facts(target.module.read(written.content).pathway)
        kept = {place: value for place, value in sent.items() if place not in lost}
        assert back == kept, target.name


@pytest.mark.parametrize("name", [name for name in UNREADABLE if name in FILES])
def test_what_is_not_readable_is_refused_by_name(name: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(name)
    assert [it.code for it in caught.value.findings] == [UNREADABLE[name]]
