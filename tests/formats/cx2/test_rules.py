"""Each rule fires where it should, at its place; also where NDEx's Python library says nothing."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.formats.cx2.samples import aspects, pathway, tree_of

from pathport.errors import UnreadableError
from pathport.findings import Severity
from pathport.formats import cx2
from pathport.formats.cx2.codes import RULES
from pathport.formats.cx2.rules import fitness

Tree = list[dict[str, Any]]
Edit = Callable[[Tree], Any]

SOUND: Tree = [
    {"CXVersion": "2.0", "hasFragments": False},
    {
        "metaData": [
            {"name": name, "elementCount": count}
            for name, count in (
                ("attributeDeclarations", 1),
                ("networkAttributes", 1),
                ("nodes", 2),
                ("edges", 1),
                ("visualProperties", 1),
                ("nodeBypasses", 1),
            )
        ]
    },
    {
        "attributeDeclarations": [
            {
                "networkAttributes": {"name": {"d": "string"}},
                "nodes": {
                    "name": {"a": "n", "d": "string"},
                    "score": {"d": "double", "v": 0.5},
                    "alias": {"d": "list_of_string"},
                },
                "edges": {"interaction": {"a": "i"}},
            }
        ]
    },
    {"networkAttributes": [{"name": "N"}]},
    {
        "nodes": [
            {"id": 1, "x": 0, "y": 0, "z": 1, "v": {"n": "A", "alias": ["a"]}},
            {"id": 2, "x": 1, "y": 1, "v": {"n": "B"}},
        ]
    },
    {"edges": [{"id": 1, "s": 1, "t": 2, "v": {"i": "inhibits"}}]},
    {
        "visualProperties": [
            {
                "default": {"node": {}},
                "nodeMapping": {
                    "NODE_LABEL": {"type": "PASSTHROUGH", "definition": {"attribute": "name"}}
                },
            }
        ]
    },
    {"nodeBypasses": [{"id": 1, "v": {"NODE_WIDTH": 9}}]},
    {"status": [{"success": True, "error": ""}]},
]


def put(aspect: str, *way: str | int, to: Any) -> Edit:
    """Puts a value in the place of what stands at the end of a way into an aspect."""

    def edit(tree: Tree) -> None:
        inner = aspects(tree)[aspect]
        for key in way[:-1]:
            inner = inner[key]
        inner[way[-1]] = to

    return edit


def drop(aspect: str) -> Edit:
    return lambda tree: tree.remove(part(tree, aspect))


def part(tree: Tree, aspect: str) -> dict[str, Any]:
    return next(it for it in tree if aspect in it)


def move(aspect: str, to: int) -> Edit:
    def edit(tree: Tree) -> None:
        moved = part(tree, aspect)
        tree.remove(moved)
        tree.insert(to, moved)

    return edit


def twice(aspect: str, at: int) -> Edit:
    return lambda tree: tree.insert(at, copy.deepcopy(part(tree, aspect)))


FAULTS: dict[str, tuple[Edit, str]] = {
    "no word of fragments": (lambda tree: tree[0].pop("hasFragments"), "CXN201"),
    "two aspects in one element": (lambda tree: tree[4].update(edges=[]), "CXN202"),
    "an aspect that is no list": (lambda tree: tree[5].update(edges={}), "CXN202"),
    "an element that is no object": (put("nodes", 0, to=7), "CXN202"),
    "columns that are no object": (put("attributeDeclarations", 0, "nodes", to=[]), "CXN202"),
    "edges before nodes": (move("edges", 4), "CXN203"),
    "nodes before declarations": (move("attributeDeclarations", 5), "CXN203"),
    "bypasses before nodes": (move("nodeBypasses", 4), "CXN203"),
    "nodes twice": (twice("nodes", 5), "CXN204"),
    "three times metaData": (
        lambda tree: [twice("metaData", 2)(tree), twice("metaData", len(tree) - 1)(tree)],
        "CXN205",
    ),
    "metaData between": (move("metaData", 3), "CXN205"),
    "an aspect behind the second metaData": (
        lambda tree: [twice("metaData", len(tree) - 1)(tree), move("edges", len(tree) - 2)(tree)],
        "CXN205",
    ),
    "a wrong count": (put("metaData", 2, "elementCount", to=3), "CXN206"),
    "an aspect that is not counted": (lambda tree: tree[1]["metaData"].pop(), "CXN206"),
    "no status": (drop("status"), "CXN207"),
    "a status before the end": (move("status", 3), "CXN207"),
    "a status without success": (put("status", 0, "success", to=False), "CXN207"),
    "two elements of a status": (lambda tree: tree[-1]["status"].append({}), "CXN207"),
    "two networks": (lambda tree: tree[3]["networkAttributes"].append({}), "CXN208"),
    "a type that is none": (
        put("attributeDeclarations", 0, "nodes", "name", "d", to="str"),
        "CXN211",
    ),
    "an alias of a network's column": (
        put("attributeDeclarations", 0, "networkAttributes", "name", "a", to="n"),
        "CXN212",
    ),
    "a default of a network's column": (
        put("attributeDeclarations", 0, "networkAttributes", "name", "v", to="N"),
        "CXN212",
    ),
    "an alias of two": (put("attributeDeclarations", 0, "nodes", "score", "a", to="n"), "CXN213"),
    "an alias that is a column": (
        put("attributeDeclarations", 0, "nodes", "score", "a", to="name"),
        "CXN213",
    ),
    "a column of nodes that is not declared": (put("nodes", 0, "v", "colour", to="a"), "CXN214"),
    "a column of edges that is not declared": (put("edges", 0, "v", "weight", to=1), "CXN214"),
    "a column of the network that is not declared": (
        put("networkAttributes", 0, "version", to="1"),
        "CXN214",
    ),
    "a text in a list": (put("nodes", 0, "v", "alias", to="a"), "CXN215"),
    "a number in a list of texts": (put("nodes", 0, "v", "alias", to=[1]), "CXN215"),
    "nothing": (put("nodes", 0, "v", "n", to=None), "CXN215"),
    "a default of another type": (
        put("attributeDeclarations", 0, "nodes", "score", "v", to="a"),
        "CXN215",
    ),
    "an id that is a text": (put("nodes", 0, "id", to="1"), "CXN221"),
    "an id of two nodes": (put("nodes", 1, "id", to=1), "CXN221"),
    "x alone": (lambda tree: tree[4]["nodes"][1].pop("y"), "CXN222"),
    "z alone": (put("nodes", 1, to={"id": 2, "z": 1.0, "v": {"n": "B"}}), "CXN222"),
    "x that is a text": (put("nodes", 1, "x", to="1"), "CXN222"),
    "an edge to nowhere": (put("edges", 0, "t", to=9), "CXN223"),
    "an edge from nowhere": (lambda tree: tree[5]["edges"][0].pop("s"), "CXN223"),
    "a mapping from nothing": (
        put(
            "visualProperties", 0, "nodeMapping", "NODE_LABEL", "definition", "attribute", to="nom"
        ),
        "CXN231",
    ),
    "a mapping of no type": (
        put("visualProperties", 0, "nodeMapping", "NODE_LABEL", "type", to="COPY"),
        "CXN231",
    ),
    "a bypass of nothing": (put("nodeBypasses", 0, "id", to=9), "CXN232"),
    "an entry of metaData without a number": (
        lambda tree: tree[1]["metaData"][2].pop("elementCount"),
        "CXN206",
    ),
    "two entries of metaData for one aspect": (
        lambda tree: tree[1]["metaData"].append({"name": "nodes", "elementCount": 2}),
        "CXN206",
    ),
    "an id of more than 64 bits": (put("nodes", 1, "id", to=2**63), "CXN221"),
    "an integer of more than 32 bits": (
        lambda tree: [
            put("attributeDeclarations", 0, "nodes", "n_", to={"d": "integer"})(tree),
            put("nodes", 0, "v", "n_", to=2**31)(tree),
        ],
        "CXN215",
    ),
    "a column that two elements declare": (
        lambda tree: tree[2]["attributeDeclarations"].append({"nodes": {"name": {}}}),
        "CXN216",
    ),
    "a value under column and alias": (put("nodes", 0, "v", "name", to="Z"), "CXN217"),
}
ODD: dict[str, tuple[Edit, str]] = {
    "a node without a name": (lambda tree: tree[4]["nodes"][0]["v"].pop("n"), "CXN301"),
    "an edge without a word": (lambda tree: tree[5]["edges"][0].pop("v"), "CXN302"),
    "a node without a place": (
        put("nodes", 1, to={"id": 2, "v": {"n": "B"}}),
        "CXN303",
    ),
    "a network without a style": (
        lambda tree: [drop("visualProperties")(tree), tree[1]["metaData"].pop(4)],
        "CXN304",
    ),
    "a shape that is none": (
        put("visualProperties", 0, "default", "node", to={"NODE_SHAPE": "blob"}),
        "CXN305",
    ),
    "a colour by name": (
        put("visualProperties", 0, "default", "node", to={"NODE_BACKGROUND_COLOR": "red"}),
        "CXN305",
    ),
    "a width that is a text": (put("nodeBypasses", 0, "v", to={"NODE_WIDTH": "abc"}), "CXN305"),
    "a property that is none": (
        put("visualProperties", 0, "default", "node", to={"NODE_FOO": 1}),
        "CXN305",
    ),
    "an arrow that is none, of a mapping": (
        put(
            "visualProperties",
            0,
            "edgeMapping",
            to={
                "EDGE_TARGET_ARROW_SHAPE": {
                    "type": "DISCRETE",
                    "definition": {"attribute": "interaction", "map": [{"v": "a", "vp": "zz"}]},
                }
            },
        ),
        "CXN305",
    ),
    "a network without nodes": (
        lambda tree: [
            tree[4].update(nodes=[]),
            tree[5].update(edges=[]),
            drop("nodeBypasses")(tree),
            tree[1]["metaData"].pop(),
            tree[1]["metaData"][2].update(elementCount=0),
            tree[1]["metaData"][3].update(elementCount=0),
        ],
        "CXN306",
    ),
}


def edited(edit: Edit) -> bytes:
    tree = copy.deepcopy(SOUND)
    edit(tree)
    return json.dumps(tree, indent=1).encode()


def test_a_sound_file_has_no_fault() -> None:
    assert fitness(json.dumps(SOUND).encode()) == ()
    assert fitness(json.dumps(tree_of(pathway())).encode()) == ()


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found(name: str) -> None:
    edit, code = FAULTS[name]
    found = cx2.validate(edited(edit), path="x.cx2")
    assert code in {it.code for it in found}
    assert all(it.severity is Severity.ERROR and it.place.line for it in found)


@pytest.mark.parametrize("name", ODD)
def test_what_is_odd_in_cytoscape_is_told(name: str) -> None:
    edit, code = ODD[name]
    content = edited(edit)
    assert cx2.validate(content) == ()
    found = fitness(content, path="x.cx2")
    assert [(it.code, it.severity) for it in found] == [(code, Severity.WARNING)]


def test_a_column_that_one_element_declares_twice_is_found() -> None:
    text = json.dumps(SOUND).replace('"nodes": {"name"', '"nodes": {"alias": {}, "name"')
    assert [it.code for it in cx2.validate(text.encode())] == ["CXN216"]


@pytest.mark.parametrize("content", [b"{}", b"[]", b'[{"CXVersion": "1.0"}]', b"[{}]"])
def test_what_is_no_file_of_cx2_is_not_fit(content: bytes) -> None:
    assert [it.code for it in fitness(content)] == ["CXN002"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"  \n", "the file is blank"),
        (b'[\n{"id": ' + b"9" * 5000 + b"}]", "a number of 5000 digits"),
    ],
)
def test_what_is_no_json_is_told_with_its_place(content: bytes, told: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        cx2.validate(content, path="x.cx2")
    (finding,) = caught.value.findings
    assert told in finding.sentence
    assert finding.place.line


def test_a_fault_points_at_its_place() -> None:
    content = edited(put("nodes", 0, "v", "alias", to="wrong"))
    (finding,) = cx2.validate(content, path="x.cx2")
    line = content.decode().splitlines()[finding.place.line - 1]
    assert line[finding.place.column - 1 :].startswith('"wrong"')
    assert str(finding) == (
        f"x.cx2:{finding.place.line}:{finding.place.column}: CXN215: "
        '"wrong" in the column "alias" is no list_of_string; '
        "write a value of that type, or leave it out"
    )


@pytest.mark.parametrize("content", [b"[", b"{}", b'[{"CXVersion": "1.0"}]'])
def test_what_is_no_file_of_cx2_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError):
        cx2.validate(content)


def test_each_rule_has_a_fault() -> None:
    of_reading = {
        f"CXN{number}" for number in ("001", "002", "003", "101", "102", "103", "104", "105")
    }
    tried = {code for _, code in (*FAULTS.values(), *ODD.values())}
    assert {it.code for it in RULES} == tried | of_reading
