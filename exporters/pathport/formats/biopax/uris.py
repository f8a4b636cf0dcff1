"""The URIs of a file's objects: stable, absolute, and told from the contents of a pathway alone.

A thing of the pathway has its id behind the pathway's own URI. What BioPAX wants as objects of
their own and the pathway does not name (bound forms, cross references, terms, features) has a
segment that begins with ``~``, as no id does, then what kind of object it is. Specification: RFC
2396; the BioPAX validator takes 256 characters, and no two that differ by case alone.
"""

import hashlib
import re
from urllib.parse import unquote, urljoin

from pathport.formats.biopax.terms import DEFAULT_BASE

__all__ = [
    "ANONYMOUS",
    "FORM",
    "JOINT",
    "LONGEST",
    "Resolver",
    "Uris",
    "derived",
    "form_tail",
    "is_absolute",
    "is_anonymous",
    "native_id",
    "shown",
    "tail",
]

FORM = "form"
"""A molecule or complex inside another entity: a component, or a member of a family."""
JOINT = "joint"
"""One of the controls that together say a control by alternatives."""
LONG = "long"
"""A thing whose id is too long for a URI."""
HEADER = "ontology"
"""The file itself, which must be another node than the pathway in it: RDF has one node a URI."""

ANONYMOUS = "_:"
"""Begins what stands for the URI of an object that has none."""
UNSAFE = re.compile(r"[^A-Za-z0-9._/-]+")
DERIVED = re.compile(r"[/#]~(?P<kind>[a-z]+)/(?P<rest>.+)\Z")
SCHEME = re.compile("[A-Za-z][A-Za-z0-9+.-]*:")
LONGEST = 150
"""A longer tail is cut and told apart by a digest."""
KEPT = 60
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def is_absolute(uri: str) -> bool:
    """Whether a URI begins with a scheme, so that no base adds to it."""
    return SCHEME.match(uri) is not None


def is_anonymous(uri: str) -> bool:
    """Whether an object has no URI in its file."""
    return uri.startswith(ANONYMOUS)


def tail(uri: str) -> str:
    """What an object is called by: its URI after the last ``/`` or ``#``, without escapes."""
    rest = uri.rstrip("/#")
    return unquote(rest[max(rest.rfind("/"), rest.rfind("#")) + 1 :])


def derived(uri: str) -> tuple[str, str] | None:
    """Kind and further path of an object that has no id of its own; nothing for others."""
    match = DERIVED.search(uri)
    return (match["kind"], match["rest"]) if match else None


def shown(uri: str) -> str:
    """What an object is called in a sentence: its path if it has no id, else its id."""
    found = derived(uri)
    return f"~{found[0]}/{found[1]}" if found else tail(uri)


def native_id(id_: str) -> str:
    """The id that the reader gives to a thing of a pathway: its own unless that is too long."""
    return id_ if len(id_) <= LONGEST else "~" + _cut(id_)


def form_tail(path: str) -> str:
    """The path of a form as it stands in its URI."""
    return path if len(path) <= LONGEST else _cut(path)


def _cut(text: str) -> str:
    digest = hashlib.blake2b(text.encode(), digest_size=6).hexdigest()
    return f"{UNSAFE.sub('-', text)[:KEPT]}.{digest}"


class Uris:
    """The URIs of one file, escaped as attributes of XML want them."""

    def __init__(self, pathway: str, base: str | None) -> None:
        start = base or DEFAULT_BASE
        start += "" if start.endswith(("/", "#")) else "/"
        self.pathway = start.translate(ESCAPES) + pathway
        short = pathway if len(pathway) <= KEPT else _cut(pathway)
        self.root = self.pathway.removesuffix(pathway) + short + "/"
        self.header = f"{self.root}~{HEADER}"
        self._given: dict[tuple[str, str], str] = {}
        self._taken: set[str] = set()

    def thing(self, id_: str) -> str:
        """The URI of a thing of the pathway."""
        return self.root + (id_ if len(id_) <= LONGEST else f"~{LONG}/{_cut(id_)}")

    def form(self, path: str) -> str:
        """The URI of a physical entity: a thing of the pathway, or a form inside one."""
        return f"{self.root}~{FORM}/{form_tail(path)}" if "/" in path else self.thing(path)

    def joint(self, control: str, number: int) -> str:
        """The URI of one of a control's alternatives, counted from 1."""
        return f"{self.root}~{JOINT}/{form_tail(f'{control}/{number}')}"

    def derived(self, kind: str, content: str) -> str:
        """The URI of an object that is told by this content alone, among those of its kind."""
        given = self._given.get((kind, content))
        if given is None:
            given = self._given[kind, content] = self._new(kind, content)
        return given

    def _new(self, kind: str, content: str) -> str:
        name = UNSAFE.sub("-", content).strip("-")
        wanted = f"{self.root}~{kind}/{name}"
        if not name or len(name) > LONGEST or wanted.lower() in self._taken:
            wanted = f"{self.root}~{kind}/{_cut(content)}"
        self._taken.add(wanted.lower())
        return wanted


class Resolver(dict[str, str]):
    """Relative URIs made absolute against one base (RDF/XML Syntax, 5.3 and 7.2), remembered.

    Without a base they stay as they are. What has a scheme is taken letter by letter.
    """

    def __init__(self, base: str) -> None:
        self.base = base
        self.document = base.partition("#")[0]

    def __missing__(self, raw: str) -> str:
        found = self[raw] = self.absolute(raw)
        return found

    def absolute(self, raw: str) -> str:
        """One URI, unremembered."""
        if not raw or raw.startswith("#"):
            return self.document + raw
        if is_absolute(raw) or not self.document:
            return raw
        return urljoin(self.document, raw)
