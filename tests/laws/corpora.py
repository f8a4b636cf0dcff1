"""Files of other programs that the laws are run over: the corpora beside the repository.

They lie in ``../shared/corpus``; without them there is nothing to read, and the laws over them say
so.
"""

import gzip
from pathlib import Path

from tests.laws.cases import READ_AND_WRITTEN

from pathport.formats import Format

__all__ = ["CORPUS", "FILES", "READABLE", "UNREADABLE", "content_of"]

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
LARGE = 1_000_000
"""Bytes of a file that is too large for a run of all tests; ``pc7_large_58k`` alone is larger."""
UNREADABLE = {"biopax/bad/pc12_bad_bytes.owl.gz": "XML002"}
"""The files that are refused, each by the rule that says why."""


def is_of(fmt: Format, path: Path) -> bool:
    return path.name.removesuffix(".gz").endswith(fmt.suffixes)


def files() -> list[str]:
    """The files of each format that is built, from the folder that is called after it."""
    return sorted(
        path.relative_to(CORPUS).as_posix()
        for fmt in READ_AND_WRITTEN
        for path in (CORPUS / fmt.name).rglob("*")
        if is_of(fmt, path) and path.stat().st_size < LARGE
    )


def content_of(name: str) -> bytes:
    """What a file of the corpora holds, whose name begins with its format."""
    content = (CORPUS / name).read_bytes()
    return gzip.decompress(content) if name.endswith(".gz") else content


FILES = files()
READABLE = [name for name in FILES if name not in UNREADABLE]
