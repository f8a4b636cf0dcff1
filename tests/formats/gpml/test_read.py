"""What a drawing means, construct by construct, and what of it is named as lost."""

import pytest
from tests.formats.gpml.samples import drawing, group, line, node, shape, state

from pathport.formats.gpml.read import read, read_apart, sniff
from pathport.model.enumerations import Activity, Effect, Kind, ProcessType, Relation
from pathport.model.parts import Fragment, Identifier, Modification, State
from pathport.model.pathway import Pathway
from pathport.model.things import Form


def meant(*elements: str, biopax: str = "") -> Pathway:
    return read(drawing(*elements, biopax=biopax)).pathway


def codes(*elements: str) -> list[str]:
    found = read(drawing(*elements)).findings
    return [it.code for it in found if not it.code.startswith("MDL")]


NODES = [node("na"), node("nb"), node("nc"), node("nd")]


def test_an_arrow_is_an_influence_whose_effect_is_not_told() -> None:
    pathway = meant(*NODES, line("x", "na", "nb", "Arrow"))
    assert pathway.processes == ()
    [control] = pathway.controls
    assert (control.id, control.target, control.effect) == ("x", "nb", Effect.MODULATION)
    assert control.sources.inputs == ("na",)


def test_arrowheads_tell_effects() -> None:
    heads = {
        "mim-stimulation": Effect.STIMULATION,
        "mim-necessary-stimulation": Effect.NECESSARY_STIMULATION,
        "mim-catalysis": Effect.CATALYSIS,
        "mim-inhibition": Effect.INHIBITION,
        "TBar": Effect.INHIBITION,
    }
    for head, effect in heads.items():
        [control] = meant(*NODES, line("x", "na", "nb", head)).controls
        assert control.effect is effect


def test_a_head_at_the_start_alone_turns_a_line_around() -> None:
    [control] = meant(*NODES, line("x", "na", "nb", tail="mim-inhibition")).controls
    assert (control.sources.inputs, control.target) == (("nb",), "na")


def test_a_head_of_a_process_makes_one() -> None:
    [process] = meant(*NODES, line("x", "na", "nb", "mim-conversion")).processes
    assert process.type is ProcessType.CONVERSION
    assert [it.species for it in process.inputs + process.outputs] == ["na", "nb"]


def test_lines_on_an_anchor_take_part_without_a_head_there_and_act_with_one() -> None:
    pathway = meant(
        *NODES,
        node("ne"),
        line("x", "na", "nb", "mim-conversion", anchor="k"),
        line("in", "nc", "k"),
        line("out", "k", "nd", "mim-conversion"),
        line("by", "ne", "k", "mim-catalysis"),
    )
    [process], [control] = pathway.processes, pathway.controls
    assert {it.species for it in process.inputs} == {"na", "nc"}
    assert {it.species for it in process.outputs} == {"nb", "nd"}
    assert (control.target, control.effect) == ("x", Effect.CATALYSIS)


def test_what_a_line_without_a_head_adds_is_an_input_however_it_was_drawn() -> None:
    joining = line("y", "k", "nc")
    main = line("x", "na", "nb", "mim-conversion", anchor="k")
    [process] = meant(*NODES, main, joining).processes
    assert {it.species for it in process.inputs} == {"na", "nc"}
    [found] = meant(*NODES, line("x", "na", "nb", anchor="k"), joining).associations
    assert {it.species for it in found.participants} == {"na", "nb", "nc"}


@pytest.mark.parametrize("head", ["mim-cleavage", "mim-modification"])
def test_a_change_is_a_process_between_states_of_one_thing_else_an_influence(head: str) -> None:
    changed = node("na", "A"), node("nb", "A"), state("nb", "P"), line("x", "na", "nb", head)
    assert len(meant(*changed).processes) == 1
    small = (node(id_, type_="Metabolite") for id_ in ("na", "nb"))
    assert len(meant(*small, line("x", "na", "nb", head)).processes) == 1
    joined = line("x", "na", "nb", head, anchor="k"), line("y", "nc", "k")
    assert len(meant(*NODES, *joined).processes) == 1
    told = read(drawing(*NODES, line("x", "na", "nb", head)))
    assert [it.effect for it in told.pathway.controls] == [Effect.MODULATION]
    assert [it.code for it in told.findings if head in it.sentence] == ["GPM101"]
    acting = line("x", "na", "nb", "mim-conversion", anchor="k"), line("y", "nc", "k", head)
    assert [it.target for it in meant(*NODES, *acting).controls] == ["x"]


