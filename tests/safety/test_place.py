"""Placing outputs: the target is the old file or the new one, whatever happens in between."""

import gzip
import itertools
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathport.errors import FaultyError, UnwritableError
from pathport.safety.place import CHUNK, Placement, compressed, gathered, place

OLD, NEW = b"old" * 1000, b"new" * 100_000


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file that will be replaced, alone in its folder."""
    file = tmp_path / "out" / "a.owl"
    file.parent.mkdir()
    file.write_bytes(OLD)
    return file


def alone(target: Path) -> bool:
    """Whether no temporary file is left beside the target."""
    return [file.name for file in target.parent.iterdir()] == [target.name]


@pytest.mark.parametrize("content", [NEW, [NEW[:5], b"", NEW[5:]], iter([NEW]), b"", []])
def test_placed(target: Path, content: bytes | list[bytes] | Iterator[bytes]) -> None:
    place(target, content)
    assert target.read_bytes() in (NEW, b"")
    assert alone(target)


def test_new_file_has_the_rights_of_the_umask(target: Path) -> None:
    new = target.with_name("new")
    before = os.umask(0o027)
    try:
        place(new, NEW)
    finally:
        os.umask(before)
    assert new.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666, 0o755])
def test_old_file_keeps_its_rights(target: Path, mode: int) -> None:
    target.chmod(mode)
    place(target, NEW)
    assert target.stat().st_mode & 0o777 == mode
    assert target.read_bytes() == NEW


def test_unfinished_successor_of_a_private_file_is_private(target: Path) -> None:
    target.chmod(0o600)
    modes: list[int] = []

    def content() -> Iterator[bytes]:
        modes.extend(file.stat().st_mode & 0o777 for file in target.parent.iterdir())
        yield NEW

    place(target, content())
    assert modes == [0o600, 0o600]


def test_link_stays(target: Path) -> None:
    link = target.parent.parent / "link"
    link.symlink_to("out/a.owl")
    place(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    assert alone(target)


def test_link_to_a_file_that_is_not_there_yet(target: Path) -> None:
    link = target.parent.parent / "link"
    link.symlink_to(target)
    target.unlink()
    place(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_source_is_refused(target: Path) -> None:
    with pytest.raises(UnwritableError) as caught:
        place(target, NEW, sources=[target])
    assert caught.value.findings[0].code == "OUT006"
    assert target.read_bytes() == OLD


def test_check_sees_what_is_on_the_disk_before_it_is_placed(target: Path) -> None:
    seen = []

    def check(content: bytes) -> None:
        seen.append((content, target.read_bytes()))

    place(target, iter([NEW]), check=check)
    packed = target.with_name("b.owl.GZ")
    place(packed, NEW, check=lambda content: seen.append((content, b"")))
    assert seen == [(NEW, OLD), (NEW, b"")]


@pytest.mark.parametrize("error", [FaultyError(), KeyboardInterrupt(), OSError(28, "of the check")])
def test_what_fails_is_not_placed(target: Path, error: BaseException) -> None:
    def check(_: bytes) -> None:
        raise error

    def content() -> Iterator[bytes]:
        yield NEW
        raise error

    with pytest.raises(type(error)) as caught:
        place(target, NEW, check=check)
    assert caught.value is error
    with pytest.raises(type(error)) as caught:
        place(target, content())
    assert caught.value is error
    assert target.read_bytes() == OLD
    assert alone(target)


@pytest.mark.parametrize("name", ["fsync", "replace", "open"])
@pytest.mark.parametrize(
    ("number", "code"), [(28, "OUT007"), (122, "OUT007"), (30, "OUT004"), (5, "OUT008")]
)
def test_system_that_refuses(
    target: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int, code: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(os, name, refuse)
        with pytest.raises(UnwritableError) as caught:
            place(target, NEW)
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.path) == (code, str(target))
    assert target.read_bytes() == OLD
    assert alone(target)


def test_folder_that_cannot_be_flushed_is_no_failure(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def flush(handle: int) -> None:
        if os.path.isdir(f"/dev/fd/{handle}"):  # noqa: PTH112
            raise OSError(22, "Invalid argument")

    monkeypatch.setattr(os, "fsync", flush)
    place(target, NEW)
    assert target.read_bytes() == NEW


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
def test_a_folder_that_takes_no_file_is_not_said_to_be_missing() -> None:
    with pytest.raises(UnwritableError) as caught:
        place("/proc/a.svg", NEW)
    assert [(it.code, it.place.path) for it in caught.value.findings] == [("OUT004", "/proc/a.svg")]


def child(code: str, target: Path) -> subprocess.Popen[str]:
    """A process that runs the code with ``target``, ``NEW`` and the module at hand."""
    head = (
        "import os, resource, signal, sys\n"
        "from pathport.errors import UnwritableError\n"
        "from pathport.safety import place as module\n"
        "from pathport.safety.place import place\n"
        "target, NEW = sys.argv[1], b'new' * 100_000\n"
        "def wait(*_):\n"
        "    print('here', flush=True)\n"
        "    signal.pause()\n"
    )
    return subprocess.Popen(
        [sys.executable, "-c", head + code, str(target)], stdout=subprocess.PIPE, text=True
    )


@pytest.mark.parametrize("packed", [False, True])
def test_full_disk(target: Path, packed: bool) -> None:
    file = target.rename(f"{target}.gz") if packed else target
    code = (
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "try: place(target, (os.urandom(7_000) for _ in range(100)))\n"
        "except UnwritableError as error: print(error.findings[0].code)"
    )
    told, _ = child(code, file).communicate()
    assert told == "OUT007\n"
    assert file.read_bytes() == OLD
    assert alone(file)


KILLED = {
    "before anything is written": ("place(target, (wait() for _ in 'x'))", OLD),
    "halfway": ("place(target, (wait() if n == 50 else NEW for n in range(60)))", OLD),
    "before it is flushed": ("os.fsync = wait\nplace(target, NEW)", OLD),
    "while it is checked": ("place(target, NEW, check=wait)", OLD),
    "before it is renamed": ("os.replace = wait\nplace(target, NEW)", OLD),
    "after it is renamed": ("module.flush_folder = wait\nplace(target, NEW)", NEW),
}


@pytest.mark.parametrize("name", KILLED)
def test_killed(target: Path, name: str) -> None:
    code, expected = KILLED[name]
    with child(code, target) as process:
        assert process.stdout
        assert process.stdout.readline() == "here\n"
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert target.read_bytes() == expected
    left = [file for file in target.parent.iterdir() if file != target]
    assert all(file.name.startswith(".pathport-") for file in left)
    assert len(left) == (expected == OLD)


def test_several(target: Path) -> None:
    other = target.with_name("b.sbml.xml")
    with Placement() as placement:
        placement.add(target, NEW)
        placement.add(other, NEW)
        assert target.read_bytes() == OLD
        assert not other.exists()
        placement.commit()
    assert target.read_bytes() == other.read_bytes() == NEW
    assert len(list(target.parent.iterdir())) == 2


def test_nothing_without_commit(target: Path) -> None:
    with Placement() as placement:
        placement.add(target, NEW)
    assert target.read_bytes() == OLD
    assert alone(target)


def test_one_that_fails_its_check_does_not_stop_the_others(target: Path) -> None:
    def check(_: bytes) -> None:
        raise FaultyError

    other = target.with_name("b")
    with Placement() as placement:
        with pytest.raises(FaultyError):
            placement.add(target, NEW, check=check)
        placement.add(other, NEW)
        placement.commit()
    assert target.read_bytes() == OLD
    assert other.read_bytes() == NEW
    assert len(list(target.parent.iterdir())) == 2


def test_one_that_cannot_be_renamed_does_not_stop_the_others(target: Path) -> None:
    blocked, other = target.with_name("b"), target.with_name("c")
    with Placement() as placement:
        for name in (blocked, target, other):
            placement.add(name, NEW)
        blocked.mkdir()
        with pytest.raises(UnwritableError) as caught:
            placement.commit()
    assert [(f.code, f.place.path) for f in caught.value.findings] == [("OUT002", str(blocked))]
    assert target.read_bytes() == other.read_bytes() == NEW
    assert sorted(file.name for file in target.parent.iterdir()) == ["a.owl", "b", "c"]


def test_same_file_twice(target: Path) -> None:
    with Placement() as placement:
        placement.add(target, NEW)
        with pytest.raises(UnwritableError) as caught:
            placement.add(target, NEW)
    assert caught.value.findings[0].code == "OUT005"


def test_compressed(target: Path) -> None:
    packed = target.with_name("a.owl.gz")
    place(packed, NEW)
    written = packed.read_bytes()
    assert gzip.decompress(written) == NEW
    assert written[:10] == b"\x1f\x8b\x08\0\0\0\0\0\0\xff"


@given(st.binary(max_size=300_000), st.lists(st.integers(0, 300_000), max_size=5))
def test_pieces_make_no_difference(content: bytes, cuts: list[int]) -> None:
    ends = [0, *sorted(cuts), len(content)]
    pieces = [content[start:end] for start, end in itertools.pairwise(ends)]
    assert b"".join(compressed(pieces)) == b"".join(compressed([content]))
    assert gzip.decompress(b"".join(compressed(pieces))) == content
    gathering = list(gathered(pieces))
    assert b"".join(gathering) == content
    assert all(len(piece) >= CHUNK for piece in gathering[:-1])
