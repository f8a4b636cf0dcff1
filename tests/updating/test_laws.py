"""What holds for all pathways and formats: an export changes nothing, an edit comes home whole."""

from pathlib import Path

import hypothesis.strategies as st
import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis.strategies import DataObject
from tests.laws.cases import every_format, within
from tests.laws.strip import strip

import pathport
from pathport.document import spelled_yaml
from pathport.formats import Format
from pathport.model.check import check
from pathport.model.enumerations import Effect
from pathport.model.parts import Participant
from pathport.model.pathway import Pathway
from pathport.model.things import Process

EXAMPLES = settings(max_examples=5)


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("laws") / "a.yaml"


@every_format
@EXAMPLES
@given(data=st.data())
def test_an_export_changes_nothing(fmt: Format, document: Path, data: DataObject) -> None:
    """With its records, and without them, as a program leaves it that drops what is not its own."""
    sent = data.draw(within(fmt))
    text = spelled_yaml(sent)
    document.write_bytes(text.encode())
    content = pathport.write_bytes(sent, fmt.name).content
    for file in (content, strip(content)):
        done = pathport.update(document, file, format=fmt.name, dry_run=True)
        assert (done.diff, done.findings) == ("", ())


@every_format
@EXAMPLES
@given(data=st.data())
def test_an_edit_comes_home_and_the_rest_stays(
    fmt: Format, document: Path, data: DataObject
) -> None:
    """An edit that a format says, natively or in a record, of a file made by another's export."""
    ours = data.draw(within(fmt))
    edited = data.draw(st.sampled_from(EDITS))(ours)
    assume(edited is not None and is_sound(edited))
    written = pathport.write_bytes(edited, fmt.name)
    assume(fmt.module.read(written.content).pathway == edited)  # nothing is lost
    document.write_bytes(spelled_yaml(ours).encode())
    done = pathport.update(document, written.content, base=document, format=fmt.name)
    assert not done.refused, done.findings
    found = pathport.read(document)
    assert found == edited, pathport.diff(edited, found)


def is_sound(pathway: Pathway) -> bool:
    return not any(it.rule.severity is pathport.Severity.ERROR for it in check(pathway))


def with_note(ours: Pathway) -> Pathway | None:
    """A process with a note, which every format but one of influences says."""
    if not ours.processes:
        return None
    first, *others = ours.processes
    told = msgspec.structs.replace(first, notes=(*first.notes, "Seen in 2026."))
    return msgspec.structs.replace(ours, processes=(told, *others))


def with_process(ours: Pathway) -> Pathway | None:
    """One more process, between species that are there."""
    if not ours.species:
        return None
    parts = tuple(Participant(species=it.id) for it in (ours.species[0], ours.species[-1]))
    new = Process(id="added_here", inputs=parts[:1], outputs=parts[1:])
    return msgspec.structs.replace(ours, processes=(*ours.processes, new))


def with_effect(ours: Pathway) -> Pathway | None:
    """A control with another effect."""
    if not ours.controls:
        return None
    first, *others = ours.controls
    effect = Effect.INHIBITION if first.effect is not Effect.INHIBITION else Effect.STIMULATION
    told = msgspec.structs.replace(first, effect=effect)
    return msgspec.structs.replace(ours, controls=(told, *others))


def with_title(ours: Pathway) -> Pathway | None:
    """The pathway under another title."""
    return msgspec.structs.replace(ours, name="another title")


EDITS = (with_note, with_process, with_effect, with_title)
