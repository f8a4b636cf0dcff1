"""A pathway with the edits that were made to an export of it.

Three readings are held together: what the file said before it was edited, what it says now, and
what an export of the pathway says today. The first is that of today's export too, unless what the
file was exported from is known to be another. No format is known here.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping

import msgspec

from pathport.fidelity.linking import Names
from pathport.fidelity.mending import mended
from pathport.fidelity.reading import Reading
from pathport.fidelity.records import Anchor
from pathport.fidelity.restore import restored
from pathport.fidelity.units import Unit, grouped
from pathport.findings import Finding, Location, Severity
from pathport.model.check import check
from pathport.model.facts import PATHWAY, Facts, build, facts
from pathport.model.ids import numbered
from pathport.model.pathway import Pathway
from pathport.model.references import references, renamed
from pathport.model.things import Species
from pathport.updating.counterparts import aliases, names_alike
from pathport.updating.drawing import (
    by_hand,
    is_drawn,
    placeless,
    unmoved,
    whole_layout,
    with_what_is_named,
)
from pathport.updating.identity import SHOWN, identities
from pathport.updating.ids import called, parted
from pathport.updating.likeness import like_known
from pathport.updating.merging import Edit, edits, merged
from pathport.updating.rules import CLASH, ELSEWHERE, FOLLOWED, IN_PART, OTHER, UNSAID
from pathport.updating.said import links_in, records_in, said
from pathport.updating.sites import known_sites

__all__ = ["Home", "Request", "brought_home"]

SHARED = frozenset({"molecule", "compartment"})
"""What others are made of, or in: it stays while one of them does."""
Export = Callable[[Pathway], Reading]


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be brought home, and how a pathway is exported as the file was.

    ``base`` is what the file was exported from, or the file before it was edited; without it, the
    pathway as it stands. ``written`` are the ids that stand in the document, ``made`` those that
    programs make.
    """

    edited: Reading
    export: Export
    base: Pathway | Reading | None = None
    written: frozenset[str] = frozenset()
    made: re.Pattern[str]
    is_export: bool = True
    """Whether it is no document: it may hold positions that nobody but its export has chosen, and
    its id may be that of a file, or made of the title."""
    whole_layout: bool = False
    """Whether the drawing comes home as a whole, and not only what a hand did to it."""
    may_replace: bool = False
    """Whether most of the pathway may go."""
    path: str = ""


class Home(msgspec.Struct, frozen=True, kw_only=True):
    """The pathway with the edits, and what is to be told; an error keeps it from the document."""

    pathway: Pathway
    findings: tuple[Finding, ...] = ()


def brought_home(ours: Pathway, request: Request) -> Home:
    """The pathway with the edits of a file."""
    return _Homecoming(ours, request).home()


