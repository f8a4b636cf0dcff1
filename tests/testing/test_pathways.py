"""The strategy itself: what it draws is valid, and it reaches all that a pathway can say."""

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from pathport.findings import Severity
from pathport.model import rules
from pathport.model.check import check
from pathport.model.facts import PATHWAY, facts
from pathport.model.identifiers import is_canonical
from pathport.model.ids import is_legal_id
from pathport.model.notation import is_site_set_name
from pathport.model.pathway import CONSTRUCTS, Pathway
from pathport.model.value import Field, fields_of
from pathport.testing import Limits, code_of, imports_of, pathways, pools

CURIES = (
    pools.IDENTIFIERS,
    pools.REFERENCES,
    pools.CODES,
    pools.ORGANISMS,
    pools.CELL_TYPES,
    pools.TISSUES,
)
INCOMPLETE = {rules.NO_PARTICIPANTS, rules.NO_SOURCE, rules.NO_TARGET}


@given(pathways())
def test_what_is_drawn_has_no_error(pathway: Pathway) -> None:
    assert [f for f in check(pathway) if f.rule.severity is Severity.ERROR] == []


@given(pathways(within=Limits(complete=True)))
def test_what_is_drawn_complete_lacks_nothing(pathway: Pathway) -> None:
    faults = check(pathway)
    assert [f for f in faults if f.rule.severity is Severity.ERROR] == []
    assert [f for f in faults if f.rule in INCOMPLETE] == []


@given(pathways(within=Limits(quantities=False, layout=False)))
def test_what_may_not_be_drawn_is_not(pathway: Pathway) -> None:
    assert not [p for p in facts(pathway) if p.field.startswith(("quantities", "layout"))]


def reachable() -> Iterator[tuple[str, str]]:
    """Each construct with each field that it has facts in, two deep where values lie inside."""
    collections = {collection for collection, _ in CONSTRUCTS.values()}
    for construct, cls in ((PATHWAY, Pathway), *((c, cls) for c, (_, cls) in CONSTRUCTS.items())):
        for field in fields_of(cls):
            if field.name == "id" or field.name in collections:
                continue
            if field.inline:
                yield from ((construct, name) for name in inner_names(field))
            else:
                yield construct, field.name


def inner_names(field: Field) -> Iterator[str]:
    """The fields of a value whose fields are the thing's own, those inside it too."""
    for inner in fields_of(field.type):
        names = inner_names(inner) if inner.inline else [inner.name]
        yield from (f"{field.name}.{name}" for name in names)


def test_every_field_is_drawn() -> None:
    seen: set[tuple[str, str]] = set()

    @settings(
        max_examples=400,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(pathways())
    def look(pathway: Pathway) -> None:
        seen.update((place.construct, place.field) for place in facts(pathway))

    look()
    assert set(reachable()) - seen == set()


def test_ids_are_legal_and_differ_by_more_than_case() -> None:
    assert all(map(is_legal_id, pools.IDS))
    assert len({id_.lower() for id_ in pools.IDS}) == len(pools.IDS)
    assert all(map(is_site_set_name, pools.SITE_SETS))


@pytest.mark.parametrize("pool", CURIES, ids=lambda pool: pool[0])
def test_identifiers_are_canonical(pool: tuple[str, ...]) -> None:
    assert [curie for curie in pool if not is_canonical(curie)] == []


def test_texts_are_what_a_document_can_hold() -> None:
    for text in pools.TEXTS:
        assert check(Pathway(id="P", name=text)) == []
        assert msgspec.json.decode(msgspec.json.encode(text)) == text


def test_a_construct_that_there_is_not_is_no_limit() -> None:
    with pytest.raises(ValueError, match=r"no construct is called 'foo'; expected compartment, .*"):
        Limits(without=frozenset({"foo", "control"}))


@settings(max_examples=20)
@given(pathways())
def test_the_code_of_a_pathway_runs_with_its_imports(pathway: Pathway) -> None:
    names: dict[str, object] = {}
    exec(f"{imports_of(pathway)}\nfound = {code_of(pathway)}", names)
    assert names["found"] == pathway
