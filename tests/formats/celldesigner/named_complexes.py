"""Pathways whose molecules are complexes of members, free, in complexes and in each other."""

import hypothesis.strategies as st
import msgspec
from hypothesis.strategies import DrawFn, SearchStrategy

from pathport.model.enumerations import Activity, Certainty, Kind, Relation
from pathport.model.parts import (
    NO_STATE,
    Component,
    Identifier,
    Member,
    Modification,
    Participant,
    State,
)
from pathport.model.pathway import Pathway
from pathport.model.things import Compartment, Form, Molecule, Process, Species

__all__ = ["pathways_of_named_complexes"]

KINDS = (Kind.PROTEIN, Kind.SMALL_MOLECULE, Kind.GENE, Kind.FAMILY, Kind.UNKNOWN, Kind.ION)
NAMES = (None, "A", "B", "X y")
TERMS = ("uniprot:P00001", "uniprot:P00002", "chebi:15422", "chebi:15423", "go:0005943")
RELATIONS = (Relation.IS, Relation.IS, Relation.IS_VERSION_OF, Relation.HAS_PART)
IDENTIFIERS = st.lists(
    st.builds(Identifier, id=st.sampled_from(TERMS), relation=st.sampled_from(RELATIONS)),
    max_size=2,
    unique_by=lambda it: it.id,
).map(tuple)
STATES = st.sampled_from(
    (
        NO_STATE,
        NO_STATE,
        State(activity=Activity.ACTIVE),
        State(structure="open"),
        State(modifications=(Modification(kind="mod:00046", residue="S", position=5),)),
    )
)


@st.composite
def pathways_of_named_complexes(draw: DrawFn) -> Pathway:
    """A few molecules, complexes of them, and species that are these or have them in them."""
    molecules = [_molecule(draw, f"M{n}") for n in range(draw(st.integers(1, 3)))]
    for n in range(draw(st.integers(1, 3))):
        molecules.append(_named_complex(draw, f"C{n}", [it.id for it in molecules]))
    ids = [it.id for it in molecules]
    species = [_species(draw, f"S{n}", ids) for n in range(draw(st.integers(1, 4)))]
    sides = [(Participant(species=it.id),) for it in species[:2]]
    return Pathway(
        id="P",
        compartments=(Compartment(id="cyt", name="cytosol"),),
        molecules=tuple(molecules),
        species=tuple(species),
        processes=(Process(id="P1", inputs=sides[0], outputs=sides[-1]),),
    )


def _molecule(draw: DrawFn, id_: str, kind: Kind | None = None) -> Molecule:
    return Molecule(
        id=id_,
        kind=kind or draw(st.sampled_from(KINDS)),
        name=draw(st.sampled_from(NAMES)),
        identifiers=draw(IDENTIFIERS),
    )


def _named_complex(draw: DrawFn, id_: str, others: list[str]) -> Molecule:
    """A complex by name of some of the others, each once, with how often it is there."""
    one = st.builds(
        Member,
        molecule=st.sampled_from(others),
        count=st.sampled_from((1, 1, 2)),
        certainty=st.sampled_from((None, None, Certainty.HYPOTHETICAL)),
    )
    members = draw(st.lists(one, max_size=3, unique_by=lambda it: it.molecule))
    return msgspec.structs.replace(_molecule(draw, id_, Kind.COMPLEX), members=tuple(members))


def _species(draw: DrawFn, id_: str, molecules: list[str]) -> Species:
    name, place = draw(st.sampled_from((None, None, "N"))), draw(st.sampled_from((None, "cyt")))
    if draw(st.booleans()):
        parts = draw(st.lists(_components(molecules), min_size=1, max_size=3))
        return Species(
            id=id_, name=name, compartment=place, form=Form.COMPLEX, components=tuple(parts)
        )
    named = [it for it in molecules if it.startswith("C")]
    return Species(
        id=id_,
        name=name,
        compartment=place,
        molecule=draw(st.sampled_from((*molecules, *named))),
        state=draw(STATES),
        identifiers=draw(IDENTIFIERS),
    )


def _components(molecules: list[str]) -> SearchStrategy[Component]:
    """A part of a complex, or a complex of parts in it."""
    alone = st.builds(
        Component,
        molecule=st.sampled_from(molecules),
        state=STATES,
        count=st.sampled_from((1, 1, 2)),
        identifiers=IDENTIFIERS,
    )
    inner = st.lists(alone, min_size=1, max_size=2).map(tuple)
    return alone | st.builds(Component, components=inner, count=st.sampled_from((1, 2)))
