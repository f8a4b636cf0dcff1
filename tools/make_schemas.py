"""Writes the JSON Schemas in ``schemas/`` from the types that they describe.

Each is JSON Schema 2020-12. Run it as ``python tools/make_schemas.py`` and review the difference;
a test holds the files to what this makes.
"""

import json
from collections.abc import Callable, Iterator
from inspect import getdoc
from pathlib import Path
from typing import Any

import msgspec
from msgspec import inspect

from pathport.api.report import Report
from pathport.cli.answer import Findings
from pathport.cli.commands.check import Checked
from pathport.cli.commands.diff import Differing
from pathport.cli.commands.draw import Drawn
from pathport.cli.commands.fmt import Formatted
from pathport.cli.commands.formats import Formats
from pathport.cli.commands.info import Info
from pathport.cli.commands.rules import Rules
from pathport.cli.commands.submit import Submission
from pathport.cli.commands.update import Update
from pathport.cli.commands.validate import Validations
from pathport.document import schema as document

__all__ = ["SCHEMAS", "text_of"]

FOLDER = Path(__file__).parent.parent / "schemas"
DRAFT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def answer(cls: type[msgspec.Struct], title: str) -> Schema:
    """The schema of what a command answers; what its JSON always holds is required."""
    (top,), parts = msgspec.json.schema_components([cls], ref_template="#/$defs/{name}")
    for struct in structs_in(inspect.type_info(cls)):
        part = parts[struct.__name__]
        part["description"] = getdoc(struct)
        if not struct.__struct_config__.omit_defaults:
            part["required"] = list(part["properties"])
        for value in part["properties"].values():
            value.pop("default", None)
    return {"$schema": DRAFT, "title": title, **top, "$defs": dict(sorted(parts.items()))}


def structs_in(kind: Any) -> Iterator[type[msgspec.Struct]]:
    """Every struct that a type is made of."""
    if isinstance(kind, inspect.StructType):
        yield kind.cls
        for field in kind.fields:
            yield from structs_in(field.type)
    for part in ("item_type", "value_type"):
        if hasattr(kind, part):
            yield from structs_in(getattr(kind, part))


SCHEMAS: dict[str, Callable[[], Schema]] = {
    "check.schema.json": lambda: answer(Checked, "pathport check --json"),
    "diff.schema.json": lambda: answer(Differing, "pathport diff --json"),
    "document.schema.json": document.schema,
    "draw.schema.json": lambda: answer(Drawn, "pathport draw --json"),
    "findings.schema.json": lambda: answer(Findings, "pathport --json, every answer"),
    "fmt.schema.json": lambda: answer(Formatted, "pathport fmt --json"),
    "formats.schema.json": lambda: answer(Formats, "pathport formats --json"),
    "info.schema.json": lambda: answer(Info, "pathport info --json"),
    "report.schema.json": lambda: answer(Report, "pathport export --report, and --json"),
    "rules.schema.json": lambda: answer(Rules, "pathport rules --json"),
    "submit.schema.json": lambda: answer(Submission, "pathport submit --json"),
    "update.schema.json": lambda: answer(Update, "pathport update --json"),
    "validate.schema.json": lambda: answer(Validations, "pathport validate --json"),
}
"""Each file with the function that makes its schema."""


def text_of(name: str) -> str:
    """The text of one of the files."""
    return json.dumps(SCHEMAS[name](), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name in SCHEMAS:
        (FOLDER / name).write_text(text_of(name), encoding="utf-8")
