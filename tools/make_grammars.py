"""Writes ``schemas/gpml2013a.json`` and ``schemas/gpml2021.json``: what GPML's grammars demand.

Each is the content of one published XML Schema in a form that can be walked beside a file: for each
element its attributes with their types, and the elements in it in their order. Run it as
``python tools/make_grammars.py [../shared/specs]`` and review the difference.
"""

import json
import sys
from pathlib import Path
from typing import Any

from lxml import etree

__all__ = ["grammar"]

ROOT = Path(__file__).parent.parent
SPECS = ROOT.parent / "shared" / "specs"
XSD = "{http://www.w3.org/2001/XMLSchema}"
SOURCE = "PathVisio/GPML at 3b011a2, {name} (Apache-2.0); made by tools/make_grammars.py"
NAMES = ("GPML2013a.xsd", "GPML2021.xsd")

Schema = dict[str, Any]


def grammar(path: Path) -> Schema:
    """The grammar that an XML Schema of GPML describes."""
    return _Grammar(etree.parse(path).getroot()).described(SOURCE.format(name=path.name))


class _Grammar:
    """A schema on its way to a grammar; types of elements have the path to them as their name."""

    def __init__(self, root: etree._Element) -> None:
        self.namespace = root.get("targetNamespace")
        kinds = ("element", "group", "attributeGroup", "simpleType", "complexType")
        self.named = {
            kind: {str(it.get("name")): it for it in root.findall(f"{XSD}{kind}")} for kind in kinds
        }
        self.types: Schema = {}

    def described(self, source: str) -> Schema:
        self.element(self.named["element"]["Pathway"], "")
        return {
            "source": source,
            "namespace": self.namespace,
            "root": "Pathway",
            "elements": dict(sorted(self.types.items())),
        }

    def element(self, element: etree._Element, within: str) -> str:
        """The name of the type of an element, described once."""
        ref = element.get("ref")
        if ref is not None:
            element, within = self.named["element"][_bare(ref)], ""
        name = f"{within}/{element.get('name')}".lstrip("/")
        if name not in self.types:
            self.types[name] = {}
            self.types[name] = self.content(element, name)
        return name

    def content(self, element: etree._Element, name: str) -> Schema:
        found: Schema = {}
        complex_ = element.find(f"{XSD}complexType")
        if complex_ is None:
            simple = element.find(f"{XSD}simpleType")
            return {"text": True} if simple is not None or element.get("type") else {"any": True}
        extension = complex_.find(f"{XSD}simpleContent/{XSD}extension")
        if extension is not None:
            found["text"] = True
            complex_ = extension
        attributes: Schema = {}
        self.attributes(complex_, attributes)
        if attributes:
            found["attributes"] = attributes
        sequence = complex_.find(f"{XSD}sequence")
        if sequence is not None:
            items: list[Any] = []
            self.sequence(sequence, name, items)
            if items:
                found["content"] = items
            if sequence.find(f"{XSD}any") is not None:
                found["any"] = True
        return found

    def sequence(
        self, sequence: etree._Element, name: str, items: list[Any], *, optional: bool = False
    ) -> None:
        for it in sequence.iterchildren(etree.Element):
            kind = etree.QName(it).localname
            if kind == "element":
                least = 0 if optional else int(it.get("minOccurs", "1"))
                most = it.get("maxOccurs", "1")
                called = _bare(str(it.get("ref") or it.get("name")))
                item = [called, self.element(it, name), least]
                again = [old for old in items if old[0] == called]
                if not again:
                    items.append([*item, None if most == "unbounded" else int(most)])
            elif kind == "group":
                group = self.named["group"][_bare(str(it.get("ref")))]
                self.sequence(group.find(f"{XSD}sequence"), name, items, optional=optional)
            elif kind in ("sequence", "choice"):
                self.sequence(it, name, items, optional=optional or kind == "choice")

    def attributes(self, element: etree._Element, found: Schema) -> None:
        for it in element.iterchildren(etree.Element):
            kind = etree.QName(it).localname
            if kind == "attributeGroup":
                self.attributes(self.named["attributeGroup"][_bare(str(it.get("ref")))], found)
            elif kind == "attribute":
                told: Schema = {"type": self.type_of(it)}
                if it.get("use") == "required":
                    told["required"] = True
                found[str(it.get("name"))] = told

    def type_of(self, holder: etree._Element) -> Any:
        """A built-in type, a list of words, or alternatives of these."""
        name = holder.get("type") or holder.get("base")
        if name is not None and name.startswith("xsd:") and holder.find(f"{XSD}simpleType") is None:
            return _bare(name)
        if name is not None and not name.startswith("xsd:"):
            return self.simple(self.named["simpleType"][_bare(name)])
        simple = holder.find(f"{XSD}simpleType")
        return self.simple(simple) if simple is not None else _bare(name or "string")

    def simple(self, simple: etree._Element) -> Any:
        union = simple.find(f"{XSD}union")
        if union is not None:
            found = [self.simple(it) for it in union.findall(f"{XSD}simpleType")]
            return "string" if "string" in found else {"any of": found}
        restriction = simple.find(f"{XSD}restriction")
        words = [it.get("value") for it in restriction.findall(f"{XSD}enumeration")]
        if words:
            return words
        if restriction.find(f"{XSD}minInclusive") is not None:
            return "nonNegativeFloat"
        return self.type_of(restriction)


def _bare(name: str) -> str:
    return name.rpartition(":")[2]


if __name__ == "__main__":
    specs = Path(sys.argv[1]) if len(sys.argv) > 1 else SPECS
    for name in NAMES:
        target = ROOT / "schemas" / f"{name.lower().removesuffix('.xsd')}.json"
        text = json.dumps(grammar(specs / name), indent=1)
        target.write_text(f"{text}\n", encoding="utf-8", newline="\n")
