"""What happens in other programs' files: targets of controls, what is in what, and the order."""

import pytest
from tests.formats.biopax.test_foreign import told
from tests.formats.biopax.test_read import pathway

from pathport.model.parts import Step

CONTROL = (
    '<bp:Control rdf:ID="c"><bp:controller rdf:resource="#a"/><bp:controlled rdf:resource="#i"/>'
    '</bp:Control><bp:Protein rdf:ID="a"/><bp:Protein rdf:ID="b"/>'
    '<bp:Interaction rdf:ID="i">{}</bp:Interaction>'
)
TARGET = '<bp:participant rdf:resource="#b"/>'


# What controls act on


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("<bp:comment>mine</bp:comment>", 'comment "mine" of Interaction "i" is not read'),
        ("<bp:name>N</bp:name>", 'name "N" of Interaction "i" is not read'),
        ('<bp:xref rdf:resource="#x"/>', 'xref "x" of Interaction "i" is not read'),
        ('<bp:evidence rdf:resource="#x"/>', 'evidence "x" of Interaction "i" is not read'),
    ],
)
def test_what_the_target_of_an_influence_says_is_named(said: str, sentence: str) -> None:
    body = CONTROL.format(TARGET + said)
    assert [it.target for it in pathway(body).controls] == ["b"]
    assert ("BPX201", sentence) in told(body)


def test_an_interaction_without_participants_that_is_controlled_is_an_association() -> None:
    body = CONTROL.format("<bp:comment>mine</bp:comment>")
    found = pathway(body)
    assert [(it.id, it.notes) for it in found.associations] == [("i", ("mine",))]
    assert [it.target for it in found.controls] == [None]
    sentence = 'the control of Interaction "i" of Control "c" is not read'
    assert told(body) == {("BPX206", sentence)}


# What is in what


def test_that_a_pathway_holds_the_one_that_holds_it_is_named() -> None:
    body = (
        '<bp:Pathway rdf:ID="a"><bp:pathwayComponent rdf:resource="#b"/></bp:Pathway>'
        '<bp:Pathway rdf:ID="b"><bp:pathwayComponent rdf:resource="#a"/>'
        '<bp:pathwayComponent rdf:resource="#c"/></bp:Pathway><bp:Conversion rdf:ID="c"/>'
    )
    found = pathway(body)
    assert (found.id, [it.id for it in found.modules]) == ("b", ["a"])
    sentence = 'the pathwayComponent "b" of Pathway "a" is not read: it holds this one'
    assert told(body) == {("BPX206", sentence)}


def test_that_a_pathway_holds_itself_is_named() -> None:
    body = '<bp:Pathway rdf:ID="a"><bp:pathwayComponent rdf:resource="#a"/></bp:Pathway>'
    sentence = 'the pathwayComponent "a" of Pathway "a" is not read: it is this one'
    assert told(body) == {("BPX206", sentence)}


def test_that_a_module_holds_a_phenotype_is_named() -> None:
    body = (
        '<bp:Pathway rdf:ID="top"><bp:pathwayComponent rdf:resource="#m"/>'
        '<bp:pathwayComponent rdf:resource="#c"/></bp:Pathway>'
        '<bp:Pathway rdf:ID="m"><bp:pathwayComponent rdf:resource="#o"/></bp:Pathway>'
        '<bp:Pathway rdf:ID="o"/><bp:Protein rdf:ID="a"/>'
        '<bp:Control rdf:ID="c"><bp:controller rdf:resource="#a"/>'
        '<bp:controlled rdf:resource="#o"/></bp:Control>'
    )
    assert [it.target for it in pathway(body).controls] == ["o"]
    sentence = 'the pathwayComponent "o" of Pathway "m" is not read: it is a phenotype'
    assert told(body) == {("BPX206", sentence)}


def test_sets_in_each_other_are_read_up_to_where_the_circle_closes() -> None:
    protein = '<bp:Protein rdf:ID="{}"><bp:memberPhysicalEntity rdf:resource="#{}"/></bp:Protein>'
    body = protein.format("a", "b") + protein.format("b", "a")
    found = pathway(body)
    assert {it.id: it.members for it in found.species} == {"a": ("b",), "b": ()}
    assert not any(it.members for it in found.molecules)
    sentence = 'the memberPhysicalEntity "a" of Protein "b" is not read: it holds this one'
    assert told(body) == {("BPX206", sentence)}


# Order

STEPS = (
    '<bp:Pathway rdf:ID="top">{}</bp:Pathway><bp:Conversion rdf:ID="k"/><bp:Conversion rdf:ID="l"/>'
    '<bp:PathwayStep rdf:ID="s1"><bp:stepProcess rdf:resource="#k"/>'
    '<bp:nextStep rdf:resource="#s2"/></bp:PathwayStep>'
    '<bp:PathwayStep rdf:ID="s2"><bp:nextStep rdf:resource="#{}"/></bp:PathwayStep>'
    '<bp:PathwayStep rdf:ID="s3"><bp:stepProcess rdf:resource="#l"/></bp:PathwayStep>'
)
IN_ORDER = "".join(f'<bp:pathwayOrder rdf:resource="#s{it}"/>' for it in "123")
EMPTY = (
    'the process of PathwayStep "s2" is not read: it has none; what is before it is read as before '
    "what is after it"
)


@pytest.mark.parametrize("order", [IN_ORDER, '<bp:pathwayOrder rdf:resource="#s1"/>'])
def test_a_step_of_nothing_is_passed_through_and_named(order: str) -> None:
    body = STEPS.format(order, "s3")
    assert pathway(body).order == (Step(before="k", after="l"),)
    assert told(body) == {("BPX201", EMPTY)}


def test_a_step_of_nothing_that_comes_before_itself_is_named() -> None:
    body = STEPS.format(IN_ORDER, "s2")
    assert pathway(body).order == ()
    assert ("BPX201", EMPTY) in told(body)
