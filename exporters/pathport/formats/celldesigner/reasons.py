"""Why facts of a kind may not be native in CellDesigner, where it is not for the reason of SBML."""

from pathport.fidelity.reasons import Reasons
from pathport.formats.sbml.reasons import REASONS as BASE

__all__ = ["REASONS"]

NO_TEMPLATE = "a protein, gene or RNA has a name, a type, residues and notes, and nothing else"
INCLUDED = "a part of a complex has a name, notes with RDF and a state, and no other annotation"
GATES = "CellDesigner's gates join species, and no gates"
DRAWN = "the extension tells places, fills, widths of lines and sizes of text, and no other looks"
AS_PARTS = "a complex by name of whose members none has an identifier is drawn as one of parts"
WITHOUT = {
    "association": "CellDesigner has no lines without direction",
    "module": "CellDesigner has groups of boxes, and none of processes",
}
"""Constructs of which nothing is native."""

REASONS: Reasons = {
    **{kind: why for kind, why in BASE.items() if kind.partition(" ")[0] not in WITHOUT},
    **WITHOUT,
    "* certainty": "only species and some controls can be hypothetical, and nothing is known",
    "compartment name": "what has no name is drawn with its id",
    "control mechanism": "a mechanism is told with SBML's term of the effect, of some effects only",
    "control sources.gates": GATES,
    "control sources.logic": GATES,
    "control effect": "CellDesigner has no necessary stimulation",
    "molecule *": NO_TEMPLATE,
    "molecule kind": "CellDesigner has fewer classes: a gene product, a family and DNA are others",
    "molecule roles": "a protein is a receptor or ion channel or neither, a molecule a drug or not",
    "molecule members": f"a family is one symbol; {AS_PARTS}",
    "molecule site_sets": "a residue has a name and, somewhere, one state",
    "molecule sites": "a residue has a name, and is known only where something has it",
    "pathway layout": DRAWN,
    "pathway quantities": "of what is computed with only the amounts of species are written",
    "process inputs": "a process is drawn from something, or from nothing",
    "process template": "only genes and RNAs are read, by what makes RNA or a protein",
    "process spontaneous": "no term of a reaction says that it is spontaneous",
    "process type": "CellDesigner has nine types of reactions",
    "species components": INCLUDED,
    "species form": f"a set of species is drawn as one of them; {AS_PARTS}",
    "species identifiers": (
        "an identifier that all species of a molecule have is the molecule's, `hasPart` of a "
        "complex by name its members"
    ),
    "species name": "what has no name is drawn as its molecule or parts are called",
    "species state": "a residue has one of eleven states, a protein or complex a structure",
    "species molecule": AS_PARTS,
    "species members": "a set of species is drawn as one of them",
    "species side": "what is in no compartment is on no side",
}
"""What makes most of the account."""
