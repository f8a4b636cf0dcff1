"""From a pathway to files of one or many formats, each checked before it is in its place.

What these functions are given is checked here: formats, names and options, all before anything is
written. How targets come into their places is the business of ``pathport.api.delivery``.
"""

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath

from pathport.api.choices import one_of
from pathport.api.delivery import Aim, Delivered, Run, check_names, delivered, folder_made
from pathport.api.reading import Input, built, sourced
from pathport.api.report import Report, Strict, Verdict
from pathport.api.rules import (
    BASE,
    KINETICS,
    NAME,
    ONE_WAY,
    PLACELESS,
    RATELESS,
    UNFOLDED,
    VIEWLESS,
)
from pathport.errors import (
    FaultyError,
    PathportError,
    UnknownNameError,
    UnsupportedError,
    UnwritableError,
)
from pathport.findings import Location
from pathport.formats import Format, Options, Read, Written, format_named
from pathport.formats.detect import format_by_name, stem_of
from pathport.model.check import checked
from pathport.model.kinetics import Kinetics
from pathport.model.pathway import Pathway
from pathport.networks.network import Complexes, View
from pathport.safety.collector import collector_paused
from pathport.safety.target import PathName, refusals

__all__ = ["check_pathway", "convert", "converted", "export", "options_of", "write", "write_bytes"]

STREAM = "-"
UNNAMED = "pathway"
"""The name of what comes from standard input, or from bytes."""

ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#]")


def write(
    pathway: Pathway,
    path: PathName,
    format: str | None = None,  # noqa: A002 - the word for it
    *,
    base: str | None = None,
    kinetics: str | None = None,
    view: str | None = None,
    complexes: str | None = None,
    layout: bool = False,
    full_check: bool = False,
) -> Report:
    """Writes a pathway to a file, in the format that its name tells unless one is named.

    ``base`` is the base of URIs in formats that name things by URI. ``kinetics`` (``mass-action``)
    gives processes without a rate one, and species amounts, in SBML: placeholders, told as
    supplied. ``view`` (``process`` or ``influence``) and ``complexes`` (``whole`` or ``parts``) say
    what the nodes of a network are. ``layout`` gives a pathway without positions those of ``draw``,
    in SBML: supplied too. A name in ``.gz`` is compressed. The file is placed only if it
    breaks no rule of its own format.

    :raises FaultyError: if the pathway breaks the rules of the model, or the file those of its
        format; what stood at the path is as it was.
    :raises UnwritableError: if it can't be put in place.
    :raises UnknownNameError: if no format has this name, or the path tells none.
    :raises UnsupportedError: if the format is not built yet, or only read, or has no place for
        kinetics or a view that are asked for.
    """
    check_pathway(pathway)
    aim = Aim(format_for(path, format), os.fspath(path))
    run = Run(
        options=options_of(
            base,
            kinetics=kinetics,
            view=view,
            complexes=complexes,
            layout=layout,
            full_check=full_check,
        )
    )
    check_asked([aim.format], run.options)
    check_names([aim], run)
    return whole(delivered(Read(pathway=checked(pathway)), [aim], run).report)


def write_bytes(
    pathway: Pathway,
    format: str,  # noqa: A002 - the word for it
    *,
    base: str | None = None,
    kinetics: str | None = None,
    view: str | None = None,
    complexes: str | None = None,
    layout: bool = False,
) -> Written:
    """The bytes of a pathway in a format, with the account of its facts; not checked.

    :raises FaultyError: if the pathway breaks the rules of the model.
    :raises UnknownNameError: if no format has this name.
    :raises UnsupportedError: if the format is not built yet, or only read, or has no place for
        kinetics or a view that are asked for.
    """
    check_pathway(pathway)
    fmt = writable(format_named(format))
    options = options_of(base, kinetics=kinetics, view=view, complexes=complexes, layout=layout)
    check_asked([fmt], options)
    with collector_paused():
        return fmt.module.write(checked(pathway), options)


