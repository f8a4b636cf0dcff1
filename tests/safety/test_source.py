"""Reading bytes and texts: what comes through unchanged, and what is refused, code by code."""

import gzip
import io
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathport.errors import UnreadableError
from pathport.safety.source import MOST_MEMBERS, Source, decode_text, inflated, read_source

NOBODY = 65534


def code(reading: Callable[[], object], path: str) -> str:
    """The code of the one finding with which an input is refused."""
    with pytest.raises(UnreadableError) as caught:
        reading()
    (finding,) = caught.value.findings
    assert finding.place.path == path
    assert finding.remedy
    return finding.code


def refused(path: Path | str, content: bytes | None = None, **options: int) -> str:
    """The code with which a file is refused, after it was given a content."""
    if content is not None:
        Path(path).write_bytes(content)
    return code(lambda: read_source(path, **options), str(path))


def test_file(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xffanything")
    for name in (file, str(file)):
        assert read_source(name) == Source(path=str(file), content=b"\xffanything")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    for content in (b"piped", gzip.compress(b"piped", mtime=0)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        source = read_source("-")
        assert (source.path, source.content) == ("<stdin>", b"piped")
        assert source.compressed == (content != b"piped")


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert code(lambda: read_source("-"), "<stdin>") == "IO005"


def test_endless_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/zero").open("rb") as endless:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(endless))
        assert code(lambda: read_source("-", limit=1 << 20), "<stdin>") == "IO007"


def test_open_pipe_by_its_name() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"piped")
    os.close(writing)
    try:
        assert read_source(f"/dev/fd/{reading}").content == b"piped"
    finally:
        os.close(reading)


def test_missing(tmp_path: Path) -> None:
    assert refused(tmp_path / "none") == "IO001"
    (tmp_path / "file").touch()
    assert refused(tmp_path / "file" / "none") == "IO001"
    assert refused("") == "IO001"
    assert code(lambda: read_source("a\0b"), "a\ufffdb") == "IO001"


def test_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("a")
    assert refused(tmp_path / "a") == "IO005"


def test_directory(tmp_path: Path) -> None:
    assert refused(tmp_path) == "IO002"


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can enter, unlike those of pytest."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_unreadable(open_folder: Path) -> None:
    file = open_folder / "a"
    file.write_bytes(b"text")
    file.chmod(0)
    child = (
        "import os, sys\n"
        "from pathport.errors import UnreadableError\n"
        "from pathport.safety.source import read_source\n"
        f"os.getuid() or os.setuid({NOBODY})\n"
        "try: read_source(sys.argv[1])\n"
        "except UnreadableError as error: print(error.findings[0].code)"
    )
    told = subprocess.run(
        [sys.executable, "-c", child, file], check=True, capture_output=True, text=True
    )
    assert told.stdout.strip() == "IO003"


def test_special_files_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe") == "IO004"
    assert refused("/dev/zero") == "IO004"
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(tmp_path / "s"))
        assert refused(tmp_path / "s") == "IO004"


def test_read_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    (tmp_path / "a").write_bytes(b"text")
    monkeypatch.setattr("pathport.safety.source.drained", broken)
    assert refused(tmp_path / "a") == "IO005"


def test_empty(tmp_path: Path) -> None:
    assert refused(tmp_path / "a", b"") == "IO006"
    assert refused(tmp_path / "a", gzip.compress(b"", mtime=0)) == "IO006"


def test_limit_is_inclusive(tmp_path: Path) -> None:
    file = tmp_path / "a"
    for content in (b"x" * 100_000, gzip.compress(os.urandom(99_000))):
        file.write_bytes(content)
        assert len(read_source(file, limit=100_000).content) <= 100_000
    assert refused(file, b"x" * 100_001, limit=100_000) == "IO007"
    assert refused(file, gzip.compress(b"x" * 100_001, mtime=0), limit=100_000) == "IO007"


def test_name_of_escapes_is_shown_without_them() -> None:
    assert code(lambda: read_source("\x1b[2Jx\n\udcff"), "\ufffd[2Jx\ufffd\ufffd") == "IO001"


SMALL = gzip.compress(b"signalling " * 50, mtime=0)


def test_gzip(tmp_path: Path) -> None:
    file = tmp_path / "no-suffix"
    for content in (SMALL, SMALL + SMALL, SMALL + b"\0" * 512, SMALL + gzip.compress(b"", mtime=0)):
        file.write_bytes(content)
        source = read_source(file)
        assert source.content == gzip.decompress(content)
        assert source.compressed


