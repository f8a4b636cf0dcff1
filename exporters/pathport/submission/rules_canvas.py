"""That what is drawn can be drawn: coordinates are numbers, and on the canvas (SUB007).

The grammar has them as `xsd:float`, which takes NaN and INF too, and WikiPathways has no rule for
them; PathVisio and the converter to SVG draw such a thing nowhere, or make a canvas as large.
"""

import math
from collections.abc import Iterator

from pathport.findings import Severity
from pathport.formats.gpml.grammar import Breach, local_name
from pathport.rules import Rule
from pathport.submission.sheet import Checks, Sheet, off_canvas, shown, weaker

__all__ = ["CHECKS"]

PLACES = ("CenterX", "CenterY", "X", "Y")
HOLDERS = ("Graphics", "Point", "Anchor", "InfoBox")

CANVAS = Rule(
    code="SUB007",
    severity=Severity.ERROR,
    title="what is drawn lies on the canvas, which begins at (0, 0)",
    remedy="move it there: a drawing has pixels, and as few as it needs",
)


def elsewhere(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Coordinates that are no numbers or too large, and those before the canvas begins."""
    for element in sheet.numbers:
        if local_name(element) not in HOLDERS:
            continue
        owner = element.getparent() if local_name(element) == "Graphics" else element
        of = shown(element if owner is None else owner)
        for name, text in off_canvas(element):
            yield sheet.breach(rule, f'{name}="{text}" of {of} is no place to draw at', element)
        for name in PLACES:
            value = element.get(name)
            if value is not None and is_before(value):
                told = f'{name}="{value}" of {of} is off the canvas'
                yield sheet.breach(weaker(rule), told, element)


def is_before(text: str) -> bool:
    """Whether a coordinate is left of the canvas or above it."""
    try:
        value = float(text)
    except ValueError:
        return False
    return math.isfinite(value) and value < 0


CHECKS: Checks = {CANVAS: elsewhere}
