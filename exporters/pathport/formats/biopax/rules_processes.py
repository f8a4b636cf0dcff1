"""Rules for processes and pathways: conversions, sides, places, controls, order, organisms.

They know nothing of a molecule but its state, as ``objects`` tells it. Sources: the BioPAX
validator's rules, as ``codes`` cites them.
"""

from collections.abc import Iterable, Iterator

from pathport.findings import Finding
from pathport.formats.biopax import codes
from pathport.formats.biopax.graph import Node, Ref
from pathport.formats.biopax.objects import Key, Objects, participant_properties
from pathport.formats.biopax.ontology import is_a

__all__ = ["CHECKS"]

OUTSIDE = frozenset({"evidence", "nextStep"})
"""Properties that lead out of a pathway: what was seen elsewhere, what comes after."""

STEP = ("stepProcess", "stepConversion")
ONE_WAY = frozenset({"LEFT-TO-RIGHT", "RIGHT-TO-LEFT"})


def unfolded(o: Objects, nodes: Iterable[Node], name: str) -> Iterator[Node]:
    """Objects, then their parts, the parts of these and so on, each once; the nearest first."""
    ahead = {node.uri: node for node in nodes}
    seen = set(ahead)
    while ahead:
        yield from ahead.values()
        parts = [part for node in ahead.values() for part in o.values(node, name)]
        ahead = {part.uri: part for part in parts if part.uri not in seen}
        seen |= ahead.keys()


def assemblies(o: Objects) -> Iterator[Finding]:
    """Complex assemblies without a complex and without partners that are bound to each other."""
    for node in o.of("ComplexAssembly"):
        parts = o.values(node, *participant_properties())
        if not any(is_a(part.cls, "Complex") for part in parts) and not is_bound(o, parts):
            told = f"{o.named(node)} has no complex among its participants"
            yield codes.ASSEMBLY_WITHOUT_COMPLEX.finding(told, place=o.place(node))


def is_bound(o: Objects, parts: list[Node]) -> bool:
    """Whether a feature of one participant binds to that of another."""
    features = [feature for part in parts for feature in o.values(part, "feature")]
    uris = {feature.uri for feature in features}
    return any(feature.ref("bindsTo") in uris for feature in features)


def disguised(o: Objects) -> Iterator[Finding]:
    """Conversions of another class that do nothing but bind: the left is within the right."""
    for node in o.of("Conversion", but="ComplexAssembly"):
        left, right = o.values(node, "left"), o.values(node, "right")
        if sized(left) != sized(right) and are_within(o, left, right):
            told = f"{o.named(node)} changes nothing but what is bound"
            yield codes.WRONG_CONVERSION.finding(told, place=o.place(node))


def sized(side: list[Node]) -> tuple[int, int]:
    """How many participants and how many complexes a side has."""
    return len(side), sum(is_a(each.cls, "Complex") for each in side)


def are_within(o: Objects, nodes: list[Node], side: list[Node]) -> bool:
    """Whether entities are all on a side, alone or in a complex, however deep."""
    uris = {each.uri for each in side}
    rest = [node for node in nodes if node.uri not in uris]
    if not all(o.users(node, "component") for node in rest):
        return False
    lacking = {node.uri for node in rest}
    for part in unfolded(o, side, "component") if lacking else ():
        lacking.discard(part.uri)
        if not lacking:
            break
    return not lacking


def unchanged(o: Objects) -> Iterator[Finding]:
    """What stands on both sides of a conversion in the same state."""
    for node in o.of("Conversion"):
        right = {o.state(each): each for each in o.values(node, "right")}
        for each in o.values(node, "left"):
            other = right.get(o.state(each))
            if other:
                told = f"{o.named(each)} on the left of {o.named(node)} is {o.named(other)}"
                yield codes.UNCHANGED.finding(f"{told} on the right", place=o.place(node, "left"))


def kinds(o: Objects, node: Node) -> list[Key]:
    """What an entity is, whatever its state: by reference; a complex by each of its names."""
    if is_a(node.cls, "Complex"):
        return [(node.cls, name) for name in (*node.texts("displayName"), *node.texts("name"))]
    return [(node.cls, o.key(o.value(node, "entityReference")))]


def moves(o: Objects) -> Iterator[Finding]:
    """What changes its place in a reaction that is no transport, or does not in one that is."""
    for node in o.of("BiochemicalReaction"):
        transport = is_a(node.cls, "Transport")
        right: dict[Key, dict[Key, Node]] = {}
        for each in o.values(node, "right"):
            for kind in kinds(o, each):
                right.setdefault(kind, {})[o.location(each)] = each
        for each in o.values(node, "left"):
            here = o.location(each)
            met = [right[kind] for kind in kinds(o, each) if kind in right]
            if transport and any(here in places for places in met):
                told = f"{o.named(each)} stays in its place in {o.named(node)}"
                yield codes.SAME_PLACE.finding(told, place=o.place(node))
            if not transport and any(places.keys() - {here} for places in met):
                told = f"{o.named(each)} changes its place in {o.named(node)}"
                yield codes.LOCATION_CHANGED.finding(told, place=o.place(node))


def made_of_nothing(o: Objects) -> Iterator[Finding]:
    """Molecules, not small ones, of which the other side of a conversion has nothing."""
    for node in o.of("Conversion"):
        if is_a(node.cls, "ComplexAssembly") or is_a(node.cls, "Degradation"):
            continue
        left, right = o.values(node, "left"), o.values(node, "right")
        for side, other in ((left, right), (right, left)):
            for each in side:
                large = each.cls not in ("Complex", "PhysicalEntity", "SmallMolecule")
                if large and not is_among(o, each, other):
                    told = f"{o.named(each)} is on one side of {o.named(node)} only"
                    yield codes.ILLEGAL_CONVERSION.finding(told, place=o.place(each))


