"""What controls act on, be it through other controls."""

from collections.abc import Mapping, Sequence

from pathport.model.things import Control

__all__ = ["by_target", "final_target"]


def final_target(control: str, targets: Mapping[str, str | None]) -> str | None:
    """What a control acts on in the end, by the targets of controls; none where that is nothing,
    or where they act on each other in a ring.
    """
    seen: set[str] = set()
    at: str | None = control
    while at is not None and at in targets:
        if at in seen:
            return None
        seen.add(at)
        at = targets[at]
    return at


def by_target(controls: Sequence[Control]) -> list[Control]:
    """Controls after those that they act on."""
    depth: dict[str, int] = {}
    known = {it.id: it for it in controls}

    def of(control: Control, seen: frozenset[str]) -> int:
        target = known.get(control.target or "")
        if target is None or target.id in seen:
            return 0
        if control.id not in depth:
            depth[control.id] = 1 + of(target, seen | {control.id})
        return depth[control.id]

    return sorted(controls, key=lambda it: of(it, frozenset()))
