"""A pathway as a file of GPML 2021: what GPML draws, and pathport's marks where they are told."""

from pathport.formats import Options, Written
from pathport.formats.gpml.writing import written_whole
from pathport.formats.gpml2021.dialect import GPML2021
from pathport.formats.gpml2021.read import read_native
from pathport.formats.gpml2021.text import written
from pathport.model.pathway import Pathway

__all__ = ["write"]


def write(pathway: Pathway, options: Options = Options()) -> Written:  # noqa: ARG001, B008
    """The pathway as a GPML file, with the account of its facts."""
    return written_whole(pathway, GPML2021, spell=written, read=read_native)
