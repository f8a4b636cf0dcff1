"""Raised and lowered signs are usual ones, small, whatever font there is."""

import pytest

from pathport.drawing.lettering import lettered

SMALL = 'font-size="0.65em"'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A<B", "A&lt;B"),
        ("NAD⁺", 'NAD<tspan font-size="0.65em" dy="-0.508em">+</tspan>'),
        (
            "CO₂ in",
            'CO<tspan font-size="0.65em" dy="0.215em">2</tspan><tspan dy="-0.14em"> in</tspan>',
        ),
        (
            "A₄⁻",
            f'A<tspan {SMALL} dy="0.215em">4</tspan><tspan {SMALL} dy="-0.723em">−</tspan>',
        ),
    ],
)
def test_raised_and_lowered_signs_are_small_usual_ones(text: str, shown: str) -> None:
    """A word with a raised plus was in a serif face where the font has none."""
    assert lettered(text) == shown
