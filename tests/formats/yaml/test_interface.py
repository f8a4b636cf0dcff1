"""What the two document formats offer to the register: read, write, validate, sniff."""

from types import ModuleType

import pytest
from hypothesis import given

from pathport.errors import FaultyError, UnreadableError
from pathport.fidelity.report import Status
from pathport.findings import Severity
from pathport.formats import FORMATS, json, yaml
from pathport.model.facts import facts
from pathport.model.pathway import Pathway
from pathport.testing import pathways

GOOD = {yaml: b"pathport: 1\nid: x\n", json: b'{"pathport": 1, "id": "x"}'}
ODD = {
    yaml: b"pathport: 1\nid: x\nmolecules: {A: }\n",
    json: b'{"pathport": 1, "id": "x", "molecules": {"A": null}}',
}
FAULTY = {yaml: b"pathport: 1\nid: 1x\n", json: b'{"pathport": 1, "id": "1x"}'}
BROKEN = {yaml: b"pathport: 1\nid: [\n", json: b'{"pathport": 1, "id": [}'}
EVERY = pytest.mark.parametrize("form", [yaml, json], ids=["yaml", "json"])


@EVERY
def test_a_document_is_read(form: ModuleType) -> None:
    read = form.read(GOOD[form], path="a")
    assert (read.pathway.id, read.findings) == ("x", ())


@EVERY
@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_marked_encodings_are_read(form: ModuleType, codec: str) -> None:
    assert form.read(GOOD[form].decode().encode(codec)).pathway.id == "x"


@EVERY
def test_what_is_odd_is_told_beside_the_pathway(form: ModuleType) -> None:
    (found,) = form.read(ODD[form], path="a").findings
    assert (found.code, found.severity, found.place.path) == ("MDL105", Severity.NOTE, "a")
    assert form.validate(ODD[form], path="a") == (found,)


@EVERY
def test_a_faulty_document_is_refused_and_not_valid(form: ModuleType) -> None:
    with pytest.raises(FaultyError) as caught:
        form.read(FAULTY[form], path="a")
    assert form.validate(FAULTY[form], path="a") == caught.value.findings
    assert [finding.code for finding in caught.value.findings] == ["MDL001"]


@EVERY
@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"\xff\xfe\x00", b"[1]", b"pathport"])
def test_what_is_no_document_is_unreadable(form: ModuleType, content: bytes) -> None:
    for call in (form.read, form.validate):
        with pytest.raises(UnreadableError):
            call(content, path="a")


@EVERY
def test_a_broken_text_is_unreadable(form: ModuleType) -> None:
    with pytest.raises(UnreadableError) as caught:
        form.validate(BROKEN[form], path="a")
    (found,) = caught.value.findings
    assert (found.code, found.place.path) == ("DOC001", "a")
    assert found.place.line


@EVERY
def test_its_own_are_known_by_their_beginning(form: ModuleType) -> None:
    assert form.sniff(GOOD[form])
    assert form.sniff(GOOD[form].decode().encode("utf-16"))
    assert not form.sniff(b"<sbml/>")
    assert not form.sniff(b'{"elements": {}}')
    assert not form.sniff(b"id: pathport\n")


def test_yaml_and_json_are_told_apart() -> None:
    assert not json.sniff(GOOD[yaml])
    assert not yaml.sniff(GOOD[json])


@EVERY
@given(pathway=pathways())
def test_all_facts_are_native(form: ModuleType, pathway: Pathway) -> None:
    written = form.write(pathway)
    assert written.account.native == len(facts(pathway))
    assert written.account.of_status(Status.LOST) == ()
    assert facts(form.read(written.content).pathway) == facts(pathway)


def test_the_register_knows_both() -> None:
    found = {fmt.name: fmt.module for fmt in FORMATS if fmt.name in ("yaml", "json")}
    assert found == {"yaml": yaml, "json": json}
