"""The pathway: what is said about it as a whole, and all the things it holds."""

import importlib
from collections.abc import Iterator
from typing import Annotated, Any

from pathport.model.layout import Layout
from pathport.model.parts import Figure, Person, Publication, Step
from pathport.model.quantities import Quantities
from pathport.model.things import (
    Association,
    Compartment,
    Control,
    Module,
    Molecule,
    Process,
    Species,
    Thing,
)
from pathport.model.value import Inline, Keyed, Ordered

__all__ = ["CONSTRUCTS", "Pathway"]


class Pathway(Thing, frozen=True, kw_only=True, weakref=True):
    """A pathway: an immutable value, equal to another exactly if both have the same facts.

    ``name`` is its title and ``notes`` its description; ``identifiers`` are its ontology terms
    and the records that it is a version of.
    """

    organism: str | None = None
    """A taxonomy CURIE (``ncbitaxon:9606``)."""
    authors: Annotated[tuple[Person, ...], Ordered()] = ()
    created: str | None = None
    """A date or date and time, ISO 8601 (W3CDTF)."""
    modified: str | None = None
    version: str | None = None
    licence: str | None = None
    """An SPDX identifier, such as ``CC0-1.0``, or a title."""
    figure: Figure | None = None
    order: tuple[Step, ...] = ()
    """Which process, association or module follows which; within a module, the module says it."""
    publications: Annotated[tuple[Publication, ...], Keyed("id")] = ()
    compartments: Annotated[tuple[Compartment, ...], Keyed("id")] = ()
    molecules: Annotated[tuple[Molecule, ...], Keyed("id")] = ()
    species: Annotated[tuple[Species, ...], Keyed("id")] = ()
    processes: Annotated[tuple[Process, ...], Keyed("id")] = ()
    controls: Annotated[tuple[Control, ...], Keyed("id")] = ()
    associations: Annotated[tuple[Association, ...], Keyed("id")] = ()
    modules: Annotated[tuple[Module, ...], Keyed("id")] = ()
    quantities: Annotated[Quantities, Inline()] = Quantities()
    layout: Annotated[Layout, Inline()] = Layout()

    def things(self) -> Iterator[tuple[str, Thing]]:
        """Everything that has an id in the pathway's namespace, with the name of its construct."""
        for construct, (collection, _) in CONSTRUCTS.items():
            for thing in getattr(self, collection):
                yield construct, thing

    def _repr_svg_(self) -> str:
        """The pathway in a notebook: the one thing that it knows of what draws it, by name."""
        drawing: Any = importlib.import_module("pathport.api.drawing")
        return str(drawing.draw(self).svg)

    def __repr__(self) -> str:
        counts: list[str] = [
            f"{len(things)} {collection}"
            for collection, _ in CONSTRUCTS.values()
            if (things := getattr(self, collection))
        ]
        return f"<Pathway {self.id}: {', '.join(counts) or 'empty'}>"


CONSTRUCTS: dict[str, tuple[str, type[Thing]]] = {
    "compartment": ("compartments", Compartment),
    "molecule": ("molecules", Molecule),
    "species": ("species", Species),
    "process": ("processes", Process),
    "control": ("controls", Control),
    "association": ("associations", Association),
    "module": ("modules", Module),
}
"""What shares the pathway's namespace: construct, the field that holds it, its class."""
