"""What cy3sbml, Cytoscape's reader of SBML, shows less of than a file could tell.

It reads all levels, and of the packages qual, groups and others; it classes a modifier by its exact
SBO term, keeps nodes by metaid, and makes groups of nodes (cy3sbml, ``SBML`` and ``SBO``, March
2025). Whether the file is valid is the business of ``rules``.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lxml import etree

from pathport.findings import Finding, Location, Severity
from pathport.rules import Rule
from pathport.safety.xml import parse_xml

__all__ = ["RULES", "oddities"]

SOURCE = "cy3sbml, SBMLReaderTask and SBO"
LEVELS = "http://www.sbml.org/sbml/level"

NO_SBO = Rule(
    code="CYS001",
    severity=Severity.WARNING,
    title="a modifier has an SBO term by which cy3sbml tells activators from inhibitors",
    remedy="write one, such as SBO:0000459 (stimulator) or SBO:0000020 (inhibitor): without it the "
    "edge is a plain reaction-modifier",
    source=SOURCE,
)
NO_METAID = Rule(
    code="CYS002",
    severity=Severity.NOTE,
    title="species and reactions have metaids, by which cy3sbml keeps its nodes",
    remedy="write one: without it a new one is made at each reading",
    source=SOURCE,
)
NO_NODE = Rule(
    code="CYS003",
    severity=Severity.NOTE,
    title="the members of a group are species, reactions, compartments or transitions",
    remedy="name one of these: cy3sbml makes a group of nodes, and nothing else is one",
    source=SOURCE,
)
NO_SIGN = Rule(
    code="CYS004",
    severity=Severity.WARNING,
    title="an input of a transition tells its sign",
    remedy="write sign: without it the edge is neither an activation nor an inhibition",
    source=SOURCE,
)
RULES: tuple[Rule, ...] = (NO_SBO, NO_METAID, NO_NODE, NO_SIGN)

KNOWN_TERMS = frozenset(
    f"SBO:{number:07}"
    for number in (
        *(459, 13, 460, 462, 21, 461, 535, 534, 533),  # activators
        *(20, 206, 597, 207, 537, 536),  # inhibitors
        *(19, 595, 596),  # modifiers
    )
)
"""The terms that cy3sbml compares with; it asks for no ancestor."""
NODES = frozenset({"species", "reaction", "compartment", "qualitativeSpecies", "transition"})


def oddities(content: bytes, *, path: str = "") -> Iterator[Finding]:
    """What Cytoscape shows less of, in file order.

    :raises UnreadableError: if it is not parsable.
    """
    root = parse_xml(content, path=path).getroot()
    elements = [it for it in root.iter(etree.Element) if _name(it)]
    nodes = {own for it in elements if _name(it) in NODES for own in _ids(it)}
    for element in elements:
        name = _name(element)
        for rule, wrong in CHECKS.get(name, ()):
            sentence = wrong(element, nodes)
            if sentence:
                line: Any = element.sourceline
                yield rule.finding(sentence, place=Location(path=path, line=line or 0))


def _name(element: etree._Element) -> str:
    """The name of an element of SBML; of others, nothing."""
    name = etree.QName(element)
    return name.localname if (name.namespace or "").startswith(LEVELS) else ""


def _attribute(element: etree._Element, wanted: str) -> str | None:
    """An attribute, also one of a package."""
    found = (it for it in element.attrib if etree.QName(it).localname == wanted)
    key = next(found, None)
    return None if key is None else element.get(key)


def _ids(element: etree._Element) -> set[str]:
    found = (_attribute(element, key) for key in ("id", "metaid"))
    return {it for it in found if it}


def _modifier(element: etree._Element, _: set[str]) -> str:
    term = element.get("sboTerm")
    if term in KNOWN_TERMS:
        return ""
    told = "no SBO term" if term is None else f"the term {term}, which is none of cy3sbml's"
    return f'the modifier "{element.get("species", "")}" has {told}'


def _unnamed(element: etree._Element, _: set[str]) -> str:
    if element.get("metaid"):
        return ""
    return f'the {_name(element)} "{_attribute(element, "id") or ""}" has no metaid'


def _member(element: etree._Element, nodes: set[str]) -> str:
    named = _attribute(element, "idRef") or _attribute(element, "metaIdRef") or ""
    return "" if named in nodes else f'the member "{named}" of a group is no node'


def _unsigned(element: etree._Element, _: set[str]) -> str:
    if _attribute(element, "sign"):
        return ""
    species = _attribute(element, "qualitativeSpecies") or ""
    return f'the input "{species}" of a transition tells no sign'


CHECKS: Mapping[str, tuple[tuple[Rule, Callable[[etree._Element, set[str]], str]], ...]] = {
    "modifierSpeciesReference": ((NO_SBO, _modifier),),
    "species": ((NO_METAID, _unnamed),),
    "reaction": ((NO_METAID, _unnamed),),
    "qualitativeSpecies": ((NO_METAID, _unnamed),),
    "transition": ((NO_METAID, _unnamed),),
    "member": ((NO_NODE, _member),),
    "input": ((NO_SIGN, _unsigned),),
}
"""What is asked of the elements of each name."""
