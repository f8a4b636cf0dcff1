"""The check names each fault with its rule and place, all at once, in linear time."""

import random
import time

import msgspec
import pytest
from hypothesis import given
from tests.model.test_quantities import FAULTS as OF_QUANTITIES

from pathport.errors import FaultyError
from pathport.findings import Severity
from pathport.model import rules
from pathport.model.check import RULES, check, checked
from pathport.model.check_parts import date_is_legal
from pathport.model.circles import circles
from pathport.model.enumerations import Kind, Logic, Observation, Relation, Side
from pathport.model.layout import Box, Frame, Layout, Way
from pathport.model.parts import (
    Accession,
    Component,
    Evidence,
    Figure,
    Fragment,
    Gate,
    Identifier,
    Member,
    Modification,
    Participant,
    Publication,
    Site,
    SiteSet,
    State,
    Step,
)
from pathport.model.pathway import Pathway
from pathport.model.quantities import Amount, Parameter, Quantities
from pathport.model.things import (
    Association,
    Compartment,
    Control,
    Form,
    Module,
    Molecule,
    Process,
    Species,
)
from pathport.testing import pathways

PM = Compartment(id="pm")
A = Molecule(id="A", kind=Kind.PROTEIN, site_sets=(SiteSet(name="loop"),))
F = Molecule(id="F", kind=Kind.FAMILY, members=(Member(molecule="A"),))
S = Species(id="s", molecule="A", compartment="pm")
T = Species(id="t", molecule="F", compartment="pm")
E = Process(id="E", inputs=(Participant(species="s"),), outputs=(Participant(species="t"),))
C = Control(id="c", target="E", sources=Gate(inputs=("t",)))
NOT_BOTH = Gate(logic=Logic.NOT, inputs=("s", "t"))
SOUND = Pathway(
    id="p", compartments=(PM,), molecules=(A, F), species=(S, T), processes=(E,), controls=(C,)
)


def but(**changes: object) -> Pathway:
    """The sound pathway with more in its collections, and other fields."""
    known = {
        name: (*getattr(SOUND, name), *value)
        if isinstance(value, tuple) and name not in ("identifiers", "evidence", "references")
        else value
        for name, value in changes.items()
    }
    return msgspec.structs.replace(SOUND, **known)


def state(*modifications: Modification, **more: object) -> State:
    return State(modifications=modifications, **more)  # type: ignore[arg-type]


def species(*, outcome: bool = False, **fields: object) -> Pathway:
    told = {"id": "x", "molecule": "A", "compartment": "pm", **fields}
    molecules = (Molecule(id="O", kind=Kind.PHENOTYPE),) if outcome else ()
    return but(molecules=molecules, species=(Species(**told),))  # type: ignore[arg-type]


def component(**fields: object) -> Pathway:
    part = Component(**{"molecule": "A", **fields})  # type: ignore[arg-type]
    return species(molecule=None, form=Form.COMPLEX, components=(part,))


def nested(depth: int) -> Component:
    """A component with so many complexes inside each other in it."""
    found = Component(molecule="A")
    for number in range(depth):
        found = Component(name=f"c{number}", components=(found,))
    return found


def molecule(**fields: object) -> Pathway:
    told = {"id": "M", "members": (Member(molecule="A"),), **fields}
    user = Species(id="of_M", molecule="M", compartment="pm")
    return but(molecules=(Molecule(**told),), species=(user,))  # type: ignore[arg-type]


HAS_PART = Identifier(id="uniprot:P61073", relation=Relation.HAS_PART)

