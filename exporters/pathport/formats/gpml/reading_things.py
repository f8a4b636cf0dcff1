"""The processes, controls and associations that the lines of a drawing mean.

GPML 2013a, Interaction.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pathport.formats.gpml.book import Book
from pathport.formats.gpml.drawing import Line
from pathport.formats.gpml.implied import implied_type
from pathport.formats.gpml.reading_groups import content_of_molecule
from pathport.formats.gpml.reading_lines import Act, Deed, End, Lines
from pathport.formats.gpml.terms import INTERACTION_PREFIXES
from pathport.formats.gpml.ways import FROM_TEMPLATE
from pathport.model.enumerations import Kind, ProcessType, Relation
from pathport.model.ids import is_legal_id, legal_id
from pathport.model.parts import Gate, Identifier, Participant
from pathport.model.things import Association, Control, Molecule, Process, Species

__all__ = ["Things"]

GENES = frozenset({Kind.GENE, Kind.GENE_PRODUCT, Kind.DNA, Kind.RNA})


class Things:
    """What the lines of a drawing mean, as things of a pathway.

    ``of`` tells the thing of each line that has a meaning.
    """

    def __init__(
        self, book: Book, lines: Lines, species: Iterable[Species], of_box: dict[str, str]
    ) -> None:
        self.book = book
        self.lines = lines
        self.species = {it.id: it for it in species}
        self.of_box = of_box
        self.of: dict[str, tuple[str, str]] = {}
        self.own: dict[str, str] = {}
        """By id of a thing, the line that is its own."""
        self.processes: list[Process] = []
        self.associations: list[Association] = []
        self.controls: list[Control] = []
        for deed in lines.deeds:
            if deed.type is None:
                self.associations.append(self._association(deed))
            else:
                self.processes.append(self._process(deed, deed.type))
        for act in lines.acts:
            self.controls.append(self._control(act))

    def _named(self, construct: str, line: Line, *, suffix: str = "") -> dict[str, Any]:
        """Id and original id of what a line means; its records go with it."""
        wanted = legal_id(line.id) + suffix
        id_, number = wanted, 2
        while id_.lower() in self.book.taken:
            id_, number = f"{wanted}_{number}", number + 1
        self.book.taken.add(id_.lower())
        if not suffix:
            self.of[line.id] = construct, id_
            self.own[id_] = line.id
            self.book.stands((construct, id_), line)
        original = line.id if not is_legal_id(line.id) else None
        return {"id": id_, "original_id": original}

    def _told(self, drawn: Sequence[Line]) -> dict[str, Any]:
        """What lines say beside what they mean: notes, references, evidence, identifiers."""
        book = self.book
        for it in drawn:
            if it.group:
                book.lose(f'its place in the group "{it.group}"', it)
        return {
            "notes": tuple(dict.fromkeys(text for it in drawn for text in book.notes(it))),
            "references": tuple(ref for it in drawn for ref in book.cited(it)),
            "evidence": tuple(one for it in drawn for one in book.evidence(it)),
            "identifiers": tuple(self._identifiers(drawn)),
            "accessions": tuple(x for it in drawn for x in book.accessions(it.xref, it)),
        }

    def _identifiers(self, drawn: Sequence[Line]) -> Iterator[Identifier]:
        for line in drawn:
            curie = self.book.curie(line.xref)
            if curie is not None:
                own = curie.partition(":")[0] in INTERACTION_PREFIXES
                yield Identifier(id=curie, relation=Relation.IS if own else Relation.IS_RELATED_TO)

    def _participants(self, ends: Iterable[End]) -> tuple[Participant, ...]:
        return tuple(Participant(species=it) for it in self._species(ends))

    def _species(self, ends: Iterable[End]) -> list[str]:
        return [self.of_box[it.box] for it in ends if it.box]

    # Things

    def _association(self, deed: Deed) -> Association:
        named = self._named("association", deed.line)
        joining = self._joining(deed)
        return Association(
            **named,
            **self._told((deed.line, *joining)),
            participants=self._participants(deed.inputs()),
        )

    def _joining(self, deed: Deed) -> list[Line]:
        """The lines that join, each of which is of the same thing."""
        for use in deed.joining:
            self.of[use.line.id] = self.of[deed.line.id]
            self.book.stands(("way", use.line.id), use.line)
        return [use.line for use in deed.joining]

    def _process(self, deed: Deed, type_: ProcessType) -> Process:
        named = self._named("process", deed.line)
        inputs = self._species(deed.inputs())
        outputs = self._species(deed.outputs())
        template = None
        if type_ in FROM_TEMPLATE and not deed.is_plain and deed.start.box:
            template = inputs.pop(0)
            type_ = self._made(template, outputs)
        elif type_ is ProcessType.CONVERSION:
            type_ = implied_type(
                [self.species[it] for it in inputs],
                [self.species[it] for it in outputs],
                self._molecule,
                lambda it: content_of_molecule(self._molecule(it)),
            )
        return Process(
            **named,
            **self._told((deed.line, *self._joining(deed))),
            type=type_,
            template=template,
            inputs=tuple(Participant(species=it) for it in inputs),
            outputs=tuple(Participant(species=it) for it in outputs),
            reversible=deed.reversible,
        )

    def _molecule(self, id_: str) -> Molecule:
        return self.book.molecules[id_]

    def _made(self, template: str, outputs: Sequence[str]) -> ProcessType:
        """What is made from a template: RNA from a gene, a protein from RNA, or both in one."""
        read, made = self._kind(template), {self._kind(it) for it in outputs}
        if made == {Kind.RNA} and read in GENES - {Kind.RNA}:
            return ProcessType.TRANSCRIPTION
        if made == {Kind.PROTEIN} and read is Kind.RNA:
            return ProcessType.TRANSLATION
        return ProcessType.GENETIC_PRODUCTION

    def _kind(self, species: str) -> Kind | None:
        molecule = self.species[species].molecule
        return self._molecule(molecule).kind if molecule is not None else None

    def _control(self, act: Act) -> Control:
        named = self._named("control", act.line, suffix="_back" if act.back else "")
        there = act.target
        target = self.of[there.line][1] if there.line else self.of_box[there.box]
        return Control(
            **named,
            **self._told(() if act.back else (act.line,)),
            target=target,
            effect=act.effect,
            sources=Gate(inputs=(self.of_box[act.source.box],)),
        )
