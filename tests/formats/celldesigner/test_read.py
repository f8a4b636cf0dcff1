"""What a diagram of CellDesigner means: one small file for each thing that it can say."""

from typing import Any

import msgspec
import pytest
from tests.formats.celldesigner.sketches import (
    alias,
    complex_alias,
    diagram,
    included,
    modification,
    modified,
    reaction,
    residue,
    species,
    template,
)
from tests.formats.sbml.samples import lost_in

from pathport.findings import Finding
from pathport.formats.celldesigner import read, sniff, write
from pathport.formats.celldesigner.read import read_native
from pathport.model.enumerations import (
    Activity,
    Certainty,
    Effect,
    Kind,
    Logic,
    ProcessType,
    Relation,
    Role,
    Side,
)
from pathport.model.facts import facts
from pathport.model.layout import Layout
from pathport.model.parts import Component, Gate, Identifier, Modification, Participant, State
from pathport.model.pathway import Pathway
from pathport.model.things import Form, Species

TWO = (species("s1"), species("s2", of="pr2", name="B"))
TEMPLATES = (template("pr1"), template("pr2", "B"))
BOXES = (alias("sa1", "s1"), alias("sa2", "s2", (200.0, 0.0)))


def meaning(*elements: str, model: tuple[str, ...] = ()) -> Pathway:
    return read(diagram(*elements, model=model)).pathway


def told(*elements: str, model: tuple[str, ...] = ()) -> list[Finding]:
    """The losses, and not that there is no compartment."""
    found = read(diagram(*elements, model=model)).findings
    return [it for it in found if it.code != "MDL101"]


def species_of(pathway: Pathway, id_: str = "s1") -> Species:
    return next(it for it in pathway.species if it.id == id_)


# Dialects


def parts_of_a_file(*, wrapped: bool) -> tuple[list[str], list[str]]:
    state = modified(rs1="phosphorylated")
    elements = [
        species("s1", state=state, wrapped=wrapped),
        species("s2", "COMPLEX", "X", name="X", wrapped=wrapped),
        reaction("re1", "TRANSPORT", ["s1@sa1"], ["s2@csa1"], wrapped=wrapped),
    ]
    model = [
        template("pr1", residues=residue("rs1", "S12")),
        included("s3", "s2", "PROTEIN", "pr1"),
        alias("sa1", "s1"),
        complex_alias("csa1", "s2", (200.0, 0.0)),
        alias("sa2", "s3", (210.0, 10.0), inside="csa1"),
    ]
    return elements, model


def test_of_two_annotations_of_an_element_the_first_holds_and_the_other_is_told() -> None:
    """The first, once emptied, was taken away, and the other was read in its place, but not where
    records stood in the first.
    """
    elements, model = parts_of_a_file(wrapped=True)
    content = diagram(*elements, model=model)
    start, end = content.index(b"<annotation>"), content.index(b"</annotation>") + 13
    other = content[start:end].replace(b"sa1", b"sa9")
    twice = content[:end] + other + content[end:]
    assert read(twice).pathway == read(content).pathway
    (lost,) = {it.sentence for it in read(twice).findings} - {
        it.sentence for it in read(content).findings
    }
    assert "a second annotation" in lost


def test_the_dialects_say_the_same() -> None:
    elements, model = parts_of_a_file(wrapped=True)
    new = diagram(*elements, model=model)
    elements, model = parts_of_a_file(wrapped=False)
    old = diagram(
        *elements,
        model=model,
        wrapped=False,
        level="http://www.sbml.org/sbml/level2",
        version=(2, 1),
    )
    bare = diagram(*elements, model=model, wrapped=False, backwards=True)
    assert facts(read(new).pathway) == facts(read(old).pathway) == facts(read(bare).pathway)


def test_a_declared_prefix_alone_is_no_diagram() -> None:
    elements, model = parts_of_a_file(wrapped=True)
    assert sniff(diagram(*elements, model=model))
    assert not sniff(
        b'<sbml xmlns="http://www.sbml.org/sbml/level2/version4"'
        b' xmlns:celldesigner="http://www.sbml.org/2001/ns/celldesigner"><model/></sbml>'
    )


def test_a_name_beside_a_template_is_no_fault() -> None:
    beside = species("s1").replace(
        "</c:proteinReference>", "</c:proteinReference><c:name>A</c:name>"
    )
    assert species_of(meaning(beside, model=(template("pr1"),))).molecule == "pr1"


# Molecules


@pytest.mark.parametrize(
    ("of_class", "kind", "roles"),
    [
        ("SIMPLE_MOLECULE", Kind.SMALL_MOLECULE, ()),
        ("DRUG", Kind.SMALL_MOLECULE, (Role.DRUG,)),
        ("ION", Kind.ION, ()),
        ("PHENOTYPE", Kind.PHENOTYPE, ()),
        ("UNKNOWN", Kind.UNKNOWN, ()),
        ("COMPLEX", Kind.COMPLEX, ()),
    ],
)
def test_a_class_tells_kind_and_role(of_class: str, kind: Kind, roles: tuple[Role, ...]) -> None:
    pathway = meaning(species("s1", of_class, "Ca_super_2_plus__endsuper_", name="Ca"))
    (molecule,) = pathway.molecules
    assert (molecule.kind, molecule.roles, molecule.name) == (kind, roles, "Ca²⁺")


