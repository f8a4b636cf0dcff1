"""Whether each equation can be given a variable of its own, which it then determines.

SBML Level 3 Version 1 Core, 4.9.5: a model in which that can't be is overdetermined.
"""

from collections.abc import Collection, Mapping

__all__ = ["unmatched"]


def unmatched(equations: Mapping[str, Collection[str]]) -> list[str]:
    """The equations that are left over, once as many as possible have one of their variables."""
    solved_by: dict[str, str] = {}
    return [it for it in equations if not _augmented(it, equations, solved_by)]


def _augmented(
    equation: str, equations: Mapping[str, Collection[str]], solved_by: dict[str, str]
) -> bool:
    """Finds a variable for an equation, others giving theirs up for another, level by level."""
    found_by: dict[str, str] = {}
    waiting = [equation]
    while waiting:
        asking = waiting.pop(0)
        for variable in equations[asking]:
            if variable in found_by:
                continue
            found_by[variable] = asking
            holder = solved_by.get(variable)
            if holder is not None:
                waiting.append(holder)
                continue
            _hand_on(variable, found_by, solved_by, equation)
            return True
    return False


def _hand_on(
    variable: str, found_by: Mapping[str, str], solved_by: dict[str, str], first: str
) -> None:
    """Gives each equation on the way the variable that it asked for, back to the first."""
    while True:
        asking = found_by[variable]
        former = next((it for it, holder in solved_by.items() if holder == asking), None)
        solved_by[variable] = asking
        if asking == first or former is None:
            return
        variable = former
