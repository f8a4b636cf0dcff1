"""What is odd in a diagram is read as it shows it, and told."""

import pytest
from tests.formats.celldesigner.sketches import (
    alias,
    diagram,
    included,
    modification,
    reaction,
    species,
)
from tests.formats.celldesigner.sketches import template as protein
from tests.formats.sbml.samples import lost_in

from pathport.findings import Finding
from pathport.formats.celldesigner import read, write
from pathport.formats.celldesigner.read import read_native
from pathport.model.enumerations import Effect, Logic
from pathport.model.parts import Gate, Participant
from pathport.model.pathway import Pathway

FOUR = tuple(species(f"s{n}", of=f"pr{n}", name=f"P{n}") for n in range(1, 5))
DRAWN = (
    *(protein(f"pr{n}", f"P{n}") for n in range(1, 5)),
    *(alias(f"sa{n}", f"s{n}", (150.0 * n, 40.0 * n * n)) for n in range(1, 5)),
)
PRODUCT_LINK = (
    '<c:productLink product="s4" alias="sa4" targetLineIndex="-1,1">'
    '<c:line width="1.0" color="ff000000" type="Straight"/></c:productLink>'
)


def remarks(content: bytes, code: str = "CDX101") -> list[Finding]:
    return [it for it in read(content).findings if it.code == code]


def unlisted(content: bytes, *names: str) -> bytes:
    """The file without the references to these species in SBML's lists."""
    for name in names:
        reference = f'<speciesReference species="{name}"/>'.encode()
        assert content.count(reference) == 1
        content = content.replace(reference, b"")
    return content


def sides(pathway: Pathway) -> tuple[set[str], set[str]]:
    (process,) = pathway.processes
    assert all(it == Participant(species=it.species) for it in process.inputs + process.outputs)
    return {it.species for it in process.inputs}, {it.species for it in process.outputs}


# What a reaction draws and SBML's lists lack


def test_a_product_that_is_drawn_takes_part_though_no_list_has_it() -> None:
    """It was dropped without a word, and the dissociation became a conversion."""
    points = '<c:editPoints num0="0" num1="0" num2="0" tShapeIndex="0">0.3,0.4</c:editPoints>'
    whole = diagram(
        *FOUR,
        reaction("re1", "DISSOCIATION", ["s1@sa1"], ["s2@sa2", "s3@sa3"], drawn=points),
        model=DRAWN,
    )
    content = unlisted(whole, "s3")
    pathway = read(content).pathway
    assert pathway == read(whole).pathway
    (remark,) = remarks(content)
    assert remark.place.subject == "reaction re1"
    assert remark.sentence == (
        'reaction re1: the product "s3" is drawn, and SBML\'s list lacks it (read as one)'
    )
    written = write(pathway).content
    assert b"<celldesigner:reactionType>DISSOCIATION<" in written
    assert remarks(written) == []


def test_what_further_lines_draw_takes_part_too() -> None:
    whole = diagram(
        *FOUR,
        reaction(
            "re1",
            "STATE_TRANSITION",
            ["s1@sa1"],
            ["s2@sa2"],
            taken=["s3@sa3"],
            drawn=f"<c:listOfProductLinks>{PRODUCT_LINK}</c:listOfProductLinks>",
        ),
        model=DRAWN,
    )
    content = unlisted(whole, "s3")
    assert sides(read(content).pathway) == ({"s1", "s3"}, {"s2", "s4"})
    assert [it.sentence.split('"')[1] for it in remarks(content)] == ["s3", "s4"]


def test_the_modifier_of_a_line_is_told_where_no_list_has_it() -> None:
    content = diagram(
        *FOUR,
        reaction(
            "re1",
            "STATE_TRANSITION",
            ["s1@sa1"],
            ["s2@sa2"],
            modifications=[modification("CATALYSIS", "s3@sa3")],
        ),
        model=DRAWN,
    )
    found = read(content)
    assert [it.sources.inputs for it in found.pathway.controls] == [("s3",)]
    assert [it.place.subject for it in remarks(content)] == ["reaction re1"]


def test_what_a_list_has_on_the_other_side_is_there_alone() -> None:
    """A line that was drawn the wrong way round tells no reactant of its own."""
    content = diagram(
        *FOUR, reaction("re1", "STATE_TRANSITION", ["s1@sa1"], ["s2@sa2"]), model=DRAWN
    )
    words = (b"Reactants", b"X"), (b"Products", b"Reactants"), (b"X", b"Products")
    for old, new in words:
        content = content.replace(b"<listOf" + old, b"<listOf" + new)
        content = content.replace(b"</listOf" + old, b"</listOf" + new)
    assert sides(read(content).pathway) == ({"s2"}, {"s1"})
    assert remarks(content) == []


def test_a_coefficient_of_nothing_is_that_of_the_list() -> None:
    content = diagram(
        *FOUR, reaction("re1", "STATE_TRANSITION", ["s1@sa1"], ["s2@sa2"]), model=DRAWN
    )
    none = b'<speciesReference species="s2" stoichiometry="0"/>'
    content = content.replace(b'<speciesReference species="s2"/>', none)
    assert sides(read_native(content).pathway) == ({"s1"}, set())
    assert remarks(content) == []


