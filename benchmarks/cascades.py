"""One cascade of a synthetic pathway: molecules, species, and the steps that it takes in order.

There are states, complexes, gates, identifiers, evidence and notes in it, so that no construct is
measured alone. Nothing here knows a format.
"""

import random
import string
from collections.abc import Callable, Iterator
from itertools import islice

from pathport.model.enumerations import (
    Activity,
    AssociationType,
    Effect,
    Kind,
    Logic,
    Observation,
    ProcessType,
    Relation,
    Role,
)
from pathport.model.parts import (
    Component,
    Evidence,
    Gate,
    Identifier,
    Modification,
    Participant,
    State,
)
from pathport.model.things import (
    Association,
    Control,
    Form,
    Module,
    Molecule,
    Process,
    Species,
)

__all__ = ["SHARED_SPECIES", "Cascade"]

SHARED_SPECIES = (
    Species(id="ATP_cyt", molecule="ATP", compartment="cyt"),
    Species(id="ADP_cyt", molecule="ADP", compartment="cyt"),
    Species(id="Pi_cyt", molecule="Pi", compartment="cyt"),
    Species(id="survival_outcome", molecule="survival"),
    Species(id="migration_outcome", molecule="migration"),
)
"""The species of all cascades."""

PROTEINS = {
    "L": ("ligand", (Role.LIGAND,)),
    "R": ("receptor", (Role.RECEPTOR,)),
    "J": ("receptor kinase", (Role.KINASE,)),
    "K": ("kinase", (Role.KINASE,)),
    "P": ("phosphatase", (Role.PHOSPHATASE,)),
    "S": ("STAT", (Role.STAT, Role.TRANSCRIPTION_FACTOR)),
    "Y": ("product", ()),
}
"""The proteins of a cascade: what they are called, what they do."""

PLAIN = ("L_ec", "R_pm", "J_cyt", "K_cyt", "P_cyt", "S_cyt", "G_nuc", "T_cyt", "Y_cyt")
"""The molecules of a cascade, each where it is before anything has happened to it."""

KINDS = {"S": "mod:00046", "T": "mod:00047", "Y": "mod:00048"}
"""Phosphorylated residues: PSI-MOD."""

CODES = ("eco:0000314", "eco:0000269", "eco:0000304", "mi:0019")
NOTES = (
    "Shown for the human proteins; the sites are those of the longest isoform.",
    "Seen within minutes of stimulation & reversed < 1 h later.",
    "Stoichiometry is not known; β-arrestin is not needed.",
)


