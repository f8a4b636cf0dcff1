"""What is told to those who write what others write: the remedy fits the place."""

import pytest

from pathport.document import YAML, load
from pathport.errors import PathportError

HEAD = "pathport: 1\nid: a\ncompartments: {pm: {}}\nmolecules: {A: {kind: protein}, B: {}}\n"
HINTS = {
    'processes: {E: {is: "A@pm => B@pm"}}': 'did you mean "->"?',
    'processes: {E: {is: "A@pm --> B@pm"}}': 'did you mean "->"?',
    'processes: {E: {is: "A@pm → B@pm"}}': 'did you mean "->"?',
    'processes: {E: {is: "A@pm <=> B@pm"}}': 'did you mean "<->"?',
    "processes: {E: {is: A@pn -> B@pm}}": 'did you mean "pm"?',
    'processes: {E: {is: "A{pA12}@pm -> B@pm"}}': '"pA12" is no modification that has a word',
    'processes: {E: {is: "A{S12p}@pm -> B@pm"}}': '"S12p" is no modification that has a word',
    "processes: {E: {is: A{p}@pm -> B@pm}}": "put notation with braces in quotes",
    "processes: {E: {is: A -> B}}\ninfluences: {i: {on: E, by: A, effect: inhibition}}": (
        '"E" is a process: expected a species or a phenotype; write it under controls, with `of: E`'
    ),
    "organism: human": "write it like ncbitaxon:9606",
    "references: none": "write it like pubmed:8752281",
    "identifiers: none": "write it like uniprot:P61073",
    "species: {s: {is: A@pm, cell_type: liver}}": "write it like cl:0000084",
}


@pytest.mark.parametrize("text", HINTS)
def test_a_remedy_fits_its_place(text: str) -> None:
    with pytest.raises(PathportError) as caught:
        load(HEAD + text + "\n", syntax=YAML)
    assert any(HINTS[text] in str(finding) for finding in caught.value.findings)
