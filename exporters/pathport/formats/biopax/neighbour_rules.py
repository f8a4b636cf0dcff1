"""What a model of pybiopax's may be, to be read, and what pybiopax and its own writer can't hold.

The table knows nothing of how a model is read or made. What the objects of a model say and a
pathway has no place for is in ``losses``, as it is for files.
"""

from pathport.findings import Severity
from pathport.rules import Rule

__all__ = ["EMPTY", "NO_OBJECT", "NO_PLACE", "NO_VALUE", "RULES", "SEVERAL", "UNWRITTEN"]

EMPTY = Rule(
    code="BPX301",
    severity=Severity.ERROR,
    title="a model has objects",
    remedy="add objects; if the model is of a file, read the file with pathport, which tells why"
    " it has none",
    source="pybiopax: BioPaxModel.objects",
)
NO_OBJECT = Rule(
    code="BPX302",
    severity=Severity.ERROR,
    title="what a model holds are objects of pybiopax's classes, and their uid is text that XML can"
    " hold, or None",
    remedy="make it of a class of `pybiopax.biopax`, with such a text for its uid",
    source="pybiopax: BioPaxModel.objects, BioPaxObject.uid",
)
SEVERAL = Rule(
    code="BPX303",
    severity=Severity.WARNING,
    title="each object has a uid of its own",
    remedy="give each a uid of its own if they are several; they were read as one that says all",
    source="RDF/XML Syntax, section 2.2: one URI is one node",
)
NO_VALUE = Rule(
    code="BPX304",
    severity=Severity.WARNING,
    title="the value of an attribute is what its property may have: an object, or a number, truth"
    " value or text that XML can hold; several of these are a list",
    remedy="put such a value there, or a list of them; this one was not read",
    source="BioPAX Level 3 ontology",
)
NO_PLACE = Rule(
    code="BPX305",
    severity=Severity.WARNING,
    title="pybiopax has a place for all that a model says",
    remedy="see the account for the facts that are lost by it; write a file, which holds them",
    source="pybiopax: pybiopax.biopax",
)
UNWRITTEN = Rule(
    code="BPX306",
    severity=Severity.NOTE,
    title="pybiopax's own writer writes every value of a model",
    remedy="have pathport write the file: `pathport.from_pybiopax`, then `pathport.write`",
    source="pybiopax 0.1.5: BioPaxObject.to_xml",
)
RULES: tuple[Rule, ...] = (EMPTY, NO_OBJECT, SEVERAL, NO_VALUE, NO_PLACE, UNWRITTEN)
"""What is told of models, by code."""
