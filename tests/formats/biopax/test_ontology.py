"""The table of BioPAX Level 3 is the published ontology, and the questions are answered by it."""

import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathport.formats.biopax import ontology as biopax

PUBLISHED = Path(__file__).parents[4] / "shared" / "specs" / "biopax-level3.owl"

TABLE = biopax.ontology()
CLASSES = sorted(TABLE.classes)
PROPERTIES = sorted(TABLE.properties)

CARDINALITIES = {
    "cardinality": "exactly",
    "minCardinality": "at_least",
    "maxCardinality": "at_most",
}


class Published:
    """The ontology as its authors publish it, read with rdflib into the shapes of our table."""

    def __init__(self, path: Path) -> None:
        from rdflib import OWL, RDF, RDFS, XSD, Graph

        self.owl, self.rdf, self.rdfs, self.xsd = OWL, RDF, RDFS, XSD
        self.graph = Graph().parse(path)

    def name(self, term: Any) -> str:
        return str(term).removeprefix(biopax.NAMESPACE)

    def names(self, term: Any) -> tuple[str, ...]:
        """The classes of a class expression, or the words of an enumeration."""
        for several in (self.owl.unionOf, self.owl.oneOf):
            listed = self.graph.value(term, several)
            if listed is not None:
                return tuple(sorted(map(self.name, self.graph.items(listed))))
        return (self.name(term),)

    def named(self, kind: Any) -> list[Any]:
        found = self.graph.subjects(self.rdf.type, kind)
        return [term for term in found if str(term).startswith(biopax.NAMESPACE)]

    def classes(self) -> dict[str, biopax.Class]:
        return {self.name(each): self.cls(each) for each in self.named(self.owl.Class)}

    def cls(self, term: Any) -> biopax.Class:
        above = list(self.graph.objects(term, self.rdfs.subClassOf))
        row: dict[str, Any] = {"parents": []}
        for each in above:
            if str(each).startswith(biopax.NAMESPACE):
                row["parents"].append(self.name(each))
            else:
                self.restrict(row, each)
        return biopax.Class(**{**row, "parents": tuple(sorted(row["parents"]))})

    def restrict(self, row: dict[str, Any], term: Any) -> None:
        """One anonymous parent: a restriction, or the union of several minimal ones."""
        union = self.graph.value(term, self.owl.unionOf)
        if union is not None:
            parts = list(self.graph.items(union))
            least = [self.graph.value(part, self.owl.minCardinality) for part in parts]
            assert [int(each) for each in least] == [1] * len(parts)
            on = (self.graph.value(part, self.owl.onProperty) for part in parts)
            row["any_of"] = tuple(sorted(map(self.name, on)))
            return
        on_property = self.name(self.graph.value(term, self.owl.onProperty))
        for predicate, value in self.graph.predicate_objects(term):
            kind = self.name(predicate).rpartition("#")[2]
            if kind == "allValuesFrom":
                words = self.graph.value(value, self.owl.oneOf) is not None
                row.setdefault("values" if words else "only", {})[on_property] = self.names(value)
            elif kind == "hasValue":
                row.setdefault("has", {})[on_property] = str(value)
            elif kind in CARDINALITIES:
                row.setdefault(CARDINALITIES[kind], {})[on_property] = int(value)
            else:
                assert kind in ("type", "onProperty"), kind

    def properties(self) -> dict[str, biopax.Property]:
        both = self.named(self.owl.ObjectProperty) + self.named(self.owl.DatatypeProperty)
        return {self.name(each): self.property(each) for each in both}

    def property(self, term: Any) -> biopax.Property:
        kinds = set(self.graph.objects(term, self.rdf.type))
        domain = self.graph.value(term, self.rdfs.domain)
        reach = self.graph.value(term, self.rdfs.range)
        parent = self.graph.value(term, self.rdfs.subPropertyOf)
        words = self.graph.value(reach, self.owl.oneOf) is not None
        plain = self.owl.DatatypeProperty in kinds and not words
        return biopax.Property(
            parent=self.name(parent) if parent is not None else "",
            domain=self.names(domain) if domain is not None else (),
            range=() if words or plain else self.names(reach),
            datatype=str(reach).removeprefix(str(self.xsd)) if plain else "",
            values=self.names(reach) if words else (),
            functional=self.owl.FunctionalProperty in kinds,
            inverse_functional=self.owl.InverseFunctionalProperty in kinds,
            symmetric=self.owl.SymmetricProperty in kinds,
            transitive=self.owl.TransitiveProperty in kinds,
        )

    def disjoint(self) -> set[frozenset[str]]:
        pairs = self.graph.subject_objects(self.owl.disjointWith)
        return {frozenset(map(self.name, pair)) for pair in pairs}

    def predicates(self) -> set[str]:
        return {self.name(each).rpartition("#")[2] for each in self.graph.predicates()}


