"""Which modules were at work: those of pathport, whatever they call."""

import signal

import pytest
from benchmarks.sampling import shares

import pathport


def test_the_module_that_works_has_its_share() -> None:
    def work() -> None:
        for _ in range(200):
            pathport.read(b"pathport: 1\nid: a\nmolecules: {A: {kind: protein}}\n", "yaml")

    found = shares(work)
    assert sum(found.values()) == pytest.approx(1)
    assert any(name.startswith("document.") for name in found)


def test_what_fails_leaves_no_look_behind() -> None:
    with pytest.raises(ZeroDivisionError):
        shares(lambda: 1 // 0)
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
