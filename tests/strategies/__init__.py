"""Strategies of the model's values: whole pathways, and what they are made of."""

from tests.strategies.pathways import pathways

__all__ = ["pathways"]
