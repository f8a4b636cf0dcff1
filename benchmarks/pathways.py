"""Synthetic signalling pathways of any size: the same seed and size give the same pathway.

A pathway is made of cascades, from a ligand at its receptor through phosphorylations, a dimer and
its way into the nucleus to a gene, its product and an outcome; cascades talk to each other.
Nothing here knows a format.
"""

import random
from collections.abc import Iterator

from benchmarks.cascades import SHARED_SPECIES, Cascade
from pathport.model.enumerations import Kind
from pathport.model.parts import Identifier, Person
from pathport.model.pathway import Pathway
from pathport.model.things import Compartment, Molecule

__all__ = ["signalling"]

PLACES = (
    ("ec", "extracellular region", "go:0005576", 3, None),
    ("pm", "plasma membrane", "go:0005886", 2, "ec"),
    ("cyt", "cytosol", "go:0005829", 3, "pm"),
    ("nuc", "nucleus", "go:0005634", 3, "cyt"),
    ("ee", "early endosome", "go:0005769", 3, "cyt"),
)
"""Where things are: id, name, term, dimensions, and what it is inside of."""

SHARED = (
    ("ATP", "ATP", Kind.SMALL_MOLECULE, "chebi:30616"),
    ("ADP", "ADP", Kind.SMALL_MOLECULE, "chebi:456216"),
    ("Pi", "phosphate", Kind.ION, "chebi:43474"),
    ("survival", "cell survival", Kind.PHENOTYPE, "go:0008219"),
    ("migration", "cell migration", Kind.PHENOTYPE, "go:0016477"),
)
"""The molecules of all cascades: id, name, kind, identifier."""

SENDERS = 4
"""So many cascades back, at most, comes what talks to a cascade."""


def signalling(processes: int, *, seed: int = 1) -> Pathway:
    """A pathway with so many processes, and about as many species and half as many controls."""
    drawn = random.Random(f"{seed} {processes}")
    molecules, species = [*_shared()], [*SHARED_SPECIES]
    cascades: list[Cascade] = []
    left = processes
    while left > 0:
        cascade = Cascade(len(cascades) + 1, drawn, cascades[-SENDERS:])
        molecules += cascade.molecules()
        species += cascade.species()
        cascade.run(left)
        left -= len(cascade.processes)
        cascades.append(cascade)
    return Pathway(
        id=f"signalling_{processes}",
        name=f"synthetic signalling, {processes:,} processes",
        notes=("Made for measurements; no biology is meant.",),
        organism="ncbitaxon:9606",
        authors=(Person(name="Ada Example", given="Ada", family="Example"),),
        created="2026-01-01",
        licence="CC0-1.0",
        compartments=tuple(_compartments()),
        molecules=tuple(molecules),
        species=tuple(species),
        processes=tuple(it for cascade in cascades for it in cascade.processes),
        controls=tuple(it for cascade in cascades for it in cascade.controls),
        associations=tuple(it for cascade in cascades for it in cascade.associations()),
        modules=tuple(cascade.module() for cascade in cascades),
    )


def _compartments() -> Iterator[Compartment]:
    for id_, name, term, dimensions, around in PLACES:
        terms = (Identifier(id=term),)
        yield Compartment(
            id=id_, name=name, identifiers=terms, dimensions=dimensions, inside=around
        )


def _shared() -> Iterator[Molecule]:
    for id_, name, kind, identifier in SHARED:
        yield Molecule(id=id_, name=name, kind=kind, identifiers=(Identifier(id=identifier),))
