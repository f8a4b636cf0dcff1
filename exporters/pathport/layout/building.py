"""The things of a pathway as nodes and the lines between them as nets, before any has a place.

Which species are cofactors, which are drawn several times, what each process mainly changes: the
rules of what is drawn are here; where, is not.

A species that no process makes from another one, and that three or more events use, has a box for
each event. One that is made, and that six or more events use, has a box for each module that uses
it, and stays at home where it is made.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pathport.layout.graph import Cofactor, Graph, Link, Net, Node, converged
from pathport.layout.labels import ALONE, MARK, Labels, Shown
from pathport.layout.picture import GlyphKind, LineRole
from pathport.layout.targets import final_target
from pathport.layout.terms import cofactors_of
from pathport.layout.text import shortened, text_width
from pathport.layout.zones import Lane, Zone, Zones
from pathport.model.parts import Gate, Participant
from pathport.model.pathway import Pathway
from pathport.model.things import Association, Control, Module, Process, Species

__all__ = ["graph_of"]

USES_OF_UNMADE = 3
USES_OF_MADE = 6
PROCESS = 14
GATE = 28
DOT = 6
VOID = 12
COFACTOR_LONGEST = 70


def graph_of(pathway: Pathway, labels: Labels, zones: Zones) -> Graph:
    """The graph of a pathway."""
    return _Builder(pathway, labels, zones).graph()


class _Builder:
    def __init__(self, pathway: Pathway, labels: Labels, zones: Zones) -> None:
        self.pathway = pathway
        self.labels = labels
        self.zones = zones
        self.modules = dict(_homes(pathway.modules))
        self.processes = {each.id: each for each in pathway.processes}
        self.targets = {each.id: each.target for each in pathway.controls}
        self.nodes: dict[str, Node] = {}
        self.nets: dict[tuple[str | float | None, ...], Net] = {}
        self.trains: list[tuple[Node, Node, Node]] = []
        self.small = cofactors_of(labels.pathway)
        self.cofactors: set[tuple[str, str, str]] = set()
        self.mains: dict[str, tuple[str | None, str | None]] = {}
        self.splits: dict[str, bool] = {}
        self.homes: dict[str, str | None] = {}
        self.drawn: Counter[str] = Counter()

    def graph(self) -> Graph:
        for process in self.pathway.processes:
            self.mains[process.id] = self._mains(process)
            self.cofactors.update(self._cofactors_of(process))
        self._find_hubs()
        for process in self.pathway.processes:
            self._add_process(process)
        targeted = {each.target for each in self.pathway.controls}
        drawn = [it for it in self.pathway.controls if final_target(it.id, self.targets)]
        for control in drawn:
            if control.id in targeted:
                self._add_anchor(control)
        for control in drawn:
            self._add_control(control)
        for association in self.pathway.associations:
            self._add_association(association)
        for species in self.pathway.species:
            if not self.drawn[species.id] and species.id not in self.labels.listed:
                self._box(species.id, "")
        nodes = list(self.nodes.values())
        for number, node in enumerate(nodes):
            node.number, node.least = number, node.width
            node.clone = node.kind is GlyphKind.SPECIES and self.drawn[node.thing] > 1
        return Graph(nodes, converged(self.nets.values()), self.trains)

    # What each process mainly changes

    def _mains(self, process: Process) -> tuple[str | None, str | None]:
        """The substrate and product with the most molecules in common, in one place if two tie."""
        ins, outs = map(self._candidates, (process.inputs, process.outputs))
        if process.template and not ins:
            return None, outs[0] if outs else None
        pairs = [(a, b) for a in ins for b in outs if a != b]
        if not pairs:
            return (ins[0] if ins else None), (outs[0] if outs and outs[:1] != ins[:1] else None)
        return max(pairs, key=self._kinship)

    def _candidates(self, side: Iterable[Participant]) -> list[str]:
        ids = [each.species for each in side]
        return [each for each in ids if each not in self.small] or ids

    def _kinship(self, pair: tuple[str, str]) -> tuple[int, bool]:
        first, second = (self.labels.species[each] for each in pair)
        both = Counter(self.labels.leaves(first)) & Counter(self.labels.leaves(second))
        near = self.zones.zone(first) == self.zones.zone(second)
        receptors = sum(self.labels.molecules[each].roles != () for each in both)
        return both.total() * 2 + receptors, near

    def _cofactors_of(self, process: Process) -> Iterator[tuple[str, str, str]]:
        for side, main, participants in zip(
            ("in", "out"), self.mains[process.id], (process.inputs, process.outputs), strict=True
        ):
            for each in participants:
                is_main = each.species == main or each.species not in self.small
                if not is_main and not self._is_afar(process, each.species):
                    yield process.id, side, each.species

    def _is_afar(self, process: Process, id_: str) -> bool:
        """Whether it is a cofactor that is not drawn beside a process, but in its own place."""
        mains = [it for it in self.mains[process.id] if it is not None]
        if not self.labels.keeps_places or id_ in mains or id_ not in self.small:
            return False
        place = self.labels.species[id_].compartment
        return any(self.labels.species[it].compartment != place for it in mains)

    # Which species are drawn several times

    def _find_hubs(self) -> None:
        uses: defaultdict[str, dict[str, None]] = defaultdict(dict)
        made: dict[str, str] = {}
        for process in self.pathway.processes:
            for each in process.inputs:
                if (process.id, "in", each.species) not in self.cofactors:
                    uses[each.species][process.id] = None
            for each in process.outputs if process.inputs else ():
                if self._is_afar(process, each.species):
                    uses[each.species][process.id] = None
                else:
                    made.setdefault(each.species, process.id)
        for control in self.pathway.controls:
            for id_ in control.sources.species():
                uses[id_][self._event(control)] = None
        for id_, events in uses.items():
            self._split(id_, list(events), made.get(id_))

    def _split(self, id_: str, events: Sequence[str], made: str | None) -> None:
        """Tells in which boxes a species is drawn that is used so, and made by that process."""
        if made is None and len(events) >= USES_OF_UNMADE:
            self.splits[id_] = True
            self.homes[id_] = events[0]
        elif made is not None and len(events) >= USES_OF_MADE and self.modules:
            self.splits[id_] = False
            self.homes[id_] = self.modules.get(made)

    def _event(self, control: Control) -> str:
        """What a control acts on in the end: a process or a species; itself, if on nothing."""
        return final_target(control.id, self.targets) or control.id

    def _box(self, id_: str, event: str) -> Node:
        """The box of a species for an event."""
        key = id_
        per_event = self.splits.get(id_)
        if per_event is not None:
            place = event if per_event else self.modules.get(event)
            if place and place != self.homes[id_]:
                key = f"{id_}/{place}"
        if key not in self.nodes:
            self.nodes[key] = self._boxed(key, self.labels.species[id_], event)
            self.drawn[id_] += 1
        return self.nodes[key]

    def _boxed(self, key: str, species: Species, event: str) -> Node:
        shown = self.labels.shown(species)
        zone = self.zones.zone(species)
        up = _height_above(shown, zone)
        return Node(
            key,
            GlyphKind.SPECIES,
            species.id,
            shown.width,
            up,
            shown.height - up,
            zone,
            self.zones.framed(self.labels.place(species)),
            self.modules.get(event),
            text=_whole_text(shown),
            tip=self.labels.tip(species),
            type="set" if self.labels.is_list(species) else self.labels.kind(species),
            parts=shown.parts,
            margin=shown.margin,
            certainty=species.certainty,
        )

    # Processes

    def _add_process(self, process: Process) -> None:
        taken, given = self.mains[process.id]
        before = self._box(taken, process.id) if taken else None
        after = self._box(given, process.id) if given else None
        node = self._beside(process.id, GlyphKind.PROCESS, before, after, PROCESS, PROCESS)
        node.type, node.certainty = process.type, process.certainty
        node.cofactors = list(self._texts(process, node.zone))
        if before is None and not process.inputs and not process.template:
            before = self._void(process.id, "source", node)
        if after is None and not process.outputs:
            after = self._void(process.id, "sink", node)
        if before is not None and after is not None and before is not after:
            self.trains.append((before, node, after))
        self._add_lines(process, node)

    def _add_lines(self, process: Process, node: Node) -> None:
        def link(end: Node, coefficient: float = 1.0, *, reversible: bool = False) -> Link:
            return Link(process.id, end, coefficient, reversible, certainty=process.certainty)

        for each in process.inputs:
            if (process.id, "in", each.species) not in self.cofactors:
                line = link(node, float(each.coefficient), reversible=process.reversible)
                self._join(self._box(each.species, process.id), LineRole.INPUT, None, line)
        for each in process.outputs:
            if (process.id, "out", each.species) not in self.cofactors:
                box = self._box(each.species, process.id)
                self._join(node, LineRole.OUTPUT, None, link(box, each.coefficient))
        if process.template:
            box = self._box(process.template, process.id)
            self._join(box, LineRole.TEMPLATE, None, link(node))
        for end, role in (("source", LineRole.INPUT), ("sink", LineRole.OUTPUT)):
            void = self.nodes.get(f"{process.id}/{end}")
            if void is not None:
                source, target = (void, node) if end == "source" else (node, void)
                self._join(source, role, None, link(target))

    def _texts(self, process: Process, zone: Zone) -> Iterator[Cofactor]:
        sides = (("in", process.inputs), ("out", process.outputs))
        for side, participants in sides:
            for each in participants:
                if (process.id, side, each.species) in self.cofactors:
                    species = self.labels.species[each.species]
                    name = self.labels.name(species)
                    number = f"{each.coefficient} " if each.coefficient != 1 else ""
                    text = shortened(number + name, MARK, COFACTOR_LONGEST)
                    yield Cofactor(
                        f"{process.id}/{side}/{each.species}",
                        each.species,
                        text,
                        float(round(text_width(text, MARK) + 2)),
                        float(each.coefficient),
                        side == "in",
                        number + self.labels.tip(species),
                        self.zones.is_inside(species, zone),
                    )
                    self.drawn[each.species] += 1

    def _void(self, of: str, end: str, node: Node) -> Node:
        """Where a process or a control has nothing to come from, or to lead to."""
        void = self._beside(f"{of}/{end}", GlyphKind.VOID, node, None, VOID, VOID)
        void.thing, void.module = of, node.module
        return void

    def _beside(
        self, id_: str, kind: GlyphKind, before: Node | None, after: Node | None, *size: float
    ) -> Node:
        """A node of its own, in the place of one of two others."""
        width, height = size
        home = _nearer(before, after)
        zone = home.zone if home else self.zones.zones[-2]
        frame = home.frame if home else None
        module = self.modules.get(id_)
        node = Node(id_, kind, id_, width, height / 2, height / 2, zone, frame, module)
        self.nodes[id_] = node
        return node

    # Controls and associations

    def _target(self, control: Control) -> Node:
        target = control.target or ""
        if target in self.targets:
            return self.nodes[target]
        if target in self.processes:
            return self.nodes[target]
        return self._box(target, target)

    def _add_anchor(self, control: Control) -> None:
        event = self._event(control)
        target = self.nodes[event] if event in self.processes else self._box(event, event)
        node = self._beside(control.id, GlyphKind.ANCHOR, target, None, DOT, DOT)
        node.module = node.module or target.module

    def _add_control(self, control: Control) -> None:
        target, event = self._target(control), self._event(control)
        if any(control.sources.species()):
            source = self._gate(control.sources, control.id, target, event)
        else:
            source = self._void(control.id, "source", target)
        anchor = self.nodes.get(control.id)
        certainty = control.certainty
        if anchor is not None:
            self._join(source, LineRole.LOGIC, None, Link(control.id, anchor, certainty=certainty))
            source = anchor
        link = Link(control.id, target, certainty=certainty)
        self._join(source, LineRole.CONTROL, control.effect, link)

    def _gate(self, gate: Gate, id_: str, target: Node, event: str) -> Node:
        """The node that a gate is: a species, or a gate with its inputs."""
        if gate.is_alone:
            return self._box(gate.inputs[0], event)
        key = f"{id_}/gate"
        node = self._beside(key, GlyphKind.GATE, target, None, GATE, 16)
        node.thing, node.type, node.module = (
            id_.split("/", maxsplit=1)[0],
            gate.logic,
            target.module,
        )
        for each in gate.inputs:
            self._join(self._box(each, event), LineRole.LOGIC, None, Link(node.thing, node))
        for index, inner in enumerate(gate.gates):
            source = self._gate(inner, f"{key}{index}", target, event)
            self._join(source, LineRole.LOGIC, None, Link(node.thing, node))
        return node

    def _add_association(self, association: Association) -> None:
        boxes = [self._box(each.species, association.id) for each in association.participants]
        if not boxes:
            return
        node = self._beside(association.id, GlyphKind.ASSOCIATION, *_two(boxes), DOT, DOT)
        node.module, node.certainty = self.modules.get(association.id), association.certainty
        for box, each in zip(boxes, association.participants, strict=True):
            link = Link(association.id, node, float(each.coefficient))
            self._join(box, LineRole.ASSOCIATION, None, link)
        if len(boxes) == 2:
            self.trains.append((boxes[0], node, boxes[1]))

    def _join(self, source: Node, role: LineRole, effect: str | None, link: Link) -> None:
        # What comes of one trunk has one number and head where it leaves its source.
        number = link.coefficient if role is LineRole.INPUT else 1.0
        key = source.id, role, effect, link.reversible, number
        if key not in self.nets:
            self.nets[key] = Net(source, role, effect)
        self.nets[key].links.append(link)


def _height_above(shown: Shown, zone: Zone) -> float:
    """How much of a box is above the line that a train of its zone has its lines on."""
    if zone.lane is Lane.SPANNING and shown.spanning is not None:
        *above, it = shown.parts[: shown.spanning + 1]
        return shown.margin + sum(part.height for part in above) + it.height / 2
    if zone.on_border and zone.lane is not Lane.SPANNING:
        return ALONE / 2 if zone.lane is Lane.INNER else shown.height - ALONE / 2
    return shown.height / 2


def _two(boxes: list[Node]) -> tuple[Node, Node | None]:
    return boxes[0], boxes[1] if len(boxes) > 1 else None


def _nearer(before: Node | None, after: Node | None) -> Node | None:
    """Which of two nodes a process between them is drawn beside: not in a frame, on a membrane."""
    if before is None or after is None:
        return before or after
    if (before.frame is None) != (after.frame is None):
        return before if before.frame is None else after
    if before.zone.at_membrane != after.zone.at_membrane:
        return before if before.zone.at_membrane else after
    return before


def _homes(modules: Iterable[Module]) -> Iterator[tuple[str, str]]:
    """Of each process, control and association, the first module that has it."""
    known = {each.id for each in modules}
    seen: set[str] = set()
    for module in modules:
        for member in module.members:
            if member not in known and member not in seen:
                seen.add(member)
                yield member, module.id


def _whole_text(shown: Shown) -> str:
    return ":".join(part.text for part in shown.parts)
