"""A picture as PNG, made of its SVG by resvg (https://github.com/linebender/resvg).

resvg-py comes with ``pip install 'pathport[png]'``.
"""

import os

from pathport.drawing.rules import NO_PNG
from pathport.errors import UnsupportedError
from pathport.findings import Location

__all__ = ["png"]


def png(svg: str, *, scale: float = 2, path: str = "") -> bytes:
    """The pixels of an SVG document; ``scale`` are pixels of the image for one of the document.

    :raises UnsupportedError: if resvg-py is not installed.
    """
    try:
        import resvg_py
    except ModuleNotFoundError:
        sentence = "a PNG needs resvg-py, which is not installed"
        raise UnsupportedError(NO_PNG.finding(sentence, place=Location(path=path))) from None
    zoom = max(1, round(scale))
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=zoom, resources_dir=os.devnull))
