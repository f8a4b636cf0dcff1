"""What the States of a node tell: modified sites, activity, variants, what is bound.

The text of a State names the modification, or the site; a comment of WikiPathways' own form names
both: ``parentid=P40763; parentsymbol=STAT3; site=...; position=tyr705; ptm=p; direction=u``. Fields
of the comment that a pathway has no other place for are the note of the molecule's site.
WikiPathways Academy, "draw protein phosphorylation"; libGPML keeps the fields in this order.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from pathport.formats.gpml.terms import ACTIVITY, MODIFIED, RESIDUE, TERM_OF_CODE, WORD
from pathport.model.modifications import modification, token
from pathport.model.parts import Fragment, Modification, Site, State
from pathport.vocabulary import by_name, term

__all__ = [
    "Told",
    "agrees",
    "comment_fields",
    "comment_told",
    "comments_of",
    "items_of",
    "label_of",
    "place_of",
    "sites_of",
    "state_read",
    "usual_fields",
]

FIELDS = ("parentid", "parentsymbol", "site", "position", "ptm", "direction", "sitegrpid")
OLDER = {"parent": "parentid"}
"""Fields that were called otherwise before."""
PLACES = frozenset({"position", "ptm"})

ONE_LETTER = re.compile(
    r"(?P<word>[A-Za-z]{1,6}?[1-3]?)?-?(?P<residue>[ACDEFGHIKLMNPQRSTUVWY])(?P<position>[0-9]{1,9})?"
)
THREE_LETTERS = re.compile(r"(?P<residue>[A-Za-z]{3})?[ -]?(?P<position>[0-9]{1,9})?")
REPEATED = re.compile(r"P{2,3}|p{2,3}")
"""Phosphates beside each other: two on MEK and ERK. Written so, they tell no residue."""
NUMBERED = re.compile(r"P[0-9]")
"""A numbered phosphate. A proline that is so near to the start is no site that is drawn."""
VARIANT = re.compile(r"[ACDEFGHIKLMNPQRSTVWY][0-9]{1,9}[ACDEFGHIKLMNPQRSTVWY*]")
INTERVAL = re.compile(r"(?P<begin>[0-9]{1,9})?-(?P<end>[0-9]{1,9})?")
UNKNOWN = "?"
MOST_REPEATED = 24
"""A modification is drawn as often as there is, up to here; beyond it is drawn once."""
ANYWHERE = {"ub": "K", "sumo": "K", "nedd": "K", "cit": "R", "gsh": "C"}
"""Words that have a term on one residue only, with that residue."""

WORDS = {label.lower(): word for label, word in MODIFIED}


class Told(msgspec.Struct, frozen=True):
    """One thing that is told of a state, and what is told of its site beside that."""

    state: State
    site: Site | None = None


def comment_fields(text: str) -> dict[str, str] | None:
    """The fields of a comment that tells of a site and nothing else, or nothing if it is no such.

    A field that is told several times has all its values, with ``/`` between them.
    """
    fields, rest = comment_told(text)
    return fields if fields and not rest else None


def comment_told(text: str) -> tuple[dict[str, str], str]:
    """The fields of a comment that tells of a site, and what stands on the lines after them.

    A field ends at a semicolon or with its line. A comment without a site's fields is all rest.
    """
    fields: dict[str, str] = {}
    lines = text.strip().split("\n")
    while lines and (more := _fields_of(lines[0])) is not None:
        for name, value in more:
            fields[name] = f"{fields[name]}/{value}" if fields.get(name, value) != value else value
        del lines[0]
    return (fields, "\n".join(lines)) if fields.keys() & PLACES else ({}, text)


def _fields_of(line: str) -> list[tuple[str, str]] | None:
    """The fields on a line, or nothing if anything else is on it."""
    parts = [part.partition("=") for part in line.strip().strip(";").split(";")]
    named = [(name.strip().lower(), value.strip()) for name, _, value in parts]
    fields = [(OLDER.get(name, name), value) for name, value in named]
    known = all(equals for _, equals, _ in parts) and {name for name, _ in fields} <= {*FIELDS}
    return fields if known else None


# Reading


def state_read(label: str, fields: Mapping[str, str] | None, usual: Mapping[str, str]) -> Told:
    """What a State tells; ``usual`` are the fields that the node itself tells."""
    label = label.strip()
    if fields is None:
        return Told(_state_of(label))
    found = _site_of(fields, label)
    placed = {*PLACES} if _place(fields) else {"ptm"}
    rest = {k: v for k, v in fields.items() if k not in placed and usual.get(k) != v}
    site = msgspec.structs.replace(place_of(found), note=_joined(rest) or None)
    return Told(State(modifications=(found,)), site if rest else None)


def agrees(label: str, found: Modification) -> bool:
    """Whether the text of a State says the same as its comment, or less."""
    label = label.strip()
    named = _labelled(label)
    if named is None:
        return label in (UNKNOWN, found.word)
    told = (named.residue, found.residue), (named.position, found.position)
    if named.count not in (1, found.count):
        return False
    same = named.kind is None or _kind_word(named.kind) == _kind_word(found.kind)
    return same and all(text in (None, comment) for text, comment in told)


def _kind_word(kind: str | None) -> str | None:
    known = token(kind) if kind is not None else None
    return known[0] if known else kind


def _state_of(label: str) -> State:
    """What the text of a State tells by itself."""
    activity = ACTIVITY.key(label.lower())
    if activity is not None:
        return State(activity=activity)
    if label == UNKNOWN:
        return State(modifications=(Modification(),))
    found = _labelled(label)
    if found is not None:
        return State(modifications=(found,))
    if VARIANT.fullmatch(label):
        return State(variant=label)
    span = INTERVAL.fullmatch(label)
    if span:
        return State(fragment=Fragment(begin=_number(span["begin"]), end=_number(span["end"])))
    return State(modifications=(Modification(word=label),))


def _labelled(label: str) -> Modification | None:
    """The modification that a text names: ``P``, ``S473``, ``pY``, ``MeK1041``, a PSI-MOD name.

    A residue without a position is one that PSI-MOD knows the modification on: ``PE`` tells none.
    """
    word = WORDS.get(label.lower())
    if word is not None:
        return _modification(word, None, None)
    if REPEATED.fullmatch(label):
        return Modification(kind=modification("p"), count=len(label))
    match = ONE_LETTER.fullmatch(label)
    if match is not None:
        prefix, residue, position = match["word"], match["residue"], _number(match["position"])
        named = WORDS.get((prefix or "").lower())
        if named is not None and (position is not None or modification(named, residue)):
            return _modification(named, residue, position)
        if prefix is None and position is not None and not NUMBERED.fullmatch(label):
            return Modification(residue=residue, position=position)
    long = THREE_LETTERS.fullmatch(label)
    if long is not None and long["residue"] and long["position"]:
        residue = RESIDUE.key(long["residue"].lower())
        if residue is not None:
            return Modification(residue=residue, position=_number(long["position"]))
    kind = by_name("mod", label) if len(label) > 3 else None
    return Modification(kind=kind) if kind is not None else None


def _modification(word: str, residue: str | None, position: int | None) -> Modification:
    """A modification by its word; where there is a term for the residue, that term."""
    kind = modification(word, residue or "") or modification(word)
    if kind is None:
        kind = modification(word, ANYWHERE.get(word, ""))
    return Modification(kind=kind, residue=residue, position=position)


def _site_of(fields: Mapping[str, str], label: str) -> Modification:
    """The modified site that a comment names; what it lacks, the text may tell."""
    residue, position = _place(fields) or (None, None)
    named = _labelled(label)
    if named is not None and not fields.get("position"):
        residue, position = named.residue, named.position
    word = fields.get("ptm", "")
    code = word.lower()
    code = TERM_OF_CODE.get(code, code)
    if code.startswith("mod:"):
        return Modification(kind=code if term(code) else None, residue=residue, position=position)
    ours = WORD.key(code) or (code if modification(code) or code in ANYWHERE else None)
    if ours is None:
        kind = named.kind if named is not None and not word else None
        own = word or (label if named is None and label != UNKNOWN else None)
        return Modification(kind=kind, word=own, residue=residue, position=position)
    one = _modification(ours, residue, position)
    is_repeated = named is not None and named.kind == one.kind and not one.position
    return msgspec.structs.replace(one, count=named.count) if named and is_repeated else one


def _place(fields: Mapping[str, str]) -> tuple[str | None, int | None] | None:
    """Residue and position that a comment names, or nothing if it names something else."""
    place = THREE_LETTERS.fullmatch(fields.get("position", ""))
    if place is None:
        return None
    residue, position = RESIDUE.key((place["residue"] or "").lower()), _number(place["position"])
    is_known = (residue or not place["residue"]) and (position or not place["position"])
    return (residue, position) if is_known else None


def place_of(found: Modification) -> Site:
    """The site that a modification is at."""
    return Site(residue=found.residue, position=found.position, kind=found.kind, word=found.word)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits and 0 < int(digits) < 2**31 else None


# Writing


def items_of(state: State) -> Iterator[State]:
    """A state one thing after the other, each as a State of GPML can tell it."""
    for item in state.modifications:
        if not item.absent and item.site_set is None:
            one = State(modifications=(msgspec.structs.replace(item, count=1),))
            yield from [one] * (item.count if item.count <= MOST_REPEATED else 1)
    for field in ("activity", "structure", "fragment", "variant"):
        value = getattr(state, field)
        if value is not None:
            told: dict[str, Any] = {field: value}
            yield State(**told)


def label_of(item: State) -> str:
    """The text of the State that tells one thing."""
    if item.activity is not None:
        return ACTIVITY.word(item.activity) or ""
    if item.fragment is not None:
        begin, end = item.fragment.begin, item.fragment.end
        return f"{'' if begin is None else begin}-{'' if end is None else end}"
    if not item.modifications:
        return item.variant or item.structure or ""
    found = item.modifications[0]
    if found.word is not None:
        return found.word
    if found.kind is None:
        position = "" if found.position is None else str(found.position)
        text = f"{found.residue or ''}{position}"
        return UNKNOWN if NUMBERED.fullmatch(text) else text or UNKNOWN
    word = token(found.kind)
    if word is None:
        known = term(found.kind)
        return known.name if known and known.name else found.kind
    return MODIFIED.key(word[0]) or word[0]


def comments_of(item: State, usual: Mapping[str, str], note: str | None = None) -> tuple[str, ...]:
    """The comments that tell of the site of a modification: its fields where such are needed, and
    what else is said of it.

    ``usual`` are the fields that the node itself tells, ``note`` that of the molecule's site.
    """
    if not item.modifications:
        return ()
    first, *rest = (note or "").split("\n")
    more = comment_fields(f"ptm=;{first}") or {}
    more = more if not more.get("ptm") else {}
    said = rest if more or not first else [first, *rest]
    told = _fields_told(item, usual, more)
    free = said if all(map(str.strip, said)) else ["\n".join(said)]
    return (*([told] if told else []), *free)


def _fields_told(item: State, usual: Mapping[str, str], more: Mapping[str, str]) -> str:
    """The comment of the fields of a site; empty where the text of the State tells it all."""
    found = item.modifications[0]
    place = f"{RESIDUE.word(found.residue or '') or ''}{found.position or ''}"
    fields = {**usual, **more, "ptm": found.word or _word(found.kind)}
    fields |= {"position": place} if place else {}
    alone = _state_of(label_of(item)) == item
    if alone and (not place or not fields["ptm"]) and not any(more.values()):
        return ""
    told = _joined(fields)
    return told if comment_fields(told) == {k: v for k, v in fields.items() if v} else ""


def _word(kind: str | None) -> str:
    known = token(kind) if kind is not None else None
    return (WORD.word(known[0]) or known[0]) if known else kind or ""


def _joined(fields: Mapping[str, str]) -> str:
    return "; ".join(f"{name}={fields[name]}" for name in FIELDS if fields.get(name))


def sites_of(sites: Sequence[Site], found: Modification) -> list[Site]:
    """What a molecule tells of the site of a modification, with one note; a reference each."""
    wanted = (found.residue, found.position, found.kind, found.word)
    told = ((it.residue, it.position, it.kind, it.word) for it in sites)
    there = [it for it, own in zip(sites, told, strict=True) if own == wanted]
    return [it for it in there if it.note == there[0].note]


def usual_fields(label: str, curie: str | None) -> dict[str, str]:
    """What the comment of a site repeats of its node."""
    prefix, _, local = (curie or "").partition(":")
    fields = {"parentid": local if prefix.startswith("uniprot") else "", "parentsymbol": label}
    return {name: value for name, value in fields.items() if value and _is_field(value)}


def _is_field(value: str) -> bool:
    """Whether a comment's form can hold the value."""
    found = comment_fields(f"ptm=p; parentsymbol={value}")
    return found is not None and found.get("parentsymbol") == value
