"""The state of a species in a diagram: what its class can say, and what it can't."""

import re

import pytest
from lxml import etree
from tests.laws.strip import strip

from pathport.formats.celldesigner import read, write
from pathport.formats.celldesigner.rules import breaches
from pathport.formats.celldesigner.states import structural_state, structural_text
from pathport.formats.celldesigner.terms import CELLDESIGNER
from pathport.formats.yaml import read as read_document
from pathport.model.notation import spell_species
from pathport.model.parts import Modification, State
from pathport.model.pathway import Pathway

OWN = f"{{{CELLDESIGNER}}}"

STRUCTURED = """
pathport: 1
id: bent
molecules: {{M: {{{kind}}}}}
processes: {{unbend: {{is: 'M{{structure(bent)}} -> M'}}}}
"""
WITHOUT = (
    "kind: small molecule",
    "kind: small molecule, roles: drug",
    "kind: ion",
    "kind: gene",
    "kind: RNA",
    "kind: phenotype",
    "kind: unknown",
)
"""What is drawn as a class that has no structural states."""


def pathway(document: str) -> Pathway:
    return read_document(document.encode()).pathway


def codes(content: bytes) -> list[str]:
    return [it.rule.code for it in breaches(etree.fromstring(content))]


def structures(content: bytes) -> list[str | None]:
    found = etree.fromstring(content).iter(f"{OWN}listOfStructuralStates")
    return [it.get("structuralState") for listed in found for it in listed]


@pytest.mark.parametrize("kind", WITHOUT)
def test_a_class_without_structural_states_is_written_with_none(kind: str) -> None:
    """Readers of CellDesigner's files fail on it."""
    sent = pathway(STRUCTURED.format(kind=kind))
    content = write(sent).content
    assert structures(content) == []
    assert f"{OWN}structuralState" not in {it.tag for it in etree.fromstring(content).iter()}
    assert codes(content) == []
    assert read(content).pathway.species == sent.species


@pytest.mark.parametrize("kind", ["protein", "complex", "family", "gene product"])
def test_a_protein_and_a_complex_are_written_with_theirs(kind: str) -> None:
    sent = pathway(STRUCTURED.format(kind=f"kind: {kind}"))
    assert structures(write(sent).content) == ["bent"]
    found = read(strip(write(sent).content)).pathway
    assert sorted(it.state.structure or "" for it in found.species) == ["", "bent"]


def test_a_structural_state_that_a_class_has_not_is_told_and_read() -> None:
    content = strip(write(pathway(STRUCTURED.format(kind="kind: ion"))).content)
    state = (
        b"<celldesigner:state><celldesigner:listOfStructuralStates><celldesigner:structuralState "
        b'structuralState="bent"/></celldesigner:listOfStructuralStates></celldesigner:state>'
    )
    content = content.replace(
        b"</celldesigner:speciesIdentity>", state + b"</celldesigner:speciesIdentity>", 1
    )
    assert codes(content) == ["CDX263"]
    assert sorted(it.state.structure or "" for it in read(content).pathway.species) == ["", "bent"]


TOLD = """
pathport: 1
id: told
molecules:
  BRAF: {kind: protein}
  E: {kind: protein}
  N: {kind: complex}
processes:
  mutant: {is: 'BRAF -> BRAF{variant(V600E)}'}
  lacking: {is: 'BRAF{variant(delG469),pS12} -> BRAF{variant(delG469)}'}
  whole: {is: 'E:BRAF -> (E:BRAF){p}'}
  named: {is: 'N -> N{me}'}
  mixed: {is: 'E:BRAF{variant(V600E)} -> 2*BRAF{variant(V600E)}'}
"""
"""States that a protein or complex has no other construct for."""


def test_what_has_no_construct_is_told_as_the_structural_state() -> None:
    """All were as wild type, and so the same to every reader."""
    sent = pathway(TOLD)
    written = write(sent)
    assert set(structures(written.content)) == {
        *("V600E", "variant: delG469", "phosphorylated", "methylated"),
    }
    native = {it.id: it.state for it in read(strip(written.content)).pathway.species}
    assert native == {it.id: it.state for it in sent.species}
    assert read(written.content).pathway.species == sent.species


def test_a_variant_that_was_edited_is_the_new_one_and_one_that_was_removed_is_none() -> None:
    sent = pathway(TOLD)
    content = write(sent).content
    edited = read(content.replace(b'"V600E"', b'"V600K"')).pathway
    assert {it.state.variant for it in edited.species} == {None, "delG469", "V600K"}
    removed = re.sub(rb"<celldesigner:structuralState structuralState=[^>]*>\s*", b"", content)
    assert all(it.state.variant is None for it in read(removed).pathway.species)


@pytest.mark.parametrize(
    ("text", "of_class", "said"),
    [
        ("open", "PROTEIN", State(structure="open")),
        ("G12D", "PROTEIN", State(variant="G12D")),
        ("p.Q61*", "COMPLEX", State(variant="p.Q61*")),
        ("variant: delF508", "PROTEIN", State(variant="delF508")),
        ("phosphorylated", "PROTEIN", State(structure="phosphorylated")),
        ("phosphorylated", "COMPLEX", State(modifications=(Modification(kind="mod:00696"),))),
        ("B7", "PROTEIN", State(structure="B7")),
        ("variant: ", "PROTEIN", State(structure="variant: ")),
    ],
)
def test_a_structural_state_is_what_it_looks_like(text: str, of_class: str, said: State) -> None:
    assert structural_state(text, of_class) == said
    assert structural_text(said, of_class) == text