class Cascade:
    """One cascade: its molecules and species are all there, its processes as far as it is run."""

    def __init__(self, number: int, drawn: random.Random, others: list["Cascade"]) -> None:
        self.number = number
        self.drawn = drawn
        self.others = others
        self.processes: list[Process] = []
        self.controls: list[Control] = []
        self.receptor_state = self._phosphorylated("Y", drawn.randint(1, 3))
        self.kinase_state = self._phosphorylated("T", 1, activity=Activity.ACTIVE)
        self.stat_state = self._phosphorylated("Y", 1)

    def id(self, what: str) -> str:
        """The id of a thing of this cascade."""
        head, _, rest = what.partition("_")
        return f"{head}{self.number}_{rest}" if rest else f"{head}{self.number}"

    def run(self, most: int) -> None:
        """Takes the steps of the cascade in their order, and no more than so many."""
        for step in islice(STEPS, most):
            step(self)

    # Molecules and species

    def molecules(self) -> Iterator[Molecule]:
        """The molecules that no other cascade has, each with identifiers and names."""
        for letter, (title, roles) in PROTEINS.items():
            yield Molecule(
                id=self.id(letter),
                name=f"{title} {self.number}",
                synonyms=tuple(f"{letter}-{self.number}{sign}" for sign in self._some("abc")),
                kind=Kind.PROTEIN,
                roles=roles,
                identifiers=(
                    Identifier(id=f"uniprot:{self._accession()}"),
                    Identifier(id=self._hgnc(), relation=Relation.IS_ENCODED_BY),
                ),
                references=self._references(0.2),
            )
        for letter, title, kind in (("G", "gene", Kind.GENE), ("T", "transcript", Kind.RNA)):
            identifier = Identifier(id=f"ncbigene:{self.drawn.randint(1, 99_999)}")
            yield Molecule(
                id=self.id(letter),
                name=f"{title} {self.number}",
                kind=kind,
                identifiers=(identifier,),
            )

    def species(self) -> Iterator[Species]:
        """The species of these molecules, single and in complexes."""
        for what in PLAIN:
            yield Species(
                id=self.id(what),
                molecule=self.id(what[0]),
                compartment=_place(what),
                notes=self._notes(0.05),
            )
        yield self._single("K_p_cyt", "K", self.kinase_state)
        yield self._single("S_p_cyt", "S", self.stat_state)
        yield self._complex("LR_pm", self._component("L"), self._component("R"))
        pair = (self._component("L", 2), self._component("R", 2), self._component("J", 2))
        yield self._complex("LRJ_pm", *pair)
        active = (pair[0], self._component("R", 2, self.receptor_state), pair[2])
        yield self._complex("LRJ_p_pm", *active)
        yield self._complex("LRJ_p_ee", *active)
        stats = self._component("S", 2, self.stat_state)
        yield self._complex("SS_p_cyt", stats)
        yield self._complex("SS_p_nuc", stats)

    def _single(self, what: str, molecule: str, state: State) -> Species:
        return Species(
            id=self.id(what), molecule=self.id(molecule), state=state, compartment=_place(what)
        )

    def _complex(self, what: str, *components: Component) -> Species:
        name = f"complex {what} {self.number}" if self.drawn.random() < 0.1 else None
        return Species(
            id=self.id(what),
            name=name,
            form=Form.COMPLEX,
            components=components,
            compartment=_place(what),
        )

    def _component(self, letter: str, count: int = 1, state: State = State()) -> Component:  # noqa: B008
        return Component(molecule=self.id(letter), count=count, state=state)

    def _phosphorylated(
        self, residue: str, sites: int, *, activity: Activity | None = None
    ) -> State:
        positions = self.drawn.sample(range(10, 1200), sites)
        return State(
            modifications=tuple(
                Modification(kind=KINDS[residue], residue=residue, position=position)
                for position in positions
            ),
            activity=activity,
        )

    # Processes and controls

    def process(
        self,
        type_: ProcessType,
        inputs: str,
        outputs: str,
        *,
        reversible: bool = False,
        template: str | None = None,
    ) -> str:
        """A process of this cascade; its sides are written as ``2 S_p_cyt + ATP_cyt``."""
        id_ = f"E{self.number}_{len(self.processes) + 1}"
        references = self._references(0.5)
        self.processes.append(
            Process(
                id=id_,
                type=type_,
                inputs=self._side(inputs),
                outputs=self._side(outputs),
                reversible=reversible,
                template=self.id(template) if template else None,
                references=references,
                evidence=self._evidence(references),
                notes=self._notes(0.1),
            )
        )
        return id_

    def control(self, target: str, effect: Effect, *sources: str, logic: Logic = Logic.AND) -> None:
        """A control of these species, given by their ids."""
        self.controls.append(
            Control(
                id=f"{target}_by_{'_'.join(sources)}",
                target=target,
                effect=effect,
                sources=Gate(logic=logic, inputs=sources),
                references=self._references(0.2),
            )
        )

    def crossed(self, target: str, effect: Effect, what: str, share: float) -> None:
        """A control by a species of another cascade, in this share of the cascades."""
        if self.others and self.drawn.random() < share:
            self.control(target, effect, self.drawn.choice(self.others).id(what))

    def associations(self) -> Iterator[Association]:
        """What is known to be together, in one of four cascades."""
        if self.others and self.drawn.random() < 0.25:
            yield Association(
                id=f"A{self.number}",
                type=AssociationType.PHYSICAL,
                participants=(
                    Participant(species=self.id("R_pm")),
                    Participant(species=self.drawn.choice(self.others).id("R_pm")),
                ),
                references=self._references(1),
            )

    def module(self) -> Module:
        """The cascade as a named group of its processes."""
        return Module(
            id=f"cascade_{self.number}",
            name=f"cascade {self.number}",
            members=tuple(process.id for process in self.processes),
        )

    def _side(self, text: str) -> tuple[Participant, ...]:
        found = []
        for part in filter(None, text.split(" + ")):
            count, _, what = part.rpartition(" ")
            species = what if what in SHARED_IDS else self.id(what)
            found.append(Participant(species=species, coefficient=int(count or 1)))
        return tuple(found)

    # What is said of everything

    def _references(self, share: float) -> tuple[str, ...]:
        if self.drawn.random() >= share:
            return ()
        return (f"pubmed:{7_000_000 + int(self.drawn.paretovariate(0.8) * 1000) % 30_000_000}",)

    def _evidence(self, references: tuple[str, ...]) -> tuple[Evidence, ...]:
        if not references or self.drawn.random() < 0.3:
            return ()
        observation = self.drawn.choice((None, Observation.OBSERVED))
        code = self.drawn.choice(CODES)
        return (Evidence(code=code, reference=references[0], observation=observation),)

    def _notes(self, share: float) -> tuple[str, ...]:
        return (self.drawn.choice(NOTES),) if self.drawn.random() < share else ()

    def _some(self, signs: str) -> str:
        return signs[: self.drawn.randint(0, len(signs))]

    def _accession(self) -> str:
        middle = "".join(self.drawn.choices(string.ascii_uppercase, k=3))
        return f"{self.drawn.choice('OPQ')}{self._digit()}{middle}{self._digit()}"

    def _digit(self) -> str:
        return self.drawn.choice(string.digits)

    def _hgnc(self) -> str:
        return f"hgnc:{self.drawn.randint(1, 60_000)}"


