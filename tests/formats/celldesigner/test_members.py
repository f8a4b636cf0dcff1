"""Complexes by name: their members are drawn in them, and are members again when they are read."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from tests.formats.celldesigner.named_complexes import pathways_of_named_complexes
from tests.formats.celldesigner.sketches import (
    complex_alias,
    diagram,
    included,
    listed,
    species,
    template,
)
from tests.laws.law import beside_of, law_named
from tests.laws.once import Once
from tests.laws.strip import strip

from pathport.fidelity.report import Status
from pathport.formats import format_named
from pathport.formats.celldesigner import read, write
from pathport.formats.celldesigner.diagram import Diagram
from pathport.formats.yaml import read as read_document
from pathport.model.enumerations import Certainty, Kind
from pathport.model.layout import Box, Layout
from pathport.model.parts import Component, Identifier, Member
from pathport.model.pathway import Pathway
from pathport.model.things import Form, Molecule, Species

IDENTIFIERS = {"MTOR": "P42345", "RPTOR": "Q8N122", "MLST8": "Q9BVC4"}
MEMBERS = {"MTOR": 1, "RPTOR": 1, "MLST8": 2}
DOCUMENT = """\
pathport: 1
id: m1
compartments:
  cyt: {name: cytosol}
molecules:
  mTORC1: {kind: complex, members: [MTOR, RPTOR, 2*MLST8]}
  MTOR: {kind: protein, name: MTOR}
  RPTOR: {kind: protein, name: RPTOR}
  MLST8: {kind: protein, name: MLST8}
  FKBP1A: {kind: protein, name: FKBP1A}
species:
  bound: {is: "FKBP1A:mTORC1@cyt"}
processes:
  A5: {is: "mTORC1@cyt -> mTORC1{active}@cyt", type: activation}
"""
FIDELITY = ("faithful", "honest", "nothing_is_found_on_the_way_back", "valid")


def bare() -> Pathway:
    """A complex by name, alone and in another complex, whose members have no identifiers."""
    return read_document(DOCUMENT.encode()).pathway


def identified() -> Pathway:
    """The same with identifiers."""
    sent = bare()
    molecules = (
        msgspec.structs.replace(it, identifiers=(Identifier(id=f"uniprot:{IDENTIFIERS[it.id]}"),))
        if it.id in IDENTIFIERS
        else it
        for it in sent.molecules
    )
    return msgspec.structs.replace(sent, molecules=tuple(molecules))


def natively(content: bytes) -> Pathway:
    return read(strip(content)).pathway


def made_of(pathway: Pathway, id_: str) -> dict[str, int]:
    """By name, how often a member is in a complex by name that is called so."""
    molecules = {it.id: it for it in pathway.molecules}
    (whole,) = (it for it in pathway.molecules if it.name == id_ and it.members)
    return {molecules[it.molecule].name or "": it.count for it in whole.members}


def hold(sent: Pathway) -> None:
    for law in FIDELITY:
        law_named(law).check(format_named("celldesigner"), sent=sent)


@pytest.mark.parametrize("sent", [bare(), identified()])
def test_members_are_drawn_in_the_box_of_their_complex(sent: Pathway) -> None:
    wholes = [it for it in Diagram(sent).aliases.all if it.entity.molecule == "mTORC1"]
    assert len(wholes) == 3
    for whole in wholes:
        assert {it.entity.name: it.entity.count for it in whole.parts} == MEMBERS
        for part in whole.parts:
            assert whole.rect.x < part.rect.x
            assert part.rect.x + part.rect.width < whole.rect.x + whole.rect.width
            assert whole.rect.y < part.rect.y
            assert part.rect.y + part.rect.height < whole.rect.y + whole.rect.height
    hold(sent)


def test_members_with_identifiers_are_natively_members() -> None:
    written = write(identified())
    told = [it for it in written.account.entries if it.construct == "molecule"]
    assert {(it.status, it.field) for it in told} == {(Status.SUPPLIED, "name")}
    assert made_of(natively(written.content), "mTORC1") == MEMBERS


def test_members_of_which_none_has_an_identifier_are_natively_parts() -> None:
    for it in natively(write(bare()).content).species:
        (inner,) = [*(one.components for one in it.components if one.components), it.components][:1]
        assert {one.molecule: one.count for one in inner} == MEMBERS


def test_a_member_that_is_a_complex_by_name_has_its_own_members_in_it() -> None:
    def named(id_: str, accession: str) -> Molecule:
        own = (Identifier(id=f"uniprot:{accession}"),)
        return Molecule(id=id_, name=id_, kind=Kind.PROTEIN, identifiers=own)

    pair = Molecule(
        id="pair",
        name="pair",
        kind=Kind.COMPLEX,
        identifiers=(Identifier(id="complexportal:CPX-1"),),
        members=(Member(molecule="A"), Member(molecule="B", certainty=Certainty.HYPOTHETICAL)),
    )
    whole = Molecule(
        id="whole",
        name="whole",
        kind=Kind.COMPLEX,
        members=(Member(molecule="pair", count=2), Member(molecule="C")),
    )
    sent = Pathway(
        id="P",
        molecules=(named("A", "P42345"), named("B", "Q8N122"), named("C", "Q9BVC4"), pair, whole),
        species=(Species(id="S", molecule="whole"), Species(id="T", molecule="pair")),
    )
    hold(sent)
    assert made_of(natively(write(sent).content), "whole") == {"pair": 2, "C": 1}


def test_members_of_which_nothing_but_an_identifier_is_known_are_not_drawn() -> None:
    """They have no names: Reactome's complexes, of which RDF alone tells the members."""
    member = Molecule(id="M", identifiers=(Identifier(id="uniprot:P42345"),))
    whole = Molecule(id="C", name="C", kind=Kind.COMPLEX, members=(Member(molecule="M"),))
    sent = Pathway(id="P", molecules=(member, whole), species=(Species(id="S", molecule="C"),))
    assert b"listOfIncludedSpecies" not in write(sent).content
    hold(sent)


