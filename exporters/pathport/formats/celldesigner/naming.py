"""What is called something in a file that has no name, or can't be called as it is.

An alias has the id of its box, but never that of a species: a box that is called as its species has
an alias that is called after it.
"""

import hashlib
import re
from collections.abc import Collection, Iterable

__all__ = [
    "Naming",
    "alias_of_box",
    "box_of_alias",
    "is_usual_open",
    "usual_complex",
    "usual_open",
    "usual_void",
]

AFTER = "_alias"
DEGRADED = "_degraded"
OPEN_NAME = re.compile(rf"([A-Za-z]+[0-9]+|\w+_box(_[0-9]+)?|\w+{AFTER}){DEGRADED}", re.ASCII)
"""What CellDesigner calls what something was degraded to whose alias is no longer there: its own,
or one of pathport's.
"""
SID = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def alias_of_box(box: str, species: str) -> str:
    """What the alias of a box is to be called."""
    return f"{species}{AFTER}" if box == species else box


def box_of_alias(alias: str, species: str) -> str:
    """The id of the box that an alias is."""
    return species if alias == f"{species}{AFTER}" else alias


def is_usual_open(species: str, name: str, aliases: Collection[str]) -> bool:
    """Whether a species on an empty side is called so by CellDesigner itself, or not at all."""
    of_alias = name.endswith(DEGRADED) and name.removesuffix(DEGRADED) in aliases
    return name in ("", species) or of_alias or OPEN_NAME.fullmatch(name) is not None


def usual_complex(parts: Iterable[str]) -> str:
    """What a complex without a name is called, by what its parts are: their states and how many of
    each there are is drawn on them.
    """
    return ":".join(parts)


def usual_open(alias: str) -> str:
    """What CellDesigner calls what something is degraded to, by the alias of that."""
    return f"{alias}{DEGRADED}"


def usual_void(alias: str, side: str) -> str:
    """What the species on an empty side is called, by its alias."""
    return f"{alias}_{side}"


class Naming:
    """Ids of a file, each given once; ``taken`` are those of its species and other elements."""

    def __init__(self, taken: Iterable[str]) -> None:
        self.given = set(taken)

    def id_for(self, wanted: str, *place: object) -> str:
        """The id that is wanted, if it is legal and free; else one made from where it is needed."""
        if SID.fullmatch(wanted) is None or wanted in self.given:
            wanted = self._made(wanted, *place)
        self.given.add(wanted)
        return wanted

    def _made(self, *place: object) -> str:
        number = 0
        while True:
            told = "\t".join(map(str, (*place, number))).encode()
            id_ = f"a{hashlib.blake2b(told, digest_size=4).hexdigest()}"
            if id_ not in self.given:
                return id_
            number += 1
