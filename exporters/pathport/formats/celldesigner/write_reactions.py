"""Processes and influences as reactions: what SBML's elements say, the extension of each in them.

What SBML says of sides and modifiers repeats what the extension draws. Where CellDesigner's types
are few, SBML's term says more exactly what happens.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from pathport.fidelity.measure import Marks
from pathport.formats.celldesigner.diagram import Diagram
from pathport.formats.celldesigner.drawn import Arm, Member, Modification, Reduced
from pathport.formats.celldesigner.markup import (
    extension,
    text_element,
)
from pathport.formats.celldesigner.names import written_name
from pathport.formats.celldesigner.terms import PROCESS
from pathport.formats.celldesigner.write_lines import influence_drawn, process_drawn
from pathport.formats.sbml.markup import annotation, attributes, closed, listed, notes, number
from pathport.formats.sbml.plan import leaves
from pathport.formats.sbml.statements import bag_of, common_said
from pathport.formats.sbml.terms import EFFECT as TERM
from pathport.formats.sbml.terms import HAS_PROPERTY, NEGATED_TERM, NODE, sbo_term
from pathport.formats.sbml.terms import PROCESS as TYPE
from pathport.formats.sbml.write_reactions import modifier_properties
from pathport.model.things import Control, Process, Thing

__all__ = ["Written", "written_reactions"]

INDENT = " " * 8
INNER = " " * 10
DEEP = " " * 12
REFERENCE = "speciesReference"
MODIFIER = "modifierSpeciesReference"


def written_reactions(diagram: Diagram, marks: Marks) -> Iterator[str]:
    """An element for each process and influence."""
    return Written(diagram, marks).all()


class Written:
    """The reactions of a diagram."""

    def __init__(self, diagram: Diagram, marks: Marks) -> None:
        self.diagram = diagram
        self.marks = marks
        self.number = 0
        self.controls = diagram.lines.ends.apart

    def all(self) -> Iterator[str]:
        """The elements."""
        for process, line in zip(
            self.diagram.lines.processes, self.diagram.lines.reactions, strict=True
        ):
            yield self._reaction(
                process,
                process_drawn(line),
                self._sides(
                    map(self._reference, (*line.inputs, *line.taken)), (*line.outputs, *line.made)
                )
                + self._modifiers(line.controls),
                construct="process",
                term=_process_term(process, line.word),
                reversible=process.reversible,
            )
        for drawn in self.diagram.lines.influences:
            control = self.controls[drawn.control]
            yield self._reaction(
                control,
                influence_drawn(drawn),
                self._sides(self._sources(drawn), (drawn.target,))
                + self._modifiers(drawn.controls),
                construct="control",
            )

    def _reaction(
        self,
        thing: Thing,
        drawn: str,
        inner: str,
        *,
        construct: str,
        term: str | None = None,
        reversible: bool = False,
    ) -> str:
        metaid = f"meta_{thing.id}"
        head = {
            "metaid": metaid,
            "sboTerm": term,
            "id": thing.id,
            "name": None if thing.name is None else written_name(thing.name),
            "reversible": "true" if reversible else "false",
            "fast": "false",
        }
        told = annotation(
            metaid,
            common_said(thing),
            self.marks.at(construct, thing.id),
            node=NODE["reaction"],
            indent=INDENT,
            extension=extension(drawn),
        )
        return closed(
            f"      <reaction{attributes(head)}",
            notes(thing.notes, INDENT) + told + inner,
            "reaction",
        )

    # References

    def _sides(self, inputs: Iterable[str], outputs: Iterable[Arm]) -> str:
        return "".join(
            (
                *listed("listOfReactants", inputs, INDENT),
                *listed("listOfProducts", map(self._reference, outputs), INDENT),
            )
        )

    def _metaid(self) -> str:
        """The next one, as CellDesigner numbers what refers to species."""
        self.number += 1
        return f"CDMT{self.number:05d}"

    def _sources(self, drawn: Reduced) -> Iterator[str]:
        """What an influence comes from. Of several that a gate of no known logic joins the reaction
        is the first, and each other says what it is where its source is referred to.
        """
        gate = drawn.gate
        if gate is None:
            yield self._reference(drawn.source or drawn.target)
            return
        others = [None, *(self.controls[it] for it in gate.controls[1:])]
        for arm, control in zip_longest(gate.members, others):
            yield self._reference(arm, control)

    def _reference(self, arm: Arm, control: Control | None = None) -> str:
        head = {
            "metaid": self._metaid(),
            "id": control.id if control is not None else None,
            "name": control.name if control is not None else None,
            "species": arm.species,
            "stoichiometry": None if arm.coefficient == 1 else number(arm.coefficient),
        }
        if control is None:
            return self._referring(REFERENCE, head, arm.alias)
        return self._referring(
            REFERENCE,
            head,
            arm.alias,
            common_said(control),
            marks=self.marks.at("control", control.id),
            before=notes(control.notes, DEEP),
        )

    @staticmethod
    def _referring(
        name: str,
        head: dict[str, str | None],
        alias: str | None,
        said: Iterable[str] = (),
        *,
        marks: Sequence[str] = (),
        before: str = "",
    ) -> str:
        told = annotation(
            head["metaid"] or "",
            said,
            marks,
            node=NODE[MODIFIER],
            indent=DEEP,
            extension=extension(text_element("alias", alias)) if alias is not None else "",
        )
        return closed(f"{INNER}<{name}{attributes(head)}", before + told, name, INNER)

    def _modifiers(self, controls: Iterable[Modification | Member]) -> str:
        elements = (text for it in controls for text in self._of_control(it))
        return "".join(listed("listOfModifiers", elements, INDENT))

    def _of_control(self, drawn: Modification | Member) -> Iterator[str]:
        if isinstance(drawn, Modification):
            yield from self._of_one(drawn.control, (drawn.arm,), is_drawn=drawn.is_drawn)
        elif drawn.controls:
            for id_, arm in zip(drawn.controls, drawn.members, strict=True):
                yield from self._of_one(id_, (arm,))
        else:
            yield from self._of_one(drawn.control, drawn.members)

    def _of_one(self, id_: str, arms: Iterable[Arm], *, is_drawn: bool = True) -> Iterator[str]:
        """The modifiers of one control; the first says what that says. What no line draws has no
        alias.
        """
        control = self.controls[id_]
        absent = leaves(control.sources)
        for number_, arm in enumerate(arms):
            first = number_ == 0
            term = NEGATED_TERM if absent[arm.species] else TERM.word(control.effect)
            telling = first or not absent[arm.species]
            head = {
                "metaid": self._metaid(),
                "sboTerm": sbo_term(term or ""),
                "id": control.id if first else None,
                "name": control.name if first else None,
                "species": arm.species,
            }
            yield self._referring(
                MODIFIER,
                head,
                arm.alias if is_drawn else None,
                [
                    *(common_said(control) if first else ()),
                    bag_of(HAS_PROPERTY, modifier_properties(control) if telling else ()),
                ],
                marks=self.marks.at("control", control.id) if first else (),
                before=notes(control.notes, DEEP) if first else "",
            )


def _process_term(process: Process, word: str) -> str | None:
    """The sboTerm of a process, where its type says more than CellDesigner's word."""
    if PROCESS.key(word) is process.type:
        return None
    return sbo_term(TYPE.word(process.type) or "")
