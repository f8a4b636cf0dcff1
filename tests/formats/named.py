"""Tables as they read in the names of their terms, for a test that holds them to the ontologies.

An id says nothing to the eye, and a wrong one that writer and reader share comes back as it went
out. A test writes the table a second time, in the names that the ontology itself gives to the
terms; they come from ``pathport.schemas.terms``, which is made from the ontologies' own files.
"""

from typing import Any

from tests.mutants.tables import rows_of

from pathport.vocabulary import term

__all__ = ["in_names"]


def in_names(table: Any) -> dict[str, dict[Any, Any]]:
    """The rows of a table, part by part, every term by its name; what is no term as it stands."""
    return {
        part: {_named(row.key): _named(row.value) for row in rows}
        for part, rows in rows_of(table).items()
    }


def _named(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_named(it) for it in value)
    known = term(value) if isinstance(value, str) else None
    return value if known is None else known.name
