"""What WikiPathways asks of literature and of terms of ontologies (WP-REF, WP-ONT).

GPML 2013a, Biopax: bp:PublicationXref and bp:openControlledVocabulary.
"""

import re
from collections.abc import Iterator

from pathport.findings import Severity
from pathport.formats.gpml.grammar import Breach
from pathport.rules import Rule
from pathport.submission.sheet import Checks, Sheet, demand, shown, weaker
from pathport.submission.terms import ONTOLOGIES, REFERENCE_SOURCES

__all__ = ["CHECKS"]

CONTRIBUTE = "WikiPathways, contribute"
CURATOR = "WikiPathwaysCurator, ReferencesTests"
MAIN_ONTOLOGY = "PW"
CERTAIN = "WikiPathwaysCurator"
"""The list of retractions that the database is held to; another one is not checked one by one."""

ONE_OR_MORE = demand(
    "WP-REF-1",
    "a pathway has one reference to literature or more",
    "add what it was drawn from",
    f"{CONTRIBUTE}; {CURATOR}.atLeastOneReference",
)
PUBMED = demand(
    "WP-REF-2",
    "the id of a publication in PubMed is a number, and the publication was not retracted",
    "look the publication up, and leave out what was retracted",
    CURATOR,
)
SOURCE = demand(
    "WP-REF-3",
    "a publication is of PubMed, or has a DOI, an ISBN or a URL",
    f"write one of {', '.join(sorted(REFERENCE_SOURCES))} in bp:DB",
    "WikiPathways, files of the database; wikipathways-database#72",
    Severity.WARNING,
)
DANGLING = demand(
    "WP-REF-4",
    "a BiopaxRef names a record of the file",
    "add the record, or take the BiopaxRef out",
    "WikiPathways, files of the database",
)
UNCITED = demand(
    "WP-REF-4b",
    "each record of a publication is referred to",
    "refer to it from what it is evidence of, or take it out: PathVisio 4 will",
    "libGPML",
    Severity.WARNING,
)
TERMS = demand(
    "WP-ONT-1",
    "a pathway has a term of the Pathway Ontology, and terms of no others but DOID and CL",
    "add a term like PW:0000003; take out those of other ontologies",
    f"{CONTRIBUTE}; create_pathway_frontmatter.py",
)
ONTOLOGY = demand(
    "WP-ONT-2",
    f"an ontology is called {', '.join(ONTOLOGIES.values())}",
    "call it so in bp:Ontology",
    "WikiPathways, files of the database; libGPML, OCV_ONTOLOGY_MAP",
    Severity.WARNING,
)

NUMBER = re.compile(r"[0-9]*[1-9][0-9]*")


def unreferenced(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """No record of a publication."""
    if not sheet.references:
        yield sheet.breach(rule, "there is no reference to literature")


def wrong_pubmed(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Ids that are none, and what was retracted."""
    for record in sheet.references:
        id_ = sheet.field(record, "ID")
        if sheet.field(record, "DB").casefold() != "pubmed":
            continue
        if not NUMBER.fullmatch(id_):
            yield sheet.breach(rule, f'"{id_}" is no id of PubMed', record)
        elif (by := sheet.known.retracted.get(id_)) is not None:
            sure = rule if by == CERTAIN else weaker(rule)
            yield sheet.breach(sure, f"{id_} was retracted, says the list of {by}", record)


def other_source(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Publications of other databases."""
    for record in sheet.references:
        database = sheet.field(record, "DB")
        if database not in REFERENCE_SOURCES:
            yield sheet.breach(rule, f'"{database}" is where a publication is said to be', record)


def dangling(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """References to no record."""
    records = {sheet.record_id(it) for it in sheet.references}
    for element, id_ in sheet.cited:
        if id_ not in records:
            yield sheet.breach(
                rule, f'{shown(element)} refers to "{id_}", which is not there', element
            )


def uncited(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Records that nothing refers to."""
    used = {id_ for _, id_ in sheet.cited}
    for record in sheet.references:
        id_ = sheet.record_id(record)
        if id_ not in used:
            told = f"{sheet.field(record, 'DB')} {sheet.field(record, 'ID')}".strip()
            yield sheet.breach(
                rule, f'nothing refers to "{id_}", which is {told or "empty"}', record
            )


def wrong_terms(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """No term of the Pathway Ontology, one of an ontology that is not taken, one that is not there.

    Of the Disease Ontology and the Cell Ontology not all terms are known here.
    """
    prefixes = set()
    for tag in sheet.tags:
        id_ = sheet.field(tag, "ID")
        prefix = id_.partition(":")[0]
        prefixes.add(prefix)
        known = sheet.known.term(id_.lower())
        if prefix not in ONTOLOGIES:
            yield sheet.breach(rule, f'"{id_}" is of an ontology that is not taken', tag)
        elif known is None and prefix == MAIN_ONTOLOGY:
            yield sheet.breach(rule, f'the Pathway Ontology has no "{id_}"', tag)
        elif known is not None and known.obsolete:
            successor = f", now {known.replaced_by.upper()}" if known.replaced_by else ""
            yield sheet.breach(weaker(rule), f'"{id_}" is obsolete{successor}', tag)
    if MAIN_ONTOLOGY not in prefixes:
        yield sheet.breach(rule, "there is no term of the Pathway Ontology")


def misnamed_ontology(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """An ontology by another name."""
    for tag in sheet.tags:
        id_, name = sheet.field(tag, "ID"), sheet.field(tag, "Ontology")
        expected = ONTOLOGIES.get(id_.partition(":")[0])
        if expected not in (None, name):
            yield sheet.breach(
                rule, f'the ontology of {id_} is called "{name}", not {expected}', tag
            )


CHECKS: Checks = {
    ONE_OR_MORE: unreferenced,
    PUBMED: wrong_pubmed,
    SOURCE: other_source,
    DANGLING: dangling,
    UNCITED: uncited,
    TERMS: wrong_terms,
    ONTOLOGY: misnamed_ontology,
}
