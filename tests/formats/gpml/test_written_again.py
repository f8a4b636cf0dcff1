"""What a drawing has is there once more when it is read and written again: small drawings."""

from lxml import etree
from tests.formats.gpml.samples import GPML, drawing, group, line, node, shape, state

from pathport.fidelity.report import Status
from pathport.formats import format_named
from pathport.formats.gpml.read import read
from pathport.formats.gpml.write import write
from pathport.model.facts import facts

CITED = (
    '<Biopax xmlns:bp="http://www.biopax.org/release/biopax-level3.owl#"'
    ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><bp:PublicationXref rdf:id="b1">'
    "<bp:ID>15234968</bp:ID><bp:DB>PubMed</bp:DB></bp:PublicationXref></Biopax>"
)


def again(*elements: str, biopax: str = "") -> etree._Element:
    """A drawing of these elements, written again; all that was read comes back from it."""
    pathway = read(drawing(*elements, biopax=biopax)).pathway
    content = write(pathway).content
    assert facts(read(content).pathway) == facts(pathway)
    return etree.fromstring(content)


def nodes(root: etree._Element) -> dict[str, str | None]:
    """The group of each node, by its id."""
    return {str(it.get("GraphId")): it.get("GroupRef") for it in root.iterfind(f"{GPML}DataNode")}


def member(id_: str, label: str = "") -> str:
    return node(id_, label, more='GroupRef="g"')


def test_equal_nodes_in_a_set_are_both_drawn() -> None:
    root = again(member("ab1", "A"), member("ab2", "A"), member("ab3", "B"), group("g", "Group"))
    assert nodes(root) == {"ab1": "g", "ab2": "g", "ab3": "g"}


def test_equal_nodes_in_a_family_are_both_drawn() -> None:
    named = group("g", "Group", label="AB")
    root = again(member("ab1", "A"), member("ab2", "A"), member("ab3", "B"), named)
    assert nodes(root) == {"ab1": "g", "ab2": "g", "ab3": "g"}


def test_a_member_in_another_compartment_than_its_set_stays_in_it() -> None:
    cell = shape("cell", (50, 50, 120, 120), component="Cell")
    root = again(member("na"), member("nb"), member("nc"), cell, group("g", "Group"))
    assert nodes(root) == {"na": "g", "nb": "g", "nc": "g"}


def test_a_member_that_a_line_ends_on_is_drawn_in_its_set_alone() -> None:
    members = member("na"), member("nb")
    root = again(*members, node("nc"), line("x", "nc", "na", "mim-inhibition"), group("g", "Group"))
    assert nodes(root) == {"na": "g", "nb": "g", "nc": None}
    ends = [it.get("GraphRef") for it in root.iter(f"{GPML}Point")]
    assert ends == ["nc", "na"]


def test_a_site_that_two_states_tell_of_has_both() -> None:
    told = "position=ser927; ptm=p"
    states = [state("na", "P", told, id_=it) for it in ("p", "q")]
    root = again(node("na"), *states)
    assert len(root.findall(f"{GPML}State")) == 2


def test_a_nucleotide_that_a_state_tells_of_is_a_state_again() -> None:
    shown = state("na", "GTP", id_="p").replace('RelX="1.0"', 'RelX="0.25"')
    root = again(node("na", "RAS"), shown, state("na", "P", id_="q"))
    places = {
        it.get("TextLabel"): graphics.get("RelX")
        for it in root.iterfind(f"{GPML}State")
        if (graphics := it.find(f"{GPML}Graphics")) is not None
    }
    assert places == {"GTP": "0.25", "P": "1.0"}
    assert list(nodes(root)) == ["na"]


def test_a_comment_of_equal_nodes_is_told_once() -> None:
    said = [
        member(it, "A").replace("<Graphics", "<Comment>B</Comment><Graphics")
        for it in ("ab1", "ab2")
    ]
    for elements in ((*said, group("g")), [it.replace('GroupRef="g"', "") for it in said]):
        pathway = read(drawing(*elements)).pathway
        [species] = pathway.species
        assert [it.notes for it in (species, *species.components) if it.notes] == [("B",)]
        again(*elements)


