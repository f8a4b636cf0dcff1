"""What the lines of a drawing mean: processes, controls, influences, associations.

A line that is attached to nothing but things is the line of a process, influence or association;
lines on its anchors without a head there take part in the same, lines with a head there act on it
(GPML2RDF, InteractionConverter). An arrow from one thing to another is an influence, unless its
head is one of a process or other lines join it. A line whose ends can't be told is kept as drawing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from pathport.formats.gpml.book import Book
from pathport.formats.gpml.drawing import Joint, Line
from pathport.formats.gpml.reading_species import Kinds
from pathport.formats.gpml.terms import DEGRADED, OPEN_LABELS
from pathport.model.enumerations import Effect, ProcessType

__all__ = ["Act", "Deed", "End", "Lines", "Use"]


class End(msgspec.Struct, frozen=True, kw_only=True):
    """What a line's end means: the box of a species, an anchor on a line, or an open side.

    ``touched`` is what it is drawn to: the box, or a part or state of it.
    """

    joint: Joint
    box: str = ""
    touched: str = ""
    line: str = ""
    at: float = 0.0
    is_open: bool = False

    @property
    def head(self) -> str:
        """The head that the line has here."""
        return self.joint.head


class Use(msgspec.Struct, frozen=True, kw_only=True):
    """A line that joins a line of a process or association: its end there, and the other one."""

    line: Line
    here: End
    end: End
    is_output: bool = False

    @property
    def ends(self) -> tuple[End, End]:
        """Both ends in the direction of what takes part."""
        return (self.here, self.end) if self.is_output else (self.end, self.here)


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """A process or association: its own line, from start to end, and those that join it."""

    line: Line
    start: End
    end: End
    type: ProcessType | None = None
    """Nothing: an association."""
    reversible: bool = False
    joining: tuple[Use, ...] = ()

    def inputs(self) -> Iterator[End]:
        """The ends that are inputs, or participants without a direction."""
        yield self.start
        if self.is_plain:
            yield self.end
        yield from (use.end for use in self.joining if not use.is_output)

    def outputs(self) -> Iterator[End]:
        """The ends that are outputs."""
        if not self.is_plain:
            yield self.end
        yield from (use.end for use in self.joining if use.is_output)

    @property
    def is_plain(self) -> bool:
        """Whether the line has no head: both its ends are on one side."""
        return not (self.start.head or self.end.head)


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """A control: what acts, with what effect, on a thing's box or on the thing of a line."""

    line: Line
    source: End
    effect: Effect
    target: End
    back: bool = False
    """Whether it is the way back of a line with two heads."""


