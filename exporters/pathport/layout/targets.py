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
    """Controls after those that they act on; those that act in a ring, one after another."""
    targets = {it.id: it.target or "" for it in controls}
    depth: dict[str, int] = {}
    for control in controls:
        chain: dict[str, None] = {}
        at = control.id
        while at in targets and at not in depth and at not in chain:
            chain[at] = None
            at = targets[at]
        depth |= {it: n for n, it in enumerate(reversed(chain), start=depth.get(at, -1) + 1)}
    return sorted(controls, key=lambda it: depth[it.id])
