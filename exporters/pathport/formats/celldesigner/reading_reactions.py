"""The reactions of a diagram: processes with their controls, and influences in reduced notation.

What takes part SBML's own lists say, with coefficients, and the lines beside them; what the
reaction is and does, and between which boxes, its extension says. A modifier that no line draws is
a control without a way. A reaction with a rate law is a process, whatever its type.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from pathport.formats.celldesigner.parts import Gate as DrawnGate
from pathport.formats.celldesigner.parts import Link, Modification, Reaction
from pathport.formats.celldesigner.reading_gates import tell_references, tell_undrawn
from pathport.formats.celldesigner.reading_sides import tell_unlisted, with_drawn
from pathport.formats.celldesigner.reading_species import Kinds, SpeciesTold
from pathport.formats.celldesigner.terms import (
    EFFECT,
    GATE,
    GATE_REACTION,
    GATES,
    INFLUENCE,
    PROCESS,
    UNKNOWN_GATE,
    UNSURE,
)
from pathport.formats.celldesigner.told_reactions import ModifierTold, ReactionTold
from pathport.formats.sbml.book import Book, Modifier, Unjoined
from pathport.model.enumerations import Certainty, Effect, Kind, Logic, ProcessType
from pathport.model.parts import Gate, Participant
from pathport.model.things import Control, Process, Species

__all__ = ["Act", "Deed", "Reactions"]

UNKNOWN = frozenset(UNSURE.values())
READ_FROM = {
    ProcessType.TRANSCRIPTION: (Kind.GENE, Kind.DNA),
    ProcessType.TRANSLATION: (Kind.RNA,),
    ProcessType.GENETIC_PRODUCTION: (Kind.GENE, Kind.DNA, Kind.RNA),
}
"""What a process of this type makes its product from, by the kind of molecule."""
MADE = frozenset({ProcessType.GENETIC_PRODUCTION})
MORE_EXACT = {
    "STATE_TRANSITION": frozenset(ProcessType),
    "TRANSCRIPTION": MADE,
    "TRANSLATION": MADE,
}
"""What SBML's own term may say of a reaction of these types, which say little."""


class Deed(msgspec.Struct, frozen=True):
    """A process with what draws it."""

    id: str
    drawn: Reaction


class Act(msgspec.Struct, frozen=True):
    """A control with what draws it: a line, or a gate with the lines of those that it joins.

    ``number`` is its place among the controls; ``on`` the reaction that it acts on, or is.
    """

    number: int
    on: Reaction
    drawn: Modification | DrawnGate | None
    """Nothing: it is the reaction."""
    apart: Mapping[str, int] = {}
    """Of a gate of no known logic, the places of the controls that it joins, by their boxes."""


