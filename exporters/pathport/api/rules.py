"""What the API refuses or tells itself: the table of its rules (API...).

What an input, an output, a pathway or a file of a format breaks is in the tables of those parts.
"""

from pathport.findings import Severity
from pathport.rules import Rule

__all__ = [
    "APART",
    "BASE",
    "BROKEN",
    "CHOICE",
    "KINETICS",
    "LOST",
    "NAME",
    "ONE_WAY",
    "OTHER_PLACE",
    "PLACELESS",
    "RATELESS",
    "RULES",
    "STRICT",
    "TABLELESS",
    "UNFOLDED",
    "UNSUPPLIED",
    "VIEWLESS",
]

ONE_WAY = Rule(
    code="API001",
    severity=Severity.ERROR,
    title="a format that is only written is no source, one that is only read is no target",
    remedy="see `pathport formats` for those that are read and written",
)
BASE = Rule(
    code="API002",
    severity=Severity.ERROR,
    title="a base is an absolute URI that ends in / or #",
    remedy="write it like https://example.org/pathways/",
    source="RFC 3986, 4.3",
)
NAME = Rule(
    code="API003",
    severity=Severity.ERROR,
    title="the name for outputs is that of a file, without a folder",
    remedy="name the folder with `--out`",
)
LOST = Rule(
    code="API004",
    severity=Severity.WARNING,
    title="what a pathway says is in each file that is made of it",
    remedy="see the report for the reason; `--strict` places nothing where something is lost",
    source="DESIGN: fidelity",
)
STRICT = Rule(
    code="API005",
    severity=Severity.ERROR,
    title="under `--strict` nothing is lost; under `--strict=all` every fact is native",
    remedy="`--report FILE` names each of them; leave out `--strict` where they may go",
)
BROKEN = Rule(
    code="API006",
    severity=Severity.ERROR,
    title="a target that breaks a rule of its own format is not placed",
    remedy="mend in the source what the other findings name, or report them as a defect",
)
KINETICS = Rule(
    code="API007",
    severity=Severity.ERROR,
    title="kinetics that are supplied are of a kind that pathport knows",
    remedy="name mass-action, or leave it out",
)
APART = Rule(
    code="API008",
    severity=Severity.ERROR,
    title="only of a drawing may nodes that look the same be kept apart",
    remedy="leave out `--no-merge` (in Python, `merge=False`): nothing is merged in this format",
)
CHOICE = Rule(
    code="API009",
    severity=Severity.ERROR,
    title="an option that has one of a few words has one of these",
    remedy="take one of them",
)
RATELESS = Rule(
    code="API010",
    severity=Severity.ERROR,
    title="kinetics are supplied to a format that has rates",
    remedy="write SBML, or leave out `--kinetics` (in Python, `kinetics`)",
)
UNSUPPLIED = Rule(
    code="API011",
    severity=Severity.NOTE,
    title="what is supplied because it was asked for is in each file that is written",
    remedy="look for it in the formats that have a place for it",
)
VIEWLESS = Rule(
    code="API012",
    severity=Severity.ERROR,
    title="a view is asked for of a format of networks",
    remedy="write cx2, sif, graphml or cyjs, or leave out `--view` (in Python, `view`)",
)
OTHER_PLACE = Rule(
    code="API013",
    severity=Severity.ERROR,
    title="a file is of a format that its place takes: Cytoscape opens CX2, SIF, GraphML, "
    "Cytoscape.js JSON, SBML and BioPAX",
    remedy="`pathport convert FILE -o X.cx2` makes one",
)
PLACELESS = Rule(
    code="API014",
    severity=Severity.ERROR,
    title="positions are supplied to a format that keeps them and can be without",
    remedy="write SBML, or leave out `--layout` (in Python, `layout`)",
)
UNFOLDED = Rule(
    code="API015",
    severity=Severity.ERROR,
    title="complexes stand for their parts in a view of influences",
    remedy='add `--view influence` (in Python, `view="influence"`), or leave out `--complexes`',
)
TABLELESS = Rule(
    code="API016",
    severity=Severity.WARNING,
    title="standard output takes one file, without the tables that belong beside it",
    remedy="name a file, which they are written beside",
)
RULES: tuple[Rule, ...] = (
    ONE_WAY,
    BASE,
    NAME,
    LOST,
    STRICT,
    BROKEN,
    KINETICS,
    APART,
    CHOICE,
    RATELESS,
    UNSUPPLIED,
    VIEWLESS,
    OTHER_PLACE,
    PLACELESS,
    UNFOLDED,
    TABLELESS,
)