def check_pathway(pathway: object) -> None:
    """Passes a pathway.

    :raises TypeError: if it is something else.
    """
    if not isinstance(pathway, Pathway):
        raise TypeError(f"expected a pathway, such as read() gives, found {pathway!r}"[:200])


def convert(
    source: Pathway | Input,
    destination: PathName,
    *,
    from_format: str | None = None,
    to_format: str | None = None,
    base: str | None = None,
    kinetics: str | None = None,
    view: str | None = None,
    complexes: str | None = None,
    layout: bool = False,
    full_check: bool = False,
    merge: bool = True,
) -> Report:
    """Reads a source, unless it is a pathway, and writes it to one file.

    :raises PathportError: as ``read`` and ``write`` do.
    """
    options = options_of(
        base,
        kinetics=kinetics,
        view=view,
        complexes=complexes,
        layout=layout,
        full_check=full_check,
    )
    run = Run(options=options)
    made = converted(
        source, destination, run, from_format=from_format, to_format=to_format, merge=merge
    )
    return whole(made.report)


def converted(
    source: Pathway | Input,
    destination: PathName,
    run: Run,
    *,
    from_format: str | None = None,
    to_format: str | None = None,
    merge: bool = True,
) -> Delivered:
    """What ``convert`` does, with a target that fails its check told, not raised.

    For the destination ``-`` the content is given back.

    :raises PathportError: as ``read`` and ``write`` do.
    """
    aim = Aim(format_for(destination, to_format), os.fspath(destination))
    check_asked([aim.format], run.options)
    check_names([aim], run, source=path_of(source))
    read, of = sourced(source, from_format, merge=merge)
    return delivered(read, [aim], run, source=path_of(source), of=of)


def export(
    source: Pathway | Input,
    to: str | Iterable[str],
    out: PathName,
    *,
    format: str | None = None,  # noqa: A002 - the word for it
    name: str | None = None,
    base: str | None = None,
    kinetics: str | None = None,
    view: str | None = None,
    complexes: str | None = None,
    layout: bool = False,
    full_check: bool = False,
    strict: Strict | str | None = None,
    report: PathName | None = None,
    merge: bool = True,
) -> Report:
    """Writes one source, a file or a pathway, to a folder in one or more formats, with one report.

    The files are called as the source is, a pathway's after its id, or ``name``, with the suffixes
    of their formats. The folder is made if it is not there. A target that breaks a rule of its own
    format is not placed and its verdict says so; the others are. ``strict`` (``lost`` or ``all``)
    keeps all from being placed where something is lost, or not native; ``report`` is a file for the
    report.

    :raises PathportError: as ``read`` and ``write`` do, but for targets that fail their check.
    """
    options = options_of(
        base,
        kinetics=kinetics,
        view=view,
        complexes=complexes,
        layout=layout,
        full_check=full_check,
    )
    level = Strict(one_of(Strict, strict, "strict")) if strict is not None else None
    run = Run(options=options, strict=level, report=report)
    formats = writable_formats([to] if isinstance(to, str) else to)
    check_asked(formats, options)
    stem = file_name(name) if name is not None else stem_for(source)
    aims = [Aim(each, str(Path(out, stem + each.suffixes[0]))) for each in formats]
    with folder_made(out):
        check_names(aims, run, source=path_of(source))
        read, of = sourced(source, format, merge=merge)
        return delivered(read, aims, run, source=path_of(source), of=of).report


def whole(report: Report) -> Report:
    """The report of targets that are all in place.

    :raises FaultyError: if one is not, with what its check found.
    """
    if not report.complete:
        targets = (each for each in report.targets if each.verdict is not Verdict.WRITTEN)
        raise FaultyError.of(each for target in targets for each in target.findings)
    return report


# What is asked for


