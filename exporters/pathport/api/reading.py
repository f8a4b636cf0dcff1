"""From a file, standard input or bytes to a pathway, or to what is wrong with it.

A source is a path, ``-`` for standard input, or the bytes themselves, uncompressed. Its format is
told by content and name unless it is named.
"""

import os
from typing import NamedTuple, TypeAlias

import msgspec

from pathport.api.rules import APART, ONE_WAY
from pathport.api.tolerance import found_in
from pathport.errors import UnsupportedError
from pathport.findings import Finding, Location
from pathport.formats import Format, Read, format_named
from pathport.formats.detect import detected
from pathport.formats.shown import read_shown as native_shown
from pathport.model.check import checked
from pathport.model.pathway import Pathway
from pathport.safety.collector import collector_paused
from pathport.safety.source import Source, bytes_source, read_source

__all__ = [
    "Input",
    "Opened",
    "Validation",
    "built",
    "opened",
    "read",
    "read_opened",
    "read_shown",
    "read_with_findings",
    "shown_opened",
    "sourced",
    "validate",
    "validated",
]

Input: TypeAlias = str | os.PathLike[str] | bytes


class Opened(NamedTuple):
    """The bytes of a source, and the format that they are read in."""

    source: Source
    format: Format


class Validation(msgspec.Struct, frozen=True, kw_only=True):
    """What the rules of its own format say of a file."""

    path: str
    format: str
    findings: tuple[Finding, ...] = ()


def read(
    source: Input,
    format: str | None = None,  # noqa: A002 - the word for it
    *,
    merge: bool = True,
) -> Pathway:
    """The pathway that a source holds; ``read_with_findings`` tells what was lost or odd in it.

    Nodes of a drawing that look the same are one species drawn several times, unless ``merge`` is
    false.

    :raises UnreadableError: if nothing can be read from it, or its format can't be told.
    :raises FaultyError: if it breaks the rules of the model, with all faults in file order.
    :raises UnknownNameError: if no format has the given name.
    :raises UnsupportedError: if the format is not built yet, or only written, or draws nothing that
        could be kept apart.
    """
    return read_with_findings(source, format, merge=merge).pathway


def read_shown(source: Input, format: str | None = None) -> Pathway:  # noqa: A002 - the word for it
    """The pathway that a source holds, with the layout that it shows.

    Where pathport supplied positions to a file, ``read`` gives none, unless somebody changed the
    drawing since; here they are all in the layout, as another program shows them.

    :raises PathportError: as ``read`` does.
    """
    return shown_opened(opened(source, format)).pathway


def read_with_findings(
    source: Input,
    format: str | None = None,  # noqa: A002 - the word for it
    *,
    merge: bool = True,
) -> Read:
    """The pathway, and what was found on the way: what was lost, records that no longer hold.

    :raises PathportError: as ``read`` does.
    """
    return read_opened(opened(source, format), merge=merge)


def validate(
    source: Input,
    format: str | None = None,  # noqa: A002 - the word for it
    *,
    full_check: bool = False,
) -> list[Finding]:
    """Everything that is wrong with a source by the rules of its own format; valid: no error.

    ``full_check`` runs the checks that are costly for large files too. Warnings that the format
    tolerates are notes, as they are of a file that is written.

    :raises UnreadableError: if it can't be parsed, or its format can't be told.
    :raises UnknownNameError: if no format has the given name.
    :raises UnsupportedError: if the format is not built yet.
    """
    return list(validated(source, format, full_check=full_check).findings)


def validated(
    source: Input,
    format: str | None = None,  # noqa: A002 - the word for it
    *,
    full_check: bool = False,
) -> Validation:
    """What ``validate`` finds, with the format that was told.

    :raises PathportError: as ``validate`` does.
    """
    it = opened(source, format)
    found, fmt = it.source, it.format
    with collector_paused():
        findings = found_in(found.content, fmt, path=found.path, full=full_check)
    return Validation(path=found.path, format=fmt.name, findings=findings)


def opened(source: Input, format: str | None = None) -> Opened:  # noqa: A002 - the word for it
    """The bytes of a source, and the format that they are of.

    :raises PathportError: as ``read`` does, but for faults in the content.
    """
    named = built(format_named(format)) if format else None
    found = bytes_source(source) if isinstance(source, bytes) else read_source(source)
    if named:
        return Opened(found, named)
    told = detected(found.content, found.path)
    return Opened(found, built(told, found.path))


def built(fmt: Format, path: str = "") -> Format:
    """The format itself, if it is built.

    :raises UnsupportedError: if it is not, at this path.
    """
    try:
        _ = fmt.module
    except UnsupportedError as error:
        place = Location(path=path)
        told = (msgspec.structs.replace(each, place=place) for each in error.findings)
        raise UnsupportedError(*told) from None
    return fmt


def sourced(
    source: Pathway | Input,
    format: str | None = None,  # noqa: A002 - the word for it
    *,
    merge: bool = True,
) -> tuple[Read, str]:
    """The pathway of a source, and the source's format; a pathway is its own, and has none.

    :raises PathportError: as ``read`` does.
    """
    if isinstance(source, Pathway):
        return Read(pathway=checked(source)), ""
    found = opened(source, format)
    return read_opened(found, merge=merge), found.format.name


def shown_opened(it: Opened) -> Read:
    """The pathway that these bytes hold in their format, with the layout that they show.

    :raises PathportError: as ``read`` does.
    """
    source, fmt = it
    native = fmt.native if fmt.reads else None
    if native is None:
        return read_opened(it)
    with collector_paused():
        return native_shown(source.content, path=source.path, read=native)


def read_opened(it: Opened, *, merge: bool = True) -> Read:
    """The pathway that these bytes hold in their format.

    :raises PathportError: as ``read`` does.
    """
    source, fmt = it
    if not fmt.reads:
        sentence = f'the format "{fmt.name}" is only written'
        raise UnsupportedError(ONE_WAY.finding(sentence, place=Location(path=source.path)))
    if not (merge or fmt.drawn):
        sentence = f'nodes can\'t be kept apart in the format "{fmt.name}": it draws none'
        raise UnsupportedError(APART.finding(sentence, place=Location(path=source.path)))
    with collector_paused():
        reads = fmt.module.read if merge else fmt.module.read_apart
        return reads(source.content, path=source.path)
