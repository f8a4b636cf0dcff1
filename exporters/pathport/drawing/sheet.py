"""The style sheet of a picture: fonts and strokes, and the colours of a theme as classes."""

from collections.abc import Iterator

from pathport.drawing.faces import MEASURED
from pathport.looks.themes import DARK, LIGHT, THEMES, Theme

__all__ = ["sheet"]

FONT = ", ".join(f"'{face}'" if " " in face else face for face in (*MEASURED, "sans-serif"))

SHAPES = f"""
text {{ font-family: {FONT}; }}
.title {{ font-size: 18px; font-weight: bold; }}
.place {{ font-size: 12px; font-weight: bold; }}
.frame {{ font-size: 10px; font-weight: bold; }}
.name {{ font-size: 11px; }}
.site {{ font-size: 10px; text-anchor: middle; }}
.cofactor {{ font-size: 10px; text-anchor: middle; }}
.number {{ font-size: 10px; }}
.letter {{ font-size: 10px; text-anchor: middle; }}
.key {{ font-size: 10px; }}
.way {{ fill: none; stroke-width: 1.2; }}
.unsure.way, .unsure > .box {{ stroke-dasharray: 5 3; }}
.bar {{ stroke-width: 2; fill: none; }}
.box {{ stroke-width: 1; }}
.any {{ stroke-width: 0.8; fill: none; stroke-dasharray: 3 2; }}
.process, .bound {{ stroke-width: 1.2; }}
.stroke {{ stroke-width: 1.2; fill: none; }}
.set {{ stroke-width: 1; fill: none; stroke-dasharray: 3 2; }}
.mark {{ stroke-width: 0.8; }}
.area {{ stroke-width: 1.5; }}
.leaflet, .membrane, .bilayer {{ stroke-width: 1.2; }}
.leaflet {{ fill: none; }}
"""


def sheet(theme: str) -> str:
    """The whole sheet; ``auto`` follows what the reader prefers on a screen, and paper is light."""
    if theme != "auto":
        return SHAPES + "".join(_colours(THEMES[theme]))
    dark = "".join(_colours(DARK))
    prefers = "@media screen and (prefers-color-scheme: dark)"
    return SHAPES + "".join(_colours(LIGHT)) + f"{prefers} {{\n{dark}}}\n"


def _colours(theme: Theme) -> Iterator[str]:
    yield f"text {{ fill: {theme.ink}; }}\n"
    yield f".place, .frame, .cofactor, .number {{ fill: {theme.faint}; }}\n"
    yield f".paper {{ fill: {theme.paper}; }}\n"
    yield f".area {{ fill: {theme.area}; stroke: {theme.area_line}; }}\n"
    yield f".membrane {{ fill: {theme.membrane}; stroke: {theme.membrane_line}; }}\n"
    yield f".bilayer {{ fill: {theme.bilayer}; stroke: {theme.membrane_line}; }}\n"
    yield f".leaflet {{ stroke: {theme.membrane_line}; }}\n"
    yield f".line {{ stroke: {theme.line}; }}\n"
    yield f".line.full {{ fill: {theme.line}; }}\n"
    yield f".open {{ fill: {theme.paper}; }}\n"
    for effect, colour in theme.effects.items():
        yield f".{effect.replace(' ', '-')} {{ stroke: {colour}; }}\n"
    yield f".box {{ fill: {theme.default}; stroke: {theme.ink}; }}\n"
    for kind, fill in theme.fills.items():
        yield f".k-{kind.replace(' ', '-')} {{ fill: {fill}; }}\n"
    yield f".process, .mark {{ fill: {theme.mark}; stroke: {theme.ink}; }}\n"
    yield f".bound {{ fill: {theme.ink}; stroke: {theme.ink}; }}\n"
    yield f".stroke, .set {{ stroke: {theme.ink}; }}\n"
    yield f".any {{ stroke: {theme.faint}; }}\n"
    yield f".active {{ fill: {theme.active}; }}\n"
    yield f".clone {{ fill: {theme.clone}; }}\n"
