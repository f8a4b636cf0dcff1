"""Reads places and molecules: location vocabularies, entity references, their sites and site sets.

Specification: ``biopax-level3.owl``; the comments of plain features are those of ``terms``.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from pathport.formats.biopax.entries import coded, whole
from pathport.formats.biopax.graph import Node
from pathport.formats.biopax.labels import called, full_name
from pathport.formats.biopax.ontology import is_a
from pathport.formats.biopax.reading import File
from pathport.formats.biopax.terms import (
    ACTIVITY,
    JOINED_BY,
    KINDS,
    KNOWN_SITE,
    ROLE,
    SAME_MODIFICATION,
    SITE_SET,
    STRUCTURE,
    VARIANT,
)
from pathport.formats.biopax.uris import shown, tail
from pathport.model.enumerations import Activity, Kind, Role, SiteLogic
from pathport.model.notation import is_site_set_name
from pathport.model.parts import (
    NO_STATE,
    Evidence,
    Fragment,
    Identifier,
    Member,
    Modification,
    Site,
    SiteSet,
    State,
)
from pathport.model.things import Compartment, Molecule
from pathport.vocabulary import term

__all__ = ["Features", "Molecules", "read_compartments", "reference_label", "roles"]


def reference_label(node: Node) -> str:
    """What a reference is called: its name, else what its URI ends in."""
    shown = node.text("displayName") or node.text("standardName")
    return full_name(shown, node.texts("name")) if shown else called(tail(node.uri))


def roles(effects: tuple[str, ...]) -> tuple[Role, ...]:
    """The roles that cross references to SBO tell."""
    return tuple(role for sbo in effects if (role := ROLE.key(sbo)) is not None)


# Places


def read_compartments(file: File) -> Iterator[Compartment]:
    """A compartment for each location vocabulary."""
    for node in file.graph.of_class("CellularLocationVocabulary"):
        id_ = file.id(node.uri)
        curie = file.term(node, "go")
        xrefs = file.xrefs(node)
        rest = (it for it in xrefs.identifiers if it.id != curie)
        words, *others = [*filter(None, node.texts("term")), called(id_)]
        name = None if words == called(id_) else words.removesuffix(f" ({id_})")
        yield Compartment(
            id=id_,
            name=name,
            synonyms=tuple(others[:-1]),
            identifiers=(*((Identifier(id=curie),) if curie else ()), *rest),
            accessions=xrefs.accessions,
            references=xrefs.references,
            notes=file.notes(node, ("compartment", id_)),
            original_id=file.originals.get(node.uri),
        )


# Molecules


class Molecules:
    """The entity references of a file, and who is a member of whom."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.nodes = file.graph.of_class("EntityReference")
        arrows = {
            file.id(node.uri): file.all_named(node, "memberEntityReference", "molecule")
            for node in self.nodes
        }
        self.members = file.uncircled(self.nodes, "memberEntityReference", arrows)

    def all_members(self, molecule: str) -> frozenset[str]:
        """The members of a molecule, and theirs."""
        found: set[str] = set()
        ahead = [molecule]
        while ahead:
            new = set(self.members.get(ahead.pop(), ())) - found
            found |= new
            ahead += new
        return frozenset(found)

    def read(self, features: "Features") -> Iterator[Molecule]:
        """A molecule for each entity reference."""
        for node in self.nodes:
            id_ = self.file.id(node.uri)
            members = tuple(Member(molecule=each) for each in self.members[id_])
            taxon = self.file.taxon(node)
            told = self.file.told(node, ("molecule", id_), called(id_))
            del told["data_sources"]
            yield Molecule(
                id=id_,
                kind=Kind.FAMILY if members else KINDS.get(node.cls, Kind.UNKNOWN),
                roles=roles(self.file.xrefs(node).effects),
                organism=taxon if taxon != features.organism else None,
                members=members,
                sites=tuple(features.known_sites(node)),
                site_sets=tuple(features.site_sets(node)),
                **told,
            )


class Features:
    """The features of a file, as states and sites; ``organism`` is that of the pathway."""

    def __init__(self, file: File, molecules: Molecules, organism: str | None) -> None:
        self.file = file
        self.molecules = molecules
        self.organism = organism
        self._kinds: dict[str, tuple[str | None, str | None]] = {}
        self._used = {
            uri
            for node in file.graph.nodes.values()
            for name in ("feature", "notFeature", "memberFeature")
            for uri in (node.refs(name) if name in node.properties else ())
        }
        self._sets: dict[str, dict[str, str]] = {}
        self._told: set[str] = set()

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
        for each in here + absent:
            self._tell_unread(each)
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

    def _tell_unread(self, node: Node) -> None:
        """Tell, once, what a feature of a state says that a pathway has no place for."""
        if node.uri in self._told:
            return
        self._told.add(node.uri)
        comments = self.file.plain_comments(node)
        users = {name for _, name in self.file.graph.users.get(node.uri, ())}
        is_site = KNOWN_SITE in comments or "memberFeature" in users
        if not is_site:
            self._tell_comments(node, comments)
        if node.refs("evidence") and not is_site:
            self.file.unread(node, "evidence")
        bound = self.file.first(node, "bindsTo")
        if bound is not None and not self._is_implied(node, bound):
            self.file.unread(node, f'bindsTo "{shown(bound.uri)}"')

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
        location = self.file.first(node, "featureLocation")
        return {
            "kind": kind,
            "word": word,
            "residue": origin if origin and origin in RESIDUES else None,
            "position": self._position(location) if location else None,
        }

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
        text = node.text("sequencePosition")
        found = whole(text)
        if text and found is None:
            self.file.unsound(node, f'the position "{text}"')
        status = node.text("positionStatus")
        if status and coded(status) != EXACT:
            self.file.unread(node, f'the positionStatus "{status}"')
        return found

    def _fragment(self, node: Node) -> Fragment:
        interval = self.file.first(node, "featureLocation")
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
                elif name is not None:
                    self.file.unsound(node, f'the site set "{name}"')
        return known

    def known_sites(self, reference: Node) -> Iterator[Site]:
        """The modifications that a molecule is known to have, in whatever state."""
        for node in self.file.nodes(reference, "entityFeature"):
            used = node.uri in self._used
            if not is_a(node.cls, "ModificationFeature") or self._activity_of(node):
                if not used and self._set_name(node) is None:
                    told = "no entity has it"
                    self.file.unread(node, "the feature", told)
            elif not used or KNOWN_SITE in self.file.plain_comments(node):
                yield self._known_site(node, None)

    def _known_site(self, node: Node, molecule: str | None) -> Site:
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
        members = self.molecules.all_members(here)
        for node in self.file.nodes(site_set, "memberFeature"):
            owners = [
                self.file.named(user.uri, "molecule")
                for user, name in self.file.graph.users.get(node.uri, ())
                if name == "entityFeature"
            ]
            owner = next((it for it in owners if it == here or it in members), None)
            if owner is None:
                self.file.unsound(node, "a feature in a site set of another molecule,")
            else:
                yield self._known_site(node, owner if owner != here else None)


WORDS = (SITE_SET, STRUCTURE, VARIANT)
"""How the comments of a plain feature begin that say more than a word."""

EXACT = "EQUAL"
"""The status of the positions of a pathway, which has no word for another."""

RESIDUES = frozenset("ACDEFGHIKLMNOPQRSTUVWY")


def _behind(start: str, comments: list[str]) -> str | None:
    """What a comment says that begins so."""
    found = (it[len(start) :].strip() for it in comments if it.startswith(start))
    return next(filter(None, found), None)
