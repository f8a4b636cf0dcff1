"""What several of these tests use: a pathway of influences of every kind, and graphs as text."""

from tests.formats.sbml.samples import document

from pathport.formats.sbml.terms import CORE
from pathport.formats.sbml_qual.terms import MATHML, QUAL
from pathport.model.pathway import Pathway

__all__ = ["case", "cond", "gate", "graph", "influences", "transition"]

SAMPLE = """\
pathport: 1
id: influences
title: Influences of every kind
compartments:
  cyt: {name: cytosol, identifiers: go:0005829, dimensions: 3}
molecules:
  A: {kind: protein, identifiers: uniprot:P48061, roles: ligand}
  B: {kind: gene product, identifiers: hgnc:2561}
  C: {kind: small molecule, identifiers: chebi:15996}
  growth: {kind: phenotype}
influences:
  joint:
    name: two together without a third
    on: A{pY705}@cyt
    by: A@cyt and (B@cyt or not C@cyt)
    effect: necessary stimulation
    identifiers: {is version of: go:0038146}
    references: pubmed:8752281
    evidence: eco:0000269 pubmed:10801969
    notes: As the figure shows it.
  blocked: {on: B@cyt, by: A@cyt and C@cyt, effect: inhibition, mechanism: competitive}
  unless: {on: C@cyt, by: not A@cyt, effect: inhibition}
  absent: {on: growth, by: not A@cyt, effect: stimulation}
  either: {on: growth, by: B@cyt or C@cyt, effect: trigger}
  somehow: {on: growth, by: A@cyt and not B@cyt, effect: modulation}
  both: {on: growth, by: (A@cyt and not B@cyt) or (B@cyt and not A@cyt), effect: catalysis}
"""


GATE = """\
pathport: 1
id: gate
molecules:
  A: {kind: protein, identifiers: uniprot:P48061}
  B: {kind: small molecule}
  growth: {kind: phenotype}
influences:
  grows: {on: growth, by: A and not B, effect: stimulation}
  blocks: {on: A, by: B, effect: inhibition}
"""


def gate() -> Pathway:
    """Two species that act on others, one of them through its absence."""
    return document(GATE)


def influences() -> Pathway:
    """Every effect, gates of every logic, one target with several influences."""
    return document(SAMPLE)


def cond(species: str, relation: str = "geq", level: str = '<cn type="integer">1</cn>') -> str:
    """A comparison as MathML."""
    return f"<apply><{relation}/><ci> {species} </ci>{level}</apply>"


def transition(
    inputs: str = "", terms: str = "", *, target: str = "X", default: str = "0", head: str = ""
) -> str:
    """A transition with these inputs (species and attributes) and cases of function terms."""
    listed = "".join(
        f"<q:input q:transitionEffect='none' q:qualitativeSpecies={it}/>"
        for it in inputs.split(";")
        if it
    )
    rest = f'<q:defaultTerm q:resultLevel="{default}"/>' if default else ""
    return (
        f'<q:transition q:id="t" {head}><q:listOfInputs>{listed}</q:listOfInputs><q:listOfOutputs>'
        f'<q:output q:qualitativeSpecies="{target}" q:transitionEffect="assignmentLevel"/>'
        f"</q:listOfOutputs><q:listOfFunctionTerms>{rest}{terms}</q:listOfFunctionTerms>"
        "</q:transition>"
    )


def case(formula: str, level: str = "1") -> str:
    """A function term."""
    math = f'<math xmlns="{MATHML}">{formula}</math>'
    return f'<q:functionTerm q:resultLevel="{level}">{math}</q:functionTerm>'


def graph(transitions: str = "", *, species: str = "", more: str = "") -> bytes:
    """A file of the qualitative species A, B and X, and others, with these transitions."""
    listed = "".join(
        f'<q:qualitativeSpecies q:id="{id_}" q:compartment="c" q:constant="false"/>'
        for id_ in ("A", "B", "X")
    )
    return (
        f'<sbml xmlns="{CORE}" level="3" version="1" xmlns:q="{QUAL}" q:required="true">'
        '<model id="m"><listOfCompartments><compartment id="c" constant="true"/>'
        f"</listOfCompartments>{more}"
        f"<q:listOfQualitativeSpecies>{listed}{species}</q:listOfQualitativeSpecies>"
        f"<q:listOfTransitions>{transitions}</q:listOfTransitions></model></sbml>"
    ).encode()
