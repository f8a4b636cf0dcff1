"""What WikiPathways asks of nodes and groups: type, text, place, members.

The codes are WP-TYP, WP-NOD, WP-GRP and WP-ATT.
"""

from collections.abc import Iterator

from lxml import etree

from pathport.findings import Severity
from pathport.formats.gpml.drawing import Node
from pathport.formats.gpml.grammar import Breach
from pathport.formats.gpml.terms import GPML
from pathport.rules import Rule
from pathport.submission.sheet import Checks, Sheet, demand, shown
from pathport.submission.terms import (
    CURATED_LABELS,
    DEGENERATE_TYPES,
    FAMILY_SOURCES,
    GENE_KINDS,
    GENE_TYPES,
    METABOLITE_SOURCES,
    SOURCE,
)

__all__ = ["CHECKS"]

CURATOR = "WikiPathwaysCurator"
METABOLITE, PROTEIN, PATHWAY = "Metabolite", "Protein", "Pathway"
CLICKABLE = "RoundedRectangle"
NO_KIND = "Other"
SBGN = "org.pathvisio.sbgn."
TOUCHING = 2.0
"""Pixels by which two nodes may overlap: borders have a width."""

TYPE = demand(
    "WP-TYP-1",
    "the type of a DataNode is known and fits its database",
    "give the type that the database is about",
    f"{CURATOR}, DataNodesTests.unknownTypes, MetabolitesTests",
)
LINK = demand(
    "WP-TYP-2",
    "a node with an id of WikiPathways is a Pathway in a RoundedRectangle, and in the database",
    f'write Type="{PATHWAY}" and ShapeType="{CLICKABLE}": it can be clicked then',
    f"{CURATOR}, PathwayTests.testRoundedRectangle, linksToDeletedPathways",
    Severity.WARNING,
)
NAMED = demand(
    "WP-NOD-1",
    "a DataNode has a GraphId and a text",
    "add what is lacking",
    f"{CURATOR}, dataNodeWithoutGraphId, emptyLabelOfNodeWithIdentifier",
)
OVERLAP = demand(
    "WP-NOD-2",
    f"no two DataNodes overlap by more than {TOUCHING:g} pixels",
    "move them apart",
    "WikiPathways, files of the database",
    Severity.WARNING,
)
UNICODE = demand(
    "WP-NOD-3",
    "ions, water and other small molecules are written with raised and lowered signs",
    "write it like Ca²⁺ or H₂O",
    f"{CURATOR}, UnicodeTests",
    Severity.WARNING,
)
FAMILY = demand(
    "WP-NOD-4",
    "a node with an id of InterPro or Pfam is a Protein",
    "give it that type, or draw a Group of the members",
    "WikiPathways Academy, draw-protein-families",
    Severity.WARNING,
)
GROUP = demand(
    "WP-GRP-1",
    "a Group has members, and a GroupRef names a Group",
    "take the group out: PathVisio 4 will; name a group by its GroupId",
    "libGPML, updateGroups",
)
ATTRIBUTE = demand(
    "WP-ATT-1",
    f"the key of an Attribute does not begin with {SBGN} (notation of SBGN)",
    "take it out: it broke the step that makes the metadata",
    "wikipathways-database#58",
    Severity.WARNING,
)


