"""From a source to a submission to WikiPathways, put in its folder whole, or not at all."""

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from pathport.api.delivery import STDOUT, folder_made
from pathport.api.reading import Input, Opened, opened, read_opened
from pathport.document import JSON, YAML, Syntax, places
from pathport.findings import Finding, Location, Severity
from pathport.formats import Read
from pathport.formats.detect import stem_of
from pathport.model.check import checked
from pathport.model.pathway import Pathway
from pathport.model.slips import Path as KeyPath
from pathport.safety.characters import printable
from pathport.safety.place import Placement
from pathport.safety.source import decode_text, read_source
from pathport.safety.target import PathName
from pathport.submission.homes import homes
from pathport.submission.known import Known
from pathport.submission.reasons import SUFFIX, Reason, excused, reasons_in
from pathport.submission.refusals import BLOCKED, OTHER_FILE
from pathport.submission.submission import Request, Submission, submission

__all__ = ["Placed", "Submitted", "submit"]

SYNTAX: Mapping[str, Syntax] = {it.name: it for it in (YAML, JSON)}
"""By name of a format that is a document, how it is written."""


class Placed(msgspec.Struct, frozen=True):
    """A file of a submission: its path, and how many bytes it has."""

    path: str
    bytes: int


class Submitted(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a submission: what was found, and the files, none where an error stands."""

    findings: tuple[Finding, ...] = ()
    """What was found; a warning that has its reason is a note."""
    excused: int = 0
    """How many of them have one."""
    files: tuple[Placed, ...] = ()

    @property
    def open(self) -> int:
        """How many warnings have no reason."""
        return sum(it.severity is Severity.WARNING for it in self.findings)


def submit(
    source: Pathway | Input,
    out: PathName,
    *,
    number: int = 0,
    format: str | None = None,  # noqa: A002 - the word for it
    tables: PathName | None = None,
    reasons: PathName | None = None,
    at: datetime | None = None,
) -> Submitted:
    """Makes the submission of a pathway and puts its files into a folder, if nothing blocks it.

    ``number`` is that of the pull request. ``reasons`` is a file that says why warnings may stand;
    one that lies beside the source and is called after it is taken where none is named. ``at`` is
    the time of the submission, now unless given.

    :raises PathportError: if the source, the tables or the reasons can't be read, or a file can't
        be put in place.
    """
    request = Request(
        number=number,
        at=at or datetime.now(UTC),
        known=Known(tables),
        reasons=reasons_for(source, reasons),
    )
    folder = Path(out)
    read, found = opened_whole(source, format)
    request = msgspec.structs.replace(request, read=read.findings)
    made = submission(read.pathway, request, shown=lambda name: printable(str(folder / name)))
    if made.is_fit:
        files = placed(made, folder, source)
        told = (*made.findings, *others(made, folder))
    else:
        files = ()
        blocked = BLOCKED.finding("nothing was placed", place=Location(path=printable(str(folder))))
        told = (*at_home(made, found), *made.notes, blocked)
    findings, number = excused((*read.findings, *told), request.reasons)
    return Submitted(findings=findings, excused=number, files=files)


def opened_whole(
    source: Pathway | Input,
    named: str | None,
) -> tuple[Read, Opened | None]:
    """The pathway of a source of the format that is named, with its bytes; a pathway has none."""
    if isinstance(source, Pathway):
        return Read(pathway=checked(source)), None
    found = opened(source, named)
    return read_opened(found), found


def at_home(made: Submission, source: Opened | None) -> Iterator[Finding]:
    """What is said of a file that is nowhere, said of what it was made of."""
    found = homes(made.faults, made.drawn)
    where = _places(source, [it.path for it in found])
    for fault, home, place in zip(made.faults, found, where, strict=True):
        remedy = home.remedy or fault.remedy
        yield msgspec.structs.replace(fault, place=place, remedy=remedy)


def _places(source: Opened | None, paths: Sequence[KeyPath]) -> Sequence[Location]:
    """Where in a document the ends of paths stand; of other files only the name is known."""
    subjects = [" ".join(map(str, path)) for path in paths]
    if source is None:
        return [Location(subject=it or "the pathway") for it in subjects]
    path = source.source.path
    syntax = SYNTAX.get(source.format.name)
    if syntax is None:
        return [Location(path=path, subject=it) for it in subjects]
    found = places(decode_text(source.source), paths, syntax=syntax)
    return [
        Location(path=path, line=line, column=column, subject=subject)
        for (line, column), subject in zip(found, subjects, strict=True)
    ]


def others(made: Submission, folder: Path) -> tuple[Finding, ...]:
    """What is to be told of files of GPML in the folder that are not of this submission."""
    names = sorted(it.name for it in folder.glob("*.gpml") if it.name not in made.files)
    return tuple(
        OTHER_FILE.finding(
            f"the folder has {printable(name)} too",
            place=Location(path=printable(str(folder / name))),
        )
        for name in names
    )


def placed(made: Submission, folder: Path, source: Pathway | Input) -> tuple[Placed, ...]:
    """Puts the files of a submission into its folder, all or none."""
    sources: list[PathName] = []
    if not isinstance(source, Pathway | bytes) and os.fspath(source) != STDOUT:
        sources.append(source)
    with folder_made(folder), Placement(sources=sources) as placement:
        for name, content in made.files.items():
            placement.add(folder / name, content)
        placement.commit()
    return tuple(
        Placed(printable(str(folder / name)), len(content)) for name, content in made.files.items()
    )


def reasons_for(source: Pathway | Input, named: PathName | None) -> tuple[Reason, ...]:
    """The reasons of the file that is named, or that lies beside the source, if there is one."""
    if named is not None:
        return reasons_in(read_source(named))
    if isinstance(source, Pathway | bytes):
        return ()
    beside = Path(source).parent / f"{stem_of(source)}{SUFFIX}"
    return reasons_in(read_source(beside)) if beside.is_file() else ()
