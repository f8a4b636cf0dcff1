"""One measurement in this process: seconds of work and the peak of memory, as a line of JSON.

Run as ``python -m benchmarks.measure FOLDER NUMBER``, the number being that of the case in the
table; with ``FOLDER NUMBER shares`` it tells which modules were at work instead, each with its
share of the seconds. With ``FOLDER FORMAT SIZE`` it makes the inputs, with ``FOLDER FORMAT FILE``
those of a file of the corpus. Seconds are those of the processor, which another program that runs
beside does not lengthen: nothing that is measured waits for a disk or uses more than one thread.
"""

import gc
import json
import resource
import sys
import time
from pathlib import Path

from benchmarks.cases import CASES, make_corpus_inputs, make_inputs
from benchmarks.sampling import shares

MEGABYTE = 2**20
SHARES = "shares"


def main(arguments: list[str]) -> dict[str, float]:
    """What a process with these arguments has to tell."""
    folder = Path(arguments[0])
    if len(arguments) == 2:
        return measured(folder, int(arguments[1]))
    name, source = arguments[1:]
    if source == SHARES:
        return shares(CASES[int(name)].prepare(folder))
    made = (
        make_inputs(folder, name, int(source))
        if source.isdecimal()
        else make_corpus_inputs(folder, Path(source))
    )
    return dict(made)


def measured(folder: Path, case: int) -> dict[str, float]:
    """Seconds, megabytes at the peak, and how many of them were not there before."""
    work = CASES[case].prepare(folder)
    gc.collect()
    before = forget_peak()
    start = time.process_time()
    kept = work()
    seconds = time.process_time() - start
    top = peak()
    del kept
    return {"seconds": seconds, "peak": top / MEGABYTE, "more": (top - before) / MEGABYTE}


def forget_peak() -> float:
    """Bytes in memory now; where the system can, the peak begins here."""
    try:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    except OSError:
        return peak()
    return status("VmRSS")


def peak() -> float:
    """The most bytes that were in memory."""
    if Path("/proc/self/status").exists():
        return status("VmHWM")
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def status(name: str) -> float:
    """A figure of Linux about this process, in bytes."""
    lines = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
    return next(float(line.split()[1]) * 1024 for line in lines if line.startswith(name + ":"))


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1:])))
