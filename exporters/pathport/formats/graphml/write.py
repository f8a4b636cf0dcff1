"""Writes a network as GraphML, by networkx; lists are texts, for GraphML has none."""

import io

from pathport.formats import Options, Written
from pathport.model.pathway import Pathway
from pathport.networks.account import unread
from pathport.networks.libraries import graph_of
from pathport.networks.views import network_of

__all__ = ["write"]


def write(pathway: Pathway, options: Options = Options()) -> Written:  # noqa: B008 - frozen
    """The network that the options ask for.

    :raises UnsupportedError: if networkx is not installed.
    """
    graph = graph_of(network_of(pathway, options.view, options.complexes), is_flat=True)
    from networkx import write_graphml_lxml

    content = io.BytesIO()
    write_graphml_lxml(graph, content)
    return Written(content=content.getvalue(), account=unread(pathway))
