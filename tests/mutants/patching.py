"""A changed table in the place of the written one, before any other module has seen it."""

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType

from tests.mutants.sources import source
from tests.mutants.tables import Mutant, mutated

__all__ = ["patch"]


class Loader(SourceFileLoader):
    """Loads the tables, and changes one of them."""

    mutant: Mutant

    def exec_module(self, module: ModuleType) -> None:
        super().exec_module(module)
        table = getattr(module, self.mutant.table)
        setattr(module, self.mutant.table, mutated(table, self.mutant))


class Finder(MetaPathFinder):
    """Finds one module, as it is found without; all others are for those who come after."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant
        self.name = source(mutant.source).module

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != self.name:
            return None
        spec = PathFinder.find_spec(fullname, path)
        if spec is None or spec.origin is None:
            raise ModuleNotFoundError(fullname)
        loader = Loader(fullname, spec.origin)
        loader.mutant = self.mutant
        spec.loader = loader
        return spec


def patch(mutant: Mutant) -> None:
    """From now on the tables are those of the mutant, in this process.

    :raises RuntimeError: if the tables are loaded already, and someone may hold what was written.
    """
    finder = Finder(mutant)
    if finder.name in sys.modules:
        raise RuntimeError(f"{finder.name} is loaded already")
    sys.meta_path.insert(0, finder)
