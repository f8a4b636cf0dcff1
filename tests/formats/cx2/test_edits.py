"""Law 7 over what biologists edit: values of nodes, edges and the network, not the style.

The law itself edits any place of a file, and most of a small file are rows of the style.
"""

import json
from functools import partial
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from tests.laws.cases import elementless, within
from tests.laws.edits_of_trees import edited_tree
from tests.laws.law import law_named
from tests.laws.strip import strip
from tests.laws.wins import losses_of_edits

from pathport.errors import PathportError
from pathport.formats import format_named
from pathport.formats.cx2.read import read_native
from pathport.model.enumerations import Kind
from pathport.model.layout import Box, Decoration, DecorationKind, Layout, Style
from pathport.model.parts import Participant
from pathport.model.pathway import Pathway
from pathport.model.things import Molecule, Process, Species

CX2 = format_named("cx2")
EDITED = ("networkAttributes", "nodes", "edges")


@st.composite
def edited(draw: st.DrawFn, content: bytes) -> bytes:
    """The file after one to three edits of what is said in it."""
    tree = json.loads(content)
    said = {name: elements for part in tree for name, elements in part.items() if name in EDITED}
    changed: Any = json.loads(draw(edited_tree(json.dumps(said).encode())))
    for part in tree:
        for name in [name for name in part if name in EDITED]:
            part[name] = changed.get(name, [])
    return json.dumps(tree).encode()


def native(content: bytes) -> Pathway:
    return CX2.module.read(strip(content)).pathway


def natively(pathway: Pathway) -> Pathway:
    return native(CX2.module.write(pathway).content)


@given(data=st.data())
def test_what_is_edited_wins(data: st.DataObject) -> None:
    sent = data.draw(within(CX2))
    written = CX2.module.write(sent).content
    content = data.draw(edited(written))
    try:
        after = native(content)
    except PathportError:
        return
    found = CX2.module.read(content).pathway
    lacking = partial(elementless, CX2, sent)
    lines = read_native(content).lines_shown()
    lost = losses_of_edits(sent, after, found, natively=natively, elementless=lacking, lines=lines)
    assert lost == []


ITALIC = Style(italic=True)
DRAWN = Pathway(
    id="P",
    molecules=(Molecule(id="M1", kind=Kind.PROTEIN),),
    species=(Species(id="S1", molecule="M1"),),
    processes=(Process(id="P1", outputs=(Participant(species="S1"),)),),
    layout=Layout(
        drawing=(Decoration(kind=DecorationKind.LABEL, id="d1", text="a", inside="box1"),),
        boxes=(Box(id="box1", species="S1", x=9, y=9, width=80, height=24, style=ITALIC),),
    ),
)
"""A box whose style is carried, a label in it, and a process that begins with nothing."""


def changed(sent: Pathway, id_: str, **values: Any) -> bytes:
    """The file of a pathway in which a node has other values."""
    tree = json.loads(CX2.module.write(sent).content)
    nodes = next(part["nodes"] for part in tree if "nodes" in part)
    node = next(it for it in nodes if it["v"].get("id") == id_)
    node.update({key: value for key, value in values.items() if key in node})
    node["v"].update({key: value for key, value in values.items() if key not in node})
    return json.dumps(tree).encode()


def test_a_sign_of_nothing_is_drawn_after_what_is_carried() -> None:
    """The law knew it by its number among all that is drawn."""
    layout = msgspec.structs.replace(DRAWN.layout, boxes=())
    label = Decoration(kind=DecorationKind.LABEL, id="d1", text="a")
    sent = msgspec.structs.replace(DRAWN, layout=msgspec.structs.replace(layout, drawing=(label,)))
    content = changed(sent, "S1", x=500)
    found = CX2.module.read(content).pathway.layout.drawing
    assert [it.kind for it in found] == [DecorationKind.LABEL, DecorationKind.SHAPE]
    law_named("native_wins").check(CX2, sent=sent, content=content)


def test_what_names_a_box_goes_with_it_when_that_gets_another_id() -> None:
    content = changed(DRAWN, "S1", box="b2")
    (label,) = CX2.module.read(content).pathway.layout.drawing
    assert label.inside == "b2"
    law_named("native_wins").check(CX2, sent=DRAWN, content=content)
