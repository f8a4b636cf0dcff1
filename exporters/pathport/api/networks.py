"""From a pathway to a network in networkx or pandas, for those who just want a network."""

from typing import TYPE_CHECKING

from pathport.api.writing import check_pathway, options_of
from pathport.model.check import checked
from pathport.model.pathway import Pathway
from pathport.networks.libraries import Tables, graph_of, tables_of
from pathport.networks.network import Network
from pathport.networks.views import network_of

if TYPE_CHECKING:
    import networkx

__all__ = ["Tables", "to_networkx", "to_pandas"]


def to_networkx(
    pathway: Pathway, *, view: str | None = None, complexes: str | None = None
) -> "networkx.MultiDiGraph[str]":
    """The pathway as a directed multigraph, each column of nodes and edges an attribute.

    ``view`` is ``process`` (species and what happens to them; the default) or ``influence``
    (molecules and what they do to each other), where ``complexes`` are ``whole`` or stand for their
    ``parts``. Keys of edges are their ids; an edge without a direction is ``directed=False``.

    :raises FaultyError: if the pathway breaks the rules of the model.
    :raises UnknownNameError: if there is no such view.
    :raises UnsupportedError: if networkx is not installed (``pip install 'pathport[networks]'``).
    """
    return graph_of(_network(pathway, view, complexes))


def to_pandas(pathway: Pathway, *, view: str | None = None, complexes: str | None = None) -> Tables:
    """The pathway as a table of nodes and a table of edges, each indexed by id.

    ``view`` and ``complexes`` are as in `to_networkx`.

    :raises FaultyError: if the pathway breaks the rules of the model.
    :raises UnknownNameError: if there is no such view.
    :raises UnsupportedError: if pandas is not installed (``pip install 'pathport[networks]'``).
    """
    return tables_of(_network(pathway, view, complexes))


def _network(pathway: Pathway, view: str | None, complexes: str | None) -> Network:
    check_pathway(pathway)
    options = options_of(None, view=view, complexes=complexes)
    return network_of(checked(pathway), options.view, options.complexes)
