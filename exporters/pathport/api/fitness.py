"""Whether a file is fit for the place that it is meant for, by the rules of that place.

A place is a database or a program that files are handed to, and each takes files of one format. A
file of another format is not fit, whatever is in it.
"""

import enum
import os
from collections.abc import Callable, Mapping

import msgspec

from pathport.api.choices import one_of
from pathport.api.reading import Input
from pathport.findings import Finding, Location, Severity
from pathport.formats import Format, format_named
from pathport.formats.celldesigner import fitness as celldesigner
from pathport.formats.detect import detected, stem_of
from pathport.safety.source import Source, read_source
from pathport.submission.known import Known
from pathport.submission.refusals import OTHER_FORMAT
from pathport.submission.rules import fitness

__all__ = ["TAKEN", "Fitness", "Place", "check"]


class Place(enum.StrEnum):
    """A place that files are meant for."""

    WIKIPATHWAYS = "wikipathways"
    CELLDESIGNER = "celldesigner"


class Fitness(msgspec.Struct, frozen=True, kw_only=True):
    """What the rules of a place say of a file."""

    path: str
    format: str
    findings: tuple[Finding, ...] = ()

    @property
    def is_fit(self) -> bool:
        """Whether nothing keeps the file from the place."""
        return not any(finding.severity is Severity.ERROR for finding in self.findings)


def check(
    source: Input,
    place: Place | str,
    format: str | None = None,  # noqa: A002 - the word for it
    *,
    tables: str | os.PathLike[str] | None = None,
) -> Fitness:
    """Everything that keeps a source from a place, or is odd there; fit: no error.

    ``place`` is ``wikipathways`` or ``celldesigner``. ``tables`` is a folder with newer tables than
    ours, for WikiPathways.

    :raises UnreadableError: if it can't be parsed, its format can't be told, or a table can't be
        read.
    :raises UnknownNameError: if no format has the given name, or no place.
    """
    place = Place(one_of(Place, place, "place"))
    known = Known(tables)
    found = Source(path="", content=source) if isinstance(source, bytes) else read_source(source)
    of = format_named(format) if format else detected(found.content, found.path)
    findings = OF_PLACE[place](found, of, known)
    return Fitness(path=found.path, format=of.name, findings=findings)


def for_wikipathways(found: Source, of: Format, known: Known) -> tuple[Finding, ...]:
    """What WikiPathways says of a file."""
    if of.name == TAKEN:
        return fitness(found.content, known, path=found.path)
    return (of_another_format(of, found.path),)


def for_celldesigner(found: Source, of: Format, _: Known) -> tuple[Finding, ...]:
    """What CellDesigner does with a file."""
    stem = stem_of(found.path) if found.path else ""
    return celldesigner.fitness(found.content, of.name, stem, path=found.path)


OF_PLACE: Mapping[Place, Callable[[Source, Format, Known], tuple[Finding, ...]]] = {
    Place.WIKIPATHWAYS: for_wikipathways,
    Place.CELLDESIGNER: for_celldesigner,
}
"""What each place says of a file."""
TAKEN = "gpml"
"""The format that WikiPathways takes."""


def of_another_format(fmt: Format, path: str) -> Finding:
    """What is to be told of a file that is of another format than its place takes."""
    sentence = f'the file is of the format "{fmt.name}"'
    remedy = f"`pathport submit {path or 'FILE'} --out DIR` makes a submission of it"
    if not fmt.home:
        remedy = "`pathport formats` lists those that a submission can be made of"
    return OTHER_FORMAT.finding(sentence, place=Location(path=path), remedy=remedy)
