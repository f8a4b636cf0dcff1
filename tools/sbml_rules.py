"""Compares our rules for SBML with libSBML's: over faulty documents of the tests, and real files.

``lines`` gives the table of the docs. The faulty documents are ``tests/formats/sbml/faulty.py``;
the real files stand beside the repository, ``../shared/corpus``, and are no part of the project.
"""

import gzip
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from pathport.findings import Finding, Severity
from pathport.formats.sbml.checks import checked
from pathport.formats.sbml.codes import COVERS, RULES
from pathport.formats.sbml.judge import judged, number_of
from pathport.formats.sbml.read import namespace_of
from pathport.formats.sbml.rules import is_told

__all__ = ["KEY", "Compared", "compared", "documents", "files", "lines"]

ROOT = Path(__file__).parents[1]
KEY = ROOT.parent / "shared" / "corpus"
SUFFIX = re.compile(r"\.(xml|sbml)(\.gz)?")
SBML = b"www.sbml.org/sbml/level"
HEAD = 4096


class Compared(msgspec.Struct, frozen=True):
    """A file: what ours find, what libSBML finds, and what it finds alone; notes are left out."""

    name: str
    ours: tuple[Finding, ...]
    theirs: tuple[Finding, ...]
    alone: tuple[Finding, ...]


def compared(content: bytes, name: str) -> Compared:
    """What both find in a file."""
    own = checked(content, namespace_of(content))
    theirs = [it for it in judged(content, 0) if it.severity is not Severity.NOTE]
    alone = tuple(it for it in theirs if not is_told(it, own))
    return Compared(name, own.findings, tuple(theirs), alone)


@cache
def files() -> tuple[Compared, ...]:
    """The real files of Level 2 and 3."""
    paths = [it for it in sorted(KEY.glob("*/*")) if SUFFIX.search(it.name)]
    found = [(it.name, it.read_bytes()) for it in paths]
    texts = [(name, gzip.decompress(it) if name.endswith(".gz") else it) for name, it in found]
    return tuple(compared(text, name) for name, text in texts if SBML in text[:HEAD])


@cache
def documents() -> tuple[tuple[str, Compared], ...]:
    """The faulty documents in each of their editions, with the code of the rule that they break."""
    sys.path.insert(0, str(ROOT))
    from tests.formats.sbml.faulty import FAULTY, document

    return tuple(
        (it.code, compared(document(it, edition).encode(), name))
        for name, it in FAULTY.items()
        for edition in it.editions
    )


def lines() -> Iterator[str]:
    """The table, rule by rule, and what libSBML alone finds in the real files."""
    yield "| code | rule | libSBML's numbers | documents | agreed | in files | alone |"
    yield "|---|---|---|---|---|---|---|"
    for rule in RULES:
        if rule.code in COVERS:
            numbers = " ".join(map(str, sorted(COVERS[rule.code])))
            counts = " | ".join(map(str, _counts(rule.code)))
            yield f"| {rule.code} | {rule.title} | {numbers} | {counts} |"
    yield ""
    yield "| libSBML alone | severity | findings | files |"
    yield "|---|---|---|---|"
    alone = Counter((number_of(it), it.severity) for file in files() for it in file.alone)
    for (number, severity), count in sorted(alone.items()):
        held = sum(any(number_of(it) == number for it in file.alone) for file in files())
        yield f"| {number} | {severity} | {count} | {held} |"


def _counts(code: str) -> tuple[int, int, int, int]:
    """Documents that break a rule, those in which libSBML agrees; findings in files, ours alone."""
    broken = [it for of, it in documents() if of == code]
    agreed = [it for it in broken if _is_found(code, it)]
    found = [it for file in files() for it in file.ours if it.code == code]
    alone = [
        it for file in files() if not _is_found(code, file) for it in file.ours if it.code == code
    ]
    return len(broken), len(agreed), len(found), len(alone)


def _is_found(code: str, file: Compared) -> bool:
    """Whether libSBML finds what a rule of ours does: told of the same element, so not alone."""
    shared = [it for it in file.theirs if it not in file.alone]
    return any(number_of(it) in COVERS[code] for it in shared)
