"""Law 5, deterministic: equal pathways give identical bytes, whatever the order of their parts, the
hash seed, the locale or the time zone.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from tests.laws.law import law

from pathport.formats import Format, Limits, known_formats
from pathport.model.pathway import Pathway
from pathport.model.value import content_of
from pathport.testing import pathways, shuffled

WRITE = """
import hashlib, sys
from pathport.formats import known_formats
from pathport.model.pathway import Pathway
from pathport.model.value import value_of
for line in open(sys.argv[1], encoding="utf-8", newline="\\n"):
    pathway = value_of(line, Pathway)
    for fmt in known_formats():
        print(fmt.name, hashlib.sha256(fmt.module.write(pathway).content).hexdigest())
"""

WORLDS = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "Asia/Kathmandu"},
    {"PYTHONHASHSEED": "4294967295", "LC_ALL": "POSIX", "LANGUAGE": "tr", "TZ": "UTC"},
)


def in_another_order(fmt: Format, sent: Pathway) -> SearchStrategy[Pathway]:
    """An equal pathway whose parts were given in another order."""
    return st.integers(0, 2**32 - 1).map(lambda number: shuffled(sent, Random(number)))


@law(reads=False, twin=in_another_order)
def test_the_order_of_parts_means_nothing(fmt: Format, sent: Pathway, twin: Pathway) -> list[str]:
    one, other = (fmt.module.write(it).content for it in (sent, twin))
    return [] if one == other else ["the order of parts shows in the file"]


@law()
def test_what_was_read_gives_the_same_bytes(fmt: Format, sent: Pathway) -> list[str]:
    content = fmt.module.write(sent).content
    again = fmt.module.write(fmt.module.read(content).pathway).content
    return [] if again == content else ["what was read is written otherwise"]


def drawn(number: int) -> list[Pathway]:
    """So many pathways that every format holds."""
    found: list[Pathway] = []

    @settings(
        max_examples=number,
        phases=[Phase.generate],
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(pathways(within=Limits(complete=True)))
    def draw(pathway: Pathway) -> None:
        found.append(pathway)

    draw()
    return found


def test_seed_and_locale_mean_nothing(tmp_path: Path) -> None:
    sent = drawn(20)
    lines = tmp_path / "pathways"
    lines.write_text("".join(f"{content_of(it)}\n" for it in sent), encoding="utf-8", newline="\n")
    here = [
        f"{fmt.name} {hashlib.sha256(fmt.module.write(it).content).hexdigest()}"
        for it in sent
        for fmt in known_formats()
    ]
    for world in WORLDS:
        told = subprocess.run(
            [sys.executable, "-c", WRITE, str(lines)],
            env={"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path), **world},
            check=True,
            capture_output=True,
            text=True,
        )
        assert told.stdout.splitlines() == here, world