def test_an_arrow_on_which_others_act_is_a_process() -> None:
    arrow = line("x", "na", "nb", "Arrow", anchor="k")
    pathway = meant(*NODES, arrow, line("by", "nc", "k", "mim-catalysis"))
    assert [it.type for it in pathway.processes] == [ProcessType.PROCESS]


def test_a_plain_line_is_an_association() -> None:
    plain = line("x", "na", "nb", anchor="k")
    [found] = meant(*NODES, plain, line("y", "nc", "k")).associations
    assert {it.species for it in found.participants} == {"na", "nb", "nc"}


def test_a_plain_line_that_a_product_leaves_is_a_binding() -> None:
    pathway = meant(
        node("na"), node("nb"), node("mc", "na", more='GroupRef="g"'),
        node("md", "nb", more='GroupRef="g"'), line("x", "na", "nb", anchor="k"),
        line("y", "k", "g", "mim-binding"), group("g"),
    )  # fmt: skip
    [process] = pathway.processes
    assert process.type is ProcessType.BINDING
    assert [it.species for it in process.outputs] == ["g"]
    [bound] = [it for it in pathway.species if it.form is Form.COMPLEX]
    assert len(bound.components) == 2


def test_a_control_on_a_control() -> None:
    inhibition = line("x", "na", "nb", "mim-inhibition", anchor="k")
    pathway = meant(*NODES, inhibition, line("y", "nc", "k", "mim-inhibition"))
    assert {it.id: it.target for it in pathway.controls} == {"x": "nb", "y": "x"}


def test_heads_at_both_ends_are_a_reversible_process_or_two_influences() -> None:
    both = line("x", "na", "nb", "mim-conversion", tail="mim-conversion")
    assert [it.reversible for it in meant(*NODES, both).processes] == [True]
    mutual = line("x", "na", "nb", "mim-inhibition", tail="mim-inhibition")
    assert {it.target for it in meant(*NODES, mutual).controls} == {"na", "nb"}


def test_a_gene_is_read_and_not_used_up() -> None:
    made = line("x", "na", "nb", "mim-transcription-translation")
    [process] = meant(node("na", type_="GeneProduct"), node("nb"), made).processes
    assert (process.type, process.template) == (ProcessType.GENETIC_PRODUCTION, "na")
    assert process.inputs == ()


def test_what_becomes_nothing_is_degraded() -> None:
    gone = shape("s", (400, 400, 20, 20)).replace("RoundedRectangle", "mim-degradation")
    [process] = meant(node("na"), line("x", "na", "s", "mim-conversion"), gone).processes
    assert (process.type, process.outputs) == (ProcessType.DEGRADATION, ())


def test_one_more_phosphate_is_a_phosphorylation() -> None:
    changed = line("x", "na", "nb", "mim-conversion")
    pathway = meant(node("na", "STAT3"), node("nb", "STAT3"), state("nb", "P"), changed)
    assert [it.type for it in pathway.processes] == [ProcessType.PHOSPHORYLATION]


def test_a_line_that_ends_nowhere_is_named_and_kept_as_drawing() -> None:
    loose = line("x", "na", "", "Arrow")
    assert codes(*NODES, loose) == ["GPM102"]
    [kept] = meant(*NODES, loose).layout.drawing
    assert (kept.id, kept.start.on if kept.start else "") == ("x", "na")
    assert codes(*NODES, line("y", "gone", "nb", "Arrow")) == ["GPM102"]


def test_what_joins_a_line_that_is_kept_is_kept_too() -> None:
    loose = line("x", "na", "", "Arrow", anchor="k")
    assert codes(*NODES, loose, line("y", "nb", "k", "mim-catalysis")) == ["GPM102", "GPM102"]


def test_a_line_on_a_member_or_a_state_acts_on_the_whole_and_keeps_what_it_touches() -> None:
    pathway = meant(
        node("na"), node("mb", more='GroupRef="g"'), node("mc", more='GroupRef="g"'),
        state("na", "P", id_="p"), line("x", "mb", "p", "mim-inhibition"), group("g"),
    )  # fmt: skip
    [control] = pathway.controls
    assert (control.sources.inputs, control.target) == (("g",), "na")
    [way] = pathway.layout.ways
    assert (way.start, way.end) == ("mb", "p")


# Species


