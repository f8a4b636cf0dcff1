"""Law 3, honest: a file without its records says exactly what the report calls native, the general
values of what it calls coarse, and what it calls supplied.

Ids of objects without an element are left out; what is native of them is compared on their users.
"""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st
from tests.laws.alike import differences
from tests.laws.cases import elementless, every_format, within
from tests.laws.strip import strip
from tests.laws.told import DISPUTED, told_natively

from pathport.formats import Format
from pathport.model.facts import build, facts


@every_format
@given(data=st.data())
def test_honest(fmt: Format, data: st.DataObject) -> None:
    sent = data.draw(within(fmt))
    written = fmt.module.write(sent)
    told = told_natively(facts(sent), written.account)
    disputed = defaultdict(set)
    for place in [place for place, value in told.items() if value == DISPUTED]:
        disputed[place.construct, place.id].add((place.field, place.key))
        del told[place]
    found = fmt.module.read(strip(written.content)).pathway
    left_out = elementless(fmt, sent, found)
    assert differences(build(told), found, left_out, disputed) == []
