"""What WikiPathways' scripts ask of the first element, read by patterns (WP-HDR, WP-ORG).

A file that is valid XML and does not obey is processed wrongly: the start tag is what `sed` sees.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from pathport.findings import Severity
from pathport.formats.gpml.about import version_parts
from pathport.formats.gpml.grammar import Breach
from pathport.rules import Rule
from pathport.submission.sheet import Checks, Sheet, demand
from pathport.submission.terms import HEAD, LICENCES, SOURCE, UNPUBLISHED

__all__ = ["CHECKS"]

WORKFLOWS = "WikiPathways, 1_on_pull_request.yml and on_gpml_change.yml"
MEASURED = "WikiPathways, files of the database"

ONE_LINE = demand(
    "WP-HDR-1", "the start tag of Pathway stands on one line", "join its lines", WORKFLOWS
)
ORGANISM_LAST = demand(
    "WP-HDR-2",
    "Organism is the last attribute of Pathway: the rest of the line is taken for it",
    "move it to the end, in double quotes, with > after it and nothing else on the line",
    WORKFLOWS,
)
ORDER = demand(
    "WP-HDR-3",
    "the attributes of Pathway stand in the order of the database",
    f"write them in this order: {', '.join(HEAD)}",
    MEASURED,
)
AUTHORS = demand(
    "WP-HDR-4",
    "Author has names in brackets, with a comma and a blank between them; each names a file",
    "write them like [Ada Lovelace, Jane Doe], no name with a slash, a quote or &",
    "WikiPathways, on_gpml_change.yml, job author-list; wikipathways-database#79",
)
STAMPS = demand(
    "WP-HDR-5",
    "Last-Modified is a time in 14 digits, Version the id and the revision, a time for a new file",
    "write them like 20261121103000 and WP0_r20261121103000",
    "wikipathways-database#79",
)
DATA_SOURCE = demand(
    "WP-HDR-6",
    f"Data-Source is {SOURCE}",
    f'write Data-Source="{SOURCE}"',
    "wikipathways-database#72",
)
LICENCE = demand(
    "WP-HDR-7",
    "there is no License but CC0, under which all submissions are",
    "take License out",
    "WikiPathwaysCurator, PathwayTests.oldLicenses; WikiPathways, terms of use",
    Severity.WARNING,
)
ORGANISM = demand(
    "WP-ORG-1",
    "Organism is the scientific name of one that WikiPathways has, letter for letter",
    "write it as the database does, like Homo sapiens",
    "WikiPathways, 1_on_pull_request.yml, Install all bridge files",
)

NAME = re.compile(r"""([\w.:-]+)\s*=\s*(?:"[^"]*"|'[^']*')""")
AUTHOR_LIST = re.compile(r"""\[([^\[\],/"'&]+)(, [^\[\],/"'&]+)*\]""")
STAMP = re.compile(r"[0-9]{14}")
REST = re.compile(r".*Organism=(.*)")


def broken(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """A start tag on several lines."""
    lines = sheet.start.count("\n") + 1
    if lines > 1:
        yield sheet.breach(rule, f"the start tag of Pathway has {lines} lines")


def not_last(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """What the scripts take for the organism, and is another text than that of the attribute."""
    organism = sheet.root.get("Organism")
    line = next((it for it in sheet.lines if "<Pathway " in it), "")
    match = REST.fullmatch(line)
    if organism is None or match is None:
        return
    taken = re.sub('[">]', "", match[1])
    if taken != organism:
        yield sheet.breach(rule, f"the organism is taken to be {taken[:60]!r}, not {organism!r}")


def disordered(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Attributes in another order."""
    names = [it for it in NAME.findall(sheet.start) if it in HEAD]
    ordered = [it for it in HEAD if it in names]
    if names != ordered:
        yield sheet.breach(rule, f"the attributes are {', '.join(names)}")


def misspelt_authors(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """No authors, or a list that the scripts take for another one."""
    authors = sheet.root.get("Author")
    if authors is None:
        yield sheet.breach(rule, "Author is missing")
    elif not AUTHOR_LIST.fullmatch(authors):
        yield sheet.breach(rule, f'Author="{authors[:60]}"')


def misdated(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """A date or a revision in another form."""
    modified, version = sheet.root.get("Last-Modified"), sheet.root.get("Version")
    if not is_moment(modified or ""):
        told = "is missing" if modified is None else f'is "{modified}"'
        yield sheet.breach(rule, f"Last-Modified {told}")
    parts = version_parts(version or "")
    is_new = parts is not None and parts[0] == UNPUBLISHED
    if parts is None or (is_new and not is_moment(parts[1])):
        told = "is missing" if version is None else f'is "{version}"'
        yield sheet.breach(rule, f"Version {told}")


def is_moment(stamp: str) -> bool:
    """Whether 14 digits are a day and a time of it."""
    if not STAMP.fullmatch(stamp):
        return False
    try:
        datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return False
    return True


def elsewhere(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Another source."""
    source = sheet.root.get("Data-Source")
    if source != SOURCE:
        told = "is missing" if source is None else f'is "{source}"'
        yield sheet.breach(rule, f"Data-Source {told}")


def licensed(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Another licence."""
    licence = sheet.root.get("License")
    if licence is not None and licence not in LICENCES:
        yield sheet.breach(rule, f'License="{licence}"')


def strange_organism(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """An organism that no pathway of the database has."""
    organism = sheet.root.get("Organism")
    if organism not in sheet.known.organisms:
        told = "is missing" if organism is None else f'is "{organism}"'
        yield sheet.breach(rule, f"Organism {told}")


CHECKS: Checks = {
    ONE_LINE: broken,
    ORGANISM_LAST: not_last,
    ORDER: disordered,
    AUTHORS: misspelt_authors,
    STAMPS: misdated,
    DATA_SOURCE: elsewhere,
    LICENCE: licensed,
    ORGANISM: strange_organism,
}
