"""What a pathway must hold to, wherever it came from: the table of the model's rules (MDL...).

Errors stop a pathway from leaving the model; warnings and notes name what is odd and occurs in
real files. How the rules are applied is the business of ``pathport.model.check``.
"""

from pathport.findings import Severity
from pathport.rules import OWN, Rule

__all__ = [
    "ACCESSION",
    "AMOUNT",
    "ANOTHER_CONSTRUCT",
    "CHARACTERS",
    "COMPONENT_STATE",
    "CURIE_FORM",
    "CURIE_PREFIX",
    "CURIE_RESOURCE",
    "CURIE_SPELLING",
    "CYCLE",
    "DANGLING",
    "DATE",
    "EVIDENCE",
    "FORM",
    "FORMULA",
    "FORMULA_NAME",
    "FUNCTION",
    "GATE",
    "ID_CLASH",
    "ID_FORM",
    "KIND",
    "KIND_TWICE",
    "LOCAL_ID",
    "NESTING",
    "NO_COMPARTMENT",
    "NO_PARTICIPANTS",
    "NO_SOURCE",
    "NO_TARGET",
    "NUMBER",
    "OWN_CONSTRUCT",
    "OWN_KEY",
    "POSITION",
    "RESIDUE",
    "RULES",
    "SITE_MEMBER",
    "SITE_SET",
    "SITE_SET_NAME",
    "SITE_SET_UNKNOWN",
    "TERM",
    "TWICE",
    "UNIT",
    "UNKNOWN_ENTRY",
    "UNKNOWN_KIND",
    "UNKNOWN_LITERATURE",
    "UNUSED",
    "VARIABLE",
]


def rule(
    code: str, title: str, remedy: str, source: str = OWN, severity: Severity = Severity.ERROR
) -> Rule:
    """A rule of the model, an error unless said otherwise."""
    return Rule(code=code, severity=severity, title=title, remedy=remedy, source=source)


