"""Which format a file is of: its content first, then its name; old versions refused by name."""

import time
from pathlib import Path

import pytest

from pathport.errors import UnknownNameError, UnreadableError
from pathport.formats import FORMATS, format_named
from pathport.formats.detect import detected, format_by_name, stem_of
from pathport.safety.source import read_source

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
CELLDESIGNER = "http://www.sbml.org/2001/ns/celldesigner"
MARKED = f'<c:extension xmlns:c="{CELLDESIGNER}"/>'

QUAL = "http://www.sbml.org/sbml/level3/version1/qual/version1"
INFLUENCES = (
    f'<listOfQualitativeSpecies xmlns="{QUAL}"><qualitativeSpecies/></listOfQualitativeSpecies>'
)
REACTIONS = "<listOfReactions><reaction/></listOfReactions>"


def sbml(model: str, root: str = "", level: str = "level2/version4") -> str:
    return f'<sbml xmlns="http://www.sbml.org/sbml/{level}" {root}><model id="m">{model}</model>'


TOLD = {
    "a document in YAML": ("pathport: 1\nid: a\n", "yaml"),
    "a key that is not the first": ("# one\nid: a\npathport : 1\n", "yaml"),
    "a quoted key": ("id: a\n'pathport': 1\n", "yaml"),
    "YAML with a byte order mark": ("\ufeffpathport: 1\n", "yaml"),
    "a document in JSON": ('{"id": "a", "pathport": 1}', "json"),
    "JSON that is cut short": ('{"pathport": 1, "id": ', "json"),
    "CX2": ('[{"CXVersion": "2.0", "hasFragments": false}]', "cx2"),
    "CX2 in another order": (' [ {"hasFragments": false, "CXVersion": "2.0"}]', "cx2"),
    "Cytoscape.js": ('{"format_version": "1.0", "data": {}, "elements": {}}', "cyjs"),
    "BioPAX": (f'<?xml version="1.0"?><!-- a --><r:RDF xmlns:r="{RDF}"/>', "biopax"),
    "BioPAX with entities": (
        f'<!DOCTYPE rdf:RDF [<!ENTITY rdf "{RDF}">]><rdf:RDF xmlns:rdf="&rdf;"/>',
        "biopax",
    ),
    "SBML Level 3": (sbml("", level="level3/version1/core"), "sbml"),
    "SBML Level 2 Version 1": (sbml("", level="level2"), "sbml"),
    "CellDesigner": (sbml(f"<notes/><annotation>{MARKED}</annotation>"), "celldesigner"),
    "CellDesigner's namespace alone": (sbml("<annotation/>", f'xmlns:c="{CELLDESIGNER}"'), "sbml"),
    "CellDesigner's mark after the units, as MINERVA writes it": (
        sbml(f"<listOfUnitDefinitions/><annotation><a/>{MARKED}</annotation>"),
        "celldesigner",
    ),
    "CellDesigner's mark outside the model's annotation": (
        sbml(f"<listOfSpecies><species><annotation>{MARKED}</annotation></species>"),
        "sbml",
    ),
    "CellDesigner's mark in the notes": (sbml(f"<notes>{MARKED}</notes><annotation/>"), "sbml"),
    "an influence graph": (
        sbml(f"<annotation/>{INFLUENCES}", level="level3/version1/core"),
        "sbml-qual",
    ),
    "influences and reactions": (sbml(f"{INFLUENCES}{REACTIONS}"), "sbml"),
    "reactions, then influences": (sbml(f"{REACTIONS}{INFLUENCES}"), "sbml"),
    "an empty list of reactions": (sbml(f"{INFLUENCES}<listOfReactions/>"), "sbml-qual"),
    "qual's namespace alone": (sbml("<listOfSpecies/>", f'xmlns:qual="{QUAL}"'), "sbml"),
    "qual's species inside something else": (
        sbml(f"<annotation>{INFLUENCES}</annotation>"),
        "sbml",
    ),
    "CellDesigner's mark before influences": (
        sbml(f"<annotation>{MARKED}</annotation>{INFLUENCES}"),
        "celldesigner",
    ),
    "GPML 2013a": ('<Pathway xmlns="http://pathvisio.org/GPML/2013a" Name="a">', "gpml"),
    "GPML 2021": ('<Pathway xmlns="http://pathvisio.org/GPML/2021" title="a">', "gpml2021"),
    "GraphML": ('<graphml xmlns="http://graphml.graphdrawing.org/xmlns">', "graphml"),
}

OLD = {
    "SBML Level 1": '<sbml xmlns="http://www.sbml.org/sbml/level1" level="1" version="2">',
    "GPML 2010a": '<Pathway xmlns="http://genmapp.org/GPML/2010a" Name="a">',
    "GPML 2008a": '<Pathway xmlns="http://genmapp.org/GPML/2008a" Name="a">',
    "CX1": '[{"numberVerification": [{"longNumber": 281474976710655}]}, {"nodes": []}]',
}

