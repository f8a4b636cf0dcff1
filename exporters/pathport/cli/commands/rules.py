"""``pathport rules [CODE]``: the catalogue of rules, or one of them."""

import click

from pathport.cli.answer import Answer, Findings, Table
from pathport.cli.options import json_option
from pathport.cli.rules import NO_RULE
from pathport.errors import UnknownNameError
from pathport.findings import Location
from pathport.rules import Rule, catalogue

__all__ = ["Rules", "command"]


class Rules(Findings, frozen=True, kw_only=True):
    """The JSON of ``pathport rules``."""

    rules: tuple[Rule, ...] = ()


@click.command(
    "rules",
    help="List the rules that findings name, or show the rule of CODE: its severity, what it "
    "demands, what to do, and where it is from.",
    epilog="Example: pathport rules BPX081",
)
@click.argument("code", required=False)
@json_option
def command(*, code: str | None) -> Answer:
    """The catalogue, or one rule of it."""
    rules = tuple(catalogue()) if code is None else (rule_of(code),)
    headings = ("code", "severity", "rule", "remedy", "source")
    table = Table(headings, [cells(rule) for rule in rules])
    return Answer(said=Rules(rules=rules), tables=(table,))


def rule_of(code: str) -> Rule:
    """The rule of this code, whatever the case; one like ``libsbml-10203`` is of ``libsbml``.

    :raises UnknownNameError: if there is none; the nearest code is named.
    """
    known = {rule.code.upper(): rule for rule in catalogue()}
    for name in (code, code.partition("-")[0]):
        if name.upper() in known:
            return known[name.upper()]
    import difflib

    near = difflib.get_close_matches(code.upper(), known, n=1)
    remedy = f'did you mean "{known[near[0]].code}"?' if near else NO_RULE.remedy
    sentence = f'no rule has the code "{code}"'
    place = Location(path="pathport rules", subject=code)
    raise UnknownNameError(NO_RULE.finding(sentence, place=place, remedy=remedy))


def cells(rule: Rule) -> tuple[str, ...]:
    """A rule as texts."""
    return (rule.code, rule.severity, rule.title, rule.remedy, rule.source)
