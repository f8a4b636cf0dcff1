"""Of many findings those are spelt out that help most; what is left is counted where it belongs."""

from hypothesis import given
from hypothesis import strategies as st

from pathport.cli.alike import SHOWN, spelt_out
from pathport.findings import Finding, Location, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def finding(sentence: str, severity: Severity = WARNING, **place: str) -> Finding:
    return Finding(code="TOY001", severity=severity, place=Location(**place), sentence=sentence)


def homeless(name: str, path: str = "a.gpml") -> Finding:
    sentence = f"species {name} has no compartment"
    return finding(sentence, path=path, subject=f"species {name}")


def test_what_is_said_of_many_things_is_one_line() -> None:
    """A drawing of 63 nodes without a compartment showed fifty lines of that and nothing else."""
    many = [homeless(name) for name in ("EGFR", "Cholesterol", "IL6R", "LO__e375f")]
    odd = finding("the line ends at nothing", path="a.gpml")
    lines = spelt_out([*many, odd])
    assert [(line.finding, line.others) for line in lines] == [(many[0], 3), (odd, 0)]
    assert str(lines[0]) == f"{many[0]} (and 3 more like it)"


def test_a_few_of_a_kind_are_spelt_out() -> None:
    few = [homeless(name) for name in "ABC"]
    assert [str(line) for line in spelt_out(few)] == [str(each) for each in few]


def test_what_differs_in_more_than_names_and_numbers_is_of_another_kind() -> None:
    told = [
        finding(sentence)
        for sentence in (
            'the dataSource "a" of Protein "b" is not read: it has no name',
            'the dataSource "a" of Complex "b" is not read: it has no name',
            'the dataSource "a" of Complex "b" is not read: it is a component',
            "charge of species, 97 times",
            "spatialDimensions of species, 97 times",
        )
    ]
    numbered = [
        *told,
        *(homeless(name) for name in "ABCD"),
        *(homeless(n, "b.gpml") for n in "ABCD"),
    ]
    assert [line.others for line in spelt_out(numbered)] == [0, 0, 0, 0, 0, 3, 3]


def test_no_warning_stands_in_the_place_of_an_error() -> None:
    warning = finding("the name is long")
    errors = [finding(f"no molecule is called A{n}", ERROR) for n in range(SHOWN + 1)]
    lines = spelt_out([warning, *errors, finding("the name is empty", ERROR)])
    assert len(lines) == SHOWN
    assert {line.finding.severity for line in lines} == {ERROR}
    assert lines[-1].finding.sentence == "the name is empty"
    assert lines[-2].others == 2


FINDINGS = st.lists(
    st.builds(
        finding,
        st.sampled_from(["A1 is odd", "B2 is odd", "C3 is lost", 'the "D" is lost', "it is torn"]),
        st.sampled_from(Severity),
    ),
    max_size=3 * SHOWN,
)


@given(FINDINGS)
def test_all_are_spelt_out_or_counted_in_order(findings: list[Finding]) -> None:
    lines = spelt_out(findings)
    assert len(lines) <= SHOWN
    assert sum(1 + line.others for line in lines) == len(findings)
    left = iter(findings)
    assert all(line.finding in left for line in lines)  # each is found behind the one before
    errors = sum(finding.severity is ERROR for finding in findings)
    assert sum(line.finding.severity is ERROR for line in lines) == min(errors, SHOWN)