class _Homecoming:
    def __init__(self, ours: Pathway, request: Request) -> None:
        self.document = ours
        self.request = request
        now = request.export(ours)
        called = aliases(request.edited, now, _names(now))
        if called:
            called |= _out_of_the_way(ours, called)
            ours = renamed(ours, called)
            now = request.export(ours)
        self.own = {(construct, id_): own for (construct, own), id_ in called.items()}
        self.ours = ours
        was = self._before(now)
        names = _names(now) | _names(was)
        names |= names_alike(was, now, names)
        taken = {ours.id, *ours.quantities.ids(), *(it.id for _, it in ours.things())}
        self.known = identities(request.edited, was, names, taken, made=request.made)
        readings = (now, was, request.edited)
        self.strangers = {
            it.id for reading in readings for it in records_in(reading) if not it.field
        }
        self.names = names
        self.before = was
        self.now = said(now, names, self.strangers)
        self.was = self.now if was is now else said(was, names, self.strangers)
        edited = _without(request.edited, self.known.repeated)
        self.edited = said(edited, self.known.names, self.strangers)
        self.facts_before = grouped(facts(self._pathway_before(was)), self.strangers)

    def _before(self, now: Reading) -> Reading:
        base = self.request.base
        if base is None:
            return now
        return self.request.export(base) if isinstance(base, Pathway) else base

    def _pathway_before(self, was: Reading) -> Pathway:
        base = self.request.base
        if isinstance(base, Reading):
            return restored(was).pathway
        return self.ours if base is None else base

    def home(self) -> Home:
        if strange := [*self._another()]:
            return Home(pathway=self.document, findings=tuple(strange))
        told = [*edits(self.was, self.edited, self.facts_before)]
        chosen = self._drawn(told) if self.request.is_export else told
        units = grouped(facts(self.ours), self.strangers)
        shown = {self.names.get(native, "") for native in self.request.edited.occurrences}
        known = known_sites(told, units, shown)
        apart = (self._is_own, self._is_less_drawn, lambda it: it.unit in known)
        made = [it for it in chosen if not any(is_none(it) for is_none in apart)]
        done = merged(units, made, self.was, self.now)
        findings = [*self._elsewhere(made)]
        findings = findings or [*self._in_part(), *map(self._clash, done.clashing)]
        if findings:
            return Home(pathway=self.document, findings=tuple(findings))
        there = {unit: it for unit, it in done.units.items() if unit[:2] not in done.gone}
        found = self._needed(dict(units), made, there)
        found |= self._still_named(found, units, done.gone)
        found |= {unit: {} for unit in self._misnamed(found, units)}
        return self._sound(with_what_is_named(found, self.edited))

    def _drawn(self, told: Collection[Edit]) -> list[Edit]:
        """The edits with what of the drawing comes home."""
        if self.request.whole_layout:
            return [*(it for it in told if not is_drawn(it.unit)), *whole_layout(self.edited)]
        still = unmoved(self.request.edited, self.edited)
        return by_hand(told, self.ours.layout, still)

    def _still_named(
        self, found: Mapping[Unit, Facts], ours: Mapping[Unit, Facts], gone: Collection[Anchor]
    ) -> dict[Unit, Facts]:
        """Molecules and places that went from the file, and that the document still needs."""
        pathway = self._unmended(found)
        named = (
            {(c, it.id) for it in references(pathway) for c in it.constructs} if pathway else set()
        )
        kept = {it for it in gone if it in named and it[0] in SHARED}
        return {unit: facts for unit, facts in ours.items() if unit[:2] in kept}

    def _misnamed(self, found: Mapping[Unit, Facts], ours: Mapping[Unit, Facts]) -> set[Unit]:
        """The names of species of another molecule now, where the file does not say them."""
        of_others = (
            unit._replace(field="name")
            for unit, said_of in found.items()
            if unit[::2] == ("species", "molecule") and ours.get(unit, said_of) != said_of
        )
        return {
            name
            for name in of_others
            if not self.edited.native(name) and found.get(name) == ours.get(name)
        }

    def _is_own(self, edit: Edit) -> bool:
        """Whether it is about the id of the pathway, which is the document's own."""
        return self.request.is_export and edit.unit[:3] == (PATHWAY, "", "id")

    def _is_less_drawn(self, edit: Edit) -> bool:
        """Whether it went with a node of a molecule that is drawn elsewhere, without saying it."""
        unit = edit.unit
        is_left = (unit.construct, unit.id) in self.known.fewer and unit.field not in SHOWN
        return is_left and not edit.exact

    def _needed(
        self, ours: dict[Unit, Facts], made: Collection[Edit], found: dict[Unit, Facts]
    ) -> dict[Unit, Facts]:
        """The units without those edits that follow from others.

        A process whose input was given a phosphate is read as another type of process: what is
        left as the document has it, and yet comes out of an export as the file has it, was not
        edited. What the drawing tells follows from no edit of the drawing: a node that was moved
        into another compartment was brought there.
        """
        doubtful = [
            it.unit
            for it in made
            if not (it.exact or (self.request.whole_layout and is_drawn(it.unit)))
            and found.get(it.unit) != ours.get(it.unit)
            and _may_follow(it)
        ]
        if not doubtful or len(made) == 1:
            return found
        without = found | {unit: ours.get(unit, {}) for unit in doubtful}
        moved = {it.unit: ours.get(it.unit, {}) for it in made if is_drawn(it.unit) and it.after}
        lines = {unit for unit in doubtful if is_drawn(unit)}
        follow = [*self._following(lines, without)]
        follow += self._following({*doubtful} - lines, without | moved)
        return found | {unit: ours.get(unit, {}) for unit in follow}

    def _following(self, units: Collection[Unit], without: Mapping[Unit, Facts]) -> Iterator[Unit]:
        """Those that an export of the pathway without them says as the file does."""
        pathway = self._built(without) if units else None
        if pathway is None:
            return
        exported = self.request.export(pathway)
        told = said(exported, _names(exported), self.strangers)
        for unit in units:
            if told.native(unit) == self.edited.native(unit):
                yield unit

    def _unmended(self, units: Mapping[Unit, Facts]) -> Pathway | None:
        try:
            return build({place: v for it in units.values() for place, v in it.items()})
        except ValueError:
            return None

    def _built(self, units: Mapping[Unit, Facts]) -> Pathway | None:
        pathway = self._unmended(units)
        if pathway is None:
            return None
        pathway, faults, _ = mended(pathway, check(pathway))
        return None if any(it.rule.severity is Severity.ERROR for it in faults) else pathway

    def _sound(self, units: Mapping[Unit, Facts]) -> Home:
        """The pathway of these units under its own ids; what names what is gone goes too."""
        here = Location(path=self.request.path)
        try:
            pathway = build({place: v for it in units.values() for place, v in it.items()})
        except ValueError as error:
            return Home(pathway=self.document, findings=(UNSAID.finding(str(error), place=here),))
        pathway, faults, had = mended(pathway, check(pathway))
        errors = [it for it in faults if it.rule.severity is Severity.ERROR]
        if errors:
            return Home(pathway=self.document, findings=tuple(it.finding(here) for it in errors))
        followed = (
            FOLLOWED.finding(
                f'{it.subject} named "{it.quoted}", which went from the file, and names it no more',
                place=Location(path=self.request.path, subject=it.subject),
            )
            for it in had
        )
        pathway = renamed(pathway, self.own) if self.own else pathway
        names = parted(pathway, self.document)
        pathway = renamed(pathway, names) if names else pathway
        made = {names.get(("molecule", it), it) for it in self.known.made}
        pathway = _unnamed(pathway, self._named(), made | self._nameless())
        pathway = called(pathway, self.document, self.request.written, self.request.made)
        like = like_known(pathway, self.document, self.request.path)
        rest = placeless(pathway, self.document, self.request.path)
        return Home(pathway=pathway, findings=(*followed, *like, *rest))

    def _named(self) -> set[str]:
        """The species whose name is the document's affair; an export gives each one."""
        is_export = self.request.is_export
        return {it.id for it in self.document.species if it.name is not None or not is_export}

    def _nameless(self) -> set[str]:
        """The molecules that their id names alone."""
        is_export = self.request.is_export
        return {it.id for it in self.document.molecules if it.name is None and is_export}

    # What keeps the edits from the document

    def _another(self) -> Iterator[Finding]:
        """Whether the file has less than half of what it would have been exported with."""
        there, here = (_elements(it) for it in (self.before, self.request.edited))
        kept = there & here
        if 2 * len(kept) < len(there) and not self.request.may_replace:
            sentence = f"the file has {len(kept)} of the {len(there)} things that were exported"
            yield OTHER.finding(sentence, place=Location(path=self.request.path))

    def _in_part(self) -> Iterator[Finding]:
        for (construct, id_), there in sorted(self.known.split.items()):
            sentence = (
                f"{construct} {id_} was changed in {len(there)} of the places where it stands, and "
                "not in the others"
            )
            yield IN_PART.finding(sentence, place=self._place((construct, id_), there))

    def _elsewhere(self, made: Collection[Edit]) -> Iterator[Finding]:
        if self.request.base is not None:
            return
        here = Location(path=self.request.path)
        if made and self.before.marks and not self.request.edited.marks:
            sentence = "the file has no records: it was not exported from the document as it stands"
            yield ELSEWHERE.finding(sentence, place=here)
        aside = [it for it in made if it.aside]
        if aside:
            it = aside[0].unit
            more = f" and {len(aside) - 1} more" if len(aside) > 1 else ""
            told = " ".join(filter(None, (it.construct, it.id, it.field)))
            sentence = f"the file has records that the document would not give it ({told}{more})"
            yield ELSEWHERE.finding(sentence, place=here)

    def _clash(self, edit: Edit) -> Finding:
        unit = edit.unit
        told = " ".join(filter(None, (unit.construct, unit.id, unit.field)))
        sentence = f"{told} was changed in the file and otherwise in the document"
        return CLASH.finding(sentence, place=self._place((unit.construct, unit.id), ()))

    def _place(self, anchor: Anchor, there: Collection[Anchor]) -> Location:
        lines = self.request.edited.lines
        elements = self.request.edited.occurrences
        shown = [elements.get(it, it) for it in (*sorted(there), anchor)]
        shown += [("species", id_) for _, id_ in shown]
        line = next((lines[it] for it in shown if it in lines), 0)
        return Location(path=self.request.path, line=line, subject=" ".join(anchor))


