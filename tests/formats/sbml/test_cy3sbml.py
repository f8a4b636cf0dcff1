"""What cy3sbml, Cytoscape's reader of SBML, takes from a file: by libSBML, as it does by JSBML.

Nodes are looked up by metaid; a modifier is told by its exact SBO term, for it asks for no ancestor
(cy3sbml, ``SBML`` and ``SBO``, March 2025); groups become groups of nodes.
"""

from collections import Counter
from typing import Any

import libsbml
import pytest

import pathport
from pathport.formats import sbml
from pathport.model.enumerations import Effect
from pathport.model.pathway import Pathway

ACTIVATORS = {459, 13, 460, 462, 21, 461, 535, 534, 533}
INHIBITORS = {20, 206, 597, 207, 537, 536}
MODIFIERS = {19, 595, 596}
CLASS_OF = {
    Effect.CATALYSIS: ACTIVATORS,
    Effect.STIMULATION: ACTIVATORS,
    Effect.NECESSARY_STIMULATION: ACTIVATORS,
    Effect.TRIGGER: ACTIVATORS,
    Effect.INHIBITION: INHIBITORS,
    Effect.MODULATION: MODIFIERS,
}
"""The set that the plugin must find the modifier of a control in."""


@pytest.fixture(scope="module")
def flagship() -> Pathway:
    return pathport.read("examples/cxcr4.yaml")


@pytest.fixture(scope="module")
def document(flagship: Pathway) -> Any:
    return libsbml.readSBMLFromString(sbml.write(flagship).content.decode())


def test_every_node_has_a_metaid_of_its_own(document: Any) -> None:
    model = document.getModel()
    lists = (model.getListOfSpecies(), model.getListOfReactions(), model.getListOfCompartments())
    metaids = [each.getMetaId() for them in lists for each in them]
    assert all(metaids)
    assert [each for each, count in Counter(metaids).items() if count > 1] == []


@pytest.mark.parametrize("effect", Effect)
def test_a_modifier_is_of_the_class_of_its_effect(effect: Effect) -> None:
    text = f"""
pathport: 1
id: a
molecules: {{A: {{kind: protein}}, B: {{kind: protein}}}}
processes: {{p: {{is: "A -> A{{p}}", controls: [{{by: B, effect: {effect.value}}}]}}}}
"""
    content = sbml.write(pathport.read(text.encode(), "yaml")).content.decode()
    document = libsbml.readSBMLFromString(content)
    [modifier] = document.getModel().getReaction("p").getListOfModifiers()
    assert modifier.getSBOTerm() in CLASS_OF[effect]


def test_the_flagship_has_no_modifier_without_a_class(document: Any) -> None:
    known = ACTIVATORS | INHIBITORS | MODIFIERS
    for reaction in document.getModel().getListOfReactions():
        for modifier in reaction.getListOfModifiers():
            assert modifier.getSBOTerm() in known, (reaction.getId(), modifier.getSpecies())


def test_modules_are_groups_whose_members_are_there(document: Any, flagship: Pathway) -> None:
    model = document.getModel()
    groups = model.getPlugin("groups").getListOfGroups()
    assert {each.getName() for each in groups} >= {each.name for each in flagship.modules}
    for group in groups:
        for member in group.getListOfMembers():
            assert model.getElementBySId(member.getIdRef()) is not None
