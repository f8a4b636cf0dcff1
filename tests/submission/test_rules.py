"""Each rule of WikiPathways: the smallest change to a sound file that breaks it, and nothing else.

The rules themselves are said in the project's own words; their sources stand with them.
"""

import codecs
import copy
import re
from collections.abc import Iterator

import pytest
from lxml import etree
from tests.formats.gpml.samples import SPECS, group, node, state
from tests.submission.samples import (
    LIGAND,
    RECEPTOR,
    SOUND,
    arrow,
    changed,
    reference,
    sheet,
    tag,
)

from pathport.errors import UnreadableError
from pathport.findings import Severity
from pathport.submission.known import Known
from pathport.submission.rules import CHECKS, FOR_PEOPLE, NAME_CHECKS, fitness

KNOWN = Known()
NAME = "WP0__PR7.gpml"
LABEL = (
    '<Label TextLabel="note" GraphId="l"><Graphics CenterX="150" CenterY="400" Width="80" '
    'Height="20"/></Label>'
)
STATE = state("nb", "P", id_="s")
TITLE = "Binding of a ligand to its receptor"
TAKEN = "Chemokine signaling"
MODIFIED, VERSION = 'Last-Modified="20261121103000"', "WP0_r20261121103000"

BROKEN: tuple[tuple[str, bytes], ...] = (
    ("WP-FILE-3", codecs.BOM_UTF8 + SOUND),
    ("WP-FILE-3", changed("UTF-8", "utf-8")),
    ("WP-FILE-3", SOUND.partition(b"\n")[2]),
    ("WP-FILE-4", changed("<InfoBox", '<g:InfoBox xmlns:g="http://pathvisio.org/GPML/2013a"')),
    ("WP-XSD-1", changed("<InfoBox", "<Strange/><InfoBox")),
    ("WP-XSD-1", changed('GraphRef="na"', 'GraphRef="gone"')),
    ("WP-HDR-1", changed(" Data-Source", "\nData-Source")),
    ("WP-HDR-2", changed(">\n<Comment", " >\n<Comment")),
    ("WP-HDR-3", changed('Name="', 'Version="WP0_r20261121103000" Name="').replace(
        b' Version="WP0_r20261121103000" Author', b" Author")),
    ("WP-HDR-4", changed("[Ada Lovelace, Jane Doe]", "Ada Lovelace, Jane Doe")),
    ("WP-HDR-4", changed("[Ada Lovelace, Jane Doe]", "[Ada Lovelace,Jane Doe]")),
    ("WP-HDR-4", changed("Ada Lovelace", "Ada &amp; Jane")),
    ("WP-HDR-4", changed(' Author="[Ada Lovelace, Jane Doe]"', "")),
    ("WP-HDR-5", changed('Last-Modified="20261121103000"', 'Last-Modified="20261121"')),
    ("WP-HDR-5", changed("WP0_r20261121103000", "WP0_r118456")),
    ("WP-HDR-5", changed("WP0_r20261121103000", "20261121")),
    ("WP-HDR-6", changed('Data-Source="WikiPathways"', 'Data-Source="mine"')),
    ("WP-HDR-7", changed(' Last-Modified', ' License="CC-BY-4.0" Last-Modified')),
    ("WP-ORG-1", changed("Homo sapiens", "Human")),
    ("WP-TTL-1", changed(TITLE, "Binding")),
    ("WP-TTL-2", changed(TITLE, TITLE + " " * 1 + "and " * 16 + "more")),
    ("WP-TTL-3", changed(TITLE, f"{TITLE} + more")),
    ("WP-TTL-4", changed(TITLE, TAKEN.upper())),
    ("WP-TTL-5", changed(TITLE, f"{TITLE} ")),
    ("WP-TTL-5", changed(TITLE, "CXCR4 signalling")),
    ("WP-TTL-5", changed(TITLE, "Ligand Binding Receptor")),
    ("WP-TTL-5", changed(TITLE, f"{TITLE} in Homo sapiens")),
    ("WP-DSC-1", changed("WikiPathways-description", "mine")),
    ("WP-DSC-2", changed("binds the receptor CXCR4", "binds\nthe receptor CXCR4")),
    ("WP-DSC-3", changed(
        "CXCL12 binds the receptor CXCR4 at the membrane of the cell. "
        "The receptor then passes the signal on.",
        "is a b c d e f g h i j k l m n")),
    ("WP-DSC-4", changed("CXCL12 binds", "[https://example.org CXCL12] binds")),
    ("WP-DSC-5", changed("</Comment>", " You must cite us.</Comment>")),
    ("WP-REF-1", sheet(LIGAND, RECEPTOR, arrow(), records=tag()).replace(
        b"<BiopaxRef>b01</BiopaxRef>", b"")),
    ("WP-REF-2", changed("8752281", "PMID8752281")),
    ("WP-REF-2", changed("8752281", "0")),
    ("WP-REF-2", changed("8752281", "160560")),
    ("WP-REF-3", changed("<bp:DB>PubMed", "<bp:DB>KEGG")),
    ("WP-REF-4", changed("<Graphics Board", "<BiopaxRef>b02</BiopaxRef><Graphics Board")),
    ("WP-REF-4b", sheet(LIGAND, RECEPTOR, arrow(), records=reference() + reference("b02") + tag())),
    ("WP-ONT-1", sheet(LIGAND, RECEPTOR, arrow(), records=reference())),
    ("WP-ONT-1", sheet(LIGAND, RECEPTOR, arrow(), records=reference() + tag() + tag("GO:0038160"))),
    ("WP-ONT-1", changed("PW:0000983", "PW:9999999")),
    ("WP-ONT-1", changed("PW:0000983", "PW:0000155")),
    ("WP-ONT-2", changed("Pathway Ontology", "PW")),
    ("WP-XRF-2", changed('Database="" ID=""', 'Database="Rhea" ID=""')),
    ("WP-XRF-3", changed("Uniprot-TrEMBL", "UniProt")),
    ("WP-XRF-3", changed("Uniprot-TrEMBL", "My Database")),
    ("WP-XRF-4", changed("P48061", "P48061; P61073")),
    ("WP-XRF-5", changed('"Uniprot-TrEMBL" ID="P48061"', '"Ensembl" ID="ENSMUSG00000061353"')),
    ("WP-XRF-5", changed("Homo sapiens", "Mus musculus").replace(
        b'"Uniprot-TrEMBL" ID="P48061"', b'"Ensembl" ID="ENSG00000107562"')),
    ("WP-TYP-1", changed(' Type="Protein"', "")),
    ("WP-TYP-1", changed('Type="Protein"', 'Type="Unknown"')),
    ("WP-TYP-1", changed('Type="Protein"', 'Type="Metabolite"')),
    ("WP-TYP-1", changed('"Uniprot-TrEMBL" ID="P48061"', '"ChEBI" ID="CHEBI:15377"')),
    ("WP-NOD-1", changed('TextLabel="CXCL12"', 'TextLabel=" "')),
    ("WP-NOD-1", sheet(LIGAND, RECEPTOR, LIGAND.replace('"50"', '"400"').replace(
        'GraphId="na"', ""), arrow())),
    ("WP-NOD-2", sheet(LIGAND, RECEPTOR, node(
        "nb", xref="Uniprot-TrEMBL P61073").replace('"nb"', '"ob"'), arrow())),
    ("WP-NOD-3", changed('TextLabel="CXCL12" GraphId="na" Type="Protein"',
        'TextLabel="Ca2+" GraphId="na" Type="Metabolite"').replace(
        b'"Uniprot-TrEMBL" ID="P48061"', b'"ChEBI" ID="CHEBI:29108"')),
    (
        "WP-NOD-4",
        changed('"Uniprot-TrEMBL" ID="P48061"', '"InterPro" ID="IPR001811"').replace(
            b'Type="Protein"', b'Type="GeneProduct"', 1
        ),
    ),
    ("WP-GRP-1", sheet(LIGAND, RECEPTOR, arrow(), group("g"))),
    ("WP-GRP-1", changed('GraphId="na"', 'GraphId="na" GroupRef="gone"')),
    ("WP-ATT-1", changed("<Graphics Board",
        '<Attribute Key="org.pathvisio.sbgn.class" Value="a"/><Graphics Board')),
    ("WP-INT-1", changed('GraphRef="na" RelX="1.0" RelY="0.0"', "")),
    ("WP-INT-2", sheet(LIGAND, RECEPTOR, arrow(), LABEL).replace(
        b'X="210" Y="50" GraphRef="nb" RelX="-1.0"', b'X="150" Y="400" GraphRef="l" RelX="0.0"')),
    ("WP-INT-3", changed("Arrow\"", "mim-conversion\"")),
    ("WP-INT-3", changed('"Arrow"', '"mim-conversion"').replace(
        b'Type="Protein"', b'Type="GeneProduct"', 1)),
    ("WP-INT-3", changed('"Arrow"', '"mim-conversion"').replace(
        b'Type="Protein"', b'Type="Metabolite"', 1).replace(
        b'"Uniprot-TrEMBL" ID="P48061"', b'"ChEBI" ID="CHEBI:29108"')),
    ("WP-INT-4", changed("P48061", "P61073")),
    ("WP-INT-5", changed('"Arrow"', '"mim-catalysis"')),
    ("WP-INT-6", sheet(LIGAND, RECEPTOR, node("nc", "A", xref="Uniprot-TrEMBL P40763"),
        arrow(tail="Arrow", anchor="m"), arrow("y", "", start="nc", end="m"))),
    ("WP-INT-6", sheet(LIGAND, RECEPTOR, node("nc", "A", xref="Uniprot-TrEMBL P40763"),
        arrow(anchor="m"), arrow("y", "Arrow", tail="Arrow", start="nc", end="m"))),
    ("WP-INT-7", changed('X="90"', 'X="95"')),
    ("SUB007", changed('X="90"', 'X="NaN"')),
    ("SUB007", changed('X="90"', 'X="INF"')),
    ("SUB007", changed('CenterX="50"', 'CenterX="1e300"')),
    ("SUB007", changed('CenterX="50"', 'CenterX="NaN"')),
    ("SUB007", changed("</Interaction>", '</Interaction><Label TextLabel="note"><Graphics '
        'CenterX="-5000" CenterY="400" Width="80" Height="20"/></Label>')),
)  # fmt: skip
"""A rule, and a file that breaks it alone."""