def test_a_reference_of_a_member_of_a_complex_stands_on_it() -> None:
    cited = member("na", "A").replace("<Graphics", "<BiopaxRef>b1</BiopaxRef><Graphics")
    content = cited, member("nb", "B"), group("g")
    root = again(*content, biopax=CITED)
    [ref] = root.iter(f"{GPML}BiopaxRef")
    parent = ref.getparent()
    assert parent is not None
    assert parent.get("GraphId") == "na"
    account = write(read(drawing(*content, biopax=CITED)).pathway).account
    carried = [it.field for it in account.of_status(Status.CARRIED)]
    assert [it for it in carried if "component" in it] == []


def test_a_state_keeps_all_its_references() -> None:
    refs = "<BiopaxRef>b1</BiopaxRef><BiopaxRef>b2</BiopaxRef>"
    told = state("na", "S473").replace("<Graphics", f"{refs}<Graphics")
    record = CITED[CITED.index("<bp:Pub") : CITED.index("</Biopax>")]
    other = record.replace("b1", "b2").replace("15234968", "24300896")
    root = again(node("na"), told, biopax=CITED.replace(record, record + other))
    assert len(root.findall(f"{GPML}State/{GPML}BiopaxRef")) == 2


def test_a_phenotype_keeps_the_type_of_its_node() -> None:
    typed = {
        "Key Event": node("na", "A", type_="Key Event", xref="AOP-Wiki KE 1391"),
        "Event": node("nb", "B", type_="Event"),
        "Pathway": node("nc", "C", type_="Pathway", xref="GeneOntology GO:0008283"),
    }
    root = again(*typed.values())
    assert [it.get("Type") for it in root.iterfind(f"{GPML}DataNode")] == list(typed)


def test_a_second_node_with_the_same_id_is_there_and_its_id_is_named() -> None:
    drawn = drawing(node("na", "A"), node("na", "B"), line("x", "na", "nb", "Arrow"), node("nb"))
    found = read(drawn)
    told = [it.sentence for it in found.findings if it.code == "GPM101"]
    assert told == ['lost in reading: the id "na", which something else has']
    assert {it.name for it in found.pathway.molecules} == {"A", "B", "nb"}
    [control] = found.pathway.controls
    assert control.sources.inputs == ("na",)
    assert len(nodes(etree.fromstring(write(found.pathway).content))) == 3


def test_nodes_without_ids_that_say_the_same_are_all_there() -> None:
    bare = node("na", "A").replace('GraphId="na"', "")
    root = again(bare, bare)
    assert len(nodes(root)) == 2


def test_an_id_that_two_kinds_of_things_have_is_that_of_the_node() -> None:
    other = shape("na", (300, 300, 20, 20))
    found = read(drawing(node("na", "A"), node("nb", "B"), line("x", "na", "nb", "Arrow"), other))
    assert [it.code for it in found.findings if it.code.startswith("GPM")] == ["GPM101"]
    assert len(found.pathway.controls) == len(found.pathway.layout.drawing) == 1


def test_an_anchor_with_the_id_of_something_else_is_named() -> None:
    drawn = node("na"), node("nb"), line("x", "na", "nb", "mim-conversion", anchor="na")
    found = [it.sentence for it in read(drawing(*drawn)).findings if it.code == "GPM101"]
    assert found == ['lost in reading: the id "na", which something else has']


def anchors(root: etree._Element) -> dict[str, list[float]]:
    """The places of the anchors of each line, by its id."""
    return {
        str(it.get("GraphId")): [float(a.get("Position", "")) for a in it.iter(f"{GPML}Anchor")]
        for it in root.iterfind(f"{GPML}Interaction")
    }


def test_an_anchor_of_a_line_with_its_head_at_the_start_stays_where_it_is() -> None:
    main = line("x", "na", "nb", tail="mim-conversion", anchor="k").replace('"0.5"', '"0.1"')
    control = line("y", "nc", "k", "mim-catalysis")
    free = line("z", "nd", "k").replace("Interaction", "GraphicalLine")
    free = free.replace('<Xref Database="" ID=""/>', "")
    root = again(*map(node, ("na", "nb", "nc", "nd")), main, control, free)
    assert [
        p.get("GraphRef") for p in next(root.iter(f"{GPML}Interaction")).iter(f"{GPML}Point")
    ] == [
        "nb",
        "na",
    ]
    assert anchors(root)["x"] == [0.9]


def points(root: etree._Element, id_: str) -> list[tuple[float, float]]:
    """The points of a line."""
    found = next(it for it in root.iter(f"{GPML}Interaction") if it.get("GraphId") == id_)
    return [(float(p.get("X", "")), float(p.get("Y", ""))) for p in found.iter(f"{GPML}Point")]


