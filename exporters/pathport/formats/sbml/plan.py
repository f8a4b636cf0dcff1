"""Which elements a pathway has in SBML, and which of its things have none: decided once.

The writer and the account of native occurrences both walk this plan, so that they cannot disagree;
it is made from the pathway alone. A control is a modifier of its process's reaction, one for each
species at its leaves; an influence is a reaction of its own. What has no participants has no
element. A molecule has none: it shows on each species that is it or has it as a part.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from pathport.fidelity.measure import Belonging
from pathport.fidelity.records import Anchor
from pathport.formats.sbml.families import family_terms, term_of_kind
from pathport.formats.sbml.quantity_plan import computes, sayable
from pathport.formats.sbml.terms import KIND, MOLECULE_PREFIXES, MOST_REPEATED, PART_PREFIXES
from pathport.formats.sbml.titles import Part, displayed
from pathport.model.check_formulas import names_in
from pathport.model.enumerations import Kind, Logic, ProcessType, Relation
from pathport.model.ids import numbered
from pathport.model.parts import Component, Gate
from pathport.model.pathway import Pathway
from pathport.model.quantities import (
    Amount,
    Coefficient,
    ParticipantSide,
    Quantities,
    RateLaw,
    RuleKind,
)
from pathport.model.things import Association, Control, Form, Molecule, Process, Species, is_made_of

__all__ = [
    "Plan",
    "belongings",
    "is_influence_shape",
    "leaves",
    "molecules_shown",
    "occurrence",
    "part_term",
    "repeats",
    "shown_part",
]


def occurrence(species: str, what: str = "") -> str:
    """The id of a molecule as one species tells of it; no pathway has such an id."""
    return f"~{species} {what}".rstrip()


def leaves(gate: Gate, *, negated: bool = False) -> dict[str, bool]:
    """The species at the leaves, in order, each with whether its absence counts somewhere."""
    inner = negated ^ (gate.logic is Logic.NOT)
    found = dict.fromkeys(gate.inputs, inner)
    for below in gate.gates:
        for species, absent in leaves(below, negated=inner).items():
            found[species] = found.get(species, False) or absent
    return dict(sorted(found.items()))


def part_term(molecule: Molecule | None) -> str:
    """What stands for a molecule as a part of a complex: an identifier, or else its kind's term."""
    if molecule is None:
        return KIND.word(Kind.UNKNOWN) or ""
    known = {
        identifier.id.partition(":")[0]: identifier.id
        for identifier in reversed(molecule.identifiers)
        if identifier.relation is Relation.IS and KIND.key(identifier.id) is None
    }
    ranked = (*PART_PREFIXES, *sorted(known.keys() & MOLECULE_PREFIXES))
    best = next((known[prefix] for prefix in ranked if prefix in known), None)
    return best or KIND.word(molecule.kind) or ""


def is_influence_shape(process: Process) -> bool:
    """Whether a reaction of these sides, once it has a modifier, would be read as an influence."""
    outputs = process.outputs
    return (
        process.type is ProcessType.UNCERTAIN
        and not process.inputs
        and not process.reversible
        and len(outputs) == 1
        and outputs[0].coefficient == 1
    )


def repeats(count: int) -> int:
    """How often what there is so many times stands in a list of SBML."""
    return count if count <= MOST_REPEATED else 1


