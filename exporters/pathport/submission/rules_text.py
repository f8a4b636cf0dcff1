"""What WikiPathways asks of the title and the description of a pathway (WP-TTL, WP-DSC)."""

import re
from collections.abc import Iterator

from lxml import etree

from pathport.findings import Severity
from pathport.formats.gpml.about import version_parts
from pathport.formats.gpml.grammar import Breach
from pathport.formats.gpml.terms import DESCRIPTION, GPML
from pathport.rules import Rule
from pathport.submission.known import folded
from pathport.submission.sheet import Checks, Sheet, demand
from pathport.vocabulary import by_name, term

__all__ = ["CHECKS"]

WORKFLOW = "WikiPathways, 1_on_pull_request.yml, job testing"
GUIDELINES = "WikiPathways, Help:Guidelines; wikipathways-faq, discussion 24"

SHORTEST, LONGEST = 10, 100
"""Characters of a title."""
FEWEST_WORDS = 15
"""Words on the first line of a description, the tag before it counted as the workflow does."""
FEWEST_CHARACTERS = 50

SHORT = demand(
    "WP-TTL-1",
    f"a title has {SHORTEST} characters or more",
    "say in it what the pathway is about",
    WORKFLOW,
)
LONG = demand(
    "WP-TTL-2",
    f"a title has {LONGEST} characters or fewer",
    "shorten it; the description has room for the rest",
    "WikiPathwaysCurator, GeneralTests.titlesShortEnough",
)
STRANGE = demand(
    "WP-TTL-3",
    "a title has letters, digits, blanks and ' - . , : ( ) [ ] / alone, but for NAD+",
    "write these in words",
    "WikiPathwaysCurator, GeneralTests.weirdCharacterTitles",
)
TAKEN = demand(
    "WP-TTL-4",
    "a title is that of no other pathway of its organism",
    "edit that one, or say in the title what is different",
    "WikiPathwaysCurator, GeneralTests.duplicateTitles",
)
STYLE = demand(
    "WP-TTL-5",
    "a title is in sentence case, has signaling with one l, and does not name its organism",
    "write it so, without blanks around",
    GUIDELINES,
    Severity.WARNING,
)
ONE = demand(
    "WP-DSC-1",
    f"a pathway has one Comment with Source {DESCRIPTION}",
    "write one, as the first element of Pathway",
    "WikiPathwaysCurator, GeneralTests.allMissingDescriptions, multipleDescriptions",
)
WORDS = demand(
    "WP-DSC-2",
    f"the first line of the description has {FEWEST_WORDS} words or more",
    "say more on it: what stands on further lines is not counted",
    WORKFLOW,
)
BRIEF = demand(
    "WP-DSC-3",
    f"a description has two or three sentences, and {FEWEST_CHARACTERS} characters or more",
    "tell in your own words what the pathway does, and what it was modelled on",
    "WikiPathwaysCurator, GeneralTests.allShortDescriptions; WikiPathways, contribute",
    Severity.WARNING,
)
WIKI = demand(
    "WP-DSC-4",
    "links in a description are written as in Markdown",
    "write them like [text](https://example.org)",
    "WikiPathwaysCurator, PathwayTests.mediawikiLinks; wikipathways-database#102",
)
STOCK = demand(
    "WP-DSC-5",
    "no comment asks to be cited, and none is what the editor put there",
    "take it out",
    "WikiPathwaysCurator, PathwayTests.youMustCite, stockComments",
    Severity.WARNING,
)

ALLOWED = re.compile(r"[A-Za-z0-9 '\-.,:()\[\]/]*")
SIGNALLING = re.compile(r"\bsignall(?:ing|ed)\b", re.IGNORECASE)
CAPITALISED = re.compile(r"[A-Z][a-z]{3,}")
WIKI_LINK = re.compile(r"\[https?://[^\]\s]+(?:\s[^\]]*)?\](?!\()")
OTHER_NAMES = r"\s+(?:\w*virus|immunodeficiency|leukocyte)"
"""What stands behind the name of an organism in the name of something else."""
STOCK_TEXT = re.compile(r"type your comment here|you must cite", re.IGNORECASE)


def title(sheet: Sheet) -> str:
    """The title as it stands."""
    return sheet.root.get("Name") or ""