FAULTY = {
    "ID_FORM thing": (but(modules=(Module(id="1x"),)), "module 1x"),
    "ID_FORM reserved": (but(modules=(Module(id="Default"),)), "module Default"),
    "ID_FORM pathway": (but(id="a b"), "pathway id"),
    "ID_FORM component": (component(id="a b"), "species x components"),
    "ID_FORM parameter": (
        but(quantities=Quantities(parameters=(Parameter(id="1"),))),
        "pathway quantities.parameters 1",
    ),
    "ID_CLASH case": (but(modules=(Module(id="e"),)), "module e"),
    "ID_CLASH pathway": (but(modules=(Module(id="p"),)), "module p"),
    "ID_CLASH component": (component(id="S"), "species x components"),
    "ID_CLASH parameter": (
        but(quantities=Quantities(parameters=(Parameter(id="E"),))),
        "pathway quantities.parameters E",
    ),
    "DANGLING species": (
        but(
            associations=(
                Association(id="x", participants=(Participant(species="q", coefficient=2),)),
            )
        ),
        "association x participants.species q",
    ),
    "DANGLING step": (
        but(modules=(Module(id="m", order=(Step(before="E", after="q"),)),)),
        "module m order.after q",
    ),
    "DANGLING component": (component(molecule="q"), "species x components.molecule q"),
    "DANGLING amount": (
        but(quantities=Quantities(amounts=(Amount(species="q", amount=1.0),))),
        "pathway quantities.amounts.species q",
    ),
    "DANGLING box": (
        but(layout=Layout(ways=(Way(id="w", of="E", start="b"),))),
        "pathway layout.ways w",
    ),
    "ANOTHER_CONSTRUCT": (species(compartment="A"), "species x compartment A"),
    "CURIE_FORM": (but(references=("x",)), "pathway references"),
    "CURIE_PREFIX": (but(identifiers=(Identifier(id="qqqq:1"),)), "pathway identifiers"),
    "LOCAL_ID": (but(figure=Figure(reference="pubmed:x")), "pathway figure.reference"),
    "CURIE_SPELLING": (but(evidence=(Evidence(reference="PMID:1"),)), "pathway evidence"),
    "CURIE_RESOURCE organism": (but(organism="go:0005886"), "pathway organism"),
    "CURIE_RESOURCE cell type": (species(cell_type="go:0005886"), "species x cell_type"),
    "CURIE_RESOURCE code": (
        but(evidence=(Evidence(code="pubmed:1"),)),
        "pathway evidence",
    ),
    "OWN_CONSTRUCT": (but(identifiers=(Identifier(id="sbo:0000252"),)), "pathway identifiers"),
    "CHARACTERS forbidden": (but(name="a\x00"), "pathway name"),
    "CHARACTERS inside": (but(notes=("a", "b\ufffe")), "pathway notes"),
    "CHARACTERS empty": (but(modules=(Module(id="m", name="\u3000"),)), "module m name"),
    "NUMBER coefficient": (
        but(processes=(Process(id="x", inputs=(Participant(species="s", coefficient=0),)),)),
        "process x inputs s",
    ),
    "NUMBER infinite": (
        but(processes=(Process(id="x", inputs=(Participant(species="s", coefficient=1e999),)),)),
        "process x inputs s",
    ),
    "NUMBER count": (component(count=0), "species x components"),
    "NUMBER member": (molecule(members=(Member(molecule="A", count=0),)), "molecule M members A"),
    "NUMBER dimensions": (
        but(compartments=(Compartment(id="k", dimensions=4),)),
        "compartment k dimensions",
    ),
    "NUMBER size": (but(compartments=(Compartment(id="k", size=-1.0),)), "compartment k size"),
    "NUMBER layout": (but(layout=Layout(width=float("nan"))), "pathway layout.width"),
    "NUMBER year": (
        but(publications=(Publication(id="pubmed:1", year=0),)),
        "pathway publications",
    ),
    "POSITION": (
        species(state=state(Modification(position=0))),
        "species x state.modifications",
    ),
    "POSITION fragment": (
        species(state=State(fragment=Fragment(begin=3, end=2))),
        "species x state.fragment",
    ),
    "FORM single": (species(molecule=None), "species x form"),
    "FORM set": (species(molecule=None, form=Form.SET), "species x form"),
    "FORM both": (species(form=Form.SET, members=("s",)), "species x molecule"),
    "FORM side": (
        species(molecule="O", compartment=None, side=Side.INNER, outcome=True),
        "species x side",
    ),
    "FORM component": (component(components=(Component(molecule="A"),)), "species x components"),
    "SITE_SET": (
        species(state=state(Modification(site_set="loop", position=1))),
        "species x state.modifications",
    ),
    "SITE_SET_UNKNOWN": (
        species(state=state(Modification(site_set="lop"))),
        "species x state.modifications",
    ),
    "SITE_SET_UNKNOWN component": (
        component(state=state(Modification(site_set="lop"))),
        "species x components",
    ),
    "KIND": (species(state=state(Modification(kind="mod:1"))), "species x state.modifications"),
    "KIND_TWICE": (
        species(state=state(Modification(kind="mod:00696", word="a"))),
        "species x state.modifications",
    ),
    "NESTING": (component(molecule=None, components=(nested(40),)), "species x components"),
    "UNKNOWN_KIND": (
        species(state=state(Modification(word="stable"))),
        "species x state.modifications",
    ),
    "UNKNOWN_KIND of a site": (molecule(sites=(Site(word="stable"),)), "molecule M sites"),
    "NUMBER of a modification": (
        species(state=state(Modification(count=0))),
        "species x state.modifications",
    ),
    "RESIDUE": (molecule(sites=(Site(residue="B"),)), "molecule M sites"),
    "COMPONENT_STATE": (
        species(molecule=None, form=Form.COMPLEX, state=state(Modification(site_set="loop"))),
        "species x state.modifications",
    ),
    "SITE_SET_NAME": (molecule(site_sets=(SiteSet(name="pS12"),)), "molecule M site_sets pS12"),
    "SITE_MEMBER": (molecule(sites=(Site(molecule="F"),)), "molecule M sites"),
    "EVIDENCE": (but(evidence=(Evidence(observation=Observation.OBSERVED),)), "pathway evidence"),
    "CYCLE compartment": (
        but(compartments=(Compartment(id="k", inside="k"),)),
        "compartment k inside k",
    ),
    "CYCLE molecule": (molecule(members=(Member(molecule="M"),)), "molecule M members M"),
    "CYCLE set": (
        species(molecule=None, form=Form.SET, members=("x", "s")),
        "species x members x",
    ),
    "CYCLE control": (
        but(controls=(Control(id="k", target="k", sources=Gate(inputs=("s",))),)),
        "control k target k",
    ),
    "CYCLE module": (but(modules=(Module(id="m", members=("m",)),)), "module m members m"),
    "GATE": (
        but(controls=(Control(id="k", target="E", sources=NOT_BOTH),)),
        "control k sources",
    ),
    "TWICE site set": (
        molecule(site_sets=(SiteSet(name="x"), SiteSet(name="x", logic="any"))),  # type: ignore[arg-type]
        "molecule M site_sets x",
    ),
    "TWICE publication": (
        but(publications=(Publication(id="pubmed:1"), Publication(id="pubmed:1", year=2000))),
        "pathway publications pubmed:1",
    ),
    "TWICE box": (
        but(
            layout=Layout(
                boxes=tuple(
                    Box(id="b", species="s", x=x, y=0.0, width=1.0, height=1.0) for x in (0.0, 1.0)
                )
            )
        ),
        "pathway layout.boxes b",
    ),
    "DATE": (but(created="2026-13-01"), "pathway created"),
    "NO_COMPARTMENT": (species(compartment=None), "species x"),
    "NO_PARTICIPANTS": (but(processes=(Process(id="x"),)), "process x"),
    "NO_PARTICIPANTS association": (
        but(associations=(Association(id="x"),)),
        "association x participants",
    ),
    "NO_SOURCE": (but(controls=(Control(id="k", target="E"),)), "control k sources"),
    "NO_TARGET": (
        but(controls=(Control(id="k", sources=Gate(inputs=("s",))),)),
        "control k target",
    ),
    "ACCESSION": (
        but(accessions=(Accession(database="hgnc", id="2561"),)),
        "pathway accessions",
    ),
    "ACCESSION as a URI": (
        but(accessions=(Accession(id="urn:miriam:hgnc:2561"),)),
        "pathway accessions",
    ),
    "UNKNOWN_ENTRY": (
        but(accessions=(Accession(database="INOH", id="MI0025186"),)),
        "pathway accessions",
    ),
    "UNKNOWN_ENTRY as a URI": (but(accessions=(Accession(id="entry 7"),)), "pathway accessions"),
    "UNUSED": (but(molecules=(Molecule(id="M"),)), "molecule M"),
    "OWN_KEY parts of a complex": (
        species(molecule=None, form=Form.COMPLEX, identifiers=(HAS_PART,)),
        "species x identifiers",
    ),
    "OWN_KEY members": (
        molecule(kind=Kind.FAMILY, identifiers=(HAS_PART,)),
        "molecule M identifiers",
    ),
    "OWN_KEY parts of a part": (
        component(molecule=None, components=(Component(molecule="A"),), identifiers=(HAS_PART,)),
        "species x identifiers",
    ),
    "OWN_KEY state": (
        component(identifiers=(Identifier(id="mod:00696", relation=Relation.HAS_PROPERTY),)),
        "species x identifiers",
    ),
    "OWN_KEY cell type": (
        species(identifiers=(Identifier(id="cl:0000236", relation=Relation.IS_PART_OF),)),
        "species x identifiers",
    ),
    "UNKNOWN_LITERATURE": (but(references=("urn:miriam:uniprot:M",)), "pathway references"),
    "UNKNOWN_LITERATURE of a publication": (
        but(publications=(Publication(id="http://identifiers.org/pubmed/M"),)),
        "pathway publications",
    ),
}


