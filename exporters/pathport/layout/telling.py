"""Whether a picture tells all of its pathway's lines: none is lost with a box that is not there."""

from collections import defaultdict
from collections.abc import Iterator

from pathport.layout.picture import GlyphKind, LineRole, Picture
from pathport.layout.targets import final_target
from pathport.model.pathway import Pathway

__all__ = ["untold"]

SOME = ""
"""An end at no species."""


def untold(pathway: Pathway, picture: Picture) -> str | None:
    """The first process, control or association that a picture of a pathway does not show with all
    that takes part, or with nothing on a side where there is something; none, if it shows all.
    """
    things = {it.id: it.species for it in pathway.layout.boxes}
    things |= {it.id: it.thing for it in picture.glyphs}
    ends: dict[tuple[str, LineRole | None], set[str]] = defaultdict(set)
    for line in picture.lines:
        for role in (line.role, None):
            ends[line.of, role] |= {things.get(it, SOME) for it in (line.start, line.end)}
    for id_, role, species in _taking_part(pathway):
        if not species <= ends[id_, role]:
            return id_
    void = {it.thing for it in picture.glyphs if it.kind is GlyphKind.VOID}
    full = (it.id for it in pathway.processes if it.inputs and it.outputs)
    return next((it for it in full if it in void), None)


def _taking_part(pathway: Pathway) -> Iterator[tuple[str, LineRole | None, set[str]]]:
    """What lines there must be: of what, of which role if that is told, to which species."""
    for process in pathway.processes:
        yield process.id, LineRole.INPUT, {it.species for it in process.inputs}
        yield process.id, LineRole.OUTPUT, {it.species for it in process.outputs}
        yield process.id, LineRole.TEMPLATE, {*filter(None, [process.template])}
    targets = {it.id: it.target for it in pathway.controls if any(it.sources.species())}
    for control in pathway.controls:
        if final_target(control.id, targets) not in (None, control.id):
            yield control.id, None, set(control.sources.species())
    for association in pathway.associations:
        if len(association.participants) > 1:
            yield association.id, None, {it.species for it in association.participants}
