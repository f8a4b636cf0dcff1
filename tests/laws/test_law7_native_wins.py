"""Law 7, native wins: what was edited in a file natively is in the pathway as it was edited, and
nothing that was removed returns; whatever was edited, records break no file.

Documents hold no records: there is nothing in them that could win over what they say.
"""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.laws.cases import elementless, within
from tests.laws.edits import edited
from tests.laws.strip import HOLDS_RECORDS, strip
from tests.laws.wins import losses_of_edits

from pathport.errors import PathportError
from pathport.formats import Format, format_named
from pathport.model.pathway import Pathway


def native(fmt: Format, content: bytes) -> Pathway:
    return fmt.module.read(strip(fmt.name, content)).pathway


@pytest.mark.parametrize("fmt", [format_named(name) for name in HOLDS_RECORDS], ids=HOLDS_RECORDS)
@given(data=st.data())
def test_native_wins(fmt: Format, data: st.DataObject) -> None:
    sent = data.draw(within(fmt))
    written = fmt.module.write(sent).content
    content = data.draw(edited(fmt.name, written))
    try:
        after = native(fmt, content)
    except PathportError:
        return
    found = fmt.module.read(content).pathway
    before = native(fmt, written)
    lacking = partial(elementless, fmt, sent)
    assert losses_of_edits(sent, before, after, found, elementless=lacking) == []
