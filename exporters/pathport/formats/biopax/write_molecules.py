"""Writes what entities are forms of and where they are: references, features, places.

A molecule is an EntityReference with its sites and site sets as features; a compartment is the
CellularLocationVocabulary that its species refer to. Specification: ``biopax-level3.owl``.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from pathport.formats.biopax.features import Feature, Owned
from pathport.formats.biopax.labels import called, sayable
from pathport.formats.biopax.rdf import Line, integer, ref, text
from pathport.formats.biopax.terms import (
    ACTIVITY,
    JOINED_BY,
    KNOWN_SITE,
    REFERENCE,
    ROLE,
    SEQUENCES,
    SITE_SET,
    STRUCTURE,
    VARIANT,
)
from pathport.formats.biopax.uris import native_id
from pathport.formats.biopax.writing import Writing
from pathport.model.enumerations import Activity, Relation, Role
from pathport.model.parts import Evidence
from pathport.model.things import Compartment
from pathport.vocabulary import is_a, term

__all__ = ["feature_uri", "main_organism", "roles", "write_compartments", "write_molecules"]

CELLULAR_COMPONENT = "go:0005575"
FEATURE_CLASS = {
    "binding": "BindingFeature",
    "fragment": "FragmentFeature",
    "modification": "ModificationFeature",
}
"""The class of a feature by its sort; all others are plain."""


def main_organism(w: Writing) -> str | None:
    """The one organism that a file may tell: the pathway's, else that of most molecules."""
    if w.plan.pathway.organism is not None:
        return w.plan.pathway.organism
    told = Counter(molecule.organism for molecule in w.plan.pathway.molecules if molecule.organism)
    return min(told, key=lambda it: (-told[it], it)) if told else None


# Molecules


def write_molecules(w: Writing) -> None:
    """An EntityReference for each molecule that is one, with its features."""
    organism = main_organism(w)
    for id_ in w.plan.molecules:
        molecule = w.plan.entities.molecules[id_]
        cls = REFERENCE.word(w.plan.entities.class_of(id_)) or ""
        uri = w.uris.thing(id_)
        lines = [
            *w.names(w.naming.of_thing(molecule)),
            *w.comments(molecule.notes),
            *w.entries(molecule, cls, uri),
            *roles(w, molecule.roles),
            *w.literature(molecule),
        ]
        lines += (ref("memberEntityReference", w.uris.thing(m.molecule)) for m in molecule.members)
        for feature in w.features.declared.get(id_, ()):
            lines.append(ref("entityFeature", feature_uri(w, (id_, feature))))
            _write_feature(w, (id_, feature), cls)
        if organism and cls in SEQUENCES and _is_of(molecule.organism, w, organism):
            lines += w.organism(organism)
        w.objects.add(cls, uri, lines, ("molecule", native_id(id_)))


def _is_of(own: str | None, w: Writing, organism: str) -> bool:
    """Whether a molecule is of the one organism of the file."""
    return (own or w.plan.pathway.organism) == organism


def roles(w: Writing, found: Iterable[Role]) -> Iterator[Line]:
    """Cross references for the roles that SBO knows."""
    for role in found:
        sbo = ROLE.word(role)
        if sbo:
            yield from w.effect(sbo)


# Features


def feature_uri(w: Writing, owned: Owned) -> str:
    """The URI of a feature of a molecule."""
    molecule, feature = owned
    sort = "site" if feature.sort == "modification" else feature.sort
    said = (sort, feature.text, feature.begin, feature.end, feature.word, feature.number)
    # Each has its line, so that a position is not taken for a number or a word.
    return w.uris.derived("feature", f"{molecule}/" + "\n".join(str(it or "") for it in said))


def _write_feature(w: Writing, owned: Owned, cls: str) -> None:
    feature = owned[1]
    if feature.sort == "other" and cls == "SmallMoleculeReference":
        kind = "BindingFeature"
    else:
        kind = FEATURE_CLASS.get(feature.sort, "EntityFeature")
    lines = {"modification": _modification, "set": _site_set}.get(feature.sort, _plain)(w, owned)
    w.objects.add(kind, feature_uri(w, owned), lines)


