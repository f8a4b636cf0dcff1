"""The one way in which XML becomes elements: lxml, hardened, the same for every XML format.

No external entity, no DTD, no network; a DOCTYPE is refused, or held to the few short internal
entities that OWL editors write for namespaces; depth, size of each node and the number of nodes
are bounded; the encoding is settled before the parser starts. Comments and processing
instructions are left out, so that the text around them is one. Every refusal is an
``UnreadableError`` with one finding of ``pathport.safety.rules`` (XML...). The module knows no
format; import it only from a format's reader, for it loads lxml. XML 1.0 (Fifth Edition).
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lxml import etree

from pathport.errors import UnreadableError
from pathport.rules import Rule
from pathport.safety.characters import first_bad, is_xml_text, printable
from pathport.safety.prolog import Entities, as_utf8, check_doctype, not_encoded, refused
from pathport.safety.rules import XML_DENSE, XML_DEPTH, XML_DOCTYPE, XML_FORM, XML_SIZE

__all__ = ["forget", "is_xml_text", "iterparse_xml", "parse_xml", "top_level_xml"]

CHUNK = 2**16
SHOWN = 200
MOST_MARKS = 1_500_000
SPACING = 8
"""Above ``MOST_MARKS`` tags and attributes, bytes that each must have on average.

A mark costs up to 230 bytes of memory. Real pathways have 17 bytes and more to a mark; a file of
bare tags has 4, and would grow 30 times in memory.
"""

HARDENED: dict[str, Any] = {
    "encoding": "utf-8",
    "load_dtd": False,
    "dtd_validation": False,
    "attribute_defaults": False,
    "no_network": True,
    "resolve_entities": "internal",
    "huge_tree": False,
    "recover": False,
    "remove_comments": True,
    "remove_pis": True,
    "strip_cdata": True,
    "collect_ids": False,
}

MEANT: tuple[tuple[re.Pattern[str], Rule, str], ...] = (
    (re.compile("depth"), XML_DEPTH, "elements nest more than 256 deep"),
    (re.compile("amplification|entity.*loop"), XML_DOCTYPE, "entities grow the text too much"),
    (re.compile("too (?:big|long)|huge|size limit"), XML_SIZE, "a single text or tag is too long"),
    (re.compile("premature|no element found"), XML_FORM, "the text ends within an element"),
    (re.compile("char value|xmlchar|char 0x"), XML_FORM, "XML can't hold the character here"),
    (re.compile("'<' not found|is empty"), XML_FORM, "this is no XML: a tag was expected here"),
)
"""What libxml2's sentences mean, lower-cased; its codes are coarser (114 is any limit)."""


def parse_xml(
    content: bytes, *, path: str = "", entities: Entities = "refused"
) -> etree._ElementTree:
    """The whole text as an ``lxml.etree._ElementTree``; ``path`` is what findings show.

    ``entities="namespaces"`` takes internal entities as OWL editors write them and expands them.
    ``sourceline`` of an element is right up to line 65,534 only, see ``pathport.safety.lines``.

    :raises UnreadableError: XML001 to XML006, with line and column where they are known.
    """
    checked = check(content, path=path, entities=entities)
    try:
        return etree.fromstring(checked, etree.XMLParser(**HARDENED)).getroottree()
    except etree.XMLSyntaxError as error:
        raise fault(error, checked, path=path) from None


def iterparse_xml(
    content: bytes,
    *,
    path: str = "",
    entities: Entities = "refused",
    events: Iterable[str] = ("end",),
    tag: str | Iterable[str] | None = None,
) -> Iterator[tuple[str, etree._Element]]:
    """The events (``start``, ``end``) and their elements, while the text is parsed.

    Memory follows what is kept: call ``forget`` with each element that is done with. The encoding
    and the DOCTYPE are checked at the call, the rest as the events come, so a fault may be raised
    after many of them. Parameters and errors are those of ``parse_xml``.
    """
    checked = check(content, path=path, entities=entities)
    return walked(checked, path=path, events=tuple(events), tag=tag)


def top_level_xml(
    content: bytes,
    begin: Callable[[etree._Element], None],
    *,
    path: str = "",
    entities: Entities = "refused",
) -> Iterator[tuple[etree._Element, etree._Element]]:
    """The root with each of its children in turn, complete and with the text after it.

    ``begin`` is given the root first, to refuse it. A child is freed when the next is asked for,
    unless something holds it. As nothing inside a child is an event, this takes half the time of
    ``iterparse_xml``. The other parameters and the errors are those of ``parse_xml``; a fault may
    be raised after many children.
    """
    checked = check(content, path=path, entities=entities)
    _, first = next(walked(checked, path=path, events=("end",), tag=None))
    begun = first.getroottree().getroot()
    begin(begun)
    parser = etree.XMLPullParser(events=("start",), tag=begun.tag, **HARDENED)
    root: Any = None
    try:
        for at in range(0, len(checked), CHUNK):
            parser.feed(checked[at : at + CHUNK])
            root = _root_of(parser) if root is None else root
            while root is not None and len(root) > 1:
                yield root, root[0]
                del root[0]
        parser.close()
    except etree.XMLSyntaxError as error:
        raise fault(error, checked, path=path) from None
    while root is not None and len(root):
        yield root, root[0]
        del root[0]


def _root_of(parser: etree.XMLPullParser) -> Any:
    """The root, once the parser has met it."""
    return next((element for _, element in parser.read_events()), None)


def forget(element: etree._Element) -> None:
    """Frees an element that has ended, with all inside it, and its elder siblings.

    The text behind it, of which it may be too early to speak, stays until a younger one goes. To be
    called once these and whatever surrounds them need them no more; never for the root.
    """
    tail = element.tail
    element.clear()
    element.tail = tail
    parent = element.getparent()
    while parent is not None and parent[0] is not element:
        del parent[0]


def walked(
    content: bytes, *, path: str, events: tuple[str, ...], tag: str | Iterable[str] | None
) -> Iterator[tuple[str, etree._Element]]:
    """The events of a text whose prolog was checked."""
    try:
        yield from etree.iterparse(io.BytesIO(content), events=events, tag=tag, **HARDENED)
    except etree.XMLSyntaxError as error:
        raise fault(error, content, path=path) from None


def check(content: bytes, *, path: str, entities: Entities) -> bytes:
    """The text in UTF-8, once nothing before its root and no excess of tags speaks against it."""
    if not content or content.isspace():
        raise refused(XML_FORM, "the text is empty", path=path)
    checked = as_utf8(content, path=path)
    check_doctype(checked, path=path, entities=entities)
    marks = checked.count(b"<") + checked.count(b"=")
    if marks > MOST_MARKS and marks * SPACING > len(checked):
        raise refused(XML_DENSE, f"{marks:,} tags and attributes hold almost no text", path=path)
    return checked


def fault(error: etree.XMLSyntaxError, content: bytes, *, path: str) -> UnreadableError:
    """What the parser's error means, with its place; bytes that are no UTF-8 explain any other."""
    offset = first_bad(content, "utf-8")
    if offset is not None:
        return not_encoded(content, "utf-8", offset, path=path)
    line, column = error.position
    text = " ".join(str(error.msg).split()).removesuffix(f", line {line}, column {column}")
    for pattern, rule, sentence in MEANT:
        if pattern.search(text.lower()):
            return refused(rule, sentence, path=path, at=(line, column))
    told = printable(text[:SHOWN].strip())
    told = told if told[1:2].isupper() else told[:1].lower() + told[1:]
    return refused(XML_FORM, f"not well-formed XML: {told}", path=path, at=(line, column))
