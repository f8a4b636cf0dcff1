"""What may befall a file of the small format: edits of its cards, and damage to its marks."""

import copy
from collections.abc import Callable
from typing import Any

import hypothesis.strategies as st
from hypothesis.strategies import DrawFn
from tests.fidelity.toy import Card, cards, file_of

__all__ = ["damaged", "edited"]

TEXTS = ("edited", "A", "GNB1")
WORDS = {
    "type": ("binding", "transport"),
    "effect": ("inhibition", "stimulation"),
    "kind": ("protein", "small molecule"),
}
Edit = Callable[[DrawFn, list[Card], Card], None]


def remove(draw: DrawFn, file: list[Card], card: Card) -> None:
    if card.construct != "pathway":
        file.remove(card)


def repeat(draw: DrawFn, file: list[Card], card: Card) -> None:
    if card.construct != "pathway":
        other = copy.deepcopy(card)
        other.id = f"copy_of_{card.id}"
        file.append(other)


def shuffle(draw: DrawFn, file: list[Card], card: Card) -> None:
    file[:] = draw(st.permutations(file))


def change(draw: DrawFn, file: list[Card], card: Card) -> None:
    """Another value for something that the card, or the molecule on it, says."""
    said = _said(draw, card)
    key = draw(st.sampled_from(sorted(said)))
    said[key] = _other(draw, file, key, said[key])


def unsay(draw: DrawFn, file: list[Card], card: Card) -> None:
    said = _said(draw, card)
    del said[draw(st.sampled_from(sorted(said)))]


def _said(draw: DrawFn, card: Card) -> dict[str, Any]:
    inner = card.says.get("molecule")
    return inner if inner and draw(st.booleans()) else card.says


def _other(draw: DrawFn, file: list[Card], key: str, value: Any) -> Any:
    if key in WORDS:
        return draw(st.sampled_from(WORDS[key]))
    if isinstance(value, bool):
        return not value
    if key in ("inputs", "outputs", "by", "members", "on", "place"):
        return _of_others(draw, file, key, value)
    if key == "parts":
        return [[draw(st.sampled_from(TEXTS)), 2], *value[1:]]
    if key == "identifiers":
        return ["uniprot:Q9Y6K9", *value[1:]]
    if isinstance(value, list):
        return [draw(st.sampled_from(TEXTS)), *value[1:]]
    return value if isinstance(value, dict) else draw(st.sampled_from(TEXTS))


def _of_others(draw: DrawFn, file: list[Card], key: str, value: Any) -> Any:
    """What is named, changed for what another card names in the same place."""
    others = [card.says[key] for card in file if key in card.says]
    return copy.deepcopy(draw(st.sampled_from([value, *others])))


@st.composite
def edited(draw: DrawFn, file: bytes) -> bytes:
    """The file after one to three native edits."""
    there = cards(file)
    for _ in range(draw(st.integers(1, 3))):
        card = draw(st.sampled_from(there))
        edits: list[Edit] = [change, change, unsay, remove, repeat, shuffle]
        if not card.says:
            edits = [remove, repeat, shuffle]
        draw(st.sampled_from(edits))(draw, there, card)
    return file_of(there)


@st.composite
def damaged(draw: DrawFn, file: bytes) -> bytes:
    """The file with one to three marks cut, mangled, repeated, lost or moved to other cards."""
    there = cards(file)
    for _ in range(draw(st.integers(1, 3))):
        marked = [card for card in there if card.marks]
        if not marked:
            break
        card = draw(st.sampled_from(marked))
        number = draw(st.integers(0, len(card.marks) - 1))
        text = card.marks.pop(number)
        how = draw(st.sampled_from(["lost", "moved", "cut", "word", "twice"]))
        if how == "moved":
            draw(st.sampled_from(there)).marks.append(text)
        elif how == "cut":
            card.marks.append(text[: draw(st.integers(0, len(text)))])
        elif how == "word":
            card.marks.append(_with_another_word(draw, text))
        elif how == "twice":
            card.marks += [text, text]
    return file_of(there)


def _with_another_word(draw: DrawFn, text: str) -> str:
    """The text of a mark in which one word stands for something else."""
    parts = text.split('"')
    words = list(range(1, len(parts), 2))
    if words:
        odd = ["field", "add", "over", "species", "inputs", "name", "nothing", "", "S1", "9", "{}"]
        parts[draw(st.sampled_from(words))] = draw(st.sampled_from(odd))
    return '"'.join(parts)
