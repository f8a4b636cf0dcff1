"""Law 6, complete: every element, attribute and text of a foreign file is consumed into a fact, or
named in the report as lost, or exactly repeats what stands beside it, or says nothing of biology.

One part at a time is taken out of a file: then the facts or the report must be others. What says
nothing of biology stands in closed tables (``without_biology``). An attribute or a text of an
element that is lost as a whole is lost with it.

The default run takes one part of each kind from each file of the corpora, and fewer kinds from
large files; ``LAW6=all`` takes every part.
"""

import os
from collections import Counter
from functools import cached_property
from hashlib import sha256

import pytest
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from lxml import etree
from tests.laws.corpora import CORPUS, READABLE, content_of
from tests.laws.deletion import (
    ELEMENT,
    Part,
    bearer_of,
    hollow,
    inside,
    kind_of,
    parts_of,
    repeated,
    shown,
    without,
)
from tests.laws.law import law
from tests.laws.once import remembered
from tests.laws.strip import is_xml, strip
from tests.laws.without_biology import KNOWN, TABLES, found

from pathport.errors import PathportError
from pathport.formats import Format
from pathport.formats.detect import detected
from pathport.model.facts import Facts, facts
from pathport.model.pathway import Pathway

ALL = os.environ.get("LAW6") == "all"
MOST_BYTES = {"celldesigner": 600_000}
"""What is read of one file in the default run: its size times the parts that are taken out; of a
format of which there is much to read in few kinds of parts, less."""
MOST_BYTES_USUALLY = 3_000_000
REFUSED: Facts = {}

Outcome = tuple[Facts, Counter[tuple[str, str]]]
"""The facts of a file and what the report says, wherever it says it."""


class Reader:
    """Reads a tree over and over, each time without one of its parts."""

    def __init__(self, fmt: Format, content: bytes) -> None:
        self.fmt = fmt
        self.root = etree.fromstring(content)

    @cached_property
    def whole(self) -> Outcome:
        """The outcome of the whole file."""
        return self.outcome()

    def outcome(self) -> Outcome:
        try:
            read = self.fmt.module.read(etree.tostring(self.root))
        except PathportError as error:
            return REFUSED, Counter((it.code, it.sentence) for it in error.findings)
        return facts(read.pathway), Counter((it.code, it.sentence) for it in read.findings)

    def outcome_without(self, part: Part) -> Outcome:
        with without(part):
            return self.outcome()

    def is_passed_over(self, part: Part) -> bool:
        """Whether a part can go without a fact or a word, and is not lost with its element."""
        if self.outcome_without(part) != self.whole:
            return False
        bearer = bearer_of(part)
        if part.what == ELEMENT or bearer is self.root:
            return True
        told, report = self.outcome_without(Part(bearer, ELEMENT))
        return told != self.whole[0] or report == self.whole[1]

    @cached_property
    def parts(self) -> list[Part]:
        """The parts that may not go in silence."""
        name = self.fmt.name
        free = set(found((*TABLES.get(name, ()), *KNOWN.get(name, ())), self.root))
        free |= set(hollow(self.root, free))
        free |= {part for it in repeated(self.root) for part in inside(it)}
        return [it for it in parts_of(self.root) if it not in free]

    @cached_property
    def last_of_kind(self) -> dict[str, Part]:
        """The last of each kind of these parts."""
        return {kind_of(it): it for it in self.parts}

    def passed_over(self, parts: list[Part]) -> list[str]:
        return sorted({shown(it) for it in parts if self.is_passed_over(it)})


def sample(reader: Reader, content: bytes) -> list[Part]:
    """One part of each kind, the same in every run, as many as the size of the file allows."""
    chosen: dict[str, tuple[bytes, Part]] = {}
    tree = reader.root.getroottree()
    for part in reader.parts:
        kind = kind_of(part)
        lot = sha256(f"{kind} {tree.getpath(part.element)}".encode()).digest()
        if kind not in chosen or lot < chosen[kind][0]:
            chosen[kind] = lot, part
    lots = sorted((lot, kind) for kind, (lot, _) in chosen.items())
    most = MOST_BYTES.get(reader.fmt.name, MOST_BYTES_USUALLY)
    return [chosen[kind][1] for _, kind in lots[: most // len(content) + 1]]


def test_the_corpora_are_there() -> None:
    if not CORPUS.is_dir():
        pytest.skip("no corpora beside the repository")
    assert len(READABLE) > 40


@pytest.mark.parametrize("name", READABLE)
def test_complete(name: str) -> None:
    content = content_of(name)
    reader = Reader(detected(content, path=name), content)
    parts = reader.parts if ALL else sample(reader, content)
    assert reader.passed_over(parts) == []


def kinds_of_parts(fmt: Format, sent: Pathway) -> SearchStrategy[list[str]]:
    """Kinds of parts in the pathway's file without its records; documents have none."""
    kinds = reader_of(fmt, sent).last_of_kind if is_xml(fmt.module.write(sent).content) else {}
    if not kinds:
        return st.builds(list)
    return st.lists(st.sampled_from(sorted(kinds)), min_size=1, max_size=3, unique=True)


def reader_of(fmt: Format, sent: Pathway) -> Reader:
    """Reads the pathway's file without its records."""
    return remembered(fmt, Reader, strip(fmt.module.write(sent).content))


@law(kinds=kinds_of_parts)
def test_complete_of_what_is_written(fmt: Format, sent: Pathway, kinds: list[str]) -> list[str]:
    if not kinds:
        return []
    reader = reader_of(fmt, sent)
    return reader.passed_over([reader.last_of_kind[kind] for kind in kinds])
