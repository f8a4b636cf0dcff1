"""Imports point one way, and `import pathport` loads nothing that it does not need."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import pathport

PACKAGE = Path(pathport.__file__).parent

LOADED = {"pathport"}
"""All that `import pathport` may load beyond what Python has loaded at its start."""

HEAVY = (
    "bioregistry",
    "libsbml",
    "lxml",
    "networkx",
    "pandas",
    "pybiopax",
    "requests",
    "resvg_py",
    "rich",
    "yaml",
)
"""What only the functions that use it may load: neither the package nor the command line does."""

LAYERS = {
    "schemas": 0,
    "tables": 0,
    "errors": 0,
    "findings": 0,
    "rules": 0,
    "terms": 0,
    "safety": 1,
    "vocabulary": 1,
    "model": 2,
    "difference": 3,
    "document": 3,
    "fidelity": 3,
    "layout": 3,
    "looks": 3,
    "networks": 3,
    "formats": 4,
    "drawing": 5,
    "submission": 5,
    "updating": 5,
    "api": 6,
    "cli": 7,
    "__main__": 8,
    "testing": 9,
}
"""Each part of the package with its height; an import points to the same height or a lower one."""

DIALECTS = {"celldesigner": "sbml", "gpml2021": "gpml", "sbml_qual": "sbml", "yaml": "json"}
"""Each format that builds on another one, and that other one."""

OUTSIDE = {
    "click", "ftplib", "gzip", "http", "httpx", "libsbml", "logging", "lxml", "os", "pathlib",
    "pybiopax", "rdflib", "requests", "rich", "shutil", "socket", "subprocess", "tempfile",
    "urllib.request", "xml", "yaml", "zipfile",
}  # fmt: skip
"""Libraries of files, networks and formats: none of the model's business."""

ACTS = {
    "input", "open", "print", "read_bytes", "read_text", "write_bytes", "write_text",
}  # fmt: skip
"""Calls that read or write something."""


def modules(part: str = "") -> list[Path]:
    return sorted((PACKAGE / part).rglob("*.py"))


def dotted(path: Path) -> tuple[str, ...]:
    """The parts of a module's name below ``pathport``."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def spelt(path: Path) -> str:
    return ".".join(dotted(path))


def imported(path: Path) -> Iterator[str]:
    """The full name of everything that a module imports, in functions too."""
    home = ("pathport", *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = home[: len(home) - node.level + 1] if node.level else ()
            source = ".".join((*base, *filter(None, [node.module])))
            yield from (f"{source}.{alias.name}" for alias in node.names)


def inner(path: Path) -> Iterator[tuple[str, ...]]:
    """What a module imports of the package, as parts of the name below ``pathport``."""
    for name in imported(path):
        if name.startswith("pathport.") and name != "pathport.__version__":
            own = name.removeprefix("pathport.")
            yield tuple(pathport.HOME.get(own, name).split(".")[1:])


def formats() -> set[str]:
    """The folders that read or write a format."""
    return {path.parent.name for path in modules("formats") if path.stem in ("read", "write")}


def faults(path: Path) -> list[str]:
    """Imports of a module that point the wrong way."""
    here = dotted(path)
    found = []
    for there in inner(path):
        arrow = f"{spelt(path)} -> {'.'.join(there)}"
        if LAYERS[there[0]] > LAYERS[here[0]]:
            found.append(arrow)
        if here[0] == there[0] == "formats" and crosses(here, there):
            found.append(arrow)
    return found


def crosses(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Whether one format imports another that is not its base."""
    own, reached = "".join(here[1:2]), "".join(there[1:2])
    return reached in formats() and reached not in (own, DIALECTS.get(own))


TESTING = {"formats", "model", "testing"}
"""All that the strategies may know; their height says that nothing knows them."""


def in_fresh_python(code: str) -> set[str]:
    """The modules that this code loads, in a Python that has loaded nothing else."""
    told = f"import sys; old = set(sys.modules); {code}; print(*set(sys.modules) - old)"
    done = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.split())


def test_import_pathport_loads_only_what_is_listed() -> None:
    assert in_fresh_python("import pathport") == LOADED


@pytest.mark.parametrize("entrance", ["pathport", "pathport.cli"])
def test_an_entrance_loads_no_heavy_library(entrance: str) -> None:
    loaded = {name.partition(".")[0] for name in in_fresh_python(f"import {entrance}")}
    assert loaded & set(HEAVY) == set()


def test_each_part_has_a_place_in_the_layers() -> None:
    parts = {part for path in modules() for part in dotted(path)[:1]}
    assert parts - LAYERS.keys() == set()


@pytest.mark.parametrize("path", list(filter(dotted, modules())), ids=spelt)
def test_imports_point_one_way(path: Path) -> None:
    assert faults(path) == []


@pytest.mark.parametrize("path", modules("testing"), ids=spelt)
def test_the_strategies_know_the_model_and_the_register(path: Path) -> None:
    reached = list(inner(path))
    assert {there[0] for there in reached} - TESTING == set()
    assert [there for there in reached if there[0] == "formats" and there[1:2] != ("Limits",)] == []


@pytest.mark.parametrize("path", modules("model"), ids=spelt)
def test_the_model_knows_no_file(path: Path) -> None:
    names = list(imported(path))
    found = [ban for ban in OUTSIDE if any(f"{name}.".startswith(f"{ban}.") for name in names)]
    assert found == []
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert {getattr(call, "attr", getattr(call, "id", "")) for call in calls} & ACTS == set()


@pytest.mark.parametrize(
    ("here", "there", "wrong"),
    [
        (("formats", "sbml", "read"), ("formats", "biopax", "terms"), True),
        (("formats", "register"), ("formats", "biopax"), True),
        (("formats", "sbml", "read"), ("formats", "sbml", "terms"), False),
        (("formats", "sbml", "read"), ("formats", "register"), False),
        (("formats", "yaml", "read"), ("formats", "json", "read"), False),
        (("formats", "json", "read"), ("formats", "yaml", "read"), True),
    ],
)
def test_a_format_that_imports_another_is_seen(
    here: tuple[str, ...], there: tuple[str, ...], wrong: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{__name__}.formats", lambda: {"biopax", "json", "sbml", "yaml"})
    assert crosses(here, there) is wrong
