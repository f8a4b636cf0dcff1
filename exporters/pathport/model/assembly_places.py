"""Where the faults of a pathway stand in the document that it was assembled from."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from pathport.model import rules as model_rules
from pathport.model.assembly_species import Origin
from pathport.model.entries import Document
from pathport.model.facts import PATHWAY
from pathport.model.faults import Fault, shown
from pathport.model.slips import Path, Slip

__all__ = ["half_characters", "placed"]

FIELD_KEYS = {
    "inputs": ("is",),
    "outputs": ("is",),
    "participants": ("between",),
    "target": ("of", "on"),
    "sources": ("by",),
    "form": ("is", "components", "members"),
    "molecule": ("is",),
    "components": ("components", "is"),
    "state": ("state", "is"),
    "compartment": ("compartment", "is"),
    "side": ("side", "is"),
}
"""The keys of an entry under which a field of the model may be written, if not its own name."""

PATHWAY_KEYS = {"name": ("title",), "notes": ("description",)}


def placed(fault: Fault, origin: Callable[[str, str], Origin]) -> Slip:
    """A fault of the model with its path; ``origin`` says where a thing was written."""
    construct, id_, field, _ = fault.place
    path, column = origin(construct, id_)
    first = field.partition(".")[0]
    own = PATHWAY_KEYS if construct == PATHWAY else FIELD_KEYS
    keys = own.get(first, (first,) if first else ())
    return Slip(
        rule=fault.rule,
        path=path,
        sentence=fault.sentence,
        remedy=fault.remedy,
        column=column,
        keys=keys,
        at_key=not column,
        quoted=fault.quoted,
    )


def half_characters(document: Document) -> Iterator[Slip]:
    """Half characters, which no text can hold and no value of the model is made of."""
    try:
        msgspec.json.encode(document)
    except UnicodeEncodeError:
        for path, text in _texts(msgspec.to_builtins(document), ()):
            if not text.isascii() and any("\ud800" <= sign <= "\udfff" for sign in text):
                rule = model_rules.CHARACTERS
                told = f"{shown(text)} has half a character (a lone surrogate)"
                yield Slip(rule=rule, path=path, sentence=told, remedy=rule.remedy)


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key), key
            yield from _texts(inner, (*path, key))
    elif isinstance(value, (list, tuple)):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*path, number))
