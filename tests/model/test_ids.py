"""Ids are legal in every format, and follow from contents alone."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathport.model.ids import (
    LONGEST,
    Ids,
    Nearest,
    control_id,
    is_legal_id,
    legal_id,
    numbered,
    process_id,
    spelled_id,
)

LEGAL = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@pytest.mark.parametrize("name", ["A", "_", "a1", "CXCL12_pm", "Not", "defaults", "_xml", "andA"])
def test_legal_ids(name: str) -> None:
    assert is_legal_id(name)
    assert legal_id(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "1a",
        "a-b",
        "a b",
        "é",
        "a\n",
        "xml",
        "XMLa",
        "xMl_1",
        "default",
        "DEFAULT",
        "and",
        "or",
        "not",
    ],
)
def test_illegal_ids(name: str) -> None:
    assert not is_legal_id(name)
    assert is_legal_id(legal_id(name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("β-arrestin", "beta_arrestin"),
        ("Gα", "Galpha"),
        ("Łódź", "u141_odz"),
        ("12abc", "_12abc"),
        ("GO:0005886", "GO_0005886"),
        ("http://a.b/c#d", "http_a_b_c_d"),
        ("xmlX", "_xmlX"),
        ("", "_"),
        ("日本", "u65E5__u672C"),
    ],
)
def test_a_foreign_id_is_made_legal(text: str, name: str) -> None:
    assert legal_id(text) == name


@given(text=st.text())
def test_any_text_has_a_legal_id(text: str) -> None:
    assert is_legal_id(legal_id(text))
    assert legal_id(text) == legal_id(text)


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("CXCL12:CXCR4@pm", "CXCL12_CXCR4_pm"),
        ("2*STAT3{pY705}@nuc", "x2_STAT3_pY705_nuc"),
        ("STAT3{!pY705}", "STAT3_not_pY705"),
        ("(A:B):2*C@cyt", "A_B_x2_C_cyt"),
        ("A{mod:00696#S12,active}@pm.outer", "A_mod_00696_S12_active_pm_outer"),
        ("A{?}", "A"),
        ("()", "_"),
    ],
)
def test_an_id_follows_from_the_spelling(spelling: str, name: str) -> None:
    assert spelled_id(spelling) == name


def test_derived_ids_are_not_longer_than_they_may_be() -> None:
    name = spelled_id(":".join(f"A{n}" for n in range(100)))
    assert len(name) <= LONGEST
    assert is_legal_id(name)


def test_ids_of_controls_and_processes() -> None:
    assert control_id("inhibition", target="E01", sources="X_ec") == "E01_inhibition_X_ec"
    several = control_id("necessary stimulation", target=None, sources="A_ee and not (B or C)")
    assert several == "necessary_stimulation_A_ee_and_not_B_or_C"
    assert process_id("binding", "2*A:B@pm") == "binding_x2_A_B_pm"


def test_a_new_id_is_taken_from_then_on() -> None:
    ids = Ids(["A", "b_2"])
    assert [ids.new(it) for it in ("a", "b", "B", "A", "a_2")] == [
        "a_2",
        "b",
        "B_3",
        "A_3",
        "a_2_2",
    ]


def test_clashes_are_numbered_in_the_order_of_keys() -> None:
    given_ids = numbered({"b": "X", "a": "x", "c": "X", "d": "X_2"}, ["Y"])
    assert given_ids == {"a": "x", "b": "X_2", "c": "X_3", "d": "X_2_2"}


def test_what_is_taken_is_not_given() -> None:
    assert numbered({"a": "X"}, ["x", "X_2"]) == {"a": "X_3"}


@given(
    wanted=st.dictionaries(st.text(max_size=3), st.sampled_from(["A", "a", "A_2", "B", "b_2"])),
    taken=st.lists(st.sampled_from(["a", "A_3", "B"])),
    seed=st.integers(0, 100),
)
def test_ids_differ_by_more_than_case_whatever_the_order(
    wanted: dict[str, str], taken: list[str], seed: int
) -> None:
    given_ids = numbered(wanted, taken)
    lowered = [name.lower() for name in given_ids.values()]
    assert len({*lowered}) == len(lowered)
    assert not {*lowered} & {name.lower() for name in taken}
    shuffled = list(wanted.items())
    random.Random(seed).shuffle(shuffled)
    assert numbered(dict(shuffled), reversed(taken)) == given_ids


def test_many_clashes_take_linear_time() -> None:
    wanted = {f"{number:06d}": "A" for number in range(100_000)}
    assert numbered(wanted, [])["099999"] == "A_100000"


def test_the_nearest_name() -> None:
    nearest = Nearest(["JAK1", "JAK2", "STAT3"])
    assert nearest.to("JAK22") == "JAK2"
    assert nearest.to("jak2") == "JAK2"
    assert nearest.to("zzz") is None
    assert nearest.hint("STAT4", "otherwise") == 'did you mean "STAT3"?'
    assert nearest.hint("zzz", "otherwise") == "otherwise"


def test_suggestions_are_bounded() -> None:
    nearest = Nearest(f"MOLECULE{number}" for number in range(100_000))
    found = [nearest.to(f"MOLECULE{number}x") for number in range(60)]
    assert found[0] is not None
    assert found[-1] is None
