"""How reactions are drawn: lines, links, modifications and gates in the extension of a reaction.

Bends are told in the axes of the ends of their line, a gate on the canvas (``geometry``); which
element says what SBML says of a reaction, this module does not know.
"""

from collections.abc import Iterable, Iterator, Sequence

from pathport.formats.celldesigner.drawn import Arm, Member, Modification, Reaction, Reduced
from pathport.formats.celldesigner.geometry import (
    Joints,
    Spot,
    Square,
    axes_of_junction,
    axes_of_line,
)
from pathport.formats.celldesigner.markup import (
    anchor_said,
    element,
    line_said,
    many,
    points_said,
    scheme_said,
    text_element,
)
from pathport.formats.celldesigner.terms import GATE_REACTION, HAS_RECTANGLE
from pathport.formats.sbml.markup import attributes
from pathport.model.layout import Connector

__all__ = ["influence_drawn", "process_drawn"]

ARMS = ("num0", "num1", "num2")


def _base(name: str, arm: Arm) -> str:
    species, alias = arm.drawn
    return element(name, {"species": species, "alias": alias}, anchor_said(arm.anchor))


def _bases(inputs: Iterable[Arm], outputs: Iterable[Arm]) -> str:
    return many("baseReactants", (_base("baseReactant", it) for it in inputs)) + many(
        "baseProducts", (_base("baseProduct", it) for it in outputs)
    )


def process_drawn(line: Reaction) -> str:
    """The extension of a process."""
    before, after = line.square.before, line.square.after
    taken = (_link("reactant", it, (it.spot, before), it.bends) for it in line.taken)
    made = (_link("product", it, (after, it.spot), it.bends[::-1]) for it in line.made)
    arm = "-1" if line.junction is None else str(_third(line))
    return "".join(
        (
            text_element("reactionType", line.word),
            _bases(line.inputs, line.outputs),
            many("listOfReactantLinks", taken),
            many("listOfProductLinks", made),
            _joined(line) if line.junction is not None else _straight(line),
            line_said(line.style),
            _modifications(line.controls, line.square, arm),
        )
    )


def _straight(line: Reaction) -> str:
    bends = line.bends
    start, end = line.inputs[0].spot, line.outputs[0].spot
    axes = axes_of_line(start, end)
    square = line.segment if line.word in HAS_RECTANGLE else None
    points = points_said(map(axes.from_canvas, bends))
    return scheme_said([(start, *bends, end)], square=square, connector=line.connector) + (
        text_element("editPoints", points) if bends else ""
    )


def _third(line: Reaction) -> int:
    """Which arm has the square: the one on the side of its own."""
    return 2 if len(line.inputs) > 1 else 0


def _joined(line: Reaction) -> str:
    """A line with a junction: the bends of each arm from there on, in the order of the arms."""
    arms = (*line.inputs, *line.outputs)
    spot = line.junction or (0.0, 0.0)
    points: list[Spot] = []
    for arm in arms:
        axes = axes_of_line(spot, arm.spot)
        points += map(axes.from_canvas, reversed(arm.bends))
    centres = axes_of_junction(*(it.centre for it in arms))
    points.append(centres.from_canvas(spot))
    values = {
        **{name: str(len(arm.bends)) for name, arm in zip(ARMS, arms, strict=True)},
        "tShapeIndex": str(line.segment),
    }
    said = attributes(values)
    return (
        scheme_said(
            [(spot, *reversed(arm.bends), arm.spot) for arm in arms],
            connector=line.connector,
        )
        + f"<celldesigner:editPoints{said}>{points_said(points)}</celldesigner:editPoints>\n"
    )


def _link(name: str, arm: Arm, ends: tuple[Spot, Spot], bends: Sequence[Spot]) -> str:
    """A further reactant or product."""
    axes = axes_of_line(*ends)
    points = points_said(map(axes.from_canvas, bends))
    species, alias = arm.drawn
    values = {
        name: species,
        "alias": alias,
        "targetLineIndex": "-1,0" if name == "reactant" else "-1,1",
    }
    inner = (
        anchor_said(arm.anchor)
        + scheme_said([(ends[0], *bends, ends[1])], connector=arm.connector)
        + (text_element("editPoints", points) if bends else "")
        + line_said(arm.style, kind="Curve" if arm.connector is Connector.CURVED else "Straight")
    )
    return element(f"{name}Link", values, inner)


