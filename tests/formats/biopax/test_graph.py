"""The graph holds what the file says, however it is spelt, and a file of another kind is named."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathport.errors import UnreadableError
from pathport.formats import biopax
from pathport.formats.biopax.graph import Dangling, Graph, Literal, Node, Ref, Stranger, parse
from pathport.formats.biopax.ontology import NAMESPACE

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "biopax"
FILES = sorted(path.relative_to(CORPUS).as_posix() for path in CORPUS.rglob("*.owl*"))

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
BASE = "http://example.org/p#"

SPACES = (
    f'xmlns:rdf="{RDF}" xmlns:bp="{NAMESPACE}" xmlns:owl="http://www.w3.org/2002/07/owl#" '
    'xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#" xmlns:my="http://example.org/my#"'
)

NOT_RDFLIBS = {
    "smpdb_PW000005.owl": ("an rdf:ID with a slash", 580),
    "bad/biopax_other_xml_mix.owl": ("rdf:about on a property", 10),
    "bad/nested_unknown_skip.owl": ("rdf:resource on an object", 7),
    "pc7_large_58k.owl.gz": ("too large for its speed", 58_027),
}
"""What rdflib does not read, why, and how many objects it holds."""

PUBLIC = "http://none.org/"
"""Where files without a base are said to be."""


def document(body: str, base: str = BASE) -> bytes:
    spoken = f" xml:base={quoteattr(base)}" if base else ""
    return f"<rdf:RDF {SPACES}{spoken}>{body}</rdf:RDF>".encode()


def read(body: str, base: str = BASE) -> Graph:
    return parse(document(body, base), "x.owl")


def content(name: str) -> bytes:
    path = CORPUS / name
    if not path.exists():
        pytest.skip(f"the corpus is not at {CORPUS}")
    return gzip.decompress(path.read_bytes()) if name.endswith(".gz") else path.read_bytes()


def plain(graph: Graph) -> dict[str, tuple[str, dict[str, list[str | tuple[str, str]]]]]:
    """What a graph says, less lines: class and values of each object by URI."""
    return {
        node.uri: (
            node.cls,
            {
                name: [
                    each.uri if isinstance(each, Ref) else (each.text, each.datatype)
                    for each in values
                ]
                for name, values in node.properties.items()
            },
        )
        for node in graph.nodes.values()
    }


TWO = {
    BASE + "p": ("Protein", {"displayName": [("A", "string")], "entityReference": [BASE + "r"]}),
    BASE + "r": ("ProteinReference", {"name": [("a", ""), ("b", "")]}),
}
NAME = '<bp:displayName rdf:datatype="http://www.w3.org/2001/XMLSchema#string">A</bp:displayName>'
REFERENCE = (
    '<bp:ProteinReference rdf:ID="r"><bp:name>a</bp:name><bp:name>b</bp:name></bp:ProteinReference>'
)
LINK = '<bp:entityReference rdf:resource="#r"/>'


@pytest.mark.parametrize(
    "body",
    {
        "flat": f'<bp:Protein rdf:ID="p">{NAME}{LINK}</bp:Protein>{REFERENCE}',
        "the other way round": f'{REFERENCE}<bp:Protein rdf:ID="p">{NAME}{LINK}</bp:Protein>',
        "nested": f'<bp:Protein rdf:ID="p">{NAME}<bp:entityReference>{REFERENCE}'
        "</bp:entityReference></bp:Protein>",
        "about": f'<bp:Protein rdf:about="{BASE}p">{NAME}{LINK}</bp:Protein>{REFERENCE}',
        "relative about": f'<bp:Protein rdf:about="#p">{NAME}{LINK}</bp:Protein>{REFERENCE}',
        "described": f'<rdf:Description rdf:ID="p"><rdf:type rdf:resource="{NAMESPACE}Protein"/>'
        f"{NAME}{LINK}</rdf:Description>{REFERENCE}",
        "described, the type last": f'<rdf:Description rdf:ID="p">{NAME}{LINK}'
        f'<rdf:type rdf:resource="{NAMESPACE}Protein"/></rdf:Description>{REFERENCE}',
        "an individual": '<owl:NamedIndividual rdf:ID="p">'
        f'<rdf:type rdf:resource="{NAMESPACE}Protein"/>{NAME}{LINK}</owl:NamedIndividual>'
        + REFERENCE,
        "type as attribute": f'<rdf:Description rdf:ID="p" rdf:type="{NAMESPACE}Protein">'
        f"{NAME}{LINK}</rdf:Description>{REFERENCE}",
        "all types": f'<bp:Protein rdf:ID="p"><rdf:type rdf:resource="{NAMESPACE}PhysicalEntity"/>'
        f"{NAME}{LINK}</bp:Protein>{REFERENCE}",
        "special type last": f'<bp:Entity rdf:ID="p"><rdf:type rdf:resource="{NAMESPACE}Protein"/>'
        f"{NAME}{LINK}</bp:Entity>{REFERENCE}",
        "xsd prefix": f'<bp:Protein rdf:ID="p">{NAME.replace(XSD, "xsd:")}{LINK}</bp:Protein>'
        + REFERENCE,
        "comments": f'<!-- a --><bp:Protein rdf:ID="p"><!-- b -->{NAME}<!-- c -->{LINK}'
        f"</bp:Protein>{REFERENCE}<?pi x?>",
        "comment in a text": f'<bp:Protein rdf:ID="p">{NAME.replace(">A<", "><!-- a -->A<?b c?><")}'
        f"{LINK}</bp:Protein>{REFERENCE}",
        "CDATA": f'<bp:Protein rdf:ID="p">{NAME.replace(">A<", "><![CDATA[A]]><")}{LINK}'
        f"</bp:Protein>{REFERENCE}",
        "in two elements": f'<bp:Protein rdf:ID="p">{NAME}</bp:Protein>{REFERENCE}'
        f'<bp:Protein rdf:ID="p">{LINK}</bp:Protein>',
        "base on the element": f'<bp:Protein xml:base="http://else.org/q" rdf:about="{BASE}p">'
        f'{NAME}<bp:entityReference rdf:resource="{BASE}r"/></bp:Protein>{REFERENCE}',
    }.values(),
)
def test_every_spelling_says_the_same(body: str) -> None:
    assert plain(read(body)) == TWO


@pytest.mark.parametrize("base", ["http://example.org/p#", "http://example.org/p"])
def test_a_base_with_and_without_a_hash_is_the_same(base: str) -> None:
    body = f'<bp:Protein rdf:ID="p">{NAME}{LINK}</bp:Protein>{REFERENCE}'
    assert plain(read(body, base)) == TWO


def test_a_property_may_be_an_attribute() -> None:
    graph = read('<bp:Protein rdf:ID="p" bp:displayName="A"/>')
    assert graph.nodes[BASE + "p"].text("displayName") == "A"


XREF = f'rdf:type="{NAMESPACE}UnificationXref" bp:db="uniprot" bp:id="P19367"'


@pytest.mark.parametrize(
    ("value", "uri"),
    [
        (f"<bp:xref {XREF}/>", "_:1"),
        (f'<bp:xref rdf:resource="#x" {XREF}/>', BASE + "x"),
        (f'<bp:xref rdf:nodeID="x" {XREF}/>', "_:x"),
    ],
)
def test_an_empty_property_may_describe_its_value(value: str, uri: str) -> None:
    graph = read(f'<bp:Protein rdf:ID="p">{value}</bp:Protein>')
    assert graph.nodes[BASE + "p"].refs("xref") == [uri]
    node = graph.nodes[uri]
    assert (node.cls, node.text("db"), node.text("id")) == ("UnificationXref", "uniprot", "P19367")
    assert not graph.strangers


@pytest.mark.parametrize(
    "start", ["bp:Protein", f'rdf:Description rdf:type="{NAMESPACE}Protein"'], ids=["typed", "not"]
)
def test_one_object_may_be_the_root(start: str) -> None:
    inner = f"{NAME}<bp:entityReference>{REFERENCE}</bp:entityReference>"
    end = start.partition(" ")[0]
    text = f'<{start} {SPACES} xml:base="{BASE}" rdf:about="#p">{inner}</{end}>'
    assert biopax.sniff(text.encode())
    assert plain(parse(text.encode())) == TWO


def test_a_language_is_kept_and_remembered() -> None:
    graph = read('<bp:Protein rdf:ID="p"><bp:name xml:lang="de">Wasser</bp:name></bp:Protein>')
    assert graph.nodes[BASE + "p"].values("name") == [Literal("Wasser", 1, "", "de")]
    assert graph.strangers == [Stranger("language", "de", BASE + "p", 1)]


def test_without_a_base_relative_uris_stay() -> None:
    graph = read(
        '<bp:Protein rdf:ID="p"><bp:xref rdf:resource="x"/></bp:Protein>'
        '<bp:RelationshipXref rdf:about="x"/>',
        base="",
    )
    assert list(graph.nodes) == ["#p", "x"]
    assert graph.dangling == []


def test_a_reference_that_only_lacks_the_hash_is_found_and_remembered() -> None:
    graph = read(
        '<bp:Protein rdf:ID="p"><bp:xref rdf:resource="http://example.org/x"/></bp:Protein>'
        '<bp:RelationshipXref rdf:ID="x"/>',
        base="http://example.org/",
    )
    assert graph.nodes["http://example.org/#p"].refs("xref") == ["http://example.org/#x"]
    assert graph.aliases == {"http://example.org/x": "http://example.org/#x"}
    assert graph.dangling == []


def test_anonymous_objects_have_uris_of_their_own() -> None:
    graph = read(
        "<bp:Evidence><bp:xref><bp:PublicationXref/></bp:xref></bp:Evidence>"
        '<bp:Evidence rdf:nodeID="e"><bp:xref rdf:nodeID="x"/></bp:Evidence>'
        '<bp:PublicationXref rdf:nodeID="x"/>'
        '<bp:Evidence rdf:ID="r"><bp:confidence rdf:parseType="Resource"><bp:value>1</bp:value>'
        "</bp:confidence></bp:Evidence>"
    )
    assert list(graph.nodes) == ["_:1", "_:2", "_:e", "_:x", BASE + "r", "_:3"]
    assert graph.nodes["_:1"].refs("xref") == ["_:2"]
    assert graph.nodes["_:e"].refs("xref") == ["_:x"]
    assert graph.nodes["_:3"].text("value") == "1"


def test_values_keep_order_repeats_lines_and_blanks() -> None:
    graph = read(
        '<bp:Protein rdf:ID="p">\n <bp:name> b </bp:name>\n <bp:xref rdf:resource="#x"/>\n'
        ' <bp:name xml:lang="en">a</bp:name>\n <bp:name> b </bp:name>\n <bp:comment/>\n'
        "</bp:Protein>"
    )
    node = graph.nodes[BASE + "p"]
    assert list(node.properties) == ["name", "xref", "comment"]
    assert node.values("name") == [
        Literal(" b ", 2),
        Literal("a", 4, language="en"),
        Literal(" b ", 5),
    ]
    assert node.texts("name") == ["b", "a", "b"]
    assert node.text("comment") == node.text("nothing") == node.ref("name") == ""
    assert node.values("comment") == [Literal("", 6)]
    assert node.ref("xref") == BASE + "x"


@pytest.mark.parametrize(
    ("spelt", "datatype"),
    [
        (XSD + "float", "float"),
        ("xsd:float", "float"),
        ("xs:float", "float"),
        ("", ""),
        ("http://example.org/t#float", "http://example.org/t#float"),
    ],
)
def test_a_datatype_is_its_name_however_spelt(spelt: str, datatype: str) -> None:
    given_type = f' rdf:datatype="{spelt}"' if spelt else ""
    graph = read(f'<bp:DeltaG rdf:ID="d"><bp:ph{given_type}>7</bp:ph></bp:DeltaG>')
    assert graph.nodes[BASE + "d"].values("ph") == [Literal("7", 1, datatype)]


def test_entities_of_namespaces_are_read() -> None:
    entities = '<!DOCTYPE rdf:RDF [<!ENTITY bp "http://example.org/p#"><!ENTITY x "' + XSD + '">]>'
    name = '<bp:displayName rdf:datatype="&x;string">A</bp:displayName>'
    body = f'<bp:Protein rdf:about="&bp;p">{name}</bp:Protein>'
    graph = parse(entities.encode() + document(body))
    assert plain(graph) == {BASE + "p": ("Protein", {"displayName": [("A", "string")]})}


def test_a_byte_order_mark_and_utf_16_are_read() -> None:
    text = document('<bp:Protein rdf:ID="p"><bp:name>β</bp:name></bp:Protein>').decode()
    read_as = [parse(text.encode(coding)) for coding in ("utf-8-sig", "utf-16")]
    assert plain(read_as[0]) == plain(read_as[1])
    assert read_as[0].nodes[BASE + "p"].text("name") == "β"


def test_unknown_names_stay_and_are_remembered() -> None:
    graph = read(
        '<bp:Widget rdf:ID="w"><bp:colour>red</bp:colour><my:note>n</my:note></bp:Widget>\n'
        '<my:Thing rdf:ID="t"><bp:name>T</bp:name></my:Thing>\n'
        '<bp:Protein rdf:ID="p" my:mark="7">stray<bp:name>P</bp:name>more</bp:Protein>\n'
        '<rdf:Description rdf:ID="u"><bp:name>U</bp:name></rdf:Description>'
    )
    assert graph.strangers == [
        Stranger("class", "Widget", BASE + "w", 1),
        Stranger("property", "colour", BASE + "w", 1),
        Stranger("property", "{http://example.org/my#}note", BASE + "w", 1),
        Stranger("class", "{http://example.org/my#}Thing", BASE + "t", 2),
        Stranger("attribute", "{http://example.org/my#}mark", BASE + "p", 3),
        Stranger("text", "stray", BASE + "p", 3),
        Stranger("text", "more", BASE + "p", 3),
        Stranger("class", "", BASE + "u", 4),
    ]
    assert graph.nodes[BASE + "w"].text("colour") == "red"
    assert graph.nodes[BASE + "w"].text("{http://example.org/my#}note") == "n"
    assert graph.nodes[BASE + "t"].text("name") == "T"
    assert graph.nodes[BASE + "u"].text("name") == "U"


def test_foreign_markup_is_kept_as_text_and_no_object_in_it_is_lost() -> None:
    graph = read(
        '<bp:Protein rdf:ID="p"><my:html>a <b>c</b> d</my:html>'
        '<my:also><bp:Protein rdf:ID="q"/></my:also></bp:Protein>'
    )
    (markup,) = graph.nodes[BASE + "p"].values("{http://example.org/my#}html")
    assert isinstance(markup, Literal)
    assert markup.datatype == RDF + "XMLLiteral"
    assert markup.text.startswith("a <b")
    assert markup.text.endswith(">c</b> d")
    assert graph.nodes[BASE + "p"].refs("{http://example.org/my#}also") == [BASE + "q"]
    assert graph.nodes[BASE + "q"].cls == "Protein"


def test_a_second_element_of_one_uri_is_merged_and_remembered() -> None:
    graph = read(
        '<bp:Protein rdf:ID="p"><bp:name>a</bp:name></bp:Protein>\n'
        '<bp:Complex rdf:ID="p"><bp:name>b</bp:name></bp:Complex>'
    )
    node = graph.nodes[BASE + "p"]
    assert (node.cls, node.texts("name"), node.line) == ("Protein", ["a", "b"], 1)
    assert [(each.uri, each.cls, each.line) for each in graph.duplicates] == [
        (BASE + "p", "Complex", 2)
    ]
    assert graph.also == {BASE + "p": ["Complex"]}


def test_the_header_stands_apart() -> None:
    graph = read(
        '<owl:Ontology rdf:about=""><owl:imports rdf:resource="http://a.org/x.owl"/>'
        '<rdfs:comment>c</rdfs:comment></owl:Ontology><bp:Protein rdf:ID="p"/>'
    )
    (header,) = graph.header
    assert header.refs("{http://www.w3.org/2002/07/owl#}imports") == ["http://a.org/x.owl"]
    assert header.text("{http://www.w3.org/2000/01/rdf-schema#}comment") == "c"
    assert (list(graph.nodes), graph.strangers, graph.dangling) == ([BASE + "p"], [], [])
    assert (graph.base, graph.namespaces["bp"], graph.path) == (BASE, NAMESPACE, "x.owl")


IMPORT = '<owl:imports rdf:resource="http://a.org/x.owl"/>'
NAMED = "<bp:displayName>a</bp:displayName>"
HEADERS = {
    "header with a type": f'<owl:Ontology rdf:about="#p">{IMPORT}{NAMED}'
    f'<rdf:type rdf:resource="{NAMESPACE}Pathway"/></owl:Ontology>',
    "header with a type first": f'<owl:Ontology rdf:about="#p">'
    f'<rdf:type rdf:resource="{NAMESPACE}Pathway"/>{NAMED}{IMPORT}</owl:Ontology>',
    "header with a type as attribute": f'<owl:Ontology rdf:about="#p" '
    f'rdf:type="{NAMESPACE}Pathway">{IMPORT}{NAMED}</owl:Ontology>',
    "object with a type": f'<bp:Pathway rdf:about="#p">{IMPORT}{NAMED}'
    '<rdf:type rdf:resource="http://www.w3.org/2002/07/owl#Ontology"/></bp:Pathway>',
    "two types": f'<rdf:Description rdf:about="#p">{IMPORT}{NAMED}'
    '<rdf:type rdf:resource="http://www.w3.org/2002/07/owl#Ontology"/>'
    f'<rdf:type rdf:resource="{NAMESPACE}Pathway"/></rdf:Description>',
    "two elements": f'<owl:Ontology rdf:about="#p">{IMPORT}</owl:Ontology>'
    f'<bp:Pathway rdf:about="#p">{NAMED}</bp:Pathway>',
    "two elements, header last": f'<bp:Pathway rdf:about="#p">{NAMED}</bp:Pathway>'
    f'<owl:Ontology rdf:about="#p">{IMPORT}</owl:Ontology>',
}


@pytest.mark.parametrize("body", HEADERS.values(), ids=HEADERS.keys())
def test_a_header_that_is_an_object_too_is_read_as_both(body: str) -> None:
    graph = read(body)
    (header,) = graph.header
    assert (header.uri, list(header.properties)) == (
        BASE + "p",
        ["{http://www.w3.org/2002/07/owl#}imports"],
    )
    node = graph.nodes[BASE + "p"]
    assert (node.cls, node.text("displayName")) == ("Pathway", "a")
    assert list(node.properties) == ["displayName"]
    assert (graph.strangers, graph.duplicates, graph.dangling, graph.also) == ([], [], [], {})


def test_a_header_told_by_its_type_alone_is_a_header() -> None:
    graph = read(
        f'<rdf:Description rdf:about="#o">{IMPORT}'
        '<rdf:type rdf:resource="http://www.w3.org/2002/07/owl#Ontology"/></rdf:Description>'
    )
    assert ([each.uri for each in graph.header], graph.nodes, graph.strangers) == (
        [BASE + "o"],
        {},
        [],
    )


TYPES = (
    f"{NAMESPACE}Pathway",
    f"{NAMESPACE}Entity",
    f"{NAMESPACE}Nothing",
    "http://www.w3.org/2002/07/owl#Ontology",
    "http://www.w3.org/2002/07/owl#Thing",
    "http://example.org/my#Own",
    "no-iri",
    "",
)
TAGS = ("owl:Ontology", "owl:Thing", "rdf:Description", "bp:Pathway", "bp:Odd", "my:Own")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(TAGS),
            st.sampled_from(['rdf:about="#p"', 'rdf:ID="q"', 'rdf:nodeID="n"', 'rdf:about=""', ""]),
            st.lists(st.sampled_from(TYPES), max_size=3),
        ),
        max_size=4,
    )
)
def test_however_objects_are_typed_they_are_read_and_judged(
    elements: list[tuple[str, str, list[str]]],
) -> None:
    body = "<bp:Pathway/>"
    for tag, name, types in elements:
        said = "".join(f"<rdf:type rdf:resource={quoteattr(each)}/>" for each in types)
        body += f"<{tag} {name}>{said}{IMPORT}{NAMED}<my:has>{body}</my:has></{tag}>"
    content = document(body)
    graph = parse(content)
    assert {each.uri for each in graph.header if not each.cls} == set()
    assert graph.also.keys() <= graph.nodes.keys()
    assert biopax.read(content).pathway.id
    assert all(each.code for each in biopax.validate(content))


def test_users_dangling_classes_and_places() -> None:
    graph = read(
        '<bp:Protein rdf:ID="p"><bp:entityReference rdf:resource="#r"/>\n'
        '<bp:xref rdf:resource="#gone"/></bp:Protein>\n<bp:ProteinReference rdf:ID="r"/>'
    )
    assert [(node.uri, name) for node, name in graph.users[BASE + "r"]] == [
        (BASE + "p", "entityReference")
    ]
    assert graph.dangling == [Dangling(BASE + "p", "xref", BASE + "gone", 2)]
    assert [node.uri for node in graph.of_class("PhysicalEntity")] == [BASE + "p"]
    assert str(graph.place(BASE + "r")) == "x.owl:3"
    assert graph.place(BASE + "p", 2).line == 2
    assert graph.get(BASE + "gone") is None


@pytest.mark.parametrize(
    ("text", "code"),
    {
        "SBML": (b'<sbml xmlns="http://www.sbml.org/sbml/level3/version1/core"/>', "BPX001"),
        "no object": (f"<bp:displayName {SPACES}/>".encode(), "BPX001"),
        "RDF": (
            f'<rdf:RDF xmlns:rdf="{RDF}"><rdf:Description rdf:about="x"/></rdf:RDF>'.encode(),
            "BPX002",
        ),
        "empty RDF": (f'<rdf:RDF xmlns:rdf="{RDF}"/>'.encode(), "BPX002"),
        "Level 2": (
            document('<bp:protein rdf:ID="p"/>').replace(b"level3", b"level2"),
            "BPX003",
        ),
        "empty Level 2": (document("").replace(b"level3", b"level2"), "BPX003"),
        "ontology": (document('<owl:Class rdf:ID="Pathway"/>'), "BPX004"),
        "ontology by type": (
            document(
                '<rdf:Description rdf:ID="Pathway">'
                '<rdf:type rdf:resource="http://www.w3.org/2002/07/owl#Class"/></rdf:Description>'
            ),
            "BPX004",
        ),
        "no XML": (b"Pathway", "XML001"),
        "nothing": (b"", "XML001"),
        "cut": (document('<bp:Protein rdf:ID="p"/>')[:-9], "XML001"),
        "not UTF-8": (
            document('<bp:Protein rdf:ID="p\xe9"/>').replace("é".encode(), b"\xe9"),
            "XML002",
        ),
        "deep": (document("<bp:Pathway><bp:xref>" * 200), "XML003"),
        "external entity": (
            b'<!DOCTYPE r [<!ENTITY x SYSTEM "/etc/passwd">]>' + document("&x;"),
            "XML004",
        ),
    }.values(),
)
def test_what_is_no_biopax_level_3_is_refused_by_name(text: bytes, code: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse(text, "y.owl")
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.path) == (code, "y.owl")
    assert finding.remedy


def test_a_file_without_objects_is_read_if_it_declares_biopax() -> None:
    assert read("").nodes == {}


@pytest.mark.parametrize(
    "name", [name for name in FILES if name not in {*NOT_RDFLIBS, "bad/pc12_bad_bytes.owl.gz"}]
)
def test_the_corpus_says_what_rdflib_reads(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import rdflib

    text = content(name)
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    theirs = rdflib.Graph().parse(data=text, format="xml", publicID=PUBLIC)
    told = {
        tuple("_:" if isinstance(each, rdflib.BNode) else str(each) for each in triple)
        for triple in theirs
    }
    assert told
    assert set(triples(parse(text))) == told


def triples(graph: Graph) -> Iterator[tuple[str, ...]]:
    """The graph as RDF's triples, all anonymous objects as one."""
    for node in [*graph.header, *graph.nodes.values()]:
        yield absolute(node.uri), RDF + "type", iri(node.cls)
        for name, values in node.properties.items():
            for value in values:
                told = absolute(value.uri) if isinstance(value, Ref) else value.text
                yield absolute(node.uri), iri(name), told