@pytest.mark.parametrize(
    ("type_", "roles"),
    [("GENERIC", ()), ("RECEPTOR", (Role.RECEPTOR,)), ("ION_CHANNEL", (Role.ION_CHANNEL,))],
)
def test_the_type_of_a_protein_is_its_role(type_: str, roles: tuple[Role, ...]) -> None:
    (molecule,) = meaning(species("s1"), model=(template("pr1", type_=type_),)).molecules
    assert (molecule.kind, molecule.roles) == (Kind.PROTEIN, roles)


def test_a_truncated_protein_is_a_fragment() -> None:
    pathway = meaning(species("s1"), model=(template("pr1", type_="TRUNCATED"),))
    assert species_of(pathway).state.fragment is not None


def test_identifiers_are_the_molecules_where_all_its_species_have_them() -> None:
    shared, own = ("is", "uniprot:P61073"), ("isVersionOf", "hgnc:2561")
    pathway = meaning(
        species("s1", terms=[shared, own]), species("s2", terms=[shared]), model=TEMPLATES
    )
    molecule = next(it for it in pathway.molecules if it.id == "pr1")
    assert molecule.identifiers == (Identifier(id="uniprot:P61073"),)
    version = Identifier(id="hgnc:2561", relation=Relation.IS_VERSION_OF)
    assert species_of(pathway).identifiers == (version,)
    assert species_of(pathway, "s2").identifiers == ()


@pytest.mark.parametrize(
    ("taxa", "organism", "lost"),
    [
        (("taxonomy:9606", "taxonomy:9606"), "ncbitaxon:9606", 0),
        (("taxonomy:9606", "taxonomy:10090"), None, 2),
        (("taxonomy:9606", ""), None, 1),
    ],
)
def test_the_organism_is_the_molecules_where_all_its_species_tell_it(
    taxa: tuple[str, ...], organism: str | None, lost: int
) -> None:
    content = diagram(
        *(
            species(f"s{n}", terms=[("hasTaxon", it)] if it else [])
            for n, it in enumerate(taxa, start=1)
        ),
        model=(template("pr1"), alias("sa1", "s1"), alias("sa2", "s2", (200.0, 0.0))),
    )
    found = read(content)
    assert [it.organism for it in found.pathway.molecules] == [organism]
    assert len([it for it in found.findings if "hasTaxon" in it.sentence]) == lost
    again = read(write(found.pathway).content).pathway
    assert [it.organism for it in again.molecules] == [organism]


def test_equal_species_keep_what_is_said_of_each() -> None:
    pathway = meaning(
        species("s1", terms=[("isDescribedBy", "pubmed:1")], notes="<p>one</p>"),
        species("s2", terms=[("isDescribedBy", "pubmed:2")], notes="<p>two</p>"),
        model=(template("pr1"),),
    )
    said = [(it.references, it.notes) for it in pathway.species]
    assert said == [(("pubmed:1",), ("one",)), (("pubmed:2",), ("two",))]


def test_a_complex_by_name_has_the_members_that_are_told() -> None:
    terms = [("hasPart", "uniprot:P61073"), ("hasPart", "uniprot:P48061")]
    pathway = meaning(species("s1", "COMPLEX", "X", name="X", terms=terms))
    molecules = {it.id: it for it in pathway.molecules}
    whole = molecules[species_of(pathway).molecule or ""]
    members = [molecules[it.molecule].identifiers for it in whole.members]
    assert sorted(it.id for (it,) in members) == ["uniprot:P48061", "uniprot:P61073"]


# States


def test_residues_have_the_states_that_are_told_and_no_others() -> None:
    residues = residue("rs1", "Ser12") + residue("rs2", "T45") + residue("rs3", "Y7")
    pathway = meaning(
        species("s1", state=modified(rs1="phosphorylated", rs2="empty")),
        model=(template("pr1", residues=residues), alias("sa1", "s1")),
    )
    assert set(species_of(pathway).state.modifications) == {
        Modification(residue="T", position=45, absent=True),
        Modification(kind="mod:00046", residue="S", position=12),
    }


def test_residues_without_a_name_add_up() -> None:
    residues = residue("rs1") + residue("rs2") + residue("rs3")
    state = modified(rs1="phosphorylated", rs3="phosphorylated")
    pathway = meaning(species("s1", state=state), model=(template("pr1", residues=residues),))
    assert species_of(pathway).state.modifications == (Modification(kind="mod:00696", count=2),)


def test_a_residue_that_the_protein_has_not_is_told() -> None:
    found = told(species("s1", state=modified(rs9="phosphorylated")), model=(template("pr1"),))
    assert ["rs9" in it.sentence and it.place.subject == "species s1" for it in found] == [True]


def test_a_species_is_active_if_all_its_boxes_are_and_else_a_box() -> None:
    pathway = meaning(
        species("s1"),
        species("s2", of="pr2", name="B"),
        model=(
            *TEMPLATES,
            alias("sa1", "s1", active=True),
            alias("sa2", "s1", active=True),
            alias("sa3", "s2", active=True),
            alias("sa4", "s2"),
        ),
    )
    assert species_of(pathway).state.activity is Activity.ACTIVE
    assert species_of(pathway, "s2").state.activity is None
    active = {it.id: it.activity for it in pathway.layout.boxes}
    assert active == {"sa1": None, "sa2": None, "sa3": Activity.ACTIVE, "sa4": None}


