"""From a source to a submission to WikiPathways, put in its folder whole, or not at all."""

import os
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from pathport.api.delivery import STDOUT, folder_made
from pathport.api.reading import Input, sourced
from pathport.findings import Finding, Location
from pathport.formats.detect import stem_of
from pathport.model.pathway import Pathway
from pathport.safety.characters import printable
from pathport.safety.place import Placement
from pathport.safety.source import read_source
from pathport.safety.target import PathName
from pathport.submission.known import Known
from pathport.submission.reasons import SUFFIX, Reason, reasons_in
from pathport.submission.refusals import BLOCKED, OTHER_FILE
from pathport.submission.submission import Request, Submission, submission

__all__ = ["Placed", "Submitted", "submit"]


class Placed(msgspec.Struct, frozen=True):
    """A file of a submission: its path, and how many bytes it has."""

    path: str
    bytes: int


class Submitted(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a submission: what was found, and the files, none where an error stands."""

    findings: tuple[Finding, ...] = ()
    files: tuple[Placed, ...] = ()


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
    read, _ = sourced(source, format, merge=True)
    made = submission(read.pathway, request, shown=lambda name: printable(str(folder / name)))
    findings = (*read.findings, *made.findings)
    if not made.is_fit:
        told = BLOCKED.finding("nothing was placed", place=Location(path=printable(str(folder))))
        return Submitted(findings=(*findings, told))
    files = placed(made, folder, source)
    return Submitted(findings=(*findings, *others(made, folder)), files=files)


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
