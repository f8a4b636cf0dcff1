"""What in an SBML file needs no word: what is read, and what says nothing of biology.

A table for each element that is read; any other attribute or element in it is lost, by name. That
what is called read is read, law 6 holds. SBML Level 3 Version 2 Core, section 4.
"""

from collections.abc import Mapping
from typing import NamedTuple

from pathport.formats.sbml.annotation import split
from pathport.formats.sbml.computed import ANY, COMMON, COMPUTED
from pathport.formats.sbml.drawn import DRAWN, DRAWN_LISTS
from pathport.formats.sbml.terms import (
    COMPARTMENT_TERM,
    INTERACTOR_TERM,
    PRODUCT_TERM,
    REACTANT_TERM,
    SUBSTRATE_TERM,
    SUBSYSTEM_TERM,
    XML,
    XSI,
    sbo_term,
)

__all__ = [
    "ANY",
    "COMMON",
    "FALSE",
    "INNER",
    "ITEMS",
    "KNOWN",
    "LET_GO",
    "SBML_SPACES",
    "TRUE",
    "Known",
    "doubtful",
]

NOTHING: frozenset[str] = frozenset()
SIDE_TERMS = (REACTANT_TERM, PRODUCT_TERM, SUBSTRATE_TERM, INTERACTOR_TERM)
FALSE = frozenset({"false", "0"})
TRUE = frozenset({"true", "1"})
Known = Mapping[str, Mapping[str, frozenset[str] | None]]
"""By element, attributes and elements inside with the values that need no word; ANY is read."""

KNOWN: Known = {
    "model": {
        **COMMON,
        "sboTerm": NOTHING,
        "substanceUnits": ANY,
        "timeUnits": ANY,
        "volumeUnits": ANY,
        "areaUnits": ANY,
        "lengthUnits": ANY,
        "extentUnits": ANY,
        "conversionFactor": ANY,
        "listOfFunctionDefinitions": ANY,
        "listOfUnitDefinitions": ANY,
        "listOfParameters": ANY,
        "listOfInitialAssignments": ANY,
        "listOfRules": ANY,
        "listOfConstraints": ANY,
        "listOfEvents": ANY,
        "listOfCompartments": ANY,
        "listOfSpecies": ANY,
        "listOfReactions": ANY,
        "listOfGroups": ANY,
        "listOfLayouts": ANY,
    },
    "compartment": {
        **COMMON,
        "sboTerm": frozenset({sbo_term(COMPARTMENT_TERM)}),
        "spatialDimensions": ANY,
        "size": ANY,
        "outside": ANY,
        "units": ANY,
        "constant": ANY,
    },
    "species": {
        **COMMON,
        "compartment": ANY,
        "initialAmount": ANY,
        "initialConcentration": ANY,
        "substanceUnits": ANY,
        "hasOnlySubstanceUnits": ANY,
        "boundaryCondition": ANY,
        "constant": ANY,
        "conversionFactor": ANY,
    },
    "reaction": {
        **COMMON,
        "reversible": ANY,
        "fast": FALSE,
        "listOfReactants": ANY,
        "listOfProducts": ANY,
        "listOfModifiers": ANY,
        "kineticLaw": ANY,
    },
    "speciesReference": {
        "metaid": ANY,
        "id": ANY,
        "sboTerm": frozenset(map(sbo_term, SIDE_TERMS)),
        "species": ANY,
        "stoichiometry": ANY,
        "stoichiometryMath": ANY,
        "denominator": ANY,
        "constant": ANY,
    },
    "modifierSpeciesReference": {**COMMON, "species": ANY},
    "group": {
        **COMMON,
        "sboTerm": frozenset({sbo_term(SUBSYSTEM_TERM)}),
        "kind": frozenset({"partonomy"}),
        "listOfMembers": ANY,
    },
    "member": {"metaid": ANY, "idRef": ANY, "metaIdRef": ANY},
    "sbml": {
        "metaid": ANY,
        "level": ANY,
        "version": ANY,
        "required": ANY,
        "model": ANY,
    },
    **COMPUTED,
    **DRAWN,
}
"""What is known of SBML's core, of groups and of layout."""
LIST: Mapping[str, frozenset[str] | None] = {"metaid": ANY}
"""What a list may say beside its items."""
ITEMS = {
    "listOfCompartments": ("compartment",),
    "listOfSpecies": ("species",),
    "listOfReactions": ("reaction",),
    "listOfGroups": ("group",),
    "listOfReactants": ("speciesReference",),
    "listOfProducts": ("speciesReference",),
    "listOfModifiers": ("modifierSpeciesReference",),
    "listOfMembers": ("member",),
    "listOfFunctionDefinitions": ("functionDefinition",),
    "listOfUnitDefinitions": ("unitDefinition",),
    "listOfUnits": ("unit",),
    "listOfParameters": ("parameter",),
    "listOfLocalParameters": ("localParameter",),
    "listOfInitialAssignments": ("initialAssignment",),
    "listOfRules": ("assignmentRule", "rateRule", "algebraicRule"),
    "listOfConstraints": ("constraint",),
    "listOfEvents": ("event",),
    "listOfEventAssignments": ("eventAssignment",),
    **DRAWN_LISTS,
}
"""The lists that are read, with what is read in them."""
LET_GO = (
    "compartmentGlyph", "fluxBound", "geneProduct", "generalGlyph", "reactionGlyph", "speciesGlyph",
    "textGlyph",
)  # fmt: skip
"""Items of lists that are lost whole: counted and freed one by one, for they may be very many."""
INNER = frozenset({"notes", "annotation"})
COUNTED = frozenset(
    {
        "boundaryCondition",
        "charge",
        "constant",
        "conversionFactor",
        "fast",
        "hasOnlySubstanceUnits",
        "id",
        "initialAmount",
        "initialConcentration",
        "spatialSizeUnits",
        "substanceUnits",
        "units",
        "depth",
        "z",
    }
)
"""Attributes that are told once for all elements of a kind: they come together."""
OF_PACKAGES = ("required", "objectRole")
"""Attributes that packages have on elements of others."""
PLAIN = ("", XSI, XML)
"""The namespaces of attributes that are SBML's own, or that any XML may have."""
SBML_SPACES = ("http://www.sbml.org/sbml/", "http://www.w3.org/1998/Math/MathML")
"""How the namespaces begin of elements that SBML and its packages are made of."""


class Doubtful(NamedTuple):
    """An attribute that may need a word, with the values that don't."""

    name: str
    usual: frozenset[str]
    counted: bool


def doubtful(
    known: Known, namespace: str, kind: str, names: tuple[str, ...]
) -> tuple[Doubtful, ...]:
    """Of an element's attributes, those that may need a word.

    Attributes of a package on another's elements are counted: they come by the hundred.
    """
    found = []
    for name in names:
        space, local = split(name)
        own = space in (*PLAIN, namespace)
        own = own or local in OF_PACKAGES
        usual = known.get(kind, LIST).get(local, NOTHING) if own else NOTHING
        if usual is not ANY and space not in (XSI, XML):
            counted = not own or local in COUNTED
            found.append(Doubtful(name, usual, counted))
    return tuple(found)
