"""The views that a network can be of a pathway, and where the nodes of each are."""

from collections.abc import Callable, Mapping

from pathport.model.pathway import Pathway
from pathport.networks.influence import influence_view
from pathport.networks.network import Complexes, Network, View
from pathport.networks.places import Spot, spots
from pathport.networks.process import process_view
from pathport.networks.sketch import sketched

__all__ = ["network_of", "places_of"]

VIEWS: Mapping[View, Callable[[Pathway, Complexes], Network]] = {
    View.PROCESS: lambda pathway, _: process_view(pathway),
    View.INFLUENCE: influence_view,
}
PLACES: Mapping[View, Callable[[Network, Pathway], dict[str, Spot]]] = {
    View.PROCESS: spots,
    View.INFLUENCE: sketched,
}


def network_of(pathway: Pathway, view: View, complexes: Complexes) -> Network:
    """The network that a view gives of a pathway."""
    return VIEWS[view](pathway, complexes)


def places_of(network: Network, pathway: Pathway, view: View) -> dict[str, Spot]:
    """The places of the nodes of a network that is a view of this pathway."""
    return PLACES[view](network, pathway)
