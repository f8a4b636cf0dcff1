"""What differs between two pathways, or between the files that hold them."""

from pathport.api.choices import one_of
from pathport.api.reading import Input, read
from pathport.difference import By, Difference, difference
from pathport.model.pathway import Pathway
from pathport.safety.collector import collector_paused

__all__ = ["diff"]


def diff(a: Pathway | Input, b: Pathway | Input, by: str = "id") -> Difference:
    """What is to be changed in ``a`` to make ``b`` of it; false where both say the same.

    Each is a pathway, or a source as ``read`` takes one, in any format. Things are matched by their
    ids, or with ``by="meaning"`` by what they are, whatever their ids.

    :raises UnknownNameError: if ``by`` is neither.
    :raises PathportError: as ``read`` does.
    """
    way = By(one_of(By, by, "by"))
    before, after = (each if isinstance(each, Pathway) else read(each) for each in (a, b))
    with collector_paused():
        return difference(before, after, way)
