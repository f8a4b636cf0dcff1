"""Coverage, measured: each kind of fact and each word occurs often enough in every format.

``COVERAGE=all`` measures, for minutes, and ``-rP`` shows the table. The default run does not: the
looks of a box's marks, and a few words on rules and events, occur more seldom than they should.
"""

import os
import sys

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from tests.laws.cases import READ_AND_WRITTEN
from tests.laws.coverage import LEAST_KIND, LEAST_WORD, Coverage, kinds, words

from pathport.formats import Limits
from pathport.model.enumerations import Effect
from pathport.model.facts import facts
from pathport.model.pathway import Pathway
from pathport.model.things import Control
from pathport.testing import pathways

EXAMPLES = 5_000


def drawn_within(limits: Limits) -> Limits:
    """Those of a format's limits that decide which pathways are drawn."""
    return Limits(
        complete=limits.complete,
        quantities=limits.quantities,
        layout=limits.layout,
        without=limits.without,
    )


WITHIN = {drawn_within(fmt.limits): fmt.name for fmt in reversed(READ_AND_WRITTEN)}
"""Each of the limits that formats have, with one format that has them."""


def measured(limits: Limits, examples: int) -> Coverage:
    """What occurs in so many examples: by the hundred, for hypothesis varies what it has drawn."""
    seen = Coverage()
    for number in range(examples // 100):

        @seed(number)
        @settings(
            max_examples=100,
            phases=[Phase.generate],
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(pathways(within=limits))
        def look(pathway: Pathway) -> None:
            seen.add(pathway)

        look()
    return seen


def possible(names: tuple[str, ...], limits: Limits) -> list[str]:
    """The kinds that there can be within these limits."""
    kept = {"quantities": limits.quantities, "layout": limits.layout}
    gone = [f"pathway {field}" for field, is_kept in kept.items() if not is_kept]
    gone += limits.without
    return [name for name in names if not name.startswith(tuple(gone))]


@pytest.mark.skipif(os.environ.get("COVERAGE") != "all", reason="takes minutes: COVERAGE=all")
@pytest.mark.parametrize("limits", WITHIN, ids=WITHIN.values())
def test_each_kind_and_each_word_occurs(limits: Limits) -> None:
    seen = measured(limits, EXAMPLES)
    sys.stdout.write("\n".join(seen.table()))
    assert seen.examples == EXAMPLES
    assert seen.below(possible(kinds(), limits), LEAST_KIND) == []
    told = words() if limits == Limits(complete=limits.complete) else ()
    assert seen.below(told, LEAST_WORD) == []


def test_what_occurs_is_counted_by_example() -> None:
    seen = Coverage()
    seen.add(Pathway(id="P", controls=(Control(id="A", effect=Effect.TRIGGER),)))
    seen.add(Pathway(id="P"))
    assert (seen.share("pathway id"), seen.share("control effect")) == (1.0, 0.5)
    assert (seen.share("Effect.TRIGGER"), seen.share("Effect.INHIBITION")) == (0.5, 0.0)
    assert seen.below(("control effect", "control mechanism"), 0.5) == ["control mechanism: 0.00%"]


def test_every_kind_that_occurs_is_known() -> None:
    found: set[str] = set()

    @seed(2)
    @settings(max_examples=100, phases=[Phase.generate], database=None)
    @given(pathways())
    def look(pathway: Pathway) -> None:
        found.update(f"{place.construct} {place.field}".strip() for place in facts(pathway))

    look()
    assert found - set(kinds()) == set()
