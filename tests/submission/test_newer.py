"""GPML 2021: refused as such, and asked what WikiPathways would say of it as GPML 2013a."""

import re

import pytest
from tests.submission.samples import LIGAND, RECEPTOR, SOUND, arrow, changed, reference, sheet

import pathport
from pathport.findings import Finding
from pathport.formats import format_named


def newer(content: bytes) -> bytes:
    """A file of 2013a as one of 2021."""
    return format_named("gpml2021").module.write(pathport.read(content)).content


def found(content: bytes) -> list[Finding]:
    return list(pathport.check(content, "wikipathways").findings)


def test_a_sound_file_is_of_another_format_and_no_more() -> None:
    codes = {it.code for it in found(newer(SOUND))}
    assert codes <= {"SUB001", "MDL101"}
    assert "SUB001" in codes


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("WP-TTL-1", changed("Binding of a ligand to its receptor", "Binding")),
        ("WP-ONT-1", sheet(LIGAND, RECEPTOR, arrow(), records=reference())),
        ("WP-XRF-1b", changed('Database="Uniprot-TrEMBL" ID="P48061"', 'Database="" ID=""')),
        ("WP-NOD-3", changed('TextLabel="CXCL12"', 'TextLabel="Ca2+"')),
        ("WP-INT-4", changed("P48061", "P61073")),
    ],
)
def test_what_the_rules_say_is_said_of_it_too(code: str, content: bytes) -> None:
    """Of a file of 2021 nothing was told but that it is one."""
    assert code in {it.code for it in found(newer(content))}


def test_it_is_said_at_the_element() -> None:
    content = newer(changed('TextLabel="CXCL12"', 'TextLabel="Ca2+"'))
    (told,) = (it for it in found(content) if it.code == "WP-NOD-3")
    line = content.decode().splitlines()[told.place.line - 1]
    assert re.match(r'\s*<DataNode elementId="na" textLabel="Ca2\+"', line)
