"""The values that the things of a pathway are made of: identifiers, evidence, states, components.

They have no id of their own in the pathway's namespace; what each may hold is said here, what a
pathway as a whole must hold to is the business of `pathport.model.check`.
"""

import math
import sys
from collections.abc import Iterator
from typing import Annotated

import msgspec

from pathport.model.enumerations import (
    Activity,
    Certainty,
    Logic,
    Observation,
    Relation,
    SiteLogic,
)
from pathport.model.value import Inline, Keyed, Ordered, Refers, Value, content_of

__all__ = [
    "MOST_NESTED",
    "NO_STATE",
    "About",
    "Accession",
    "Component",
    "Evidence",
    "Figure",
    "Fragment",
    "Gate",
    "Identifier",
    "Member",
    "Modification",
    "Number",
    "Participant",
    "Person",
    "Publication",
    "Site",
    "SiteSet",
    "State",
    "Step",
    "plain_number",
]

Number = int | float


EXACT = 2**53
"""Whole numbers up to this one are exact also with a fraction (IEEE 754, binary64)."""


def plain_number(number: Number) -> Number:
    """The number with its one spelling: whole numbers are integers, as far as these are exact."""
    if abs(number) > sys.float_info.max:
        return math.inf if number > 0 else -math.inf
    if abs(number) > EXACT:
        return float(number)
    return int(number) if isinstance(number, float) and number.is_integer() else number


OF_ANOTHER = frozenset({Relation.HAS_PART, Relation.HAS_PROPERTY, Relation.IS_PART_OF})
"""Relations to something else than what carries an identifier."""


class Identifier(Value, frozen=True, kw_only=True):
    """A CURIE in canonical form (``uniprot:P61073``) and how it relates to its bearer."""

    id: str
    relation: Relation = Relation.IS

    @property
    def is_of_bearer(self) -> bool:
        """Whether it is about its bearer, and not a part, a property, or what it is a part of."""
        return self.relation not in OF_ANOTHER


class Accession(Value, frozen=True, kw_only=True):
    """An entry of a database that has no prefix in the Bioregistry, in a file's own words."""

    id: str
    database: str | None = None
    """The name of the database; nothing where it is not told, as with an ``id`` that is a URI."""
    version: str | None = None
    """The version of the entry."""
    relation: Relation = Relation.IS


class Evidence(Value, frozen=True, kw_only=True):
    """Why a statement is held: an evidence code (ECO or PSI-MI CURIE), a reference, or a note."""

    code: str | None = None
    reference: str | None = None
    observation: Observation | None = None
    note: str | None = None


class About(Value, frozen=True, kw_only=True):
    """What every object of a pathway, and every part of a complex, may say of itself."""

    name: str | None = None
    synonyms: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    accessions: tuple[Accession, ...] = ()
    """Entries that no CURIE stands for."""
    notes: Annotated[tuple[str, ...], Ordered()] = ()
    references: tuple[str, ...] = ()
    """Literature, as CURIEs (``pubmed:8752281``) or, where there is none, addresses."""
    evidence: tuple[Evidence, ...] = ()
    certainty: Certainty | None = None
    data_sources: tuple[str, ...] = ()
    """Where the statement was taken from: a database's name or a CURIE."""
    original_id: str | None = None
    """The id that a foreign file gave, where it is not legal here."""


class Person(Value, frozen=True, kw_only=True):
    """An author or curator of the pathway."""

    name: str
    """The whole name, as it is to be shown."""
    given: str | None = None
    family: str | None = None
    orcid: str | None = None
    email: str | None = None
    organization: str | None = None


class Publication(Value, frozen=True, kw_only=True):
    """What is known of a publication beyond its CURIE, or its address where it has none."""

    id: str
    title: str | None = None
    authors: Annotated[tuple[str, ...], Ordered()] = ()
    journal: str | None = None
    year: int | None = None
    url: str | None = None


class Figure(Value, frozen=True, kw_only=True):
    """The published figure that a pathway was drawn from."""

    reference: str | None = None
    label: str | None = None
    url: str | None = None


class Site(Value, frozen=True, kw_only=True):
    """A place on a molecule that may be modified: residue (one letter) and position (from 1).

    ``kind`` is the modification's PSI-MOD term; ``molecule`` the family's member that has it.
    """

    residue: str | None = None
    position: int | None = None
    kind: str | None = None
    word: str | None = None
    """The kind in a file's own words, where no PSI-MOD term is known."""
    molecule: Annotated[str, Refers(("molecule",))] | None = None
    certainty: Certainty | None = None
    reference: str | None = None
    note: str | None = None


class SiteSet(Value, frozen=True, kw_only=True):
    """A named set of modified sites of a molecule; of a family, the residues of each member."""

    name: str
    logic: SiteLogic = SiteLogic.ALL
    sites: tuple[Site, ...] = ()


class Modification(Value, frozen=True, kw_only=True):
    """A modified site in a state: a kind (PSI-MOD CURIE) at a residue and position, or a site set.

    With ``site_set`` the kinds and residues are those of the molecule's set of this name. With
    ``absent`` the site is known to be unmodified.
    """

    kind: str | None = None
    word: str | None = None
    """The kind in a file's own words, where no PSI-MOD term is known."""
    residue: str | None = None
    position: int | None = None
    site_set: str | None = None
    absent: bool = False
    count: int = 1
    """How many sites are so modified, where their positions are not known."""

    @property
    def identity(self) -> str:
        """All that is said of the modification but how many there are."""
        return _identity(self)

    @property
    def is_one(self) -> bool:
        """Whether what it says can be so of one site only, or of all sites of a set."""
        return self.absent or self.position is not None or self.site_set is not None


