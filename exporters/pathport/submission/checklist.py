"""``CHECKLIST.md``: what whoever submits a pathway puts into the text of the pull request.

It says what was checked and with what result, each warning with its reason, what only people can
tell, and what the drawing does not say. WikiPathways, 1_on_pull_request.yml, Reviewer Checklist.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

import msgspec

from pathport.fidelity.report import Account, KindCount
from pathport.findings import Finding, Severity
from pathport.formats.gpml.refusals import KEPT
from pathport.submission.reasons import Reason, reason_for
from pathport.submission.rules import FOR_PEOPLE
from pathport.submission.sheet import Sheet
from pathport.submission.terms import UNPUBLISHED

__all__ = ["Facts", "checklist"]

POSITIONS = "layout"
"""How the fields begin of which positions are made."""


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What a checklist tells of."""

    sheet: Sheet
    id: str
    """That which the pathway has in the database, or that of what has none."""
    findings: Sequence[Finding]
    read: Sequence[Finding]
    """What was found in reading the source."""
    reasons: Sequence[Reason]
    files: Mapping[str, str]
    """By name of a file, what it is."""
    account: Account
    origin: str
    """What the pathway was drawn from, as far as the source says."""
    left_out: Mapping[str, Sequence[str]]
    """By prefix of a database that WikiPathways does not have, the identifiers left out."""


def checklist(facts: Facts) -> bytes:
    """The text, in Markdown."""
    root = facts.sheet.root
    parts = (
        (f"# {root.get('Name')}", "", f"{root.get('Organism')}, {root.get('Version')}."),
        _files(facts),
        _review(facts),
        _warnings(facts),
        _for_people(facts),
        _unsaid(facts),
    )
    return ("\n\n".join("\n".join(part) for part in parts) + "\n").encode()


def _files(facts: Facts) -> Iterator[str]:
    yield "## Files"
    yield ""
    yield from (f"- `{name}`: {what}" for name, what in facts.files.items())


# What reviewers look at


def _review(facts: Facts) -> Iterator[str]:
    """WikiPathways' own list, each line with the figures that answer it."""
    codes = {it.code for it in _all(facts) if it.severity is not Severity.NOTE}
    yield "## Reviewer's checklist"
    yield ""
    for question, answer, groups in _questions(facts):
        told = sorted(code for code in codes if code.startswith(groups))
        yield f"- [{' ' if told else 'x'}] {question}: {answer}" + _see(told)
    is_new = facts.id == UNPUBLISHED
    which = "all of them are new" if is_new else f"compare them with those of {facts.id}"
    yield f"- [ ] Data nodes are reviewed: {which}"


def _all(facts: Facts) -> Sequence[Finding]:
    return (*facts.read, *facts.findings)


def _see(codes: Sequence[str]) -> str:
    return f" (see {', '.join(codes)} below)" if codes else ""


def _questions(facts: Facts) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each question with its answer, and the beginnings of the codes that bear on it."""
    sheet = facts.sheet
    unlinked = sum(it.code == KEPT.code for it in facts.read)
    rest = f"; {unlinked} more of the source are drawings alone" if unlinked else ""
    lines, nodes = sheet.interactions, sheet.nodes
    joined = sum(all(end.on is not None for end in sheet.ends(it)) for it in lines)
    named = sum(all(sheet.xref(it)) for it in nodes)
    share = f" ({named / len(nodes):.1%})" if nodes else ""
    words = sum(len((it.text or "").split()) for it in sheet.descriptions)
    terms = ", ".join(f"{sheet.field(it, 'TERM')} ({sheet.field(it, 'ID')})" for it in sheet.tags)
    yield (
        "Interactions are connected",
        f"{joined} of {len(lines)}{rest}",
        ("WP-INT-1", "WP-INT-2", KEPT.code),
    )
    yield (
        "Datanodes are annotated with database references",
        f"{named} of {len(nodes)}{share}",
        ("WP-XRF", "WP-TYP"),
    )
    yield "A description of the processes is included", f"{words} words", ("WP-DSC",)
    yield "At least one literature reference is provided", f"{len(sheet.references)}", ("WP-REF",)
    yield "At least one pathway ontology term is included", terms, ("WP-ONT",)
    title = sheet.root.get("Name") or ""
    yield "Pathway title conforms to the guidelines", f"{len(title)} characters", ("WP-TTL",)


# What remains


def _warnings(facts: Facts) -> Iterator[str]:
    """Warnings with their reasons, those that say the same together; then those that have none."""
    excused: dict[tuple[str, str], list[str]] = {}
    for finding in _all(facts):
        if finding.severity is Severity.WARNING:
            reason = reason_for(finding, facts.reasons)
            excused.setdefault((finding.code, reason), []).append(finding.sentence)
    yield "## Warnings that remain"
    if not excused:
        yield ""
        yield "None."
    for (code, reason), sentences in sorted(excused.items(), key=lambda it: (not it[0][1], it[0])):
        yield ""
        yield f"**{code}**, {reason or 'open: no reason was given'}"
        yield ""
        yield from (f"- {sentence}" for sentence in dict.fromkeys(sentences))


def _for_people(facts: Facts) -> Iterator[str]:
    yield "## For a person to look at"
    yield ""
    yield from (f"- [ ] {code}: {what}" for code, what in FOR_PEOPLE.items())
    yield ""
    yield f"What it was drawn from, says the source: {facts.origin or 'nothing'}."


def _unsaid(facts: Facts) -> Iterator[str]:
    """What the source says and the file does not; positions are not counted, they are ours."""
    kinds = [it for it in facts.account.kinds if not it.field.startswith(POSITIONS)]
    said, coarse, unsaid = (
        sum(map(number, kinds)) for number in (attrgetter("native"), attrgetter("coarse"), missing)
    )
    yield "## What the drawing does not say"
    yield ""
    yield f"Of the facts read from the source the file says {said:,}, and {coarse:,} more"
    yield f"generally; GPML has no place for {unsaid:,}."
    odd = Counter(it.code for it in facts.read if it.severity is Severity.WARNING)
    if odd:
        codes = ", ".join(f"{code} ({number:,})" for code, number in sorted(odd.items()))
        yield f"What reading lost, or found odd, is among the warnings: {codes}."
    if unsaid or facts.left_out:
        yield ""
    why: dict[str, list[str]] = {}
    for kind in filter(missing, kinds):
        name = " ".join(filter(None, (kind.construct or "pathway", kind.field)))
        why.setdefault(kind.reason, []).append(f"{name} ({missing(kind):,})")
    yield from (f"- {reason}: {', '.join(names)}" for reason, names in why.items())
    for prefix, ids in facts.left_out.items():
        yield f"- {prefix} is no database of WikiPathways, and these are left out: {', '.join(ids)}"


def missing(kind: KindCount) -> int:
    """How many facts of a kind are not in the file."""
    return kind.carried + kind.lost
