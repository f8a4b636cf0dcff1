"""Which colour a part of a box has: that of the first of its roles that has one, or of its kind."""

from pathport.layout.picture import Part
from pathport.model.enumerations import Role

__all__ = ["fill_of"]

FILL_OF_ROLE = {
    Role.LIGAND: "k-ligand",
    Role.RECEPTOR: "k-receptor",
    Role.GPCR: "k-receptor",
    Role.ATYPICAL_RECEPTOR: "k-receptor",
    Role.RECEPTOR_KINASE: "k-receptor",
    Role.NUCLEAR_RECEPTOR: "k-receptor",
    Role.ION_CHANNEL: "k-receptor",
    Role.DRUG: "k-drug",
    Role.ANTIBODY: "k-drug",
    Role.KINASE: "k-kinase",
    Role.LIPID_KINASE: "k-kinase",
    Role.G_PROTEIN_SUBUNIT: "k-GTPase",
    Role.GTPASE: "k-GTPase",
    Role.STAT: "k-transcription-factor",
    Role.TRANSCRIPTION_FACTOR: "k-transcription-factor",
}
"""The class of a box by role."""


def fill_of(part: Part) -> str:
    """The class that colours a part."""
    for role in map(Role, part.roles):
        if role in FILL_OF_ROLE:
            return FILL_OF_ROLE[role]
    return "k-" + part.kind.replace(" ", "-")
