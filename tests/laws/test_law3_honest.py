"""Law 3, honest: a file without its records says exactly what the report calls native, the general
values of what it calls coarse, and what it calls supplied.

Ids of objects without an element are left out; what is native of them is compared on their users.
"""

from collections import defaultdict

from tests.laws.alike import differences
from tests.laws.cases import elementless
from tests.laws.law import law
from tests.laws.strip import strip
from tests.laws.told import DISPUTED, told_natively

from pathport.formats import Format
from pathport.model.facts import build, facts
from pathport.model.pathway import Pathway


@law()
def test_honest(fmt: Format, sent: Pathway) -> list[str]:
    written = fmt.module.write(sent)
    told = told_natively(facts(sent), written.account)
    disputed = defaultdict(set)
    for place in [place for place, value in told.items() if value == DISPUTED]:
        disputed[place.construct, place.id].add((place.field, place.key))
        del told[place]
    found = fmt.module.read(strip(written.content)).pathway
    left_out = elementless(fmt, sent, found)
    return differences(build(told), found, left_out, disputed)
