"""What WikiPathways' scripts ask of a file: its name, its bytes, its grammar (WP-FILE, WP-XSD).

The names are those that its workflow of pull requests gives; they are asked of submissions alone.
"""

import codecs
from collections.abc import Iterator
from pathlib import PurePath

import msgspec
from lxml import etree

from pathport.formats.gpml.about import version_parts
from pathport.formats.gpml.grammar import Breach, breaches, local_name
from pathport.formats.gpml.terms import GPML
from pathport.rules import Rule
from pathport.submission.sheet import Check, Checks, Sheet, demand
from pathport.submission.terms import RELEASED, SUBMITTED

__all__ = ["CHECKS", "NAME_CHECKS"]

GRAMMAR = "gpml2013a"
WORKFLOW = "WikiPathways, 1_on_pull_request.yml, job get-gpml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'

NAME = demand(
    "WP-FILE-1",
    "a new file is called WP0__PR and the number of its pull request, an edit as in the database",
    "rename it: WP0__PR0.gpml while there is no pull request",
    WORKFLOW,
)
OWN_NAME = demand(
    "WP-FILE-2",
    "the Version begins with the id that the file is called by",
    "leave the id to WikiPathways' editors: a new file has WP0",
    "WikiPathways, pathways/WPn/WPn.gpml",
)
BYTES = demand(
    "WP-FILE-3",
    "a file is UTF-8, declares so on its first line, and has no byte order mark",
    f"save it as UTF-8 without one, and begin it with {DECLARATION}",
    "WikiPathways, all files of the database",
)
NAMESPACE = demand(
    "WP-FILE-4",
    "GPML 2013a is the default namespace, and its elements have no prefix",
    f'write xmlns="{GPML}" on Pathway, and no prefix before its elements',
    "WikiPathways, gpmlconverter",
)
VALID = demand(
    "WP-XSD-1",
    "a file is valid by GPML2013a.xsd, ids and what names them included",
    "mend what `pathport validate` names",
    "WikiPathways, gpmlconverter; PathVisio",
)


def misnamed(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """A name that the workflow does not take."""
    name = PurePath(sheet.path).name
    if not SUBMITTED.fullmatch(name) and not RELEASED.fullmatch(name):
        yield sheet.breach(rule, f'the file is called "{name}"')


def misversioned(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """An id in the Version that is not that of the name."""
    name = PurePath(sheet.path).name
    match = SUBMITTED.fullmatch(name) or RELEASED.fullmatch(name)
    version = sheet.root.get("Version") or ""
    parts = version_parts(version)
    if match and parts and parts[0] != match[1]:
        yield sheet.breach(rule, f'Version="{version}" stands in a file called "{name}"')


def misencoded(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """A mark, another encoding, or no declaration."""
    if sheet.content.startswith(codecs.BOM_UTF8):
        yield first_line(sheet.breach(rule, "the file begins with a byte order mark"))
    elif not sheet.content.startswith(DECLARATION.encode()):
        first = sheet.text.partition("\n")[0].strip()[:60]
        yield first_line(sheet.breach(rule, f"the file begins with {first}"))


def first_line(breach: Breach) -> Breach:
    """A breach where the file begins, before its root."""
    return msgspec.structs.replace(breach, at=(1, 1))


def prefixed(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Elements of GPML with a prefix."""
    own = (it for it in sheet.numbers if etree.QName(it).namespace == GPML)
    first = next((it for it in own if it.prefix), None)
    if first is not None:
        yield sheet.breach(rule, f"<{first.prefix}:{local_name(first)}> has a prefix", first)


def invalid(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """What breaks the grammar, with the remedy of the grammar's own rule."""
    for found in breaches(sheet.root, GRAMMAR):
        own = msgspec.structs.replace(rule, remedy=found.rule.remedy)
        yield msgspec.structs.replace(
            found, rule=own, sentence=f"{found.sentence} ({found.rule.code})"
        )


NAME_CHECKS: Checks = {NAME: misnamed, OWN_NAME: misversioned}
"""What is asked of a submission, whose name is ours."""
CHECKS: dict[Rule, Check] = {BYTES: misencoded, NAMESPACE: prefixed, VALID: invalid}
