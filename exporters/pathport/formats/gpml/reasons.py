"""Why facts of a kind may not be native in GPML (`pathport.fidelity.reasons`).

These are sentences for people: no reader and no writer knows them.
"""

from pathport.fidelity.reasons import Reasons

__all__ = ["REASONS"]

XREF = "a node or a line has one Xref, of what it is, is encoded by or encodes"
NAMELESS = "a line has no name"
JOINED = "each source is a line of its own; nothing says and, or, not"
SIDE = "a side of a process is drawn once, without coefficients"
SITE = "a State is a modification on a node, and knows nothing of where else it can be"

REASONS: Reasons = {
    "* accessions": XREF,
    "* certainty": "nothing drawn says how sure a statement is",
    "* data_sources": "only a Pathway has a Data-Source",
    "* evidence": "evidence is drawn as its reference alone",
    "* identifiers": XREF,
    "* original_id": "an element has one id",
    "* synonyms": "a node has one label, and a line none",
    "association *": "an association is a plain line between two; any other is not drawn",
    "association participants": "a line joins two, without coefficients",
    "association name": NAMELESS,
    "association type": "a plain line tells no type",
    "compartment *": "a compartment is a shape around what is in it, with a label and a term",
    "compartment identifiers": "a shape has one term, of a cellular component",
    "control *": (
        "a control is a line from its source to an anchor or a node; one without a source, or on "
        "what is not drawn, is not drawn"
    ),
    "control effect": "several effects share an arrowhead, and an Arrow tells none",
    "control mechanism": "an arrowhead tells no mechanism",
    "control name": NAMELESS,
    "control sources": JOINED,
    "module": "GPML has no named parts of a pathway",
    "molecule *": (
        "a molecule has no element: a node shows its name, its kind and one identifier, and "
        "nothing does where no species is of it"
    ),
    "molecule kind": "several kinds share a type of DataNode, and what is not drawn has none",
    "molecule site_sets": SITE,
    "molecule sites": SITE,
    "pathway authors": "an author is a name",
    "pathway created": "a Pathway has the date of its last change only",
    "pathway data_sources": "a Pathway has one Data-Source",
    "pathway figure": "no attribute is for the figure that a pathway was drawn from",
    "pathway id": "an id is kept where it is one of WikiPathways; else the title makes it",
    "pathway identifiers": (
        "a Pathway is tagged with terms of the Pathway, Disease and Cell Type Ontologies only"
    ),
    "pathway layout": (
        "positions are rounded, sizes and styles are those that PathVisio knows, and a shape or a "
        "line that means something is no free drawing"
    ),
    "pathway modified": "Last-Modified is a day and a time to the second",
    "pathway order": "lines have no order",
    "pathway organism": "an organism is the Latin name of a taxon",
    "pathway publications": "a publication is there where it is referred to, and has no address",
    "pathway quantities": "GPML has no quantities",
    "process *": (
        "a process is a line from an input to an output; one without the one or the other is not "
        "drawn"
    ),
    "process inputs": SIDE,
    "process name": NAMELESS,
    "process outputs": SIDE,
    "process spontaneous": "nothing drawn says whether a process is spontaneous",
    "process type": "several types share an arrowhead, and what is not drawn has none",
    "species *": (
        "a species is a node, or a group of nodes, and says what label, type, Xref and members "
        "can; those that say the same in one compartment are one"
    ),
    "species cell_type": "a place is a compartment, of no cell type or tissue",
    "species components": (
        "no group is in another one: parts of a part are drawn as parts of the whole, each a node "
        "with its States"
    ),
    "species compartment": "a node is in the compartment that is drawn around it",
    "species members": (
        "no group is in another one: for a member of a set that is a group itself a node stands in "
        "the set, and for one that is a set, or elsewhere, none"
    ),
    "species side": "a node is in a compartment, or not; GPML has no sides of a membrane",
    "species state": "a State tells a site and a kind of modification, or a short word",
    "species tissue": "a place is a compartment, of no cell type or tissue",
}
