"""Ids of other programs come home: what a reader had to rename has its own in a file again."""

from pathlib import Path

import msgspec
import pytest
from lxml import etree
from tests.formats.sbml.test_quantities import math, model

import pathport
from pathport.document import spelled_yaml
from pathport.findings import Severity
from pathport.formats import Options, sbml
from pathport.model.kinetics import Kinetics
from pathport.model.pathway import Pathway


def foreign(*species: str, reactions: tuple[str, ...] = ("R", "r")) -> bytes:
    """A file with these species, and reactions that use up the first, at a rate that all give."""
    made = "".join(f'<species id="{it}" compartment="c" initialAmount="1"/>' for it in species)
    named = "".join(f"<ci> {it} </ci>" for it in species)
    law = f"<kineticLaw>{math(f'<apply><plus/>{named}</apply>')}</kineticLaw>"
    side = f'<listOfReactants><speciesReference species="{species[0]}"/></listOfReactants>'
    modifiers = "".join(f'<modifierSpeciesReference species="{it}"/>' for it in species[1:])
    listed = f"<listOfModifiers>{modifiers}</listOfModifiers>" if modifiers else ""
    ran = "".join(f'<reaction id="{it}">{side}{listed}{law}</reaction>' for it in reactions)
    places = '<listOfCompartments><compartment id="c"/></listOfCompartments>'
    return model(
        f"{places}<listOfSpecies>{made}</listOfSpecies><listOfReactions>{ran}</listOfReactions>"
    )


def ids_in(content: bytes, name: str) -> list[str]:
    return [str(it) for it in etree.fromstring(content).xpath(f"//*[local-name()='{name}']/@id")]


@pytest.mark.parametrize("species", [("S", "s"), ("s", "S"), ("default", "Default"), ("C", "c2")])
@pytest.mark.parametrize("options", [Options(), Options(layout=True)])
def test_ids_that_differ_by_case_are_the_same_in_a_file_again(
    species: tuple[str, ...], options: Options
) -> None:
    content = foreign(*species)
    sent = sbml.read(content).pathway
    written = sbml.write(sent, options)
    assert sorted(ids_in(written.content, "species")) == sorted(species)
    assert ids_in(written.content, "reaction") == ["R", "r"]
    assert sbml.read(written.content).pathway == sent
    found = sbml.validate(written.content, full=True)
    assert [str(it) for it in found if it.severity is Severity.ERROR] == []


def with_ids(found: Pathway, **ids: str | None) -> Pathway:
    """The pathway with other original ids of its species."""
    species = (
        msgspec.structs.replace(it, original_id=ids.get(it.id, it.original_id))
        for it in found.species
    )
    return msgspec.structs.replace(found, species=tuple(species))


@pytest.mark.parametrize("original", ["T", "no id", "R", "c", "time", "sin"])
def test_an_id_that_a_reader_would_not_make_of_the_original_stays(original: str) -> None:
    """Its author chose it; nor has a file two things of one id, or a word of formulas for one."""
    sent = with_ids(sbml.read(foreign("S", "s")).pathway, s_2=original)
    written = sbml.write(sent).content
    assert ids_in(written, "species") == ["S", "s_2"]
    assert sbml.read(written).pathway == sent


def test_a_parameter_of_a_rate_law_keeps_its_name_to_itself() -> None:
    own = '<listOfParameters><parameter id="s" value="1"/></listOfParameters></kineticLaw>'
    content = foreign("S", "s", reactions=("R",)).replace(b"</kineticLaw>", own.encode())
    sent = sbml.read(content).pathway
    assert ids_in(sbml.write(sent).content, "species") == ["S", "s_2"]
    assert sbml.read(sbml.write(sent).content).pathway == sent


def test_an_edit_of_a_file_with_its_own_ids_comes_home(tmp_path: Path) -> None:
    sent = sbml.read(foreign("S", "s")).pathway
    document = tmp_path / "a.yaml"
    document.write_bytes(spelled_yaml(sent).encode())
    written = sbml.write(sent).content
    assert pathport.update(document, written).diff == ""
    edited = written.replace(b'id="s" name="s"', b'id="s" name="small"')
    done = pathport.update(document, edited)
    assert not done.refused, done.findings
    names = {it.id: it.name for it in pathport.read(document).species}
    assert names == {"S": None, "s_2": "small"}


def test_placeholders_are_no_facts_in_a_file_with_its_own_ids() -> None:
    sent = sbml.read(foreign("s", "S").replace(b"kineticLaw", b"nothing")).pathway
    written = sbml.write(sent, Options(kinetics=Kinetics.MASS_ACTION)).content
    assert b"<ci> s </ci>" in written
    assert sbml.read(written).pathway == sent
