"""The fonts that a picture's text may be set in, and which of them resvg finds on this system.

resvg sets no text in a font that is not there, nor in CSS's generic `sans-serif` if that is not
told to it. It can't list its fonts, so it is asked for each by drawing a letter.
"""

import os
from collections.abc import Callable, Iterable

__all__ = ["AS_WIDE", "FACES", "MEASURED", "NARROW", "face_of"]

MEASURED = ("Arial", "Liberation Sans", "Helvetica")
"""Fonts of one width, that which labels are measured with (``pathport.layout.text``)."""

AS_WIDE = (*MEASURED, "Arimo", "Nimbus Sans", "Nimbus Sans L", "TeX Gyre Heros", "FreeSans")
"""All fonts of that width."""

FACES = (
    *AS_WIDE,
    "DejaVu Sans",
    "Noto Sans",
    "Roboto",
    "Open Sans",
    "Ubuntu",
    "Cantarell",
    "Carlito",
    "Lato",
    "Helvetica Neue",
    "Segoe UI",
    "Tahoma",
    "Droid Sans",
    "Bitstream Vera Sans",
    "Verdana",
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "WenQuanYi Zen Hei",
    "DejaVu Serif",
    "Liberation Serif",
    "Times New Roman",
)
"""What systems have, those of the right width first; others are taken narrow, where they can be."""

NARROW = "text { font-stretch: condensed; }"

LETTER = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16">'
    '<text y="14" font-size="16" font-family="{}">M</text></svg>'
)


def face_of(made: Callable[..., bytes], faces: Iterable[str] = FACES) -> str | None:
    """The first of these fonts that the system has; ``made`` is resvg's, from SVG to PNG."""

    def letter(face: str) -> bytes:
        return bytes(made(svg_string=LETTER.format(face), resources_dir=os.devnull))

    blank = letter("")
    return next((face for face in faces if letter(face) != blank), None)
