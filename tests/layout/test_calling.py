"""A box shows a name wherever one is told, and its tip tells all that the box has no room for."""

from textwrap import dedent

import pytest

import pathport
from pathport.layout.engine import laid_out
from pathport.layout.picture import Glyph, Picture

HEAD = "pathport: 1\nid: a\ncompartments:\n  c: {name: cytosol, dimensions: 3}\n"


def picture(text: str) -> Picture:
    return laid_out(pathport.read((HEAD + dedent(text)).encode(), "yaml"))


def glyph(picture: Picture, thing: str) -> Glyph:
    return next(it for it in picture.glyphs if it.thing == thing)


@pytest.mark.parametrize(
    ("molecule", "species", "shown"),
    [
        ("ProteinReference1: {kind: protein, synonyms: [FGFR4]}", "", "FGFR4"),
        ("ProteinReference1: {kind: protein}", ", name: FGFR4", "FGFR4"),
        ("ProteinReference1: {kind: protein, synonyms: [b, FGFR4]}", ", name: FGFR4", "FGFR4"),
        ("ProteinReference1: {kind: protein}", "", "ProteinReference1"),
        ("P22455: {kind: protein}", ", name: FGFR4", "FGFR4"),
        ("FGFR4: {kind: protein, synonyms: [CD334]}", "", "FGFR4"),
        ("FGFR4: {kind: protein}", ", name: FGFR4 (membrane)", "FGFR4"),
        ("FGFR4: {kind: protein, name: receptor 4}", ", name: other", "receptor 4"),
    ],
)
def test_a_molecule_without_a_name_is_called_as_its_species_or_a_synonym(
    molecule: str, species: str, shown: str
) -> None:
    id_ = molecule.partition(":")[0]
    drawn = picture(
        f"""
        molecules:
          {molecule}
        species:
          s: {{is: "{id_}@c"{species}}}
        """
    )
    assert [it.text for it in glyph(drawn, "s").parts] == [shown]


ALIKE = """
molecules:
  E: {kind: protein}
  R: {kind: protein}
species:
  one: {is: "E:R@c", name: EGF_EGFR}
  two: {is: "E:R@c", name: (EGF_EGFR)2}
  other: {is: "E:R{active}@c", name: EGF_EGFR-P}
  bound: {is: "E@c", name: E-1}
  free: {is: "E@c", name: E-2}
processes:
  p: {is: "one -> two"}
"""


def test_complexes_of_the_same_parts_show_their_own_names() -> None:
    drawn = picture(ALIKE)
    shown = {it: [part.text for part in glyph(drawn, it).parts] for it in ("one", "two", "other")}
    assert shown["one"] == ["EGF_EGFR", "E", "R"]
    assert shown["two"] == ["(EGF_EGFR)2", "E", "R"]
    assert shown["other"] == ["E", "R"]


def test_the_same_molecules_show_the_names_of_their_species() -> None:
    drawn = picture(ALIKE)
    assert (glyph(drawn, "bound").text, glyph(drawn, "free").text) == ("E-1", "E-2")


def test_a_tip_tells_the_name_of_the_species() -> None:
    assert glyph(picture(ALIKE), "other").tip == "EGF_EGFR-P (E:R {active})"


def test_a_picture_of_named_complexes_is_drawn_again_from_its_layout() -> None:
    pathway = pathport.read((HEAD + ALIKE).encode(), "yaml")
    assert pathport.draw(pathport.placed(pathway)).svg == pathport.draw(pathway).svg


def test_a_family_that_a_format_draws_as_its_members_has_a_tip() -> None:
    text = """
        molecules:
          A: {kind: protein}
          F: {kind: family, members: [A]}
        processes:
          p: {is: "F@c -> F{active}@c"}
        """
    pathway = pathport.read((HEAD + dedent(text)).encode(), "yaml")
    assert pathport.write_bytes(pathway, "gpml").content
