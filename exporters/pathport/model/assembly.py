"""From entries to a pathway: the one step that documents and the builder share.

Species that are spelled in the notation become species of the pathway, equal spellings one; what
has no written id gets one by `pathport.model.ids`. All faults are found at once, those of the
notation and of the model's check alike, each with its path in the document.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from pathport.model import entry_rules as rules
from pathport.model import rules as model_rules
from pathport.model.assembly_places import placed
from pathport.model.assembly_species import Origin, SpeciesBook
from pathport.model.assembly_values import Values, numbered_paths
from pathport.model.check import check
from pathport.model.entries import (
    ControlEntry,
    Document,
    InfluenceEntry,
    ProcessEntry,
    PublicationEntry,
    listed,
)
from pathport.model.facts import PATHWAY
from pathport.model.faults import shown
from pathport.model.ids import control_id, numbered
from pathport.model.notation import GateTerm, spell_gate
from pathport.model.parts import Figure, Gate, Publication
from pathport.model.pathway import Pathway
from pathport.model.slips import Path, Slip, Slips
from pathport.model.things import (
    Association,
    Compartment,
    Control,
    Module,
    Molecule,
    Process,
)
from pathport.model.value import content_of

__all__ = ["NO_TARGET", "Assembled", "assemble", "derived_control_ids"]

NO_TARGET = "0"
"""What is written where a control has no target, as the notation writes an empty side."""

NO_GATE = Gate()


class Assembled(NamedTuple):
    """A pathway and the faults of what was written; with errors, what could be made of the rest."""

    pathway: Pathway
    slips: list[Slip]


class WrittenControl(NamedTuple):
    """A control, influence or control under a process, before it has its id."""

    path: Path
    entry: ControlEntry | InfluenceEntry
    id: str | None
    target: str | None
    gate: GateTerm | None


def assemble(document: Document, *, slips: Iterable[Slip] = ()) -> Assembled:
    """The pathway that a document says, with all faults; ``slips`` are those known already."""
    return _Assembly(document, Slips(slips)).done()


class _Assembly:
    """One document on its way to a pathway."""

    def __init__(self, document: Document, slips: Slips) -> None:
        self.document = document
        self.slips = slips
        self.values = Values(slips)
        self.species = SpeciesBook(document.species or {}, self.values)
        self.control_paths: dict[str, Path] = {}

    def done(self) -> Assembled:
        document = self.document
        self.species.read_entries()
        processes = [*self.processes()]
        associations = [*self.associations()]
        written = [*self.controls()]
        self.species.check_controllers(
            (item.gate, item.path) for item in written if item.gate is not None
        )
        ids = self.species.ids(taken=self.taken_ids())
        pathway = Pathway(
            id=document.id,
            **self.about(),
            compartments=tuple(self.compartments()),
            molecules=tuple(self.molecules()),
            species=tuple(self.species.made(self.values.common)),
            processes=tuple(make(ids) for make in processes),
            controls=tuple(self.made_controls(written, ids)),
            associations=tuple(make(ids) for make in associations),
            modules=tuple(self.modules()),
            order=self.values.steps(document.order, ("order",)),
            quantities=self.values.quantities(document.quantities),
            layout=document.layout,
        )
        return Assembled(
            pathway, self.slips.found + [placed(fault, self.origin) for fault in check(pathway)]
        )

    def taken_ids(self) -> Iterator[str]:
        """The ids that are written, which no derived one may equal."""
        document = self.document
        yield document.id
        for collection in (
            document.compartments,
            document.molecules,
            document.species,
            document.processes,
            document.controls,
            document.influences,
            document.associations,
            document.modules,
        ):
            yield from collection or ()
        for process in (document.processes or {}).values():
            for control in listed(process.controls):
                if control.id is not None:
                    yield control.id
        yield from self.species.component_ids()
        yield from document.quantities.ids()

    # What is said about the pathway, and about every thing

    def about(self) -> dict[str, Any]:
        document = self.document
        figure = document.figure
        return {
            "name": document.title,
            "notes": listed(document.description),
            "synonyms": listed(document.synonyms),
            "identifiers": self.values.identifiers(document.identifiers),
            "accessions": listed(document.accessions),
            "references": self.values.all_curies(document.references),
            "evidence": self.values.evidence(document.evidence, ("evidence",)),
            "certainty": document.certainty,
            "data_sources": listed(document.data_sources),
            "original_id": document.original_id,
            "organism": self.values.optional_curie(document.organism),
            "authors": self.values.people(document.authors),
            "created": document.created,
            "modified": document.modified,
            "version": document.version,
            "licence": document.licence,
            "figure": figure and self.figure(figure),
            "publications": tuple(self.publications()),
        }

    def figure(self, written: Figure) -> Figure:
        reference = self.values.optional_curie(written.reference)
        return msgspec.structs.replace(written, reference=reference)

    def publications(self) -> Iterator[Publication]:
        seen: set[str] = set()
        for key, entry in (self.document.publications or {}).items():
            id_ = self.values.curie(key)
            if id_ in seen:
                told = f"the publication {shown(key)} has an entry already"
                self.slips.add(model_rules.TWICE, ("publications", key), told, at_key=True)
                continue
            seen.add(id_)
            known = entry or PublicationEntry()
            yield Publication(
                id=id_,
                title=known.title,
                authors=listed(known.authors),
                journal=known.journal,
                year=known.year,
                url=known.url,
            )

    # Things

    def compartments(self) -> Iterator[Compartment]:
        for id_, entry in (self.document.compartments or {}).items():
            if entry is None:
                yield Compartment(id=id_)
                continue
            yield Compartment(
                id=id_,
                dimensions=entry.dimensions,
                inside=entry.inside,
                membrane_of=entry.membrane_of,
                size=entry.size,
                unit=entry.unit,
                constant=entry.constant,
                **self.values.common(entry, ("compartments", id_)),
            )

    def molecules(self) -> Iterator[Molecule]:
        for id_, entry in (self.document.molecules or {}).items():
            path: Path = ("molecules", id_)
            if entry is None:
                yield Molecule(id=id_)
                continue
            yield Molecule(
                id=id_,
                kind=entry.kind,
                roles=listed(entry.roles),
                organism=self.values.optional_curie(entry.organism),
                members=self.values.members(entry.members, (*path, "members")),
                sites=self.values.sites(entry.sites, (*path, "sites")),
                site_sets=self.values.site_sets(entry.site_sets, (*path, "site_sets")),
                **self.values.common(entry, path),
            )

    def processes(self) -> Iterator[Callable[[dict[str, str]], Process]]:
        for id_, entry in (self.document.processes or {}).items():
            path: Path = ("processes", id_)
            term = self.species.process(entry.is_, (*path, "is"))
            template = None
            if entry.template is not None:
                template = self.species.participant(entry.template, (*path, "template"))
            yield self.process(id_, entry, term, template)

    def process(
        self, id_: str, entry: ProcessEntry, term: Any, template: str | None
    ) -> Callable[[dict[str, str]], Process]:
        """What makes the process once the ids of all species are known."""

        def made(ids: dict[str, str]) -> Process:
            inputs, outputs, reversible = term or ((), (), False)
            return Process(
                id=id_,
                type=entry.type,
                inputs=self.species.participants(inputs, ids),
                outputs=self.species.participants(outputs, ids),
                template=None if template is None else ids[template],
                reversible=reversible,
                spontaneous=entry.spontaneous,
                **self.values.common(entry, ("processes", id_)),
            )

        return made

    def associations(self) -> Iterator[Callable[[dict[str, str]], Association]]:
        for id_, entry in (self.document.associations or {}).items():
            path: Path = ("associations", id_)
            terms = [
                self.species.term(text, at)
                for text, at in numbered_paths(entry.between, (*path, "between"))
            ]
            told = self.values.common(entry, path)
            type_, known = entry.type, [term for term in terms if term is not None]

            def made(
                ids: dict[str, str],
                *,
                id_: str = id_,
                type_: Any = type_,
                known: Any = known,
                told: dict[str, Any] = told,
            ) -> Association:
                participants = self.species.participants(known, ids)
                return Association(id=id_, type=type_, participants=participants, **told)

            yield made

    def modules(self) -> Iterator[Module]:
        for id_, entry in (self.document.modules or {}).items():
            path: Path = ("modules", id_)
            if entry is None:
                yield Module(id=id_)
                continue
            yield Module(
                id=id_,
                members=listed(entry.members),
                order=self.values.steps(entry.order, (*path, "order")),
                **self.values.common(entry, path),
            )

    # Controls

    def controls(self) -> Iterator[WrittenControl]:
        """Controls under processes, controls of their own, and influences."""
        for id_, process in (self.document.processes or {}).items():
            for entry, path in numbered_paths(process.controls, ("processes", id_, "controls")):
                if entry.of not in (None, id_):
                    told = f"a control under process {id_} is of {shown(str(entry.of))}"
                    self.slips.add(rules.CONTROL_TARGET, (*path, "of"), told)
                yield self.control(entry, path, entry.id, id_)
        for id_, entry in (self.document.controls or {}).items():
            path = ("controls", id_)
            if entry.id not in (None, id_):
                told = f"control {id_} has another id too, {shown(entry.id)}"
                self.slips.add(
                    model_rules.ID_CLASH, (*path, "id"), told, remedy="leave one of them"
                )
            yield self.control(entry, path, id_, self.target(entry, path))
        for id_, influence in (self.document.influences or {}).items():
            path = ("influences", id_)
            on = self.influenced(influence.on, (*path, "on"))
            yield self.control(influence, path, id_, on)

    def influenced(self, text: str, path: Path) -> str | None:
        """The species that an influence is on; of what happens, a control is needed."""
        document = self.document
        happening = {"process": document.processes, "control": document.controls}
        what = next((word for word, of in happening.items() if text in (of or ())), None)
        if what is None or self.species.is_written(text):
            return self.species.participant(text, path)
        told = f"{shown(text)} is a {what}: expected a species or a phenotype"
        remedy = f"write it under controls, with `of: {text}`"
        self.slips.add(rules.CONTROL_TARGET, path, told, remedy=remedy)
        return None

    def target(self, entry: ControlEntry, path: Path) -> str | None:
        """The target that a control of its own names."""
        of = None if entry.of is None else str(entry.of)
        if of is None:
            told = "a control that stands under no process names no target"
            self.slips.add(rules.CONTROL_TARGET, path, told, at_key=True)
        elif self.species.is_written(of):
            told = f"{shown(of)} is a species"
            remedy = f"write it under influences, with `on: {of}`"
            self.slips.add(rules.CONTROL_TARGET, (*path, "of"), told, remedy=remedy)
        return None if of == NO_TARGET else of

    def control(
        self, entry: ControlEntry | InfluenceEntry, path: Path, id_: str | None, target: str | None
    ) -> WrittenControl:
        gate = self.species.gate(str(entry.by), (*path, "by"))
        return WrittenControl(path, entry, id_, target, gate)

    def made_controls(
        self, written: list[WrittenControl], ids: dict[str, str]
    ) -> Iterator[Control]:
        made = [self.made_control(item, ids) for item in written]
        nameless = [control for control in made if not control.id]
        given = iter(derived_control_ids(nameless, {*self.taken_ids(), *ids.values()}))
        for control, item in zip(made, written, strict=True):
            id_ = control.id or next(given)
            self.control_paths[id_] = item.path
            yield control if control.id else msgspec.structs.replace(control, id=id_)

    def made_control(self, item: WrittenControl, ids: dict[str, str]) -> Control:
        target = item.target
        if isinstance(item.entry, InfluenceEntry) and target is not None:
            target = ids[target]
        return Control(
            id=item.id or "",
            target=target,
            effect=item.entry.effect,
            sources=NO_GATE if item.gate is None else self.species.sources(item.gate, ids),
            mechanism=item.entry.mechanism,
            **self.values.common(item.entry, item.path),
        )

    def origin(self, construct: str, id_: str) -> Origin:
        """Where a thing was written: the path of its entry, or of the text that spells it."""
        if construct == PATHWAY:
            return Origin((), 0)
        if construct == "species":
            return self.species.origin(id_)
        if construct == "control":
            return Origin(self.control_paths.get(id_, ()), 0)
        collection = {"process": "processes"}.get(construct, f"{construct}s")
        return Origin((collection, id_), 0)


def derived_control_ids(controls: Sequence[Control], taken: Iterable[str]) -> list[str]:
    """The ids of controls that have none, in the order of the controls, which has no effect."""
    wanted: dict[str, str] = {}
    for number, control in enumerate(controls):
        id_ = _wanted_id(control)
        wanted[f"{id_}\0{content_of(control)}\0{number:09d}"] = id_
    given = {int(key[-9:]): id_ for key, id_ in numbered(wanted, taken).items()}
    return [given[number] for number in range(len(controls))]


def _wanted_id(control: Control) -> str:
    sources = spell_gate(control.sources, str) if control.sources != NO_GATE else ""
    return control_id(control.effect, target=control.target, sources=sources)
