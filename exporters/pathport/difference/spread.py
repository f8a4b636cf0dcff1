"""The changes of a value that is spread over many facts, a layout or quantities: item by item.

A list that one of the pathways does not have at all is told by how many items it has.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from pathport.difference.changes import Change, FactChange, Sign
from pathport.difference.texts import NOTHING, SIGNS, cut, one_line, scalar_text
from pathport.model.facts import outer_key

__all__ = ["spread_changes"]


class _Item(NamedTuple):
    """A scalar of a spread value, or with a key an item of a list, as facts name them."""

    construct: str
    id: str
    field: str
    key: str = ""


def spread_changes(
    construct: str, id_: str, facts: Iterable[FactChange], *, in_both: Collection[str]
) -> Iterator[Change]:
    """The changes of a value of a thing; ``in_both`` are the lists that both values have."""
    items: dict[_Item, list[FactChange]] = {}
    for fact in facts:
        field = ".".join(fact.field.split(".")[:2])
        item = _Item(construct, id_, field, outer_key(fact.key))
        items.setdefault(item, []).append(fact)
    lists: dict[tuple[_Item, Sign], list[list[FactChange]]] = {}
    for item, told in items.items():
        sign = _sign(item, told)
        if sign is Sign.CHANGED or item.field in in_both:
            yield _of_item(item, sign, told)
        else:
            lists.setdefault((item._replace(key=""), sign), []).append(told)
    for (item, sign), parts in lists.items():
        yield _came_or_went(item, sign, str(len(parts)), [fact for told in parts for fact in told])


def _sign(item: _Item, facts: Iterable[FactChange]) -> Sign:
    """Whether an item came, went or changed: the fact that it is there has its list's name."""
    there = next((it for it in facts if _says_it_is_there(item, it)), None)
    if there is None:
        return Sign.CHANGED
    return Sign.REMOVED if there.after is None else Sign.ADDED


def _says_it_is_there(item: _Item, fact: FactChange) -> bool:
    return fact.field == item.field and True in (fact.before, fact.after)


def _of_item(item: _Item, sign: Sign, facts: list[FactChange]) -> Change:
    """The change of one item, or of a scalar."""
    before, after = (_side(item, facts, side) for side in ("before", "after"))
    if sign is not Sign.CHANGED:
        return _came_or_went(item, sign, before or after, facts)
    told = ", ".join(_told(item, fact) for fact in facts)
    return _change(item, sign, (before or NOTHING, after or NOTHING), told, facts)


def _came_or_went(item: _Item, sign: Sign, text: str, facts: list[FactChange]) -> Change:
    """The change that an item, or all of a list, is there or is not."""
    there = text or item.key
    sides = ("", there) if sign is Sign.ADDED else (there, "")
    return _change(item, sign, sides, cut(text), facts)


def _change(
    item: _Item, sign: Sign, sides: tuple[str, str], told: str, facts: list[FactChange]
) -> Change:
    """A change of an item, with what it says on both sides."""
    subject = " ".join(filter(None, item))
    return Change(
        change=sign,
        construct=item.construct,
        id=item.id,
        field=item.field,
        before=sides[0],
        after=sides[1],
        line=one_line(f"{SIGNS[sign]} {subject}" + (f": {told}" if told else "")),
        facts=tuple(facts),
    )


def _side(item: _Item, facts: Iterable[FactChange], side: str) -> str:
    """What an item says on one side."""
    told = ((fact, getattr(fact, side)) for fact in facts if not _says_it_is_there(item, fact))
    return ", ".join(
        f"{_label(item, fact)} {scalar_text(value)}".strip()
        for fact, value in told
        if value is not None
    )


def _told(item: _Item, fact: FactChange) -> str:
    """A fact with its value before and after."""
    sides = (NOTHING if it is None else cut(scalar_text(it)) for it in (fact.before, fact.after))
    return f"{_label(item, fact)} {' -> '.join(sides)}".strip()


def _label(item: _Item, fact: FactChange) -> str:
    """What a fact of an item is called: its field within the item, and its key within that."""
    field = fact.field.removeprefix(item.field).removeprefix(".")
    inner = fact.key.removeprefix(item.key).removeprefix("|")
    return " ".join(filter(None, (field, inner)))
