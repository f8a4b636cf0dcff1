"""Influences come out as they were drawn: from parts, by gates, and what acts on them."""

import re

import msgspec
import pytest
from tests.formats.celldesigner.samples import SPECS, judged
from tests.formats.celldesigner.sketches import (
    alias,
    complex_alias,
    diagram,
    included,
    modification,
    reaction,
    species,
    template,
)

from pathport.findings import Severity
from pathport.formats import Read
from pathport.formats.celldesigner import read, validate, write
from pathport.formats.celldesigner.read import read_native
from pathport.model.enumerations import Effect, Logic
from pathport.model.parts import Gate
from pathport.model.things import Control

SPECIES = (
    species("s1"),
    species("s2", of="pr2", name="B"),
    species("s3", "COMPLEX", "X", name="X"),
)
MODEL = (
    template("pr1"),
    template("pr2", "B"),
    alias("sa1", "s1"),
    alias("sa2", "s2", (200.0, 0.0)),
    included("s4", "s3", "PROTEIN", "pr1"),
    complex_alias("csa1", "s3", (0.0, 200.0)),
    alias("sa4", "s4", (10.0, 210.0), inside="csa1"),
)
"""Two proteins and a complex of one part."""


def drawn(*reactions: str) -> Read:
    return read(diagram(*SPECIES, *reactions, model=MODEL))


def again(found: Read) -> str:
    """The file that is written of it, in which all of its lines are native; nothing is wrong."""
    content = write(found.pathway).content
    assert read_native(content).pathway.layout.ways == found.pathway.layout.ways
    assert [it.sentence for it in validate(content) if it.severity is not Severity.NOTE] == []
    return content.decode()


def of_complex(text: str) -> str:
    """A reaction whose line ends at the part: SBML says it of the complex and its box."""
    part = '<speciesReference species="s4"/>'
    assert part in text
    said = "<annotation><c:extension><c:alias>csa1</c:alias></c:extension></annotation>"
    return text.replace(part, f'<speciesReference species="s3">{said}</speciesReference>')


def gate(word: str, *members: str, effect: str = "POSITIVE_INFLUENCE") -> str:
    """The members of a gate on a species, by ``species@alias``."""
    items = [
        modification(
            f"BOOLEAN_LOGIC_GATE_{word}",
            *members,
            effect=effect,
            points="120.0,100.0",
            name="GateMember",
        ),
        *(modification(effect, it, name="GateMember") for it in members),
    ]
    return f"<c:listOfGateMember>{''.join(items)}</c:listOfGateMember>"


@pytest.mark.parametrize(
    ("starts", "ends", "acting"),
    [(["s4@sa4.E"], ["s2@sa2"], ("s3", "s2")), (["s1@sa1"], ["s4@sa4.W"], ("s1", "s3"))],
)
def test_an_influence_that_ends_at_a_part_of_a_complex_does_so_again(
    starts: list[str], ends: list[str], acting: tuple[str, str]
) -> None:
    """It came out from the whole complex, and only a record told of the part."""
    found = drawn(of_complex(reaction("re1", "POSITIVE_INFLUENCE", starts, ends)))
    (control,) = found.pathway.controls
    assert (*control.sources.inputs, control.target) == acting
    text = again(found)
    assert 'species="s3_1" alias="sa4">' in text
    assert text.count("<celldesigner:alias>csa1</celldesigner:alias>") == 1


def test_a_gate_on_a_species_that_joins_a_part_of_a_complex_does_so_again() -> None:
    """The part was told of as if it were no reactant."""
    members = gate("AND", "s1@sa1", "s4@sa4")
    ends = ["s1@sa1", "s4@sa4"], ["s2@sa2"]
    found = drawn(of_complex(reaction("re1", "BOOLEAN_LOGIC_GATE", *ends, drawn=members)))
    assert [it for it in found.findings if it.code == "SBM101"] == []
    (control,) = found.pathway.controls
    assert control.sources == Gate(inputs=("s1", "s3"))
    assert 'aliases="sa1,sa4"' in again(found)


TOWARDS = (
    '<c:connectScheme connectPolicy="direct"/><c:editPoints>0.35,0 0.75,0</c:editPoints>'
    '<c:line width="1.0" color="ff000000"/>'
)
"""A line with two bends that is straight nevertheless, as CellDesigner's own sheet has one."""