def absolute(uri: str) -> str:
    """An URI as rdflib has it, which writes `http` in lower case."""
    if uri.startswith("_:"):
        return "_:"
    return uri.replace("HTTP:", "http:") if ":" in uri else urljoin(PUBLIC, uri)


def iri(name: str) -> str:
    return name[1:].replace("}", "", 1) if name.startswith("{") else NAMESPACE + name


@pytest.mark.parametrize("name", NOT_RDFLIBS)
def test_the_corpus_that_rdflib_does_not_read_is_read(name: str) -> None:
    _, objects = NOT_RDFLIBS[name]
    assert len(parse(content(name)).nodes) == objects


def test_bytes_that_are_not_utf_8_are_refused_at_their_place() -> None:
    with pytest.raises(UnreadableError) as caught:
        parse(content("bad/pc12_bad_bytes.owl.gz"))
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.line, finding.place.column) == ("XML002", 324, 84)


NAMES = st.sampled_from(["a", "b", "c", "d"])
PLAIN = st.text("xyz <&\u03b2\"'", min_size=1, max_size=5)
VALUES = st.one_of(NAMES.map(lambda name: Ref(BASE + name)), PLAIN.map(Literal))
OBJECTS = st.dictionaries(
    NAMES,
    st.tuples(
        st.sampled_from(["Protein", "Complex", "Evidence"]),
        st.lists(st.tuples(st.sampled_from(["name", "xref", "comment"]), VALUES), max_size=5),
    ),
    min_size=1,
)