def too_short(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """A title that tells too little."""
    if len(title(sheet)) < SHORTEST:
        yield sheet.breach(rule, f'the title "{title(sheet)}" has {len(title(sheet))} characters')


def too_long(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """A title that no list has room for."""
    if len(title(sheet)) > LONGEST:
        yield sheet.breach(rule, f'the title "{title(sheet)}" has {len(title(sheet))} characters')


def strange(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Characters that are not taken."""
    found = ALLOWED.sub("", title(sheet).replace("NAD+", ""))
    if found:
        told = " ".join(dict.fromkeys(found))
        yield sheet.breach(rule, f'the title "{title(sheet)}" has {told}')


def taken(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """The title of another pathway."""
    parts = version_parts(sheet.root.get("Version") or "")
    own = parts[0] if parts else ""
    key = sheet.root.get("Organism") or "", folded(title(sheet))
    others = [it for it in sheet.known.ids_by_title.get(key, ()) if it != own]
    if others:
        yield sheet.breach(rule, f'the title "{title(sheet)}" is that of {", ".join(others)}')


def unstyled(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """A title that the guidelines would have another way."""
    name, organism = title(sheet), sheet.root.get("Organism") or ""
    faults = (
        (name != " ".join(name.split()), "has blanks around, or two together"),
        (SIGNALLING.search(name) is not None, "is not in American spelling"),
        (is_headline(name), "is not in sentence case"),
        (is_of(organism, name), "names its organism"),
    )
    for is_so, told in faults:
        if is_so:
            yield sheet.breach(rule, f'the title "{name}" {told}')


def is_headline(name: str) -> bool:
    """Whether every longer word after the first has a capital, and there are two or more."""
    words = [it for it in re.findall(r"[A-Za-z]+", name)[1:] if len(it) > 3 and not it.isupper()]
    return len(words) > 1 and all(map(CAPITALISED.fullmatch, words))


def is_of(organism: str, name: str) -> bool:
    """Whether a title has the scientific or the common name of its organism.

    In that of a virus (human coronaviruses) or an antigen (human leukocyte antigen) it has none.
    """
    known = term(by_name("ncbitaxon", organism) or "")
    names = {organism, *(() if known is None else (known.name, *known.synonyms))} - {""}
    return any(
        re.search(rf"\b{re.escape(it)}\b(?!{OTHER_NAMES})", name, re.IGNORECASE) for it in names
    )


def not_one(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """No description, or several."""
    number = len(sheet.descriptions)
    told = f"the pathway has {number} descriptions" if number else "the pathway has no description"
    if number != 1:
        yield sheet.breach(rule, told)


def few_words(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """A first line of few words, as `wc -w` counts them."""
    for comment in sheet.descriptions[:1]:
        line = next((it for it in sheet.lines if DESCRIPTION in it), "")
        number = len(line.split())
        if number < FEWEST_WORDS:
            told = f"the first line of the description has {number} words, its tag counted"
            yield sheet.breach(rule, told, comment)


def brief(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """A description that tells little."""
    for comment in sheet.descriptions[:1]:
        number = len(text_of(comment))
        if number < FEWEST_CHARACTERS:
            yield sheet.breach(rule, f"the description has {number} characters", comment)


def wiki_links(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Links as MediaWiki has them."""
    for comment in sheet.descriptions:
        for link in WIKI_LINK.findall(text_of(comment)):
            yield sheet.breach(rule, f"{link} is a link of MediaWiki", comment)


def stock(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Comments that say nothing of the pathway."""
    for comment in sheet.root.iter(f"{{{GPML}}}Comment"):
        found = STOCK_TEXT.search(text_of(comment))
        if found:
            yield sheet.breach(rule, f'a comment says "{found.group()}"', comment)


def text_of(comment: etree._Element) -> str:
    """The text of a comment."""
    return (comment.text or "").strip()


CHECKS: Checks = {
    SHORT: too_short,
    LONG: too_long,
    STRANGE: strange,
    TAKEN: taken,
    STYLE: unstyled,
    ONE: not_one,
    WORDS: few_words,
    BRIEF: brief,
    WIKI: wiki_links,
    STOCK: stock,
}
