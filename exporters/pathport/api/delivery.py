"""How targets come into their places: written beside them, checked, then renamed, or none at all.

The module is given a pathway and the targets; where these come from is the business of
``pathport.api.writing``.
"""

import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from pathport.api.losses import lost_in_reading, lost_in_writing, reasons_to_withhold, withheld
from pathport.api.report import Report, Strict, TargetReport, Verdict
from pathport.api.rules import BROKEN, TABLELESS, UNSUPPLIED
from pathport.api.tolerance import found_in
from pathport.errors import FaultyError, UnreadableError, UnwritableError
from pathport.findings import Finding, Location, Severity
from pathport.formats import Format, Options, Read
from pathport.formats.detect import COMPRESSED, stem_of
from pathport.safety.characters import printable
from pathport.safety.collector import collector_paused
from pathport.safety.place import Placement, place
from pathport.safety.rules import OUT_FOLDER
from pathport.safety.target import PathName, failure, refusals

__all__ = ["STDOUT", "Aim", "Delivered", "Run", "check_names", "delivered", "folder_made"]

STDOUT = "-"


class Aim(msgspec.Struct, frozen=True):
    """A target that is asked for: its format, and its path or ``-`` for standard output."""

    format: Format
    path: str

    @property
    def shown(self) -> str:
        """The path as it may be shown and written into JSON."""
        return printable(self.path)

    @property
    def beside(self) -> tuple[str, ...]:
        """The paths of the files that belong beside this one; none beside standard output."""
        if self.path == STDOUT:
            return ()
        folder, name = os.path.split(self.path)
        packed = COMPRESSED if name.lower().endswith(COMPRESSED) else ""
        stem = os.path.join(folder, stem_of(name))  # noqa: PTH118 - keeps "./"
        return tuple(f"{stem}{suffix}{packed}" for suffix in self.format.beside)


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for all targets of a run."""

    options: Options = Options()
    strict: Strict | None = None
    report: PathName | None = None
    """Where the report is to be written too."""


class Delivered(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a run, and the content of a target that goes to standard output."""

    report: Report
    content: bytes = b""


def check_names(aims: Sequence[Aim], run: Run, *, source: PathName | None = None) -> None:
    """Passes names that may all be written, before any of them is.

    :raises UnwritableError: with a finding for each name that is refused.
    """
    names = [path for aim in aims if aim.path != STDOUT for path in (aim.path, *aim.beside)]
    refused = refusals([*names, *reports(run)], sources=sources(source))
    if refused:
        raise UnwritableError(*refused)


def delivered(
    found: Read, aims: Sequence[Aim], run: Run, *, source: PathName | None = None, of: str = ""
) -> Delivered:
    """Writes, checks and places every target, and the report where the run wants it.

    ``of`` names the source's format. A target that fails its own check is not placed, the others
    are; where something is lost that must not be, none is.

    :raises UnwritableError: if an output can't be put in place.
    """
    shown = "" if source is None else printable(os.fspath(source))
    streamed: list[bytes] = []
    with Placement(sources=sources(source)) as placement, collector_paused():
        targets = [staged(placement, found, aim, run.options, streamed) for aim in aims]
        targets, barred = judged(targets, run.strict, lost_in_reading(found))
        report = Report(source=shown, format=of, findings=found.findings, targets=tuple(targets))
        if not barred:
            for path in reports(run):
                placement.add(path, report.json())
            placement.commit()
    if barred:
        for path in reports(run):
            place(path, report.json(), sources=sources(source))
    return Delivered(report=report, content=b"" if barred else b"".join(streamed))


