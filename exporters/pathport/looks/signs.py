"""The signs of a picture: outlines of boxes, heads of lines, letters of processes, fills of roles.

They follow SBGN Process Description 2.0 (glyphs of entity pools, processes and arcs) where it has
one. Names are those of shapes, which each drawing makes in its own way.
"""

from collections.abc import Iterable, Mapping

from pathport.model import modifications
from pathport.model.enumerations import Effect, Kind, ProcessType, Role
from pathport.vocabulary import nearest_meaning, term

__all__ = [
    "FILL_OF_ROLE",
    "HEADS",
    "LETTERS",
    "MODIFIED",
    "OUTLINES",
    "OUTPUT",
    "ROUND",
    "fill_of",
    "modified",
    "outline_of",
]

FILL_OF_ROLE: Mapping[Role, str] = {
    Role.LIGAND: "ligand",
    Role.RECEPTOR: "receptor",
    Role.GPCR: "receptor",
    Role.ATYPICAL_RECEPTOR: "receptor",
    Role.RECEPTOR_KINASE: "receptor",
    Role.NUCLEAR_RECEPTOR: "receptor",
    Role.ION_CHANNEL: "receptor",
    Role.DRUG: "drug",
    Role.ANTIBODY: "drug",
    Role.KINASE: "kinase",
    Role.LIPID_KINASE: "kinase",
    Role.G_PROTEIN_SUBUNIT: "GTPase",
    Role.GTPASE: "GTPase",
    Role.STAT: "transcription factor",
    Role.TRANSCRIPTION_FACTOR: "transcription factor",
}
"""By role, the fill of a theme that a box has."""

OUTLINES: Mapping[str, str] = {
    Kind.GENE: "gene",
    Kind.DNA: "gene",
    Kind.RNA: "slanted",
    Kind.SMALL_MOLECULE: "pill",
    Kind.ION: "pill",
    Kind.PHENOTYPE: "hexagon",
    Kind.PATHWAY: "hexagon",
    Kind.COMPLEX: "square",
    Kind.UNKNOWN: "pill",
}
"""The outline of a box by the kind of molecule; of all others it is that of a macromolecule."""

LETTERS: Mapping[str, str] = {
    ProcessType.PHOSPHORYLATION: "P",
    ProcessType.DEPHOSPHORYLATION: "–P",
    ProcessType.UBIQUITINATION: "U",
    ProcessType.ACETYLATION: "Ac",
    ProcessType.METHYLATION: "M",
    ProcessType.GLYCOSYLATION: "G",
    ProcessType.PALMITOYLATION: "L",
    ProcessType.MYRISTOYLATION: "L",
    ProcessType.PRENYLATION: "L",
    ProcessType.SULFATION: "S",
    ProcessType.HYDROXYLATION: "OH",
    ProcessType.ACTIVATION: "+",
    ProcessType.INACTIVATION: "–",
    ProcessType.TRANSPORT: "t",
    ProcessType.CLEAVAGE: "c",
    ProcessType.HYDROLYSIS: "h",
    ProcessType.DEGRADATION: "d",
    ProcessType.TRANSCRIPTION: "tc",
    ProcessType.TRANSLATION: "tl",
    ProcessType.GENETIC_PRODUCTION: "g",
    ProcessType.OMITTED: "//",
    ProcessType.UNCERTAIN: "?",
}
"""What stands in the square of a process, by its type."""

ROUND = (ProcessType.BINDING, ProcessType.DISSOCIATION)
"""Processes that are circles (SBGN 2.8): a binding a full one, a dissociation two."""

MODIFIED: Mapping[str, str] = {
    "mod:00040": "pyrE",
    "mod:00127": "lip",
    "mod:00159": "ppan",
    "mod:00398": "carb",
    "mod:00400": "deam",
    "mod:00493": "form",
    "mod:00576": "cr",
    "mod:00674": "NH2",
    "mod:00689": "S–S",
    "mod:00697": "flavin",
    "mod:00753": "Cl",
    "mod:00754": "Br",
    "mod:00755": "I",
    "mod:00798": "S–S",
    "mod:01152": "COOH",
    "mod:01699": "H+",
    "mod:01862": "S–S",
    "mod:01885": "biotin",
    "mod:01892": "cr",
    "mod:01893": "mal",
}
"""By PSI-MOD term, what marks a modification for which the notation has no word."""

OUTPUT = "output"
"""What the line of a product is called, which is no effect."""

HEADS: Mapping[str, str] = {
    OUTPUT: "full",
    Effect.CATALYSIS: "circle",
    Effect.STIMULATION: "open",
    Effect.NECESSARY_STIMULATION: "barred",
    Effect.TRIGGER: "barred",
    Effect.INHIBITION: "bar",
    Effect.MODULATION: "diamond",
}
"""The head of a line by what it does."""


def outline_of(kind: str) -> str:
    """The outline of what is of this kind."""
    return OUTLINES.get(kind, "macromolecule")


def modified(kind: str) -> str:
    """What marks a kind of modification: the notation's word for it or for the nearest term above
    it, a sign, or else what PSI-MOD calls it.
    """
    known = term(kind)
    name = known.name.removesuffix(" residue") if known else ""
    return nearest_meaning(_sign, kind) or name or kind


def _sign(kind: str) -> str | None:
    word = modifications.token(kind)
    return word[0] if word else MODIFIED.get(kind)


def fill_of(kind: str, roles: Iterable[str]) -> str:
    """The fill of a box: of the first of its roles that has one, or of its kind."""
    found = (FILL_OF_ROLE.get(Role(role)) for role in roles)
    return next(filter(None, found), kind)
