"""A census of real files: every node, state, group, line, anchor and reference is accounted for.

The numbers are counted by XPath in the files; each thing that they count is in the pathway or its
layout, or is named as lost.
"""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from tests.formats.gpml.samples import CORPUS, publication_id
from tests.laws.test_law1_valid import is_breach, tolerated

from pathport.fidelity.report import Status
from pathport.formats import Read, format_named
from pathport.formats.detect import detected
from pathport.model.layout import DecorationKind

FILES = sorted(CORPUS.glob("*.gpml"))

NODES = "count(//*[local-name()='DataNode'])"
GROUPS = "count(//*[local-name()='Group'])"
LABELS = "count(//*[local-name()='Label'])"
SHAPES = "count(//*[local-name()='Shape'])"
ATTACHED = (
    "count(//*[local-name()='Interaction']"
    "[.//*[local-name()='Point'][1][@GraphRef or @elementRef]]"
    "[.//*[local-name()='Point'][last()][@GraphRef or @elementRef]])"
)
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


@cache
def opened(path: Path) -> tuple[etree._Element, Read]:
    content = path.read_bytes()
    found = detected(content, path=path.name).module.read(content, path=path.name)
    return etree.fromstring(content), found


def count(root: etree._Element, path: str) -> int:
    return int(root.xpath(path))  # type: ignore[arg-type]


def named(read: Read, what: str) -> int:
    """How many things are named as lost or kept in these words."""
    return sum(what in it.sentence for it in read.findings)


def test_the_corpus_is_there() -> None:
    if not CORPUS.is_dir():
        pytest.skip("no corpus beside the repository")
    assert len(FILES) == 14


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_box_is_there(path: Path) -> None:
    root, read = opened(path)
    empty = named(read, "a group without members")
    plain = count(root, GROUPS) - empty - len(groups_of(read))
    boxes = read.pathway.layout.boxes
    assert len(boxes) == count(root, NODES) + count(root, GROUPS) - empty - plain
    drawn = {it.id for it in boxes}
    assert {it.get("GraphId") or it.get("elementId") for it in identified(root)} <= drawn


def identified(root: etree._Element) -> list[etree._Element]:
    nodes = root.iterfind(".//{*}DataNode")
    return [it for it in nodes if it.get("GraphId") or it.get("elementId")]


