"""The colours of a picture: light and dark. Both are told apart in print and by the colour-blind.

Fills are pale and borders dark, so that a picture in black and white keeps its contrast; those of
roles differ in lightness as well as in hue. Hues of lines follow Okabe and Ito's palette
(https://jfly.uni-koeln.de/color/), made darker or lighter.
"""

from collections.abc import Mapping

import msgspec

__all__ = ["DARK", "LIGHT", "THEMES", "Theme"]


class Theme(msgspec.Struct, frozen=True, kw_only=True):
    """What colour each thing has."""

    paper: str
    ink: str
    faint: str
    """Of names of compartments, of the line inside a family, and of what is to be read last."""
    line: str
    """Of inputs and outputs."""
    effects: Mapping[str, str]
    fills: Mapping[str, str]
    """By kind of molecule, or by role where one has a colour of its own."""
    default: str
    mark: str
    active: str
    clone: str
    area: str
    area_line: str
    membrane: str
    """Of all that is at a membrane; what spans it lies in the bilayer."""
    bilayer: str
    membrane_line: str


LIGHT = Theme(
    paper="#ffffff",
    ink="#1c1c1c",
    faint="#5b626c",
    line="#4a4f57",
    effects={
        "catalysis": "#00694d",
        "stimulation": "#00694d",
        "necessary stimulation": "#00694d",
        "trigger": "#00694d",
        "inhibition": "#b0400a",
        "modulation": "#5b4a8a",
    },
    fills={
        "ligand": "#f3b074",
        "receptor": "#9ccff7",
        "drug": "#f7c8db",
        "kinase": "#d2efd8",
        "GTPase": "#e4daf4",
        "transcription factor": "#fdf8b5",
        "small molecule": "#ececec",
        "ion": "#ececec",
        "gene": "#ffffff",
        "phenotype": "#e3eef2",
        "pathway": "#e3eef2",
    },
    default="#f3f3ee",
    mark="#ffffff",
    active="#ffe08a",
    clone="#5b626c",
    area="#f7fafc",
    area_line="#9fb0c0",
    membrane="#faf6ee",
    bilayer="#efe6d6",
    membrane_line="#b89f72",
)

DARK = Theme(
    paper="#15181c",
    ink="#f0f0ee",
    faint="#b9c0c9",
    line="#b5bac2",
    effects={
        "catalysis": "#4fd0a5",
        "stimulation": "#4fd0a5",
        "necessary stimulation": "#4fd0a5",
        "trigger": "#4fd0a5",
        "inhibition": "#f28c52",
        "modulation": "#b8a6ea",
    },
    fills={
        "ligand": "#702f10",
        "receptor": "#0a5076",
        "drug": "#904463",
        "kinase": "#154129",
        "GTPase": "#584d83",
        "transcription factor": "#6b6811",
        "small molecule": "#3a3f45",
        "ion": "#3a3f45",
        "gene": "#15181c",
        "phenotype": "#26414a",
        "pathway": "#26414a",
    },
    default="#2f3236",
    mark="#15181c",
    active="#7a5f00",
    clone="#b9c0c9",
    area="#1b2127",
    area_line="#4c5b69",
    membrane="#1f1d19",
    bilayer="#2e291f",
    membrane_line="#8a7446",
)

THEMES = {"light": LIGHT, "dark": DARK}
