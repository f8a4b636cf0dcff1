"""Compares the rules for BioPAX with what the BioPAX validator itself found in the corpus.

``measured`` gives for each rule of the validator its cases in the answer key, how many of them are
found here, and how many findings are none of its cases; ``lines`` is that as the table of the
docs. The key is beside the corpus, ``../shared/corpus/biopax/validator-findings.tsv.gz``, and
neither is part of the project.
"""

import gzip
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import msgspec

from pathport.formats.biopax import rules_entities, rules_objects
from pathport.formats.biopax.graph import Node, parse
from pathport.formats.biopax.objects import Objects
from pathport.formats.biopax.ontology import is_a
from pathport.formats.biopax.rules import check
from pathport.formats.biopax.validator import THEIRS, Theirs

__all__ = ["CORPUS", "KEY", "Measured", "lines", "measured"]

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "biopax"
KEY = CORPUS / "validator-findings.tsv.gz"

Case = tuple[str, str]
"""A file's name and an object's URI."""

Pairs = Callable[[Objects], Iterable[tuple[Node, ...]]]

GROUPS: dict[str, Pairs] = {
    "ClonedUtilityClassRule": rules_objects.cloned,
    "SameNameDiffKindPhysEntitiesRule": rules_entities.namesakes,
}
"""Rules of which the validator names any one object of a group of alike ones."""

TOLD_OF = {
    "NucleicAcidModificationFeatureCvRule": ("modificationType", ("Dna", "Rna")),
    "ProteinModificationFeatureCvRule": ("modificationType", ("Protein",)),
}
"""Rules that tell of the feature of such a molecule what is told here of its vocabulary."""


class Measured(msgspec.Struct, frozen=True):
    """A rule of the validator: cases in the key, those among them found here, all found here."""

    theirs: Theirs
    cases: frozenset[Case]
    found: frozenset[Case]

    @property
    def hits(self) -> int:
        """How many of the cases are found."""
        return len(self.cases & self.found)

    @property
    def recall(self) -> float | None:
        """The share of the cases that is found; nothing if there are none."""
        return self.hits / len(self.cases) if self.cases else None

    @property
    def precision(self) -> float | None:
        """The share of what is found that is a case; nothing if nothing is found."""
        return self.hits / len(self.found) if self.found else None


class File(msgspec.Struct, frozen=True):
    """A file of the corpus: its objects, and by code those that are found faulty."""

    objects: Objects
    by_code: dict[str, set[str]]

    def found(self, theirs: Theirs) -> set[str]:
        """The URIs of the objects that the rules for one of the validator find."""
        uris = {uri for rule in theirs.ours for uri in self.by_code.get(rule.code, ())}
        if theirs.of:
            nodes = (self.objects.nodes.get(uri) for uri in uris)
            uris = {it.uri for it in nodes if it and any(is_a(it.cls, of) for of in theirs.of)}
        return {each for uri in uris for each in self.told(theirs.rules[0], uri)}

    def told(self, rule: str, uri: str) -> Iterator[str]:
        """The URIs of which the validator tells what is told here of one object."""
        node = self.objects.nodes.get(uri)
        if node and rule in TOLD_OF:
            name, owners = TOLD_OF[rule]
            for feature in self.objects.users(node, name):
                users = self.objects.users(feature, "feature", "notFeature")
                if any(is_a(user.cls, owner) for user in users for owner in owners):
                    yield feature.uri
        elif node and rule == "EntityReferenceSamePhysicalEntitiesRule":
            yield node.ref("entityReference")
        else:
            yield uri

    def spelt(self) -> dict[str, str]:
        """The URIs here by each form in which the validator may write them."""
        uris = reversed(self.objects.nodes)
        return {form: uri for uri in uris for form in self.forms(uri)}

    def forms(self, uri: str) -> Iterator[str]:
        """A URI whole, joined to its base without ``#``, and its end."""
        yield uri
        yield uri.replace("#", "", 1)
        yield uri.removeprefix(self.objects.graph.base)
        yield uri.partition("#")[2]
        yield uri.rpartition("/")[2]


@cache
def key() -> dict[str, dict[tuple[str, str], set[str]]]:
    """By file, rule and code, the objects that the validator names."""
    found: dict[str, dict[tuple[str, str], set[str]]] = {}
    for line in gzip.decompress(KEY.read_bytes()).decode().splitlines()[1:]:
        name, _, rule, code, uri = line.split("\t")
        found.setdefault(name, {}).setdefault((rule, code), set()).add(uri)
    return found


@cache
def files() -> dict[str, File]:
    """The files of the corpus that the key is about."""
    return {name: judged(name) for name in sorted(key())}


def judged(name: str) -> File:
    """A file of the corpus with what is found in it."""
    (path,) = CORPUS.rglob(name)
    content = path.read_bytes()
    graph = parse(gzip.decompress(content) if name.endswith(".gz") else content)
    by_code: dict[str, set[str]] = {}
    for finding in check(graph):
        by_code.setdefault(finding.code, set()).add(finding.place.subject)
    return File(Objects(graph), by_code)


def measured() -> Iterator[Measured]:
    """Every rule of the validator, measured; files without BioPAX have no cases."""
    for theirs in THEIRS:
        cases: set[Case] = set()
        found: set[Case] = set()
        for name, file in files().items():
            spelt = file.spelt()
            told = {
                uri
                for rule in theirs.rules
                for code in theirs.codes
                for uri in key()[name].get((rule, code), ())
            }
            names = {spelt.get(uri, uri) for uri in told}
            ours = file.found(theirs)
            pairs = GROUPS.get(theirs.rules[0])
            group = grouped(pairs(file.objects)) if pairs else {}
            cases |= {(name, group.get(uri, uri)) for uri in names}
            found |= {(name, group.get(uri, uri)) for uri in ours}
        yield Measured(theirs, frozenset(cases), frozenset(found))


def grouped(pairs: Iterable[tuple[Node, ...]]) -> dict[str, str]:
    """By URI, one URI for all objects of a group, of pairs that are in one."""
    above: dict[str, str] = {}

    def top(uri: str) -> str:
        while above.setdefault(uri, uri) != uri:
            uri = above[uri]
        return uri

    for node, other, *_ in pairs:
        above[top(node.uri)] = top(other.uri)
    return {uri: top(uri) for uri in list(above)}


def lines() -> Iterator[str]:
    """The table of the docs; nothing where the key is not there."""
    if not KEY.exists():
        return
    yield "| rule | code | severity | here | cases | found | recall | precision | what differs |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for it in measured():
        theirs = it.theirs
        cells = (
            " ".join(f"`{rule}`" for rule in theirs.rules),
            " ".join(f"`{code}`" for code in theirs.codes),
            theirs.severity,
            " ".join(rule.code for rule in theirs.ours) or "-",
            str(len(it.cases) or "-"),
            str(len(it.found) or "-"),
            percent(it.recall),
            percent(it.precision if it.cases else None),
            theirs.remark.replace("|", "\\|"),
        )
        yield f"| {' | '.join(cells)} |"


def percent(share: float | None) -> str:
    """A share as the table shows it; rounded down, so that 100 is all."""
    return "-" if share is None else f"{int(share * 1000) / 10:g}"


if __name__ == "__main__":
    print("\n".join(lines()))
