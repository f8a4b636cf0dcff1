"""Strategies of hypothesis for those who test a reader, a writer or a converter of pathways.

`pathways` draws whole pathways: valid, rich in what has broken readers, and small when they shrink;
what a format is limited to (`Limits`) is its parameter. `shuffled` makes a pathway again from its
parts in another order, `code_of` tells the code that makes a value, `imports_of` what it imports.

Needs hypothesis, which ``pip install 'pathport[testing]'`` brings along.

:raises ModuleNotFoundError: on import, if hypothesis is not installed.
"""

try:
    import hypothesis  # noqa: F401 - asked for here, so that what is missing is told once
except ModuleNotFoundError as error:
    told = "pathport.testing needs hypothesis; install it by: pip install 'pathport[testing]'"
    raise ModuleNotFoundError(told, name="hypothesis") from error

from pathport.formats import Limits
from pathport.testing.code import code_of, imports_of
from pathport.testing.pathways import pathways
from pathport.testing.shuffles import shuffled

__all__ = ["Limits", "code_of", "imports_of", "pathways", "shuffled"]
