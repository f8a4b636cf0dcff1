"""The views that a network can be of a pathway."""

from collections.abc import Callable, Mapping

from pathport.model.pathway import Pathway
from pathport.networks.influence import influence_view
from pathport.networks.network import Complexes, Network, View
from pathport.networks.process import process_view

__all__ = ["network_of"]

VIEWS: Mapping[View, Callable[[Pathway, Complexes], Network]] = {
    View.PROCESS: lambda pathway, _: process_view(pathway),
    View.INFLUENCE: influence_view,
}


def network_of(pathway: Pathway, view: View, complexes: Complexes) -> Network:
    """The network that a view gives of a pathway."""
    return VIEWS[view](pathway, complexes)
