"""What holds no pathway is refused by what it is, not by the byte at which it is no text."""

import bz2
import gzip
import lzma
import zipfile
from pathlib import Path

import pytest

import pathport
from pathport.errors import UnreadableError
from pathport.safety.signatures import SIGNATURES, check_signature
from pathport.safety.source import read_source

TEXT = b"pathport: 1\nid: a\n"


def zipped(path: Path) -> bytes:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.yaml", TEXT)
    return path.read_bytes()


def refused(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(UnreadableError) as caught:
        read_source(path)
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.path) == ("IO012", str(path))
    return finding.sentence


def test_what_programs_make_is_told_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.owl"
    zip_ = zipped(tmp_path / "a.zip")
    assert refused(path, zip_) == "this is a zip archive, or a document that is one"
    assert refused(path, gzip.compress(zip_)) == "this is a zip archive, or a document that is one"
    assert refused(path, gzip.compress(gzip.compress(TEXT))) == "this is gzip inside gzip"
    assert refused(path, bz2.compress(TEXT)) == "this is compressed by bzip2"
    assert refused(path, lzma.compress(TEXT)) == "this is compressed by xz"


@pytest.mark.parametrize("signature", [row[0] for row in SIGNATURES])
def test_each_signature_is_refused_and_nothing_that_only_holds_it(signature: bytes) -> None:
    with pytest.raises(UnreadableError):
        check_signature(signature + TEXT, "a")
    check_signature(TEXT + signature, "a")


def test_bytes_of_gzip_are_told_as_such() -> None:
    with pytest.raises(pathport.UnreadableError, match="IO012: this is gzip; decompress it first"):
        pathport.read(gzip.compress(TEXT))