def mistyped(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Types that tell nothing, and types that the database contradicts."""
    for node in sheet.nodes:
        type_, database = node.get("Type") or "", sheet.xref(node).database
        if type_ in DEGENERATE_TYPES:
            told = f'has the type "{type_}"' if type_ else "has no type"
            yield sheet.breach(rule, f"{shown(node)} {told}", node)
        elif contradicts(type_, database, sheet.known.sources.get(database, "")):
            yield sheet.breach(rule, f"{shown(node)} is a {type_} with an id of {database}", node)


def contradicts(type_: str, database: str, kind: str) -> bool:
    """Whether a database is about genes and the type a metabolite, or the other way about."""
    if type_ == METABOLITE:
        return kind in GENE_KINDS and database != NO_KIND
    return type_ in GENE_TYPES and database in METABOLITE_SOURCES


def unlinked(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Nodes that stand for a pathway, and do not look so or stand for none."""
    for node in sheet.nodes:
        database, id_ = sheet.xref(node)
        if database != SOURCE or not id_:
            continue
        graphics = node.find(f"{{{GPML}}}Graphics")
        shape = "Rectangle" if graphics is None else graphics.get("ShapeType") or "Rectangle"
        if node.get("Type") != PATHWAY:
            yield sheet.breach(rule, f"{shown(node)}, {id_}, is a {node.get('Type')}", node)
        if shape != CLICKABLE:
            yield sheet.breach(rule, f"{shown(node)}, {id_}, is a {shape}", node)
        if id_ not in sheet.known.titles:
            yield sheet.breach(rule, f"{shown(node)}, {id_}, is not in the database", node)


def unnamed(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """DataNodes without an id or a text."""
    for node in sheet.nodes:
        if not node.get("GraphId"):
            yield sheet.breach(rule, f"{shown(node)} has no GraphId", node)
        if not (node.get("TextLabel") or "").strip():
            yield sheet.breach(rule, f"{shown(node)} has no text", node)


def overlapping(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Pairs of DataNodes that lie on one another, from left to right."""
    pairs = zip(sheet.drawing.nodes, sheet.nodes, strict=True)
    ordered = sorted(pairs, key=lambda it: it[0].rect.x)
    for number, (node, element) in enumerate(ordered):
        for other, second in ordered[number + 1 :]:
            if other.rect.x > node.rect.x + node.rect.width - TOUCHING:
                break
            if is_on(node, other):
                yield sheet.breach(rule, f"{shown(element)} overlaps {shown(second)}", element)


def is_on(node: Node, other: Node) -> bool:
    """Whether two nodes overlap by more than the width of their borders."""
    a, b = node.rect, other.rect
    across = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
    down = min(a.y + a.height, b.y + b.height) - max(a.y, b.y)
    return across > TOUCHING and down > TOUCHING


def plain_formula(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Formulas on the line."""
    for node in sheet.nodes:
        better = CURATED_LABELS.get((node.get("TextLabel") or "").strip())
        if better is not None:
            yield sheet.breach(rule, f"{shown(node)} can be written {better}", node)


def odd_family(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Families of proteins of another type."""
    for node in sheet.nodes:
        database, type_ = sheet.xref(node).database, node.get("Type")
        if database in FAMILY_SOURCES and type_ != PROTEIN:
            yield sheet.breach(rule, f"{shown(node)}, of {database}, is a {type_}", node)


def misgrouped(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Groups without members, and members without a group."""
    groups = {it.get("GroupId"): it for it in sheet.all("Group")}
    used: set[str | None] = set()
    for element in sheet.root.iterchildren(etree.Element):
        ref = element.get("GroupRef")
        if ref is None:
            continue
        used.add(ref)
        if ref not in groups:
            yield sheet.breach(
                rule, f'{shown(element)} is in the group "{ref}", which is not there', element
            )
    for id_, group in groups.items():
        if id_ not in used:
            yield sheet.breach(rule, f"{shown(group)} is empty", group)


def sbgn(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Keys that other scripts stumble over."""
    for attribute in sheet.root.iter(f"{{{GPML}}}Attribute"):
        key = attribute.get("Key") or ""
        holder = attribute.getparent()
        if key.startswith(SBGN) and holder is not None:
            yield sheet.breach(rule, f"{shown(holder)} has the key {key}", attribute)


CHECKS: Checks = {
    TYPE: mistyped,
    LINK: unlinked,
    NAMED: unnamed,
    OVERLAP: overlapping,
    UNICODE: plain_formula,
    FAMILY: odd_family,
    GROUP: misgrouped,
    ATTRIBUTE: sbgn,
}