@pytest.mark.parametrize(
    ("line", "place", "at"),
    [(TOWARDS, 0, 0.35), (TOWARDS, 1, 0.75), ("", 0, 0.5)],
)
def test_what_acts_on_an_influence_ends_at_a_bend_of_it(line: str, place: int, at: float) -> None:
    """It ended at the square of a process, which an influence has not."""
    acting = modification("REDUCED_TRIGGER", "s3@csa1", place=place)
    ends = ["s1@sa1"], ["s2@sa2"]
    found = drawn(
        reaction(
            "re1", "POSITIVE_INFLUENCE", *ends, drawn=line, modifications=[acting], modifiers=["s3"]
        )
    )
    (way,) = (it for it in found.pathway.layout.ways if it.start == "csa1")
    assert (way.at, way.end_at) == (at, None)
    (told,) = re.findall(r'aliases="csa1" targetLineIndex="([^"]*)"', again(found))
    assert told == f"-1,{place}"


@pytest.mark.parametrize("at", [None, 0.9])
def test_what_acts_on_an_influence_from_elsewhere_ends_at_the_nearest_bend(
    at: float | None,
) -> None:
    acting = modification("TRIGGER", "s3@csa1", place=0)
    ends = ["s1@sa1"], ["s2@sa2"]
    pathway = drawn(
        reaction("re1", "TRIGGER", *ends, drawn=TOWARDS, modifications=[acting], modifiers=["s3"])
    ).pathway
    ways = tuple(
        msgspec.structs.replace(it, at=at) if it.start == "csa1" else it
        for it in pathway.layout.ways
    )
    layout = msgspec.structs.replace(pathway.layout, ways=ways)
    text = write(msgspec.structs.replace(pathway, layout=layout)).content.decode()
    (told,) = re.findall(r'aliases="csa1" targetLineIndex="([^"]*)"', text)
    assert told == ("-1,0" if at is None else "-1,1")


def unknown() -> Read:
    """A gate of two that nobody knows how it joins, straight onto a species."""
    members = gate("UNKNOWN", "s1@sa1", "s3@csa1", effect="REDUCED_PHYSICAL_STIMULATION")
    ends = ["s1@sa1", "s3@csa1"], ["s2@sa2"]
    return drawn(reaction("re1", "BOOLEAN_LOGIC_GATE", *ends, drawn=members))


def test_a_gate_of_no_known_logic_on_a_species_comes_out_as_one() -> None:
    """It came out as a line of each of its sources, with a word of its own for what it does."""
    found = unknown()
    first, second = sorted(found.pathway.controls, key=lambda it: it.id)
    assert {it.target for it in (first, second)} == {"s2"}
    text = again(found)
    assert text.count("<reaction ") == 1
    assert text.count('type="BOOLEAN_LOGIC_GATE_UNKNOWN"') == 1
    assert text.count('"REDUCED_PHYSICAL_STIMULATION"') == 3
    assert read_native(text.encode()).pathway.controls == found.pathway.controls


def test_the_influences_of_a_gate_of_no_known_logic_keep_what_they_say() -> None:
    pathway = unknown().pathway
    first, second = sorted(pathway.controls, key=lambda it: it.id)
    second = msgspec.structs.replace(
        second, id="other", name="by X", notes=("seen",), references=("pubmed:1",)
    )
    ways = tuple(
        msgspec.structs.replace(it, of="other") if it.start == "csa1" else it
        for it in pathway.layout.ways
    )
    layout = msgspec.structs.replace(pathway.layout, ways=ways)
    sent = msgspec.structs.replace(pathway, controls=(first, second), layout=layout)
    native = read_native(write(sent).content).pathway
    assert sorted(native.controls, key=lambda it: it.id) == [second, first]


def test_an_influence_of_a_gate_of_no_known_logic_that_is_acted_on_stays_apart() -> None:
    found = unknown()
    target = next(it.id for it in found.pathway.controls if it.id != "re1")
    control = Control(id="C", target=target, effect=Effect.INHIBITION, sources=Gate(inputs=("s2",)))
    sent = msgspec.structs.replace(found.pathway, controls=(*found.pathway.controls, control))
    native = read_native(write(sent).content).pathway
    assert {(it.id, it.target) for it in native.controls} == {
        ("re1", "s2"),
        (target, "s2"),
        ("C", target),
    }


