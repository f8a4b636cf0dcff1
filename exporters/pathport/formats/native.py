"""How every format with constructs of its own is read and written as a whole.

Written: native constructs first, read back natively; what differs becomes records; then the same
constructs again with their records. Read: natively, then the records that still hold; then what
breaks the rules of the model is taken out.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from pathport.errors import FaultyError
from pathport.fidelity.measure import NO_FACTS, Belonging, Marks, measured
from pathport.fidelity.mending import UNSOUND, mended
from pathport.fidelity.reading import Reading
from pathport.fidelity.reasons import Reasons
from pathport.fidelity.records import Anchor
from pathport.fidelity.restore import restored
from pathport.findings import Finding, Location, Severity
from pathport.formats import NativeReader, Options, Read, Written
from pathport.formats.lines import with_lines
from pathport.model.facts import Facts
from pathport.model.faults import Fault
from pathport.model.pathway import Pathway

__all__ = ["NativeReader", "NativeWriter", "read_whole", "whole", "write_whole"]


class NativeWriter(Protocol):
    """Writes a format's own constructs, with these marks on their elements."""

    def __call__(self, pathway: Pathway, marks: Marks, options: Options) -> bytes:
        """The file."""


class Belongings(Protocol):
    """Says which thing of the pathway each occurrence in its file belongs to."""

    def __call__(self, pathway: Pathway) -> Mapping[Anchor, Belonging]:
        """Construct and native id of each occurrence, and what it belongs to."""


def write_whole(
    pathway: Pathway,
    options: Options,
    *,
    write: NativeWriter,
    read: NativeReader,
    belongings: Belongings,
    reasons: Reasons = MappingProxyType({}),
    placeholders: Facts = NO_FACTS,
) -> Written:
    """The pathway as a file of the format that these functions make, with its account.

    ``reasons`` is the format's table of why facts of a kind may not be native; ``placeholders`` are
    the facts that it says beside those of the pathway for being run.
    """
    native = read(write(pathway, Marks(), options))
    marks, account = measured(pathway, native, belongings(pathway), placeholders=placeholders)
    return Written(content=write(pathway, marks, options), account=account.explained(reasons))


def read_whole(content: bytes, *, path: str, read: NativeReader) -> Read:
    """The pathway that a file of the format holds, as ``whole`` makes it.

    :raises FaultyError: as ``whole`` does.
    """
    return whole(read(content, path=path), path=path)


def whole(reading: Reading, *, path: str = "", as_shown: bool = False) -> Read:
    """The pathway of a native reading, with the records that hold; ``as_shown`` with all places
    of the file.

    Where the places of the file are its own because one of them was changed, it has the lines too
    that are shown. What breaks the rules of the model is left out, and named. Findings are in file
    order, each once, though what is met twice in reading is told twice.

    :raises FaultyError: if there is nothing that could be left out.
    """
    pathway, faulty, dropped, is_redrawn = restored(reading, path=path, as_shown=as_shown)
    pathway, odd, had = mended(pathway, faulty)

    def place_of(fault: Fault) -> Location:
        line = reading.lines.get(fault.place[:2], 0)
        return Location(path=path, line=line, subject=fault.subject)

    faults = [fault.finding(place_of(fault)) for fault in odd]
    errors = [fault for fault in faults if fault.severity is Severity.ERROR]
    if errors:
        raise FaultyError(*errors)
    unsound = [
        UNSOUND.finding(f"{fault.subject}: {fault.sentence}", place=place_of(fault))
        for fault in had
    ]
    if is_redrawn:
        pathway = with_lines(pathway, reading)
    found = dict.fromkeys((*reading.findings, *reading.late(pathway), *dropped, *unsound, *faults))
    return Read(pathway=pathway, findings=tuple(sorted(found, key=_in_file)))


def _in_file(finding: Finding) -> tuple[bool, int, int]:
    """Where a finding stands among the others; what is known to be in no line is the last."""
    place = finding.place
    return not place.line, place.line, place.column
