"""Where the time of a case goes: which module was at work, looked at each millisecond.

What a library does counts for the module that called it. The time between two looks is that of the
processor, for a look comes late where a library does not let it in.
"""

import signal
import time
from collections import Counter
from collections.abc import Callable
from types import FrameType

__all__ = ["shares"]

PACKAGE = "pathport."
ELSEWHERE = "elsewhere"
INTERVAL = 0.001


def shares(work: Callable[[], object]) -> dict[str, float]:
    """By module of pathport, its share of the processor's time while the work is done."""
    seconds: Counter[str] = Counter()
    last = time.process_time()

    def look(_signal: int, frame: FrameType | None) -> None:
        nonlocal last
        now = time.process_time()
        seconds[module_of(frame)] += now - last
        last = now

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    try:
        work()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    whole = seconds.total()
    return {name: time_ / whole for name, time_ in seconds.most_common()}


def module_of(frame: FrameType | None) -> str:
    """The innermost module of pathport that is at work."""
    while frame is not None:
        name = str(frame.f_globals.get("__name__", ""))
        if name.startswith(PACKAGE):
            return name.removeprefix(PACKAGE)
        frame = frame.f_back
    return ELSEWHERE
