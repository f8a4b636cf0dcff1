"""The mutants that nothing kills, each with the reason why it does not matter."""

from collections.abc import Mapping

__all__ = ["REASONS"]

REASONS: Mapping[str, str] = {}
"""By the mutant's name."""