def test_nodes_that_say_the_same_are_one_species_drawn_several_times() -> None:
    same = [node(it, "ATP", type_="Metabolite", xref="ChEBI CHEBI:15422") for it in ("ab1", "ab2")]
    pathway = meant(*same)
    [species] = pathway.species
    assert species.id == "ATP_ab1"
    assert {it.id for it in pathway.layout.boxes} == {"ab1", "ab2"}
    assert len(pathway.molecules) == 1


def test_nodes_that_are_kept_apart_are_a_species_each_of_one_molecule() -> None:
    same = [node(it, "ATP", type_="Metabolite", xref="ChEBI CHEBI:15422") for it in ("ab1", "ab2")]
    pathway = read_apart(drawing(*same)).pathway
    assert [len(pathway.species), len(pathway.molecules)] == [2, 1]
    assert {it.species for it in pathway.layout.boxes} == {it.id for it in pathway.species}


def test_nodes_with_a_line_between_them_or_another_state_are_not_one() -> None:
    joined = [node("ab1", "A"), node("ab2", "A"), line("x", "ab1", "ab2", "Arrow")]
    assert len(meant(*joined).species) == 2
    assert len(meant(node("ab1", "A"), node("ab2", "A"), state("ab2", "P")).species) == 2


def test_a_group_of_alternatives_is_a_set_and_one_with_a_name_a_family() -> None:
    members = [node("na", more='GroupRef="g"'), node("nb", more='GroupRef="g"')]
    [found] = [it for it in meant(*members, group("g", "Group")).species if it.id == "g"]
    assert (found.form, found.members) == (Form.SET, ("na", "nb"))
    pathway = meant(*members, group("g", "Group", label="AB"))
    [family] = [it for it in pathway.molecules if it.kind is Kind.FAMILY]
    assert (family.name, len(family.members)) == ("AB", 2)
    assert [it.molecule for it in pathway.species] == [family.id]


def test_equal_members_of_a_complex_add_up() -> None:
    twice = [node("ab1", "A", more='GroupRef="g"'), node("ab2", "A", more='GroupRef="g"')]
    [found] = meant(*twice, group("g")).species
    assert [it.count for it in found.components] == [2]


def test_an_empty_group_is_named() -> None:
    assert codes(node("na"), group("g")) == ["GPM101"]


def test_a_group_that_is_nothing_by_itself_is_named() -> None:
    members = [node("na", more='GroupRef="g"'), node("nb", more='GroupRef="g"')]
    assert codes(*members, group("g", "None")) == ["GPM101"]
    assert codes(*members, node("nc"), line("x", "nc", "g", "Arrow"), group("g", "None")) == []


def test_a_bound_nucleotide_is_a_component() -> None:
    [found] = meant(node("na", "RAS"), state("na", "GTP")).species
    assert (found.form, len(found.components)) == (Form.COMPLEX, 2)


def test_a_compartment_is_a_shape_that_encloses_by_its_middle() -> None:
    cell = shape("cell", (150, 150, 400, 400), component="Cell")
    nucleus = shape("nuc", (50, 50, 120, 90), component="Nucleus")
    other = shape("cyt", (150, 150, 300, 300), label="cytosol")
    pathway = meant(node("na"), node("nb"), cell, nucleus, other)
    places = {it.id: it for it in pathway.compartments}
    assert places.keys() == {"cell", "nuc", "cyt"}
    assert places["nuc"].identifiers == (Identifier(id="go:0005634"),)
    assert places["cyt"].identifiers == (Identifier(id="go:0005829"),)
    assert places["cyt"].inside == "cell"
    assert {it.id: it.compartment for it in pathway.species} == {"na": "nuc", "nb": "cyt"}
    assert meant(node("na"), shape("box", (50, 50, 90, 90), label="My box")).compartments == ()


def test_types_and_identifiers_tell_kinds() -> None:
    kinds = {
        node("na", type_="Metabolite"): Kind.SMALL_MOLECULE,
        node("na", type_="Rna"): Kind.RNA,
        node("na", type_="Pathway", xref="GeneOntology GO:0008283"): Kind.PHENOTYPE,
        node("na", type_="Pathway", xref="WikiPathways WP1"): Kind.PATHWAY,
        node("na", xref="InterPro IPR000355"): Kind.FAMILY,
    }
    for drawn, kind in kinds.items():
        assert [it.kind for it in meant(drawn).molecules] == [kind]