class Lines:
    """The lines of a drawing by what they mean."""

    def __init__(self, book: Book, kinds: Kinds) -> None:
        self.book = book
        self.kinds = kinds
        self.deeds: list[Deed] = []
        self.acts: list[Act] = []
        self.kept: list[Line] = []
        self._ends: dict[str, tuple[End, End]] = {}
        self._joining: dict[str, list[tuple[Line, End, End]]] = defaultdict(list)
        """By id of a line: lines on its anchors, with the end there and the other one."""
        self._meant: set[str] = set()
        self._read()

    def _read(self) -> None:
        mains: list[Line] = []
        lines = sorted(self.book.canvas.lines.values(), key=lambda it: it.id)
        for line in lines:
            self._tell_bends(line)
            if line.graphical:
                self.kept.append(line)
                continue
            start, end = self._directed(line)
            self._ends[line.id] = start, end
            unmet = self._unmet(start) or self._unmet(end)
            if unmet:
                self._keep(line, unmet)
            elif start.line and end.line:
                self._keep(line, "joins two lines")
            elif start.line or end.line:
                here, other = (start, end) if start.line else (end, start)
                self._joining[here.line].append((line, here, other))
            else:
                mains.append(line)
        for line in mains:
            self._main(line)
        self._act_on_acts()
        for joining in self._joining.values():
            for line, _, _ in joining:
                if line.id not in self._meant:
                    self._keep(line, "joins a line that has no such meaning")

    def _tell_bends(self, line: Line) -> None:
        """Names what stands at a bend: an arrowhead and an attachment count at the ends alone."""
        for joint in line.joints[1:-1]:
            if joint.head not in ("", self.book.dialect.headless):
                self.book.lose(f'the arrowhead "{joint.head}" of a bend', line)
            if joint.on:
                self.book.lose(f'the bend at "{joint.on}"', line)

    def _keep(self, line: Line, why: str) -> None:
        self._meant.add(line.id)
        self.kept.append(line)
        self.book.kept(why, line)

    # Ends

    def _directed(self, line: Line) -> tuple[End, End]:
        """The ends of a line in its direction: toward the one head that it has."""
        start, end = (self._end(it) for it in (line.joints[0], line.joints[-1]))
        return (end, start) if start.head and not end.head else (start, end)

    def _end(self, joint: Joint) -> End:
        canvas = self.book.canvas
        head = "" if joint.head == self.book.dialect.headless else joint.head
        joint = msgspec.structs.replace(joint, head=head)
        hold = canvas.hold(joint)
        if hold.line:
            return End(joint=joint, line=hold.line, at=hold.position)
        shape, label = canvas.shapes.get(hold.thing), canvas.labels.get(hold.thing)
        if shape is not None and shape.style.shape == DEGRADED:
            return End(joint=joint, touched=hold.thing, is_open=True)
        if label is not None and label.label.strip() in OPEN_LABELS:
            return End(joint=joint, touched=hold.thing, is_open=True)
        return End(joint=joint, box=self.kinds.whole_of.get(hold.thing, ""), touched=hold.thing)

    def _unmet(self, end: End) -> str:
        """Why an end means nothing, if it does."""
        if end.box or end.line or end.is_open:
            return ""
        if end.joint.on in self.book.canvas.groups and not end.touched:
            return f"ends at the Group {end.joint.on}, which is empty"
        if end.joint.on and not end.touched:
            return f'ends at "{end.joint.on}", which is not there'
        if not end.touched:
            return f"ends at ({end.joint.x:g}, {end.joint.y:g}), attached to nothing"
        canvas = self.book.canvas
        kinds = {"Label": canvas.labels, "Shape": canvas.shapes, "Group": canvas.groups}
        name = next((name for name, known in kinds.items() if end.touched in known), "thing")
        return f"ends at the {name} {end.touched}, which is no species"

    # Lines between things

    def _main(self, line: Line) -> None:
        start, end = self._ends[line.id]
        if start.is_open and end.is_open:
            self._keep(line, "has two open sides")
            return
        dialect = self.book.dialect
        uses = [it for it in self._joining[line.id] if not self._acts(it[1])]
        whole = self._whole_with_part((start, end, *(far for _, _, far in uses)))
        if whole:
            self._keep(line, f"runs between {whole} and a part of it that stands nowhere else")
            return
        if not start.head and not end.head:
            self._plain(line, start, end, uses)
            return
        if self._is_generic(end.head) and start.head:
            start, end = end, start
        effect, type_ = dialect.effect.key(end.head), dialect.process.key(end.head)
        if start.head and start.head != end.head and not self._is_reversible(start, end):
            self._both_ways(line, start, end)
        elif type_ is not None and (effect is None or self._is_joined(line, start, end)):
            if start.head not in ("", end.head):
                self.book.lose(f'the arrowhead "{start.head}" beside "{end.head}"', line)
            self._deed(line, start, end, uses, type_)
        elif start.is_open or end.is_open:
            self._keep(line, "has an open side and no head of a process")
        elif start.head:
            self._both_ways(line, start, end)
        else:
            self._act(line, start, end)

    def _whole_with_part(self, ends: Iterable[End]) -> str:
        """The group, if any, that is an end beside a part of it: no species is the part alone."""
        groups, states = self.book.canvas.groups, self.book.canvas.states
        known = [it for it in ends if it.box in groups and it.touched not in states]
        wholes = {it.box for it in known if it.touched == it.box}
        found = next((it.box for it in known if it.touched != it.box and it.box in wholes), "")
        return groups[found].subject if found else ""

    def _is_generic(self, head: str) -> bool:
        """Whether a head is that of an arrow, which may be one of a process and of a control."""
        dialect = self.book.dialect
        return dialect.process.key(head) is not None and dialect.effect.key(head) is not None

    def _is_reversible(self, start: End, end: End) -> bool:
        """Whether two heads that differ are those of one process: an arrow goes with any."""
        return self._is_generic(start.head) and self.book.dialect.process.key(end.head) is not None

    def _acts(self, end: End) -> bool:
        """Whether a head at an anchor is one of a control; that of a process takes part in it."""
        dialect = self.book.dialect
        known = dialect.process.key(end.head) is None or dialect.effect.key(end.head) is not None
        return bool(end.head) and known

    def _is_joined(self, line: Line, start: End, end: End) -> bool:
        """Whether an arrow is a process: two heads, an open side, lines that join it, or with the
        head of a change one thing at both ends.
        """
        if end.head in self.book.dialect.changes and self.kinds.is_one_thing(start.box, end.box):
            return True
        return bool(start.head or start.is_open or end.is_open or self._joining[line.id])

    def _plain(self, line: Line, start: End, end: End, uses: Sequence[Any]) -> None:
        """A line without a head: an association, or a process whose outputs leave its anchors."""
        types = [
            type_
            for _, _, other in uses
            if other.head and (type_ := self.book.dialect.process.key(other.head)) is not None
        ]
        if start.is_open or end.is_open:
            self._keep(line, "has an open side and no head")
        elif types:
            self._deed(line, start, end, uses, types[0])
        else:
            self._deed(line, start, end, uses, None)

    def _deed(
        self, line: Line, start: End, end: End, uses: Sequence[Any], type_: ProcessType | None
    ) -> None:
        """A process or association with the lines that take part in it."""
        self._meant.add(line.id)
        joining = [*self._used(uses, is_plain=type_ is None)]
        for use in joining:
            self._meant.add(use.line.id)
            more = [it for it in self._joining[use.line.id] if not self._acts(it[1])]
            joining += self._used(more, is_plain=type_ is None)
        self.deeds.append(
            Deed(
                line=line,
                start=start,
                end=end,
                type=type_,
                reversible=bool(start.head and end.head),
                joining=tuple(joining),
            )
        )
        if type_ is not None:
            for it in (line, *(use.line for use in joining)):
                self._acts_on(it.id)

    def _used(self, uses: Sequence[Any], *, is_plain: bool) -> Iterator[Use]:
        """The lines of these that take part: of an association, those without a head."""
        for other, here, far in uses:
            headed = far.head and (is_plain or self.book.dialect.process.key(far.head) is None)
            if not headed and not far.is_open and other.id not in self._meant:
                yield Use(line=other, here=here, end=far, is_output=bool(far.head))

    def _act(self, line: Line, source: End, target: End, *, back: bool = False) -> None:
        """A control by its head where it acts; one that is not known does something."""
        effect = self.book.dialect.effect.key(target.head)
        change = self.book.dialect.changes.get(target.head)
        if effect is None or change:
            told = f", that it is {change}" if change else ""
            self.book.lose(f'the arrowhead "{target.head}"{told}', line)
        self._meant.add(line.id)
        self.acts.append(
            Act(
                line=line,
                source=source,
                effect=effect or Effect.MODULATION,
                target=target,
                back=back,
            )
        )

    def _both_ways(self, line: Line, start: End, end: End) -> None:
        """Two influences of one line, which has a head at either end."""
        self._act(line, start, end)
        self._act(line, end, start, back=True)

    def _acts_on(self, line: str) -> None:
        """The controls on what a line means."""
        for other, here, far in self._joining[line]:
            if self._acts(here) and far.box and not far.head:
                self._act(other, far, here)

    def _act_on_acts(self) -> None:
        """Controls on controls, as deep as they go."""
        done = 0
        while done < len(self.acts):
            act = self.acts[done]
            done += 1
            if not act.back:
                self._acts_on(act.line.id)

    # Which boxes a line tells apart

    def joined(self) -> set[frozenset[str]]:
        """Pairs of boxes that are on two sides of one thing."""
        pairs = {
            frozenset({source.box, target.box})
            for deed in self.deeds
            for source in deed.inputs()
            for target in (deed.outputs() if deed.type is not None else (deed.end,))
        }
        pairs |= {frozenset({it.source.box, it.target.box}) for it in self.acts}
        return {pair for pair in pairs if len(pair) == 2}
