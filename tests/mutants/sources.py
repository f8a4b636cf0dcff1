"""The modules of tables that are mutated: where each is, who reads it, and what tests hold it.

Every module that is called ``terms``, or ends so, has tables; and so has every one that makes
`Terms`. Each is taken up here, or left out for a reason, which a test asks for.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.test_imports import DIALECTS

import pathport

__all__ = ["FURTHER", "LEFT_OUT", "PACKAGE", "Source", "source", "sources"]

PACKAGE = Path(pathport.__file__).parent

FURTHER: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "formats.celldesigner.names": ("formats.celldesigner.test_names", ("celldesigner",)),
    "layout.terms": ("layout.test_terms", ("gpml", "sbml")),
    "looks.signs": ("looks.test_signs", ("cx2", "sbml")),
    "networks.influence": ("networks.test_signs", ()),
    "submission.terms": ("submission.test_terms", ()),
}
"""The modules that are no ``terms`` of a format and have its words or decide them, each with the
module of its tests, and the folders of the formats that it is tried with: none where no reader and
no writer of a format that is read back knows it."""

LEFT_OUT: Mapping[str, str] = {
    "formats.biopax.rules_terms": "rules about terms, and no words of files: the validator's "
    "findings and `tests/formats/biopax/test_rules_terms.py` hold them",
    "model.modifications": "the notation's words for PSI-MOD's terms, which no format has and which"
    " are there before any: `tests/model/test_modifications.py` holds them to the ontology",
    "terms": "what a table is; it has no rows",
}
"""By module that has no mutants, the reason."""


class Source(NamedTuple):
    """A module of tables."""

    name: str
    """What the page calls it: the format's folder for its ``terms.py``, else the path."""
    module: str
    tests: str
    """The module of the tests that hold its tables, row by row."""
    folders: tuple[str, ...]
    """Of the formats that read and write by it: its own, then the dialects of that."""
    is_of_format: bool
    """Whether its rows are words of a format's files."""


@cache
def sources() -> dict[str, Source]:
    """All modules of tables, by what they are called, in the order of that."""
    formats = (
        ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        for path in PACKAGE.glob("formats/**/*terms.py")
    )
    modules = sorted({*formats, *FURTHER} - LEFT_OUT.keys())
    found = [_source(it) for it in modules]
    return {it.name: it for it in sorted(found)}


def source(name: str) -> Source:
    """The module of tables that is called so.

    :raises KeyError: if there is none.
    """
    return sources()[name]


def _source(module: str) -> Source:
    above, _, stem = module.rpartition(".")
    folder = above.removeprefix("formats.")
    name = folder if stem == "terms" and folder != above else f"{folder}/{stem}"
    dialects = (dialect for dialect, base in DIALECTS.items() if base == folder)
    tests, folders = FURTHER.get(module, (f"{above}.test_{stem}", (folder, *dialects)))
    return Source(
        name=name,
        module=f"pathport.{module}",
        tests=f"tests.{tests}",
        folders=folders,
        is_of_format=folder != above,
    )
