"""Names with CellDesigner's words for what it escapes, and back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pathport.formats.celldesigner.names import decoded, encoded


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
    assert decoded(spelled) == meant


@example("Ca_super_2_plus__endsuper_")
@example("_underscore_")
@example("_\nbr_")
@given(st.text(st.sampled_from("_\nabr") | st.characters()))
def test_every_name_comes_back(name: str) -> None:
    assert decoded(encoded(name)) == name