def staged(
    placement: Placement, found: Read, aim: Aim, options: Options, streamed: list[bytes]
) -> TargetReport:
    """Writes one target beside its place, or adds it to what is streamed; then checks it."""
    written = aim.format.module.write(found.pathway, options)
    findings = [*unsupplied(aim, options), *tableless(aim)]

    def check(content: bytes) -> None:
        findings.extend(own_findings(aim, content, options))
        if any(finding.severity is Severity.ERROR for finding in findings):
            raise FaultyError(*findings)

    verdict, size = Verdict.WRITTEN, len(written.content)
    try:
        if aim.path == STDOUT:
            check(written.content)
            streamed.append(written.content)
        else:
            size = placement.add(aim.path, written.content, check=check)
            for path, content in zip(aim.beside, written.beside, strict=True):
                placement.add(path, content)
    except FaultyError:
        verdict = Verdict.INVALID
        findings.append(BROKEN.finding("the file was not placed", place=Location(path=aim.shown)))
    return TargetReport(
        format=aim.format.name,
        path=aim.shown,
        bytes=size,
        verdict=verdict,
        account=written.account,
        findings=(*findings, *lost_in_writing(written.account, aim.shown)),
    )


def unsupplied(aim: Aim, options: Options) -> Iterator[Finding]:
    """What the options supply, and this target has no place for."""
    if options.kinetics is not None and not aim.format.simulates:
        sentence = f'no rates are supplied: "{aim.format.name}" has none'
        yield UNSUPPLIED.finding(sentence, place=Location(path=aim.shown))
    if options.layout and not aim.format.places:
        sentence = f'no positions are supplied in "{aim.format.name}"'
        yield UNSUPPLIED.finding(sentence, place=Location(path=aim.shown))


def tableless(aim: Aim) -> Iterator[Finding]:
    """What belongs beside a target that goes to standard output, and is not written."""
    if aim.path == STDOUT and aim.format.beside:
        left = " and ".join(aim.format.beside)
        sentence = f"the tables of {left} are not written"
        yield TABLELESS.finding(sentence, place=Location(path=aim.shown))


def own_findings(aim: Aim, content: bytes, options: Options) -> tuple[Finding, ...]:
    """What the rules of its own format say of a target; what can't be parsed breaks them too."""
    try:
        return found_in(content, aim.format, path=aim.shown, full=options.full_check)
    except UnreadableError as error:
        return error.findings


def judged(
    targets: Sequence[TargetReport], strict: Strict | None, lost: Mapping[str, int]
) -> tuple[list[TargetReport], bool]:
    """The targets, withheld if one of them, or reading, lost what must not be lost; and whether."""
    reasons = [tuple(reasons_to_withhold(each.account, strict, lost)) for each in targets]
    if not any(reasons):
        return list(targets), False
    return [
        msgspec.structs.replace(
            each,
            verdict=Verdict.WITHHELD if each.verdict is Verdict.WRITTEN else each.verdict,
            findings=(*each.findings, withheld(why, each.path)),
        )
        for each, why in zip(targets, reasons, strict=True)
    ], True


def sources(source: PathName | None) -> list[PathName]:
    """The files that no target may replace: the source, unless it is a stream."""
    return [] if source is None or os.fspath(source) == STDOUT else [source]


def reports(run: Run) -> list[PathName]:
    """The path of the report, if it is to be written."""
    return [] if run.report is None else [run.report]


@contextlib.contextmanager
def folder_made(folder: PathName) -> Iterator[None]:
    """Makes the folder of outputs if there is none, and takes it away again if it stays empty.

    :raises UnwritableError: if it can't be made; its own folder must be there.
    """
    path = Path(folder)
    there = os.path.lexists(path)
    shown = printable(str(path))
    if there and not path.is_dir():
        raise no_folder("this is a file, not a folder", shown)
    try:
        path.mkdir(exist_ok=True)
    except FileNotFoundError:
        raise no_folder("the folder that it would be in does not exist", shown) from None
    except OSError as error:
        raise failure(error, shown) from None
    try:
        yield
    finally:
        if not there:
            with contextlib.suppress(OSError):
                path.rmdir()


def no_folder(sentence: str, shown: str) -> UnwritableError:
    """The refusal of a name for the folder of outputs."""
    return UnwritableError(OUT_FOLDER.finding(sentence, place=Location(path=shown)))
