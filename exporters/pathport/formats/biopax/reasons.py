"""Why facts of a kind may not be native in BioPAX Level 3 (`pathport.fidelity.reasons`).

These are sentences for people: no reader and no writer knows them.
"""

from pathport.fidelity.reasons import Reasons

__all__ = ["REASONS"]

TEXT = (
    "white space around a text is not kept, and the validator takes no `NULL`, `NIL`, `NONE`, "
    "`N/A`, `0` or `-1`"
)
RELATED = "the type of a RelationshipXref is a term of PSI-MI, which has terms for few relations"
ROLELESS = "controllers stand side by side; nothing says and, or, not"
SIDES = (
    "participantStoichiometry does not tell one side from the other, and a TemplateReaction or a "
    "plain Interaction has no coefficients and no sides"
)
DATES = "a Pathway has no authors and no dates"
PLACE = "a BioSource tells cells and tissues of an organism, not of a place"
STEPS = "a PathwayStep is of what the same Pathway has as a component"

MOLECULE = (
    "an EntityReference is of a molecule that species are made of; a complex by name, a family of "
    "several classes, a phenotype and a pathway have none"
)
SPECIES = (
    "a phenotype is a Pathway, and a set of several classes or of sets has no class of its own: "
    "they have no reference, place or members"
)
TEXTS = ("evidence", "notes", "synonyms")

REASONS: Reasons = {
    "* accessions": f"an Xref needs a database and an id; {RELATED}",
    "* certainty": "BioPAX has no property for how sure a statement is",
    "* data_sources": TEXT,
    "* evidence": f"a note on evidence is a comment: {TEXT}",
    "* identifiers": RELATED,
    "* name": TEXT,
    "* notes": f"{TEXT}; a comment that begins `pathport:` is a record",
    "* original_id": "an object is called by its URI, which is made from the id",
    "* synonyms": TEXT,
    "association participants": "participants of an Interaction have no coefficients",
    "compartment": (
        "a compartment is a CellularLocationVocabulary of what is in it: a term with a name, "
        "comments and unification, and not there where nothing is in it"
    ),
    "control mechanism": "the types of control name mechanisms of some effects only",
    "control sources.gates": ROLELESS,
    "control sources.inputs": ROLELESS,
    "control sources.logic": ROLELESS,
    "module order": STEPS,
    "molecule *": MOLECULE,
    **{f"molecule {field}": f"{MOLECULE}; {TEXT}" for field in ("name", *TEXTS)},
    "molecule data_sources": "an EntityReference has no dataSource",
    "molecule identifiers": f"{RELATED}; an entry is the unification of one object only",
    "molecule kind": "an ion is a SmallMolecule, a gene product a Protein; others have no class",
    "molecule members": "a memberEntityReference is a reference, with nothing of its own",
    "molecule organism": "the validator takes one organism for a pathway",
    "molecule roles": "few roles are a term of the Gene Ontology, and BioPAX has no other word",
    "molecule site_sets": (
        "the members of an EntityFeature are ModificationFeatures of its own reference; nothing "
        "says whether all or any are modified"
    ),
    "molecule sites": "a known site is a ModificationFeature, which tells its residue by its term",
    "pathway authors": DATES,
    "pathway created": DATES,
    "pathway figure": "no property is for the figure that a pathway was drawn from",
    "pathway layout": "BioPAX has no positions",
    "pathway licence": TEXT,
    "pathway modified": DATES,
    "pathway order": STEPS,
    "pathway publications": "a PublicationXref is there only of what is referred to",
    "pathway quantities": "BioPAX has no amounts, parameters, rates or events",
    "pathway version": "a Pathway has no version",
    "process inputs": SIDES,
    "process outputs": SIDES,
    "process reversible": "only a Conversion has a direction",
    "process spontaneous": "only a Conversion can be spontaneous",
    "process template": "only a TemplateReaction has a template",
    "species *": SPECIES,
    **{f"species {field}": f"{SPECIES}; {TEXT}" for field in ("name", "data_sources", *TEXTS)},
    "species cell_type": PLACE,
    "species components": "a part is an object of its own, whose features can't tell all its state",
    "species side": "no property is for the side of a membrane",
    "species state": (
        "features are of one reference: a modification tells its residue by its term and has one "
        "position, an exact one; what is no protein, nucleic acid or complex has none"
    ),
    "species tissue": PLACE,
}