def test_databases_in_wikipathways_spelling() -> None:
    spelled = {
        "Uniprot-TrEMBL P61073": "uniprot:P61073",
        "HGNC CXCR4": "hgnc.symbol:CXCR4",
        "HGNC Accession number 2561": "hgnc:2561",
        "ChEBI 15422": "chebi:15422",
        "Enzyme Nomenclature 1.1.1.1": "ec:1.1.1.1",
    }
    for xref, curie in spelled.items():
        [molecule] = meant(node("na", xref=xref)).molecules
        assert molecule.identifiers == (Identifier(id=curie),)
    [molecule] = meant(node("na", xref="Rice Atlas Os1")).molecules
    assert [(it.database, it.id) for it in molecule.accessions] == [("Rice Atlas", "Os1")]


def test_states_tell_sites_by_text_or_comment() -> None:
    told = {
        ("P", ""): State(modifications=(Modification(kind="mod:00696"),)),
        ("S473", ""): State(modifications=(Modification(residue="S", position=473),)),
        ("pY", ""): State(modifications=(Modification(kind="mod:00048", residue="Y"),)),
        ("MeK1041", ""): State(
            modifications=(Modification(kind="mod:00663", residue="K", position=1041),)
        ),
        ("P", "parentid=P40763; position=tyr705; ptm=p; direction=u"): State(
            modifications=(Modification(kind="mod:00048", residue="Y", position=705),)
        ),
        ("active", ""): State(activity=Activity.ACTIVE),
        ("V600E", ""): State(variant="V600E"),
        ("22-93", ""): State(fragment=Fragment(begin=22, end=93)),
        ("deP", ""): State(modifications=(Modification(word="deP"),)),
    }
    for (label, comment), found in told.items():
        [species] = meant(node("na"), state("na", label, comment)).species
        assert species.state == found, label


def test_fields_of_a_site_without_a_place_are_its_note() -> None:
    comment = "parentid=P40763; parentsymbol=na; position=tyr705; ptm=p; direction=u"
    drawn = node("na", xref="Uniprot-TrEMBL P40763"), state("na", "P", comment)
    [molecule] = meant(*drawn).molecules
    assert [it.note for it in molecule.sites] == ["direction=u"]


# About


def test_literature_and_tags() -> None:
    biopax = (
        '<Biopax xmlns:bp="http://www.biopax.org/release/biopax-level3.owl#"'
        ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><bp:PublicationXref rdf:id="b1">'
        "<bp:ID>8752281</bp:ID><bp:DB>PubMed</bp:DB><bp:TITLE>T</bp:TITLE><bp:TITLE>T</bp:TITLE>"
        "<bp:SOURCE>Nature</bp:SOURCE><bp:YEAR>1996</bp:YEAR><bp:AUTHORS>Oberlin E</bp:AUTHORS>"
        "</bp:PublicationXref><bp:openControlledVocabulary><bp:TERM>t</bp:TERM>"
        "<bp:ID>PW:0000983</bp:ID><bp:Ontology>Pathway Ontology</bp:Ontology>"
        "</bp:openControlledVocabulary></Biopax>"
    )
    cited = node("na").replace("<Graphics", "<BiopaxRef>b1</BiopaxRef><Graphics")
    pathway = meant(cited, biopax=biopax)
    assert pathway.species[0].references == ("pubmed:8752281",)
    [publication] = pathway.publications
    assert (publication.title, publication.journal, publication.year) == ("T", "Nature", 1996)
    tag = Identifier(id="pw:0000983", relation=Relation.IS_VERSION_OF)
    assert pathway.identifiers == (tag,)
    assert pathway.organism == "ncbitaxon:9606"


def tagged(*terms: tuple[str, str, str]) -> list[tuple[int, str]]:
    """What is lost, with its line, of a pathway tagged with names, ids and ontologies of terms."""
    tags = "".join(
        f"\n<bp:openControlledVocabulary><bp:TERM>{name}</bp:TERM><bp:ID>{id_}</bp:ID>"
        f"<bp:Ontology>{ontology}</bp:Ontology></bp:openControlledVocabulary>"
        for name, id_, ontology in terms
    )
    space = "http://www.biopax.org/release/biopax-level3.owl#"
    content = drawing(node("na"), biopax=f'<Biopax xmlns:bp="{space}">{tags}</Biopax>')
    first = content.partition(b"<bp:open")[0].count(b"\n") + 1
    lost = [it for it in read(content).findings if it.code == "GPM101"]
    return [((it.place.line or 0) - first, it.sentence) for it in lost]


def test_a_name_that_no_vocabulary_has_is_named() -> None:
    told = tagged(("new", "PW:9999999", "Pathway Ontology"))
    assert told == [(0, 'lost in reading: the name "new" of pw:9999999')]


