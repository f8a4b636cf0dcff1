"""What a file says of its pathway as a whole, and what of that is named as lost."""

import pytest
from tests.formats.gpml.samples import drawing, node, state

from pathport.formats.gpml.read import read

DESCRIBED = '<Comment Source="WikiPathways-description">{}</Comment>'

RECORD = (
    '<Biopax xmlns:bp="http://www.biopax.org/release/biopax-level3.owl#"'
    ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<bp:PublicationXref rdf:id="b">{}</bp:PublicationXref></Biopax>'
)


def told(*comments: str) -> tuple[tuple[str, ...], list[str]]:
    """The notes of a pathway with these comments, and what is lost."""
    found = read(drawing(*comments, node("na")))
    lost = [it.sentence for it in found.findings if it.code == "GPM101"]
    return found.pathway.notes, lost


def test_a_comment_stands_behind_the_description() -> None:
    assert told("<Comment>B</Comment>", DESCRIBED.format("A")) == (("A", "B"), [])


def test_a_comment_that_becomes_the_description_is_named() -> None:
    said = 'lost in reading: that "B" is a comment, not the description'
    assert told("<Comment>B</Comment>") == (("B",), [said])


@pytest.mark.parametrize("source", ["OCR", "molAOP-GPML", "Me"])
def test_the_source_of_a_comment_is_named(source: str) -> None:
    """WP5643 tells by it what was made by a program, and how sure that is."""
    comment = f'<Comment Source="{source}">B</Comment>'
    said = [f'lost in reading: the source "{source}" of a comment']
    assert told(DESCRIBED.format("A"), comment) == (("A", "B"), said)
    on_node = node("na").replace("<Graphics", f"{comment}<Graphics")
    on_state = state("na", "P", "B").replace("<Comment>B</Comment>", comment)
    for drawn in ((on_node,), (node("na"), on_state)):
        found = read(drawing(DESCRIBED.format("A"), *drawn)).findings
        assert [it.sentence for it in found if it.code == "GPM101"] == said


def test_a_second_description_is_named() -> None:
    said = 'lost in reading: that "B" is a description too'
    assert told(DESCRIBED.format("A"), DESCRIBED.format("B")) == (("A", "B"), [said])


def test_a_publication_that_is_told_once_more_is_what_is_told_most_of() -> None:
    """The first id was that of another publication; record a0f of WP3888 is such."""
    told = "<bp:ID>1569</bp:ID><bp:DB>PubMed</bp:DB><bp:TITLE></bp:TITLE>"
    again = "<bp:ID>15692085</bp:ID><bp:DB>PubMed</bp:DB><bp:TITLE>Novel role</bp:TITLE>"
    cited = node("na").replace("<Graphics", "<BiopaxRef>b</BiopaxRef><Graphics")
    found = read(drawing(cited, biopax=RECORD.format(told + again)))
    assert [(it.id, it.title) for it in found.pathway.publications] == [
        ("pubmed:15692085", "Novel role")
    ]
    lost = [(it.sentence, it.place.subject) for it in found.findings if it.code == "GPM101"]
    assert lost == [('lost in reading: the ID "1569", one too many', "reference b")]


def test_what_is_told_once_more_of_one_publication_is_put_together() -> None:
    told = "<bp:ID>1</bp:ID><bp:DB>PubMed</bp:DB><bp:YEAR>2005</bp:YEAR>"
    again = "<bp:ID></bp:ID><bp:DB>PubMed</bp:DB><bp:TITLE>T</bp:TITLE>"
    found = read(drawing(node("na"), biopax=RECORD.format(told + again)))
    assert [(it.id, it.title, it.year) for it in found.pathway.publications] == [
        ("pubmed:1", "T", 2005)
    ]
    assert [it for it in found.findings if it.code == "GPM101"] == []


@pytest.mark.parametrize(
    ("database", "id_", "curie"),
    [
        ("PubMed", "PMID:77", "pubmed:77"),
        ("PubMed", "PMID: 77", "pubmed:77"),
        ("PubMed", "pmid 77", "pubmed:77"),
        ("DOI", "doi: 10.1000/abc", "doi:10.1000/abc"),
        ("DOI", "https://doi.org/10.1000/abc", "doi:10.1000/abc"),
        ("DOI", "http://dx.doi.org/10.1000/abc", "doi:10.1000/abc"),
        ("URL", "https://example.org/10.1000/abc", "https://example.org/10.1000/abc"),
    ],
)
def test_an_id_of_literature_is_read_however_it_is_introduced(
    database: str, id_: str, curie: str
) -> None:
    """``PMID: 77`` was lost for its blank, and the address of a DOI was no DOI."""
    cited = node("na").replace("<Graphics", "<BiopaxRef>b</BiopaxRef><Graphics")
    record = RECORD.format(f"<bp:ID>{id_}</bp:ID><bp:DB>{database}</bp:DB>")
    [species] = read(drawing(cited, biopax=record)).pathway.species
    assert species.references == (curie,)