class Plan:
    """Which elements a pathway has."""

    def __init__(self, pathway: Pathway) -> None:
        self.pathway = pathway
        self.molecules = {molecule.id: molecule for molecule in pathway.molecules}

    @cached_property
    def processes(self) -> tuple[Process, ...]:
        """The processes that are reactions."""
        return tuple(it for it in self.pathway.processes if it.inputs or it.outputs)

    @cached_property
    def associations(self) -> tuple[Association, ...]:
        """The associations that are reactions."""
        return tuple(it for it in self.pathway.associations if it.participants)

    @cached_property
    def modifiers(self) -> Mapping[str, tuple[Control, ...]]:
        """By id of a process, the controls that are modifiers of its reaction."""
        processes = {process.id for process in self.processes}
        found: dict[str, list[Control]] = defaultdict(list)
        for control in self.pathway.controls:
            if control.target in processes and leaves(control.sources):
                found[control.target].append(control)
        return {target: tuple(controls) for target, controls in found.items()}

    @cached_property
    def influences(self) -> tuple[Control, ...]:
        """The controls that are reactions of their own."""
        species = {species.id for species in self.pathway.species}
        return tuple(
            control
            for control in self.pathway.controls
            if control.target in species and leaves(control.sources)
        )

    @cached_property
    def taken(self) -> frozenset[str]:
        """Every id of the pathway, those of components too."""
        ids = {thing.id for _, thing in self.pathway.things()}
        ids.update(_component_ids(self.pathway))
        return frozenset({self.pathway.id, *ids, *self.pathway.quantities.ids()})

    @cached_property
    def quantities(self) -> Quantities:
        """What is computed with, as far as it has elements."""
        return sayable(self.pathway, self.processes)

    @cached_property
    def computes(self) -> bool:
        """Whether the file has anything to compute with."""
        return computes(self.quantities)

    @cached_property
    def amounts(self) -> Mapping[str, Amount]:
        """The amounts by species."""
        return {it.species: it for it in self.quantities.amounts}

    @cached_property
    def rate_laws(self) -> Mapping[str, RateLaw]:
        """The rate laws by process."""
        return {it.process: it for it in self.quantities.rate_laws}

    @cached_property
    def coefficients(self) -> Mapping[tuple[str, ParticipantSide, str], Coefficient]:
        """The coefficients with names, by process, side and species."""
        return {(it.process, it.side, it.species): it for it in self.quantities.coefficients}

    @cached_property
    def given(self) -> frozenset[str]:
        """What a formula gives at the start."""
        rules = (it for it in self.quantities.rules if it.kind is RuleKind.ASSIGNMENT)
        starts = (it.variable for it in self.quantities.starts)
        return frozenset({*(it.variable for it in rules), *starts})

    @cached_property
    def held(self) -> frozenset[str]:
        """Species that must stand on the boundary, for an influence or an association has them.

        These are reactions in SBML, and what reactions may change is not constant and not given by
        a rule (rules 20610, 20611).
        """
        there = {it.target for it in self.influences}
        there |= {part.species for it in self.associations for part in it.participants}
        fixed = {it.species for it in self.quantities.amounts if it.constant}
        fixed |= {it.variable for it in self.quantities.rules}
        fixed |= {name for it in self.quantities.balances for name in names_in(it.formula)}
        changed = {part.species for it in self.processes for part in (*it.inputs, *it.outputs)}
        return frozenset(it for it in there & fixed if it is not None and it not in changed)

    @cached_property
    def helpers(self) -> Mapping[str, Mapping[str, str]]:
        """By process, species that only its rate law names, each with the id of its modifier.

        SBML wants every species of a rate law in the reaction (rule 21121).
        """
        wanted = {
            f"{law.process} {species}": f"{law.process}_{species}"
            for law in self.quantities.rate_laws
            for species in sorted(self._only_named(law))
        }
        parts = (id_ for ids in self.parts.values() for id_ in ids.values())
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for key, id_ in numbered(wanted, (*self.taken, *parts)).items():
            process, _, species = key.partition(" ")
            found[process][species] = id_
        return found

    def _only_named(self, law: RateLaw) -> set[str]:
        """The species that a rate law names and that its reaction does not have."""
        process = self._processes_by_id[law.process]
        own = {it.id for it in law.parameters}
        named = (names_in(law.formula) - own) & self._species_ids
        sources = (leaves(control.sources) for control in self.modifiers.get(process.id, ()))
        there = {it.species for it in (*process.inputs, *process.outputs)}
        return named - {process.template, *there, *(it for some in sources for it in some)}

    @cached_property
    def _processes_by_id(self) -> Mapping[str, Process]:
        return {it.id: it for it in self.processes}

    @cached_property
    def _species_ids(self) -> frozenset[str]:
        return frozenset(it.id for it in self.pathway.species)

    @cached_property
    def parts(self) -> Mapping[str, Mapping[str, str]]:
        """By id of a control with several sources: source, and the id of its modifier."""
        joint = [
            (control.id, species)
            for controls in (*self.modifiers.values(), self.influences)
            for control in controls
            if len(sources := leaves(control.sources)) > 1
            for species in sources
        ]
        ids = numbered({f"{c} {s}": f"{c}_{s}" for c, s in joint}, self.taken)
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for control, species in joint:
            found[control][species] = ids[f"{control} {species}"]
        return found

    @cached_property
    def implicit(self) -> str | None:
        """The id of the compartment for species that are in none, if there are such."""
        if all(species.compartment for species in self.pathway.species):
            return None
        made = (*self.parts.values(), *self.helpers.values())
        held = {*self.taken, *(id_ for ids in made for id_ in ids.values())}
        return numbered({"": "not_specified"}, held)[""]

    @cached_property
    def draws(self) -> bool:
        """Whether the pathway says where anything is drawn."""
        layout = self.pathway.layout
        return bool(layout.boxes or layout.frames or layout.ways)

    @cached_property
    def made(self) -> frozenset[str]:
        """The ids of elements that stand for no thing of their own."""
        ids = (
            id_
            for some in (self.parts, self.helpers)
            for it in some.values()
            for id_ in it.values()
        )
        return frozenset({*ids, *filter(None, [self.implicit])})

    @cached_property
    def references(self) -> Mapping[tuple[str, ParticipantSide, str], str]:
        """The ids of participants, by reaction, side and species; those that are drawn have one."""
        named = {key: it.id for key, it in self.coefficients.items()}
        if not self.draws:
            return named
        wanted = {
            f"{reaction} {side} {species}": f"{reaction}_{side}_{species}"
            for reaction, side, species in self._participants()
            if (reaction, side, species) not in named
        }
        ids = numbered(wanted, {*self.taken, *self.made})
        return named | {
            (reaction, ParticipantSide(side), species): id_
            for key, id_ in ids.items()
            for reaction, side, species in (key.split(" "),)
        }

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """By id of a reaction, the id of its modifier that is no control of its own: the template
        of a process, the one source of an influence. Those that are drawn have one.
        """
        if not self.draws:
            return {}
        wanted = {it.id: f"{it.id}_template" for it in self.processes if it.template is not None}
        wanted |= {it.id: f"{it.id}_source" for it in self.influences if it.id not in self.parts}
        return numbered(wanted, {*self.taken, *self.made, *self.references.values()})

    def _participants(self) -> Iterator[tuple[str, ParticipantSide, str]]:
        both = ParticipantSide.INPUT, ParticipantSide.OUTPUT
        for process in self.processes:
            for side, there in zip(both, (process.inputs, process.outputs), strict=True):
                yield from ((process.id, side, it.species) for it in there)
        for control in self.influences:
            yield control.id, ParticipantSide.OUTPUT, control.target or ""
        for association in self.associations:
            # It stands on both sides, and lines lead to it as an input.
            yield from (
                (association.id, ParticipantSide.INPUT, it.species)
                for it in association.participants
            )

    @cached_property
    def family_shapes(self) -> Mapping[str, str]:
        """By id of a family, the sboTerm that all of its members' species have."""
        return family_terms(self.pathway.molecules)

    def shape_of(self, molecule: str | None) -> str:
        """The sboTerm of a molecule's species; a family has that of its members, if they agree."""
        known = self.molecules.get(molecule or "")
        if known is None:
            return KIND.word(Kind.UNKNOWN) or ""
        own = self.family_shapes.get(known.id)
        return term_of_kind(known.kind) if own is None else own

    def elements_of(self, thing: str) -> Iterable[str]:
        """The ids of the elements that stand for a process, control, association or module."""
        if thing in self.parts:
            return self.parts[thing].values()
        return (thing,) if thing in self.elements else ()

    @cached_property
    def elements(self) -> frozenset[str]:
        """The ids of all that can be a member of a module and has one element of its own."""
        controls = [it for some in self.modifiers.values() for it in some]
        own = (*self.processes, *self.associations, *self.pathway.modules, *self.influences)
        return frozenset(it.id for it in (*own, *controls))

    def modifier_ids(self, control: Control) -> Mapping[str, str]:
        """The sources of a control, each with the id of the element that stands for it."""
        if control.id in self.parts:
            return self.parts[control.id]
        return dict.fromkeys(leaves(control.sources), control.id)

    def source_ids(self, control: Control) -> Mapping[str, str]:
        """The sources of an influence, each with the id of its modifier in the file, if it has one:
        the id of the control is that of the reaction.
        """
        if control.id in self.parts:
            return self.parts[control.id]
        named = self.sources.get(control.id)
        return {} if named is None else dict.fromkeys(leaves(control.sources), named)

    def label_of(self, species: Species) -> str:
        """The name of a species, or else its systematic one, or its id."""
        title = self.title(species)
        bare = species.form is Form.COMPLEX and not species.components
        return species.name or (displayed(title) if title and not bare else species.id)

    def title(self, species: Species) -> Part | None:
        """What the systematic name of a species says; a set of species has none."""
        if species.form is Form.SINGLE:
            return Part(name=self._single_name(species), state=species.state)
        if species.form is Form.COMPLEX:
            parts = tuple(map(self.part_of, species.components))
            return Part(parts=parts, state=species.state)
        return None

    def _single_name(self, species: Species) -> str:
        """What the molecule of a species is called in its title; one without a name as it is."""
        known = self.molecules.get(species.molecule or "")
        if known is not None and is_made_of(known, species):
            return species.original_id or species.id
        return self.name_of(species.molecule)

    def part_of(self, component: Component) -> Part:
        """What the systematic name of a species says of a part of it."""
        name = self.name_of(component.molecule) if component.molecule is not None else None
        parts = tuple(map(self.part_of, component.components)) if name is None else ()
        return Part(name=name, parts=parts, state=component.state, count=component.count)

    def name_of(self, molecule: str | None) -> str:
        """What a molecule is called in titles: its name, or else its id."""
        known = self.molecules.get(molecule or "")
        return (known.name if known else None) or molecule or ""

    def leaf_terms(self, species: Species) -> Iterator[tuple[str, str, int]]:
        """The molecules of a complex in its title's order: id, what stands for it, how many."""
        for molecule, count in _leaves(species.components, 1):
            yield molecule, part_term(self.molecules.get(molecule)), count