def test_a_second_name_of_a_term_is_named() -> None:
    """WP78 has two: the ontology's own changed, and the other is a synonym."""
    same = ("citric acid cycle pathway", "PW:0000026", "Pathway Ontology")
    told = tagged(same, ("TCA cycle", "PW:0000026", "Pathway Ontology"), same)
    assert told == [(1, 'lost in reading: the name "TCA cycle" of pw:0000026')]


def test_an_ontology_that_is_not_that_of_the_term_is_named() -> None:
    told = tagged(("adipocyte", "CL:0000136", "Cell Type"), ("adipocyte", "CL:0000136", "Disease"))
    assert told == [(1, 'lost in reading: the ontology "Disease" of cl:0000136')]


def test_a_version_of_wikipathways_tells_id_and_revision() -> None:
    content = drawing(node("na")).replace(b" Name=", b' Version="WP5382_r118456" Name=')
    pathway = read(content).pathway
    assert (pathway.id, pathway.version) == ("WP5382", "118456")
    assert pathway.identifiers == (Identifier(id="wikipathways:WP5382"),)


def test_what_is_not_understood_is_named_with_its_line() -> None:
    content = drawing(node("na", more='Strange="1"'))
    [found] = [it for it in read(content).findings if it.code == "GPM101"]
    assert 'Strange="1"' in found.sentence
    assert found.place.line == 1


def test_sniff() -> None:
    assert sniff(drawing())
    assert not sniff(b"<Pathway/>")
    assert not sniff(b"no XML")


def test_a_line_between_a_complex_and_a_part_of_it_is_kept_and_named() -> None:
    parts = [node(it, more='GroupRef="g"') for it in ("na", "nb")]
    drawn = {
        "association": [line("x", "na", "g", "mim-binding")],
        "dissociation": [line("x", "g", "na", "Arrow")],
        "joined": [line("x", "na", "nb", anchor="k"), line("y", "k", "g", "mim-binding")],
    }
    for lines in drawn.values():
        pathway = meant(*parts, *lines, group("g"))
        assert (pathway.processes, pathway.controls, pathway.associations) == ((), (), ())
        assert len(pathway.layout.drawing) == len(lines)
        assert codes(*parts, *lines, group("g")) == ["GPM102"] * len(lines)


def test_a_line_between_two_parts_of_a_complex_is_one_of_the_complex() -> None:
    parts = [node(it, more='GroupRef="g"') for it in ("na", "nb")]
    [control] = meant(*parts, line("x", "na", "nb", "mim-inhibition"), group("g")).controls
    assert control.sources.inputs == (control.target,)


def lost(*elements: str) -> list[str]:
    found = read(drawing(*elements)).findings
    return [it.sentence for it in found if it.code == "GPM101"]


def test_the_style_of_a_set_that_is_written_as_another_is_named() -> None:
    parts = [node(it, more='GroupRef="g"') for it in ("na", "nb")]
    said = 'lost in reading: the style "Pathway" of a group'
    for style, named in (("Pathway", [said]), ("None", []), ("Group", [])):
        on = line("x", "nc", "g", "mim-inhibition")
        assert lost(*parts, node("nc"), on, group("g", style)) == named


def test_the_type_of_a_state_is_named() -> None:
    typed = state("na", "P").replace("TextLabel", 'StateType="Old" TextLabel', 1)
    assert lost(node("na"), typed) == ['lost in reading: StateType="Old"']


def test_the_other_of_two_heads_of_a_process_is_named() -> None:
    heads = line("x", "na", "nb", "mim-conversion", tail="Arrow")
    [process] = meant(*NODES, heads).processes
    assert process.reversible
    assert lost(*NODES, heads) == ['lost in reading: the arrowhead "Arrow" beside "mim-conversion"']
    assert lost(*NODES, line("x", "na", "nb", "mim-conversion", tail="mim-conversion")) == []


@pytest.mark.parametrize("whole", ["", 'GroupRef="g"'])
def test_blanks_around_a_label_say_nothing(whole: str) -> None:
    """``CXCR4`` and ``CXCR4 `` were two molecules."""
    twice = (
        node(id_, "A", more=whole).replace('TextLabel="A"', f'TextLabel="{label}"')
        for id_, label in (("na", "CXCR4"), ("nb", "CXCR4 "))
    )
    found = read(drawing(*twice, *([group("g", label=" pair ")] if whole else []))).pathway
    assert [it.name for it in found.molecules] == ["CXCR4"]
    assert [it.name for it in found.species] == (["pair"] if whole else [None])
