"""A pathway as a file of GPML 2013a: what GPML draws, and pathport's marks where they are told."""

from pathport.fidelity.measure import Marks, measured
from pathport.formats import Options, Written
from pathport.formats.gpml.belonging import belongings, on_elements
from pathport.formats.gpml.depicting import Depiction
from pathport.formats.gpml.dialect import GPML2013A
from pathport.formats.gpml.read import read_native
from pathport.formats.gpml.text import written
from pathport.model.pathway import Pathway

__all__ = ["write"]


def write(pathway: Pathway, options: Options = Options()) -> Written:  # noqa: ARG001, B008
    """The pathway as a GPML file, with the account of its facts."""
    depiction = Depiction(pathway, GPML2013A)
    native = read_native(written(depiction.drawing(Marks())).encode())
    marks, account = measured(pathway, native, belongings(depiction, native))
    content = written(depiction.drawing(on_elements(marks, native)))
    return Written(content=content.encode(), account=account)
