"""Values of the model as texts of a column, and the texts read back.

States, parts and gates are in the notation (docs/notation.md). What a reader does not understand
raises ValueError: then the text is no such value.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import repeat

from pathport.formats.cx2.entries import BEHIND, curie_of
from pathport.model.enumerations import Logic, SiteLogic
from pathport.model.notation import (
    GateTerm,
    parse_component,
    parse_gate,
    parse_state,
    spell_component,
    spell_gate,
    spell_state,
)
from pathport.model.parts import (
    NO_STATE,
    Component,
    Gate,
    Member,
    Modification,
    Person,
    Site,
    SiteSet,
    State,
    Step,
)
from pathport.vocabulary import by_name

__all__ = [
    "gate_read",
    "gate_spelled",
    "member_read",
    "member_spelled",
    "organism_read",
    "parts_read",
    "parts_spelled",
    "person_read",
    "person_spelled",
    "site_read",
    "site_set_read",
    "site_set_spelled",
    "site_spelled",
    "state_read",
    "step_read",
    "step_spelled",
]

ARROW = " -> "
MANY_SITES = 1_000
"""More equal sites than this no protein has: a text that says so is not one of sites."""

ORCID = re.compile(r"(?P<name>.*) \((?P<orcid>\d{4}-\d{4}-\d{4}-\d{3}[\dX])\)", re.DOTALL)


# States and parts


def state_read(text: str) -> State:
    """The state that a text is in the notation; an empty one is none."""
    return parse_state(text) if text else NO_STATE


def parts_spelled(components: Iterable[Component]) -> str:
    """The parts of a complex in the notation, without what it can't say of them."""
    return ":".join(map(spell_component, components))


def parts_read(text: str) -> tuple[Component, ...]:
    """The parts of a complex."""
    return parse_component(f"({text})").components


def member_spelled(member: Member) -> str:
    """A member of a family or a part of a complex by name, with its count."""
    return spell_component(Component(molecule=member.molecule, count=member.count))


def member_read(text: str) -> Member:
    """The inverse of `member_spelled`."""
    part = parse_component(text)
    if part.molecule is None or part.state != NO_STATE:
        raise ValueError(text)
    return Member(molecule=part.molecule, count=part.count)


def site_spelled(site: Site) -> str:
    """A site in the notation; one of a family's member, on the member."""
    one = Modification(kind=site.kind, word=site.word, residue=site.residue, position=site.position)
    state = State(modifications=(one,))
    if site.molecule is None:
        return spell_state(state)
    return spell_component(Component(molecule=site.molecule, state=state))


def site_read(text: str) -> Site:
    """The inverse of `site_spelled`."""
    found = list(_sites(text))
    if len(found) != 1:
        raise ValueError(text)
    return found[0]


def _sites(text: str) -> Iterator[Site]:
    """The sites of a state, or of members in states."""
    bearers: list[tuple[str | None, State]]
    try:
        bearers = [(None, parse_state(text))]
    except ValueError:
        bearers = [(it.molecule, it.state) for it in parts_read(text)]
    for molecule, inner in bearers:
        for it in inner.modifications:
            if it.site_set is not None or it.absent or it.count > MANY_SITES:
                raise ValueError(text)
            site = Site(
                kind=it.kind,
                word=it.word,
                residue=it.residue,
                position=it.position,
                molecule=molecule,
            )
            yield from repeat(site, it.count)


def site_set_spelled(sites: SiteSet) -> str:
    """Name and logic of a site set, and behind a colon its sites."""
    by_molecule: dict[str | None, list[Modification]] = {}
    for it in sites.sites:
        one = Modification(kind=it.kind, word=it.word, residue=it.residue, position=it.position)
        by_molecule.setdefault(it.molecule, []).append(one)
    texts = [
        spell_state(State(modifications=tuple(found)))
        if molecule is None
        else spell_component(Component(molecule=molecule, state=State(modifications=tuple(found))))
        for molecule, found in by_molecule.items()
    ]
    own = texts[:1] if None in by_molecule and len(by_molecule) == 1 else []
    text = "".join(own) or ":".join(
        text for molecule, text in zip(by_molecule, texts, strict=True) if molecule is not None
    )
    return f"{sites.name} {sites.logic.value}" + (f"{BEHIND}{text}" if text else "")


def site_set_read(text: str) -> SiteSet:
    """The inverse of `site_set_spelled`."""
    head, _, sites = text.partition(BEHIND)
    name, _, logic = head.partition(" ")
    found = tuple(_sites(sites)) if sites else ()
    return SiteSet(name=name, logic=SiteLogic(logic), sites=found)


# Gates and steps


def gate_spelled(gate: Gate) -> str:
    """A gate in the notation, of the ids of species."""
    return spell_gate(gate, str)


def gate_read(text: str) -> Gate:
    """The inverse of `gate_spelled`."""
    return _gate(parse_gate(text))


def _gate(found: GateTerm) -> Gate:
    if found.species is not None:
        if found.species.word is None:
            raise ValueError(found.species.text)
        return Gate(inputs=(found.species.word,))
    if found.logic is Logic.NOT and len(found.gates) != 1:
        raise ValueError(found.logic)
    return Gate(logic=found.logic, gates=tuple(map(_gate, found.gates)))


def step_spelled(step: Step) -> str:
    """What follows what: ``E01 -> E02``."""
    return f"{step.before}{ARROW}{step.after}"


def step_read(text: str) -> Step:
    """The inverse of `step_spelled`."""
    before, arrow, after = text.partition(ARROW)
    if not arrow:
        raise ValueError(text)
    return Step(before=before, after=after)


# About the pathway


def organism_read(text: str) -> str:
    """The CURIE of a taxon, by name or id, or as in ``Human, 9606, Homo sapiens``.

    :raises ValueError: if none is known, or several are.
    """
    whole = _taxon(text)
    found = {whole} if whole else {_taxon(word.strip()) for word in text.split(",")} - {None}
    if len(found) != 1:
        raise ValueError(text)
    return str(*found)


def _taxon(word: str) -> str | None:
    """The CURIE of a taxon by its name, CURIE or number."""
    known = by_name("ncbitaxon", word) if word else None
    return known or curie_of(f"ncbitaxon:{word}" if word.isdecimal() else word)


def person_spelled(person: Person) -> str:
    """A name, with the ORCID where there is one."""
    return f"{person.name} ({person.orcid})" if person.orcid else person.name


def person_read(text: str) -> Person:
    """The inverse of `person_spelled`."""
    found = ORCID.fullmatch(text)
    return Person(name=found["name"], orcid=found["orcid"]) if found else Person(name=text)