def test_a_gate_of_gates_on_a_species_is_one_of_no_known_logic() -> None:
    pathway = drawn().pathway
    sources = Gate(logic=Logic.OR, inputs=("s1",), gates=(Gate(inputs=("s1", "s3")),))
    control = Control(id="C", target="s2", effect=Effect.STIMULATION, sources=sources)
    sent = msgspec.structs.replace(pathway, controls=(control,))
    content = write(sent).content
    assert content.count(b"<reaction ") == 1
    assert content.count(b'type="BOOLEAN_LOGIC_GATE_UNKNOWN"') == 1
    assert read(content).pathway.controls == (control,)
    assert [it.code for it in validate(content) if it.severity is not Severity.NOTE] == []


def test_what_the_reference_to_a_source_says_of_no_influence_is_told() -> None:
    members = gate("UNKNOWN", "s1@sa1", "s3@csa1")
    law = (
        '<kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML"><cn>1</cn></math>'
        "</kineticLaw>"
    )
    ends = ["s1@sa1", "s3@csa1"], ["s2@sa2"]
    made = reaction("re1", "BOOLEAN_LOGIC_GATE", *ends, drawn=members, inner=law)
    made = made.replace('<speciesReference species="s3"', '<speciesReference id="o" species="s3"')
    sentences = [it.sentence for it in drawn(made).findings if it.code == "SBM101"]
    assert [it for it in sentences if 'the id of the reference to "s3"' in it]


def test_the_line_of_a_gate_keeps_its_policy() -> None:
    scheme = '<c:connectScheme connectPolicy="square"/>'
    line = '<c:line width="1.0" color="ff000000"/></c:GateMember>'
    members = gate("OR", "s1@sa1", "s3@csa1").replace(line, scheme + line, 1)
    ends = ["s1@sa1", "s3@csa1"], ["s2@sa2"]
    found = drawn(reaction("re1", "BOOLEAN_LOGIC_GATE", *ends, drawn=members))
    assert again(found).count('connectPolicy="square"') == 1


@pytest.mark.skipif(not SPECS.exists(), reason=f"needs {SPECS}")
def test_a_gate_of_three_on_a_species_is_as_the_extension_has_it() -> None:
    """Two base reactants are as many as the schema allows."""
    members = gate("AND", "s1@sa1", "s3@csa1", "s5@sa5")
    more = species("s5", "ION", "C", name="C"), alias("sa5", "s5", (300.0, 200.0))
    made = reaction(
        "re1", "BOOLEAN_LOGIC_GATE", ["s1@sa1", "s3@csa1"], ["s2@sa2"], taken=["s5@sa5"],
        drawn=members,
    )  # fmt: skip
    found = read(diagram(*SPECIES, more[0], made, model=(*MODEL, more[1])))
    (control,) = found.pathway.controls
    assert control.sources == Gate(inputs=("s1", "s3", "s5"))
    text = again(found)
    assert judged(text.encode()) == []
    assert text.count("<celldesigner:baseReactant ") == 2
    assert text.count("<celldesigner:reactantLink ") == 1
    assert text.count("<celldesigner:GateMember ") == 4


@pytest.mark.parametrize(
    ("there", "wrong", "what"),
    [
        ('aliases="sa1,csa1"', 'aliases="sa1"', 'the box "csa1"'),
        ('type="POSITIVE_INFLUENCE"', 'type="TRIGGER"', 'the type "TRIGGER" of a member'),
    ],
)
def test_what_the_members_of_a_gate_say_otherwise_than_it_is_told(
    there: str, wrong: str, what: str
) -> None:
    members = gate("AND", "s1@sa1", "s3@csa1")
    assert there in members
    ends = ["s1@sa1", "s3@csa1"], ["s2@sa2"]
    for text, times in ((members, 0), (members.replace(there, wrong, 1), 1)):
        found = drawn(reaction("re1", "BOOLEAN_LOGIC_GATE", *ends, drawn=text)).findings
        assert len([it for it in found if what in it.sentence]) == times