def test_structural_state_hypothetical_and_side() -> None:
    state = (
        '<c:listOfStructuralStates><c:structuralState structuralState="open"/>'
        "</c:listOfStructuralStates>"
    )
    unsure = species("s1", state=state, position="transmembrane", compartment="c1").replace(
        "</c:class>", "</c:class><c:hypothetical>true</c:hypothetical>"
    )
    content = diagram(unsure, model=(template("pr1"),), compartments=PLACES)
    found = species_of(read(content).pathway)
    assert (found.state.structure, found.certainty, found.side) == (
        "open",
        Certainty.HYPOTHETICAL,
        Side.TRANSMEMBRANE,
    )


# Complexes


def test_inside_of_a_membrane_is_across_it_and_stays_so_in_the_diagram() -> None:
    content = diagram(
        species("s1", position="insideOfMembrane", compartment="c"),
        model=(template("pr1"), alias("sa1", "s1")),
        compartments='<compartment id="default" size="1"/><compartment id="c" outside="default"/>',
    )
    found = read(content)
    assert species_of(found.pathway).side is Side.TRANSMEMBRANE
    assert [it for it in found.findings if it.code == "SBM101"] == []
    assert b"<celldesigner:positionToCompartment>insideOfMembrane<" in write(found.pathway).content


@pytest.mark.parametrize("count", ["99999999999", "0", "two"])
def test_a_homodimer_of_no_number_is_told_and_one(count: str) -> None:
    state = f"<c:homodimer>{count}</c:homodimer>"
    content = diagram(species("s1", "PROTEIN", "pr1", state=state), model=TEMPLATES)
    found = read(content)
    assert [lost_in(it) for it in found.findings if it.code == "SBM101"] == [f'homodimer "{count}"']
    assert [it.form for it in found.pathway.species] == [Form.SINGLE]


def test_a_homodimer_is_a_complex_of_one_part() -> None:
    state = "<c:homodimer>2</c:homodimer>" + modified(rs1="phosphorylated")
    pathway = meaning(
        species("s1", state=state), model=(template("pr1", residues=residue("rs1", "S1")),)
    )
    (part,) = species_of(pathway).components
    assert (part.molecule, part.count, len(part.state.modifications)) == ("pr1", 2, 1)
    assert species_of(pathway).state.modifications == ()


def test_a_homodimer_with_a_structure_comes_out_as_it_was() -> None:
    """It became a complex with a part that nobody had drawn."""
    structures = '<c:listOfStructuralStates><c:structuralState structuralState="open"/>'
    content = diagram(
        species("s1", state=f"<c:homodimer>2</c:homodimer>{structures}</c:listOfStructuralStates>"),
        model=(template("pr1"), alias("sa1", "s1")),
    )
    pathway = read(content).pathway
    assert species_of(pathway).state == State(structure="open")
    written = write(pathway)
    text = written.content.decode()
    assert "<celldesigner:class>PROTEIN<" in text
    assert "<celldesigner:homodimer>2<" in text
    assert 'structuralState="open"' in text
    assert "listOfIncludedSpecies" not in text
    assert species_of(read_native(written.content).pathway) == species_of(pathway)


def test_a_complex_that_is_there_twice_comes_out_as_it_was() -> None:
    """It became a complex with another one in it, which had a box of its own."""
    content = diagram(
        species("s1", "COMPLEX", "X", state="<c:homodimer>2</c:homodimer>", name="X"),
        model=(
            *TEMPLATES,
            included("s2", "s1", "PROTEIN", "pr1"),
            included("s3", "s1", "PROTEIN", "pr2"),
            complex_alias("csa1", "s1"),
            alias("sa2", "s2", (5.0, 5.0), inside="csa1"),
            alias("sa3", "s3", (5.0, 50.0), inside="csa1"),
        ),
    )
    pathway = read(content).pathway
    for it in (pathway, msgspec.structs.replace(pathway, layout=Layout())):
        text = write(it).content.decode()
        assert text.count("<celldesigner:homodimer>2<") == 1
        assert text.count("<celldesigner:complexSpeciesAlias ") == 1
        assert text.count("<celldesigner:complexSpecies>s1<") == 2
        (whole,) = species_of(read_native(text.encode()).pathway).components
        assert (whole.count, len(whole.components)) == (2, 2)


def test_a_complex_has_what_is_drawn_in_it() -> None:
    pathway = meaning(
        species("s1", "COMPLEX", "X", name="X"),
        model=(
            *TEMPLATES,
            included("s2", "s1", "PROTEIN", "pr1"),
            included("s3", "s1", "PROTEIN", "pr1"),
            included("s4", "s1", "COMPLEX", "Y"),
            included("s5", "s4", "PROTEIN", "pr2", state="<c:homodimer>3</c:homodimer>"),
            complex_alias("csa1", "s1"),
            alias("sa2", "s2", (5.0, 5.0), inside="csa1"),
        ),
    )
    found = species_of(pathway)
    # The names of parts in these files are the ids of their templates.
    parts = {(it.molecule, it.count) for it in found.components}
    assert found.form is Form.COMPLEX
    assert parts == {("pr1", 2), (None, 1)}
    inner = next(it for it in found.components if it.components)
    assert [(it.molecule, it.count) for it in inner.components] == [("pr2", 3)]
    box = next(it for it in pathway.layout.boxes if it.id == "sa2")
    assert (box.species, box.inside, (box.part or Component()).molecule) == ("s1", "csa1", "pr1")


