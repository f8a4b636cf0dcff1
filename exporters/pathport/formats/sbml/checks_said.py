"""Notes, annotations and ontology terms: what is said beside the structure, looked at as it stands.

SBML Level 3 Version 1 Core, 3.2.3 and 3.2.4, 5 and 6.3; Level 2 Version 4, 3.2.3, on what notes
may hold, which Level 3 leaves to XHTML.
"""

import re
from itertools import islice

from lxml import etree

from pathport.findings import Severity
from pathport.formats.sbml import codes
from pathport.formats.sbml.annotation import curie_of, name_of
from pathport.formats.sbml.checks_names import RESOURCE, Names
from pathport.formats.sbml.faults import Faults
from pathport.formats.sbml.grammar import Edition, branches_of
from pathport.formats.sbml.terms import EDITIONS, RDF, XHTML
from pathport.vocabulary import is_a, term

__all__ = ["look_at_annotation", "look_at_notes", "look_at_rdf", "look_at_term"]

SBO_TERM = re.compile(r"SBO:[0-9]{7}")
ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:\S+")
REGISTRY = re.compile(r"https?://(www\.)?identifiers\.org/|urn:miriam:", re.IGNORECASE)
RDF_ROOT = f"{{{RDF}}}RDF"
DESCRIPTION = f"{{{RDF}}}Description"
ABOUT_NAME = f"{{{RDF}}}about"
RESOURCE_NAME = f"{{{RDF}}}resource"

FIRST_RULED = (2, 2)
"""The first edition whose rules speak of annotations and of what notes hold."""
LAST_STRICT = (2, 3)
"""The last edition to which a term of another branch is an error."""
FIRST_FREE = (3, 1)
"""The first edition that leaves to XHTML what notes hold, and allows core in annotations."""

IN_BODY = frozenset(
    """a abbr acronym address applet b basefont bdo big blockquote br button center cite code del
    dfn dir div dl em fieldset font form h1 h2 h3 h4 h5 h6 hr i iframe img input ins isindex kbd
    label map menu noframes noscript object ol p pre q s samp script select small span strike
    strong sub sup table textarea tt u ul var""".split()  # noqa: SIM905 - reads better so
)
"""What stands in a body of XHTML 1.0, and may be notes without one."""


def look_at_term(element: etree._Element, name: str, edition: Edition, faults: Faults) -> None:
    """The sboTerm of an element of this name."""
    text = element.get("sboTerm")
    if text is None:
        return
    known = term(text.lower())
    if not SBO_TERM.fullmatch(text):
        faults.tell(codes.SBO, element, f'"{text}" is no sboTerm')
        return
    if known is None or known.obsolete:
        faults.tell(codes.SBO_UNKNOWN, element, f"{text} is no current term")
    branches = branches_of(name, edition)
    if known is None or not branches:
        return
    if known.obsolete or not any(is_a(known.id, it) for it in branches):
        expected = " or ".join(branch.upper() for branch in branches)
        sentence = f'{text} ("{known.name}") is not under {expected}'
        weight = Severity.ERROR if edition <= LAST_STRICT else None
        faults.tell(codes.BRANCH, element, sentence, severity=weight)


def look_at_notes(element: etree._Element, edition: Edition, faults: Faults) -> None:
    """Notes, whose own elements are XHTML's; in Level 2 they are a body, or what stands in one.

    Elsewhere libSBML minds no more than a single element with nothing of XHTML's in it.
    """
    strange = [it for it in element if name_of(it).namespace != XHTML]
    is_strict = FIRST_RULED <= edition < FIRST_FREE
    if strange:
        alone = len(element) == 1 and all(name_of(it).namespace != XHTML for it in element.iter())
        weight = None if is_strict or alone else Severity.WARNING
        what = f"<{name_of(strange[0]).local}> is not XHTML's"
        faults.tell(codes.NOTES, element, what, severity=weight)
    elif is_strict and (what := _not_in_body(element)):
        faults.tell(codes.NOTES, element, what)


def _not_in_body(notes: etree._Element) -> str:
    """What speaks against notes of Level 2; nothing if nothing does."""
    inside = [name_of(it).local for it in notes]
    if not inside:
        return "the notes hold no element"
    if inside == ["html"]:
        parts = [name_of(it).local for it in notes[0]]
        titled = parts == ["head", "body"] and "title" in [name_of(it).local for it in notes[0][0]]
        return "" if titled else "<html> has not a head with a title, and then a body"
    if inside == ["body"]:
        return ""
    for name in inside:
        if name not in IN_BODY:
            return f"<{name}> does not stand in notes beside or without a body"
    if any(text and text.strip() for text in (notes.text, *(it.tail for it in notes))):
        return "there is text outside the elements"
    return ""


def look_at_annotation(element: etree._Element, edition: Edition, faults: Faults) -> None:
    """An annotation, whose elements have a namespace each, which is not SBML's."""
    if len(element) == 0 and (element.text or "").strip():
        sentence = "the annotation holds text and no element"
        faults.tell(codes.ANNOTATION, element, sentence, severity=Severity.WARNING)
    seen: set[str] = set()
    for inner in element if edition >= FIRST_RULED else ():
        space = name_of(inner).namespace
        repeats, is_core = space in seen, space in EDITIONS
        seen.add(space)
        if not (repeats or is_core or not space):
            continue
        sentence = f'"{space}" is not a namespace that <{name_of(inner).local}> has alone'
        told = repeats or (is_core and edition < FIRST_FREE)
        weight = None if told else Severity.WARNING
        faults.tell(codes.ANNOTATION, element, sentence, severity=weight)


def look_at_rdf(element: etree._Element, names: Names, faults: Faults) -> None:
    """An element inside an annotation: whom it is about, what it points to."""
    about, resource = element.get(ABOUT_NAME), element.get(RESOURCE_NAME)
    owner = _owner(element) if about is not None or element.tag == DESCRIPTION else None
    if owner is not None:
        metaid = owner.get("metaid")
        if metaid is None or about != f"#{metaid}":
            what = "no rdf:about" if about is None else f'rdf:about "{about}"'
            wanted = "no metaid" if metaid is None else f'the metaid "{metaid}"'
            faults.tell(codes.ABOUT, element, f"{what} stands where the element has {wanted}")
    if resource is not None:
        _look_at_resource(element, resource, names, faults)


def _look_at_resource(element: etree._Element, uri: str, names: Names, faults: Faults) -> None:
    if uri.startswith("#"):
        names.refer(element, uri[1:], RESOURCE)
    elif not ABSOLUTE.fullmatch(uri):
        faults.tell(codes.URI, element, f'"{uri}" is no URI')
    elif REGISTRY.match(uri) and curie_of(uri) is None:
        sentence = f'"{uri}" is no id that the registry can have'
        faults.tell(codes.STRANGE_RESOURCE, element, sentence)


def _owner(element: etree._Element) -> etree._Element | None:
    """The element of SBML in whose annotation this stands, or stands in RDF; deeper, none."""
    around = list(islice(element.iterancestors(), 3))
    if around and around[0].tag == RDF_ROOT:
        del around[0]
    name = name_of(around[0]) if around else None
    is_said = name is not None and name.local == "annotation" and name.namespace in EDITIONS
    return around[1] if is_said and len(around) > 1 else None
