"""Files with places edited as their programs do it: a box moved, deleted, or drawn anew.

What is attached to a box follows it, where the program keeps that in the file.
"""

import copy
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

from lxml import etree
from tests.updating.pathvisio import PathVisio

__all__ = ["HANDS", "Hand"]


class Hand(Protocol):
    """A file that is open in a program."""

    def move(self, box: str, x: float, y: float) -> None:
        """Moves a box, with all that is in it, by so many pixels."""

    def delete(self, box: str) -> None:
        """Deletes a box that shows a species alone."""

    def add(self, id_: str, at: tuple[float, float]) -> None:
        """Draws a species of a protein, with its box around a point."""

    def saved(self) -> bytes:
        """The file."""


class OfGpml(PathVisio):
    """PathVisio 3."""

    def add(self, id_: str, at: tuple[float, float]) -> None:
        self.add_node(id_, id_, at, type="Protein", database="", accession="")


class OfXml:
    """What is alike in files of XML."""

    def __init__(self, content: bytes) -> None:
        self.root = etree.fromstring(content)

    def found(self, path: str) -> list[etree._Element]:
        return list(self.root.xpath(path))

    def remove(self, path: str) -> None:
        for it in self.found(path):
            it.getparent().remove(it)

    def saved(self) -> bytes:
        return etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")


def shift(element: etree._Element, **by: float) -> None:
    """Adds to numbers in attributes."""
    for name, more in by.items():
        element.set(name, str(round(float(element.get(name)) + more, 4)))


class OfGpml2021(OfXml):
    """PathVisio 4; a node in a group names it."""

    def move(self, box: str, x: float, y: float) -> None:
        (element,) = self.found(f"//*[@elementId='{box}']")
        for inner in (element, *self.found(f"//*[@groupRef='{box}']")):
            shift(inner.find("{*}Graphics"), centerX=x, centerY=y)
            for point in self.found(f"//*[@elementRef='{inner.get('elementId')}']"):
                if "x" in point.attrib:
                    shift(point, x=x, y=y)

    def delete(self, box: str) -> None:
        for point in self.found(f"//*[local-name()='Point' and @elementRef='{box}']"):
            for name in ("elementRef", "relX", "relY"):
                del point.attrib[name]
        self.remove(f"//*[local-name()='State' and @elementRef='{box}']")
        self.remove(f"//*[@elementId='{box}']")

    def add(self, id_: str, at: tuple[float, float]) -> None:
        last = self.found("//*[local-name()='DataNode']")[-1]
        new = copy.deepcopy(last)
        for it in new.xpath("*[local-name()!='Graphics']"):
            new.remove(it)
        new.attrib.clear()
        new.attrib.update({"elementId": id_, "textLabel": id_, "type": "Protein"})
        graphics = new.find("{*}Graphics")
        size = {"width": "80.0", "height": "24.0"}
        graphics.attrib.update({"centerX": str(at[0]), "centerY": str(at[1]), **size})
        last.addnext(new)


class OfCellDesigner(OfXml):
    """CellDesigner: a species goes with its last box, and its reactions with it."""

    def move(self, box: str, x: float, y: float) -> None:
        for it in self.found(f"//*[@id='{box}' or @complexSpeciesAlias='{box}']/*/@x/.."):
            if etree.QName(it).localname == "bounds":
                shift(it, x=x, y=y)

    def delete(self, box: str) -> None:
        (alias,) = self.found(f"//*[@id='{box}']")
        species = alias.get("species")
        alias.getparent().remove(alias)
        self.remove(f"//*[local-name()='reaction' and .//*[@species='{species}']]")
        self.remove(f"//*[local-name()='species' and @id='{species}']")

    def add(self, id_: str, at: tuple[float, float]) -> None:
        alias = self.found("//*[local-name()='speciesAlias' and not(@complexSpeciesAlias)]")[0]
        (species,) = self.found(
            f"//*[local-name()='model']/*/*[@id='{alias.get('species')}' and @name]"
        )
        for one, changes in (
            (alias, {"id": f"{id_}_alias", "species": id_}),
            (species, {"id": id_, "metaid": id_, "name": id_}),
        ):
            new = copy.deepcopy(one)
            for it in new.xpath(".//*[namespace-uri()='https://w3id.org/pathport/ns/1']"):
                it.getparent().remove(it)
            new.attrib.update(changes)
            one.addnext(new)
            for bounds in new.xpath("*[local-name()='bounds']"):
                bounds.attrib.update({"x": str(at[0]), "y": str(at[1])})


def _key(element: etree._Element, name: str) -> str:
    """The attribute of this local name."""
    return next(str(it) for it in element.attrib if etree.QName(it).localname == name)


