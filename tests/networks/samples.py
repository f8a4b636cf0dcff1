"""Pathways for the tests of networks, and their edges as a reader would tell them."""

from textwrap import dedent

import pathport
from pathport import Pathway
from pathport.networks.influence import influence_view
from pathport.networks.network import Complexes, Interaction, Network

__all__ = ["ARROWS", "document", "told"]

ARROWS = {
    Interaction.POSITIVE: "->",
    Interaction.NEGATIVE: "-|",
    Interaction.UNKNOWN: "-?",
    Interaction.BINDING: "--",
    Interaction.ASSOCIATION: "..",
}

HEAD = """
pathport: 1
id: a
compartments:
  ec: {name: extracellular region, dimensions: 3}
  pm: {name: plasma membrane, dimensions: 2, inside: ec}
  cyt: {name: cytosol, dimensions: 3, inside: pm}
molecules:
  L: {kind: protein, roles: ligand}
  D: {kind: small molecule, roles: drug}
  R: {kind: protein, roles: GPCR}
  A: {kind: protein}
  B: {kind: protein}
  C: {kind: protein}
  S: {kind: small molecule}
  T: {kind: small molecule}
  G: {kind: protein, roles: G protein subunit}
  U: {kind: protein, roles: ubiquitin}
  ATP: {kind: small molecule, identifiers: {is: chebi:30616}}
  GTP: {kind: small molecule, identifiers: {is: chebi:15996}}
  GDP: {kind: small molecule, identifiers: {is: chebi:17552}}
  B_gene: {kind: gene}
  growth: {kind: phenotype}
"""


def document(text: str) -> Pathway:
    """The pathway of a document whose molecules and compartments are those above."""
    return pathport.read((HEAD + dedent(text)).encode(), "yaml")


def told(pathway: Pathway, complexes: Complexes = Complexes.WHOLE) -> set[str]:
    """The influences of a pathway, each as `A -> B`."""
    return edges_told(influence_view(pathway, complexes))


def edges_told(network: Network) -> set[str]:
    """The edges of a view of influences, each as `A -> B`."""
    return {
        f"{each.source} {ARROWS[Interaction(each.interaction)]} {each.target}"
        for each in network.edges
    }
