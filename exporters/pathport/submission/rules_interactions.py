"""What WikiPathways asks of interactions: attached, and drawn as its RDF reads them (WP-INT).

GPML2RDF, InteractionConverter, defines what a drawing means.
"""

from collections.abc import Iterator

from lxml import etree

from pathport.findings import Severity
from pathport.formats.gpml import codes
from pathport.formats.gpml.checks import ends_astray
from pathport.formats.gpml.grammar import Breach, local_name
from pathport.formats.gpml.terms import EFFECT, GPML, HEADLESS, PROCESS
from pathport.model.enumerations import Effect, ProcessType
from pathport.rules import Rule
from pathport.submission.sheet import Checks, End, Sheet, demand, off_canvas, shown
from pathport.submission.terms import GENE_TYPES

__all__ = ["CHECKS"]

CURATOR = "WikiPathwaysCurator, InteractionTests"
CONVERSION = PROCESS.word(ProcessType.CONVERSION)
CATALYSIS = EFFECT.word(Effect.CATALYSIS)
MOVES = frozenset(
    {PROCESS.word(ProcessType.TRANSPORT), PROCESS.word(ProcessType.GENETIC_PRODUCTION)}
)
"""Heads of lines from a molecule to the same molecule."""

LOOSE = demand(
    "WP-INT-1",
    "both ends of an Interaction are attached",
    "attach it; a line that ends nowhere is a GraphicalLine",
    "WikiPathways, contribute; Academy, task-unconnected; WikiPathwaysCurator, UnconnectedPoints",
)
LABELLED = demand(
    "WP-INT-2",
    "no Interaction ends on a Label",
    "make the label a DataNode, or the line a GraphicalLine",
    f"{CURATOR}.interactionsWithLabels",
    Severity.WARNING,
)
CONVERTED = demand(
    "WP-INT-3",
    f"a {CONVERSION} is from a molecule to a changed form of it",
    "take mim-transcription-translation from a gene to its protein, or the head that is meant",
    f"{CURATOR}.noGeneProteinConversions, noProteinProteinConversions, "
    "noMetaboliteNonMetaboliteConversions",
    Severity.WARNING,
)
MOVED = demand(
    "WP-INT-4",
    "a line from a molecule to the same molecule, without States, is a translocation",
    "take mim-translocation, or draw the State that changes",
    f"{CURATOR}.possibleTranslocations",
    Severity.WARNING,
)
CATALYSED = demand(
    "WP-INT-5",
    f"a {CATALYSIS} points at an anchor",
    "put an anchor on the line that is catalysed, and attach it there",
    "WikiPathways Academy, draw-catalysis",
    Severity.WARNING,
)
REVERSIBLE = demand(
    "WP-INT-6",
    "a line with heads at both ends has no side lines and controls nothing",
    "draw it as two lines: WikiPathways' RDF leaves it out",
    "GPML2RDF, InteractionConverter",
    Severity.WARNING,
)
ASTRAY = demand(
    "WP-INT-7",
    "an attached end lies where RelX and RelY say, within a pixel",
    "move it there: PathVisio will",
    "WikiPathways, files of the database",
)


def between(sheet: Sheet, line: etree._Element) -> str:
    """A line in a sentence: from what to what."""
    told = [
        "nothing" if end.on is None else shown(end.on).partition(" ")[2] or local_name(end.on)
        for end in sheet.ends(line)
    ]
    return f"{shown(line)}, {' to '.join(told)}"


