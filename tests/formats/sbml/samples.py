"""What several of these tests use: a pathway of many constructs, files as trees, libSBML's eyes."""

from pathlib import Path
from typing import Any

from lxml import etree

from pathport.document import YAML, read_document
from pathport.findings import Finding
from pathport.formats.sbml.terms import BQBIOL, CORE, GROUPS, PATHPORT, RDF
from pathport.model.pathway import Pathway

ROOT = Path(__file__).parents[3]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))

SAMPLE = """\
pathport: 1
id: sample
title: A sample
description: What each construct looks like.
organism: ncbitaxon:9606
authors:
- {name: Jane Doe, given: Jane, family: Doe, email: jane@example.org, organization: The Lab}
- {name: Ada B. Lovelace, given: Ada, family: Lovelace, orcid: 0000-0002-1825-0097}
created: 2026-11-20
modified: 2026-11-21T10:30:00Z
version: "3"
licence: CC0-1.0
identifiers: {is version of: go:0038160}
references: pubmed:8752281
compartments:
  ec: {name: extracellular region, identifiers: go:0005576, dimensions: 3, size: 2.5}
  pm: {name: plasma membrane, identifiers: go:0005886, dimensions: 2, inside: ec}
  cyt: {name: cytosol, identifiers: go:0005829, dimensions: 3, inside: pm}
molecules:
  LIG: {kind: protein, name: ligand, roles: ligand, identifiers: uniprot:P48061, synonyms: SDF-1}
  REC:
    kind: protein
    name: receptor
    identifiers: [uniprot:P61073, {is encoded by: hgnc:2561}, {is version of: pr:000001208}]
    organism: ncbitaxon:10090
    notes: Found everywhere.
    references: pubmed:8752280
  KIN: {kind: family, name: kinases, members: [KIN1, KIN2], site_sets: {loop: {sites: [pT308]}}}
  KIN1: {kind: protein, identifiers: uniprot:P31749}
  KIN2: {kind: protein, identifiers: uniprot:P31751}
  G: {kind: gene, identifiers: hgnc:3796}
  mRNA: {kind: RNA}
  ATP: {kind: small molecule, identifiers: chebi:15422}
  growth: {kind: phenotype, identifiers: go:0008283}
  DRUG: {kind: small molecule, identifiers: chebi:125354}
species:
  bound: {is: "LIG:REC@pm", name: bound receptor, identifiers: reactome:R-HSA-374220}
  rec_p: {is: "REC{pS324,pS325}@pm", notes: Two sites.}
  either: {members: [LIG@ec, bound], name: ligand in any form}
processes:
  binding:
    name: the ligand binds
    is: LIG@ec + REC@pm -> bound
    type: binding
    evidence: eco:0000269 pubmed:8752281
    notes: The first step.
    controls:
    - {id: block, by: DRUG@ec, effect: inhibition, mechanism: competitive}
  phosphorylation:
    is: REC@pm + 2 ATP@cyt -> rec_p
    type: phosphorylation
    references: [pubmed:8752280, doi:10.1038/382829a0]
    controls:
    - {id: both, by: "bound and KIN{loop}@cyt", effect: catalysis}
    - {id: unless, by: "bound and not DRUG@ec", effect: stimulation}
  loss: {is: rec_p -> 0, type: degradation}
  making: {is: 0 -> 3 mRNA@cyt, type: transcription, template: G@cyt}
  turn: {is: "2*REC@pm <-> (REC{active}:REC)@pm", type: conversion, spontaneous: true}
influences:
  grow: {by: rec_p, on: growth, effect: trigger, references: pubmed:8752281}
  grow_too: {by: "bound or KIN{loop}@cyt", on: growth, effect: stimulation}
associations:
  meeting: {between: [REC@pm, 2 KIN@cyt], type: direct interaction}
modules:
  all: {name: all of it, members: [inner, binding, grow]}
  inner: {name: inside, members: [phosphorylation, both, loss], order: [phosphorylation -> loss]}
"""


def sample() -> Pathway:
    """The sample, every construct that has an element in SBML at least once."""
    return document(SAMPLE)


def document(text: str) -> Pathway:
    """The pathway of a document."""
    return read_document(text.encode(), syntax=YAML).pathway


def example(path: Path) -> Pathway:
    """The pathway of an example."""
    return read_document(path.read_bytes(), syntax=YAML, path=str(path)).pathway


PREFIXES = {"s": CORE, "g": GROUPS, "p": PATHPORT, "rdf": RDF, "q": BQBIOL}


class Tree:
    """A file to be edited as another program would."""

    def __init__(self, content: bytes) -> None:
        self.root = etree.fromstring(content)

    def all(self, path: str) -> list[Any]:
        """Elements by XPath, with the prefixes s, g, p, rdf, q (bqbiol)."""
        found: Any = self.root.xpath(path, namespaces=PREFIXES)
        return list(found)

    def one(self, path: str) -> Any:
        """The one element of a path."""
        (element,) = self.all(path)
        return element

    def element(self, id_: str) -> Any:
        """The element with this id."""
        return self.one(f"//*[@id='{id_}' or @g:id='{id_}']")

    def remove(self, path: str) -> None:
        """Removes the one element of a path, and its list if it was the last."""
        element = self.one(path)
        parent = element.getparent()
        parent.remove(element)
        if not len(parent) and parent.tag.startswith(f"{{{CORE}}}listOf"):
            parent.getparent().remove(parent)

    @property
    def content(self) -> bytes:
        """The file as it is now."""
        return etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")


def stripped(content: bytes) -> bytes:
    """A file without pathport's records."""
    tree = Tree(content)
    for element in tree.all("//p:records"):
        element.getparent().remove(element)
    return tree.content


def libsbml_model(content: bytes) -> Any:
    """The model as libSBML reads it; it must be kept together with its document."""
    import libsbml

    read = libsbml.readSBMLFromString(content.decode())
    assert read.getModel() is not None
    return read


def lost_in(finding: Finding) -> str:
    """What was lost, without the words that all findings of losses have, and the element."""
    words, what = finding.sentence.split(": ", 1)
    assert words.removesuffix(" and others") == f"lost in reading {finding.place.subject}".strip()
    return what
