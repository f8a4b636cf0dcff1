"""What WikiPathways asks of identifiers: that there are any, their database and form (WP-XRF).

Whether an id was retired is not known offline.
"""

import re
from collections.abc import Iterator

import msgspec

from pathport.findings import Severity
from pathport.formats.gpml.grammar import Breach
from pathport.rules import Rule
from pathport.submission.sheet import Checks, Sheet, demand, shown
from pathport.submission.terms import ENSEMBL, ID_FORMS, OUTDATED, SOURCE

__all__ = ["CHECKS"]

CURATOR = "WikiPathwaysCurator"
LEAST_SHARE = 0.9
"""Of the DataNodes, those that must have an identifier; so many are just too few."""
ENSEMBL_NAME = "Ensembl"
CAS = "CAS"

SHARE = demand(
    "WP-XRF-1",
    f"more than {LEAST_SHARE:.0%} of the DataNodes have a database and an id",
    "add the identifiers that are lacking, or make what is no molecule a Label",
    "WikiPathways, contribute; Academy, task-curated",
)
NONE = demand(
    "WP-XRF-1b",
    "each DataNode has a database and an id",
    "add its identifier, or make it a Label",
    f"{CURATOR}, DataNodesTests.dataNodesWithoutIdentifier",
    Severity.WARNING,
)
HALF = demand(
    "WP-XRF-2",
    "a cross reference has both a database and an id, or neither",
    "add what is lacking, or empty both",
    f"{CURATOR}, nullDataSources, emptyDataSources, undefinedIdentifier",
)
DATABASE = demand(
    "WP-XRF-3",
    "a database is called by the name that the files of WikiPathways have",
    "see schemas/wikipathways/sources.tsv for the names",
    f"{CURATOR}, OutdatedDataSourcesTests; bridgedb/datasources",
)
FORM = demand(
    "WP-XRF-4",
    "an id is of the form of its database",
    "look the id up in its database",
    f"{CURATOR}, GeneTests, UniProtTests, ChEBIMetabolitesTests and others; bridgedb/datasources",
)
SPECIES = demand(
    "WP-XRF-5",
    "a gene of Ensembl, or a pathway that is linked, is of the organism of the pathway",
    "take the id of this organism",
    f"{CURATOR}, EnsemblTests.wrongEnsemblIDFor, PathwayTests.speciesMismatch",
)


def few(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """A share of DataNodes that is too small."""
    number = len(sheet.nodes)
    identified = sum(all(sheet.xref(it)) for it in sheet.nodes)
    if number and identified <= LEAST_SHARE * number:
        share = identified / number
        told = f"{identified} of {number} DataNodes have an identifier ({share:.0%})"
        yield sheet.breach(rule, told)


def unidentified(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """DataNodes with neither; half of one is told by another rule."""
    for node in sheet.nodes:
        if not any(sheet.xref(node)):
            yield sheet.breach(rule, f"{shown(node)} has no identifier", node)


def half(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """A database without an id, or an id without a database."""
    for element, (database, id_) in sheet.xrefs:
        if not (database and id_):
            told = f'Database="{database}" and ID="{id_}"'
            yield sheet.breach(rule, f"{shown(element)} has {told}", element)


def outdated(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Names that WikiPathways has no longer, or never had."""
    for element, (database, _) in sheet.xrefs:
        if database in OUTDATED:
            new = OUTDATED[database]
            remedy = f'write "{new}", if the id is of it' if new else "take another database"
            own = msgspec.structs.replace(rule, remedy=remedy)
            told = f'the database of {shown(element)} is called "{database}", which is outdated'
            yield sheet.breach(own, told, element)
        elif database and database not in sheet.known.sources:
            told = f'the database of {shown(element)} is called "{database}", which is not known'
            yield sheet.breach(rule, told, element)


def misformed(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Ids that their database has none of."""
    forms = {**sheet.known.forms, **ID_FORMS}
    for element, (database, id_) in sheet.xrefs:
        form = forms.get(database)
        if form is not None and id_ and not is_of(id_, database, form[0]):
            told = f'the id of {shown(element)} in {database} is "{id_}", expected {form[1]}'
            yield sheet.breach(rule, told, element)


def is_of(id_: str, database: str, form: re.Pattern[str]) -> bool:
    """Whether an id is of the form of its database, and its check digit right where it has one."""
    return form.fullmatch(id_) is not None and (database != CAS or is_checked(id_))


def is_checked(number: str) -> bool:
    """Whether the last digit of a CAS number checks: it is the sum of the others, each times its
    place from the right, modulo 10 (CAS, Check Digit Verification of CAS Registry Numbers).
    """
    *others, last = (int(it) for it in number if it.isdigit())
    return sum(place * it for place, it in enumerate(reversed(others), start=1)) % 10 == last


def other_species(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Genes and pathways of another organism."""
    organism = sheet.root.get("Organism") or ""
    foreign = ENSEMBL.get(organism)
    for element, (database, id_) in sheet.xrefs:
        if database == ENSEMBL_NAME and foreign is not None and foreign.fullmatch(id_):
            told = f"{shown(element)} is {id_}, which is no gene of {organism}"
            yield sheet.breach(rule, told, element)
        linked = sheet.known.titles.get(id_) if database == SOURCE else None
        if linked is not None and linked[0] != organism:
            told = f"{shown(element)} is {id_}, which is a pathway of {linked[0]}"
            yield sheet.breach(rule, told, element)


CHECKS: Checks = {
    SHARE: few,
    NONE: unidentified,
    HALF: half,
    DATABASE: outdated,
    FORM: misformed,
    SPECIES: other_species,
}
