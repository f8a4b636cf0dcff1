"""Names for species that nothing else in CellDesigner tells apart.

There a species is known by its class, its template or name, its state and its place. A state of
which the class has no construct is told by the name then, as it is where no other one is like it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

from pathport.formats.celldesigner.entity import Entity
from pathport.formats.celldesigner.residues import spelled_site
from pathport.formats.celldesigner.sites import Labels, residues_in
from pathport.formats.celldesigner.states import structural_state
from pathport.formats.celldesigner.terms import MODIFIED, PROTEIN, modified_word
from pathport.layout.marks import marks_of
from pathport.model.enumerations import Activity
from pathport.model.parts import NO_STATE, Modification, State
from pathport.model.pathway import Pathway

__all__ = ["names_apart"]

LabelsOf = Callable[[str], Labels]


def names_apart(
    pathway: Pathway, entities: Iterable[Entity], labels_of: LabelsOf
) -> Mapping[str, str]:
    """By id, the names of species that have none of their own and would be like another one."""
    species = {it.id: it for it in pathway.species}
    alike: dict[Hashable, list[Entity]] = defaultdict(list)
    for it in entities:
        own = species[it.id]
        alike[own.compartment, own.side, _seen(it, labels_of)].append(it)
    return {
        it.id: f"{it.name} ({', '.join(words)})"
        for group in alike.values()
        if len(group) > 1
        for it in group
        if not species[it.id].name and (words := tuple(_unsaid(it)))
    }


def _seen(entity: Entity, labels_of: LabelsOf) -> Hashable:
    """All that the extension tells of an entity."""
    residues = residues_in(entity.state, labels_of(entity.molecule)) if entity.template else ()
    return (
        entity.word,
        entity.template or entity.label,
        entity.name,
        entity.count,
        entity.active,
        entity.hypothetical,
        entity.structure,
        frozenset(Counter(residues).items()),
        frozenset(Counter(_seen(it, labels_of) for it in entity.parts).items()),
    )


def _unsaid(entity: Entity) -> Iterator[str]:
    """What of the state of an entity and its parts has no construct, in words."""
    state, text = entity.state, entity.structure
    said = structural_state(text, entity.word) if text is not None else NO_STATE
    for it in state.modifications:
        if not (_is_said(it) if entity.template else it in said.modifications):
            yield _word(it)
    more = State(
        activity=state.activity if state.activity is Activity.INACTIVE else None,
        structure=None if state.structure == said.structure else state.structure,
        fragment=None if entity.word == PROTEIN else state.fragment,
        variant=None if state.variant == said.variant else state.variant,
    )
    yield from marks_of(more, None)
    for part in entity.parts:
        yield from (f"{part.name} {word}" for word in _unsaid(part))


def _is_said(item: Modification) -> bool:
    """Whether a residue has a state for what is on it."""
    is_known = MODIFIED.word(modified_word(item.kind, item.word)) is not None
    return is_known or item.absent or item.site_set is not None or (item.kind or item.word) is None


def _word(item: Modification) -> str:
    """A modification in words: the kind where CellDesigner has one, or else as it is drawn."""
    word = modified_word(item.kind, item.word)
    if MODIFIED.word(word) is None or item.site_set is not None or item.absent:
        return marks_of(State(modifications=(item,)), None)[0]
    often = f"{item.count} x " if item.count > 1 else ""
    return f"{often}{word} {spelled_site(item)}".rstrip()