def _component_ids(pathway: Pathway) -> Iterator[str]:
    ahead = [component for species in pathway.species for component in species.components]
    while ahead:
        component = ahead.pop()
        ahead += component.components
        if component.id:
            yield component.id


def _leaves(components: tuple[Component, ...], count: int) -> Iterator[tuple[str, int]]:
    for component in components:
        if component.molecule is not None:
            yield component.molecule, count * component.count
        else:
            yield from _leaves(component.components, count * component.count)


def belongings(pathway: Pathway) -> dict[Anchor, Belonging]:
    """The thing that each native occurrence in the pathway's file belongs to."""
    found = molecules_shown(pathway)
    for control, ids in Plan(pathway).parts.items():
        for id_ in ids.values():
            found["control", id_] = Belonging(control, len(ids))
    return found


def molecules_shown(pathway: Pathway) -> dict[Anchor, Belonging]:
    """The molecule that each occurrence of one on a species belongs to."""
    plan = Plan(pathway)
    found: dict[Anchor, Belonging] = {}
    for species in pathway.species:
        if species.form is Form.SINGLE and species.molecule is not None:
            found["molecule", occurrence(species.id)] = Belonging(species.molecule)
        elif species.form is Form.COMPLEX:
            for molecule, term, _ in plan.leaf_terms(species):
                seen = occurrence(species.id, shown_part(term, plan.name_of(molecule)))
                found["molecule", seen] = Belonging(molecule)
    return found


def shown_part(term: str, name: str | None) -> str:
    """How one part of a complex is told from the others: identifier, or kind and name."""
    return f"{term} {name or ''}".rstrip() if KIND.key(term) is not None else term
