"""The nodes of a view of influences: molecules, complexes and sets as wholes, and outcomes."""

from collections import defaultdict
from collections.abc import Iterable

from pathport.model.enumerations import Kind
from pathport.model.things import Form, Process, Species
from pathport.networks.actors import Actors
from pathport.networks.columns import about_columns, molecule_columns, states_columns
from pathport.networks.network import Cell, Node

__all__ = ["nodes_of"]


def nodes_of(actors: Actors, outcomes: Iterable[Process]) -> tuple[Node, ...]:
    """The nodes that species stand for, in the order of their ids, then the outcomes."""
    species: defaultdict[str, list[Species]] = defaultdict(list)
    for each in actors.pathway.species:
        for node in actors.nodes(each.id):
            species[node].append(each)
    places = {each.id: each.name or each.id for each in actors.pathway.compartments}
    return (
        *(
            _node(node, actors, states_columns(its, places))
            for node, its in sorted(species.items())
        ),
        *map(_outcome, outcomes),
    )


def _node(id_: str, actors: Actors, columns: dict[str, Cell]) -> Node:
    molecule = actors.molecules.get(id_)
    if molecule:
        said = molecule_columns(molecule)
        return Node(id=id_, name=molecule.name or id_, type=molecule.kind, columns=said | columns)
    if id_ not in actors.wholes:
        alone = actors.species[id_]
        said = about_columns(alone)
        return Node(id=id_, name=alone.name or id_, type=Kind.UNKNOWN, columns=said | columns)
    return _whole(id_, actors, columns)


def _whole(id_: str, actors: Actors, columns: dict[str, Cell]) -> Node:
    """A complex or set; what all its species say of themselves alike, it says."""
    its = actors.wholes[id_]
    leaves = dict.fromkeys(it.molecule for it in actors.leaves(its[0].id))
    named = {each.name for each in its}
    parts = [actors.molecules[each].name or each for each in leaves if each in actors.molecules]
    said: dict[str, Cell] = {"members": tuple(sorted(leaves))}
    if len(its) == 1:
        said = about_columns(its[0]) | said
    return Node(
        id=id_,
        name=(next(iter(named)) if len(named) == 1 else None) or ":".join(parts) or id_,
        type=Kind.COMPLEX if its[0].form is Form.COMPLEX else "set",
        columns=said | columns,
    )


def _outcome(process: Process) -> Node:
    said = about_columns(process)
    return Node(id=process.id, name=process.name or process.id, type=process.type, columns=said)
