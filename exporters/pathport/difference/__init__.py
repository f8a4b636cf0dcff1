"""What differs between two pathways: which facts, told in the notation, thing by thing.

`changes` holds the values and compares facts, `matching` and `alike` find which things are the same
whatever their ids, `telling` spells a change. None of them knows a format or a file.
"""

from pathport.difference.changes import By, Change, Difference, FactChange, Name, Sign, applied
from pathport.difference.comparing import difference

__all__ = [
    "By",
    "Change",
    "Difference",
    "FactChange",
    "Name",
    "Sign",
    "applied",
    "difference",
]
