"""What new things are called, and those whose id follows from what they are.

A program that draws gives what is new an id that says nothing; the document has ids that follow
from spellings, or go on as those before. An id that the file's author has chosen stays.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

import msgspec

from pathport.model.assembly import derived_control_ids
from pathport.model.ids import legal_id, numbered, process_id, spelled_id
from pathport.model.notation import is_spellable, spell_species
from pathport.model.pathway import Pathway
from pathport.model.references import renamed
from pathport.model.things import Form, Process, Species, Thing
from pathport.model.value import content_of

__all__ = ["called", "is_made", "parted"]

Names = dict[tuple[str, str], str]
RUN = re.compile(r"([A-Za-z_]*)([0-9]+)")


def called(
    pathway: Pathway, ours: Pathway, written: Collection[str], made: re.Pattern[str]
) -> Pathway:
    """The edited pathway under the ids that its document gives it.

    ``ours`` is the pathway of the document, ``written`` are the ids that stand in it; ``made`` are
    those that programs make, and that say nothing.
    """
    led = frozenset(it.id for it in pathway.controls if it.id.startswith(f"{it.target}_"))
    for names_of in (_Naming.material, _Naming.twins, _Naming.events, _Naming.controls):
        names = names_of(_Naming(pathway, ours, written, made, led=led))
        pathway = renamed(pathway, names) if names else pathway
    return pathway


def parted(pathway: Pathway, ours: Pathway) -> Names:
    """The names of new molecules that have another id because their one species has theirs.

    The species is called after its spelling then, as all are.
    """
    known = {thing.id for _, thing in ours.things()}
    names = {it.id: legal_id(it.name) for it in pathway.molecules if it.name and it.id not in known}
    found: Names = {}
    wanted: dict[str, str] = {}
    for it in pathway.species:
        name = names.get(it.molecule or "")
        if name != it.molecule and it.id == name and it.id not in known and _is_spelled(it):
            found["molecule", it.molecule or ""] = name
            wanted[it.id] = spelled_id(spell_species(msgspec.structs.replace(it, molecule=name)))
    taken = {pathway.id, *pathway.quantities.ids(), *(it.id for _, it in pathway.things())}
    given = numbered(wanted, taken)
    return found | {("species", id_): new for id_, new in given.items()}


def is_made(id_: str, made: re.Pattern[str]) -> bool:
    """Whether a program made the id, or its end: a reader puts the label before it."""
    return bool(made.fullmatch(id_) or made.fullmatch(id_.rpartition("_")[2]))


class _Naming:
    def __init__(
        self,
        pathway: Pathway,
        ours: Pathway,
        written: Collection[str],
        made: re.Pattern[str],
        *,
        led: Collection[str],
    ) -> None:
        self.pathway = pathway
        self.ours = ours
        self.written = written
        self.made = made
        self.led = led
        """The controls whose id begins with that of what they act on, and follows from it."""
        self.known = {(construct, thing.id): thing for construct, thing in ours.things()}
        others = (*pathway.quantities.ids(), *(it.id for _, it in pathway.things()))
        self.taken = {pathway.id, *others}

    def material(self) -> Names:
        """New ids of what takes part: compartments, molecules, species."""
        return dict(self._things({"compartment", "molecule", "species"}))

    def events(self) -> Names:
        """New ids of processes, associations and modules."""
        return dict(self._things({"process", "association", "module"}))

    def _things(self, constructs: Collection[str]) -> Iterator[tuple[tuple[str, str], str]]:
        wanted: dict[str, tuple[str, str]] = {}
        asked: dict[str, str] = {}
        for construct, thing in self.pathway.things():
            name = self._wanted(construct, thing) if construct in constructs else None
            if name is not None and name != thing.id:
                wanted[f"{name} {thing.id}"] = (construct, thing.id)
                asked[f"{name} {thing.id}"] = name
        leaving = {id_ for _, id_ in wanted.values()}
        given = numbered(asked, self.taken - leaving | self._numbers(wanted))
        run = iter(self._run(sum(1 for each in wanted.values() if each[0] == "process")))
        for key, anchor in wanted.items():
            yield anchor, next(run, given[key]) if anchor[0] == "process" else given[key]

    def _numbers(self, wanted: Collection[str]) -> set[str]:
        return set(self.written) - {it.partition(" ")[2] for it in wanted}

    def _wanted(self, construct: str, thing: Thing) -> str | None:
        """The id that a thing should have, if it is not to keep its own."""
        known = self.known.get((construct, thing.id))
        if isinstance(thing, Species):
            return self._species_id(thing, known)
        if known is not None or not is_made(thing.id, self.made):
            return None
        if isinstance(thing, Process):
            return process_id(thing.type.value, self._spelled(thing.outputs or thing.inputs))
        return legal_id(thing.name) if thing.name else None

    def _species_id(self, thing: Species, known: Thing | None) -> str | None:
        if thing.id in self.written or (known is not None and known == thing):
            return None
        spelled = spelled_id(spell_species(thing)) if _is_spelled(thing) else None
        if known is not None or is_made(thing.id, self.made):
            return spelled or (legal_id(thing.name) if thing.name and known is None else None)
        return None

    def _spelled(self, parts: Iterable[msgspec.Struct]) -> str:
        by_id = {it.id: it for it in self.pathway.species}
        found = (by_id[it.species] for it in parts)  # type: ignore[attr-defined]
        return " + ".join(spell_species(it) if _is_spelled(it) else it.id for it in found)

    def _run(self, count: int) -> Iterator[str]:
        """The ids that go on those of the document's processes, if most of these are a run."""
        matches = [RUN.fullmatch(it.id) for it in self.ours.processes]
        heads = Counter(it[1] for it in matches if it is not None)
        head, times = heads.most_common(1)[0] if heads else ("", 0)
        if not head or 2 * times < len(matches):
            return
        digits = [it[2] for it in matches if it is not None and it[1] == head]
        width = min(map(len, digits))
        number = max(map(int, digits))
        for _ in range(count):
            number += 1
            while f"{head}{number:0{width}d}" in self.taken:
                number += 1
            yield f"{head}{number:0{width}d}"

    def twins(self) -> Names:
        """What a program drew that says nothing but what a thing of the document says already."""
        said = {(construct, _bare(it)): it.id for (construct, _), it in self.known.items()}
        fresh = (
            (construct, it)
            for construct, it in self.pathway.things()
            if (construct, it.id) not in self.known and is_made(it.id, self.made)
        )
        found = {(c, it.id): said.get((c, _bare(it))) for c, it in fresh}
        return {anchor: id_ for anchor, id_ in found.items() if id_ is not None}

    def controls(self) -> Names:
        """New ids of controls that have none in the document, or none that says anything."""
        free = [
            it
            for it in self.pathway.controls
            if it.id not in self.written
            and self.known.get(("control", it.id)) != it
            and (("control", it.id) in self.known or it.id in self.led or is_made(it.id, self.made))
        ]
        taken = self.taken - {it.id for it in free}
        bare = [msgspec.structs.replace(it, id="") for it in free]
        given = derived_control_ids(bare, taken)
        pairs = zip(free, given, strict=True)
        return {("control", it.id): id_ for it, id_ in pairs if it.id != id_}


def _bare(thing: Thing) -> str:
    return content_of(msgspec.structs.replace(thing, id=""))


def _is_spelled(thing: Species) -> bool:
    return thing.form is not Form.SET and is_spellable(thing)