def test_a_part_of_no_complex_is_told() -> None:
    found = told(species("s1"), model=(template("pr1"), included("s2", "s9", "PROTEIN", "pr1")))
    assert ["s9" in it.sentence for it in found] == [True]


def test_complexes_in_each_other_are_told() -> None:
    found = told(
        species("s1"),
        model=(
            template("pr1"),
            included("s2", "s3", "COMPLEX", "X"),
            included("s3", "s2", "COMPLEX", "Y"),
        ),
    )
    assert len(found) == 2


# Reactions


@pytest.mark.parametrize(
    ("word", "type_"),
    [
        ("STATE_TRANSITION", ProcessType.CONVERSION),
        ("KNOWN_TRANSITION_OMITTED", ProcessType.OMITTED),
        ("UNKNOWN_TRANSITION", ProcessType.UNCERTAIN),
        ("TRANSPORT", ProcessType.TRANSPORT),
        ("TRUNCATION", ProcessType.CLEAVAGE),
    ],
)
def test_the_type_of_a_process(word: str, type_: ProcessType) -> None:
    pathway = meaning(
        *TWO, reaction("re1", word, ["s1@sa1"], ["s2@sa2"]), model=(*TEMPLATES, *BOXES)
    )
    assert [it.type for it in pathway.processes] == [type_]


def test_an_empty_side_is_no_species() -> None:
    pathway = meaning(
        species("s1"),
        species("s2", "DEGRADED", "s2", name="s2"),
        reaction("re1", "STATE_TRANSITION", ["s1@sa1"], ["s2@sa2"]),
        model=(template("pr1"), *BOXES),
    )
    (process,) = pathway.processes
    assert (process.type, process.outputs) == (ProcessType.DEGRADATION, ())
    assert [it.id for it in pathway.species] == ["s1"]
    assert [it.id for it in pathway.layout.drawing] == ["sa2"]
    assert [it.end for it in pathway.layout.ways] == ["sa2"]


def open_side(**more: Any) -> bytes:
    """A reaction to an empty side, of which this is told."""
    return diagram(
        species("s1"),
        species("s9", "DEGRADED", "s9", **more),
        reaction("re1", "STATE_TRANSITION", ["s1@sa1"], ["s9@sa9"]),
        model=(template("pr1"), BOXES[0], alias("sa9", "s9", (200.0, 0.0))),
    )


def test_an_empty_side_keeps_what_is_told_of_it() -> None:
    terms = [("isDescribedBy", "pubmed:123")]
    found = read(open_side(name="proteasome", notes="<p>by the proteasome</p>", terms=terms))
    (shape,) = found.pathway.layout.drawing
    assert (shape.text, shape.notes) == ("proteasome", ("by the proteasome",))
    assert shape.references == ("pubmed:123",)
    assert not [it for it in found.findings if it.code != "MDL101"]
    assert read(write(found.pathway).content).pathway.layout == found.pathway.layout


def test_the_species_on_an_empty_side_keeps_its_id_and_look() -> None:
    """It was called after its box, and had no colour of its own."""
    painted = alias("sa9", "s9", (200.0, 0.0)).replace(
        "<c:info", '<c:usualView><c:paint color="ff00ff00" scheme="Color"/></c:usualView><c:info'
    )
    content = diagram(
        species("s1"),
        species("s9", "DEGRADED", "s9"),
        reaction("re1", "STATE_TRANSITION", ["s1@sa1"], ["s9@sa9"]),
        model=(template("pr1"), BOXES[0], painted),
    )
    pathway = read(content).pathway
    written = write(pathway)
    text = written.content.decode()
    assert ' id="s9" ' in text
    assert 'color="ff00ff00"' in text
    assert [it for it in written.account.entries if it.field == "layout.drawing"] == []


def test_an_empty_side_that_was_made_has_no_id_of_its_own_to_keep() -> None:
    pathway = msgspec.structs.replace(read(open_side()).pathway, layout=Layout())
    (shape,) = read_native(write(pathway).content).pathway.layout.drawing
    assert shape.original_id is None


def test_empty_sides_come_out_in_one_order() -> None:
    content = diagram(
        species("s1"),
        species("s8", "DEGRADED", "s8"),
        species("s9", "DEGRADED", "s9"),
        reaction("re1", "STATE_TRANSITION", ["s1@sa1"], ["s9@sa9"]),
        reaction("re2", "STATE_TRANSITION", ["s1@sa1"], ["s8@sa8"]),
        model=(template("pr1"), BOXES[0], alias("sa9", "s9"), alias("sa8", "s8", (9.0, 90.0))),
    )
    account = write(read(content).pathway).account
    assert [it for it in account.entries if it.field == "layout.drawing"] == []


def test_an_empty_side_is_called_as_celldesigner_calls_it() -> None:
    pathway = read(open_side(name="sa1_degraded")).pathway
    assert [it.text for it in pathway.layout.drawing] == [None]
    assert b'name="sa1_degraded"' in write(pathway).content


