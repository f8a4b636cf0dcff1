"""What makes a valid diagram: SBML's rules, a grammar, and what holds in CellDesigner's own maps.

The grammar is a table of ``pathport.schemas``; it is held only against what is wrapped in a
``celldesigner:extension``, as CellDesigner 4 writes it. The table of rules is ``codes``.
"""

from collections.abc import Iterator
from functools import cache

import msgspec
from lxml import etree

from pathport.findings import Finding, Location, Severity
from pathport.formats import grammar
from pathport.formats.celldesigner import codes, remarks
from pathport.formats.celldesigner.checks import CHECKS, CHECKS_OF_WHOLE
from pathport.formats.celldesigner.checks_lines import lines
from pathport.formats.celldesigner.sheet import CheckedSheet
from pathport.formats.grammar import Breach, Codes, local_name
from pathport.formats.sbml import rules as base
from pathport.safety.lines import element_positions
from pathport.safety.xml import parse_xml

__all__ = ["RULES", "TOLERATED", "breaches", "own_findings", "validate"]

RULES = (*remarks.RULES, *codes.RULES)
TOLERATED = {**base.TOLERATED, **codes.TOLERATED}
"""Warnings that a sound export may have, by code, each with the reason."""

GRAMMAR = "celldesigner"
CODES = Codes(
    child=codes.CHILD,
    order=codes.ORDER,
    too_many=codes.TOO_MANY,
    missing_child=codes.MISSING_CHILD,
    attribute=codes.ATTRIBUTE,
    missing=codes.MISSING,
    value=codes.VALUE,
    text=codes.TEXT,
    id=codes.VALUE,
    id_twice=codes.ALIAS_TWICE,
    dangling=codes.ALIAS_OF,
)
BEARERS = frozenset(
    {"model", "compartment", "species", "reaction", "speciesReference", "modifierSpeciesReference"}
)
"""SBML's elements that have an extension."""
BASES = ("baseReactant", "baseProduct")
LACKED = frozenset(
    {
        ("compartmentAlias", "info"),
        ("complexSpeciesAlias", "backupSize"),
        ("complexSpeciesAlias", "backupView"),
        ("complexSpeciesAlias", "info"),
        ("extension", "listOfGroups"),
        ("extension", "name"),
        ("gene", "type"),
        ("speciesAlias", "info"),
    }
)
"""Elements and what they may lack: that of other programs' maps does, and those are opened."""


def validate(content: bytes, *, path: str = "", full: bool = False) -> tuple[Finding, ...]:
    """What is wrong with a file, in file order, and a note on which of libSBML's checks ran.

    :raises UnreadableError: if it is not XML, not SBML, or of Level 1.
    """
    found = [*base.validate(content, path=path, full=full), *own_findings(content, path)]
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[bool, int, int]:
    place = finding.place
    return finding.severity is Severity.NOTE and not place.line, place.line, place.column


def own_findings(content: bytes, path: str) -> Iterator[Finding]:
    """What is wrong with a file by CellDesigner's own rules.

    :raises UnreadableError: if it is not XML.
    """
    ordered = list(breaches(parse_xml(content, path=path).getroot()))
    places = element_positions(content, [it.number for it in ordered])
    for it in ordered:
        line, column = places.get(it.number, (0, 0))
        place = Location(path=path, line=line, column=column, subject=_subject(it.element))
        yield it.rule.finding(it.sentence, place=place)


def _subject(element: etree._Element) -> str:
    """The element, or the nearest around it that has an id."""
    bearers = (it for it in (element, *element.iterancestors()) if it.get("id"))
    named = next(bearers, element)
    return f"{local_name(named)} {named.get('id') or ''}".strip()


def _is_base_too_many(breach: Breach) -> bool:
    """Whether it is that there are more than two base reactants or products: a gate may have any
    number of them, and of another reaction CDX232 tells how many its type has.
    """
    return breach.rule is codes.TOO_MANY and local_name(breach.element) in BASES


@cache
def _left_out() -> frozenset[str]:
    """The lists that nothing needs to have."""
    found = grammar.grammar(GRAMMAR)["elements"].values()
    items = [it for told in found for it in told.get("content", ())]
    needed = {name for name, _, least, _ in items if least}
    return frozenset(name for name, *_ in items if name.startswith("listOf")) - needed


def _weighed(breach: Breach) -> Breach:
    """An error of what is lacking that no map lacks; of a list that may be left out, and lacks
    what it is a list of, that it is there.
    """
    name = local_name(breach.element)
    if breach.lacking and name in _left_out():
        sentence = f"<{name}> is empty"
        return msgspec.structs.replace(breach, rule=codes.EMPTY_LIST, sentence=sentence)
    if not breach.lacking or (name, breach.lacking) in LACKED:
        return breach
    return msgspec.structs.replace(breach, rule=codes.NEEDED)


def breaches(root: etree._Element) -> Iterator[Breach]:
    """All breaches of CellDesigner's own rules, by number of the element; without an extension of
    the model that it has none, and what is wrong in the others by themselves.
    """
    sheet = CheckedSheet(root)
    of_parts = (*CHECKS, lines) if sheet.extension is not None else ()
    found = [it for check in (*CHECKS_OF_WHOLE, *of_parts) for it in check(sheet)]
    for kind, extension in sheet.extensions:
        if kind in BEARERS:
            told = grammar.breaches(extension, GRAMMAR, CODES, kind=kind, numbers=sheet.numbers)
            found += (_weighed(it) for it in told if not _is_base_too_many(it))
    yield from sorted(found, key=lambda it: (it.number, it.rule.code))
