"""What libSBML says of a file, as findings of ours: the authority on what valid SBML is.

It gets nothing but a text that pathport has parsed itself, never a path, and reads no other file:
libSBML alone can be crashed by a small file, and opens what a model of the package comp names.
Identifiers and SBO terms are checked in linear time; its general checks grow with the square of
the size. Any dialect of SBML may ask it; files of others are judged by way of ``apart``. Its
numbers are those of the rules in the appendices of SBML's specifications.
"""

import contextlib
import re
from collections.abc import Iterator
from typing import Any

from pathport.findings import Finding, Location, Severity
from pathport.formats.sbml.codes import LIBSBML, PARTIAL, WHOLE
from pathport.formats.sbml.remedies import REMEDIES
from pathport.safety.prolog import as_utf8

__all__ = ["MOST", "judged", "number_of"]

MOST = 2000
"""Species and reactions up to which the whole check runs unasked."""

DECLARED = re.compile(r"\ufeff?(<\?xml\s.*?\?>)?", re.DOTALL)
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
"""Put in the place of one that may tell another encoding; without any, libSBML adds a line."""

CITATION = re.compile(r"\s*Reference: (?:[^\n]*\n|[^\n]*$)")
QUOTED = re.compile(r"(?<![\w>])'([^']*)'(?!\w)")
CAVEAT = re.compile(r" Unit consistency reported as .*may not be accurate")


def judged(content: bytes, size: int, *, path: str = "", full: bool = False) -> list[Finding]:
    """What libSBML finds, each fault once, in file order, and last which of its checks ran.

    ``content`` was parsed without a fault; ``size`` counts its species and reactions.
    """
    import libsbml

    text = DECLARED.sub(DECLARATION, as_utf8(content, path=path).decode(), count=1)
    whole = full or size <= MOST
    with _nothing_else_read(libsbml):
        document = libsbml.readSBMLFromString(text)
        for category in _categories(libsbml):
            document.setConsistencyChecks(category, whole or category in _linear(libsbml))
        document.checkConsistency()
    log = document.getErrorLog()
    errors = [log.getError(n) for n in range(log.getNumErrors())]
    found = dict.fromkeys(_finding(error, document, path) for error in errors)
    told = sorted(found, key=lambda it: (it.place.line, it.place.column))
    return [*told, _what_ran(whole, size, libsbml.getLibSBMLDottedVersion(), path)]


def number_of(finding: Finding) -> int | None:
    """The number of libSBML's rule that a finding is of; nothing if it is not libSBML's."""
    name, _, number = finding.code.partition("-")
    return int(number) if name == LIBSBML.code and number else None


def _what_ran(whole: bool, size: int, version: str, path: str) -> Finding:  # noqa: FBT001
    place = Location(path=path)
    if whole:
        sentence = f"libSBML {version} ran its whole check, units included"
        return WHOLE.finding(sentence, place=place)
    sentence = f"libSBML {version} checked ids and SBO terms of {size:,} species and reactions only"
    return PARTIAL.finding(sentence, place=place)


# What libSBML is kept from


@contextlib.contextmanager
def _nothing_else_read(libsbml: Any) -> Iterator[None]:
    """Without the resolver by which libSBML opens files that a model of comp names."""
    registry = libsbml.SBMLResolverRegistry.getInstance()
    had = registry.getNumResolvers()
    while registry.getNumResolvers():
        registry.removeResolver(0)
    try:
        yield
    finally:
        if had:
            registry.addResolver(libsbml.SBMLFileResolver())


def _categories(libsbml: Any) -> list[int]:
    return [
        libsbml.LIBSBML_CAT_GENERAL_CONSISTENCY,
        libsbml.LIBSBML_CAT_UNITS_CONSISTENCY,
        libsbml.LIBSBML_CAT_MATHML_CONSISTENCY,
        libsbml.LIBSBML_CAT_OVERDETERMINED_MODEL,
        libsbml.LIBSBML_CAT_MODELING_PRACTICE,
        *_linear(libsbml),
    ]


def _linear(libsbml: Any) -> tuple[int, int]:
    return libsbml.LIBSBML_CAT_IDENTIFIER_CONSISTENCY, libsbml.LIBSBML_CAT_SBO_CONSISTENCY


# What it says


def _finding(error: Any, document: Any, path: str) -> Finding:
    import libsbml

    weights = {
        libsbml.LIBSBML_SEV_INFO: Severity.NOTE,
        libsbml.LIBSBML_SEV_WARNING: Severity.WARNING,
    }
    number = error.getErrorId()
    line = error.getLine()
    return Finding(
        code=f"{LIBSBML.code}-{number}",
        severity=weights.get(error.getSeverity(), Severity.ERROR),
        place=Location(path=path, line=line, column=error.getColumn() + 1 if line else 0),
        sentence=_sentence(error, document),
        remedy=REMEDIES.get(number, LIBSBML.remedy),
    )


def _sentence(error: Any, document: Any) -> str:
    """What is wrong, less the rule that libSBML puts before it; the rule's name if that is all."""
    import libsbml

    edition = document.getLevel(), document.getVersion()
    blank = "", 0, 0, error.getSeverity(), error.getCategory()
    plugin = document.getPlugin(error.getPackage())
    package = error.getPackage(), 1 if plugin is None else plugin.getPackageVersion()
    rule = libsbml.SBMLError(error.getErrorId(), *edition, *blank, *package).getMessage()
    told = CITATION.sub(" ", error.getMessage().removeprefix(rule.rstrip())).strip()
    return in_house_style(told or error.getShortMessage())


def in_house_style(text: str) -> str:
    """A sentence of libSBML's as findings are told: on one line, small, in double quotes."""
    text = CAVEAT.sub("", QUOTED.sub(r'"\1"', " ".join(text.split()))).rstrip(". ")
    is_word = text[1:2].islower() or text[1:2] == " "
    return text[:1].lower() + text[1:] if is_word else text
