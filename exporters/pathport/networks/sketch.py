"""Where the nodes of a view of influences are: as the engine lays out a sketch of the view.

In the sketch a node is a species in the place where most of its species are, those in which it is
alone before others, and what one node does to another is a process from the one to the other; so
lines lead downwards, and few of them cross.
A node that the engine draws several times is where it is drawn first.
"""

from collections import Counter
from collections.abc import Mapping

from pathport.layout.engine import laid_out
from pathport.model.enumerations import Kind, Role
from pathport.model.parts import Participant
from pathport.model.pathway import Pathway
from pathport.model.things import Form, Molecule, Process, Species
from pathport.networks.network import Network, Node
from pathport.networks.places import Spot, in_rows, is_large

__all__ = ["sketched"]

KINDS = frozenset(Kind)


def sketched(network: Network, pathway: Pathway) -> dict[str, Spot]:
    """The places of the nodes; those of a large network are in rows, in the order of the nodes."""
    if is_large(network):
        return in_rows(network)
    found: dict[str, Spot] = {}
    for it in laid_out(_sketch(network, pathway)).glyphs:
        spot = Spot(it.x + it.width / 2, it.y + it.height / 2, it.width, it.height)
        found.setdefault(it.thing, spot)
    return {node.id: found[node.id] for node in network.nodes}


def _sketch(network: Network, pathway: Pathway) -> Pathway:
    species = {each.id: each for each in pathway.species}
    pairs = dict.fromkeys((each.source, each.target) for each in network.edges)
    return Pathway(
        id=pathway.id,
        compartments=pathway.compartments,
        molecules=tuple(map(_molecule, network.nodes)),
        species=tuple(
            Species(
                id=node.id,
                form=Form.SINGLE,
                molecule=node.id,
                compartment=_place(node, species),
            )
            for node in network.nodes
        ),
        processes=tuple(
            Process(
                id=f"{source} > {target}",
                inputs=(Participant(species=source),),
                outputs=(Participant(species=target),),
            )
            for source, target in pairs
        ),
    )


def _molecule(node: Node) -> Molecule:
    roles = node.columns.get("roles", ())
    return Molecule(
        id=node.id,
        name=node.name,
        kind=Kind(node.type) if node.type in KINDS else Kind.UNKNOWN,
        roles=tuple(map(Role, roles)) if isinstance(roles, tuple) else (),
    )


def _place(node: Node, species: Mapping[str, Species]) -> str | None:
    """The compartment where most of a node's species are; of several, the first by id."""
    ids = node.columns.get("species", ())
    own = [species[it] for it in ids if it in species] if isinstance(ids, tuple) else []
    alone = [it for it in own if it.molecule == node.id]
    found = Counter(it.compartment for it in alone or own if it.compartment is not None)
    return min(found, key=lambda it: (-found[it], it)) if found else None
