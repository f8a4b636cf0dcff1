"""The one strategy of whole pathways; what a format is limited to are its parameters.

A pathway is drawn thing by thing, each with all that it says, and a thing names only what is there
already: so there are no circles, nothing is thrown away, and an example shrinks by leaving out any
thing or field.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import hypothesis.strategies as st
import msgspec
from hypothesis.strategies import DrawFn, SearchStrategy

from pathport.formats import Limits
from pathport.model.enumerations import (
    Activity,
    AssociationType,
    Certainty,
    Effect,
    Kind,
    Logic,
    Mechanism,
    ProcessType,
    Role,
    Side,
    SiteLogic,
)
from pathport.model.parts import (
    Component,
    Gate,
    Member,
    Modification,
    Participant,
    SiteSet,
    State,
    Step,
)
from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.model.sound import sound
from pathport.model.things import (
    Association,
    Compartment,
    Control,
    Form,
    Module,
    Molecule,
    Process,
    Species,
)
from pathport.testing import drawing, numbers, pools, values
from pathport.testing.values import Fields, chosen, distinct, several, some_of

__all__ = ["Names", "pathways"]

NO_LIMITS = Limits()

FIRST = {construct: construct[0].upper() for construct in CONSTRUCTS} | {
    "compartment": "K",
    "control": "C",
    "module": "D",
}
"""What plain ids begin with."""

EVERY: Fields = {
    "name": values.texts,
    "synonyms": several(values.texts),
    "identifiers": several(values.identifiers, 3),
    "accessions": several(values.accessions),
    "notes": several(values.texts),
    "references": several(values.literature),
    "evidence": several(values.evidences),
    "certainty": chosen(Certainty),
    "data_sources": several(values.texts),
    "original_id": values.texts,
}
"""What every thing, and every component, may say of itself."""

Maker = Callable[[str], list[Any]]
"""Makes a thing of this id; none, where what it must name is not there."""

MECHANISMS = chosen((*(None,) * len(Mechanism), *Mechanism))
"""A mechanism is known of every other control."""

TWINNED = frozenset({"association", "control", "process", "species"})

STATE: Fields = {
    "modifications": several(values.modifications, 3),
    "activity": chosen(Activity),
    "structure": st.just("open") | values.texts,
    "fragment": values.fragments,
    "variant": values.texts,
}
PATHWAY: Fields = EVERY | {
    "organism": chosen(pools.ORGANISMS),
    "authors": several(values.people),
    "created": chosen(pools.DATES),
    "modified": chosen(pools.DATES),
    "version": values.texts,
    "licence": chosen(pools.LICENCES) | values.texts,
    "figure": values.figures,
    "publications": values.publications,
}
COMPARTMENT: Fields = EVERY | {
    "dimensions": st.integers(0, 3),
    "size": chosen((1.0, 0.0, 1e-15, 2.5)),
    "unit": chosen(("litre", "dimensionless", "metre")),
    "constant": st.just(value=False),
}
MOLECULE: Fields = EVERY | {
    "organism": chosen(pools.ORGANISMS),
    "sites": several(values.sites()),
}
MEMBER: Fields = {"certainty": chosen(Certainty), "evidence": several(values.evidences)}
SPECIES: Fields = EVERY | {
    "cell_type": chosen(pools.CELL_TYPES),
    "tissue": chosen(pools.TISSUES),
}
PROCESS: Fields = EVERY | {"reversible": st.just(value=True), "spontaneous": st.booleans()}
ROLES = several(chosen(Role), 6)


class Names:
    """The ids of the things made so far, by construct, and spare ones for all else."""

    def __init__(self, *, plain: bool) -> None:
        self.plain = plain
        self.of: dict[str, tuple[str, ...]] = dict.fromkeys(CONSTRUCTS, ())
        self.taken: set[str] = set()

    def new(self, draw: DrawFn, construct: str) -> str:
        """An id for one more thing; as many draws whether plain or not, or none would shrink so."""
        odd = draw(chosen(pools.IDS))
        plain = f"{FIRST[construct]}{len(self.of[construct]) + 1}"
        return self.spare(plain if self.plain else odd)

    def spare(self, wanted: str) -> str:
        """An id like this one that nothing else in the pathway has."""
        while wanted.lower() in self.taken:
            wanted += "_"
        self.taken.add(wanted.lower())
        return wanted

    def any_of(self, *constructs: str) -> tuple[str, ...]:
        """All ids of these constructs."""
        return tuple(id_ for construct in constructs for id_ in self.of[construct])


@st.composite
def pathways(
    draw: DrawFn,
    *,
    within: Limits = NO_LIMITS,
    most: int = 4,
    depth: int = 2,
) -> Pathway:
    """Pathways in which `pathport.model.check` finds no error.

    ``within``: what the format is limited to that is to hold them. ``most`` bounds the things of
    each construct, ``depth`` how deep complexes and gates nest.
    """
    made = _Making(draw, within=within, most=most, depth=depth)
    things = made.things()
    about = made.about()
    if within.quantities and draw(_mostly):
        about["quantities"] = draw(numbers.quantities(made.names, things))
    if within.layout and draw(_mostly):
        about["layout"] = draw(drawing.layouts(made.names))
    found = Pathway(id=made.names.spare(draw(chosen(("P", *pools.IDS)))), **things, **about)
    return sound(found)[0]


_sometimes = chosen((False, True))
_mostly = chosen((False, True, True, True))
_seldom = chosen((False, False, False, True))
_hardly = chosen((*(False,) * 7, True))


def _has_part_ids(thing: Any) -> bool:
    """Whether components have ids, which no two have."""
    return any(part.id or _has_part_ids(part) for part in getattr(thing, "components", ()))


@st.composite
def _step(draw: DrawFn, of: tuple[str, ...]) -> Step:
    before, after = draw(distinct(of, least=2, most=2))
    return Step(before=before, after=after)


@lru_cache(256)
def _site_sets(members: tuple[str, ...]) -> SearchStrategy[Any]:
    """Named sets of sites; of a family, with sites of these members."""
    one = st.builds(
        SiteSet,
        name=chosen(pools.SITE_SETS),
        logic=chosen(SiteLogic),
        sites=st.lists(values.sites(members), max_size=3).map(tuple),
    )
    return st.lists(one, min_size=1, max_size=2, unique_by=lambda it: it.name).map(tuple)


@st.composite
def _one(draw: DrawFn, making: "_Making", construct: str, make: Maker) -> None:
    """One more thing of a construct, where one can be made."""
    making.keep(construct, make(making.names.new(draw, construct)))


class _Making:
    """One pathway in the making."""

    def __init__(self, draw: DrawFn, *, within: Limits, most: int, depth: int) -> None:
        self.draw = draw
        self.depth = depth
        self.complete = within.complete
        self.most = most
        self.without = within.without
        self.names = Names(plain=not draw(st.booleans()))
        self.made: dict[str, list[Any]] = {construct: [] for construct in CONSTRUCTS}

    def things(self) -> dict[str, Any]:
        makers: dict[str, Maker] = {
            "compartment": self.compartment,
            "molecule": self.molecule,
            "species": self.species,
            "process": self.process,
            "control": self.control,
            "association": self.association,
            "module": self.module,
        }
        for construct, make in makers.items():
            if construct not in self.without:
                self.draw(st.lists(_one(self, construct, make), max_size=self.most))
                self.twin(construct)
        return {CONSTRUCTS[construct][0]: tuple(made) for construct, made in self.made.items()}

    def keep(self, construct: str, things: list[Any]) -> None:
        """Takes things up: from now on others may name them."""
        self.made[construct] += things
        self.names.of[construct] += tuple(thing.id for thing in things)

    def twin(self, construct: str) -> None:
        """Hardly ever, a thing a second time, unlike in its id and one note alone."""
        twinned = [it for it in self.made[construct] if not _has_part_ids(it)]
        if construct in TWINNED and self.draw(_hardly) and twinned:
            one = self.draw(chosen(twinned))
            id_ = self.names.spare(f"{one.id}_twin")
            notes = (*one.notes, "twin")
            self.keep(construct, [msgspec.structs.replace(one, id=id_, notes=notes)])

    def some(self, fields: Fields, most: int = 3) -> Any:
        return some_of(self.draw, fields, most=most)

    def about(self) -> dict[str, Any]:
        fields = PATHWAY
        happening = self.names.any_of("process", "control", "association", "module")
        if len(happening) > 1:
            fields = fields | {"order": several(_step(happening))}
        return dict(self.some(fields, most=5))

    def compartment(self, id_: str) -> list[Compartment]:
        fields = COMPARTMENT
        if others := self.names.of["compartment"]:
            fields = fields | {"inside": chosen(others), "membrane_of": chosen(others)}
        return [Compartment(id=id_, **self.some(fields))]

    # Molecules

    def molecule(self, id_: str) -> list[Molecule]:
        kind = self.draw(chosen((Kind.PROTEIN, *Kind)))
        others = self.names.of["molecule"]
        members = self.members(others, kind) if kind in (Kind.FAMILY, Kind.COMPLEX) else ()
        known = tuple(member.molecule for member in members)
        fields = MOLECULE | {"site_sets": _site_sets(known)}
        roles = self.draw(ROLES) if self.draw(_sometimes) else ()
        return [Molecule(id=id_, kind=kind, roles=roles, members=members, **self.some(fields))]

    def some_molecule(self) -> str:
        """A molecule to be a species of: one that is there, or the first."""
        if not self.names.of["molecule"]:
            self.keep("molecule", self.molecule(self.names.new(self.draw, "molecule")))
        return str(self.draw(chosen(self.names.of["molecule"])))

    def members(self, others: tuple[str, ...], kind: Kind) -> tuple[Member, ...]:
        ids = self.draw(distinct(others))
        counts = chosen((1, 2)) if kind is Kind.COMPLEX else st.just(1)
        return tuple(
            Member(molecule=id_, count=self.draw(counts), **self.some(MEMBER, 2)) for id_ in ids
        )

    # Species

    def species(self, id_: str) -> list[Species]:
        what = self.form(self.names.of["species"])
        return [Species(id=id_, **what, **self.place(), **self.some(SPECIES))]

    def form(self, others: tuple[str, ...]) -> dict[str, Any]:
        forms = (Form.SINGLE, Form.COMPLEX, Form.SET) if others else (Form.SINGLE, Form.COMPLEX)
        form = self.draw(chosen(forms))
        if form is Form.SET:
            members = self.draw(distinct(others, least=1))
            return {"form": form, "members": tuple(members), "state": self.state()}
        beside: tuple[str, ...] = ()
        if self.draw(_seldom) and others:
            beside = tuple(self.draw(distinct(others, most=2)))
        if form is Form.COMPLEX:
            components = self.components(self.depth)
            state = self.state()
            return {"form": form, "components": components, "state": state, "members": beside}
        molecule = self.some_molecule()
        return {"molecule": molecule, "state": self.state(molecule), "members": beside}

    def place(self) -> dict[str, Any]:
        compartments = self.names.of["compartment"]
        if not self.draw(_mostly) or not compartments:
            return {}
        side = self.draw(chosen((None, None, *Side)))
        return {"compartment": self.draw(chosen(compartments)), "side": side}

    def state(self, molecule: str | None = None) -> State:
        known = {it.id: it.site_sets for it in self.made["molecule"]}
        site_sets = known[molecule] if molecule else ()
        fields = STATE
        if site_sets:
            named = st.builds(
                Modification, site_set=chosen(it.name for it in site_sets), absent=st.booleans()
            )
            fields = STATE | {"modifications": several(named | values.modifications, 3)}
        return State(**self.some(fields, 2))

    def components(self, depth: int) -> tuple[Component, ...]:
        return tuple(self.component(depth) for _ in range(self.draw(st.integers(0, 3))))

    def component(self, depth: int) -> Component:
        nests = depth > 0 and self.draw(_seldom)
        molecule = None if nests else self.some_molecule()
        return Component(
            molecule=molecule,
            components=self.components(depth - 1) if nests else (),
            state=self.state(molecule),
            count=self.draw(chosen((1, 1, 2, 3))),
            **(self.some(self.of_a_part(), 2) if self.draw(_seldom) else {}),
        )

    def of_a_part(self) -> Fields:
        """What a component may say of itself."""
        fields = EVERY | {"id": chosen(("part", *pools.IDS)).map(self.names.spare)}
        if compartments := self.names.of["compartment"]:
            fields["compartment"] = chosen(compartments)
        return fields

    # Processes, controls, associations, modules

    def sides(self, least: int = 0, most: int = 3) -> tuple[Participant, ...]:
        species = self.names.of["species"]
        ids = self.draw(distinct(species, least=least, most=most))
        return tuple(
            Participant(species=id_, coefficient=self.draw(values.coefficients)) for id_ in ids
        )

    def process(self, id_: str) -> list[Process]:
        species = self.names.of["species"]
        if self.complete and not species:
            return []
        fields = PROCESS | ({"template": chosen(species)} if species else {})
        inputs = self.sides()
        outputs = self.sides(1 if self.complete and not inputs else 0)
        type_ = self.draw(chosen(ProcessType))
        said = self.some(fields)
        return [Process(id=id_, type=type_, inputs=inputs, outputs=outputs, **said)]

    def control(self, id_: str) -> list[Control]:
        targets = (
            *self.names.of["process"],
            *self.names.of["control"],
            *self.names.of["species"],
        )
        sources = self.gate(self.depth) if self.names.of["species"] else Gate()
        if self.complete and (sources == Gate() or not targets):
            return []
        target = self.draw(chosen(targets)) if targets else None
        if not self.complete and self.draw(_seldom):
            target, sources = self.draw(chosen(((target, Gate()), (None, sources))))
        how = {"effect": self.draw(chosen(Effect)), "mechanism": self.draw(MECHANISMS)}
        return [Control(id=id_, target=target, sources=sources, **how, **self.some(EVERY))]

    def gate(self, depth: int) -> Gate:
        species = self.names.of["species"]
        logic = self.draw(chosen((Logic.AND, Logic.OR, Logic.NOT)))
        most = 1 if logic is Logic.NOT else 3
        if depth > 0 and self.draw(_seldom):
            gates = tuple(self.gate(depth - 1) for _ in range(self.draw(st.integers(1, most))))
        else:
            gates = ()
        least = 0 if gates else 1
        left = most - len(gates) if logic is Logic.NOT else most
        inputs = self.draw(st.lists(chosen(species), min_size=least, max_size=max(left, least)))
        return Gate(logic=logic, inputs=tuple(inputs), gates=gates)

    def association(self, id_: str) -> list[Association]:
        type_ = self.draw(chosen(AssociationType))
        participants: tuple[Participant, ...] = ()
        if self.names.of["species"]:
            participants = self.sides(0, len(self.names.of["species"]))
        if self.complete and sum(item.coefficient for item in participants) < 2:
            return []
        return [Association(id=id_, type=type_, participants=participants, **self.some(EVERY))]

    def module(self, id_: str) -> list[Module]:
        others = (
            *self.names.any_of("process", "control", "association"),
            *self.names.of["module"],
        )
        fields = dict(EVERY)
        if others:
            fields["members"] = several(chosen(others), 3)
        if len(others) > 1:
            fields["order"] = several(_step(others))
        return [Module(id=id_, **self.some(fields))]
