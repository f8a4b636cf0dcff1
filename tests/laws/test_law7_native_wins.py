"""Law 7, native wins: what was edited in a file natively is in the pathway as it was edited, and
nothing that was removed returns; whatever was edited, records break no file.

Documents hold no records: of them the law asks no more than that they are read or refused.
"""

from functools import partial

from hypothesis import given
from hypothesis import strategies as st
from tests.laws.cases import elementless, every_format, within
from tests.laws.edits import edited
from tests.laws.strip import strip
from tests.laws.wins import losses_of_edits

from pathport.errors import PathportError
from pathport.formats import Format
from pathport.model.pathway import Pathway


def native(fmt: Format, content: bytes) -> Pathway:
    return fmt.module.read(strip(content)).pathway


@every_format
@given(data=st.data())
def test_native_wins(fmt: Format, data: st.DataObject) -> None:
    sent = data.draw(within(fmt))
    written = fmt.module.write(sent).content
    content = data.draw(edited(written))
    try:
        after = native(fmt, content)
    except PathportError:
        return
    found = fmt.module.read(content).pathway
    before = native(fmt, written)
    lacking = partial(elementless, fmt, sent)
    assert losses_of_edits(sent, before, after, found, elementless=lacking) == []