def _out_of_the_way(pathway: Pathway, names: Names) -> Names:
    """Other names for what has an id that something else gets."""
    given = {*names.values()}
    things = ((construct, thing.id) for construct, thing in pathway.things())
    there = {f"{it[0]} {it[1]}": it for it in things if it[1] in given and it not in names}
    taken = {pathway.id, *pathway.quantities.ids(), *(it.id for _, it in pathway.things()), *given}
    ids = numbered({key: id_ for key, (_, id_) in there.items()}, taken)
    return {there[key]: id_ for key, id_ in ids.items()}


def _elements(reading: Reading) -> set[Anchor]:
    """What a file has, but for molecules, of which most formats have none as such."""
    things = ((construct, thing.id) for construct, thing in reading.pathway.things())
    return {it for it in things if it[0] != "molecule"}


def _names(reading: Reading) -> Names:
    return {(link.construct, link.native): link.id for link in links_in(reading)}


def _unnamed(pathway: Pathway, known: Collection[str], made: Collection[str]) -> Pathway:
    """The pathway in which what has no name of its own has none that its id, or its molecule's,
    says already.
    """
    species = tuple(
        msgspec.structs.replace(it, name=None) if _is_alike_named(it, known) else it
        for it in pathway.species
    )
    molecules = tuple(
        msgspec.structs.replace(it, name=None) if it.id in made and it.id == it.name else it
        for it in pathway.molecules
    )
    return msgspec.structs.replace(pathway, molecules=molecules, species=species)


def _is_alike_named(species: Species, known: Collection[str]) -> bool:
    return species.id not in known and species.name == species.molecule


def _without(reading: Reading, repeated: Collection[Anchor]) -> Reading:
    """The reading without what only repeats of a molecule what the document knows."""
    pathway = reading.pathway
    molecules = tuple(it for it in pathway.molecules if ("molecule", it.id) not in repeated)
    return msgspec.structs.replace(
        reading, pathway=msgspec.structs.replace(pathway, molecules=molecules)
    )


def _may_follow(edit: Edit) -> bool:
    """Whether a unit may be read otherwise because of edits elsewhere: a single value, a line."""
    unit = edit.unit
    single = bool(unit.field) and unit.key == "" and bool(edit.before)
    return single or unit.field in ("layout.ways", "layout.frames")
