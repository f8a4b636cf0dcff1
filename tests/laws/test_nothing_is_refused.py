"""No file of others is refused for what it says: whatever was edited in one, it is read, or it is
no longer a file of its format, which a rule tells by name.
"""

from codecs import BOM_UTF8
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from lxml import etree
from tests.laws.cases import every_format, within
from tests.laws.corpora import READABLE, content_of
from tests.laws.edits import edited
from tests.laws.strip import is_xml, strip

from pathport.errors import UnreadableError
from pathport.formats import Format
from pathport.formats.detect import detected
from pathport.model.check import checked

ODD = ("", " ", "\t", "nan", "inf", "-1", "0", "1e999", "default", "é", "x" * 300, "#", "http://a")
"""What no program writes on purpose."""
MOST = 100_000
"""Bytes of a file that is edited over and over."""
NO_FILE = {"SBM003"}
"""The rules by which an edited file may be none of its format any more: SBML without a model."""
SMALL = [name for name in READABLE if len(content_of(name)) < MOST]


@cache
def content(name: str) -> bytes:
    """What a file holds, without the mark of its encoding."""
    return content_of(name).removeprefix(BOM_UTF8)


@st.composite
def odd(draw: DrawFn, text: bytes) -> bytes:
    """The content of an XML file with up to four attributes or texts made odd."""
    root = etree.fromstring(draw(edited(text)))
    there = [it for it in root.iter(etree.Element) if it is not root]
    for _ in range(draw(st.integers(0, 4))):
        element = draw(st.sampled_from(there)) if there else root
        places = [*map(str, element.attrib), *(["text"] if element.text else [])]
        if not places:
            continue
        place, value = draw(st.sampled_from(places)), draw(st.sampled_from(ODD))
        if place == "text":
            element.text = value
        else:
            element.set(place, value)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def codes(fmt: Format, text: bytes) -> set[str]:
    """Why a text is no file of the format; empty if it was read."""
    try:
        checked(fmt.module.read(text).pathway)
    except UnreadableError as error:
        return {it.code for it in error.findings}
    return set()


@every_format
@given(data=st.data())
def test_what_pathport_wrote(fmt: Format, data: st.DataObject) -> None:
    text = fmt.module.write(data.draw(within(fmt))).content
    if is_xml(text):
        text = strip(text) if data.draw(st.booleans()) else text
        assert codes(fmt, data.draw(odd(text))) <= NO_FILE


@given(data=st.data())
def test_what_others_wrote(data: st.DataObject) -> None:
    if not SMALL:
        pytest.skip("no corpora beside the repository")
    name = data.draw(st.sampled_from(SMALL))
    fmt = detected(content(name), path=name)
    assert codes(fmt, data.draw(odd(content(name)))) <= NO_FILE