NAMES = (
    ("WP-FILE-1", "a.gpml"),
    ("WP-FILE-1", "WP0.gpml"),
    ("WP-FILE-1", "WP0123.gpml"),
    ("WP-FILE-1", "WP5382__PR7.gpml"),
    ("WP-FILE-2", "WP5382.gpml"),
)


def codes(content: bytes, path: str = NAME) -> set[str]:
    return {it.code for it in fitness(content, KNOWN, path=path, named=True)}


def test_a_sound_file_breaks_no_rule() -> None:
    assert [str(it) for it in fitness(SOUND, KNOWN, path=NAME, named=True)] == []


def test_line_ends_of_windows_are_taken() -> None:
    assert codes(SOUND.replace(b"\n", b"\r\n")) == set()


@pytest.mark.parametrize(("code", "content"), BROKEN)
def test_what_breaks_a_rule_breaks_it_alone(code: str, content: bytes) -> None:
    found = fitness(content, KNOWN, path=NAME, named=True)
    assert {it.code for it in found} == {code}
    assert all(it.place.line and it.place.column for it in found)


@pytest.mark.parametrize(("code", "name"), NAMES)
def test_a_name_that_is_not_taken(code: str, name: str) -> None:
    assert codes(SOUND, name) == {code}
    assert fitness(SOUND, KNOWN, path=name) == ()


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + SOUND,
        SOUND.decode().replace("UTF-8", "UTF-16", 1).encode("utf-16"),
        changed("UTF-8", "ISO-8859-1"),
        changed('version="1.0" encoding="UTF-8"', "version='1.0' encoding='UTF-8'"),
    ],
    ids=["mark", "utf-16", "latin", "quotes"],
)
def test_how_a_file_begins_is_told_on_its_first_line(content: bytes) -> None:
    """It was placed where the root begins, on line 2."""
    (found,) = fitness(content, KNOWN, path=NAME)
    assert (found.code, found.place.line, found.place.column) == ("WP-FILE-3", 1, 1)


