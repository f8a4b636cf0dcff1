"""What a node of a drawing tells: a molecule, and the state that it is in.

A node is drawn for one molecule; its States tell what is modified, active or bound. GPML 2013a,
DataNode and State.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

import msgspec

from pathport.formats.gpml.book import Book, occurrence
from pathport.formats.gpml.drawing import Node, State
from pathport.formats.gpml.looks import usual_state
from pathport.formats.gpml.states import (
    Told,
    agrees,
    comment_told,
    items_of,
    place_of,
    state_read,
    usual_fields,
)
from pathport.formats.gpml.terms import (
    FAMILY_PREFIXES,
    NUCLEOTIDES,
    SPECIES_PREFIXES,
    VARIANT_PREFIXES,
)
from pathport.model import parts
from pathport.model.enumerations import Kind, Relation
from pathport.model.layout import Mark, Style
from pathport.model.parts import Component, Identifier
from pathport.model.things import Molecule

__all__ = ["NodeTold", "read_node"]


class NodeTold(msgspec.Struct, frozen=True, kw_only=True):
    """What a node tells: its molecule, its state, what is bound, and what is the species' own.

    ``shown`` is what each of its States tells of, by the State's id.
    """

    node: Node
    molecule: Molecule
    state: parts.State
    bound: tuple[Molecule, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    shown: tuple[tuple[State, parts.State], ...] = ()

    @property
    def content(self) -> tuple[object, ...]:
        """What makes it the same as another node: molecule and state; what has no text and no
        cross reference is the same as none.
        """
        molecule = self.molecule
        bound = tuple(sorted(it.name or "" for it in self.bound))
        told = (molecule.name, molecule.identifiers, molecule.accessions, self.identifiers)
        alone = "" if any(told) else self.node.id
        return (molecule.kind, *told, self.state, bound, alone)

    @property
    def component(self) -> Component:
        """The node as a part of a complex."""
        return Component(molecule=self.molecule.id, state=self.state)

    def marks(self, touched: Collection[str], *, is_part: bool = False) -> tuple[Mark, ...]:
        """The States as marks on the node's box: those that a line touches, or not as usual.

        Of a site that two States tell of, both are marks, for the state itself has it once.
        """
        once = (told for _, told in self.shown if any(it.is_one for it in told.modifications))
        times = Counter(once)
        return tuple(
            Mark(
                id=it.id,
                shows=told,
                x=it.x,
                y=it.y,
                width=it.width,
                height=it.height,
                style=it.style,
            )
            for n, (it, told) in enumerate(self._ordered())
            if it.id in touched
            or (is_part and told == parts.State())
            or times[told] > 1
            or it.style != Style()
            or not _is_usual(it, n)
        )

    def _ordered(self) -> list[tuple[State, parts.State]]:
        """The States as a state has what they tell of: their order in a file says nothing.

        Of those that tell the same, one that is at its usual place comes where it is usual.
        """
        found: list[tuple[State, parts.State]] = []
        left = list(self.shown)
        for told in items_of(self.state):
            alike = [it for it in left if it[1] == told]
            usual = (it for it in alike if _is_usual(it[0], len(found)))
            for it in (next(usual, alike[0]),) if alike else ():
                left.remove(it)
                found.append(it)
        return [*found, *left]


def _is_usual(state: State, number: int) -> bool:
    """Whether the State of this number is where it would be by itself."""
    here = (state.x, state.y, state.width, state.height)
    return here == usual_state(state.label, number)


def read_node(node: Node, book: Book) -> NodeTold:
    """What a node and its States tell; what of them has no place is named."""
    curie = book.curie(node.xref)
    kind = _kind(node, curie, book)
    told = _States(node, curie, book)
    of_species = curie is not None and curie.partition(":")[0] in SPECIES_PREFIXES
    own = (Identifier(id=curie),) if curie else ()
    molecule = Molecule(
        id=occurrence(node.id),
        kind=kind,
        name=node.label if node.label.strip() else None,
        identifiers=() if of_species else own,
        accessions=book.accessions(node.xref, node),
        sites=tuple(told.sites),
    )
    return NodeTold(
        node=node,
        molecule=molecule,
        state=told.state(),
        bound=tuple(told.bound),
        identifiers=(*told.identifiers, *(own if of_species else ())),
        shown=tuple(told.shown),
    )


def _kind(node: Node, curie: str | None, book: Book) -> Kind:
    kind = book.dialect.kind.key(node.type)
    if kind is None:
        book.lose(f'the type "{node.type}"', node)
        return Kind.UNKNOWN
    prefix = (curie or "").partition(":")[0]
    if prefix in FAMILY_PREFIXES and kind is not Kind.COMPLEX:
        return Kind.FAMILY
    by_term = book.dialect.kind.key(book.dialect.phenotypes.get(prefix, ""))
    return Kind.PHENOTYPE if by_term is kind else kind


class _States:
    """The States of a node, one after the other."""

    def __init__(self, node: Node, curie: str | None, book: Book) -> None:
        self.node = node
        self.book = book
        self.usual = usual_fields(node.label, curie)
        self.fields: dict[str, Any] = {}
        self.modifications: list[parts.Modification] = []
        self.sites: list[parts.Site] = []
        self.bound: list[Molecule] = []
        self.identifiers: list[Identifier] = []
        self.shown: list[tuple[State, parts.State]] = []
        for state in book.canvas.states_of.get(node.id, ()):
            self.read(state)

    def state(self) -> parts.State:
        """The state that they all tell."""
        return parts.State(modifications=tuple(self.modifications), **self.fields)

    def read(self, state: State) -> None:
        """One State: what it tells of, and what is told of the site or variant."""
        for evidence in self.book.evidence(state):
            self.book.lose(f'the evidence "{evidence.code}"', state)
        label = state.label.strip()
        curie = self.book.curie(state.xref)
        for it in self.book.accessions(state.xref, state):
            self.book.lose(f'the entry "{it.id}" of {it.database or "no database"}', state)
        texts = [*self.book.texts(state.notes, state)]
        fields, texts = _told_of_site(texts)
        notes = [it for it in texts if it.strip() != label]
        if label.upper() in NUCLEOTIDES:
            id_ = occurrence(state.id)
            self.bound.append(Molecule(id=id_, kind=Kind.SMALL_MOLECULE, name=label))
            self.shown.append((state, parts.State()))
            self._lose(state, curie, (*notes, *state.refs))
        elif not label:
            self._lose(state, curie, ("a state without a text", *notes, *state.refs))
        elif curie is not None and curie.partition(":")[0] in VARIANT_PREFIXES and fields is None:
            self.identifiers.append(Identifier(id=curie, relation=Relation.IS_RELATED_TO))
            self._keep(state, parts.State(variant=label), notes)
        else:
            told = state_read(label, fields, self.usual)
            if told.state.modifications:
                self._modified(state, told, notes)
                if fields is not None and not agrees(label, told.state.modifications[0]):
                    self.book.lose(f'the text "{label}", of which its comment says else', state)
            else:
                self._keep(state, told.state, notes)
            self._lose(state, curie, ())

    def _modified(self, state: State, told: Told, notes: Sequence[str]) -> None:
        """Adds a modified site, with what is told of it to the molecule's sites."""
        found = told.state.modifications[0]
        known = told.site or place_of(found)
        note = "\n".join([*([known.note] if known.note else []), *notes]) or None
        refs = self.book.cited(state) or ((None,) if note else ())
        self.sites += [msgspec.structs.replace(known, note=note, reference=it) for it in refs]
        self.modifications.append(found)
        self.shown.append((state, next(items_of(told.state))))

    def _keep(self, state: State, shows: parts.State, notes: Sequence[str]) -> None:
        """Adds what else a State tells; of each there is one in a state."""
        for field in ("activity", "structure", "fragment", "variant"):
            value = getattr(shows, field)
            if value is not None and field in self.fields:
                self.book.lose(f'the state "{state.label}", one too many', state)
            elif value is not None:
                self.fields[field] = value
                self.shown.append((state, shows))
        self._lose(state, None, (*notes, *state.refs))

    def _lose(self, state: State, curie: str | None, rest: Sequence[str]) -> None:
        """Names what of a State has no place."""
        for what in (*([f'the identifier "{curie}"'] if curie else []), *rest):
            self.book.lose(f"{what}", state)


def _told_of_site(texts: Sequence[str]) -> tuple[dict[str, str] | None, list[str]]:
    """The fields of the first comment that tells of a site, and all that the comments tell else."""
    for n, text in enumerate(texts):
        fields, rest = comment_told(text)
        if fields:
            others = (it for it in texts[n + 1 :] if it != text)
            return fields, [*texts[:n], *([rest] if rest else []), *others]
    return None, [*texts]
