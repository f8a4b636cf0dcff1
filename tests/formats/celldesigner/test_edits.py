"""What somebody changes in the diagram is so, and nothing is told but what that touches."""

import re
from pathlib import Path

import pathport
from pathport.formats import Read
from pathport.formats.celldesigner import read, write
from pathport.model.enumerations import Role

EXAMPLE = Path(__file__).parents[3] / "examples" / "receptor-jak-stat.yaml"
TEXT = write(pathport.read(EXAMPLE)).content.decode()


def edited(pattern: str, text: str) -> Read:
    found, count = re.subn(pattern, text, TEXT, count=1, flags=re.DOTALL)
    assert count == 1
    return read(found.encode())


def roles(found: Read) -> dict[str, tuple[Role, ...]]:
    return {it.id: it.roles for it in found.pathway.molecules if it.roles}


def dropped(found: Read) -> list[str]:
    """What the records were of that count no longer."""
    return [it.sentence.split('"')[1] for it in found.findings if it.code == "FID001"]


def test_a_type_that_is_changed_is_the_role() -> None:
    assert roles(read(TEXT.encode()))["CXCR4"] == (Role.GPCR,)
    for word, role in (("GENERIC", ()), ("ION_CHANNEL", (Role.ION_CHANNEL,))):
        found = edited(
            r'(<celldesigner:protein id="CXCR4"[^>]*)type="RECEPTOR"', rf'\1type="{word}"'
        )
        assert roles(found).get("CXCR4", ()) == role
        assert dropped(found)[0] == "molecule CXCR4 roles"


def test_a_box_that_is_moved_is_all_that_is_told_of() -> None:
    found = edited(r'(id="STAT3_cyt_box".*?<celldesigner:bounds x=")', r"\g<1>1")
    told = dropped(found)
    assert told[0] == "pathway layout.boxes STAT3_cyt_box"
    pathway = found.pathway
    lines = {it.id for it in pathway.processes if "STAT3_cyt" in {p.species for p in it.inputs}}
    lines |= {it.id for it in pathway.controls if it.target in lines}
    of = {it.id: it.of for it in pathway.layout.ways}
    assert {of[it.removeprefix("pathway layout.ways ")] for it in told[1:]} <= lines
