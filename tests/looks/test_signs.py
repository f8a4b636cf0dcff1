"""The signs of a picture, written a second time as SBGN's Process Description has them."""

import pytest

from pathport.looks import signs
from pathport.looks.themes import LIGHT
from pathport.model.enumerations import Effect, Kind, ProcessType, Role
from pathport.vocabulary import term

FILLS = {
    "ligand": "ligand",
    "receptor": "receptor, GPCR, atypical receptor, receptor kinase, nuclear receptor, ion channel",
    "drug": "drug, antibody",
    "kinase": "kinase, lipid kinase",
    "GTPase": "G protein subunit, GTPase",
    "transcription factor": "STAT, transcription factor",
}
"""By fill, the roles of what has it."""


def test_a_role_has_the_fill_of_its_like() -> None:
    fills = {Role(role): fill for fill, roles in FILLS.items() for role in roles.split(", ")}
    assert fills == signs.FILL_OF_ROLE
    assert set(signs.FILL_OF_ROLE.values()) <= LIGHT.fills.keys()


def test_an_outline_is_that_of_the_glyph_of_sbgn() -> None:
    """2.4: nucleic acid features, simple chemicals, complexes, unspecified entities; phenotypes."""
    assert signs.OUTLINES == {
        Kind.GENE: "gene",
        Kind.DNA: "gene",
        Kind.RNA: "slanted",
        Kind.SMALL_MOLECULE: "pill",
        Kind.ION: "pill",
        Kind.UNKNOWN: "pill",
        Kind.PHENOTYPE: "hexagon",
        Kind.PATHWAY: "hexagon",
        Kind.COMPLEX: "square",
    }
    assert {signs.outline_of(it) for it in Kind if it not in signs.OUTLINES} == {"macromolecule"}


LETTERS = {
    "phosphorylation": "P",
    "dephosphorylation": "–P",
    "ubiquitination": "U",
    "acetylation": "Ac",
    "methylation": "M",
    "glycosylation": "G",
    "palmitoylation": "L",
    "myristoylation": "L",
    "prenylation": "L",
    "sulfation": "S",
    "hydroxylation": "OH",
    "activation": "+",
    "inactivation": "–",
    "transport": "t",
    "cleavage": "c",
    "hydrolysis": "h",
    "degradation": "d",
    "transcription": "tc",
    "translation": "tl",
    "genetic production": "g",
    "omitted process": "//",
    "uncertain process": "?",
}


def test_a_square_has_the_letters_of_its_process() -> None:
    assert {ProcessType(name): letters for name, letters in LETTERS.items()} == signs.LETTERS


def test_circles_are_associations_and_dissociations_in_this_order() -> None:
    """A full one is an association (SBGN 2.8.4), two are a dissociation (2.8.5)."""
    assert signs.ROUND == (ProcessType.BINDING, ProcessType.DISSOCIATION)


def test_a_line_ends_as_the_arc_of_sbgn_of_its_name() -> None:
    """2.9: production, catalysis, stimulation, necessary stimulation, inhibition, modulation."""
    assert signs.HEADS == {
        "output": "full",
        Effect.CATALYSIS: "circle",
        Effect.STIMULATION: "open",
        Effect.NECESSARY_STIMULATION: "barred",
        Effect.TRIGGER: "barred",
        Effect.INHIBITION: "bar",
        Effect.MODULATION: "diamond",
    }


MODIFIED = {
    "2-pyrrolidone-5-carboxylic acid (Gln)": "pyrE",
    "N6-lipoyl-L-lysine": "lip",
    "O-phosphopantetheine-L-serine": "ppan",
    "carbamoylated residue": "carb",
    "deamidated residue": "deam",
    "formylated residue": "form",
    "crotonylated residue": "cr",
    "amidated residue": "NH2",
    "disulfide crosslinked residues": "S–S",
    "flavin modified residue": "flavin",
    "chlorinated residue": "Cl",
    "brominated residue": "Br",
    "iodinated residue": "I",
    "half cystine": "S–S",
    "carboxylated residue": "COOH",
    "protonated residue": "H+",
    "disulfide conjugated residue": "S–S",
    "biotinylated residue": "biotin",
    "N6-crotonyl-L-lysine": "cr",
    "N6-malonyl-L-lysine": "mal",
}


def test_a_modification_has_the_sign_of_its_name() -> None:
    named = {known.name: sign for it, sign in signs.MODIFIED.items() if (known := term(it))}
    assert named == MODIFIED


@pytest.mark.parametrize(
    ("kind", "sign"),
    [
        ("mod:01148", "ub"),  # the notation has it on lysine alone
        ("mod:00684", "deam"),  # deamidated L-asparagine
        ("mod:00961", "reduction of disulfide crosslink in cystine to two cysteines"),
        ("mod:99999", "mod:99999"),
    ],
)
def test_a_kind_of_modification_has_a_sign_or_else_its_name(kind: str, sign: str) -> None:
    assert signs.modified(kind) == sign