def test_gzip_cut_at_every_byte(tmp_path: Path) -> None:
    for end in range(2, len(SMALL)):
        assert refused(tmp_path / "a.gz", SMALL[:end]) == "IO008"


@pytest.mark.parametrize("tail", [b"garbage", b"\0\0x", b"\0" + SMALL, SMALL[:9], b"\x1f\x8b"])
def test_gzip_with_something_behind(tmp_path: Path, tail: bytes) -> None:
    assert refused(tmp_path / "a.gz", SMALL + tail) == "IO008"


def outcome(content: bytes) -> bytes | list[str]:
    """What gzip holds, or the codes with which it is refused."""
    try:
        return inflated(content, "a.gz", 1 << 20)
    except UnreadableError as error:
        return [finding.code for finding in error.findings]


@given(st.integers(10, len(SMALL) - 1), st.integers(1, 255))
def test_damaged_gzip(at: int, change: int) -> None:
    damaged = SMALL[:at] + bytes([SMALL[at] ^ change]) + SMALL[at + 1 :]
    assert outcome(damaged) in (["IO008"], gzip.decompress(SMALL))


@given(st.lists(st.binary(max_size=200_000), min_size=1, max_size=3))
def test_members_are_joined(members: list[bytes]) -> None:
    raw = b"".join(gzip.compress(member, mtime=0) for member in members)
    assert inflated(raw, "", 1 << 30) == b"".join(members)


def test_gzip_bombs(tmp_path: Path) -> None:
    ball = gzip.compress(bytes(17 << 20))
    assert refused(tmp_path / "a", ball) == "IO009"
    assert refused(tmp_path / "a", ball, limit=1 << 20) == "IO007"
    assert refused(tmp_path / "a", gzip.compress(b"", mtime=0) * (MOST_MEMBERS + 1)) == "IO009"


def test_gzip_that_grows_within_reason(tmp_path: Path) -> None:
    line = b"<species id='s%06d' name='STAT3{pY705}' compartment='cytosol'/>\n"
    text = b"".join(line % number for number in range(400_000))
    packed = gzip.compress(text, 6)
    (tmp_path / "a").write_bytes(packed)
    assert len(text) > 20 << 20
    assert len(text) / len(packed) > 10
    assert read_source(tmp_path / "a").content == text


def text_of(content: bytes, **options: int) -> str:
    """The text of a document with these bytes."""
    return decode_text(Source(path="a.yaml", content=content), **options)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
@given(text=st.text(st.characters(exclude_characters="\0\ufeff", exclude_categories=["Cs"])))
def test_texts(codec: str, text: str) -> None:
    assert text_of(text.encode(codec)) == text


def test_big_endian_text() -> None:
    assert text_of(b"\xfe\xff\x20\xac") == "\u20ac"


NO_TEXT = {
    "not UTF-8": ("\u20ac\n\u20acx".encode() + b"\xe9 a", "IO010", 2, 3),
    "cut within a character": (b"a\xe2\x82", "IO010", 1, 2),
    "UTF-16 cut": ("ab\nc".encode("utf-16")[:-1], "IO010", 2, 1),
    "PNG": (b"\x89PNG\r\n\x1a\n\0\0", "IO010", 1, 1),
    "NUL": (b"a: 1\nb: \0", "IO011", 2, 4),
    "NUL before what is not UTF-8": (b"a\0\n\xff", "IO011", 1, 2),
    "NUL at once": (b"\0", "IO011", 1, 1),
    "UTF-16 without a mark": ("a: 1".encode("utf-16-le"), "IO011", 1, 2),
    "UTF-32": ("a: 1".encode("utf-32"), "IO011", 1, 1),
    "zip": (b"PK\x03\x04\n\0", "IO011", 2, 1),
}


@pytest.mark.parametrize("name", NO_TEXT)
def test_no_text(name: str) -> None:
    content, *told = NO_TEXT[name]
    with pytest.raises(UnreadableError) as caught:
        text_of(content)
    (finding,) = caught.value.findings
    assert [finding.code, finding.place.line, finding.place.column] == told


def test_text_too_large() -> None:
    assert text_of(b"x" * 10, limit=10)
    assert code(lambda: text_of(b"x" * 11, limit=10), "a.yaml") == "IO007"
