"""From a pathway to a picture of it, as SVG, PNG or HTML; in a notebook it shows itself."""

import os
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import PurePath

from pathport.api.choices import one_of
from pathport.api.writing import check_pathway
from pathport.drawing.html import html
from pathport.drawing.legend import legend
from pathport.drawing.png import png, unset
from pathport.drawing.rules import ADDED, NAME, NO_CORE, NO_MODULE, NOT_DRAWN, NOT_WHOLE
from pathport.drawing.svg import extent, svg
from pathport.errors import UnknownNameError, UnsupportedError
from pathport.findings import Finding, Location
from pathport.layout.core import core, has_core
from pathport.layout.engine import laid_out, laid_out_with
from pathport.layout.labels import Labels
from pathport.layout.metrics import Metrics, measured
from pathport.layout.own import fault_of_places, in_own_places
from pathport.layout.picture import Picture
from pathport.layout.telling import untold
from pathport.layout.views import module_view, modules_named
from pathport.layout.whole import made_whole
from pathport.model.check import checked
from pathport.model.pathway import Pathway
from pathport.model.things import Control, Module
from pathport.safety.place import place

__all__ = ["KINDS", "LAYOUTS", "THEMES", "Drawing", "draw", "kind_of", "module_of"]

KINDS = ("svg", "png", "html")
THEMES = ("light", "dark", "auto")
LAYOUTS = ("own", "anew")
VIEWS = ("full", "core", "module=NAME")
MODULE = re.compile("module[= ](.*)", re.DOTALL)
"""A view of one module."""


class Drawing:
    """A picture of a pathway, ready to be shown or saved."""

    def __init__(self, picture: Picture, theme: str, findings: tuple[Finding, ...] = ()) -> None:
        self.picture = picture
        self.theme = theme
        self.findings = findings
        """What of the pathway's own layout is not drawn."""

    @cached_property
    def svg(self) -> str:
        """The picture as an SVG document."""
        return svg(self.picture, theme=self.theme)

    @cached_property
    def metrics(self) -> Metrics:
        """The figures that judge it."""
        return measured(self.picture, page=extent(self.picture, legend(self.picture)))

    def content(self, kind: str, *, path: str = "") -> bytes:
        """The bytes of a file of this kind: ``svg``, ``png`` or ``html``.

        :raises UnsupportedError: if a PNG is asked for, and resvg-py or a font is lacking.
        """
        if kind == "png":
            return png(self.svg, path=path)
        page = html(self.svg, self.picture.title, self.theme) if kind == "html" else self.svg
        return page.encode()

    def told(self, kind: str) -> tuple[Finding, ...]:
        """What of the pathway's own layout is not drawn, and what a file of this kind lacks."""
        return (*self.findings, *(unset(self.svg) if kind == "png" else ()))

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes the picture to a file, of the kind that its name tells.

        :raises PathportError: if the name tells none, or it can't be written.
        """
        name = os.fspath(path)
        place(name, self.content(kind_of(name), path=name))

    def _repr_svg_(self) -> str:
        return self.svg


def draw(
    pathway: Pathway, *, view: str = "full", theme: str = "light", layout: str | None = None
) -> Drawing:
    """A picture of a pathway: in its own layout, if that has a place for each species.

    :param view: ``full``; ``core``, the ways from ligands to outcomes and what drives them; or
        ``module=`` and the id, the name, or the beginning of the name of a module.
    :param theme: ``light``, ``dark``, or ``auto`` for what the reader prefers.
    :param layout: ``own``, or ``anew`` for places of ours; a part is always laid out anew. Without
        it, the own one is taken if there is one.
    :raises FaultyError: if the pathway breaks the rules of the model.
    :raises UnknownNameError: if no view, module, theme or layout has this name.
    """
    check_pathway(pathway)
    whole = checked(pathway)
    shown = viewed(whole, view)
    theme = one_of(THEMES, theme, "theme")
    is_own = one_of(LAYOUTS, layout or LAYOUTS[0], "layout") == LAYOUTS[0]
    own, fault = _in_own_places(shown, whole) if is_own else (None, None)
    picture, told = own or (_laid_out(shown, whole), ())
    # What has no layout, or is a part, is drawn anew without a word if nobody asked for its own.
    if fault and (layout is not None or (shown is whole and bool(whole.layout.boxes))):
        told = (NOT_WHOLE.finding(f"{fault}: all is laid out anew"),)
    return Drawing(picture, theme, (*told, *_notes(whole, view), *_lost(shown, picture)))


Found = tuple[Picture, tuple[Finding, ...]]


def _in_own_places(shown: Pathway, whole: Pathway) -> tuple[Found | None, str | None]:
    """A pathway in its own layout, with what is to be told of it; or why it can't be drawn so."""
    fault = fault_of_places(whole) if shown is whole else "a part of a pathway has no layout"
    if fault is not None:
        return None, fault
    there = made_whole(whole)
    picture = in_own_places(there.pathway, there.made)
    lost = untold(there.pathway, picture) if there.added else None
    if lost is not None:
        return None, f'not all that takes part in "{lost}" can be put into the layout'
    return (picture, _added(there.added)), None


