"""A pathway as a drawing: boxes, lines, compartments, and the records on each element.

What is drawn is decided by ``showing`` and ``routes``, where it is by the layout, ``arranging`` of
what has none, and ``grid``; the drawing's version is that of its ``dialect``. What GPML has no
construct for is not this module's business.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import msgspec

from pathport.fidelity.measure import Marks
from pathport.formats.gpml.arranging import with_places
from pathport.formats.gpml.depicting_about import (
    evidence_records,
    head,
    reference_id,
    references_of,
    said,
    tags_of,
)
from pathport.formats.gpml.depicting_free import FreeDrawing
from pathport.formats.gpml.depicting_lines import Anchored, depicted_lines
from pathport.formats.gpml.dialect import Dialect
from pathport.formats.gpml.drawing import Drawing, Group, Node, Note, Shape, State
from pathport.formats.gpml.fitting import fitted
from pathport.formats.gpml.frames import component_of
from pathport.formats.gpml.geometry import board, extent, state_rect
from pathport.formats.gpml.grid import Placed, placed
from pathport.formats.gpml.looks import USUAL, filled, usual_state
from pathport.formats.gpml.routes import Route, Routes, shown_open_ids
from pathport.formats.gpml.showing import Item, Showing, Shown
from pathport.formats.gpml.states import comments_of, label_of
from pathport.formats.gpml.ways import Ground, alone_first
from pathport.layout.geometry import rounded
from pathport.model.facts import PATHWAY
from pathport.model.layout import Style
from pathport.model.pathway import Pathway
from pathport.model.things import Process, Species

__all__ = ["Depiction"]


class Depiction:
    """The drawing of a pathway in the making; ``marks`` stand on boxes, lines and shapes."""

    def __init__(self, pathway: Pathway, dialect: Dialect) -> None:
        self.pathway = pathway = fitted(with_places(pathway))
        self.dialect = dialect
        self.showing = Showing(pathway, dialect)
        self.species: Mapping[str, Species] = {it.id: it for it in pathway.species}
        self.tops = self.showing.tops
        self.boxes = [it for top in self.tops for it in top.all()]

    @cached_property
    def firsts(self) -> Mapping[str, str]:
        """By id of a species, the box that tells of it: with its id, or the first."""
        found: dict[str, str] = {}
        for shown in sorted(self.boxes, key=lambda it: it.id):
            if shown.part is not None or shown.stands_in:
                continue
            if shown.id == shown.species or shown.species not in found:
                found[shown.species] = shown.id
        return found

    @cached_property
    def opens(self) -> Mapping[str, str | None]:
        """By id of an open side, the compartment that it is drawn in."""
        places = {it.id: it.compartment for it in self.pathway.species}
        processes = {it.id: it for it in self.pathway.processes}
        return {
            id_: places[_first_species(processes[of])]
            for of, id_ in shown_open_ids(self.pathway, self.pathway.layout).items()
        }

    @cached_property
    def placed(self) -> Placed:
        """Where everything is."""
        boxes_groups = self.dialect.boxes_groups
        places = self.showing.places
        return placed(self.pathway, self.tops, self.opens, places=places, boxes_groups=boxes_groups)

    @cached_property
    def states(self) -> tuple[State, ...]:
        """The States of all nodes."""
        return tuple(
            self._state(shown, item, n)
            for shown in self.boxes
            for n, item in enumerate(shown.items)
        )

    @cached_property
    def routes(self) -> tuple[Route, ...]:
        """The routes of all lines."""
        owner = {it.id: it.species for it in self.boxes}
        owner |= {state.id: owner[state.node] for state in self.states}
        rects = {**self.placed.rects}
        for state in self.states:
            rects[state.id] = state_rect(state, rects[state.node])
        boxes = alone_first(
            (it.species, it.id, it.id in self._around)
            for it in sorted(self.boxes, key=lambda it: it.id)
            if it.part is None
        )
        ground = Ground(rects=rects, boxes=boxes, owner=owner)
        return Routes(self.pathway, ground, layout=self.pathway.layout).all()

    def drawing(self, marks: Marks) -> Drawing:
        """The drawing with these records on its elements."""
        pathway = self.pathway
        anchored = Anchored(self.showing)
        lines = tuple(
            depicted_lines(
                pathway,
                self.routes,
                dialect=self.dialect,
                anchored=anchored,
                marks=marks,
                said=said,
            )
        )
        free = FreeDrawing(
            pathway.layout.drawing,
            lines,
            things={*self.placed.rects, *(it.id for it in pathway.compartments)}
            | {it.id for it in self.states},
            groups={it.id for it in self.boxes if it.group and it.told is not None},
            anchored=anchored,
        )
        lines = tuple(msgspec.structs.replace(it, anchors=anchored.of(it.id)) for it in free.lines)
        nodes = tuple(self._node(it, marks) for it in self.boxes if not it.group)
        groups = tuple(self._group(it, marks) for it in self.boxes if it.group)
        shapes = (*self._frames(marks), *self._open_sides(free), *free.shapes)
        about = head(pathway, self.dialect)
        terms = tuple(tags_of(pathway))
        canvas = [*self.placed.rects.values(), *(it.rect for it in free.labels)]
        canvas += [extent(it.rect, it.style.rotation) for it in shapes]
        canvas += [state_rect(it, self.placed.rects[it.node]) for it in self.states]
        width, height = board(canvas)
        drawn = (*nodes, *groups, *lines, *shapes, *free.labels, *self.states)
        used = {*about["refs"], *(ref for it in drawn for ref in it.refs)}
        codes = {*about["codes"], *(code for it in drawn for code in it.codes)}
        return Drawing(
            **about,
            marks=marks.at(PATHWAY, ""),
            width=pathway.layout.width if pathway.layout.width is not None else width,
            height=pathway.layout.height if pathway.layout.height is not None else height,
            nodes=nodes,
            states=self.states,
            groups=groups,
            lines=lines,
            labels=free.labels,
            shapes=shapes,
            references=tuple(it for it in references_of(pathway) if it.id in used),
            terms=terms,
            evidence=tuple(it for it in evidence_records(pathway) if it.id in codes),
            tags=tuple(it.id for it in terms),
        )

    # Boxes

    def _common(self, shown: Shown, marks: Marks) -> dict[str, Any]:
        """Id and records of a box, and what is said of the species or part that it tells of."""
        around_it = self._around.get(shown.id, "")
        told = {}
        if shown.part is not None:
            told = said(shown.part)
        elif self.firsts.get(shown.species) == shown.id:
            told = said(self.species[shown.species])
        return {"id": shown.id, "marks": marks.at("box", shown.id), "group": around_it, **told}

    @cached_property
    def _around(self) -> Mapping[str, str]:
        """By id of a box, the group that it is in."""
        return {inner.id: it.id for it in self.boxes for inner in it.inner}

    def _node(self, shown: Shown, marks: Marks) -> Node:
        style = shown.told.style if shown.told is not None else Style()
        return Node(
            **self._common(shown, marks),
            label=shown.label,
            type=shown.type,
            rect=self.placed.rects[shown.id],
            style=style,
            xref=shown.xref,
        )

    def _group(self, shown: Shown, marks: Marks) -> Group:
        style = shown.told.style if shown.told is not None else Style()
        return Group(
            **self._common(shown, marks),
            label=shown.label,
            type=shown.group,
            rect=self.placed.rects[shown.id],
            style=style,
            xref=shown.xref,
        )

    def _state(self, shown: Shown, item: Item, number: int) -> State:
        label = item.label or label_of(item.shows)
        mark = item.mark
        usual = usual_state(label, number)
        x, y, width, height = (mark.x, mark.y, mark.width, mark.height) if mark else usual
        comments = comments_of(item.shows, shown.site_fields, item.note)
        return State(
            id=item.id,
            label=label,
            node=shown.id,
            x=rounded(x),
            y=rounded(y),
            width=width,
            height=height,
            style=mark.style if mark else Style(),
            notes=tuple(map(Note, comments)),
            refs=tuple(map(reference_id, item.references)),
            xref=item.xref,
        )

    # Shapes

    def _frames(self, marks: Marks) -> Iterator[Shape]:
        told = {it.compartment: it for it in self.pathway.layout.frames}
        for compartment in self.pathway.compartments:
            component = component_of(compartment)
            name = compartment.name or component
            frame = told.get(compartment.id)
            is_empty = frame is not None and frame.label == "" and name == component
            style = frame.style if frame is not None else Style()
            yield Shape(
                id=compartment.id,
                label="" if is_empty else name,
                rect=self.placed.frames[compartment.id],
                component=component,
                style=filled(style, USUAL["frame"]),
                marks=marks.at("compartment", compartment.id),
                **said(compartment),
            )

    def _open_sides(self, free: "FreeDrawing") -> Iterator[Shape]:
        """The shapes of open sides that the layout does not tell."""
        there = {it.id for it in free.shapes}
        for id_ in self.opens:
            if id_ not in there:
                yield Shape(id=id_, rect=self.placed.rects[id_], style=USUAL["open"])


def _first_species(process: Process) -> str:
    """The species on the side of a process that is not open."""
    participants = (*process.outputs, *process.inputs)
    return participants[0].species if participants else process.template or ""
