"""Asks libSBML in a process of its own, for files that its code can die of.

libSBML 5.21 ends the process on an annotation inside an association of fbc, on a file of comp
without a model, and on some elements of a file whose level or version is not its namespace's.
Nothing that is written here is such a file, so that only files of others take the time of a new
process. Run as a module, this one is that process.
"""

import subprocess
import sys

import msgspec
from lxml import etree

from pathport.findings import Finding, Location
from pathport.formats.sbml.annotation import name_of
from pathport.formats.sbml.codes import DIED
from pathport.formats.sbml.judge import judged
from pathport.formats.sbml.terms import EDITIONS, PACKAGES
from pathport.safety.xml import iterparse_xml

__all__ = ["judged_safely"]

MODULE = "pathport.formats.sbml.apart"
TRUSTED = frozenset(
    {
        *(f"version1/{name}/version1" for name in ("groups", "qual", "layout", "render")),
        "version2/l3v2extendedmath/version1",
    }
)
"""Packages whose files are judged in this process; no crash of theirs is known."""

MOST_SECONDS = 600
"""The process is ended after so long: whoever asks is to get an answer."""


def judged_safely(
    content: bytes, size: int, *, path: str = "", full: bool = False
) -> list[Finding]:
    """What `judged` finds; an error of ours if it died of the file.

    ``content`` was parsed without a fault; ``size`` counts its species and reactions.
    """
    _, root = next(iterparse_xml(content, path=path, events=("start",)))
    if is_trusted(root):
        return judged(content, size, path=path, full=full)
    # -P: a folder that is worked in gives no module.
    command = [sys.executable, "-P", "-m", MODULE, str(size), path, "full" if full else ""]
    try:
        done = subprocess.run(  # noqa: S603
            command, input=content, capture_output=True, check=False, timeout=MOST_SECONDS
        )
    except subprocess.TimeoutExpired:
        return [_died(f"libSBML did not end its check within {MOST_SECONDS} seconds", path)]
    if done.returncode < 0:
        signal = f"libSBML was ended by signal {-done.returncode} while it checked the file"
        return [_died(signal, path)]
    done.check_returncode()
    return msgspec.json.decode(done.stdout, type=list[Finding])


def _died(sentence: str, path: str) -> Finding:
    return DIED.finding(sentence, place=Location(path=path))


def is_trusted(root: etree._Element) -> bool:
    """Whether a file is what its root says it is, and of packages that no crash is known of."""
    told = root.get("level"), root.get("version")
    edition = EDITIONS.get(name_of(root).namespace)
    return edition is not None and told == (*map(str, edition),) and packages_of(root) <= TRUSTED


def packages_of(root: etree._Element) -> set[str]:
    """The packages that the root declares, by the rest of their namespaces."""
    spaces = [space for space in root.nsmap.values() if space.startswith(PACKAGES)]
    return {space.removeprefix(PACKAGES) for space in spaces if space not in EDITIONS}


def main(arguments: list[str]) -> None:
    """Judges standard input, and writes the findings as JSON to standard output."""
    size, path, full = arguments
    found = judged(sys.stdin.buffer.read(), int(size), path=path, full=bool(full))
    sys.stdout.buffer.write(msgspec.json.encode(found))


if __name__ == "__main__":
    main(sys.argv[1:])