def test_what_an_empty_side_can_not_keep_is_told() -> None:
    (finding,) = [
        it
        for it in read(open_side(name="sa1_degraded", terms=[("is", "go:0030163")])).findings
        if it.code != "MDL101"
    ]
    assert "identifiers of a species on an empty side" in finding.sentence
    assert finding.place.subject == "species s9"


def test_another_compartment_than_that_around_an_empty_side_is_told() -> None:
    text = open_side(compartment="c1").decode()
    there = '<compartment id="c1" size="1"/></listOfCompartments>'
    found = read(text.replace("</listOfCompartments>", there).encode())
    (told,) = (it for it in found.findings if "drawn elsewhere" in it.sentence)
    assert 'the compartment "c1"' in told.sentence


def test_what_a_formula_names_stays_a_species() -> None:
    law = (
        '<kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML"><ci> s2 </ci></math>'
        "</kineticLaw>"
    )
    elements = (
        species("s1"),
        species("s2", "DEGRADED", "s2", name="s2"),
        reaction("re1", "STATE_TRANSITION", ["s1@sa1"], ["s2@sa2"], inner=law),
    )
    model = (template("pr1"), *BOXES)
    assert [it.id for it in meaning(*elements, model=model).species] == ["s1", "s2"]
    assert ["DEGRADED" in it.sentence for it in told(*elements, model=model)] == [True]


def test_transcription_reads_a_gene_and_uses_up_anything_else() -> None:
    gene = '<c:gene id="gn1" name="G" type="GENE"/>'
    made = reaction("re1", "TRANSCRIPTION", ["s1@sa1"], ["s2@sa2"])
    read_off = meaning(
        species("s1", "GENE", "gn1", name="G"), TWO[1], made, model=(gene, TEMPLATES[1], *BOXES)
    )
    used_up = meaning(*TWO, made, model=(*TEMPLATES, *BOXES))
    assert [(it.template, it.inputs) for it in read_off.processes] == [("s1", ())]
    inputs = (Participant(species="s1"),)
    assert [(it.template, it.inputs) for it in used_up.processes] == [(None, inputs)]


@pytest.mark.parametrize(
    ("word", "effect", "certainty"),
    [
        ("POSITIVE_INFLUENCE", Effect.STIMULATION, None),
        ("NEGATIVE_INFLUENCE", Effect.INHIBITION, None),
        ("REDUCED_TRIGGER", Effect.TRIGGER, None),
        ("UNKNOWN_NEGATIVE_INFLUENCE", Effect.INHIBITION, Certainty.HYPOTHETICAL),
    ],
)
def test_an_influence(word: str, effect: Effect, certainty: Certainty | None) -> None:
    pathway = meaning(
        *TWO, reaction("re1", word, ["s1@sa1"], ["s2@sa2"]), model=(*TEMPLATES, *BOXES)
    )
    (control,) = pathway.controls
    found = control.id, control.target, control.effect, control.certainty
    assert found == ("re1", "s2", effect, certainty)
    assert control.sources == Gate(inputs=("s1",))
    assert pathway.processes == ()


def test_what_has_a_rate_is_a_process() -> None:
    law = (
        '<kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML"><ci>s1</ci></math>'
        "</kineticLaw>"
    )
    pathway = meaning(
        *TWO,
        reaction("re1", "POSITIVE_INFLUENCE", ["s1@sa1"], ["s2@sa2"], inner=law),
        model=(*TEMPLATES, *BOXES),
    )
    assert [it.id for it in pathway.processes] == ["re1"]
    assert [it.process for it in pathway.quantities.rate_laws] == ["re1"]


THREE = (*TWO, species("s3", "ION", "C", name="C"), species("s4", "ION", "D", name="D"))
MORE = (*TEMPLATES, *BOXES, alias("sa3", "s3", (100.0, 200.0)), alias("sa4", "s4", (200.0, 200.0)))


def test_controls_are_what_the_lines_say_and_modifiers_without_one() -> None:
    pathway = meaning(
        *THREE,
        reaction(
            "re1",
            "STATE_TRANSITION",
            ["s1@sa1"],
            ["s2@sa2"],
            modifications=[modification("UNKNOWN_CATALYSIS", "s3@sa3")],
            modifiers=["s3", "s4"],
        ),
        model=MORE,
    )
    found = {it.sources.inputs: (it.effect, it.certainty, it.target) for it in pathway.controls}
    assert found == {
        ("s3",): (Effect.CATALYSIS, Certainty.HYPOTHETICAL, "re1"),
        ("s4",): (Effect.MODULATION, None, "re1"),
    }


