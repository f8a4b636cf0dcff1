"""The lines of a pathway as they are drawn: routes with heads, anchors where others join them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from pathport.fidelity.measure import Marks
from pathport.formats.gpml.dialect import Dialect
from pathport.formats.gpml.drawing import Anchor, Joint, Line, Xref
from pathport.formats.gpml.routes import Route
from pathport.formats.gpml.showing import Showing
from pathport.formats.gpml.terms import INTERACTION_PREFIXES
from pathport.formats.gpml.ways import FROM_TEMPLATE, reads_template
from pathport.formats.gpml.xrefs import entry_xref, shown_xref
from pathport.layout.geometry import way_point
from pathport.model.enumerations import ProcessType, Relation
from pathport.model.layout import Point
from pathport.model.pathway import Pathway
from pathport.model.things import Process, Thing

__all__ = ["Anchored", "depicted_lines"]


CONSTRUCTS = ("process", "control", "association")
"""What a line may mean."""


class Anchored:
    """The anchors that lines get, by line and place: one for all that join at one place."""

    def __init__(self, showing: Showing) -> None:
        self.showing = showing
        self.ids: dict[str, dict[float, str]] = defaultdict(dict)

    def at(self, line: str, place: float) -> str:
        """The id of the anchor at a place of a line."""
        here = self.ids[line]
        if place not in here:
            here[place] = self.showing.made("anchor", line, place)
        return here[place]

    def of(self, line: str) -> tuple[Anchor, ...]:
        """The anchors of a line, in order."""
        here = self.ids.get(line, {})
        return tuple(Anchor(id=here[place], position=place) for place in sorted(here))


def depicted_lines(
    pathway: Pathway,
    routes: Sequence[Route],
    *,
    dialect: Dialect,
    anchored: Anchored,
    marks: Marks,
    said: Any,
) -> Iterator[Line]:
    """A line for each route; ``said`` gives the notes and references of a thing."""
    by_id = {route.way.id: route for route in routes}
    joints = {it.way.id: tuple(_joints(it, by_id, anchored)) for it in routes}
    joined = {by_id[route.joins].way.of for route in routes if route.joins}
    things: Mapping[tuple[str, str], Thing] = {(c, it.id): it for c, it in pathway.things()}
    first = {route.way.of: route.way.id for route in reversed(routes)}
    for route in routes:
        way = route.way
        thing = things[route.construct, way.of]
        is_first = first[way.of] == way.id
        head = _head(thing, dialect, is_joined=way.of in joined or route.construct != "process")
        yield Line(
            id=way.id,
            joints=_headed(joints[way.id], route, head),
            anchors=anchored.of(way.id),
            connector=way.connector,
            style=way.style,
            xref=_xref(thing, dialect) if is_first else Xref(),
            marks=tuple(_marks(route, marks, is_first=is_first)),
            **(said(thing) if is_first else {}),
        )


def _marks(route: Route, marks: Marks, *, is_first: bool) -> Iterator[str]:
    """The records on a line: of its thing if it is its own, of a part of it, of its way.

    What the line means natively may be another construct than what it was drawn for.
    """
    way = route.way
    own = (way.of, way.id) if is_first else (way.id,)
    for id_ in dict.fromkeys(own):
        for construct in CONSTRUCTS:
            yield from marks.at(construct, id_)
    yield from marks.at("way", way.id)


def _head(thing: Thing, dialect: Dialect, *, is_joined: bool) -> str:
    """The word of the head of all lines of a thing: WikiPathways drops what has heads of two kinds.

    An Arrow is the head of a process only where another line joins one of its lines.
    """
    type_ = getattr(thing, "type", None)
    if isinstance(type_, ProcessType):
        assert isinstance(thing, Process)  # noqa: S101 - for the type checker
        alone = not is_joined and not thing.reversible and bool(thing.inputs) == bool(thing.outputs)
        unread = type_ in FROM_TEMPLATE and not reads_template(thing)
        if unread or (type_ is ProcessType.PROCESS and alone):
            type_ = ProcessType.CONVERSION
        return dialect.process.word(type_) or ""
    effect = getattr(thing, "effect", None)
    return dialect.effect.word(effect) or "" if effect is not None else ""


def _headed(joints: tuple[Joint, ...], route: Route, head: str) -> tuple[Joint, ...]:
    first, *inner, last = joints
    if route.start_head:
        first = msgspec.structs.replace(first, head=head)
    if route.end_head:
        last = msgspec.structs.replace(last, head=head)
    return (first, *inner, last)


def _joints(route: Route, by_id: Mapping[str, Route], anchored: Anchored) -> Iterator[Joint]:
    """The points of a line; where it joins another one, that has an anchor."""
    way = route.way
    last = len(route.joints) - 1
    for n, (x, y) in enumerate(route.joints):
        end = way.start if n == 0 else way.end if n == last else None
        at = way.start_at if n == 0 else way.end_at
        if n not in (0, last):
            yield Joint(x=x, y=y)
        elif end is not None:
            yield Joint(x=x, y=y, on=end, at=_place(at))
        elif route.joins:
            anchor = anchored.at(route.joins, way.at or 0.0)
            across, down = way_point(by_id[route.joins].trail, way.at or 0.0)
            yield Joint(x=across, y=down, on=anchor, at=(0.0, 0.0))
        else:
            yield Joint(x=x, y=y)


def _place(at: Point | None) -> tuple[float, float]:
    return (at.x, at.y) if at is not None else (0.0, 0.0)


def _xref(thing: Thing, dialect: Dialect) -> Xref:
    """What identifies the thing of a line: its own identifier, or one that is related to it."""
    own = [it for it in thing.identifiers if it.id.partition(":")[0] in INTERACTION_PREFIXES]
    rest = [it for it in thing.identifiers if it not in own]
    found = shown_xref(own, (Relation.IS,), dialect.xref_of)
    if not any(found):
        found = shown_xref(rest, (Relation.IS_RELATED_TO,), dialect.xref_of)
    return found if any(found) else entry_xref(thing.accessions)
