"""Complexes by name, told from those that are the parts drawn in them.

What a complex is made of RDF may say, too (``hasPart``). Where that names the very parts that are
drawn, each by an identifier if it has one, and nothing else is said of any of them but how often it
is there and whether it is hypothetical, the complex is a molecule of its own, and they are its
members; what is drawn in these are theirs. Any other complex is what is drawn: who adds a state to
a part, or takes one out, has drawn a complex of these parts.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from pathport.formats.celldesigner.parts import Identity, Included, Template
from pathport.formats.celldesigner.terms import COMPLEX, TRUNCATED
from pathport.formats.sbml.terms import MOLECULE_PREFIXES
from pathport.formats.sbml.titles import DEEPEST
from pathport.model.enumerations import Relation
from pathport.model.parts import Identifier

__all__ = ["ByName"]

OF_A_MEMBER = frozenset({"identifiers"})
"""What all elements may say that the drawing of a member says."""


class ByName:
    """Which complexes of a diagram are complexes by name, and of what these are made.

    ``told`` are the identities of the species, and their identifiers; ``active`` the ids of what
    has an active box.
    """

    def __init__(
        self,
        inner: Mapping[str, Sequence[Included]],
        templates: Mapping[str, Template],
        told: Iterable[tuple[Identity, Iterable[Identifier]]],
        *,
        active: Iterable[str],
    ) -> None:
        self.inner = inner
        self.templates = templates
        self.active = frozenset(active)
        self.said: dict[str, set[str]] = defaultdict(set)
        """By template, the identifiers of its species and of the parts that it is of."""
        for identity, identifiers in told:
            self.said[identity.reference].update(_exactly(identifiers))

    def is_by_name(
        self, id_: str, identity: Identity, terms: Iterable[str], depth: int = 0
    ) -> bool:
        """Whether what is drawn in a complex are the members of one by name; ``terms`` are the
        identifiers of what it is told to be made of.
        """
        named = frozenset(terms)
        if identity.of_class != COMPLEX or not named:
            return False
        said = [self._said_of(it) for it in self.inner.get(id_, ())]
        return (
            named <= frozenset().union(*said)
            and all(not it or it & named for it in said)
            and self._is_of_members(id_, depth)
        )

    def _said_of(self, part: Included) -> frozenset[str]:
        """The identifiers that tell what a part is."""
        own = frozenset(_exactly(part.fields["identifiers"]))
        return own | self.said[part.identity.reference] if part.identity.reference else own

    def _is_of_members(self, id_: str, depth: int) -> bool:
        parts = self.inner.get(id_, ())
        alike = len({_called(it.identity) for it in parts}) == len(set(map(_told_by, parts)))
        return alike and depth < DEEPEST and all(self._is_member(it, depth + 1) for it in parts)

    def _is_member(self, part: Included, depth: int) -> bool:
        """Whether nothing is said of a part but which molecule it is, and how often; what is drawn
        in it are its members.
        """
        identity = part.identity
        template = self.templates.get(identity.reference)
        usual = template.name if template is not None else identity.name
        return not (
            (identity.of_class == COMPLEX and not self._is_of_members(part.id, depth))
            or identity.residues
            or identity.structures
            or part.id in self.active
            or part.name not in ("", usual)
            or (template is not None and template.type == TRUNCATED)
            or any(value for field, value in part.fields.items() if field not in OF_A_MEMBER)
            or any(not _is_of_molecule(it) for it in part.fields["identifiers"])
        )

    def made_of(self, id_: str) -> Hashable:
        """What is drawn in a complex, as CellDesigner tells it apart, and how often."""
        found: Counter[Hashable] = Counter()
        for it in self.inner.get(id_, ()):
            inner = self.made_of(it.id) if it.identity.of_class == COMPLEX else None
            found[_told_by(it), inner] += it.identity.multimer
        return frozenset(found.items())


def _called(identity: Identity) -> Hashable:
    """What CellDesigner tells a molecule by."""
    return identity.of_class, identity.reference or identity.name


def _told_by(part: Included) -> Hashable:
    """What a member is told by: the molecule, and whether it is hypothetical."""
    return _called(part.identity), part.identity.hypothetical


def _exactly(identifiers: Iterable[Identifier]) -> Iterator[str]:
    """Those of the molecule that something is."""
    return (it.id for it in identifiers if it.relation is Relation.IS and _is_of_molecule(it))


def _is_of_molecule(identifier: Identifier) -> bool:
    return identifier.is_of_bearer and identifier.id.partition(":")[0] in MOLECULE_PREFIXES
