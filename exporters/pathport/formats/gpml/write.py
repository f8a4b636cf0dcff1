"""A pathway as a file of GPML 2013a: what GPML draws, and pathport's marks where they are told."""

from collections.abc import Callable

from pathport.fidelity.measure import Marks
from pathport.formats import Options, Written
from pathport.formats.gpml.depicting import Depiction
from pathport.formats.gpml.dialect import GPML2013A
from pathport.formats.gpml.drawing import Drawing
from pathport.formats.gpml.read import read_native
from pathport.formats.gpml.text import written
from pathport.formats.gpml.writing import written_whole
from pathport.model.pathway import Pathway

__all__ = ["write", "write_plain"]


def write(pathway: Pathway, options: Options = Options()) -> Written:  # noqa: ARG001, B008
    """The pathway as a GPML file, with the account of its facts."""
    return written_whole(pathway, GPML2013A, spell=written, read=read_native)


def write_plain(pathway: Pathway, *, finished: Callable[[Drawing], Drawing] | None = None) -> bytes:
    """The pathway as a GPML file without records: what GPML says itself, for a public database.

    ``finished`` gives the drawing its last touches.
    """
    drawing = Depiction(pathway, GPML2013A).drawing(Marks())
    return written(finished(drawing) if finished else drawing).encode()
