"""A submission: the files that WikiPathways gets of a pathway, as bytes, with what was found.

GPML, picture, lists and checklist are of one drawing. Where they are put is not known here.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

import msgspec

from pathport.drawing.png import png
from pathport.drawing.svg import svg
from pathport.errors import UnsupportedError
from pathport.findings import Finding, Severity
from pathport.formats.gpml.arranging import with_places
from pathport.formats.gpml.read import read
from pathport.formats.gpml.write import write, write_plain
from pathport.layout.own import has_places, in_own_places
from pathport.layout.picture import Picture
from pathport.model.pathway import Pathway
from pathport.submission.checklist import Facts, checklist
from pathport.submission.known import Known
from pathport.submission.lettering import lettered
from pathport.submission.listings import LISTINGS
from pathport.submission.preparing import left_out, pathway_id, prepared, stem
from pathport.submission.reasons import Reason, unused
from pathport.submission.rules import fitness
from pathport.submission.sheet import Sheet

__all__ = ["CHECKLIST", "Request", "Submission", "submission"]

CHECKLIST = "CHECKLIST.md"
WHAT: Mapping[str, str] = {
    ".gpml": "the pathway, GPML 2013a",
    ".svg": "its picture",
    ".png": "the same as PNG",
    "-datanodes.tsv": "its data nodes",
    "-refs.tsv": "its literature",
    "-bibliography.tsv": "its literature, as far as it is known",
}
"""By the end of its name, what a file is."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What a submission is made with."""

    number: int = 0
    """That of the pull request; 0 while there is none."""
    at: datetime
    known: Known
    reasons: Sequence[Reason] = ()
    read: Sequence[Finding] = ()
    """What was found in reading what it is made of."""


class Submission(msgspec.Struct, frozen=True, kw_only=True):
    """The files by name, and what was found: an error among that keeps them from their place."""

    files: Mapping[str, bytes]
    drawn: Pathway
    """The pathway as it is in them."""
    faults: tuple[Finding, ...] = ()
    """What is said of the file of GPML."""
    notes: tuple[Finding, ...] = ()
    """What else is to be told."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that was found."""
        return self.faults + self.notes

    @property
    def is_fit(self) -> bool:
        """Whether nothing keeps it from WikiPathways."""
        return not any(finding.severity is Severity.ERROR for finding in self.findings)


def submission(
    pathway: Pathway, request: Request, *, shown: Callable[[str], str] = str
) -> Submission:
    """The submission of a pathway; ``shown`` says how the file of a name is called in findings."""
    drawn = prepared(pathway, request.at)
    placed = with_places(drawn)
    own = stem(pathway, request.number)
    content = write_plain(drawn, finished=None if pathway.layout.boxes else lettered)
    name = f"{own}.gpml"
    findings = fitness(content, request.known, path=shown(name), named=True)
    picture = as_written(placed, content)
    sheet = Sheet(content, request.known, path=shown(name))
    pictures, notes = pictured(picture, shown(f"{own}.png"))
    files = {name: content} | {f"{own}{end}": drawing for end, drawing in pictures.items()}
    files |= {f"{own}{end}": made(sheet) for end, made in LISTINGS.items()}
    facts = Facts(
        sheet=sheet,
        findings=findings,
        read=request.read,
        reasons=request.reasons,
        id=pathway_id(pathway),
        files={it: WHAT[it.removeprefix(own)] for it in files},
        account=write(drawn).account,
        origin=origin(pathway),
        left_out=left_out(pathway),
    )
    files[CHECKLIST] = checklist(facts)
    told = (*unused(request.reasons, (*request.read, *findings)), *notes)
    return Submission(files=files, drawn=placed, faults=findings, notes=told)


def as_written(pathway: Pathway, content: bytes) -> Picture:
    """The picture of a pathway, of the places that its file has.

    Where the layout is not whole, the file alone knows where the rest is.
    """
    return in_own_places(pathway if has_places(pathway) else read(content).pathway)


def origin(pathway: Pathway) -> str:
    """What a pathway was drawn from: a published figure, or what it refers to as a whole."""
    figure = pathway.figure
    if figure is not None:
        return ", ".join(filter(None, (figure.label, figure.reference, figure.url)))
    return ", ".join((*pathway.data_sources, *pathway.references))


def pictured(picture: Picture, path: str) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """The picture as SVG, and as PNG where that can be made; a note where it can't."""
    drawn = svg(picture)
    pictures = {".svg": drawn.encode()}
    try:
        pictures[".png"] = png(drawn, path=path)
    except UnsupportedError as error:
        return pictures, tuple(map(without_png, error.findings))
    return pictures, ()


def without_png(why: Finding) -> Finding:
    """What keeps a picture from being PNG as a note: it is there as SVG."""
    sentence = f"the picture is SVG alone: {why.sentence}"
    return msgspec.structs.replace(why, sentence=sentence, severity=Severity.NOTE)
