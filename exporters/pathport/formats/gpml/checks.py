"""What GPML's grammar can't say: groups that are named, ends that lie where they say, the head.

PathVisio reads a file with most of these faults and mends or drops something without a word;
WikiPathways' scripts read the first element with patterns. The rules are of ``codes``.
"""

import re
from collections.abc import Iterator

from lxml import etree

from pathport.formats.gpml import codes
from pathport.formats.gpml.canvas import Canvas
from pathport.formats.gpml.drawing import Drawing
from pathport.formats.gpml.grammar import Breach, local_name
from pathport.formats.gpml.nesting import in_itself
from pathport.formats.gpml.terms import RDF, databases
from pathport.layout.geometry import on_border
from pathport.rules import Rule

__all__ = ["ends_astray", "groups_in_themselves", "oddities"]

AUTHORS = re.compile(r"\[[^\[\],]+(, [^\[\],]+)*\]|\[\]")
DATE = re.compile(r"[0-9]{14}")
START = re.compile(rb"<Pathway\s[^>]*>")
NEAR = 1.0
"""Pixels by which an attached end may lie elsewhere than it says."""
IDS = ("GraphId", "elementId")
GROUPED = ("DataNode", "Interaction", "GraphicalLine", "Label", "Shape", "Group")


def oddities(root: etree._Element, content: bytes, drawing: Drawing) -> Iterator[Breach]:
    """What is wrong or odd with a file beyond its grammar."""
    yield from _Oddities(root, content, drawing).found()


class _Oddities:
    """One file, and what is odd about it."""

    def __init__(self, root: etree._Element, content: bytes, drawing: Drawing) -> None:
        self.root = root
        self.content = content
        self.canvas = Canvas(drawing)
        self.numbers = {it: n for n, it in enumerate(root.iter(etree.Element))}

    def found(self) -> Iterator[Breach]:
        yield from self._head()
        yield from self._groups()
        yield from self._references()
        yield from self._xrefs()
        yield from ends_astray(self.root, self.canvas.drawing)
        yield from groups_in_themselves(self.root, self.canvas.drawing)

    def _breach(self, rule: Rule, sentence: str, element: etree._Element) -> Breach:
        return Breach(rule, sentence, element, self.numbers[element])

    def _head(self) -> Iterator[Breach]:
        root = self.root
        start = START.search(self.content)
        if start is not None and b"\n" in start.group():
            yield self._breach(codes.ONE_LINE, "the start of Pathway has several lines", root)
        names = [str(it) for it in root.attrib]
        if "Organism" in names and names[-1] != "Organism":
            sentence = f"{names[-1]} stands after Organism"
            yield self._breach(codes.ORGANISM_LAST, sentence, root)
        authors = root.get("Author")
        if authors is not None and not AUTHORS.fullmatch(authors):
            yield self._breach(codes.AUTHORS, f'Author="{authors[:60]}"', root)
        date = root.get("Last-Modified")
        if date is not None and not DATE.fullmatch(date):
            yield self._breach(codes.DATE, f'Last-Modified="{date}"', root)

    def _groups(self) -> Iterator[Breach]:
        known = {it.get("GroupId") for it in self.root if local_name(it) == "Group"}
        used = set()
        for element in self.root:
            ref = element.get("GroupRef")
            if ref is None or local_name(element) not in GROUPED:
                continue
            used.add(ref)
            if ref not in known:
                yield self._breach(codes.GROUP_REF, f'GroupRef="{ref}" names no group', element)
        for element in self.root:
            if local_name(element) == "Group" and element.get("GroupId") not in used:
                sentence = f"the group {element.get('GroupId')} is empty"
                yield self._breach(codes.EMPTY_GROUP, sentence, element)

    def _references(self) -> Iterator[Breach]:
        known = {it.get(f"{{{RDF}}}id") for it in self.root.iter(etree.Element)}
        for element in self.root.iter("{*}BiopaxRef"):
            ref = (element.text or "").strip()
            if ref not in known:
                yield self._breach(codes.NO_REFERENCE, f"{ref} names no reference", element)

    def _xrefs(self) -> Iterator[Breach]:
        for element in self.root.iter("{*}Xref"):
            database, id_ = element.get("Database") or "", element.get("ID") or ""
            if bool(database.strip()) != bool(id_.strip()):
                sentence = f'Database="{database}" stands with ID="{id_}"'
                yield self._breach(codes.HALF_XREF, sentence, element)
            elif database and databases().key(database) is None:
                sentence = f'Database="{database}" is no name of BridgeDb'
                yield self._breach(codes.DATABASE, sentence, element)


def ends_astray(root: etree._Element, drawing: Drawing) -> Iterator[Breach]:
    """Ends of interactions that are attached to nothing, or lie elsewhere than they say."""
    canvas = Canvas(drawing)
    numbers = {it: n for n, it in enumerate(root.iter(etree.Element))}
    by_id = {it.get(name): it for it in numbers for name in IDS if local_name(it) == "Interaction"}
    for line in drawing.lines:
        element = by_id.get(line.id)
        if element is None or line.graphical:
            continue
        for joint in (line.joints[0], line.joints[-1]):
            place = f"{line.subject} ends at ({joint.x:g}, {joint.y:g})"
            if not joint.on:
                sentence = f"{place}, attached to nothing"
                yield Breach(codes.LOOSE_END, sentence, element, numbers[element])
                continue
            rect = canvas.rects.get(joint.on)
            x, y = (joint.x, joint.y) if rect is None else on_border(rect, joint.at or (0.0, 0.0))
            if abs(x - joint.x) > NEAR or abs(y - joint.y) > NEAR:
                sentence = f"{place}, RelX and RelY say ({x:g}, {y:g})"
                yield Breach(codes.ATTACHED, sentence, element, numbers[element])


def groups_in_themselves(root: etree._Element, drawing: Drawing) -> Iterator[Breach]:
    """Groups that are in themselves, by way of others or not."""
    ringed = {it.id for it in in_itself(drawing.groups)}
    elements = root.iter("{*}Group")
    numbers = {it: n for n, it in enumerate(root.iter(etree.Element))}
    for group, element in zip(drawing.groups, elements, strict=True):
        if group.id in ringed:
            sentence = f'the group {group.id} is in "{group.group}", which is in it itself'
            yield Breach(codes.GROUP_RING, sentence, element, numbers[element])