def test_a_sound_pathway_has_no_fault() -> None:
    assert check(SOUND) == []
    assert checked(SOUND) is SOUND


@pytest.mark.parametrize(("label", "faults"), [(None, 0), ("a text", 0), ("", 0), (" ", 2)])
def test_a_box_or_frame_may_have_no_text(label: str | None, faults: int) -> None:
    extent = {"x": 0.0, "y": 0.0, "width": 1.0, "height": 1.0}
    box = Box(id="b", species=SOUND.species[0].id, label=label, **extent)
    frame = Frame(compartment=SOUND.compartments[0].id, label=label, **extent)
    drawn = msgspec.structs.replace(SOUND, layout=Layout(boxes=(box,), frames=(frame,)))
    assert [it.rule for it in check(drawn)] == [rules.CHARACTERS] * faults


@pytest.mark.parametrize("case", FAULTY)
def test_a_fault_has_its_rule_and_place(case: str) -> None:
    pathway, place = FAULTY[case]
    rule = getattr(rules, case.partition(" ")[0])
    found = [(fault.rule, str(fault.place)) for fault in check(pathway)]
    assert found == [(rule, place)]
    (fault,) = check(pathway)
    assert fault.sentence[0].islower() or not fault.sentence[0].isalpha()
    assert fault.remedy


