"""Files made to exhaust, crash or leak: each gets its answer within 2 s and 500 MB.

Every file is read in a process of its own whose memory and time the system limits, from its bytes
on the disk to its elements or its text.
"""

import gzip
import signal
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

MEMORY = 500_000_000
SECONDS = 2

LIMITED = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS + 1}))
"""
READING = """
from pathport.errors import UnreadableError
from pathport.safety.source import decode_text, read_source
path, way = sys.argv[1:]
if way != "text":
    from pathport.safety.xml import iterparse_xml, parse_xml
try:
    source = read_source(path)
    if way == "text":
        decode_text(source)
    elif way == "tree":
        parse_xml(source.content, path=source.path, entities="namespaces")
    else:
        for _ in iterparse_xml(source.content, path=source.path, entities="namespaces"):
            pass
    print("read")
except UnreadableError as error:
    print(error.findings[0].code)
"""


def run(code: str, *arguments: Path | str) -> subprocess.CompletedProcess[str]:
    """What a limited process says and how it ends."""
    command = [sys.executable, "-c", LIMITED + code, *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def answer(path: Path, content: bytes, way: str) -> str:
    """The code with which a file of this content is refused, or that it was read."""
    path.write_bytes(content)
    told = run(READING, path, way)
    path.unlink()
    assert told.returncode == 0, told.stderr[-500:]
    return told.stdout.strip()


def laughs() -> bytes:
    """A dozen entities, each ten times the one before."""
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12)
    )
    return f"<!DOCTYPE l [{entities}]><l>&m;</l>".encode()


def quadratic(size: int, uses: int) -> bytes:
    """One entity, used in many elements."""
    return b'<!DOCTYPE l [<!ENTITY a "%s">]><l>%s</l>' % (b"a" * size, b"<b>&a;</b>" * uses)


def ball(size: int) -> bytes:
    """A gzip bomb of zeros, made without packing them all: a flushed block, many times over."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    block = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return b"\x1f\x8b\x08" + bytes(7) + block * (size >> 20) + packer.flush()


def names() -> bytes:
    """One element with a million attributes."""
    return b"<a %s/>" % b" ".join(b'a%d="1"' % number for number in range(1_000_000))


def namespaces() -> bytes:
    """Very many declarations of namespaces, above very many elements."""
    declared = b" ".join(b'xmlns:a%d="u%d"' % (number, number) for number in range(60_000))
    return b"<a %s>%s</a>" % (declared, b"<a1:b/>" * 100_000)


XML: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "billion laughs": (laughs, {"XML004"}),
    "billion laughs in UTF-16": (lambda: laughs().decode().encode("utf-16"), {"XML004"}),
    "quadratic blow-up": (lambda: quadratic(100_000, 100_000), {"XML004"}),
    "blow-up of a short entity": (lambda: quadratic(256, 200_000), {"XML004"}),
    "depth 100,000": (lambda: b"<a>" * 100_000 + b"</a>" * 100_000, {"XML003"}),
    "depth 100,000, never closed": (lambda: b"<a>" * 100_000, {"XML003"}),
    "attribute of 20 MB": (lambda: b'<a x="%s"/>' % (b"x" * 20_000_000), {"XML005"}),
    "5,000,000 elements": (lambda: b"<a>%s</a>" % (b"<b/>" * 5_000_000), {"XML006"}),
    "as many elements as are read": (lambda: b"<a>%s</a>" % (b"<b/>" * 1_499_000), {"read"}),
    "as many attributes as are read": (lambda: b"<a>%s</a>" % (b'<b c="1"/>x' * 749_000), {"read"}),
    "a million attributes": (names, {"read", "XML005"}),
    "60,000 namespaces": (namespaces, {"read"}),
    "UTF-16 of elements": (
        lambda: "<a>".encode("utf-16") + b"<\0b\0/\0>\0" * 8_000_000,
        {"XML006"},
    ),
    "UTF-16 of text": (lambda: ("<a>" + "\u20ac" * 20_000_000).encode("utf-16"), {"XML005"}),
    "comments never closed": (
        lambda: b"<a>" + b"<!-- " * 4_000_000,
        {"XML001", "XML005", "XML006"},
    ),
    "DOCTYPE never closed": (lambda: b"<!DOCTYPE a [" + b"<!-- -->" * 1_000_000, {"XML004"}),
    "NUL": (lambda: bytes(100_000_000), {"XML001"}),
}
TEXTS: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "gzip bomb of 1 GB": (lambda: ball(1 << 30), {"IO009"}),
    "gzip of a million members": (lambda: gzip.compress(b"", mtime=0) * 1_000_000, {"IO009"}),
    "NUL": (lambda: bytes(60_000_000), {"IO011"}),
    "text that Python widens": (lambda: b" " * 60_000_000 + "\U0001f600".encode(), {"read"}),
}


@pytest.mark.parametrize("way", ["tree", "events"])
@pytest.mark.parametrize("name", XML)
def test_hostile_xml(tmp_path: Path, name: str, way: str) -> None:
    content, expected = XML[name]
    assert answer(tmp_path / "a.xml", content(), way) in expected


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text(tmp_path: Path, name: str) -> None:
    content, expected = TEXTS[name]
    assert answer(tmp_path / "a.yaml", content(), "text") in expected


def test_more_than_the_limit(tmp_path: Path) -> None:
    with (tmp_path / "a.yaml").open("wb") as file:
        file.truncate(1 << 40)
    assert run(READING, tmp_path / "a.yaml", "text").stdout == "IO007\n"


def test_memory_and_time_are_limited() -> None:
    assert "MemoryError" in run(f"x = bytes({MEMORY})").stderr
    assert run("while True: pass").returncode == -signal.SIGXCPU