def test_a_member_that_is_not_drawn_there_is_what_its_own_species_are() -> None:
    """The link of the member to its template was taken for one to something else."""
    own = (Identifier(id="uniprot:P42345"),)
    molecules = (
        Molecule(id="M", kind=Kind.PROTEIN, identifiers=own),
        Molecule(id="N"),
        Molecule(id="C", kind=Kind.COMPLEX, members=(Member(molecule="M"), Member(molecule="N"))),
    )
    species = (Species(id="S", molecule="M"), Species(id="T", molecule="C"))
    hold(Pathway(id="P", molecules=molecules, species=species))


def test_no_more_members_are_drawn_than_can_be_seen() -> None:
    """Each complex is twice what it is made of: the last of thirty has a thousand million parts."""
    doubled = [
        Molecule(
            id=f"C{n}",
            name=f"C{n}",
            kind=Kind.COMPLEX,
            members=(Member(molecule=f"C{n - 1}"), Member(molecule=f"D{n - 1}")),
        )
        for n in range(1, 31)
    ]
    again = [
        Molecule(id=it.id.replace("C", "D"), name="D", kind=Kind.COMPLEX, members=it.members)
        for it in doubled
    ]
    least = [Molecule(id=id_, kind=Kind.PROTEIN) for id_ in ("C0", "D0")]
    sent = Pathway(
        id="P", molecules=(*least, *doubled, *again), species=(Species(id="S", molecule="C30"),)
    )
    assert write(sent).content.count(b"<celldesigner:complexSpecies>") < 100


# Edits


def member(id_: str, of: str, more: str = "") -> str:
    return included(id_, "s1", "PROTEIN", of, state=more)


def told(*members: str, terms: Sequence[str] = ("P42345", "Q8N122")) -> Pathway:
    """A complex in which these are drawn, that RDF tells to be made of what has these terms."""
    content = diagram(
        species(
            "s1", "COMPLEX", "X", name="X", terms=[("hasPart", f"uniprot:{it}") for it in terms]
        ),
        species("s2", of="A", terms=[("is", "uniprot:P42345")]),
        species("s3", of="B", name="B", terms=[("is", "uniprot:Q8N122")]),
        model=(
            template("A", "A"),
            template("B", "B"),
            template("C", "C"),
            *members,
            complex_alias("csa1", "s1"),
        ),
    )
    return read(content).pathway


def whole_of(pathway: Pathway) -> Species:
    return next(it for it in pathway.species if it.id == "s1")


OPEN = listed("listOfStructuralStates", ['<c:structuralState structuralState="open"/>'])


