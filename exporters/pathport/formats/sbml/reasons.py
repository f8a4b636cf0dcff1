"""Why facts of a kind may not be native in SBML Level 3 Version 1 (`pathport.fidelity.reasons`).

These are sentences for people: no reader and no writer knows them.
"""

from pathport.fidelity.reasons import Reasons

__all__ = ["REASONS"]

MODIFIERS = "modifiers of a reaction stand side by side; nothing says and, or, not"
NAMED = "a name that repeats the id is not told from one that is missing"

REASONS: Reasons = {
    "* accessions": "an entry of a database has to be a URI, which no words and no version are",
    "* certainty": "SBML has no term for how sure a statement is",
    "* evidence": (
        "`bqbiol:isDescribedBy` names references and codes; it has no place for a note, nor for "
        "whether something was observed or inferred"
    ),
    "association *": "an SBML reaction has participants (rule 21101)",
    "compartment membrane_of": "no qualifier says what a compartment is the membrane of",
    "compartment name": NAMED,
    "compartment size": "a size of 1 stands where none is told, and a point has none",
    "compartment unit": "what has no dimensions has no unit, nor has what has no size",
    "control *": (
        "a control stands in the reaction that it acts on, or is an influence, a reaction of its "
        "own; one on another control, or without a source or a target, has no element"
    ),
    "control mechanism": "SBO has mechanisms of some effects only",
    "control sources.gates": MODIFIERS,
    "control sources.logic": MODIFIERS,
    "module members": "a group has members with elements only",
    "module name": NAMED,
    "module order": "the members of a group have no order",
    "molecule *": (
        "a molecule has no element: its species say what they can of it, and nothing does where "
        "it has none"
    ),
    "molecule members": "`hasPart` and `hasVersion` stand on the species, without counts or more",
    "molecule roles": "SBO has terms for few roles",
    "molecule site_sets": "SBML has no sites: a species' systematic name tells those of its state",
    "molecule sites": "SBML has no sites: a species' systematic name tells those of its state",
    "pathway figure": "no property is for the figure that a pathway was drawn from",
    "pathway layout": (
        "SBML's layout and render have rectangles, curves, texts and looks: no marks, no elbows, "
        "no free drawing; a line that nothing tells is drawn straight"
    ),
    "pathway name": NAMED,
    "pathway order": "reactions have no order",
    "pathway publications": "a reference is a URI; its title, journal and authors have no place",
    "pathway quantities": (
        "Level 3 Version 1 lacks functions and names of later versions (`max`, `rateOf`, the name "
        "of a rule), takes only some terms of SBO, and has no place for what is about a process "
        "without an element"
    ),
    "process *": "an SBML reaction has participants (rule 21101)",
    "species components": "a part of a complex is an entry in `hasPart`, with nothing of its own",
    "species identifiers": (
        "an identifier of a resource for molecules is read as the molecule's, `hasPart` as what a "
        "complex is made of"
    ),
    "species members": "the alternatives of a set are told of a set alone, not beside a molecule",
    "species name": NAMED,
    "species side": "no qualifier is for the side of a membrane",
    "species state": "the state stands in the systematic name, which a set does not have",
    "species synonyms": "alternative names on a species of one molecule are read as the molecule's",
}
