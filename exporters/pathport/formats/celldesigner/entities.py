"""What each species of a pathway is in CellDesigner: its class, its template, its state, its parts.

Decided once, from the pathway alone; where anything is drawn is not known here, but the layout may
tell that a part is drawn several times, and of which kind an RNA is. What CellDesigner can't say is
not this module's business.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from pathport.formats.celldesigner.border import (
    Bearer,
    OnBorder,
    Residue,
    residues_drawn,
    told_on_border,
)
from pathport.formats.celldesigner.entity import Entity, TemplateOf
from pathport.formats.celldesigner.fragments import Fragments
from pathport.formats.celldesigner.members import Members
from pathport.formats.celldesigner.naming import Naming, usual_complex
from pathport.formats.celldesigner.sites import Called, Labels, Shown, residues_in
from pathport.formats.celldesigner.telling import names_apart
from pathport.formats.celldesigner.terms import (
    COMPLEX,
    DRUG,
    GENERIC,
    KIND,
    PROTEIN,
    PROTEIN_TYPE,
    SHAPED_CLASS,
    TEMPLATE,
    TRUNCATED,
    word_of_shape,
)
from pathport.formats.sbml.plan import repeats
from pathport.model.enumerations import Activity, Certainty, Kind, Role
from pathport.model.layout import Box
from pathport.model.parts import NO_STATE, Component, State
from pathport.model.pathway import Pathway
from pathport.model.things import Form, Molecule, Species

__all__ = ["Entities"]

UNKNOWN = "UNKNOWN"


class Entities:
    """The entities and templates of a pathway; ``naming`` gives ids to what has none."""

    def __init__(self, pathway: Pathway, naming: Naming) -> None:
        self.pathway = pathway
        self.naming = naming
        self.molecules = {it.id: it for it in pathway.molecules}
        self.species = {it.id: it for it in pathway.species}
        self.members = Members(pathway.molecules)
        self.part_molecules: dict[tuple[str, str], str] = {}
        """By species and name, the molecule that an empty complex in it is drawn as."""
        self.boxes: dict[str, list[Box]] = defaultdict(list)
        """By species, the boxes of its parts."""
        for box in pathway.layout.boxes:
            if box.part is not None:
                self.boxes[box.species].append(box)

    @cached_property
    def all(self) -> tuple[Entity, ...]:
        """An entity for each species, in order."""
        found = [FORM[it.form](self, it) for it in self.pathway.species]
        names = names_apart(self.pathway, found, self.labels_of)
        return tuple(it.called(names[it.id]) if it.id in names else it for it in found)

    # Classes

    @cached_property
    def _shapes(self) -> Mapping[str, str]:
        """By id of a molecule, the shape of its boxes that tells its class."""
        found: dict[str, str] = {}
        for box in self.pathway.layout.boxes:
            shape = box.style.shape or ""
            if shape.upper() in SHAPED_CLASS:
                told = box.part or self.species.get(box.species)
                found.setdefault((told.molecule if told else None) or "", shape)
        return found

    @cached_property
    def _words(self) -> Mapping[str, str]:
        """The class by molecule; of a family that of its members, if they agree."""
        found: dict[str, str] = {}
        families = {it.id: it for it in self.pathway.molecules if it.kind is Kind.FAMILY}
        open_ = dict.fromkeys(families)

        def word(id_: str) -> str:
            if id_ in open_:
                del open_[id_]
                of_members = {word(member.molecule) for member in families[id_].members}
                found[id_] = of_members.pop() if len(of_members) == 1 else self._own(families[id_])
            if id_ not in found:
                found[id_] = self._own(self.molecules[id_]) if id_ in self.molecules else UNKNOWN
            return found[id_]

        return {it.id: word(it.id) for it in self.pathway.molecules}

    def _own(self, molecule: Molecule) -> str:
        if molecule.kind is Kind.SMALL_MOLECULE and Role.DRUG in molecule.roles:
            return DRUG
        return word_of_shape(KIND, molecule.kind, self._shapes.get(molecule.id)) or UNKNOWN

    def _word(self, molecule: str | None) -> str:
        return self._words.get(molecule or "", UNKNOWN)

    def _name(self, molecule: str | None) -> str:
        known = self.molecules.get(molecule or "")
        return (known.name if known else None) or molecule or ""

    # Species

    def _single(self, species: Species) -> Entity:
        return self._of_molecule(species, species.molecule, species.state, 1)

    def _of_molecule(
        self, species: Species, molecule: str | None, state: State, count: int
    ) -> Entity:
        word = self._word(molecule)
        cut = self.fragments.of(molecule, state)
        return Entity(
            id=species.id,
            name=species.name or (cut.name if cut else self._name(molecule)),
            label=self._name(molecule),
            word=word,
            molecule=molecule or "",
            template=cut.id if cut else molecule or "" if word in TEMPLATE else "",
            state=state,
            count=count,
            hypothetical=species.certainty is Certainty.HYPOTHETICAL,
            active=species.state.activity is Activity.ACTIVE,
            parts=tuple(self._parts(species.id, self.members.of(molecule), species.id)),
        )

    def _complex(self, species: Species) -> Entity:
        alone = species.components[0] if len(species.components) == 1 else None
        if alone is not None and self._is_multimer(species, alone):
            state = msgspec.structs.replace(alone.state, structure=species.state.structure)
            return self._of_molecule(species, alone.molecule, state, alone.count)
        is_several = alone is not None and self._is_several(species, alone)
        components = alone.components if alone is not None and is_several else species.components
        parts = tuple(self._parts(species.id, components, species.id))
        name = species.name or usual_complex(it.name for it in parts) or species.id
        return Entity(
            id=species.id,
            name=name,
            label=name,
            word=COMPLEX,
            molecule="" if species.components else self.own_molecules[species.id],
            state=species.state,
            count=alone.count if alone is not None and is_several else 1,
            hypothetical=species.certainty is Certainty.HYPOTHETICAL,
            active=species.state.activity is Activity.ACTIVE,
            parts=parts,
        )

    def _is_several(self, species: Species, component: Component) -> bool:
        """Whether a complex is one of the same parts several times, of which nothing else is said,
        and which has no box within that of the whole.
        """
        if not component.components:
            return False
        whole = Component(components=component.components, count=component.count)
        inner = self.boxes.get(species.id, ())
        is_drawn = any(it.part is not None and it.part.identity == whole.identity for it in inner)
        return component.count > 1 and component == whole and not is_drawn

    def _is_multimer(self, species: Species, component: Component) -> bool:
        """Whether a complex is one molecule several times, drawn as a whole: a structure is that of
        the whole, and where each part has one of its own they are drawn.
        """
        of_whole = species.state
        return (
            component.count > 1
            and component.molecule is not None
            and self._word(component.molecule) != COMPLEX
            and not self.boxes.get(species.id)
            and of_whole == State(activity=of_whole.activity, structure=of_whole.structure)
            and component.state.structure is None
        )

    def _parts(
        self, species: str, components: Iterable[Component], within: str
    ) -> Iterator[Entity]:
        """What is included, in order, as often as it is drawn."""
        for number, it in enumerate(components, start=1):
            for again, count in enumerate(self._counts(species, it)):
                place = f"{within}_{number}" + (f"_{again + 1}" if again else "")
                yield self._part(species, it, count, place)

    def _counts(self, species: str, component: Component) -> list[int]:
        """How many of a component each of its boxes in one complex stands for."""
        drawn: dict[str | None, list[int]] = defaultdict(list)
        for box in self.boxes.get(species, ()):
            if box.part is not None and box.part.identity == component.identity:
                drawn[box.inside].append(box.part.count)
        whole = component.count
        told = next((sorted(it) for it in drawn.values() if sum(it) == whole), None)
        if told is not None:
            return told
        times = repeats(whole) if drawn else 1
        return [1] * times if times == whole else [whole] * times

    def _part(self, species: str, component: Component, count: int, place: str) -> Entity:
        word = COMPLEX if component.molecule is None else self._word(component.molecule)
        id_ = self.naming.id_for(component.id or place, place)
        inner = component.components or self.members.of(component.molecule)
        parts = tuple(self._parts(species, inner, place))
        cut = self.fragments.of(component.molecule, component.state)
        known = cut.name if cut else self._name(component.molecule)
        usual = known or usual_complex(it.name for it in parts) or id_
        name = usual if component.name is None else component.name or id_
        return Entity(
            id=id_,
            name=name,
            label=self._name(component.molecule) if component.molecule else name,
            word=word,
            molecule=component.molecule or self._own_molecule(component, species, name),
            template=cut.id if cut else component.molecule or "" if word in TEMPLATE else "",
            state=component.state,
            count=count,
            hypothetical=component.certainty is Certainty.HYPOTHETICAL,
            active=component.state.activity is Activity.ACTIVE,
            parts=parts,
            shows=msgspec.structs.replace(component, count=count),
        )

    def _own_molecule(self, component: Component, species: str, name: str) -> str:
        """The id of a molecule for a part that is a complex without known parts, if it is."""
        if component.components or component.molecule:
            return ""
        return self.part_molecules.setdefault(
            (species, name), self.naming.id_for(f"{species}_part", species, name)
        )

    def _set(self, species: Species) -> Entity:
        """One of the class that all its members have; a template of its own, if it needs one."""
        words = {self._species_word(self.species[it]) for it in species.members}
        word = words.pop() if len(words) == 1 else UNKNOWN
        name = species.name or self._alternatives(species)
        return Entity(
            id=species.id,
            name=name,
            label=name,
            word=UNKNOWN if word == COMPLEX else word,
            molecule=self.own_molecules[species.id],
            template=self.own_molecules[species.id] if word in TEMPLATE else "",
            state=msgspec.structs.replace(NO_STATE, structure=species.state.structure),
            hypothetical=species.certainty is Certainty.HYPOTHETICAL,
            active=species.state.activity is Activity.ACTIVE,
        )

    @cached_property
    def own_molecules(self) -> Mapping[str, str]:
        """By species that is drawn as a molecule and has none, the id of one of its own."""
        none = (it.id for it in self.pathway.species if it.molecule is None and not it.components)
        return {it: self.naming.id_for(f"{it}_molecule", it) for it in none}

    def _species_word(self, species: Species) -> str:
        return self._word(species.molecule) if species.form is Form.SINGLE else COMPLEX

    def _alternatives(self, species: Species) -> str:
        names = (
            member.name or self._name(member.molecule) or member.id
            for member in map(self.species.__getitem__, species.members)
        )
        return " / ".join(names) or species.id

    @cached_property
    def fragments(self) -> Fragments:
        """The templates of fragments."""
        names = {it: self._name(it) for it in self.molecules if self._word(it) == PROTEIN}
        return Fragments(self.pathway, names, self.naming)

    # Templates

    @cached_property
    def templates(self) -> tuple[TemplateOf, ...]:
        """The templates that are referred to, in the order of the molecules."""
        users: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.all:
            for it in entity.all():
                if it.template:
                    users[it.template].append(it)
        return tuple(self._template(id_, users[id_]) for id_ in sorted(users))

    def _template(self, id_: str, users: Sequence[Entity]) -> TemplateOf:
        molecule = self.molecules.get(users[0].molecule)
        if molecule and (cut := self.fragments.by_id.get(id_)):
            molecule = cut.cut_from(molecule)
        word, is_cut = users[0].word, all(it.state.fragment for it in users)
        return TemplateOf(
            id=id_,
            word=word,
            type=(TRUNCATED if is_cut else self._protein_type(molecule)) if word == PROTEIN else "",
            name=molecule.name or id_ if molecule else users[0].name,
            notes=molecule.notes if molecule else (),
            residues=self._residues(molecule, users, word),
        )

    def _protein_type(self, molecule: Molecule | None) -> str:
        """By the roles; of a family that has none, by those of its members."""
        found = _type_by_role(molecule)
        if found != GENERIC or molecule is None or molecule.kind is not Kind.FAMILY:
            return found
        members = (self.molecules.get(it.molecule or "") for it in molecule.members)
        of_members = {_type_by_role(it) for it in members}
        return of_members.pop() if len(of_members) == 1 else GENERIC

    def _residues(
        self, molecule: Molecule | None, users: Iterable[Entity], word: str
    ) -> Mapping[Called, Residue]:
        """The residues of a template: those in states, and the other known ones."""
        known = dict(Labels(molecule).known)
        for it in users:
            for key in residues_in(it.state, self.labels_of(it.molecule)):
                known.setdefault(key, Shown(key.label))
        told = self._told.get(molecule.id if molecule else "", {})
        return residues_drawn(known, told, word)

    @cached_property
    def labels(self) -> Mapping[str, Labels]:
        """By molecule, what its sites are called."""
        return {it.id: Labels(it) for it in self.pathway.molecules}

    def labels_of(self, molecule: str) -> Labels:
        """What the sites of a molecule are called, if it is one of the pathway's."""
        return self.labels.get(molecule) or Labels()

    @cached_property
    def _told(self) -> Mapping[str, Mapping[Called, OnBorder]]:
        """By molecule and residue, what a box tells of it."""
        return told_on_border(self.pathway.layout.boxes, self._bearer)

    def _bearer(self, box: Box) -> Bearer:
        told: Component | Species | None = box.part or self.species.get(box.species)
        if told is not None and told.molecule is None and len(told.components) == 1:
            (told,) = told.components
        molecule = (told.molecule if told else None) or ""
        return Bearer(molecule, self.labels_of(molecule), told.state if told else NO_STATE)


def _type_by_role(molecule: Molecule | None) -> str:
    """That of the first role that has one."""
    words = (PROTEIN_TYPE.word(role) for role in (molecule.roles if molecule else ()))
    return next(filter(None, words), GENERIC)


FORM = {
    Form.SINGLE: Entities._single,
    Form.COMPLEX: Entities._complex,
    Form.SET: Entities._set,
}
