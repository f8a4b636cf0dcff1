"""A document's plain tree as JSON: two spaces of indentation, texts unescaped (RFC 8259)."""

from typing import Any

import msgspec

__all__ = ["spelled"]


def spelled(tree: dict[str, Any]) -> str:
    """The text of a mapping, lists, texts, numbers and truth values, with an end of line."""
    return msgspec.json.format(msgspec.json.encode(tree), indent=2).decode() + "\n"