def is_among(o: Objects, node: Node, others: list[Node]) -> bool:
    """Whether any of others, or a member of one, is of the same reference."""
    reference = o.value(node, "entityReference")
    return reference is not None and any(
        o.key(o.value(other, "entityReference")) == o.key(reference)
        for other in unfolded(o, others, "memberPhysicalEntity")
        if other.cls != "SmallMolecule"
    )


def places(o: Objects) -> Iterator[Finding]:
    """Processes whose participants are in several places; the sides of a transport count apart."""
    for node in o.of("Interaction", but="TemplateReaction"):
        sides = [("left",), ("right",)] if is_a(node.cls, "Transport") else [()]
        for side in sides:
            parts = o.values(node, *(side or participant_properties()))
            found = {o.location(each) for each in parts if is_a(each.cls, "PhysicalEntity")}
            if len(found) > 1:
                told = f"the participants of {o.named(node)} are in {len(found)} places"
                yield codes.SEVERAL_LOCATIONS.finding(told, place=o.place(node))


def controllers(o: Objects) -> Iterator[Finding]:
    """Catalyses and modulations with several controllers."""
    for cls, rule in (
        ("Catalysis", codes.CATALYSIS_CONTROLLERS),
        ("Modulation", codes.MODULATION_CONTROLLERS),
    ):
        for node in o.of(cls):
            found = len(set(node.refs("controller")))
            if found > 1:
                told = f"{o.named(node)} has {found} controllers"
                yield rule.finding(told, place=o.place(node, "controller"))


def taxa(o: Objects) -> Iterator[Finding]:
    """Pathways of several organisms, that of a pathway in them left out."""
    told_of = {taxon for source in o.of("BioSource") for taxon in taxon_ids(o, source)}
    for node in o.of("Pathway") if len(told_of) > 1 else ():
        sources = organisms(o, node) if node.values("organism") else ()
        found = {taxon: None for source in sources for taxon in taxon_ids(o, source)}
        if len(found) > 1:
            told = f"{o.named(node)} is of {len(found)} organisms: {', '.join(sorted(found))}"
            yield codes.SEVERAL_ORGANISMS.finding(told, place=o.place(node, "organism"))


def organisms(o: Objects, pathway: Node) -> list[Node]:
    """The organisms of a pathway and of all that it is made of."""
    seen, ahead = {pathway.uri}, [pathway]
    for node in ahead:
        for name, values in node.properties.items():
            for value in () if name in OUTSIDE else values:
                there = o.nodes.get(value.uri) if isinstance(value, Ref) else None
                if there and there.uri not in seen and there.cls != "Pathway":
                    seen.add(there.uri)
                    ahead.append(there)
    return [node for node in ahead if node.cls == "BioSource"]


def taxon_ids(o: Objects, source: Node) -> list[str]:
    """What an organism is said to be."""
    return [xref.text("id") for xref in o.typed(source, "xref", "UnificationXref")]


def directions(o: Objects) -> Iterator[Finding]:
    """Steps without a direction, and conversions and catalyses that go another way."""
    for node in o.of("BiochemicalPathwayStep"):
        ahead = node.text("stepDirection")
        told = [] if ahead else [f"{o.named(node)} has no stepDirection"]
        for each in o.typed(node, "stepProcess", "Catalysis") if ahead else ():
            way = each.text("catalysisDirection")
            if way and way != ahead:
                told.append(f"{o.named(node)} goes {ahead}, and {o.named(each)} {way}")
        conversion = o.value(node, "stepConversion") if ahead else None
        way = conversion.text("conversionDirection") if conversion else ""
        if conversion and way in ONE_WAY:
            told.append(
                f"{o.named(conversion)} has conversionDirection {way}, expected REVERSIBLE or none,"
                f" for {o.named(node)} has a direction"
            )
        for each_told in told:
            yield codes.DIRECTION.finding(each_told, place=o.place(node))


def listed(o: Objects) -> Iterator[Finding]:
    """Steps whose processes are not in their pathway."""
    for node in o.of("PathwayStep"):
        processes = o.values(node, *STEP)
        for pathway in o.users(node, "pathwayOrder"):
            components = set(pathway.refs("pathwayComponent"))
            lacking = [process for process in processes if process.uri not in components]
            if lacking:
                told = f"{o.listed(lacking)} of {o.named(node)} are not in {o.named(pathway)}"
                yield codes.STEP_NOT_IN_PATHWAY.finding(told, place=o.place(node))


def apart(o: Objects) -> Iterator[Finding]:
    """Steps that follow each other without a common participant."""
    steps = list(o.of("PathwayStep"))
    parts = {node.uri: taking_part(o, o.values(node, *STEP)) for node in steps}
    for node in steps:
        for before in o.users(node, "nextStep"):
            if not parts[node.uri] & parts.get(before.uri, set()):
                told = f"{o.named(node)} shares no participant with {o.named(before)} before it"
                yield codes.STEPS_APART.finding(told, place=o.place(node))


def taking_part(o: Objects, processes: list[Node]) -> set[str]:
    """The molecules and genes that take part in processes, and in those of pathways."""
    parts = unfolded(o, processes, "pathwayComponent")
    found = (each for part in parts for each in o.values(part, *participant_properties()))
    return {each.uri for each in found if is_a(each.cls, "PhysicalEntity") or each.cls == "Gene"}


CHECKS = (
    assemblies,
    disguised,
    unchanged,
    moves,
    made_of_nothing,
    places,
    controllers,
    taxa,
    directions,
    listed,
    apart,
)
"""What is asked of a file, in no order."""
