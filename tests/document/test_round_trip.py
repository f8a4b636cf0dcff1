"""What a document is written for: it reads back as the pathway that it was written from."""

import pytest
from hypothesis import given

from pathport.document import JSON, YAML, load, spelled_json, spelled_yaml
from pathport.model.facts import facts
from pathport.model.pathway import Pathway
from pathport.testing import pathways

SPELLED = {"yaml": (YAML, spelled_yaml), "json": (JSON, spelled_json)}


@pytest.mark.parametrize("name", SPELLED)
@given(pathway=pathways())
def test_a_document_reads_back_as_its_pathway(name: str, pathway: Pathway) -> None:
    syntax, spelled = SPELLED[name]
    text = spelled(pathway)
    assert facts(load(text, syntax=syntax).pathway) == facts(pathway), text


@pytest.mark.parametrize("name", SPELLED)
@given(pathway=pathways())
def test_a_document_is_written_the_same_again(name: str, pathway: Pathway) -> None:
    syntax, spelled = SPELLED[name]
    text = spelled(pathway)
    assert spelled(load(text, syntax=syntax).pathway) == text