# Modifications


def _modifications(
    controls: Iterable[Modification | Member], square: Square | Joints, arm: str = "-1"
) -> str:
    """What acts on a process or influence; ``arm`` is that of its line which has the square."""
    return many("listOfModification", (t for it in controls for t in _control(it, square, arm)))


def _control(drawn: Modification | Member, square: Square | Joints, arm: str) -> Iterator[str]:
    target = square.spot(drawn.place)
    index = f"{arm},{drawn.place}"
    if isinstance(drawn, Member):
        yield _gate("modification", drawn, target, index)
        yield from (_member("modification", it, drawn) for it in drawn.members)
    elif drawn.is_drawn:
        yield _modified("modification", drawn.word, drawn.arm, target, index)


def _modified(name: str, word: str, arm: Arm, target: Spot, index: str) -> str:
    """What one alias does."""
    axes = axes_of_line(arm.spot, target)
    values = {
        "type": word,
        "modifiers": arm.drawn[0],
        "aliases": arm.drawn[1],
        "targetLineIndex": index,
        "editPoints": points_said(map(axes.from_canvas, arm.bends)) or None,
    }
    link = dict(zip(("species", "alias"), arm.drawn, strict=True))
    inner = scheme_said([(arm.spot, *arm.bends, target)], connector=arm.connector)
    if arm.anchor is not None:
        inner += element("linkTarget", link, anchor_said(arm.anchor))
    return element(name, values, inner + line_said(arm.style))


def _member(name: str, arm: Arm, gate: Member) -> str:
    return _modified(name, gate.word, arm, gate.spot, "-1,0")


def _gate(name: str, gate: Member, target: Spot, index: str) -> str:
    """A gate: its place is the last of its points, and absolute."""
    axes = axes_of_line(gate.spot, target)
    points = [*map(axes.from_canvas, gate.bends), gate.spot]
    values = {
        "type": gate.gate,
        "modifiers": ",".join(it.drawn[0] for it in gate.members),
        "aliases": ",".join(it.drawn[1] for it in gate.members),
        "modificationType": gate.word,
        "targetLineIndex": index,
        "editPoints": points_said(points),
    }
    scheme = scheme_said([(gate.spot, *gate.bends, target)], connector=gate.connector)
    return element(name, values, scheme + line_said(gate.style))


# Influences


def influence_drawn(drawn: Reduced) -> str:
    """The extension of an influence, in the reduced notation."""
    if drawn.gate is not None:
        return _reduced_gate(drawn, drawn.gate)
    source = drawn.source or drawn.target
    axes = axes_of_line(source.spot, drawn.target.spot)
    points = points_said(map(axes.from_canvas, source.bends))
    return "".join(
        (
            text_element("reactionType", drawn.word),
            _bases((source,), (drawn.target,)),
            scheme_said(
                [(source.spot, *source.bends, drawn.target.spot)], connector=source.connector
            ),
            text_element("editPoints", points) if points else "",
            line_said(drawn.style),
            _modifications(drawn.controls, drawn.joints),
        )
    )


def _reduced_gate(drawn: Reduced, gate: Member) -> str:
    """An influence of several: two of them are base reactants, all are members of its gate."""
    axes = axes_of_line(gate.spot, drawn.target.spot)
    points = [*map(axes.from_canvas, gate.bends), gate.spot]
    links = (_link("reactant", it, (it.spot, gate.spot), ()) for it in gate.members[2:])
    members = (
        _gate("GateMember", gate, drawn.target.spot, "-1,0"),
        *(_member("GateMember", it, gate) for it in gate.members),
    )
    return "".join(
        (
            text_element("reactionType", GATE_REACTION),
            _bases(gate.members[:2], (drawn.target,)),
            many("listOfReactantLinks", links),
            scheme_said([[gate.spot] * (len(gate.members) + len(points) + 1)]),
            text_element("editPoints", points_said(points)),
            line_said(drawn.style),
            _modifications(drawn.controls, drawn.joints),
            many("listOfGateMember", members),
        )
    )