@pytest.fixture(scope="module")
def published() -> Published:
    if not PUBLISHED.exists():
        pytest.skip(f"the published ontology is not at {PUBLISHED}")
    return Published(PUBLISHED)


def test_the_classes_are_the_published_ones_with_each_restriction(published: Published) -> None:
    assert TABLE.classes == published.classes()
    assert len(TABLE.classes) == 68


def test_the_properties_are_the_published_ones_with_each_trait(published: Published) -> None:
    assert TABLE.properties == published.properties()
    assert len(TABLE.properties) == 96


def test_the_disjoint_classes_are_the_published_ones(published: Published) -> None:
    groups = (itertools.combinations(group, 2) for group in TABLE.disjoint)
    assert {frozenset(pair) for group in groups for pair in group} == published.disjoint()


def test_the_published_ontology_says_nothing_that_the_table_has_no_column_for(
    published: Published,
) -> None:
    assert published.predicates() == {
        "allValuesFrom", "cardinality", "comment", "disjointWith", "domain", "first", "hasValue",
        "inverseOf", "maxCardinality", "minCardinality", "onProperty", "oneOf", "range", "rest",
        "subClassOf", "subPropertyOf", "type", "unionOf",
    }  # fmt: skip
    inverses = published.graph.subject_objects(published.owl.inverseOf)
    assert [tuple(map(published.name, pair)) for pair in inverses] == [("bindsTo", "bindsTo")]


def test_the_table_names_the_namespace_of_the_module() -> None:
    assert TABLE.namespace == biopax.NAMESPACE


def test_what_is_never_or_seldom_instantiated_is_a_class() -> None:
    assert set(TABLE.never) | set(TABLE.discouraged) <= set(CLASSES)
    assert not set(TABLE.never) & set(TABLE.discouraged)
    assert [name for name in CLASSES if not biopax.may_instantiate(name)] == sorted(TABLE.never)
    assert not biopax.may_instantiate("Nonsense")


@given(st.sampled_from(CLASSES), st.sampled_from(CLASSES))
def test_up_and_down_agree(a: str, b: str) -> None:
    assert biopax.is_a(a, b) == (b in biopax.ancestors(a)) == (a in biopax.descendants(b))
    assert biopax.is_a(a, a)


@given(st.sampled_from(CLASSES), st.sampled_from(CLASSES))
def test_disjointness_has_no_direction_and_is_inherited(a: str, b: str) -> None:
    assert biopax.are_disjoint(a, b) == biopax.are_disjoint(b, a)
    assert not (biopax.are_disjoint(a, b) and biopax.is_a(a, b))
    if biopax.are_disjoint(a, b):
        assert all(biopax.are_disjoint(each, b) for each in biopax.descendants(a))


@given(st.sampled_from(CLASSES), st.sampled_from(PROPERTIES))
def test_what_a_class_above_has_is_had_and_narrowed_only(cls: str, name: str) -> None:
    for above in biopax.ancestors(cls):
        if biopax.property_of(above, name):
            assert biopax.property_of(cls, name)
            assert biopax.allowed_classes(cls, name) <= biopax.allowed_classes(above, name)
            assert set(biopax.allowed_values(cls, name)) <= set(biopax.allowed_values(above, name))


