"""What makes a BioPAX Level 3 file valid: every rule, applied to the graph of a file.

The table of rules is ``codes``, and ``refusals`` for files that are none; how each is applied is in
``rules_*.py``. All of them together take time linear in the file. Nothing is known here of the
canonical model. Sources: ``biopax-level3.owl`` and BioPAX/validator, as each rule cites.
"""

from collections.abc import Callable, Iterator

from pathport.findings import Finding
from pathport.formats.biopax import (
    codes,
    losses,
    neighbour_rules,
    refusals,
    rules_entities,
    rules_objects,
    rules_ontology,
    rules_processes,
    rules_terms,
    rules_xrefs,
)
from pathport.formats.biopax.graph import Graph
from pathport.formats.biopax.objects import Objects
from pathport.rules import Rule

__all__ = ["RULES", "TOLERATED", "check"]

RULES: tuple[Rule, ...] = (
    *refusals.RULES,
    *codes.RULES,
    *losses.RULES,
    *neighbour_rules.RULES,
)
"""Every rule of the format, by code; the last are of what is lost in reading, and of models."""

TOLERATED: dict[str, str] = {
    codes.COMPLEX_IN_COMPLEX.code: "the pathway has a complex inside a complex, and would not come"
    " back from a flat one",
    codes.COMPLEX_OF_NOTHING.code: "the pathway has a complex whose parts are not known",
    codes.COMPONENT_ELSEWHERE.code: "a ligand from outside is bound to a receptor in the membrane",
    codes.DB_SPELLING.code: "an entry is kept in the words of the file that it was read from",
    codes.EVIDENCE_IN_ECO.code: "curators say evidence in ECO, and not every code has one in MI",
    codes.NOT_SPECIFIC.code: "BioPAX has no class below for a plain control, an association with"
    " a phenotype, an activity, or a thing of unknown kind",
    codes.ILLEGAL_CONVERSION.code: "the pathway makes one molecule of another, or of nothing, and"
    " no class of BioPAX would say so without the validator's remark",
    codes.NO_FAMILY_IDENTITY.code: "no resource has every family that a pathway speaks of",
    codes.NO_IDENTITY.code: "the pathway lacks the identifier",
    codes.NO_ORGANISM.code: "the pathway lacks the organism",
    codes.ID_FORMAT.code: "an entry is kept in the words of the file that it was read from",
    codes.ONTOLOGY_TERM_MISSING.code: "the pathway lacks the term",
    codes.TERM_UNKNOWN.code: "the pathway lacks the term",
    codes.SAME_STATE_RECORDED.code: "the two differ in what BioPAX can't say, and comments record",
    codes.SEVERAL_LOCATIONS.code: "signals cross membranes: receptors bind what is outside",
    codes.SITE_WITHOUT_POSITION.code: "the pathway knows a modification and not its site",
    codes.STEPS_APART.code: "a signal passes from a process to its control, not to a participant",
    codes.UNKNOWN_DB.code: "an entry is kept in the words of the file that it was read from",
}
"""The warnings that an export may have, by code, each with the reason; no other one, no error."""

Check = Callable[[Objects], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    *rules_ontology.CHECKS,
    *rules_objects.CHECKS,
    *rules_xrefs.CHECKS,
    *rules_terms.CHECKS,
    *rules_entities.CHECKS,
    *rules_processes.CHECKS,
)


def check(graph: Graph, *, path: str = "") -> list[Finding]:
    """What is wrong with a file, in file order; ``path`` is what findings call it, else its own."""
    objects = Objects(graph, path)
    number = {uri: place for place, uri in enumerate(graph.nodes)}
    found = [finding for each in CHECKS for finding in each(objects)]
    return sorted(
        found,
        key=lambda it: (number.get(it.place.subject, -1), it.place.line, it.code, it.sentence),
    )
