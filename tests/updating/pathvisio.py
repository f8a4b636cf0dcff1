"""A GPML file edited as in PathVisio 3, and saved as that saves it.

What a hand does is a method; `saved` does what every save does besides: attached ends follow what
they are attached to, positions have two decimals, attributes another order and their defaults,
points ids of their own, and the canvas the size of what is on it. It knows nothing of pathport.
"""

from collections.abc import Iterator

from lxml import etree

GPML = "http://pathvisio.org/GPML/2013a"
MARGIN = {"Complex": 12.0}
Rect = tuple[float, float, float, float]
"""Left, top, width, height."""
AFTER = {"Label": "Interaction"}
"""Behind which kind the first of a kind stands."""
DEFAULTS = {"FontName": "Arial"}


class PathVisio:
    """A pathway that is open in PathVisio."""

    def __init__(self, content: bytes) -> None:
        self.root = etree.fromstring(content)

    # What a hand does

    def rename(self, label: str, new: str) -> None:
        """Gives every node with this label another one."""
        for node in self._labelled(label):
            node.set("TextLabel", new)

    def move(self, id_: str, x: float, y: float) -> None:
        """Moves a node, or a group with all that is in it, by so many pixels."""
        element = self._element(id_)
        for node in [element, *self._members(element)]:
            graphics = node.find(f"{{{GPML}}}Graphics")
            if graphics is not None and "CenterX" in graphics.attrib:
                graphics.set("CenterX", str(float(graphics.get("CenterX")) + x))
                graphics.set("CenterY", str(float(graphics.get("CenterY")) + y))

    def identify(self, label: str, database: str, id_: str) -> None:
        """Gives every node with this label another identifier."""
        for node in self._labelled(label):
            xref = node.find(f"{{{GPML}}}Xref")
            xref.set("Database", database)
            xref.set("ID", id_)

    def become(self, id_: str, label: str, accession: str) -> None:
        """Gives one node another text and identifier, of the database that it had."""
        node = self._element(id_)
        node.set("TextLabel", label)
        node.find(f"{{{GPML}}}Xref").set("ID", accession)

    def add_node(self, id_: str, label: str, at: tuple[float, float], **words: str) -> None:
        """Draws a DataNode; ``words`` are ``type``, ``database`` and ``accession``."""
        node = self._new("DataNode", TextLabel=label, GraphId=id_, Type=words["type"])
        etree.SubElement(
            node, f"{{{GPML}}}Graphics", CenterX=str(at[0]), CenterY=str(at[1]), Width="90.0",
            Height="25.0", ZOrder="32768", FontSize="12", Valign="Middle",
        )  # fmt: skip
        if words["type"] == "Metabolite":
            node[0].set("Color", "0000ff")
        ids = {"Database": words["database"], "ID": words["accession"]}
        etree.SubElement(node, f"{{{GPML}}}Xref", ids)

    def add_label(self, id_: str, text: str, at: tuple[float, float]) -> None:
        """Writes a text that means nothing."""
        label = self._new("Label", TextLabel=text, GraphId=id_)
        etree.SubElement(
            label, f"{{{GPML}}}Graphics", CenterX=str(at[0]), CenterY=str(at[1]), Width="60.0",
            Height="20.0", ZOrder="28672", FontSize="10", Valign="Middle",
        )  # fmt: skip

    def add_line(self, id_: str, start: str, end: str, head: str) -> None:
        """Draws an Interaction from the middle right of one thing to the middle left of another."""
        line = self._new("Interaction", GraphId=id_)
        graphics = etree.SubElement(
            line, f"{{{GPML}}}Graphics", ZOrder="12288", LineThickness="1.0"
        )
        for thing, side in ((start, "1.0"), (end, "-1.0")):
            on = "0.0" if self._element(thing).tag.endswith("Anchor") else side
            etree.SubElement(
                graphics, f"{{{GPML}}}Point", X="0", Y="0", GraphRef=thing, RelX=on, RelY="0.0"
            )
        graphics[-1].set("ArrowHead", head)
        etree.SubElement(line, f"{{{GPML}}}Xref", Database="", ID="")

    def add_anchor(self, line: str, id_: str, position: float) -> None:
        """Puts an anchor on a line."""
        graphics = self._element(line).find(f"{{{GPML}}}Graphics")
        etree.SubElement(
            graphics, f"{{{GPML}}}Anchor", Position=str(position), Shape="None", GraphId=id_
        )

    def add_state(self, id_: str, node: str, comment: str) -> None:
        """Puts a phosphate on a node, with a comment that says where on the protein it is."""
        state = self._new("State", TextLabel="P", GraphId=id_, GraphRef=node)
        etree.SubElement(state, f"{{{GPML}}}Comment").text = comment
        etree.SubElement(
            state, f"{{{GPML}}}Graphics", RelX="1.0", RelY="1.0", Width="15.0", Height="15.0",
            ShapeType="Oval",
        )  # fmt: skip
        etree.SubElement(state, f"{{{GPML}}}Xref", Database="", ID="")

    def delete(self, id_: str) -> None:
        """Deletes a thing with what is on it; lines that were attached to it stay, loose."""
        gone = self._element(id_)
        ids = {it.get("GraphId") for it in gone.iter() if it.get("GraphId")}
        gone.getparent().remove(gone)
        for state in self._all("State"):
            if state.get("GraphRef") in ids:
                self.root.remove(state)
        for point in self.root.iter(f"{{{GPML}}}Point"):
            if point.get("GraphRef") in ids:
                for name in ("GraphRef", "RelX", "RelY"):
                    point.attrib.pop(name, None)

    # What a save does

    def turn_round(self, kind: str) -> None:
        """Writes the elements of a kind in another order, as every program does in its own."""
        found = self._all(kind)
        assert len(found) > 1, kind
        at = self.root.index(found[0])
        for element in found:
            self.root.remove(element)
        for element in found:
            self.root.insert(at, element)

    def saved(self) -> bytes:
        """The file as PathVisio writes it."""
        self._follow()
        for number, point in enumerate(self.root.iter(f"{{{GPML}}}Point")):
            if point.get("GraphId") is None:
                point.set("GraphId", f"id{number:x}f{number * 7919 % 4096:03x}")
        for node in self._all("DataNode"):
            graphics = node.find(f"{{{GPML}}}Graphics")
            for name, value in DEFAULTS.items():
                graphics.set(name, graphics.get(name, value))
        rects = [
            self._rect(it) for kind in ("DataNode", "Shape", "Label") for it in self._all(kind)
        ]
        board = self.root.find(f"{{{GPML}}}Graphics")
        board.set("BoardWidth", str(max(x + width for x, _, width, _ in rects) + 41.5))
        board.set("BoardHeight", str(max(y + height for _, y, _, height in rects) + 41.5))
        for element in self.root.iter(etree.Element):
            for name in ("X", "Y", "CenterX", "CenterY", "Width", "Height"):
                if name in element.attrib:
                    element.set(name, str(round(float(element.get(name)), 2)))
            if element is not self.root:
                told = sorted(element.attrib.items(), reverse=True)
                element.attrib.clear()
                element.attrib.update(told)
        return etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")

    def _follow(self) -> None:
        """Puts attached ends where RelX and RelY say, those on anchors last."""
        ends = [it for it in self.root.iter(f"{{{GPML}}}Point") if it.get("GraphRef")]
        for point in sorted(
            ends, key=lambda it: self._element(it.get("GraphRef")).tag.endswith("Anchor")
        ):
            thing = self._element(point.get("GraphRef"))
            x, y = self._spot(thing, float(point.get("RelX", "0")), float(point.get("RelY", "0")))
            point.set("X", str(x))
            point.set("Y", str(y))

    def _spot(self, thing: etree._Element, across: float, down: float) -> tuple[float, float]:
        if thing.tag.endswith("Anchor"):
            points = [it for it in thing.getparent() if it.tag.endswith("Point")]
            (x, y), (to_x, to_y) = (
                (float(it.get("X")), float(it.get("Y"))) for it in (points[0], points[-1])
            )
            part = float(thing.get("Position"))
            return x + part * (to_x - x), y + part * (to_y - y)
        x, y, width, height = self._rect(thing)
        return x + width / 2 * (1 + across), y + height / 2 * (1 + down)

    def _rect(self, thing: etree._Element) -> Rect:
        if thing.tag.endswith("Group"):
            inner = [self._rect(it) for it in self._members(thing, deep=False)]
            margin = MARGIN.get(thing.get("Style"), 8.0)
            left, top = min(it[0] for it in inner), min(it[1] for it in inner)
            right, bottom = max(it[0] + it[2] for it in inner), max(it[1] + it[3] for it in inner)
            return (
                left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin
            )  # fmt: skip
        if thing.tag.endswith("State"):
            graphics = thing.find(f"{{{GPML}}}Graphics")
            x, y, width, height = self._rect(self._element(thing.get("GraphRef")))
            own = float(graphics.get("Width")), float(graphics.get("Height"))
            return (
                x + width / 2 * (1 + float(graphics.get("RelX"))) - own[0] / 2,
                y + height / 2 * (1 + float(graphics.get("RelY"))) - own[1] / 2,
                *own,
            )
        graphics = thing.find(f"{{{GPML}}}Graphics")
        x, y, width, height = (
            float(graphics.get(name)) for name in ("CenterX", "CenterY", "Width", "Height")
        )
        return x - width / 2, y - height / 2, width, height

    # Where things are

    def _all(self, kind: str) -> list[etree._Element]:
        return self.root.findall(f"{{{GPML}}}{kind}")

    def _labelled(self, label: str) -> Iterator[etree._Element]:
        found = [it for it in self._all("DataNode") if it.get("TextLabel") == label]
        assert found, label
        yield from found

    def _element(self, id_: str) -> etree._Element:
        return next(it for it in self.root.iter() if it.get("GraphId") == id_)

    def _members(self, element: etree._Element, *, deep: bool = True) -> Iterator[etree._Element]:
        group = element.get("GroupId")
        for it in self.root if group else ():
            if it.get("GroupRef") == group:
                yield it
                if deep:
                    yield from self._members(it)

    def _new(self, kind: str, **words: str) -> etree._Element:
        """A new element, behind the last of its kind as the schema has it."""
        element = etree.Element(f"{{{GPML}}}{kind}", words)
        before = self._all(kind) or self._all(AFTER.get(kind, "DataNode"))
        before[-1].addnext(element)
        return element
