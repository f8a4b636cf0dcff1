"""What several of these tests use: a pathway of every construct, networks of others as trees."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pathport
from pathport.document import YAML
from pathport.document.load import load
from pathport.formats import Read, Written, cx2
from pathport.model.pathway import Pathway

__all__ = ["FLAGSHIP", "aspects", "flagship", "foreign", "pathway", "read", "tree_of", "values"]

FLAGSHIP = Path(__file__).parents[3] / "examples" / "cxcr4.yaml"

SAMPLE = """\
pathport: 1
id: sample
title: Every construct
description: [What it shows., More of it.]
organism: ncbitaxon:9606
authors: [{name: Ada Lovelace, orcid: 0000-0002-1825-0097}]
version: "3"
licence: CC0-1.0
figure: {reference: pubmed:8752281, label: Figure 2}
references: [pubmed:8752281, pubmed:8752282]
identifiers: {is version of: go:0038146}
compartments:
  ec: {name: extracellular region, identifiers: go:0005576}
  pm: {name: plasma membrane, identifiers: go:0005886, dimensions: 2}
  cyt: {name: cytosol, identifiers: go:0005829, inside: pm}
molecules:
  CXCL12: {kind: protein, roles: ligand, identifiers: [uniprot:P48061, hgnc:10672], synonyms: SDF-1}
  CXCR4: {kind: protein, roles: GPCR, identifiers: uniprot:P61073}
  AKT: {kind: family, roles: kinase, members: [AKT1, AKT2]}
  AKT1: {kind: protein, identifiers: uniprot:P31749}
  AKT2: {kind: protein, identifiers: uniprot:P31751}
  ATP: {kind: small molecule, identifiers: chebi:15422}
  ADP: {kind: small molecule, identifiers: chebi:16761}
  growth: {kind: phenotype, identifiers: go:0040007}
processes:
  E01:
    is: CXCL12@ec + CXCR4@pm -> CXCL12:CXCR4@pm
    type: binding
    evidence: eco:0000269 pubmed:8752281
    identifiers: reactome:R-HSA-380108
  E02:
    is: "AKT@cyt + 2 ATP@cyt -> AKT{pS473,active}@cyt + 2 ADP@cyt"
    type: phosphorylation
    controls:
      - by: "CXCL12:CXCR4@pm and not CXCR4{pS324}@pm"
        effect: catalysis
        mechanism: allosteric
influences:
  grows: {on: growth, by: "AKT{pS473,active}@cyt", effect: stimulation, references: pubmed:8752282}
associations:
  pair: {between: [AKT@cyt, CXCR4@pm], type: physical association}
modules:
  signalling: {name: Signalling, members: [E01, E02, grows], order: E01 -> E02}
"""


def pathway() -> Pathway:
    """A pathway with a thing of every construct."""
    return load(SAMPLE, syntax=YAML).pathway


@cache
def flagship() -> Written:
    """The flagship as it is written."""
    return cx2.write(pathport.read(FLAGSHIP))


def tree_of(sent: Pathway) -> Any:
    """What a pathway is written as."""
    return json.loads(cx2.write(sent).content)


def aspects(tree: Any) -> dict[str, Any]:
    """The aspects of a network by name."""
    return {name: elements for part in tree for name, elements in part.items()}


def values(tree: Any, aspect: str) -> list[dict[str, Any]]:
    """The values of nodes or edges under the names of their columns."""
    found = aspects(tree)
    columns = found["attributeDeclarations"][0][aspect]
    named = {told["a"]: column for column, told in columns.items() if "a" in told}
    return [
        {named.get(key, key): value for key, value in element["v"].items()}
        for element in found[aspect]
    ]


def read(tree: Any) -> Read:
    """What a network holds."""
    return cx2.read(json.dumps(tree).encode(), path="x.cx2")


def foreign(
    nodes: list[dict[str, Any]], edges: list[dict[str, Any]], **about: Any
) -> list[dict[str, Any]]:
    """A network as NDEx serves it; nodes and edges have their values, places and ends at once."""
    columns = {
        "nodes": {"name": {"a": "n"}, "represents": {"a": "r"}, "type": {"v": "protein"}},
        "edges": {"interaction": {"a": "i"}},
    }
    for aspect, elements in (("nodes", nodes), ("edges", edges)):
        for element in elements:
            for key, value in dict(element["v"]).items():
                if key not in ("n", "r", "i"):
                    columns[aspect].setdefault(key, _declared(value))
    network = {key: _declared(value) for key, value in about.items()}
    told = {
        "attributeDeclarations": [{**columns, "networkAttributes": network}],
        "networkAttributes": [about],
        "nodes": [{"id": number, **node} for number, node in enumerate(nodes, 5)],
        "edges": [{"id": number, **edge} for number, edge in enumerate(edges)],
    }
    counts = [{"name": name, "elementCount": len(it)} for name, it in told.items()]
    return [
        {"CXVersion": "2.0", "hasFragments": False},
        {"metaData": counts},
        *({name: elements} for name, elements in told.items()),
        {"status": [{"success": True, "error": ""}]},
    ]


def _declared(value: Any) -> dict[str, str]:
    types = {bool: "boolean", int: "integer", float: "double", list: "list_of_string"}
    return {"d": types.get(type(value), "string")}
