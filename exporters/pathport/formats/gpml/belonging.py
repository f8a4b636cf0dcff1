"""Which thing of a pathway each thing of its drawing, natively read, belongs to.

A node tells of a molecule that has no element; several boxes may be one species, and several lines
one control. Both the boxes and lines that were drawn and what was read of them are known here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from pathport.fidelity.measure import Belonging, Marks
from pathport.fidelity.reading import Reading
from pathport.fidelity.records import Anchor
from pathport.formats.gpml.book import is_given, occurrence
from pathport.formats.gpml.depicting import Depiction

__all__ = ["belongings", "on_elements"]


def belongings(depiction: Depiction, native: Reading) -> dict[Anchor, Belonging]:
    """The thing that each native occurrence belongs to."""
    there = {thing.id for _, thing in native.pathway.things()}
    found: dict[Anchor, Belonging] = {}
    tellers = [(it.id, it.molecule) for it in depiction.boxes]
    tellers += [(it.id, it.molecule) for shown in depiction.boxes for it in shown.items]
    for id_, molecule in tellers:
        seen = occurrence(id_)
        if molecule and seen in there:
            found["molecule", seen] = Belonging(molecule)
    found |= dict(_species(depiction, native))
    found |= dict(_places(depiction, native))
    lines = Counter(it.way.of for it in depiction.routes if it.construct == "control")
    for route in depiction.routes:
        of = route.way.of
        if route.construct == "control" and lines[of] > 1:
            found["control", route.way.id] = Belonging(of, lines[of])
    return found


def _species(depiction: Depiction, native: Reading) -> Iterator[tuple[Anchor, Belonging]]:
    """Species that are called after their box: each one that no box has under its own id."""
    ours = {it.id: it.species for it in depiction.boxes if not it.stands_in}
    shown: dict[str, set[str]] = defaultdict(set)
    for box in native.pathway.layout.boxes:
        if box.part is None and box.id in ours:
            shown[box.species].add(ours[box.id])
    for species, meant in sorted(shown.items()):
        if species not in meant:
            left = sorted(meant - shown.keys())
            if left:
                shown[left[0]] = {left[0]}
                yield ("species", species), Belonging(left[0])


def _places(depiction: Depiction, native: Reading) -> Iterator[tuple[Anchor, Belonging]]:
    """Compartments called after their text and id, for the id looks as if made by chance."""
    ours = {it.id for it in depiction.pathway.compartments}
    doubtful = sorted((id_ for id_ in ours if not is_given(id_)), key=len, reverse=True)
    for place in native.pathway.compartments:
        meant = next((id_ for id_ in doubtful if place.id.endswith(f"_{id_}")), None)
        if place.id not in ours and meant is not None:
            yield ("compartment", place.id), Belonging(meant)


def on_elements(marks: Marks, native: Reading, named: Mapping[Anchor, Belonging]) -> Marks:
    """The marks, those of a species on the box whose element tells of it.

    A compartment's shape has the id of the pathway, whatever it is ``named`` natively.
    """
    first: dict[str, tuple[bool, bool, str]] = {}
    boxes = native.pathway.layout.boxes
    groups = {it.inside for it in boxes}
    for box in boxes:
        if box.part is None:
            rank = (box.id not in groups, not is_given(box.id), box.id)
            first[box.species] = min(first.get(box.species, rank), rank)
    moved: dict[Anchor, tuple[str, ...]] = {}
    for (construct, id_), texts in marks.on.items():
        anchor = (construct, id_)
        if construct == "species":
            anchor = ("box", first[id_][-1])
        elif construct == "compartment" and anchor in named:
            anchor = (construct, named[anchor].id)
        moved[anchor] = (*moved.get(anchor, ()), *texts)
    return Marks(moved)