def _plain(w: Writing, owned: Owned) -> Iterator[Line]:
    feature = owned[1]
    if feature.sort == "activity":
        yield text("comment", ACTIVITY.word(Activity(feature.text)) or "")
    elif feature.sort == "variant":
        yield text("comment", VARIANT + feature.text)
    elif feature.sort == "structure":
        yield text("comment", STRUCTURE + feature.text)
    elif feature.sort == "fragment":
        yield from _interval(w, feature)


def _interval(w: Writing, feature: Feature) -> Iterator[Line]:
    if not feature.begin and not feature.end:
        return
    uri = w.uris.derived("interval", f"{feature.begin or 'x'}-{feature.end or 'x'}")
    if uri not in w.objects:
        ends = (("Begin", feature.begin), ("End", feature.end))
        lines = [ref(f"sequenceInterval{end}", _site(w, at)) for end, at in ends if at]
        w.objects.add("SequenceInterval", uri, lines)
    yield ref("featureLocation", uri)


def _site(w: Writing, position: int) -> str:
    uri = w.uris.derived("position", str(position))
    if uri not in w.objects:
        lines = [text("positionStatus", "EQUAL"), integer("sequencePosition", position)]
        w.objects.add("SequenceSite", uri, lines)
    return uri


def _modification(w: Writing, owned: Owned) -> Iterator[Line]:
    feature = owned[1]
    if feature.text:
        yield ref("modificationType", w.term("SequenceModificationVocabulary", feature.text))
    elif feature.word:
        yield ref("modificationType", w.bare_term("SequenceModificationVocabulary", feature.word))
    if feature.begin:
        yield ref("featureLocation", _site(w, feature.begin))
    if owned in w.features.known:
        yield text("comment", KNOWN_SITE)
    sites = w.features.sites.get(owned, ())
    yield from w.comments(dict.fromkeys(site.note for site in sites if site.note))
    # A known site has one reference; of sites that are one feature, the others are carried.
    reference = next((site.reference for site in sites if site.reference), None)
    if reference:
        yield from w.evidence([Evidence(reference=reference)])


def _site_set(w: Writing, owned: Owned) -> Iterator[Line]:
    yield text("comment", SITE_SET + owned[1].text)
    if owned not in w.features.sets:
        return
    site_set, members = w.features.sets[owned]
    logic = JOINED_BY.word(site_set.logic)
    if logic:
        yield text("comment", logic)
    for member in members:
        yield ref("memberFeature", feature_uri(w, member))


# Places


def write_compartments(w: Writing) -> None:
    """A CellularLocationVocabulary for each compartment that an entity is in."""
    taken: set[str] = set()
    for compartment in w.plan.compartments():
        uri = w.uris.thing(compartment.id)
        go = _location(w, compartment)
        words = _go_name(compartment, go) if go else _own_term(compartment, taken)
        lines = [text("term", words), *(w.identity(go, uri) if go else ())]
        lines += w.comments(compartment.notes)
        anchor = ("compartment", native_id(compartment.id))
        w.objects.add("CellularLocationVocabulary", uri, lines, anchor)


def _location(w: Writing, compartment: Compartment) -> str | None:
    """The cellular component that a compartment alone is."""
    for identifier in compartment.identifiers:
        curie = identifier.id
        known = term(curie) if curie != CELLULAR_COMPONENT else None
        if (
            identifier.relation is Relation.IS
            and known is not None
            and known.name
            and is_a(curie, CELLULAR_COMPONENT)
            and w.is_free(curie)
        ):
            return curie
    return None


def _go_name(compartment: Compartment, go: str) -> str:
    """The name of a cellular component: the compartment's own if GO has it too."""
    known = term(go)
    names = (known.name, *known.synonyms) if known else ()
    own = sayable(compartment.name)
    return own if own and own.casefold() in {name.casefold() for name in names} else names[0]


def _own_term(compartment: Compartment, taken: set[str]) -> str:
    """The name of a place that no ontology tells, or its id; no two places share it."""
    own = sayable(compartment.name)
    words = own or called(compartment.id)
    if own == compartment.id or words in taken:
        words = f"{words} ({compartment.id})"
    taken.add(words)
    return words
