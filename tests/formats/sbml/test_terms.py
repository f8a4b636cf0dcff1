"""The tables are made of what exists, and libSBML takes each term where it is written."""

import pytest

from pathport.formats.sbml import terms
from pathport.formats.sbml.statements import uri_of
from pathport.model.enumerations import Effect, Kind, ProcessType
from pathport.model.identifiers import resources
from pathport.terms import Terms
from pathport.vocabulary import is_a
from pathport.vocabulary import term as known_term

CURIES = sorted(
    {
        value
        for name in terms.__all__
        for table in [getattr(terms, name)]
        for value in ([word for _, word in table] if isinstance(table, Terms) else [table])
        if isinstance(value, str) and value.startswith(("sbo:", "mi:", "eco:"))
    }
)


@pytest.mark.parametrize("curie", CURIES)
def test_a_term_exists_and_has_a_uri(curie: str) -> None:
    found = known_term(curie)
    assert found is not None
    assert not found.obsolete
    assert uri_of(curie) is not None


def test_prefixes_are_those_of_the_registry() -> None:
    used = terms.MOLECULE_PREFIXES | set(terms.PART_PREFIXES) | set(terms.SURROUNDINGS)
    assert used - resources().keys() == set()
    assert set(terms.PART_PREFIXES) <= terms.MOLECULE_PREFIXES


def test_every_member_has_a_word() -> None:
    assert all(terms.KIND.word(kind) for kind in Kind)
    assert all(terms.PROCESS.word(type_) for type_ in ProcessType)
    assert all(terms.EFFECT.word(effect) for effect in Effect)
    assert terms.SIGN.keys() == set(Effect)


def written() -> dict[str, set[str]]:
    """By kind of element, the sboTerms that are written on it."""
    kinds = {terms.SHAPE.get(kind) or terms.KIND.word(kind) or "" for kind in Kind}
    processes = {terms.PROCESS.word(type_) or "" for type_ in ProcessType}
    return {
        "species": kinds | {terms.COMPLEX_TERM, terms.UNKNOWN_COMPLEX_TERM},
        "compartment": {terms.COMPARTMENT_TERM, terms.IMPLICIT_TERM},
        "reaction": processes | {terms.INFLUENCE_TERM, terms.ASSOCIATION_TERM},
        "speciesReference": {terms.REACTANT_TERM, terms.PRODUCT_TERM, terms.INTERACTOR_TERM},
        "modifierSpeciesReference": {terms.EFFECT.word(it) or "" for it in Effect}
        | {terms.NEGATED_TERM},
    }


@pytest.mark.parametrize(
    ("element", "curie"), [(name, it) for name, its in written().items() for it in sorted(its)]
)
def test_a_term_is_of_the_branch_of_its_element(element: str, curie: str) -> None:
    assert any(is_a(curie, branch) for branch in terms.BRANCHES[element])


FILE = """\
<sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1"><model>
<listOfCompartments><compartment id="c" constant="true" {compartment}/></listOfCompartments>
<listOfSpecies><species id="s" compartment="c" hasOnlySubstanceUnits="false"
 boundaryCondition="false" constant="false" {species}/></listOfSpecies>
<listOfReactions><reaction id="r" reversible="false" fast="false" {reaction}>
<listOfReactants><speciesReference species="s" constant="true" {speciesReference}/>
</listOfReactants><listOfModifiers><modifierSpeciesReference species="s"
 {modifierSpeciesReference}/></listOfModifiers></reaction></listOfReactions></model></sbml>
"""


@pytest.mark.parametrize(
    ("element", "curie"), [(name, it) for name, its in written().items() for it in sorted(its)]
)
def test_libsbml_takes_a_term_where_it_is_written(element: str, curie: str) -> None:
    import libsbml

    attributes = dict.fromkeys(terms.BRANCHES, "")
    attributes[element] = f'sboTerm="{terms.sbo_term(curie)}"'
    document = libsbml.readSBMLFromString(FILE.format(**attributes))
    document.setConsistencyChecks(libsbml.LIBSBML_CAT_UNITS_CONSISTENCY, False)
    document.setConsistencyChecks(libsbml.LIBSBML_CAT_MODELING_PRACTICE, False)
    document.checkConsistency()
    assert document.getNumErrors() == 0


CY3SBML = {"+": {459, 13, 460, 462, 21, 461, 535, 534, 533}, "-": {20, 206, 597, 207, 537, 536}}
NEWT_MODIFIERS = {13, 459, 461, 537}
"""What the two programs know by exact id; Newt draws any other modifier as catalysis."""


@pytest.mark.parametrize("effect", [it for it in Effect if it is not Effect.MODULATION])
def test_cytoscape_and_newt_know_an_effect(effect: Effect) -> None:
    number = int((terms.EFFECT.word(effect) or "").partition(":")[2])
    assert number in CY3SBML[terms.SIGN[effect]] & NEWT_MODIFIERS


NEWT_ARCS = {185, *range(168, 173), 205, 342, 344, 407, 411}
"""Reactions that Newt draws as an arc from the first reactant to the first product, and no more."""


@pytest.mark.parametrize("curie", sorted(written()["reaction"]))
def test_newt_draws_every_reaction_whole(curie: str) -> None:
    assert int(curie.partition(":")[2]) not in NEWT_ARCS
