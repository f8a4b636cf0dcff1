"""What an element of SBML says of itself: its id, name, term and annotation, and how it is told."""

from itertools import islice

from lxml import etree

from pathport.formats.sbml.annotation import Annotation, attribute_of, name_of

__all__ = [
    "annotation_of",
    "child",
    "id_in",
    "label_in",
    "name_in",
    "number_in",
    "subject_of",
    "term_of",
]

NAMING = ("species", "qualitativeSpecies", "variable", "symbol", "idRef")
"""What an element without an id is told by: the attribute that names what it is about."""


def annotation_of(element: etree._Element) -> Annotation:
    """What the annotation of an element says about it."""
    return Annotation(child(element, "annotation"), element.get("metaid"))


def number_in(text: str) -> float | None:
    """The number that a text is, or nothing."""
    try:
        return float(text)
    except ValueError:
        return None


def subject_of(element: etree._Element) -> str:
    """An element by its local name and its id, else by what it names and the element it is in."""
    id_ = id_in(element)
    if id_:
        return f"{name_of(element).local} {id_}"
    named = next((it for name in NAMING if (it := attribute_of(element, name))), "")
    told = f"{name_of(element).local} {named}".strip()
    around = (it for it in islice(element.iterancestors(), 2) if id_in(it))
    owner = next(around, None)
    return told if owner is None else f"{told} of {subject_of(owner)}"


def id_in(element: etree._Element) -> str:
    """The id of an element, or nothing."""
    return attribute_of(element, "id") or ""


def label_in(element: etree._Element) -> str | None:
    """The name of an element, unless it is empty."""
    name = attribute_of(element, "name") or ""
    return name if name.strip() else None


def name_in(element: etree._Element) -> str | None:
    """The name of an element, unless it repeats the id, as some programs put it in."""
    name = label_in(element)
    return name if name != id_in(element) else None


def term_of(element: etree._Element) -> str:
    """The sboTerm of an element as a CURIE, or nothing."""
    return (element.get("sboTerm") or "").lower()


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The child of an element with this local name; those of a package have core's children."""
    return next(element.iterchildren(f"{{*}}{name}"), None)
