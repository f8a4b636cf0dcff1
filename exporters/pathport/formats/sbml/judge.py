"""What libSBML says of a file, as findings of ours: the authority on what valid SBML is.

It gets nothing but a text that pathport has parsed itself, never a path: libSBML alone can be
crashed by a small file. Identifiers and SBO terms are checked in linear time; its general checks
grow with the square of the size.
"""

import re
from typing import Any

from pathport.findings import Finding, Location, Severity
from pathport.formats.sbml.codes import LIBSBML, PARTIAL, WHOLE
from pathport.safety.prolog import as_utf8

__all__ = ["MOST", "judged"]

MOST = 2000
"""Species and reactions up to which the whole check runs unasked."""

DECLARED = re.compile(r"\ufeff?(<\?xml\s.*?\?>)?", re.DOTALL)
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
"""Put in the place of one that may tell another encoding; without any, libSBML adds a line."""


def judged(content: bytes, size: int, *, path: str = "", full: bool = False) -> list[Finding]:
    """What libSBML finds, and last which of its checks ran.

    ``content`` was parsed without a fault; ``size`` counts its species and reactions.
    """
    import libsbml

    text = DECLARED.sub(DECLARATION, as_utf8(content, path=path).decode(), count=1)
    document = libsbml.readSBMLFromString(text)
    whole = full or size <= MOST
    for category in _categories(libsbml):
        document.setConsistencyChecks(category, whole or category in _linear(libsbml))
    document.checkConsistency()
    log = document.getErrorLog()
    found = [_finding(log.getError(n), libsbml, path) for n in range(log.getNumErrors())]
    place = Location(path=path)
    version = libsbml.getLibSBMLDottedVersion()
    if whole:
        sentence = f"libSBML {version} ran its whole check, units included"
        return [*found, WHOLE.finding(sentence, place=place)]
    sentence = f"libSBML {version} checked ids and SBO terms of {size:,} species and reactions only"
    return [*found, PARTIAL.finding(sentence, place=place)]


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


def _finding(error: Any, libsbml: Any, path: str) -> Finding:
    weights = {
        libsbml.LIBSBML_SEV_INFO: Severity.NOTE,
        libsbml.LIBSBML_SEV_WARNING: Severity.WARNING,
    }
    return Finding(
        code=f"{LIBSBML.code}-{error.getErrorId()}",
        severity=weights.get(error.getSeverity(), Severity.ERROR),
        place=Location(path=path, line=error.getLine(), column=error.getColumn()),
        sentence=" ".join(error.getMessage().split()),
    )
