"""The public names: they load on first use, are the ones that are told, and are told in order."""

import ast
import importlib
from pathlib import Path
from typing import Any

import pytest

import pathport
from pathport.findings import Severity

PACKAGE = Path(pathport.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMED = {module_name(path): path for path in MODULES}


def told(tree: ast.Module) -> list[str] | None:
    """The literal ``__all__`` of a module, or nothing where it has none."""
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id="__all__")], value=value):
                return list(ast.literal_eval(value))
            case ast.AnnAssign(target=ast.Name(id="__all__"), value=ast.expr() as value):
                return list(ast.literal_eval(value))
    return None


def order(name: str) -> tuple[bool, bool, str]:
    """Constants, classes, functions; each by name."""
    return not name.isupper(), not name[0].isupper(), name


def for_checkers() -> dict[str, str]:
    """What the block for type checkers says: each name and where it is from."""
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    blocks = [node for node in tree.body if isinstance(node, ast.If)]
    imports = [node for block in blocks for node in block.body if isinstance(node, ast.ImportFrom)]
    return {alias.name: node.module or "" for node in imports for alias in node.names}


def test_the_public_names_are_sorted_and_complete() -> None:
    assert pathport.__all__ == list(pathport.HOME) == sorted(pathport.HOME, key=order)


def test_type_checkers_are_told_the_same_homes() -> None:
    assert for_checkers() == pathport.HOME


@pytest.mark.parametrize("name", pathport.__all__)
def test_a_public_name_loads_from_its_home_and_is_public_there(name: str) -> None:
    home = importlib.import_module(pathport.HOME[name])
    assert getattr(pathport, name) is getattr(home, name)
    assert name in home.__all__
    assert name in dir(pathport)


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'reed'"):
        _ = pathport.reed


@pytest.mark.parametrize("name", NAMED)
def test_a_module_tells_its_names_in_order_and_has_them(name: str) -> None:
    names = told(ast.parse(NAMED[name].read_text(encoding="utf-8")))
    if NAMED[name].name == "__init__.py" and names is None:
        return  # a package that offers nothing of its own
    assert names is not None, f"{name} has no __all__"
    assert names == sorted(set(names), key=order)
    module: Any = importlib.import_module(name)
    assert [each for each in names if not hasattr(module, each)] == []


@pytest.mark.parametrize("name", NAMED)
def test_only_what_a_module_tells_is_imported_from_it(name: str) -> None:
    for node in ast.walk(ast.parse(NAMED[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module in NAMED:
            offered = importlib.import_module(node.module).__dict__.get("__all__", [])
            modules = [each for each in NAMED if each.startswith(f"{node.module}.")]
            untold = [
                alias.name
                for alias in node.names
                if alias.name not in offered and f"{node.module}.{alias.name}" not in modules
            ]
            assert untold == [], f"{name} imports from {node.module}"


def test_validate_and_export_weigh_alike(tmp_path: Path) -> None:
    report = pathport.export(PACKAGE.parents[1] / "examples/cxcr4.yaml", ["biopax"], tmp_path)
    (target,) = report.targets
    found = pathport.validate(target.path)
    weights = {(each.code, each.severity) for each in found}
    assert weights == {(each.code, each.severity) for each in target.findings}
    assert {severity for _, severity in weights} == {Severity.NOTE}