def test_every_rule_has_a_case() -> None:
    cases = {getattr(rules, case.partition(" ")[0]).code for case in FAULTY}
    cases |= {rule.code for rule, _, _ in OF_QUANTITIES}
    assert cases == {rule.code for rule in RULES}


def test_codes_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted({*codes})


def test_a_phenotype_needs_no_place() -> None:
    outcome = Molecule(id="O", kind=Kind.PHENOTYPE)
    assert check(but(molecules=(outcome,), species=(Species(id="of_O", molecule="O"),))) == []


def test_a_site_of_a_nested_member_is_one_of_the_family() -> None:
    inner = Molecule(id="G", members=(Member(molecule="F"),), sites=(Site(molecule="A"),))
    user = Species(id="of_G", molecule="G", compartment="pm")
    assert check(but(molecules=(inner,), species=(user,))) == []


def test_half_a_character_is_named() -> None:
    (fault,) = check(but(name="a\ud800"))
    assert fault.rule is rules.CHARACTERS
    assert fault.finding().sentence.isprintable()


def test_checked_raises_with_all_errors_and_no_warnings() -> None:
    modules = (Module(id="1"), Module(id="m", members=("q",)))
    faulty = but(name=" ", modules=modules, processes=(Process(id="x"),))
    with pytest.raises(FaultyError) as caught:
        checked(faulty)
    assert {f.code for f in caught.value.findings} == {"MDL001", "MDL003", "MDL011"}
    assert {f.severity for f in caught.value.findings} == {Severity.ERROR}
    assert "module m members" in {f.place.subject for f in caught.value.findings}


def test_a_warning_does_not_stop_a_pathway() -> None:
    odd = but(processes=(Process(id="x"),))
    assert checked(odd) is odd


@given(pathway=pathways())
def test_drawn_pathways_have_no_error(pathway: Pathway) -> None:
    assert {fault.rule.severity for fault in check(pathway)} <= {Severity.WARNING, Severity.NOTE}


@pytest.mark.parametrize(
    ("text", "legal"),
    [
        ("2026", True),
        ("2026-11", True),
        ("2026-11-21", True),
        ("2026-11-21T10:30Z", True),
        ("2026-11-21T10:30:00.25+01:00", True),
        ("2026-02-29", False),
        ("2024-02-29", True),
        ("2026-11-21T10:30", False),
        ("2026-11-21 10:30Z", False),
        ("21.11.2026", False),
        ("2026-11-21T25:00Z", False),
        ("٢٠٢٦", False),
        ("", False),
    ],
)
def test_dates(text: str, legal: bool) -> None:
    assert date_is_legal(text) is legal


def test_circles_are_found_once_each() -> None:
    edges = {"a": ["b"], "b": ["c", "d"], "c": ["a"], "d": [], "e": ["e"], "f": ["a"]}
    assert [*circles(edges)] == [["a", "b", "c", "a"], ["e", "e"]]


def test_a_long_way_is_walked_without_recursion() -> None:
    edges = {str(n): [str(n + 1)] for n in range(100_000)}
    assert [*circles(edges)] == []


def test_the_time_is_linear() -> None:
    """Four times the faults take far less than sixteen times as long."""

    def seconds(size: int) -> float:
        names = [f"m{n}" for n in range(size)]
        random.Random(1).shuffle(names)
        wrong = tuple(
            Species(id=f"s{n}", molecule=f"{name}x", compartment="pm")
            for n, name in enumerate(names)
        )
        pathway = Pathway(
            id="p",
            compartments=(PM,),
            molecules=tuple(Molecule(id=name) for name in names),
            species=wrong,
        )
        start = time.process_time()
        assert len(check(pathway)) == 2 * size
        return time.process_time() - start

    seconds(1000)
    assert seconds(8000) < 10 * seconds(2000) + 0.5
