"""How every format with constructs of its own is read and written as a whole.

Written: native constructs first, read back natively; what differs becomes records; then the same
constructs again with their records. Read: natively, then the records that still hold.
"""

from collections.abc import Mapping
from typing import Protocol

from pathport.errors import FaultyError
from pathport.fidelity.measure import Belonging, Marks, measured
from pathport.fidelity.reading import Reading
from pathport.fidelity.records import Anchor
from pathport.fidelity.restore import restored
from pathport.findings import Location, Severity
from pathport.formats import Options, Read, Written
from pathport.model.pathway import Pathway

__all__ = ["NativeReader", "NativeWriter", "read_whole", "write_whole"]


class NativeReader(Protocol):
    """Reads a format's own constructs, and collects pathport's marks without understanding them."""

    def __call__(self, content: bytes, *, path: str = "") -> Reading:
        """The pathway as another program understands the file."""


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
) -> Written:
    """The pathway as a file of the format that these functions make, with its account."""
    native = read(write(pathway, Marks(), options))
    marks, account = measured(pathway, native, belongings(pathway))
    return Written(content=write(pathway, marks, options), account=account)


def read_whole(content: bytes, *, path: str, read: NativeReader) -> Read:
    """The pathway that a file of the format holds.

    :raises FaultyError: if what it says, records applied, breaks the rules of the model.
    """
    reading = read(content, path=path)
    pathway, found, dropped = restored(reading, path=path)
    faults = [
        fault.finding(Location(path=path, line=reading.lines.get(fault.place[:2], 0)))
        for fault in found
    ]
    errors = [fault for fault in faults if fault.severity is Severity.ERROR]
    if errors:
        raise FaultyError(*errors)
    return Read(pathway=pathway, findings=(*reading.findings, *dropped, *faults))
