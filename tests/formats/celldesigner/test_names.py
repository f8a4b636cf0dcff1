"""Names with CellDesigner's words for what it escapes, and back; residues by their names."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pathport.formats.celldesigner import names
from pathport.formats.celldesigner.names import read_name, written_name
from pathport.formats.celldesigner.residues import (
    site_named,
    sites_named,
    spelled_site,
    usual_angle,
)
from pathport.model.parts import Site


@pytest.mark.parametrize(
    ("spelled", "meant"),
    [
        ("IkB_alpha_", "IkBα"),
        ("Ca_super_2_plus__endsuper_", "Ca²⁺"),
        ("PI_sub_3_endsub_K", "PI₃K"),
        ("p53_br_active", "p53\nactive"),
        ("c_minus_Fos_slash_Jun", "c-Fos/Jun"),
        ("_Delta_F508", "ΔF508"),
        ("a_b", "a_b"),
    ],
)
def test_words_are_understood(spelled: str, meant: str) -> None:
    assert read_name(spelled) == meant


@example("Ca_super_2_plus__endsuper_")
@example("_underscore_")
@example("_\nbr_")
@given(st.text(st.sampled_from("_\nabr") | st.characters()))
def test_every_name_comes_back(name: str) -> None:
    assert read_name(written_name(name)) == name


@pytest.mark.parametrize(
    ("name", "site"),
    [
        ("Y705", Site(residue="Y", position=705)),
        ("Tyr15", Site(residue="Y", position=15)),
        ("pT308", Site(residue="T", position=308)),
        ("Ser 403", Site(residue="S", position=403)),
        ("Lys", Site(residue="K")),
        ("286", Site(position=286)),
        ("P402", Site(residue="P", position=402)),
        ("p402", Site(position=402)),
        ("pP402", Site(residue="P", position=402)),
        ("M12", Site(residue="M", position=12)),
        ("U57", Site(residue="U", position=57)),
        ("M", None),
        ("P", None),
        ("", None),
        ("NF", None),
        ("AKT_loop", None),
        ("B7", None),
        ("S0", None),
        ("S99999999999", None),
    ],
)
def test_sites_are_understood(name: str, site: Site | None) -> None:
    assert site_named(name) == site


def test_a_letter_may_be_the_state_of_what_is_phosphorylated() -> None:
    assert site_named("P402", phosphorylated=True) == Site(position=402)
    assert sites_named("P402") == {Site(residue="P", position=402), Site(position=402)}
    assert sites_named("T-loop") == set()


@pytest.mark.parametrize("name", ["Y705", "286", "P402", "Lys", "Pro"])
def test_sites_come_back(name: str) -> None:
    site = site_named(name)
    assert site is not None
    assert spelled_site(site) == name


def test_residues_are_spread_over_the_whole_outline() -> None:
    angles = [usual_angle(number, 8) for number in range(8)]
    assert len({round(it, 6) for it in angles}) == 8
    assert all(0 <= it < 6.283186 for it in angles)


def test_a_sign_has_the_word_of_its_name() -> None:
    """Greek letters by the names that Unicode gives them, which spells lambda in its own way."""
    greek = [chr(it) for it in (*range(0x391, 0x3AA), *range(0x3B1, 0x3CA)) if it not in (930, 962)]
    words = {it: unicodedata.name(it).replace("LAMDA", "LAMBDA").split()[-1] for it in greek}
    assert dict(names.SIGNS) == {
        "+": "plus",
        "-": "minus",
        "/": "slash",
        " ": "space",
        "\n": "br",
        **{it: word.lower() if it.islower() else word.capitalize() for it, word in words.items()},
    }
    assert names.SIGNS.key("underscore") == "_"
