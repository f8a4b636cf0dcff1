"""Strategies of the model's values: whole pathways, and what they are made of."""

from tests.strategies.pathways import pathways
from tests.strategies.shuffles import shuffled

__all__ = ["pathways", "shuffled"]