def loose(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Lines of which an end is attached to nothing."""
    for line in sheet.interactions:
        ends = sheet.ends(line)
        free = [end.point for end in ends if not end.point.get("GraphRef")]
        if free or not ends:
            places = " and ".join(f"({it.get('X')}, {it.get('Y')})" for it in free) or "nowhere"
            yield sheet.breach(rule, f"{shown(line)} is attached to nothing at {places}", line)


def labelled(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Lines that end on a text."""
    for line in sheet.interactions:
        for end in sheet.ends(line):
            if end.on is not None and local_name(end.on) == "Label":
                yield sheet.breach(rule, f"{shown(line)} ends on {shown(end.on)}", line)


def directed(sheet: Sheet, line: etree._Element) -> tuple[End, End] | None:
    """The source and the target of a line with one head."""
    ends = sheet.ends(line)
    headed = [end for end in ends if end.head != HEADLESS]
    if len(headed) != 1:
        return None
    target = headed[0]
    return (ends[0] if target is ends[1] else ends[1]), target


def misconverted(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Conversions of one thing into another."""
    for line in sheet.interactions:
        pair = directed(sheet, line)
        if pair is None or pair[1].head != CONVERSION:
            continue
        nodes = [end.on for end in pair if end.on is not None and local_name(end.on) == "DataNode"]
        if len(nodes) == 2 and (told := conversion_fault(sheet, nodes[0], nodes[1])):
            yield sheet.breach(rule, f"{between(sheet, line)}, converts {told}", line)


def conversion_fault(sheet: Sheet, source: etree._Element, target: etree._Element) -> str:
    """What is odd about a conversion of one node into another, if anything is."""
    types = source.get("Type") or "", target.get("Type") or ""
    if types == ("GeneProduct", "Protein"):
        return "a gene into a protein"
    ids = sheet.xref(source), sheet.xref(target)
    if types == ("Protein", "Protein") and all(map(all, ids)) and ids[0] != ids[1]:
        return "a protein into another one"
    kinds = [it == "Metabolite" for it in types]
    if kinds[0] != kinds[1] and all(it in GENE_TYPES or it == "Metabolite" for it in types):
        return f"a {types[0]} into a {types[1]}"
    return ""


def unmoved(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Lines between two drawings of one molecule that do not say what changes."""
    for line in sheet.interactions:
        ends = sheet.ends(line)
        nodes = [end.on for end in ends if end.on is not None and local_name(end.on) == "DataNode"]
        if len(nodes) < 2 or nodes[0] is nodes[1] or any(end.head in MOVES for end in ends):
            continue
        ids = sheet.xref(nodes[0]), sheet.xref(nodes[1])
        plain = not any(it.get("GraphId") in sheet.stated for it in nodes)
        if plain and all(ids[0]) and ids[0] == ids[1]:
            told = f"{between(sheet, line)}, is between two of {ids[0].database} {ids[0].id}"
            yield sheet.breach(rule, told, line)


def uncatalysed(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Catalysis of a thing."""
    for line in sheet.interactions:
        for end in sheet.ends(line):
            if end.head == CATALYSIS and end.on is not None and local_name(end.on) != "Anchor":
                yield sheet.breach(
                    rule, f"{between(sheet, line)}, points at a {local_name(end.on)}", line
                )


def reversible(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Lines that go both ways and have others at them, or go to another."""
    for line in sheet.interactions:
        ends = sheet.ends(line)
        if not ends or HEADLESS in {end.head for end in ends}:
            continue
        if any(end.on is not None and local_name(end.on) == "Anchor" for end in ends):
            yield sheet.breach(
                rule, f"{between(sheet, line)}, has two heads and controls a line", line
            )
        elif any(_side_lines(sheet, it) for it in sheet.anchors(line)):
            yield sheet.breach(rule, f"{between(sheet, line)}, has two heads and side lines", line)


def _side_lines(sheet: Sheet, anchor: etree._Element) -> bool:
    """Whether a line that takes part, not one that acts, is at an anchor."""
    id_ = anchor.get("GraphId") or ""
    return any(
        end.on is anchor and end.head == HEADLESS
        for line in (sheet.attached.get(id_, ()) if id_ else ())
        for end in sheet.ends(line)
    )


def astray(rule: Rule, sheet: Sheet) -> Iterator[Breach]:
    """Ends that will move when PathVisio opens the file."""
    for found in ends_astray(sheet.root, sheet.drawing):
        if found.rule == codes.ATTACHED and is_placed(sheet, found.element):
            yield Breach(rule, found.sentence, found.element, found.number)


def is_placed(sheet: Sheet, line: etree._Element) -> bool:
    """Whether the ends of a line and what they are attached to have places that can be compared."""
    return not any(map(off_canvas, holders(sheet, line)))


def holders(sheet: Sheet, line: etree._Element) -> Iterator[etree._Element]:
    """The elements that say where the ends of a line are: a group is where its members are."""
    for end in sheet.ends(line):
        yield end.point
        if end.on is not None:
            for it in (end.on, *sheet.members.get(end.on.get("GroupId") or "", ())):
                yield from it.iterchildren(f"{{{GPML}}}Graphics")


CHECKS: Checks = {
    LOOSE: loose,
    LABELLED: labelled,
    CONVERTED: misconverted,
    MOVED: unmoved,
    CATALYSED: uncatalysed,
    REVERSIBLE: reversible,
    ASTRAY: astray,
}