@pytest.mark.parametrize(
    "stamp", ["20261345996199", "20260230000000", "99999999999999", "00000000000000"]
)
def test_fourteen_digits_that_are_no_time_are_no_stamp(stamp: str) -> None:
    for old in (MODIFIED, VERSION):
        assert codes(changed(old, re.sub("[0-9]{14}", stamp, old))) == {"WP-HDR-5"}


@pytest.mark.parametrize(
    ("organism", "rest"),
    [
        ("Homo sapiens", "in human"),
        ("Mus musculus", "of the Mouse"),
        ("Danio rerio", "(zebrafish)"),
    ],
)
def test_a_title_names_its_organism_by_its_common_name_too(organism: str, rest: str) -> None:
    """Only the scientific name was looked for."""
    titled = changed("its receptor", f"its receptor {rest}")
    assert codes(titled.replace(b"Homo sapiens", organism.encode())) == {"WP-TTL-5"}


def test_a_line_to_a_group_of_which_a_member_is_nowhere_is_not_said_to_be_astray() -> None:
    """NaN was read as 0 there: the line was to be moved to where nothing is."""
    grouped = changed('GraphId="na"', 'GraphId="na" GroupRef="g"')
    grouped = changed("<InfoBox", group("g") + "<InfoBox", of=grouped)
    grouped = changed('GraphRef="na"', 'GraphRef="g"', of=grouped)
    assert "WP-INT-7" not in codes(changed('CenterX="50"', 'CenterX="NaN"', of=grouped))


def test_a_virus_is_not_the_organism_that_it_is_called_after() -> None:
    assert codes(changed("its receptor", "human coronaviruses")) == set()


def test_every_rule_has_a_file_that_breaks_it() -> None:
    told = {code for code, _ in (*BROKEN, *NAMES)} | {"WP-XRF-1", "WP-XRF-1b", "WP-TYP-2"}
    assert told == {rule.code for rule in (*CHECKS, *NAME_CHECKS)}
    assert not told & FOR_PEOPLE.keys()