# Ids


def test_a_second_reaction_of_one_id_is_told_with_its_new_name() -> None:
    """A process as an influence: it got another id without a word."""
    content = diagram(
        *FOUR,
        reaction("re1", "STATE_TRANSITION", ["s1@sa1"], ["s2@sa2"]),
        reaction("re1", "STATE_TRANSITION", ["s2@sa2"], ["s3@sa3"]),
        reaction("re1", "POSITIVE_INFLUENCE", ["s3@sa3"], ["s4@sa4"]),
        model=DRAWN,
    )
    assert [(it.place.subject, it.sentence) for it in remarks(content, "SBM103")] == [
        ("reaction re1", f'reaction re1: an element before it has this id (read as "{name}")')
        for name in ("re1_2", "re1_3")
    ]


# Species without a box


def test_a_species_without_a_box_is_told_where_others_have_some() -> None:
    (remark,) = remarks(diagram(*FOUR, model=DRAWN[:-1]), "CDX102")
    assert remark.sentence == "species s4: no box in the file draws it"
    (remark,) = remarks(diagram(*FOUR, model=DRAWN[:-2]), "CDX102")
    assert remark.sentence == "species s3 and others: no box in the file draws it, 2 times"
    assert remarks(diagram(*FOUR), "CDX102") == []


# What is lost tells which it is of


def losses(content: bytes) -> list[tuple[str, str]]:
    """What is lost, and of what."""
    found = [it for it in read(content).findings if it.code == "SBM101"]
    return [(it.place.subject, lost_in(it)) for it in found]


def test_a_second_box_of_one_id_is_told_with_its_species() -> None:
    again = (protein("pr1", "Q"), included("s9", "s1", "PROTEIN", "pr1"), alias("sa4", "s2"))
    more = included("s9", "s2", "PROTEIN", "pr1")
    content = diagram(*FOUR, model=(*DRAWN, *again, more))
    assert [it for it in losses(content) if it[0] == "model"] == [
        ("model", 'a second template "pr1", called "Q"'),
        ("model", 'a second part of a complex "s9", in "s2"'),
        ("model", 'a second alias "sa4", of "s2"'),
    ]


def test_the_size_of_a_region_is_told_with_its_gene() -> None:
    region = '<c:region id="tr1" name="x" size="0.2" pos="0.1" type="Modification Site"/>'
    gene = f'<c:gene id="gn1" name="G" type="GENE"><c:listOfRegions>{region}</c:listOfRegions>'
    content = diagram(
        species("s1", "GENE", "gn1", name="G"), model=(f"{gene}</c:gene>", alias("sa1", "s1"))
    )
    assert losses(content) == [("gene gn1", 'size="0.2" of the region "tr1"')]


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (("x=", "left="), "x of its bounds, which is not there (read as 0)"),
        (('x="150.0"', 'x=""'), 'x="" of bounds'),
    ],
)
def test_a_box_without_a_number_keeps_the_others(edit: tuple[str, str], told: str) -> None:
    """It was at 0,0 and without a size, and nothing was said where the attribute was not there."""
    content = diagram(FOUR[0], model=(DRAWN[0], DRAWN[4].replace(*edit, 1)))
    (box,) = read(content).pathway.layout.boxes
    assert (box.x, box.y, box.width, box.height) == (0, 40, 80, 40)
    assert ("alias sa1", told) in losses(content)


def test_a_box_without_bounds_is_told() -> None:
    without = DRAWN[4].replace("<c:bounds", "<c:limits")
    assert ("alias sa1", "its bounds, which are not there") in losses(
        diagram(FOUR[0], model=(DRAWN[0], without))
    )


# A gate in a gate


def test_a_gate_whose_effect_is_another_gate_is_in_that_one() -> None:
    """It was a control of its own, of an effect that nobody had written."""
    inner = modification(
        "BOOLEAN_LOGIC_GATE_AND",
        "s2@sa2",
        "s3@sa3",
        effect="BOOLEAN_LOGIC_GATE_OR",
        points="200.0,300.0",
    )
    outer = modification(
        "BOOLEAN_LOGIC_GATE_OR",
        "s2@sa2",
        "s3@sa3",
        "s4@sa4",
        effect="INHIBITION",
        points="250.0,300.0",
    )
    members = [modification("INHIBITION", f"s{n}@sa{n}", place=0) for n in (2, 3, 4)]
    content = diagram(
        *FOUR,
        reaction(
            "re1",
            "STATE_TRANSITION",
            ["s1@sa1"],
            ["s1@sa1"],
            modifications=[inner, outer, *members],
            modifiers=["s2@sa2", "s3@sa3", "s4@sa4"],
        ),
        model=DRAWN,
    )
    pathway = read(content).pathway
    (control,) = pathway.controls
    joined = Gate(inputs=("s2", "s3"))
    assert (control.effect, control.sources) == (
        Effect.INHIBITION,
        Gate(logic=Logic.OR, inputs=("s4",), gates=(joined,)),
    )
    assert losses(content) == [("reaction re1", 'where the gate of "s2", "s3" in a gate is')]
    assert read(write(pathway).content).pathway == pathway