@pytest.mark.parametrize(
    ("word", "gate"),
    [
        ("AND", Gate(logic=Logic.AND, inputs=("s3", "s4"))),
        ("OR", Gate(logic=Logic.OR, inputs=("s3", "s4"))),
        (
            "NOT",
            Gate(
                gates=(
                    Gate(logic=Logic.NOT, inputs=("s3",)),
                    Gate(logic=Logic.NOT, inputs=("s4",)),
                )
            ),
        ),
    ],
)
def test_a_gate_is_one_control(word: str, gate: Gate) -> None:
    drawn = [
        modification(
            f"BOOLEAN_LOGIC_GATE_{word}",
            "s3@sa3",
            "s4@sa4",
            effect="INHIBITION",
            points="120.0,100.0",
        ),
        modification("INHIBITION", "s3@sa3", place=0),
        modification("INHIBITION", "s4@sa4", place=0),
    ]
    pathway = meaning(
        *THREE,
        reaction(
            "re1",
            "STATE_TRANSITION",
            ["s1@sa1"],
            ["s2@sa2"],
            modifications=drawn,
            modifiers=["s3", "s4"],
        ),
        model=MORE,
    )
    (control,) = pathway.controls
    assert (control.effect, control.sources) == (Effect.INHIBITION, gate)
    ways = [it for it in pathway.layout.ways if it.of == control.id]
    assert {it.start for it in ways} == {None, "sa3", "sa4"}
    own = next(it for it in ways if it.start is None)
    assert [(it.x, it.y) for it in own.bends] == [(120.0, 100.0)]
    assert {it.meets for it in ways if it.start} == {own.id}


def of_no_logic() -> bytes:
    """A gate of two that nobody knows how it joins."""
    word = "BOOLEAN_LOGIC_GATE_UNKNOWN"
    drawn = [
        modification(word, "s3@sa3", "s4@sa4", effect="INHIBITION", points="120.0,100.0"),
        modification("INHIBITION", "s3@sa3", place=0),
        modification("INHIBITION", "s4@sa4", place=0),
    ]
    made = reaction(
        "re1",
        "STATE_TRANSITION",
        ["s1@sa1"],
        ["s2@sa2"],
        modifications=drawn,
        modifiers=["s3", "s4"],
    )
    return diagram(*THREE, made, model=MORE)


def test_a_gate_of_no_known_logic_is_a_control_of_each_and_drawn_as_it_was() -> None:
    """It was read as AND, and every other format was told so."""
    found = read(of_no_logic())
    sources = [(it.effect, it.sources, it.target) for it in found.pathway.controls]
    assert sorted(sources, key=str) == [
        (Effect.INHIBITION, Gate(inputs=(it,)), "re1") for it in ("s3", "s4")
    ]
    assert [it.sentence for it in found.findings if "no known logic" in it.sentence]
    gate, *members = sorted(found.pathway.layout.ways, key=lambda it: bool(it.meets))[1:]
    assert gate.style.shape == "boolean_logic_gate_unknown"
    assert {it.meets for it in members} == {gate.id}
    assert {it.of for it in members} == {it.id for it in found.pathway.controls}
    written = write(found.pathway)
    assert written.content.count(b'type="BOOLEAN_LOGIC_GATE_UNKNOWN"') == 1
    again = read_native(written.content).pathway
    assert (again.controls, again.layout) == (found.pathway.controls, found.pathway.layout)


def test_a_gate_of_no_known_logic_on_a_species_is_an_influence_of_each() -> None:
    members = [
        modification(
            "BOOLEAN_LOGIC_GATE_UNKNOWN",
            "s3@sa3",
            "s4@sa4",
            effect="INHIBITION",
            points="120.0,100.0",
            name="GateMember",
        ),
        modification("INHIBITION", "s3@sa3", name="GateMember"),
        modification("INHIBITION", "s4@sa4", name="GateMember"),
    ]
    made = reaction("re1", "BOOLEAN_LOGIC_GATE", ["s3@sa3", "s4@sa4"], ["s2@sa2"])
    gates = f"<c:listOfGateMember>{''.join(members)}</c:listOfGateMember></c:extension>"
    found = read(diagram(*THREE, made.replace("</c:extension>", gates), model=MORE))
    sources = [(it.effect, it.sources, it.target) for it in found.pathway.controls]
    assert sorted(sources, key=str) == [
        (Effect.INHIBITION, Gate(inputs=(it,)), "s2") for it in ("s3", "s4")
    ]
    assert "re1" in {it.id for it in found.pathway.controls}
    assert read(write(found.pathway).content).pathway == found.pathway


def test_a_gate_straight_to_a_species_is_one_influence() -> None:
    gate = [
        modification(
            "BOOLEAN_LOGIC_GATE_OR",
            "s3@sa3",
            "s4@sa4",
            effect="NEGATIVE_INFLUENCE",
            points="120.0,100.0",
            name="GateMember",
        ),
        modification("NEGATIVE_INFLUENCE", "s3@sa3", name="GateMember"),
        modification("NEGATIVE_INFLUENCE", "s4@sa4", name="GateMember"),
    ]
    members = f"<c:listOfGateMember>{''.join(gate)}</c:listOfGateMember>"
    pathway = meaning(
        *THREE,
        reaction("re1", "BOOLEAN_LOGIC_GATE", ["s3@sa3", "s4@sa4"], ["s2@sa2"], drawn=members),
        model=MORE,
    )
    (control,) = pathway.controls
    assert (control.id, control.target, control.effect) == ("re1", "s2", Effect.INHIBITION)
    assert control.sources == Gate(logic=Logic.OR, inputs=("s3", "s4"))