EDITED = """
pathport: 1
id: edited
compartments: {{c: {{name: cell}}}}
molecules: {{A: {{kind: protein}}, B: {{kind: protein}}}}
species: {{S: {{is: '{species}@c'}}}}
processes: {{r: {{is: 'S -> 0'}}}}
"""


@pytest.mark.parametrize(
    ("species", "gone", "closed"),
    [
        ("2*A{structure(open)}", "2*A", "2*A{structure(closed)}"),
        ("(2*A){structure(open)}", "2*A", "(2*A){structure(closed)}"),
        ("A{structure(open)}", "A", "A{structure(closed)}"),
        ("A{variant(K2R)}", "A", "A{structure(closed)}"),
        ("(A:B){ac}", "A:B", "(A:B){structure(closed)}"),
    ],
)
def test_a_structural_state_that_is_edited_wins(species: str, gone: str, closed: str) -> None:
    """That of several of one protein was told in two records, of which one stayed."""
    content = write(pathway(EDITED.format(species=species))).content
    (state,) = structures(content)
    said = f'structuralState="{state}"'.encode()
    without = re.sub(rb"<celldesigner:structuralState %s/>\n" % said, b"", content)
    assert without != content
    assert _first(read(without).pathway) == _first(pathway(EDITED.format(species=gone)))
    changed = content.replace(said, b'structuralState="closed"')
    assert _first(read(changed).pathway) == _first(pathway(EDITED.format(species=closed)))


@pytest.mark.parametrize("species", ["A{structure(K2R)}", "(A:B){structure(acetylated)}"])
def test_a_structure_that_would_be_read_as_something_else_is_carried(species: str) -> None:
    sent = pathway(EDITED.format(species=species))
    content = write(sent).content
    assert structures(content) == []
    assert read(content).pathway == sent


def _first(pathway_: Pathway) -> str:
    return spell_species(pathway_.species[0])


def test_a_structure_goes_before_what_else_its_text_may_tell() -> None:
    both = State(structure="open", variant="V600E")
    assert structural_text(both, "PROTEIN") == "open"
    assert structural_text(both, "GENE") is None
    several = tuple(Modification(kind="mod:00696", position=it) for it in (1, 2))
    assert structural_text(State(modifications=several), "COMPLEX") is None
    (alone, _) = several
    assert structural_text(State(modifications=(alone,)), "PROTEIN") is None


ALIKE = """
pathport: 1
id: alike
compartments: {c: {name: cell}, o: {name: other}}
molecules:
  M: {kind: protein}
  E: {kind: protein}
  glc: {kind: small molecule}
  G: {kind: gene}
  D: {kind: small molecule, roles: drug}
species:
  known: {is: 'glc{me}@c', name: methylated sugar}
processes:
  sugar: {is: 'glc@c -> glc{p#3}@c'}
  alone: {is: 'glc{p}@o -> G{variant(A1B)}@o'}
  other: {is: 'M{sumoK10}@c -> M{neddK10}@c'}
  within: {is: 'M{sumoK10}:E@c -> M{neddK10}:E@c'}
  several: {is: 'M:E@c -> (M:E){p#1,p#2}@c'}
  bent: {is: 'D@c -> D{structure(bent)}@c'}
  resting: {is: 'M@c -> M{inactive}@c'}
  acting: {is: 'M{inactive}@c -> M{active}@c'}
"""


def named(content: bytes) -> list[str]:
    """The names of free species."""
    found = etree.fromstring(content).iter("{*}species")
    return sorted(it.get("name") or "" for it in found if it.get("compartment"))


def test_species_that_would_be_one_have_names_that_tell_their_states() -> None:
    sent = pathway(ALIKE)
    content = write(sent).content
    assert named(content) == [
        *("D", "D (bent)", "E:M", "E:M (M neddK10)", "E:M (M sumoK10)"),
        *("E:M (phosphorylated 1, phosphorylated 2)", "G", "M", "M", "M (inactive)"),
        *("M (neddK10)", "M (sumoK10)", "glc", "glc", "glc (phosphorylated 3)", "methylated sugar"),
    ]
    assert read(content).pathway.species == sent.species


def test_a_name_that_tells_a_state_is_none_of_the_pathway_unless_it_is_edited() -> None:
    sent = pathway(ALIKE)
    content = write(sent).content
    assert {it.name for it in read(content).pathway.species} == {None, "methylated sugar"}
    edited = content.replace(b'name="glc (phosphorylated 3)"', b'name="glc-3-P"')
    assert edited != content
    assert "glc-3-P" in {it.name for it in read(edited).pathway.species}
    alone = read(strip(content)).pathway
    assert "glc (phosphorylated 3)" in {it.name for it in alone.species}
