"""What is remembered of a pathway: of the very same one, and no longer than that is there."""

import gc
from pathlib import Path

import msgspec
import pytest

import pathport
from pathport.layout import engine
from pathport.layout.labels import Labels
from pathport.layout.memory import remembered
from pathport.layout.picture import Picture
from pathport.model.pathway import Pathway

FORMATS = ("sbml", "biopax", "gpml", "gpml2021", "celldesigner", "cx2")
SMALL = Path(__file__).parents[2] / "examples" / "receptor-jak-stat.yaml"


def test_an_equal_pathway_is_not_the_same_one() -> None:
    make = remembered(lambda _: object())
    pathway, equal = Pathway(id="a"), Pathway(id="a")
    assert pathway == equal
    assert make(pathway) is make(pathway)
    assert make(pathway) is not make(equal)


def test_the_last_few_are_remembered() -> None:
    make = remembered(lambda _: object())
    pathways = [Pathway(id=f"p{n}") for n in range(9)]
    first, last = make(pathways[0]), [make(it) for it in pathways[1:]][-1]
    assert make(pathways[-1]) is last
    assert make(pathways[0]) is not first


def test_what_is_gone_is_not_taken_for_a_new_one() -> None:
    """Ids of objects are given again."""
    make = remembered(lambda it: it.id)
    for n in range(50):
        pathway = Pathway(id=f"p{n}")
        assert make(pathway) == pathway.id
        del pathway
        gc.collect()


def test_an_export_in_all_formats_lays_a_pathway_out_twice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Once as all draw it, once as GPML does; each format did it for itself."""
    run = engine.laid_out_with
    looks: list[str] = []

    def counted(labels: Labels, *, is_page: bool) -> Picture:
        looks.append(type(labels).__name__)
        return run(labels, is_page=is_page)

    monkeypatch.setattr(engine, "laid_out_with", counted)
    monkeypatch.setattr("pathport.formats.gpml.arranging.laid_out_with", counted)
    pathway = msgspec.structs.replace(pathport.read(SMALL), modified="2026-11-21")
    pathport.export(pathway, FORMATS, tmp_path / "out", layout=True)
    assert sorted(looks) == ["Boxes", "Labels"]
