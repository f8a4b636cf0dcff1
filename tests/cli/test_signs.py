"""Rows that begin with a sign have its colour on a terminal, and none elsewhere."""

import pytest

from pathport.cli.answer import Table
from pathport.cli.show import drawn

ROWS = [["+ came"], ["- went"], ["~ changed"]]
COLOURS = ("\x1b[32m+ came", "\x1b[31m- went", "\x1b[33m~ changed")


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.mark.parametrize("signed", [True, False])
def test_a_sign_colours_its_row(signed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    shown = drawn(Table(("difference",), ROWS, signed=signed))
    assert [colour in shown for colour in COLOURS] == [signed] * 3


def test_what_is_no_terminal_gets_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    assert "\x1b" not in drawn(Table(("difference",), ROWS, signed=True))
