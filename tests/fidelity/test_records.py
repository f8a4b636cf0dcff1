"""Records: what was sent comes back from what stands natively, through the text in the file too."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathport.fidelity.records import Link, Record, decode, encode, over_of, record_of
from pathport.fidelity.units import Unit, grouped
from pathport.model.facts import Facts, Place, facts
from pathport.model.pathway import Pathway
from pathport.testing import pathways

NAME = Unit("species", "S", "name", "")
NAMED = Place("species", "S", "name")


@st.composite
def sent_and_native(draw: st.DrawFn) -> tuple[Facts, Facts, set[str]]:
    """The facts of a pathway, some of them changed or left out, and ids of strangers."""
    told = facts(draw(pathways()))
    kept = draw(st.sets(st.sampled_from(sorted(told))))
    other = draw(st.sets(st.sampled_from(sorted(told)), max_size=3))
    native = {place: told[place] for place in kept} | dict.fromkeys(other, "other")
    ids = sorted({place.id for place in told})
    return told, native, draw(st.sets(st.sampled_from(ids), max_size=2))


@given(sent_and_native(), st.booleans())
def test_a_record_turns_native_facts_into_those_that_were_sent(
    drawn: tuple[Facts, Facts, set[str]], at_home: bool
) -> None:
    told, native, strangers = drawn
    ours, theirs = grouped(told, strangers), grouped(native, strangers)
    for unit in ours.keys() | theirs.keys():
        sent, there = ours.get(unit, {}), theirs.get(unit, {})
        if sent == there:
            continue
        record = record_of(unit, sent, there)
        anchor = (unit.construct, unit.id) if at_home else ("pathway", "")
        back = decode(encode(record, anchor), anchor)
        assert isinstance(back, Record)
        assert back.unit == unit
        assert back.over == over_of(there, unit)
        assert back.applied(there) == sent


@pytest.mark.parametrize("unit", [NAME, Unit("species", "S", "components", None)])
def test_a_joint_record_is_one_in_the_file_too(unit: Unit) -> None:
    place = Place("species", "S", unit.field)
    record = msgspec.structs.replace(record_of(unit, {}, {place: "x"}), joint="abc")
    assert decode(encode(record, ("species", "S")), ("species", "S")) == record


@given(sent_and_native())
def test_over_tells_native_facts_apart(drawn: tuple[Facts, Facts, set[str]]) -> None:
    told, native, strangers = drawn
    ours, theirs = grouped(told, strangers), grouped(native, strangers)
    for unit in ours.keys() & theirs.keys():
        assert (over_of(ours[unit], unit) == over_of(theirs[unit], unit)) == (
            ours[unit] == theirs[unit]
        )


@given(pathways())
def test_the_units_of_a_pathway_hold_all_its_facts_once(pathway: Pathway) -> None:
    told = facts(pathway)
    units = grouped(told, set())
    assert [place for unit in units.values() for place in sorted(unit)] != [] or not told
    assert sum(map(len, units.values())) == len(told)
    for unit, held in units.items():
        assert {(place.construct, place.id) for place in held} == {(unit.construct, unit.id)}


@pytest.mark.parametrize(
    ("native", "over"),
    [
        ({}, ""),
        ({NAMED: "a"}, '="a"'),
        ({NAMED: 2}, "=2"),
        ({NAMED: True}, "=true"),
        ({NAMED: "é"}, '="é"'),
    ],
)
def test_a_short_native_value_stands_in_the_record(native: Facts, over: str) -> None:
    assert over_of(native, NAME) == over


def test_a_long_native_value_is_told_by_its_digest() -> None:
    over = over_of({NAMED: "a" * 100}, NAME)
    assert over.startswith("#")
    assert len(over) == 13


def test_what_looks_like_a_digest_is_a_value() -> None:
    digest = over_of({NAMED: "a" * 100}, NAME)
    assert over_of({NAMED: digest}, NAME) != digest


def test_a_record_of_one_place_is_short_where_it_stands_on_its_thing() -> None:
    record = record_of(NAME, {NAMED: "new"}, {NAMED: "old"})
    assert encode(record, ("species", "S")) == '{"field":"name","over":"=\\"old\\"","value":"new"}'
    assert encode(record, ("pathway", "")) == (
        '{"construct":"species","id":"S","field":"name","over":"=\\"old\\"","value":"new"}'
    )


def test_a_link_comes_back_on_any_element() -> None:
    link = Link(construct="molecule", native="~S", id="M", over="0123456789ab", parts=2)
    for anchor in (("species", "S"), ("pathway", "")):
        assert decode(encode(link, anchor), anchor) == link


@pytest.mark.parametrize("text", ["", "null", "[]", '{"field":1}', '{"unknown":1}', '{"field":"'])
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(text, ("species", "S"))
