"""URIs: stable, told from content, legal, never the same ignoring case."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathport.formats.biopax.uris import Uris, derived, form_tail, native_id, shown, tail

LEGAL = re.compile(r"https://w3id\.org/pathport/p/~[a-z]+/[A-Za-z0-9._/-]+")


@given(st.lists(st.text(min_size=1, max_size=400), min_size=1, max_size=5, unique=True))
def test_any_content_has_a_uri_of_its_own(contents: list[str]) -> None:
    uris = Uris("p", None)
    found = [uris.derived("source", content) for content in contents]
    assert all(LEGAL.fullmatch(uri) and len(uri) <= 256 for uri in found)
    assert len({uri.lower() for uri in found}) == len(contents)
    assert found == [uris.derived("source", content) for content in contents]


def test_a_uri_tells_what_its_object_is_called() -> None:
    assert tail("http://a.org/b#c%20d") == "c d"
    assert tail("http://a.org/b/") == "b"
    assert tail("urn:x") == "urn:x"


@pytest.mark.parametrize("uri", ["http://a.org/p/~form/S/A", "http://a.org/p/#~form/S/A"])
def test_an_object_without_an_id_is_known_by_its_uri(uri: str) -> None:
    assert derived(uri) == ("form", "S/A")
    assert shown(uri) == "~form/S/A"


def test_a_thing_is_no_derived_object() -> None:
    uris = Uris("p", None)
    assert derived(uris.thing("CXCR4")) is None
    assert shown(uris.thing("CXCR4")) == "CXCR4"
    assert derived(uris.pathway) is None


def test_long_ids_are_cut_and_told_apart() -> None:
    one, other = "x" * 200, "x" * 201
    assert native_id("x" * 150) == "x" * 150
    assert native_id(one) != native_id(other)
    assert len(native_id(one)) < 100
    uris = Uris("p", None)
    assert derived(uris.thing(one)) == ("long", native_id(one)[1:])
    assert form_tail(f"{one}/A") != form_tail(f"{other}/A")


def test_a_base_is_escaped_for_xml() -> None:
    assert Uris("p", 'http://a.org/?a=1&b="').pathway == "http://a.org/?a=1&amp;b=&quot;/p"
