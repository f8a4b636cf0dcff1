"""Reads features: the states of entities, and the sites and site sets of what they refer to.

A feature that several entities and references have is read in each of them. What it says and no
state or site has a place for is told at the end, when it is known what was read of it (``tell``).
Specification: ``biopax-level3.owl``; the comments of plain features are those of ``terms``.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pathport.formats.biopax.entries import coded, whole
from pathport.formats.biopax.graph import Node
from pathport.formats.biopax.ontology import is_a
from pathport.formats.biopax.reading import File
from pathport.formats.biopax.terms import (
    ACTIVITY,
    JOINED_BY,
    KNOWN_SITE,
    SAME_MODIFICATION,
    SITE_SET,
    STRUCTURE,
    VARIANT,
)
from pathport.formats.biopax.uris import shown
from pathport.model.enumerations import Activity, SiteLogic
from pathport.model.notation import is_site_set_name
from pathport.model.parts import (
    NO_STATE,
    Evidence,
    Fragment,
    Modification,
    Site,
    SiteSet,
    State,
)
from pathport.vocabulary import term

__all__ = ["Features"]


class Features:
    """The features of a file, as states and sites; ``organism`` is that of the pathway.

    ``all_members`` gives the ids of a molecule's members, and theirs.
    """

    def __init__(
        self, file: File, all_members: Callable[[str], frozenset[str]], organism: str | None
    ) -> None:
        self.file = file
        self.all_members = all_members
        self.organism = organism
        self._kinds: dict[str, tuple[str | None, str | None]] = {}
        self._used = {
            uri
            for node in file.graph.nodes.values()
            for name in ("feature", "notFeature", "memberFeature")
            if name in node.properties and (name != "memberFeature" or self._set_name(node))
            for uri in node.refs(name)
        }
        self._sets: dict[str, dict[str, str]] = {}
        self._positions: dict[str, int | None] = {}
        self._told: set[str] = set()
        self._looked: dict[str, Node] = {}
        """The features of which something is read, by URI; of some of these more:"""
        self._located: set[str] = set()
        self._sites: set[str] = set()
        self._whole_sets: set[str] = set()

    # States

    def state(self, node: Node, reference: Node | None) -> State:
        """The state of an entity of this reference, if it has one.

        Features that only tell an entity from others (bound from free) say nothing more.
        """
        here, absent = self.file.nodes(node, "feature"), self.file.nodes(node, "notFeature")
        if not here and not absent:
            return NO_STATE
        sets = self._sets_of(reference)
        comments = [
            comment
            for each in here
            if each.cls == "EntityFeature"
            for comment in self.file.plain_comments(each)
        ]
        self._looked |= {each.uri: each for each in here + absent}
        fragments = [each for each in here if each.cls == "FragmentFeature"]
        for each in fragments[1:]:
            self.file.unread(node, f'the further fragment "{shown(each.uri)}"')
        fragment = fragments[0] if fragments else None
        for each in absent:
            if not is_a(each.cls, "ModificationFeature") and self._set_name(each) is None:
                self.file.unread(node, f'the notFeature {each.cls} "{shown(each.uri)}"')
        found = [*self._modifications(here, sets, absent=False)]
        found += self._modifications(absent, sets, absent=True)
        return State(
            modifications=tuple(found),
            activity=self._activity(node, here, comments),
            variant=_behind(VARIANT, comments),
            structure=_behind(STRUCTURE, comments),
            fragment=self._fragment(fragment) if fragment else None,
        )

    def _activity(
        self, node: Node, features: Iterable[Node], comments: Iterable[str]
    ) -> Activity | None:
        """The activity that comments of plain features tell, or types of modifications."""
        told = [ACTIVITY.key(it) for it in comments]
        found = [*filter(None, [*told, *map(self._activity_of, features)])]
        for other in set(found) - set(found[:1]):
            self.file.unsound(node, f'the activity "{other}" beside "{found[0]}"')
        return found[0] if found else None

    def _activity_of(self, feature: Node) -> Activity | None:
        """The activity that a modification stands for, if its type is such a word."""
        vocabulary = self.file.first(feature, "modificationType")
        if vocabulary is None:
            return None
        words = dict.fromkeys(filter(None, vocabulary.texts("term")))
        found = next((it for it in map(ACTIVITY.key, words) if it), None)
        if found is not None and vocabulary.uri not in self._told:
            self._told.add(vocabulary.uri)
            for other in words:
                if ACTIVITY.key(other) is not found:
                    self.file.unread(vocabulary, f'the further term "{other}"')
        return found

    def _modifications(
        self, nodes: Iterable[Node], sets: dict[str, str], *, absent: bool
    ) -> Iterator[Modification]:
        for node in nodes:
            name = self._set_name(node)
            if name is not None and sets.get(name) == node.uri:
                yield Modification(site_set=name, absent=absent)
            elif name is not None:
                self.file.unsound(node, "a site set that its reference does not have,")
            elif self._activity_of(node) is not None:
                if absent:
                    self.file.unread(node, "that an entity does not have it,")
            elif is_a(node.cls, "ModificationFeature"):
                yield Modification(**self._site(node), absent=absent)

    def _site(self, node: Node) -> dict[str, Any]:
        """Kind or word, residue as far as the kind implies it, and position, as fields."""
        kind, word = self._kind(node)
        found = term(kind) if kind else None
        origin = found.origin if found else None
        location = self._location(node, "SequenceSite")
        return {
            "kind": kind,
            "word": word,
            "residue": origin if origin and origin in RESIDUES else None,
            "position": self._position(location) if location else None,
        }

    def _location(self, feature: Node, cls: str) -> Node | None:
        """Where a feature is, if that is of this class; what is not read is told at the end."""
        found = self.file.first(feature, "featureLocation")
        if found is None or not is_a(found.cls, cls):
            return None
        self._located.add(feature.uri)
        return found

    def _kind(self, node: Node) -> tuple[str | None, str | None]:
        """The PSI-MOD term of a modification, or else the words for it."""
        vocabulary = self.file.first(node, "modificationType")
        if vocabulary is None:
            return None, None
        if vocabulary.uri not in self._kinds:
            kind = self.file.known_term(vocabulary, "mod", same=SAME_MODIFICATION)
            word = self.file.words_of(vocabulary) if kind is None else None
            self._kinds[vocabulary.uri] = kind, word
        return self._kinds[vocabulary.uri]

    def _position(self, node: Node) -> int | None:
        """The position of a site; one that is not exact is none, and is told."""
        if node.uri not in self._positions:
            self._positions[node.uri] = self._exact(node)
        return self._positions[node.uri]

    def _exact(self, node: Node) -> int | None:
        text = node.text("sequencePosition")
        found = whole(text)
        if text and found is None:
            self.file.unsound(node, f'the position "{text}"')
        told = _position_words(node)
        if told == text:
            return found
        self.file.unread(node, f'the position "{told}"', "it is not exact")
        return None

    def _fragment(self, node: Node) -> Fragment:
        interval = self._location(node, "SequenceInterval")
        ends = [
            self.file.first(interval, f"sequenceInterval{end}") if interval else None
            for end in ("Begin", "End")
        ]
        begin, end = (self._position(each) if each else None for each in ends)
        if begin is not None and end is not None and begin > end:
            self.file.unsound(node, f"the interval from {begin} to {end}")
            return Fragment()
        return Fragment(begin=begin, end=end)

    # Sites of molecules

    def _set_name(self, node: Node) -> str | None:
        if node.cls != "EntityFeature":
            return None
        return _behind(SITE_SET, self.file.plain_comments(node))

    def _sets_of(self, reference: Node | None) -> dict[str, str]:
        """The URIs of a reference's site sets by name; of two with one name, the first."""
        if reference is None:
            return {}
        known = self._sets.get(reference.uri)
        if known is None:
            known = self._sets[reference.uri] = {}
            for node in self.file.nodes(reference, "entityFeature"):
                name = self._set_name(node)
                if name is not None and is_site_set_name(name) and name not in known:
                    known[name] = node.uri
                    self._whole_sets.add(node.uri)
                    self._looked[node.uri] = node
                elif name is not None:
                    self.file.unsound(node, f'the site set "{name}"')
        return known

    def known_sites(self, reference: Node) -> Iterator[Site]:
        """The modifications that a molecule is known to have, in whatever state."""
        for node in self.file.nodes(reference, "entityFeature"):
            used = node.uri in self._used
            activity = self._activity_of(node)
            if not is_a(node.cls, "ModificationFeature") or activity:
                if not used and self._set_name(node) is None:
                    told = f"no entity has it, and so none is {activity}"
                    self.file.passed[node.uri] = told if activity else "no entity has it"
            elif not used or KNOWN_SITE in self.file.plain_comments(node):
                yield self._known_site(node, None)

    def _known_site(self, node: Node, molecule: str | None) -> Site:
        self._looked[node.uri] = node
        self._sites.add(node.uri)
        notes = (it for it in self.file.plain_comments(node) if it != KNOWN_SITE)
        return Site(
            **self._site(node),
            molecule=molecule,
            note="\n".join(notes) or None,
            reference=self._reference(node),
        )

    def _reference(self, node: Node) -> str | None:
        """The literature on a known site; other evidence that there is for it is lost."""
        found = self.file.evidence(node)
        kept = next((it.reference for it in found if it.reference), None)
        for it in found:
            if it != Evidence(reference=kept):
                told = next(filter(None, (it.note, it.code, it.reference)), "")
                self.file.unread(node, f'the evidence "{told[:40]}"')
        return kept

    def site_sets(self, reference: Node) -> Iterator[SiteSet]:
        """The named sets of modified sites of a molecule."""
        for name, uri in self._sets_of(reference).items():
            node = self.file.graph.nodes[uri]
            logics = map(JOINED_BY.key, self.file.plain_comments(node))
            yield SiteSet(
                name=name,
                logic=next((it for it in logics if it), SiteLogic.ALL),
                sites=tuple(self._members(node, reference)),
            )

    def _members(self, site_set: Node, reference: Node) -> Iterator[Site]:
        here = self.file.id(reference.uri)
        members = self.all_members(here)
        for node in self.file.nodes(site_set, "memberFeature"):
            owners = [
                self.file.named(user.uri, "molecule")
                for user, name in self.file.graph.users.get(node.uri, ())
                if name == "entityFeature"
            ]
            owner = next((it for it in owners if it == here or it in members), None)
            if owner is None:
                self._looked[node.uri] = node
                self.file.unsound(node, "a feature in a site set of another molecule,")
            else:
                yield self._known_site(node, owner if owner != here else None)

    # What is not read

    def tell(self) -> None:
        """Tell what the features of which something is read say beside that."""
        for node in self._looked.values():
            is_site = node.uri in self._sites
            if not is_site:
                self._tell_comments(node, self.file.plain_comments(node))
            for uri in node.refs("evidence") if not is_site else ():
                self.file.unread(node, f'the evidence "{shown(uri)}"')
            for uri in node.refs("memberFeature") if node.uri not in self._whole_sets else ():
                self.file.unread(node, f'the memberFeature "{shown(uri)}"')
            location = self.file.first(node, "featureLocation")
            if location is not None and node.uri not in self._located:
                self.file.unread(node, f'the featureLocation "{self._where(location)}"')
            bound = self.file.first(node, "bindsTo")
            if bound is not None and not self._is_implied(node, bound):
                self.file.unread(node, f'bindsTo "{shown(bound.uri)}"')

    def _where(self, location: Node) -> str:
        """A location in words: a position, or two of them; else what it is called."""
        ends = [self.file.first(location, f"sequenceInterval{end}") for end in ("Begin", "End")]
        told = [_position_words(site) for site in (location, *filter(None, ends))]
        return " to ".join(filter(None, told)) or shown(location.uri)

    def _tell_comments(self, node: Node, comments: Iterable[str]) -> None:
        for text in comments:
            known = ACTIVITY.key(text) or JOINED_BY.key(text) or text.startswith(WORDS)
            if node.cls != "EntityFeature" or not known:
                self.file.unread(node, f'the comment "{text[:40]}"')

    def _is_implied(self, one: Node, other: Node) -> bool:
        """Whether two features are those of the two components of a complex."""
        return any(
            len(self.file.graph.nodes[uri].refs("component")) == 2
            for uri in self._wholes(one) & self._wholes(other)
        )

    def _wholes(self, feature: Node) -> set[str]:
        """The complexes that hold an entity with a feature."""
        users = self.file.graph.users
        return {
            whole.uri
            for entity, name in users.get(feature.uri, ())
            if name == "feature"
            for whole, within in users.get(entity.uri, ())
            if within == "component"
        }


WORDS = (SITE_SET, STRUCTURE, VARIANT)
"""How the comments of a plain feature begin that say more than a word."""

EXACT = "EQUAL"
"""The status of the positions of a pathway, which has no word for another."""

RESIDUES = frozenset("ACDEFGHIKLMNOPQRSTUVWY")


def _position_words(site: Node) -> str:
    """The position of a site, with its status where that is not that it is exact."""
    text, status = site.text("sequencePosition"), site.text("positionStatus")
    return text if coded(status) == EXACT else f"{status} {text}".strip()


def _behind(start: str, comments: list[str]) -> str | None:
    """What a comment says that begins so."""
    found = (it[len(start) :].strip() for it in comments if it.startswith(start))
    return next(filter(None, found), None)
