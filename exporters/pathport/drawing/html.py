"""A picture as a page that needs nothing else: the SVG, to be scrolled and searched."""

from html import escape

__all__ = ["html"]


SCHEMES = {"light": "light", "dark": "dark", "auto": "light dark"}
"""By theme, what the page around a picture looks like (HTML, 4.2.5.1, color-scheme)."""


def html(svg: str, title: str, theme: str) -> str:
    """The page; the text in it can be selected, and each glyph tells its whole name."""
    body = svg.partition("\n")[2] if svg.startswith("<?xml") else svg
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="color-scheme" content="{SCHEMES[theme]}">\n'
        f"<title>{escape(title)}</title>\n"
        "<style>body { margin: 0; overflow: auto; }</style>\n"
        f"</head>\n<body>\n{body}</body>\n</html>\n"
    )