def test_identifiers_that_are_lacking_block_from_a_tenth_of_the_nodes_on() -> None:
    far = [
        node(f"m{n}", xref="Uniprot-TrEMBL P61073").replace('X="400" C', f'X="{n * 100}" C')
        for n in range(5, 24)
    ]
    bare = node("nc", "A")
    assert codes(sheet(LIGAND, RECEPTOR, bare, *far[:7], arrow())) == {"WP-XRF-1", "WP-XRF-1b"}
    assert codes(sheet(LIGAND, RECEPTOR, bare, *far[:8], arrow())) == {"WP-XRF-1b"}


def test_lines_end_where_the_scripts_end_them() -> None:
    """A title with one of Python's other line ends was said to break the start tag."""
    found = codes(changed("Binding of a", "Binding of\u2028 a"))
    assert found == {"WP-TTL-3", "WP-TTL-5"}


def test_a_linked_pathway_looks_so_and_is_there() -> None:
    linked = node("nc", "Chemokines", type_="Pathway", xref="WikiPathways WP3929")
    clickable = linked.replace("<Graphics ", '<Graphics ShapeType="RoundedRectangle" ')
    assert codes(sheet(LIGAND, RECEPTOR, clickable, arrow())) == set()
    wrong = (
        linked,
        clickable.replace("WP3929", "WP99999"),
        clickable.replace("Pathway", "Event", 1),
    )
    for each in wrong:
        assert codes(sheet(LIGAND, RECEPTOR, each, arrow())) == {"WP-TYP-2"}


def test_a_state_tells_what_a_line_to_the_same_molecule_does() -> None:
    same = sheet(LIGAND, RECEPTOR, STATE, arrow()).replace(b"P48061", b"P61073")
    assert codes(same) == set()


def test_a_translocation_is_no_riddle() -> None:
    assert codes(changed("P48061", "P61073").replace(b'"Arrow"', b'"mim-translocation"')) == set()


def test_a_retraction_that_was_not_checked_does_not_block() -> None:
    (found,) = fitness(changed("8752281", "9770555"), KNOWN, path=NAME)
    assert (found.code, found.severity) == ("WP-REF-2", Severity.WARNING)
    assert "INDRA" in found.sentence


def test_a_breach_of_the_grammar_is_told_with_its_own_remedy() -> None:
    (found,) = fitness(changed('BoardWidth="500.0"', 'BoardWidth="wide"'), KNOWN, path=NAME)
    assert str(found).endswith("(GPM207); write a value of that type")


def test_what_is_outdated_is_told_with_what_to_write() -> None:
    (found,) = fitness(changed("Uniprot-TrEMBL", "UniProt"), KNOWN, path="a.gpml")
    assert (found.place.subject, found.remedy) == (
        "DataNode na",
        'write "Uniprot-TrEMBL", if the id is of it',
    )


def test_what_is_no_gpml_is_refused() -> None:
    with pytest.raises(UnreadableError):
        fitness(b"<a/>", KNOWN)


def test_nodes_that_are_named_in_another_namespace_are_no_riddle() -> None:
    odd = changed("<InfoBox", '<DataNode xmlns="http://example.org/"/><InfoBox')
    assert "WP-XSD-1" in codes(odd)


def without_one(content: bytes) -> Iterator[bytes]:
    """The file less one attribute, less one element, and with one element twice."""
    root = etree.fromstring(content)
    for n, element in enumerate(root.iter(etree.Element)):
        for name in element.attrib:
            one = copy.deepcopy(root)
            del list(one.iter(etree.Element))[n].attrib[name]
            yield etree.tostring(one)
        if n:
            one, two = copy.deepcopy(root), copy.deepcopy(root)
            gone, twice = list(one.iter(etree.Element))[n], list(two.iter(etree.Element))[n]
            gone.getparent().remove(gone)
            twice.addnext(copy.deepcopy(twice))
            yield from (etree.tostring(one), etree.tostring(two))


def test_a_file_that_lacks_anything_is_told_of_and_not_stumbled_over() -> None:
    whole = sheet(LIGAND, RECEPTOR, STATE, arrow(anchor="m"), arrow("y", "", end="m"))
    broken = list(without_one(whole))
    told = [fitness(content, KNOWN, path=NAME, named=True) for content in broken]
    assert len(told) > 100
    assert sum(map(bool, told)) > len(told) * 0.9


def test_the_example_of_the_specification_breaks_no_rule() -> None:
    path = SPECS / "gpml-minimal-example.gpml"
    if not path.exists():
        pytest.skip(f"{path.name} is not beside the repository")
    assert [str(it) for it in fitness(path.read_bytes(), KNOWN, path=NAME, named=True)] == []