def writable_formats(names: Iterable[str]) -> list[Format]:
    """The formats of these names; what is wrong with any of them is told at once.

    :raises PathportError: as ``write`` does.
    """
    formats: list[Format] = []
    wrong: list[PathportError] = []
    for name in names:
        try:
            formats.append(writable(format_named(name)))
        except (UnknownNameError, UnsupportedError) as error:
            wrong.append(error)
    if wrong:
        raise type(wrong[0]).of(each for error in wrong for each in error.findings)
    return formats


def writable(fmt: Format) -> Format:
    """The format itself, if it is written and built.

    :raises UnsupportedError: if it is not.
    """
    if not fmt.writes:
        raise UnsupportedError(ONE_WAY.finding(f'the format "{fmt.name}" is only read'))
    return built(fmt)


def format_for(path: PathName, name: str | None) -> Format:
    """The format that is named, or that the path tells.

    :raises UnwritableError: if the path is that of a folder, which tells none.
    """
    if name is None and os.path.isdir(path):  # noqa: PTH112 - Path takes "" for "."
        raise UnwritableError(*refusals([path]))
    return writable(format_named(name) if name else format_by_name(path))


def options_of(
    base: str | None,
    *,
    kinetics: str | None = None,
    view: str | None = None,
    complexes: str | None = None,
    layout: bool = False,
    full_check: bool = False,
) -> Options:
    """The options of a run.

    :raises UnsupportedError: if the base is none, or complexes are to stand for their parts in a
        view of processes.
    :raises UnknownNameError: if there are no such kinetics, view or complexes.
    """
    if base is not None and not ABSOLUTE.fullmatch(base):
        sentence = f'"{base}" is no absolute URI that ends in / or #'
        raise UnsupportedError(BASE.finding(sentence, place=Location(subject=base)))
    options = Options(
        base=base,
        full_check=full_check,
        kinetics=kinetics_named(kinetics),
        view=View(one_of(View, view or View.PROCESS, "view")),
        layout=layout,
        complexes=Complexes(one_of(Complexes, complexes or Complexes.WHOLE, "complexes")),
    )
    if options.complexes is Complexes.PARTS and options.view is View.PROCESS:
        raise UnsupportedError(UNFOLDED.finding("a view of processes has complexes as they are"))
    return options


def kinetics_named(name: str | None) -> Kinetics | None:
    """The kinetics of this name.

    :raises UnknownNameError: if there are none.
    """
    try:
        return None if name is None else Kinetics(name)
    except ValueError:
        sentence = f'no kinetics are called "{name}"'
        raise UnknownNameError(KINETICS.finding(sentence)) from None


def check_asked(formats: Sequence[Format], options: Options) -> None:
    """Passes formats of which at least one has a place for each thing that is asked for.

    :raises UnsupportedError: if there is one that none has a place for.
    """
    names = " and ".join(f'"{each.name}"' for each in formats)
    if options.kinetics is not None and not any(each.simulates for each in formats):
        raise UnsupportedError(RATELESS.finding(f"no rates are written in {names}"))
    if options.layout and not any(each.places for each in formats):
        raise UnsupportedError(PLACELESS.finding(f"no positions are supplied in {names}"))
    if options.view is not View.PROCESS and not any(each.views for each in formats):
        raise UnsupportedError(VIEWLESS.finding(f"no network is written in {names}"))


def path_of(source: Pathway | Input) -> PathName | None:
    """The path of a source that has one."""
    return None if isinstance(source, bytes | Pathway) else source


def stem_for(source: Pathway | Input) -> str:
    """The name that outputs take from their source."""
    if isinstance(source, Pathway):
        return source.id
    if isinstance(source, bytes) or os.fspath(source) == STREAM:
        return UNNAMED
    return stem_of(source)


def file_name(name: str) -> str:
    """The name itself, if a file can have it.

    :raises UnsupportedError: if it is empty, or has a folder in it.
    """
    if not name or name != PurePath(name).name or "\\" in name:
        sentence = f'"{name}" is not the name of a file'
        raise UnsupportedError(NAME.finding(sentence, place=Location(subject=name)))
    return name
