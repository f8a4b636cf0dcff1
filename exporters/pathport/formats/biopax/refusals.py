"""Why a file is refused as a whole: it is no BioPAX Level 3, but something that can be named.

The table knows nothing of how a file is read. What a file that was read breaks is in ``rules``.
Specification: RDF/XML Syntax (W3C, 2004), section 2.6, and ``biopax-level3.owl``.
"""

from pathport.findings import Severity
from pathport.formats.biopax.ontology import NAMESPACE
from pathport.rules import Rule

__all__ = ["NOT_RDF", "NO_BIOPAX", "OLD_LEVEL", "PLAIN_OWL", "RULES"]

NOT_RDF = Rule(
    code="BPX001",
    severity=Severity.ERROR,
    title="the file is not RDF/XML",
    remedy="give a BioPAX Level 3 file (.owl), whose root element is rdf:RDF or one object",
    source="RDF/XML Syntax, section 2.6",
)
NO_BIOPAX = Rule(
    code="BPX002",
    severity=Severity.ERROR,
    title="the RDF holds no BioPAX Level 3",
    remedy=f"give a file whose objects are in the namespace {NAMESPACE}",
    source="BioPAX Level 3 ontology",
)
OLD_LEVEL = Rule(
    code="BPX003",
    severity=Severity.ERROR,
    title="the file is BioPAX Level 2",
    remedy="convert it to Level 3 first, for example with the `toLevel3` command of Paxtools",
    source="BioPAX Level 3 ontology",
)
PLAIN_OWL = Rule(
    code="BPX004",
    severity=Severity.ERROR,
    title="the file is an OWL ontology without BioPAX objects",
    remedy="give a file with BioPAX Level 3 objects, such as bp:Pathway or bp:Protein",
    source="BioPAX Level 3 ontology",
)
RULES: tuple[Rule, ...] = (NOT_RDF, NO_BIOPAX, OLD_LEVEL, PLAIN_OWL)
