"""The wheel, the sdist and the editable install: what is in them, and that each works alone."""

import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = (
    "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "MANIFEST.in", "Makefile", "README.md",
    "benchmarks", "docs", "examples", "exporters", "pyproject.toml", "requirements", "schemas",
    "setup.py", "tests", "tools",
)  # fmt: skip
RUBBISH = shutil.ignore_patterns("__pycache__", "*.egg-info", ".*")
LOCKS = ("run", "test")
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?P<marker> ; .+)?$")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


@pytest.fixture(scope="session")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's files alone, so that nothing is built inside the clone."""
    copy = tmp_path_factory.mktemp("source")
    for name in SOURCE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=RUBBISH)
        else:
            shutil.copy(ROOT / name, copy / name)
    return copy


@pytest.fixture(scope="module")
def built(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and with the wheel that was built from it."""
    out = tmp_path_factory.mktemp("built")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, source)
    return out


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    return next(built.glob("*.whl"))


@pytest.fixture(scope="module")
def sdist(built: Path) -> Path:
    return next(built.glob("*.tar.gz"))


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What pathport needs, from the environment of the tests, less the pathport that is in it."""
    folder = tmp_path_factory.mktemp("libraries")
    for key in ("platlib", "purelib"):
        for path in Path(sysconfig.get_path(key)).iterdir():
            if "pathport" not in path.name and not (folder / path.name).exists():
                (folder / path.name).symlink_to(path)
    return folder


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """What a command prints; it must succeed, and what it says if it does not is shown."""
    done = subprocess.run(
        command, capture_output=True, check=False, text=True, cwd=cwd, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def installed(artefact: list[str | Path], libraries: Path, empty: Path) -> Path:
    """The scripts of a new environment that holds the artefact, and nothing else but libraries."""
    run(sys.executable, "-m", "venv", "--without-pip", empty)
    python = empty / "bin" / "python"
    home = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    (Path(home) / "libraries.pth").write_text(f"{libraries}\n", encoding="utf-8")
    pip = (sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check")
    run(*pip, "install", "--no-index", "--no-deps", "--no-build-isolation", *artefact)
    return python.parent


def files(folder: Path) -> set[str]:
    """The files below a folder of the source, less what building it in place leaves there."""
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return {name for name in names if not re.search(r"__pycache__|\.egg-info", name)}


def locked(name: str) -> dict[str, tuple[str, int]]:
    """Each name of a lock with its version and the number of its hashes."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    found = {}
    for entry in text.replace("\\\n", "").splitlines():
        said, *rest = entry.split("--hash", maxsplit=1)
        pin = PIN.match(said.strip())
        assert pin, f"{said!r} is not a name with a version"
        found[pin["name"]] = (pin["version"], len(HASH.findall("--hash" + "".join(rest))))
    return found


def wanted(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w-]", each, maxsplit=1)[0].lower() for each in requirements}


def test_the_wheel_holds_the_package_and_the_schemas_and_no_more(wheel: Path, source: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    schemas = {f"pathport/schemas/{name}" for name in files(source / "schemas")}
    assert names == files(source / "exporters") | schemas


def test_the_wheel_holds_licence_and_script(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        told = {
            Path(name).name: archive.read(name).decode()
            for name in archive.namelist()
            if ".dist-info/" in name
        }
    assert told["LICENSE"] == (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "pathport = pathport.cli:main" in told["entry_points.txt"]
    assert "License-Expression: MIT" in told["METADATA"]


def test_the_sdist_holds_all_that_a_clone_needs(sdist: Path, source: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert files(source) - names == set()


@pytest.mark.parametrize("kind", ["wheel", "sdist", "editable"])
def test_it_works_in_an_empty_environment(
    kind: str, wheel: Path, sdist: Path, source: Path, libraries: Path, tmp_path: Path
) -> None:
    artefact = {"wheel": [wheel], "sdist": [sdist], "editable": ["--editable", source]}[kind]
    scripts = installed(artefact, libraries, tmp_path / "empty")
    code = (
        "import pathport, pathport.schemas; from importlib.resources import files;"
        "print(pathport.__file__, *sorted(p.name for p in files('pathport.schemas').iterdir()))"
    )
    place, *schemas = run(scripts / "python", "-I", "-c", code, cwd=tmp_path).split()
    home = source if kind == "editable" else tmp_path
    assert Path(place).is_relative_to(home.resolve())
    top = {name.partition("/")[0] for name in files(source / "schemas")}
    assert {name for name in schemas if name != "__pycache__"} == top
    assert "export" in run(scripts / "pathport", "--help", cwd=tmp_path)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_names_versions_and_hashes_and_no_addresses(lock: str) -> None:
    assert [name for name, (_, hashes) in locked(lock).items() if hashes < 1] == []
    assert "://" not in (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")


def test_the_locks_hold_what_the_project_asks_for(project: dict[str, Any]) -> None:
    run_time = wanted(project["project"]["dependencies"] + project["build-system"]["requires"])
    assert run_time - locked("run").keys() == set()
    tests = wanted(project["project"]["optional-dependencies"]["test"])
    assert tests - locked("test").keys() == set()


def test_the_locks_agree() -> None:
    assert locked("run").items() - locked("test").items() == set()


def test_the_build_is_locked_as_it_is_asked_for(project: dict[str, Any]) -> None:
    assert project["dependency-groups"]["build"] == project["build-system"]["requires"]
