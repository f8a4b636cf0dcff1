"""Compartments of a picture as GPML's shapes: each around what is in it, its name in the corner.

The engine draws places side by side, and says which is in which otherwise than by where they are.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pathport.formats.gpml.geometry import around
from pathport.formats.gpml.terms import COMPONENT
from pathport.layout.geometry import Rect, union
from pathport.layout.picture import Area, Picture
from pathport.model.layout import Frame, Style
from pathport.model.pathway import Pathway
from pathport.model.things import Compartment
from pathport.vocabulary import by_name, term

__all__ = ["component_of", "frames_of", "from_inside"]

ROOM = 6.0
"""From a frame to one inside it."""
NAMED = Style(align="left", size=10.0)
"""The look of a frame: the engine leaves its left side to its name."""


def frames_of(pathway: Pathway, picture: Picture) -> Iterator[Frame]:
    """A frame for each compartment that the picture has, or has others in."""
    areas = {it.compartment: _area(it) for it in picture.areas}
    rects: dict[str, Rect] = {}
    inner: dict[str | None, list[str]] = defaultdict(list)
    for it in pathway.compartments:
        inner[it.inside].append(it.id)
    for compartment in from_inside(pathway.compartments):
        held = [around(rects[it], ROOM) for it in inner[compartment] if it in rects]
        whole = union([*held, *filter(None, [areas.get(compartment)])])
        if whole is not None:
            rects[compartment] = whole
    for compartment, (x, y, width, height) in rects.items():
        yield Frame(compartment=compartment, x=x, y=y, width=width, height=height, style=NAMED)


def _area(area: Area) -> Rect:
    """Where an area is; a small one with room for its name above all that is in it."""
    above = 0.0 if area.band else ROOM
    return Rect(area.x, area.y - above, area.width, area.height + above)


def from_inside(compartments: Iterable[Compartment]) -> list[str]:
    """The compartments, those inside others before these."""
    inner: dict[str | None, list[str]] = defaultdict(list)
    for it in compartments:
        inner[it.inside].append(it.id)
    found: list[str] = []
    ahead = list(inner[None])
    while ahead:
        compartment = ahead.pop()
        found.append(compartment)
        ahead += inner[compartment]
    return found[::-1]


def component_of(compartment: Compartment) -> str:
    """The cellular component that a compartment is: GPML's word, its name in GO, or its own."""
    terms = [it.id for it in compartment.identifiers if it.is_of_bearer]
    words = [word for it in terms if (word := COMPONENT.word(it)) is not None]
    names = [known.name for it in terms if (known := term(it)) is not None and known.name]
    told = [it for it in names if by_name("go", it) in terms]
    return next(iter((*words, *told)), compartment.name or compartment.id)
