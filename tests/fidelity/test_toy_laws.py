"""The laws over a small format, in which each construct of the records' machinery is at work."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fidelity import toy
from tests.fidelity.edits import damaged, edited
from tests.laws.alike import Key, differences
from tests.laws.told import DISPUTED, told_natively
from tests.laws.wins import losses_of_edits

from pathport.errors import FaultyError
from pathport.fidelity.report import Status
from pathport.fidelity.restore import restored
from pathport.model.facts import build, digest, facts
from pathport.model.pathway import Pathway
from pathport.testing import pathways


def elementless(pathway: Pathway) -> frozenset[Key]:
    """The molecules, and the controls that are several cards."""
    joint = {it.id for it in pathway.controls if len(list(it.sources.species())) > 1}
    return frozenset(
        {("molecule", it.id) for it in pathway.molecules} | {("control", id_) for id_ in joint}
    )


@given(pathways())
def test_law_2(sent: Pathway) -> None:
    before = digest(sent)
    read = toy.read(toy.write(sent).content)
    assert facts(read.pathway) == facts(sent)
    assert [it.code for it in read.findings if it.code.startswith("FID")] == []
    assert digest(sent) == before


@given(pathways())
def test_law_3(sent: Pathway) -> None:
    written = toy.write(sent)
    told = told_natively(facts(sent), written.account)
    disputed: dict[Key, set[tuple[str, str]]] = {}
    for place in [place for place, value in told.items() if value == DISPUTED]:
        disputed.setdefault((place.construct, place.id), set()).add((place.field, place.key))
        del told[place]
    found = toy.read(toy.stripped(written.content)).pathway
    left_out = elementless(sent) | elementless(found)
    assert differences(build(told), found, left_out, disputed) == []


@settings(max_examples=3 * settings().max_examples)
@given(data=st.data())
def test_law_7(data: st.DataObject) -> None:
    sent = data.draw(pathways())
    written = toy.write(sent).content
    content = data.draw(edited(written))
    try:
        after = toy.read(toy.stripped(content)).pathway
    except FaultyError:
        return
    found = toy.read(content).pathway
    without = elementless(sent)

    def lacking(pathway: Pathway) -> frozenset[Key]:
        return without | elementless(pathway)

    def natively(pathway: Pathway) -> Pathway:
        return toy.read(toy.stripped(toy.write(pathway).content)).pathway

    assert losses_of_edits(sent, after, found, natively=natively, elementless=lacking) == []


@settings(max_examples=3 * settings().max_examples)
@given(data=st.data())
def test_nothing_that_befalls_a_file_breaks_its_reading(data: st.DataObject) -> None:
    content = toy.write(data.draw(pathways())).content
    for harm in data.draw(st.lists(st.sampled_from([edited, damaged]), min_size=1, max_size=2)):
        content = data.draw(harm(content))
    restored(toy.read_native(content))
    try:
        toy.read(toy.stripped(content))
    except FaultyError:
        return
    toy.read(content)


@given(pathways(), st.data())
def test_every_mark_that_cant_be_read_is_named(sent: Pathway, data: st.DataObject) -> None:
    content = data.draw(damaged(toy.write(sent).content))
    findings = restored(toy.read_native(content)).findings
    unreadable = [text for text in _marks(content) if not _is_json(text)]
    assert len([it for it in findings if it.code == "FID003"]) >= len(unreadable)


def _is_json(text: str) -> bool:
    try:
        msgspec.json.decode(text)
    except msgspec.DecodeError:
        return False
    return True


def _marks(content: bytes) -> list[str]:
    return [text for card in toy.cards(content) for text in card.marks]


@given(pathways())
def test_records_hold_nothing_that_is_native(sent: Pathway) -> None:
    written = toy.write(sent)
    texts = [mark for mark in _marks(written.content) if '"link"' not in mark]
    entries = [e for e in written.account.entries if e.status is not Status.SUPPLIED]
    told = sum(_values_in(text) for text in texts)
    assert told == len([entry for entry in entries if entry.sent is not None])


def _values_in(text: str) -> int:
    """How many facts a record adds."""
    record = msgspec.json.decode(text)
    return len(record.get("add", ())) + ("value" in record)
