"""Which names may be written: everything that speaks against one, before anything is written."""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from pathport.errors import UnwritableError
from pathport.safety import target
from pathport.safety.target import Names, ignores_case, refusals

NOBODY = 65534


def refused(*paths: Path | str, sources: tuple[Path | str, ...] = ()) -> list[tuple[str, str]]:
    """The codes and the places of what is refused, in the order of the names."""
    found = refusals(paths, sources=sources)
    assert all(finding.remedy for finding in found)
    return [(finding.code, finding.place.path) for finding in found]


def test_new_and_old_files_are_taken(tmp_path: Path) -> None:
    (tmp_path / "old").touch()
    assert refused(tmp_path / "old", tmp_path / "new", sources=("-", tmp_path / "none")) == []


def test_folder_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for name in (tmp_path / "none" / "a", tmp_path / "file" / "a"):
        assert refused(name) == [("OUT001", str(name))]


def test_directory(tmp_path: Path) -> None:
    for name in (str(tmp_path), f"{tmp_path}/new/", f"{tmp_path}/..", "", "."):
        assert refused(name) == [("OUT002", name)]


def test_special_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(tmp_path / "s"))
        for name in ("/dev/null", str(tmp_path / "pipe"), str(tmp_path / "s")):
            assert refused(name) == [("OUT003", name)]


def test_names_that_no_file_can_have(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert refused(tmp_path / "loop") == [("OUT008", str(tmp_path / "loop"))]
    assert [code for code, _ in refused("a\0", tmp_path / ("x" * 300))] == ["OUT008", "OUT008"]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can enter, unlike those of pytest."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


def refused_to_nobody(path: Path) -> str:
    """The codes with which a user without rights is refused."""
    child = (
        "import os, sys\n"
        "from pathport.safety.target import refusals\n"
        f"os.getuid() or os.setuid({NOBODY})\n"
        "print(*(finding.code for finding in refusals(sys.argv[1:])))"
    )
    told = subprocess.run(
        [sys.executable, "-c", child, path], check=True, capture_output=True, text=True
    )
    return told.stdout.strip()


def test_rights(open_folder: Path) -> None:
    file = open_folder / "file"
    file.touch()
    assert refused_to_nobody(open_folder / "new") == ""
    file.chmod(0o444)
    assert refused_to_nobody(file) == "OUT004"
    file.chmod(0o666)
    assert refused_to_nobody(file) == ""
    open_folder.chmod(0o555)
    assert refused_to_nobody(file) == "OUT004"
    assert refused_to_nobody(open_folder / "new") == "OUT004"
    open_folder.chmod(0o444)
    assert refused_to_nobody(file) == "OUT004"


def test_one_file_by_two_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old").touch()
    (tmp_path / "link").symlink_to("old")
    (tmp_path / "hard").hardlink_to(tmp_path / "old")
    (tmp_path / "folder").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "to-new").symlink_to("new")
    monkeypatch.chdir(tmp_path)
    for one, other in [
        ("new", "new"),
        ("new", "./new"),
        ("new", str(tmp_path / "new")),
        ("new", "folder/new"),
        ("new", "to-new"),
        ("old", "link"),
        ("old", "hard"),
        ("hard", "folder/link"),
    ]:
        assert refused(one, other) == [("OUT005", other)]
        expected = [("OUT006", one)] if Path(other).exists() else []
        assert refused(one, sources=(other,)) == expected


def test_all_refusals_at_once(tmp_path: Path) -> None:
    a, none = tmp_path / "a", tmp_path / "none" / "a"
    assert refused(a, none, a, tmp_path) == [
        ("OUT001", str(none)),
        ("OUT005", str(a)),
        ("OUT002", str(tmp_path)),
    ]


def test_the_other_name_is_told(tmp_path: Path) -> None:
    names = Names()
    names.add(tmp_path / "a")
    with pytest.raises(UnwritableError, match=f'the same file as "{tmp_path}/a"'):
        names.add(f"{tmp_path}/./a")


@pytest.mark.parametrize(("ignored", "expected"), [(False, []), (True, ["OUT005"] * 2)])
def test_case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ignored: bool, expected: list[str]
) -> None:
    monkeypatch.setattr(target, "ignores_case", lambda _: ignored)
    names = [tmp_path / name for name in ("Caf\u00e9.owl", "CAF\u00c9.owl", "cafe\u0301.owl")]
    assert [code for code, _ in refused(*names)] == expected


def test_whether_case_is_ignored(tmp_path: Path) -> None:
    folder = tmp_path / "aB" / "12"
    folder.mkdir(parents=True)
    sensitive = not (tmp_path / "Ab").exists()
    assert ignores_case(str(folder)) != sensitive
    assert not ignores_case("/")
    if sensitive:
        (tmp_path / "Ab").symlink_to("aB")
    assert ignores_case(str(folder))