class Reactions:
    """The processes and controls of a diagram; ``opens`` are the species of open sides."""

    def __init__(
        self,
        book: Book,
        species: Mapping[str, Species],
        kinds: Kinds,
        opens: Mapping[str, SpeciesTold],
    ) -> None:
        self.book = book
        self.species = species
        self.kinds = kinds
        self.opens = opens
        self.deeds: list[Deed] = []
        self.acts: list[Act] = []
        self.influences: set[str] = set()

    def read(self, told: ReactionTold) -> None:
        """Puts what a reaction is into the book."""
        told = with_drawn(told, self._of_link, self.book)
        if self._is_influence(told):
            self._influence(told)
        else:
            self._process(told)

    # Processes

    def _process(self, told: ReactionTold) -> None:
        type_ = self._type(told)
        inputs, outputs = self._there(told.inputs), self._there(told.outputs)
        template = self._template(type_, told, inputs)
        if template is not None:
            inputs = tuple(it for it in inputs if it.species != template)
        self.book.processes.append(
            Process(
                id=told.drawn.id,
                type=type_,
                inputs=inputs,
                outputs=outputs,
                template=template,
                reversible=told.reversible,
                **told.fields,
            )
        )
        self.deeds.append(Deed(told.drawn.id, told.drawn))
        self._controls(told)
        tell_references(told, self.book)

    def _there(self, side: tuple[Participant, ...]) -> tuple[Participant, ...]:
        return tuple(it for it in side if it.species not in self.opens)

    def _type(self, told: ReactionTold) -> ProcessType:
        """The type that CellDesigner tells, or SBML's own term where that says it more exactly."""
        word = told.drawn.type
        known = PROCESS.key(word)
        if known is None:
            self.book.lost(f'the type "{word}" of a process', told.drawn.number, told.subject)
        if told.type is not None and told.type in MORE_EXACT.get(word, ()):
            return told.type
        ends = told.outputs and not self._there(told.outputs)
        if known is ProcessType.CONVERSION and ends:
            return ProcessType.DEGRADATION
        return known or ProcessType.PROCESS

    def _template(
        self, type_: ProcessType, told: ReactionTold, inputs: tuple[Participant, ...]
    ) -> str | None:
        """The gene or RNA that a process reads: its base reactant, of which it uses up nothing."""
        kinds = READ_FROM.get(type_, ())
        starts = [it.species for it in told.drawn.starts]
        found = next((it for it in inputs if it.species in starts and it.coefficient == 1), None)
        if found is None or told.runs or told.reversible:
            return None
        species = self.species.get(found.species)
        molecule = self.kinds.molecules.of.get((species.molecule if species else None) or "")
        return found.species if molecule is not None and molecule.kind in kinds else None

    # Influences

    def _is_influence(self, told: ReactionTold) -> bool:
        drawn = told.drawn
        sources = [it for it in told.inputs if it.species not in self.opens]
        outputs = self._there(told.outputs)
        return (
            (INFLUENCE.key(drawn.type) is not None or drawn.type == GATE_REACTION)
            and not told.runs
            and len(outputs) == 1
            and outputs == told.outputs
            and bool(sources)
            and tuple(sources) == told.inputs
            and all(it.coefficient == 1 for it in (*told.inputs, *outputs))
            and (len(sources) == 1 or drawn.type == GATE_REACTION)
        )

    def _influence(self, told: ReactionTold) -> None:
        drawn = told.drawn
        if told.reversible:
            self.book.lost("reversible", drawn.number, told.subject)
        self.influences.add(drawn.id)
        sources = tuple(it.species for it in told.inputs)
        gate, word = Gate(inputs=sources), drawn.type
        if drawn.type == GATE_REACTION:
            tell_undrawn(told, sources, self._known, self.book)
            whole = next((it for it in drawn.members if it.type in GATES), None)
            word = whole.effect if whole is not None else ""
            if whole is None or whole.type == UNKNOWN_GATE:
                gate = Gate(inputs=sources[:1])
            else:
                gate = _joined(GATE.key(whole.type) or Logic.AND, sources)
        control = Control(
            id=drawn.id,
            target=told.outputs[0].species,
            effect=INFLUENCE.key(word) or EFFECT.key(word) or Effect.MODULATION,
            sources=gate,
            **_sure(told.fields, word),
        )
        apart = sources[1:] if len(set(gate.species())) < len(set(sources)) else ()
        found = [
            Modifier(control, (), drawn.number),
            *(self._other(control, it, told) for it in apart),
        ]
        tell_references(told, self.book)
        links = {
            self._known(it.species): it.alias for member in drawn.members[1:] for it in member.links
        }
        self._add_apart(found, [links.get(it, "") for it in sources], told, None)
        self._controls(told)

    def _other(self, first: Control, species: str, told: ReactionTold) -> Modifier:
        """Another influence of the gate of a first one: what the reference to its source says."""
        control = Control(
            id="",
            target=first.target,
            effect=first.effect,
            certainty=first.certainty,
            sources=Gate(inputs=(species,)),
        )
        said = next((it for it in told.sources if it.species == species), None)
        if said is None:
            return Modifier(control, (), told.drawn.number)
        told.sources.remove(said)
        control = msgspec.structs.replace(control, id=said.id, **said.fields)
        return Modifier(control, said.marks, said.line)

    # Controls

    def _controls(self, told: ReactionTold) -> None:
        """The controls that lines draw, and those of modifiers without a line."""
        left = list(told.modifiers)
        for drawn in told.drawn.modifications:
            whole = drawn.whole if isinstance(drawn, DrawnGate) else drawn
            found = [(self._modifier(link, left, whole, told), link) for link in whole.links]
            own = [it for it, _ in found if it is not None]
            if own and whole.type == UNKNOWN_GATE:
                controls = [self._one(whole, [it], told) for it in own]
                aliases = [link.alias for it, link in found if it is not None]
                self._add_apart(controls, aliases, told, drawn)
            elif own:
                inner = self._inner(drawn, told) if isinstance(drawn, DrawnGate) else ()
                self._add(self._one(whole, own, told, inner), told.drawn, drawn)
        for modifier in left:
            control = Control(
                id=modifier.id,
                target=told.drawn.id,
                sources=Gate(inputs=(modifier.species,)),
                **modifier.effect,
                **modifier.fields,
            )
            self.book.modifiers.append(Modifier(control, modifier.marks, modifier.line))

    def _modifier(
        self, link: Link, left: list[ModifierTold], whole: Modification, told: ReactionTold
    ) -> ModifierTold | None:
        """The modifier that a link is of; it is left no longer.

        What a part of a complex modifies, the complex does.
        """
        whole_of = self._of_link(link)
        same = [it for it in left if it.species == whole_of]
        found = next((it for it in same if it.alias == link.alias), next(iter(same), None))
        if found is not None:
            left.remove(found)
            return found
        if whole_of in self.species:
            tell_unlisted("modifier", whole_of, told, self.book)
            return ModifierTold(
                species=whole_of,
                alias=link.alias,
                id="",
                effect={},
                fields={},
                marks=(),
                line=whole.number,
            )
        what = f'the modification by "{link.species}", which is no species'
        self.book.lost(what, whole.number, told.subject)
        return None

    def _known(self, species: str) -> str:
        """A species, or the one that a part is in."""
        return self.kinds.whole_of.get(species, species)

    def _of_link(self, link: Link) -> str:
        """The species at an end of a line, or nothing if there is none; where none is called so, it
        is the one that the box is of.
        """
        alias = self.kinds.sheet.aliases.get(link.alias)
        called = [self._known(it) for it in (link.species, alias.species if alias else "")]
        return next((it for it in called if it in self.species or it in self.opens), "")

    def _inner(self, drawn: DrawnGate, told: ReactionTold) -> tuple[Gate, ...]:
        """The gates in a gate, of which a layout has no place."""
        found = []
        for it in drawn.inner:
            species = tuple(filter(None, map(self._of_link, it.links)))
            found.append(_joined(GATE.key(it.type) or Logic.AND, species))
            named = ", ".join(f'"{one}"' for one in species)
            self.book.lost(f"where the gate of {named} in a gate is", it.number, told.subject)
        return tuple(found)

    def _one(
        self,
        whole: Modification,
        own: list[ModifierTold],
        told: ReactionTold,
        inner: tuple[Gate, ...] = (),
    ) -> Modifier:
        """The control that modifiers are together, some of them in gates of their own."""
        joined = {it for gate in inner for it in gate.species()}
        species = tuple(it.species for it in own if it.species not in joined)
        logic = GATE.key(whole.type)
        word = whole.effect if whole.type in GATES else whole.type
        effect = EFFECT.key(word)
        if effect is None:
            self.book.lost(f'the type "{word}" of a modification', whole.number, told.subject)
        first = own[0]
        more = first.effect.get("effect")
        if more is not None and EFFECT.word(more) == word:
            effect = more
        control = Control(
            id=first.id,
            target=told.drawn.id,
            effect=effect or Effect.MODULATION,
            mechanism=first.effect.get("mechanism"),
            sources=Gate(inputs=species) if logic is None else _joined(logic, species, inner),
            **_sure(first.fields, word),
        )
        for other in own[1:]:
            for name, value in other.fields.items():
                if value and value != first.fields.get(name):
                    what = f"the {name} of a modifier that a gate joins"
                    self.book.lost(what, other.line, told.subject)
        marks = tuple(mark for it in own for mark in it.marks)
        return Modifier(control, marks, first.line or whole.number)

    def _add_apart(
        self,
        found: list[Modifier],
        aliases: list[str],
        told: ReactionTold,
        drawn: Modification | DrawnGate | None,
    ) -> None:
        """Adds the controls that one gate draws: several, if nobody knows how it joins them."""
        start = len(self.book.modifiers)
        several = len(found) > 1
        if several:
            what = "how a gate of no known logic joins its sources (each is read as a control)"
            ids = tuple(it.control.id for it in found if it.control.id)
            self.book.unjoined.append(Unjoined(what, told.drawn.number, told.subject, ids))
        apart = {alias: start + n for n, alias in enumerate(aliases)} if several else {}
        self.acts.append(Act(start, told.drawn, drawn, apart))
        self.book.modifiers += found

    def _add(
        self, modifier: Modifier, on: Reaction, drawn: Modification | DrawnGate | None
    ) -> None:
        self.acts.append(Act(len(self.book.modifiers), on, drawn))
        self.book.modifiers.append(modifier)


def _joined(logic: Logic, species: tuple[str, ...], inner: tuple[Gate, ...] = ()) -> Gate:
    """A gate over species and gates; of several species the absence of each counts."""
    if logic is Logic.NOT and len(species) > 1:
        return Gate(gates=tuple(Gate(logic=logic, inputs=(it,)) for it in species))
    return Gate(logic=logic, inputs=species, gates=inner)


def _sure(fields: Mapping[str, Any], word: str) -> dict[str, Any]:
    unsure = {"certainty": Certainty.HYPOTHETICAL} if word in UNKNOWN else {}
    return {**fields, **unsure}
