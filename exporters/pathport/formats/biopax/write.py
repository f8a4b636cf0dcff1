"""Writes a pathway as BioPAX Level 3, in BioPAX's own constructs, with the marks on them.

What becomes which object is in ``plan``, what stands on each in ``write_molecules``,
``write_entities`` and ``write_interactions``. Equal pathways give equal bytes. Specification:
``biopax-level3.owl``; choices of construct: docs/formats/biopax.md.
"""

from pathport.fidelity.measure import Marks
from pathport.formats import Options, Written
from pathport.formats.biopax.plan import Plan, belongings
from pathport.formats.biopax.read import read_native
from pathport.formats.biopax.reasons import REASONS
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

__all__ = ["write", "write_native"]


def write(pathway: Pathway, options: Options = Options()) -> Written:  # noqa: B008 - frozen
    """The pathway as BioPAX, with the account of its facts."""
    written = _File(pathway, options)
    return write_whole(
        pathway,
        options,
        write=lambda _pathway, marks, _options: written.content(marks),
        read=read_native,
        belongings=lambda _pathway: belongings(written.plan),
        reasons=REASONS,
    )


def write_native(pathway: Pathway, marks: Marks, options: Options) -> bytes:
    """The file of a pathway; ``options.base`` is where its URIs begin."""
    return _File(pathway, options).content(marks)


class _File:
    """The file of a pathway but for its records, so that nothing is made twice."""

    def __init__(self, pathway: Pathway, options: Options) -> None:
        self.plan = Plan(pathway)
        self.uris = Uris(pathway.id, options.base)
        self.writing = Writing(self.plan, self.uris)
        for write_some in (
            write_compartments,
            write_molecules,
            write_species,
            write_interactions,
            write_modules,
            write_pathway,
        ):
            write_some(self.writing)

    def content(self, marks: Marks) -> bytes:
        """The file with these records."""
        return self.writing.objects.content(self.uris.pathway, self.uris.header, marks)
