"""From an edited export of a document to the document with these edits, in its place."""

import difflib
import re
from collections.abc import Callable

import msgspec

from pathport.api.reading import Input, Opened, opened, read_opened
from pathport.difference import Change, difference
from pathport.document import YAML, load
from pathport.document.own_naming import written_ids
from pathport.errors import FaultyError, UnsupportedError
from pathport.fidelity.reading import Reading
from pathport.findings import Finding, Location, Severity
from pathport.formats import Format
from pathport.model.pathway import Pathway
from pathport.safety.collector import collector_paused
from pathport.safety.place import place
from pathport.safety.source import decode_text
from pathport.safety.target import PathName
from pathport.updating.homecoming import Home, Request, brought_home
from pathport.updating.rules import NO_DOCUMENT
from pathport.updating.writing import rewritten

__all__ = ["Updated", "update"]


class Updated(msgspec.Struct, frozen=True, kw_only=True):
    """What came of an update: what changed in the document, and its text before and after.

    An error among the findings kept the document as it is.
    """

    path: str
    format: str
    before: str
    after: str
    changes: tuple[Change, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the document's text is another one."""
        return self.before != self.after

    @property
    def refused(self) -> bool:
        """Whether an error keeps the edits from the document."""
        return any(it.severity is Severity.ERROR for it in self.findings)

    @property
    def diff(self) -> str:
        """What changed, as a unified diff; empty where nothing did."""
        before, after = (text.splitlines(keepends=True) for text in (self.before, self.after))
        lines = difflib.unified_diff(before, after, self.path, self.path)
        return "".join(map(_ended, lines))


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def update(
    document: PathName,
    file: Input,
    *,
    base: Input | None = None,
    format: str | None = None,  # noqa: A002 - the word for it
    layout: bool = False,
    dry_run: bool = False,
    replace: bool = False,
) -> Updated:
    """Makes the edits of an exported file to the document that it was exported from, in its place.

    What the file's format can't say stays as the document has it, and so do comments, order and
    spelling. ``base`` is what the file was exported from where that is not the document as it
    stands: the document as it was, or the file before it was edited. With ``layout`` the whole
    drawing is taken, and not only what was moved or is new in it. ``dry_run`` leaves the document
    as it is. A file in which most of the document is missing is taken for that of another
    pathway, unless ``replace`` is set.

    :raises PathportError: if one of them can't be read, or the document not be put in place.
    :raises UnsupportedError: UPD001, if the document is none in YAML.
    """
    doc = opened(document)
    if doc.format.name != YAML.name:
        sentence = f'"{doc.format.name}" is not a document in YAML'
        raise UnsupportedError(NO_DOCUMENT.finding(sentence, place=Location(path=doc.source.path)))
    path, text = doc.source.path, decode_text(doc.source)
    edited = opened(file, format)
    with collector_paused():
        ours = load(text, syntax=YAML, path=path).pathway
        home = _home(ours, text, edited, base, layout=layout, may_replace=replace)
        findings = home.findings
        after = text
        if home.pathway != ours:
            try:
                after = rewritten(text, ours, home.pathway, path=path)
            except FaultyError as error:
                findings += error.findings
    made = Updated(
        path=path,
        format=edited.format.name,
        before=text,
        after=after,
        changes=difference(ours, home.pathway).changes if after != text else (),
        findings=findings,
    )
    if made.changed and not dry_run:
        place(document, after.encode())
    return made


def _home(
    ours: Pathway, text: str, edited: Opened, base: Input | None, *, layout: bool, may_replace: bool
) -> Home:
    fmt = edited.format
    native = _native(fmt)
    request = Request(
        edited=native(edited.source.content, path=edited.source.path),
        export=lambda pathway: native(fmt.module.write(pathway).content),
        base=None if base is None else _base(opened(base), fmt),
        written=written_ids(YAML.tree_of(text)),
        made=re.compile(fmt.made),
        is_export=fmt.native is not None,
        whole_layout=layout,
        may_replace=may_replace,
        path=edited.source.path,
    )
    return brought_home(ours, request)


def _base(it: Opened, fmt: Format) -> Pathway | Reading:
    """What a file was exported from: a pathway, or the same file before it was edited."""
    if it.format.name == fmt.name and fmt.native is not None:
        return _native(fmt)(it.source.content, path=it.source.path)
    return read_opened(it).pathway


def _native(fmt: Format) -> Callable[..., Reading]:
    """What reads what a format says itself; a document says everything itself."""

    def whole(content: bytes, *, path: str = "") -> Reading:
        return Reading(pathway=fmt.module.read(content, path=path).pathway)

    return fmt.native or whole