def test_a_reactant_that_the_drawing_of_a_gate_lacks_is_told() -> None:
    gate = modification(
        "BOOLEAN_LOGIC_GATE_OR",
        "s3@sa3",
        "s4@sa4",
        effect="NEGATIVE_INFLUENCE",
        points="100,100",
        name="GateMember",
    )
    whole = reaction(
        "re1",
        "BOOLEAN_LOGIC_GATE",
        ["s3@sa3", "s4@sa4"],
        ["s2@sa2"],
        drawn=f"<c:listOfGateMember>{gate}</c:listOfGateMember>",
    )
    undrawn = whole.replace('<c:baseReactant species="s4" alias="sa4"></c:baseReactant>', "")
    assert undrawn != whole
    for content, count in ((whole, 0), (undrawn, 1)):
        found = [it for it in told(*THREE, content, model=MORE) if it.code == "SBM101"]
        assert len([it for it in found if 'the reactant "s4"' in it.sentence]) == count


def test_a_gate_whose_line_ends_at_no_box_is_an_influence_without_a_line() -> None:
    """It stopped the reader."""
    gate = modification("BOOLEAN_LOGIC_GATE_OR", "s3@sa3", points="9,9", name="GateMember")
    members = f"<c:listOfGateMember>{gate}</c:listOfGateMember>"
    whole = reaction("re1", "BOOLEAN_LOGIC_GATE", ["s3@sa3"], ["s2@sa2"], drawn=members)
    endless = whole.replace('<c:baseProduct species="s2" alias="sa2"></c:baseProduct>', "")
    assert endless != whole
    pathway = meaning(*THREE, endless, model=MORE)
    assert [(it.id, it.target) for it in pathway.controls] == [("re1", "s2")]
    assert pathway.layout.ways == ()


def test_what_a_modification_calls_otherwise_is_what_its_box_draws() -> None:
    pathway = meaning(
        *THREE,
        reaction(
            "re1",
            "STATE_TRANSITION",
            ["s1@sa1"],
            ["s2@sa2"],
            modifications=[
                modification(
                    "BOOLEAN_LOGIC_GATE_AND",
                    "old_s3@sa3",
                    "old_s4@sa4",
                    effect="CATALYSIS",
                    points="100,100",
                ),
                modification("CATALYSIS", "s3@sa3"),
                modification("CATALYSIS", "s4@sa4"),
            ],
            modifiers=["s3", "s4"],
        ),
        model=MORE,
    )
    (control,) = pathway.controls
    assert control.sources == Gate(logic=Logic.AND, inputs=("s3", "s4"))


def test_what_a_part_of_a_complex_modifies_its_complex_does() -> None:
    pathway = meaning(
        *TWO,
        species("s3", "COMPLEX", "X", name="X"),
        reaction(
            "re1",
            "STATE_TRANSITION",
            ["s1@sa1"],
            ["s2@sa2"],
            modifications=[modification("CATALYSIS", "s4@sa4")],
        ),
        model=(
            *TEMPLATES,
            *BOXES,
            included("s4", "s3", "PROTEIN", "pr1"),
            complex_alias("csa1", "s3", (0.0, 200.0)),
            alias("sa4", "s4", (10.0, 210.0), inside="csa1"),
        ),
    )
    (control,) = pathway.controls
    assert control.sources == Gate(inputs=("s3",))
    assert [it.start for it in pathway.layout.ways if it.of == control.id] == ["sa4"]


def test_a_modification_by_nothing_is_told() -> None:
    found = told(
        *TWO,
        reaction(
            "re1",
            "STATE_TRANSITION",
            ["s1@sa1"],
            ["s2@sa2"],
            modifications=[modification("CATALYSIS", "s9@sa9")],
        ),
        model=(*TEMPLATES, *BOXES),
    )
    assert [("s9" in it.sentence, it.place.subject) for it in found] == [(True, "reaction re1")]


# Compartments


PLACES = (
    '<compartment id="default" metaid="default" size="1" units="volume"/>'
    '<compartment id="c1" metaid="c1" name="cell" size="1" outside="default"><annotation>'
    "<c:extension><c:name>cell</c:name></c:extension></annotation></compartment>"
    '<compartment id="c2" metaid="c2" name="nucleus_space_2" size="1" outside="c1"/>'
)


def test_compartments_nest_and_the_outermost_is_none() -> None:
    content = diagram(
        species("s1", compartment="c2"),
        species("s2", of="pr2", name="B"),
        model=TEMPLATES,
        compartments=PLACES,
    )
    pathway = read(content).pathway
    found = [(it.id, it.name, it.inside) for it in pathway.compartments]
    assert found == [("c1", "cell", None), ("c2", "nucleus 2", "c1")]
    assert [it.compartment for it in pathway.species] == ["c2", None]


def test_of_several_dates_of_change_in_one_element_the_latest_counts() -> None:
    """MINERVA has all of them in one."""
    dates = ("2024-03-08T00:34:28Z", "2011-11-14T05:00:00Z")
    inner = "".join(f"<dcterms:W3CDTF>{it}</dcterms:W3CDTF>" for it in dates)
    said = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"><rdf:Description rdf:about="#m">'
        f'<dcterms:modified rdf:parseType="Resource">{inner}</dcterms:modified>'
        "</rdf:Description></rdf:RDF></annotation><listOfCompartments>"
    )
    content = diagram(species("s1"), model=(template("pr1"),)).replace(
        b"</annotation><listOfCompartments>", said.encode()
    )
    found = read(content)
    assert found.pathway.modified == dates[0]
    assert [lost_in(it) for it in found.findings if it.code == "SBM101"] == [
        f'dcterms:modified "{dates[1]}"'
    ]


