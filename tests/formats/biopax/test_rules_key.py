"""Rules that find exactly what the BioPAX validator found in the corpus, object by object."""

import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from pathport.formats.biopax import codes
from pathport.formats.biopax.graph import Graph, parse
from pathport.formats.biopax.rules import check
from pathport.rules import Rule

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "biopax"
KEY = CORPUS / "validator-findings.tsv.gz"

EXACT: dict[str, tuple[Rule, ...]] = {
    "AcyclicComplexRule": (codes.COMPLEX_IN_ITSELF,),
    "BiochemReactParticipantsLocationRule": (codes.LOCATION_CHANGED, codes.SAME_PLACE),
    "BiochemicalPathwayStepAndCatalysisDirectionRule": (codes.DIRECTION,),
    "ComplexComponentsMultipleLocationRule": (codes.COMPONENT_ELSEWHERE,),
    "ComplexComponentsSameLocationRule": (codes.COMPONENT_NOWHERE,),
    "ComplexTwoOrMoreParticipantsRule": (codes.COMPLEX_OF_NOTHING, codes.COMPLEX_OF_ONE),
    "ConversionToComplexAssemblyRule": (codes.WRONG_CONVERSION,),
    "DuplicateIdCaseInsensitiveRule": (codes.URI_CASE,),
    "EntityReferenceSamePhysicalEntitiesRule": (codes.SAME_STATE,),
    "EntityReferenceXrefRule GenericEntityReferenceXrefRule": (
        codes.NO_IDENTITY,
        codes.NO_FAMILY_IDENTITY,
    ),
    "EvidencePropertiesUsageRule": (codes.EVIDENCE_EMPTY,),
    "InteractionParticipantsLocationRule": (codes.SEVERAL_LOCATIONS,),
    "ModificationFeatureLocationCRRule": (codes.SITE_WITHOUT_POSITION,),
    "NextStepShareParticipantsRule": (codes.STEPS_APART,),
    "NotAdvisedInstancesRule": (codes.NOT_SPECIFIC, codes.PLAIN_CONVERSION),
    "PathwayMultiOrganismRule": (codes.SEVERAL_ORGANISMS,),
    "PathwayStepProcessesArePathwayComponents": (codes.STEP_NOT_IN_PATHWAY,),
    "ProteinEntityReferenceRule SmallMoleculeEntityReferenceRule": (codes.NO_REFERENCE,),
    "ProteinReferenceOrganismRule": (codes.NO_ORGANISM,),
    "SharedUnificationXrefRule": (codes.SHARED_IDENTITY,),
    "SimplePhysicalEntityConversionRule": (codes.ILLEGAL_CONVERSION,),
    "SimplePhysicalEntityFeaturesRule": (codes.FEATURE_UNDECLARED,),
    "XrefDbCRRule XrefIdCRRule": (codes.XREF_INCOMPLETE,),
    "too.long.display.name": (codes.LONG_NAME,),
}
"""The validator's rules (or a code of one that has several), and ours."""


@cache
def key() -> dict[str, dict[str, set[str]]]:
    """By file and by rule or code, the objects that the validator names."""
    if not KEY.exists():
        pytest.skip(f"the validator's findings are not at {KEY}")
    found: dict[str, dict[str, set[str]]] = {}
    for line in gzip.decompress(KEY.read_bytes()).decode().splitlines()[1:]:
        name, _, rule, code, uri = line.split("\t")
        for each in (rule, code):
            found.setdefault(name, {}).setdefault(each, set()).add(uri)
    return found


@cache
def ours(name: str) -> tuple[Graph, dict[str, set[str]]]:
    """A file's graph, and by code the objects that are found faulty."""
    (path,) = CORPUS.rglob(name)
    content = path.read_bytes()
    graph = parse(gzip.decompress(content) if name.endswith(".gz") else content)
    found: dict[str, set[str]] = {}
    for finding in check(graph):
        found.setdefault(finding.code, set()).add(finding.place.subject)
    states = found.get(codes.SAME_STATE.code, set())
    found[codes.SAME_STATE.code] = {graph.nodes[uri].ref("entityReference") for uri in states}
    return graph, found


def spellings(graph: Graph, uri: str) -> Iterator[str]:
    """How the validator may spell an URI: whole, joined to its base without ``#``, or its end."""
    yield uri
    yield uri.replace("#", "", 1)
    yield uri.removeprefix(graph.base)
    yield uri.partition("#")[2]
    yield uri.rpartition("/")[2]


@pytest.mark.parametrize("rule", EXACT)
def test_a_rule_finds_what_the_validator_found(rule: str) -> None:
    compared = 0
    for name, found in key().items():
        graph, by_code = ours(name)
        meant = {it: uri for uri in reversed(graph.nodes) for it in spellings(graph, uri)}
        theirs = {meant.get(uri, uri) for each in rule.split() for uri in found.get(each, ())}
        mine = {uri for it in EXACT[rule] for uri in by_code.get(it.code, ())}
        assert mine == theirs, name
        compared += len(theirs)
    assert compared
