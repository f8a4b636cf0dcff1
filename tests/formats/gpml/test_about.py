"""What a file says of its pathway as a whole, and what of that is named as lost."""

from tests.formats.gpml.samples import drawing, node

from pathport.formats.gpml.read import read

DESCRIBED = '<Comment Source="WikiPathways-description">{}</Comment>'


def told(*comments: str) -> tuple[tuple[str, ...], list[str]]:
    """The notes of a pathway with these comments, and what is lost."""
    found = read(drawing(*comments, node("na")))
    lost = [it.sentence for it in found.findings if it.code == "GPM101"]
    return found.pathway.notes, lost


def test_a_comment_stands_behind_the_description() -> None:
    assert told("<Comment>B</Comment>", DESCRIBED.format("A")) == (("A", "B"), [])


def test_a_comment_that_becomes_the_description_is_named() -> None:
    said = 'lost in reading: that "B" is a comment, not the description'
    for comment in ("<Comment>B</Comment>", '<Comment Source="GenMAPP notes">B</Comment>'):
        assert told(comment) == (("B",), [said])


def test_a_second_description_is_named() -> None:
    said = 'lost in reading: that "B" is a description too'
    assert told(DESCRIBED.format("A"), DESCRIBED.format("B")) == (("A", "B"), [said])
