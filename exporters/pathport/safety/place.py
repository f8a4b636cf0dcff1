"""How every writer puts its output in place: whole, checked and durable, or not at all.

An output is written beside its target under a hidden name, flushed to the disk, checked, and then
renamed over the target (rename is atomic, POSIX.1-2017, rename), so that at any moment the target
is the old file or the new one. The module knows no format; it refuses with the rules OUT... of
``pathport.safety.rules``.
"""

import contextlib
import errno
import io
import os
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from pathport.errors import UnwritableError
from pathport.findings import Finding
from pathport.safety.target import Names, PathName, Target, failure

__all__ = ["Check", "Placement", "place"]

Check = Callable[[bytes], None]
"""Raises whatever it likes if the content, read back from the disk, should not be placed."""

GZIP_HEAD = b"\x1f\x8b\x08\x00" + bytes(4) + b"\x00\xff"
"""RFC 1952, 2.3: deflate, no name, no time, an unknown system; so equal content, equal bytes."""

CHUNK = 1 << 16
PRIVATE = 0o600
PUBLIC = 0o666


class Placement:
    """Outputs that are all written and checked before the first of them is put in place.

    ::

        with Placement(sources=[source]) as placement:
            placement.add("out/a.owl", content, check=valid)
            placement.add("out/a.sbml.xml", other, check=valid)
            placement.commit()

    Leaving the block without ``commit`` leaves everything as it was. Each target is replaced at
    once; several are replaced one after the other. A target keeps its permissions, and its owner
    where that is allowed; a new file gets those of the umask. A target that is a symbolic link
    stays one: the file behind it is replaced. A name in ``.gz`` is compressed.
    """

    def __init__(self, *, sources: Iterable[PathName] = ()) -> None:
        self._names = Names(sources)
        self._staged: list[tuple[Path, Target]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for written, _ in self._staged:
            remove(written)
        self._staged.clear()

    def add(
        self, path: PathName, content: bytes | Iterable[bytes], *, check: Check | None = None
    ) -> int:
        """Writes an output beside its target, to be renamed by ``commit``; then checks it.

        Gives its size on the disk, compressed where it is.

        ``check`` gets the content as it is on the disk, decompressed. Whatever it raises, or the
        content while it is produced, is passed on, and this output is not placed.

        :raises UnwritableError: OUT001 to OUT008.
        """
        target = self._names.add(path)
        pieces = (content,) if isinstance(content, bytes) else content
        packed = target.shown.lower().endswith(".gz")
        written = Path(target.folder, f".pathport-{os.urandom(8).hex()}.part")
        with removed_on_failure(written):
            handle = created(written, target)
            with os.fdopen(handle, "wb", buffering=0) as file:
                fill(file, compressed(pieces) if packed else pieces, target)
            if check is not None:
                on_disk = written.read_bytes()
                check(zlib.decompress(on_disk, 16 + zlib.MAX_WBITS) if packed else on_disk)
            self._staged.append((written, target))
            return written.stat().st_size

    def commit(self) -> None:
        """Renames each output over its target. One that is refused does not stop the others.

        :raises UnwritableError: OUT001 to OUT008, a finding for each that was refused.
        """
        refused: list[Finding] = []
        for written, target in self._staged:
            try:
                os.replace(written, target.path)  # noqa: PTH105 - a real path
            except OSError as error:
                remove(written)
                refused.extend(failure(error, target.shown).findings)
        for folder in {target.folder for _, target in self._staged}:
            flush_folder(folder)
        self._staged.clear()
        if refused:
            raise UnwritableError(*refused)


def place(
    path: PathName,
    content: bytes | Iterable[bytes],
    *,
    check: Check | None = None,
    sources: Iterable[PathName] = (),
) -> int:
    """Puts one output in place as a ``Placement`` does, or leaves what was there as it was.

    Gives its size on the disk.

    :raises UnwritableError: OUT001 to OUT008.
    """
    with Placement(sources=sources) as placement:
        size = placement.add(path, content, check=check)
        placement.commit()
    return size


@contextlib.contextmanager
def removed_on_failure(written: Path) -> Iterator[None]:
    """Removes the file unless all goes well, an interruption included."""
    try:
        yield
    except BaseException:
        remove(written)
        raise


def remove(written: Path) -> None:
    """Removes a temporary file, if it is there and can be removed."""
    with contextlib.suppress(OSError):
        written.unlink()


def created(written: Path, target: Target) -> int:
    """A new file beside a target, to be written."""
    with refusing(target):
        try:
            return os.open(written, creation_flags(), PRIVATE if target.now else PUBLIC)
        except FileNotFoundError:
            # A folder that the system makes up, such as /proc, has no room for a new file.
            if Path(target.folder).is_dir():
                raise PermissionError(errno.EACCES, "") from None
            raise


@contextlib.contextmanager
def refusing(target: Target) -> Iterator[None]:
    """Says which output it was that the operating system refused."""
    try:
        yield
    except OSError as error:
        raise failure(error, target.shown) from None


def creation_flags() -> int:
    """Flags for a file that nobody else has made, or can have put a link in the place of."""
    optional = ("O_CLOEXEC", "O_NOFOLLOW", "O_BINARY")
    return os.O_WRONLY | os.O_CREAT | os.O_EXCL | sum(getattr(os, name, 0) for name in optional)


def fill(file: io.FileIO, pieces: Iterable[bytes], target: Target) -> None:
    """Writes the pieces to the disk, with the target's permissions; a producer's fault passes."""
    with refusing(target):
        keep_permissions(file.fileno(), target)
    for piece in gathered(pieces):
        rest = memoryview(piece)
        with refusing(target):
            while rest:
                rest = rest[file.write(rest) :]
    with refusing(target):
        os.fsync(file.fileno())


def gathered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces in writes that are worth a call of the system; a large one is not copied."""
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= CHUNK:
            yield b"".join(held) if len(held) > 1 else piece
            held.clear()
            size = 0
    yield b"".join(held)


def keep_permissions(handle: int, target: Target) -> None:
    """Gives a new file the owner and mode of the one it replaces, as far as that is allowed."""
    if target.now is not None and hasattr(os, "fchmod"):
        with contextlib.suppress(PermissionError):
            os.fchown(handle, target.now.st_uid, target.now.st_gid)
        with contextlib.suppress(PermissionError):
            os.fchmod(handle, target.now.st_mode & 0o777)


def compressed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces as one gzip member, the same bytes at any time and however they are cut."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    checksum, size = 0, 0
    yield GZIP_HEAD
    for piece in pieces:
        checksum, size = zlib.crc32(piece, checksum), size + len(piece)
        yield packer.compress(piece)
    yield packer.flush() + struct.pack("<LL", checksum, size & 0xFFFFFFFF)


def flush_folder(folder: str) -> None:
    """Makes the renames in a folder durable, where the system can: they are done already."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
