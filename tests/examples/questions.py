"""What may be asked of a view of a pathway: what there is, what binds, acts and leads to what.

Every question is about species by the names of their parts and their places, so that it can be
asked of any reader's view; nothing here knows a file format.
"""

from tests.examples.readings import Act, View

__all__ = [
    "CYTOSOL", "ENDOSOME", "MEMBRANE", "NUCLEUS", "OUTSIDE", "RETICULUM_LUMEN", "Ids", "acts",
    "bind", "blocked_by", "follow", "happen", "having", "outputs", "phosphorylated", "signalling",
    "terms", "things",
]  # fmt: skip

OUTSIDE, MEMBRANE, CYTOSOL = "go:0005576", "go:0005886", "go:0005829"
NUCLEUS, ENDOSOME, RETICULUM_LUMEN = "go:0005634", "go:0005769", "go:0005788"

Ids = frozenset[str]


def things(view: View, *names: str, place: str | None = None, alone: bool = False) -> Ids:
    """The species made of these and nothing else, in any state; alone: one of each."""
    return frozenset(
        id_
        for id_, seen in view.things.items()
        if seen.names == frozenset(names)
        and place in (None, seen.place)
        and (not alone or {count for _, count in seen.parts} == {1})
    )


def having(view: View, ids: Ids, *names: str) -> Ids:
    """Those of the species that have all these parts."""
    return frozenset(id_ for id_ in ids if view.things[id_].names >= frozenset(names))


def terms(view: View, ids: Ids) -> frozenset[str]:
    """What is said of any of the species."""
    return frozenset(term for id_ in ids for term in view.things[id_].terms)


def inputs(view: View, event: str) -> Ids:
    return frozenset(id_ for id_, _ in view.events[event].inputs)


def outputs(view: View, *events: str) -> Ids:
    return frozenset(id_ for event in events for id_, _ in view.events[event].outputs)


def happen(view: View, kind: str, before: Ids, after: Ids) -> Ids:
    """The processes of a kind that use one of these and make one of those."""
    return frozenset(
        id_
        for id_, event in view.events.items()
        if event.kind == kind and inputs(view, id_) & before and outputs(view, id_) & after
    )


def bind(view: View, *partners: Ids) -> Ids:
    """The bindings of exactly these partners, each one of several."""
    return frozenset(
        id_
        for id_, event in view.events.items()
        if event.kind == "binding"
        and len(event.inputs) == len(partners)
        and all(inputs(view, id_) & partner for partner in partners)
    )


def acts(view: View, effect: str, by: Ids, on: Ids) -> list[Act]:
    """What acts so, by one of these on one of these."""
    return [it for it in view.acts if it.effect == effect and it.source in by and it.target in on]


def actors(view: View, effect: str, on: Ids) -> set[frozenset[str]]:
    """What acts so on one of these, by the names of its parts."""
    return {
        view.things[it.source].names for it in view.acts if it.effect == effect and it.target in on
    }


def follow(view: View, start: Ids, *names: str, without: frozenset[str] = frozenset()) -> Ids:
    """What the species lead to in as many steps as there are names, each to one with that part.

    A step is a process that uses the species or is promoted by it, or an influence; species that
    have one of the parts ``without`` are no way.
    """
    for name in names:
        promoted = {it.target for it in view.acts if it.effect in PROMOTES and it.source in start}
        used = {id_ for id_ in view.events if inputs(view, id_) & start}
        reached = outputs(view, *(used | promoted & view.events.keys()))
        reached |= promoted & view.things.keys()
        reached = having(view, reached, name)
        start = frozenset(it for it in reached if not view.things[it].names & without)
    return start


PROMOTES = frozenset({"activation", "catalysis"})


def first_bound(view: View) -> Ids:
    """The binding of one CXCL12 to one CXCR4."""
    ligand, receptor = things(view, "CXCL12", alone=True), things(view, "CXCR4", alone=True)
    return bind(view, ligand, receptor)


def signalling(view: View) -> Ids:
    """The receptor with its ligand, as it comes out of their binding."""
    return outputs(view, *first_bound(view))


def blocked_by(view: View, drug: str) -> Ids:
    """CXCR4 with the drug bound, if the drug keeps CXCL12 off it; else nothing."""
    free = things(view, drug, place=OUTSIDE)
    keeps_off = acts(view, "inhibition", free, first_bound(view))
    bound = outputs(view, *bind(view, free, things(view, "CXCR4", alone=True)))
    return bound if keeps_off else frozenset()


def phosphorylated(view: View, bound: Ids, *kinases: str) -> Ids:
    """What CXCR4 with its ligand becomes in a phosphorylation that just these kinases catalyse."""
    receptor = things(view, "CXCL12", "CXCR4", place=MEMBRANE)
    wanted = {frozenset({kinase}) for kinase in kinases}
    return receptor & outputs(
        view,
        *(
            event
            for event in happen(view, "phosphorylation", bound, receptor)
            if actors(view, "catalysis", frozenset({event})) == wanted
        ),
    )
