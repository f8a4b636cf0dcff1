"""What a conversion is, where what it changes tells that: a phosphorylation, a transport.

The drawing has one arrowhead for all conversions; that a protein has one phosphate more is a
phosphorylation by definition. Nothing beyond that is concluded. What GPML looks like is not known
here.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from pathport.model.enumerations import Activity, Kind, ProcessType
from pathport.model.modifications import token
from pathport.model.parts import Component, Modification
from pathport.model.things import Form, Molecule, Species
from pathport.model.value import value_of

__all__ = ["SMALL", "implied_type"]

ADDED = {
    "p": ProcessType.PHOSPHORYLATION,
    "ub": ProcessType.UBIQUITINATION,
    "ac": ProcessType.ACETYLATION,
    "me": ProcessType.METHYLATION,
    "gly": ProcessType.GLYCOSYLATION,
    "palm": ProcessType.PALMITOYLATION,
    "myr": ProcessType.MYRISTOYLATION,
    "pren": ProcessType.PRENYLATION,
    "farn": ProcessType.PRENYLATION,
    "gg": ProcessType.PRENYLATION,
    "sulf": ProcessType.SULFATION,
    "hyd": ProcessType.HYDROXYLATION,
}
ACTED: Mapping[Activity | None, ProcessType] = {
    Activity.ACTIVE: ProcessType.ACTIVATION,
    Activity.INACTIVE: ProcessType.INACTIVATION,
}
SMALL = frozenset({Kind.SMALL_MOLECULE, Kind.ION})

Same = Callable[[str], str]
"""What is told of a molecule, by its id: equal for two that are the same."""


def implied_type(
    inputs: Sequence[Species], outputs: Sequence[Species], molecules: Callable[[str], Molecule],
    same: Same,
) -> ProcessType:  # fmt: skip
    """What a conversion of these inputs into these outputs is; a conversion if that is all."""
    if not outputs:
        return ProcessType.DEGRADATION
    if _dissociates(inputs, outputs, same):
        return ProcessType.DISSOCIATION
    big_in, big_out = (
        [it for it in side if not _is_small(it, molecules)] for side in (inputs, outputs)
    )
    if len(big_in) == len(big_out) == 1:
        return _changed(big_in[0], big_out[0], same)
    return ProcessType.CONVERSION


def _is_small(species: Species, molecules: Callable[[str], Molecule]) -> bool:
    return species.molecule is not None and molecules(species.molecule).kind in SMALL


def _changed(before: Species, after: Species, same: Same) -> ProcessType:
    """What one species becoming another is, if they are one thing in two states or places."""
    if _parts(before, same) != _parts(after, same):
        return ProcessType.CONVERSION
    was, is_ = _sites(before, same), _sites(after, same)
    active = before.state.activity, after.state.activity
    if was == is_ and active[0] == active[1]:
        moved = before.compartment != after.compartment
        known = before.compartment is not None and after.compartment is not None
        return ProcessType.TRANSPORT if moved and known else ProcessType.CONVERSION
    if active[0] == active[1]:
        if was < is_:
            return _of_kind(is_ - was)
        removed = _of_kind(was - is_) if is_ < was else None
        phosphate = removed is ProcessType.PHOSPHORYLATION
        return ProcessType.DEPHOSPHORYLATION if phosphate else ProcessType.CONVERSION
    return ACTED.get(active[1], ProcessType.CONVERSION) if was == is_ else ProcessType.CONVERSION


def _sites(species: Species, same: Same) -> Counter[tuple[str, str]]:
    """The modified sites of a species and of its parts: molecule, and modification as a text."""
    found: Counter[tuple[str, str]] = Counter()
    for it in species.state.modifications:
        found[same(species.molecule) if species.molecule else "", it.identity] += it.count
    ahead = [(it, 1) for it in species.components]
    while ahead:
        component, count = ahead.pop()
        count *= component.count
        ahead += [(it, count) for it in component.components]
        for it in component.state.modifications:
            found[same(component.molecule or "") if component.molecule else "", it.identity] += (
                it.count * count
            )
    return found


def _of_kind(added: Counter[tuple[str, str]]) -> ProcessType:
    """What adding these modifications is, if they are all of one kind."""
    kinds = [value_of(told, Modification).kind for _, told in added]
    words = {(token(it) or ("",))[0].rstrip("123") if it else "" for it in kinds}
    word = words.pop() if len(words) == 1 else ""
    return ADDED.get(word, ProcessType.CONVERSION)


def _dissociates(inputs: Sequence[Species], outputs: Sequence[Species], same: Same) -> bool:
    """Whether one complex becomes its parts, two or more, and nothing else."""
    if len(inputs) != 1 or len(outputs) < 2 or inputs[0].form is not Form.COMPLEX:
        return False
    parts: Counter[str] = Counter()
    for species in outputs:
        parts += _parts(species, same)
    return parts == _parts(inputs[0], same)


def _parts(species: Species, same: Same) -> Counter[str]:
    found: Counter[str] = Counter()
    if species.molecule is not None:
        found[same(species.molecule)] += 1
    for component in species.components:
        found += _leaves(component, same, 1)
    return found


def _leaves(component: Component, same: Same, count: int) -> Counter[str]:
    count *= component.count
    if component.molecule is not None:
        return Counter({same(component.molecule): count})
    found: Counter[str] = Counter()
    for inner in component.components:
        found += _leaves(inner, same, count)
    return found
