"""The ways of gates, as a layout has them: they begin nowhere, and their first bend is the gate.

What a gate joins has ways of its own that lead to it (``pathport.model.layout.Way``).
"""

from collections.abc import Mapping

import msgspec

from pathport.model.layout import Way

__all__ = ["stem_of", "through"]


def stem_of(way: Way, stems: Mapping[str, Way]) -> Way | None:
    """The way from a gate that one from a source leads to: the one that it meets, or else the
    first, unless it ends elsewhere.
    """
    has_end = way.end is not None or way.at is not None
    return stems.get(way.meets or "") or (None if has_end else next(iter(stems.values()), None))


def through(way: Way, stem: Way) -> Way:
    """A way from a source that goes on as that of a gate."""
    return msgspec.structs.replace(
        way,
        bends=(*way.bends, *stem.bends),
        end=stem.end,
        end_at=stem.end_at,
        at=stem.at,
        meets=stem.meets,
    )
