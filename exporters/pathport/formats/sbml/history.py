"""Who made a model and when: SBML's model history, written and read.

libSBML takes a history whose creators all have a family and a given name; where an author lacks
one, the same Dublin Core terms are written with plain values: no history, and nothing is lost.
SBML Level 3 Version 1 Core, 6.6; vCard 3.0 in RDF; dates as W3CDTF.
"""

import re
from collections.abc import Iterator

from pathport.formats.sbml.annotation import ORCID, Annotation
from pathport.formats.sbml.markup import escaped, property_of
from pathport.formats.sbml.terms import ABOUT
from pathport.model.check_parts import date_is_legal
from pathport.model.parts import Person
from pathport.model.pathway import Pathway

__all__ = ["date_read", "history_said", "plain_history_said"]

MIDNIGHT = "T00:00:00Z"
"""SBML's dates have a time; a date without one is written with this."""
DATES = ("created", "modified")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})")
"""What SBML takes for a date; W3CDTF has coarser and finer ones, which are written plainly."""


def history_said(pathway: Pathway, *, dated: bool = False) -> Iterator[str]:
    """Creators in their order, then the dates, as far as they make a history.

    Where it must be ``dated``, as in Level 2, it is one only with both dates.
    """
    if _is_complete(pathway, dated=dated):
        cards = "".join(map(_card, pathway.authors))
        yield f"<dcterms:creator><rdf:Bag>{cards}</rdf:Bag></dcterms:creator>"
        for name, date in _dates(pathway):
            if MOMENT.fullmatch(date):
                inner = property_of("dcterms:W3CDTF", text=date)
                yield f'<{name} rdf:parseType="Resource">{inner}</{name}>'


def plain_history_said(pathway: Pathway, *, dated: bool = False) -> Iterator[str]:
    """The same as far as they don't."""
    complete = _is_complete(pathway, dated=dated)
    if not complete:
        yield from map(_creator, pathway.authors)
    for name, date in _dates(pathway):
        if not complete or not MOMENT.fullmatch(date):
            yield property_of(name, text=date)


def _is_complete(pathway: Pathway, *, dated: bool) -> bool:
    named = bool(pathway.authors) and all(it.given and it.family for it in pathway.authors)
    moments = [date for _, date in _dates(pathway) if MOMENT.fullmatch(date)]
    return named and (not dated or len(moments) == len(DATES))


def _dates(pathway: Pathway) -> Iterator[tuple[str, str]]:
    """Both dates that are told, one of a day at its beginning."""
    for name in DATES:
        date: str | None = getattr(pathway, name)
        if date is not None:
            yield ABOUT[name], date + MIDNIGHT if DATE.fullmatch(date) else date


def _creator(author: Person) -> str:
    """An author outside of a history: a name, or a vCard where more is known."""
    if author == Person(name=author.name):
        return property_of(ABOUT["authors"], text=author.name)
    return f'<dcterms:creator rdf:parseType="Resource">{_facts(author)}</dcterms:creator>'


def _card(author: Person) -> str:
    return f'<rdf:li rdf:parseType="Resource">{_facts(author)}</rdf:li>'


def _facts(author: Person) -> str:
    names = _text("Family", author.family) + _text("Given", author.given)
    card = f'<vCard:N rdf:parseType="Resource">{names}</vCard:N>' if names else ""
    if author.name != f"{author.given} {author.family}":
        card += _text("FN", author.name)
    card += _text("EMAIL", author.email)
    if author.organization is not None:
        organization = _text("Orgname", author.organization)
        card += f'<vCard:ORG rdf:parseType="Resource">{organization}</vCard:ORG>'
    if author.orcid is not None:
        card += property_of("vCard:URL", uri=ORCID + author.orcid)
    return card


def _text(name: str, text: str | None) -> str:
    return "" if text is None else f"<vCard:{name}>{escaped(text)}</vCard:{name}>"


def date_read(annotation: Annotation, name: str) -> str | None:
    """A date of the history, the latest of several; one at midnight sharp is one without a time.

    What is no date, and the others, become strangers.
    """
    texts = [text.removesuffix(MIDNIGHT) for text in annotation.all_texts(name)]
    found = max(filter(date_is_legal, texts), default=None)
    annotation.strangers += [f'{name} "{text[:40]}"' for text in texts if text != found]
    return found