def _identity(counted: "Modification | Component") -> str:
    return content_of(msgspec.structs.replace(counted, count=1) if counted.count != 1 else counted)


class Fragment(Value, frozen=True, kw_only=True):
    """A part of a chain: first and last residue, from 1, both included; nothing is not known."""

    begin: int | None = None
    end: int | None = None


class State(Value, frozen=True, kw_only=True):
    """The state of a molecule or complex; an empty state says nothing of it."""

    modifications: Annotated[tuple[Modification, ...], Keyed("identity", total="count")] = ()
    activity: Activity | None = None
    structure: str | None = None
    """A structural state in free words, such as ``open``."""
    fragment: Fragment | None = None
    variant: str | None = None
    """A sequence variant, such as ``V600E``."""

    def __post_init__(self) -> None:
        super().__post_init__()
        if any(item.count != 1 and item.is_one for item in self.modifications):
            kept = (_once(item) if item.is_one else item for item in self.modifications)
            msgspec.structs.force_setattr(self, "modifications", tuple(kept))


def _once(item: Modification) -> Modification:
    return msgspec.structs.replace(item, count=1) if item.count != 1 else item


NO_STATE = State()
"""The state that says nothing."""


MOST_NESTED = 40
"""How many complexes may stand inside each other in one.

A document holds a hundred mappings and lists in each other, two for a complex, and the notation
fifty brackets.
"""


class Component(About, frozen=True, kw_only=True):
    """A part of a complex: a molecule in a state, or a complex by value, and how many of it."""

    molecule: Annotated[str, Refers(("molecule",))] | None = None
    components: Annotated[tuple["Component", ...], Keyed("identity", total="count")] = ()
    state: Annotated[State, Inline()] = NO_STATE
    count: int = 1
    id: str | None = None
    compartment: Annotated[str, Refers(("compartment",))] | None = None

    @property
    def identity(self) -> str:
        """All that is said of the component but how many there are."""
        return _identity(self)


class Member(Value, frozen=True, kw_only=True):
    """A member of a family (an alternative) or of a complex by name (a part, ``count`` times)."""

    molecule: Annotated[str, Refers(("molecule",))]
    count: int = 1
    certainty: Certainty | None = None
    evidence: tuple[Evidence, ...] = ()


class Participant(Value, frozen=True, kw_only=True):
    """A species that takes part in a process, with its stoichiometric coefficient."""

    species: Annotated[str, Refers(("species",))]
    coefficient: Number = 1

    def __post_init__(self) -> None:
        msgspec.structs.force_setattr(self, "coefficient", plain_number(self.coefficient))


class Step(Value, frozen=True, kw_only=True):
    """Within a module, one process and one that follows it."""

    before: Annotated[str, Refers(("process", "control", "association", "module"))]
    after: Annotated[str, Refers(("process", "control", "association", "module"))]


class Gate(Value, frozen=True, kw_only=True):
    """What exerts a control: species and gates, joined by one logic, in one normal form.

    A single species is a gate of one input. Gates of the same logic are merged, gates of one
    input and double negations dissolved.
    """

    logic: Logic = Logic.AND
    inputs: tuple[Annotated[str, Refers(("species",))], ...] = ()
    gates: tuple["Gate", ...] = ()

    def __post_init__(self) -> None:
        logic, inputs, gates = _dissolved(self.logic, self.inputs, self.gates)
        msgspec.structs.force_setattr(self, "logic", logic)
        msgspec.structs.force_setattr(self, "inputs", inputs)
        msgspec.structs.force_setattr(self, "gates", gates)
        super().__post_init__()

    def species(self) -> Iterator[str]:
        """The ids of all species at the leaves, each once, in order."""
        yield from sorted({*self.inputs, *(leaf for gate in self.gates for leaf in gate.species())})

    @property
    def is_alone(self) -> bool:
        """Whether it is one species that acts by being there, which is drawn as no gate."""
        return len(self.inputs) == 1 and not self.gates and self.logic is not Logic.NOT


Inner = tuple[Logic, tuple[str, ...], tuple[Gate, ...]]
"""What a gate is made of."""


def _dissolved(logic: Logic, inputs: tuple[str, ...], gates: tuple[Gate, ...]) -> Inner:
    """The normal form of a gate whose inner gates are in theirs already."""
    kept: dict[str, Gate] = {}
    for gate in gates:
        opens = _is_trivial(gate) or (gate.logic == logic and logic != Logic.NOT)
        if opens:
            inputs += gate.inputs
        kept |= {content_of(inner): inner for inner in (gate.gates if opens else (gate,))}
    inputs, gates = tuple(dict.fromkeys(inputs)), tuple(kept.values())
    if logic == Logic.NOT:
        return _without_double_negation(inputs, gates)
    if len(gates) == 1 and not inputs:
        return gates[0].logic, gates[0].inputs, gates[0].gates
    return Logic.AND if len(inputs) + len(gates) < 2 else logic, inputs, gates


def _is_trivial(gate: Gate) -> bool:
    """Whether the gate joins nothing: it has one input, or none."""
    return gate.logic != Logic.NOT and len(gate.inputs) + len(gate.gates) < 2


def _without_double_negation(inputs: tuple[str, ...], gates: tuple[Gate, ...]) -> Inner:
    if len(gates) == 1 and not inputs and gates[0].logic == Logic.NOT:
        inner = gates[0]
        if len(inner.gates) == 1 and not inner.inputs:
            return inner.gates[0].logic, inner.gates[0].inputs, inner.gates[0].gates
        if len(inner.inputs) == 1 and not inner.gates:
            return Logic.AND, inner.inputs, ()
    return Logic.NOT, inputs, gates
