"""Faults of quantities are told at the very sign, in the entry of the list that has them."""

import json

import pytest

from pathport.document import JSON, YAML, Syntax, load
from pathport.errors import FaultyError

TEXT = """\
pathport: 1
id: p
compartments:
  cyt: {dimensions: 3}
molecules:
  A: {kind: protein}
  B: {kind: protein}
processes:
  r1: {is: A@cyt -> B@cyt}
  r2: {is: B@cyt -> A@cyt}
quantities:
  measures: {time: seconds}
  parameters:
  - {id: kf, value: 2, unit: nMM}
  rate_laws:
  - process: r2
    formula: kf*B_cyt*cyt + kff + sin(1,2)
  - process: r1
    formula: kf * A_cyt + * 3
  rules:
  - {variable: kf, formula: A_cyt > 2}
  balances:
  - formula: kf - A_cty
  events:
  - id: e
    trigger: time
    assignments: [{variable: A_cyt, formula: "1 +"}]
"""

FAULTS = [
    (12, 20, "MDL043", '"seconds"'),
    (14, 30, "MDL043", '"nMM"'),
    (17, 35, "MDL041", "sin has 2 arguments"),
    (19, 27, "MDL041", 'found "*"'),
    (21, 16, "MDL044", '"kf" is constant'),
    (21, 29, "MDL041", "expected a number"),
    (23, 19, "MDL042", '"A_cty"'),
    (26, 14, "MDL041", "expected a truth value"),
    (27, 50, "MDL041", "found the end"),
]


def test_each_fault_is_told_at_its_sign() -> None:
    with pytest.raises(FaultyError) as caught:
        load(TEXT, syntax=YAML)
    found = [(it.place.line, it.place.column, it.code) for it in caught.value.findings]
    assert found == [fault[:3] for fault in FAULTS]
    for finding, (_, _, _, words) in zip(caught.value.findings, FAULTS, strict=True):
        assert words in finding.sentence


def test_the_nearest_name_is_told() -> None:
    text = TEXT.replace("kff + sin(1,2)", "kff")
    with pytest.raises(FaultyError) as caught:
        load(text, syntax=YAML)
    (fault,) = [it for it in caught.value.findings if '"kff"' in it.sentence]
    assert (fault.place.line, fault.place.column) == (17, 29)
    assert 'did you mean "kf"?' in fault.remedy


def test_in_json_too() -> None:
    tree = {
        "pathport": 1,
        "id": "p",
        "quantities": {"parameters": [{"id": "k"}], "balances": [{"formula": "k * * 2"}]},
    }
    text = json.dumps(tree)
    with pytest.raises(FaultyError) as caught:
        load(text, syntax=JSON)
    place = caught.value.findings[0].place
    assert text[place.column - 1 :].startswith("* 2")


@pytest.mark.parametrize("syntax", [JSON, YAML])
@pytest.mark.parametrize("value", ["1e3", "2", "1e400", "1.50"])
def test_a_number_that_is_meant_as_text_is_told_as_it_is_spelled(
    syntax: Syntax, value: str
) -> None:
    rule = f'{{"variable": "k", "formula": {value}}}'
    text = f'{{"pathport": 1, "id": "p", "quantities": {{"rules": [{rule}]}}}}'
    with pytest.raises(FaultyError) as caught:
        load(text, syntax=syntax)
    assert caught.value.findings[0].remedy == f'put it in quotes: "{value}"'


@pytest.mark.parametrize("value", [".inf", "-.inf", "INF"])
def test_an_infinite_number_is_a_formula(value: str) -> None:
    text = TEXT[: TEXT.index("  measures")] + f"  parameters: [{{id: k, value: {value}}}]\n"
    with pytest.raises(FaultyError) as caught:
        load(text, syntax=YAML)
    assert "`starts`" in caught.value.findings[0].remedy
    given = text.replace(f"value: {value}", "constant: false")
    rule = f"  starts: [{{variable: k, formula: {value.replace('.inf', 'INF')}}}]\n"
    starts = load(given + rule, syntax=YAML).pathway.quantities.starts
    assert [it.formula for it in starts] == [value.replace(".inf", "INF")]
