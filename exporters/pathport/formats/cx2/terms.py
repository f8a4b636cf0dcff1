"""What CX2 calls the parts of a pathway: aspects, types of columns, columns, words of interactions.

Each table is written once and read both ways. CX2 is specified as the Cytoscape Exchange Format
Specification (Version 2); the columns that NDEx and Cytoscape know by convention (name, represents,
alias, type, interaction, directed, member) keep their names.
"""

from collections.abc import Mapping

from pathport.model.enumerations import AssociationType, Effect, Kind
from pathport.terms import Terms

__all__ = [
    "ALIAS",
    "ALIASES",
    "ANNOTATIONS",
    "ASSOCIATION",
    "BITS",
    "BOOLEAN",
    "BOX",
    "COMPARTMENT",
    "COMPONENTS",
    "CONSTRUCT",
    "DESCRIPTION",
    "DIRECTED",
    "DOUBLE",
    "EFFECT",
    "FORM_IDENTIFIERS",
    "HEIGHT",
    "ID",
    "IDENTIFIERS",
    "INTEGER",
    "INTERACTION",
    "KIND",
    "LABEL",
    "LIST",
    "LOCATION",
    "LONG",
    "LOOK",
    "MEMBER",
    "MODULE",
    "MOLECULE",
    "NAME",
    "PARTICIPANT",
    "PRODUCT",
    "REACTANT",
    "RECORDS",
    "REFERENCE",
    "REPRESENTS",
    "SHOWN",
    "SOURCE",
    "SOURCES",
    "STOICHIOMETRY",
    "TEMPLATE",
    "TEXT",
    "TYPE",
    "TYPES",
    "VERSION",
    "WIDTH",
]

VERSION = "2.0"

# Types of columns

TEXT = "string"
BOOLEAN = "boolean"
INTEGER = "integer"
LONG = "long"
DOUBLE = "double"
LIST = "list_of_string"
TYPES: Mapping[str, tuple[type, ...]] = {
    TEXT: (str,),
    BOOLEAN: (bool,),
    INTEGER: (int,),
    LONG: (int,),
    DOUBLE: (int, float),
}
"""The types of a column, each with those of its values; with ``list_of_`` before it, of a list."""

BITS: Mapping[str, int] = {INTEGER: 31, LONG: 63}
"""The bits of a number of these types in Java, beside that of its sign."""

# Columns

CONSTRUCT = "construct"
ID = "id"
NAME = "name"
TYPE = "type"
REPRESENTS = "represents"
ALIAS = "alias"
IDENTIFIERS = "identifiers"
FORM_IDENTIFIERS = "form_identifiers"
MOLECULE = "molecule"
COMPONENTS = "components"
MEMBER = "member"
LOCATION = "location"
COMPARTMENT = "compartment"
"""The id of the compartment whose name is the location."""
MODULE = "module"
INTERACTION = "interaction"
DIRECTED = "directed"
STOICHIOMETRY = "stoichiometry"
SOURCES = "sources"
DESCRIPTION = "description"
REFERENCE = "reference"
BOX = "box"
LABEL = "label"
LOOK = "look"
WIDTH = "width"
HEIGHT = "height"
ANNOTATIONS = "__Annotations"
"""Of the network, what Cytoscape draws around the nodes."""
SHOWN = frozenset({LABEL, LOOK, "selected", "shared interaction", "shared name"})
"""Columns that show once more what others say; Cytoscape adds some of its own."""

ALIASES: Mapping[str, str] = {NAME: "n", REPRESENTS: "r", INTERACTION: "i"}
"""How columns are called on a node or an edge, by convention."""
RECORDS = "pathport_"
"""Begins the columns of records."""

# Words

KIND = Terms(
    {kind: kind.value for kind in Kind},
    also={
        "chemical": Kind.SMALL_MOLECULE,
        "compound": Kind.SMALL_MOLECULE,
        "dna": Kind.DNA,
        "drug": Kind.SMALL_MOLECULE,
        "geneproduct": Kind.GENE_PRODUCT,
        "metabolite": Kind.SMALL_MOLECULE,
        "mirna": Kind.RNA,
        "mrna": Kind.RNA,
        "ncrna": Kind.RNA,
        "protein family": Kind.FAMILY,
        "proteinfamily": Kind.FAMILY,
        "rna": Kind.RNA,
        "simple chemical": Kind.SMALL_MOLECULE,
        "small-molecule": Kind.SMALL_MOLECULE,
        "smallmolecule": Kind.SMALL_MOLECULE,
    },
)
"""The type of a node that is a molecule; NDEx's words are read in any case."""

REACTANT = "reactant"
PRODUCT = "product"
TEMPLATE = "template"
SOURCE = "source"
PARTICIPANT = "participant"

EFFECT = Terms(
    {effect: effect.value for effect in Effect},
    also={
        "activates": Effect.STIMULATION,
        "activation": Effect.STIMULATION,
        "down-regulates": Effect.INHIBITION,
        "inhibits": Effect.INHIBITION,
        "negative influence": Effect.INHIBITION,
        "positive influence": Effect.STIMULATION,
        "stimulates": Effect.STIMULATION,
        "unknown influence": Effect.MODULATION,
        "up-regulates": Effect.STIMULATION,
    },
)
"""The interaction of a control; words that other programs have for one are read."""

ASSOCIATION = Terms(
    {type_: type_.value for type_ in AssociationType},
    also={
        "binding": AssociationType.PHYSICAL,
        "binds": AssociationType.PHYSICAL,
        "in-complex-with": AssociationType.PHYSICAL,
        "interacts with": AssociationType.ASSOCIATION,
        "interacts-with": AssociationType.ASSOCIATION,
        "pp": AssociationType.PHYSICAL,
    },
)
"""The interaction of an association; likewise."""
