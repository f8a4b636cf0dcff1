"""Text can be read on what it stands on, and lines and marks be seen (WCAG 2.2, 1.4.3, 1.4.11)."""

import itertools

import pytest

from pathport.looks.signs import FILL_OF_ROLE
from pathport.looks.themes import THEMES, Theme

TEXT = 4.5
GRAPHIC = 3.0


def luminance(colour: str) -> float:
    """The relative luminance of a colour such as ``#8b929c``, as WCAG 2.2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    low, high = sorted(map(luminance, (first, second)))
    return (high + 0.05) / (low + 0.05)


def grounds(theme: Theme) -> tuple[str, ...]:
    return theme.paper, theme.area, theme.membrane, theme.bilayer


def boxes(theme: Theme) -> tuple[str, ...]:
    return (*theme.fills.values(), theme.default)


@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read(theme: str) -> None:
    it = THEMES[theme]
    on_ink = [*grounds(it), *boxes(it), it.mark, it.active]
    pairs = [*((it.ink, ground) for ground in on_ink), *((it.faint, at) for at in grounds(it))]
    assert [pair for pair in pairs if contrast(*pair) < TEXT] == []


@pytest.mark.parametrize("theme", THEMES)
def test_roles_can_be_told_apart_in_grey(theme: str) -> None:
    """Ligands and transcription factors were two browns; steps are of CIE's lightness, to 100."""
    fills = [THEMES[theme].fills[it] for it in sorted(set(FILL_OF_ROLE.values()))]
    greys = sorted(116 * luminance(it) ** (1 / 3) - 16 for it in fills)
    assert min(high - low for low, high in itertools.pairwise(greys)) > 3


@pytest.mark.parametrize("theme", THEMES)
def test_lines_and_marks_can_be_seen(theme: str) -> None:
    it = THEMES[theme]
    lines = [it.line, *it.effects.values()]
    pairs = [(line, ground) for line in lines for ground in grounds(it)]
    pairs += [(mark, box) for mark in (it.clone, it.ink, it.faint) for box in boxes(it)]
    assert [pair for pair in pairs if contrast(*pair) < GRAPHIC] == []
