"""Where in a document what is wrong with its submission is at home, and what mends it there.

While a submission is refused its file is nowhere: what the rules say of the file's head is said of
the keys of the document, and what they say of an element of the entry that it was drawn of.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pathport.findings import Finding
from pathport.model.pathway import Pathway
from pathport.model.slips import Path

__all__ = ["Home", "homes"]


class Home(NamedTuple):
    """The path of keys in a document, and the remedy there, if it is another than the rule's."""

    path: Path = ()
    remedy: str = ""


HEAD: Mapping[str, Home] = {
    "WP-DSC-1": Home(("description",), "write `description:`, two or three sentences of your own"),
    "WP-DSC-2": Home(("description",), "say more in its first paragraph: others are not counted"),
    "WP-DSC-3": Home(("description",)),
    "WP-DSC-4": Home(("description",)),
    "WP-DSC-5": Home(("description",)),
    "WP-HDR-4": Home(
        ("authors",),
        "write `authors: [Ada Lovelace, Jane Doe]`, no name with a comma, a slash, a quote or &",
    ),
    "WP-HDR-7": Home(("licence",), "write `licence: CC0-1.0`, or take it out"),
    "WP-ONT-1": Home(
        ("identifiers",),
        "write a term of the Pathway Ontology there: `is version of: pw:0000983`, say",
    ),
    "WP-ORG-1": Home(("organism",), "write one that WikiPathways has: `organism: ncbitaxon:9606`"),
    "WP-REF-1": Home(
        ("references",), "write `references:`, what it was drawn from: pubmed:8752281, say"
    ),
    "WP-REF-2": Home(("references",)),
    "WP-REF-3": Home(("references",)),
    "WP-TTL-1": Home(("title",)),
    "WP-TTL-2": Home(("title",)),
    "WP-TTL-3": Home(("title",)),
    "WP-TTL-4": Home(("title",)),
    "WP-TTL-5": Home(("title",)),
    "WP-XRF-1": Home(("molecules",), "write `identifiers:` where they are lacking"),
}
"""By code of a rule about the file as a whole, the key that decides."""

THINGS: Mapping[str, str] = {
    "WP-XRF-1b": "write its `identifiers:`",
    "WP-XRF-3": "write an identifier of another database",
    "WP-XRF-4": "look it up, and write it under `identifiers:`",
    "WP-TYP-1": "write the `kind:` that its identifiers are about",
    "WP-NOD-3": "write it like Ca²⁺ or H₂O, as its `name:`",
    "WP-NOD-4": "write `kind: family`, and its `members:`",
}
"""By code of a rule about an element, what mends the entry."""


def homes(findings: Iterable[Finding], pathway: Pathway) -> tuple[Home, ...]:
    """The home of each finding about the file of a pathway, as it was drawn."""
    entries = dict(_entries(pathway))
    return tuple(
        HEAD.get(it.code) or Home(entries.get(_id(it), ()), THINGS.get(it.code, ""))
        for it in findings
    )


def _id(finding: Finding) -> str:
    """The id of the element that a finding is about."""
    return finding.place.subject.partition(" ")[2]


def _entries(pathway: Pathway) -> Iterator[tuple[str, Path]]:
    """By id that an element of the file may have, the entry of what it draws."""
    of: dict[str, Path] = {}
    for it in pathway.species:
        of[it.id] = ("molecules", it.molecule) if it.molecule else ("species", it.id)
    of |= {it.id: ("processes", it.id) for it in pathway.processes}
    of |= {it.id: ("associations", it.id) for it in pathway.associations}
    for control in pathway.controls:
        target = of.get(control.target or "", ())
        of[control.id] = target if target[:1] == ("processes",) else ("controls", control.id)
    yield from of.items()
    for box in pathway.layout.boxes:
        part = box.part.molecule if box.part is not None else None
        yield box.id, ("molecules", part) if part else of.get(box.species, ())
    yield from ((way.id, of.get(way.of, ())) for way in pathway.layout.ways)
