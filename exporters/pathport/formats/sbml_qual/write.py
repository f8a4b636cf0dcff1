"""A pathway's influences as SBML-qual: a transition each, and pathport's marks where they are told.

Species are qualitative species, written as in the base; what is no influence is said nowhere here,
for a graph of influences is never mixed with processes. The function of a transition says when its
target is on: while the gate of a stimulation holds, and while that of an inhibition does not. SBML
Level 3 Qualitative Models Version 1, section 3.
"""

from collections.abc import Iterator, Mapping

import msgspec

from pathport.fidelity.measure import Marks
from pathport.formats import Options, Written
from pathport.formats.native import write_whole
from pathport.formats.sbml.markup import annotation, attributes, closed, listed, notes
from pathport.formats.sbml.plan import Plan, molecules_shown
from pathport.formats.sbml.statements import bag_of, common_said
from pathport.formats.sbml.terms import HAS_PROPERTY, NODE, sbo_term
from pathport.formats.sbml.terms import SIGN as SIGN_OF
from pathport.formats.sbml.write import document
from pathport.formats.sbml.write_reactions import mechanism_term
from pathport.formats.sbml.write_species import Dress, written_species
from pathport.formats.sbml_qual.functions import negated, signs_in
from pathport.formats.sbml_qual.read import read_native
from pathport.formats.sbml_qual.reasons import REASONS
from pathport.formats.sbml_qual.terms import (
    ASSIGNS,
    CONSUMES_NOTHING,
    EFFECT,
    LOGIC,
    MATHML,
    OFF,
    ON,
    PREFIX,
    PRESENT,
    QUAL,
    SIGN,
)
from pathport.model.enumerations import Logic
from pathport.model.parts import Gate
from pathport.model.pathway import Pathway
from pathport.model.quantities import Quantities
from pathport.model.things import Control

__all__ = ["write", "write_native"]

PACKAGE = f' xmlns:qual="{QUAL}" qual:required="true"'
SPECIES = Dress(
    f"{PREFIX}qualitativeSpecies", PREFIX, lambda *_: {"constant": "false", "maxLevel": ON}
)

INDENT = " " * 8
INNER = " " * 10
DEEP = " " * 12


def write(pathway: Pathway, options: Options = Options()) -> Written:  # noqa: B008 - frozen
    """The pathway as an influence graph, with the account of its facts."""
    return write_whole(
        pathway,
        options,
        write=write_native,
        read=read_native,
        belongings=molecules_shown,
        reasons=REASONS,
    )


def write_native(pathway: Pathway, marks: Marks, options: Options) -> bytes:  # noqa: ARG001
    """The file, in UTF-8."""
    plan = Plan(msgspec.structs.replace(pathway, quantities=Quantities()))
    return "".join(document(plan, marks, _lists(plan, marks), package=PACKAGE)).encode()


def _lists(plan: Plan, marks: Marks) -> Iterator[str]:
    yield from listed("qual:listOfQualitativeSpecies", written_species(plan, marks, SPECIES))
    transitions = (_transition(control, marks) for control in plan.influences)
    yield from listed("qual:listOfTransitions", transitions)


def _transition(control: Control, marks: Marks) -> str:
    metaid = f"meta_{control.id}"
    head = {
        "metaid": metaid,
        "sboTerm": sbo_term(EFFECT.word(control.effect) or ""),
        "qual:id": control.id,
        "qual:name": control.name,
    }
    said = [*common_said(control), bag_of(HAS_PROPERTY, filter(None, [mechanism_term(control)]))]
    sign = SIGN_OF[control.effect]
    condition = negated(control.sources) if sign == "-" else control.sources
    inner = notes(control.notes, INDENT)
    inner += annotation(
        metaid,
        said,
        marks.at("control", control.id),
        node=NODE["reaction"],
        indent=INDENT,
    )
    inner += "".join(listed("qual:listOfInputs", _inputs(condition, known=sign != "?"), INDENT))
    inner += "".join(listed("qual:listOfOutputs", [_output(control.target or "")], INDENT))
    inner += "".join(listed("qual:listOfFunctionTerms", _terms(condition), INDENT))
    return closed(f"      <qual:transition{attributes(head)}", inner, "qual:transition")


def _inputs(condition: Gate, *, known: bool) -> Iterator[str]:
    for species, sign in signs_in(condition).items():
        yield _part(
            "input",
            {
                "qual:qualitativeSpecies": species,
                "qual:transitionEffect": CONSUMES_NOTHING,
                "qual:sign": SIGN.word(sign if known else "?"),
            },
        )


def _output(species: str) -> str:
    return _part("output", {"qual:qualitativeSpecies": species, "qual:transitionEffect": ASSIGNS})


def _part(name: str, values: Mapping[str, str | None]) -> str:
    return f"{INNER}<qual:{name}{attributes(values)}/>\n"


def _terms(condition: Gate) -> Iterator[str]:
    yield _part("defaultTerm", {"qual:resultLevel": OFF})
    math = f'{DEEP}<math xmlns="{MATHML}">{_formula(condition)}</math>\n'
    start = f'{INNER}<qual:functionTerm qual:resultLevel="{ON}"'
    yield closed(start, math, "qual:functionTerm", INNER)


def _formula(gate: Gate) -> str:
    parts = [*map(_presence, gate.inputs), *map(_formula, gate.gates)]
    if len(parts) == 1 and gate.logic is not Logic.NOT:
        return parts[0]
    return f"<apply><{LOGIC.word(gate.logic)}/>{''.join(parts)}</apply>"


def _presence(species: str) -> str:
    name, level = PRESENT
    return f'<apply><{name}/><ci>{species}</ci><cn type="integer">{level}</cn></apply>'
