"""Between pathways and the models of other libraries that users hold in memory, without a file.

A model is made of what the file of a pathway would say, and read as that file would be. Nothing
here knows how; the library is loaded on first use.
"""

from typing import TYPE_CHECKING

from pathport.api.writing import check_pathway, options_of
from pathport.formats import Read
from pathport.formats.biopax.neighbour import Modelled, read_model, write_model
from pathport.model.check import checked
from pathport.model.pathway import Pathway
from pathport.safety.collector import collector_paused

if TYPE_CHECKING:
    from pybiopax.biopax import BioPaxModel

__all__ = ["Modelled", "from_pybiopax", "to_pybiopax"]


def to_pybiopax(pathway: Pathway, *, base: str | None = None) -> Modelled:
    """The pathway as a ``pybiopax.biopax.BioPaxModel``, with the account of its facts.

    The model says what the BioPAX file says; what pybiopax can't hold of that is lost in the
    account, with the reason. Numbers and truth values are numbers and truth values, which
    pybiopax's own writer leaves out of a file: findings tell which. ``base`` is the base of URIs.

    :raises FaultyError: if the pathway breaks the rules of the model.
    :raises UnsupportedError: if the base is none.
    """
    check_pathway(pathway)
    options = options_of(base, full_check=False)
    with collector_paused():
        return write_model(checked(pathway), options)


def from_pybiopax(model: "BioPaxModel") -> Read:
    """The pathway that a model of pybiopax's holds, and what was found on the way.

    The model is read as it is, and stays so: made by pybiopax from a file, by ``to_pybiopax``, or
    by hand. What pybiopax did not keep of a file is not in its model.

    :raises UnreadableError: if the model has no objects, or holds what is none.
    :raises FaultyError: if what it says breaks the rules of the pathway model.
    """
    from pybiopax.biopax import BioPaxModel

    if not isinstance(model, BioPaxModel):
        raise TypeError(f"expected a pybiopax.biopax.BioPaxModel, found {model!r}"[:200])
    with collector_paused():
        return read_model(model)