def groups_of(read: Read) -> set[str]:
    """The boxes that are groups: those that hold others."""
    return {str(it.inside) for it in read.pathway.layout.boxes if it.inside is not None}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_line_is_a_thing_or_joins_one_or_is_kept_as_drawing(path: Path) -> None:
    root, read = opened(path)
    pathway = read.pathway
    things = {it.id for it in (*pathway.processes, *pathway.controls, *pathway.associations)}
    joining = {it.id for it in pathway.layout.ways}
    free = {it.id for it in pathway.layout.drawing if it.kind is DecorationKind.LINE}
    lines = [*root.iterfind(".//{*}Interaction"), *root.iterfind(".//{*}GraphicalLine")]
    ids = {str(it.get("GraphId") or it.get("elementId")) for it in lines}
    assert ids <= things | joining | free
    assert free <= ids
    kept = len(free) - count(root, "count(//*[local-name()='GraphicalLine'])")
    assert named(read, "kept as drawing alone") == kept


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_label_and_shape_is_a_compartment_or_drawing(path: Path) -> None:
    root, read = opened(path)
    kinds = [it.kind for it in read.pathway.layout.drawing]
    assert kinds.count(DecorationKind.LABEL) == count(root, LABELS)
    places = len(read.pathway.compartments)
    assert kinds.count(DecorationKind.SHAPE) + places == count(root, SHAPES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_reference_of_a_thing_is_there(path: Path) -> None:
    root, read = opened(path)
    refs = root.xpath("//*[local-name()='BiopaxRef' or local-name()='CitationRef']")
    named_refs = {(it.text or it.get("elementRef") or "").strip() for it in refs}  # type: ignore[union-attr]
    cited = {ref for _, it in things_and_parts(read) for ref in it}
    records = {
        it.get(f"{RDF}id") or it.get("elementId"): it
        for it in root.iter("{*}PublicationXref", "{*}Citation")
    }
    lost = named(read, "the publication") + named(read, "the reference")
    told = {id_of(records[ref]) for ref in named_refs if ref in records}
    assert len(told - {it.partition(":")[2].upper() for it in cited}) <= lost


def id_of(record: etree._Element) -> str:
    """The number that a record of a publication has."""
    named = (it.get("identifier") or "" for it in record.iterfind("{*}Xref"))
    return (publication_id(record) or next(named, "")).strip().upper()


def things_and_parts(read: Read) -> list[tuple[str, tuple[str, ...]]]:
    """All that can have references, each with them."""
    pathway = read.pathway
    found = [
        ("pathway", pathway.references),
        *((it.id, it.references) for _, it in pathway.things()),
    ]
    found += [(it.id, part.references) for it in pathway.species for part in it.components]
    found += [("drawing", it.references) for it in pathway.layout.drawing]
    sites = (site for it in pathway.molecules for site in it.sites)
    return found + [("site", (it.reference,)) for it in sites if it.reference is not None]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_attached_lines_are_understood_but_for_those_that_end_on_labels_and_shapes(
    path: Path,
) -> None:
    root, read = opened(path)
    loose = named(read, "attached to nothing")
    interactions = count(root, "count(//*[local-name()='Interaction'])")
    assert loose == interactions - count(root, ATTACHED)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_state_tells_something_of_its_node(path: Path) -> None:
    """Each drawn species has as many things in its state as it has States, or they are bound."""
    root, read = opened(path)
    species = {it.id: it for it in read.pathway.species}
    boxes = {it.id: it for it in read.pathway.layout.boxes}
    drawn: Counter[str] = Counter()
    for it in root.iterfind(".//{*}State"):
        parent = it.getparent()
        holder = parent.getparent() if parent is not None else None
        above = holder.get("elementId") if holder is not None else None
        drawn[str(it.get("GraphRef") or above)] += 1
    for node, number in drawn.items():
        box = boxes[node]
        state = box.part.state if box.part is not None else species[box.species].state
        told = sum(it.count for it in state.modifications)
        told += sum(
            it is not None
            for it in (state.activity, state.structure, state.fragment, state.variant)
        )
        bound = sum(it.count for it in species[box.species].components) - 1
        assert told <= number <= told + max(bound, 0) + named(read, "one too many"), node


def test_the_model_drawing_means_what_its_figure_shows() -> None:
    """WP5382: TGF-beta receptor, SMADs and TAZ, read line by line."""
    path = CORPUS / "WP5382.gpml"
    if not path.exists():
        pytest.skip("no corpus beside the repository")
    _, read = opened(path)
    pathway = read.pathway
    names = {it.id: it.name or it.id for it in pathway.molecules}
    labels = {it.id: names.get(it.molecule or "", it.id) for it in pathway.species}
    assert {it.name for it in pathway.compartments} == {"Cell", "Nucleus"}
    bindings = [it for it in pathway.processes if it.type.value == "binding"]
    assert len(bindings) == 8
    made = [it for it in pathway.processes if it.type.value == "genetic production"]
    assert {labels[it.template or ""] for it in made} <= set(labels.values())
    assert len(made) == 4


@pytest.mark.parametrize("version", ["sbml", "biopax"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_converts_to_what_is_valid_and_loses_nothing(path: Path, version: str) -> None:
    _, read = opened(path)
    target = format_named(version)
    written = target.module.write(read.pathway)
    found = target.module.validate(written.content, path=path.name)
    assert [str(it) for it in found if is_breach(it, tolerated(target))] == []
    assert written.account.of_status(Status.LOST) == ()