NOT_TOLD = {
    "a text": "one\ntwo\n",
    "a list": "- pathport: 1\n",
    "a key within a mapping": "a:\n  pathport: 1\n",
    "JSON of something else": '{"a": {"pathport": 1}}',
    "an array": "[1, 2]",
    "XML of something else": "<html xmlns='http://www.w3.org/1999/xhtml'/>",
    "XML without a root": "<!-- one -->",
    "no XML": "<<<<",
    "a NUL": "\0\0\0",
}


@pytest.mark.parametrize(("text", "name"), TOLD.values(), ids=TOLD)
@pytest.mark.parametrize("path", ["", "a.txt", "a.gz"])
def test_content_tells(text: str, name: str, path: str) -> None:
    assert detected(text.encode(), path).name == name


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("case", ["a document in YAML", "CellDesigner", "CX2"])
def test_content_tells_in_other_encodings(case: str, encoding: str) -> None:
    text, name = TOLD[case]
    assert detected(text.encode(encoding)).name == name


def test_content_tells_before_the_name() -> None:
    assert detected(sbml("").encode(), "a.owl").name == "sbml"
    assert detected(b'{"pathport": 1}', "a.yaml").name == "json"


def test_where_the_content_is_broken_the_name_tells() -> None:
    assert detected(b'{"pathport": 1, id: a}', "a.yaml").name == "yaml"
    assert detected(b"<sbml <<", "a.xml").name == "sbml"


@pytest.mark.parametrize("text", OLD.values(), ids=OLD)
def test_old_versions_are_refused_by_name(text: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        detected(text.encode(), "a.xml")
    assert [finding.code for finding in caught.value.findings] == ["FMT004"]
    assert caught.value.findings[0].place.path == "a.xml"


@pytest.mark.parametrize("text", NOT_TOLD.values(), ids=NOT_TOLD)
def test_what_nothing_tells_is_refused_without_a_name(text: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        detected(text.encode(), "<stdin>")
    assert [finding.code for finding in caught.value.findings] == ["FMT003"]
    assert detected(text.encode(), "a.owl").name == "biopax"


def test_xml_that_no_reader_takes_is_refused_here() -> None:
    entity = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    with pytest.raises(UnreadableError) as caught:
        detected(entity.encode())
    assert [finding.code for finding in caught.value.findings] == ["XML004"]


def test_depth_costs_no_time() -> None:
    deep = "<a>" * 100_000 + "</a>" * 100_000
    text = sbml(f"<annotation>{deep}{MARKED}</annotation>").encode()
    began = time.process_time()
    assert detected(text).name == "celldesigner"
    assert time.process_time() - began < 2


@pytest.mark.parametrize("fmt", FORMATS, ids=lambda fmt: fmt.name)
def test_each_suffix_tells_its_format_and_leaves_the_stem(fmt: object) -> None:
    for suffix in fmt.suffixes:  # type: ignore[attr-defined]
        for name in (f"x/a.b{suffix}", f"a.b{suffix}.gz", f"a.b{suffix.upper()}"):
            assert format_by_name(name) is fmt
            assert stem_of(name) == "a.b"


def test_the_longest_suffix_counts() -> None:
    assert format_by_name("a.celldesigner.xml").name == "celldesigner"
    assert format_by_name("a.sbml-qual.xml").name == "sbml-qual"
    assert format_by_name("a.gpml2021.gpml").name == "gpml2021"
    assert format_by_name("a.xml").name == "sbml"


@pytest.mark.parametrize("name", ["a.txt", "a", ".yaml", "a.gz", "yaml", ""])
def test_a_name_without_a_known_suffix_tells_nothing(name: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        format_by_name(name)
    assert [finding.code for finding in caught.value.findings] == ["FMT003"]
    assert stem_of(name) == name.removesuffix(".gz")


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not beside the clone")
@pytest.mark.parametrize("folder", ["sbml", "gpml", "celldesigner", "biopax"])
def test_real_files_tell_their_format_without_a_name(folder: str) -> None:
    files = [path for path in (CORPUS / folder).iterdir() if ".md" not in path.name]
    told = {
        path.name: detected(read_source(path).content).name
        for path in files
        if path.is_file() and ".tsv" not in path.name
    }
    assert told == {name: of_name(name) or folder for name in told}


def of_name(name: str) -> str | None:
    """The format that the names of some files in the corpus tell."""
    telling = {"_2021.": "gpml2021", "_qualV1": "sbml-qual"}
    return next((fmt for mark, fmt in telling.items() if mark in name), None)


@pytest.mark.parametrize(
    ("name", "meant"),
    [("SBML", "sbml"), ("sbm", "sbml"), ("owl", "biopax"), ("yml", "yaml"), ("xml", "sbml")],
)
def test_a_name_that_no_format_has_is_told_with_the_one_that_is_meant(
    name: str, meant: str
) -> None:
    with pytest.raises(UnknownNameError, match=f'called "{name}"; did you mean "{meant}"'):
        format_named(name)


def test_of_a_name_like_none_the_list_is_named() -> None:
    with pytest.raises(UnknownNameError, match="see `pathport formats`"):
        format_named("docx")
