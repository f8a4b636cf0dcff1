"""Files of other programs that the laws are run over: the corpora beside the repository.

They lie in ``../shared/corpus``; without them there is nothing to read, and the laws over them say
so.
"""

import gzip
from pathlib import Path

from tests.laws.cases import READ_AND_WRITTEN

from pathport.formats import FORMATS

__all__ = ["CORPUS", "FILES", "READABLE", "UNREADABLE", "content_of"]

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
LARGE = 1_100_000
"""Bytes, decompressed, of a file that is too large for a run of all tests over and over."""
UNREADABLE = {"biopax/bad/pc12_bad_bytes.owl.gz": "XML002"}
"""The files that are refused, each by the rule that says why."""


SUFFIXES = tuple(suffix for fmt in FORMATS for suffix in fmt.suffixes)
"""How files of some format are called; a file of a dialect may be called as its base's are."""


def is_of(path: Path) -> bool:
    """Whether a file in a format's folder is one of its files, and no page about them."""
    return path.name.removesuffix(".gz").endswith(SUFFIXES)


def size_of(path: Path) -> int:
    """How long a file is once it is decompressed: what gzip says at its end (RFC 1952, 2.3.1)."""
    if path.suffix != ".gz":
        return path.stat().st_size
    return int.from_bytes(path.read_bytes()[-4:], "little")


def files() -> list[str]:
    """The files of each format that is built, from the folder that is called after it."""
    return sorted(
        path.relative_to(CORPUS).as_posix()
        for fmt in READ_AND_WRITTEN
        for path in (CORPUS / fmt.name).rglob("*")
        if is_of(path) and size_of(path) < LARGE
    )


def content_of(name: str) -> bytes:
    """What a file of the corpora holds, whose name begins with its format."""
    content = (CORPUS / name).read_bytes()
    return gzip.decompress(content) if name.endswith(".gz") else content


FILES = files()
READABLE = [name for name in FILES if name not in UNREADABLE]
