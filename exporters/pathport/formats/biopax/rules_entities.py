"""Rules for molecules in their states, and for complexes: references, features, components, place.

They know nothing of processes but that an entity takes part in one. Sources: the BioPAX validator's
rules, as ``codes`` cites them.
"""

from collections.abc import Iterator

from pathport.findings import Finding
from pathport.formats.biopax import codes
from pathport.formats.biopax.graph import Node
from pathport.formats.biopax.objects import Key, Objects, participant_properties
from pathport.formats.biopax.ontology import is_a, ontology
from pathport.formats.biopax.strong import strong_groups

__all__ = ["CHECKS"]

RECORD = "pathport:"
"""How a comment begins that says what BioPAX can't."""


def simple(o: Objects) -> Iterator[Node]:
    """The physical entities that have a reference: all but complexes and plain ones."""
    for cls in ontology().properties["entityReference"].domain:
        yield from o.of(cls)


def referred(o: Objects) -> Iterator[Finding]:
    """Molecules of which nothing says what they are."""
    for node in simple(o):
        if not node.values("entityReference") and not node.values("memberPhysicalEntity"):
            told = f"{o.named(node)} has neither entityReference nor memberPhysicalEntity"
            yield codes.NO_REFERENCE.finding(told, place=o.place(node))


def states(o: Objects) -> Iterator[Finding]:
    """Entities of one reference that nothing tells apart."""
    for reference, entities in o.pairs:
        first: dict[Key, Node] = {}
        for node in entities:
            other = first.setdefault((node.cls, o.features(node), o.location(node)), node)
            if other is not node:
                alike = records(node) == records(other)
                rule = codes.SAME_STATE if alike else codes.SAME_STATE_RECORDED
                told = f"{o.named(node)} and {o.named(other)}, both of {o.named(reference)},"
                told += " have the same features and location"
                yield rule.finding(told, place=o.place(node))


def records(node: Node) -> set[str]:
    """What is recorded of an object in comments."""
    return {text for text in node.texts("comment") if text.startswith(RECORD)}


def features(o: Objects) -> Iterator[Finding]:
    """Features of an entity that its reference does not have."""
    for reference, entities in o.pairs:
        declared = set(reference.refs("entityFeature"))
        for node in entities:
            undeclared = [
                feature
                for feature in o.values(node, "feature", "notFeature")
                if feature.uri not in declared
            ]
            if undeclared:
                told = f"{o.named(reference)} does not have {o.listed(undeclared)}"
                yield codes.FEATURE_UNDECLARED.finding(
                    f"{told}, {'features' if len(undeclared) > 1 else 'a feature'} of "
                    f"{o.named(node)}",
                    place=o.place(node),
                )


def ambiguous(o: Objects) -> Iterator[Finding]:
    """Entities that stand for a free and a bound form at once."""
    for node in o.of("PhysicalEntity"):
        if o.users(node, "component") and o.users(node, *participant_properties()):
            told = o.values(node, "feature", "notFeature")
            if not any(is_a(feature.cls, "BindingFeature") for feature in told):
                told_of = f"{o.named(node)} takes part in a process and in a complex"
                yield codes.AMBIGUOUS_FEATURE.finding(told_of, place=o.place(node))


def sites(o: Objects) -> Iterator[Finding]:
    """Modifications without a position, or with several."""
    for node in o.of("ModificationFeature"):
        found = len(node.values("featureLocation"))
        if found != 1:
            told = f"{o.named(node)} has {found or 'no'} featureLocation, expected one"
            yield codes.SITE_WITHOUT_POSITION.finding(told, place=o.place(node))


def same_names(o: Objects) -> Iterator[Finding]:
    """Names of entities that are of different references."""
    told: set[str] = set()
    for node, other, name in namesakes(o):
        if node.uri not in told:
            told.add(node.uri)
            sentence = f'{o.named(node)} and {o.named(other)} share the name "{name}"'
            yield codes.SAME_NAME.finding(sentence, place=o.place(node))


def namesakes(o: Objects) -> Iterator[tuple[Node, Node, str]]:
    """Entities that share a name with an earlier one of another reference, each with that one."""
    seen: dict[str, dict[Key, Node]] = {}
    for node in sorted(simple(o), key=lambda node: node.line):
        reference = o.value(node, "entityReference")
        for name in names(node) if reference else ():
            there = seen.setdefault(name, {})
            mine = o.key(reference)
            other = next((it for key, it in there.items() if key != mine), None)
            if other is not None:
                yield node, other, name
            there.setdefault(mine, node)


def names(node: Node) -> dict[str, None]:
    """The names of an entity, each once, the shown one first."""
    return dict.fromkeys((*node.texts("displayName"), *node.texts("name")))