def test_a_frame_at_the_edge_reaches_to_the_edge() -> None:
    frame = (
        '<c:compartmentAlias id="ca1" compartment="c1"><c:class>SQUARE_CLOSEUP_NORTHWEST</c:class>'
        '<c:point x="100" y="50"/><c:namePoint x="120" y="60"/></c:compartmentAlias>'
    )
    content = diagram(species("s1"), model=(template("pr1"), frame), compartments=PLACES)
    (found,) = read(content).pathway.layout.frames
    assert (found.x, found.y, found.width, found.height) == (100.0, 50.0, 500.0, 350.0)
    assert found.style.shape == "square_closeup_northwest"


# Layers


def test_what_layers_draw_is_the_drawing() -> None:
    layer = (
        '<c:layer id="1" name="" locked="false" visible="{shown}"><c:listOfTexts>'
        '<c:layerSpeciesAlias x="0" y="0"><c:layerNotes>\nhere\n</c:layerNotes>'
        '<c:bounds x="1" y="2" w="10" h="20"/><c:paint color="ffff0000"/><c:font size="11"/>'
        "</c:layerSpeciesAlias></c:listOfTexts><c:listOfFreeLines>"
        '<c:layerFreeLine isArrow="true" isDotted="true"><c:bounds sx="1" sy="2" ex="3" ey="4"/>'
        '<c:line width="5.0" color="ff000000"/></c:layerFreeLine></c:listOfFreeLines></c:layer>'
    )
    drawing = meaning(
        species("s1"), model=(template("pr1"), layer.format(shown="true"))
    ).layout.drawing
    text, line = drawing
    assert (text.text, text.style.colour, text.style.size) == ("here", "#ff0000", 11.0)
    assert [(it.x, it.y) for it in text.points] == [(1.0, 2.0), (11.0, 22.0)]
    assert (line.end.head if line.end else None, line.style.thickness) == ("arrow", 5.0)
    hidden = told(species("s1"), model=(template("pr1"), layer.format(shown="false")))
    assert len(hidden) == 2


def test_a_shape_in_a_layer_without_a_colour_is_told() -> None:
    layer = (
        '<c:layer id="1" name="" locked="false" visible="true"><c:listOfSquares>'
        '<c:layerCompartmentAlias type="Square"><c:bounds x="1" y="2" w="10" h="20"/>{paint}'
        "</c:layerCompartmentAlias></c:listOfSquares></c:layer>"
    )
    for paint, count in (('<c:paint color="ff000000"/>', 0), ("", 1)):
        found = told(species("s1"), model=(template("pr1"), layer.format(paint=paint)))
        assert len([it for it in found if "without paint" in it.sentence]) == count


# What is not understood


def test_unknown_elements_and_attributes_are_told_where_they_stand() -> None:
    strange = alias("sa1", "s1").replace("<c:font", "<c:strange/><c:font")
    found = told(species("s1"), model=(template("pr1").replace("type=", 'odd="1" type='), strange))
    assert sorted(map(lost_in, found)) == [
        "<strange>",
        'odd="1"',
    ]
    assert {it.code for it in found} == {"SBM101"}
    assert all(it.place.line == 1 for it in found)


ODD = {
    "a class that is none": (
        "<celldesigner:class>PROTEIN",
        "<celldesigner:class>WOMBAT",
        'the class "WOMBAT"',
    ),
    "an activity that is none": (">inactive<", ">superactive<", 'the activity "superactive"'),
    "a colour that is none": ('color="ff000000"', 'color="red"', 'the colour "red"'),
    "a complex that is none": (
        'species="s1"><celldesigner:activity',
        'species="s1" complexSpeciesAlias="zzz"><celldesigner:activity',
        'the box "zzz" around it',
    ),
    "a segment that is none": ('rectangleIndex="0"', 'rectangleIndex="7"', "the segment 7"),
    "a point that is none": ("0.5,0.1", "0.5;0.1", 'the edit point "0.5;0.1"'),
    "a point beyond all places": ("0.5,0.1", "1e308,0.1", 'the edit point "1e308,0.1"'),
}


@pytest.mark.parametrize(("there", "wrong", "what"), ODD.values(), ids=ODD)
def test_what_is_no_value_is_told_with_its_line(there: str, wrong: str, what: str) -> None:
    scheme = (
        '<c:connectScheme connectPolicy="direct" rectangleIndex="0"/>'
        '<c:editPoints>0.5,0.1</c:editPoints><c:line width="1.0" color="ff000000"/>'
    )
    content = diagram(
        *TWO,
        reaction("re1", "STATE_TRANSITION", ["s1@sa1"], ["s2@sa2"], drawn=scheme),
        model=(*TEMPLATES, *BOXES),
    )
    assert [it for it in read(content).findings if it.code == "SBM101"] == []
    assert there.encode() in content
    odd = content.replace(there.encode(), wrong.encode(), 1)
    (finding,) = [it for it in read(odd).findings if it.code == "SBM101"]
    assert what in finding.sentence
    assert finding.place.line
