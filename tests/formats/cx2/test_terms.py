"""The tables say what they mean: words of the model, of NDEx, and shapes that CX2 has."""

import pytest
from tests.formats.named import in_names

from pathport.formats.cx2 import looks, terms
from pathport.formats.cx2.columns import COLUMNS, fits
from pathport.looks.signs import HEADS, LETTERS, OUTLINES, outline_of
from pathport.looks.themes import LIGHT
from pathport.model.enumerations import AssociationType, Effect, Kind, ProcessType
from pathport.terms import Terms

SHAPES = {
    "ellipse", "triangle", "rectangle", "round-rectangle", "parallelogram", "diamond", "hexagon",
    "octagon", "vee",
}  # fmt: skip
ARROWS = {"none", "triangle", "circle", "tee", "diamond", "square", "triangle-cross", "arrow"}
"""What CX2 has for NODE_SHAPE and EDGE_TARGET_ARROW_SHAPE."""


def test_a_kind_is_a_type_of_its_own_name_and_those_of_ndex_are_read() -> None:
    words = Terms(
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
    assert in_names(terms.KIND) == in_names(words)


def test_an_effect_is_an_interaction_of_its_own_name() -> None:
    words = Terms(
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
    assert in_names(terms.EFFECT) == in_names(words)


def test_an_association_is_an_interaction_of_its_own_name() -> None:
    words = Terms(
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
    assert in_names(terms.ASSOCIATION) == in_names(words)


def test_no_word_of_a_type_means_two_things() -> None:
    """A style goes by the type of a node, whatever the node is."""
    words = [*Kind, *ProcessType, *Effect, *AssociationType, "set", "compartment", "module"]
    assert len(words) == len(set(words))


def test_no_interaction_means_two_things() -> None:
    parts = (terms.REACTANT, terms.PRODUCT, terms.TEMPLATE, terms.SOURCE, terms.PARTICIPANT)
    words = [*parts, *Effect, *AssociationType]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("type_", "values"),
    [
        ("string", ["a"]),
        ("boolean", [True]),
        ("integer", [7]),
        ("long", [7]),
        ("double", [7, 0.5]),
        ("list_of_string", [["a"], []]),
        ("list_of_double", [[0.5, 1]]),
    ],
)
def test_a_value_is_of_its_type(type_: str, values: list[object]) -> None:
    assert all(fits(value, type_) for value in values)
    others = ["a", True, 7, 0.5, ["a"], [True], [[]], None, {}]
    wrong = [it for it in others if fits(it, type_) and type(it) not in map(type, values)]
    assert wrong == []


def test_types_are_those_of_the_specification() -> None:
    of = {"string": (str,), "boolean": (bool,), "integer": (int,), "long": (int,)}
    assert of | {"double": (int, float)} == terms.TYPES


def test_columns_that_repeat_others_are_display_and_those_that_cytoscape_adds() -> None:
    assert {"label", "look", "selected", "shared interaction", "shared name"} == terms.SHOWN


def test_aliases_are_those_of_convention() -> None:
    assert terms.ALIASES == {"name": "n", "represents": "r", "interaction": "i"}


def test_each_outline_has_a_shape_that_cx2_has() -> None:
    assert looks.SHAPE.keys() == {*OUTLINES.values(), outline_of(Kind.PROTEIN)}
    assert set(looks.SHAPE.values()) <= SHAPES
    assert len(set(looks.SHAPE.values())) == len(looks.SHAPE)


def test_each_head_has_an_arrow_that_cx2_has() -> None:
    assert looks.ARROW.keys() == set(HEADS.values())
    assert set(looks.ARROW.values()) <= ARROWS
    arrows = {effect: looks.ARROW[HEADS[effect]] for effect in Effect}
    assert arrows == {
        Effect.CATALYSIS: "circle",
        Effect.STIMULATION: "triangle",
        Effect.NECESSARY_STIMULATION: "triangle-cross",
        Effect.TRIGGER: "triangle-cross",
        Effect.INHIBITION: "tee",
        Effect.MODULATION: "diamond",
    }


def test_colours_are_those_of_a_drawing() -> None:
    columns = ("look", "type", "interaction", "label", "width", "height", "certainty")
    style = looks.visual_properties(columns, columns)
    rows = style["nodeMapping"]["NODE_BACKGROUND_COLOR"]["definition"]["map"]
    fills = {row["v"]: row["vp"] for row in rows}
    assert {look: fills[look] for look in LIGHT.fills} == LIGHT.fills
    lines = style["edgeMapping"]["EDGE_LINE_COLOR"]["definition"]["map"]
    found = {row["v"]: row["vp"] for row in lines}
    assert {effect: found[effect] for effect in LIGHT.effects} == LIGHT.effects
    assert found["negative influence"] == LIGHT.effects["inhibition"]
    assert style["default"]["node"]["NODE_BACKGROUND_COLOR"] == LIGHT.default


def test_letters_of_processes_are_those_of_a_drawing() -> None:
    assert all(len(letter) <= 3 for letter in LETTERS.values())
    assert LETTERS[ProcessType.PHOSPHORYLATION] == "P"


def test_no_column_holds_two_fields_of_a_node() -> None:
    """A species and its molecule share a node."""
    for constructs in (("single", "molecule"), *((it,) for it in COLUMNS)):
        names = [column.name for it in constructs for column in COLUMNS[it]]
        assert len(names) == len(set(names)), constructs


def test_numbers_have_the_bits_that_java_gives_them() -> None:
    """Java Language Specification, 4.2.1: int and long."""
    assert terms.BITS == {"integer": 31, "long": 63}


@pytest.mark.parametrize(("type_", "largest"), [("integer", 2147483647), ("long", 2**63 - 1)])
def test_a_number_fits_that_java_holds(type_: str, largest: int) -> None:
    assert fits(largest, type_)
    assert fits(-largest - 1, type_)
    assert not fits(largest + 1, type_)
    assert not fits(-largest - 2, type_)
