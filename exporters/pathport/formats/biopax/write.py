"""Writes a pathway as BioPAX Level 3, in BioPAX's own constructs, with the marks on them.

What becomes which object is in ``plan``, what stands on each in ``write_molecules``,
``write_entities`` and ``write_interactions``. Equal pathways give equal bytes. Specification:
``biopax-level3.owl``; choices of construct: docs/formats/biopax.md.
"""

from pathport.fidelity.measure import Marks
from pathport.formats import Options, Written
from pathport.formats.biopax.plan import Plan, belongings
from pathport.formats.biopax.read import read_native
from pathport.formats.biopax.uris import Uris
from pathport.formats.biopax.write_entities import write_species
from pathport.formats.biopax.write_interactions import (
    write_interactions,
    write_modules,
    write_pathway,
)
from pathport.formats.biopax.write_molecules import write_compartments, write_molecules
from pathport.formats.biopax.writing import Writing
from pathport.formats.native import write_whole
from pathport.model.pathway import Pathway

__all__ = ["belongings", "write", "write_native"]


def write(pathway: Pathway, options: Options = Options()) -> Written:  # noqa: B008 - frozen
    """The pathway as BioPAX, with the account of its facts."""
    return write_whole(
        pathway, options, write=write_native, read=read_native, belongings=belongings
    )


def write_native(pathway: Pathway, marks: Marks, options: Options) -> bytes:
    """The file of a pathway; ``options.base`` is where its URIs begin."""
    w = Writing(Plan(pathway), Uris(pathway.id, options.base), marks)
    write_compartments(w)
    write_molecules(w)
    write_species(w)
    write_interactions(w)
    write_modules(w)
    write_pathway(w)
    return w.objects.content(w.uris.pathway)