ID_FORM = rule(
    "MDL001",
    "an id is an SBML SId, not `default`, `and`, `or` or `not`, and does not begin with xml",
    "begin with a letter or _, go on with letters, digits and _",
    "SBML Level 3 Version 1, 3.1.7; XML 1.0, 2.3",
)
ID_CLASH = rule(
    "MDL002",
    "all things of a pathway have ids of their own, also when case is ignored",
    "rename one of them, and where it is named",
    "SBML Level 3 Version 1, 3.3",
)
DANGLING = rule("MDL003", "what is named exists", "add it, or name one that exists")
ANOTHER_CONSTRUCT = rule(
    "MDL004",
    "what is named is a thing that can stand there",
    "name a thing of the construct that is expected",
)
CURIE_FORM = rule(
    "MDL005", "an identifier is a CURIE: prefix, colon, local id", "write it like uniprot:P61073"
)
CURIE_PREFIX = rule(
    "MDL006",
    "the prefix of an identifier is one of the Bioregistry",
    "look the prefix up at bioregistry.io",
    "Bioregistry",
)
LOCAL_ID = rule(
    "MDL007",
    "the local id of an identifier has the form that its resource demands",
    "look the id up in its resource",
    "Bioregistry",
)
CURIE_SPELLING = rule(
    "MDL008",
    "an identifier is spelled in its one canonical form",
    "write the lower-case prefix and the local id without a repeated prefix",
)
CURIE_RESOURCE = rule(
    "MDL009",
    "organism, cell type, tissue and evidence codes are terms of their own vocabularies",
    "name a term of the vocabulary that is expected",
)
OWN_CONSTRUCT = rule(
    "MDL010",
    "what a construct of the model says is not said by an identifier",
    "say it by kind, role, type or effect, and leave the sbo: identifier out",
)
CHARACTERS = rule(
    "MDL011",
    "a text has a visible character, and none that XML can't hold",
    "remove the character, or leave the text out",
    "XML 1.0, 2.2",
)
NUMBER = rule(
    "MDL012",
    "coefficients are above 0, counts 1 or more, sizes not negative, dimensions 0 to 3, all finite",
    "write a number in the range",
)
POSITION = rule(
    "MDL013",
    "positions in a chain are counted from 1 to 2,147,483,647, and fragments begin before they end",
    "write the position in the numbering of the reference sequence",
)
FORM = rule(
    "MDL014",
    "a species is a molecule, or a complex of components, or a set of species",
    "say one of the three; members may stand beside the other two",
)
SITE_SET = rule(
    "MDL015",
    "a modification names a site set, or says kind and place itself",
    "leave kind, residue and position to the site set",
)
SITE_SET_UNKNOWN = rule(
    "MDL016", "a site set that a state names is one of its molecule's", "add it to the molecule"
)
KIND = rule(
    "MDL017",
    "the kind of a modification is a PSI-MOD term",
    "write it like mod:00046, or in the notation like pS324",
    "PSI-MOD",
)
RESIDUE = rule(
    "MDL018",
    "a residue is an amino acid's letter",
    "write one of ACDEFGHIKLMNOPQRSTUVWY",
    "IUPAC-IUB, one-letter notation for amino acids",
)
COMPONENT_STATE = rule(
    "MDL019",
    "the state of a complex as a whole names no site set",
    "put the site set on the component that has it",
)
SITE_SET_NAME = rule(
    "MDL020",
    "the name of a site set is read as nothing else in a state",
    "choose another name: letters, digits and _, not like pS324, p or active",
)
SITE_MEMBER = rule(
    "MDL021",
    "a site that names a molecule names a member of the molecule that it stands on",
    "add the molecule to the members, or correct the name",
)
EVIDENCE = rule(
    "MDL022",
    "evidence has a code, a reference, or a note",
    "write it like `eco:0000269 pubmed:8752281`",
)
CYCLE = rule(
    "MDL023",
    "nothing is inside, a member of, or a control of itself; what controls on controls act on at "
    "last is a process or a species, and a ring of influences is closed by their sources",
    "break the circle",
)
GATE = rule("MDL024", "`not` has exactly one input", "join the inputs by `and` or `or` first")
TWICE = rule(
    "MDL025", "what is told apart by a key is said once for each key", "join the two, or rename one"
)
DATE = rule(
    "MDL026",
    "a date is ISO 8601, with a time zone if it has a time",
    "write it like 2026-11-21 or 2026-11-21T10:30:00Z",
    "W3C note on date and time formats",
)
ACCESSION = rule(
    "MDL027",
    "an accession is an entry that no CURIE stands for",
    "write it under identifiers",
    "Bioregistry",
)
KIND_TWICE = rule(
    "MDL028",
    "a modification has a kind by its term or in words",
    "leave the words out",
)
NESTING = rule(
    "MDL029",
    "complexes stand at most 40 deep inside each other: a document can hold no more",
    "name the parts of the inner ones, or check what made it",
)
FORMULA = rule(
    "MDL041",
    "a formula is one of SBML Level 3's text syntax, calls functions with as many arguments as they"
    " take, and holds numbers and truth values where they belong",
    "correct the formula",
    "SBML Level 3 Version 1, 3.4",
)
FORMULA_NAME = rule(
    "MDL042",
    "a name in a formula is that of a species, compartment, process, parameter, coefficient or,"
    " before a bracket, function, and no word of formulas (`time`)",
    "name one that exists, add a parameter, or rename what has the name of a word",
    "SBML Level 3 Version 1, 3.4.3",
)
UNIT = rule(
    "MDL043",
    "a unit is one of the pathway's or a base unit of SBML, and measures what it is said of",
    "add the unit, or name one that exists",
    "SBML Level 3 Version 1, 4.4",
)
VARIABLE = rule(
    "MDL044",
    "what a rule, a start or an event gives is not constant, and is given by nothing else",
    "say that it is not constant, or leave one of the two out",
    "SBML Level 3 Version 1, 4.8 to 4.12",
)
FUNCTION = rule(
    "MDL045",
    "a function names its arguments alone, is no word of the syntax, and does not call itself",
    "make what it needs an argument",
    "SBML Level 3 Version 1, 4.3",
)
AMOUNT = rule(
    "MDL046",
    "a species has an amount or a concentration that its compartment allows, and if it is constant"
    " or given by a rule, no process changes it",
    "say one of the two, or that it is on the boundary",
    "SBML Level 3 Version 1, 4.6",
)
TERM = rule(
    "MDL047",
    "the term of a quantity is one of the Systems Biology Ontology",
    "write it like sbo:0000027",
    "SBO",
)
NO_COMPARTMENT = rule(
    "MDL101",
    "a species is in a compartment",
    "say where it is",
    severity=Severity.WARNING,
)
NO_PARTICIPANTS = rule(
    "MDL102",
    "a process has participants, an association two or more",
    "add what takes part, or remove it",
    severity=Severity.WARNING,
)
NO_SOURCE = rule(
    "MDL103",
    "a control has a source",
    "say what exerts it, or remove it",
    severity=Severity.WARNING,
)
NO_TARGET = rule(
    "MDL104",
    "a control has a target",
    "say what it acts on, or remove it",
    severity=Severity.WARNING,
)
UNUSED = rule(
    "MDL105",
    "a molecule is used by a species or another molecule",
    "remove it if it is not needed",
    severity=Severity.NOTE,
)
UNKNOWN_ENTRY = rule(
    "MDL106",
    "an entry is one of a database that is known",
    "look its prefix up at bioregistry.io, and write it under identifiers",
    "Bioregistry",
    severity=Severity.NOTE,
)
UNKNOWN_KIND = rule(
    "MDL107",
    "a kind of modification is a term of PSI-MOD",
    "look the term up in PSI-MOD",
    "PSI-MOD",
    severity=Severity.NOTE,
)
OWN_KEY = rule(
    "MDL108",
    "what a key of the model says is not said by an identifier",
    "say it by components, members, state, cell_type or tissue",
    severity=Severity.WARNING,
)
UNKNOWN_LITERATURE = rule(
    "MDL109",
    "a reference by a registry's address has an id of its resource",
    "look the id up in its resource, or leave the reference out",
    "Bioregistry",
    severity=Severity.WARNING,
)

RULES: tuple[Rule, ...] = (
    ID_FORM,
    ID_CLASH,
    DANGLING,
    ANOTHER_CONSTRUCT,
    CURIE_FORM,
    CURIE_PREFIX,
    LOCAL_ID,
    CURIE_SPELLING,
    CURIE_RESOURCE,
    OWN_CONSTRUCT,
    CHARACTERS,
    NUMBER,
    POSITION,
    FORM,
    SITE_SET,
    SITE_SET_UNKNOWN,
    KIND,
    RESIDUE,
    COMPONENT_STATE,
    SITE_SET_NAME,
    SITE_MEMBER,
    EVIDENCE,
    CYCLE,
    GATE,
    TWICE,
    DATE,
    ACCESSION,
    KIND_TWICE,
    NESTING,
    FORMULA,
    FORMULA_NAME,
    UNIT,
    VARIABLE,
    FUNCTION,
    AMOUNT,
    TERM,
    NO_COMPARTMENT,
    NO_PARTICIPANTS,
    NO_SOURCE,
    NO_TARGET,
    UNUSED,
    UNKNOWN_ENTRY,
    UNKNOWN_KIND,
    OWN_KEY,
    UNKNOWN_LITERATURE,
)
