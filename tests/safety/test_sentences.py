"""What each refusal says, once a rule, and that nothing in it can do harm to a terminal."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from pathport.errors import PathportError
from pathport.safety.place import Placement
from pathport.safety.source import Source, decode_text, read_source
from pathport.safety.xml import parse_xml

XML = {
    b"<a>\n<b>": "2:4: XML001: the text ends within an element",
    b"<a></b>": "1:8: XML001: not well-formed XML: opening and ending tag mismatch: a line 1 and b",
    b"<a>\x01</a>": "1:4: XML001: XML can't hold the character here",
    b"hello": "1:1: XML001: this is no XML: a tag was expected here",
    b" ": " XML001: the text is empty",
    b"\n<?xml version='1.0'?><a/>": (
        "2:6: XML001: not well-formed XML: "
        "XML declaration allowed only at the start of the document"
    ),
    b"<a>\xe9</a>": "1:4: XML002: byte 0xE9 is not UTF-8 here",
    "<a>\u20ac".encode()[:-1]: "1:4: XML002: byte 0xE2 is not UTF-8 here",
    "<a/>".encode("utf-32"): "1:1: XML002: the encoding is UTF-32, which is not read",
    b"<?xml version='1.0' encoding='\x1b'?><a/>": (
        '1:1: XML002: the encoding is said to be "\ufffd", which is not read'
    ),
    b"<?xml version='1.0' encoding='UTF-16'?><a/>": (
        '1:1: XML002: the encoding is said to be "UTF-16", '
        "which is not read without a byte order mark"
    ),
    b"<a>" * 300: "1:771: XML003: elements nest more than 256 deep",
    b"<!DOCTYPE a [<!ENTITY % \x1b 'x'>]><a/>": (
        "1:14: XML004: \"<!ENTITY % \ufffd 'x'\" is no plain internal entity"
    ),
    b"<!DOCTYPE a [<!ENTITY \x1b '%x;'>]><a/>": (
        '1:14: XML004: entity "\ufffd" holds a reference or a tag'
    ),
    b"<!DOCTYPE a SYSTEM 'x'><a/>": "1:1: XML004: the DOCTYPE names an external file",
    b"<a>%s</a>" % (b"x" * 10_100_000): "XML005: a single text or tag is too long",
    b"<a>%s</a>" % (b"<b/>" * 2_000_000): (
        " XML006: 2,000,002 tags and attributes hold almost no text"
    ),
}
TEXT = {
    b"\xff": "1:1: IO010: byte 0xFF is not UTF-8 here",
    b"\xe2": "1:1: IO010: byte 0xE2 is not UTF-8 here",
    b"a\0": "1:2: IO011: this is no text: it holds a NUL",
}
FILE = {
    b"": " IO006: the input is empty",
    b"x" * 101: " IO007: the input is larger than 100 bytes",
    gzip.compress(b"x", mtime=0)[:-1]: " IO008: gzip is cut short",
    gzip.compress(b"x", mtime=0) + b"y": " IO008: gzip is followed by something that is not gzip",
}


def sentence(refused: Callable[[], object]) -> str:
    """The one line that a refusal says."""
    with pytest.raises(PathportError) as caught:
        refused()
    told = str(caught.value)
    assert told.isprintable()
    return told


@pytest.mark.parametrize("number", range(len(XML)))
def test_xml(number: int) -> None:
    content, expected = list(XML.items())[number]
    told = sentence(lambda: parse_xml(content, path="a", entities="namespaces"))
    assert f"{expected}; " in told
    assert told.startswith("a:")


@pytest.mark.parametrize(("content", "expected"), TEXT.items())
def test_text(content: bytes, expected: str) -> None:
    source = Source(path="a", content=content)
    assert sentence(lambda: decode_text(source)).startswith(f"a:{expected}; ")


@pytest.mark.parametrize(("content", "expected"), FILE.items())
def test_file(tmp_path: Path, content: bytes, expected: str) -> None:
    (tmp_path / "a").write_bytes(content)
    told = sentence(lambda: read_source(tmp_path / "a", limit=100))
    assert told.startswith(f"{tmp_path}/a:{expected}; ")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("none", "none: IO001: there is no such file"),
        ("\x1b\n\x07", "\ufffd\ufffd\ufffd: IO001: there is no such file"),
        ("/", "/: IO002: this is a directory"),
        ("/dev/zero", "/dev/zero: IO004: this is a device or a socket, not a file"),
    ],
)
def test_input(name: str, expected: str) -> None:
    assert sentence(lambda: read_source(name)).startswith(f"{expected}; ")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("none/a", "none/a: OUT001: the folder does not exist"),
        ("/", "/: OUT002: this is a directory"),
        ("/dev/null", "/dev/null: OUT003: this is a device, a pipe or a socket"),
        ("./a", './a: OUT005: this is the same file as "a"'),
        ("source", "source: OUT006: this is the source itself"),
        ("\0", "\ufffd: OUT008: no file can have this name"),
    ],
)
def test_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, expected: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("source").touch()
    with Placement(sources=["source"]) as placement:
        placement.add("a", b"")
        assert sentence(lambda: placement.add(name, b"")).startswith(f"{expected}; ")
