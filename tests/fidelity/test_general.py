"""A value said more generally is one fact said coarsely, not one carried and one supplied."""

from pathport.fidelity.general import coarsened
from pathport.fidelity.report import Entry, Status

NOTED = '{"code":"eco:0000269","note":"in T cells"}'
PLAIN = '{"code":"eco:0000269"}'
IDENTIFIERS = "identifiers"
OTHER = '{"code":"eco:0000304"}'


def entry(status: Status, key: str, *, id_: str = "E1", field: str = "evidence") -> Entry:
    return Entry(status=status, construct="process", id=id_, field=field, key=key)


def statuses(*entries: Entry) -> list[Status]:
    found = {each.place: each.status for each in coarsened(entries)}
    return [found[each.place] for each in entries]


def test_a_value_without_its_note_is_the_same_value_said_coarsely() -> None:
    sent, native = entry(Status.CARRIED, NOTED), entry(Status.SUPPLIED, PLAIN)
    assert statuses(sent, native) == [Status.COARSE, Status.COARSE]


def test_a_value_that_says_something_else_is_supplied() -> None:
    sent, native = entry(Status.CARRIED, NOTED), entry(Status.SUPPLIED, OTHER)
    assert statuses(sent, native) == [Status.CARRIED, Status.SUPPLIED]


def test_one_general_value_stands_for_one_sent_value() -> None:
    sent = [entry(Status.CARRIED, NOTED), entry(Status.CARRIED, NOTED.replace("T", "B"))]
    native = entry(Status.SUPPLIED, PLAIN)
    assert statuses(*sent, native) == [Status.CARRIED, Status.COARSE, Status.COARSE]


def test_the_order_of_the_entries_means_nothing() -> None:
    sent = [entry(Status.CARRIED, NOTED), entry(Status.CARRIED, NOTED.replace("T", "B"))]
    found = [*sent, entry(Status.SUPPLIED, PLAIN)]
    assert coarsened(found) == coarsened(found[::-1])


def test_values_of_other_things_and_fields_stand_for_nothing() -> None:
    sent = entry(Status.CARRIED, NOTED)
    for native in (
        entry(Status.SUPPLIED, PLAIN, id_="E2"),
        entry(Status.SUPPLIED, PLAIN, field="identifiers"),
    ):
        assert statuses(sent, native) == [Status.CARRIED, Status.SUPPLIED]


def test_an_identifier_that_is_only_related_natively_is_said_coarsely() -> None:
    sent = entry(Status.CARRIED, '{"id":"mi:0407","relation":"is derived from"}', field=IDENTIFIERS)
    related = '{"id":"mi:0407","relation":"is related to"}'
    native = entry(Status.SUPPLIED, related, field=IDENTIFIERS)
    assert statuses(sent, native) == [Status.COARSE, Status.COARSE]


def test_an_identifier_that_natively_says_more_is_supplied() -> None:
    sent = entry(Status.CARRIED, '{"id":"mi:0407","relation":"is version of"}', field=IDENTIFIERS)
    native = entry(Status.SUPPLIED, '{"id":"mi:0407"}', field=IDENTIFIERS)
    assert statuses(sent, native) == [Status.CARRIED, Status.SUPPLIED]


def test_a_text_without_the_white_space_around_it_is_the_same_text_said_coarsely() -> None:
    sent = entry(Status.CARRIED, "\ta ", field="synonyms")
    native = entry(Status.SUPPLIED, "a", field="synonyms")
    assert statuses(sent, native) == [Status.COARSE, Status.COARSE]


def test_a_key_in_braces_that_is_no_content_is_let_be() -> None:
    sent = entry(Status.CARRIED, "{a}", field="synonyms")
    native = entry(Status.SUPPLIED, "{", field="synonyms")
    assert statuses(sent, native) == [Status.CARRIED, Status.SUPPLIED]


def test_evidence_of_which_the_reference_is_told_is_said_coarsely() -> None:
    cited = '{"code":"eco:0000269","reference":"pubmed:1"}'
    sent, native = (
        entry(Status.CARRIED, cited),
        entry(Status.SUPPLIED, "pubmed:1", field="references"),
    )
    assert statuses(sent, native) == [Status.COARSE, Status.COARSE]
    other = entry(Status.SUPPLIED, "pubmed:2", field="references")
    assert statuses(sent, other) == [Status.CARRIED, Status.SUPPLIED]
