"""Elements of XML of which it is known what has been taken, so that nothing is left out in silence.

What GPML's elements mean is not known here.
"""

import math
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from lxml import etree

__all__ = ["Taken"]

T = TypeVar("T")

MOST_LINES = 2**16 - 1
SHOWN = 60


class Taken:
    """An element, to be taken bit by bit: its attributes, its text, the elements in it.

    ``rest`` tells what nobody took. Texts are as XML gives them; one without a visible character
    says nothing.
    """

    def __init__(self, element: etree._Element) -> None:
        self.element = element
        name = etree.QName(element)
        self.name = name.localname
        self.namespace = name.namespace or ""
        line: Any = element.sourceline
        self.line = int(line) if line and line < MOST_LINES else 0
        self.taken: set[str] = set()
        self.read = False
        self.inner = [Taken(it) for it in element]
        self.known: set[int] = set()

    def text(self) -> str:
        """The text in the element."""
        self.read = True
        return self.element.text or ""

    def get(self, name: str, default: str = "") -> str:
        """The value of an attribute; of one without a visible character, or none, the default."""
        self.taken.add(name)
        value = self.element.get(name)
        return default if value is None or not value.strip() else value

    def number(self, name: str, default: float = 0.0) -> float:
        """The value of an attribute that is a finite number; another one is left for ``rest``."""
        found = self.meaning(name, _finite)
        return default if found is None else found

    def size(self, name: str, default: float = 0.0) -> float:
        """The same of an attribute that is 0 or more."""
        found = self.meaning(name, _positive)
        return default if found is None else found

    def share(self, name: str) -> float:
        """The same of a part of a whole, from 0 to 1."""
        return self.meaning(name, _share) or 0.0

    def whole(self, name: str) -> int | None:
        """The same of a whole number; nothing where there is none."""
        return self.meaning(name, _whole)

    def meaning(self, name: str, read: Callable[[str], T | None], default: str = "") -> T | None:
        """What the value of an attribute means; one that means nothing is left for ``rest``."""
        value = self.get(name, default)
        found = read(value) if value else None
        if found is None:
            self.taken.discard(name)
        return found

    def all(self, name: str) -> list["Taken"]:
        """The elements of this name inside."""
        found = [it for it in self.inner if it.name == name]
        self.known.update(map(id, found))
        return found

    def one(self, name: str) -> "Taken | None":
        """The first element of this name inside; others are left."""
        found = next((it for it in self.inner if it.name == name), None)
        if found is not None:
            self.known.add(id(found))
        return found

    def ignore(self, *names: str) -> None:
        """Takes attributes that say nothing of biology."""
        self.taken.update(names)

    def rest(self) -> Iterator[tuple[str, int]]:
        """What was not taken, with its line: attributes, elements, texts."""
        yield from (
            (f'{etree.QName(name).localname}="{str(value)[:SHOWN]}"', self.line)
            for name, value in self.element.items()
            if name not in self.taken and value.strip()
        )
        if not self.read and (self.element.text or "").strip():
            yield f'the text "{(self.element.text or "").strip()[:SHOWN]}"', self.line
        for inner in self.inner:
            if id(inner) in self.known:
                yield from inner.rest()
            else:
                yield f"<{inner.name}>", inner.line
            if (inner.element.tail or "").strip():
                yield f'the text "{(inner.element.tail or "").strip()[:SHOWN]}"', inner.line


def _finite(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _positive(text: str) -> float | None:
    value = _finite(text)
    return value + 0.0 if value is not None and value >= 0 else None


def _share(text: str) -> float | None:
    value = _positive(text)
    return value if value is not None and value <= 1 else None


def _whole(text: str) -> int | None:
    value = _finite(text)
    return int(value) if value is not None and value.is_integer() else None
