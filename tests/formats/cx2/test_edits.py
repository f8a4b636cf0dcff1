"""Law 7 over what biologists edit: values of nodes, edges and the network, not the style.

The law itself edits any place of a file, and most of a small file are rows of the style.
"""

import json
from functools import partial
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.laws.cases import elementless, within
from tests.laws.edits_of_trees import edited_tree
from tests.laws.strip import strip
from tests.laws.wins import losses_of_edits

from pathport.errors import PathportError
from pathport.formats import format_named
from pathport.formats.cx2.read import read_native
from pathport.model.pathway import Pathway

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
    before = native(written)
    assert losses_of_edits(sent, before, after, found, elementless=lacking, lines=lines) == []
