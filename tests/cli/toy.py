"""A format that says whatever a test wants, in the place of a real one in the register."""

import importlib
import sys
from collections.abc import Callable
from types import ModuleType

import pytest

from pathport.errors import UnreadableError
from pathport.fidelity.report import Account, Entry, Status
from pathport.findings import Finding, Location, Severity
from pathport.formats import Options, Read, Written, format_named, known_formats
from pathport.model.facts import digest
from pathport.model.pathway import Pathway
from pathport.model.things import Molecule

__all__ = ["PATHWAY", "Toy", "entry", "finding", "toy_in_place_of"]

PATHWAY = Pathway(id="toy", molecules=(Molecule(id="A"),))


def finding(code: str, severity: Severity = Severity.ERROR, path: str = "") -> Finding:
    return Finding(
        code=code, severity=severity, place=Location(path=path, line=7), sentence="as a test says"
    )


def entry(status: Status) -> Entry:
    reason = "the toy has no word for it"
    return Entry(status=status, construct="molecule", id="A", field="kind", sent=1, reason=reason)


class Toy(ModuleType):
    """The package of a format; what is set on it decides what it says."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.found_in_reading: tuple[Finding, ...] = ()
        self.found_in_target: tuple[Finding, ...] = ()
        self.entries: tuple[Entry, ...] = ()
        self.meanwhile: Callable[[], object] = lambda: None
        self.parsable = True
        self.options = Options()
        self.full: list[bool] = []
        self.tolerated: dict[str, str] = {}

    def read(self, content: bytes, *, path: str = "") -> Read:
        return Read(pathway=PATHWAY, findings=self.found_in_reading)

    def write(self, pathway: Pathway, options: Options = Options()) -> Written:  # noqa: B008
        self.meanwhile()
        self.options = options
        content = f"{self.__name__} {digest(pathway)}\n".encode()
        return Written(content=content, account=Account.of([], self.entries))

    def validate(
        self, content: bytes, *, path: str = "", full: bool = False
    ) -> tuple[Finding, ...]:
        self.full.append(full)
        if not self.parsable:
            raise UnreadableError(finding("TOY000", path=path))
        return self.found_in_target


def toy_in_place_of(name: str, monkeypatch: pytest.MonkeyPatch) -> Toy:
    for fmt in known_formats():
        importlib.import_module(f"{fmt.home}.rules")  # a dialect keeps the real rules of its base
    toy = Toy(format_named(name).home)
    rules = ModuleType(f"{toy.__name__}.rules")
    real = importlib.import_module(rules.__name__)
    rules.__dict__.update(RULES=real.RULES, TOLERATED=toy.tolerated)
    monkeypatch.setitem(sys.modules, toy.__name__, toy)
    monkeypatch.setitem(sys.modules, rules.__name__, rules)
    return toy
