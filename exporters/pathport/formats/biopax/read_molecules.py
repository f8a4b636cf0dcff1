"""Reads places and molecules: location vocabularies, and entity references with their members.

What features tell of them is in ``read_features``. Specification: ``biopax-level3.owl``.
"""

from collections.abc import Iterator

from pathport.formats.biopax.graph import Node
from pathport.formats.biopax.labels import called, full_name
from pathport.formats.biopax.read_features import Features
from pathport.formats.biopax.reading import File
from pathport.formats.biopax.terms import KINDS, ROLE
from pathport.formats.biopax.uris import tail
from pathport.model.enumerations import Kind, Role
from pathport.model.parts import Identifier, Member
from pathport.model.things import Compartment, Molecule

__all__ = ["Molecules", "read_compartments", "reference_label", "roles"]


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

    def read(self, features: Features) -> Iterator[Molecule]:
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
