"""The five kinds of thing that a pathway holds, with the places they are in and their modules.

A molecule is the kind of thing, a species says which one, in what state and where; a process
changes species, a control acts, an association joins without direction. Compartments and modules
order them. All share one namespace of ids.
"""

import enum
from typing import Annotated

from pathport.model.enumerations import (
    AssociationType,
    Effect,
    Kind,
    Mechanism,
    ProcessType,
    Role,
    Side,
)
from pathport.model.parts import (
    NO_STATE,
    About,
    Component,
    Gate,
    Member,
    Participant,
    Site,
    SiteSet,
    State,
    Step,
)
from pathport.model.value import Inline, Keyed, Refers

__all__ = [
    "Association",
    "Compartment",
    "Control",
    "Form",
    "Module",
    "Molecule",
    "Process",
    "Species",
    "Thing",
    "is_made_of",
]


class Thing(About, frozen=True, kw_only=True):
    """An object with an id of its own in the pathway's namespace."""

    id: str
    """An SBML SId, unique in the pathway also when case is ignored."""


class Compartment(Thing, frozen=True, kw_only=True):
    """A place: a volume, a membrane, or the inside of an organelle."""

    dimensions: int | None = None
    """3 for a volume, 2 for a membrane, 1, or 0."""
    inside: Annotated[str, Refers(("compartment",))] | None = None
    membrane_of: Annotated[str, Refers(("compartment",))] | None = None
    size: float | None = None
    """In its unit."""
    unit: str | None = None
    """One of the pathway's units or a base unit; litre, square metre or metre if nothing says."""
    constant: bool = True
    """Whether its size stays as it is."""


class Molecule(Thing, frozen=True, kw_only=True):
    """The kind of thing that species are states of; also families and complexes by name."""

    kind: Kind = Kind.UNKNOWN
    roles: tuple[Role, ...] = ()
    organism: str | None = None
    """Where it differs from the pathway's: a taxonomy CURIE."""
    members: Annotated[tuple[Member, ...], Keyed("molecule", total="count")] = ()
    sites: tuple[Site, ...] = ()
    """Known sites, whether or not a species has them modified."""
    site_sets: Annotated[tuple[SiteSet, ...], Keyed("name")] = ()


class Form(enum.StrEnum):
    """Which of three things a species is."""

    SINGLE = "single"
    COMPLEX = "complex"
    SET = "set"


class Species(Thing, frozen=True, kw_only=True):
    """A molecule in one state, a complex, or a set of alternative species, in one place.

    ``form`` says which it is: a single one has a ``molecule``, a complex ``components``, a set
    nothing but ``members``: the alternatives that it stands for, which the others may have too. The
    state is that of the molecule, of the complex as a whole, or of each member.
    """

    form: Form = Form.SINGLE
    molecule: Annotated[str, Refers(("molecule",))] | None = None
    components: Annotated[tuple[Component, ...], Keyed("identity", total="count")] = ()
    members: tuple[Annotated[str, Refers(("species",))], ...] = ()
    state: Annotated[State, Inline()] = NO_STATE
    compartment: Annotated[str, Refers(("compartment",))] | None = None
    side: Side | None = None
    cell_type: str | None = None
    """A Cell Ontology CURIE."""
    tissue: str | None = None
    """A BRENDA Tissue Ontology or UBERON CURIE."""


class Process(Thing, frozen=True, kw_only=True):
    """Inputs become outputs; a process that makes from a template names the gene or RNA."""

    type: ProcessType = ProcessType.PROCESS
    inputs: Annotated[tuple[Participant, ...], Keyed("species", total="coefficient")] = ()
    outputs: Annotated[tuple[Participant, ...], Keyed("species", total="coefficient")] = ()
    template: Annotated[str, Refers(("species",))] | None = None
    reversible: bool = False
    spontaneous: bool | None = None


class Control(Thing, frozen=True, kw_only=True):
    """Species, alone or joined by logic, act on a process, on a control, or on a species.

    A control whose target is a species is an influence: how it comes about is not known.
    """

    target: Annotated[str, Refers(("process", "control", "species"))] | None = None
    effect: Effect = Effect.MODULATION
    sources: Annotated[Gate, Inline()] = Gate()
    mechanism: Mechanism | None = None


class Association(Thing, frozen=True, kw_only=True):
    """Species that belong together without a direction."""

    type: AssociationType = AssociationType.ASSOCIATION
    participants: Annotated[tuple[Participant, ...], Keyed("species", total="coefficient")] = ()


class Module(Thing, frozen=True, kw_only=True):
    """A named group of processes, such as the JAK/STAT branch; modules may nest."""

    members: tuple[
        Annotated[str, Refers(("process", "control", "association", "module"))], ...
    ] = ()
    order: tuple[Step, ...] = ()


def is_made_of(molecule: Molecule, species: Species) -> bool:
    """Whether a molecule has no name, and no id but that of its species with a number.

    Readers give such a one to a species of which a file says no name: who shows it shows what the
    species is called.
    """
    base, _, number = molecule.id.rpartition("_")
    own = (species.id, species.original_id)
    return molecule.name is None and number.isdecimal() and base in own
