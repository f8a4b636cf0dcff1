"""Which things of the document the things of an edited file are.

Most have an element with the document's own id. Molecules in drawings and the parts of joined
things have none: each occurrence belongs to the thing that it belonged to before the edit, unless
it was changed while others of the same thing were not; then it is what it looks like now.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

import msgspec

from pathport.fidelity.linking import Names, nameless, seen_digest
from pathport.fidelity.reading import Reading
from pathport.fidelity.records import Anchor
from pathport.model.enumerations import Relation
from pathport.model.facts import entries_of
from pathport.model.ids import legal_id, numbered
from pathport.model.things import Molecule, Thing
from pathport.updating.ids import is_made
from pathport.updating.said import links_in

__all__ = ["SHOWN", "Identities", "identities", "tells", "terms_of"]

LONGEST_LABEL = 60
"""As much of a label makes an id."""
SHOWN = frozenset({"sites", "site_sets"})
"""What is seen of a molecule where a species has it, and nowhere else."""
Said = frozenset[tuple[str, str, object]]


class Identities(msgspec.Struct, frozen=True, kw_only=True):
    """The names of a file's things; and of these, what only repeats what the document knows.

    ``split`` are the things of which some occurrences were changed and others were not, with the
    changed ones. ``made`` are the ids that were made of names. ``fewer`` are the molecules that are
    not drawn as often as they may have been, and where they are, as they were.
    """

    names: Names
    made: frozenset[str]
    repeated: frozenset[Anchor]
    split: Mapping[Anchor, frozenset[Anchor]]
    fewer: frozenset[Anchor]


def identities(
    edited: Reading,
    before: Reading,
    names: Names,
    taken: Collection[str],
    *,
    made: re.Pattern[str],
) -> Identities:
    """The identities of what an edited file holds.

    ``before`` is the file as it was, ``names`` are those of its things; ``taken`` are the ids that
    mean something in the document, ``made`` those that programs make.
    """
    return _Identities(edited, before, names, made).found(taken)


class _Identities:
    def __init__(
        self, edited: Reading, before: Reading, names: Names, made: re.Pattern[str]
    ) -> None:
        self.edited = edited
        self.made = made
        self.names = names
        self.parted = {(it.construct, it.id) for it in links_in(before) if it.parts}
        self.was = _things(before, names)
        self.now = _things(edited, {*names, *edited.occurrences})
        known = sorted(self.was.items(), key=lambda item: (names[item[0]], item[0]))
        self.by_content: dict[tuple[str, str], str] = {}
        self.by_terms: dict[tuple[str, str], str] = {}
        for anchor, thing in known:
            if tells(thing):
                self.by_content.setdefault((anchor[0], nameless(thing)), names[anchor])
            if terms := terms_of(thing):
                self.by_terms.setdefault((anchor[0], terms), names[anchor])

    def found(self, taken: Collection[str]) -> Identities:
        found: Names = {}
        split: dict[Anchor, set[Anchor]] = defaultdict(set)
        fresh: set[Anchor] = set()
        fewer: set[Anchor] = set()
        for whole, occurrences in self._by_thing().items():
            changed = self._changed(occurrences)
            if not changed and self._is_drawn(whole, occurrences):
                fewer.add(whole)
            others = {it for it in changed if self._known(it) not in (None, whole[1])}
            if not self._is_one_edit(occurrences, changed):
                others |= {it for it in changed if self._is_another(it)}
                split[whole] = changed.keys() - others
            away = others | split[whole]
            fresh |= away
            found |= {it: whole[1] for it in occurrences if it not in away}
        fresh |= {anchor for anchor in self.now if anchor not in self.names}
        repeated = {anchor: id_ for anchor in fresh if (id_ := self._known(anchor))}
        made = self._made(fresh - repeated.keys(), {*taken, *self.names.values()})
        links = {it.id for it in links_in(self.edited)}
        found |= repeated | made
        return Identities(
            names=found,
            repeated=frozenset(it for it in repeated if self._same(it) is None),
            made=frozenset({*made.values()} - links),
            split={it: frozenset(changed) for it, changed in split.items() if changed},
            fewer=frozenset(fewer),
        )

    def _by_thing(self) -> dict[Anchor, list[Anchor]]:
        """By thing of the document, what of it is still there."""
        found: dict[Anchor, list[Anchor]] = defaultdict(list)
        for anchor in self.now:
            if anchor in self.names:
                found[anchor[0], self.names[anchor]].append(anchor)
        return found

    def _is_drawn(self, whole: Anchor, occurrences: Collection[Anchor]) -> bool:
        """Whether it is a molecule that is drawn, here and there, and not joined of parts."""
        known = self.edited.occurrences.keys() & self.was.keys()
        return whole[0] == "molecule" and whole not in self.parted and known >= {*occurrences}

    def _changed(self, occurrences: Collection[Anchor]) -> dict[Anchor, Said]:
        """The occurrences that were edited, each with what is no longer as it was."""
        found: dict[Anchor, Said] = {}
        for anchor in occurrences:
            if anchor in self.edited.occurrences and anchor in self.was:
                edit = _edit(self.was[anchor], self.now[anchor])
                if edit:
                    found[anchor] = edit
        return found

    def _is_one_edit(self, occurrences: Collection[Anchor], changed: Mapping[Anchor, Said]) -> bool:
        return len(changed) == len(occurrences) and len(set(changed.values())) == 1

    def _is_another(self, anchor: Anchor) -> bool:
        """Whether a changed occurrence is one of a new thing now, by its name and identifiers."""
        was, now = self.was[anchor], self.now[anchor]
        renewed = was.name != now.name and was.identifiers != now.identifiers
        return renewed and self._known(anchor) is None

    def _known(self, anchor: Anchor) -> str | None:
        """The thing of the document that a new or changed occurrence looks like."""
        terms = terms_of(self.now[anchor])
        return self._same(anchor) or (self.by_terms.get((anchor[0], terms)) if terms else None)

    def _same(self, anchor: Anchor) -> str | None:
        """The thing of which an occurrence says what another one said before the edit."""
        return self.by_content.get((anchor[0], nameless(self.now[anchor])))

    def _made(self, anchors: Collection[Anchor], taken: Collection[str]) -> Names:
        """Ids for what the document does not know: those that the file's own links tell, or made.

        What says the same is one thing, if it says what it is.
        """
        links = {(it.construct, it.native): it for it in links_in(self.edited)}
        found: Names = {}
        wanted: dict[str, str] = {}
        alike: dict[tuple[str, str], list[Anchor]] = defaultdict(list)
        for anchor in sorted(anchors):
            thing, link = self.now[anchor], links.get(anchor)
            if link is not None and link.over == seen_digest(thing) and link.id not in taken:
                found[anchor] = link.id
                continue
            key = (anchor[0], nameless(thing) if tells(thing) else anchor[1])
            alike[key].append(anchor)
            wanted.setdefault(" ".join(key), legal_id(self._called(anchor)[:LONGEST_LABEL]))
        things = (thing.id for _, thing in self.edited.pathway.things())
        ids = numbered(wanted, {*taken, *things, *found.values()})
        return found | {it: ids[" ".join(key)] for key, same in alike.items() for it in same}

    def _called(self, anchor: Anchor) -> str:
        """What an occurrence is called; one without a name, on what has no id that says anything,
        after what kind of molecule it is.
        """
        thing = self.now[anchor]
        if thing.name:
            return thing.name
        element = legal_id(anchor[1]).lstrip("_")
        kind = thing.kind.value if isinstance(thing, Molecule) else anchor[0]
        return kind if is_made(element, self.made) else element


def _things(reading: Reading, anchors: Collection[Anchor]) -> dict[Anchor, Thing]:
    return {
        (construct, thing.id): thing
        for construct, thing in reading.pathway.things()
        if (construct, thing.id) in anchors
    }


def _edit(was: Thing, now: Thing) -> Said:
    """What an occurrence says that it did not say, and what it no longer says, sites aside."""
    before, after = ({it for it in entries_of(each) if not _is_shown(it)} for each in (was, now))
    return frozenset(_signed("-", before - after)) | frozenset(_signed("+", after - before))


def _is_shown(entry: tuple[str, str, object]) -> bool:
    """Whether a fact is one that each occurrence shows of its own."""
    return entry[0].partition(".")[0] in SHOWN


def _signed(
    sign: str, entries: Collection[tuple[str, str, object]]
) -> Iterator[tuple[str, str, object]]:
    return ((sign + field, key, value) for field, key, value in entries)


def tells(thing: Thing) -> bool:
    """Whether an occurrence tells what it is."""
    return thing.name is not None or bool(thing.identifiers)


def terms_of(thing: Thing) -> str:
    """What a molecule is by its identifiers, if it has any."""
    if not isinstance(thing, Molecule):
        return ""
    terms = sorted(it.id for it in thing.identifiers if it.relation is Relation.IS)
    return f"{thing.kind} {' '.join(terms)}" if terms else ""
