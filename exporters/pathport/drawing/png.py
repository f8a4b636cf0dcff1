"""A picture as PNG, made of its SVG by resvg (https://github.com/linebender/resvg).

resvg-py comes with ``pip install 'pathport[png]'``; its fonts are those of the system.
"""

import html
import os
import re

from pathport.drawing.faces import AS_WIDE, NARROW, face_of, lacking
from pathport.drawing.rules import NO_FONT, NO_PNG, NO_SIGN
from pathport.errors import UnsupportedError
from pathport.findings import Finding, Location

__all__ = ["png", "unset"]

TEXT = re.compile("<text[^>]*>(.*?)</text>")
TAG = re.compile("<[^>]*>")
SHOWN = 20
"""So many signs are named, the rest counted."""


def png(svg: str, *, scale: float = 2, path: str = "") -> bytes:
    """The pixels of an SVG document; ``scale`` are pixels of the image for one of the document.

    :raises UnsupportedError: if resvg-py is not installed, or finds no font for the text.
    """
    try:
        import resvg_py
    except ModuleNotFoundError:
        sentence = "a PNG needs resvg-py, which is not installed"
        raise UnsupportedError(NO_PNG.finding(sentence, place=Location(path=path))) from None
    face = face_of(resvg_py.svg_to_bytes)
    if face is None:
        sentence = "no font was found for the text of the PNG"
        raise UnsupportedError(NO_FONT.finding(sentence, place=Location(path=path)))
    made = resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=max(1, round(scale)),
        resources_dir=os.devnull,
        sans_serif_family=face,
        style_sheet=None if face in AS_WIDE else NARROW,
    )
    return bytes(made)


def unset(svg: str) -> tuple[Finding, ...]:
    """A note on the signs of a document that are in no font of the system, if resvg-py is there."""
    try:
        import resvg_py
    except ModuleNotFoundError:
        return ()
    face = face_of(resvg_py.svg_to_bytes)
    signs = set(html.unescape(TAG.sub("", "".join(TEXT.findall(svg)))))
    beyond = sorted(it for it in signs if not it.isascii() and not it.isspace())
    missing = lacking(beyond, face, resvg_py.svg_to_bytes) if face and beyond else ""
    if not missing:
        return ()
    more = f" and {len(missing) - SHOWN} more" if len(missing) > SHOWN else ""
    return (NO_SIGN.finding(f'no font of the system has "{missing[:SHOWN]}"{more}'),)
