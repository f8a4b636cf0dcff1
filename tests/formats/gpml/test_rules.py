"""Each rule of GPML finds its breach, at the element that breaks it, and nothing in real files."""

import pytest
from lxml import etree
from tests.formats.gpml.samples import CORPUS, drawing, group, line, node, schema, state

from pathport.findings import Severity
from pathport.formats.detect import detected
from pathport.formats.gpml.rules import validate

ATTACHED = (
    '<Interaction GraphId="x"><Graphics><Point X="90" Y="50" GraphRef="na" RelX="1" RelY="0"/>'
    '<Point X="210" Y="50" GraphRef="nb" RelX="-1" RelY="0" ArrowHead="Arrow"/></Graphics>'
    '<Xref Database="" ID=""/></Interaction>'
)
SOUND = drawing(node("na"), node("nb"), ATTACHED)

BREACHES = {
    "GPM201": SOUND.replace(b"<InfoBox", b"<Strange/><InfoBox"),
    "GPM202": drawing(ATTACHED, node("na"), node("nb")),
    "GPM203": SOUND.replace(b"</Pathway>", b'<InfoBox CenterX="0" CenterY="0"/></Pathway>'),
    "GPM204": SOUND.replace(b'<InfoBox CenterX="0" CenterY="0"/>', b""),
    "GPM205": SOUND.replace(b'Type="Protein"', b'Kind="Protein"', 1),
    "GPM206": SOUND.replace(b'TextLabel="na"', b""),
    "GPM207": SOUND.replace(b'CenterX="50"', b'CenterX="abc"'),
    "GPM208": SOUND.replace(b"<InfoBox", b"stray<InfoBox"),
    "GPM209": SOUND.replace(b'"na"', b'"1 a"'),
    "GPM210": drawing(node("na"), node("na"), node("nb"), ATTACHED),
    "GPM211": drawing(node("na"), ATTACHED),
    "GPM212": drawing(node("na", more='GroupRef="gone"'), node("nb"), ATTACHED),
    "GPM221": drawing(node("na"), line("x", "", "na")),
    "GPM222": SOUND.replace(b'X="90"', b'X="95"'),
    "GPM223": drawing(node("na"), group("g")),
    "GPM224": drawing(node("na").replace('ID=""', 'ID="P61073"')),
    "GPM225": drawing(node("na", xref="My Database 1")),
    "GPM226": drawing(node("na").replace("<Graphics", "<BiopaxRef>b1</BiopaxRef><Graphics")),
    "GPM231": SOUND.replace(b" Name=", b"\nName="),
    "GPM232": SOUND.replace(b' Organism="Homo sapiens"', b' Organism="Homo sapiens" Email="a"'),
    "GPM233": SOUND.replace(b" Name=", b' Author="Ada" Name='),
    "GPM234": SOUND.replace(b" Name=", b' Last-Modified="2026" Name='),
}


def test_a_sound_file_has_no_breach() -> None:
    assert [str(it) for it in validate(SOUND)] == []


@pytest.mark.parametrize("code", BREACHES)
def test_a_breach_is_found(code: str) -> None:
    found = validate(BREACHES[code], path="a.gpml")
    assert code in {it.code for it in found}
    assert all(it.place.line for it in found)


def test_errors_are_those_of_the_published_schema() -> None:
    published = schema("GPML2013a.xsd")
    for code, content in BREACHES.items():
        own = {it.code for it in validate(content) if it.severity is Severity.ERROR}
        named = own - {"GPM211", "GPM212"}  # libxml2 does not look for what an IDREF names
        assert published.validate(etree.fromstring(content)) == (not named), code


def test_what_is_no_gpml_is_told_alone() -> None:
    assert [it.code for it in validate(b"<a/>")] == ["GPM001"]
    assert [it.code for it in validate(b"no XML")] == ["XML001"]


def test_a_state_is_checked_too() -> None:
    broken = state("na", "P").replace('RelX="1.0"', "")
    assert [it.code for it in validate(drawing(node("na"), broken))] == ["GPM206"]


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.gpml")), ids=lambda path: path.stem)
def test_no_real_file_has_an_error(path) -> None:  # type: ignore[no-untyped-def]
    content = path.read_bytes()
    found = detected(content, path=path.name).module.validate(content)
    assert [str(it) for it in found if it.severity is Severity.ERROR] == []
