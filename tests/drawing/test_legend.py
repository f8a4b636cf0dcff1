"""Whatever a picture shows is in its key, and nothing else is."""

import itertools
import re
from textwrap import dedent

import pytest

import pathport
from pathport.drawing.legend import legend
from pathport.drawing.svg import drawn
from pathport.layout.picture import Picture

DOCUMENT = """
pathport: 1
id: a
compartments:
  cyt: {name: cytosol, dimensions: 3}
molecules:
  A: {kind: protein}
  B: {kind: protein}
  Fam: {kind: family, members: [A, B]}
  G: {kind: gene}
  M: {kind: RNA}
  W: {kind: unknown}
  ATP: {kind: small molecule}
  ADP: {kind: small molecule}
processes:
  changed: {is: "A@cyt + ATP@cyt -> A{p}@cyt + ADP@cyt", type: phosphorylation}
  plain: {is: "2 A{p}@cyt -> A:B@cyt"}
  paired: {is: "B@cyt + 2*A@cyt -> 2*A:B@cyt"}
  gone: {is: "W@cyt -> 0", type: degradation}
  made:
    is: "0 -> M@cyt"
    type: transcription
    template: G@cyt
    controls: [{by: "Fam@cyt and not B@cyt", effect: stimulation, certainty: hypothetical}]
"""


def told(picture: Picture) -> list[str]:
    return re.findall(r'class="key">([^<]*)<', "".join(legend(picture).shapes))


def test_each_sign_has_a_word() -> None:
    pathway = pathport.read(dedent(DOCUMENT).encode(), "yaml")
    words = told(pathport.draw(pathway).picture)
    expected = [
        "other protein, gene product",
        "gene, DNA",
        "RNA",
        "of unknown kind",
        "complex of these parts",
        "several in one complex",
        "any one of a family",
        "cofactor",
        "state, or what is held",
        "process",
        "phosphorylation",
        "degradation",
        "transcription",
        "all of these",
        "where this is not",
        "nothing, or nothing known",
        "becomes",
        "stimulation",
        "is the template",
        "number taking part",
        "hypothetical",
    ]
    assert sorted(words) == sorted(expected)


SAME = {
    "box k-ion": "box k-small-molecule",
    "box k-pathway": "box k-phenotype",
    "box k-family": "box k-protein",
    "box k-gene-product": "box k-protein",
    "box k-complex": "box",
}
"""What looks like another class."""
SHAPE = re.compile(r'class="([^"]+)"')


@pytest.mark.parametrize("view", ["full", "core", *(f"module={it}" for it in "ABCDEFGHI")])
def test_each_class_of_shape_of_the_flagship_is_in_the_key(view: str) -> None:
    picture = pathport.draw(pathport.read("examples/cxcr4.yaml"), view=view).picture
    shown, keyed = (
        set(itertools.chain.from_iterable(map(SHAPE.findall, shapes)))
        for shapes in (drawn(picture), legend(picture).shapes)
    )
    named = {"place", "frame", "name", "area", "membrane", "bilayer", "leaflet"}
    shown = {re.sub("way .* unsure", "way line unsure", it) for it in shown - named}
    classes = {SAME.get(it, it) for it in shown}
    assert classes - keyed == set()
