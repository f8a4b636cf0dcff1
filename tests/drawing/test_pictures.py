"""The pictures of the docs are those that are drawn now."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_pictures_of_the_docs_are_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("tool", ROOT / "tools" / "make_pictures.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    for name, content in tool.pictures():
        kept = (tool.FOLDER / name).read_text(encoding="utf-8")
        assert kept == content, "run python tools/make_pictures.py"
