"""Reads places and molecules: location vocabularies, entity references, their sites and site sets.

Specification: ``biopax-level3.owl``; the comments of plain features are those of ``terms``.
"""

from collections.abc import Iterator

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
    SITE_SET,
    STRUCTURE,
    VARIANT,
)
from pathport.formats.biopax.uris import tail
from pathport.model.enumerations import Kind, Relation, Role, SiteLogic
from pathport.model.parts import Fragment, Identifier, Member, Modification, Site, SiteSet, State
from pathport.model.things import Compartment, Molecule
from pathport.vocabulary import term

__all__ = ["Features", "read_compartments", "read_molecules", "reference_label", "roles"]


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
        id_ = file.ids[node.uri]
        curie = file.term(node, "go")
        suffix = f" ({id_})"
        words = node.text("term")
        name = words.removesuffix(suffix)
        yield Compartment(
            id=id_,
            name=None if words == called(id_) else name or None,
            synonyms=tuple(node.texts("term")[1:]),
            identifiers=(Identifier(id=curie, relation=Relation.IS),) if curie else (),
            notes=file.notes(node, ("compartment", id_)),
        )


# Molecules


def read_molecules(file: File, features: "Features") -> Iterator[Molecule]:
    """A molecule for each entity reference."""
    organism = features.organism
    for node in file.graph.of_class("EntityReference"):
        id_ = file.ids[node.uri]
        naming = file.naming(node, called(id_))
        xrefs = file.xrefs(node)
        members = tuple(
            Member(molecule=file.ids[each.uri])
            for each in file.nodes(node, "memberEntityReference")
            if each.uri in file.ids
        )
        taxon = file.taxon(node)
        yield Molecule(
            id=id_,
            name=naming.name,
            synonyms=naming.synonyms,
            kind=Kind.FAMILY if members else KINDS.get(node.cls, Kind.UNKNOWN),
            identifiers=xrefs.identifiers,
            references=xrefs.references,
            roles=roles(xrefs.effects),
            notes=file.notes(node, ("molecule", id_)),
            evidence=file.evidence(node),
            organism=taxon if taxon != organism else None,
            members=members,
            sites=tuple(features.known_sites(node)),
            site_sets=tuple(features.site_sets(node)),
        )


class Features:
    """The features of a file, as states and sites; ``organism`` is that of the pathway."""

    def __init__(self, file: File, organism: str | None) -> None:
        self.file = file
        self.organism = organism
        self._kinds: dict[str, str | None] = {}
        self._used = {
            uri
            for node in file.graph.nodes.values()
            for name in ("feature", "notFeature", "memberFeature")
            for uri in node.refs(name)
        }

    # States

    def state(self, node: Node) -> State:
        """The state of an entity; features that only tell bound from free say nothing more."""
        here = list(self.file.nodes(node, "feature"))
        comments = [
            comment
            for each in here
            if each.cls == "EntityFeature"
            for comment in self.file.plain_comments(each)
        ]
        fragment = next((each for each in here if each.cls == "FragmentFeature"), None)
        found = [*self._modifications(here, absent=False)]
        found += self._modifications(self.file.nodes(node, "notFeature"), absent=True)
        return State(
            modifications=tuple(found),
            activity=next((it for it in map(ACTIVITY.key, comments) if it), None),
            variant=_behind(VARIANT, comments),
            structure=_behind(STRUCTURE, comments),
            fragment=self._fragment(fragment) if fragment else None,
        )

    def is_plain(self, node: Node) -> bool:
        """Whether an entity is in no state that is told."""
        return self.state(node) == State()

    def _modifications(
        self, nodes: "Iterator[Node] | list[Node]", *, absent: bool
    ) -> Iterator[Modification]:
        for node in nodes:
            name = self._set_name(node)
            if name is not None:
                yield Modification(site_set=name, absent=absent)
            elif is_a(node.cls, "ModificationFeature"):
                kind, residue, position = self._site(node)
                yield Modification(kind=kind, residue=residue, position=position, absent=absent)

    def _site(self, node: Node) -> tuple[str | None, str | None, int | None]:
        """Kind, residue as far as the kind implies it, and position."""
        kind = self._kind(node)
        found = term(kind) if kind else None
        origin = found.origin if found else None
        residue = origin if origin and len(origin) == 1 and origin != "X" else None
        location = self.file.first(node, "featureLocation")
        return kind, residue, _position(location) if location else None

    def _kind(self, node: Node) -> str | None:
        vocabulary = self.file.first(node, "modificationType")
        if vocabulary is None:
            return None
        if vocabulary.uri not in self._kinds:
            self._kinds[vocabulary.uri] = self.file.term(vocabulary, "mod")
        return self._kinds[vocabulary.uri]

    def _fragment(self, node: Node) -> Fragment:
        interval = self.file.first(node, "featureLocation")
        ends = [
            self.file.first(interval, f"sequenceInterval{end}") if interval else None
            for end in ("Begin", "End")
        ]
        begin, end = (_position(each) if each else None for each in ends)
        return Fragment(begin=begin, end=end)

    def _set_name(self, node: Node) -> str | None:
        if node.cls != "EntityFeature":
            return None
        return _behind(SITE_SET, self.file.plain_comments(node))

    # Sites of molecules

    def known_sites(self, reference: Node) -> Iterator[Site]:
        """The modifications that a molecule is known to have, in whatever state."""
        for node in self.file.nodes(reference, "entityFeature"):
            comments = self.file.plain_comments(node)
            if is_a(node.cls, "ModificationFeature") and (
                KNOWN_SITE in comments or node.uri not in self._used
            ):
                yield self._known_site(node, None)

    def _known_site(self, node: Node, molecule: str | None) -> Site:
        kind, residue, position = self._site(node)
        notes = (it for it in self.file.plain_comments(node) if it != KNOWN_SITE)
        evidence = (it.reference for it in self.file.evidence(node))
        return Site(
            kind=kind,
            residue=residue,
            position=position,
            molecule=molecule,
            note=next(notes, None),
            reference=next(evidence, None),
        )

    def site_sets(self, reference: Node) -> Iterator[SiteSet]:
        """The named sets of modified sites of a molecule."""
        for node in self.file.nodes(reference, "entityFeature"):
            name = self._set_name(node)
            if name is not None:
                logics = map(JOINED_BY.key, self.file.plain_comments(node))
                yield SiteSet(
                    name=name,
                    logic=next((it for it in logics if it), SiteLogic.ALL),
                    sites=tuple(self._members(node, reference)),
                )

    def _members(self, site_set: Node, reference: Node) -> Iterator[Site]:
        for node in self.file.nodes(site_set, "memberFeature"):
            owners = [
                user.uri
                for user, name in self.file.graph.users.get(node.uri, ())
                if name == "entityFeature"
            ]
            owner = next((it for it in owners if it in self.file.ids), reference.uri)
            own = owner == reference.uri
            yield self._known_site(node, None if own else self.file.ids[owner])


def _position(node: Node) -> int | None:
    text = node.text("sequencePosition")
    return int(text) if text.isdecimal() and text.isascii() else None


def _behind(start: str, comments: list[str]) -> str | None:
    """What a comment says that begins so."""
    return next((it[len(start) :] for it in comments if it.startswith(start)), None)
