"""What the engine knows of the field: where compartments lie, what is a cofactor, what spans a
membrane. Terms are of GO (cellular components) and ChEBI, which tell it surely; names tell it
where a file gives none.
"""

import re
import unicodedata
from collections.abc import Iterable

from pathport.model.enumerations import Kind, Role
from pathport.model.parts import Identifier
from pathport.model.pathway import Pathway
from pathport.model.things import Molecule

__all__ = ["INTEGRAL", "OUTER", "PLACES", "SMALL", "Where", "cofactors_of", "is_cofactor"]


class Where:
    """How far inside a compartment lies, from the outside in."""

    OUTSIDE = 0
    MEMBRANE = 1
    CYTOSOL = 2
    ELSEWHERE = 3
    NUCLEUS = 4


PLACES = (
    (Where.OUTSIDE, {"go:0005576", "go:0005615"}, re.compile("extracellular|outside")),
    (Where.MEMBRANE, {"go:0005886"}, re.compile("(plasma|cell) membrane")),
    (Where.CYTOSOL, {"go:0005829", "go:0005737"}, re.compile("cytosol|cytoplasm|^cell$")),
    (Where.NUCLEUS, {"go:0005634", "go:0005654"}, re.compile("^nucle(us|oplasm)")),
)
"""A place, the GO terms of it, and its names in lower case."""

COFACTORS = frozenset(
    f"chebi:{number}"
    for number in (
        *(15422, 30616, 16761, 456216, 16027, 456215),  # ATP, ADP, AMP
        *(15996, 37565, 17552, 58189),  # GTP, GDP
        *(15377, 15378, 15379, 16526),  # water, hydron, dioxygen, carbon dioxide
        *(18367, 43474, 26078, 18361, 33019, 29888),  # phosphate, diphosphate
        *(15846, 57540, 16908, 57945, 18009, 58349, 16474, 57783),  # NAD and NADP, both forms
        *(15346, 57287, 15713, 46398, 17659, 58223),  # coenzyme A, UTP, UDP
    )
)
"""ChEBI's terms of what takes part in so many reactions that a line to each tells nothing."""
COFACTOR_NAMES = frozenset(
    {
        *("atp", "adp", "amp", "gtp", "gdp", "utp", "udp", "h2o", "water", "h+", "o2", "co2"),
        *("pi", "ppi", "phosphate", "diphosphate", "orthophosphate", "pyrophosphate"),
        *("nad", "nad+", "nadh", "nadp", "nadp+", "nadph", "coa"),
    }
)
"""What they are called where a file has no terms, in lower case, digits and signs on the line."""

SMALL = frozenset({Kind.SMALL_MOLECULE, Kind.ION})


def is_cofactor(molecule: Molecule, more: Iterable[Identifier] = ()) -> bool:
    """Whether it is one by its identifiers, with ``more`` that a species has, or by its name."""
    if molecule.kind not in SMALL:
        return False
    terms = {each.id for each in (*molecule.identifiers, *more) if each.is_of_bearer}
    name = unicodedata.normalize("NFKC", molecule.name or molecule.id).lower()
    return bool(terms & COFACTORS) or name in COFACTOR_NAMES


def cofactors_of(pathway: Pathway) -> frozenset[str]:
    """The species that are cofactors: ATP, water, diphosphate."""
    molecules = {it.id: it for it in pathway.molecules}
    return frozenset(
        it.id
        for it in pathway.species
        if (molecule := molecules.get(it.molecule or "")) is not None
        and is_cofactor(molecule, it.identifiers)
    )


INTEGRAL = frozenset(
    {
        Role.RECEPTOR,
        Role.GPCR,
        Role.ATYPICAL_RECEPTOR,
        Role.RECEPTOR_KINASE,
        Role.ION_CHANNEL,
        Role.TRANSPORTER,
        Role.CYCLASE,
    }
)
"""Roles of what spans a membrane, if it is in one."""
OUTER = frozenset({Role.LIGAND, Role.DRUG, Role.ANTIBODY})
"""Roles of what is bound from outside."""