@given(OBJECTS, st.randoms(use_true_random=False))
def test_any_graph_comes_back_from_any_mixture_of_spellings(
    objects: dict[str, tuple[str, list[tuple[str, Ref | Literal]]]], chance: Any
) -> None:
    written: set[str] = set()

    def element(name: str) -> str:
        """An object in a spelling drawn at random, and objects in it that were not yet written."""
        written.add(name)
        cls, values = objects[name]
        uri = chance.choice(
            [f'rdf:ID="{name}"', f'rdf:about="#{name}"', f'rdf:about="{BASE}{name}"']
        )
        inside = "".join(spelt(*value) for value in values)
        kind = f'<rdf:type rdf:resource="{NAMESPACE}{cls}"/>'
        if chance.random() < 0.3:
            return f"<rdf:Description {uri}>{kind}{inside}</rdf:Description>"
        return f"<bp:{cls} {uri}>{inside}</bp:{cls}><!-- {cls} -->"

    def spelt(name: str, value: Ref | Literal) -> str:
        if isinstance(value, Literal):
            return f"<bp:{name}>{escape(value.text)}</bp:{name}>"
        target = value.uri.removeprefix(BASE)
        if target in objects and target not in written and chance.random() < 0.5:
            return f"<bp:{name}>{element(target)}</bp:{name}>"
        return f'<bp:{name} rdf:resource="{chance.choice(["#", BASE])}{target}"/>'

    body = "".join(element(name) for name in objects if name not in written)
    graph = read(body)
    assert {uri: (node.cls, flat(node)) for uri, node in graph.nodes.items()} == {
        BASE + name: (cls, flat(Node(BASE + name, cls, 0, together(values))))
        for name, (cls, values) in objects.items()
    }
    assert {each.uri for each in graph.dangling} == {
        value.uri
        for _, values in objects.values()
        for _, value in values
        if isinstance(value, Ref) and value.uri.removeprefix(BASE) not in objects
    }


def together(values: list[tuple[str, Ref | Literal]]) -> dict[str, list[Ref | Literal]]:
    gathered: dict[str, list[Ref | Literal]] = {}
    for name, value in values:
        gathered.setdefault(name, []).append(value)
    return gathered


def flat(node: Node) -> list[tuple[str, list[str]]]:
    return [
        (name, [each.uri if isinstance(each, Ref) else each.text for each in values])
        for name, values in node.properties.items()
    ]


def test_lines_beyond_what_libxml2_keeps_are_right() -> None:
    body = (
        '<bp:Protein rdf:ID="p">\n<bp:xref rdf:resource="#x"/>\n<bp:name>a</bp:name>\n</bp:Protein>'
    )
    node = read("\n" * 70_000 + body).nodes[BASE + "p"]
    assert node.line == 70_001
    assert [values[0].line for values in node.properties.values()] == [70_002, 70_003]
