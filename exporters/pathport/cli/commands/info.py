"""``pathport info FILE``: what is in it, counted."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

import click
import msgspec

from pathport.api.reading import opened, read_opened
from pathport.cli import options
from pathport.cli.answer import Answer, Findings, Table
from pathport.model.facts import facts
from pathport.model.parts import Evidence, Identifier
from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.model.value import fields_of

__all__ = ["Counts", "Info", "command", "counts_of"]

Counts = Mapping[str, Mapping[str, int]]
"""For each heading, words with their numbers."""


class Info(Findings, frozen=True, kw_only=True):
    """The JSON of ``pathport info``."""

    path: str = ""
    format: str = ""
    id: str = ""
    title: str = ""
    counts: Counts = msgspec.field(default_factory=dict)


@click.command("info", help="Count what is in FILE.", epilog="Example: pathport info WP4538.gpml")
@click.argument("source", metavar="FILE")
@options.from_option
@options.merge_option
@options.fail_on_option
@options.json_option
def command(*, source: str, source_format: str | None, merge: bool, fail_on: str | None) -> Answer:
    """Reads the file and counts."""
    found = opened(source, source_format)
    read = read_opened(found, merge=merge)
    counts = counts_of(read.pathway)
    about = {"format": found.format.name, "id": read.pathway.id, "title": read.pathway.name or ""}
    rows = [("pathway", word, value) for word, value in about.items() if value]
    rows += [(head, word, str(n)) for head, words in counts.items() for word, n in words.items()]
    return Answer(
        said=Info(path=found.source.path, counts=counts, findings=read.findings, **about),
        status=options.status_of(read.findings, fail_on=fail_on),
        findings=read.findings,
        tables=(Table(("of", "what", "number"), rows, grouped=True),),
    )


def counts_of(pathway: Pathway) -> Counts:
    """What is in a pathway, counted under each heading; a heading without words is left out."""
    things = {name: len(getattr(pathway, name)) for name, _ in CONSTRUCTS.values()}
    things["facts"] = len(facts(pathway))
    parts = list(parts_of(pathway))
    counted = {heading: Counter(words(pathway, parts)) for heading, words in HEADINGS.items()}
    sections = {"things": {name: number for name, number in things.items() if number}} | {
        heading: dict(sorted(words.items(), key=lambda word: (-word[1], word[0])))
        for heading, words in counted.items()
    }
    return {heading: words for heading, words in sections.items() if words}


Parts = list[msgspec.Struct]
"""Every value of which a pathway is made, wherever it stands in it."""


def parts_of(value: msgspec.Struct) -> Iterator[msgspec.Struct]:
    """All values inside a value."""
    for field in fields_of(type(value)):
        content = getattr(value, field.name)
        for item in content if isinstance(content, tuple) else (content,):
            if isinstance(item, msgspec.Struct):
                yield item
                yield from parts_of(item)


def compartments(pathway: Pathway, _: Parts) -> Iterator[str]:
    """The place of each species."""
    names = {place.id: place.name or place.id for place in pathway.compartments}
    for species in pathway.species:
        yield names.get(species.compartment or "", "nowhere")


def targets(pathway: Pathway, _: Parts) -> Iterator[str]:
    """What each control acts on; on a species it is an influence."""
    constructs = {thing.id: construct for construct, thing in pathway.things()}
    for control in pathway.controls:
        yield constructs.get(control.target or "", "nothing")


def modules(pathway: Pathway, _: Parts) -> Iterator[str]:
    """The module of each of its members."""
    for module in pathway.modules:
        yield from [module.name or module.id] * len(module.members)


def listed(value: msgspec.Struct) -> Iterator[str]:
    """The name of each list in a value, once for every item."""
    for field in fields_of(type(value)):
        content = getattr(value, field.name)
        if isinstance(content, tuple):
            yield from [field.name.replace("_", " ")] * len(content)


def evidence(_: Pathway, parts: Parts) -> Iterator[str]:
    """The code of each piece of evidence."""
    return (part.code or "without a code" for part in parts if isinstance(part, Evidence))


def prefixes(_: Pathway, parts: Parts) -> Iterator[str]:
    """The prefix of each identifier."""
    return (part.id.partition(":")[0] for part in parts if isinstance(part, Identifier))


HEADINGS: Mapping[str, Callable[[Pathway, Parts], Iterable[str]]] = {
    "kinds of molecules": lambda pathway, _: (each.kind for each in pathway.molecules),
    "roles of molecules": lambda pathway, _: (r for each in pathway.molecules for r in each.roles),
    "forms of species": lambda pathway, _: (each.form for each in pathway.species),
    "places of species": compartments,
    "types of processes": lambda pathway, _: (each.type for each in pathway.processes),
    "effects of controls": lambda pathway, _: (each.effect for each in pathway.controls),
    "targets of controls": targets,
    "types of associations": lambda pathway, _: (each.type for each in pathway.associations),
    "members of modules": modules,
    "quantities": lambda pathway, _: listed(pathway.quantities),
    "layout": lambda pathway, _: listed(pathway.layout),
    "evidence": evidence,
    "identifiers": prefixes,
}
