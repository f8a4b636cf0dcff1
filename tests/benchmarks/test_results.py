"""The page of results: a table a format, growth, and each aim with whether it was held."""

from benchmarks.cases import CASES
from benchmarks.results import AIMS, Results, Row, written


def row(name: str, seconds: float, size: str) -> Row:
    return Row(
        format="sbml",
        verb="read",
        name=name,
        size=size,
        megabytes=1,
        seconds=seconds,
        peak=90,
        more=10,
    )


def page() -> str:
    sizes = (("10,000", 1), ("100,000", 12))
    own = [row("pathport, to the pathway", 2 * times, size) for size, times in sizes]
    other = [row("libSBML, objects", 3, "10,000"), row("libSBML, objects", 20, "100,000")]
    return written(Results(command="make bench", rows=[*own, *other]))


def test_each_case_has_a_row_with_its_seconds_and_megabytes() -> None:
    assert "| read | pathport, to the pathway | 2 s, 90 MB (+10) | 24 s, 90 MB (+10) |" in page()


def test_growth_is_told() -> None:
    assert "| sbml | read | pathport, to the pathway |  | 12.0 |" in page()


def test_aims_are_held_or_missed() -> None:
    assert "| faster (1) | 0.667, held | 1.2, missed |" in page()


def test_every_aim_is_about_cases_that_are_measured() -> None:
    measured = {(case.format, case.verb, case.name) for case in CASES}
    named = {(aim.format, aim.verb, name) for aim in AIMS for name in (aim.name, aim.other)}
    assert named - measured == set()


def test_the_modules_of_a_case_that_misses_its_aim_are_told() -> None:
    slow, quick = row("pathport, to the pathway", 4, "10,000"), row("libSBML, objects", 3, "10,000")
    shares = {slow.key: {"formats.sbml.book": 0.75, "model.value": 0.25}}
    missed = written(Results(command="make bench", rows=[slow, quick], shares=shares))
    told = "| sbml read | pathport, to the pathway | `formats.sbml.book` 75%, `model.value` 25% |"
    assert told in missed
    held = [row("pathport, to the pathway", 2, "10,000"), quick]
    assert told not in written(Results(command="make bench", rows=held, shares=shares))
