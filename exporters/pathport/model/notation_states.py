"""Components and states of the notation, ``2*STAT3{pY705}``, read from a text."""

import re

import msgspec

from pathport.model import modifications
from pathport.model.enumerations import Activity
from pathport.model.notation_text import NAME, NotationError, Reader, whole
from pathport.model.parts import NO_STATE, Component, Fragment, Modification, State

__all__ = [
    "COUNT",
    "PLAIN_WORD",
    "is_site_set_name",
    "parse_component",
    "parse_state",
    "read_component",
]

COUNT = re.compile(r"([0-9]{1,18})\s*\*\s*")
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
RESIDUE_SITE = re.compile(
    r"(?P<token>[a-z][a-z]*[0-9]?)(?P<residue>[A-Z])(?P<position>[0-9]{1,18})?"
)
PLACED_SITE = re.compile(r"(?P<token>[a-z][a-z]*[0-9]?)(?:#(?P<position>[0-9]{1,18}))?")
TERM_SITE = re.compile(
    r"(?P<kind>mod:[0-9]{5})(?:#(?P<residue>[A-Z])?(?P<position>[0-9]{1,18})?)?(?![A-Za-z0-9_])"
)
WORD_SITE = re.compile(r"(?:#(?P<residue>[A-Z])?(?P<position>[0-9]{1,18})?)?(?![A-Za-z0-9_])")
ANY_SITE = re.compile(r"\?(?P<residue>[A-Z])?(?P<position>[0-9]{1,18})?")
CALL = re.compile(r"(?P<word>variant|structure|fragment)\s*\(")
PLAIN_WORD = re.compile(r"[\w.+*>-]+")
INTERVAL = re.compile(r"(?P<begin>[0-9]{1,18})?-(?P<end>[0-9]{1,18})?")
RESERVED = frozenset({"and", "or", "not", "variant", "structure", "fragment", *Activity})


def parse_component(text: str) -> Component:
    """The component that the text spells, such as ``2*STAT3{pY705}``.

    :raises NotationError: if it is not in the notation.
    """
    return whole(text, read_component, 'the end or "{"')


def parse_state(text: str) -> State:
    """The state that the text spells, without its braces, such as ``pY705,active``.

    :raises NotationError: if it is not in the notation.
    """
    return whole(text, _state_items, 'the end or ","')


def is_site_set_name(name: str) -> bool:
    """Whether a site set may have this name: an id that the notation reads as nothing else."""
    if not NAME.fullmatch(name):
        return False
    try:
        state = parse_state(name)
    except NotationError:
        return False
    return state == State(modifications=(Modification(site_set=name),))


def read_component(reader: Reader) -> Component:
    """The component that begins here."""
    start = reader.at
    count = 1
    if match := reader.take(COUNT):
        count = int(match[1])
        if count < 1:
            raise reader.fault("a count of 1 or more", at=start)
    if reader.sees("("):
        return _group(reader, count)
    molecule = reader.name("a molecule")
    return Component(molecule=molecule, state=_state(reader), count=count)


def _group(reader: Reader, count: int) -> Component:
    reader.enter("complexes")
    reader.skip("(")
    parts: list[Component] = []
    if not reader.sees(")"):
        parts.append(read_component(reader))
        while reader.skip(":"):
            parts.append(read_component(reader))
    reader.need(")", '":" or ")"')
    reader.back()
    reader.depth -= 1
    return Component(components=tuple(parts), state=_state(reader), count=count)


def _state(reader: Reader) -> State:
    if not reader.sees("{"):
        return NO_STATE
    reader.skip("{")
    state = _state_items(reader)
    reader.space()
    if not reader.sees("}"):
        raise reader.fault('"," or "}"')
    reader.at += 1
    return state


def _state_items(reader: Reader) -> State:
    modifications_: list[Modification] = []
    rest: dict[str, object] = {}
    while True:
        start = reader.at
        item = _state_item(reader)
        if isinstance(item, Modification):
            modifications_.append(item)
        else:
            field, value = item
            if field in rest:
                raise reader.fault(f"one {field} in a state", at=start)
            rest[field] = value
        if not reader.skip(","):
            return msgspec.structs.replace(NO_STATE, modifications=tuple(modifications_), **rest)


def _state_item(reader: Reader) -> Modification | tuple[str, object]:
    if count := reader.take(COUNT):
        return _counted(reader, int(count[1]))
    if reader.skip("!"):
        return msgspec.structs.replace(_modification(reader), absent=True)
    if call := CALL.match(reader.text, reader.at):
        reader.at = call.end()
        return _called(reader, call["word"])
    word = NAME.match(reader.text, reader.at)
    if word and word.group() in set(Activity):
        reader.at = word.end()
        return "activity", Activity(word.group())
    return _modification(reader)


def _counted(reader: Reader, count: int) -> Modification:
    start = reader.at
    if count < 1:
        raise reader.fault("a count of 1 or more", at=start)
    item = msgspec.structs.replace(_modification(reader), count=count)
    if item.is_one:
        raise reader.fault("a modified site whose position is not known", at=start)
    return item


def _called(reader: Reader, word: str) -> tuple[str, object]:
    reader.space()
    start = reader.at
    value: object
    if word == "fragment":
        match = reader.take(INTERVAL)
        if match is None:
            raise reader.fault("an interval such as 22-93", at=start)
        value = Fragment(
            begin=int(match["begin"]) if match["begin"] else None,
            end=int(match["end"]) if match["end"] else None,
        )
    else:
        value = _text(reader)
    reader.need(")", '")"')
    reader.back()
    return word, value


def _text(reader: Reader) -> str:
    if match := reader.take(PLAIN_WORD):
        return match.group()
    return _quoted(reader)


def _quoted(reader: Reader) -> str:
    quoted = QUOTED.match(reader.text, reader.at)
    if quoted is None:
        raise reader.fault("a word or a text in double quotes")
    try:
        text = msgspec.json.decode(quoted.group(), type=str)
    except msgspec.DecodeError as error:
        raise reader.fault("a text in double quotes, escaped as in JSON") from error
    reader.at = quoted.end()
    return text


def _modification(reader: Reader) -> Modification:
    start = reader.at
    if match := reader.take(TERM_SITE):
        return _site(match, match["kind"])
    if match := reader.take(ANY_SITE):
        return _site(match, None)
    if reader.sees('"'):
        text = _quoted(reader)
        match = WORD_SITE.match(reader.text, reader.at)
        if match is None:
            raise reader.fault('"#", "," or "}"')
        reader.at = match.end()
        return msgspec.structs.replace(_site(match, None), word=text)
    word = NAME.match(reader.text, reader.at)
    if word is None:
        raise reader.fault("a modified site, a site set or an activity", at=start)
    for pattern in (RESIDUE_SITE, PLACED_SITE):
        match = pattern.match(reader.text, reader.at)
        if match and match.end() >= word.end():
            kind = modifications.modification(
                match["token"], match.groupdict().get("residue") or ""
            )
            if kind is not None:
                reader.at = match.end()
                return _site(match, kind)
    reader.at = word.end()
    if word.group() in RESERVED:
        raise reader.fault("a modified site or a site set", at=start)
    return Modification(site_set=word.group())


def _site(match: re.Match[str], kind: str | None) -> Modification:
    found = match.groupdict()
    position = found.get("position")
    return Modification(
        kind=kind,
        residue=found.get("residue") or None,
        position=int(position) if position else None,
    )
