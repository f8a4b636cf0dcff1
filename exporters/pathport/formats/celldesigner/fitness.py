"""Whether CellDesigner shows a file as a diagram: what makes it refuse one, or show nothing of it.

CellDesigner was not run: what it refuses is what its users say, and what its own files never have.
"""

from pathlib import PurePath

import msgspec

from pathport.findings import Finding, Location, Severity
from pathport.formats.celldesigner import codes
from pathport.formats.celldesigner.read import sniff
from pathport.formats.celldesigner.rules import own_findings, validate
from pathport.formats.celldesigner.terms import LEVELS_2
from pathport.formats.sbml.judge import number_of
from pathport.formats.sbml.read import namespace_of
from pathport.formats.sbml.refusals import NO_MODEL
from pathport.rules import Rule
from pathport.safety.source import STDIN, typed_name
from pathport.safety.xml import parse_xml

__all__ = ["fitness"]

SUFFIX = ".celldesigner.xml"
OF_FORMULAS = (range(10208, 10300), range(10500, 10602))
"""Numbers of libSBML's rules of what formulas give, their units, and whether they determine all:
CellDesigner's own sample ``reaction.xml`` has formulas that are empty, and none of it is drawn.
What libSBML says of how a formula is written (10201 to 10207) may keep it from reading the file.
"""


def fitness(content: bytes, fmt: str, stem: str, *, path: str = "") -> tuple[Finding, ...]:
    """Everything that keeps a file of this format from CellDesigner, or is odd there.

    ``stem`` is the name of the file less its suffix.
    """
    if fmt == "celldesigner":
        return tuple(map(_weighed, validate(content, path=path)))
    if fmt.startswith("sbml") and not _has_model(content, path):
        return (NO_MODEL.finding("the file holds no model", place=Location(path=path)),)
    command = f"{typed_name(path)} -o {typed_name(_made(stem, path))}` makes a diagram of"
    rule, sentence = _other(content, fmt, path)
    if rule is codes.NO_DIAGRAM:
        left = tuple(own_findings(content, path))
        if sniff(content) or codes.NAMESPACE.code in {it.code for it in left}:
            return tuple(_with_command(it, command) for it in left)
    remedy = f"`pathport convert {command} it"
    return (rule.finding(sentence, place=Location(path=path), remedy=remedy),)


def _weighed(finding: Finding) -> Finding:
    """What is told of a diagram: an error is no more than a warning if it is one of formulas."""
    number = number_of(finding)
    if finding.severity is not Severity.ERROR or not any(number in it for it in OF_FORMULAS):
        return finding
    return msgspec.structs.replace(finding, severity=Severity.WARNING)


def _has_model(content: bytes, path: str) -> bool:
    """Whether there is anything that a diagram could be made of."""
    return parse_xml(content, path=path).getroot().find("{*}model") is not None


def _made(stem: str, path: str) -> str:
    """The name of the diagram that a command makes: that of the file, but never the file's own."""
    name = "X" if path == STDIN else PurePath(stem).name or "X"
    made = f"{name}{SUFFIX}"
    return f"{name}-diagram{SUFFIX}" if made == PurePath(path).name else made


def _with_command(finding: Finding, command: str) -> Finding:
    """What is told of a file that has some of CellDesigner's extensions and not the model's, with
    the command that makes a diagram of these.
    """
    if finding.code != codes.NO_MODEL.code:
        return finding
    remedy = (
        "take the model's annotation from a copy of the file, or "
        f"`pathport convert --from celldesigner {command} what is left"
    )
    return msgspec.structs.replace(finding, remedy=remedy)


def _other(content: bytes, fmt: str, path: str) -> tuple[Rule, str]:
    """What is to be told of a file that is no diagram of CellDesigner's."""
    if not fmt.startswith("sbml"):
        return codes.NO_SBML, f'the file is of the format "{fmt}", which CellDesigner does not open'
    if not namespace_of(content, path=path).startswith(LEVELS_2):
        return codes.LEVEL_3, "the file is SBML of Level 3, which CellDesigner does not open"
    return codes.NO_DIAGRAM, (
        "the file has no diagram: CellDesigner opens it as generic proteins without their types, "
        "states and parts, in places that it makes up"
    )