def test_what_rdf_says_too_are_members() -> None:
    pathway = told(member("i1", "A", "<c:homodimer>2</c:homodimer>"), member("i2", "B"))
    assert whole_of(pathway).form is Form.SINGLE
    assert made_of(pathway, "X") == {"A": 2, "B": 1}


def test_what_is_drawn_twice_is_counted() -> None:
    pathway = told(member("i1", "A"), member("i2", "B"), member("i3", "A"))
    assert made_of(pathway, "X") == {"A": 2, "B": 1}


def test_what_was_added_is_a_member_too() -> None:
    pathway = told(member("i1", "A"), member("i2", "B"), member("i3", "C"))
    assert made_of(pathway, "X") == {"A": 1, "B": 1, "C": 1}


@pytest.mark.parametrize(
    ("members", "terms"),
    [
        ((member("i1", "A"),), ("P42345", "Q8N122")),  # one was taken out
        ((member("i1", "A"), member("i2", "B")), ("P42345",)),  # RDF tells one
        ((member("i1", "A"), member("i2", "B")), ()),
        ((member("i1", "A"), member("i2", "B", OPEN)), ("P42345", "Q8N122")),
        ((member("i1", "A"), member("i2", "A"), member("i3", "B")), ("P42345",)),
    ],
)
def test_what_is_drawn_otherwise_are_parts(
    members: tuple[str, ...], terms: tuple[str, ...]
) -> None:
    whole = whole_of(told(*members, terms=terms))
    assert whole.form is Form.COMPLEX
    assert sum(it.count for it in whole.components) == len(members)
    assert whole.name == "X"


@pytest.mark.parametrize("sent", [bare(), identified()])
@pytest.mark.parametrize(
    ("there", "instead"),
    [
        ("homodimer>2<", "homodimer>3<"),
        ("<celldesigner:homodimer>2</celldesigner:homodimer>", ""),
        ("<celldesigner:proteinReference>RPTOR<", "<celldesigner:proteinReference>FKBP1A<"),
        ("<celldesigner:homodimer>2<", f"{OPEN}<celldesigner:homodimer>2<"),
        ('name="mTORC1"', 'name="TORC1"'),
        ("Q8N122", "P12345"),
    ],
)
def test_an_edit_wins(sent: Pathway, there: str, instead: str) -> None:
    text = write(sent).content.decode()
    instead = re.sub("(</?)c:", r"\1celldesigner:", instead)
    for number in range(text.count(there)):
        first = text.split(there)
        content = there.join(first[: number + 1]) + instead + there.join(first[number + 1 :])
        law_named("native_wins").check(
            format_named("celldesigner"), sent=sent, content=content.encode()
        )


def test_the_places_of_members_are_kept() -> None:
    shown = natively(write(identified()).content)
    assert len([it for it in shown.layout.boxes if it.inside is not None]) == 11
    again = natively(write(shown).content)
    assert again.layout.boxes == shown.layout.boxes


def test_members_that_are_drawn_in_several_boxes_are_as_many() -> None:
    molecules = (
        Molecule(id="A", name="A", kind=Kind.PROTEIN),
        Molecule(id="C", name="C", kind=Kind.COMPLEX, members=(Member(molecule="A", count=2),)),
    )
    one = Component(molecule="A")
    boxes = (
        Box(id="b", species="S", x=0, y=0, width=200, height=100),
        Box(id="b1", species="S", x=10, y=10, width=80, height=40, inside="b", part=one),
        Box(id="b2", species="S", x=100, y=10, width=80, height=40, inside="b", part=one),
    )
    sent = Pathway(
        id="P",
        molecules=molecules,
        species=(Species(id="S", molecule="C"),),
        layout=Layout(width=300, height=200, boxes=boxes),
    )
    hold(sent)
    assert natively(write(sent).content).layout.boxes == boxes


LAWS = ("valid", "faithful", "nothing_is_found_on_the_way_back", "honest", "native_wins")


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(sent=pathways_of_named_complexes(), data=st.data())
def test_the_laws_hold_for_complexes_by_name(sent: Pathway, data: DataObject) -> None:
    """The pathways of all laws seldom have members that RDF can tell."""
    once: Any = Once(format_named("celldesigner"))
    for law in map(law_named, LAWS):
        law.check(once, sent=sent, **beside_of(law, once, sent, data.draw))
