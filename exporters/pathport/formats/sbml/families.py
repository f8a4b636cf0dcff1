"""The sboTerm of a family: that of its members, for SBO has no term of families for a species.

What a family is, a property says. Its members stand elsewhere in the file, or nowhere: then nothing
in the pathway says of which class they are, and the sboTerm is named as lost.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pathport.findings import Finding
from pathport.formats.sbml.losses import Losses
from pathport.formats.sbml.terms import KIND, SHAPE
from pathport.model.enumerations import Kind
from pathport.model.pathway import Pathway
from pathport.model.things import Molecule

__all__ = ["FamilyTerm", "family_terms", "term_of_kind", "untold"]


class FamilyTerm(NamedTuple):
    """The sboTerm that stands on the species of a family."""

    species: str
    term: str
    line: int


def term_of_kind(kind: Kind) -> str:
    """The sboTerm of a species whose molecule is of this kind."""
    return SHAPE.get(kind) or KIND.word(kind) or ""


def family_terms(molecules: Sequence[Molecule]) -> Mapping[str, str]:
    """By id of a family, the sboTerm that all of its members' species have."""
    terms = {it.id: term_of_kind(it.kind) for it in molecules}
    families = {it.id: it for it in molecules if it.kind is Kind.FAMILY}
    open_ = dict.fromkeys(families)

    def term(molecule: str) -> str:
        if molecule in open_:
            del open_[molecule]
            of_members = {term(member.molecule) for member in families[molecule].members}
            if len(of_members) == 1:
                terms[molecule] = of_members.pop()
        return terms.get(molecule, SHAPE[Kind.FAMILY])

    return {family: term(family) for family in families}


def untold(told: Sequence[FamilyTerm], pathway: Pathway, path: str) -> Iterator[Finding]:
    """The terms on families of which no member of this pathway says as much."""
    if not told:
        return
    terms = family_terms(pathway.molecules)
    of_species = {it.id: it.molecule for it in pathway.species}
    losses = Losses(path)
    for species, term, line in told:
        said = terms.get(of_species.get(species) or "", term)
        if said != term:
            what = f'sboTerm="{term}" of species (read as {Kind.FAMILY})'
            losses.count(what, line, f"species {species}")
    yield from losses.findings()
