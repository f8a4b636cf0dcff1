"""What several of these tests use: small drawings as text, and the published schemas."""

from pathlib import Path

import pytest
from lxml import etree

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"
CORPUS = SHARED / "corpus" / "gpml"
SPECS = SHARED / "specs"
GPML = "{http://pathvisio.org/GPML/2013a}"

HEAD = (
    '<Pathway xmlns="http://pathvisio.org/GPML/2013a" Name="A drawing" Organism="Homo sapiens">'
    '<Graphics BoardWidth="500.0" BoardHeight="500.0"/>'
)
PLACES = {"a": (50, 50), "b": (250, 50), "c": (150, 150), "d": (150, 250), "e": (250, 250)}


def node(
    id_: str, label: str = "", *, more: str = "", type_: str = "Protein", xref: str = ""
) -> str:
    """A DataNode at the place of its id; ``xref`` is ``Database ID``."""
    x, y = PLACES.get(id_[-1], (400, 400))
    database, _, local = xref.rpartition(" ")
    return (
        f'<DataNode TextLabel="{label or id_}" GraphId="{id_}" Type="{type_}" {more}>'
        f'<Graphics CenterX="{x}" CenterY="{y}" Width="80" Height="20" Valign="Middle"/>'
        f'<Xref Database="{database}" ID="{local}"/></DataNode>'
    )


def line(
    id_: str, start: str, end: str, head: str = "", *, tail: str = "", anchor: str = ""
) -> str:
    """An Interaction from one id to another, with an anchor in its middle."""
    heads = [f' ArrowHead="{it}"' if it else "" for it in (tail, head)]
    refs = [f' GraphRef="{it}" RelX="0.0" RelY="0.0"' if it else "" for it in (start, end)]
    inner = f'<Anchor Position="0.5" Shape="None" GraphId="{anchor}"/>' if anchor else ""
    points = "".join(f'<Point X="1" Y="1"{r}{h}/>' for r, h in zip(refs, heads, strict=True))
    return (
        f'<Interaction GraphId="{id_}"><Graphics ZOrder="12288" LineThickness="1.0">'
        f'{points}{inner}</Graphics><Xref Database="" ID=""/></Interaction>'
    )


def state(node_: str, label: str, comment: str = "", id_: str = "") -> str:
    """A State of a node."""
    told = f"<Comment>{comment}</Comment>" if comment else ""
    given = f'GraphId="{id_}" ' if id_ else ""
    return (
        f'<State TextLabel="{label}" {given}GraphRef="{node_}">{told}'
        '<Graphics RelX="1.0" RelY="-1.0" Width="15.0" Height="15.0" ShapeType="Oval"/>'
        '<Xref Database="" ID=""/></State>'
    )


def group(id_: str, style: str = "Complex", *, label: str = "") -> str:
    """A Group whose two ids are one."""
    told = f' TextLabel="{label}"' if label else ""
    return f'<Group GroupId="{id_}" GraphId="{id_}" Style="{style}"{told}/>'


def shape(id_: str, box: tuple[int, int, int, int], *, component: str = "", label: str = "") -> str:
    """A Shape by its middle, width and height."""
    x, y, width, height = box
    told = f'<Attribute Key="org.pathvisio.CellularComponentProperty" Value="{component}"/>'
    text = f' TextLabel="{label}"' if label else ""
    return (
        f'<Shape GraphId="{id_}"{text}>{told if component else ""}'
        f'<Graphics CenterX="{x}" CenterY="{y}" Width="{width}" Height="{height}"'
        ' ShapeType="RoundedRectangle"/></Shape>'
    )


def drawing(*elements: str, biopax: str = "") -> bytes:
    """A file of these elements, which stand in the order of the grammar."""
    inner = "".join(elements)
    return f'{HEAD}{inner}<InfoBox CenterX="0" CenterY="0"/>{biopax}</Pathway>'.encode()


def schema(name: str) -> etree.XMLSchema:
    """A published schema; the test is skipped where it is not."""
    path = SPECS / name
    if not path.exists():
        pytest.skip(f"{name} is not beside the repository")
    return etree.XMLSchema(etree.parse(path))


def dangling(root: etree._Element) -> set[str]:
    """What is named by an IDREF of GPML and is no id, which libxml2 does not look for."""
    ids = {it.get(name) for it in root.iter(etree.Element) for name in ("GraphId", "elementId")}
    names = ("GraphRef", "elementRef", "aliasRef")
    named = {it.get(name) for it in root.iter(etree.Element) for name in names}
    groups = {it.get("GroupId") for it in root.iter(f"{GPML}Group")}
    refs = {it.get("GroupRef") for it in root.iter(etree.Element)}
    new = {it.get("groupRef") for it in root.iter(etree.Element)}
    return {str(it) for it in (named - ids) | (refs - groups) | (new - ids) if it is not None}


def publication_id(record: etree._Element) -> str:
    """The id in a record of a publication: of several, the one that a title goes with."""
    ids = [(it.text or "").strip() for it in record.iterfind("{*}ID")]
    titled: list[str] = []
    for it in record.iterfind("{*}TITLE"):
        before = [(it.text or "").strip() for it in it.itersiblings("{*}ID", preceding=True)]
        titled += before[:1] if (it.text or "").strip() else []
    return next(filter(None, (*titled, *ids)), "")
