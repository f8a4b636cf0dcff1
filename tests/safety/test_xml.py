"""The hardened XML parsing: what it reads, and what it refuses, with code and place."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pathport.errors import UnreadableError
from pathport.safety.rules import RULES
from pathport.safety.source import read_source
from pathport.safety.xml import forget, is_xml_text, iterparse_xml, parse_xml, top_level_xml

SMALL = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<!-- c --><r xmlns:p="u">\n'
    b'<p:a x="1">\xc3\xa9 &amp;</p:a><![CDATA[<]]><?pi?>\n<b/></r>'
)
NAMESPACES = (
    b'<!DOCTYPE rdf:RDF [\n<!ENTITY xsd "http://www.w3.org/2001/XMLSchema#">\n'
    b"<!-- base --><!ENTITY b 'http://x/'>\n]>\n"
)


def events(content: bytes, **options: Any) -> None:
    """All events of a text, each kept, as a reader that keeps the whole tree has them."""
    list(iterparse_xml(content, **options))


def children(content: bytes, **options: Any) -> None:
    """All children of the root, each let go."""
    for _ in top_level_xml(content, lambda root: None, **options):
        pass


each_way = pytest.mark.parametrize(
    "parse", [parse_xml, events, children], ids=["tree", "events", "children"]
)
Parse = Callable[..., object]


def refusal(parse: Parse, content: bytes, **options: Any) -> tuple[str, int, int]:
    """The code and the place of the one finding with which a text is refused."""
    with pytest.raises(UnreadableError) as caught:
        parse(content, path="a.xml", **options)
    (finding,) = caught.value.findings
    assert finding.place.path == "a.xml"
    assert finding.remedy
    assert len(str(finding)) < 400
    return finding.code, finding.place.line, finding.place.column


def test_tree() -> None:
    root = parse_xml(SMALL).getroot()
    assert [root.tag, *(child.tag for child in root)] == ["r", "{u}a", "b"]
    assert (root[0].text, root[0].tail) == ("\u00e9 &", "<\n")


def test_comments_do_not_part_text() -> None:
    assert parse_xml(b"<a>x<!-- c -->y<?pi z?>z<![CDATA[<]]></a>").getroot().text == "xyz<"


def test_events() -> None:
    told = [(event, element.tag) for event, element in iterparse_xml(b"<a><b/></a>")]
    assert told == [("end", "b"), ("end", "a")]
    both_events = iterparse_xml(b"<a><b/></a>", events=("start", "end"), tag="b")
    assert [event for event, _ in both_events] == ["start", "end"]


def test_forget_frees_what_was_read() -> None:
    most = 0
    for _, element in iterparse_xml(b"<r>" + b"<a><b/>t</a>\n" * 20_000 + b"</r>", tag="a"):
        forget(element)
        parent = element.getparent()
        assert parent is not None
        assert len(element) == 0
        most = max(most, len(parent))
    assert most < 20_000 // 4


def test_children_of_the_root_come_whole_with_the_text_after_them() -> None:
    content = b"<r>0" + b"<a><r/>1</a>\n 2" * 20_000 + b"</r>"
    roots, most = [], 0
    for root, child in top_level_xml(content, roots.append):
        most = max(most, len(root))
        assert (child.tag, len(child), child.tail, root.text) == ("a", 1, "\n 2", "0")
    assert [each.tag for each in roots] == ["r"]
    assert most < 20_000


def test_the_root_is_refused_before_what_is_wrong_behind_it() -> None:
    def refuse(root: Any) -> None:
        raise LookupError(root.tag)

    with pytest.raises(LookupError, match="r"):
        list(top_level_xml(b"<r><a/><b>", refuse))
    with pytest.raises(UnreadableError):
        list(top_level_xml(b"<r><a>", refuse))


@each_way
def test_namespace_entities(parse: Parse) -> None:
    text = NAMESPACES + b'<r t="&xsd;string" u="&b;1">&b;</r>'
    assert refusal(parse, text) == ("XML004", 1, 1)
    parse(text, entities="namespaces")


def test_namespace_entities_are_expanded() -> None:
    root = parse_xml(NAMESPACES + b'<r t="&b;1">&b;</r>', entities="namespaces").getroot()
    assert (root.get("t"), root.text) == ("http://x/1", "http://x/")
    ((_, element),) = iterparse_xml(NAMESPACES + b"<r>&b;</r>", entities="namespaces")
    assert element.text == "http://x/"


MANY = b"".join(b'<!ENTITY e%d "u">' % number for number in range(64))
DOCTYPES = {
    "external subset": (b'<!DOCTYPE r SYSTEM "file:///etc/passwd">', 1, 1),
    "public subset": (b'<!DOCTYPE r PUBLIC "x" "http://x/">', 1, 1),
    "external subset and internal": (b'<!DOCTYPE r SYSTEM "x" [<!ENTITY a "b">]>', 1, 1),
    "external entity": (b'<!DOCTYPE r [\n <!ENTITY a SYSTEM "file:///etc/passwd">]>', 2, 2),
    "public entity": (b'<!DOCTYPE r [<!ENTITY a PUBLIC "x" "y">]>', 1, 14),
    "parameter entity": (b"<!DOCTYPE r [<!ENTITY % a 'b'>]>", 1, 14),
    "parameter reference": (b'<!DOCTYPE r [<!ENTITY b "c">%a;]>', 1, 29),
    "nested entity": (b'<!DOCTYPE r [<!ENTITY a "b"><!ENTITY c "&a;">]>', 1, 29),
    "entity nested by a character reference": (b'<!DOCTYPE r [<!ENTITY c "&#38;a;">]>', 1, 14),
    "entity with a tag": (b"<!DOCTYPE r [<!ENTITY c '<x/>'>]>", 1, 14),
    "long entity": (b'<!DOCTYPE r [<!ENTITY c "' + b"x" * 257 + b'">]>', 1, 14),
    "65 entities": (b"<!DOCTYPE r [\n" + MANY + b'<!ENTITY z "u">]>', 2, len(MANY) + 1),
    "default attribute": (b'<!DOCTYPE r [<!ATTLIST r x CDATA "y">]>', 1, 14),
    "element declaration": (b"<!DOCTYPE r [<!ELEMENT r ANY>]>", 1, 14),
    "notation": (b'<!DOCTYPE r [<!NOTATION n SYSTEM "x">]>', 1, 14),
    "cut short": (b'<!DOCTYPE r [<!ENTITY c "u">', 1, 29),
    "comment before": (b"<?x?>\n<!-- - --><!DOCTYPE r [<!ELEMENT r ANY>]>", 2, 24),
}


@each_way
@pytest.mark.parametrize("name", DOCTYPES)
def test_doctype_is_refused(parse: Parse, name: str) -> None:
    prolog, line, column = DOCTYPES[name]
    text = prolog + b"<r>&c;</r>"
    assert refusal(parse, text, entities="namespaces") == ("XML004", line, column)
    assert refusal(parse, b"\xef\xbb\xbf" + text)[0] == "XML004"


def test_limits_of_entities_are_inclusive() -> None:
    longest = "\u20ac" * 256
    parse_xml(f'<!DOCTYPE r [<!ENTITY c "{longest}">]><r/>'.encode(), entities="namespaces")
    parse_xml(b"<!DOCTYPE r [" + MANY + b"]><r>&e63;</r>", entities="namespaces")
    parse_xml(b"<!DOCTYPE r><r/>", entities="namespaces")


def test_local_file_does_not_leak(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("sesame")
    include = (
        b'<r xmlns:i="http://www.w3.org/2001/XInclude"><i:include parse="text" href="%s"/></r>'
    )
    tree = parse_xml(include % bytes(secret))
    assert b"sesame" not in etree.tostring(tree)


FAULTS = {
    "cut short": (b"<a>\n<b>", "XML001", 2, 4),
    "wrong end": (b"<a>\n<b>\n</a>", "XML001", 3, 5),
    "two roots": (b"<a/>\n<b/>", "XML001", 2, 1),
    "no XML": (b"hello\n", "XML001", 1, 1),
    "empty": (b"", "XML001", 0, 0),
    "blank": (b" \n\n", "XML001", 0, 0),
    "blank before the declaration": (b'\n<?xml version="1.0"?><a/>', "XML001", 2, 6),
    "twice the same attribute": (b'<a x="1" x="2"/>', "XML001", 1, 15),
    "unknown prefix": (b"<p:a/>", "XML001", 1, 5),
    "unknown entity": (b"<a>\n&foo;</a>", "XML001", 2, 6),
    "control character": (b"<a>\n\n x\x01y</a>", "XML001", 3, 3),
    "escaped control character": (b"<a>\n&#1;</a>", "XML001", 2, 5),
    "NUL": (b"<a>\n\n x\0y</a>", "XML001", 3, 3),
    "only NUL": (b"\0" * 4096, "XML001", 1, 1),
    "DOCTYPE inside": (b"<a><!DOCTYPE a></a>", "XML001", 1, 5),
    "bad byte": ("<a>\n\u20ac\u20ac".encode() + b"\xe9</a>", "XML002", 2, 3),
    "cut within a character": (b"<a>\n\xe2\x82", "XML002", 2, 1),
    "binary": (b"\x89PNG\r\n\x1a\n\0\0", "XML002", 1, 1),
    "UTF-7": (b'<?xml version="1.0" encoding="UTF-7"?><a/>', "XML002", 1, 1),
    "EBCDIC": ('<?xml version="1.0" encoding="cp037"?><a/>'.encode("cp037"), "XML002", 1, 3),
    "UTF-32": ("<a/>".encode("utf-32"), "XML002", 1, 1),
    "UTF-16 without a mark": ("<a/>".encode("utf-16-be"), "XML002", 1, 1),
    "UTF-16 in name only": (b'<?xml version="1.0" encoding="UTF-16"?><a/>', "XML002", 1, 1),
    "not US-ASCII": (b'<?xml version="1.0" encoding="ascii"?>\n<a>\xe9</a>', "XML002", 2, 4),
    "UTF-16 cut": ("<a>\nb</a>".encode("utf-16")[:-1], "XML002", 2, 5),
    "depth 257": (b"<a>" * 257 + b"</a>" * 257, "XML003", 1, 771),
    "dense tags": (b"<a>" + b"<b/>" * 4_000_000 + b"</a>", "XML006", 0, 0),
}


@each_way
@pytest.mark.parametrize("name", FAULTS)
def test_refused(parse: Parse, name: str) -> None:
    content, *told = FAULTS[name]
    assert refusal(parse, content) == tuple(told)


def test_depth_256_is_read() -> None:
    parse_xml(b"<a>" * 256 + b"</a>" * 256)


@each_way
@pytest.mark.parametrize(
    "content",
    [
        b"<a>%s</a>" % (b"x" * 10_100_000),
        b'<a x="%s"/>' % (b"x" * 10_100_000),
        b"<a><!--%s--></a>" % (b"x" * 10_100_000),
        b"<a><![CDATA[%s]]></a>" % (b"x" * 10_100_000),
        b"<a><?x %s?></a>" % (b"x" * 10_100_000),
        b"<%s/>" % (b"x" * 60_000),
    ],
    ids=["text", "attribute", "comment", "CDATA", "instruction", "name"],
)
def test_long_node_is_refused(parse: Parse, content: bytes) -> None:
    assert refusal(parse, content)[0] == "XML005"


UNREADABLE = {"pc12_bad_bytes.owl.gz": "XML002"}
"""Files of the corpus that are no XML."""

ENCODINGS = {"utf-8": "", "utf-8-sig": "UTF-8", "utf-16": "utf-16", "latin1": "ISO-8859-1"}


@pytest.mark.parametrize("codec", ENCODINGS)
def test_encodings(codec: str) -> None:
    said = f' encoding="{ENCODINGS[codec]}"' if ENCODINGS[codec] else ""
    content = f'<?xml version="1.0"{said} ?><a x="\u00e9">\u00fc</a>'.encode(codec)
    root = parse_xml(content).getroot()
    assert (root.get("x"), root.text) == ("\u00e9", "\u00fc")


def test_big_endian_utf16() -> None:
    content = b"\xfe\xff" + '<?xml version="1.0" encoding="x"?><a>\u20ac</a>'.encode("utf-16-be")
    assert parse_xml(content).getroot().text == "\u20ac"


SHARED = Path(__file__).parents[2].parent / "shared" / "corpus"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpus is not beside the repository")
@each_way
def test_real_files(parse: Parse) -> None:
    files = [
        file
        for file in SHARED.glob("*/**/*")
        if file.is_file() and not {".md", ".tsv"}.intersection(file.suffixes)
    ]
    codes = {}
    for file in files:
        try:
            parse(read_source(file).content, path=file.name, entities="namespaces")
        except UnreadableError as error:
            codes[file.name] = error.findings[0].code
    assert len(files) > 60
    assert codes == UNREADABLE


@each_way
def test_truncated_at_every_byte(parse: Parse) -> None:
    for end in range(len(SMALL)):
        assert refusal(parse, SMALL[:end])[0] in {"XML001", "XML002"}


def damaged() -> Iterator[st.SearchStrategy[bytes]]:
    """Texts that are one edit away from a good one, and texts that are nothing."""
    yield st.binary(max_size=200)
    yield st.builds(
        lambda at, piece, size: SMALL[:at] + piece + SMALL[at + size :],
        st.integers(0, len(SMALL)),
        st.sampled_from([b"", b"\0", b"\xff", b"<", b"&", b">", b"<!DOCTYPE a [", b"]]>", b"\x1b"]),
        st.integers(0, 3),
    )


@given(st.one_of(*damaged()))
def test_never_another_error(content: bytes) -> None:
    codes = set()
    for parse in (parse_xml, events):
        try:
            parse(content, entities="namespaces")
        except UnreadableError as error:
            codes.add(error.findings[0].code)
    assert codes <= {rule.code for rule in RULES}


@given(st.text())
def test_is_xml_text_is_what_the_parser_takes(text: str) -> None:
    try:
        content = f"<a>{text.translate({60: None, 38: None})}</a>".replace("]]>", "").encode()
        parse_xml(content)
    except (UnreadableError, UnicodeEncodeError):
        assert not is_xml_text(text)
    else:
        assert is_xml_text(text)


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_forbidden(character: str) -> None:
    assert not is_xml_text(f"a{character}")


@pytest.mark.parametrize("character", "\t\n\r\x7f\x85\ud7ff\ue000\ufffd\U00010000\U0010ffff")
def test_allowed(character: str) -> None:
    assert is_xml_text(character)
