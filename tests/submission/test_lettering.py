"""The text of a submission's nodes fits their boxes."""

from tests.submission.test_flagship import made as flagship_made

from pathport.formats.gpml.drawing import Node
from pathport.formats.gpml.looks import PLAIN
from pathport.formats.gpml.parse import parse
from pathport.layout.geometry import Rect
from pathport.layout.text import text_width
from pathport.model.layout import Style
from pathport.submission.lettering import fitted
from pathport.submission.submission import Submission

made = flagship_made


def node(label: str, width: float, height: float, size: float | None = None) -> Node:
    rect = Rect(x=0.0, y=0.0, width=width, height=height)
    return Node(id="n", line=1, label=label, type="Protein", rect=rect, style=Style(size=size))


def test_a_cofactor_has_letters_as_high_as_its_box() -> None:
    assert fitted(node("ATP", 30.0, 11.0)).style.size == 9.0


def test_a_long_name_has_letters_that_fit_its_width() -> None:
    name = "RHOA/RAC1/CDC42"
    size = fitted(node(name, 80.0, 19.0)).style.size
    assert size is not None
    assert text_width(name, size) <= 80.0 < text_width(name, PLAIN.size or 0.0)


def test_what_fits_is_as_usual_and_what_is_small_stays_so() -> None:
    for it in (node("CXCR4", 60.0, 24.0), node("ATP", 60.0, 24.0, size=7.0)):
        assert fitted(it) == it


def test_text_fits_every_node_of_the_flagship(made: Submission) -> None:
    """36 of 303 boxes were less high than their letters, and 37 labels wider than their boxes."""
    for it in parse(made.files["WP0__PR0.gpml"]).nodes:
        size = it.style.size or PLAIN.size or 0.0
        assert size <= it.rect.height, it.label
        assert text_width(it.label, size) <= it.rect.width, it.label
