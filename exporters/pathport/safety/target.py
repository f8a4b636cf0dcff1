"""Which file an output will replace, and whether it may: decided before anything is written.

A target is the file behind a name: through symbolic links, whose links stay. Two names for one
file, the source, a directory, a device and what may not be written are refused with the rules
OUT... of ``pathport.safety.rules``. The module writes nothing.
"""

import errno
import os
import stat
import unicodedata
from collections.abc import Hashable, Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

import msgspec

from pathport.errors import UnwritableError
from pathport.findings import Finding, Location
from pathport.rules import Rule
from pathport.safety import rules
from pathport.safety.source import shown_name

__all__ = ["Names", "PathName", "Target", "failure", "ignores_case", "refusals"]

PathName: TypeAlias = str | os.PathLike[str]

FAILURES = {
    errno.ENOENT: (rules.OUT_FOLDER, "the folder does not exist"),
    errno.ENOTDIR: (rules.OUT_FOLDER, "the folder does not exist"),
    errno.EISDIR: (rules.OUT_DIRECTORY, "this is a directory"),
    errno.EACCES: (rules.OUT_PERMISSION, "the folder may not be written"),
    errno.EPERM: (rules.OUT_PERMISSION, "the folder may not be written"),
    errno.EROFS: (rules.OUT_PERMISSION, "the disk may not be written"),
    errno.ENOSPC: (rules.OUT_SPACE, "the disk is full"),
    errno.EDQUOT: (rules.OUT_SPACE, "the quota of the disk is used up"),
    errno.EFBIG: (rules.OUT_SPACE, "the file would be larger than is allowed"),
}


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """A file that will be made or replaced: its name for people, its path, what it is now."""

    shown: str
    path: str
    now: os.stat_result | None

    @property
    def folder(self) -> str:
        """The folder in which the file is, and in which its successor is written."""
        return os.path.dirname(self.path)  # noqa: PTH120 - real paths are text here


class Names:
    """The names of one export: none twice, none of a source."""

    def __init__(self, sources: Iterable[PathName] = ()) -> None:
        self._sources = frozenset(key for source in sources for key in source_keys(source))
        self._taken: dict[Hashable, str] = {}

    def add(self, path: PathName) -> Target:
        """The target that a name stands for.

        :raises UnwritableError: OUT001 to OUT006, OUT008.
        """
        target = target_of(path)
        keys = tuple(keys_of(target.path, target.now))
        if not self._sources.isdisjoint(keys):
            raise refusal(rules.OUT_SOURCE, "this is the source itself", target.shown)
        for key in keys:
            if key in self._taken:
                sentence = f'this is the same file as "{self._taken[key]}"'
                raise refusal(rules.OUT_TWICE, sentence, target.shown)
        self._taken |= dict.fromkeys(keys, target.shown)
        return target


def refusals(paths: Iterable[PathName], *, sources: Iterable[PathName] = ()) -> list[Finding]:
    """Everything that speaks against these names for outputs, before any of them is written."""
    names = Names(sources)
    found: list[Finding] = []
    for path in paths:
        try:
            names.add(path)
        except UnwritableError as error:
            found.extend(error.findings)
    return found


def target_of(path: PathName) -> Target:
    """The regular file, there or not yet, behind a name that may be written."""
    name = os.fspath(path)
    shown = shown_name(name)
    try:
        target = Target(shown=shown, path=os.path.realpath(name), now=state_of(name))
        folder = os.stat(target.folder)  # noqa: PTH116
    except OSError as error:
        raise failure(error, shown) from None
    except ValueError:
        raise refusal(rules.OUT_FAILED, "no file can have this name", shown) from None
    if not stat.S_ISDIR(folder.st_mode):
        raise refusal(rules.OUT_FOLDER, "the folder does not exist", shown)
    check_file(target, name)
    return target


def state_of(name: str) -> os.stat_result | None:
    """What is behind a name now, if anything."""
    try:
        return os.stat(name)  # noqa: PTH116 - Path takes "" for "."
    except FileNotFoundError:
        return None


def check_file(target: Target, name: str) -> None:
    """Passes a target that is, or may become, a regular file that may be written."""
    mode = target.now.st_mode if target.now else stat.S_IFREG
    if stat.S_ISDIR(mode) or name.endswith((os.sep, os.altsep or os.sep)) or not name:
        raise refusal(rules.OUT_DIRECTORY, "this is a directory", target.shown)
    if not stat.S_ISREG(mode):
        raise refusal(rules.OUT_SPECIAL, "this is a device, a pipe or a socket", target.shown)
    if target.now and not os.access(target.path, os.W_OK):
        raise refusal(rules.OUT_PERMISSION, "the file is write-protected", target.shown)
    if not os.access(target.folder, os.W_OK | os.X_OK):
        raise refusal(rules.OUT_PERMISSION, "the folder may not be written", target.shown)


def source_keys(source: PathName) -> Iterator[Hashable]:
    """By what a source is known, if there is such a file: standard input is none."""
    name = os.fspath(source)
    try:
        now = state_of(name)
    except (OSError, ValueError):
        return
    if now is not None:
        yield from keys_of(os.path.realpath(name), now)


def keys_of(path: str, now: os.stat_result | None) -> Iterator[Hashable]:
    """By what a file is known: as a file, hard links included, and as a name in its folder."""
    if now is not None:
        yield now.st_dev, now.st_ino
    folder, name = os.path.split(path)
    held = os.stat(folder)  # noqa: PTH116
    folded = unicodedata.normalize("NFC", name).casefold() if ignores_case(folder) else name
    yield held.st_dev, held.st_ino, folded


def ignores_case(folder: str) -> bool:
    """Whether the file system takes names that differ by case for one, told from the folder's.

    Where nothing in the folder's path has a case, or a part of it differs, case counts.
    """
    while True:
        above, name = os.path.split(folder)
        if not name:
            return False
        if name.swapcase() != name:
            break
        folder = above
    try:
        return Path(folder).samefile(Path(above, name.swapcase()))
    except OSError:
        return False


def failure(error: OSError, shown: str) -> UnwritableError:
    """What the operating system's refusal means."""
    told = (error.strerror or type(error).__name__).lower()
    rule, sentence = FAILURES.get(error.errno or 0, (rules.OUT_FAILED, f"writing failed: {told}"))
    return refusal(rule, sentence, shown)


def refusal(rule: Rule, sentence: str, shown: str) -> UnwritableError:
    """The error for one breach of a rule."""
    return UnwritableError(rule.finding(sentence, place=Location(path=shown)))
