"""The text of a document with an edited pathway in it, read back before it is given out."""

from pathport.difference import By, difference
from pathport.document import YAML, load
from pathport.document.nodes import Lines
from pathport.document.patch import SharedError
from pathport.document.revising import revised
from pathport.errors import FaultyError, PathportError
from pathport.findings import Finding, Location
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
    if unlike := _unlike(found, pathway, path):
        raise FaultyError(unlike)
    return found


def _unlike(text: str, pathway: Pathway, path: str) -> Finding | None:
    """What a text says otherwise than a pathway, whatever it calls what has no id in it."""
    try:
        read = load(text, syntax=YAML).pathway
    except PathportError as error:
        fault = next(iter(getattr(error, "findings", ())), None)
        told = f'"{fault.sentence}"' if fault else f'"{error}"'
        sentence = f"with the edits in their places the document could not be read: {told}"
        place = Location(path=path, line=fault.place.line if fault else 0)
        return UNSAID.finding(sentence, place=place)
    found = None if read == pathway else difference(pathway, read, By.MEANING)
    if not found:
        return None
    change = found.changes[0]
    sentence = f'with the edits in their places the document would differ: "{change.line}"'
    return UNSAID.finding(sentence, place=Location(path=path, subject=change.line.split(":")[0]))
