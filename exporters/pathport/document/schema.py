"""The JSON Schema of documents, made from the entries that they are read into.

JSON Schema, draft 2020-12. It says what editors can check while one types: keys, types, words and
the form of ids; what ids name and what the notation says is the business of the reader.
"""

from inspect import getdoc
from typing import Any

import msgspec

from pathport.model import entries, layout, parts, quantities
from pathport.model.entries import COLLECTIONS, Document
from pathport.model.notation import NAME

__all__ = ["schema"]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
ID = f"^{NAME.pattern}$"


def schema() -> dict[str, Any]:
    """The schema of a document, in YAML as in JSON."""
    (top,), definitions = msgspec.json.schema_components([Document], ref_template="#/$defs/{name}")
    for name, definition in definitions.items():
        if "properties" in definition:
            definition["description"] = described(name)
            for key, value in definition["properties"].items():
                value.pop("default", None)
                if key == "identifiers":
                    name_relations(value)
    keys = definitions["Document"]["properties"]
    keys["id"]["pattern"] = ID
    for collection in COLLECTIONS:
        for option in keys[collection]["anyOf"]:
            if option.get("type") == "object":
                option["propertyNames"] = {"pattern": ID}
    return {
        "$schema": DRAFT,
        "title": "pathport document",
        **top,
        "$defs": dict(sorted(definitions.items())),
    }


def name_relations(value: Any) -> None:
    """Holds the keys of mappings of identifiers to the words of relations."""
    for option in value.get("anyOf", ()):
        if option.get("type") == "object":
            option["propertyNames"] = {"$ref": "#/$defs/Relation"}
        name_relations(option.get("items", {}))


def described(name: str) -> str:
    """What the struct of this name says that it is: the first paragraph of its docstring."""
    homes = (entries, parts, quantities, layout)
    struct = next(getattr(home, name) for home in homes if hasattr(home, name))
    return " ".join((getdoc(struct) or "").partition("\n\n")[0].split())
