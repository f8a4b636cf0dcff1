"""What a species shows: its text or that of its parts, with the marks of their states.

A complex is a stack from outside to inside: ligand, receptor, what is bound inside; a nucleotide,
lipid or ion is a mark on the part that holds it. Sizes are in pixels.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from pathport.layout.calling import called
from pathport.layout.marks import marks_of
from pathport.layout.picture import Part
from pathport.layout.terms import INTEGRAL, OUTER, SMALL
from pathport.layout.text import shortened, text_width, told_apart
from pathport.model.enumerations import Kind, Role
from pathport.model.parts import Component
from pathport.model.pathway import Pathway
from pathport.model.things import Form, Species, is_made_of

__all__ = [
    "ALONE",
    "LONGEST",
    "MARK",
    "MARK_GAP",
    "MARK_PAD",
    "PADDING",
    "TEXT",
    "Labels",
    "Shown",
    "part_of",
    "part_width",
]

TEXT = 11
MARK = 10
PADDING = 8
MARK_PAD = 4
MARK_GAP = 3
LONGEST = 190
LONGEST_MARK = 64
MOST_MARKS = 4
MOST_LISTED = 20
"""A set with more members than these is shown by its name."""
ROW = 19
ALONE = 24
HOLDERS = frozenset({Role.GTPASE, Role.G_PROTEIN_SUBUNIT})
"""Roles of what holds a nucleotide."""


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of a box from top to bottom, and which of them spans the membrane."""

    parts: tuple[Part, ...]
    spanning: int | None = None
    margin: float = 0
    """Around the parts together, where a border of their own is drawn."""
    least: float = 28.0
    """How wide the parts are at least."""

    @property
    def width(self) -> float:
        """As wide as the widest part."""
        return max(self.least, *map(part_width, self.parts)) + 2 * self.margin

    @property
    def height(self) -> float:
        """The sum of the parts."""
        return sum(part.height for part in self.parts) + 2 * self.margin


def part_width(part: Part) -> float:
    """How wide a part has to be for its text and marks."""
    marks = sum(text_width(mark, MARK) + 2 * MARK_PAD + MARK_GAP for mark in part.marks)
    text = text_width(part.text, TEXT, bold=part.is_heading)
    return float(round(text + 2 * PADDING + marks))


