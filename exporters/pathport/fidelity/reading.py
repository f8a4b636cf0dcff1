"""What a native reader gives: the pathway as any other program would understand the file.

The native reader knows nothing of pathport's records; it collects them unread, with the element
that each stands on. An object that has no element of its own in the format (a molecule in SBML) is
read once for each element that tells of it: an occurrence.
"""

from collections.abc import Callable, Iterable, Mapping

import msgspec

from pathport.fidelity.records import Anchor, Mark
from pathport.findings import Finding
from pathport.model.layout import Layout
from pathport.model.pathway import Pathway

__all__ = ["Reading"]


def no_lines() -> Layout:
    """The lines of a file that are no facts, of a format whose lines are all facts."""
    return Layout()


def nothing(_: Pathway) -> Iterable[Finding]:
    """What is lost late of a file of which all is known at once."""
    return ()


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A file as its format's native reader understands it.

    ``occurrences`` maps the construct and id of each native thing without an element of its own to
    the element on which it is seen. ``lines`` says where in the file a thing stands. ``homes`` maps
    field and key of what is said of the pathway as a whole, and stands on one element (a box, the
    way of a line), to that element; no field and an id, to an element that is natively one more of
    something else, and may be a thing of this id.
    """

    pathway: Pathway
    marks: tuple[Mark, ...] = ()
    occurrences: Mapping[Anchor, Anchor] = {}
    lines: Mapping[Anchor, int] = {}
    homes: Mapping[tuple[str, str], Anchor] = {}
    findings: tuple[Finding, ...] = ()
    """What was not understood: lost, by name and place."""
    late: Callable[[Pathway], Iterable[Finding]] = nothing
    """What is lost of the file unless the pathway has it in the end, records applied."""
    lines_shown: Callable[[], Layout] = no_lines
    """The lines that the file shows and that are no facts, as ways between the boxes of the
    pathway, with the signs that they end at: for whoever draws it."""
