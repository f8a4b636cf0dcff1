"""From influences to edges: those that say the same of the same two nodes are one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pathport.model.pathway import Pathway
from pathport.model.things import Association, Control, Process, Thing
from pathport.networks.columns import about_columns, modules_of
from pathport.networks.network import Cell, Edge, Interaction

__all__ = ["Influence", "edges_of"]


class Influence(NamedTuple):
    """One node acts on another, or belongs with it, because of a thing of the pathway."""

    source: str
    target: str
    interaction: Interaction
    directed: bool
    of: Thing


def edges_of(influences: Iterable[Influence], pathway: Pathway) -> tuple[Edge, ...]:
    """The edges, in the order of their ends."""
    found: defaultdict[tuple[str, str, Interaction, bool], dict[str, Thing]] = defaultdict(dict)
    for each in influences:
        found[each[:4]][each.of.id] = each.of
    modules = modules_of(pathway)
    return tuple(
        Edge(
            source=source,
            target=target,
            interaction=interaction,
            directed=directed,
            columns=_columns(things, modules),
        )
        for (source, target, interaction, directed), things in sorted(found.items())
    )


def _columns(
    things: Mapping[str, Thing], modules: Mapping[str, tuple[str, ...]]
) -> dict[str, Cell]:
    """What the things say that an edge comes from, all together."""
    columns: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for id_, thing in sorted(things.items()):
        columns[CONSTRUCT[type(thing)]][id_] = None
        if isinstance(thing, Control):
            columns["effects"][thing.effect] = None
            columns["mechanisms"] |= {thing.mechanism: None} if thing.mechanism else {}
            columns["modules"] |= dict.fromkeys(modules.get(thing.target or "", ()))
        columns["modules"] |= dict.fromkeys(modules.get(id_, ()))
        if thing.name:
            columns["described"][thing.name] = None
        for name, cell in about_columns(thing).items():
            if isinstance(cell, tuple) and name in SHOWN:
                columns[name] |= dict.fromkeys(cell)
    return {name: tuple(map(str, cell)) for name, cell in columns.items() if cell}


CONSTRUCT: Mapping[type[Thing], str] = {
    Process: "processes",
    Control: "controls",
    Association: "associations",
}
SHOWN = frozenset({"identifiers", "references", "evidence", "notes"})