class Labels:
    """What each species of a pathway shows; a format that draws them otherwise has its own."""

    keeps_places = False
    """Whether a cofactor is drawn beside a process only where that is in its own compartment."""
    has_borders = False
    """Whether what is on a side of a compartment is on its border, be that a membrane itself."""
    longest: float = LONGEST
    """How wide a text may be before it is shortened."""

    def __init__(self, pathway: Pathway, *, whole: Pathway | None = None) -> None:
        """``whole`` is what a pathway is a part of, in which complexes look as in the whole."""
        self.pathway = pathway
        self.whole = whole or pathway
        self.molecules = {each.id: each for each in pathway.molecules}
        self.species = {each.id: each for each in pathway.species}
        self.called = called(self.whole)
        self._shown: dict[str, Shown] = {}

    @cached_property
    def outside(self) -> frozenset[str]:
        """The molecules that are also free, outside of all membranes."""
        around = {each.id for each in self.whole.compartments if each.inside is None}
        return frozenset(
            each.molecule
            for each in self.whole.species
            if each.molecule and each.compartment in around
        )

    def kind(self, species: Species) -> Kind:
        """The kind of a species' molecule; of a complex or set, its form's."""
        if species.form is Form.COMPLEX:
            return Kind.COMPLEX
        if species.form is Form.SET:
            return Kind.FAMILY
        molecule = self.molecules.get(species.molecule or "")
        return molecule.kind if molecule else Kind.UNKNOWN

    def name(self, species: Species) -> str:
        """What a species without parts is called."""
        return self.own_names.get(species.id) or self._usual_name(species)

    def _usual_name(self, species: Species) -> str:
        molecule = self.molecules.get(species.molecule or "")
        if molecule and not is_made_of(molecule, species):
            return self.called[molecule.id]
        if species.form is Form.SET and not species.name:
            return " / ".join(self.name(self.species[each]) for each in species.members)
        return species.name or species.id

    @cached_property
    def own_names(self) -> Mapping[str, str]:
        """By id, the names of the species that show the same as others in their place do."""
        alike: defaultdict[tuple[Hashable, ...], list[Species]] = defaultdict(list)
        for each in self.whole.species:
            if each.form is not Form.SET:
                parts = self._usual(each).parts
                looks = tuple((it.text, it.kind, it.marks) for it in parts)
                alike[each.compartment, looks].append(each)
        return {
            each.id: each.name
            for group in alike.values()
            if len({each.name for each in group}) > 1
            for each in group
            if each.name is not None
        }

    def tip(self, species: Species, label: str | None = None) -> str:
        """All that is known of what a species shows: the text that its box may have for itself,
        its own name, and its parts in full with their states.
        """
        parts = self._usual(species).parts
        sign = " / " if species.form is Form.SET else ":"
        whole, bare = (sign.join(it) for it in zip(*((p.told, p.text) for p in parts), strict=True))
        names = [it for it in (label, species.name) if it and it not in (bare, whole)]
        first, *rest = dict.fromkeys((*names, whole))
        return f"{first} ({'; '.join(rest)})" if rest else first

    def leaves(self, species: Species) -> tuple[str, ...]:
        """The molecules in it, each as often as it is there."""
        if species.molecule:
            return (species.molecule,)
        return tuple(_molecules(species.components))

    def place(self, species: Species) -> str | None:
        """The compartment that a species is drawn in: a set without one is where all its members
        are.
        """
        if species.compartment is not None or species.form is not Form.SET:
            return species.compartment
        places = {self.place(self.species[each]) for each in species.members}
        return places.pop() if len(places) == 1 else None

    def shown(self, species: Species) -> Shown:
        """The parts of a species' box."""
        if species.id not in self._shown:
            self._shown[species.id] = self._showing(species)
        return self._shown[species.id]

    def shown_apart(self, species: Species) -> Shown:
        """The parts of the box of a species that is none of the pathway's own."""
        return self._showing(species)

    def is_list(self, species: Species) -> bool:
        """Whether it is a set that is shown as the list of its members."""
        return _is_short(species)

    @cached_property
    def listed(self) -> frozenset[str]:
        """The members of sets that are told in the box of their set; lines still have their own."""
        lists = filter(self.is_list, self.species.values())
        members = (self.species[each] for it in lists for each in it.members)
        return frozenset(each.id for each in members if each.form is not Form.SET)

    def _row(self, member: Species) -> Part:
        """A member of a set on one line."""
        parts = self._usual(member).parts if member.form is not Form.SET else ()
        texts = ":".join(part.text for part in parts)
        text = self.own_names.get(member.id) or texts or self.name(member)
        marks = [mark for part in parts for mark in part.marks]
        roles = self.seen_roles(member.molecule)
        kind = self.kind(member)
        return self._row_of(text, kind, roles, marks)

    def _row_of(
        self,
        text: str,
        kind: Kind,
        roles: Sequence[Role] = (),
        marks: Sequence[str] = (),
        *,
        height: float = ROW,
    ) -> Part:
        """A row of a box in which no text is equal to that of another only for being cut."""
        part = part_of(text, kind, roles, marks, height=height, longest=self.longest)
        return msgspec.structs.replace(part, text=self._cut.get(text, part.text))

    @cached_property
    def _cut(self) -> Mapping[str, str]:
        """By whole text, what is shown of those that are equal where they are cut."""
        names = (it.name or it.id for it in self.whole.species)
        return told_apart((*self.called.values(), *names), TEXT, self.longest)

    def _showing(self, species: Species) -> Shown:
        """What it shows, with its own name where only that tells it from others."""
        is_list = _is_short(species)
        name = species.name if is_list else self.own_names.get(species.id)
        shown = self._usual(species)
        if name is None:
            return shown
        if is_list or (species.form is Form.COMPLEX and species.components):
            kind = self.kind(species)
            first = msgspec.structs.replace(self._row_of(name, kind), is_heading=True)
            spanning = None if shown.spanning is None else shown.spanning + 1
            return msgspec.structs.replace(shown, parts=(first, *shown.parts), spanning=spanning)
        (part,) = shown.parts
        text = self._row_of(name, self.kind(species)).text
        return msgspec.structs.replace(shown, parts=(msgspec.structs.replace(part, text=text),))

    def _usual(self, species: Species) -> Shown:
        """What it shows whatever else there is, and whatever a format draws as a list."""
        if _is_short(species):
            rows = [self._row(self.species[each]) for each in species.members]
            return Shown(parts=tuple(rows))
        if species.form is not Form.COMPLEX or not species.components:
            marks = marks_of(species.state, self.molecules.get(species.molecule or ""))
            name, roles = self._usual_name(species), self.seen_roles(species.molecule)
            kind = self.kind(species)
            part = self._row_of(name, kind, roles, marks, height=ALONE)
            spans = INTEGRAL & set(self.roles(species.molecule))
            return Shown(parts=(part,), spanning=0 if spans else None)
        return self._stack(species)

    def rows(self, species: Species) -> tuple[list[Component], dict[int, list[Component]]]:
        """The components of a complex, one a row, and those that are marks, by index of the row."""
        own, held = self._apart(species.components)
        own.sort(key=self.depth)
        return own, {self._holder(own): held} if held else {}

    def _stack(self, species: Species) -> Shown:
        own, held = self.rows(species)
        parts = []
        for index, each in enumerate(own):
            marks = marks_of(each.state, self.molecules.get(each.molecule or ""))
            marks += tuple(self.counted(it) for it in held.get(index, ()))
            if index == 0:
                marks += marks_of(species.state, None)
            molecule = self.molecules.get(each.molecule or "")
            kind = molecule.kind if molecule else Kind.COMPLEX
            roles = self.seen_roles(each.molecule)
            name = self.counted(each)
            part = self._row_of(name, kind, roles, marks)
            parts.append(msgspec.structs.replace(part, count=each.count))
        spanning = [i for i, each in enumerate(own) if INTEGRAL & set(self.roles(each.molecule))]
        return Shown(parts=tuple(parts), spanning=spanning[0] if spanning else None)

    def _apart(self, components: Sequence[Component]) -> tuple[list[Component], list[Component]]:
        """Those with a row of their own, and those that are marks on one."""
        held = [each for each in components if self._is_held(each)]
        own = [each for each in components if not self._is_held(each)]
        return (own, held) if own else (held, [])

    def _is_held(self, component: Component) -> bool:
        molecule = self.molecules.get(component.molecule or "")
        return bool(molecule and molecule.kind in SMALL and not OUTER & set(molecule.roles))

    def _holder(self, own: Sequence[Component]) -> int:
        """The index of the part that holds nucleotides and lipids."""
        holding = [i for i, it in enumerate(own) if HOLDERS & set(self.roles(it.molecule))]
        return holding[0] if holding else len(own) - 1

    def depth(self, component: Component) -> tuple[int, int, str]:
        """How far inside a complex a part of it is, least first."""
        roles = set(self.roles(component.molecule))
        if roles & INTEGRAL:
            level = 1
        else:
            level = 0 if roles & OUTER or component.molecule in self.outside else 2
        return level, 0 if roles & HOLDERS else 1, component.molecule or ""

    def roles(self, molecule: str | None) -> tuple[Role, ...]:
        """Its roles; of a family without any, those of its first member."""
        found = self.molecules.get(molecule or "")
        if found is None or found.roles or found.kind is not Kind.FAMILY or not found.members:
            return found.roles if found else ()
        member = self.molecules.get(found.members[0].molecule)
        return member.roles if member else ()

    def seen_roles(self, molecule: str | None) -> tuple[Role, ...]:
        """The roles that it is coloured by: its own; of a complex without any, those that all of
        its members have.
        """
        found = self.molecules.get(molecule or "")
        if found is None or found.roles or found.kind is not Kind.COMPLEX or not found.members:
            return self.roles(molecule)
        first, *others = (self.roles(each.molecule) for each in found.members)
        return tuple(role for role in first if all(role in each for each in others))

    def counted(self, component: Component) -> str:
        """What a part of a complex is called, and how often it is there."""
        molecule = self.molecules.get(component.molecule or "")
        name = self.called[molecule.id] if molecule else None
        name = name or component.name or ":".join(map(self.counted, component.components))
        return f"{name} ×{component.count}" if component.count > 1 else name


def _is_short(species: Species) -> bool:
    """Whether it is a set of so few members that all can be told."""
    return species.form is Form.SET and 0 < len(species.members) <= MOST_LISTED


def _molecules(components: Sequence[Component]) -> Iterator[str]:
    for each in components:
        for _ in range(min(each.count, 9)):
            if each.molecule:
                yield each.molecule
            yield from _molecules(each.components)


def part_of(
    text: str,
    kind: Kind,
    roles: Sequence[Role],
    marks: Sequence[str],
    *,
    height: float,
    longest: float = LONGEST,
) -> Part:
    """A row of a box, its text and marks as short as they must be."""
    shown = [shortened(mark, MARK, LONGEST_MARK) for mark in marks[:MOST_MARKS]]
    if len(marks) > MOST_MARKS:
        shown[-1] = f"+{len(marks) - MOST_MARKS + 1}"
    return Part(
        text=shortened(text, TEXT, longest),
        told=f"{text} {{{', '.join(marks)}}}" if marks else text,
        kind=kind,
        roles=tuple(roles),
        marks=tuple(shown),
        height=height,
    )
