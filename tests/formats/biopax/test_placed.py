"""What stands in a property's place and can't be there is named, and read where it can be."""

import pytest
from tests.formats.biopax.test_foreign import told
from tests.formats.biopax.test_read import file, pathway

from pathport.formats.biopax.graph import parse
from pathport.formats.biopax.ontology import descendants, ontology
from pathport.formats.biopax.placed import WIDER, placed
from pathport.formats.biopax.understood import UNDERSTOOD
from pathport.model.parts import Component
from pathport.model.things import Form

STANDS_IN = ("Protein", "Conversion", "ProteinReference", "PathwayStep")
"""Classes of which one is in no property's range."""


def _cases() -> list[tuple[str, str, str]]:
    """Each property of objects that is read, with a class that can't be its value."""
    table = ontology().properties
    cases: dict[str, tuple[str, str, str]] = {}
    for cls, names in UNDERSTOOD.items():
        for name in filter(lambda it: table[it].is_object, names):
            ranged = (*table[name].range, *WIDER.get(name, ()))
            right = frozenset().union(*map(descendants, ranged))
            cases[name] = (cls, name, next(it for it in STANDS_IN if it not in right))
    return list(cases.values())


@pytest.mark.parametrize(("cls", "name", "other"), _cases())
def test_no_value_that_is_out_of_place_goes_without_a_word(cls: str, name: str, other: str) -> None:
    value = f'<bp:{other} rdf:ID="t"/>'
    body = f'<bp:{cls} rdf:ID="s"><bp:{name} rdf:resource="#t"/></bp:{cls}>{value}'
    sentence = f'the {name} {other} "t" of {cls} "s" is not read: it is no '
    assert [it for _, it in told(body) if it.startswith(sentence)]


def test_the_graph_that_is_given_stays_as_it_is() -> None:
    graph = parse(file('<bp:Complex rdf:ID="c"><bp:component rdf:resource="#c2"/></bp:Complex>'))
    assert placed(graph) == (graph, [])
    graph = parse(
        file('<bp:Protein rdf:ID="p"><bp:component rdf:resource="#p"/></bp:Protein>'), "x.owl"
    )
    sound, (finding,) = placed(graph)
    assert not sound.nodes[next(iter(graph.nodes))].properties
    assert graph.nodes[next(iter(graph.nodes))].properties
    assert finding.place.line > 0


def test_a_complex_that_refers_to_a_molecule_keeps_its_components() -> None:
    body = (
        '<bp:Complex rdf:ID="c"><bp:entityReference rdf:resource="#r"/>'
        '<bp:component rdf:resource="#a"/></bp:Complex><bp:ProteinReference rdf:ID="r"/>'
        '<bp:Protein rdf:ID="a"><bp:entityReference rdf:resource="#r"/></bp:Protein>'
    )
    (species,) = pathway(body).species
    assert species.form is Form.COMPLEX
    assert species.components == (Component(molecule="r", id="a"),)
    assert told(body) == {("BPX201", 'entityReference "r" of Complex "c" is not read')}


def test_what_a_protein_holds_as_a_component_is_a_species() -> None:
    body = (
        '<bp:Protein rdf:ID="p"><bp:component rdf:resource="#a"/></bp:Protein>'
        '<bp:Protein rdf:ID="a"/>'
    )
    assert {it.id for it in pathway(body).species} == {"p", "a"}
    assert told(body) == {("BPX201", 'component "a" of Protein "p" is not read')}
