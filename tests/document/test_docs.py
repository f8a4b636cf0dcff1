"""The pages on document and notation: what they show is read, and nothing is left out of them."""

import re
from enum import StrEnum
from pathlib import Path

import pytest

from pathport.document import YAML, load
from pathport.model import entries, enumerations, parts, quantities
from pathport.model.modifications import MODIFICATIONS
from pathport.model.notation import (
    NotationError,
    parse_component,
    parse_gate,
    parse_process,
    parse_species,
    parse_state,
)

DOCS = Path(__file__).parents[2] / "docs"
NOTATION = (DOCS / "notation.md").read_text(encoding="utf-8")
DOCUMENT = (DOCS / "document.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^\| `([^`]+)`", NOTATION, re.MULTILINE)


def readable(text: str) -> bool:
    """Whether anything in the notation may be written so."""
    for parse in (parse_species, parse_process, parse_gate, parse_state, parse_component):
        try:
            parse(text)
        except NotationError:
            continue
        return True
    return text == "0"


@pytest.mark.parametrize("text", EXAMPLES)
def test_an_example_of_the_notation_is_read(text: str) -> None:
    assert readable(text)


def test_every_word_for_a_modification_is_told() -> None:
    told = NOTATION.partition("Words for kinds of modification")[2].partition("\n")[0]
    assert {*MODIFICATIONS} <= {*re.findall(r"`(\w+)`", told)}


def test_the_document_that_is_shown_is_read() -> None:
    text, numbers = re.findall(r"```yaml\n(.*?)```", DOCUMENT, re.DOTALL)
    assert load(text, syntax=YAML).findings == ()
    assert load(text + numbers, syntax=YAML).findings == ()


def test_the_script_that_is_shown_runs() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", DOCUMENT, re.DOTALL)
    names: dict[str, object] = {}
    exec(code, names)
    assert repr(names["pathway"]).startswith("<Pathway small:")


KEYS = {
    key
    for home in (entries, parts, quantities)
    for name in (*entries.__all__, *quantities.__all__, "Evidence", "Person", "Figure")
    if isinstance(cls := getattr(home, name, None), type) and hasattr(cls, "__struct_fields__")
    for key in getattr(cls, "__struct_encode_fields__", ())
}


@pytest.mark.parametrize("key", sorted(KEYS))
def test_every_key_is_told(key: str) -> None:
    assert re.search(rf"[`{{ ]{key}[`,:}}]", DOCUMENT)


WORDS = {
    member.value
    for name in enumerations.__all__
    if name not in ("Logic", "Activity", "Side", "Observation")
    for member in getattr(enumerations, name)
    if isinstance(member, StrEnum)
}


@pytest.mark.parametrize("word", sorted(WORDS))
def test_every_word_is_told(word: str) -> None:
    assert re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", DOCUMENT)
