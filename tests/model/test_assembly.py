"""What is written becomes one pathway, the quick way and the full way alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathport.model.assembly import assemble
from pathport.model.assembly_species import SpeciesBook
from pathport.model.assembly_values import Values
from pathport.model.entries import Document, SpeciesEntry
from pathport.model.examine import document_of
from pathport.model.pathway import Pathway
from pathport.model.slips import Slips

SPECIES = ["A", "B@pm", "A:B@pm", "B:A@pm", "2*A@pm", "A{pS12}@pm", "own", "(A)@pm"]


def pathway_of(**sections: object) -> Pathway:
    tree = {
        "pathport": 1,
        "id": "p",
        "compartments": {"pm": None, "cyt": None},
        "molecules": {"A": {"site_sets": {"x": {"sites": "pS1"}}}, "B": None},
        **sections,
    }
    document, slips = document_of(tree)
    assert document is not None
    pathway, slips = assemble(document, slips=slips)
    assert [slip for slip in slips if slip.rule.severity == "error"] == []
    return pathway


sides = st.lists(
    st.tuples(st.sampled_from(["", "2 ", "0.5 "]), st.sampled_from(SPECIES)), max_size=4
).map(lambda terms: " + ".join(number + species for number, species in terms) or "0")


@given(texts=st.lists(st.tuples(sides, sides), min_size=1, max_size=4))
def test_the_quick_way_is_the_full_way(texts: list[tuple[str, str]]) -> None:
    found = []
    for blanks in (" ", "  "):  # two blanks are nothing for the quick way
        slips = Slips()
        book = SpeciesBook({"own": SpeciesEntry(is_="B@pm")}, Values(slips))
        book.read_entries()
        spelled = [f"{one} -> {other}".replace(" + ", f"{blanks}+ ") for one, other in texts]
        terms = [book.process(text, ("processes", "E")) for text in spelled]
        found.append((terms, book.spelled, slips.found, book.participating))
    assert found[0] == found[1]


def test_a_written_species_is_meant_by_its_notation() -> None:
    pathway = pathway_of(
        species={"own": {"is": "B:A@pm", "name": "x"}},
        processes={"E": {"is": "A:B@pm -> own"}},
    )
    assert [item.id for item in pathway.species] == ["own"]


def test_equal_components_and_inputs_add_up() -> None:
    pathway = pathway_of(processes={"E": {"is": "A@pm + A@pm -> A:A@pm"}})
    process = pathway.processes[0]
    assert (process.inputs[0].species, process.inputs[0].coefficient) == ("A_pm", 2)
    assert process.outputs[0].species == "x2_A_pm"


def test_derived_ids_avoid_all_that_are_written() -> None:
    pathway = pathway_of(
        species={"s": {"components": [{"is": "A", "id": "a_b_pm"}], "compartment": "pm"}},
        processes={"A_pm": {"is": "A@pm -> A:B@pm", "controls": {"by": "s", "effect": "trigger"}}},
        modules={"A_PM_trigger_s": None},
    )
    assert {item.id for item in pathway.species} == {"s", "A_pm_2", "A_B_pm_2"}
    assert pathway.controls[0].id == "A_pm_trigger_s_2"


def test_clashes_are_numbered_by_spelling() -> None:
    processes = {"E1": {"is": "A{pS1}@pm -> 0"}, "E2": {"is": "A:pS1@pm -> 0"}}
    molecules = {"A": None, "pS1": None}
    for order in (processes, dict(reversed(processes.items()))):
        pathway = pathway_of(molecules=molecules, processes=order)
        ids = {item.form: item.id for item in pathway.species}
        assert ids == {"complex": "A_pS1_pm", "single": "A_pS1_pm_2"}


def test_a_bare_molecule_is_told_from_its_species() -> None:
    pathway = pathway_of(influences={"i": {"on": "B", "by": "A@pm", "effect": "inhibition"}})
    assert pathway.controls[0].target == "B_2"


def test_curies_are_made_canonical() -> None:
    pathway = pathway_of(references="PMID:1", evidence="ECO:0000269 PubMed:2")
    assert pathway.references == ("pubmed:1",)
    assert pathway.evidence[0].reference == "pubmed:2"


def test_steps_may_be_chained() -> None:
    pathway = pathway_of(
        processes={f"E{n}": {"is": "A@pm -> B@pm"} for n in range(3)},
        modules={"m": {"order": "E0 -> E1->E2"}},
    )
    steps = [(step.before, step.after) for step in pathway.modules[0].order]
    assert steps == [("E0", "E1"), ("E1", "E2")]


def test_sites_of_members_may_be_listed_or_mapped() -> None:
    sets = [{"A": ["pS1", {"site": "pS2", "note": "x"}]}, [
        {"site": "pS1", "molecule": "A"},
        {"residue": "S", "position": 2, "kind": "MOD:00046", "molecule": "A", "note": "x"},
    ]]  # fmt: skip
    found = [
        pathway_of(
            molecules={"A": None, "F": {"members": "A", "site_sets": {"s": {"sites": sites}}}}
        )
        for sites in sets
    ]
    assert found[0] == found[1]


@pytest.mark.parametrize("tree", [None, [], "x", 1])
def test_what_is_no_mapping_is_no_document(tree: object) -> None:
    document, slips = document_of(tree)
    assert document is None
    assert len(slips) == 1


def test_a_sound_tree_is_a_document_at_once() -> None:
    document, slips = document_of({"pathport": 1, "id": "x"})
    assert (document, slips) == (Document(pathport=1, id="x"), [])


def test_nothing_known_needs_no_quotes() -> None:
    def of(zero: object) -> Pathway:
        return pathway_of(
            controls={"c": {"of": zero, "by": "A@pm", "effect": "trigger"}},
            influences={"i": {"on": "A@pm", "by": zero, "effect": "trigger"}},
        )

    assert of(0) == of("0")
