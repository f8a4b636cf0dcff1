"""What several of these tests use: pathways of many constructs, and files that can be edited."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from pathport.formats import biopax, yaml
from pathport.formats.biopax.ontology import NAMESPACE
from pathport.model.pathway import Pathway

ROOT = Path(__file__).parents[3]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
BP = f"{{{NAMESPACE}}}"
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
ABOUT, RESOURCE = f"{{{RDF}}}about", f"{{{RDF}}}resource"

MOLECULES = """\
pathport: 1
id: sample
title: A sample
description: What each construct looks like.
organism: ncbitaxon:9606
licence: CC0-1.0
version: "3"
authors: [Ada Lovelace]
identifiers: {is version of: go:0038160}
references: pubmed:8752281
publications:
  pubmed:8752281: {title: The ligand, authors: [Oberlin, Amara], journal: Nature, year: 1996}
compartments:
  ec: {name: extracellular region, identifiers: go:0005576, dimensions: 3}
  pm: {name: plasma membrane, identifiers: go:0005886, dimensions: 2, inside: ec, notes: A skin.}
  cyt: {name: cytosol, identifiers: go:0005829}
  nuc: {name: nucleus, identifiers: go:0005634}
  spot: {name: a spot of our own}
molecules:
  LIG:
    kind: protein
    name: ligand
    roles: ligand
    identifiers: {is: uniprot:P48061, is encoded by: hgnc:10672, is version of: fplx:CCL}
    synonyms: [SDF-1, stromal cell-derived factor 1]
    references: pubmed:8752280
    evidence: eco:0000269 pubmed:8752281
  REC:
    kind: protein
    identifiers: uniprot:P61073
    notes: Found everywhere.
    sites: [{site: pS321, note: kinase not given}, {site: pS324, reference: pubmed:30936203}]
    site_sets:
      tail: {logic: any, sites: [pS346, {site: pS347, reference: pubmed:30936203}]}
  KIN:
    kind: family
    name: kinases
    members: [KIN1, KIN2]
    site_sets: {loop: {sites: {KIN1: pT308, KIN2: pT309}}}
  KIN1: {kind: protein, identifiers: uniprot:P31749}
  KIN2: {kind: protein, identifiers: uniprot:P31751}
  THREE: {kind: complex, name: The trio, identifiers: complexportal:CPX-1, members: [REC, 2*KIN1]}
  BOX: {kind: complex, name: black box}
  MIX: {kind: family, name: one or the other, members: [REC, ATP]}
  G: {kind: gene, name: gene of it, identifiers: hgnc:3796}
  D: {kind: DNA}
  R: {kind: RNA, name: transcript}
  GP: {kind: gene product, identifiers: {is encoded by: hgnc:2561}}
  ATP: {kind: small molecule, identifiers: chebi:15422}
  ADP: {kind: small molecule, identifiers: chebi:16761}
  CA: {kind: ion, name: Ca2+, identifiers: chebi:29108}
  DRUG: {kind: small molecule, identifiers: chebi:125354}
  growth: {kind: phenotype, name: cell growth, identifiers: go:0016049}
  what: {kind: unknown, name: who knows}
"""

SAMPLE = (
    MOLECULES
    + """\
species:
  bound: {is: "LIG:REC@pm", name: bound receptor, identifiers: reactome:R-HSA-374220}
  dimer: {is: "2*LIG:2*REC@pm"}
  rec_p: {is: "REC{pS324,!pS325}@pm", notes: Two sites.}
  rec_tail: {is: "REC{tail}@pm"}
  piece: {is: "REC{fragment(22-93)}@pm"}
  mutant: {is: "REC{variant(V600E)}@pm"}
  open: {is: "REC{structure(open)}@pm"}
  either: {members: [LIG@ec, bound], name: ligand in any form}
  pair: {members: [LIG@ec, "REC@pm"]}
  nested: {is: "(LIG:REC):KIN{loop}@pm"}
  trio: {is: THREE@cyt}
  trio_on: {is: "THREE{active}@cyt"}
  both_ways: {is: MIX@cyt}
  grown: {is: growth}
processes:
  binding:
    name: binding of the ligand
    is: LIG@ec + REC@pm -> bound
    type: binding
    evidence: {code: eco:0000269, reference: pubmed:8752281, observation: observed, note: seen}
    notes: [The first step., Of many.]
    data_sources: [WikiPathways, wikipathways:WP3929]
    controls:
    - {id: block, by: DRUG@ec, effect: inhibition, mechanism: competitive}
  pairing: {is: 2 bound -> dimer, type: binding}
  phosphorylation:
    is: REC@pm + 2 ATP@cyt -> rec_p + 2 ADP@cyt
    type: phosphorylation
    references: [pubmed:8752280, doi:10.1038/382829a0]
    controls:
    - {id: kinase, by: "KIN{loop}@cyt", effect: catalysis}
    - {id: help, by: "bound and what@cyt", effect: stimulation, name: help}
    - {id: ways, by: "bound or trio", effect: necessary stimulation}
  loss: {is: rec_p -> 0, type: degradation}
  making: {is: 0 -> R@nuc, type: transcription, template: G@nuc}
  reading: {is: 0 -> R@cyt, type: translation}
  import: {is: KIN1@cyt -> KIN1@nuc, type: transport}
  turn: {is: "trio <-> trio_on", type: activation, spontaneous: true}
  release: {is: CA@ec -> CA@cyt, type: transport}
  growing: {is: GP@cyt -> grown, type: process}
  others: {is: rec_tail + piece -> mutant + open, type: omitted process}
  wholes: {is: "nested + BOX@cyt -> either + pair + both_ways", type: conversion}
