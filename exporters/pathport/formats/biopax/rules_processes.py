"""Rules for processes and pathways: conversions, sides, places, controls, order, organisms.

They know nothing of a molecule but its state, as ``objects`` tells it. Sources: the BioPAX
validator's rules, as ``codes`` cites them.
"""

from collections.abc import Iterator

from pathport.findings import Finding
from pathport.formats.biopax import codes
from pathport.formats.biopax.graph import Node, Ref
from pathport.formats.biopax.objects import LOOKED, Key, Objects, participant_properties
from pathport.formats.biopax.ontology import is_a
from pathport.formats.biopax.strong import strong_groups

__all__ = ["CHECKS"]

OUTSIDE = frozenset({"evidence", "nextStep"})
"""Properties that lead out of a pathway: what was seen elsewhere, what comes after."""

BEARERS = ("Entity", "EntityReference", "PathwayStep", "BioSource")
"""The classes by which one gets from a pathway to the organisms in it."""

STEP = ("stepProcess", "stepConversion")
ONE_WAY = frozenset({"LEFT-TO-RIGHT", "RIGHT-TO-LEFT"})


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
    lacking = {node.uri for node in nodes} - {each.uri for each in side}
    if not lacking <= o.components:
        return False
    for whole in o.nested(side, "component") if lacking else ():
        lacking -= lacking & o.parts(whole)
    return not lacking


def unchanged(o: Objects) -> Iterator[Finding]:
    """What stands on both sides of a conversion in the same state."""
    for node in o.of("Conversion"):
        right = {o.state(each): each for each in o.values(node, "right")}
        for each in o.values(node, "left"):
            other = right.get(o.state(each))
            if other:
                told = f"{o.named(each)} on the left of {o.named(node)}"
                if other is each:
                    told += " stands on the right too"
                else:
                    told += f" and {o.named(other)} on the right are in the same state"
                yield codes.UNCHANGED.finding(told, place=o.place(node, "left"))


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
            if not transport and any(len(places) > (here in places) for places in met):
                told = f"{o.named(each)} changes its place in {o.named(node)}"
                yield codes.LOCATION_CHANGED.finding(told, place=o.place(node))


def made_of_nothing(o: Objects) -> Iterator[Finding]:
    """Molecules, not small ones, of which the other side of a conversion has nothing."""
    members: dict[str, set[Key]] = {}
    for node in o.of("Conversion"):
        if is_a(node.cls, "ComplexAssembly") or is_a(node.cls, "Degradation"):
            continue
        left, right = o.values(node, "left"), o.values(node, "right")
        for side, other in ((left, right), (right, left)):
            there = large_molecules(o, other)
            families = o.nested(other, "memberPhysicalEntity") if side else []
            for it in families:
                if it.uri not in members:
                    members[it.uri] = large_molecules(o, o.values(it, "memberPhysicalEntity"))
            for each in side:
                reference = o.value(each, "entityReference")
                found = len(families) >= LOOKED or (
                    reference is not None
                    and any(
                        o.key(reference) in known
                        for known in (there, *(members[it.uri] for it in families))
                    )
                )
                if not (found or each.cls in ("Complex", "PhysicalEntity", "SmallMolecule")):
                    told = f"{o.named(each)} is on one side of {o.named(node)} only"
                    yield codes.ILLEGAL_CONVERSION.finding(told, place=o.place(each))


def large_molecules(o: Objects, nodes: list[Node]) -> set[Key]:
    """What molecules some entities are, but for small ones."""
    large = (each for each in nodes if each.cls != "SmallMolecule")
    references = (o.value(each, "entityReference") for each in large)
    return {o.key(reference) for reference in references if reference}


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
    pathways = [node for node in o.of("Pathway") if node.values("organism")]
    known = taxa_of(o) if pathways and len(told_of) > 1 else {}
    for node in pathways:
        found = set().union(*(known.get(uri, ()) for uri in within(node)))
        if len(found) > 1:
            told = f"{o.named(node)} is of {len(found)} organisms: {', '.join(sorted(found))}"
            yield codes.SEVERAL_ORGANISMS.finding(told, place=o.place(node, "organism"))


def taxa_of(o: Objects) -> dict[str, frozenset[str]]:
    """By URI, the organisms of what may have one, pathways left out, and of all in it."""
    nodes = [node for cls in BEARERS for node in o.of(cls, but="Pathway")]
    arrows = {node.uri: within(node) for node in nodes}
    known: dict[str, frozenset[str]] = {}
    for group in strong_groups(arrows):
        found = {taxon for uri in group for taxon in taxon_ids(o, o.nodes[uri])}
        found = found.union(*(known.get(end, ()) for uri in group for end in arrows[uri]))
        known |= dict.fromkeys(group, frozenset(found))
    return known


def within(node: Node) -> list[str]:
    """The URIs of what an object is made of, or said to be."""
    return [
        value.uri
        for name, values in node.properties.items()
        if name not in OUTSIDE
        for value in values
        if isinstance(value, Ref)
    ]


def taxon_ids(o: Objects, node: Node) -> list[str]:
    """What an organism is said to be; nothing of anything else."""
    if node.cls != "BioSource":
        return []
    return [xref.text("id") for xref in o.typed(node, "xref", "UnificationXref")]


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
    for pathway in o.of("Pathway"):
        components = set(pathway.refs("pathwayComponent"))
        for node in o.typed(pathway, "pathwayOrder", "PathwayStep"):
            lacking = [each for each in o.values(node, *STEP) if each.uri not in components]
            if lacking:
                told = f"{o.named(node)} has processes that are not in {o.named(pathway)}: "
                told += o.listed(lacking)
                yield codes.STEP_NOT_IN_PATHWAY.finding(told, place=o.place(node))


def apart(o: Objects) -> Iterator[Finding]:
    """Steps that follow each other without a common participant."""
    groups: dict[str, set[str]] = {}
    for node in o.of("PathwayStep"):
        for before in o.users(node, "nextStep"):
            mine, theirs = (taking_part(o, it, groups) for it in (node, before))
            if max(len(mine), len(theirs)) <= LOOKED and not share(mine, theirs):
                told = f"{o.named(node)} shares no participant with {o.named(before)} before it"
                yield codes.STEPS_APART.finding(told, place=o.place(node))


def taking_part(o: Objects, step: Node, groups: dict[str, set[str]]) -> list[set[str]]:
    """The molecules and genes that take part in a step's processes, and in those of pathways.

    ``groups`` remembers them: of a step those of its own processes, of a pathway of its own.
    """
    processes = o.values(step, *STEP)
    pathways = o.nested(processes, "pathwayComponent")
    for node, parts in ((step, STEP), *((it, ("pathwayComponent",)) for it in pathways)):
        if node.uri not in groups:
            groups[node.uri] = participants(o, o.values(node, *parts))
    return [groups[node.uri] for node in (step, *pathways)]


def participants(o: Objects, processes: list[Node]) -> set[str]:
    """The molecules and genes that take part in processes."""
    found = (each for it in processes for each in o.values(it, *participant_properties()))
    return {each.uri for each in found if is_a(each.cls, "PhysicalEntity") or each.cls == "Gene"}


def share(some: list[set[str]], others: list[set[str]]) -> bool:
    """Whether sets have anything in common with others."""
    return any(
        (one and one is other) or not one.isdisjoint(other) for one in some for other in others
    )


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
