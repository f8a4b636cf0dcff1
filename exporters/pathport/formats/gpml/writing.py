"""A pathway as a file of one version of GPML, with its account: drawn, read back, drawn again."""

from collections.abc import Callable

from pathport.fidelity.measure import Marks, measured
from pathport.fidelity.reading import Reading
from pathport.formats import Written
from pathport.formats.gpml.belonging import belongings, on_elements
from pathport.formats.gpml.depicting import Depiction
from pathport.formats.gpml.dialect import Dialect
from pathport.formats.gpml.drawing import Drawing
from pathport.model.pathway import Pathway

__all__ = ["written_whole"]


def written_whole(
    pathway: Pathway,
    dialect: Dialect,
    *,
    spell: Callable[[Drawing], str],
    read: Callable[[bytes], Reading],
) -> Written:
    """The pathway in this dialect; what its boxes belong to is known once they have been read."""
    depiction = Depiction(pathway, dialect)
    native = read(spell(depiction.drawing(Marks())).encode())
    named = belongings(depiction, native)
    marks, account = measured(pathway, native, named)
    content = spell(depiction.drawing(on_elements(marks, native, named)))
    return Written(content=content.encode(), account=account.explained(dialect.reasons))
