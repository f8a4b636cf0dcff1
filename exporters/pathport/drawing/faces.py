"""The fonts that a picture's text may be set in, and which of them resvg finds on this system.

resvg sets no text in a font that is not there, nor in CSS's generic `sans-serif` if that is not
told to it. It can't list its fonts, so it is asked for each by drawing a letter.
"""

import os
from collections.abc import Callable, Iterable
from html import escape

__all__ = ["AS_WIDE", "FACES", "MEASURED", "NARROW", "face_of", "lacking"]

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
    '<text y="14" font-size="16" font-family="{}">{}</text></svg>'
)
NOBODYS = chr(0x10FFFD)
"""A sign that no font has: the last one of private use."""


def face_of(made: Callable[..., bytes], faces: Iterable[str] = FACES) -> str | None:
    """The first of these fonts that the system has; ``made`` is resvg's, from SVG to PNG."""

    def letter(face: str) -> bytes:
        return bytes(made(svg_string=LETTER.format(face, "M"), resources_dir=os.devnull))

    blank = letter("")
    return next((face for face in faces if letter(face) != blank), None)


def lacking(signs: Iterable[str], face: str, made: Callable[..., bytes]) -> str:
    """Those of these signs that neither the font nor another of the system has: empty boxes."""

    def shape(sign: str) -> bytes:
        return bytes(made(svg_string=LETTER.format(face, escape(sign)), resources_dir=os.devnull))

    empty = shape(NOBODYS)
    return "".join(sign for sign in signs if shape(sign) == empty)
