"""From what an entry says to the model's values: identifiers, evidence, members, sites, components.

Each function takes what was written and its path, and notes what is wrong with it in the slips;
what can't be made is left out.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, TypeVar

import msgspec

from pathport.model import entry_rules as rules
from pathport.model.entries import (
    ComponentEntry,
    Entry,
    MemberEntry,
    SiteEntry,
    SiteSetEntry,
    listed,
)
from pathport.model.faults import shown
from pathport.model.identifiers import IdentifierError, canonical, from_uri, is_address
from pathport.model.notation import NAME, NotationError, parse_component, parse_state
from pathport.model.parts import (
    NO_STATE,
    Component,
    Evidence,
    Identifier,
    Member,
    Modification,
    Person,
    Site,
    SiteSet,
    State,
    Step,
)
from pathport.model.quantities import Quantities, Quantity
from pathport.model.slips import Path, Slips
from pathport.model.value import fields_of

__all__ = ["CODES", "Values", "numbered_paths"]

T = TypeVar("T")

CODES = frozenset({"eco", "mi"})
COUNTED = re.compile(r"(?:([0-9]{1,18})\s*\*\s*)?(\S+)")
BARE_SITE = re.compile(r"(?P<residue>[A-Z])?(?P<position>[0-9]{1,18})?")
ARROW = re.compile(r"\s*->\s*")


def numbered_paths(value: Any, path: Path) -> Iterator[tuple[Any, Path]]:
    """The items of a list with their paths; a value that stands for a list of one has its own."""
    if isinstance(value, tuple):
        yield from ((item, (*path, number)) for number, item in enumerate(value))
    elif value is not None:
        yield value, path


class Values:
    """Makes values of what was written, and keeps what it made of a text that comes again."""

    def __init__(self, slips: Slips) -> None:
        self.slips = slips
        self.curies: dict[str, str] = {}
        self.evidence_texts: dict[str, Evidence] = {}

    def curie(self, text: str) -> str:
        """The canonical form of a CURIE; what is none is left for the model's check."""
        known = self.curies.get(text)
        if known is None:
            try:
                known = canonical(text)
            except IdentifierError:
                known = (from_uri(text) if is_address(text) else None) or text
            self.curies[text] = known
        return known

    def optional_curie(self, text: str | None) -> str | None:
        """The canonical form of a CURIE, if there is one."""
        return None if text is None else self.curie(text)

    def all_curies(self, written: Any) -> tuple[str, ...]:
        """The canonical forms of CURIEs."""
        return tuple(self.curie(text) for text in listed(written))

    def quantities(self, written: Quantities) -> Quantities:
        """Quantities with the canonical forms of their CURIEs."""
        changes = {
            field.name: tuple(map(self._quantity, items))
            for field in fields_of(Quantities)
            if field.many and (items := getattr(written, field.name))
        }
        return msgspec.structs.replace(written, **changes) if changes else written

    def _quantity(self, item: Any) -> Any:
        """A quantity, and those inside it, with the canonical forms of their CURIEs."""
        changes: dict[str, Any] = {}
        if isinstance(item, Quantity):
            changes["references"] = self.all_curies(item.references)
            changes["term"] = self.optional_curie(item.term)
            changes["identifiers"] = tuple(
                msgspec.structs.replace(it, id=self.curie(it.id)) for it in item.identifiers
            )
        for name in ("parameters", "assignments"):
            if hasattr(item, name):
                changes[name] = tuple(map(self._quantity, getattr(item, name)))
        return msgspec.structs.replace(item, **changes) if changes else item

    def common(self, entry: Entry, path: Path) -> dict[str, Any]:
        """What an entry says as every one may; what is not said is left out."""
        told: dict[str, Any] = {}
        for name in ("name", "certainty", "original_id"):
            value = getattr(entry, name)
            if value is not None:
                told[name] = value
        for name in ("synonyms", "accessions", "notes", "data_sources"):
            value = getattr(entry, name)
            if value != ():
                told[name] = listed(value)
        if entry.identifiers != ():
            told["identifiers"] = self.identifiers(entry.identifiers)
        if entry.references != ():
            told["references"] = self.all_curies(entry.references)
        if entry.evidence != ():
            told["evidence"] = self.evidence(entry.evidence, (*path, "evidence"))
        return told

    def identifiers(self, written: Any) -> tuple[Identifier, ...]:
        """Identifiers, each a CURIE or a mapping from relation to CURIEs."""
        found: list[Identifier] = []
        for item in listed(written):
            if isinstance(item, str):
                found.append(Identifier(id=self.curie(item)))
            else:
                for relation, curies in item.items():
                    found.extend(
                        Identifier(id=self.curie(curie), relation=relation)
                        for curie in listed(curies)
                    )
        return tuple(found)

    def evidence(self, written: Any, path: Path) -> tuple[Evidence, ...]:
        """Evidence, each one text or a mapping."""
        made = (
            self.evidence_text(item, at) if isinstance(item, str) else self.evidence_entry(item)
            for item, at in numbered_paths(written, path)
        )
        return tuple(item for item in made if item is not None)

    def evidence_entry(self, written: Evidence) -> Evidence:
        """Evidence with its CURIEs in canonical form."""
        code, reference = map(self.optional_curie, (written.code, written.reference))
        return msgspec.structs.replace(written, code=code, reference=reference)

    def evidence_text(self, text: str, path: Path) -> Evidence | None:
        """Evidence in one text: code, reference, or both, in any order."""
        known = self.evidence_texts.get(text)
        if known is not None:
            return known
        parts: dict[str, str] = {}
        for word in text.split():
            curie = self.curie(word)
            kind = "code" if curie.partition(":")[0].lower() in CODES else "reference"
            if kind in parts:
                told = f"{shown(text)} has more than one {kind}"
                remedy = "" if kind == "code" else "make a list, with one text for each reference"
                self.slips.add(
                    rules.EVIDENCE_TEXT, path, told, remedy=remedy, column=text.rfind(word) + 1
                )
                return None
            parts[kind] = curie
        made = Evidence(code=parts.get("code"), reference=parts.get("reference"))
        self.evidence_texts[text] = made
        return made

    def members(self, written: Any, path: Path) -> tuple[Member, ...]:
        """Members of a family or of a complex by name."""
        found: dict[str, Member] = {}
        for item, at in numbered_paths(written, path):
            member = self.member(item, at)
            if member is None:
                continue
            if member.molecule in found:
                told = f"member {member.molecule} is written twice"
                self.slips.add(rules.MEMBER, at, told, remedy="write its count before it: 2*A")
            found.setdefault(member.molecule, member)
        return tuple(found.values())

    def member(self, written: str | MemberEntry, path: Path) -> Member | None:
        """One member."""
        if isinstance(written, MemberEntry):
            return Member(
                molecule=written.molecule,
                count=written.count,
                certainty=written.certainty,
                evidence=self.evidence(written.evidence, (*path, "evidence")),
            )
        match = COUNTED.fullmatch(written.strip())
        if match is None or not NAME.fullmatch(match[2]):
            self.slips.add(rules.MEMBER, path, f"{shown(written)} is no member")
            return None
        return Member(molecule=match[2], count=int(match[1] or 1))

    # Sites

    def sites(self, written: Any, path: Path) -> tuple[Site, ...]:
        """Sites, each in the notation or as a mapping."""
        made = (self.site(item, at) for item, at in numbered_paths(written, path))
        return tuple(site for site in made if site is not None)

    def site(self, written: str | SiteEntry, path: Path) -> Site | None:
        """One site."""
        if isinstance(written, str):
            return self.site_text(written, path)
        entry = written
        told = Site(
            kind=entry.kind, word=entry.word, residue=entry.residue, position=entry.position
        )
        if entry.site is not None:
            if told != Site():
                sentence = (
                    f"a site is {shown(entry.site)} and has kind, word, residue or position too"
                )
                self.slips.add(rules.SITE, path, sentence)
            read = self.site_text(entry.site, (*path, "site"))
            if read is None:
                return None
            told = read
        return msgspec.structs.replace(
            told,
            kind=self.optional_curie(told.kind),
            molecule=entry.molecule,
            certainty=entry.certainty,
            reference=self.optional_curie(entry.reference),
            note=entry.note,
        )

    def site_text(self, text: str, path: Path) -> Site | None:
        """A site in the notation: ``pT308`` with its kind, ``T308`` or ``308`` without."""
        if text and (match := BARE_SITE.fullmatch(text)):
            position = match["position"]
            return Site(residue=match["residue"], position=int(position) if position else None)
        state = self.parsed(parse_state, text, path)
        if state is None:
            return None
        only = state.modifications[0] if len(state.modifications) == 1 else Modification()
        several = only.count != 1 or only.absent or only.site_set is not None
        if state != State(modifications=(only,)) or several:
            self.slips.add(rules.SITE, path, f"{shown(text)} is no site")
            return None
        return Site(kind=only.kind, word=only.word, residue=only.residue, position=only.position)

    def site_sets(self, written: dict[str, SiteSetEntry], path: Path) -> tuple[SiteSet, ...]:
        """The site sets of a molecule, by name."""
        return tuple(
            SiteSet(
                name=name,
                logic=entry.logic,
                sites=self.sites_by_member(entry.sites, (*path, name, "sites")),
            )
            for name, entry in written.items()
        )

    def sites_by_member(self, written: Any, path: Path) -> tuple[Site, ...]:
        """The sites of a set: a list, or a list for each member."""
        if not isinstance(written, dict):
            return self.sites(written, path)
        found: list[Site] = []
        for molecule, sites in written.items():
            at = (*path, molecule)
            for site in self.sites(sites, at):
                if site.molecule not in (None, molecule):
                    told = f"a site of {molecule} names the molecule {site.molecule}"
                    self.slips.add(rules.SITE, at, told)
                found.append(msgspec.structs.replace(site, molecule=molecule))
        return tuple(found)

    # States and components

    def parsed(self, parse: Callable[[str], T], text: str, path: Path) -> T | None:
        """What a text of the notation says, or nothing where it is not in the notation."""
        try:
            return parse(text)
        except NotationError as error:
            self.slips.notation(path, text, error)
            return None

    def state(self, text: str | None, path: Path) -> State:
        """A state, without braces."""
        read = None if text is None else self.parsed(parse_state, text, path)
        return read or NO_STATE

    def components(self, written: Any, path: Path) -> tuple[Component, ...]:
        """The components of a complex, each in the notation or as a mapping."""
        made = (self.component(item, at) for item, at in numbered_paths(written, path))
        return tuple(component for component in made if component is not None)

    def component(self, written: str | ComponentEntry, path: Path) -> Component | None:
        """One component."""
        if isinstance(written, str):
            return self.parsed(parse_component, written, path)
        made = self.component_body(written, path)
        return made and msgspec.structs.replace(
            made,
            id=written.id,
            compartment=written.compartment,
            **self.common(written, path),
        )

    def component_body(self, entry: ComponentEntry, path: Path) -> Component | None:
        """What a component is, without what else is said of it."""
        twice = entry.is_ is not None and (
            entry.components is not None or entry.state is not None or entry.count != 1
        )
        if twice or (entry.is_ is None and entry.components is None):
            told = "a component says " + ("twice" if twice else "nowhere") + " what it is"
            self.slips.add(rules.SPECIES_FORM, path, told)
            return None
        if entry.is_ is not None:
            return self.parsed(parse_component, entry.is_, (*path, "is"))
        return Component(
            components=self.components(entry.components, (*path, "components")),
            state=self.state(entry.state, (*path, "state")),
            count=entry.count,
        )

    # The rest

    def people(self, written: Any) -> tuple[Person, ...]:
        """Authors, each a name or a mapping."""
        return tuple(
            Person(name=person) if isinstance(person, str) else person for person in listed(written)
        )

    def steps(self, written: Any, path: Path) -> tuple[Step, ...]:
        """What follows what in a module: ``E01 -> E02 -> E03`` is two steps."""
        found: list[Step] = []
        for text, at in numbered_paths(written, path):
            names = ARROW.split(text.strip())
            if len(names) < 2 or not all(map(NAME.fullmatch, names)):
                self.slips.add(rules.ORDER, at, f"{shown(text)} is no order of two or more ids")
                continue
            found.extend(Step(before=one, after=other) for one, other in pairwise(names))
        return tuple(found)
