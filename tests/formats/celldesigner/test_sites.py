"""Residues keep their names and stay apart, whatever they are called: read, and written again."""

import pytest
from tests.formats.celldesigner.sketches import (
    alias,
    complex_alias,
    diagram,
    included,
    modified,
    residue,
    species,
    template,
)
from tests.laws.strip import strip

from pathport.formats.celldesigner import read, write
from pathport.formats.yaml import read as read_document
from pathport.model.facts import facts
from pathport.model.parts import Modification, Site, SiteSet, State
from pathport.model.pathway import Pathway
from pathport.safety.xml import parse_xml

P, UB = "phosphorylated", "ubiquitinated"


def drawn(residues: str, *states: dict[str, str]) -> bytes:
    """A file of species of one protein, each with these states of its residues."""
    ids = [f"s{n}" for n in range(1, len(states) + 1)]
    return diagram(
        *(species(id_, state=modified(**it)) for id_, it in zip(ids, states, strict=True)),
        model=(template("pr1", residues=residues), *(alias(f"a{id_}", id_) for id_ in ids)),
    )


def states(pathway: Pathway) -> list[tuple[Modification, ...]]:
    return [it.state.modifications for it in pathway.species]


def residues_of(content: bytes) -> dict[str, tuple[str, dict[str, str]]]:
    """By id of a residue, its name, and by species what is on it."""
    root = parse_xml(content).getroot()
    own = {it.get("id"): it for it in root.iter("{*}modificationResidue")}
    on: dict[str, dict[str, str]] = {id_: {} for id_ in own}
    for element in root.iter("{*}species"):
        for it in element.iter("{*}modification"):
            on[it.get("residue")][element.get("id")] = it.get("state")
    return {id_: (it.get("name") or "", on[id_]) for id_, it in own.items()}


def unnumbered(content: bytes) -> list[tuple[str, dict[str, str]]]:
    return sorted(residues_of(content).values(), key=str)


@pytest.mark.parametrize(
    ("name", "shows"),
    [
        ("T-loop", Modification(site_set="T_loop")),
        ("S32, S36", Modification(site_set="S32_S36")),
        ("active", Modification(site_set="site_active")),
        ("p", Modification(site_set="site_p")),
        ("K_p", Modification(site_set="K_p")),
        ("Ser32", Modification(kind="mod:00046", residue="S", position=32)),
        ("pS32", Modification(kind="mod:00046", residue="S", position=32)),
        ("160", Modification(kind="mod:00696", position=160)),
    ],
)
def test_a_residue_keeps_its_name(name: str, shows: Modification) -> None:
    content = drawn(residue("rs1", name), {"rs1": P})
    pathway = read(content).pathway
    assert states(pathway) == [(shows,)]
    written = write(pathway)
    assert unnumbered(written.content) == [(name, {"s1": P})]
    assert not written.account.lost


@pytest.mark.parametrize(
    ("state", "residue_of"),
    [("hydroxylated", "P"), (UB, "P"), ("unknown", "P"), ("empty", "P"), (P, None)],
)
def test_the_p_of_a_residue_is_proline_where_nothing_is_phosphorylated(
    state: str, residue_of: str | None
) -> None:
    content = drawn(residue("rs1", "P402"), {"rs1": state})
    pathway = read(content).pathway
    ((shows,),) = states(pathway)
    assert (shows.residue, shows.position) == (residue_of, 402)
    assert unnumbered(write(pathway).content) == [("P402", {"s1": state})]


@pytest.mark.parametrize("state", ["hydP402", "acK12", "acM1", "meK", "pS", "ubK", "hydP"])
def test_a_letter_is_an_amino_acid_without_records_too(state: str) -> None:
    """``P`` was taken for the state, and a letter alone for a name."""
    document = f"""
pathport: 1
id: letters
molecules: {{M: {{kind: protein}}}}
processes: {{modified: {{is: 'M -> M{{{state}}}'}}}}
"""
    sent = read_document(document.encode()).pathway
    assert set(states(read(strip(write(sent).content)).pathway)) == set(states(sent))


