"""What was made of the very same pathway before, for whoever needs it again.

The formats of one export each want its picture. An equal pathway is not the same one: that what is
made of equal ones is equal is shown by making both.
"""

import functools
import weakref
from collections.abc import Callable
from typing import TypeVar

from pathport.model.pathway import Pathway

__all__ = ["remembered"]

T = TypeVar("T")

MOST = 4
"""So many pathways are remembered, each only as long as something else holds it."""


def remembered(make: Callable[[Pathway], T]) -> Callable[[Pathway], T]:
    """The function, which is not run again for a pathway that it was lately run for."""
    kept: tuple[tuple[weakref.ref[Pathway], T], ...] = ()

    @functools.wraps(make)
    def found(pathway: Pathway) -> T:
        nonlocal kept
        for known, made in kept:
            if known() is pathway:
                return made
        made = make(pathway)
        alive = [it for it in kept if it[0]() is not None]
        kept = (*alive[1 - MOST :], (weakref.ref(pathway), made))
        return made

    return found