def _notes(whole: Pathway, view: str) -> Iterator[Finding]:
    """That a view is not what it is called."""
    if view == VIEWS[1] and not has_core(whole):
        yield NO_CORE.finding("no way leads from a ligand to an outcome: all of it is drawn")


def _lost(shown: Pathway, picture: Picture) -> Iterator[Finding]:
    """The controls that a picture leaves out."""
    drawn = {line.of for line in picture.lines}
    for control in shown.controls:
        if control.id not in drawn:
            yield NOT_DRAWN.finding(
                f'the control "{control.id}" {_lack(control)}: it is not drawn',
                place=Location(subject=f"control {control.id}"),
            )


def _lack(control: Control) -> str:
    """Why a control has no line."""
    if control.target is None:
        return "has no target"
    has_source = any(control.sources.species())
    return "acts on what is not drawn" if has_source else "has no source in the layout"


def _added(species: Sequence[str]) -> tuple[Finding, ...]:
    """That species without a box of their own are drawn in places of ours."""
    if not species:
        return ()
    more = f" and {len(species) - 1} more" if len(species) > 1 else ""
    return (
        ADDED.finding(
            f'the layout has no box for the species "{species[0]}"{more}: placed among the others'
        ),
    )


def _laid_out(shown: Pathway, whole: Pathway) -> Picture:
    """A pathway or a part of it with places of ours, its complexes as in the whole."""
    if shown is whole:
        return laid_out(whole)
    return laid_out_with(Labels(shown, whole=whole), is_page=True)


def viewed(pathway: Pathway, view: str) -> Pathway:
    """What a view shows of a pathway.

    :raises UnknownNameError: if there is no such view, or the pathway has no such module,
        or several.
    """
    name = module_of(view)
    if name is None:
        whole = one_of(VIEWS, view, "view") == VIEWS[0]
        return pathway if whole else core(pathway)
    modules = modules_named(pathway, name)
    if len(modules) != 1:
        raise UnknownNameError(_not_one(name, modules, pathway.modules))
    return module_view(pathway, modules[0])


def module_of(view: object) -> str | None:
    """The name in ``module=NAME`` or ``module NAME``; none, if a view is not of a module."""
    found = MODULE.fullmatch(view) if isinstance(view, str) else None
    return found[1] if found else None


def _not_one(name: str, found: Sequence[Module], known: Sequence[Module]) -> Finding:
    """That no module has a name, or several have."""
    if found:
        told = ", ".join(f'{each.id} ("{each.name or each.id}")' for each in found)
        sentence = f'several modules of the pathway are called "{name}": {told}'
        return NO_MODULE.finding(sentence, remedy="give the id of one of them")
    told = ", ".join(f'"{each.name or each.id}"' for each in known)
    remedy = f"its modules are {told}" if known else "it has none: draw it in full"
    return NO_MODULE.finding(f'no module of the pathway is called "{name}"', remedy=remedy)


def kind_of(path: str) -> str:
    """The kind of picture that a file's name tells; one in ``.gz`` is compressed.

    :raises UnsupportedError: if it tells none.
    """
    kind = PurePath(path.lower().removesuffix(".gz")).suffix.removeprefix(".")
    if kind not in KINDS:
        sentence = f'the name "{path}" does not tell what kind of picture it is to be'
        raise UnsupportedError(NAME.finding(sentence, place=Location(path=path)))
    return kind