controls:
  of_kinase: {by: DRUG@ec, of: kinase, effect: inhibition, mechanism: allosteric}
  of_making: {by: trio, of: making, effect: stimulation}
influences:
  grow: {by: rec_p, on: grown, effect: stimulation, references: pubmed:8752281}
  press: {by: grown, on: "KIN1@nuc", effect: inhibition}
associations:
  meeting: {between: [REC@pm, "KIN{loop}@cyt"], type: direct interaction}
  rumour: {between: [D@nuc, grown]}
modules:
  outer: {name: all of it, members: [inner, binding, grow]}
  inner: {members: [phosphorylation, loss, kinase], order: [phosphorylation -> loss]}
"""
)


def document(text: str) -> Pathway:
    """The pathway of a document."""
    return yaml.read(text.encode()).pathway


def sample() -> Pathway:
    """A pathway in which every construct of BioPAX that pathport writes occurs."""
    return document(SAMPLE)


def example(path: Path) -> Pathway:
    """The pathway of an example."""
    return document(path.read_text(encoding="utf-8"))


class Owl:
    """A file as a tree, whose things are found by their ids."""

    def __init__(self, content: bytes) -> None:
        self.root: Any = etree.fromstring(content)
        self.base = str(self.root.get(XML_BASE)).removesuffix("#") + "/"

    @classmethod
    def of(cls, pathway: Pathway) -> "Owl":
        """The file of a pathway."""
        return cls(biopax.write(pathway).content)

    @property
    def content(self) -> bytes:
        """The file as it stands now."""
        content: bytes = etree.tostring(self.root, encoding="UTF-8", xml_declaration=True)
        return content

    def objects(self) -> Iterator[Any]:
        """All objects."""
        return (it for it in self.root if isinstance(it.tag, str) and it.tag.startswith(BP))

    def uri(self, name: str) -> str:
        """The URI of a thing; nothing is the pathway's."""
        return self.base + name if name else self.base.rstrip("/")

    def find(self, name: str) -> Any:
        """The object whose URI ends so behind the pathway's."""
        (found,) = (it for it in self.objects() if it.get(ABOUT) == self.uri(name))
        return found

    def cls(self, name: str) -> str:
        """The class of an object."""
        return str(self.find(name).tag).removeprefix(BP)

    def values(self, name: str, *path: str) -> list[str]:
        """The values of a property, or along a path of them; URIs behind the pathway's."""
        found: list[str] = []
        for value in self.find(name).findall(BP + path[0]):
            resource = value.get(RESOURCE)
            text = value.text if resource is None else resource.removeprefix(self.base)
            if len(path) > 1:
                found += self.values(text, *path[1:])
            else:
                found.append(text)
        return found

    def native_comments(self, name: str) -> list[str]:
        """The comments of an object that are no records."""
        return [it for it in self.values(name, "comment") if not it.startswith("pathport:")]

    # Edits, as another program makes them

    def set(self, name: str, prop: str, text: str) -> None:
        """Change the one value of a property."""
        (value,) = self.find(name).findall(BP + prop)
        value.text = text

    def refer(self, name: str, prop: str, old: str, new: str) -> None:
        """Change a reference."""
        (value,) = (
            it for it in self.find(name).findall(BP + prop) if it.get(RESOURCE) == self.uri(old)
        )
        value.set(RESOURCE, self.uri(new))

    def add(self, name: str, prop: str, *, text: str = "", to: str = "") -> None:
        """Add a value."""
        value = etree.SubElement(self.find(name), BP + prop)
        if to:
            value.set(RESOURCE, self.uri(to))
        else:
            value.text = text

    def new(self, cls: str, name: str) -> None:
        """Add an object."""
        etree.SubElement(self.root, BP + cls).set(ABOUT, self.uri(name))

    def drop(self, name: str, prop: str, value: str | None = None) -> None:
        """Remove the values of a property, or the one that is this text or reference."""
        bearer = self.find(name)
        for it in bearer.findall(BP + prop):
            if value in (None, it.text) or it.get(RESOURCE) == self.uri(value or ""):
                bearer.remove(it)

    def remove(self, name: str) -> None:
        """Remove an object and every reference to it."""
        uri = self.uri(name)
        self.root.remove(self.find(name))
        for it in [it for it in self.root.iter() if it.get(RESOURCE) == uri]:
            it.getparent().remove(it)
