"""What somebody changes in the diagram is so, and nothing is told but what that touches."""

import re
from pathlib import Path

import msgspec
from tests.laws.strip import strip

import pathport
from pathport.formats import Read
from pathport.formats.celldesigner import read, write
from pathport.model.enumerations import Effect, Kind, Logic, Role
from pathport.model.layout import Layout
from pathport.model.parts import Component, Gate, Modification, Participant, State
from pathport.model.pathway import Pathway
from pathport.model.things import Control, Form, Molecule, Process, Species

EXAMPLE = Path(__file__).parents[3] / "examples" / "receptor-jak-stat.yaml"
TEXT = write(pathport.read(EXAMPLE)).content.decode()


def edited(pattern: str, text: str) -> Read:
    found, count = re.subn(pattern, text, TEXT, count=1, flags=re.DOTALL)
    assert count == 1
    return read(found.encode())


def roles(found: Read) -> dict[str, tuple[Role, ...]]:
    return {it.id: it.roles for it in found.pathway.molecules if it.roles}


def dropped(found: Read) -> list[str]:
    """What the records were of that count no longer."""
    return [it.sentence.split('"')[1] for it in found.findings if it.code == "FID001"]


def test_a_type_that_is_changed_is_the_role() -> None:
    assert roles(read(TEXT.encode()))["CXCR4"] == (Role.GPCR,)
    for word, role in (("GENERIC", ()), ("ION_CHANNEL", (Role.ION_CHANNEL,))):
        found = edited(
            r'(<celldesigner:protein id="CXCR4"[^>]*)type="RECEPTOR"', rf'\1type="{word}"'
        )
        assert roles(found).get("CXCR4", ()) == role
        assert dropped(found)[0] == "molecule CXCR4 roles"


def test_of_a_box_that_is_moved_it_is_told_that_the_drawing_was_changed() -> None:
    found = edited(r'(id="STAT3_cyt_box".*?<celldesigner:bounds x=")', r"\g<1>1")
    assert [(it.code, it.place.subject) for it in found.findings] == [("FID006", "pathway layout")]
    bare = msgspec.structs.replace(found.pathway, layout=Layout())
    assert bare == read(TEXT.encode()).pathway


def test_a_part_in_state_is_kept_where_another_was_taken_away() -> None:
    """The record that takes away the set of its residue, which is a site, was held to be right."""
    bare = Component(molecule="M")
    absent = State(modifications=(Modification(kind="mod:00046", residue="X", absent=True),))
    whole = Species(
        id="C",
        form=Form.COMPLEX,
        components=(
            Component(components=(bare, Component(molecule="M", state=State(variant="V12")))),
            Component(molecule="M", state=absent),
        ),
    )
    molecule = Molecule(id="M", kind=Kind.PROTEIN)
    text = write(Pathway(id="P", molecules=(molecule,), species=(whole,))).content.decode()
    left, count = re.subn(
        r'(<celldesigner:species id="C_1" [^>]*>)\s*<celldesigner:annotation>.*?'
        r"</celldesigner:annotation>",
        r"\1",
        text,
        count=1,
        flags=re.DOTALL,
    )
    assert count == 1
    [species] = read(left.encode()).pathway.species
    [part] = species.components
    assert part.state == State(modifications=(Modification(site_set="X", absent=True),))


def test_of_a_control_that_several_stand_for_one_is_left_where_another_lost_its_source() -> None:
    """The record that took the second away held on when the first could not be what it was."""
    made = tuple(Species(id=it, molecule="M") for it in ("A", "B"))
    gate = Gate(inputs=("B",), gates=(Gate(logic=Logic.NOT, inputs=("A",)),))
    sent = Pathway(
        id="P",
        molecules=(Molecule(id="M", kind=Kind.PROTEIN),),
        species=made,
        processes=(Process(id="E", outputs=(Participant(species="A"),)),),
        controls=(Control(id="C", target="E", effect=Effect.CATALYSIS, sources=gate),),
    )
    text = write(sent).content.decode()
    assert read(text.encode()).pathway.controls == sent.controls
    left, count = re.subn(r'<species [^>]*id="A".*?</species>', "", text, count=1, flags=re.DOTALL)
    assert count == 1
    acting = [it.sources for it in read(left.encode()).pathway.controls]
    assert Gate(inputs=("B",)) in acting


def test_how_a_gate_joins_gates_is_lost_only_where_no_record_tells_it() -> None:
    gate = Gate(logic=Logic.OR, inputs=("A",), gates=(Gate(inputs=("A", "B")),))
    sent = Pathway(
        id="P",
        molecules=(Molecule(id="M", kind=Kind.PROTEIN),),
        species=tuple(Species(id=it, molecule="M") for it in ("A", "B")),
        processes=(Process(id="E", outputs=(Participant(species="A"),)),),
        controls=(Control(id="C", target="E", effect=Effect.CATALYSIS, sources=gate),),
    )
    content = write(sent).content
    for text, times in ((content, 0), (strip(content), 1)):
        lost = [it for it in read(text).findings if "no known logic" in it.sentence]
        assert len(lost) == times
