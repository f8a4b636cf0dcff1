"""What libroadrunner computes: the same before and after, and at once with placeholders.

The curated models lie beside the repository (``../shared/corpus/sbml``).
"""

import gzip
import re
from pathlib import Path
from typing import Any

import pytest

from pathport.api.writing import write_bytes
from pathport.formats import Options, sbml
from pathport.model.kinetics import PLACEHOLDER, Kinetics
from pathport.model.pathway import Pathway

HERE = Path(__file__).parents[3]
CORPUS = HERE.parent / "shared" / "corpus" / "sbml"
CURATED = (
    *("BIOMD0000000010", "BIOMD0000000019", "BIOMD0000000048", "BIOMD0000000093"),
    *("BIOMD0000000101", "BIOMD0000000347", "BIOMD0000000479", "glimepiride_body_flat"),
)
WITHOUT_RATES = ("R-HSA-1980143", "layout_example1_L3")
"""They run, and nothing happens."""
LOGICAL = ("BIOMD0000000562_L3V1_qualV1", "hsa04360_L3V1_qualV1_layoutV1")
"""Transitions, and neither species nor reactions: there is nothing to run."""
OF_FLUXES = ("fbc_01",)
"""A model of flux balance has no rates, and libroadrunner refuses it."""
FLAGSHIP = HERE / "examples" / "cxcr4.yaml"
SOME_TIME = 100
RELATIVE = 1e-6
"""Of the most that there is of a species; a step of the solver moves with the order of reactions,
and an event in its middle shows it most: 1.5e-8 in BIOMD0000000479."""
NOISE = 1e-20
"""What the solver makes of nothing."""
CHANGED = 1e-3
"""Of the most that there is of a species: less tells nothing of what its rates do."""
MOIETY = 1e-6
"""How far a total may drift that stoichiometry keeps."""

roadrunner = pytest.importorskip("roadrunner", reason="libroadrunner is not installed")
numpy = pytest.importorskip("numpy")


def loaded(content: bytes) -> Any:
    """A model that is ready to run, with tolerances far below those of the tests."""
    roadrunner.Logger.disableLogging()
    model = roadrunner.RoadRunner(content.decode())
    model.integrator.relative_tolerance = 1e-10
    model.integrator.absolute_tolerance = 1e-14
    return model


DOSE = {"glimepiride_body_flat": ("PODOSE_gli", 4.0)}
"""What is given to a model in which nothing happens without."""


def course(
    content: bytes, end: float = SOME_TIME, given: tuple[str, float] | None = None
) -> tuple[list[str], Any]:
    """All species at 51 times."""
    model = loaded(content)
    if given is not None:
        model[given[0]] = given[1]
    names = sorted(model.model.getFloatingSpeciesIds() + model.model.getBoundarySpeciesIds())
    model.timeCourseSelections = ["time", *names]
    return names, numpy.array(model.simulate(0, end, 51))


def files() -> dict[str, Path]:
    """The models of the corpus, by their names without suffixes."""
    found = [it for it in CORPUS.glob("*") if it.name != "README.md"]
    return {it.name.partition(".")[0]: it for it in found}


def content_of(name: str) -> bytes:
    if name not in files():
        pytest.skip("no corpora beside the repository")
    path = files()[name]
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


@pytest.mark.parametrize("name", [*CURATED, *WITHOUT_RATES])
def test_a_model_gives_the_same_time_course(name: str) -> None:
    content = content_of(name)
    written = sbml.write(sbml.read(content).pathway).content
    before, after = (course(it, given=DOSE.get(name)) for it in (content, written))
    assert before[0] == after[0]
    there = numpy.abs(before[1]).max(axis=0)
    assert (numpy.abs(after[1] - before[1]) <= RELATIVE * there + NOISE).all()
    changes = numpy.ptp(before[1], axis=0)[1:] > CHANGED * there[1:] + NOISE
    assert changes.any() == (name in CURATED)


def test_every_model_is_run_or_has_a_reason() -> None:
    if not files():
        pytest.skip("no corpora beside the repository")
    assert files().keys() == {*CURATED, *WITHOUT_RATES, *LOGICAL, *OF_FLUXES}


@pytest.mark.parametrize("name", LOGICAL)
def test_a_logical_model_has_nothing_to_run(name: str) -> None:
    names, _ = course(content_of(name))
    assert names == []


@pytest.mark.parametrize("name", OF_FLUXES)
def test_a_model_of_flux_balance_is_refused(name: str) -> None:
    content = content_of(name)
    assert b"<kineticLaw" not in content
    with pytest.raises(RuntimeError, match="can be analyzed but not simulated"):
        course(content)


# The flagship


@pytest.fixture(scope="module")
def flagship() -> Pathway:
    import pathport

    return pathport.read(FLAGSHIP)


@pytest.fixture(scope="module")
def running(flagship: Pathway) -> bytes:
    return write_bytes(flagship, "sbml", kinetics="mass-action").content


def test_the_flagship_simulates_at_once(running: bytes) -> None:
    names, states = course(running, 10)
    changed = {
        name: abs(states[-1, place] - states[0, place]) for place, name in enumerate(names, start=1)
    }
    wanted = ("STAT_pY_dimer", "STAT_pY_dimer_nuc", "ERK_pT_pY_nuc", "IP3_cyt", "IP3_ITPR")
    assert all(changed[name] > 1e-4 for name in wanted), changed


def test_what_stoichiometry_keeps_is_kept(running: bytes) -> None:
    """Each moiety, a row of the left null space of the stoichiometry matrix, has one total."""
    model = loaded(running)
    model.conservedMoietyAnalysis = False
    names = model.model.getFloatingSpeciesIds()
    model.timeCourseSelections = ["time", *names]
    matrix = numpy.array(model.getFullStoichiometryMatrix())
    rows = list(model.getFullStoichiometryMatrix().rownames)
    states = numpy.array(model.simulate(0, 10, 51))[:, [1 + names.index(row) for row in rows]]
    _, sizes, vectors = numpy.linalg.svd(matrix.T)
    rank = int((sizes > 1e-10).sum())
    kept = vectors[rank:]
    assert len(kept) > 20
    totals = states @ kept.T
    assert numpy.abs(totals - totals[0]).max() < MOIETY


def test_what_the_page_shows_runs(
    running: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (HERE / "docs" / "formats" / "sbml.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "cxcr4.sbml.xml").write_bytes(running)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    exec(block, names)
    assert len(names["course"]) == 51


def test_placeholders_are_no_facts(flagship: Pathway, running: bytes) -> None:
    assert sbml.read(running).pathway == flagship


def test_placeholders_are_told_as_supplied_and_marked(flagship: Pathway) -> None:
    written = sbml.write(flagship, Options(kinetics=Kinetics.MASS_ACTION))
    supplied = [it for it in written.account.entries if "quantities" in it.field]
    assert {it.status.value for it in supplied} == {"supplied"}
    assert {it.field for it in supplied} >= {"quantities.rate_laws", "quantities.amounts"}
    text = written.content.decode()
    running = sum(1 for it in flagship.processes if it.inputs or it.outputs)
    assert text.count(PLACEHOLDER) == text.count("<kineticLaw") == running
    assert "Placeholders, supplied to simulate at once" in text


def test_placeholders_pass_the_whole_check_without_a_warning(running: bytes) -> None:
    found = sbml.validate(running, full=True)
    assert [str(it) for it in found if it.severity.value != "note"] == []