def test_a_name_in_no_state_is_kept() -> None:
    pathway = read(drawn(residue("rs1", "T-loop") + residue("rs2", "Thr160"), {})).pathway
    (molecule,) = pathway.molecules
    assert molecule.sites == (Site(residue="T", position=160, note="Thr160"),)
    assert molecule.site_sets == (SiteSet(name="T_loop", sites=(Site(note="T-loop"),)),)
    assert unnumbered(write(pathway).content) == [("T-loop", {}), ("Thr160", {})]


@pytest.mark.parametrize(
    ("residues", "told"),
    [
        (("T-loop", "A-loop"), ({"rs1": P}, {"rs2": P})),
        (("T-loop", "T_loop"), ({"rs1": P}, {"rs2": P})),
        (("T-loop", "T-loop"), ({"rs1": P}, {"rs2": P})),
        (("S32", "Ser32"), ({"rs1": P, "rs2": P},)),
        (("S32", "S32"), ({"rs1": P}, {"rs2": UB})),
        (("", ""), ({"rs1": P}, {"rs2": P})),
        (("", ""), ({"rs1": P}, {"rs2": UB})),
        (("", ""), ({"rs1": P, "rs2": "empty"}, {"rs1": "empty", "rs2": P})),
        (("rs2", ""), ({"rs1": P}, {"rs2": P})),
        (("T-loop",), ({"rs1": P}, {"rs1": UB}, {"rs1": "empty"})),
    ],
)
def test_residues_stay_apart(residues: tuple[str, ...], told: tuple[dict[str, str], ...]) -> None:
    names = {f"rs{n}": name for n, name in enumerate(residues, start=1)}
    content = drawn("".join(residue(*it) for it in names.items()), *told)
    pathway = read(content).pathway
    written = write(pathway)
    assert unnumbered(written.content) == unnumbered(content)
    assert facts(read(written.content).pathway) == facts(pathway)
    assert not written.account.lost


def test_residues_without_names_that_no_species_tells_apart_are_counted() -> None:
    content = drawn(residue("rs1") + residue("rs2"), {"rs1": P}, {"rs1": P, "rs2": P})
    phospho = Modification(kind="mod:00696")
    assert states(read(content).pathway) == [
        (phospho,),
        (Modification(kind="mod:00696", count=2),),
    ]


@pytest.mark.parametrize("state", ['state=""', 'state=" "', ""])
def test_a_residue_without_a_state_is_dropped_alone(state: str) -> None:
    """It took the complex that it was in, and all boxes and ways, with it."""
    content = diagram(
        species("c1", "COMPLEX", "X", name="X"),
        model=(
            template("pr1", residues=residue("rs1", "S10", 0.5) + residue("rs2", "S20", 1.5)),
            included("s1", "c1", "PROTEIN", "pr1", state=modified(rs1=P, rs2="HERE")),
            complex_alias("csa1", "c1"),
            alias("sa1", "s1", inside="csa1"),
        ),
    ).replace(b'state="HERE"', state.encode())
    found = read(content)
    (lost,) = (it for it in found.findings if it.code == "SBM101")
    assert lost.place.subject == "species s1"
    assert '"rs2", which has no state' in lost.sentence
    assert "FID005" not in {it.code for it in found.findings}
    (part,) = found.pathway.species[0].components
    assert part.state.modifications == (Modification(kind="mod:00046", residue="S", position=10),)
    assert [it.id for it in found.pathway.layout.boxes] == ["csa1", "sa1"]


BLANK = '<c:listOfStructuralStates><c:structuralState structuralState="{}"/>'


@pytest.mark.parametrize("blank", [" ", "_space_"])
def test_blanks_are_no_structural_state_and_no_name_of_a_residue(blank: str) -> None:
    """Such a state took all boxes with it, for an empty text may be in any."""
    state = modified(rs1=P) + f"{BLANK.format(blank)}</c:listOfStructuralStates>"
    content = diagram(
        species("s1", state=state),
        model=(template("pr1", residues=residue("rs1", blank, 0.5)), alias("sa1", "s1")),
    )
    found = read(content)
    assert "FID005" not in {it.code for it in found.findings}
    assert found.pathway.species[0].state == State(modifications=(Modification(kind="mod:00696"),))
    assert len(found.pathway.layout.boxes) == 1
