"""Law 7, native wins: what was edited in a file natively is in the pathway as it was edited, and
nothing that was removed returns; whatever was edited, records break no file.

Documents hold no records: of them the law asks no more than that they are read or refused.
"""

from functools import partial

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from tests.laws.cases import elementless, within
from tests.laws.edits import edited
from tests.laws.law import law
from tests.laws.strip import strip
from tests.laws.wins import losses_of_edits

from pathport.errors import PathportError
from pathport.formats import Format
from pathport.model.pathway import Pathway

Edit = tuple[Pathway, bytes]


def native(fmt: Format, content: bytes) -> Pathway:
    return fmt.module.read(strip(content)).pathway


@st.composite
def edited_file(draw: DrawFn, fmt: Format) -> Edit:
    """A pathway, and the file that another program or a person made of what it was written as."""
    sent = draw(within(fmt))
    return sent, draw(edited(fmt.module.write(sent).content))


@law(edit=edited_file)
def test_native_wins(fmt: Format, edit: Edit) -> list[str]:
    sent, content = edit
    try:
        after = native(fmt, content)
    except PathportError:
        return []
    found = fmt.module.read(content).pathway
    before = native(fmt, fmt.module.write(sent).content)
    lacking = partial(elementless, fmt, sent)
    return losses_of_edits(sent, before, after, found, elementless=lacking)
