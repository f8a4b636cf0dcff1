"""Whether a file is fit for the place that it is meant for, by the rules of that place.

A place is a database or a program that files are handed to, and each takes files of some formats.
A file of another format is not fit, whatever is in it.
"""

import enum
import os
from collections.abc import Callable, Iterable, Mapping

import msgspec

from pathport.api.choices import one_of
from pathport.api.reading import Input
from pathport.api.rules import OTHER_PLACE
from pathport.api.tolerance import found_in
from pathport.findings import Finding, Location, Severity
from pathport.formats import Format, format_named
from pathport.formats.celldesigner import fitness as celldesigner
from pathport.formats.cx2.rules import fitness as of_cytoscape
from pathport.formats.detect import detected, stem_of
from pathport.formats.sbml import cytoscape as sbml
from pathport.rules import Rule
from pathport.safety.source import Source, read_source, typed_name
from pathport.submission.known import Known
from pathport.submission.newer import fitness_as_2013a
from pathport.submission.refusals import OTHER_FORMAT
from pathport.submission.rules import fitness as of_wikipathways

__all__ = ["Fitness", "Place", "check"]


class Place(enum.StrEnum):
    """A place that files are meant for."""

    WIKIPATHWAYS = "wikipathways"
    CELLDESIGNER = "celldesigner"
    CYTOSCAPE = "cytoscape"


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

    ``place`` is ``wikipathways``, ``celldesigner`` or ``cytoscape``. ``tables`` is a folder with
    newer tables than ours, for WikiPathways.

    :raises UnreadableError: if it can't be parsed, its format can't be told, or a table can't be
        read.
    :raises UnknownNameError: if no format has the given name, or no place.
    """
    place = Place(one_of(Place, place, "place"))
    known = Known(tables)
    found = Source(path="", content=source) if isinstance(source, bytes) else read_source(source)
    of = format_named(format) if format else detected(found.content, found.path)
    return Fitness(path=found.path, format=of.name, findings=OF_PLACE[place](found, of, known))


STORED = "gpml"
"""The one format of WikiPathways' own files."""
ASKED: Mapping[str, Callable[..., Iterable[Finding]]] = {
    STORED: of_wikipathways,
    "gpml2021": fitness_as_2013a,
}
"""By format, what WikiPathways would say of a file."""


def for_wikipathways(found: Source, of: Format, known: Known) -> tuple[Finding, ...]:
    """What WikiPathways says of a file."""
    asks = ASKED.get(of.name)
    told = asks(found.content, known, path=found.path) if asks is not None else ()
    if of.name == STORED:
        return tuple(told)
    made = f"`pathport submit {typed_name(found.path)} --out DIR` makes a submission of it"
    return (of_another_format(found, of, OTHER_FORMAT, made), *told)


def for_celldesigner(found: Source, of: Format, _: Known) -> tuple[Finding, ...]:
    """What CellDesigner does with a file."""
    stem = stem_of(found.path) if found.path else ""
    return celldesigner.fitness(found.content, of.name, stem, path=found.path)


IMPORTED: Mapping[str, str] = {
    **{name: name for name in ("sif", "graphml", "cyjs", "sbml", "sbml-qual", "biopax")},
    "celldesigner": "sbml",
}
"""What Cytoscape opens beside CX2, itself or by cy3sbml and its BioPAX app, with the format whose
rules it is held to: of a diagram of CellDesigner's cy3sbml reads the SBML.
"""
SHOWN: Mapping[str, Callable[..., Iterable[Finding]]] = dict.fromkeys(
    ("sbml", "sbml-qual", "celldesigner"), sbml.oddities
)
"""By format, what Cytoscape shows less of than the file could tell."""


def for_cytoscape(found: Source, of: Format, _: Known) -> tuple[Finding, ...]:
    """What Cytoscape does with a file."""
    if of.name == "cx2":
        return of_cytoscape(found.content, path=found.path)
    if of.name in IMPORTED:
        judge = format_named(IMPORTED[of.name])
        wrong = found_in(found.content, judge, path=found.path, full=False)
        odd = SHOWN[of.name](found.content, path=found.path) if of.name in SHOWN else ()
        return (*wrong, *odd)
    made = f"`pathport convert {typed_name(found.path)} -o X.cx2` makes one of it"
    return (of_another_format(found, of, OTHER_PLACE, made),)


OF_PLACE: Mapping[Place, Callable[[Source, Format, Known], tuple[Finding, ...]]] = {
    Place.WIKIPATHWAYS: for_wikipathways,
    Place.CELLDESIGNER: for_celldesigner,
    Place.CYTOSCAPE: for_cytoscape,
}
"""What each place says of a file."""


def of_another_format(found: Source, of: Format, rule: Rule, remedy: str) -> Finding:
    """What is to be told of a file that is of another format than its place takes."""
    if not (of.home and of.reads):
        remedy = "`pathport formats` lists those that one can be made of"
    sentence = f'the file is of the format "{of.name}"'
    return rule.finding(sentence, place=Location(path=found.path), remedy=remedy)
