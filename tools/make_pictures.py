"""Draws the pictures of the docs: ``python tools/make_pictures.py``; a test holds them to it."""

from collections.abc import Iterator
from pathlib import Path

import pathport

__all__ = ["FOLDER", "pictures"]

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "pictures"
VIEWS = {"cxcr4": "full", "cxcr4-core": "core", "cxcr4-jak-stat": "module=F"}
THEMES = ("light", "dark")


def pictures() -> Iterator[tuple[str, str]]:
    """Each file's name with its content."""
    pathway = pathport.read(ROOT / "examples" / "cxcr4.yaml")
    for name, view in VIEWS.items():
        for theme in THEMES:
            yield f"{name}-{theme}.svg", pathport.draw(pathway, view=view, theme=theme).svg


if __name__ == "__main__":
    for name, content in pictures():
        (FOLDER / name).write_text(content, encoding="utf-8")