@given(st.sampled_from(CLASSES), st.sampled_from(PROPERTIES))
def test_a_property_that_a_class_has_can_have_a_value(cls: str, name: str) -> None:
    found = biopax.property_of(cls, name)
    if found is None:
        assert name not in biopax.properties_of(cls)
        return
    assert name in biopax.properties_of(cls)
    assert bool(biopax.allowed_classes(cls, name)) == found.is_object
    assert bool(biopax.allowed_values(cls, name)) == bool(found.values)
    least, most = biopax.cardinality(cls, name)
    assert least >= 0
    assert most is None or least <= most


@pytest.mark.parametrize(
    ("cls", "name", "allowed"),
    [
        ("Catalysis", "controlled", "Conversion"),
        ("Catalysis", "controller", "PhysicalEntity"),
        ("Modulation", "controlled", "Catalysis"),
        ("Protein", "entityReference", "ProteinReference"),
        ("SmallMolecule", "feature", "BindingFeature"),
        ("TransportWithBiochemicalReaction", "left", "PhysicalEntity"),
        ("BiochemicalPathwayStep", "stepProcess", "Control"),
        ("BiochemicalPathwayStep", "stepConversion", "Conversion"),
        ("TissueVocabulary", "xref", "UnificationXref"),
    ],
)
def test_restrictions_narrow_the_range(cls: str, name: str, allowed: str) -> None:
    assert biopax.allowed_classes(cls, name) == biopax.descendants(allowed)


@pytest.mark.parametrize(
    ("cls", "name", "least", "most"),
    [
        ("UnificationXref", "db", 1, 1),
        ("RelationshipXref", "db", 0, 1),
        ("GeneticInteraction", "participant", 2, None),
        ("GeneticInteraction", "interactionType", 0, 1),
        ("ExperimentalForm", "experimentalFormDescription", 1, None),
        ("Complex", "component", 0, None),
    ],
)
def test_cardinalities(cls: str, name: str, least: int, most: int | None) -> None:
    assert biopax.cardinality(cls, name) == (least, most)


def test_a_property_without_a_domain_has_that_of_its_parent() -> None:
    assert biopax.property_of("Protein", "displayName")
    assert biopax.property_of("Provenance", "standardName")
    assert biopax.property_of("SequenceSite", "displayName") is None


def test_words_and_fixed_words() -> None:
    regulation = biopax.allowed_values("TemplateReactionRegulation", "controlType")
    assert regulation == ("ACTIVATION", "INHIBITION")
    assert len(biopax.allowed_values("Control", "controlType")) == 10
    assert biopax.fixed_value("Catalysis", "controlType") == "ACTIVATION"
    assert biopax.fixed_value("Degradation", "conversionDirection") == "LEFT-TO-RIGHT"
    assert biopax.fixed_value("Transport", "conversionDirection") == ""


def test_what_biopax_does_not_have_has_no_answer() -> None:
    assert biopax.ancestors("Nonsense") == biopax.descendants("Nonsense") == frozenset()
    assert biopax.property_of("Nonsense", "comment") is None
    assert biopax.property_of("Protein", "nonsense") is None
    assert biopax.properties_of("Nonsense") == ()


def test_an_object_is_the_value_of_one_object_by_three_properties() -> None:
    assert biopax.inverse_functional() == {"bindsTo", "component", "entityFeature"}


def test_a_class_may_be_two_that_are_not_disjoint() -> None:
    assert not biopax.are_disjoint("BindingFeature", "ModificationFeature")
    assert not biopax.are_disjoint("BiochemicalReaction", "Transport")
    assert biopax.are_disjoint("TransportWithBiochemicalReaction", "Degradation")
    assert biopax.are_disjoint("Protein", "Complex")
    assert biopax.are_disjoint("Catalysis", "BiochemicalReaction")