class OfSbml(OfXml):
    """A program that edits SBML's layout, such as COPASI."""

    def move(self, box: str, x: float, y: float) -> None:
        own = f"@*[local-name()='id' and .='{box}']"
        part = f"local-name()='generalGlyph' and @*[local-name()='id' and starts-with(., '{box}_')]"
        bounds = "*[local-name()='boundingBox']/*[local-name()='position']"
        for position in self.found(f"//*[{own} or ({part})]/{bounds}"):
            for name, more in (("x", x), ("y", y)):
                shift(position, **{_key(position, name): more})

    def move_all(self, x: float, y: float) -> None:
        """Puts the corner of the drawing elsewhere, as viewers do."""
        for place in ("position", "start", "end", "basePoint1", "basePoint2"):
            for it in self.found(f"//*[local-name()='{place}']"):
                shift(it, **{_key(it, "x"): x, _key(it, "y"): y})

    def rename(self, *kinds: str) -> None:
        """Gives glyphs of these kinds ids of its own, wherever they are named."""
        names = {
            it.get(_key(it, "id")): f"{kind}_{number}"
            for kind in kinds
            for number, it in enumerate(self.found(f"//*[local-name()='{kind}']"), start=1)
        }
        for it in self.found("//*[local-name()='listOfLayouts']//*"):
            for key, value in it.attrib.items():
                if etree.QName(key).localname in ("id", "speciesGlyph", "graphicalObject"):
                    it.set(key, names.get(value, value))

    def delete(self, box: str) -> None:
        self.remove(f"//*[@*[local-name()='speciesGlyph']='{box}']")
        self.remove(f"//*[@*[local-name()='id']='{box}']")

    def add(self, id_: str, at: tuple[float, float]) -> None:
        (species, *_) = self.found("//*[local-name()='listOfSpecies']/*")
        (glyph, *_) = self.found("//*[local-name()='listOfSpeciesGlyphs']/*")
        new = copy.deepcopy(species)
        for it in list(new):
            new.remove(it)
        for name in ("sboTerm", "metaid", "name"):
            new.attrib.pop(name, None)
        new.set("id", id_)
        species.addnext(new)
        drawn = copy.deepcopy(glyph)
        for it in drawn.xpath("./*[local-name()='annotation']"):
            drawn.remove(it)
        changes = {"id": f"{id_}_glyph", "species": id_}
        for key in drawn.attrib:
            drawn.set(key, changes.get(etree.QName(key).localname, drawn.get(key)))
        for position in drawn.iter("{*}position"):
            for key in position.attrib:
                position.set(key, str(at["xyz".index(etree.QName(key).localname)]))
        glyph.addnext(drawn)


class OfCx2:
    """Cytoscape: a node is where its middle is."""

    def __init__(self, content: bytes) -> None:
        self.aspects: list[dict[str, Any]] = json.loads(content)

    def _all(self, aspect: str) -> Iterator[tuple[list[Any], Any]]:
        for fragment in self.aspects:
            for it in tuple(fragment.get(aspect, ())):
                yield fragment[aspect], it

    def _node(self, box: str) -> Mapping[str, Any]:
        """The first node of a species has the box ``X_box``, the second ``X_box_2``."""
        species, _, number = box.rpartition("_box")
        found = [it for _, it in self._all("nodes") if it["v"].get("id") == species]
        return found[int(number.strip("_") or 1) - 1]

    def move(self, box: str, x: float, y: float) -> None:
        node: Any = self._node(box)
        node["x"] += x
        node["y"] += y

    def delete(self, box: str) -> None:
        number = self._node(box)["id"]
        gone = set()
        for among, it in self._all("edges"):
            if number in (it["s"], it["t"]):
                among.remove(it)
                gone.add(it["id"])
        for among, it in self._all("edgeBypasses"):
            if it["id"] in gone:
                among.remove(it)
        for among, it in self._all("nodes"):
            if it["id"] == number:
                among.remove(it)

    def add(self, id_: str, at: tuple[float, float]) -> None:
        among, _ = next(self._all("nodes"))
        number = max(it["id"] for it in among) + 1
        among.append({"id": number, "x": at[0], "y": at[1], "v": {"n": id_, "type": "protein"}})

    def saved(self) -> bytes:
        return json.dumps(self.aspects).encode()


HANDS: dict[str, Callable[[bytes], Hand]] = {
    "gpml": OfGpml,
    "gpml2021": OfGpml2021,
    "celldesigner": OfCellDesigner,
    "cx2": OfCx2,
    "sbml": OfSbml,
}
"""By format, the hand that edits its files."""
