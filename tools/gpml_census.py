"""Counts what GPML files hold, what is read of it, and what comes out again.

``held`` counts the elements and words of a file by XPath, without the reader; ``again`` is a file
read and written once more in either version. ``lines`` is all that as the tables of
``docs/corpora/gpml.md``. The files lie beside the repository, ``../shared/corpus/gpml``, and are no
part of the project.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from lxml import etree

from pathport.formats import Read, format_named
from pathport.formats.detect import detected
from pathport.model.enumerations import Kind
from pathport.model.layout import DecorationKind
from pathport.model.things import Form

__all__ = ["CONSTRUCTS", "KEY", "VERSIONS", "again", "counted", "files", "lines", "opened"]

KEY = Path(__file__).parents[2] / "shared" / "corpus" / "gpml"
VERSIONS = ("gpml", "gpml2021")

Element = etree._Element
Census = Counter[str]

ATTACHED = "[@GraphRef or @elementRef]"
CONSTRUCTS: Mapping[str, str] = {
    "DataNode": "//*[local-name()='DataNode']",
    "State": "//*[local-name()='State']",
    "Group": "//*[local-name()='Group']",
    "Group without members": (
        "//*[local-name()='Group'][not(@GroupId = //@GroupRef) and not(@elementId = //@groupRef)]"
    ),
    "Interaction": "//*[local-name()='Interaction']",
    "Interaction attached at both ends": (
        f"//*[local-name()='Interaction'][.//*[local-name()='Point'][1]{ATTACHED}]"
        f"[.//*[local-name()='Point'][last()]{ATTACHED}]"
    ),
    "GraphicalLine": "//*[local-name()='GraphicalLine']",
    "Anchor": "//*[local-name()='Anchor']",
    "Anchor that a line is attached to": (
        "//*[local-name()='Anchor'][@GraphId = //@GraphRef or @elementId = //@elementRef]"
    ),
    "Label": "//*[local-name()='Label']",
    "Shape": "//*[local-name()='Shape']",
    "Shape with a cellular component": (
        "//*[local-name()='Shape']"
        "[*[@Key = 'org.pathvisio.CellularComponentProperty'"
        " or @key = 'org.pathvisio.CellularComponentProperty']]"
    ),
    "cross reference of a DataNode": (
        "//*[local-name()='DataNode']/*[local-name()='Xref'][@ID != '' or @identifier != '']"
    ),
    "BiopaxRef, CitationRef": "//*[local-name()='BiopaxRef' or local-name()='CitationRef']",
    "publication": "//*[local-name()='PublicationXref' or local-name()='Citation']",
    "ontology term": "//*[local-name()='openControlledVocabulary' or local-name()='Annotation']",
    "Comment, but for the description": (
        "//*[local-name()='Comment'][not(@Source = 'WikiPathways-description')]"
    ),
}
"""What is counted, by XPath that fits both versions."""

WORDS: Mapping[str, str] = {
    "DataNode, type": "//*[local-name()='DataNode']/@*[name()='Type' or name()='type']",
    "Interaction, head": (
        "//*[local-name()='Interaction']//@*[name()='ArrowHead' or name()='arrowHead']"
    ),
    "Group, style": "//*[local-name()='Group']/@*[name()='Style' or name()='type']",
    "Shape, cellular component": (
        "//*[(@Key | @key) = 'org.pathvisio.CellularComponentProperty']"
        "/@*[name()='Value' or name()='value']"
    ),
    "State, text": "//*[local-name()='State']/@*[name()='TextLabel' or name()='textLabel']",
}
"""Whose words are counted one by one; residues with their positions together."""
SITE = re.compile(r"[A-Z] ?[0-9]+")


def files() -> list[Path]:
    """The files, in order; none where they are not."""
    return sorted(KEY.glob("*.gpml"))


@cache
def opened(path: Path) -> tuple[Element, Read]:
    """A file as XML, and as it is read."""
    content = path.read_bytes()
    read = detected(content, path=path.name).module.read(content, path=path.name)
    return etree.fromstring(content), read


@cache
def again(path: Path, version: str) -> Element:
    """A file that was read and written again in this version."""
    _, read = opened(path)
    return etree.fromstring(format_named(version).module.write(read.pathway).content)


def counted(root: Element) -> Census:
    """How often each construct is in a file."""
    return Counter({name: len(_found(root, path)) for name, path in CONSTRUCTS.items()})


def words(root: Element) -> Census:
    """How often each word is in a file; what ends hang on is a word, too."""
    found = Counter(
        f"{name} {_word(str(it).strip())}"
        for name, path in WORDS.items()
        for it in _found(root, path)
    )
    return found + _ends(root)


def _word(text: str) -> str:
    return "of a residue and position" if SITE.fullmatch(text) else f"`{text or ' '}`"


def _ends(root: Element) -> Census:
    """What the ends of interactions are attached to."""
    named = {
        it.get(name): etree.QName(it).localname
        for name in ("GraphId", "elementId")
        for it in root.iter(etree.Element)
        if it.get(name)
    }
    ends = [
        points[n]
        for it in root.iter("{*}Interaction")
        if (points := [*it.iter("{*}Point")])
        for n in (0, -1)
    ]
    refs = (it.get("GraphRef") or it.get("elementRef") for it in ends)
    return Counter(f"Interaction, end on {named.get(ref, 'nothing')}" for ref in refs)


def _found(root: Element, path: str) -> list[object]:
    found = root.xpath(path)
    return found if isinstance(found, list) else []


def meant(read: Read) -> Census:
    """What is read of a file: things of the pathway, drawing, and findings of the reader."""
    pathway = read.pathway
    processes = {it.id for it in pathway.processes}
    controls = [it.target for it in pathway.controls]
    kinds = Counter(it.kind for it in pathway.layout.drawing)
    forms = Counter(it.form for it in pathway.species)
    codes = Counter(it.code for it in read.findings)
    return Counter(
        {
            "molecules": len(pathway.molecules),
            "of these families": sum(it.kind is Kind.FAMILY for it in pathway.molecules),
            "species": len(pathway.species),
            "of these complexes": forms[Form.COMPLEX],
            "of these sets": forms[Form.SET],
            "boxes": len(pathway.layout.boxes),
            "compartments": len(pathway.compartments),
            "processes": len(processes),
            "controls of processes": sum(it in processes for it in controls),
            "other controls, influences": sum(it not in processes for it in controls),
            "associations": len(pathway.associations),
            "lines as drawing": kinds[DecorationKind.LINE],
            "labels as drawing": kinds[DecorationKind.LABEL],
            "shapes as drawing": kinds[DecorationKind.SHAPE],
            "publications": len(pathway.publications),
            "named as lost (GPM101)": codes["GPM101"],
            "kept as drawing (GPM102)": codes["GPM102"],
        }
    )


def lines() -> Iterator[str]:
    """The tables of the page: what files hold, the words in them, what is read, what comes out."""
    known = files()
    yield "## What the files hold\n"
    yield from _table(known, lambda path: counted(opened(path)[0]))
    yield "\n## Words\n"
    yield from _table(known, lambda path: words(opened(path)[0]), sorts=True)
    yield "\n## What is read\n"
    yield from _table(known, lambda path: meant(opened(path)[1]))
    yield "\n## What comes out otherwise\n"
    yield "| file | construct | in | out, 2013a | out, 2021 |\n|---|---|---|---|---|"
    for path in known:
        before = counted(opened(path)[0])
        after = [counted(again(path, it)) for it in VERSIONS]
        for name in CONSTRUCTS:
            numbers = [before[name], *(it[name] for it in after)]
            if len({*numbers}) > 1:
                yield f"| {path.stem} | {name} | {' | '.join(map(str, numbers))} |"


def _table(
    known: Iterable[Path], count: Callable[[Path], Census], *, sorts: bool = False
) -> Iterator[str]:
    """What is counted in each file: in all, and file by file."""
    found = {path.stem: count(path) for path in known}
    total: Census = sum(found.values(), Counter())
    names = dict.fromkeys(name for it in found.values() for name in it)
    yield "| what | in all | file by file |\n|---|---|---|"
    for name in sorted(names) if sorts else names:
        shares = ", ".join(f"{stem} {it[name]}" for stem, it in found.items() if it[name])
        yield f"| {name.replace('|', '&#124;')} | {total[name]} | {shares} |"
