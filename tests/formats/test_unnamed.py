"""A species without a name shows what it is called in its file, not the id that a reader made."""

import pytest
from lxml import etree
from tests.formats.sbml.test_quantities import CELL, ONE, model

from pathport.api.writing import write_bytes
from pathport.formats import format_named, sbml

TEXT = {"sbml": "//@name", "gpml": "//*[local-name()='DataNode']/@TextLabel"}
"""By format, where it says what people read."""


@pytest.mark.parametrize("format_", TEXT)
@pytest.mark.parametrize("id_", ["S", "c"])
def test_a_species_without_a_name_shows_its_id(format_: str, id_: str) -> None:
    """Also where it had to be given another id: a compartment has the same but for its case."""
    content = model(CELL + ONE.format(1)).replace(b'"S"', f'"{id_}"'.encode())
    sent = sbml.read(content.replace(b'"c" size', b'"C" size')).pathway
    assert sent.molecules[0].id not in {id_, sent.species[0].id}
    written = write_bytes(sent, format_).content
    shown = etree.fromstring(written).xpath(TEXT[format_])
    assert id_ in shown
    assert sent.molecules[0].id not in shown
    assert format_named(format_).module.read(written).pathway == sent
