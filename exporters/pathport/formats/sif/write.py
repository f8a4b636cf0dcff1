"""Writes a network as SIF and two tables, which Cytoscape imports by their first columns.

A line is source, interaction and target, with tabs between; a node without edges has a line of its
own (Cytoscape User Manual, Supported Network File Formats, SIF). Of edges Cytoscape makes the name
``source (interaction) target``, which is the first column of their table.
"""

from collections.abc import Iterable, Iterator, Mapping

from pathport.formats import Options, Written
from pathport.model.pathway import Pathway
from pathport.networks.account import unread
from pathport.networks.flat import flat
from pathport.networks.network import Cell, Edge, Network
from pathport.networks.rows import edge_row, node_row
from pathport.networks.views import network_of

__all__ = ["write"]

Row = Mapping[str, Cell]


def write(pathway: Pathway, options: Options = Options()) -> Written:  # noqa: B008 - frozen
    """The network that the options ask for, as SIF with its tables beside it."""
    network = network_of(pathway, options.view, options.complexes)
    return Written(
        content="".join(_lines(network)).encode(),
        beside=(
            _table({"id": each.id, **node_row(each)} for each in network.nodes),
            _table(_named(each) for each in network.edges),
        ),
        account=unread(pathway),
    )


def _lines(network: Network) -> Iterator[str]:
    ends = {end for each in network.edges for end in (each.source, each.target)}
    for edge in network.edges:
        yield f"{edge.source}\t{edge.interaction}\t{edge.target}\n"
    for node in network.nodes:
        if node.id not in ends:
            yield f"{node.id}\n"


def _named(edge: Edge) -> Row:
    return {"edge": edge.shared_name, **edge_row(edge)}


def _table(rows: Iterable[Row]) -> bytes:
    """Tab-separated values: a head, then a line for each row."""
    kept = list(rows)
    head = list(dict.fromkeys(name for row in kept for name in row))
    lines = [head, *([flat(row.get(name, "")) for name in head] for row in kept)]
    return "".join("\t".join(line) + "\n" for line in lines).encode()