SHARED_IDS = frozenset(species.id for species in SHARED_SPECIES)


def _place(what: str) -> str:
    return what.rpartition("_")[2]


# The steps of a cascade


def _ligand_binds(cascade: Cascade) -> None:
    cascade.process(ProcessType.BINDING, "L_ec + R_pm", "LR_pm", reversible=True)


def _receptor_pairs(cascade: Cascade) -> None:
    cascade.process(ProcessType.BINDING, "2 LR_pm + 2 J_cyt", "LRJ_pm")


def _receptor_is_phosphorylated(cascade: Cascade) -> None:
    process = cascade.process(
        ProcessType.PHOSPHORYLATION, "LRJ_pm + 2 ATP_cyt", "LRJ_p_pm + 2 ADP_cyt"
    )
    cascade.control(process, Effect.CATALYSIS, cascade.id("J_cyt"))


def _kinase_is_phosphorylated(cascade: Cascade) -> None:
    process = cascade.process(ProcessType.PHOSPHORYLATION, "K_cyt + ATP_cyt", "K_p_cyt + ADP_cyt")
    cascade.control(process, Effect.CATALYSIS, cascade.id("LRJ_p_pm"))
    cascade.crossed(process, Effect.CATALYSIS, "K_p_cyt", 0.3)


def _kinase_is_dephosphorylated(cascade: Cascade) -> None:
    process = cascade.process(ProcessType.DEPHOSPHORYLATION, "K_p_cyt", "K_cyt + Pi_cyt")
    cascade.control(process, Effect.CATALYSIS, cascade.id("P_cyt"))
    cascade.crossed(process, Effect.CATALYSIS, "P_cyt", 0.1)


def _stat_is_phosphorylated(cascade: Cascade) -> None:
    process = cascade.process(ProcessType.PHOSPHORYLATION, "S_cyt + ATP_cyt", "S_p_cyt + ADP_cyt")
    sources = (cascade.id("LRJ_p_pm"), cascade.id("K_p_cyt"))
    logic = cascade.drawn.choice((Logic.AND, Logic.OR))
    cascade.control(process, Effect.CATALYSIS, *sources, logic=logic)


def _stats_pair(cascade: Cascade) -> None:
    cascade.process(ProcessType.BINDING, "2 S_p_cyt", "SS_p_cyt", reversible=True)


def _stats_enter_the_nucleus(cascade: Cascade) -> None:
    cascade.process(ProcessType.TRANSPORT, "SS_p_cyt", "SS_p_nuc")


def _gene_is_transcribed(cascade: Cascade) -> None:
    process = cascade.process(ProcessType.TRANSCRIPTION, "", "T_cyt", template="G_nuc")
    cascade.control(process, Effect.NECESSARY_STIMULATION, cascade.id("SS_p_nuc"))
    cascade.crossed(process, Effect.INHIBITION, "SS_p_nuc", 0.3)


def _transcript_is_translated(cascade: Cascade) -> None:
    cascade.process(ProcessType.TRANSLATION, "", "Y_cyt", template="T_cyt")
    outcome = cascade.drawn.choice(("survival_outcome", "migration_outcome"))
    effect = cascade.drawn.choice((Effect.STIMULATION, Effect.INHIBITION))
    cascade.control(outcome, effect, cascade.id("Y_cyt"))


def _receptor_is_taken_in(cascade: Cascade) -> None:
    cascade.process(ProcessType.TRANSPORT, "LRJ_p_pm", "LRJ_p_ee")


def _product_is_degraded(cascade: Cascade) -> None:
    cascade.process(ProcessType.DEGRADATION, "Y_cyt", "")


STEPS: tuple[Callable[[Cascade], None], ...] = (
    _ligand_binds,
    _receptor_pairs,
    _receptor_is_phosphorylated,
    _kinase_is_phosphorylated,
    _kinase_is_dephosphorylated,
    _stat_is_phosphorylated,
    _stats_pair,
    _stats_enter_the_nucleus,
    _gene_is_transcribed,
    _transcript_is_translated,
    _receptor_is_taken_in,
    _product_is_degraded,
)
