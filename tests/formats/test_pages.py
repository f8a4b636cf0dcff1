"""The pages of the formats hold the mapping tables that the code uses."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("tool", ROOT / "tools" / "make_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = tool()


@pytest.mark.parametrize("page", TOOL.pages(), ids=lambda page: page.stem)
def test_a_page_is_fresh(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert TOOL.filled(text) == text, "run python tools/make_docs.py"


def test_a_table_says_how_words_are_read() -> None:
    page = "<!-- table sbml EFFECT: effect, term -->\nold\n<!-- end of table -->\n"
    lines = TOOL.filled(page).split("\n")
    assert lines[1] == "| effect | term | name |  |"
    assert "| trigger | `SBO:0000461` | essential activator | said more generally |" in lines
    assert "| inhibition | `SBO:0000020` | inhibitor | read only |" in lines
    assert "old" not in lines