ELBOW = (
    '<Interaction GraphId="x"><Graphics ConnectorType="Elbow">'
    '<Point X="50" Y="60" GraphRef="na" RelX="0.0" RelY="1.0"{start}/>'
    '<Point X="250" Y="240" GraphRef="ne" RelX="0.0" RelY="-1.0"{end}/>'
    '<Anchor Position="0.9" GraphId="k"/></Graphics><Xref Database="" ID=""/></Interaction>'
)
HEADED = ' ArrowHead="mim-conversion"'


def test_a_line_ends_where_an_elbow_runs() -> None:
    drawn = ELBOW.format(start="", end=HEADED)
    control = line("y", "nc", "k", "mim-catalysis")
    root = again(*map(node, ("na", "ne", "nc")), drawn, control)
    assert points(root, "x") == [(50, 60), (250, 240)]
    assert points(root, "y")[-1] == (250, 202)


def test_an_elbow_with_its_head_at_the_start_turns_where_it_did() -> None:
    drawn = ELBOW.format(start=HEADED, end="")
    control = line("y", "nc", "k", "mim-catalysis")
    root = again(*map(node, ("na", "ne", "nc")), drawn, control)
    assert points(root, "x") == [(250, 240), (150, 80), (50, 60)]
    assert points(root, "y")[-1] == (250, 202)


def test_a_label_in_a_group_stays_in_it_so_that_its_border_stays_where_it_is() -> None:
    label = (
        '<Label TextLabel="inactive" GraphId="ff1" GroupRef="g"><Graphics CenterX="50" CenterY="90"'
        ' Width="80" Height="20" Valign="Middle"/></Label>'
    )
    drawn = line("x", "nc", "g", "mim-inhibition")
    elements = member("na"), member("nb"), node("nc"), drawn, label, group("g", "Group")
    root = again(*elements)
    [written] = root.iterfind(f"{GPML}Label")
    assert written.get("GroupRef") == "g"
    assert [it.get("Y") for it in root.iter(f"{GPML}Point")][-1] == "70.0"
    assert [it for it in read(drawing(*elements)).findings if it.code == "GPM101"] == []


def test_a_compartment_without_a_text_has_none_again() -> None:
    cell = shape("cell", (50, 50, 120, 120), component="Cell")
    root = again(
        node("na"), cell, shape("nucleus", (50, 50, 90, 90), component="Nucleus", label="N")
    )
    texts = {it.get("GraphId"): it.get("TextLabel") for it in root.iterfind(f"{GPML}Shape")}
    assert texts == {"cell": None, "nucleus": "N"}


def test_a_free_line_stays_on_the_frame_of_a_compartment() -> None:
    cell = shape("c0ffee", (50, 50, 120, 120), component="Nucleus")
    root = again(node("na"), node("ne"), line("x", "ne", "c0ffee", "Arrow"), cell)
    [frame] = root.iterfind(f"{GPML}Shape")
    [free] = root.iterfind(f"{GPML}GraphicalLine")
    ends = [it.get("GraphRef") for it in free.iter(f"{GPML}Point")]
    assert ends == ["ne", frame.get("GraphId")]


def test_a_module_of_which_one_process_was_removed_keeps_the_others() -> None:
    text = (
        "{pathport: 1, id: p, molecules: {A: {kind: protein}, B: {kind: protein}},"
        " processes: {one: {is: A -> B}, two: {is: B -> A}},"
        " modules: {M: {name: a branch, members: [one, two]}}}"
    )
    written = write(format_named("yaml").module.read(text.encode()).pathway).content
    root = etree.fromstring(written)
    [removed] = (it for it in root.iterfind(f"{GPML}Interaction") if it.get("GraphId") == "one")
    root.remove(removed)
    found = read(etree.tostring(root))
    assert [(it.name, it.members) for it in found.pathway.modules] == [("a branch", ("two",))]
    assert [it for it in found.findings if it.code == "FID001"] == []


def test_a_node_without_a_text_has_none_again() -> None:
    bare = [node("ab1", "@"), node("ab2", "@"), node("ab3", "@", xref="Ensembl ENSG00000121966")]
    elements = [it.replace('"@"', '""') for it in bare]
    root = again(*elements)
    assert [it.get("TextLabel") for it in root.iterfind(f"{GPML}DataNode")] == ["", "", ""]
    assert len(read(drawing(*elements)).pathway.species) == 3