def complexes(o: Objects) -> Iterator[Finding]:
    """Complexes without components or with one, and coefficients of something else."""
    for node in o.of("Complex"):
        components = o.values(node, "component")
        stoichiometries = o.values(node, "componentStoichiometry")
        if not components:
            told = f"{o.named(node)} has no component"
            yield codes.COMPLEX_OF_NOTHING.finding(told, place=o.place(node))
        elif len(components) == 1 and not any(
            amount(it.text("stoichiometricCoefficient")) > 1 for it in stoichiometries
        ):
            told = f"{o.named(node)} has one component, once"
            yield codes.COMPLEX_OF_ONE.finding(told, place=o.place(node))
        yield from coefficients(o, node, stoichiometries, components)


def coefficients(
    o: Objects, node: Node, stoichiometries: list[Node], parts: list[Node]
) -> Iterator[Finding]:
    """Coefficients of an object that is none of the parts."""
    uris = {part.uri for part in parts}
    for it in stoichiometries:
        counted = o.value(it, "physicalEntity")
        if counted and counted.uri not in uris:
            told = f"{o.named(it)} counts {o.named(counted)}, which is no part of {o.named(node)}"
            yield codes.STOICHIOMETRY_ELSEWHERE.finding(told, place=o.place(it))


def nested(o: Objects) -> Iterator[Finding]:
    """Complexes of which a component is a complex again, other than one of unknown parts."""
    for node in o.of("Complex"):
        inner = [it for it in o.typed(node, "component", "Complex") if it.values("component")]
        if inner:
            told = f"{o.named(node)} has as component a complex with components: {o.listed(inner)}"
            yield codes.COMPLEX_IN_COMPLEX.finding(told, place=o.place(node, "component"))


def twins(o: Objects) -> Iterator[Finding]:
    """Complexes of the same components, as many of each, in the same place and state."""
    first: dict[Key, Node] = {}
    for node in o.of("Complex"):
        counts = {
            it.ref("physicalEntity"): it.text("stoichiometricCoefficient")
            for it in o.values(node, "componentStoichiometry")
        }
        parts = frozenset((uri, amount(counts.get(uri, ""))) for uri in node.refs("component"))
        key = parts, o.location(node), o.features(node)
        other = first.setdefault(key, node) if parts else node
        if other is not node:
            told = f"{o.named(node)} has the components of {o.named(other)}, and is where it is"
            yield codes.COMPLEX_TWICE.finding(told, place=o.place(node))


def conversions(o: Objects) -> Iterator[Finding]:
    """Coefficients in a conversion of something that does not take part."""
    for node in o.of("Conversion"):
        stoichiometries = o.values(node, "participantStoichiometry")
        parts = o.values(node, *participant_properties())
        yield from coefficients(o, node, stoichiometries, parts)


def amount(text: str) -> float:
    """A coefficient as a number; one where there is none, or it is no number."""
    try:
        return float(text or 1)
    except ValueError:
        return 1


def cycles(o: Objects) -> Iterator[Finding]:
    """Complexes that contain themselves."""
    parts = {node.uri: node.refs("component") for node in o.of("Complex")}
    for group in strong_groups(parts):
        for uri in group if len(group) > 1 or group[0] in parts[group[0]] else ():
            node = o.nodes[uri]
            told = f"{o.named(node)} is a component of itself, or of one of its components"
            yield codes.COMPLEX_IN_ITSELF.finding(told, place=o.place(node, "component"))


def locations(o: Objects) -> Iterator[Finding]:
    """Components that are elsewhere than their complex, or nowhere."""
    for node in o.of("Complex"):
        components = o.values(node, "component")
        placed = [it for it in components if it.values("cellularLocation")]
        here = o.location(node if node.values("cellularLocation") or not placed else placed[0])
        elsewhere = [it for it in placed if o.location(it) != here]
        if elsewhere:
            told = f"{o.named(node)} has components in another place: {o.listed(elsewhere)}"
            yield codes.COMPONENT_ELSEWHERE.finding(told, place=o.place(node))
        if node.values("cellularLocation") and len(placed) < len(components):
            nowhere = [it for it in components if not it.values("cellularLocation")]
            told = f"{o.named(node)} has a location, and components without: {o.listed(nowhere)}"
            yield codes.COMPONENT_NOWHERE.finding(told, place=o.place(node))


CHECKS = (
    referred,
    states,
    features,
    ambiguous,
    sites,
    same_names,
    complexes,
    nested,
    twins,
    conversions,
    cycles,
    locations,
)
"""What is asked of a file, in no order."""
