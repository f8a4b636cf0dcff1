"""The text of a document with an edited pathway in it, read back before it is given out."""

from pathport.difference import By, difference
from pathport.document import YAML, load
from pathport.document.nodes import Lines
from pathport.document.patch import SharedError
from pathport.document.revising import revised
from pathport.errors import FaultyError, PathportError
from pathport.findings import Location
from pathport.model.pathway import Pathway
from pathport.updating.rules import SHARED, UNSAID

__all__ = ["rewritten"]


def rewritten(text: str, ours: Pathway, pathway: Pathway, *, path: str = "") -> str:
    """The text of a document of ours, changed where it does not say what the pathway says.

    :raises FaultyError: UPD006 or UPD007, where that can't be done in its place.
    """
    try:
        found = revised(text, ours, pathway)
    except SharedError as error:
        line, column = Lines(text).where(error.index)
        place = Location(path=path, line=line, column=column)
        raise FaultyError(
            SHARED.finding("an edit would change what an alias stands for", place=place)
        ) from None
    if not _says(found, pathway):
        sentence = "the edits can't be written in the places where they belong"
        raise FaultyError(UNSAID.finding(sentence, place=Location(path=path)))
    return found


def _says(text: str, pathway: Pathway) -> bool:
    """Whether a document says what a pathway says, whatever it calls what has no id in it."""
    try:
        read = load(text, syntax=YAML).pathway
    except PathportError:
        return False
    return read == pathway or not difference(pathway, read, By.MEANING)
